# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a changeset has been applied to a GeoPackage: asked after a crash, answered by the rows."""

from __future__ import annotations

import sqlite3
from typing import Optional

from .changeset import Change, Changeset, Kind, TableChanges
from .row import same_value
from .sql import all_of, names, quoted, sql


def is_applied(changeset: Changeset, connection: sqlite3.Connection) -> bool:
    """In doubt (every row was edited since) the answer is no: then the sync starts anew and compares, which may
    ask a person something but never takes another's change for an old state.
    """
    return stands(changeset, connection) or False


def stands(changeset: Changeset, connection: sqlite3.Connection) -> Optional[bool]:
    """A changeset is applied whole or not at all, so each row that nobody edited since answers alike; None: no row
    does."""
    done = undone = 0
    for table in changeset.tables:
        for change in table:
            new, old = (
                _row_stands(connection, table, change, new=True),
                _row_stands(connection, table, change, new=False),
            )
            done += new and not old
            undone += old and not new
    return None if done == undone else done > undone


def _row_stands(connection: sqlite3.Connection, table: TableChanges, change: Change, *, new: bool) -> bool:
    """Whether the row is in the state after (or before) the change."""
    values = change.new if new else change.old
    is_gone = change.kind is (Kind.DELETE if new else Kind.INSERT)
    name = "main." + quoted(table.name)
    if not change.key:
        known = dict(values or change.new or change.old)
        where = all_of(quoted(column) + " IS ?" for column in known)
        found = connection.execute(
            sql("SELECT 1 FROM", name, "WHERE", where), tuple(known.values())
        ).fetchone()
        return (found is None) is is_gone
    where = all_of(quoted(column) + " = ?" for column in table.key_columns)
    columns = names(values) if values else "1"
    row = connection.execute(sql("SELECT", columns, "FROM", name, "WHERE", where), change.key).fetchone()
    if row is None or is_gone:
        return (row is None) is is_gone
    geometry = None if table.geometry is None else table.columns[table.geometry]
    return all(
        same_value(expected, found, column == geometry)
        for (column, expected), found in zip(values.items(), row)
    )
