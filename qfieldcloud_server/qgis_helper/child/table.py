# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of a QGIS layer, with the methods of the engine's `GeoPackageTable`: its rules for deltas hold here too."""

from __future__ import annotations

from typing import Any, ContextManager, Dict, List, Mapping, Optional, Union
from uuid import uuid4

from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorDataProvider,
    QgsVectorLayer,
    QgsWkbTypes,
)

from qfieldcloud_plugin.core.exporters import key_of
from qfieldcloud_plugin.engine.delta import ERROR
from qfieldcloud_plugin.engine.delta import values as engine_values
from qfieldcloud_plugin.engine.delta.refusal import NotYet, Refusal
from qfieldcloud_plugin.engine.gpkg import shape as shapes
from qfieldcloud_plugin.engine.gpkg import wkt
from qfieldcloud_plugin.engine.gpkg.geometry import InvalidGeometry, geometry_blob, same_geometry, wkb

from . import values
from .application import logged, take_errors
from .transaction import LayerTransaction

Key = Union[int, str, float]
Row = Dict[str, Any]

_CAN = QgsVectorDataProvider.Capability
_UUID_NAMES = {"uuid", "guid", "globalid", "global_id", "unique_id", "uid"}
_KEPT_OUT = "The feature did not read back as it was written: a trigger or something like it kept it out."
# What QGIS's forms show where the database will fill in the key.
_UNKNOWN_KEYS = ("Autogenerate", "")


