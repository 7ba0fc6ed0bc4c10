# SPDX-License-Identifier: GPL-2.0-or-later
"""The secrets of a project on their way to the child, and kept out of everything that comes back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.projects.models import Project, Secret
from qfieldcloud_server.projects.selectors import secrets_for

_HIDDEN = "•••"
# What is shorter is no secret, and would be found inside of words.
_LEAST = 4
_PASSWORD = re.compile(r"(password\s*=\s*)('(?:[^'\\]|\\.)*'|[^\s'&]+)", re.IGNORECASE)
_PASSWORD_LINE = re.compile(r"^\s*password\s*=\s*(.*?)\s*$", re.IGNORECASE | re.MULTILINE)
_IN_ADDRESS = re.compile(r"(://[^/\s:@]+:)[^/\s@]+(?=@)")


@dataclass(frozen=True)
class Secrets:
    variables: Mapping[str, str]
    services: str
    """What goes into the pg_service file."""

    @classmethod
    def of(cls, project: Project, user: User | None) -> Secrets:
        found = secrets_for(project, user.pk if user else None)
        return cls(
            {name: value for name, (kind, value) in found.items() if kind == Secret.Type.ENVIRONMENT},
            "\n".join(value for kind, value in found.values() if kind == Secret.Type.PG_SERVICE),
        )

    def hidden_in(self, content: Any) -> Any:
        """The same JSON without a word that only the child should know."""
        if isinstance(content, str):
            return self._hidden_in_text(content)
        if isinstance(content, dict):
            return {key: self.hidden_in(value) for key, value in content.items()}
        return [self.hidden_in(item) for item in content] if isinstance(content, list) else content

    def _hidden_in_text(self, text: str) -> str:
        for word in sorted({*self.variables.values(), *self._passwords()}, key=len, reverse=True):
            if len(word) >= _LEAST:
                text = text.replace(word, _HIDDEN)
        text = _PASSWORD.sub(rf"\g<1>{_HIDDEN}", text)
        return _IN_ADDRESS.sub(rf"\g<1>{_HIDDEN}", text)

    def _passwords(self) -> list[str]:
        return _PASSWORD_LINE.findall(self.services)

    def checked_services(self) -> str:
        """The pg_service file without the lines by which a project would borrow this server's own trust."""
        return "".join(f"{line}\n" for line in self.services.splitlines() if not _SOCKET.match(line))


_SOCKET = re.compile(r"\s*host\s*=\s*(?:.*,)?\s*[/@]", re.IGNORECASE)
