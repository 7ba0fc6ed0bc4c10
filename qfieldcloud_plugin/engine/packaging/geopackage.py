# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the GeoPackages of a package: whole tables at the speed of the disk, the same bytes for the same rows."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional

from ..gpkg.connection import attach, sqlite_errors, time_limit
from ..gpkg.geometry import InvalidGeometry, envelope
from ..gpkg.schema import Column, Table
from ..gpkg.sql import names, placeholders, quoted, sql
from . import layout
from .options import EXPORT_KEY
from .rtree import NODE_SIZE, Cell, round_down, round_up, sort_key, write_rtree

# Below this a new index takes no noticeable time, and is the same whatever the history of the source's index.
_MOST_ROWS_INDEXED_ANEW = 20_000
_MOST_CELLS_SORTED_IN_MEMORY = 50_000
_SQLITE_VERSION_IN_HEADER = 96
_FIXED_SQLITE_VERSION = (3_040_001).to_bytes(4, "big")

_PLAIN_TYPE = re.compile(r"^[\w ]*(?:\(\s*\d+\s*(?:,\s*\d+\s*)?\))?\s*$", re.ASCII)
_LITERAL = re.compile(
    r"^(?:[-+]?\d+(?:\.\d+)?|'(?:[^']|'')*'|NULL|CURRENT_(?:TIME|DATE|TIMESTAMP))$", re.IGNORECASE
)


@dataclass(frozen=True)
class TableCopy:
    """One table to be copied. `selection` names a table of row ids in the scratch database; None means all rows."""

    source: Path
    schema: Table
    name: str
    """The table's name in the package."""
    selection: Optional[str] = None

    @property
    def fields(self) -> list[Column]:
        """What QGIS sees as the layer's fields, in its order: the key first, never the geometry."""
        columns = [item for item in self.schema.columns if item.name not in (self.geometry, EXPORT_KEY)]
        if self.schema.integer_key:
            columns.sort(key=lambda item: item.name != self.schema.key[0])
        return columns

    @property
    def geometry(self) -> str:
        return self.schema.geometry.name if self.schema.geometry else ""

    @property
    def local_key(self) -> str:
        """The feature id column of the copy: `fid`, or `fid_1` … when the source has a field of that name."""
        taken = {item.name.lower() for item in self.schema.columns}
        if "fid" not in taken:
            return "fid"
        number = 1
        while f"fid_{number}" in taken:
            number += 1
        return f"fid_{number}"


@dataclass
class _Box:
    """Grows around cells, in full precision."""

    bounds: list[float] = field(default_factory=list)

    def add(self, minx: float, maxx: float, miny: float, maxy: float) -> None:
        if not self.bounds:
            self.bounds = [minx, maxx, miny, maxy]
        else:
            low_x, high_x, low_y, high_y = self.bounds
            self.bounds = [min(low_x, minx), max(high_x, maxx), min(low_y, miny), max(high_y, maxy)]


def write_geopackage(
    destination: Path,
    copies: list[TableCopy],
    scratch: Optional[Path] = None,
    cancelled: Optional[Callable[[], bool]] = None,
) -> None:
    """Write a new GeoPackage with these tables. Raises GeoPackageError; what it began is then removed."""
    try:
        with sqlite_errors(destination):
            _write(destination, copies, scratch, cancelled)
        with destination.open("r+b") as file:  # the writing library's version is no part of the content
            file.seek(_SQLITE_VERSION_IN_HEADER)
            file.write(_FIXED_SQLITE_VERSION)
    except BaseException:
        destination.unlink(missing_ok=True)
        raise


def _write(
    destination: Path,
    copies: list[TableCopy],
    scratch: Optional[Path],
    cancelled: Optional[Callable[[], bool]],
) -> None:
    connection = sqlite3.connect(destination.absolute().as_uri(), uri=True, isolation_level=None)
    try:
        # Nobody else sees the file before it is complete, so neither a journal nor a sync protects anything.
        for pragma in (
            f"page_size = {layout.PAGE_SIZE}", "journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE",
            "cache_size = -8000", "temp_store = FILE", "trusted_schema = OFF",
            f"application_id = {layout.APPLICATION_ID}", f"user_version = {layout.USER_VERSION}",
        ):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        with time_limit(connection, *{copy.source for copy in copies}, cancelled=cancelled):
            _write_tables(connection, copies, scratch)
    finally:
        connection.close()


def _write_tables(connection: sqlite3.Connection, copies: list[TableCopy], scratch: Optional[Path]) -> None:
    if scratch is not None:
        attach(connection, scratch, "scratch")
    connection.execute("BEGIN")
    _create_registries(connection)
    connection.execute("COMMIT")
    for copy in copies:
        attach(connection, copy.source, "source")
        connection.execute("BEGIN")
        _TableWriter(connection, copy).write()
        connection.execute("COMMIT")
        connection.execute("DETACH source")


def _create_registries(connection: sqlite3.Connection) -> None:
    for statement in layout.REGISTRIES:
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", layout.REFERENCE_SYSTEMS
    )


