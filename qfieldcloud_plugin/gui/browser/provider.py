# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings the branch into QGIS's browser, and says what its items do when they are clicked."""

from __future__ import annotations

from typing import Iterable, Optional

from qgis.core import QgsApplication, QgsDataItem, QgsDataItemProvider, QgsDataProvider
from qgis.gui import QgsDataItemGuiContext, QgsDataItemGuiProvider, QgsGui
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QMenu

from ...i18n import tr
from ..menus import Entries, MenuEntry, fill_menu
from ..screens import Screens
from .items import PROVIDER, AccountItem, FileItem, NoteItem, ProjectItem, RootItem
from .tree import BrowserTree


class CloudItemProvider(QgsDataItemProvider):
    """Makes a root for every browser that QGIS shows."""

    def __init__(self, tree: BrowserTree) -> None:
        super().__init__()
        self._tree = tree

    def name(self) -> str:
        return PROVIDER

    def capabilities(self) -> int:
        return QgsDataProvider.DataCapability.Net

    def createDataItem(self, path: str, parent: Optional[QgsDataItem]) -> Optional[QgsDataItem]:
        if path:
            return None
        item = RootItem(self._tree, parent)
        sip.transferto(item, None)
        return item


class CloudItemGuiProvider(QgsDataItemGuiProvider):
    """The menus of the items."""

    def __init__(self, tree: BrowserTree, screens: Screens) -> None:
        super().__init__()
        self._tree = tree
        self._screens = screens

    def name(self) -> str:
        return PROVIDER

    def populateContextMenu(
        self,
        item: QgsDataItem,
        menu: QMenu,
        _selected: Iterable[QgsDataItem],
        _context: QgsDataItemGuiContext,
    ) -> None:
        fill_menu(menu, self.entries(item))

    def handleDoubleClick(self, item: QgsDataItem, _context: QgsDataItemGuiContext) -> bool:
        if isinstance(item, NoteItem) and item.wants_login:
            self._log_in(item)
            return True
        if isinstance(item, ProjectItem):
            self._screens.open_cloud_project(item.project)
            return True
        return False

    def entries(self, item: QgsDataItem) -> Entries:
        """What can be done with an item."""
        screens = self._screens
        if isinstance(item, (RootItem, AccountItem)):
            current = isinstance(item, RootItem) or item.is_current
            if current and screens.actions.session.signed_in:
                return [
                    MenuEntry("refresh", "sync", tr("Refresh"), screens.refresh),
                    MenuEntry("new", "add", tr("New cloud project…"), screens.new_project),
                ]
            return [MenuEntry("log_in", "log-in", tr("Log in…"), lambda: self._log_in(item))]
        if isinstance(item, ProjectItem):
            project = item.project
            return [
                *screens.project_entries(project),
                MenuEntry("copy_link", "link", tr("Copy link"), lambda: screens.copy_project_link(project)),
                MenuEntry("refresh", "sync", tr("Refresh"), lambda: self._tree.fetch(project.id)),
            ]
        if isinstance(item, FileItem):
            return self._file_entries(item)
        if isinstance(item, NoteItem) and item.wants_login:
            return [MenuEntry("log_in", "log-in", tr("Log in…"), lambda: self._log_in(item))]
        return []

    def _file_entries(self, item: FileItem) -> Entries:
        screens, project, file = self._screens, item.project, item.file
        entries: Entries = [
            MenuEntry("download", "download", tr("Download…"), lambda: screens.download_file(project, file)),
            MenuEntry(
                "copy_link", "link", tr("Copy link"), lambda: screens.copy_file_link(project, file.name)
            ),
        ]
        path = file.path
        if path is not None:
            entries.insert(
                0, MenuEntry("folder", "folder", tr("Show folder"), lambda: screens.show_folder(path))
            )
        return entries

    def _log_in(self, item: QgsDataItem) -> None:
        profile = getattr(item, "profile", None)
        if profile is None:
            self._screens.log_in()
        else:
            self._screens.switch_to(profile)


class CloudBrowser:
    """Registers both providers and takes them back."""

    def __init__(self, screens: Screens) -> None:
        self.tree = BrowserTree(screens.actions)
        self.items = CloudItemProvider(self.tree)
        self.menus = CloudItemGuiProvider(self.tree, screens)
        QgsApplication.dataItemProviderRegistry().addProvider(self.items)
        QgsGui.dataItemGuiProviderRegistry().addProvider(self.menus)

    def take_away(self) -> None:
        self.tree.close_down()
        QgsGui.dataItemGuiProviderRegistry().removeProvider(self.menus)
        QgsApplication.dataItemProviderRegistry().removeProvider(self.items)
