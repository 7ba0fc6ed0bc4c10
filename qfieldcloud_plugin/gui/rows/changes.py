# SPDX-License-Identifier: GPL-2.0-or-later
"""What differs here and there: tables with some of their rows, and whole files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from ...core.row_titles import RowTitles
from ...core.standing import FileDifference, TableDifference
from ...engine.gpkg import Change, Kind
from ...engine.sync.plan import Action
from ...i18n import said, tr
from .. import wording
from ..nodes import Node
from .values import NO_TITLES, LayerNames, key_text, layer_name, value_text


@dataclass(frozen=True)
class ChangeAt:
    """A change with the file it belongs to; `side` is "here" or "there"."""

    file: str
    change: Change
    side: str

    @property
    def table(self) -> str:
        return self.change.table


@dataclass(frozen=True)
class FileAt:
    file: str
    side: str
    table: str = ""


_KIND_LOOK = {
    Kind.INSERT: ("inserted", "inserted"),
    Kind.UPDATE: ("updated", "updated"),
    Kind.DELETE: ("deleted", "deleted"),
}


def counts(table: TableDifference) -> str:
    """ "2 new · 1 changed", as short as it can be said."""
    parts = []
    if table.inserted:
        parts.append(tr("%n new", table.inserted))
    if table.updated:
        parts.append(tr("%n changed", table.updated))
    if table.deleted:
        parts.append(tr("%n deleted", table.deleted))
    return " · ".join(parts)


def difference_nodes(
    files: Sequence[FileDifference], layers: LayerNames, side: str, titles: RowTitles = NO_TITLES
) -> list[Node]:
    """Tables first (they are what people edit), then files that travel as a whole."""
    tables = [_table_node(file, table, layers, side, titles) for file in files for table in file.tables]
    whole = [_file_node(file, side) for file in files if not file.tables]
    return tables + whole


def _table_node(
    file: FileDifference, table: TableDifference, layers: LayerNames, side: str, titles: RowTitles
) -> Node:
    node = Node(
        layer_name(layers, file.name, table.table),
        counts(table),
        icon="table",
        bold=True,
        key=f"{side}:{file.name}:{table.table}",
        tip=tr("Table {table} in {file}").format(table=table.table, file=file.name),
        payload=FileAt(file.name, side, table.table),
    )
    titles.prepare(file.name, table.table, [change.key for change in table.sample])
    for change in table.sample:
        node.add(_change_node(file.name, change, side, titles.title(file.name, table.table, change.key)))
    hidden = table.rows - len(table.sample)
    if hidden > 0:
        node.add(Node(tr("%n more row(s)", hidden), tr("Open the table to see all."), payload=node.payload))
    return node


def _change_node(file: str, change: Change, side: str, title: str) -> Node:
    icon, tone = _KIND_LOOK[change.kind]
    return Node(
        f"{title}  #{key_text(change.key)}" if title else row_title(change),
        changed_columns(change),
        icon=icon,
        tone=tone,
        key=f"{side}:{file}:{change.table}:{change.key}",
        payload=ChangeAt(file, change, side),
    )


_NAMELIKE = ("name", "title", "label", "bezeichnung", "nom", "nombre", "code", "id")


def row_title(change: Change) -> str:
    """What a person may know the row by: a name if the row has one, and its key."""
    key = key_text(change.key)
    values = change.new or change.old
    by_name = {name.casefold(): value for name, value in values.items()}
    for name in _NAMELIKE:
        text = by_name.get(name)
        if isinstance(text, str) and text:
            return f"{text}  #{key}"
    return f"#{key}"


def changed_columns(change: Change) -> str:
    if change.kind is not Kind.UPDATE:
        return ""
    parts = []
    for name, value in change.new.items():
        if isinstance(value, (bytes, memoryview)) or isinstance(change.old.get(name), (bytes, memoryview)):
            parts.append(tr("{column} moved").format(column=name))
        else:
            parts.append(f"{name}: {value_text(change.old.get(name))} → {value_text(value)}")
    return "; ".join(parts)


_ACTION_WORDS = {
    Action.UPLOAD: lambda: tr("will be sent"),
    Action.DOWNLOAD: lambda: tr("will be received"),
    Action.DELETE_HERE: lambda: tr("was deleted on the server"),
    Action.DELETE_THERE: lambda: tr("will be deleted on the server"),
    Action.CONFLICT: lambda: tr("was changed on both sides"),
    Action.MERGE: lambda: tr("has new rows"),
}


def _file_node(file: FileDifference, side: str) -> Node:
    words = _ACTION_WORDS.get(file.action)
    deleted = file.action in (Action.DELETE_HERE, Action.DELETE_THERE)
    return Node(
        file.name,
        said(file.reason) or (words() if words else ""),
        aside=wording.size(file.size) if file.size else "",
        icon="deleted" if deleted else "file",
        tone="deleted" if deleted else None,
        key=f"{side}:{file.name}",
        payload=FileAt(file.name, side),
    )
