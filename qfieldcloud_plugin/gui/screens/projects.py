# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows and menus about cloud projects."""

from __future__ import annotations

from pathlib import Path
from typing import Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox

from ...cloud.api.projects import Project
from ...core.jobs import Job
from ...engine.gpkg import Choice, Conflict, ConflictKind, Decision
from ...i18n import tr
from ...settings import PROJECTS_FOLDER
from ..dialogs.new_project import NewProjectDialog
from ..dialogs.project_settings import ProjectSettingsDialog
from ..keyboard import give_box_letters
from ..menus import Entries, MenuEntry
from ..messages import TITLE
from ..rows import key_text, value_text
from ..wizard.wizard import PackagingWizard
from .account import AccountScreens


class ProjectScreens(AccountScreens):
    """New, open, download, settings."""

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
            MenuEntry("people", "team", tr("People…"), lambda: self.project_settings(project, 1)),
            MenuEntry(
                "settings", "settings", tr("Project settings…"), lambda: self.project_settings(project)
            ),
            None,
            MenuEntry("web", "link", tr("Open on the server"), lambda: self._open_in_browser(project)),
        ]
        return entries

    def unlink_folder(self) -> None:
        explanation = tr(
            "The files in its folder stay as they are, with all edits that were not sent. The cloud project stays "
            "on its server. Nothing is synced until you put the project into a cloud again, where it is a new one."
        )
        question = tr("Unlink “{}” from its cloud project?").format(self.actions.open_project.title)
        if self._confirm(question, explanation, tr("Unlink")):
            self.actions.unlink_folder()

    def project_settings(self, project: Project, page: int = 0) -> None:
        """`page` 0: settings, 1: people."""
        self._show(ProjectSettingsDialog(self.actions, project, self._window(), page))

    def package_wizard(self) -> None:
        if self.actions.open_project.folder is None:
            self.messages.warn(tr("Save the project as a .qgs or .qgz file first."))
            return
        self._show(PackagingWizard(self.actions, self.iface.mapCanvas(), self._window()))

    def take_back(self) -> None:
        """Asks for the folder that came back, and takes its edits home."""
        if self.actions.open_project.path is None:
            self.messages.warn(tr("Open the project from which the package was made."))
            return
        folder = QFileDialog.getExistingDirectory(self._window(), tr("The folder that came back"))
        if folder:
            self.take_back_from(Path(folder))

    def take_back_from(self, folder: Path, decisions: Optional[Mapping[str, Decision]] = None) -> None:
        problems = self.actions.save_edits()
        if problems:
            self.messages.warn(
                tr("Nothing was taken, because edits could not be saved. {}").format(" ".join(problems))
            )
            return
        job = self.actions.take_back_from(folder, decisions)

        def ended(which: Job) -> None:
            if which is job:
                self.actions.jobs.ended.disconnect(ended)
                if job.succeeded and job.result.conflicts:
                    self._decide(folder, job.result.conflicts)

        self.actions.jobs.ended.connect(ended)

    def _decide(self, folder: Path, conflicts: Sequence[Conflict]) -> None:
        choice = self._whose(conflicts)
        if choice is not None:
            self.take_back_from(folder, {conflict.id: choice for conflict in conflicts})

    def _whose(self, conflicts: Sequence[Conflict]) -> Optional[Choice]:
        """Which side counts where both changed the same; None leaves both as they are."""
        question = tr("%n change(s) were made here and in the field, differently.", len(conflicts))
        box = QMessageBox(QMessageBox.Icon.Question, TITLE, question, parent=self._window())
        box.setInformativeText(
            tr("Everything else was taken. Until you decide, these stay as they are on both sides.")
        )
        box.setDetailedText("\n".join(map(_conflict_line, conflicts)))
        field = box.addButton(tr("Take the field's"), QMessageBox.ButtonRole.AcceptRole)
        here = box.addButton(tr("Keep what is here"), QMessageBox.ButtonRole.DestructiveRole)
        later = box.addButton(tr("Later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(later)
        box.setEscapeButton(later)
        give_box_letters(box)
        box.exec()
        clicked = box.clickedButton()
        return Choice.MINE if clicked is field else Choice.THEIRS if clicked is here else None

    def _open_in_browser(self, project: Project) -> None:
        client = self.actions.session.client
        if client is not None:
            QDesktopServices.openUrl(QUrl(f"{client.address}a/{project.owner}/{project.name}/"))

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


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _conflict_line(conflict: Conflict) -> str:
    """Where it is, and what stands here and there."""
    key = key_text(conflict.key)
    if conflict.column is None:
        if conflict.kind is not ConflictKind.DELETED_AND_CHANGED:
            return f"{conflict.table} {key}"
        text = (
            tr("{table} {key}: deleted in the field, changed here")
            if conflict.mine is None
            else tr("{table} {key}: changed in the field, deleted here")
        )
        return text.format(table=conflict.table, key=key)
    return tr("{table} {key}, {field}: here {here}, in the field {there}").format(
        table=conflict.table,
        key=key,
        field=conflict.column,
        here=value_text(conflict.theirs),
        there=value_text(conflict.mine),
    )
