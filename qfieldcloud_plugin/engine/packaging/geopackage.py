# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the GeoPackages of a package: whole tables at the speed of the disk, the same bytes for the same rows."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Callable, Optional

from ..errors import GeoPackageMalformed
from ..gpkg.connection import attach, sqlite_errors, time_limit
from ..gpkg.schema import Column
from ..gpkg.sql import placeholders, quoted, sql
from ..message import Message
from . import layout
from .numbered_rows import Miscounted, NumberedRows
from .spatial_index import IndexWriter
from .table_copy import TableCopy

_SQLITE_VERSION_IN_HEADER = 96
_FIXED_SQLITE_VERSION = (3_040_001).to_bytes(4, "big")
_MOST_ROWS_ON_SMALL_PAGES = 20_000
# Nobody else sees the file before it is complete, so neither a journal nor a sync protects anything. All of them
# name the new file: without a name they would reach into the sources.
_PRAGMAS = (
    "main.journal_mode = OFF", "main.synchronous = OFF", "main.locking_mode = EXCLUSIVE",
    "main.cache_size = -8000", "temp_store = FILE", "trusted_schema = OFF",
    f"main.application_id = {layout.APPLICATION_ID}", f"main.user_version = {layout.USER_VERSION}",
)  # fmt: skip

_PLAIN_TYPE = re.compile(r"^[\w ]*(?:\(\s*\d+\s*(?:,\s*\d+\s*)?\))?\s*$", re.ASCII)
_LITERAL = re.compile(
    r"^(?:[-+]?\d+(?:\.\d+)?|'(?:[^']|'')*'|NULL|CURRENT_(?:TIME|DATE|TIMESTAMP))$", re.IGNORECASE
)


def write_geopackage(
    destination: Path,
    copies: list[TableCopy],
    scratch: Optional[Path] = None,
    cancelled: Optional[Callable[[], bool]] = None,
) -> None:
    """Write a new GeoPackage with these tables. Raises GeoPackageError; what it began is then removed."""
    try:
        try:
            _write(destination, copies, scratch, cancelled, trusts_counts=True)
        except Miscounted:
            # From the start: traces of a second thought would make equal rows into different bytes.
            destination.unlink()
            _write(destination, copies, scratch, cancelled, trusts_counts=False)
    except BaseException:
        destination.unlink(missing_ok=True)
        raise


def _write(
    destination: Path,
    copies: list[TableCopy],
    scratch: Optional[Path],
    cancelled: Optional[Callable[[], bool]],
    *,
    trusts_counts: bool,
) -> None:
    uri = destination.absolute().as_uri()
    with (
        sqlite_errors(destination),
        closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection,
    ):
        if scratch is not None:
            attach(connection, scratch, "scratch")
        for pragma in (f"main.page_size = {_page_size(connection, copies)}", *_PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")
        with time_limit(connection, *{copy.source for copy in copies}, cancelled=cancelled):
            _write_tables(connection, copies, trusts_counts=trusts_counts)
    fix_version(destination)


def fix_version(path: Path) -> None:
    """The version of the library that wrote last is no part of the content."""
    with path.open("r+b") as file:
        file.seek(_SQLITE_VERSION_IN_HEADER)
        file.write(_FIXED_SQLITE_VERSION)


def _page_size(connection: sqlite3.Connection, copies: list[TableCopy]) -> int:
    """Large pages write a large table a sixth faster; for many small tables they would be mostly empty."""
    if len(copies) > 1:
        return layout.PAGE_SIZE
    copy = copies[0]
    if copy.selection is not None:
        highest = connection.execute(sql("SELECT max(id) FROM", "scratch." + quoted(copy.selection)))
    else:
        attach(connection, copy.source, "source")
        rowid, table = quoted(copy.schema.rowid or "rowid"), "source." + quoted(copy.schema.name)
        highest = connection.execute(sql("SELECT max(", rowid, ") FROM", table))
    return (
        layout.LARGE_PAGE_SIZE
        if (highest.fetchone()[0] or 0) > _MOST_ROWS_ON_SMALL_PAGES
        else layout.PAGE_SIZE
    )


def _write_tables(connection: sqlite3.Connection, copies: list[TableCopy], *, trusts_counts: bool) -> None:
    connection.execute("BEGIN")
    for statement in layout.REGISTRIES:
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", layout.REFERENCE_SYSTEMS
    )
    connection.execute("COMMIT")
    for copy in copies:
        if not _has_source(connection):
            attach(connection, copy.source, "source")
        connection.execute("BEGIN")
        try:
            _TableWriter(connection, copy, trusts_counts=trusts_counts).write()
        except sqlite3.IntegrityError as error:
            # Such rows SQLite never lets in: the same key twice, in pages that something else has written.
            raise GeoPackageMalformed(
                Message(
                    "{name} is damaged ({error}). It was left as it is; restore an earlier version.",
                    name=copy.source.name,
                    error=str(error),
                )
            ) from error
        connection.execute("COMMIT")
        connection.execute("DETACH source")


