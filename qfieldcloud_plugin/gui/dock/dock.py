# SPDX-License-Identifier: GPL-2.0-or-later
"""The docked panel: account on top, the open project in the middle, all projects below."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QByteArray, Qt
from qgis.PyQt.QtWidgets import QSplitter, QStackedWidget, QWidget

from ...core.actions import Actions
from ...core.session import SessionState
from ...i18n import tr
from ...settings import DOCK_SPLITTER
from .. import wording
from ..keyboard import prepare
from ..parts import EmptyState, PrimaryButton, Rule, column
from ..screens import Screens
from .account_bar import AccountBar
from .project_panel import ProjectPanel
from .projects_panel import ProjectsPanel


class CloudDock(QgsDockWidget):
    """`grab()` gives a picture of it; `close_down` is called before the plugin goes."""

    def __init__(self, actions: Actions, screens: Screens, parent: Optional[QWidget] = None) -> None:
        super().__init__("QFieldCloud", parent)
        self.setObjectName("QFieldCloudSyncDock")
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._actions = actions
        self.account = AccountBar(actions, screens)
        self.project = ProjectPanel(actions, screens)
        self.projects = ProjectsPanel(actions, screens)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(self.project)
        self._splitter.addWidget(self.projects)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.setChildrenCollapsible(False)
        self.log_in = PrimaryButton(tr("Log in…"))
        self.log_in.clicked.connect(lambda _checked=False: screens.log_in())
        self.welcome = EmptyState("cloud", tr("Work together with QField"), _welcome_text(), self.log_in)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._splitter)
        self._stack.addWidget(self.welcome)
        inside = QWidget()
        layout = column(inside, spacing=0)
        for widget in (self.account, Rule()):
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)
        inside.setMinimumWidth(320)
        self.setWidget(inside)
        # No letters here: in the main window they belong to the menus.
        prepare(inside, letters=False)
        self._splitter.setSizes([520, 300])
        self._splitter.restoreState(QByteArray.fromHex(DOCK_SPLITTER.value().encode()))
        actions.session.changed.connect(self.show_session)
        self.show_session()

    def show_session(self) -> None:
        session = self._actions.session
        self._stack.setCurrentIndex(0 if session.signed_in else 1)
        self.log_in.setEnabled(session.state is not SessionState.SIGNING_IN)
        self.welcome.text.setText(wording.plain(session.error) if session.error else _welcome_text())

    def close_down(self) -> None:
        DOCK_SPLITTER.set_value(bytes(self._splitter.saveState().toHex()).decode())


def _welcome_text() -> str:
    return tr("Log in to see your projects, send your edits and receive those from the field.")
