# SPDX-License-Identifier: GPL-2.0-or-later
"""What the browser's items show: plain data that is there already, fetched by jobs, never while QGIS waits."""

from __future__ import annotations

from typing import Optional, Union

from qgis.core import QgsDataItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from ...cloud.api.projects import Project
from ...cloud.credentials import Profile
from ...core.actions import Actions
from ...core.browsing import BrowsedFile
from ...core.jobs import Job, JobState

Content = Union[tuple[BrowsedFile, ...], BaseException]


class BrowserTree(QObject):
    """Knows every open item, and has it read its children anew when they have changed. Main thread only.

    QGIS shows several browsers, each with items of its own.
    """

    def __init__(self, actions: Actions) -> None:
        super().__init__(actions)
        self.actions = actions
        self._contents: dict[str, Content] = {}
        self._jobs: dict[str, Job] = {}
        self._items: dict[str, list[QgsDataItem]] = {}
        actions.session.changed.connect(self._session_changed)
        actions.projects_changed.connect(self._projects_changed)
        actions.jobs.ended.connect(self._job_ended)

    def close_down(self) -> None:
        self.actions.session.changed.disconnect(self._session_changed)
        self.actions.projects_changed.disconnect(self._projects_changed)
        self.actions.jobs.ended.disconnect(self._job_ended)
        self._items.clear()

    # -- what there is --------------------------------------------------------------------------------

    def accounts(self) -> list[Profile]:
        return self.actions.session.profiles()

    def is_current(self, profile: Profile) -> bool:
        session = self.actions.session
        return session.signed_in and session.profile == profile

    def projects(self) -> list[Project]:
        """The account's own first, then by owner and name."""
        profile = self.actions.session.profile
        mine = profile.username if profile is not None else ""
        return sorted(
            self.actions.projects,
            key=lambda one: (one.owner != mine, one.owner.casefold(), one.name.casefold()),
        )

    def content(self, project_id: str) -> Optional[Content]:
        """The files of a project, or why they could not be fetched; None while they are on their way."""
        if project_id not in self._contents:
            self.fetch(project_id)
        return self._contents.get(project_id)

    def fetch(self, project_id: str) -> None:
        """Until the answer comes, what is known already stays in view."""
        if project_id not in self._jobs and self.actions.session.signed_in:
            self._jobs[project_id] = self.actions.browse_project(project_id)

    # -- who shows it -----------------------------------------------------------------------------------

    def remember(self, key: str, item: QgsDataItem) -> None:
        """`item` is told when what `key` stands for has changed."""
        alive = [known for known in self._items.get(key, []) if not sip.isdeleted(known)]
        self._items[key] = [*alive, item]

    def _show(self, key: str) -> None:
        self._items = {
            name: alive
            for name, items in self._items.items()
            if (alive := [item for item in items if not sip.isdeleted(item)])
        }
        for item in self._items.get(key, []):
            item.refresh()

    def _session_changed(self) -> None:
        self._contents.clear()
        self._show("")

    def _projects_changed(self) -> None:
        profile = self.actions.session.profile
        if profile is not None:
            # After a sync files may be others; what nobody looks at is fetched when somebody does.
            for project_id in list(self._contents):
                self.fetch(project_id)
            self._show(profile.key)

    def _job_ended(self, job: Job) -> None:
        for project_id, running in list(self._jobs.items()):
            if running is job:
                del self._jobs[project_id]
                if job.state is not JobState.CANCELLED:
                    self._contents[project_id] = job.result if job.succeeded else job.error  # type: ignore[assignment]
                    self._show(project_id)
