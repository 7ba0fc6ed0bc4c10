# SPDX-License-Identifier: GPL-2.0-or-later
"""Wires the plugin into QGIS and takes it out again; `unload` is `initGui` read backwards."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt, QTranslator

from .i18n import install_translator, remove_translators, tr
from .processing.provider import CloudProvider

# qgis_process knows no widgets and has no screen: what needs them is imported where the desktop asks for it.
if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtWidgets import QMenu, QToolBar

    from .core.actions import Actions
    from .gui.browser.provider import CloudBrowser
    from .gui.dock.dock import CloudDock
    from .gui.messages import MessageBridge
    from .gui.screens import Screens


class QFieldCloudPlugin:
    """What QGIS holds. Everything starts as None, so that `unload` can follow a half-finished `initGui`.

    `actions` is the scriptable facade that all buttons call, `dock` the docked panel.
    """

    def __init__(self, iface: QgisInterface) -> None:
        # None in qgis_process, which calls `initProcessing` only.
        self.iface = iface
        self.actions: Actions = None  # type: ignore[assignment]
        self.screens: Screens = None  # type: ignore[assignment]
        self.dock: CloudDock = None  # type: ignore[assignment]
        self.provider: CloudProvider = None  # type: ignore[assignment]
        self._browser: CloudBrowser = None  # type: ignore[assignment]
        self._messages: MessageBridge = None  # type: ignore[assignment]
        self._menu: QMenu = None  # type: ignore[assignment]
        self._toolbar: QToolBar = None  # type: ignore[assignment]
        self._translators: list[QTranslator] = []

    # -- in ----------------------------------------------------------------------------------------

    def initProcessing(self) -> None:
        """All that qgis_process needs; QGIS's desktop reaches it through `initGui`."""
        self._translators = install_translator()
        self.provider = CloudProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        from .core.actions import Actions
        from .gui.browser.provider import CloudBrowser
        from .gui.dock.dock import CloudDock
        from .gui.messages import MessageBridge
        from .gui.screens import Screens

        self.initProcessing()
        self.actions = Actions(QgsProject.instance())
        self.actions.read_project_file = self.iface.addProject
        self._messages = MessageBridge(self.actions, self.iface.messageBar())
        self.screens = Screens(self.actions, self.iface, self._messages)
        self.dock = CloudDock(self.actions, self.screens, self.iface.mainWindow())
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self._add_menu()
        self.screens.register()
        self._browser = CloudBrowser(self.screens)
        self.actions.begin()

    def _add_menu(self) -> None:
        from qgis.PyQt.QtWidgets import QAction, QMenu

        from .gui import theme
        from .gui.keyboard import give_menu_letters

        window = self.iface.mainWindow()
        self._menu = QMenu("QFieldCloud Sync", window)
        self._menu.setIcon(theme.plugin_icon())
        self.iface.pluginMenu().addMenu(self._menu)
        self._toolbar = self.iface.addToolBar("QFieldCloud Sync")
        self._toolbar.setObjectName("QFieldCloudSyncToolbar")
        panel = self.dock.toggleViewAction()
        panel.setIcon(theme.plugin_icon())
        panel.setText(tr("QFieldCloud panel"))
        self._toolbar.addAction(panel)
        self._menu.addAction(panel)
        for entry in self.screens.menu_entries():
            if entry is None:
                self._menu.addSeparator()
                continue
            action = QAction(theme.icon(entry.icon), entry.text, self._menu)
            action.setObjectName(entry.name)
            action.triggered.connect(lambda _checked=False, run=entry.run: run())
            self._menu.addAction(action)
            if entry.in_toolbar:
                self._toolbar.addAction(action)
        give_menu_letters(self._menu)

    # -- out ---------------------------------------------------------------------------------------

    def unload(self) -> None:
        if self.actions is not None:
            self.actions.end()
        if self._browser is not None:
            self._browser.take_away()
        if self.screens is not None:
            self.screens.unregister()
        if self._toolbar is not None:
            self.iface.mainWindow().removeToolBar(self._toolbar)
            self._toolbar.deleteLater()
        if self._menu is not None:
            self.iface.pluginMenu().removeAction(self._menu.menuAction())
            self._menu.deleteLater()
        if self.dock is not None:
            self.dock.close_down()
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
        if self._messages is not None:
            self._messages.take_back()
            self._messages.deleteLater()
        if self.actions is not None:
            self.actions.deleteLater()
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
        remove_translators(self._translators)
        self._translators = []
        self.actions = self.screens = self.dock = self.provider = None  # type: ignore[assignment]
        self._browser = self._messages = self._menu = self._toolbar = None  # type: ignore[assignment]
        # What deleteLater put off must be gone before QGIS forgets this plugin's modules.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        _let_qgis_forget_modules()


def _let_qgis_forget_modules() -> None:
    """QGIS forgets only modules it saw imported by name; a package passed on the way would outlive an upgrade."""
    package = __name__.partition(".")[0]
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        __import__(name)
