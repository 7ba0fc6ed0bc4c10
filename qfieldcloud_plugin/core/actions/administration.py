# SPDX-License-Identifier: GPL-2.0-or-later
"""Looking after a cloud project: its settings, its people, its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Sequence

from ...cloud.api.collaborators import Collaborator
from ...cloud.api.deltas import DeltaRecord
from ...cloud.api.files import File
from ...cloud.api.secrets import Secret
from ...cloud.api.users import Subscription, User
from ...cloud.client import Client
from ...cloud.housekeeping import apply_again, delete_versions, spare_versions
from ...engine.sync.errors import NotAProject
from ...engine.sync.progress import CancelToken, ProgressCallback
from ...i18n import tr
from .. import audience
from ..jobs import Job
from .organizations import OrganizationActions

# Who may change settings and people and delete the project, see to secrets, delete files: as the server decides it.
MANAGING_ROLES = ("admin", "manager")
SECRET_KEEPING_ROLES = ("admin",)
TIDYING_ROLES = ("admin", "manager", "editor")


@dataclass(frozen=True)
class People:
    """Everybody with a role in a project; teams are named `@organization/team`."""

    collaborators: tuple[Collaborator, ...]


class AdministrationActions(OrganizationActions):
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

    def fetch_audience(self, project_id: str) -> Job:
        """Teams and people for whom the project may keep areas. Result: `Audience`."""
        client = self._client()
        return self.jobs.start(
            tr("Fetch people"), lambda _progress, _cancel: audience.fetch(client, project_id), quiet=True
        )

    def fetch_storage(self, owner: str) -> Job:
        """How full an owner's storage is. Result: `Subscription`."""
        client = self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> Subscription:
            return client.users.subscription(owner)

        return self.jobs.start(tr("Fetch storage"), work, quiet=True)

    def fetch_extensions(self) -> Job:
        """What this server can do beyond QFieldCloud's API. Result: a set of names."""
        client = self._client()
        return self.jobs.start(
            tr("Ask server"), lambda _progress, _cancel: client.extensions, "details", quiet=True
        )

    # -- secrets --------------------------------------------------------------------------------------

    def fetch_secrets(self, project_id: str) -> Job:
        """Names and kinds, never values. Result: `Secret`s."""
        return self._secrets(tr("Fetch secrets"), project_id, lambda _client: None)

    def set_secret(self, project_id: str, name: str, kind: str, value: str) -> Job:
        """Makes a secret, or gives it another value. Result: `Secret`s."""
        return self._secrets(
            tr("Save secret"), project_id, lambda client: client.secrets.set(project_id, name, value, kind)
        )

    def delete_secret(self, project_id: str, secret: Secret) -> Job:
        """Result: `Secret`s."""
        return self._secrets(
            tr("Delete secret"),
            project_id,
            lambda client: client.secrets.delete(project_id, secret.name, secret.assigned_to),
        )

    def _secrets(self, title: str, project_id: str, change: Callable[[Client], Any]) -> Job:
        client = self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> Sequence[Secret]:
            change(client)
            return client.secrets.list(project_id)

        return self.jobs.start(title, work, "administration", quiet=True)

    # -- files, versions, deltas ----------------------------------------------------------------------

    def fetch_files(self, project_id: str) -> Job:
        """Every file with its versions. Result: `File`s."""
        client = self._client()
        return self.jobs.start(
            tr("Fetch files"), lambda _progress, _cancel: client.files.list(project_id), quiet=True
        )

    def delete_old_versions(self, project_id: str, keep: int) -> Job:
        """Deletes all but the newest versions of every file, for everybody. Result: the `File`s that are left."""
        client = self._client()

        def work(progress: ProgressCallback, cancel: CancelToken) -> Sequence[File]:
            spare = spare_versions(client.files.list(project_id), keep)
            delete_versions(client, project_id, spare, progress, cancel)
            return client.files.list(project_id)

        def ended(_job: Job) -> None:
            if project_id == self.open_project.project_id:
                self.fetch_details()
            if self.session.signed_in:
                self.refresh_projects()

        return self.jobs.start(tr("Delete old versions"), work, "administration", ended, quiet=True)

    def apply_again(self, delta: DeltaRecord) -> Job:
        """Hands in once more a delta of the open project that was not applied. Result: its new `DeltaRecord`."""
        client, project_id = self._client(), self.open_project.project_id
        if project_id is None:
            raise NotAProject(tr("The open project is not in the cloud."))

        def ended(_job: Job) -> None:
            self.fetch_details()
            self.look()

        return self.jobs.start(
            tr("Apply again"),
            lambda progress, cancel: apply_again(client, project_id, delta, progress, cancel),
            "administration",
            ended,
            quiet=True,
        )

    def _people(self, title: str, project_id: str, change: Callable[[Client], Any]) -> Job:
        client = self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> People:
            change(client)
            return People(tuple(client.collaborators.list(project_id)))

        return self.jobs.start(title, work, "administration", quiet=True)
