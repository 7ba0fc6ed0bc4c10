# SPDX-License-Identifier: GPL-2.0-or-later
"""The items of the browser's tree. Their children are made of data that is there, so QGIS may ask at any time."""

from __future__ import annotations

from typing import Iterable, Optional

from qgis.core import Qgis, QgsDataCollectionItem, QgsDataItem, QgsLayerItem
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon

from ...cloud.api.projects import Project
from ...cloud.credentials import Profile
from ...core.browsing import BrowsedFile, BrowsedTable
from ...i18n import tr
from .. import theme, wording
from .tree import BrowserTree

# QGIS takes away the items whose key is the name of a provider that goes.
PROVIDER = "QFieldCloudSync"
_ROOT = "qfieldcloud:"


class Branch(QgsDataCollectionItem):
    """An item that makes its children at once, from data; subclasses say which."""

    def __init__(
        self, tree: BrowserTree, parent: Optional[QgsDataItem], name: str, path: str, icon: str
    ) -> None:
        super().__init__(parent, name, path, PROVIDER)
        self.tree = tree
        self._icon = icon
        self.setCapabilitiesV2(self.capabilities2() | Qgis.BrowserItemCapability.Fast)

    def icon(self) -> QIcon:
        return theme.icon(self._icon)

    def items(self) -> Iterable[QgsDataItem]:
        raise NotImplementedError

    def createChildren(self) -> list[QgsDataItem]:
        return [_handed_over(item, self) for item in self.items()]


def _handed_over(item: QgsDataItem, parent: Optional[QgsDataItem]) -> QgsDataItem:
    """QGIS deletes it; Python must not do so first."""
    sip.transferto(item, parent)
    return item


class RootItem(Branch):
    """All accounts of this computer."""

    def __init__(self, tree: BrowserTree, parent: Optional[QgsDataItem] = None) -> None:
        super().__init__(tree, parent, "QFieldCloud", _ROOT, "cloud")
        tree.remember("", self)

    def icon(self) -> QIcon:
        return theme.plugin_icon()

    def items(self) -> Iterable[QgsDataItem]:
        accounts = self.tree.accounts()
        if not accounts:
            yield NoteItem(self, tr("Log in…"), wants_login=True)
        for profile in accounts:
            yield AccountItem(self.tree, self, profile)


class AccountItem(Branch):
    """One account; its projects are there while it is the one that is logged in."""

    def __init__(self, tree: BrowserTree, parent: QgsDataItem, profile: Profile) -> None:
        self.profile = profile
        self.is_current = tree.is_current(profile)
        title = f"{profile.username} – {wording.host(profile.server)}"
        super().__init__(
            tree, parent, title, f"{_ROOT}/{profile.key}", "cloud" if self.is_current else "cloud-off"
        )
        tree.remember(profile.key, self)

    def equal(self, other: QgsDataItem) -> bool:
        return isinstance(other, AccountItem) and (other.profile, other.is_current) == (
            self.profile,
            self.is_current,
        )

    def items(self) -> Iterable[QgsDataItem]:
        if not self.is_current:
            yield NoteItem(self, tr("Log in…"), wants_login=True, profile=self.profile)
            return
        projects = self.tree.projects()
        for project in projects:
            yield ProjectItem(self.tree, self, project)
        if not projects:
            yield NoteItem(self, tr("No projects yet"))


class ProjectItem(Branch):
    """A cloud project; its files are fetched when somebody opens it."""

    def __init__(self, tree: BrowserTree, parent: AccountItem, project: Project) -> None:
        self.project = project
        mine = parent.profile.username
        title = project.name if project.owner == mine else f"{project.owner}/{project.name}"
        self.is_here = tree.actions.folder_of(project.id) is not None
        path = f"{parent.path()}/{project.id}"
        super().__init__(tree, parent, title, path, "project-local" if self.is_here else "project")
        self.setToolTip("\n".join(part for part in (title, project.description) if part))
        tree.remember(project.id, self)

    def equal(self, other: QgsDataItem) -> bool:
        return isinstance(other, ProjectItem) and (other.project.id, other.name(), other.is_here) == (
            self.project.id,
            self.name(),
            self.is_here,
        )

    def items(self) -> Iterable[QgsDataItem]:
        content = self.tree.content(self.project.id)
        if content is None:
            yield NoteItem(self, tr("Loading…"))
        elif isinstance(content, BaseException):
            yield NoteItem(self, wording.plain(content), icon="warning")
        elif not content:
            yield NoteItem(self, tr("No files on the server yet"))
        else:
            yield from _file_items(self.tree, self, self.project, content, "")


