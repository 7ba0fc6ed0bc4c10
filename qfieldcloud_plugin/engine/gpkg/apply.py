# SPDX-License-Identifier: GPL-2.0-or-later
"""Apply a changeset: all of it in one transaction, or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import AbstractSet, Dict, Iterator, List, Tuple, Union

from ..errors import SchemaDoesNotFit
from ..message import Message
from .changeset import Changeset, TableChanges
from .connection import PathLike, opened, savepoint, sqlite_errors, transaction
from .foreign_keys import check_foreign_keys
from .migrate import Migration
from .schema import Schema, Table, read_schema
from .sql import quoted, sql
from .upkeep import keep_up
from .write import NotInBulk, TableWriter

# Upkeep writes to these two, whatever the changeset touches.
_ALWAYS_TOUCHED = ("gpkg_contents", "gpkg_ogr_contents")


def apply(
    changeset: Changeset, target: Union[PathLike, sqlite3.Connection], *, check_references: bool = True
) -> None:
    """Make the changes in the GeoPackage at `target`, a path or a connection.

    Inside the caller's `transaction(connection)` it becomes part of it, else it is committed. Every row is
    checked to be in its old state (`ChangeDoesNotFit`), and every rule to hold afterwards
    (`ConstraintBroken`). Triggers do not run, because the changeset already holds what they did; spatial
    index, feature count and extent are kept up. Without `check_references` foreign keys may be left broken: for a
    state that is only looked at.
    """
    if not changeset:
        return
    with opened(target, write=True) as connection, sqlite_errors():
        if connection.in_transaction:
            _apply_within(changeset, connection, check_references=check_references)
        else:
            with transaction(connection):
                _apply_within(changeset, connection, check_references=check_references)


def _apply_within(changeset: Changeset, connection: sqlite3.Connection, *, check_references: bool) -> None:
    if connection.execute("PRAGMA foreign_keys").fetchone()[0]:
        raise ValueError("Begin the transaction with gpkg.transaction(): cascades would change rows twice.")
    with savepoint(connection) as undo:
        try:
            applied = _attempt(changeset, connection, careful=False)
        except (NotInBulk, sqlite3.IntegrityError):
            undo()
            applied = _attempt(changeset, connection, careful=True)
        if check_references:
            check_foreign_keys(connection, *applied)


def _attempt(
    changeset: Changeset, connection: sqlite3.Connection, *, careful: bool
) -> Tuple[Schema, List[Tuple[TableChanges, Table]]]:
    """The tables as they are afterwards, and those that were changed, each with its changes."""
    migration = Migration(connection, changeset)
    touched = {table.name.lower() for table in changeset.tables}.union(_ALWAYS_TOUCHED)
    touched.update(change.table.lower() for change in changeset.definitions)
    migration.check()
    with _triggers_asleep(connection, touched, migration):
        migration.prepare()
        schema = read_schema(connection)
        for changes in changeset.tables:
            table, fitting = _fitting_table(schema, changes, migration), migration.before_rebuild(changes)
            TableWriter(connection, table, fitting, careful=careful).write_old()
        migration.rebuild()
        schema = read_schema(connection) if changeset.definitions else schema
        for changes in changeset.tables:
            table, fitting = schema[changes.name], migration.after_rebuild(changes)
            TableWriter(connection, table, fitting, careful=careful).write_new()
        schema = read_schema(connection) if changeset.definitions else schema
        tables = [(changes, schema[changes.name]) for changes in changeset.tables]
        keep_up(connection, schema, tables)
        migration.finish()
    schema = read_schema(connection) if changeset.definitions else schema
    return schema, [pair for pair in tables if pair[0].name in schema]


def _fitting_table(schema: Schema, changes: TableChanges, migration: Migration) -> Table:
    table = schema.get(changes.name)
    if table is None:
        raise SchemaDoesNotFit(
            Message("There is no table “{table}” to change. Nothing was changed.", table=changes.name)
        )
    missing = set(changes.columns) - set(table.stored_columns)
    same_key = changes.key_columns == table.key
    if missing or not (same_key or changes.name in migration.altered):
        what = (
            Message("the column “{column}”", column=min(missing))
            if missing
            else Message("the same primary key")
        )
        raise SchemaDoesNotFit(
            Message(
                "The table “{table}” does not have {what}. Nothing was changed.",
                table=changes.name,
                what=what,
            )
        )
    return table


@contextmanager
def _triggers_asleep(
    connection: sqlite3.Connection, touched: AbstractSet[str], migration: Migration
) -> Iterator[None]:
    """Drops the triggers of the tables and creates them again, which nobody outside the transaction sees."""
    rows = connection.execute(
        "SELECT name, tbl_name, sql FROM main.sqlite_master WHERE type = 'trigger' ORDER BY rowid"
    ).fetchall()
    asleep: Dict[str, str] = {name: statement for name, table, statement in rows if table.lower() in touched}
    for name in asleep:
        connection.execute(sql("DROP TRIGGER", "main." + quoted(name)))
    yield
    for name, statement in asleep.items():
        if name not in migration.triggers:
            connection.execute(statement)
