# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns that got another name keep their values; what was written into tables and columns that are gone is told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Iterable, Iterator, List, Mapping, Tuple

from ..gpkg import Change, Changeset, ConflictKind, Kind, Schema, Table, attach, connect, read_schema
from ..gpkg.sql import all_of, quoted, sql
from .conflict import CHANGED_TWICE, Conflict

Renames = Mapping[str, Mapping[str, str]]
"""By table: the new name of a column by its old one."""

NO_RENAMES: Renames = {}


def renames_between(before: Path, after: Path) -> Renames:
    """The columns that stand in `after` at the place, with the type and with the values of others in `before`.

    SQLite keeps no record of a renaming; where no value tells, it is taken for a column gone and another come.
    """
    with closing(connect(before)) as connection:
        attach(connection, after, "after")
        new = read_schema(connection, "after")
        found = {}
        for table in read_schema(connection):
            other = new.get(table.name)
            if other is not None and table.key and table.key == other.key:
                found[table.name] = {
                    one: two
                    for one, two in _candidates(table, other)
                    if _same_values(connection, table, one, two)
                }
        return {name: pairs for name, pairs in found.items() if pairs}


def _candidates(before: Table, after: Table) -> Iterable[Tuple[str, str]]:
    known = {name.lower() for name in before.stored_columns}
    left = {name.lower() for name in after.stored_columns}
    for one, two in zip(before.stored_columns, after.stored_columns):
        if one.lower() in left or two.lower() in known:
            continue
        if before.column(one).type.upper() == after.column(two).type.upper():
            yield one, two


def _same_values(connection: sqlite3.Connection, table: Table, one: str, two: str) -> bool:
    meets = all_of(f"a.{quoted(name)} = b.{quoted(name)}" for name in table.key)
    before, after = f"a.{quoted(one)}", f"b.{quoted(two)}"
    name = quoted(table.name)
    same, other = connection.execute(
        sql(
            *("SELECT coalesce(sum(", before, "IS", after, "AND", before, "IS NOT NULL), 0),"),
            *("coalesce(sum(", before, "IS NOT", after, "), 0)"),
            *("FROM main." + name, "AS a JOIN after." + name, "AS b ON", meets),
        )
    ).fetchone()
    return bool(same > other)


def in_new_names(conflicts: Iterable[Conflict], renames: Renames) -> List[Conflict]:
    """The conflicts, about columns as they are called from now on."""
    found = []
    for conflict in conflicts:
        names, others = (
            renames.get(conflict.table, {}),
            renames.get(conflict.other_table or conflict.table, {}),
        )
        sides = {} if conflict.column else {side: _row(getattr(conflict, side), names) for side in _SIDES}
        found.append(
            replace(
                conflict,
                column=names.get(conflict.column, conflict.column),
                other_base=_row(conflict.other_base, others),
                **sides,
            )
        )
    return found


_SIDES = ("base", "mine", "theirs")
_GONE = ConflictKind.DELETED_AND_CHANGED.value


def _row(row: Any, names: Mapping[str, str]) -> Any:
    return {names.get(name, name): value for name, value in row.items()} if isinstance(row, dict) else row


def has_home(conflict: Conflict, schema: Schema) -> bool:
    """Whether the table, and the column, that the conflict is about are there."""
    table = schema.get(conflict.table)
    return table is not None and (not conflict.column or conflict.column in table.stored_columns)


def homeless(file: str, mine: Changeset, schema: Schema, renames: Renames) -> List[Conflict]:
    """What I wrote into tables and columns that theirs has no more, as conflicts that theirs has won."""
    found: List[Conflict] = []
    for table in mine.tables:
        target = schema.get(table.name)
        if target is None or target.key != table.key_columns:
            rows = (change for change in table if change.kind is not Kind.DELETE)
            found += (Conflict(file, _GONE, row.table, row.key, "", row.old or None, row.new) for row in rows)
            continue
        home = {*target.stored_columns, *renames.get(table.name, {})}
        gone = [name for name in table.columns if name not in home]
        found += (conflict for change in table for conflict in _values(file, change, gone))
    return found


def _values(file: str, change: Change, columns: Iterable[str]) -> Iterator[Conflict]:
    for column in columns:
        value = change.new.get(column)
        if value is not None or (change.kind is Kind.UPDATE and column in change.new):
            old = change.old.get(column)
            yield Conflict(file, CHANGED_TWICE, change.table, change.key, column, old, value)
