# SPDX-License-Identifier: GPL-2.0-or-later
"""Conflicts follow tables and columns to their new names; what was written into those that are gone is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Iterable, Iterator, List, Mapping

from ..gpkg import Change, Changeset, ConflictKind, Kind, Renames, Schema
from .conflict import CHANGED_TWICE, Conflict


def in_new_names(conflicts: Iterable[Conflict], renames: Renames) -> List[Conflict]:
    """The conflicts, about tables and columns as they are called from now on."""
    return [_in_new_names(conflict, renames) for conflict in conflicts]


def _in_new_names(conflict: Conflict, renames: Renames) -> Conflict:
    names = renames.of(conflict.table)
    others = renames.of(conflict.other_table or conflict.table)
    sides = {} if conflict.column else {side: _row(getattr(conflict, side), names) for side in _SIDES}
    return replace(
        conflict,
        table=renames.table(conflict.table),
        column=names.get(conflict.column, conflict.column),
        other_table=renames.table(conflict.other_table),
        other_base=_row(conflict.other_base, others),
        **sides,
    )


_SIDES = ("base", "mine", "theirs")
_GONE = ConflictKind.DELETED_AND_CHANGED.value


def _row(row: Any, names: Mapping[str, str]) -> Any:
    return {names.get(name, name): value for name, value in row.items()} if isinstance(row, dict) else row


def has_home(conflict: Conflict, schema: Schema) -> bool:
    """Whether the table, and the column, that the conflict is about are there."""
    table = schema.get(conflict.table)
    return table is not None and (not conflict.column or conflict.column in table.stored_columns)


def homeless(file: str, mine: Changeset, schema: Schema, renames: Renames) -> List[Conflict]:
    """What I wrote into tables and columns that `schema` has no more, as conflicts that theirs has won."""
    found: List[Conflict] = []
    for table in mine.tables:
        target = schema.get(renames.table(table.name))
        if target is None or target.key != renames.key(table.name, table.key_columns):
            rows = (change for change in table if change.kind is not Kind.DELETE)
            found += (Conflict(file, _GONE, row.table, row.key, "", row.old or None, row.new) for row in rows)
            continue
        home = {*target.stored_columns, *renames.of(table.name)}
        gone = [name for name in table.columns if name not in home]
        found += (conflict for change in table for conflict in _values(file, change, gone))
    return found


def _values(file: str, change: Change, columns: Iterable[str]) -> Iterator[Conflict]:
    for column in columns:
        value = change.new.get(column)
        if value is not None or (change.kind is Kind.UPDATE and column in change.new):
            old = change.old.get(column)
            yield Conflict(file, CHANGED_TWICE, change.table, change.key, column, old, value)
