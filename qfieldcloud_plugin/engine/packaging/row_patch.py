# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts few changed rows into a copy of the last package's GeoPackage, so that a large table is not written again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from ..gpkg import TableChanges
from ..gpkg.connection import attach, connect, sqlite_errors
from ..gpkg.sql import names, placeholders, quoted, sql
from ..gpkg.table_changes import Change, Kind
from .geopackage import fix_version
from .spatial_index import MOST_ROWS_INDEXED_ANEW, extent_in_source
from .table_copy import TableCopy

# Row by row costs some twenty times what a whole table costs a row.
_LEAST_ROWS_A_CHANGE = 50
_LEAST_PAGES_A_FREE_PAGE = 10
_PRAGMAS = ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE")


def can_patch(copy: TableCopy, changes: TableChanges) -> bool:
    """Whether patching surely gives the rows that writing the whole table would give."""
    schema = copy.schema
    if not schema.integer_key or copy.selection is not None or any(item.generated for item in schema.columns):
        return False
    return changes.columns == schema.stored_columns


def is_worth_patching(former: Path, table: str, changes: TableChanges) -> bool:
    """Tables small enough for a new index are always written anew: their bytes depend on their rows alone."""
    with closing(connect(former, immutable=True)) as connection, sqlite_errors(former):
        counted = "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ?"
        rows = (connection.execute(counted, (table,)).fetchone() or (0,))[0]
        free = connection.execute("PRAGMA freelist_count").fetchone()[0]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    is_large = rows > max(MOST_ROWS_INDEXED_ANEW, len(changes) * _LEAST_ROWS_A_CHANGE)
    return bool(is_large and free * _LEAST_PAGES_A_FREE_PAGE < pages)


def patch_rows(path: Path, copy: TableCopy, changes: TableChanges) -> bool:
    """Carry the changes out in `path`, a copy that nobody else knows. False if they do not fit: then throw it away.

    The file's own triggers keep its spatial index and its feature count. Raises GeoPackageError.
    """
    with closing(connect(path, write=True)) as connection, sqlite_errors(path):
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        attach(connection, copy.source, "source")
        connection.execute("BEGIN")
        patch = _Patch(connection, copy)
        if not all(patch.apply(change) for change in changes):
            return False
        patch.renew_extent()
        connection.execute("COMMIT")
    fix_version(path)
    return True


class _Patch:
    def __init__(self, connection: sqlite3.Connection, copy: TableCopy) -> None:
        self.connection = connection
        self.copy = copy
        self.table = "main." + quoted(copy.name)
        self.here = sql("WHERE", quoted(copy.local_key), "= ?")

    def apply(self, change: Change) -> bool:
        """Whether exactly one row was concerned."""
        if change.kind is Kind.DELETE:
            cursor = self.connection.execute(sql("DELETE FROM", self.table, self.here), change.key)
        elif change.kind is Kind.UPDATE:
            columns = list(change.new)
            assignments = ", ".join(f"{quoted(column)} = ?" for column in columns)
            values = [change.new[column] for column in columns]
            statement = sql("UPDATE", self.table, "SET", assignments, self.here)
            cursor = self.connection.execute(statement, [*values, *change.key])
        else:
            columns = list(change.new)
            statement = sql(
                "INSERT OR IGNORE INTO", self.table, "(" + names([self.copy.local_key, *columns]) + ")",
                "VALUES (" + placeholders(len(columns) + 1) + ")",
            )  # fmt: skip
            cursor = self.connection.execute(
                statement, [*change.key, *(change.new[item] for item in columns)]
            )
        return cursor.rowcount == 1

    def renew_extent(self) -> None:
        extent = extent_in_source(self.connection, self.copy)
        if extent is not None:
            self.connection.execute(
                "UPDATE main.gpkg_contents SET min_x = ?, max_x = ?, min_y = ?, max_y = ? WHERE table_name = ?",
                (*extent, self.copy.name),
            )
