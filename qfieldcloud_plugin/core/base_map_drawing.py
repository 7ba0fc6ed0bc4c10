# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the base map that a project asks for; a server's QGIS does so too, and has no libraries but its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional, Union

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsMapSettings,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorTileLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ..i18n import tr
from .mbtiles import TilesTooLarge
from .project_settings import VECTOR_TILES, ProjectSettings
from .tile_grid import TileGrid
from .tiles import TileWriter
from .vector_look import Levels, dress
from .vector_tiles import VectorTileWriter

FILE = "basemap.mbtiles"
HALF = ".basemap.part.mbtiles"
"""What it is called before it is whole."""

_USUAL_TILE, _USUAL_DPI = 256, 96


class NotDrawn(Exception):
    """Why there is no base map, for people."""


@dataclass
class BaseMapOrder:
    """What `draw` needs, gathered in the main thread, where layers are copied."""

    destination: Path
    settings: QgsMapSettings
    grid: TileGrid
    most_bytes: int = 0
    """0: as many as it takes."""
    gaps: str = ""
    """Why there is nothing in some places, once it is drawn."""
    as_vectors: bool = False
    layers: list[QgsMapLayer] = field(default_factory=list)
    """Held for as long as they are drawn: map settings do not."""


def order(
    project: QgsProject,
    settings: ProjectSettings,
    extent: QgsRectangle,
    folder: Path,
    crs: Optional[QgsCoordinateReferenceSystem] = None,
) -> BaseMapOrder:
    """Prepare to draw the layer or theme of the settings. Raises NotDrawn when there is nothing to draw.

    `extent` is in the project's CRS if no other is given.
    """
    lacks = whats_missing(project, settings)
    if lacks:
        raise NotDrawn(lacks)
    layers = _what_is_drawn(project, settings)
    grid = TileGrid.of(
        _in_degrees(project, extent, crs or project.crs()),
        settings.base_map_min_zoom,
        settings.base_map_max_zoom,
        settings.base_map_tile_size,
    )
    as_vectors = settings.base_map_tiles == VECTOR_TILES
    if as_vectors:
        layers = [layer for layer in layers if _has_shapes(layer)]
    drawn = _map_settings(project, layers, grid)
    return BaseMapOrder(folder / FILE, drawn, grid, as_vectors=as_vectors, layers=layers)


def whats_missing(project: QgsProject, settings: ProjectSettings) -> str:
    """Why nothing can be drawn of what the settings name, for people; empty when something can."""
    layers = named_layers(project, settings)
    if not layers:
        return tr("It has no layer to draw: choose one.")
    for layer in layers:
        if not layer.isValid():
            return tr("“{}” cannot be opened.").format(layer.name())
    if settings.base_map_tiles == VECTOR_TILES and not any(map(_has_shapes, layers)):
        return tr("Vector tiles are made of vector layers, and there is none. Choose pictures instead.")
    return ""


def likely_layer(project: QgsProject) -> Optional[QgsMapLayer]:
    """What most people make a base map of: the raster, web map or tiles at the bottom of the project."""
    layers = [node.layer() for node in project.layerTreeRoot().findLayers()]
    pictures = [layer for layer in layers if layer is not None and not isinstance(layer, QgsVectorLayer)]
    return pictures[-1] if pictures else None


def _has_shapes(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.isSpatial()


def draw(wanted: BaseMapOrder, tell: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
    """Draw the tiles; `tell` hears percents. Raises NotDrawn; a base map from before is replaced at the very end.

    When cancelled, nothing has changed.
    """
    half, total = wanted.destination.with_name(HALF), len(wanted.grid)
    half.unlink(missing_ok=True)
    writer = _writer(wanted)
    try:
        writer.write(half, lambda done: tell(done * 100 // total), cancelled)
        if cancelled():
            return
        if not writer.shows_something:
            nothing = tr("There is nothing to be seen in its area, or a service does not answer.")
            raise NotDrawn(writer.gaps or nothing)
        half.replace(wanted.destination)
        wanted.gaps = writer.gaps
    except TilesTooLarge:
        text = tr("It has more than {} MB. Choose a smaller area or fewer zoom levels.")
        raise NotDrawn(text.format(wanted.most_bytes // 1_000_000)) from None
    except (OSError, sqlite3.Error) as error:
        raise NotDrawn(str(error)) from error
    finally:
        half.unlink(missing_ok=True)


def layer_xml(wanted: BaseMapOrder) -> str:
    """The layer that shows drawn vector tiles as their layers look; "" for pictures, which look like themselves.

    Raises NotDrawn.
    """
    if not wanted.as_vectors:
        return ""
    layer = QgsVectorTileLayer(f"type=mbtiles&url={wanted.destination}", "Basemap")
    dress(layer, wanted.layers, Levels(wanted.grid.least, wanted.grid.most))
    document = QDomDocument()
    element = document.createElement("maplayer")
    document.appendChild(element)
    if not layer.isValid() or not layer.writeLayerXml(element, document, QgsReadWriteContext()):
        raise NotDrawn(tr("QGIS cannot read the tiles that it has made."))
    return document.toString(-1)


def _writer(wanted: BaseMapOrder) -> Union[TileWriter, VectorTileWriter]:
    if wanted.as_vectors:
        return VectorTileWriter(wanted.layers, wanted.grid, wanted.most_bytes)
    return TileWriter(wanted.settings, wanted.grid, wanted.most_bytes)


def _in_degrees(
    project: QgsProject, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem
) -> tuple[float, float, float, float]:
    transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem("EPSG:4326"), project)
    try:
        box = transform.transformBoundingBox(extent)
    except QgsCsException:
        raise NotDrawn(tr("Its area is outside of what the project's coordinates reach.")) from None
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def named_layers(project: QgsProject, settings: ProjectSettings) -> list[QgsMapLayer]:
    """The layers of the project that the settings name, the topmost first."""
    if settings.base_map_type == "mapTheme":
        return list(project.mapThemeCollection().mapThemeVisibleLayers(settings.base_map_theme))
    layer = project.mapLayer(settings.base_map_layer)
    return [layer] if layer is not None else []


def _what_is_drawn(project: QgsProject, settings: ProjectSettings) -> list[QgsMapLayer]:
    """Copies of the wished layers, the topmost first, in the styles that the theme gives them."""
    styles: dict[str, str] = {}
    if settings.base_map_type == "mapTheme":
        styles = project.mapThemeCollection().mapThemeStyleOverrides(settings.base_map_theme)
    copies = []
    for layer in named_layers(project, settings):
        copy = layer.clone()
        if layer.id() in styles:
            QgsMapLayerStyle(styles[layer.id()]).writeToLayer(copy)
        copies.append(copy)
    return copies


def _map_settings(project: QgsProject, layers: list[QgsMapLayer], grid: TileGrid) -> QgsMapSettings:
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setTransformContext(project.transformContext())
    settings.setPathResolver(project.pathResolver())
    settings.setEllipsoid(project.ellipsoid())
    settings.setLabelingEngineSettings(project.labelingEngineSettings())
    settings.setFlag(QgsMapSettings.Flag.RenderMapTile, True)
    background = project.backgroundColor()
    background.setAlpha(255)
    settings.setBackgroundColor(background)
    # A tile with more pixels shows the same symbols, only sharper.
    settings.setOutputDpi(_USUAL_DPI * grid.size / _USUAL_TILE)
    scopes = (QgsExpressionContextUtils.globalScope(), QgsExpressionContextUtils.projectScope(project))
    context = QgsExpressionContext()
    for scope in scopes:
        context.appendScope(scope)
    settings.setExpressionContext(context)
    return settings
