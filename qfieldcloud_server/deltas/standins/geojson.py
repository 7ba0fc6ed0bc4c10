# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoJSON files: features become rows, and changed rows become features again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from qfieldcloud_plugin.engine.geojson import ID, GeoJsonText, GeoJsonUnreadable, properties_of
from qfieldcloud_plugin.engine.gpkg import Change, Kind
from qfieldcloud_plugin.engine.gpkg import shape as shapes
from qfieldcloud_plugin.engine.gpkg.geometry import wkb
from qfieldcloud_plugin.engine.moments import spelled_like
from qfieldcloud_server.deltas.standins.table import (
    GEOMETRY,
    NotATable,
    TextTable,
    blob_of,
    check_table,
    find_key,
)

_COLLECTION = shapes.NAMES[shapes.GEOMETRYCOLLECTION]


class GeoJsonFile:
    def __init__(self, data: bytes) -> None:
        try:
            text = GeoJsonText(data)
        except GeoJsonUnreadable as error:
            raise NotATable(error.message) from error
        self._document, self._features = text.document, text.features
        self._are_ids_a_column = text.has_ids
        geometries = [blob_of(shape) for shape in text.shapes]
        self.table = TextTable(text.columns, text.rows, find_key(text.columns), geometries)
        check_table(self.table)
        self._has_ids = any("id" in feature for feature in self._features)
        self._examples: dict[str, Any] = {}
        for properties in map(properties_of, self._features):
            for name, value in properties.items():
                if name not in self._examples and value is not None:
                    self._examples[name] = value

    def rewritten(self, changes: Iterable[Change]) -> bytes:
        keys = list(self.table.columns).index(self.table.key)
        features = {row[keys]: f for row, f in zip(self.table.rows, self._features, strict=True)}
        for change in changes:
            key = change.key[0]
            if change.kind is Kind.DELETE:
                del features[key]
            elif change.kind is Kind.INSERT:
                features[key] = self._feature(key, change.new)
            else:
                features[key] = self._edited(features[key], change.new)
        return _text(self._document, list(features.values()))

    def _feature(self, key: Any, values: Mapping[str, Any]) -> dict[str, Any]:
        feature: dict[str, Any] = {"type": "Feature"}
        if self._has_ids and not self._are_ids_a_column:
            feature["id"] = key
        empty = {name: None for name in self.table.columns if name != self._id}
        return self._with({**feature, "properties": empty, "geometry": None}, values)

    def _edited(self, feature: dict[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
        return self._with({**feature, "properties": dict(properties_of(feature))}, values)

    def _with(self, feature: dict[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
        for name, value in values.items():
            if name == GEOMETRY:
                feature["geometry"] = _geometry(value)
            elif name == self._id:
                feature["id"] = value
            else:
                properties = feature["properties"]
                properties[name] = self._said(name, value, properties.get(name))
        return feature

    @property
    def _id(self) -> str | None:
        """The column that stands for the ids of the features, which are no properties."""
        return ID if self._are_ids_a_column else None

    def _said(self, name: str, value: Any, former: Any) -> Any:
        declared = self.table.columns[name]
        if value is None:
            return None
        if declared == "BOOLEAN":
            return bool(value)
        if declared in ("DATE", "TIME", "DATETIME"):
            return spelled_like(value, former or self._examples.get(name, ""))
        if declared == "JSON" and isinstance(value, str):
            try:
                return json.loads(value)
            except ValueError:
                return value
        return value


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
        try:
            return json.dumps(value, ensure_ascii=False, allow_nan=False)
        except ValueError as error:
            raise NotATable("it holds a number that is too large") from error

    members = []
    for name, value in document.items():
        shown = "[\n" + ",\n".join(map(said, features)) + "\n]" if name == "features" else said(value)
        members.append(f"{said(name)}: {shown}")
    return ("{\n" + ",\n".join(members) + "\n}\n").encode()
