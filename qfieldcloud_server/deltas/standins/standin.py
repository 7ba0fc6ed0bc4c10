# SPDX-License-Identifier: GPL-2.0-or-later
"""A GeoPackage in place of a text file, for as long as deltas are applied."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from qfieldcloud_plugin.engine.delimited import MOST_BYTES, TextUnreadable, form_of, is_delimited_text
from qfieldcloud_plugin.engine.file_copy import copy_file
from qfieldcloud_plugin.engine.gpkg import diff
from qfieldcloud_plugin.engine.gpkg.sql import quoted
from qfieldcloud_plugin.engine.packaging.layout import APPLICATION_ID, REFERENCE_SYSTEMS, REGISTRIES
from qfieldcloud_plugin.engine.project import Layer
from qfieldcloud_server.deltas.standins.csv_text import CsvFile
from qfieldcloud_server.deltas.standins.geojson import GeoJsonFile
from qfieldcloud_server.deltas.standins.table import GEOMETRY, SRS_ID, NotATable, TextFile, TextTable
from qfieldcloud_server.deltas.writer import CannotWrite, StandIn, Task

TABLE = "rows"
_GEOJSON = (".geojson", ".json")


class TextWriter:
    """A `Writer` of GeoJSON, and of CSV."""

    def can_write(self, layer: Layer) -> bool:
        source = layer.source
        if not layer.is_vector:
            return False
        is_geojson = source.provider == "ogr" and Path(source.path).suffix.lower() in _GEOJSON
        # Rows are found by their key, whatever a filter shows of them; filtered CSV never goes out to be edited.
        return is_geojson or (is_delimited_text(layer) and not source.subset)

    def lacks(self, layer: Layer) -> str:
        return ""

    def stand_in(self, task: Task) -> StandIn:
        original = task.file
        try:
            return TextStandIn(original, task.place / "rows.gpkg", task.layer)
        except NotATable as error:
            raise CannotWrite(f"its file cannot be edited: {error}") from error


class TextStandIn:
    """`original` is the layer's text file, `path` the GeoPackage that has its rows; raises NotATable."""

    table = TABLE

    def __init__(self, original: Path, path: Path, layer: Layer) -> None:
        if original.stat().st_size > MOST_BYTES:
            raise NotATable(f"it is larger than {MOST_BYTES // 2**20} MB")
        self.path = path
        self._original = original
        self._text = _read(original, layer)
        _write(self._text.table, path)
        self._before = path.with_suffix(".before.gpkg")
        copy_file(path, self._before)

    def edited(self) -> dict[Path, Path]:
        changes = diff(self._before, self.path, immutable_base=True).get(TABLE)
        if not changes:
            return {}
        try:
            text = self._text.rewritten(changes)
        except NotATable as error:
            raise CannotWrite(f"its file cannot be edited: {error}") from error
        edited = self.path.with_suffix(self._original.suffix)
        edited.write_bytes(text)
        return {self._original: edited}


def _read(original: Path, layer: Layer) -> TextFile:
    data = original.read_bytes()
    if not is_delimited_text(layer):
        return GeoJsonFile(data)
    try:
        return CsvFile(data, form_of(layer, original))
    except TextUnreadable as error:
        raise NotATable(error.message) from error


def _write(table: TextTable, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        execute = connection.execute
        execute("PRAGMA synchronous = OFF")
        execute(f"PRAGMA application_id = {APPLICATION_ID}")
        execute("BEGIN")
        for statement in REGISTRIES:
            execute(statement)
        connection.executemany(
            "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", REFERENCE_SYSTEMS
        )
        execute(_definition(table))
        kind = "attributes" if table.geometries is None else "features"
        execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, ?, ?, ?)",
            (TABLE, kind, TABLE, SRS_ID),
        )
        if table.geometries is not None:
            execute(
                "INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'GEOMETRY', ?, 2, 0)",
                (TABLE, GEOMETRY, SRS_ID),
            )
        _fill(connection, table)
        if _counts_on(table):
            execute("DELETE FROM sqlite_sequence WHERE name = ?", (TABLE,))
            largest = f"SELECT ?, max(?, coalesce(max({quoted(table.key)}), 0)) FROM {quoted(TABLE)}"  # noqa: S608 - quoted
            execute(f"INSERT INTO sqlite_sequence {largest}", (TABLE, table.last_key))
        execute("COMMIT")


def _definition(table: TextTable) -> str:
    key = " PRIMARY KEY AUTOINCREMENT" if _counts_on(table) else " PRIMARY KEY"
    parts = [
        f"{quoted(name)} {declared}{key if name == table.key else ''}"
        for name, declared in table.columns.items()
    ]
    if table.geometries is not None:
        parts.append(f"{quoted(GEOMETRY)} GEOMETRY")
    return f"CREATE TABLE {quoted(TABLE)} ({', '.join(parts)})"


def _counts_on(table: TextTable) -> bool:
    return table.last_key > 0 and table.columns[table.key] == "INTEGER"


def _fill(connection: sqlite3.Connection, table: TextTable) -> None:
    rows = table.rows
    if table.geometries is not None:
        rows = [(*row, geometry) for row, geometry in zip(table.rows, table.geometries, strict=True)]
    marks = ", ".join("?" * (len(table.columns) + (table.geometries is not None)))
    connection.executemany(f"INSERT INTO {quoted(TABLE)} VALUES ({marks})", rows)  # noqa: S608 - names are quoted
