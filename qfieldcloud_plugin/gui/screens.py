# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens the plugin's dialogs and pages, and registers those that QGIS opens itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox, QWidget

from ..cloud.api.deltas import DeltaRecord
from ..cloud.api.jobs import Job as ServerJob
from ..cloud.api.projects import Project
from ..cloud.credentials import Profile
from ..core.actions import Actions
from ..core.jobs import Job
from ..core.standing import Step
from ..engine.sync.conflict import Conflict
from ..i18n import tr
from ..settings import PROJECTS_FOLDER
from . import rows, theme, wording
from .dialogs.changes import ChangesDialog
from .dialogs.conflicts import ConflictDialog
from .dialogs.login import LoginDialog
from .dialogs.new_project import NewProjectDialog
from .dialogs.payload import PayloadDialog
from .dialogs.server_job import ServerJobDialog
from .messages import MessageBridge
from .rows import ChangeAt, FileAt, VersionAt


@dataclass(frozen=True)
class MenuEntry:
    """An entry of a menu; `name` is the action's object name, for tests and shortcuts."""

    name: str
    icon: str
    text: str
    run: Callable[[], Any]
    in_toolbar: bool = False


Entries = list[Optional[MenuEntry]]


def fill_menu(menu: QMenu, entries: Entries) -> None:
    """Puts entries into a menu; None is a separator."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        action = menu.addAction(theme.icon(entry.icon), entry.text)
        action.setObjectName(entry.name)
        action.triggered.connect(lambda _checked=False, run=entry.run: run())


class Screens:
    """The one place that knows which window belongs to which intention."""

    def __init__(self, actions: Actions, iface: QgisInterface, messages: MessageBridge) -> None:
        self.actions = actions
        self.iface = iface
        self.messages = messages
        self._shown: list[QDialog] = []

    def register(self) -> None:
        """Hands QGIS the pages it shows in its own dialogs."""

    def unregister(self) -> None:
        """Takes them back in reverse order and closes what is open."""
        for dialog in list(self._shown):
            dialog.close()

    def menu_entries(self) -> Entries:
        """The plugin's menu, top to bottom; None is a separator."""
        return [
            MenuEntry(
                "qfieldcloud_sync", "sync", tr("Sync this project"), self.run_next_step, in_toolbar=True
            ),
            MenuEntry("qfieldcloud_new", "add", tr("Put this project into the cloud…"), self.new_project),
            None,
            MenuEntry("qfieldcloud_log_in", "log-in", tr("Log in…"), self.log_in),
        ]

    # -- account -----------------------------------------------------------------------------------

    def log_in(self, profile: Optional[Profile] = None) -> None:
        self._show(LoginDialog(self.actions, self._window(), profile))

    def switch_to(self, profile: Profile) -> None:
        """Continues as this account; asks only for what is not kept."""
        if self.actions.continue_as(profile) is None:
            self.log_in(profile)

    def options(self) -> None:
        self.iface.showOptionsDialog(self._window(), "qfieldcloud_sync")

    def refresh(self) -> None:
        self.actions.refresh_projects()
        self.actions.look()
        self.actions.fetch_details()

    # -- projects ----------------------------------------------------------------------------------

    def new_project(self) -> None:
        if not self.actions.session.signed_in:
            self.log_in()
            return
        self._show(NewProjectDialog(self.actions, self._window()))

    def open_cloud_project(self, project: Project) -> None:
        """Opens what lies on this computer, else downloads it first."""
        folder = self.actions.folder_of(project.id)
        if folder is None:
            self.download(project)
        elif self._may_close_project() and not self.actions.open_folder(folder):
            self.messages.warn(tr("There is no QGIS project in {}.").format(folder))

    def download(self, project: Project) -> None:
        start = PROJECTS_FOLDER.value() or str(Path.home())
        title = tr("Where shall “{}” go?").format(project.name)
        chosen = QFileDialog.getExistingDirectory(self._window(), title, start)
        if not chosen:
            return
        PROJECTS_FOLDER.set_value(chosen)
        self.actions.download_project(project.id, Path(chosen) / project.name)

    def project_entries(self, project: Project) -> Entries:
        """What can be done with a project of the tree."""
        folder = self.actions.folder_of(project.id)
        entries: Entries = []
        if folder is not None:
            entries.append(
                MenuEntry("open", "project-local", tr("Open"), lambda: self.open_cloud_project(project))
            )
            entries.append(MenuEntry("folder", "folder", tr("Show folder"), lambda: _show_folder(folder)))
        else:
            entries.append(MenuEntry("download", "download", tr("Download…"), lambda: self.download(project)))
        entries += [
            None,
            MenuEntry(
                "package", "package", tr("Package for QField"), lambda: self.actions.package(project.id)
            ),
        ]
        return entries

    def _may_close_project(self) -> bool:
        """Asks QGIS's own question where the open project has unsaved changes."""
        if not self.actions.open_project.has_unsaved_project:
            return True
        answer = QMessageBox.question(
            self._window(),
            tr("Open another project"),
            tr("The open project has unsaved changes. Save them first?"),
            QMessageBox.StandardButton.Save
            | QMessageBox.StandardButton.Discard
            | QMessageBox.StandardButton.Cancel,
        )
        if answer == QMessageBox.StandardButton.Save:
            return bool(self.actions.open_project.project.write())
        return bool(answer == QMessageBox.StandardButton.Discard)

    # -- the open project ----------------------------------------------------------------------------

    def run_next_step(self) -> None:
        """Does what the one button says."""
        step = self.actions.next_step()
        run = {
            Step.LOG_IN: self.log_in,
            Step.SAVE_PROJECT: lambda: self.iface.actionSaveProjectAs().trigger(),
            Step.CREATE: self.new_project,
            Step.LOOK: self.refresh,
            Step.UP_TO_DATE: self.refresh,
            Step.RESOLVE: self.resolve,
        }.get(step.step)
        if run is not None:
            run()
        elif step.step is not Step.OPEN_PROJECT:
            self.sync()

    def sync(self) -> None:
        """Saves what is unsaved, as the button said, and syncs."""
        problems = self.actions.save_edits()
        if problems:
            self.messages.warn(
                tr("Not synced, because edits could not be saved. {}").format(" ".join(problems))
            )
            return
        self.actions.sync()

    def resolve(self) -> None:
        self._show(ConflictDialog(self.actions, self._window()))

    def open_project_menu(self, anchor: QWidget) -> None:
        menu = QMenu(anchor)
        project = self.actions.project(self.actions.open_project.project_id or "")
        if project is not None:
            fill_menu(menu, self.project_entries(project))
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    # -- details -------------------------------------------------------------------------------------

    def detail_entries(self, payload: Any) -> Entries:
        """What can be done with a change, a delta, a job or a version of a list."""
        if isinstance(payload, (ChangeAt, FileAt)):
            show = self.show_local_change if payload.side == "here" else self.show_remote_change
            return [MenuEntry("show", "diff", tr("Show changes"), lambda: show(payload))]
        if isinstance(payload, DeltaRecord):
            return [
                MenuEntry("show", "diff", tr("Show change"), lambda: self.show_delta(payload)),
                MenuEntry("payload", "file", tr("Show as sent"), lambda: self._payload(payload)),
                None,
                MenuEntry(
                    "undo", "restore", tr("Undo this change"), lambda: self.actions.undo_delta(payload.id)
                ),
            ]
        if isinstance(payload, ServerJob):
            return [MenuEntry("log", "file", tr("Show log"), lambda: self.show_server_job(payload))]
        if isinstance(payload, VersionAt):
            return self._version_entries(payload)
        return []

    def _version_entries(self, at: VersionAt) -> Entries:
        entries: Entries = []
        if at.before is not None and at.file.name.lower().endswith(".gpkg"):
            entries.append(
                MenuEntry("compare", "diff", tr("Show what it changed"), lambda: self.show_version(at))
            )
        entries.append(MenuEntry("download", "download", tr("Download…"), lambda: self._download_version(at)))
        return entries

    def show_local_change(self, payload: Any) -> None:
        """Details of something that was changed here."""
        if isinstance(payload, Conflict):
            self.resolve()
        elif isinstance(payload, (ChangeAt, FileAt)):
            self._changes(
                tr("Changed here"),
                tr("{file}: your edits that are not on the server yet").format(file=payload.file),
                lambda: self.actions.local_changes(payload.file),
                payload.table,
            )

    def show_remote_change(self, payload: Any) -> None:
        """Details of something that was changed on the server."""
        if isinstance(payload, (ChangeAt, FileAt)):
            self._changes(
                tr("Changed on the server"),
                tr("{file}: what others sent and you have not received yet").format(file=payload.file),
                lambda: self.actions.remote_changes(payload.file),
                payload.table,
            )

    def show_delta(self, payload: Any) -> None:
        """Details of a delta."""
        if isinstance(payload, DeltaRecord):
            self._changes(
                tr("Sent by {}").format(payload.created_by),
                rows.delta_state(payload.state),
                lambda: self.actions.delta_changes([payload]),
            )

    def show_server_job(self, payload: Any) -> None:
        """Details of a job, with its log."""
        if isinstance(payload, ServerJob):
            self._show(ServerJobDialog(self.actions, payload, self._window()))

    def show_version(self, payload: Any) -> None:
        """What a version changed against the one before it."""
        if not isinstance(payload, VersionAt) or payload.before is None:
            return
        before = payload.before
        if payload.file.name.lower().endswith(".gpkg"):
            self._changes(
                payload.file.name,
                tr("What the version of {when} changed").format(
                    when=wording.exact_moment(payload.version.uploaded_at)
                ),
                lambda: self.actions.version_changes(payload.file.name, before.id, payload.version.id),
            )

    def _changes(self, title: str, subtitle: str, load: Callable[[], Job], table: str = "") -> None:
        self._show(ChangesDialog(self.actions, title, subtitle, load, self._window(), table))

    def _payload(self, delta: DeltaRecord) -> None:
        self._show(PayloadDialog(delta, self._window()))

    def _download_version(self, at: VersionAt) -> None:
        stem, dot, suffix = at.file.name.rpartition("/")[2].rpartition(".")
        stamp = at.version.uploaded_at.strftime("%Y-%m-%d_%H-%M") if at.version.uploaded_at else at.version.id
        start = str(Path.home() / f"{stem or suffix}_{stamp}{dot}{suffix if dot else ''}")
        chosen, _kind = QFileDialog.getSaveFileName(self._window(), tr("Save version as"), start)
        if chosen:
            self.actions.download_version(at.file.name, at.version.id, Path(chosen))

    # -- windows ------------------------------------------------------------------------------------

    def _show(self, dialog: QDialog) -> None:
        """Opens without blocking; the dialog is let go when it closes."""
        self._shown.append(dialog)
        dialog.finished.connect(lambda _result: self._shown.remove(dialog))
        dialog.open()

    def _window(self) -> QWidget:
        return self.iface.mainWindow()


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
