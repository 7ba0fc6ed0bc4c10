# SPDX-License-Identifier: GPL-2.0-or-later
"""Every layer of the project with what happens to it in a package."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from qgis.core import QgsIconUtils, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...core import layer_settings
from ...core.layer_settings import COPY, KEEP, KEEP_EXISTENT, OFFLINE, REMOVE
from ...i18n import tr
from .. import theme
from ..keyboard import give_menu_letters
from ..parts import Label, column, row

_LAYER_ROLE = Qt.ItemDataRole.UserRole + 1


def action_text(action: str) -> str:
    return {
        OFFLINE: tr("Editable offline"),
        KEEP: tr("Online, from its source"),
        REMOVE: tr("Left out"),
        COPY: tr("Copied as it is"),
        KEEP_EXISTENT: tr("Copied, if it is not there yet"),
    }.get(action, action)


def action_help(action: str) -> str:
    return {
        OFFLINE: tr("The layer's features travel with the package and can be edited without a connection."),
        KEEP: tr("QField reads the layer from where it is now; a connection may be needed."),
        REMOVE: tr("QField does not see this layer."),
        COPY: tr("The layer's file travels unchanged."),
        KEEP_EXISTENT: tr("The file travels the first time and is not overwritten afterwards."),
    }.get(action, "")


class LayersTable(QWidget):
    """`cable` chooses which of a layer's two actions is shown; `apply` writes what was chosen."""

    def __init__(self, project: QgsProject, cable: bool = False, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._cable = cable
        layout = column(self, spacing=6)
        line = row()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search…"))
        self.search.setAccessibleName(tr("Search…"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.many = QPushButton(tr("Set many"))
        self.many.setAutoDefault(False)
        self.many.setMenu(self._many_menu())
        line.addWidget(self.search, 1)
        line.addWidget(self.many)
        layout.addLayout(line)
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(tr("Layers"))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(34)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setHorizontalHeaderLabels([tr("Layer"), tr("In the package")])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, 230)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.table, 1)
        self.count = Label(tone="muted", size=0.92)
        layout.addWidget(self.count)
        self.show_layers()

    def set_cable(self, cable: bool) -> None:
        if cable != self._cable:
            self._cable = cable
            self.show_layers()

    def show_layers(self) -> None:
        layers = [node.layer() for node in self._project.layerTreeRoot().findLayers() if node.layer()]
        self.table.setRowCount(len(layers))
        for at, layer in enumerate(layers):
            item = QTableWidgetItem(QgsIconUtils.iconForLayer(layer), layer.name())
            item.setData(_LAYER_ROLE, layer)
            item.setToolTip(layer.publicSource())
            self.table.setItem(at, 0, item)
            self.table.setCellWidget(at, 1, self._action_box(layer))
        self._count()

    def _action_box(self, layer: QgsMapLayer) -> QComboBox:
        settings = layer_settings.read(layer)
        offered = layer_settings.cable_actions(layer) if self._cable else layer_settings.cloud_actions(layer)
        current = settings.cable_action if self._cable else settings.cloud_action
        box = QComboBox()
        for action in dict.fromkeys((*offered, current)):
            box.addItem(action_text(action), action)
            box.setItemData(box.count() - 1, action_help(action), Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(box.findData(current))
        box.setAccessibleName(tr("In the package: {}").format(layer.name()))
        box.currentIndexChanged.connect(lambda _index: self._count())
        return box

    def actions(self) -> dict[str, str]:
        """Layer id -> chosen action."""
        return {
            self.table.item(at, 0).data(_LAYER_ROLE).id(): self.table.cellWidget(at, 1).currentData()
            for at in range(self.table.rowCount())
        }

    def apply(self) -> None:
        key = "cable_action" if self._cable else "cloud_action"
        for at in range(self.table.rowCount()):
            layer = self.table.item(at, 0).data(_LAYER_ROLE)
            chosen = self.table.cellWidget(at, 1).currentData()
            layer_settings.write(layer, replace(layer_settings.read(layer), **{key: chosen}))

    def _many_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, action, visible_only in (
            (tr("All layers editable offline"), OFFLINE, False),
            (tr("All layers left out"), REMOVE, False),
            (tr("Layers that are not shown on the map left out"), REMOVE, True),
        ):
            entry = menu.addAction(text)
            entry.triggered.connect(
                lambda _checked=False, action=action, hidden=visible_only: self._set_many(action, hidden)
            )
        give_menu_letters(menu)
        return menu

    def _set_many(self, action: str, hidden_only: bool) -> None:
        shown = {layer.id() for layer in self._project.layerTreeRoot().checkedLayers()}
        for at in range(self.table.rowCount()):
            box: QComboBox = self.table.cellWidget(at, 1)
            layer = self.table.item(at, 0).data(_LAYER_ROLE)
            if self.table.isRowHidden(at) or (hidden_only and layer.id() in shown):
                continue
            if box.findData(action) >= 0:
                box.setCurrentIndex(box.findData(action))

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for at in range(self.table.rowCount()):
            name = self.table.item(at, 0).text().casefold()
            self.table.setRowHidden(at, not all(word in name for word in wanted))

    def _count(self) -> None:
        chosen = list(self.actions().values())
        offline = sum(1 for action in chosen if action in (OFFLINE, COPY, KEEP_EXISTENT))
        self.count.setText(
            tr("Layers that travel with the package: {offline} of {all}").format(
                offline=offline, all=len(chosen)
            )
        )
