# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers in files, databases and services that QGIS reads, and temporary ones, turned into GeoPackages for good."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..engine.packaging import EXPORT_KEY, LayerNotExported
from ..engine.project import Layer, Project
from ..i18n import tr
from .exporters import key_of, open_layer


class QgisConverter:
    """An `engine.project.Converter`. Opens its own copy of each layer, so it may run in a worker.

    Temporary layers exist in the open project alone. Make the converter of it in the main thread: it then holds what
    they hold at that moment.
    """

    def __init__(self, project: Optional[QgsProject] = None) -> None:
        layers = project.mapLayers().values() if project is not None else ()
        self._temporary = {
            layer.id(): layer.clone()
            for layer in layers
            if isinstance(layer, QgsVectorLayer)
            and layer.providerType() == "memory"
            and not layer.subsetString()
        }

    def can_convert(self, layer: Layer) -> bool:
        if layer.provider == "memory":
            return layer.id in self._temporary
        return layer.is_vector and layer.provider != "virtual"

    def convert(self, project: Project, layer: Layer, destination: Path, table: str) -> str:
        source = self._temporary.get(layer.id) or open_layer(project, layer)
        if layer.source.is_file:  # filters of databases and services mean nothing to a GeoPackage
            source.setSubsetString("")
        crs = QgsCoordinateReferenceSystem(layer.crs)
        if crs.isValid():  # the project knows better than a file without its .prj
            source.setCrs(crs)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = table
        options.layerOptions = [f"FID={EXPORT_KEY}", "SPATIAL_INDEX=NO"]
        # Joined and computed fields stay in the project.
        options.attributes = list(range(source.dataProvider().fields().count()))
        outcome = QgsVectorFileWriter.writeAsVectorFormatV3(
            source, str(destination), QgsCoordinateTransformContext(), options
        )
        if outcome[0] != QgsVectorFileWriter.WriterError.NoError:
            raise LayerNotExported(outcome[1].rstrip(".") or tr("its rows could not be copied"))
        return key_of(source)
