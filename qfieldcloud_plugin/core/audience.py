# SPDX-License-Identifier: GPL-2.0-or-later
"""Whom a cloud project has: the teams and people for whom areas of their own may be kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterable

from ..cloud.client import Client
from ..cloud.errors import Forbidden, Missing


@dataclass(frozen=True)
class Audience:
    """Teams go by their names without the organization, as in the project's areas."""

    teams: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    def names(self, kind: str) -> tuple[str, ...]:
        return self.teams if kind == "team" else self.people


def fetch(client: Client, project_id: str) -> Audience:
    """As far as the account may know: who may not list collaborators still sees its own organization."""
    owner = client.projects.get(project_id).owner
    mine = client.users.organizations(client.username)
    organization = next((item for item in mine if item.name.casefold() == owner.casefold()), None)
    teams, people = set[str](), {client.username}
    if organization is None:
        people.add(owner)
    else:
        teams.update(organization.teams)
        people.update((organization.owner, *organization.members))
        people.update(_allowed(lambda: [item.name for item in client.members.list(owner)]))
    for name in _allowed(lambda: [item.name for item in client.collaborators.list(project_id)]):
        if name.startswith("@"):
            team_of, _, team = name[1:].partition("/")
            # Areas are for teams of the organization that owns the project.
            if team_of.casefold() == owner.casefold():
                teams.add(team)
        else:
            people.add(name)
    people.discard("")
    return Audience(tuple(sorted(teams, key=str.casefold)), tuple(sorted(people, key=str.casefold)))


def _allowed(ask: Callable[[], Iterable[str]]) -> Iterable[str]:
    try:
        return ask()
    except (Forbidden, Missing):
        return ()
