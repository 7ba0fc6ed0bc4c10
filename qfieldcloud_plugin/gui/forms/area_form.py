# SPDX-License-Identifier: GPL-2.0-or-later
"""The area of interest: the whole project, or only what lies in a polygon that is shown and drawn on a map."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapToolExtent
from qgis.PyQt.QtWidgets import QCheckBox, QPushButton, QWidget

from ...core.project_settings import ProjectSettings
from ...i18n import tr
from .. import theme
from ..map_view import MapView, Shape
from ..parts import Label, Notice, column, row


class AreaForm(QWidget):
    """`values` are fields of `ProjectSettings`; the area's CRS is that of the project."""

    def __init__(
        self,
        project: QgsProject,
        settings: ProjectSettings,
        canvas: Optional[QgsMapCanvas] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._canvas = canvas
        self._area = QgsGeometry.fromWkt(settings.area)
        self._crs = QgsCoordinateReferenceSystem(settings.area_crs or project.crs().authid())
        layout = column(self, spacing=8)
        self.only = QCheckBox(tr("Take only features in this area"))
        self.only.setChecked(settings.only_area)
        self.only.toggled.connect(self._update)
        layout.addWidget(self.only)
        layout.addWidget(
            Label(
                tr("Features that belong to them, such as visits to a tree, come along."),
                tone="muted",
                size=0.92,
            )
        )
        line = row()
        self.view = QPushButton(theme.icon("eye"), tr("Current map view"))
        self.selection = QPushButton(theme.icon("polygon"), tr("Selected features"))
        self.draw = QPushButton(theme.icon("updated"), tr("Draw"))
        self.clear = QPushButton(theme.icon("close"), tr("Clear"))
        self.draw.setCheckable(True)
        self.view.clicked.connect(lambda _checked=False: self._take_view())
        self.selection.clicked.connect(lambda _checked=False: self._take_selection())
        self.draw.toggled.connect(self._drawing)
        self.clear.clicked.connect(lambda _checked=False: self._set(QgsGeometry(), self._crs))
        for button in (self.view, self.selection, self.draw, self.clear):
            line.addWidget(button)
        line.addStretch(1)
        layout.addLayout(line)
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.map = MapView(project)
        self.map.canvas.setExtent(canvas.extent() if canvas is not None else self.map.canvas.fullExtent())
        self._tool = QgsMapToolExtent(self.map.canvas)
        self._tool.extentChanged.connect(self._drawn)
        layout.addWidget(self.map, 1)
        self._update()

    def values(self) -> dict[str, Any]:
        has_area = not self._area.isNull()
        return {
            "only_area": self.only.isChecked() and has_area,
            "area": self._area.asWkt(8) if has_area else "",
            "area_crs": self._crs.authid() if has_area else "",
        }

    def box(self) -> tuple[QgsRectangle, QgsCoordinateReferenceSystem]:
        """The box of the chosen area; of all layers when there is none."""
        if self.only.isChecked() and not self._area.isNull():
            return self._area.boundingBox(), self._crs
        return self.map.canvas.fullExtent(), self._project.crs()

    def box_in_project_crs(self) -> QgsRectangle:
        box, crs = self.box()
        return QgsCoordinateTransform(crs, self._project.crs(), self._project).transformBoundingBox(box)

    def _take_view(self) -> None:
        if self._canvas is not None:
            self._set(
                QgsGeometry.fromRect(self._canvas.extent()), self._canvas.mapSettings().destinationCrs()
            )

    def _take_selection(self) -> None:
        for layer in self._project.mapLayers().values():
            if isinstance(layer, QgsVectorLayer) and layer.isSpatial() and layer.selectedFeatureCount():
                union = QgsGeometry.unaryUnion([feature.geometry() for feature in layer.selectedFeatures()])
                if union.type() != QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1)).type():
                    union = union.convexHull()
                self._set(union, layer.crs())
                return
        self.notice.say(tr("Select one or more features on the map first."), "warning")

    def _drawing(self, on: bool) -> None:
        if on:
            self.map.canvas.setMapTool(self._tool)
        else:
            self.map.use_pan()

    def _drawn(self, extent: QgsRectangle) -> None:
        self.draw.setChecked(False)
        self._set(QgsGeometry.fromRect(extent), self._project.crs())

    def _set(self, area: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        self.notice.clear()
        self._area, self._crs = area, crs
        if not area.isNull():
            self.only.setChecked(True)
        self._update()

    def _update(self, _on: bool = False) -> None:
        has_area = not self._area.isNull()
        for widget in (self.view, self.selection, self.draw, self.clear, self.map):
            widget.setEnabled(self.only.isChecked())
        self.clear.setEnabled(has_area and self.only.isChecked())
        self.view.setVisible(self._canvas is not None)
        shapes = [Shape(self._area, "mine", tr("Area"))] if has_area else []
        self.map.show_shapes(shapes, self._crs)
        if self.only.isChecked() and not has_area:
            self.notice.say(tr("No area is chosen yet, so everything is taken."), "accent")
        else:
            self.notice.clear()
