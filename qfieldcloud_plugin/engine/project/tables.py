# SPDX-License-Identifier: GPL-2.0-or-later
"""Which table of which GeoPackage a layer shows, and by which column its rows are told apart."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..gpkg.connection import connect, sqlite_errors
from ..gpkg.schema import Schema, Table, read_schema
from .datasource import DataSource


@dataclass(frozen=True)
class LayerTable:
    """Where a layer's rows are: `path` lies inside the project, `key` is "" when no column tells rows apart."""

    layer_id: str
    path: Path
    table: str
    key: str
    schema: Table
    subset: str = ""
    crs: str = ""

    @property
    def geometry_column(self) -> str:
        return self.schema.geometry.name if self.schema.geometry else ""

    @property
    def geometry_type(self) -> str:
        """`POINT` … `GEOMETRY`; "" for a table without geometry."""
        return self.schema.geometry.type if self.schema.geometry else ""


class GeoPackageSchemas:
    """Schemas by path, each read once. `immutable` promises that nobody else has the files open."""

    def __init__(self, *, immutable: bool = False) -> None:
        self._immutable = immutable
        self._schemas: dict[Path, tuple[Schema, tuple[str, ...]]] = {}

    def read(self, path: Path) -> tuple[Schema, tuple[str, ...]]:
        """The schema, and the names of its layers in the order OGR counts them."""
        if path not in self._schemas:
            connection = connect(path, immutable=self._immutable)
            try:
                schema = read_schema(connection)
                self._schemas[path] = (schema, _layer_names(connection, schema))
            finally:
                connection.close()
        return self._schemas[path]


def is_geopackage(path: Path) -> bool:
    return path.suffix.lower() in (".gpkg", ".gpkx")


def find_table(source: DataSource, schema: Schema, names: tuple[str, ...]) -> Optional[Table]:
    """The table that OGR would open for the source; None when there is none, or when it is a view."""
    name = source.table
    if not name:
        index = source.layer_index or 0
        if index >= len(names):
            return None
        name = names[index]
    return schema.get(name)


def key_of(table: Table) -> str:
    """The field that QField and QFieldCloud use as primary key: exactly one, else a field called fid, else none.

    OGR takes only a row id as feature id, so a text key counts as no key; a name with a comma is not supported.
    """
    if len(table.key) > 1 or table.rowid is None:
        return ""
    key = table.key[0] if table.integer_key else fid_among(column.name for column in table.columns)
    return "" if "," in key else key


def fid_among(fields: Iterable[str]) -> str:
    """The field that tells rows apart where a format knows no primary key; "" if there is none."""
    return next((name for name in fields if name.lower() == "fid"), "")


def _layer_names(connection: sqlite3.Connection, schema: Schema) -> tuple[str, ...]:
    if "gpkg_contents" not in schema:
        return ()
    with sqlite_errors():
        rows = connection.execute(
            "SELECT table_name FROM gpkg_contents WHERE lower(data_type) IN ('features', 'attributes') ORDER BY rowid"
        ).fetchall()
    return tuple(str(row[0]) for row in rows)
