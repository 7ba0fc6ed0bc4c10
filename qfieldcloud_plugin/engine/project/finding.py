# SPDX-License-Identifier: GPL-2.0-or-later
"""What a check found, and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(str, Enum):
    """An error keeps the project from working in the field, a warning costs something later."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """`code` is stable, `layer_id` empty for what concerns the whole project; `repair` is empty where there is none.

    `detail` names the part that is meant (a field, a relation, a file), in words for programs. `is_asked_for` means
    that nothing is broken: the repair is done only if its code or the finding itself is named.
    """

    level: Level
    code: str
    title: str
    text: str
    layer_id: str = ""
    detail: str = ""
    repair: str = ""
    is_asked_for: bool = False

    @property
    def subject(self) -> tuple[str, str, str]:
        """The same for the same trouble, found again by a later check."""
        return self.code, self.layer_id, self.detail
