# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers that are no files (PostGIS, WFS, …) turned into GeoPackages by QGIS, for packages made here."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsPathResolver,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..engine.packaging import EXPORT_KEY, LayerNotExported
from ..engine.project import Layer, Project
from ..i18n import tr


class QgisExporter:
    """An `engine.packaging.Exporter`. Opens its own copy of each layer, so it may run in a worker.

    Temporary layers exist in the open project alone. Make the exporter of it in the main thread: it then holds what
    they hold at that moment. Virtual layers need the project's other layers and stay as they are.
    """

    def __init__(self, project: Optional[QgsProject] = None) -> None:
        layers = project.mapLayers().values() if project is not None else ()
        self._temporary = {
            layer.id(): layer.clone()
            for layer in layers
            if isinstance(layer, QgsVectorLayer) and layer.providerType() == "memory"
        }

    def can_export(self, layer: Layer) -> bool:
        if layer.provider == "memory":
            return layer.id in self._temporary
        return layer.is_vector and layer.provider != "virtual"

    def export(self, project: Project, layer: Layer, destination: Path) -> str:
        source = self._temporary.get(layer.id) or open_layer(project, layer)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = "rows"
        options.layerOptions = [f"FID={EXPORT_KEY}"]
        outcome = QgsVectorFileWriter.writeAsVectorFormatV3(
            source, str(destination), QgsCoordinateTransformContext(), options
        )
        if outcome[0] != QgsVectorFileWriter.WriterError.NoError:
            raise LayerNotExported(outcome[1].rstrip(".") or tr("its rows could not be copied"))
        return key_of(source)


def key_of(source: QgsVectorLayer) -> str:
    """The one field that tells rows apart, by the rule that devices and server share."""
    keys, fields = source.primaryKeyAttributes(), source.fields()
    index = keys[0] if len(keys) == 1 else fields.lookupField("fid") if not keys else -1
    name = fields.at(index).name() if index >= 0 else ""
    return "" if "," in name else name


def open_layer(project: Project, layer: Layer) -> QgsVectorLayer:
    """A copy of its own of what the project's layer shows. Raises LayerNotExported."""
    context = QgsReadWriteContext()
    context.setPathResolver(QgsPathResolver(str(project.path)))
    uri = QgsVectorLayer().decodedSource(layer.source.raw, layer.provider, context)
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    opened = QgsVectorLayer(uri, layer.name, layer.provider, options)
    if not opened.isValid():
        error = opened.error()
        # Asking an empty error for its first message takes QGIS 3.22 down.
        summary = "" if error.isEmpty() else error.summary()
        raise LayerNotExported(summary.rstrip(".") or tr("its source does not answer"))
    return opened
