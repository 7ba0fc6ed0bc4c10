# SPDX-License-Identifier: GPL-2.0-or-later
"""A base map for places without a connection: of what, how detailed, and how large it will be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapLayerProxyModel,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QGroupBox, QLabel, QSizePolicy, QSpinBox, QWidget

from ...core.base_map_drawing import likely_layer, whats_missing
from ...core.base_map_estimate import BaseMapEstimate, estimate
from ...core.project_settings import PICTURE_TILES, VECTOR_TILES, ProjectSettings
from ...i18n import tr
from .. import theme, wording
from ..parts import Label, Notice, column, row

_MANY_TILES = 20_000


class BaseMapForm(QWidget):
    """`values` are fields of `ProjectSettings`; `show_area` tells for which area the size is estimated."""

    changed = pyqtSignal()

    def __init__(
        self, project: QgsProject, settings: ProjectSettings, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._settings = settings
        self._box = QgsRectangle()
        layout = column(self, spacing=10)
        self.group = QGroupBox(tr("Make a base map for the field"))
        self.group.setCheckable(True)
        self.group.setChecked(settings.base_map)
        form = QFormLayout(self.group)
        form.setSpacing(theme.SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.kind = QComboBox()
        self.kind.addItem(tr("One layer"), "singleLayer")
        self.kind.addItem(tr("A map theme"), "mapTheme")
        self.kind.setCurrentIndex(max(self.kind.findData(settings.base_map_type), 0))
        self.layer = QgsMapLayerComboBox()
        self.layer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.All)
        self.layer.setLayer(project.mapLayer(settings.base_map_layer) or likely_layer(project))
        self.theme = QComboBox()
        self.theme.addItems(project.mapThemeCollection().mapThemes())
        self.theme.setCurrentText(settings.base_map_theme)
        self.least, self.most = _zoom(settings.base_map_min_zoom), _zoom(settings.base_map_max_zoom)
        self.made_of = QComboBox()
        self.made_of.addItem(tr("Pictures, as on the map"), PICTURE_TILES)
        self.made_of.addItem(tr("Vector tiles: small, and sharp at every scale"), VECTOR_TILES)
        self.made_of.setCurrentIndex(max(self.made_of.findData(settings.base_map_tiles), 0))
        self.tile = QComboBox()
        for size in (256, 512, 1024):
            self.tile.addItem(f"{size} × {size}", size)
        self.tile.setCurrentIndex(max(self.tile.findData(settings.base_map_tile_size), 0))
        form.addRow(tr("Of"), self.kind)
        # One row for both: a hidden row would leave its gap.
        self._source_label, source = QLabel(), row()
        source.addWidget(self.layer)
        source.addWidget(self.theme)
        form.addRow(self._source_label, source)
        form.addRow(tr("As"), self.made_of)
        form.addRow(tr("From zoom level"), self.least)
        form.addRow(tr("To zoom level"), self.most)
        form.addRow(tr("Size of a tile"), self.tile)
        layout.addWidget(self.group)
        self.estimate = Label(tone="muted")
        layout.addWidget(self.estimate)
        self.notice = Notice()
        layout.addWidget(self.notice)
        layout.addStretch(1)
        self.layer.layerChanged.connect(self._update)
        for box in (self.kind, self.theme, self.made_of, self.tile):
            box.currentIndexChanged.connect(self._update)
        for number in (self.least, self.most):
            number.valueChanged.connect(self._update)
        self.group.toggled.connect(self._update)
        self._update()

    def show_area(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        self._box = QgsCoordinateTransform(crs, wgs84, self._project).transformBoundingBox(box)
        self._update()

    def values(self) -> dict[str, Any]:
        layer = self.layer.currentLayer()
        # What is only offered is not what somebody has chosen.
        was_asked = self.group.isChecked() or bool(self._settings.base_map_layer)
        return {
            "base_map": self.group.isChecked(),
            "base_map_type": self.kind.currentData(),
            "base_map_layer": layer.id() if layer is not None and was_asked else "",
            "base_map_theme": self.theme.currentText(),
            "base_map_tiles": self.made_of.currentData(),
            "base_map_tile_size": self.tile.currentData(),
            "base_map_min_zoom": min(self.least.value(), self.most.value()),
            "base_map_max_zoom": max(self.least.value(), self.most.value()),
        }

    def weigh(self) -> BaseMapEstimate:
        """What the chosen area and zoom levels need; nothing while no area is known."""
        if not self.group.isChecked():
            return BaseMapEstimate(0, 0)
        return estimate(self._project, replace(self._settings, **self.values()), self._box)

    def problem(self) -> str:
        """Why there can be no base map of what is chosen; empty also when none is wanted."""
        if not self.group.isChecked():
            return ""
        return whats_missing(self._project, replace(self._settings, **self.values()))

    def _update(self, *_changed: object) -> None:
        by_theme = self.kind.currentData() == "mapTheme"
        self.layer.setVisible(not by_theme)
        self.theme.setVisible(by_theme)
        self._source_label.setText(tr("Theme") if by_theme else tr("Layer"))
        self._source_label.setBuddy(self.theme if by_theme else self.layer)
        self.tile.setEnabled(self.group.isChecked() and self.made_of.currentData() == PICTURE_TILES)
        found, problem = self.weigh(), self.problem()
        self.estimate.setVisible(bool(found.tiles) and not problem)
        self.estimate.setText(
            tr("About %Ln tile(s), {size}", found.tiles).format(size=wording.size(found.size))
        )
        if problem:
            self.notice.say(problem, "error")
        elif found.tiles > _MANY_TILES:
            self.notice.say(tr("This will take long. Choose a smaller area or fewer zoom levels."), "warning")
        else:
            self.notice.clear()
        self.changed.emit()


def _zoom(value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, 22)
    box.setValue(value)
    return box
