# SPDX-License-Identifier: GPL-2.0-or-later
"""How files taken in the field are named, by an expression for each field that holds one."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsVectorLayer
from qgis.gui import QgsFieldExpressionWidget
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QWidget

from ...core import layer_settings
from .. import theme


class NamingForm(QWidget):
    """One line for each attachment field; what equals the default is not stored."""

    def __init__(
        self, layer: QgsVectorLayer, naming: dict[str, str], parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self._layer = layer
        self._others = dict(naming)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.fields: dict[str, QgsFieldExpressionWidget] = {}
        for name in layer_settings.attachment_fields(layer):
            box = QgsFieldExpressionWidget()
            box.setLayer(layer)
            box.setExpression(self._others.pop(name, "") or layer_settings.default_naming(layer, name))
            self.fields[name] = box
            form.addRow(QLabel(name), box)

    def naming(self) -> dict[str, str]:
        chosen = {
            name: box.expression()
            for name, box in self.fields.items()
            if box.expression() and box.expression() != layer_settings.default_naming(self._layer, name)
        }
        return {**self._others, **chosen}
