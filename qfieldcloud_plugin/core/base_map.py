# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the tiles of a base map with QGIS's own algorithm, as one file beside the project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsMapLayerStyle,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import Qt

from ..engine.sync.errors import LocalFileError
from ..engine.sync.progress import CancelToken, Progress, ProgressCallback
from ..i18n import tr
from .project_settings import ProjectSettings

FILE = "basemap.mbtiles"
# Not seen before it is whole; the algorithm wants to know the format by the name.
_HALF = ".basemap.part.mbtiles"
# The second is its name in QGIS 3.22.
_ALGORITHMS = ("native:tilesxyzmbtiles", "qgis:tilesxyzmbtiles")


class _Feedback(QgsProcessingFeedback):
    """Hands progress on, and stops the algorithm when the job is cancelled."""

    def __init__(self) -> None:
        super().__init__(False)
        self._cancel = CancelToken()

    def follow(self, progress: ProgressCallback, cancel: CancelToken) -> None:
        self._cancel = cancel

        def tell(percent: float) -> None:
            progress(Progress("tiles", FILE, done=int(percent), total=100, unit="rows"))
            # Newer QGIS draws in C++, which does not see what Python says of isCanceled().
            if cancel.cancelled:
                self.cancel()

        # Straight into the worker that draws: this object lives in the main thread.
        self.progressChanged.connect(tell, Qt.ConnectionType.DirectConnection)

    def isCanceled(self) -> bool:
        return self._cancel.cancelled or super().isCanceled()


@dataclass
class BaseMapOrder:
    """What `make_tiles` needs, gathered in the main thread, where QGIS wants algorithms to be prepared."""

    destination: Path
    algorithm: QgsProcessingAlgorithm
    parameters: dict[str, Any]
    context: QgsProcessingContext
    project: QgsProject
    feedback: _Feedback


def order(project: QgsProject, settings: ProjectSettings, extent: QgsRectangle, folder: Path) -> BaseMapOrder:
    """Prepare to draw the layer or theme of the settings. Raises LocalFileError when there is nothing to draw."""
    drawn = _what_is_drawn(project, settings)
    registry = QgsApplication.processingRegistry()
    made = (registry.createAlgorithmById(name) for name in _ALGORITHMS)
    algorithm = next((item for item in made if item is not None), None)
    if algorithm is None or not drawn.mapLayers():
        raise LocalFileError(tr("The base map has no layer to draw. Choose one on the page “Base map”."))
    context, feedback = QgsProcessingContext(), _Feedback()
    context.setProject(drawn)
    corners = (extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum())
    parameters = {
        "EXTENT": f"{','.join(map(str, corners))} [{project.crs().authid()}]",
        "ZOOM_MIN": settings.base_map_min_zoom,
        "ZOOM_MAX": settings.base_map_max_zoom,
        "DPI": 96 * max(1, settings.base_map_tile_size // 256),
        "TILE_FORMAT": 0,
        "METATILESIZE": 4,
        "OUTPUT_FILE": str(folder / _HALF),
    }
    (folder / _HALF).unlink(missing_ok=True)
    if not algorithm.prepare(parameters, context, feedback):
        raise _not_drawn(feedback)
    return BaseMapOrder(folder / FILE, algorithm, parameters, context, drawn, feedback)


def make_tiles(wanted: BaseMapOrder, progress: ProgressCallback, cancel: CancelToken) -> Path:
    """Draw the tiles; a base map from before is replaced at the end. Raises LocalFileError."""
    half = wanted.destination.with_name(_HALF)
    wanted.feedback.follow(progress, cancel)
    try:
        wanted.algorithm.runPrepared(wanted.parameters, wanted.context, wanted.feedback)
        cancel.check()
        if not half.is_file():
            raise _not_drawn(wanted.feedback)
        half.replace(wanted.destination)
    except QgsProcessingException as error:
        cancel.check()
        raise _not_drawn(wanted.feedback, str(error)) from error
    finally:
        half.unlink(missing_ok=True)
    return wanted.destination


def _not_drawn(feedback: _Feedback, reason: str = "") -> LocalFileError:
    said = reason or feedback.textLog()[-300:]
    return LocalFileError(tr("The base map could not be drawn. {}").format(said))


def _what_is_drawn(project: QgsProject, settings: ProjectSettings) -> QgsProject:
    """A copy of the project that shows only the wished layers; the algorithm draws what is shown."""
    drawn = QgsProject()
    drawn.setCrs(project.crs())
    drawn.setBackgroundColor(project.backgroundColor())
    styles: dict[str, str] = {}
    if settings.base_map_type == "mapTheme":
        themes = project.mapThemeCollection()
        layers = themes.mapThemeVisibleLayers(settings.base_map_theme)
        styles = themes.mapThemeStyleOverrides(settings.base_map_theme)
    else:
        layer = project.mapLayer(settings.base_map_layer)
        layers = [layer] if layer is not None else []
    # A new layer lies on top of the others.
    for layer in reversed(layers):
        copy = layer.clone()
        if layer.id() in styles:
            QgsMapLayerStyle(styles[layer.id()]).writeToLayer(copy)
        drawn.addMapLayer(copy)
    return drawn


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
