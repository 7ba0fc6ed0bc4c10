# SPDX-License-Identifier: GPL-2.0-or-later
"""The area of interest: everything, or what lies in a polygon; for everyone, and for single teams and persons."""

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
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from ...core.actions import Actions
from ...core.project_settings import ProjectSettings
from ...engine.packaging import Area, AreaFor
from ...i18n import tr
from .. import theme
from ..map_view import MapView, Shape
from ..parts import Label, Notice, column, row
from ..wording import EVERYONE
from .audience_bar import AudienceBar


class AreaForm(QWidget):
    """`values` are fields of `ProjectSettings`; the area's CRS is that of the project."""

    def __init__(
        self,
        project: QgsProject,
        settings: ProjectSettings,
        canvas: Optional[QgsMapCanvas] = None,
        actions: Optional[Actions] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._canvas = canvas
        # In the order of the project: who is in several teams gets the area of the first.
        self._areas = {EVERYONE: _chosen(project, settings.area, settings.area_crs)}
        for item in settings.areas_for:
            self._areas[item.who] = _chosen(project, item.area.wkt, item.area.crs)
        layout = column(self, spacing=8)
        self.audience = AudienceBar([item.who for item in settings.areas_for], actions)
        self.audience.chosen.connect(self._show)
        self.audience.removed.connect(self._forget)
        layout.addWidget(self.audience)
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
        layout.addLayout(self._buttons())
        self.notice = Notice()
        layout.addWidget(self.notice)
        self.map = MapView(project)
        self.map.canvas.setExtent(canvas.extent() if canvas is not None else self.map.canvas.fullExtent())
        self._tool = QgsMapToolExtent(self.map.canvas)
        self._tool.extentChanged.connect(self._drawn)
        layout.addWidget(self.map, 1)
        self._update()

    def _buttons(self) -> QHBoxLayout:
        line = row()
        self.view = QPushButton(theme.icon("eye"), tr("Current map view"))
        self.selection = QPushButton(theme.icon("polygon"), tr("Selected features"))
        self.draw = QPushButton(theme.icon("updated"), tr("Draw"))
        self.clear = QPushButton(theme.icon("close"), tr("Clear"))
        self.draw.setCheckable(True)
        self.view.clicked.connect(lambda _checked=False: self._take_view())
        self.selection.clicked.connect(lambda _checked=False: self._take_selection())
        self.draw.toggled.connect(self._drawing)
        self.clear.clicked.connect(lambda _checked=False: self._set(QgsGeometry(), self._project.crs()))
        for button in (self.view, self.selection, self.draw, self.clear):
            line.addWidget(button)
        line.addStretch(1)
        return line

    def values(self) -> dict[str, Any]:
        area, crs = self._areas[EVERYONE]
        has_area = not area.isNull()
        return {
            "only_area": self.only.isChecked() and has_area,
            "area": area.asWkt(8) if has_area else "",
            "area_crs": crs.authid() if has_area else "",
            "areas_for": tuple(
                AreaFor(who, Area(area.asWkt(8), crs.authid()))
                for who, (area, crs) in self._areas.items()
                if who != EVERYONE and not area.isNull()
            ),
        }

    def box(self) -> tuple[QgsRectangle, QgsCoordinateReferenceSystem]:
        """What all packages together show, in the project's CRS: of all layers when there is one without limit."""
        if not self.only.isChecked() or self._areas[EVERYONE][0].isNull():
            return self.map.canvas.fullExtent(), self._project.crs()
        box = QgsRectangle()
        for area, crs in self._areas.values():
            if not area.isNull():
                moved = QgsCoordinateTransform(crs, self._project.crs(), self._project)
                box.combineExtentWith(moved.transformBoundingBox(area.boundingBox()))
        return box, self._project.crs()

    def close_down(self) -> None:
        """Called when the window closes."""
        self.audience.close_down()

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
        who = self.audience.current()
        self._areas[who] = (area, crs)
        if who == EVERYONE and not area.isNull():
            self.only.setChecked(True)
        self._update()

    def _show(self, who: str) -> None:
        self._areas.setdefault(who, (QgsGeometry(), self._project.crs()))
        self.draw.setChecked(False)
        self._update()

    def _forget(self, who: str) -> None:
        del self._areas[who]

    def _update(self, _on: bool = False) -> None:
        who = self.audience.current()
        area, crs = self._areas[who]
        has_area = not area.isNull()
        is_limited = who != EVERYONE or self.only.isChecked()
        self.only.setVisible(who == EVERYONE)
        for widget in (self.view, self.selection, self.draw, self.clear, self.map):
            widget.setEnabled(is_limited)
        self.clear.setEnabled(has_area and is_limited)
        self.view.setVisible(self._canvas is not None)
        self.map.show_shapes([Shape(area, "mine", tr("Area"))] if has_area else [], crs)
        if has_area or not is_limited:
            self.notice.clear()
        elif who == EVERYONE:
            self.notice.say(tr("No area is chosen yet, so everything is taken."), "accent")
        else:
            self.notice.say(tr("No area is chosen yet, so they get what everyone gets."), "accent")


def _chosen(project: QgsProject, wkt: str, crs: str) -> tuple[QgsGeometry, QgsCoordinateReferenceSystem]:
    return QgsGeometry.fromWkt(wkt), QgsCoordinateReferenceSystem(crs or project.crs().authid())
