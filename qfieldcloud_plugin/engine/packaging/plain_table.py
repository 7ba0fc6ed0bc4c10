# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that plain Python has read, written as the only table of a new GeoPackage for an exporter."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Optional

from ..gpkg import shape as shapes
from ..gpkg.geometry import geometry_blob
from ..gpkg.shape import Shape
from ..gpkg.sql import quoted
from ..message import Message
from ..project.geometry_types import FlatType
from ..project.layer import Layer
from . import layout
from .errors import LayerNotExported
from .options import EXPORT_KEY

_UNDEFINED, _OTHER = -1, 100_000
_GEOMETRY_NAMES = ("geom", "geometry", "qfc_geom", "qfc_geometry")

Row = tuple[Optional[Shape], tuple[Any, ...]]
"""A row's shape, and its values in the order of the columns."""


class PlainTable:
    """`columns` are names and types as a GeoPackage declares them; `key` is the one that tells rows apart.

    `geometry` is the type of the rows' shapes, of kind 0 where it may be any; None for a table without.

    It lives no longer than packaging, so it needs no index.
    """

    def __init__(
        self, layer: Layer, columns: Mapping[str, str], key: str, geometry: Optional[FlatType]
    ) -> None:
        self._columns, self._key, self._type = columns, key, geometry or FlatType(0, z=False, m=False)
        taken = {name.lower() for name in columns}
        free = next(name for name in _GEOMETRY_NAMES if name not in taken)
        self._geometry = free if geometry is not None else ""
        self._srs = _srs(layer)

    def write(self, destination: Path, name: str, rows: Iterable[Row]) -> None:
        """Raises LayerNotExported when the key does not tell the rows apart."""
        with closing(sqlite3.connect(destination, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(f"PRAGMA application_id = {layout.APPLICATION_ID}")
            connection.execute("BEGIN")
            self._register(connection, name)
            size = 1 + len(self._columns) + bool(self._geometry)
            insert = f"INSERT INTO {quoted(name)} VALUES ({', '.join('?' * size)})"  # noqa: S608 - quoted
            connection.executemany(insert, self._stored(rows))
            self._check_key(connection, name)
            connection.execute("COMMIT")

    def _register(self, connection: sqlite3.Connection, name: str) -> None:
        for statement in layout.REGISTRIES:
            connection.execute(statement)
        marks = "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)"
        connection.executemany(marks, [*layout.REFERENCE_SYSTEMS, self._srs])
        connection.execute(self._definition(name))
        kind, srs = ("features", self._srs[1]) if self._geometry else ("attributes", None)
        connection.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id) VALUES (?, ?, ?, ?, ?)",
            (name, kind, name, layout.NO_TIME, srs),
        )
        if self._geometry:
            connection.execute(
                "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)",
                (name, self._geometry, self._geometry_type(), srs, *self._dimensions()),
            )

    def _definition(self, name: str) -> str:
        parts = [f"{quoted(EXPORT_KEY)} INTEGER PRIMARY KEY"]
        if self._geometry:
            parts.append(f"{quoted(self._geometry)} {self._geometry_type()}")
        parts += [f"{quoted(column)} {declared}" for column, declared in self._columns.items()]
        return f"CREATE TABLE {quoted(name)} ({', '.join(parts)})"

    def _geometry_type(self) -> str:
        return shapes.NAMES.get(self._type.kind, "Geometry").upper()

    def _dimensions(self) -> tuple[int, int]:
        """Of Z and M whether there are none (0), each row has them (1), or some may (2)."""
        return (int(self._type.z), int(self._type.m)) if self._type.kind else (2, 2)

    def _stored(self, rows: Iterable[Row]) -> Iterator[tuple[Any, ...]]:
        for number, (shape, values) in enumerate(rows, 1):
            if self._geometry:
                blob = None if shape is None else geometry_blob(shapes.to_wkb(shape), self._srs[1])
                yield (number, blob, *values)
            else:
                yield (number, *values)

    def _check_key(self, connection: sqlite3.Connection, name: str) -> None:
        count = f"SELECT count(*) - count(DISTINCT {quoted(self._key)}) FROM {quoted(name)}"  # noqa: S608 - quoted
        if not self._key or connection.execute(count).fetchone()[0]:
            raise LayerNotExported(
                Message("the values of “{field}” are not all there and different", field=self._key or "fid")
            )


def _srs(layer: Layer) -> tuple[str, int, str, int, str, str]:
    """A row of gpkg_spatial_ref_sys. What has no number of EPSG's is told by its definition alone."""
    organization, _, number = layer.crs.partition(":")
    if organization.upper() == "EPSG" and number.isdigit():
        return (layer.crs, int(number), "EPSG", int(number), layer.crs_wkt or "undefined", "")
    code = _OTHER if layer.crs_wkt else _UNDEFINED
    return (layer.crs or "undefined", code, "NONE", code, layer.crs_wkt or "undefined", "")
