# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything a layer tells QField, in one form."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldExpressionWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QLabel,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from ...core import layer_settings
from ...core.layer_settings import LOCKS, LayerSettings, Lock
from ...i18n import tr
from .. import theme
from ..parts import Label, column
from .layers_table import action_help, action_text
from .naming_form import NamingForm
from .tracking_form import TrackingForm


class LayerForm(QScrollArea):
    """`apply` stores what was chosen as custom properties of the layer."""

    def __init__(self, layer: QgsMapLayer, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._layer = layer
        self._settings = layer_settings.read(layer)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        layout = column(inside, spacing=14, margin=12)
        layout.addWidget(self._packaging())
        if isinstance(layer, QgsVectorLayer):
            layout.addWidget(self._locks(layer))
            self._add_vector_parts(layout, layer)
        layout.addStretch(1)
        self.setWidget(inside)

    def _packaging(self) -> QGroupBox:
        box = QGroupBox(tr("In the package"))
        form = _form(box)
        self.cloud = _action_box(layer_settings.cloud_actions(self._layer), self._settings.cloud_action)
        self.cable = _action_box(layer_settings.cable_actions(self._layer), self._settings.cable_action)
        form.addRow(tr("By QFieldCloud"), self.cloud)
        form.addRow(tr("By cable"), self.cable)
        return box

    def _locks(self, layer: QgsVectorLayer) -> QGroupBox:
        box = QGroupBox(tr("Not allowed in the field"))
        grid = QGridLayout(box)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(theme.SPACE)
        grid.addWidget(Label(tr("always"), tone="muted", size=0.92), 0, 0)
        grid.addWidget(Label(tr("only where this expression is true"), tone="muted", size=0.92), 0, 1)
        texts = {
            "feature_addition": tr("Add features"),
            "attribute_editing": tr("Change attributes"),
            "geometry_editing": tr("Change geometries"),
            "feature_deletion": tr("Delete features"),
        }
        self.locks: dict[str, tuple[QCheckBox, QgsFieldExpressionWidget]] = {}
        for at, name in enumerate(LOCKS, start=1):
            lock = self._settings.lock(name)
            always = QCheckBox(texts[name])
            always.setChecked(lock.always)
            expression = QgsFieldExpressionWidget()
            expression.setLayer(layer)
            expression.setExpression(lock.expression if lock.by_expression else "")
            told = tr("{lock}: only where this expression is true").format(lock=texts[name])
            expression.findChild(QComboBox).setAccessibleName(told)
            always.toggled.connect(expression.setDisabled)
            expression.setDisabled(lock.always)
            grid.addWidget(always, at, 0)
            grid.addWidget(expression, at, 1)
            self.locks[name] = (always, expression)
        return box

    def _add_vector_parts(self, layout: QFormLayout, layer: QgsVectorLayer) -> None:
        self.naming: Optional[NamingForm] = None
        if layer_settings.attachment_fields(layer):
            box = QGroupBox(tr("Names of photos and files"))
            inside = column(box)
            self.naming = NamingForm(layer, dict(self._settings.attachment_naming))
            inside.addWidget(self.naming)
            layout.addWidget(box)
        layout.addWidget(self._feature_form(layer))
        if layer.isSpatial():
            self.tracking: Optional[TrackingForm] = TrackingForm(self._settings.tracking)
            layout.addWidget(self.tracking)
        else:
            self.tracking = None

    def _feature_form(self, layer: QgsVectorLayer) -> QGroupBox:
        box = QGroupBox(tr("Feature form"))
        form = _form(box)
        self.buttons = QSpinBox()
        self.buttons.setRange(0, 30)
        self.buttons.setSpecialValueText(tr("never"))
        self.buttons.setSuffix(" " + tr("values"))
        self.buttons.setValue(self._settings.value_map_buttons)
        form.addRow(tr("Buttons instead of a list up to"), self.buttons)
        self.adds_related = QCheckBox(tr("New entries can be added from lists of related values"))
        self.adds_related.setChecked(self._settings.adds_related)
        form.addRow(self.adds_related)
        self.relations: dict[str, QSpinBox] = {}
        for relation in QgsProject.instance().relationManager().referencedRelations(layer):
            limit = QSpinBox()
            limit.setRange(1, 1000)
            limit.setValue(self._settings.relation_limits.get(relation.id(), 4))
            self.relations[relation.id()] = limit
            form.addRow(QLabel(tr("Entries shown of {}").format(relation.name())), limit)
        return box

    def settings(self) -> LayerSettings:
        """What the form says now."""
        settings = replace(
            self._settings,
            cloud_action=self.cloud.currentData(),
            cable_action=self.cable.currentData(),
        )
        if not isinstance(self._layer, QgsVectorLayer):
            return settings
        limits = {name: box.value() for name, box in self.relations.items() if box.value() != 4}
        return replace(
            settings,
            locks={name: lock for name, lock in self._chosen_locks().items() if lock != Lock()},
            attachment_naming=self.naming.naming() if self.naming is not None else settings.attachment_naming,
            relation_limits=limits,
            value_map_buttons=self.buttons.value(),
            adds_related=self.adds_related.isChecked(),
            tracking=self.tracking.tracking() if self.tracking is not None else settings.tracking,
        )

    def _chosen_locks(self) -> dict[str, Lock]:
        found = {}
        for name, (always, expression) in self.locks.items():
            text = expression.expression().strip()
            found[name] = Lock(always.isChecked(), bool(text) and not always.isChecked(), text)
        return found

    def apply(self) -> None:
        layer_settings.write(self._layer, self.settings())
        self._settings = layer_settings.read(self._layer)


def _form(box: QGroupBox) -> QFormLayout:
    form = QFormLayout(box)
    form.setSpacing(theme.SPACE)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def _action_box(offered: list[str], current: str) -> QComboBox:
    box = QComboBox()
    for action in dict.fromkeys((*offered, current)):
        box.addItem(action_text(action), action)
    box.setCurrentIndex(box.findData(current))
    box.setToolTip(action_help(current))
    box.currentIndexChanged.connect(lambda _index: box.setToolTip(action_help(box.currentData())))
    return box
