# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapefiles and other files that only OGR reads, on their way into a package."""

from __future__ import annotations

from pathlib import Path

from ..message import Message
from ..ogr import OgrError, is_available, is_ogr_file, read_into_geopackage
from ..project.layer import Layer
from ..project.project import Project
from ..project.tables import fid_among
from .errors import LayerNotExported
from .text_export import is_readable_text


class OgrExporter:
    """An `Exporter` for layers whose deltas can also come home, where pyogrio is installed."""

    def can_export(self, layer: Layer) -> bool:
        # Deltas of GeoJSON are applied by our own reader, so that is also who reads it for packages.
        return is_available() and is_ogr_file(layer) and _has_key(layer) and not is_readable_text(layer)

    def export(self, project: Project, layer: Layer, destination: Path) -> str:
        path = project.file_of(layer)
        if path is None:
            raise LayerNotExported(Message("its file is not in the project"))
        try:
            read = read_into_geopackage(path, layer, destination, path.stem)
        except OgrError as error:
            raise LayerNotExported(error.message) from error
        return fid_among(read.fields)


def needs_ogr(layer: Layer) -> bool:
    """Whether the layer could go offline if pyogrio was here."""
    return is_ogr_file(layer) and not is_available()


def _has_key(layer: Layer) -> bool:
    """Without it nobody could find a row again: such a layer is copied as it is."""
    return bool(fid_among(item.name for item in layer.fields))
