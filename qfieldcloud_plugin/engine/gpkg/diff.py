# SPDX-License-Identifier: GPL-2.0-or-later
"""The changeset between two states of a GeoPackage."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Iterator, List, Optional, Tuple, Union

from ..errors import SchemaDoesNotFit
from .changeset import Changeset, TableChanges
from .compare import compare_tables
from .connection import PathLike, attach, memory_connection, sqlite_errors, time_limit
from .schema import Schema, Table, read_schema
from .sql import names, quoted, sql
from .upkept import UPKEPT_COLUMNS

Source = Union[PathLike, sqlite3.Connection]


def diff(
    base: PathLike,
    other: Source,
    *,
    immutable_base: bool = False,
    cancelled: Optional[Callable[[], bool]] = None,
) -> Changeset:
    """What was done to the GeoPackage `base` to become `other`, which may be a path or an open connection.

    Rows are told apart by their primary key, rows of tables without one by all their values. Geometries are
    equal when their WKB is. `immutable_base` promises that nobody writes to `base` meanwhile.
    """
    with (
        _pair(base, other, immutable_base) as (connection, base_name, other_name, paths),
        time_limit(connection, *paths, cancelled=cancelled),
        sqlite_errors(paths[-1]),
    ):
        before, after = read_schema(connection, base_name), read_schema(connection, other_name)
        return Changeset(_compared(connection, base_name, other_name, before, after))


def _compared(
    connection: sqlite3.Connection, base: str, other: str, before: Schema, after: Schema
) -> Iterator[TableChanges]:
    for table in before:
        later = after.get(table.name)
        if later is None:
            gone = TableChanges.of_table(table)
            gone.deletes = _all_rows(connection, base, table)
            yield gone
        elif (table.stored_columns, table.key) != (later.stored_columns, later.key):
            raise SchemaDoesNotFit(f"The columns of “{table.name}” differ between the two files.")
        else:
            yield compare_tables(
                connection, base, other, table, ignored=UPKEPT_COLUMNS.get(table.name.lower(), ())
            )
    for table in after:
        if table.name not in before:
            new = TableChanges.of_table(table)
            new.inserts = _all_rows(connection, other, table)
            yield new


def _all_rows(connection: sqlite3.Connection, database: str, table: Table) -> List[Tuple[object, ...]]:
    statement = sql(
        "SELECT", names(table.stored_columns), "FROM", quoted(database) + "." + quoted(table.name)
    )
    return connection.execute(statement).fetchall()


@contextmanager
def _pair(
    base: PathLike, other: Source, immutable_base: bool
) -> Iterator[Tuple[sqlite3.Connection, str, str, List[PathLike]]]:
    """One connection that sees both states, each as of one moment, and the names it knows them by."""
    if isinstance(other, sqlite3.Connection):
        with _attached(other, base, immutable_base) as name:
            yield other, name, "main", [base, *_paths(other)]
        return
    connection = memory_connection()
    try:
        attach(connection, base, "base", immutable=immutable_base)
        attach(connection, other, "other")
        connection.execute("BEGIN")
        yield connection, "base", "other", [base, other]
    finally:
        connection.close()


@contextmanager
def _attached(connection: sqlite3.Connection, base: PathLike, immutable: bool) -> Iterator[str]:
    databases = {row[1] for row in connection.execute("PRAGMA database_list")}
    name = next(name for name in (f"base_{number}" for number in range(100)) if name not in databases)
    attach(connection, base, name, immutable=immutable)
    try:
        yield name
    finally:
        # Inside a transaction SQLite keeps what was read attached until the end.
        if not connection.in_transaction:
            connection.execute("DETACH DATABASE " + quoted(name))


def _paths(connection: sqlite3.Connection) -> List[PathLike]:
    return [Path(row[2]) for row in connection.execute("PRAGMA database_list") if row[1] == "main" and row[2]]
