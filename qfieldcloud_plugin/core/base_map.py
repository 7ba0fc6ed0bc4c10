# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the base map that a project asks for: one file beside it on a desktop, one for a package on a server."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

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
    QgsRasterLayer,
    QgsRectangle,
)

from ..engine.sync.errors import LocalFileError
from ..engine.sync.progress import CancelToken, Progress, ProgressCallback
from ..i18n import tr
from .project_settings import ProjectSettings
from .tile_grid import TileGrid
from .tiles import TilesTooLarge, TileWriter

FILE = "basemap.mbtiles"
# Not seen before it is whole.
_HALF = ".basemap.part.mbtiles"
_USUAL_TILE, _USUAL_DPI = 256, 96


@dataclass
class BaseMapOrder:
    """What `make_tiles` needs, gathered in the main thread, where layers are copied."""

    destination: Path
    settings: QgsMapSettings
    grid: TileGrid
    most_bytes: int = 0
    """0: as many as it takes."""
    gaps: str = ""
    """Why there is nothing in some places, once it is drawn."""
    layers: list[QgsMapLayer] = field(default_factory=list)
    """Held for as long as they are drawn: map settings do not."""


def order(
    project: QgsProject,
    settings: ProjectSettings,
    extent: QgsRectangle,
    folder: Path,
    crs: Optional[QgsCoordinateReferenceSystem] = None,
) -> BaseMapOrder:
    """Prepare to draw the layer or theme of the settings. Raises LocalFileError when there is nothing to draw.

    `extent` is in the project's CRS if no other is given.
    """
    layers = _what_is_drawn(project, settings)
    grid = TileGrid.of(
        _in_degrees(project, extent, crs or project.crs()),
        settings.base_map_min_zoom,
        settings.base_map_max_zoom,
        settings.base_map_tile_size,
    )
    if not layers:
        raise LocalFileError(tr("The base map has no layer to draw. Choose one on the page “Base map”."))
    return BaseMapOrder(folder / FILE, _map_settings(project, layers, grid), grid, layers=layers)


def make_tiles(wanted: BaseMapOrder, progress: ProgressCallback, cancel: CancelToken) -> Path:
    """Draw the tiles; a base map from before is replaced at the end. Raises LocalFileError."""
    half = wanted.destination.with_name(_HALF)
    half.unlink(missing_ok=True)
    writer, total = TileWriter(wanted.settings, wanted.grid, wanted.most_bytes), len(wanted.grid)

    def tell(done: int) -> None:
        progress(Progress("tiles", FILE, done=done * 100 // total, total=100, unit="rows"))

    try:
        writer.write(half, tell, lambda: cancel.cancelled)
        cancel.check()
        if not writer.shows_something:
            nothing = tr("There is nothing to be seen in its area, or a service does not answer.")
            raise _not_drawn(writer.gaps or nothing)
        half.replace(wanted.destination)
        wanted.gaps = writer.gaps
    except TilesTooLarge:
        text = tr("It has more than {} MB. Choose a smaller area or fewer zoom levels.")
        raise _not_drawn(text.format(wanted.most_bytes // 1_000_000)) from None
    except (OSError, sqlite3.Error) as error:
        raise _not_drawn(str(error)) from error
    finally:
        half.unlink(missing_ok=True)
    return wanted.destination


def _not_drawn(reason: str) -> LocalFileError:
    return LocalFileError(tr("The base map could not be drawn. {}").format(reason).strip())


def _in_degrees(
    project: QgsProject, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem
) -> tuple[float, float, float, float]:
    transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem("EPSG:4326"), project)
    try:
        box = transform.transformBoundingBox(extent)
    except QgsCsException:
        raise _not_drawn(tr("Its area is outside of what the project's coordinates reach.")) from None
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _what_is_drawn(project: QgsProject, settings: ProjectSettings) -> list[QgsMapLayer]:
    """Copies of the wished layers, the topmost first, in the styles that the theme gives them."""
    styles: dict[str, str] = {}
    if settings.base_map_type == "mapTheme":
        themes = project.mapThemeCollection()
        layers = themes.mapThemeVisibleLayers(settings.base_map_theme)
        styles = themes.mapThemeStyleOverrides(settings.base_map_theme)
    else:
        layer = project.mapLayer(settings.base_map_layer)
        layers = [layer] if layer is not None else []
    copies = []
    for layer in layers:
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


def add_to_project(project: QgsProject, path: Path) -> Optional[QgsRasterLayer]:
    """Shows the tiles at the bottom of the map; a base map from before is only read again."""
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and str(path) in layer.source():
            layer.reload()
            return layer
    layer = QgsRasterLayer(str(path), tr("Base map"), "gdal")
    if not layer.isValid():
        return None
    project.addMapLayer(layer, False)
    project.layerTreeRoot().addLayer(layer)
    return layer
