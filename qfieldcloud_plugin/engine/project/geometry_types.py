# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometry types by QGIS's names and numbers: WKB type, and which of point, line and polygon it is."""

from __future__ import annotations

from typing import NamedTuple

_BASE = {
    "Unknown": 0, "Point": 1, "LineString": 2, "Polygon": 3, "MultiPoint": 4, "MultiLineString": 5, "MultiPolygon": 6,
    "GeometryCollection": 7, "CircularString": 8, "CompoundCurve": 9, "CurvePolygon": 10, "MultiCurve": 11,
    "MultiSurface": 12, "PolyhedralSurface": 15, "TIN": 16, "Triangle": 17,
}  # fmt: skip
_NO_GEOMETRY = 100
# QGIS's own numbers for the 2.5D types are not base + 1000.
_25D = 0x80000000
_OLD_25D = {f"{name}25D": _25D + number for name, number in _BASE.items() if 1 <= number <= 6}
_KIND = {1: 0, 4: 0, 2: 1, 5: 1, 8: 1, 9: 1, 11: 1, 3: 2, 6: 2, 10: 2, 12: 2, 15: 2, 16: 2, 17: 2}
_KIND_NAMES = {0: "Point", 1: "Line", 2: "Polygon", 3: "Unknown geometry", 4: "No geometry"}
# What the OGR provider and old projects write for "no geometry".
_NONE_NAMES = {"NoGeometry", "No geometry", "None", "WKBNoGeometry"}


def wkb_type_of(name: str) -> int:
    """QGIS's number of a type by the name in a project ("MultiPolygonZM"); 0 when it is unknown."""
    if name in _NONE_NAMES:
        return _NO_GEOMETRY
    if name in _OLD_25D:
        return _OLD_25D[name]
    for suffix, offset in (("ZM", 3000), ("Z", 1000), ("M", 2000), ("", 0)):
        if name.endswith(suffix) and name[: len(name) - len(suffix)] in _BASE:
            return _BASE[name[: len(name) - len(suffix)]] + offset
    return 0


class FlatType(NamedTuple):
    """A type without its dimensions, and which it has besides X and Y."""

    kind: int
    z: bool
    m: bool


def flat_type_of(wkb_type: int) -> FlatType:
    """Of a type in any of QGIS's numberings; `kind` is 1 for each kind of point, 0 for any geometry."""
    size, kind = divmod(wkb_type & ~_25D, 1000)
    return FlatType(kind, bool(wkb_type & _25D) or size in (1, 3), size in (2, 3))


def geometry_kind_of(wkb_type: int) -> int:
    """0 point, 1 line, 2 polygon, 3 unknown, 4 none: the numbers of the API's `geom_type`."""
    if wkb_type == _NO_GEOMETRY:
        return 4
    return _KIND.get(flat_type_of(wkb_type).kind, 3)


def geometry_kind_name(kind: int) -> str:
    return _KIND_NAMES[kind]
