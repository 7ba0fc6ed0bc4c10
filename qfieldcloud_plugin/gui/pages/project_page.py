# SPDX-License-Identifier: GPL-2.0-or-later
"""The page "QField" in the project's properties."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QScrollArea, QTabWidget, QWidget

from ...core import project_settings
from ...core.actions import Actions
from ...i18n import tr
from .. import theme
from ..forms.area_form import AreaForm
from ..forms.base_map_form import BaseMapForm
from ..forms.behaviour_form import BehaviourForm
from ..forms.folders_form import FoldersForm
from ..forms.layers_table import LayersTable
from ..keyboard import prepare
from ..parts import column


class ProjectPage(QgsOptionsPageWidget):
    """Its tabs are the forms that the packaging wizard shows too."""

    def __init__(
        self,
        project: QgsProject,
        canvas: QgsMapCanvas,
        actions: Optional[Actions] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        settings = project_settings.read(project)
        self.cloud = LayersTable(project)
        self.cable = LayersTable(project, cable=True)
        self.folders = FoldersForm(settings)
        self.area = AreaForm(project, settings, canvas, actions)
        self.base_map = BaseMapForm(project, settings)
        self.behaviour = BehaviourForm(project, settings)
        self.tabs = QTabWidget()
        for form, title in (
            (self.cloud, tr("QFieldCloud")),
            (self.cable, tr("Cable")),
            (self.folders, tr("Photos and folders")),
            (self.area, tr("Area")),
            (self.base_map, tr("Base map")),
            (self.behaviour, tr("Behaviour")),
        ):
            self.tabs.addTab(_scrolling(form), title)
        column(self, spacing=0).addWidget(self.tabs)
        prepare(self)

    def apply(self) -> None:
        self.cloud.apply()
        self.cable.apply()
        values: dict[str, Any] = {}
        for form in (self.folders, self.area, self.base_map, self.behaviour):
            values.update(form.values())
        project_settings.write(self._project, replace(project_settings.read(self._project), **values))


def _scrolling(form: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside = QWidget()
    column(inside, margin=12).addWidget(form)
    area.setWidget(inside)
    return area


class ProjectPageFactory(QgsOptionsWidgetFactory):
    """Registered by `Screens`; QGIS asks it each time the project's properties open."""

    def __init__(self, actions: Actions, canvas: QgsMapCanvas) -> None:
        super().__init__("QField", theme.plugin_icon())
        self._actions = actions
        self._canvas = canvas

    def icon(self) -> QIcon:
        return theme.plugin_icon()

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:
        return ProjectPage(self._actions.open_project.project, self._canvas, self._actions, parent)
