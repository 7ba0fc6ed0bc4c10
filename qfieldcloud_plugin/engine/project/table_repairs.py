# SPDX-License-Identifier: GPL-2.0-or-later
"""Repairs inside a GeoPackage: a table gets a primary key, a relation gets a UUID. Call them in a transaction."""

from __future__ import annotations

import re
import sqlite3
import uuid
from typing import NamedTuple

from ..gpkg.schema import Table
from ..gpkg.sql import names, quoted, sql
from ..message import Message
from .errors import RepairImpossible

_SQL_TOKEN = re.compile(
    r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|/\*.*?\*/|[A-Za-z_]\w*|\S""", re.DOTALL
)

# Where a GeoPackage keeps names of columns: the list, and in it the table and the column.
_COLUMN_LISTS = (
    ("gpkg_geometry_columns", "table_name", "column_name"),
    ("gpkg_data_columns", "table_name", "column_name"),
    ("gpkg_extensions", "table_name", "column_name"),
    ("gpkg_metadata_reference", "table_name", "column_name"),
    ("gpkgext_relations", "base_table_name", "base_primary_column"),
    ("gpkgext_relations", "related_table_name", "related_primary_column"),
)


def add_integer_key(connection: sqlite3.Connection, table: Table) -> str:
    """Rebuild the table with an integer primary key; answers the key's name. What was the key becomes UNIQUE.

    Columns, checks, defaults, indexes and triggers stay; the row ids too, so a spatial index stays right.
    """
    if table.rtree is not None:
        raise RepairImpossible(
            Message(
                "“{table}” has a spatial index on its present key; change the key in QGIS.", table=table.name
            )
        )
    key = _free_column(table, "fid")
    temporary = f"{table.name}__with_key"
    connection.execute(_definition_with_key(table, temporary, key))
    stored = [column.name for column in table.columns if not column.generated]
    if table.rowid is not None:
        columns, values = [key, *stored], [quoted(table.rowid), *map(quoted, stored)]
    else:
        columns, values = stored, [quoted(name) for name in stored]
    connection.execute(
        sql("INSERT INTO", quoted(temporary), "(" + names(columns) + ")",
            "SELECT", ", ".join(values), "FROM", quoted(table.name), "ORDER BY", values[0])
    )  # fmt: skip
    belongings = connection.execute(
        "SELECT sql FROM sqlite_master WHERE lower(tbl_name) = lower(?) AND type IN ('index', 'trigger') "
        "AND sql IS NOT NULL ORDER BY rowid",
        (table.name,),
    ).fetchall()
    # Views and triggers that mention the table may stay as they are: they will mean the new one.
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute(sql("DROP TABLE", quoted(table.name)))
    connection.execute(sql("ALTER TABLE", quoted(temporary), "RENAME TO", quoted(table.name)))
    connection.execute("PRAGMA legacy_alter_table = OFF")
    for (statement,) in belongings:
        connection.execute(statement)
    return key


def add_uuid(connection: sqlite3.Connection, table: Table) -> str:
    """Add a text column with a UUID for every row, unless there is one already; answers its name."""
    for column in table.columns:
        if column.name.lower() == "uuid" and _holds_unique_values(connection, table, column.name):
            return column.name
    name = _free_column(table, "uuid")
    rowid = quoted(table.rowid or "rowid")
    connection.execute(sql("ALTER TABLE", quoted(table.name), "ADD COLUMN", quoted(name), "TEXT"))
    ids = connection.execute(sql("SELECT", rowid, "FROM", quoted(table.name))).fetchall()
    connection.executemany(
        sql("UPDATE", quoted(table.name), "SET", quoted(name), "= ? WHERE", rowid, "= ?"),
        [(str(uuid.uuid4()), row_id) for (row_id,) in ids],
    )
    connection.execute(
        sql(
            "CREATE UNIQUE INDEX",
            quoted(f"{table.name}_{name}"),
            "ON",
            quoted(table.name),
            "(",
            quoted(name),
            ")",
        )
    )
    return name


def rename_column(connection: sqlite3.Connection, table: Table, old: str, new: str) -> None:
    """Indexes, triggers, views and foreign keys follow by themselves; GeoPackage's own lists of columns here."""
    connection.execute(
        sql("ALTER TABLE", quoted(table.name), "RENAME COLUMN", quoted(old), "TO", quoted(new))
    )
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for registry, of_table, of_column in _COLUMN_LISTS:
        if registry in there:
            where = sql("lower(", of_table, ") = lower(?) AND lower(", of_column, ") = lower(?)")
            update = sql("UPDATE", registry, "SET", of_column, "= ? WHERE", where)
            connection.execute(update, (new, table.name, old))


class Parent(NamedTuple):
    """The rows that a child refers to. `database` is the name under which the connection knows their GeoPackage."""

    table: Table
    field: str
    uuid: str
    database: str


def add_reference(connection: sqlite3.Connection, child: Table, child_field: str, parent: Parent) -> str:
    """Add a column to the child that holds the parent's UUID instead of its key; answers its name."""
    name = _free_column(child, f"{child_field}_uuid")
    connection.execute(sql("ALTER TABLE main." + quoted(child.name), "ADD COLUMN", quoted(name), "TEXT"))
    connection.execute(
        sql(
            "UPDATE main." + quoted(child.name), "SET", quoted(name), "= (SELECT", "p." + quoted(parent.uuid),
            "FROM", quoted(parent.database) + "." + quoted(parent.table.name), "AS p",
            "WHERE p." + quoted(parent.field), "=", quoted(child.name) + "." + quoted(child_field), ")",
        )
    )  # fmt: skip
    return name


def _holds_unique_values(connection: sqlite3.Connection, table: Table, column: str) -> bool:
    total, distinct = connection.execute(
        sql("SELECT count(*), count(DISTINCT", quoted(column), ") FROM", quoted(table.name))
    ).fetchone()
    return bool(total == distinct)


def _free_column(table: Table, wanted: str) -> str:
    taken = {column.name.lower() for column in table.columns}
    name, number = wanted, 1
    while name.lower() in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name


def _definition_with_key(table: Table, name: str, key: str) -> str:
    """The CREATE TABLE statement under another name, with a new first column and UNIQUE for PRIMARY KEY."""
    tokens = list(_SQL_TOKEN.finditer(table.definition))
    opening = next((index for index, token in enumerate(tokens) if token.group() == "("), None)
    closing = next((index for index in range(len(tokens) - 1, -1, -1) if tokens[index].group() == ")"), None)
    if opening is None or closing is None or "AS" in (token.group().upper() for token in tokens[:opening]):
        raise RepairImpossible(
            Message(
                "The definition of “{table}” is too unusual to be changed automatically.", table=table.name
            )
        )
    body = table.definition[tokens[opening].end() : tokens[closing].start()]
    body = re.sub(r"\bAUTOINCREMENT\b", "", _with_unique(body), flags=re.IGNORECASE)
    column = f"{quoted(key)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
    return f"CREATE TABLE {quoted(name)} ({column}, {body})"


def _with_unique(body: str) -> str:
    pieces, position = [], 0
    tokens = [token for token in _SQL_TOKEN.finditer(body) if not token.group().startswith(("--", "/*"))]
    for token, following in zip(tokens, tokens[1:]):
        if token.group().upper() == "PRIMARY" and following.group().upper() == "KEY":
            pieces += [body[position : token.start()], "UNIQUE"]
            position = following.end()
    pieces.append(body[position:])
    return "".join(pieces)
