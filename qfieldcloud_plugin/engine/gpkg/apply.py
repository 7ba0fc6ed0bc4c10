# SPDX-License-Identifier: GPL-2.0-or-later
"""Apply a changeset: all of it in one transaction, or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import Dict, Iterator, List, Tuple, Union

from ..errors import SchemaDoesNotFit
from .changeset import Changeset, TableChanges
from .connection import PathLike, opened, savepoint, sqlite_errors, transaction
from .foreign_keys import check_foreign_keys
from .schema import Schema, Table, read_schema
from .sql import quoted
from .upkeep import keep_up
from .write import TableWriter

# Upkeep writes to these two, whatever the changeset touches.
_ALWAYS_TOUCHED = ("gpkg_contents", "gpkg_ogr_contents")


def apply(changeset: Changeset, target: Union[PathLike, sqlite3.Connection]) -> None:
    """Make the changes in the GeoPackage at `target`, a path or a connection.

    Inside the caller's `transaction(connection)` it becomes part of it, else it is committed. Every row is
    checked to be in its old state (`ChangeDoesNotFit`), and every rule to hold afterwards
    (`ConstraintBroken`). Triggers do not run, because the changeset already holds what they did; spatial
    index, feature count and extent are kept up.
    """
    if not changeset:
        return
    with opened(target, write=True) as connection, sqlite_errors():
        if connection.in_transaction:
            _apply_within(changeset, connection)
        else:
            with transaction(connection):
                _apply_within(changeset, connection)


def _apply_within(changeset: Changeset, connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA foreign_keys").fetchone()[0]:
        raise ValueError("Begin the transaction with gpkg.transaction(): cascades would change rows twice.")
    schema = read_schema(connection)
    tables = [(changes, _fitting_table(schema, changes)) for changes in changeset.tables]
    with savepoint(connection):
        touched = {table.name.lower() for _, table in tables}.union(_ALWAYS_TOUCHED)
        with _triggers_asleep(connection, touched):
            for changes, table in tables:
                TableWriter(connection, table, changes).write()
            keep_up(connection, schema, tables)
        check_foreign_keys(connection, schema, tables)


def _fitting_table(schema: Schema, changes: TableChanges) -> Table:
    table = schema.get(changes.name)
    if table is None:
        raise SchemaDoesNotFit(f"There is no table “{changes.name}” to change. Nothing was changed.")
    missing = set(changes.columns) - set(table.stored_columns)
    if missing or tuple(changes.columns[position] for position in changes.key) != table.key:
        what = f"the column “{min(missing)}”" if missing else "the same primary key"
        raise SchemaDoesNotFit(f"The table “{changes.name}” does not have {what}. Nothing was changed.")
    return table


@contextmanager
def _triggers_asleep(connection: sqlite3.Connection, touched: set[str]) -> Iterator[None]:
    """Drops the triggers of the tables and creates them again, which nobody outside the transaction sees."""
    rows: List[Tuple[str, str, str]] = connection.execute(
        "SELECT name, tbl_name, sql FROM main.sqlite_master WHERE type = 'trigger' ORDER BY rowid"
    ).fetchall()
    asleep: Dict[str, str] = {name: statement for name, table, statement in rows if table.lower() in touched}
    for name in asleep:
        connection.execute("DROP TRIGGER main." + quoted(name))
    yield
    for statement in asleep.values():
        connection.execute(statement)
