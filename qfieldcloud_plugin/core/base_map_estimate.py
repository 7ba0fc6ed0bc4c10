# SPDX-License-Identifier: GPL-2.0-or-later
"""How many tiles a base map will have and how large it will be, as well as that can be known beforehand."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from .base_map_drawing import named_layers
from .package_estimate import share_in
from .project_settings import VECTOR_TILES, ProjectSettings
from .tile_grid import TileGrid

_PICTURE_BYTES = 25_000
# Measured on countries, points and polygons, for each level: within a factor of two.
_BYTES_A_VECTOR_TILE = 300
_BYTES_A_ROW = 18
_PART_OF_A_SHAPE = 0.06
_SAMPLES = 20
_USUAL_SHAPE = 400
# Others may have to ask a server before they can tell of a single row.
_AT_HAND = ("ogr", "memory", "spatialite", "delimitedtext")


@dataclass(frozen=True)
class BaseMapEstimate:
    tiles: int
    size: int


def estimate(project: QgsProject, settings: ProjectSettings, box: QgsRectangle) -> BaseMapEstimate:
    """`box` is in degrees; an empty one needs no tiles. Main thread only; reads a few rows."""
    if box.isEmpty():
        return BaseMapEstimate(0, 0)
    corners = box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
    levels = settings.base_map_min_zoom, settings.base_map_max_zoom
    grid = TileGrid.of(corners, *levels, settings.base_map_tile_size)
    if settings.base_map_tiles != VECTOR_TILES:
        return BaseMapEstimate(len(grid), round(len(grid) * _PICTURE_BYTES * (grid.size / 256) ** 2 / 4))
    rows = sum(_bytes_a_level(project, layer, box) for layer in named_layers(project, settings))
    size = rows * (grid.most - grid.least + 1) + len(grid) * _BYTES_A_VECTOR_TILE
    return BaseMapEstimate(len(grid), round(size))


def _bytes_a_level(project: QgsProject, layer: QgsMapLayer, box: QgsRectangle) -> float:
    if not isinstance(layer, QgsVectorLayer) or not layer.isSpatial():
        return 0.0
    area = box, QgsCoordinateReferenceSystem("EPSG:4326")
    rows = max(layer.featureCount(), 0) * share_in(area, layer.extent(), layer.crs(), project)
    return rows * (_BYTES_A_ROW + _PART_OF_A_SHAPE * _shape_bytes(layer))


def _shape_bytes(layer: QgsVectorLayer) -> float:
    if layer.providerType() not in _AT_HAND:
        return _USUAL_SHAPE
    features = layer.getFeatures(QgsFeatureRequest().setLimit(_SAMPLES))
    sizes = [len(feature.geometry().asWkb()) for feature in features if feature.hasGeometry()]
    return sum(sizes) / len(sizes) if sizes else 0.0
