# SPDX-License-Identifier: GPL-2.0-or-later
"""A base map for places without a connection: of what, how detailed, and how large it will be."""

from __future__ import annotations

import math
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapLayerProxyModel,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QGroupBox, QLabel, QSizePolicy, QSpinBox, QWidget

from ...core.project_settings import ProjectSettings
from ...i18n import tr
from .. import theme, wording
from ..parts import Label, Notice, column, row

_TILE_BYTES = 25_000
_MANY_TILES = 20_000


class BaseMapForm(QWidget):
    """`values` are fields of `ProjectSettings`; `show_area` tells for which area the size is estimated."""

    def __init__(
        self, project: QgsProject, settings: ProjectSettings, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._project = project
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
        self.layer.setLayer(project.mapLayer(settings.base_map_layer))
        self.theme = QComboBox()
        self.theme.addItems(project.mapThemeCollection().mapThemes())
        self.theme.setCurrentText(settings.base_map_theme)
        self.least, self.most = _zoom(settings.base_map_min_zoom), _zoom(settings.base_map_max_zoom)
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
        form.addRow(tr("From zoom level"), self.least)
        form.addRow(tr("To zoom level"), self.most)
        form.addRow(tr("Tiles"), self.tile)
        layout.addWidget(self.group)
        self.estimate = Label(tone="muted")
        layout.addWidget(self.estimate)
        self.notice = Notice()
        layout.addWidget(self.notice)
        layout.addStretch(1)
        for box in (self.kind, self.tile):
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
        return {
            "base_map": self.group.isChecked(),
            "base_map_type": self.kind.currentData(),
            "base_map_layer": layer.id() if layer is not None else "",
            "base_map_theme": self.theme.currentText(),
            "base_map_tile_size": self.tile.currentData(),
            "base_map_min_zoom": min(self.least.value(), self.most.value()),
            "base_map_max_zoom": max(self.least.value(), self.most.value()),
        }

    def tiles(self) -> int:
        """How many tiles the chosen area and zoom levels need; 0 while no area is known."""
        if self._box.isEmpty() or not self.group.isChecked():
            return 0
        least, most = sorted((self.least.value(), self.most.value()))
        return sum(_tiles_at(self._box, zoom) for zoom in range(least, most + 1))

    def _update(self, *_changed: object) -> None:
        by_theme = self.kind.currentData() == "mapTheme"
        self.layer.setVisible(not by_theme)
        self.theme.setVisible(by_theme)
        self._source_label.setText(tr("Theme") if by_theme else tr("Layer"))
        self._source_label.setBuddy(self.theme if by_theme else self.layer)
        count = self.tiles()
        self.estimate.setVisible(bool(count))
        size = count * _TILE_BYTES * (self.tile.currentData() / 256) ** 2 / 4
        self.estimate.setText(
            tr("About {tiles} tiles, {size}").format(
                tiles=wording.number(count), size=wording.size(int(size))
            )
        )
        if count > _MANY_TILES:
            self.notice.say(tr("This will take long. Choose a smaller area or fewer zoom levels."), "warning")
        else:
            self.notice.clear()


def _zoom(value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, 22)
    box.setValue(value)
    return box


def _tiles_at(box: QgsRectangle, zoom: int) -> int:
    """Web Mercator tiles of a box in degrees."""
    north, south = min(box.yMaximum(), 85.0), max(box.yMinimum(), -85.0)
    columns = _column(box.xMaximum(), zoom) - _column(box.xMinimum(), zoom) + 1
    return columns * (_row(south, zoom) - _row(north, zoom) + 1)


def _column(longitude: float, zoom: int) -> int:
    return int((max(min(longitude, 179.999), -180.0) + 180.0) / 360.0 * 2**zoom)


def _row(latitude: float, zoom: int) -> int:
    angle = math.radians(latitude)
    return int((1.0 - math.asinh(math.tan(angle)) / math.pi) / 2.0 * 2**zoom)
