# SPDX-License-Identifier: GPL-2.0-or-later
"""Cloud projects: list, create from the open one, download, open, package."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Collection, Optional, Sequence

from ...cloud import Workspace
from ...cloud.api.jobs import Job as ServerJob
from ...cloud.api.projects import Project
from ...cloud.client import Client
from ...cloud.errors import Rejected
from ...engine.project import Finding, repair_project, undo_repairs
from ...engine.sync import (
    CancelToken,
    LocalProject,
    ProgressCallback,
    SyncOptions,
    Wishes,
)
from ...engine.sync.errors import NotAProject
from ...i18n import said, tr
from ...settings import PROJECT_FOLDERS, SHOW_PUBLIC_PROJECTS
from ..browsing import browse
from ..checks import preview
from ..converters import QgisConverter
from ..jobs import Job
from ..syncing import what_waits
from .account import AccountActions
from .base import ACCOUNT_LANE


@dataclass(frozen=True)
class ProjectDraft:
    """What is asked before a project is put into the cloud."""

    name: str
    owner: str = ""
    description: str = ""
    is_public: bool = False


class ProjectActions(AccountActions):
    """Everything about projects but syncing them."""

    def refresh_projects(self) -> Job:
        """Result: the projects the account can see."""
        client = self._client()
        public = SHOW_PUBLIC_PROJECTS.value()

        def ended(job: Job) -> None:
            if job.succeeded:
                self._show_projects(job.result)

        return self.jobs.start(
            tr("Fetch projects"),
            lambda _progress, _cancel: client.projects.list(include_public=public),
            ACCOUNT_LANE,
            ended,
            quiet=True,
        )

    def folder_of(self, project_id: str) -> Optional[Path]:
        """Where a cloud project lies on this computer, None where it does not."""
        name = json.loads(PROJECT_FOLDERS.value()).get(project_id)
        return Path(name) if name and LocalProject.is_project(Path(name)) else None

    def browse_project(self, project_id: str) -> Job:
        """The files of a project, with the layers of those that lie on this computer. Result: `BrowsedFile`s."""
        client, folder = self._client(), self.folder_of(project_id)
        return self.jobs.start(
            tr("Fetch files"),
            lambda _progress, cancel: browse(client, project_id, folder, cancel),
            quiet=True,
        )

    def fetch_owners(self) -> Job:
        """Who may own a new project. Result: the account's name, then its organizations."""
        client = self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> list[str]:
            organizations = client.users.organizations(client.username)
            return [client.username, *sorted(organization.name for organization in organizations)]

        return self.jobs.start(tr("Fetch organizations"), work, quiet=True)

    def preview_open_project(self) -> Job:
        """What a new cloud project would hold, and what was found. Result: `Preview`."""
        path = self._folder() / self._file()
        converters = [QgisConverter(self.open_project.project)]
        return self.jobs.start(
            tr("Check project"), lambda _progress, _cancel: preview(path, converters), quiet=True
        )

    def repair_open_project(self, findings: Optional[Collection[Finding]] = None) -> Job:
        """Repairs what is broken, or these findings only. Result: `RepairReport`.

        The project is closed meanwhile, because its files are rewritten, and opened again afterwards. Raises
        NotAProject when it cannot be saved before.
        """
        converters = [QgisConverter(self.open_project.project)]
        return self._while_closed(
            tr("Repair project"),
            lambda path: repair_project(path, findings=findings, converters=converters),
        )

    def undo_repairs(self) -> Job:
        """Takes the last repair back. Result: None."""

        def undo(path: Path) -> None:
            undo_repairs(path)

        return self._while_closed(tr("Take repairs back"), undo)

    def _while_closed(self, title: str, work: Callable[[Path], Any]) -> Job:
        self._folder()
        project, path = self.open_project.project, Path(self.open_project.path or "")
        problems = self.open_project.save_all()
        if problems:
            raise NotAProject(" ".join(problems))
        lane = self.lane()
        project.clear()

        def ended(_job: Job) -> None:
            self.read_project_file(str(path))

        return self.jobs.start(title, lambda _progress, _cancel: work(path), lane, ended, quiet=True)

    def create_project_from_open(self, draft: ProjectDraft) -> Job:
        """Makes a cloud project of the open one, sends its files and links its folder. Result: its id."""
        folder, client = self._folder(), self._client()
        options = SyncOptions(wishes=Wishes(project_file=self._file()))
        waits: list[str] = []

        def work(progress: ProgressCallback, cancel: CancelToken) -> str:
            report = Workspace(client).create_project(
                folder,
                draft.name,
                owner=draft.owner,
                description=draft.description,
                is_public=draft.is_public,
                options=options,
                progress=progress,
                cancel=cancel,
            )
            waits.append(what_waits(report))
            with LocalProject.open(folder) as local:
                return local.link.project_id

        def ended(job: Job) -> None:
            # Also after a failure: the project may exist by now, and a sync sends the rest.
            self.open_project.refresh()
            self.refresh_projects()
            job.bad_news = waits[0] if waits else ""
            if job.succeeded and not job.bad_news:
                job.good_news = tr("“{}” is in the cloud now.").format(draft.name)

        return self.jobs.start(tr("Put into the cloud"), work, self.lane(), ended)

    def download_project(self, project_id: str, folder: Path) -> Job:
        """Puts a cloud project into an empty folder. Result: the folder."""
        client = self._client()

        def work(progress: ProgressCallback, cancel: CancelToken) -> Path:
            Workspace(client).download_project(project_id, folder, progress=progress, cancel=cancel)
            return folder

        def ended(job: Job) -> None:
            if job.succeeded:
                self._remember_folder(project_id, folder)
                self.projects_changed.emit()

        return self.jobs.start(tr("Download project"), work, str(folder), ended)

    def open_folder(self, folder: Path) -> bool:
        """Opens the QGIS project that lies in a folder; False when there is none."""
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".qgs", ".qgz"))
        return bool(found) and bool(self.read_project_file(str(found[0])))

    def package(self, project_id: str) -> Job:
        """Has the server make a new package for devices. Result: the server's job."""
        client = self._client()

        def ended(job: Job) -> None:
            if job.succeeded:
                job.good_news = tr("Devices can download the new package.")
            self.refresh_projects()

        return self.jobs.start(
            tr("Package for QField"),
            lambda _progress, cancel: package_project(client, project_id, cancel),
            "package",
            ended,
        )

    def unlink_folder(self) -> Job:
        """Ends the link between the open project's folder and its cloud project. Both stay as they are."""
        folder = self._folder()
        former = self.open_project.project_id

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> None:
            with LocalProject.open(folder) as local, local.lock():
                local.unlink()

        def ended(job: Job) -> None:
            if job.succeeded:
                folders = json.loads(PROJECT_FOLDERS.value())
                folders.pop(former, None)
                PROJECT_FOLDERS.set_value(json.dumps(folders))
                job.good_news = tr("The folder is in no cloud any more. Its files stayed as they were.")
            self.open_project.refresh()
            self.projects_changed.emit()

        return self.jobs.start(tr("Unlink from the cloud"), work, self.lane(), ended)

    def _remember_folder(self, project_id: str, folder: Path) -> None:
        folders = json.loads(PROJECT_FOLDERS.value())
        PROJECT_FOLDERS.set_value(json.dumps({**folders, project_id: str(folder)}))

    def _show_projects(self, projects: Sequence[Project]) -> None:
        self.projects = list(projects)
        self.projects_changed.emit()

    def _account_changed(self) -> None:
        super()._account_changed()
        self._show_projects([])

    def _signed_in(self) -> None:
        super()._signed_in()
        self.refresh_projects()

    def _signed_out(self) -> None:
        super()._signed_out()
        self._show_projects([])


def package_project(client: Client, project_id: str, cancel: CancelToken) -> ServerJob:
    """The packaging job once it has succeeded. Runs in a worker. Raises Rejected with the server's reason."""
    job = Workspace(client).package(project_id, cancel=cancel)
    if not job.succeeded:
        reason = str(job.feedback.get("error") or tr("The job's log says more."))
        raise Rejected(
            tr("The server could not make the package. {}").format(said(reason)), code="package_failed"
        )
    return job
