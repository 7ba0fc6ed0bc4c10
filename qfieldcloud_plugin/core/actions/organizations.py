# SPDX-License-Identifier: GPL-2.0-or-later
"""Organizations: who is in them, and in which team."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Sequence

from ...cloud.api.organizations import Member, Organization, Team
from ...cloud.api.users import User
from ...cloud.client import Client
from ...engine.sync.progress import CancelToken, ProgressCallback
from ...i18n import tr
from ..jobs import Job
from .creation import CreationActions

# Who may change members and teams, as the server decides it; the owner stands outside the roles.
ADMINISTERING = "admin"


@dataclass(frozen=True)
class Staff:
    """An organization's members and teams."""

    organization: str
    members: tuple[Member, ...]
    teams: tuple[Team, ...]


class OrganizationActions(CreationActions):
    """Each call changes one thing on the server and fetches everything again. Results: `Staff`."""

    def fetch_organizations(self) -> Job:
        """The account's organizations. Result: `Organization`s."""
        client = self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> Sequence[Organization]:
            return client.users.organizations(client.username)

        return self.jobs.start(tr("Fetch organizations"), work, quiet=True)

    def fetch_staff(self, organization: str) -> Job:
        return self._staff(tr("Fetch members"), organization, lambda _client: None)

    def add_member(self, organization: str, name: str, role: str) -> Job:
        return self._staff(
            tr("Add member"), organization, lambda client: client.members.add(organization, name, role)
        )

    def set_member_role(self, organization: str, name: str, role: str) -> Job:
        return self._staff(
            tr("Change role"), organization, lambda client: client.members.set_role(organization, name, role)
        )

    def remove_member(self, organization: str, name: str) -> Job:
        return self._staff(
            tr("Remove member"), organization, lambda client: client.members.remove(organization, name)
        )

    def create_team(self, organization: str, team: str) -> Job:
        return self._staff(
            tr("Create team"), organization, lambda client: client.teams.create(organization, team)
        )

    def delete_team(self, organization: str, team: str) -> Job:
        return self._staff(
            tr("Delete team"), organization, lambda client: client.teams.delete(organization, team)
        )

    def add_to_team(self, organization: str, team: str, name: str) -> Job:
        return self._staff(
            tr("Add to team"), organization, lambda client: client.teams.add_member(organization, team, name)
        )

    def remove_from_team(self, organization: str, team: str, name: str) -> Job:
        return self._staff(
            tr("Remove from team"),
            organization,
            lambda client: client.teams.remove_member(organization, team, name),
        )

    def search_accounts(self, text: str) -> Job:
        """People whose name contains the text. Result: `User`s."""
        client = self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> Sequence[User]:
            return client.users.search(text, people_only=True)

        return self.jobs.start(tr("Search people"), work, quiet=True)

    def _staff(self, title: str, organization: str, change: Callable[[Client], Any]) -> Job:
        client = self._client()

        def work(_progress: ProgressCallback, _cancel: CancelToken) -> Staff:
            change(client)
            members = sorted(client.members.list(organization), key=lambda member: member.name.casefold())
            teams = sorted(client.teams.list(organization), key=lambda team: team.name.casefold())
            return Staff(organization, tuple(members), tuple(teams))

        return self.jobs.start(title, work, "administration", quiet=True)
