# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometry types by QGIS's names and numbers: WKB type, and which of point, line and polygon it is."""

from __future__ import annotations

_BASE = {
    "Unknown": 0, "Point": 1, "LineString": 2, "Polygon": 3, "MultiPoint": 4, "MultiLineString": 5, "MultiPolygon": 6,
    "GeometryCollection": 7, "CircularString": 8, "CompoundCurve": 9, "CurvePolygon": 10, "MultiCurve": 11,
    "MultiSurface": 12, "PolyhedralSurface": 15, "TIN": 16, "Triangle": 17,
}  # fmt: skip
_NO_GEOMETRY = 100
# QGIS's own numbers for the 2.5D types, which are not base + 1000.
_OLD_25D = {
    "Point25D": 0x80000001, "LineString25D": 0x80000002, "Polygon25D": 0x80000003,
    "MultiPoint25D": 0x80000004, "MultiLineString25D": 0x80000005, "MultiPolygon25D": 0x80000006,
}  # fmt: skip
_KIND = {1: 0, 4: 0, 2: 1, 5: 1, 8: 1, 9: 1, 11: 1, 3: 2, 6: 2, 10: 2, 12: 2, 15: 2, 16: 2, 17: 2}
_KIND_NAMES = {0: "Point", 1: "Line", 2: "Polygon", 3: "Unknown geometry", 4: "No geometry"}
# What the OGR provider and old projects write for "no geometry".
_NONE_NAMES = {"NoGeometry", "None", "WKBNoGeometry"}


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


def geometry_kind_of(wkb_type: int) -> int:
    """0 point, 1 line, 2 polygon, 3 unknown, 4 none: the numbers of the API's `geom_type`."""
    if wkb_type == _NO_GEOMETRY:
        return 4
    return _KIND.get((wkb_type & 0x7FFFFFFF) % 1000, 3)


def geometry_kind_name(kind: int) -> str:
    return _KIND_NAMES[kind]