class LayerTable:
    """`layer` is valid and has a key of one column; whatever writes must run inside `step()`."""

    def __init__(self, layer: QgsVectorLayer, transaction: LayerTransaction) -> None:
        self.layer, self.transaction, self.name = layer, transaction, layer.name()
        # Rows that the layer's filter hides may be meant by a delta as well.
        layer.setSubsetString("")
        self._provider = layer.dataProvider()
        self._fields = {field.name(): field for field in layer.fields()}
        self._indexes = {name: layer.fields().indexOf(name) for name in self._fields}
        self.kinds = {name: values.kind_of(field) for name, field in self._fields.items()}
        self.writable = frozenset(
            name for name, field in self._fields.items() if not getattr(field, "isReadOnly", bool)()
        )
        self.key = self._only_key()
        self.integer_key = self.kinds[self.key] is engine_values.Kind.INTEGER and self.has_default(self.key)
        self.geometry = self._name_of_geometry()
        self.uuid_columns = tuple(
            name for name in self._fields if name != self.key and self._may_be_uuid(name)
        )
        self._ids: Dict[Key, int] = {}

    def _only_key(self) -> str:
        key = key_of(self.layer)
        if not key:
            raise Refusal(
                f"“{self.name}” has no primary key of one column, so its features cannot be told apart."
            )
        return key

    def _name_of_geometry(self) -> str:
        """Under which a row has its geometry, "" where it has none; no field has that name."""
        name = "geometry" if self.layer.isSpatial() else ""
        while name in self._fields:
            name += "_"
        return name

    def _may_be_uuid(self, column: str) -> bool:
        return column.lower() in _UUID_NAMES and self.kinds[column] is engine_values.Kind.TEXT

    def step(self) -> ContextManager[None]:
        return self.transaction.step()

    # Finding

    def key_from(self, said: Any) -> Optional[Key]:
        """The key a delta names, as the layer has it; None if it can be none."""
        if said is None or said == "" or isinstance(said, (list, dict)):
            return None
        try:
            key: Optional[Key] = engine_values.from_json(said, self.kinds[self.key])
        except engine_values.ValueDoesNotFit:
            return None
        return key

    def find(self, key: Optional[Key]) -> Optional[Row]:
        """The row with this key. Raises Refusal when there are several."""
        if key is None:
            return None
        found = self._features_with(self.key, key)
        if len(found) > 1:
            raise Refusal(f"More than one feature has {key!r} as “{self.key}”, so it cannot tell them apart.")
        if not found:
            return None
        self._ids[key] = found[0].id()
        return self._row(found[0])

    def _features_with(self, column: str, value: Any) -> List[QgsFeature]:
        """Up to two."""
        said = values.from_stored(value, self._fields[column])
        request = QgsFeatureRequest(QgsExpression(QgsExpression.createFieldEqualityExpression(column, said)))
        found = list(self._provider.getFeatures(request.setLimit(2)))
        if not found:
            self.transaction.check_alive()
        return found

    def _row(self, feature: QgsFeature) -> Row:
        row = {name: values.to_stored(feature.attribute(index)) for name, index in self._indexes.items()}
        if self.geometry:
            row[self.geometry] = values.geometry_to_stored(feature)
        return row

    def keys_with_uuid(self, column: str, uuid: str) -> List[Key]:
        index = self._indexes[self.key]
        return [values.to_stored(found.attribute(index)) for found in self._features_with(column, uuid)]

    def key_of_row_like(self, _said: Mapping[str, Any]) -> Optional[Key]:
        """Only a hint for people, and not worth a look at a whole table somewhere else."""
        return None

    # Values

    def stored(self, column: str, said: Any) -> Any:
        """Raises Refusal when the value does not fit the column."""
        if column == self.key and said in (*_UNKNOWN_KEYS, self._default_clause(column)):
            return None
        try:
            return engine_values.from_json(said, self.kinds[column])
        except engine_values.ValueDoesNotFit as error:
            raise Refusal(f"The value of “{column}” does not fit: {error}.") from error

    def said(self, column: str, stored: Any) -> Any:
        try:
            return engine_values.to_json(stored, self.kinds[column])
        except engine_values.ValueDoesNotFit:
            return str(stored)

    def same(self, column: str, stored: Any, said: Any) -> bool:
        return engine_values.same(stored, said, self.kinds[column])

    def geometry_from(self, text: Optional[str]) -> Optional[bytes]:
        """The blob for WKT, promoted to the layer's type. Raises Refusal."""
        if text is None or not self.geometry:
            return None
        if not text.strip():
            raise Refusal("Empty WKT string!")
        wanted = self.layer.wkbType()
        is_known = QgsWkbTypes.flatType(wanted) != QgsWkbTypes.Type.Unknown
        try:
            shape = wkt.parse(text, nan_as_zero=True)
            if is_known:
                kind = int(QgsWkbTypes.flatType(wanted)) % 1000
                shape = shapes.with_type(shape, kind)
                shape = shapes.with_dimensions(shape, QgsWkbTypes.hasZ(wanted), QgsWkbTypes.hasM(wanted))
            return geometry_blob(shapes.to_wkb(shape), 0)
        except InvalidGeometry as error:
            raise Refusal(f"The geometry cannot be stored: {error}") from error

    def geometry_said(self, blob: Any) -> Optional[str]:
        try:
            return wkt.wkb_to_wkt(wkb(blob)) if isinstance(blob, bytes) else None
        except InvalidGeometry:
            return None

    def same_geometry(self, blob: Any, text: Optional[str]) -> bool:
        try:
            return same_geometry(blob, self.geometry_from(text))
        except Refusal:
            return False

    def has_default(self, column: str) -> bool:
        return bool(self._default_clause(column))

    def _default_value(self, column: str) -> Any:
        """What a new row gets where nothing is said; in the words of the data source, if it has some for it."""
        clause = self._default_clause(column)
        if clause or self.layer.providerType() != "spatialite":
            return clause or None
        value = self._provider.defaultValue(self._indexes[column])
        return None if values.to_stored(value) is None else value

    def _default_clause(self, column: str) -> str:
        return str(self._provider.defaultValueClause(self._indexes[column]) or "")

    # Writing

    def insert(self, row: Row) -> Key:
        """Add a row; a key that is not in it is chosen by the database, or here."""
        if row.get(self.key) is None and not self.has_default(self.key):
            row = {**row, self.key: self._new_key()}
        feature = QgsFeature(self.layer.fields())
        for column, index in self._indexes.items():
            # A provider puts in NULL where nothing is said, and the default where its own words for it are.
            given = row.get(column)
            feature.setAttribute(
                index,
                self._default_value(column)
                if given is None and column not in row
                else values.from_stored(given, self._fields[column]),
            )
        if row.get(self.key) is None:
            feature.setAttribute(self._indexes[self.key], self._default_clause(self.key))
        if self.geometry and row.get(self.geometry) is not None:
            feature.setGeometry(values.geometry_from_stored(row[self.geometry]))
        self._demand(_CAN.AddFeatures, "added to")
        good, added = self._provider.addFeatures([feature])
        self._check_written(good)
        key = self._key_of(added[0]) if added else row.get(self.key)
        if key is None:
            raise Refusal(f"The layer chooses “{self.key}” itself and cannot tell what it chose.")
        return key

    def _key_of(self, added: QgsFeature) -> Optional[Key]:
        """The key a new feature got; its own attributes may still hold the words for the default."""
        said = self.key_from(values.to_stored(added.attribute(self._indexes[self.key])))
        if said is not None and said != self._default_clause(self.key):
            return said
        there = next(self._provider.getFeatures(QgsFeatureRequest(added.id())), None)
        return (
            None
            if there is None
            else self.key_from(values.to_stored(there.attribute(self._indexes[self.key])))
        )

    def _new_key(self) -> Key:
        if self.kinds[self.key] is not engine_values.Kind.INTEGER:
            return str(uuid4())
        return int(values.to_stored(self._provider.maximumValue(self._indexes[self.key])) or 0) + 1

    def update(self, key: Key, _old: Row, changes: Row) -> Key:
        """Change some columns of a row; returns its key from now on."""
        identifier = self._ids[key]
        attributes = {
            self._indexes[column]: values.from_stored(value, self._fields[column])
            for column, value in changes.items()
            if column != self.geometry
        }
        if attributes:
            self._demand(_CAN.ChangeAttributeValues, "changed in")
        if self.geometry not in changes:
            good = self._provider.changeAttributeValues({identifier: attributes})
        else:
            self._demand(_CAN.ChangeGeometries, "moved in")
            shape = values.geometry_from_stored(changes[self.geometry]) or QgsGeometry()
            good = (
                self._provider.changeFeatures({identifier: attributes}, {identifier: shape})
                if attributes
                else self._provider.changeGeometryValues({identifier: shape})
            )
        self._check_written(good)
        new_key: Key = changes.get(self.key, key)
        return new_key

    def delete(self, key: Key, old: Row) -> None:
        self._demand(_CAN.DeleteFeatures, "deleted from")
        self._check_written(self._provider.deleteFeatures([self._ids[key]]))
        # A rule may only mark rows as deleted; but then it must have done so.
        if self.find(key) == old:
            raise Refusal(_KEPT_OUT, status=ERROR)

    def check(self, key: Key, expected: Row, old: Optional[Row] = None) -> None:
        """Read back what was written over `old`: rules of the database may have changed it, not kept it out."""
        row = self.find(key)
        is_unchanged = (
            row is not None
            and old is not None
            and all(row[name] == old[name] for name in expected)
            and any(row[name] != value for name, value in expected.items())
        )
        if row is None or is_unchanged:
            raise Refusal(_KEPT_OUT, status=ERROR)

    def _demand(self, capability: Any, verb: str) -> None:
        if not self._provider.capabilities() & capability:
            raise Refusal(
                f'Cannot start editing layer "{self.layer.id()}": features cannot be {verb} “{self.name}”.'
            )

    def _check_written(self, good: bool) -> None:
        errors = take_errors(self._provider)
        if good:
            return
        # Some providers only log why, and some add the statement, which says nothing to people.
        said = " ".join(error.partition("\nSQL:")[0] for error in errors or [logged()])
        text = said or "the data source does not say why"
        self.transaction.check_alive()
        # The words of a database may be in any language: whatever it refused may fit after a later delta.
        raise NotYet(f"The layer does not accept this change: {text}", text)
