# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map of the open project: drawn in the background into one file beside it, and shown below all layers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Optional

from osgeo import gdal
from qgis.core import (
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorTileLayer,
)

from ..engine.sync.errors import LocalFileError
from ..engine.sync.progress import CancelToken, Progress, ProgressCallback
from ..i18n import tr
from . import base_map_drawing
from .base_map_drawing import FILE, BaseMapOrder, NotDrawn
from .project_settings import ProjectSettings
from .vector_look import Levels, dress

_KEEPS_STATISTICS = "GDAL_PAM_ENABLED"


def order(project: QgsProject, settings: ProjectSettings, extent: QgsRectangle, folder: Path) -> BaseMapOrder:
    """Prepare in the main thread to draw the layer or theme of the settings.

    Raises LocalFileError when there is nothing to draw.
    """
    try:
        return base_map_drawing.order(project, settings, extent, folder)
    except NotDrawn as error:
        raise _failed(error) from error


def make_tiles(wanted: BaseMapOrder, progress: ProgressCallback, cancel: CancelToken) -> Path:
    """Draw the tiles; a base map from before is replaced at the end. Raises LocalFileError."""

    def tell(percent: int) -> None:
        progress(Progress("tiles", FILE, done=percent, total=100, unit="rows"))

    try:
        base_map_drawing.draw(wanted, tell, lambda: cancel.cancelled)
    except NotDrawn as error:
        raise _failed(error) from error
    cancel.check()
    return wanted.destination


def _failed(error: NotDrawn) -> LocalFileError:
    return LocalFileError(tr("The base map could not be drawn. {}").format(error).strip())


def add_to_project(project: QgsProject, wanted: BaseMapOrder) -> Optional[QgsMapLayer]:
    """Shows the tiles at the bottom of the map, in the place of a base map from before."""
    kind = QgsVectorTileLayer if wanted.as_vectors else QgsRasterLayer
    path = str(wanted.destination)
    for former in [layer for layer in project.mapLayers().values() if path in layer.source()]:
        if isinstance(former, kind):
            former.reload()
            _dress(former, wanted)
            return former
        project.removeMapLayer(former.id())
    layer = _shapes(path) if wanted.as_vectors else _pictures(path)
    if not layer.isValid():
        return None
    _dress(layer, wanted)
    project.addMapLayer(layer, False)
    project.layerTreeRoot().addLayer(layer)
    return layer


def _shapes(path: str) -> QgsVectorTileLayer:
    return QgsVectorTileLayer(f"type=mbtiles&url={path}", tr("Base map"))


def _pictures(path: str) -> QgsRasterLayer:
    with _no_statistics_kept():
        return QgsRasterLayer(path, tr("Base map"), "gdal")


@contextmanager
def _no_statistics_kept() -> Iterator[None]:
    """When QGIS first opens tiles it measures them; GDAL would write that beside them, and where QGIS was started."""
    before = gdal.GetThreadLocalConfigOption(_KEEPS_STATISTICS)
    gdal.SetThreadLocalConfigOption(_KEEPS_STATISTICS, "NO")
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(_KEEPS_STATISTICS, before)


def _dress(layer: QgsMapLayer, wanted: BaseMapOrder) -> None:
    if wanted.as_vectors:
        dress(layer, wanted.layers, Levels(wanted.grid.least, wanted.grid.most))
