# SPDX-License-Identifier: GPL-2.0-or-later
"""The page "QField" in a layer's properties."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer
from qgis.gui import QgsMapCanvas, QgsMapLayerConfigWidget, QgsMapLayerConfigWidgetFactory
from qgis.PyQt.QtWidgets import QWidget

from ...i18n import tr
from .. import theme
from ..forms.layer_form import LayerForm
from ..keyboard import prepare
from ..parts import column


class LayerPage(QgsMapLayerConfigWidget):
    def __init__(self, layer: QgsMapLayer, canvas: QgsMapCanvas, parent: Optional[QWidget]) -> None:
        super().__init__(layer, canvas, parent)
        self.form = LayerForm(layer)
        column(self, spacing=0).addWidget(self.form)
        prepare(self)

    def apply(self) -> None:
        self.form.apply()


class LayerPageFactory(QgsMapLayerConfigWidgetFactory):
    """Registered by `Screens`; QGIS asks it for a page each time a layer's properties open."""

    def __init__(self) -> None:
        super().__init__("QField", theme.plugin_icon())
        self.setSupportLayerPropertiesDialog(True)

    def title(self) -> str:
        return tr("QField")

    def supportsLayer(self, layer: QgsMapLayer) -> bool:
        return layer is not None

    def supportLayerPropertiesDialog(self) -> bool:
        return True

    def createWidget(
        self,
        layer: QgsMapLayer,
        canvas: QgsMapCanvas,
        _dock_widget: bool = True,
        parent: Optional[QWidget] = None,
    ) -> QgsMapLayerConfigWidget:
        return LayerPage(layer, canvas, parent)
