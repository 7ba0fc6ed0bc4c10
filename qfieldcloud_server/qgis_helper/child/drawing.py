# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws a project as QGIS shows it, small."""

from __future__ import annotations

import time
from typing import List

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize

from qfieldcloud_plugin.engine.project import Project

from .channel import Channel, Content
from .layers import check_host, project_of
from .refused import Refused

# What comes from the web may take longer than a thumbnail is worth; then it shows what was there in time.
_MOST_SECONDS = 20


def draw(_channel: Channel, order: Content) -> Content:
    """Writes a square PNG of `side` pixels to `picture`."""
    read = project_of(order)
    for layer in read.layers.values():
        check_host(layer)
    project = QgsProject.instance()
    if not project.read(order["project"]):
        raise Refused(project.error() or "QGIS cannot read the project")
    layers = _shown(project)
    if not layers:
        raise Refused("no layer is shown")
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(_crs(project, read))
    settings.setTransformContext(project.transformContext())
    settings.setBackgroundColor(project.backgroundColor())
    settings.setOutputSize(QSize(order["side"], order["side"]))
    settings.setExtent(settings.fullExtent() if read.extent is None else QgsRectangle(*read.extent))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    end = time.monotonic() + _MOST_SECONDS
    while job.isActive():
        QgsApplication.processEvents()
        if time.monotonic() > end:
            job.cancelWithoutBlocking()
        time.sleep(0.01)
    if not job.renderedImage().save(order["picture"], "PNG"):
        raise Refused("nothing was drawn")
    return {}


def _shown(project: QgsProject) -> List[QgsMapLayer]:
    """Those that are ticked, the topmost first."""
    root = project.layerTreeRoot()
    # A layer that could not be made is still in the tree, as nothing.
    ticked = {layer.id() for layer in root.checkedLayers() if layer is not None}
    return [layer for layer in root.layerOrder() if layer and layer.isValid() and layer.id() in ticked]


def _crs(project: QgsProject, read: Project) -> QgsCoordinateReferenceSystem:
    """That of the saved extent."""
    known = QgsCoordinateReferenceSystem(read.extent_crs) if read.extent is not None else project.crs()
    return known if known.isValid() else project.crs()
