# SPDX-License-Identifier: GPL-2.0-or-later
"""What was changed, and taking it back: here, between versions, delta by delta."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional, Sequence

from ...cloud import CloudRemote, Workspace
from ...cloud.api.deltas import DeltaRecord
from ...engine.gpkg import Changeset, apply, diff
from ...engine.sync.errors import NotFound
from ...engine.sync.local import LocalProject
from ...engine.sync.progress import CancelToken, ProgressCallback
from ...engine.sync.report import SyncReport
from ...i18n import tr
from ..change_list import ChangeList, ListedChange, Undo, of_changeset, of_deltas, part_of
from ..feature_history import feature_history
from ..jobs import Job
from ..look import changes_there
from ..restoring import restore_versions
from ..tasks import Work
from .sync import SyncActions


class HistoryActions(SyncActions):
    """Each list of changes is found by a job; its result is a `ChangeList`."""

    def local_changes(self, name: str) -> Job:
        """What was changed here in a GeoPackage since it was last in step."""
        folder = self._folder()

        def work(_progress: ProgressCallback, cancel: CancelToken) -> ChangeList:
            with LocalProject.open(folder) as local:
                base = local.base(name)
                if base is None:
                    return ChangeList(name, ())
                changes = diff(base, local.path(name), cancelled=lambda: cancel.cancelled)
                return of_changeset(name, changes, Undo.DISCARD_HERE)

        return self._quiet(tr("Compare"), work)

    def remote_changes(self, name: str) -> Job:
        """What others changed in a GeoPackage since it was last in step here."""
        folder, client = self._folder(), self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> ChangeList:
            with LocalProject.open(folder) as local:
                remote = CloudRemote(client, local.link.project_id)
                changes = changes_there(local, remote, name)
            if changes is None:
                raise NotFound(tr("This server cannot tell single rows; they are compared when you sync."))
            return of_changeset(name, changes)

        return self._quiet(tr("Compare"), work)

    def version_changes(self, name: str, start: str, end: str) -> Job:
        """What one version of a GeoPackage changed against another; both are version ids."""
        folder, client = self._folder(), self._client()

        def work(progress: ProgressCallback, cancel: CancelToken) -> ChangeList:
            changes = Workspace(client).changes_between(
                folder, name, start, end, progress=progress, cancel=cancel
            )
            return of_changeset(name, changes, Undo.NEW_VERSION)

        return self._quiet(tr("Compare versions"), work)

    def delta_changes(self, deltas: Sequence[DeltaRecord]) -> Job:
        """Deltas as tables of changes."""
        tables = self._tables_by_layer()
        return self._quiet(tr("Read deltas"), lambda _progress, _cancel: of_deltas(deltas, tables))

    def all_deltas(self) -> Job:
        """What devices and other people sent, as far back as it was fetched."""
        deltas, tables = list(self.deltas), self._tables_by_layer()
        return self._quiet(tr("Read deltas"), lambda _progress, _cancel: of_deltas(deltas, tables))

    def feature_history(self, name: str, table: str, key: tuple[Any, ...]) -> Job:
        """Every change of one row, newest first."""
        client, project_id, tables = self._client(), self._project_id(), self._tables_by_layer()

        def work(progress: ProgressCallback, cancel: CancelToken) -> ChangeList:
            return feature_history(client, project_id, name, table, key, tables, progress, cancel)

        return self._quiet(tr("Read history"), work)

    def _tables_by_layer(self) -> dict[str, str]:
        return {
            layer.id(): table
            for layers in self.open_project.layers_by_file().values()
            for table, layer in layers
        }

    def _project_id(self) -> str:
        project_id = self.open_project.project_id
        if project_id is None:
            raise NotFound(tr("The open project is not in the cloud."))
        return project_id

    def undo(self, changes: ChangeList, listed: Sequence[ListedChange]) -> Job:
        """Takes back some changes of a list, in the way that suits where they are."""
        if changes.undo is Undo.DELTA:
            return self.undo_deltas([one.delta_id for one in listed])
        if changes.undo is Undo.RESTORE:
            # The oldest of the chosen ones: what came after it goes with it.
            oldest = min(listed, key=lambda one: one.when.timestamp() if one.when else 0.0)
            change = oldest.change
            return self.restore_feature(changes.file, change.table, change.key, oldest.version_before)
        if changes.changeset is None:
            raise NotFound(tr("These changes cannot be undone."))
        part = part_of(changes.changeset, [one.change for one in listed])
        if changes.undo is Undo.DISCARD_HERE:
            return self.discard(changes.file, part)
        return self.undo_changes(changes.file, part)

    def discard(self, name: str, changes: Changeset) -> Job:
        """Takes back changes that were made here and not sent yet. Result: how many rows."""
        folder = self._folder()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> int:
            with LocalProject.open(folder) as local, local.lock():
                apply(changes.invert(), local.path(name))
            return len(changes)

        def ended(job: Job) -> None:
            if job.succeeded:
                self.open_project.reload({name: [table.name for table in changes.tables]})
                job.good_news = tr("%n row(s) discarded.", job.result)
            self.look()

        return self.jobs.start(tr("Discard changes"), work, self.lane(), ended)

    def undo_changes(self, name: str, changes: Changeset) -> Job:
        """Takes back changes that are on the server, as a new version. Result: `SyncReport`."""
        folder, client = self._folder(), self._client()
        return self._new_version(
            tr("Undo changes"),
            lambda progress, cancel: Workspace(client).undo_changes(
                folder, name, changes, progress=progress, cancel=cancel
            ),
        )

    def undo_delta(self, delta_id: str) -> Job:
        """Takes one delta back, as a new version. Result: `SyncReport`."""
        return self.undo_deltas([delta_id])

    def undo_deltas(self, delta_ids: Sequence[str]) -> Job:
        """Takes deltas back, the last one first. Result: the last `SyncReport`."""
        folder, client = self._folder(), self._client()

        def work(progress: ProgressCallback, cancel: CancelToken) -> Optional[SyncReport]:
            report = None
            for delta_id in delta_ids:
                report = Workspace(client).undo_delta(folder, delta_id, progress=progress, cancel=cancel)
            return report

        return self._new_version(tr("Undo"), work)

    def restore_feature(self, name: str, table: str, key: tuple[Any, ...], version: str) -> Job:
        """Brings one row back as it was in a version, as a new version. Result: `SyncReport`."""
        folder, client = self._folder(), self._client()
        return self._new_version(
            tr("Restore feature"),
            lambda progress, cancel: Workspace(client).restore_feature(
                folder, name, table, key, version, progress=progress, cancel=cancel
            ),
        )

    def download_version(
        self, name: str, version_id: str, destination: Path, project_id: Optional[str] = None
    ) -> Job:
        """Puts a version of a file (of the open project, if none is named) somewhere else. Result: the path."""
        client, project_id = self._client(), project_id or self._project_id()

        def work(progress: ProgressCallback, cancel: CancelToken) -> Path:
            remote = CloudRemote(client, project_id)
            file = remote.file(name)
            version = file.version(version_id) if file is not None else None
            if version is None:
                raise NotFound(tr("This version is no longer on the server."))
            remote.download(name, version, destination, progress, cancel)
            return destination

        def ended(job: Job) -> None:
            if job.succeeded:
                job.good_news = tr("“{}” was downloaded.").format(destination.name)

        return self.jobs.start(tr("Download version"), work, "details", ended)

    def restore_version(self, name: str, version_id: str) -> Job:
        """Makes a file again what it was, as a new version. Result: `SyncReport`."""
        return self.restore_versions({name: version_id})

    def restore_versions(self, wanted: dict[str, str]) -> Job:
        """Makes several files again what they were (name -> version id). Result: the last `SyncReport`."""
        folder, client = self._folder(), self._client()
        return self._new_version(
            tr("Restore versions"),
            lambda progress, cancel: restore_versions(client, folder, wanted, progress, cancel),
        )

    def delete_version(self, name: str, version_id: Optional[str]) -> Job:
        """Deletes a version of a file on the server; without a version the file with all of them."""
        client, project_id = self._client(), self._project_id()

        def ended(_job: Job) -> None:
            self.fetch_details()
            self.look()

        return self.jobs.start(
            tr("Delete version") if version_id else tr("Delete file"),
            lambda _progress, _cancel: client.files.delete(project_id, name, version_id),
            self.lane(),
            ended,
        )

    def _new_version(self, title: str, work: Work) -> Job:
        return self.jobs.start(title, work, self.lane(), self._synced)

    def _quiet(self, title: str, work: Work) -> Job:
        return self.jobs.start(title, work, "compare", quiet=True)
