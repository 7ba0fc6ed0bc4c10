# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoJSON files: features become rows, and changed rows become features again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from qfieldcloud_plugin.engine.gpkg import Change, Kind
from qfieldcloud_plugin.engine.gpkg import shape as shapes
from qfieldcloud_plugin.engine.gpkg.geometry import InvalidGeometry, geometry_blob, wkb
from qfieldcloud_plugin.engine.gpkg.shape import Part, Shape
from qfieldcloud_server.deltas.standins.table import GEOMETRY, NotATable, TextTable, check_table, find_key

_WGS84 = 4326
_COLLECTION = shapes.NAMES[shapes.GEOMETRYCOLLECTION]
_KINDS = {name: kind for kind, name in shapes.NAMES.items() if kind <= shapes.GEOMETRYCOLLECTION}
_LARGEST = 2**63


class GeoJsonFile:
    def __init__(self, data: bytes) -> None:
        self._document = _parse(data)
        self._features: list[dict[str, Any]] = self._document["features"]
        self._properties = [feature.get("properties") or {} for feature in self._features]
        names = list(dict.fromkeys(name for properties in self._properties for name in properties))
        columns = {name: _type([p.get(name) for p in self._properties]) for name in names}
        rows = [tuple(_stored(p.get(name)) for name in names) for p in self._properties]
        geometries = [_blob(feature.get("geometry")) for feature in self._features]
        self.table = TextTable(columns, rows, find_key(names), geometries)
        check_table(self.table)
        self._has_ids = any("id" in feature for feature in self._features)

    def rewritten(self, changes: Iterable[Change]) -> bytes:
        features = {p[self.table.key]: f for p, f in zip(self._properties, self._features, strict=True)}
        for change in changes:
            key = change.key[0]
            if change.kind is Kind.DELETE:
                del features[key]
            elif change.kind is Kind.INSERT:
                features[key] = self._feature(key, change.new)
            else:
                features[key] = self._edited(features[key], change.new)
        return _text(self._document, list(features.values()))

    def _feature(self, key: Any, values: Any) -> dict[str, Any]:
        properties = {name: self._said(name, values.get(name)) for name in self.table.columns}
        feature = {"type": "Feature", "id": key} if self._has_ids else {"type": "Feature"}
        return {**feature, "properties": properties, "geometry": _geometry(values.get(GEOMETRY))}

    def _edited(self, feature: dict[str, Any], values: Any) -> dict[str, Any]:
        properties = dict(feature.get("properties") or {})
        properties.update({name: self._said(name, v) for name, v in values.items() if name != GEOMETRY})
        edited = {**feature, "properties": properties}
        if GEOMETRY in values:
            edited["geometry"] = _geometry(values[GEOMETRY])
        return edited

    def _said(self, name: str, value: Any) -> Any:
        declared = self.table.columns[name]
        if value is None:
            return None
        if declared == "BOOLEAN":
            return bool(value)
        if declared == "JSON" and isinstance(value, str):
            try:
                return json.loads(value)
            except ValueError:
                return value
        return value


def _parse(data: bytes) -> dict[str, Any]:
    def refuse(text: str) -> float:
        raise ValueError(text)

    try:
        document = json.loads(data, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise NotATable("it is not JSON") from error
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not all(_is_feature(feature) for feature in features):
        raise NotATable("it is no GeoJSON feature collection")
    return dict(document)


def _is_feature(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    properties, geometry = value.get("properties"), value.get("geometry")
    return (properties is None or isinstance(properties, dict)) and (
        geometry is None or isinstance(geometry, dict)
    )


def _type(values: list[Any]) -> str:
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


def _blob(geometry: dict[str, Any] | None) -> bytes | None:
    if not geometry:
        return None
    try:
        kind, parts, z = _part(geometry)
        return geometry_blob(shapes.to_wkb(Shape(kind, z, False, parts)), _WGS84)  # noqa: FBT003 - no M
    except (InvalidGeometry, KeyError, TypeError, ValueError, IndexError, RecursionError) as error:
        raise NotATable("it holds a geometry that cannot be read") from error


def _part(geometry: dict[str, Any]) -> tuple[int, Any, bool]:
    """Kind, parts as a `Shape` has them, and whether there are heights."""
    if geometry["type"] == _COLLECTION:
        members = [_part(member) for member in geometry["geometries"]]
        z = any(member[2] for member in members)
        return shapes.GEOMETRYCOLLECTION, tuple(Part(kind, parts) for kind, parts, _ in members), z
    kind = _KINDS[geometry["type"]]
    coordinates = geometry["coordinates"]
    z = _has_height(coordinates)
    return kind, _runs(kind, coordinates, 3 if z else 2), z


def _runs(kind: int, coordinates: Any, size: int) -> Any:
    if kind == shapes.POINT:
        return _run([coordinates], size) if coordinates else ()
    if kind == shapes.LINESTRING:
        return _run(coordinates, size)
    if kind == shapes.POLYGON:
        return tuple(_run(ring, size) for ring in coordinates)
    member = shapes.MEMBERS[kind][0]
    return tuple(Part(member, _runs(member, item, size)) for item in coordinates)


def _run(positions: list[list[float]], size: int) -> tuple[float, ...]:
    return tuple(float(p[axis]) if axis < len(p) else 0.0 for p in positions for axis in range(size))


def _has_height(coordinates: Any) -> bool:
    if not coordinates:
        return False
    if isinstance(coordinates[0], (int, float)):
        return len(coordinates) > 2
    return any(_has_height(item) for item in coordinates)


def _geometry(blob: Any) -> dict[str, Any] | None:
    if not isinstance(blob, bytes):
        return None
    shape = shapes.from_wkb(wkb(blob))
    return _said_geometry(shape.kind, shape.parts, shape.dimensions, 3 if shape.z else 2)


def _said_geometry(kind: int, parts: Any, dimensions: int, size: int) -> dict[str, Any]:
    if kind == shapes.GEOMETRYCOLLECTION:
        members = [_said_geometry(part.kind, part.parts, dimensions, size) for part in parts]
        return {"type": _COLLECTION, "geometries": members}
    if kind not in shapes.NAMES or kind > shapes.GEOMETRYCOLLECTION:
        raise NotATable("GeoJSON has no curves")
    return {"type": shapes.NAMES[kind], "coordinates": _said_runs(kind, parts, dimensions, size)}


def _said_runs(kind: int, parts: Any, dimensions: int, size: int) -> Any:
    def positions(run: Any) -> list[list[float]]:
        return [list(run[start : start + size]) for start in range(0, len(run), dimensions)]

    if kind == shapes.POINT:
        return positions(parts)[0] if parts else []
    if kind == shapes.LINESTRING:
        return positions(parts)
    if kind == shapes.POLYGON:
        return [positions(ring) for ring in parts]
    return [_said_runs(part.kind, part.parts, dimensions, size) for part in parts]


def _text(document: dict[str, Any], features: list[dict[str, Any]]) -> bytes:
    """One member and one feature a line, as OGR writes it."""

    def said(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)

    members = []
    for name, value in document.items():
        shown = "[\n" + ",\n".join(map(said, features)) + "\n]" if name == "features" else said(value)
        members.append(f"{said(name)}: {shown}")
    return ("{\n" + ",\n".join(members) + "\n}\n").encode()
