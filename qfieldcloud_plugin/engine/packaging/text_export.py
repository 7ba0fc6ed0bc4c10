# SPDX-License-Identifier: GPL-2.0-or-later
"""CSV, other delimited text and GeoJSON on their way into a package, with plain Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from ..delimited import MOST_BYTES, DelimitedText, TextUnreadable, form_of, is_delimited_text
from ..geojson import GeoJsonRows, GeoJsonUnreadable, is_geojson
from ..gpkg import shape as shapes
from ..gpkg.geometry import InvalidGeometry
from ..message import Message
from ..project.geometry_types import FlatType, flat_type_of
from ..project.layer import Layer
from ..project.project import Project
from ..project.tables import fid_among
from .errors import LayerNotExported
from .plain_table import PlainTable, Row


class TextExporter:
    """An `Exporter` for layers whose deltas can also come home: a field `fid` tells their rows apart."""

    def can_export(self, layer: Layer) -> bool:
        return is_readable_text(layer) and bool(fid_among(item.name for item in layer.fields))

    def export(self, project: Project, layer: Layer, destination: Path) -> str:
        path = project.file_of(layer)
        if path is None or not path.is_file():
            raise LayerNotExported(Message("its file is not in the project"))
        if path.stat().st_size > MOST_BYTES:
            raise LayerNotExported(Message("its file is larger than {size} MB", size=MOST_BYTES // 2**20))
        export = _export_geojson if is_geojson(layer) else _export_delimited
        try:
            return export(path, layer, destination)
        except (TextUnreadable, GeoJsonUnreadable) as error:
            raise LayerNotExported(error.message) from error
        except OSError as error:
            raise LayerNotExported(
                Message("“{file}” cannot be read: {reason}", file=path.name, reason=error.strerror)
            ) from error


def is_readable_text(layer: Layer) -> bool:
    """Whether the layer is text of a format that is read here."""
    # Filters of delimited text are QGIS's expressions, which SQLite does not understand.
    return is_geojson(layer) or (is_delimited_text(layer) and not layer.source.subset)


def _export_delimited(path: Path, layer: Layer, destination: Path) -> str:
    form = form_of(layer, path)
    encoding = "utf-8-sig" if form.encoding == "utf-8" else form.encoding
    text = DelimitedText(partial(path.open, encoding=encoding, newline=""), form)
    geometry = flat_type_of(layer.wkb_type) if form.has_geometry else None
    table = PlainTable(layer, _as_in_geopackages(dict(text.columns)), text.key, geometry)
    table.write(destination, path.stem, ((row.geometry, row.values) for row in text.rows() if row.is_shown))
    return text.key


def _export_geojson(path: Path, layer: Layer, destination: Path) -> str:
    rows = GeoJsonRows(path.read_bytes())
    key = fid_among(rows.columns)
    if len({name.lower() for name in rows.columns}) != len(rows.columns):
        raise LayerNotExported(Message("two of its fields have the same name, or one has none"))
    wanted = flat_type_of(layer.wkb_type) if layer.has_geometry else None
    # Of a file with several kinds of geometry such a layer shows one, in the package too.
    is_mixed = "|geometrytype=" in layer.source.raw.lower()
    geometry = FlatType(0, z=False, m=False) if is_mixed else wanted
    table = PlainTable(layer, _as_in_geopackages(rows.columns), key, geometry)
    table.write(destination, path.stem, rows if geometry is None else _fitting(rows, geometry))
    return key


def _as_in_geopackages(columns: Mapping[str, str]) -> dict[str, str]:
    """GeoPackages have no times of day without a date: OGR and QGIS write them as texts."""
    return {name: "TEXT" if declared == "TIME" else declared for name, declared in columns.items()}


def _fitting(rows: Iterable[Row], wanted: FlatType) -> Iterator[Row]:
    """With the shapes of the type that the layer has in the project."""
    try:
        for shape, values in rows:
            if shape is None or not wanted.kind:
                yield shape, values
            else:
                fitting = shapes.with_type(shape, wanted.kind)
                yield shapes.with_dimensions(fitting, wanted.z, wanted.m), values
    except InvalidGeometry as error:
        raise LayerNotExported(Message("its geometries are of several kinds")) from error