def _has_source(connection: sqlite3.Connection) -> bool:
    return any(row[1] == "source" for row in connection.execute("PRAGMA database_list"))


class _TableWriter:
    def __init__(self, connection: sqlite3.Connection, copy: TableCopy, *, trusts_counts: bool) -> None:
        self.connection = connection
        self.trusts_counts = trusts_counts
        self.copy = copy
        self.schema = copy.schema
        self.name = copy.name
        self.key = copy.local_key

    def write(self) -> None:
        execute = self.connection.execute
        execute(self._definition())
        count = self._copy_rows()
        self._register()
        if self.schema.geometry is not None:
            extent = IndexWriter(self.connection, self.copy).write(count)
            if extent is not None:
                execute(
                    "UPDATE main.gpkg_contents SET min_x = ?, max_x = ?, min_y = ?, max_y = ? WHERE table_name = ?",
                    (*extent, self.name),
                )
            for statement in layout.rtree_triggers(self.name, self.copy.geometry, self.key):
                execute(statement)
        execute("INSERT INTO main.gpkg_ogr_contents VALUES (?, ?)", (self.name, count))
        for statement in layout.count_triggers(self.name):
            execute(statement)
        self._copy_column_registry()

    def _definition(self) -> str:
        parts = [f"{quoted(self.key)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
        if self.schema.geometry is not None:
            parts.append(f"{quoted(self.copy.geometry)} {_geometry_type(self.schema.geometry.type)}")
        parts += [_column_definition(item, is_key=item.name in self.schema.key) for item in self.copy.fields]
        return sql("CREATE TABLE", quoted(self.name), "(" + ", ".join(parts) + ")")

    def _copy_rows(self) -> int:
        """The copy's feature id is the source's row id: rows that did not change stay where they were."""
        columns = [item.name for item in self.copy.fields]
        if self.schema.geometry is not None:
            columns.insert(0, self.copy.geometry)
        target, source = "main." + quoted(self.name), "source." + quoted(self.schema.name)
        rowid = quoted(self.schema.rowid or "rowid")
        rows = NumberedRows(self.connection, target, quoted(self.key), source, rowid)
        if self.copy.selection is None:
            return rows.copy(columns, self._counted() if self.trusts_counts else None)
        chosen = sql("SELECT id FROM", "scratch." + quoted(self.copy.selection))
        return rows.copy_some(columns, sql("WHERE", rowid, "IN (", chosen, ")"))

    def _counted(self) -> Optional[int]:
        """What OGR has counted; counting anew would read the whole table."""
        if not self._source_has("gpkg_ogr_contents"):
            return None
        counted = "SELECT feature_count FROM source.gpkg_ogr_contents WHERE lower(table_name) = lower(?)"
        row = self.connection.execute(counted, (self.schema.name,)).fetchone()
        return row[0] if row is not None else None

    def _register(self) -> None:
        geometry = self.schema.geometry
        srs_id = geometry.srs_id if geometry is not None else 0
        identifier, description = self._description()
        self.connection.execute(
            "INSERT INTO main.gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                self.name, "features" if geometry is not None else "attributes", identifier, description,
                layout.NO_TIME, srs_id,
            ),
        )  # fmt: skip
        if geometry is None:
            return
        self.connection.execute(
            "INSERT OR IGNORE INTO main.gpkg_spatial_ref_sys SELECT srs_name, srs_id, organization, "
            "organization_coordsys_id, definition, description FROM source.gpkg_spatial_ref_sys WHERE srs_id = ?",
            (srs_id,),
        )
        self.connection.execute(
            "INSERT INTO main.gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)",
            (self.name, geometry.name, _geometry_type(geometry.type), srs_id, geometry.z, geometry.m),
        )
        self.connection.execute(
            "INSERT INTO main.gpkg_extensions VALUES (?, ?, ?, ?, ?)",
            (self.name, geometry.name, *layout.RTREE_EXTENSION),
        )

    def _description(self) -> tuple[str, str]:
        """Identifier and description; identifiers must be unique, and the same table may be here twice."""
        row = self.connection.execute(
            "SELECT identifier, description FROM source.gpkg_contents WHERE lower(table_name) = lower(?)",
            (self.schema.name,),
        ).fetchone() or (None, "")
        taken = self.connection.execute(
            "SELECT 1 FROM main.gpkg_contents WHERE identifier = ?", (row[0],)
        ).fetchone()
        return (self.name if taken or row[0] is None else row[0]), row[1]

    def _copy_column_registry(self) -> None:
        """Types such as JSON, and value lists, are registered beside the table and belong to it."""
        if not self._source_has("gpkg_data_columns"):
            return
        kept = [item.name for item in self.copy.fields]
        rows = self.connection.execute(
            sql(
                "SELECT column_name, name, title, description, mime_type, constraint_name",
                "FROM source.gpkg_data_columns WHERE lower(table_name) = lower(?)",
                "AND column_name IN (" + placeholders(len(kept)) + ") ORDER BY column_name",
            ),
            (self.schema.name, *kept),
        ).fetchall()
        if not rows:
            return
        for statement in layout.COLUMN_REGISTRIES:
            self.connection.execute(statement)
        self.connection.executemany(
            "INSERT INTO main.gpkg_data_columns VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(self.name, *row) for row in rows],
        )
        self.connection.execute(
            "INSERT OR IGNORE INTO main.gpkg_extensions VALUES (?, NULL, ?, ?, ?)",
            ("gpkg_data_columns", *layout.SCHEMA_EXTENSION),
        )
        if self._source_has("gpkg_data_column_constraints"):
            self.connection.executemany(
                "INSERT OR IGNORE INTO main.gpkg_data_column_constraints "
                "SELECT * FROM source.gpkg_data_column_constraints WHERE constraint_name = ?",
                sorted({(row[5],) for row in rows if row[5]}),
            )

    def _source_has(self, table: str) -> bool:
        query = "SELECT 1 FROM source.sqlite_master WHERE type = 'table' AND name = ?"
        return self.connection.execute(query, (table,)).fetchone() is not None


def _geometry_type(name: str) -> str:
    """Registries hold what they were given; only letters may reach a CREATE TABLE statement."""
    return name if name.isalpha() and name.isascii() else "GEOMETRY"


def _column_definition(column: Column, *, is_key: bool) -> str:
    """Name, type and plain default. Rules of the source are checked where the row comes home, as in QFieldCloud."""
    parts = [quoted(column.name)]
    if column.type.strip() and _PLAIN_TYPE.match(column.type):
        # As declared, so that OGR reads the same field from it on the device as it does at home.
        parts.append(column.type.strip())
    if column.default is not None and not is_key and _LITERAL.match(column.default.strip()):
        parts.append(f"DEFAULT {column.default.strip()}")
    return " ".join(parts)
