# SPDX-License-Identifier: GPL-2.0-or-later
"""Secrets of a project: what its jobs need to reach databases. Values go in and never come out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import List, Optional

from ..answers import Answer, each
from ..errors import Missing
from ..transport import Transport, file_path

ENVIRONMENT, SERVICE = "envvar", "pgservice"


@dataclass(frozen=True)
class Secret:
    """`type` is ENVIRONMENT or SERVICE; `assigned_to` is empty for a secret of everyone's jobs."""

    name: str
    type: str
    assigned_to: str
    updated_at: Optional[datetime]


class SecretsApi:
    """`secrets/`: an addition of our server; on others `list` raises Missing."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self, project_id: str) -> List[Secret]:
        return each(self._transport.list(f"secrets/{project_id}/"), _read)

    def set(self, project_id: str, name: str, value: str, kind: str, assigned_to: str = "") -> Secret:
        """Make a secret, or give the one of this name (and person) another value."""
        path = f"secrets/{project_id}/{file_path(name)}/"
        params = {"assigned_to": assigned_to} if assigned_to else {}
        try:
            return _read(Answer(self._transport.json("PATCH", path, json={"value": value}, params=params)))
        except Missing:
            body = {"name": name, "type": kind, "value": value}
            if assigned_to:
                body["assigned_to"] = assigned_to
            return _read(Answer(self._transport.json("POST", f"secrets/{project_id}/", json=body)))

    def delete(self, project_id: str, name: str, assigned_to: str = "") -> None:
        params = {"assigned_to": assigned_to} if assigned_to else {}
        try:
            self._transport.request("DELETE", f"secrets/{project_id}/{file_path(name)}/", params=params)
        except Missing:
            return


def _read(answer: Answer) -> Secret:
    return Secret(
        answer.text("name"),
        answer.text("type", ""),
        answer.maybe_text("assigned_to") or "",
        answer.time("updated_at"),
    )
