# SPDX-License-Identifier: GPL-2.0-or-later
"""New cloud projects that are not made of the open one: empty, or a copy of another."""

from __future__ import annotations

from ...cloud.api.projects import Project
from ...cloud.housekeeping import clone_project
from ...engine.sync.progress import CancelToken, ProgressCallback
from ...i18n import tr
from ..jobs import Job
from .history import HistoryActions
from .projects import ProjectDraft


class CreationActions(HistoryActions):
    """Failures are told in the dialog that asked, so these jobs are quiet."""

    def create_empty_project(self, draft: ProjectDraft) -> Job:
        """Makes a cloud project without files. Result: the `Project`."""
        client = self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> Project:
            return client.projects.create(
                draft.name, owner=draft.owner, description=draft.description, is_public=draft.is_public
            )

        return self.jobs.start(tr("Create project"), work, "administration", self._created, quiet=True)

    def clone_project(self, draft: ProjectDraft, source: Project) -> Job:
        """Makes a cloud project with the files and settings of another. Result: the `Project`."""
        client = self._client()

        def work(_progress: ProgressCallback, cancel: CancelToken) -> Project:
            return clone_project(
                client,
                source,
                draft.name,
                draft.owner,
                draft.description,
                cancel,
                is_public=draft.is_public,
            )

        return self.jobs.start(tr("Clone project"), work, "administration", self._created, quiet=True)

    def _created(self, _job: Job) -> None:
        # Also after a failure: the project may exist by now.
        if self.session.signed_in:
            self.refresh_projects()
