# SPDX-License-Identifier: GPL-2.0-or-later
"""A small map that shows a few geometries over the project's layers, each in the colour of its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapToolPan, QgsRubberBand
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ..i18n import tr
from . import theme
from .parts import Label, column, row

_MARGIN = 1.4
_POINT_REACH = 0.12  # share of all layers' extent that is shown around a lone point


@dataclass(frozen=True)
class Shape:
    """One geometry on the map; `dashed` is for what was."""

    geometry: QgsGeometry
    meaning: str
    label: str
    dashed: bool = False


class MapView(QWidget):
    """`show_shapes` replaces what is drawn, zooms to it and tells in the legend what is what."""

    def __init__(self, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._bands: list[QgsRubberBand] = []
        layout = column(self, spacing=4)
        self.canvas = QgsMapCanvas(self)
        self.canvas.setObjectName("qfieldcloud_map")
        self.canvas.setAccessibleName(tr("Map"))
        self.canvas.setMinimumSize(QSize(200, 140))
        self.canvas.enableAntiAliasing(True)
        self.canvas.setCanvasColor(project.backgroundColor())
        self.canvas.setDestinationCrs(project.crs())
        self.canvas.setLayers(project.layerTreeRoot().checkedLayers())
        self._pan = QgsMapToolPan(self.canvas)
        self.canvas.setMapTool(self._pan)
        layout.addWidget(self.canvas, 1)
        self._legend = row(spacing=14)
        layout.addLayout(self._legend)

    def use_pan(self) -> None:
        """Back from another tool to moving the map."""
        self.canvas.setMapTool(self._pan)

    def show_shapes(self, shapes: Sequence[Shape], crs: QgsCoordinateReferenceSystem) -> None:
        self._clear()
        extent = QgsRectangle()
        transform = QgsCoordinateTransform(crs, self._project.crs(), self._project)
        for shape in shapes:
            self._bands.append(self._band(shape, crs))
            box = transform.transformBoundingBox(shape.geometry.boundingBox()) if crs.isValid() else None
            extent.combineExtentWith(box or shape.geometry.boundingBox())
        if shapes:
            self._zoom(extent)
        for meaning, label in dict.fromkeys((shape.meaning, shape.label) for shape in shapes):
            self._legend.addWidget(_chip(meaning, label))
        self._legend.addStretch(1)

    def _band(self, shape: Shape, crs: QgsCoordinateReferenceSystem) -> QgsRubberBand:
        band = QgsRubberBand(self.canvas, shape.geometry.type())
        tone = QColor(theme.map_colour(shape.meaning))
        fill = QColor(tone)
        fill.setAlpha(0 if shape.dashed else 50)
        band.setStrokeColor(tone)
        band.setFillColor(fill)
        band.setWidth(2)
        band.setLineStyle(Qt.PenStyle.DashLine if shape.dashed else Qt.PenStyle.SolidLine)
        if shape.geometry.type() == QgsWkbTypes.GeometryType.PointGeometry:
            band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
            band.setIconSize(13 if shape.dashed else 11)
            fill.setAlpha(0 if shape.dashed else 255)
            band.setFillColor(fill)
        band.setToGeometry(shape.geometry, crs)
        return band

    def _zoom(self, extent: QgsRectangle) -> None:
        if extent.isEmpty() or extent.width() == 0 or extent.height() == 0:
            full = self.canvas.fullExtent()
            fallback = 0.01 if self._project.crs().isGeographic() else 500.0
            reach = max(full.width(), full.height()) * _POINT_REACH or fallback
            extent.grow(max(reach, extent.width(), extent.height()))
        extent.scale(_MARGIN)
        self.canvas.setExtent(extent)
        self.canvas.refresh()

    def _clear(self) -> None:
        for band in self._bands:
            self.canvas.scene().removeItem(band)
        self._bands.clear()
        while self._legend.count():
            item = self._legend.takeAt(0)
            if item.widget() is not None:
                # Hidden at once: it is deleted only when Qt comes round to it.
                item.widget().hide()
                item.widget().deleteLater()


def _chip(meaning: str, text: str) -> QWidget:
    chip = QWidget()
    line = row(chip, spacing=5)
    mark = QLabel()
    mark.setFixedSize(10, 10)
    mark.setStyleSheet(f"background: {theme.map_colour(meaning)}; border-radius: 5px;")
    line.addWidget(mark)
    label = Label(text, tone="muted", size=0.9)
    label.setWordWrap(False)
    line.addWidget(label)
    return chip
