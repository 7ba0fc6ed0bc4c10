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
from ..project.project import Project
from . import values
from .errors import DeltaCannotCarry
from .model import CREATE, DELETE, PATCH, Delta, State
from .ordering import in_order


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
    for layer_id, target in project.tables().items():
        layer = project.layer(layer_id)
        if target.path != path.resolve() or layer.read_only:
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
) -> List[Delta]:
    """The deltas that make these changes (a `Changeset`, or some of one), ready to be sent in one file.

    Patches tell only what they change, and of the old values only those: so nothing else can conflict. Take a
    new `client_id` for each push, because the keys in the deltas are those of the server at this moment.
    `sha256_of` tells the digest of an attachment by the value of its field, None if the file is not there.
    What cannot be said in a delta goes into `left_out`; without that list it raises DeltaCannotCarry.
    """
    composer = _Composer(
        {layer.table.name: layer for layer in layers}, client_id, export_id, on_conflict, sha256_of
    )
    deltas = composer.deltas(list(changes))
    if left_out is not None:
        left_out.extend(composer.left_out)
    elif composer.left_out:
        change, reason = composer.left_out[0]
        more = f" (and {len(composer.left_out) - 1} more)" if len(composer.left_out) > 1 else ""
        raise DeltaCannotCarry(f"A change in “{change.table}” cannot be sent as a delta: {reason}{more}.")
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

    def deltas(self, changes: List[Change]) -> List[Delta]:
        sendable = [change for change in changes if self._can_be_sent(change)]
        tables = {layer.table.name: layer.table for layer in self.layers.values()}
        return [delta for change in in_order(sendable, tables) for delta in self._deltas_of(change)]

    def _can_be_sent(self, change: Change) -> bool:
        reason = self._obstacle(change)
        if reason is not None:
            self.left_out.append(LeftOut(change, reason))
        return reason is None

    def _obstacle(self, change: Change) -> Optional[str]:
        layer = self.layers.get(change.table)
        if layer is None:
            return "it belongs to no layer of the project that can be edited"
        if len(change.key) != 1 or change.key[0] is None or layer.key not in ("", *layer.table.key):
            return "the table has no primary key of one column"
        try:
            for side in (change.old, change.new):
                self._state(layer, side)
        except (values.ValueDoesNotFit, InvalidGeometry) as error:
            return str(error)
        return None

    def _deltas_of(self, change: Change) -> Iterator[Delta]:
        layer = self.layers[change.table]
        old, new = self._state(layer, change.old), self._state(layer, change.new)
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
        filled = {
            column.name: _default_of(column.default)
            for column in layer.table.columns
            if column.default is not None and change.new.get(column.name, column) is None
        }
        filled = {name: value for name, value in filled.items() if value is not None}
        if not filled:
            return None
        return _as_part(self._state(layer, filled)), _as_part(self._state(layer, dict.fromkeys(filled)))

    def _state(self, layer: SourceLayer, side: Mapping[str, Any]) -> State:
        geometry = layer.table.geometry.name if layer.table.geometry else ""
        attributes = {
            name: values.to_json(value, values.kind_of(layer.table.column(name).type))
            for name, value in side.items()
            if name != geometry
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


def _default_of(expression: str) -> Any:
    """The value of a column's default, None if it has none that could be known here."""
    connection = sqlite3.connect(":memory:")
    try:
        return connection.execute(f"SELECT {expression}").fetchone()[0]
    except sqlite3.Error:
        return None
    finally:
        connection.close()