def _file_items(
    tree: BrowserTree, parent: QgsDataItem, project: Project, files: Iterable[BrowsedFile], below: str
) -> Iterable[QgsDataItem]:
    """Folders first, each with what lies in it; then files."""
    files = list(files)
    prefix = f"{below}/" if below else ""
    folders: dict[str, list[BrowsedFile]] = {}
    for file in files:
        if file.folder != below:
            name = file.name[len(prefix) :].partition("/")[0]
            folders.setdefault(name, []).append(file)
    for name, inside in folders.items():
        yield FolderItem(tree, parent, project, f"{prefix}{name}", tuple(inside))
    for file in files:
        if file.folder == below:
            yield FileItem(tree, parent, project, file)


class FolderItem(Branch):
    """A folder of a project."""

    def __init__(
        self,
        tree: BrowserTree,
        parent: QgsDataItem,
        project: Project,
        name: str,
        files: tuple[BrowsedFile, ...],
    ) -> None:
        self.project, self.files, self.folder = project, files, name
        title = name.rpartition("/")[2]
        super().__init__(tree, parent, title, f"{parent.path()}/{title}", "folder")

    def equal(self, other: QgsDataItem) -> bool:
        return isinstance(other, FolderItem) and (other.path(), other.files) == (self.path(), self.files)

    def items(self) -> Iterable[QgsDataItem]:
        return _file_items(self.tree, self, self.project, self.files, self.folder)


class FileItem(Branch):
    """A file on the server; a GeoPackage that lies here too shows its layers, ready to be dragged into the map."""

    def __init__(self, tree: BrowserTree, parent: QgsDataItem, project: Project, file: BrowsedFile) -> None:
        self.project, self.file = project, file
        super().__init__(
            tree, parent, file.title, f"{parent.path()}/{file.title}", "table" if file.tables else "file"
        )
        facts = [wording.size(file.size), wording.exact_moment(file.uploaded_at)]
        facts.append(tr("also on this computer") if file.path else tr("on the server only"))
        self.setToolTip("\n".join([file.name, " · ".join(fact for fact in facts if fact)]))
        if not file.tables:
            self.setState(Qgis.BrowserItemState.Populated)

    def equal(self, other: QgsDataItem) -> bool:
        return isinstance(other, FileItem) and (other.path(), other.file) == (self.path(), self.file)

    def items(self) -> Iterable[QgsDataItem]:
        return (self._layer(table) for table in self.file.tables)

    def _layer(self, table: BrowsedTable) -> QgsLayerItem:
        uri = f"{self.file.path}|layername={table.name}"
        item = QgsLayerItem(self, table.name, f"{self.path()}/{table.name}", uri, _layer_type(table), "ogr")
        item.setState(Qgis.BrowserItemState.Populated)
        return item


def _layer_type(table: BrowsedTable) -> Qgis.BrowserLayerType:
    kind = table.geometry.upper()
    for word, layer_type in (
        ("POINT", Qgis.BrowserLayerType.Point),
        ("LINE", Qgis.BrowserLayerType.Line),
        ("CURVE", Qgis.BrowserLayerType.Line),
        ("POLYGON", Qgis.BrowserLayerType.Polygon),
        ("SURFACE", Qgis.BrowserLayerType.Polygon),
    ):
        if word in kind and not kind.startswith("CURVEPOLYGON"):
            return layer_type
    if kind.startswith("CURVEPOLYGON"):
        return Qgis.BrowserLayerType.Polygon
    return Qgis.BrowserLayerType.Vector if kind else Qgis.BrowserLayerType.TableLayer


class NoteItem(QgsDataItem):
    """A line that says something instead of children, or offers to log in."""

    def __init__(
        self,
        parent: QgsDataItem,
        text: str,
        icon: str = "info",
        wants_login: bool = False,
        profile: Optional[Profile] = None,
    ) -> None:
        super().__init__(Qgis.BrowserItemType.Custom, parent, text, f"{parent.path()}/note:{text}", PROVIDER)
        self.wants_login, self.profile = wants_login, profile
        self._icon = "log-in" if wants_login else icon
        self.setState(Qgis.BrowserItemState.Populated)

    def icon(self) -> QIcon:
        return theme.icon(self._icon)
