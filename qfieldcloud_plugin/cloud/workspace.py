# SPDX-License-Identifier: GPL-2.0-or-later
"""The desk at which an account works: cloud projects on one side, folders of this computer on the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterable, List, Optional, Tuple

from ..engine import sync as engine
from ..engine.gpkg import Changeset
from ..engine.message import Message
from ..engine.sync import (
    CancelToken,
    Conflict,
    Decided,
    Decision,
    LocalProject,
    Plan,
    ProgressCallback,
    ProjectLink,
    SyncOptions,
    SyncReport,
    Wishes,
    ignore_progress,
)
from .api.jobs import Job
from .api.projects import Project
from .client import Client
from .errors import Rejected
from .remote import CloudRemote


class Workspace:
    """Every method may run in a background thread. Folders are opened for the call and closed after it."""

    def __init__(self, client: Client) -> None:
        self.client = client

    # -- projects -------------------------------------------------------------------------------

    def projects(self, *, include_public: bool = False) -> List[Project]:
        return self.client.projects.list(include_public=include_public)

    def create_project(
        self,
        folder: Path,
        name: str,
        *,
        owner: str = "",
        description: str = "",
        is_public: bool = False,
        options: Optional[SyncOptions] = None,
        progress: ProgressCallback = ignore_progress,
        cancel: Optional[CancelToken] = None,
    ) -> SyncReport:
        """Make a cloud project of a folder that holds a QGIS project, and send everything.

        When it is interrupted after the project was made, the folder is linked to it: `sync` goes on.
        """
        if LocalProject.is_project(folder):
            raise Rejected(Message("This folder belongs to a cloud project already."), code="folder_linked")
        project = self.client.projects.create(name, owner=owner, description=description, is_public=is_public)
        self.link(folder, project)
        return self.sync(folder, options, progress, cancel)

    def download_project(
        self,
        project_id: str,
        folder: Path,
        options: Optional[SyncOptions] = None,
        progress: ProgressCallback = ignore_progress,
        cancel: Optional[CancelToken] = None,
    ) -> SyncReport:
        """Bring a cloud project into a folder. Files that are there already are compared, never overwritten."""
        if not LocalProject.is_project(folder):
            self.link(folder, self.client.projects.get(project_id))
        return self.sync(folder, options, progress, cancel)

    def link(self, folder: Path, project: Project) -> None:
        """Say which cloud project a folder belongs to; nothing travels."""
        link = ProjectLink(self.client.address, project.id, project.name, project.owner)
        LocalProject.create(folder, link).close()

    # -- sync -----------------------------------------------------------------------------------

    def look(
        self,
        folder: Path,
        options: Optional[SyncOptions] = None,
        progress: ProgressCallback = ignore_progress,
        cancel: Optional[CancelToken] = None,
    ) -> Plan:
        """What a sync would do now."""
        with self._open(folder) as local:
            remote = self.remote(local)
            return engine.look(local, remote, self._options(remote, options), progress, cancel)

    def sync(
        self,
        folder: Path,
        options: Optional[SyncOptions] = None,
        progress: ProgressCallback = ignore_progress,
        cancel: Optional[CancelToken] = None,
    ) -> SyncReport:
        """Bring folder and server in step; what cannot be done is in the report, with its reason."""
        with self._open(folder) as local:
            remote = self.remote(local)
            return engine.run(local, remote, self._options(remote, options), progress, cancel)

    def conflicts(self, folder: Path) -> List[Conflict]:
        with LocalProject.open(folder) as local:
            return local.conflicts()

    def decided(self, folder: Path) -> List[Decided]:
        """Conflicts that are over, newest first, with the value that lost."""
        with LocalProject.open(folder) as local:
            return local.decided()

    def resolve(self, folder: Path, decisions: Iterable[Decision]) -> List[Decided]:
        """Carry decisions out in the folder; the next `sync` sends what was chosen."""
        with LocalProject.open(folder) as local:
            return engine.resolve(local, decisions)

    # -- history --------------------------------------------------------------------------------

    def changes_between(
        self,
        folder: Path,
        name: str,
        start: str,
        end: str,
        progress: ProgressCallback = ignore_progress,
        cancel: Optional[CancelToken] = None,
    ) -> Changeset:
        """The changes of a GeoPackage from one version (by id) to another, in either direction."""
        with self._open(folder) as local:
            return engine.changes_between(local, self.remote(local), name, start, end, progress, cancel)

    def restore_feature(
        self,
        folder: Path,
        name: str,
        table: str,
        key: Tuple[Any, ...],
        version: str,
        progress: ProgressCallback = ignore_progress,
        cancel: Optional[CancelToken] = None,
    ) -> SyncReport:
        """Make a row again what it was in a version, as a new version; `undone` tells what came of it."""
        with self._open(folder) as local:
            remote = self.remote(local)
            return engine.restore_feature(local, remote, name, table, key, version, None, progress, cancel)

    def undo_changes(
        self,
        folder: Path,
        name: str,
        changes: Changeset,
        progress: ProgressCallback = ignore_progress,
        cancel: Optional[CancelToken] = None,
    ) -> SyncReport:
        """Take changes back, as a new version; what others changed again since is left alone and told."""
        with self._open(folder) as local:
            return engine.undo_changes(local, self.remote(local), name, changes, None, progress, cancel)

    def undo_delta(
        self,
        folder: Path,
        delta_id: str,
        progress: ProgressCallback = ignore_progress,
        cancel: Optional[CancelToken] = None,
    ) -> SyncReport:
        """Take one delta back, whoever made it, as a new version."""
        with self._open(folder) as local:
            return engine.undo_delta(local, self.remote(local), delta_id, None, progress, cancel)

    # -- packages -------------------------------------------------------------------------------

    def package(
        self,
        project_id: str,
        *,
        force: bool = False,
        cancel: Optional[CancelToken] = None,
    ) -> Job:
        """Make a package for the field and wait for its end; look at the job's `succeeded`."""
        job = self.client.jobs.trigger(project_id, "package", force=force)
        return self.client.jobs.wait(job, cancel or CancelToken())

    # -- plumbing -------------------------------------------------------------------------------

    def remote(self, local: LocalProject) -> CloudRemote:
        return CloudRemote(self.client, local.link.project_id)

    def _open(self, folder: Path) -> LocalProject:
        local = LocalProject.open(folder)
        if local.link.server != self.client.address:
            server = local.link.server
            local.close()
            raise Rejected(
                Message(
                    "This folder belongs to a project on {server}. Log in there to synchronize it, "
                    "or choose “Unlink from the cloud…” to put it on another server.",
                    server=server,
                ),
                code="other_server",
            )
        return local

    @staticmethod
    def _options(remote: CloudRemote, options: Optional[SyncOptions]) -> SyncOptions:
        """Photos stay on the server where the project says that they are fetched on demand."""
        if options is not None:
            return options
        on_demand = remote.project().attachments_on_demand
        return SyncOptions(wishes=Wishes(download_attachments=not on_demand))
