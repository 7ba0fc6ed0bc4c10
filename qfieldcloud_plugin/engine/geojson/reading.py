# SPDX-License-Identifier: GPL-2.0-or-later
"""A feature collection as a table: a column for each property, with the type that all its values fit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

from ..errors import EngineError
from ..gpkg import shape as shapes
from ..gpkg.geometry import InvalidGeometry
from ..gpkg.shape import Part, Shape
from ..message import Message
from ..project.layer import Layer

_COLLECTION = shapes.NAMES[shapes.GEOMETRYCOLLECTION]
_KINDS = {name: kind for kind, name in shapes.NAMES.items() if kind <= shapes.GEOMETRYCOLLECTION}
_LARGEST = 2**63


class GeoJsonUnreadable(EngineError):
    """The file cannot be read as rows; the message says why, without a full stop."""

    code = "geojson_unreadable"


def is_geojson(layer: Layer) -> bool:
    """Whether the layer shows a whole file of the format, and not what is in it of one kind of geometry."""
    source = layer.source
    return (
        layer.is_vector
        and layer.provider == "ogr"
        and Path(source.path).suffix.lower() in (".geojson", ".json")
        and source.span[0] == 0
        and "|geometrytype=" not in source.raw.lower()
    )


class GeoJsonText:
    """`columns` are names and types as a GeoPackage declares them; `rows` and `shapes` are in the order of `features`.

    Raises GeoJsonUnreadable.
    """

    def __init__(self, data: bytes) -> None:
        self.document = _parse(data)
        self.features: List[Dict[str, Any]] = self.document["features"]
        self.properties = [feature.get("properties") or {} for feature in self.features]
        names = list(dict.fromkeys(name for properties in self.properties for name in properties))
        self.columns = {name: _type([p.get(name) for p in self.properties]) for name in names}
        self.rows = [tuple(_stored(p.get(name)) for name in names) for p in self.properties]
        self.shapes = [_shape(feature.get("geometry")) for feature in self.features]


def _parse(data: bytes) -> Dict[str, Any]:
    def refuse(text: str) -> float:
        raise ValueError(text)

    try:
        document = json.loads(data, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise GeoJsonUnreadable(Message("it is not JSON")) from error
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not all(_is_feature(feature) for feature in features):
        raise GeoJsonUnreadable(Message("it is no GeoJSON feature collection"))
    return dict(document)


def _is_feature(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    properties, geometry = value.get("properties"), value.get("geometry")
    return (properties is None or isinstance(properties, dict)) and (
        geometry is None or isinstance(geometry, dict)
    )


def _type(values: List[Any]) -> str:
    kinds = {type(value) for value in values if value is not None}
    if kinds and kinds <= {dict, list}:
        return "JSON"
    if kinds == {bool}:
        return "BOOLEAN"
    if kinds == {int} and all(abs(value) < _LARGEST for value in values if value is not None):
        return "INTEGER"
    return "REAL" if kinds and kinds <= {int, float} else "TEXT"


def _stored(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    return str(value) if isinstance(value, int) and abs(value) >= _LARGEST else value


def _shape(geometry: Optional[Dict[str, Any]]) -> Optional[Shape]:
    if not geometry:
        return None
    try:
        z = _has_height(_coordinates(geometry))
        kind, parts = _part(geometry, 3 if z else 2)
        shape = Shape(kind, z, m=False, parts=parts)
        shapes.to_wkb(shape)
    except (InvalidGeometry, KeyError, TypeError, ValueError, IndexError, RecursionError) as error:
        raise GeoJsonUnreadable(Message("it holds a geometry that cannot be read")) from error
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
    return tuple(float(p[axis]) if axis < len(p) else 0.0 for p in positions for axis in range(size))


def _has_height(coordinates: Any) -> bool:
    if not coordinates:
        return False
    if isinstance(coordinates[0], (int, float)):
        return len(coordinates) > 2
    return any(_has_height(item) for item in coordinates)
