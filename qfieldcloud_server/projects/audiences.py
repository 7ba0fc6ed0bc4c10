# SPDX-License-Identifier: GPL-2.0-or-later
"""For whom a project keeps an area of its own, and which of these areas is somebody's."""

from __future__ import annotations

from functools import cached_property

from django.db.models import Q
from django.db.models.functions import Lower

from qfieldcloud_plugin.engine.packaging import choose
from qfieldcloud_server.accounts.models import TeamMember, User
from qfieldcloud_server.projects.models import Project


def unknown_names(project: Project, names: list[str]) -> list[str]:
    """Those of "person:anna" and "team:north" that nobody has here: perhaps a slip of the pen."""
    people = [name.partition(":")[2].casefold() for name in names if name.startswith("person:")]
    found = User.objects.annotate(lowered=Lower("username")).filter(
        Q(type=User.Type.PERSON, lowered__in=people)
        | Q(type=User.Type.TEAM, team_organization=project.owner_id)
    )
    known = {f"{'team' if user.is_team else 'person'}:{user.short_name}".casefold() for user in found}
    return [name for name in names if name.casefold() not in known]


class Audience:
    """One user as the areas of projects know them. The teams are asked for once, and only if a project has areas."""

    def __init__(self, user: User) -> None:
        self.user = user

    def names(self, project: Project) -> list[str]:
        """ "person:anna" and "team:north", of the teams of the organization that owns the project."""
        teams = self._teams.get(project.owner_id, [])
        return [f"person:{self.user.username}", *(f"team:{name}" for name in teams)]

    def area(self, project: Project) -> str:
        """The name under which the project keeps the user's area; "" when they get what everybody gets."""
        return choose(project.areas_for, self.names(project)) if project.areas_for else ""

    @cached_property
    def _teams(self) -> dict[int | None, list[str]]:
        found: dict[int | None, list[str]] = {}
        for membership in TeamMember.objects.filter(member=self.user.pk).select_related("team"):
            team = membership.team
            found.setdefault(team.team_organization_id, []).append(team.short_name)
        return found
