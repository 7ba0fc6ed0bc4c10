# SPDX-License-Identifier: GPL-2.0-or-later
"""CSV, other delimited text and GeoJSON on their way into a package, with plain Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from ..delimited import MOST_BYTES, Column, DelimitedText, TextUnreadable, day_in, form_of, is_delimited_text
from ..geojson import GeoJsonText, GeoJsonUnreadable, is_geojson
from ..gpkg import shape as shapes
from ..gpkg.geometry import InvalidGeometry
from ..message import Message
from ..project.geometry_types import flat_type_of
from ..project.layer import Layer
from ..project.project import Project
from ..project.tables import fid_among
from .errors import LayerNotExported
from .plain_table import PlainTable, Row


class TextExporter:
    """An `Exporter` for layers whose deltas can also come home: a field `fid` tells their rows apart."""

    def can_export(self, layer: Layer) -> bool:
        # Filters of text files are QGIS's expressions, which SQLite does not understand.
        has_key = bool(fid_among(item.name for item in layer.fields))
        return has_key and not layer.source.subset and (is_delimited_text(layer) or is_geojson(layer))

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


def _export_delimited(path: Path, layer: Layer, destination: Path) -> str:
    form = form_of(layer, path)
    encoding = "utf-8-sig" if form.encoding == "utf-8" else form.encoding
    text = DelimitedText(partial(path.open, encoding=encoding, newline=""), form)
    table = PlainTable(layer, _as_in_geopackages(text.columns), text.key, has_geometry=form.has_geometry)
    table.write(destination, path.stem, ((row.geometry, row.values) for row in text.rows() if row.is_shown))
    return text.key


def _as_in_geopackages(columns: Iterable[Column]) -> dict[str, str]:
    """GeoPackages have no times of day without a date: OGR and QGIS write them as texts."""
    return {name: "TEXT" if declared == "TIME" else declared for name, declared in columns}


def _export_geojson(path: Path, layer: Layer, destination: Path) -> str:
    text = GeoJsonText(path.read_bytes())
    key = fid_among(text.columns)
    if len({name.lower() for name in text.columns}) != len(text.columns):
        raise LayerNotExported(Message("two of its fields have the same name, or one has none"))
    table = PlainTable(layer, _types(text), key, has_geometry=layer.has_geometry)
    table.write(destination, path.stem, _as_the_layer_has_them(text, layer))
    return key


def _as_the_layer_has_them(text: GeoJsonText, layer: Layer) -> Iterator[Row]:
    kind, z, m = flat_type_of(layer.wkb_type)
    try:
        for shape, values in zip(text.shapes, text.rows):
            if shape is None or not layer.wkb_type:
                yield shape, values
            else:
                fitting = shapes.with_type(shape, kind)
                yield shapes.with_dimensions(fitting, z, m), values
    except InvalidGeometry as error:
        raise LayerNotExported(Message("its geometries are of several kinds")) from error


def _types(text: GeoJsonText) -> dict[str, str]:
    """GeoJSON has no dates; OGR takes texts for dates where all of a field are."""
    types = dict(text.columns)
    for at, (name, declared) in enumerate(text.columns.items()):
        said = [row[at] for row in text.rows if row[at] is not None] if declared == "TEXT" else []
        if said and all(isinstance(value, str) and day_in(value) for value in said):
            types[name] = "DATE"
    return types
