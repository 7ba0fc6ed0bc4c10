# SPDX-License-Identifier: GPL-2.0-or-later
"""The open project: look how it stands, sync it, decide its conflicts."""

from __future__ import annotations

from typing import Any, Optional, Sequence

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from ...cloud import Workspace
from ...engine.sync.conflict import Conflict, Decided, Decision
from ...engine.sync.local import LocalProject
from ...engine.sync.progress import CancelToken, ProgressCallback
from ...engine.sync.report import SyncReport
from ...i18n import tr
from ...settings import CHECK_INTERVAL_MINUTES
from ..jobs import Job, JobState
from ..look import look_at
from ..standing import NextStep, next_step
from ..syncing import Resolver, sync_folder, sync_summary, what_waits
from .projects import ProjectActions

# How far back the list of deltas goes before somebody asks for older ones.
MOST_DELTAS = 200


class SyncActions(ProjectActions):
    """Looks by itself when the project changes, when edits are saved, and after every sync."""

    def __init__(self, project: QgsProject, parent: Optional[QObject] = None) -> None:
        super().__init__(project, parent)
        self._looked_at: Optional[str] = None
        self.most_deltas = MOST_DELTAS
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look_by_itself)
        self.open_project.changed.connect(self._project_changed)
        self.open_project.data_saved.connect(self.look)

    def begin(self) -> None:
        """Starts watching QGIS and goes on with the last session."""
        self.open_project.watch()
        self.continue_last()
        self.start_looking()

    def start_looking(self) -> None:
        """Looks for changes by itself, as often as the settings say; a running job is never disturbed."""
        minutes = CHECK_INTERVAL_MINUTES.value()
        self._clock.stop()
        if minutes:
            self._clock.start(minutes * 60_000)

    def _look_by_itself(self) -> None:
        if not self.jobs.running(self.lane()):
            self.look()

    def end(self) -> None:
        """Stops every job and lets go of QGIS."""
        self._clock.stop()
        self.jobs.cancel_all()
        self.open_project.unwatch()

    def next_step(self) -> NextStep:
        """What the one button does now."""
        opened = self.open_project
        return next_step(
            signed_in=self.session.signed_in,
            has_project=bool(opened.project.mapLayers()),
            has_folder=opened.folder is not None,
            linked=opened.project_id is not None,
            standing=self.standing,
            in_doubt=self.standing_error is not None,
            unsaved_layers=len(opened.layers_in_edit_mode()),
            unsaved_project=opened.has_unsaved_project,
        )

    def look(self) -> Optional[Job]:
        """Finds out what differs between folder and server. Result: `Standing`."""
        if not self.session.signed_in or self.open_project.project_id is None:
            return None
        folder, file, client = self._folder(), self._file(), self._client()

        def ended(job: Job) -> None:
            if job.state is JobState.CANCELLED or self.open_project.folder != folder:
                return
            self.standing_error = job.error
            if job.succeeded:
                self.standing = job.result
            self.standing_changed.emit()

        return self.jobs.start(
            tr("Check for changes"),
            lambda progress, cancel: look_at(client, folder, file, progress, cancel),
            self.lane(),
            ended,
            quiet=True,
        )

    def save_edits(self) -> list[str]:
        """Writes unsaved edits of layers to their files; says what could not be saved."""
        return self.open_project.save_edits()

    def save_all(self) -> list[str]:
        """Writes unsaved edits and the project file; says what could not be saved."""
        return self.open_project.save_all()

    def sync(self, resolver: Optional[Resolver] = None, *, confirm_deletes: bool = False) -> Job:
        """Sends and receives. Result: `SyncReport`. Unsaved edits stay where they are: save them first.

        `resolver(conflicts) -> decisions` is asked, in the worker, while conflicts remain. `confirm_deletes` says that
        somebody has seen `standing.deletions` and means them.
        """
        folder, file, client = self._folder(), self._file(), self._client()

        def work(progress: ProgressCallback, cancel: CancelToken) -> SyncReport:
            return sync_folder(
                client, folder, file, resolver, progress, cancel, confirm_deletes=confirm_deletes
            )

        return self.jobs.start(tr("Sync"), work, self.lane(), self._synced)

    def conflicts(self) -> list[Conflict]:
        """What waits for a decision in the open project."""
        with LocalProject.open(self._folder()) as local:
            return local.conflicts()

    def decided(self) -> list[Decided]:
        """Conflicts of the open project that are over, newest first, with the value that lost."""
        with LocalProject.open(self._folder()) as local:
            return local.decided()

    def resolve(self, decisions: Sequence[Decision]) -> Job:
        """Takes decisions over and syncs, so that they count everywhere. Result: `SyncReport`."""
        folder, file, client = self._folder(), self._file(), self._client()

        def work(progress: ProgressCallback, cancel: CancelToken) -> SyncReport:
            Workspace(client).resolve(folder, list(decisions))
            return sync_folder(client, folder, file, None, progress, cancel)

        return self.jobs.start(tr("Resolve conflicts"), work, self.lane(), self._synced)

    def fetch_details(self, afresh: bool = False) -> Optional[Job]:
        """The latest deltas, jobs and versions of the open project, for the tabs that show them.

        Deltas that were applied are fetched once; `afresh` asks for them all again.
        """
        project_id = self.open_project.project_id
        if not self.session.signed_in or project_id is None:
            return None
        client = self._client()
        known, most = [] if afresh else list(self.deltas), self.most_deltas

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> Any:
            deltas = client.deltas.newest(project_id, known, most)
            return deltas, client.jobs.list(project_id), client.files.list(project_id)

        def ended(job: Job) -> None:
            if job.succeeded and self.open_project.project_id == project_id:
                self.deltas, self.server_jobs, self.files = job.result
                self.details_changed.emit()

        return self.jobs.start(tr("Fetch history"), work, "details", ended, quiet=True)

    @property
    def has_older_deltas(self) -> bool:
        """Whether the server may have more deltas than were fetched."""
        return len(self.deltas) >= self.most_deltas

    def fetch_older_deltas(self) -> Optional[Job]:
        """Goes further back in the history of the devices."""
        self.most_deltas *= 5
        return self.fetch_details(afresh=True)

    def server_job(self, job_id: str) -> Job:
        """A job of the server, with its log. Result: `cloud.api.jobs.Job`."""
        client = self._client()
        return self.jobs.start(
            tr("Ask about a job"), lambda _progress, _cancel: client.jobs.get(job_id), quiet=True
        )

    def _synced(self, job: Job) -> None:
        """Shows what a sync changed; also after a failure, because some files may be done."""
        report = job.result
        if isinstance(report, SyncReport):
            self.open_project.reload({file.name: file.tables_changed for file in report.changed_here})
            if report.complete:
                job.good_news = sync_summary(report)
            job.bad_news = what_waits(report)
        self.look()
        self.fetch_details()
        self.refresh_projects()

    def _project_changed(self) -> None:
        project_id, folder = self.open_project.project_id, self.open_project.folder
        if self._looked_at != project_id:
            self._looked_at = project_id
            self._forget_what_was_learnt()
        if project_id is not None and folder is not None:
            self._remember_folder(project_id, folder)
        self.look()

    def _forget_what_was_learnt(self) -> None:
        self.standing, self.standing_error = None, self.open_project.error
        self.deltas, self.server_jobs, self.files = [], [], []
        self.most_deltas = MOST_DELTAS
        self.standing_changed.emit()
        self.details_changed.emit()

    def _account_changed(self) -> None:
        super()._account_changed()
        self._forget_what_was_learnt()

    def _signed_in(self) -> None:
        super()._signed_in()
        self.look()
        self.fetch_details()
