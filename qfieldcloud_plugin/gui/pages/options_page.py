# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's page in QGIS's options: accounts on this computer, folders, how often to look."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QGroupBox, QSpinBox, QWidget

from ...cloud.credentials import Profile
from ...core.actions import Actions
from ...i18n import tr
from ...settings import CHECK_INTERVAL_MINUTES, PROJECTS_FOLDER, SHOW_PUBLIC_PROJECTS
from .. import theme, wording
from ..keyboard import prepare
from ..nodes import Node, NodeView
from ..parts import IconButton, Label, column, row

PAGE = "QFieldCloudSyncOptions"


class OptionsPage(QgsOptionsPageWidget):
    def __init__(self, actions: Actions, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._actions = actions
        self._removed: list[Profile] = []
        layout = column(self, spacing=14, margin=12)
        layout.addWidget(self._accounts(), 1)
        layout.addWidget(self._projects())
        self._show_accounts()
        prepare(self)

    def _accounts(self) -> QGroupBox:
        box = QGroupBox(tr("Accounts on this computer"))
        line = row(box)
        line.setContentsMargins(10, 10, 10, 10)
        self.accounts = NodeView()
        self.accounts.setMinimumHeight(110)
        self.accounts.setAccessibleName(tr("Accounts"))
        line.addWidget(self.accounts, 1)
        buttons = column()
        self.remove = IconButton("trash", tr("Forget this account and its token"), self._remove)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        line.addLayout(buttons)
        return box

    def _projects(self) -> QGroupBox:
        box = QGroupBox(tr("Projects"))
        form = QFormLayout(box)
        form.setSpacing(theme.SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(PROJECTS_FOLDER.value())
        self.interval = QSpinBox()
        self.interval.setRange(0, 24 * 60)
        self.interval.setSuffix(" " + tr("min"))
        self.interval.setSpecialValueText(tr("never by itself"))
        self.interval.setValue(CHECK_INTERVAL_MINUTES.value())
        self.public = QCheckBox(tr("List public projects of other people too"))
        self.public.setChecked(SHOW_PUBLIC_PROJECTS.value())
        form.addRow(tr("Download into"), self.folder)
        form.addRow(tr("Look for changes every"), self.interval)
        form.addRow(self.public)
        form.addRow(Label(tr("Looking changes nothing; it only counts what a sync would do."), tone="muted"))
        return box

    def _show_accounts(self) -> None:
        profiles = [known for known in self._actions.session.profiles() if known not in self._removed]
        self.accounts.show_nodes(
            [
                Node(
                    known.username,
                    wording.host(known.server),
                    icon="person",
                    badge=tr("logged in") if self._is_current(known) else "",
                    payload=known,
                    key=known.key,
                )
                for known in profiles
            ]
        )
        self.remove.setEnabled(bool(profiles))

    def _is_current(self, profile: Profile) -> bool:
        return self._actions.session.signed_in and self._actions.session.profile == profile

    def _remove(self) -> None:
        node = self.accounts.chosen()
        if node is not None:
            self._removed.append(node.payload)
            self._show_accounts()

    def apply(self) -> None:
        for profile in self._removed:
            self._actions.forget_account(profile)
        self._removed = []
        PROJECTS_FOLDER.set_value(self.folder.filePath())
        CHECK_INTERVAL_MINUTES.set_value(self.interval.value())
        self._actions.start_looking()
        if SHOW_PUBLIC_PROJECTS.value() != self.public.isChecked():
            SHOW_PUBLIC_PROJECTS.set_value(self.public.isChecked())
            if self._actions.session.signed_in:
                self._actions.refresh_projects()


class OptionsPageFactory(QgsOptionsWidgetFactory):
    """Registered by `Screens`."""

    def __init__(self, actions: Actions) -> None:
        super().__init__("QFieldCloud", theme.plugin_icon())
        self._actions = actions

    def icon(self) -> QIcon:
        return theme.plugin_icon()

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:
        return OptionsPage(self._actions, parent)
