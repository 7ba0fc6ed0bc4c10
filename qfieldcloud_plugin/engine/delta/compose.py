# SPDX-License-Identifier: GPL-2.0-or-later
"""Make deltas of changes: any QFieldCloud can apply them, and they conflict only where people really did."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Optional, Tuple
from uuid import uuid4

from ..gpkg import wkt
from ..gpkg.changeset import Change, Kind
from ..gpkg.geometry import InvalidGeometry, wkb
from ..gpkg.schema import Table
from ..gpkg.sql import sql
from ..message import Message, said_by
from ..project.project import Project
from . import values
from .errors import DeltaCannotCarry
from .model import CREATE, DELETE, PATCH, Delta, State
from .ordering import any_order_will_do, in_order


@dataclass(frozen=True)
class SourceLayer:
    """A layer whose table's changes become deltas."""

    id: str
    name: str
    table: Table
    key: str = ""
    """The field by which the server tells features apart; empty: the table's own key."""
    crs: str = ""
    attachment_fields: Tuple[str, ...] = ()


class LeftOut(NamedTuple):
    """A change that cannot travel as a delta, and why."""

    change: Change
    reason: str


def source_layers(project: Project, path: Path) -> List[SourceLayer]:
    """The layers that show tables of the GeoPackage at `path`: one a table, preferably an unfiltered one."""
    found: Dict[str, Tuple[bool, SourceLayer]] = {}
    wanted = path.resolve()
    for layer_id, target in project.tables().items():
        layer = project.layer(layer_id)
        if target.path.resolve() != wanted or layer.read_only:
            continue
        is_whole = not target.subset
        known = found.get(target.table)
        if known is None or (is_whole and not known[0]):
            attachments = tuple(layer.attachment_fields)
            source = SourceLayer(layer_id, layer.name, target.schema, target.key, layer.crs, attachments)
            found[target.table] = (is_whole, source)
    return [source for _, source in found.values()]


def compose(
    changes: Iterable[Change],
    layers: Iterable[SourceLayer],
    *,
    client_id: str,
    export_id: Optional[str] = None,
    on_conflict: str = "",
    sha256_of: Optional[Callable[[str], Optional[str]]] = None,
    left_out: Optional[List[LeftOut]] = None,
    most: Optional[int] = None,
) -> List[Delta]:
    """The deltas that make these changes (a `Changeset`, or some of one), ready to be sent in one file.

    Patches tell only what they change, and of the old values only those: so nothing else can conflict. Take a
    new `client_id` for each push, because the keys in the deltas are those of the server at this moment.
    `sha256_of` tells the digest of an attachment by the value of its field, None if the file is not there.
    What cannot be said in a delta goes into `left_out`; without that list it raises DeltaCannotCarry. When there
    are `most` deltas, the rest of the changes may be left for another time (and are in neither list).
    """
    composer = _Composer(
        {layer.table.name: layer for layer in layers}, client_id, export_id, on_conflict, sha256_of
    )
    deltas = composer.deltas(changes, most)
    if left_out is not None:
        left_out.extend(composer.left_out)
    elif composer.left_out:
        change, reason = composer.left_out[0]
        raise DeltaCannotCarry(
            Message(
                "A change in “{table}” cannot be sent as a delta: {reason}.",
                table=change.table,
                reason=reason,
            )
        )
    return deltas