class _TableWriter:
    def __init__(self, connection: sqlite3.Connection, copy: TableCopy) -> None:
        self.connection = connection
        self.copy = copy
        self.schema = copy.schema
        self.name = copy.name
        self.key = copy.local_key
        self.rtree = f"rtree_{copy.name}_{copy.geometry}"

    def write(self) -> None:
        self._create_table()
        count = self._copy_rows()
        self._register()
        if self.schema.geometry is not None:
            self._write_index(count)
            for statement in layout.rtree_triggers(self.name, self.copy.geometry, self.key):
                self.connection.execute(statement)
        self.connection.execute("INSERT INTO main.gpkg_ogr_contents VALUES (?, ?)", (self.name, count))
        for statement in layout.count_triggers(self.name):
            self.connection.execute(statement)
        self._copy_column_registry()

    def _create_table(self) -> None:
        parts = [f"{quoted(self.key)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
        if self.schema.geometry is not None:
            parts.append(f"{quoted(self.copy.geometry)} {_geometry_type(self.schema.geometry.type)}")
        parts += [_column_definition(item, is_key=item.name in self.schema.key) for item in self.copy.fields]
        self.connection.execute(sql("CREATE TABLE", quoted(self.name), "(" + ", ".join(parts) + ")"))

    def _copy_rows(self) -> int:
        """The copy's feature id is the source's row id: rows that did not change stay where they were."""
        columns = ([self.copy.geometry] if self.schema.geometry is not None else []) + [
            item.name for item in self.copy.fields
        ]
        rowid = quoted(self.schema.rowid or "rowid")
        statement = [
            "INSERT INTO main." + quoted(self.name), "(" + names([self.key, *columns]) + ")",
            "SELECT", ", ".join([rowid, *map(quoted, columns)]), "FROM source." + quoted(self.schema.name),
        ]  # fmt: skip
        if self.copy.selection is not None:
            statement.append(f"WHERE {rowid} IN (SELECT id FROM scratch.{quoted(self.copy.selection)})")
        statement.append(f"ORDER BY {rowid}")
        return self.connection.execute(sql(*statement)).rowcount

    def _register(self) -> None:
        geometry = self.schema.geometry
        srs_id = geometry.srs_id if geometry is not None else 0
        description = self._source_row("gpkg_contents", "identifier, description") or (self.name, "")
        taken = self.connection.execute(
            "SELECT 1 FROM main.gpkg_contents WHERE identifier = ?", (description[0],)
        ).fetchone()
        self.connection.execute(
            "INSERT INTO main.gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                self.name, "features" if geometry is not None else "attributes",
                self.name if taken else description[0], description[1], layout.NO_TIME, srs_id,
            ),
        )  # fmt: skip
        if geometry is None:
            return
        self._copy_reference_system(srs_id)
        self.connection.execute(
            "INSERT INTO main.gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)",
            (self.name, geometry.name, _geometry_type(geometry.type), srs_id, geometry.z, geometry.m),
        )
        self.connection.execute(
            "INSERT INTO main.gpkg_extensions VALUES (?, ?, ?, ?, ?)",
            (self.name, geometry.name, *layout.RTREE_EXTENSION),
        )

    def _source_row(self, table: str, columns: str) -> Optional[tuple[object, ...]]:
        row: Optional[tuple[object, ...]] = self.connection.execute(
            f"SELECT {columns} FROM source.{table} WHERE lower(table_name) = lower(?)", (self.schema.name,)
        ).fetchone()
        return row

    def _copy_reference_system(self, srs_id: int) -> None:
        self.connection.execute(
            "INSERT OR IGNORE INTO main.gpkg_spatial_ref_sys SELECT srs_name, srs_id, organization, "
            "organization_coordsys_id, definition, description FROM source.gpkg_spatial_ref_sys WHERE srs_id = ?",
            (srs_id,),
        )

    def _write_index(self, count: int) -> None:
        self.connection.execute(
            sql("CREATE VIRTUAL TABLE", quoted(self.rtree), "USING rtree(id, minx, maxx, miny, maxy)")
        )
        box: Optional[list[float]] = None
        if count > _MOST_ROWS_INDEXED_ANEW and self.copy.selection is None and self.schema.rtree is not None:
            box = self._copy_index()
        if box is None:
            box = self._build_index(count)
        if box:
            self.connection.execute(
                "UPDATE main.gpkg_contents SET min_x = ?, max_x = ?, min_y = ?, max_y = ? WHERE table_name = ?",
                (*box, self.name),
            )

    def _copy_index(self) -> Optional[list[float]]:
        """Take the source's index over; answers the extent, or None when the index is not sound."""
        source = "source." + quoted(f"{self.schema.rtree}_")[:-1]
        filled = self.connection.execute(
            sql(
                "SELECT count(*) FROM main." + quoted(self.name),
                "WHERE",
                quoted(self.copy.geometry),
                "IS NOT NULL",
            )
        ).fetchone()[0]
        indexed = self.connection.execute(f'SELECT count(*) FROM {source}rowid"').fetchone()[0]
        odd = self.connection.execute(
            f'SELECT count(*) FROM {source}node" WHERE length(data) != ?', (NODE_SIZE,)
        ).fetchone()[0]
        if filled != indexed or odd or not self._covers_samples():
            return None
        for suffix in ("node", "rowid", "parent"):
            target = "main." + quoted(f"{self.rtree}_{suffix}")
            self.connection.execute(sql("DELETE FROM", target))
            self.connection.execute(f'INSERT INTO {target} SELECT * FROM {source}{suffix}"')
        extent = self._source_row("gpkg_contents", "min_x, max_x, min_y, max_y")
        return [float(str(value)) for value in extent] if extent and None not in extent else None

    def _covers_samples(self, samples: int = 64) -> bool:
        """Whether the source's index knows where some features are: writers without triggers leave it behind."""
        last = self.connection.execute(
            sql("SELECT max(", quoted(self.key), ") FROM main." + quoted(self.name))
        )
        highest = last.fetchone()[0] or 0
        for number in range(samples):
            row = self.connection.execute(
                sql(
                    "SELECT", quoted(self.key) + ",", quoted(self.copy.geometry), "FROM main." + quoted(self.name),
                    "WHERE", quoted(self.key), ">= ? AND", quoted(self.copy.geometry), "IS NOT NULL",
                    "ORDER BY", quoted(self.key), "LIMIT 1",
                ),
                (highest * number // samples,),
            ).fetchone()  # fmt: skip
            if row is not None and not self._is_covered(*row):
                return False
        return True

    def _is_covered(self, row_id: int, blob: bytes) -> bool:
        box = _envelope(blob)
        cell = self.connection.execute(
            sql(
                "SELECT minx, maxx, miny, maxy FROM source." + quoted(str(self.schema.rtree)), "WHERE id = ?"
            ),
            (row_id,),
        ).fetchone()
        if box is None or cell is None:
            return box is None and cell is None
        return bool(cell[0] <= box[0] and box[1] <= cell[1] and cell[2] <= box[2] and box[3] <= cell[3])

    def _build_index(self, count: int) -> list[float]:
        box = _Box()
        cells = self._cells(box)
        if count <= _MOST_CELLS_SORTED_IN_MEMORY:
            in_order = sorted(cells, key=sort_key)
            write_rtree(self.connection, self.rtree, len(in_order), in_order)
            return box.bounds
        self.connection.execute("CREATE TEMP TABLE cells (id, minx, maxx, miny, maxy)")
        self.connection.executemany("INSERT INTO cells VALUES (?, ?, ?, ?, ?)", cells)
        filled = self.connection.execute("SELECT count(*) FROM cells").fetchone()[0]
        stored = self.connection.execute("SELECT * FROM cells ORDER BY minx + maxx, id")
        write_rtree(self.connection, self.rtree, filled, stored)
        self.connection.execute("DROP TABLE cells")
        return box.bounds

    def _cells(self, box: _Box) -> Iterator[Cell]:
        rows = self.connection.execute(
            sql("SELECT", names([self.key, self.copy.geometry]), "FROM main." + quoted(self.name))
        )
        for row_id, blob in rows:
            bounds = _envelope(blob)
            if bounds is not None:
                minx, maxx, miny, maxy = bounds
                box.add(minx, maxx, miny, maxy)
                yield row_id, round_down(minx), round_up(maxx), round_down(miny), round_up(maxy)

    def _copy_column_registry(self) -> None:
        """Types such as JSON, and value lists, are registered beside the table and belong to it."""
        if not self._source_has("gpkg_data_columns"):
            return
        kept = [item.name for item in self.copy.fields]
        rows = self.connection.execute(
            "SELECT column_name, name, title, description, mime_type, constraint_name FROM source.gpkg_data_columns "
            f"WHERE lower(table_name) = lower(?) AND column_name IN ({placeholders(len(kept))}) ORDER BY column_name",
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
        return bool(
            self.connection.execute(
                "SELECT 1 FROM source.sqlite_master WHERE type = 'table' AND name = ?", (table,)
            ).fetchone()
        )


def _envelope(blob: object) -> Optional[tuple[float, float, float, float]]:
    if not isinstance(blob, bytes):
        return None
    try:
        return envelope(blob)
    except InvalidGeometry:
        return None  # the row is kept as it is; only the map cannot find it


def _geometry_type(name: str) -> str:
    """Registries hold what they were given; only letters may reach a CREATE TABLE statement."""
    return name if name.isalpha() and name.isascii() else "GEOMETRY"


def _column_definition(column: Column, *, is_key: bool) -> str:
    """Name, type and plain default. Rules of the source are checked where the row comes home, as QFieldCloud does."""
    parts = [quoted(column.name)]
    if _column_type(column.type):
        parts.append(_column_type(column.type))
    if column.default is not None and not is_key and _LITERAL.match(column.default.strip()):
        parts.append(f"DEFAULT {column.default.strip()}")
    return " ".join(parts)


def _column_type(declared: str) -> str:
    """The type as declared, so that OGR reads the same field from it on the device as it does at home."""
    return declared.strip() if _PLAIN_TYPE.match(declared) else ""
