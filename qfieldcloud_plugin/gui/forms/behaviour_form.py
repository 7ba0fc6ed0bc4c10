# SPDX-License-Identifier: GPL-2.0-or-later
"""How QField behaves in this project: first mode and layer, sending by itself, geofence, stamps on photos."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from ...core.project_settings import ProjectSettings
from ...i18n import tr
from .. import theme
from ..parts import column


class BehaviourForm(QWidget):
    """`values` are fields of `ProjectSettings`."""

    def __init__(
        self, project: QgsProject, settings: ProjectSettings, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        layout = column(self, spacing=14)
        layout.addWidget(self._start(settings))
        layout.addWidget(self._sending(settings))
        layout.addWidget(self._geofence(settings))
        layout.addWidget(self._stamps(settings))
        layout.addStretch(1)

    def _start(self, settings: ProjectSettings) -> QGroupBox:
        box, form = _group(tr("At the start"))
        self.mode = QComboBox()
        self.mode.addItem(tr("Look at the map"), "browse")
        self.mode.addItem(tr("Digitize"), "digitize")
        self.mode.setCurrentIndex(max(self.mode.findData(settings.initial_map_mode), 0))
        self.initial_layer = self._layers(settings.initial_layer, QgsMapLayerProxyModel.Filter.VectorLayer)
        self.form_wizard = QCheckBox(tr("Show tabs of forms one after the other"))
        self.form_wizard.setChecked(settings.form_wizard)
        self.log_layer = self._layers(settings.digitizing_log_layer, QgsMapLayerProxyModel.Filter.PointLayer)
        form.addRow(tr("Mode"), self.mode)
        form.addRow(tr("Active layer"), self.initial_layer)
        form.addRow(tr("Log of digitized points"), self.log_layer)
        form.addRow(self.form_wizard)
        return box

    def _sending(self, settings: ProjectSettings) -> QGroupBox:
        box, form = _group(tr("Send changes by itself"))
        box.setCheckable(True)
        box.setChecked(settings.force_auto_push)
        self.minutes = QSpinBox()
        self.minutes.setRange(1, 24 * 60)
        self.minutes.setSuffix(" " + tr("min"))
        self.minutes.setValue(settings.auto_push_minutes)
        form.addRow(tr("Every"), self.minutes)
        self.auto_push = box
        return box

    def _geofence(self, settings: ProjectSettings) -> QGroupBox:
        box, form = _group(tr("Geofence"))
        box.setCheckable(True)
        box.setChecked(settings.geofencing)
        self.fence_layer = self._layers(settings.geofencing_layer, QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.fence_behaviour = QComboBox()
        for value, text in (
            (1, tr("Alert inside of an area")),
            (2, tr("Alert outside of all areas")),
            (3, tr("Tell when entering and leaving")),
        ):
            self.fence_behaviour.addItem(text, value)
        self.fence_behaviour.setCurrentIndex(
            max(self.fence_behaviour.findData(settings.geofencing_behavior), 0)
        )
        self.fence_prevents = QCheckBox(tr("No digitizing while there is an alert"))
        self.fence_prevents.setChecked(settings.geofencing_prevents_digitizing)
        form.addRow(tr("Areas"), self.fence_layer)
        form.addRow(tr("What happens"), self.fence_behaviour)
        form.addRow(self.fence_prevents)
        self.geofence = box
        return box

    def _stamps(self, settings: ProjectSettings) -> QGroupBox:
        box, form = _group(tr("Stamp place and time on photos"))
        box.setCheckable(True)
        box.setChecked(settings.force_stamping)
        self.stamp = QPlainTextEdit(settings.stamping_details)
        self.stamp.setPlaceholderText(tr("Empty: date, time and position"))
        self.stamp.setFixedHeight(60)
        self.stamp.setTabChangesFocus(True)
        form.addRow(tr("Text"), self.stamp)
        self.stamping = box
        return box

    def _layers(self, layer_id: str, kind: object) -> QgsMapLayerComboBox:
        box = QgsMapLayerComboBox()
        box.setAllowEmptyLayer(True)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setFilters(kind)
        box.setLayer(self._project.mapLayer(layer_id))
        return box

    def values(self) -> dict[str, Any]:
        return {
            "initial_map_mode": self.mode.currentData(),
            "initial_layer": _id(self.initial_layer),
            "digitizing_log_layer": _id(self.log_layer),
            "form_wizard": self.form_wizard.isChecked(),
            "force_auto_push": self.auto_push.isChecked(),
            "auto_push_minutes": self.minutes.value(),
            "geofencing": self.geofence.isChecked(),
            "geofencing_layer": _id(self.fence_layer),
            "geofencing_behavior": self.fence_behaviour.currentData(),
            "geofencing_prevents_digitizing": self.fence_prevents.isChecked(),
            "force_stamping": self.stamping.isChecked(),
            "stamping_details": self.stamp.toPlainText().strip(),
        }


def _group(title: str) -> tuple[QGroupBox, QFormLayout]:
    box = QGroupBox(title)
    form = QFormLayout(box)
    form.setSpacing(theme.SPACE)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return box, form


def _id(box: QgsMapLayerComboBox) -> str:
    layer = box.currentLayer()
    return layer.id() if layer is not None else ""
