# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns that got another name: their values follow the name. And what becomes of edits in columns that are gone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Iterable, List, Mapping, Tuple

from ..gpkg import Changeset, Kind, Schema, Table, attach, connect, read_schema
from ..gpkg.sql import all_of, quoted, sql
from .conflict import CHANGED_TWICE, Conflict

Renames = Mapping[str, Mapping[str, str]]
"""By table: the new name of a column by its old one."""

NONE: Renames = {}


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


def _row(row: Any, names: Mapping[str, str]) -> Any:
    return {names.get(name, name): value for name, value in row.items()} if isinstance(row, dict) else row


def homeless(file: str, mine: Changeset, schema: Schema, renames: Renames) -> List[Conflict]:
    """What I wrote into columns that theirs has no more, as conflicts that theirs has won."""
    found = []
    for table in mine.tables:
        target = schema.get(table.name)
        if target is None:
            continue
        home = {*target.stored_columns, *renames.get(table.name, {})}
        gone = [name for name in table.columns if name not in home]
        for change in table if gone and table.key else ():
            for name in gone:
                value = change.new.get(name)
                if (change.kind is Kind.UPDATE and name in change.new) or value is not None:
                    old = change.old.get(name)
                    found.append(
                        Conflict(file, CHANGED_TWICE, table.name, change.key, name, old, value, None)
                    )
    return found
