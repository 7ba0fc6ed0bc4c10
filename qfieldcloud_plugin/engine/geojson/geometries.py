# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometries as GeoJSON says them, read as shapes."""

from __future__ import annotations

import math
from typing import Any, Dict, List, Optional, Tuple

from ..gpkg import shape as shapes
from ..gpkg.geometry import InvalidGeometry
from ..gpkg.shape import Part, Shape

_COLLECTION = shapes.NAMES[shapes.GEOMETRYCOLLECTION]
_KINDS = {name: kind for kind, name in shapes.NAMES.items() if kind <= shapes.GEOMETRYCOLLECTION}


def shape_of(geometry: Optional[Dict[str, Any]]) -> Optional[Shape]:
    """Raises InvalidGeometry."""
    if not geometry:
        return None
    try:
        z = _has_height(_coordinates(geometry))
        kind, parts = _part(geometry, 3 if z else 2)
        shape = Shape(kind, z, m=False, parts=parts)
        shapes.to_wkb(shape)
    except (KeyError, TypeError, ValueError, IndexError, RecursionError, OverflowError) as error:
        raise InvalidGeometry("It has another form than its type wants.") from error
    return shape


def _coordinates(geometry: Dict[str, Any]) -> Any:
    """Of a collection those of all its members."""
    if geometry["type"] == _COLLECTION:
        return [_coordinates(member) for member in geometry["geometries"]]
    return geometry["coordinates"]


def _part(geometry: Dict[str, Any], size: int) -> Part:
    if geometry["type"] == _COLLECTION:
        members = tuple(_part(member, size) for member in geometry["geometries"])
        return Part(shapes.GEOMETRYCOLLECTION, members)
    kind = _KINDS[geometry["type"]]
    return Part(kind, _runs(kind, geometry["coordinates"], size))


def _runs(kind: int, coordinates: Any, size: int) -> Any:
    if kind == shapes.POINT:
        return _run([coordinates], size) if coordinates else ()
    if kind == shapes.LINESTRING:
        return _run(coordinates, size)
    if kind == shapes.POLYGON:
        return tuple(_run(ring, size) for ring in coordinates)
    member = shapes.MEMBERS[kind][0]
    return tuple(Part(member, _runs(member, item, size)) for item in coordinates)


def _run(positions: List[List[float]], size: int) -> Tuple[float, ...]:
    run = tuple(float(p[axis]) if axis < len(p) else 0.0 for p in positions for axis in range(size))
    if not all(map(math.isfinite, run)):
        raise ValueError("JSON cannot say it again")
    return run


def _has_height(coordinates: Any) -> bool:
    if not coordinates:
        return False
    if isinstance(coordinates[0], (int, float)):
        return len(coordinates) > 2
    return any(_has_height(item) for item in coordinates)
