# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers that are no files (PostGIS, WFS, …) turned into GeoPackages by QGIS, for packages made here."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsPathResolver,
    QgsReadWriteContext,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ..engine.packaging import EXPORT_KEY, LayerNotExported
from ..engine.project import Layer, Project
from ..i18n import tr

# Memory layers live in the open project only; virtual ones need its other layers.
_NEVER = ("memory", "virtual")


class QgisExporter:
    """An `engine.packaging.Exporter`. Opens its own copy of each layer, so it may run in a worker."""

    def can_export(self, layer: Layer) -> bool:
        return layer.is_vector and layer.provider not in _NEVER

    def export(self, project: Project, layer: Layer, destination: Path) -> str:
        source = open_layer(project, layer)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = "rows"
        options.layerOptions = [f"FID={EXPORT_KEY}"]
        outcome = QgsVectorFileWriter.writeAsVectorFormatV3(
            source, str(destination), QgsCoordinateTransformContext(), options
        )
        if outcome[0] != QgsVectorFileWriter.WriterError.NoError:
            raise LayerNotExported(outcome[1].rstrip(".") or tr("its rows could not be copied"))
        keys = source.primaryKeyAttributes()
        return source.fields().at(keys[0]).name() if len(keys) == 1 else ""


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
