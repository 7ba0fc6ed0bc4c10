# SPDX-License-Identifier: GPL-2.0-or-later
"""Looking after a cloud project: its settings, its people, its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Sequence

from ...cloud.api.collaborators import Collaborator
from ...cloud.api.users import Subscription, User
from ...cloud.client import Client
from ...engine.sync.progress import CancelToken, ProgressCallback
from ...i18n import tr
from ..jobs import Job
from .history import HistoryActions

# Who may change settings and people, and who may delete: as the server decides it.
MANAGING_ROLES = ("admin", "manager")
DELETING_ROLES = ("admin",)


@dataclass(frozen=True)
class People:
    """Everybody with a role in a project; teams are named `@organization/team`."""

    collaborators: tuple[Collaborator, ...]


class AdministrationActions(HistoryActions):
    """Each call changes one thing on the server and fetches the list again."""

    def update_project(self, project_id: str, changes: dict[str, Any]) -> Job:
        """Changes settings; keys are those of the API. Result: the `Project`."""
        client = self._client()

        def ended(job: Job) -> None:
            if job.succeeded:
                self.refresh_projects()

        return self.jobs.start(
            tr("Change project"),
            lambda _progress, _cancel: client.projects.update(project_id, **changes),
            "administration",
            ended,
            quiet=True,
        )

    def delete_project(self, project_id: str) -> Job:
        """Deletes a cloud project with all its versions. The folder on this computer stays."""
        client = self._client()

        def ended(job: Job) -> None:
            if job.succeeded:
                job.good_news = tr("The cloud project was deleted. Your local files are untouched.")
            self.refresh_projects()

        return self.jobs.start(
            tr("Delete cloud project"),
            lambda _progress, _cancel: client.projects.delete(project_id),
            "administration",
            ended,
        )

    def fetch_people(self, project_id: str) -> Job:
        """Result: `People`."""
        return self._people(tr("Fetch people"), project_id, lambda _client: None)

    def add_person(self, project_id: str, name: str, role: str) -> Job:
        """Result: `People`."""
        return self._people(
            tr("Add person"), project_id, lambda client: client.collaborators.add(project_id, name, role)
        )

    def set_role(self, project_id: str, name: str, role: str) -> Job:
        """Result: `People`."""
        return self._people(
            tr("Change role"),
            project_id,
            lambda client: client.collaborators.set_role(project_id, name, role),
        )

    def remove_person(self, project_id: str, name: str) -> Job:
        """Result: `People`."""
        return self._people(
            tr("Remove person"), project_id, lambda client: client.collaborators.remove(project_id, name)
        )

    def search_people(self, text: str, project_id: str) -> Job:
        """Accounts and teams whose name contains the text and that are not in the project. Result: `User`s."""
        client = self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> Sequence[User]:
            return client.users.search(text, project_id=project_id)

        return self.jobs.start(tr("Search people"), work, quiet=True)

    def fetch_storage(self, owner: str) -> Job:
        """How full an owner's storage is. Result: `Subscription`."""
        client = self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> Subscription:
            return client.users.subscription(owner)

        return self.jobs.start(tr("Fetch storage"), work, quiet=True)

    def _people(self, title: str, project_id: str, change: Callable[[Client], Any]) -> Job:
        client = self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> People:
            change(client)
            return People(tuple(client.collaborators.list(project_id)))

        return self.jobs.start(title, work, "administration", quiet=True)
