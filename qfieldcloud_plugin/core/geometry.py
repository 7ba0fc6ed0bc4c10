# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometries out of GeoPackage blobs, for maps and for words."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsGeometry, QgsWkbTypes

from ..engine.gpkg.geometry import InvalidGeometry, wkb
from ..i18n import tr


def is_geometry(value: Any) -> bool:
    """Whether a row's value is a geometry as GeoPackages store it."""
    return isinstance(value, (bytes, bytearray, memoryview)) and bytes(value[:2]) == b"GP"


def geometry_of(value: Any) -> Optional[QgsGeometry]:
    """None for no geometry, and for bytes that are none."""
    if not is_geometry(value):
        return None
    geometry = QgsGeometry()
    try:
        geometry.fromWkb(wkb(bytes(value)))
    except InvalidGeometry:
        return None
    return None if geometry.isNull() else geometry


def describe(value: Any) -> str:
    """A geometry in a few words: its kind, and where or how large it is."""
    geometry = geometry_of(value)
    if geometry is None:
        return tr("no geometry")
    kind = QgsWkbTypes.displayString(geometry.wkbType())
    if geometry.type() == QgsWkbTypes.GeometryType.PointGeometry and not geometry.isMultipart():
        point = geometry.asPoint()
        return f"{kind} {point.x():.6g}, {point.y():.6g}"
    return tr("{kind}, %Ln vertices", geometry.constGet().nCoordinates()).format(kind=kind)
