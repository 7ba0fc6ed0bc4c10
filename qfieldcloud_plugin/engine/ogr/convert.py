# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapefiles, FlatGeobuf and GeoJSON on their way into GeoPackages for good."""

from __future__ import annotations

from pathlib import Path

from ..message import Message
from ..project import Layer, Project
from ..project.errors import RepairImpossible
from ..project.tables import fid_among
from .files import is_available, is_ogr_file, read_into_geopackage


class OgrConverter:
    """An `engine.project.Converter` where pyogrio is installed."""

    def can_convert(self, layer: Layer) -> bool:
        # Of a file with several kinds of geometry such a layer shows one.
        return is_available() and is_ogr_file(layer) and "|geometrytype=" not in layer.source.raw.lower()

    def convert(self, project: Project, layer: Layer, destination: Path, table: str) -> str:
        path = project.file_of(layer)
        if path is None:
            raise RepairImpossible(Message("“{name}” has no file in the project.", name=layer.name))
        read = read_into_geopackage(path, layer, destination, table)
        return fid_among(read.fields)
