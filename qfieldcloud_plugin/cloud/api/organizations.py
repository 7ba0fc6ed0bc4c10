# SPDX-License-Identifier: GPL-2.0-or-later
"""Organizations: their members and teams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Tuple

from ..answers import Answer, each
from ..errors import Missing
from ..transport import Transport, file_path


@dataclass(frozen=True)
class Organization:
    """An organization as one of its members sees it."""

    name: str
    owner: str
    role: str
    members: Tuple[str, ...]
    teams: Tuple[str, ...]


@dataclass(frozen=True)
class Member:
    """`role` is admin, creator or member."""

    name: str
    role: str
    is_public: bool


@dataclass(frozen=True)
class Team:
    name: str
    organization: str
    members: Tuple[str, ...]


class MembersApi:
    """`members/`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self, organization: str) -> List[Member]:
        return each(self._transport.list(f"members/{organization}/"), _read_member)

    def add(self, organization: str, name: str, role: str = "member", *, is_public: bool = False) -> Member:
        body = {"member": name, "role": role, "is_public": is_public}
        return _read_member(Answer(self._transport.json("POST", f"members/{organization}/", json=body)))

    def set_role(self, organization: str, name: str, role: str) -> Member:
        path = f"members/{organization}/{name}/"
        return _read_member(Answer(self._transport.json("PATCH", path, json={"role": role})))

    def remove(self, organization: str, name: str) -> None:
        try:
            self._transport.request("DELETE", f"members/{organization}/{name}/")
        except Missing:
            return


class TeamsApi:
    """`organizations/<organization>/teams/`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self, organization: str) -> List[Team]:
        return each(self._transport.list(f"organizations/{organization}/teams/"), _read_team)

    def create(self, organization: str, team: str) -> Team:
        path = f"organizations/{organization}/teams/"
        return _read_team(Answer(self._transport.json("POST", path, json={"team": team})))

    def rename(self, organization: str, team: str, name: str) -> Team:
        return _read_team(Answer(self._transport.json("PUT", _team(organization, team), json={"team": name})))

    def delete(self, organization: str, team: str) -> None:
        try:
            self._transport.request("DELETE", _team(organization, team))
        except Missing:
            return

    def add_member(self, organization: str, team: str, name: str) -> None:
        self._transport.request("POST", _team(organization, team) + "members/", json={"member": name})

    def remove_member(self, organization: str, team: str, name: str) -> None:
        try:
            self._transport.request("DELETE", f"{_team(organization, team)}members/{file_path(name)}/")
        except Missing:
            return


def read_organization(answer: Answer) -> Organization:
    return Organization(
        name=answer.text("username"),
        owner=answer.text("organization_owner", ""),
        role=answer.text("membership_role", ""),
        members=_names(answer, "members"),
        teams=_names(answer, "teams"),
    )


def _read_member(answer: Answer) -> Member:
    return Member(answer.text("member"), answer.text("role"), answer.flag("is_public"))


def _read_team(answer: Answer) -> Team:
    return Team(answer.text("team"), answer.text("organization"), _names(answer, "members"))


def _names(answer: Answer, key: str) -> Tuple[str, ...]:
    return tuple(item for item in answer.items(key) if isinstance(item, str))


def _team(organization: str, team: str) -> str:
    return f"organizations/{organization}/teams/{file_path(team)}/"
