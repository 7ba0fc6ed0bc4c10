# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackages whose tables differ: compared on the columns they share, and taken over as wholes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import AbstractSet, Dict, List, Mapping, Optional, Tuple

from ..gpkg import (
    NO_RENAMES,
    Change,
    Changeset,
    Renames,
    Schema,
    Table,
    TableChanges,
    attach,
    connect,
    copy_geopackage,
    read_schema,
    transaction,
)
from ..gpkg.sql import names, quoted, sql

Shape = Mapping[str, Tuple[Tuple[str, ...], Tuple[str, ...]]]
"""The stored columns and the key of every table."""


def shape_of(path: Path) -> Shape:
    """What has to be equal for two GeoPackages to be compared row by row."""
    return _shape(schema_of(path))


def schema_of(path: Path) -> Schema:
    with closing(connect(path)) as connection:
        return read_schema(connection)


def _shape(schema: Schema) -> Dict[str, Tuple[Tuple[str, ...], Tuple[str, ...]]]:
    return {table.name: (table.stored_columns, table.key) for table in schema}


def project(source: Path, like: Path, destination: Path, names_there: Renames = NO_RENAMES) -> None:
    """Make at `destination` the rows of `source` in the tables of `like`: what only one of them has is left out.

    Columns that only `like` has get their default, unless `names_there` tells what `source` calls them and their table.
    """
    copy_geopackage(like, destination)
    with closing(connect(destination, write=True)) as connection:
        attach(connection, source, "source")
        target, origin = read_schema(connection), read_schema(connection, "source")
        with transaction(connection):
            triggers = _drop(connection, "trigger")
            for table in target:
                there = origin.get(names_there.table(table.name))
                _refill(connection, table, there, names_there.of(table.name))
            for statement in triggers:
                connection.execute(statement)


def _refill(
    connection: sqlite3.Connection, table: Table, origin: Optional[Table], names_there: Mapping[str, str]
) -> None:
    connection.execute(sql("DELETE FROM", "main." + quoted(table.name)))
    if origin is None:
        return
    theirs = {name.lower() for name in origin.stored_columns}
    pairs = [(name, names_there.get(name, name)) for name in table.stored_columns]
    pairs = [(here, there) for here, there in pairs if there.lower() in theirs]
    if pairs:
        columns, values = names(here for here, _ in pairs), names(there for _, there in pairs)
        target, source = "main." + quoted(table.name), "source." + quoted(origin.name)
        connection.execute(sql("INSERT OR IGNORE INTO", target, f"({columns}) SELECT {values} FROM", source))


def fits(changeset: Changeset, schema: Schema) -> bool:
    """Whether the changes are about tables as `schema` has them; tables may have been changed since."""
    known = {table.name: table.stored_columns for table in schema}
    return all(known.get(table.name) == table.columns for table in changeset.tables)


def fitted(changeset: Changeset, schema: Schema, renames: Renames = NO_RENAMES) -> Changeset:
    """The changes without the tables and columns that `schema` has not; `renames` tells what it calls the others."""
    tables = []
    for table in changeset.tables:
        name = renames.table(table.name)
        target = schema.get(name)
        if target is None:
            continue
        known = set(target.stored_columns)
        if name == table.name and known >= set(table.columns):
            tables.append(table)
        elif target.key == renames.key(table.name, table.key_columns):
            tables.append(_narrow(table, name, known, renames.of(table.name)))
    return Changeset(tables)


def _narrow(
    table: TableChanges, name: str, known: AbstractSet[str], renames: Mapping[str, str]
) -> TableChanges:
    new_name = {column: renames.get(column, column) for column in table.columns}
    columns = tuple(new for new in new_name.values() if new in known)
    key = tuple(columns.index(new_name[column]) for column in table.key_columns)
    geometry = None if table.geometry is None else new_name[table.columns[table.geometry]]
    place = columns.index(geometry) if geometry in columns else None
    result = TableChanges(name, columns, key, place, table.integer_key)
    for change in table:
        old, new = (
            {new_name[column]: value for column, value in side.items() if new_name[column] in known}
            for side in (change.old, change.new)
        )
        result.add(Change(name, change.kind, change.key, old, new))
    return result


def transplant(connection: sqlite3.Connection) -> None:
    """Inside a transaction, make the GeoPackage's content that of the one attached as `source`.

    Not by replacing the file: QGIS may have it open, and would go on writing into the one that is gone.
    """
    _drop(connection, "trigger")
    _drop(connection, "view")
    virtual = [name for name, text in _objects(connection, "main", "table") if _is_virtual(text)]
    for name in virtual:
        connection.execute("DROP TABLE main." + quoted(name))
    _drop(connection, "table")
    origin = read_schema(connection, "source")
    for table in origin:
        connection.execute(table.definition)
        columns = names((*_rowid_of(table), *table.stored_columns))
        target, source = "main." + quoted(table.name), "source." + quoted(table.name)
        connection.execute(sql("INSERT INTO", target, f"({columns}) SELECT {columns} FROM", source))
    for name, text in _objects(connection, "source", "table"):
        if _is_virtual(text):
            connection.execute(text)
            target, source = "main." + quoted(name), "source." + quoted(name)
            connection.execute(sql("INSERT INTO", target, "SELECT * FROM", source))
    _copy_counters(connection)
    for kind in ("index", "view", "trigger"):
        for _, text in _objects(connection, "source", kind):
            connection.execute(text)
    for pragma in ("application_id", "user_version"):
        value = connection.execute(f"PRAGMA source.{pragma}").fetchone()[0]
        connection.execute(f"PRAGMA main.{pragma} = {int(value)}")


def _drop(connection: sqlite3.Connection, kind: str) -> List[str]:
    """Drop every object of a kind; returns the statements that make them again."""
    found = _objects(connection, "main", kind)
    for name, _ in found:
        connection.execute(sql(f"DROP {kind.upper()} IF EXISTS main." + quoted(name)))
    return [text for _, text in found]


def _objects(connection: sqlite3.Connection, database: str, kind: str) -> List[Tuple[str, str]]:
    return connection.execute(
        sql(
            "SELECT name, sql FROM", quoted(database) + ".sqlite_master", "WHERE type = ? AND sql IS NOT NULL"
        )
        + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
        (kind,),
    ).fetchall()


def _is_virtual(text: str) -> bool:
    return text.split(None, 2)[:2] == ["CREATE", "VIRTUAL"]


def _rowid_of(table: Table) -> Tuple[str, ...]:
    """The row id of tables whose columns do not show it: rows are told apart by it."""
    return () if table.rowid is None or table.integer_key else (table.rowid,)


def _copy_counters(connection: sqlite3.Connection) -> None:
    """The highest keys ever given, lest a key of a deleted row be given again."""
    for database in ("main", "source"):
        query = sql("SELECT 1 FROM", database + ".sqlite_master", "WHERE name = 'sqlite_sequence'")
        if connection.execute(query).fetchone() is None:
            return
    connection.execute("DELETE FROM main.sqlite_sequence")
    connection.execute("INSERT INTO main.sqlite_sequence SELECT * FROM source.sqlite_sequence")
