# SPDX-License-Identifier: GPL-2.0-or-later
"""Who may do what in a project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List

from ..answers import Answer, each
from ..errors import Missing
from ..transport import Transport, file_path

ROLES = ("admin", "manager", "editor", "reporter", "reader")


@dataclass(frozen=True)
class Collaborator:
    """`name` is a username, or `@organization/team`."""

    name: str
    role: str
    project_id: str


class CollaboratorsApi:
    """`collaborators/`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self, project_id: str) -> List[Collaborator]:
        return each(self._transport.list(f"collaborators/{project_id}/"), _read)

    def add(self, project_id: str, name: str, role: str) -> Collaborator:
        body = {"collaborator": name, "role": role}
        return _read(Answer(self._transport.json("POST", f"collaborators/{project_id}/", json=body)))

    def set_role(self, project_id: str, name: str, role: str) -> Collaborator:
        path = f"collaborators/{project_id}/{file_path(name)}/"
        return _read(Answer(self._transport.json("PATCH", path, json={"role": role})))

    def remove(self, project_id: str, name: str) -> None:
        try:
            self._transport.request("DELETE", f"collaborators/{project_id}/{file_path(name)}/")
        except Missing:
            return


def _read(answer: Answer) -> Collaborator:
    return Collaborator(answer.text("collaborator"), answer.text("role"), answer.text("project_id", ""))
