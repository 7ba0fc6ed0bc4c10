# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the tiles of a base map with QGIS's own algorithm, as one file beside the project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

from ..engine.sync.errors import LocalFileError
from ..engine.sync.progress import CancelToken, Progress, ProgressCallback
from ..i18n import tr
from .project_settings import ProjectSettings

FILE = "basemap.mbtiles"
_ALGORITHM = "native:tilesxyzmbtiles"


@dataclass(frozen=True)
class BaseMapOrder:
    """What `make_tiles` needs, gathered in the main thread."""

    destination: Path
    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    min_zoom: int
    max_zoom: int
    tile_size: int
    project: QgsProject


def order(project: QgsProject, settings: ProjectSettings, extent: QgsRectangle, folder: Path) -> BaseMapOrder:
    """A copy of the project that shows only the wished layers; the algorithm draws what is shown."""
    drawn = QgsProject()
    drawn.setCrs(project.crs())
    drawn.setBackgroundColor(project.backgroundColor())
    for layer in _layers(project, settings):
        drawn.addMapLayer(layer.clone())
    return BaseMapOrder(
        folder / FILE,
        extent,
        project.crs(),
        settings.base_map_min_zoom,
        settings.base_map_max_zoom,
        settings.base_map_tile_size,
        drawn,
    )


def _layers(project: QgsProject, settings: ProjectSettings) -> list[QgsMapLayer]:
    if settings.base_map_type == "mapTheme":
        return project.mapThemeCollection().mapThemeVisibleLayers(settings.base_map_theme)
    layer = project.mapLayer(settings.base_map_layer)
    return [layer] if layer is not None else []


def make_tiles(wanted: BaseMapOrder, progress: ProgressCallback, cancel: CancelToken) -> Path:
    """Draws the tiles. Raises LocalFileError when nothing could be drawn."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(_ALGORITHM)
    if algorithm is None or not wanted.project.mapLayers():
        raise LocalFileError(tr("The base map has no layer to draw. Choose one on the page “Base map”."))
    context = QgsProcessingContext()
    context.setProject(wanted.project)
    feedback = _Feedback(progress, cancel)
    wanted.destination.unlink(missing_ok=True)
    box = wanted.extent
    parameters: dict[str, Any] = {
        "EXTENT": (
            f"{box.xMinimum()},{box.xMaximum()},{box.yMinimum()},{box.yMaximum()} [{wanted.crs.authid()}]"
        ),
        "ZOOM_MIN": wanted.min_zoom,
        "ZOOM_MAX": wanted.max_zoom,
        "DPI": 96 * max(1, wanted.tile_size // 256),
        "TILE_FORMAT": 0,
        "METATILESIZE": 4,
        "OUTPUT_FILE": str(wanted.destination),
    }
    _results, good = algorithm.run(parameters, context, feedback)
    cancel.check()
    if not good or not wanted.destination.is_file():
        raise LocalFileError(tr("The base map could not be drawn. {}").format(feedback.textLog()[-300:]))
    return wanted.destination


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


class _Feedback(QgsProcessingFeedback):
    """Hands progress on, and stops the algorithm when the job is cancelled."""

    def __init__(self, progress: ProgressCallback, cancel: CancelToken) -> None:
        super().__init__(False)
        self._cancel = cancel
        self.progressChanged.connect(
            lambda percent: progress(Progress("tiles", FILE, done=int(percent), total=100, unit="rows"))
        )

    def isCanceled(self) -> bool:
        return self._cancel.cancelled or super().isCanceled()
