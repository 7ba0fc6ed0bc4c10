# SPDX-License-Identifier: GPL-2.0-or-later
"""CSV and other delimited text on its way into a package, with plain Python."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Iterator

from ..delimited import MOST_BYTES, DelimitedText, TextUnreadable, form_of, is_delimited_text
from ..gpkg import shape as shapes
from ..gpkg.geometry import geometry_blob
from ..gpkg.sql import quoted
from ..message import Message
from ..project.layer import Layer
from ..project.project import Project
from . import layout
from .errors import LayerNotExported
from .options import EXPORT_KEY

_UNDEFINED, _OTHER = -1, 100_000
_GEOMETRY_NAMES = ("geom", "geometry", "qfc_geom", "qfc_geometry")


class TextExporter:
    """An `Exporter` for layers whose deltas can also come home: a field `fid` tells their rows apart."""

    def can_export(self, layer: Layer) -> bool:
        # Filters of text files are QGIS's expressions, which SQLite does not understand.
        has_key = any(item.name.lower() == "fid" for item in layer.fields)
        return is_delimited_text(layer) and has_key and not layer.source.subset

    def export(self, project: Project, layer: Layer, destination: Path) -> str:
        path = project.file_of(layer)
        if path is None or not path.is_file():
            raise LayerNotExported(Message("its file is not in the project"))
        if path.stat().st_size > MOST_BYTES:
            raise LayerNotExported(Message("its file is larger than {size} MB", size=MOST_BYTES // 2**20))
        try:
            form = form_of(layer)
            encoding = "utf-8-sig" if form.encoding == "utf-8" else form.encoding
            text = DelimitedText(partial(path.open, encoding=encoding, newline=""), form)
            with closing(sqlite3.connect(destination, isolation_level=None)) as connection:
                _Table(connection, text, layer).write(path.stem)
        except TextUnreadable as error:
            raise LayerNotExported(error.message) from error
        except OSError as error:
            raise LayerNotExported(
                Message("“{file}” cannot be read: {reason}", file=path.name, reason=error.strerror)
            ) from error
        return text.key


class _Table:
    """The only table of a new GeoPackage. It lives no longer than packaging, so it needs no index."""

    def __init__(self, connection: sqlite3.Connection, text: DelimitedText, layer: Layer) -> None:
        self._connection, self._text, self._layer = connection, text, layer
        names = {column.name.lower() for column in text.columns}
        free = next(name for name in _GEOMETRY_NAMES if name not in names)
        self._geometry = free if text.form.has_geometry else ""
        self._srs = _srs(layer)

    def write(self, name: str) -> None:
        execute = self._connection.execute
        execute("PRAGMA synchronous = OFF")
        execute(f"PRAGMA application_id = {layout.APPLICATION_ID}")
        execute("BEGIN")
        for statement in layout.REGISTRIES:
            execute(statement)
        marks = "INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)"
        self._connection.executemany(marks, [*layout.REFERENCE_SYSTEMS, self._srs])
        execute(self._definition(name))
        self._register(name)
        size = 1 + len(self._text.columns) + bool(self._geometry)
        insert = f"INSERT INTO {quoted(name)} VALUES ({', '.join('?' * size)})"  # noqa: S608 - quoted
        self._connection.executemany(insert, self._rows())
        self._check_key(name)
        execute("COMMIT")

    def _definition(self, name: str) -> str:
        parts = [f"{quoted(EXPORT_KEY)} INTEGER PRIMARY KEY"]
        if self._geometry:
            parts.append(f"{quoted(self._geometry)} {self._geometry_type()}")
        parts += [f"{quoted(column.name)} {column.declared}" for column in self._text.columns]
        return f"CREATE TABLE {quoted(name)} ({', '.join(parts)})"

    def _geometry_type(self) -> str:
        return shapes.NAMES.get(self._layer.wkb_type % 1000, "Geometry").upper()

    def _register(self, name: str) -> None:
        kind = "features" if self._geometry else "attributes"
        self._connection.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id) VALUES (?, ?, ?, ?, ?)",
            (name, kind, name, layout.NO_TIME, self._srs[1] if self._geometry else None),
        )
        if self._geometry:
            size = self._layer.wkb_type // 1000
            self._connection.execute(
                "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)",
                (name, self._geometry, self._geometry_type(), self._srs[1], size in (1, 3), size in (2, 3)),
            )

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        for number, row in enumerate(self._text.rows(), 1):
            if row.is_shown and self._geometry:
                blob = geometry_blob(shapes.to_wkb(row.geometry), self._srs[1]) if row.geometry else None
                yield (number, blob, *row.values)
            elif row.is_shown:
                yield (number, *row.values)

    def _check_key(self, name: str) -> None:
        key = quoted(self._text.key)
        (lacking,) = self._connection.execute(
            f"SELECT count(*) - count(DISTINCT {key}) FROM {quoted(name)}"  # noqa: S608 - quoted
        ).fetchone()
        if not self._text.key or lacking:
            raise LayerNotExported(
                Message("the values of “{field}” are not all there and different", field="fid")
            )


def _srs(layer: Layer) -> tuple[str, int, str, int, str, str]:
    """A row of gpkg_spatial_ref_sys. What has no number of EPSG's is told by its definition alone."""
    organization, _, number = layer.crs.partition(":")
    if organization.upper() == "EPSG" and number.isdigit():
        return (layer.crs, int(number), "EPSG", int(number), layer.crs_wkt or "undefined", "")
    code = _OTHER if layer.crs_wkt else _UNDEFINED
    return (layer.crs or "undefined", code, "NONE", code, layer.crs_wkt or "undefined", "")
