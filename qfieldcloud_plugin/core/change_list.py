# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes as a person looks at them: a title, where they come from, tables of rows, and what may be undone."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Iterable, Mapping, Optional, Sequence

from qgis.core import QgsGeometry

from ..cloud.api.deltas import DeltaRecord
from ..engine.delta import CREATE, DELETE
from ..engine.gpkg import Change, Changeset, Kind
from ..engine.gpkg.geometry import geometry_blob

GEOMETRY = "geometry"


class Undo(enum.Enum):
    """What undoing a row of this list means."""

    NOTHING = "nothing"
    DISCARD_HERE = "discard_here"
    NEW_VERSION = "new_version"
    DELTA = "delta"
    RESTORE = "restore"


@dataclass(frozen=True)
class ListedChange:
    """A change with who made it and when, where that is known; `version_before` does not hold it yet."""

    change: Change
    person: str = ""
    when: Optional[datetime] = None
    delta_id: str = ""
    version_before: str = ""


@dataclass(frozen=True)
class ChangeTable:
    """The changes of one table; `geometry` names the column that goes on the map, `key` those of the key."""

    name: str
    columns: tuple[str, ...]
    geometry: Optional[str]
    rows: tuple[ListedChange, ...]
    key: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChangeList:
    """`changeset` is what the rows were read from, for undoing part of it; None for deltas."""

    file: str
    tables: tuple[ChangeTable, ...]
    undo: Undo = Undo.NOTHING
    changeset: Optional[Changeset] = None

    @property
    def count(self) -> int:
        return sum(len(table.rows) for table in self.tables)


def of_changeset(file: str, changes: Changeset, undo: Undo = Undo.NOTHING) -> ChangeList:
    """A changeset as tables; runs in a worker, because it may hold many rows."""
    tables = tuple(
        ChangeTable(
            table.name,
            table.columns,
            table.columns[table.geometry] if table.geometry is not None else None,
            tuple(ListedChange(change) for change in table),
            table.key_columns,
        )
        for table in changes.tables
    )
    return ChangeList(file, tables, undo, changes)


def of_deltas(deltas: Sequence[DeltaRecord], tables_by_layer: Mapping[str, str]) -> ChangeList:
    """Deltas as tables, by the table (or else the layer) they belong to."""
    rows: dict[str, list[ListedChange]] = {}
    for delta in deltas:
        layer = str(delta.content.get("sourceLayerId", ""))
        name = tables_by_layer.get(layer) or str(delta.content.get("localLayerName") or layer)
        listed = ListedChange(_change_of(name, delta), delta.created_by, delta.created_at, delta.id)
        rows.setdefault(name, []).append(listed)
    tables = tuple(_table_of(name, changes) for name, changes in rows.items())
    return ChangeList("", tables, Undo.DELTA)


def _table_of(name: str, changes: Sequence[ListedChange]) -> ChangeTable:
    columns = dict.fromkeys(
        column for listed in changes for side in (listed.change.new, listed.change.old) for column in side
    )
    has_geometry = GEOMETRY in columns
    return ChangeTable(name, tuple(columns), GEOMETRY if has_geometry else None, tuple(changes))


def _change_of(table: str, delta: DeltaRecord) -> Change:
    content = delta.content
    kind = {CREATE: Kind.INSERT, DELETE: Kind.DELETE}.get(str(content.get("method")), Kind.UPDATE)
    key = delta.modified_pk or content.get("sourcePk") or content.get("localPk") or ""
    old, new = side_of(content.get("old")), side_of(content.get("new"))
    return Change(table, kind, (key,), {} if kind is Kind.INSERT else old, {} if kind is Kind.DELETE else new)


def side_of(state: Any) -> dict[str, Any]:
    """The old or new values of a delta, with the geometry as rows hold it."""
    if not isinstance(state, Mapping):
        return {}
    values = dict(state.get("attributes") or {})
    if "geometry" in state:
        values[GEOMETRY] = _blob(state["geometry"])
    return values


def _blob(wkt: Optional[str]) -> Optional[bytes]:
    """A delta's WKT in the form rows of a GeoPackage have, so that one map shows both."""
    geometry = QgsGeometry.fromWkt(wkt or "")
    return None if geometry.isNull() else geometry_blob(bytes(geometry.asWkb()), 0)


def part_of(changes: Changeset, chosen: Iterable[Change]) -> Changeset:
    """The changeset of these rows only."""
    wanted = {(change.table, change.kind, change.key) for change in chosen}
    return changes.filtered(lambda change: (change.table, change.kind, change.key) in wanted)