@dataclass
class _Composer:
    layers: Mapping[str, SourceLayer]
    client_id: str
    export_id: Optional[str]
    on_conflict: str
    sha256_of: Optional[Callable[[str], Optional[str]]]

    def __post_init__(self) -> None:
        self.left_out: List[LeftOut] = []
        self._kinds = {
            name: {column.name: values.kind_of(column.type) for column in layer.table.columns}
            for name, layer in self.layers.items()
        }
        self._defaults = {name: _defaults_of(layer.table) for name, layer in self.layers.items()}

    def deltas(self, changes: Iterable[Change], most: Optional[int]) -> List[Delta]:
        tables = {layer.table.name: layer.table for layer in self.layers.values()}
        if most is not None and any_order_will_do(tables):
            return self._some_deltas(changes, most)
        states = {id(change): (change, self._sayable(change)) for change in changes}
        sendable = [change for change, sides in states.values() if sides is not None]
        deltas: List[Delta] = []
        for change in in_order(sendable, tables):
            _, sides = states.get(id(change), (change, None))
            deltas.extend(self._deltas_of(change, *(sides or self._states(change))))
        return deltas

    def _some_deltas(self, changes: Iterable[Change], most: int) -> List[Delta]:
        deltas: List[Delta] = []
        for change in changes:
            if len(deltas) >= most:
                break
            sides = self._sayable(change)
            if sides is not None:
                deltas.extend(self._deltas_of(change, *sides))
        return deltas

    def _sayable(self, change: Change) -> Optional[Tuple[State, State]]:
        try:
            return self._states(change)
        except (_NotSendable, values.ValueDoesNotFit, InvalidGeometry) as error:
            self.left_out.append(LeftOut(change, said_by(error)))
            return None

    def _states(self, change: Change) -> Tuple[State, State]:
        """The two sides of the change as a delta says them. Raises if that cannot be done."""
        layer = self.layers.get(change.table)
        if layer is None:
            raise _NotSendable(Message("it belongs to no layer of the project that can be edited"))
        if len(change.key) != 1 or change.key[0] is None or layer.key not in ("", *layer.table.key):
            raise _NotSendable(Message("the table has no primary key of one column"))
        return self._state(layer, change.old), self._state(layer, change.new)

    def _deltas_of(self, change: Change, old: State, new: State) -> Iterator[Delta]:
        layer = self.layers[change.table]
        if change.kind is Kind.DELETE:
            yield self._delta(layer, change, DELETE, old=old)
        elif change.kind is Kind.UPDATE:
            yield self._delta(layer, change, PATCH, old=_as_part(old), new=_as_part(new))
        else:
            yield self._delta(layer, change, CREATE, new=new)
            emptied = self._emptied(layer, change)
            if emptied is not None:
                yield self._delta(layer, change, PATCH, old=emptied[0], new=emptied[1])

    def _emptied(self, layer: SourceLayer, change: Change) -> Optional[Tuple[State, State]]:
        """A server without the extension fills NULL with the default: one patch more makes it NULL again."""
        defaults = self._defaults[change.table]
        filled = {name: value for name, value in defaults.items() if change.new.get(name, value) is None}
        if not filled:
            return None
        return _as_part(self._state(layer, filled)), _as_part(self._state(layer, dict.fromkeys(filled)))

    def _state(self, layer: SourceLayer, side: Mapping[str, Any]) -> State:
        geometry = layer.table.geometry.name if layer.table.geometry else ""
        kinds = self._kinds[layer.table.name]
        attributes = {
            name: values.to_json(value, kinds[name]) for name, value in side.items() if name != geometry
        }
        return State(
            attributes=attributes,
            geometry=_geometry_text(side[geometry]) if geometry in side else None,
            has_geometry=geometry in side,
            files_sha256=self._digests(layer, attributes),
        )

    def _digests(
        self, layer: SourceLayer, attributes: Mapping[str, Any]
    ) -> Optional[Dict[str, Optional[str]]]:
        if self.sha256_of is None:
            return None
        names = {attributes.get(field) for field in layer.attachment_fields}
        return {name: self.sha256_of(name) for name in sorted(name for name in names if name)} or None

    def _delta(
        self,
        layer: SourceLayer,
        change: Change,
        method: str,
        *,
        old: Optional[State] = None,
        new: Optional[State] = None,
    ) -> Delta:
        return Delta(
            uuid=str(uuid4()),
            method=method,
            local_layer_id=layer.id,
            source_layer_id=layer.id,
            local_pk=str(change.key[0]),
            source_pk=str(change.key[0]),
            client_id=self.client_id,
            export_id=self.export_id,
            local_layer_crs=layer.crs,
            local_layer_name=layer.name,
            old=old,
            new=new,
            on_conflict=self.on_conflict,
            explicit_nulls=method == CREATE,
        )


def _as_part(state: State) -> State:
    return State(state.attributes, state.geometry, state.has_geometry, state.files_sha256, is_snapshot=False)


def _geometry_text(blob: Any) -> Optional[str]:
    if blob is None:
        return None
    if not isinstance(blob, bytes):
        raise InvalidGeometry("the geometry column holds something that is no geometry")
    return wkt.wkb_to_wkt(wkb(blob))


def _defaults_of(table: Table) -> Dict[str, Any]:
    """The values that columns get when nothing is said, as far as they can be known here."""
    found = {column.name: _value_of(column.default) for column in table.columns if column.default is not None}
    return {name: value for name, value in found.items() if value is not None}


def _value_of(expression: str) -> Any:
    connection = sqlite3.connect(":memory:")
    try:
        return connection.execute(sql("SELECT", expression)).fetchone()[0]
    except sqlite3.Error:
        return None
    finally:
        connection.close()


class _NotSendable(Exception):
    """A change of a row that deltas cannot name."""
