# SPDX-License-Identifier: GPL-2.0-or-later
"""Check the foreign keys that a changeset touched, at a cost that follows the changeset."""

from __future__ import annotations

import sqlite3
from typing import Any, Dict, Sequence, Set, Tuple

from ..errors import ConstraintBroken
from ..message import Message
from .changeset import TableChanges
from .schema import ForeignKey, Schema, Table
from .sql import all_of, comma, names, placeholders, quoted, sql

Values = Set[Tuple[Any, ...]]


def check_foreign_keys(
    connection: sqlite3.Connection, schema: Schema, changed: Sequence[Tuple[TableChanges, Table]]
) -> None:
    """Raises `ConstraintBroken` when a written row has no parent, or a row that is gone still has children.

    What was broken before and was not touched is left alone.
    """
    changes_of: Dict[str, TableChanges] = {table.name.lower(): changes for changes, table in changed}
    for child in schema:
        for foreign_key in child.foreign_keys:
            parent = schema.get(foreign_key.parent)
            if parent is None or len(foreign_key.columns) != len(foreign_key.parent_columns):
                continue
            written = changes_of.get(child.name.lower())
            if written is not None:
                new = _values(connection, written, foreign_key.columns, after=True)
                _require_parents(connection, child, parent, foreign_key, new)
            removed = changes_of.get(parent.name.lower())
            if removed is not None:
                old = _values(connection, removed, foreign_key.parent_columns, after=False)
                _require_no_children(connection, child, parent, foreign_key, old)


def _values(
    connection: sqlite3.Connection, changes: TableChanges, columns: Tuple[str, ...], *, after: bool
) -> Values:
    """What rows got in these columns (`after`), or had before; without those that have a NULL, which refer to
    nothing.
    """
    position_of = {name.lower(): position for position, name in enumerate(changes.columns)}
    wanted = [position_of[name.lower()] for name in columns if name.lower() in position_of]
    if len(wanted) != len(columns):
        return set()
    rows = changes.inserts if after else changes.deletes
    found = {tuple(row[position] for position in wanted) for row in rows}
    select = sql(
        *(
            "SELECT",
            names(changes.columns[position] for position in wanted),
            "FROM",
            "main." + quoted(changes.name),
        ),
        *("WHERE", all_of(quoted(column) + " = ?" for column in changes.key_columns)),
    )
    for positions, updates in changes.updates.items():
        touched = [
            (place, positions.index(position))
            for place, position in enumerate(wanted)
            if position in positions
        ]
        if not touched:
            continue
        count, end = len(positions), len(positions) + len(changes.key)
        start = 0 if after else end
        for row in updates:
            values = [None] * len(wanted)
            if len(touched) < len(wanted):
                values = list(connection.execute(select, row[count:end]).fetchone())
            for place, index in touched:
                values[place] = row[start + index]
            found.add(tuple(values))
    return {values for values in found if None not in values}


def _require_parents(
    connection: sqlite3.Connection, child: Table, parent: Table, foreign_key: ForeignKey, values: Values
) -> None:
    where = all_of(quoted(name) + " = ?" for name in foreign_key.parent_columns)
    select = sql("SELECT 1 FROM", "main." + quoted(parent.name), "WHERE", where)
    for one in values:
        if connection.execute(select, one).fetchone() is None:
            raise ConstraintBroken(
                Message(
                    "The changes refer from “{child}” to a row of “{parent}” that is not there "
                    "({key}). Nothing was changed.",
                    child=child.name,
                    parent=parent.name,
                    key=comma(map(str, one)),
                )
            )


def _require_no_children(
    connection: sqlite3.Connection, child: Table, parent: Table, foreign_key: ForeignKey, values: Values
) -> None:
    if not values:
        return
    own = [f"c{number}" for number in range(len(foreign_key.columns))]
    connection.execute("DROP TABLE IF EXISTS temp.gone_parents")
    connection.execute(sql("CREATE TEMP TABLE gone_parents (", names(own), ")"))
    insert = sql("INSERT INTO temp.gone_parents VALUES (", placeholders(len(own)), ")")
    connection.executemany(insert, values)
    is_parent = all_of(
        f"p.{quoted(theirs)} = c.{quoted(ours)}"
        for theirs, ours in zip(foreign_key.parent_columns, foreign_key.columns)
    )
    refers = names(foreign_key.columns, "c.")
    orphan = connection.execute(
        sql(
            *("SELECT", refers, "FROM", "main." + quoted(child.name), "AS c"),
            *("WHERE (", refers, ") IN (SELECT", names(own), "FROM temp.gone_parents)"),
            *("AND NOT EXISTS (SELECT 1 FROM", "main." + quoted(parent.name), "AS p"),
            *("WHERE", is_parent, ") LIMIT 1"),
        )
    ).fetchone()
    connection.execute("DROP TABLE temp.gone_parents")
    if orphan is not None:
        raise ConstraintBroken(
            Message(
                "The changes remove a row of “{parent}” ({key}) that “{child}” "
                "still refers to. Nothing was changed.",
                parent=parent.name,
                key=comma(map(str, orphan)),
                child=child.name,
            )
        )
