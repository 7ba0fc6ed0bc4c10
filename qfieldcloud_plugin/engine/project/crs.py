# SPDX-License-Identifier: GPL-2.0-or-later
"""The few coordinate transformations that need no PROJ: between WGS 84 and Web Mercator, exactly."""

from __future__ import annotations

import math
from typing import Optional

Box = tuple[float, float, float, float]
"""xmin, ymin, xmax, ymax."""

_RADIUS = 6378137.0
_GEOGRAPHIC = {"EPSG:4326", "OGC:CRS84"}
_MERCATOR = {"EPSG:3857", "EPSG:900913", "EPSG:102100", "EPSG:102113", "ESRI:102100"}


def transform_box(box: Box, source: str, target: str) -> Optional[Box]:
    """The box in the other CRS; None when that takes more than arithmetic. Both axes grow alike, so corners suffice."""
    source, target = source.upper(), target.upper()
    if source == target or ({source, target} <= _GEOGRAPHIC) or ({source, target} <= _MERCATOR):
        return box
    if source in _MERCATOR and target in _GEOGRAPHIC:
        return (*_to_degrees(box[0], box[1]), *_to_degrees(box[2], box[3]))
    if source in _GEOGRAPHIC and target in _MERCATOR:
        return (*_to_metres(box[0], box[1]), *_to_metres(box[2], box[3]))
    return None


def _to_degrees(x: float, y: float) -> tuple[float, float]:
    return math.degrees(x / _RADIUS), math.degrees(math.atan(math.sinh(y / _RADIUS)))


def _to_metres(longitude: float, latitude: float) -> tuple[float, float]:
    latitude = max(-89.999999, min(89.999999, latitude))
    return _RADIUS * math.radians(longitude), _RADIUS * math.asinh(math.tan(math.radians(latitude)))


def box_wkt(box: Box) -> str:
    """The box as a polygon, corners in the order QGIS writes them."""
    xmin, ymin, xmax, ymax = (_number(value) for value in box)
    return f"Polygon (({xmin} {ymin}, {xmax} {ymin}, {xmax} {ymax}, {xmin} {ymax}, {xmin} {ymin}))"


def _number(value: float) -> str:
    return repr(value).removesuffix(".0")
