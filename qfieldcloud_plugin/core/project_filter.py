# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cloud projects the list shows: whose they are, in which role, and whether somebody should look at them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace

from ..cloud.api.projects import Project

MINE, SHARED, PUBLIC = "mine", "shared", "public"
FAILED, BUSY, NOT_PACKAGED, OUTDATED, UNFILLED = "failed", "busy", "not_packaged", "outdated", "unfilled"
_PROBLEMS = (FAILED, NOT_PACKAGED, OUTDATED)


def state_of(project: Project) -> str:
    """FAILED, BUSY, NOT_PACKAGED, OUTDATED, or UNFILLED while it has no QGIS project; empty where all is well."""
    if project.status == "failed":
        # Servers call a project without a project file failed, too.
        return FAILED if project.project_file else UNFILLED
    if project.status == "busy":
        return BUSY
    if project.needs_repackaging and project.project_file:
        return OUTDATED if project.data_last_packaged_at else NOT_PACKAGED
    return ""


def whose(project: Project, me: str) -> str:
    """MINE, SHARED with me, or only PUBLIC."""
    if project.owner == me:
        return MINE
    return PUBLIC if project.role_origin == "public" else SHARED


@dataclass(frozen=True)
class ProjectFilter:
    """Empty texts keep everything."""

    whose: str = ""
    owner: str = ""
    role: str = ""
    needs_attention: bool = False
    is_here: bool = False

    @property
    def is_active(self) -> bool:
        return self != ProjectFilter()

    def keeps(self, project: Project, me: str, is_here: bool) -> bool:
        """`me` is the account's name, `is_here` whether the project lies on this computer."""
        return (
            self.whose in ("", whose(project, me))
            and self.owner in ("", project.owner)
            and self.role in ("", project.role)
            and (not self.needs_attention or state_of(project) in _PROBLEMS)
            and (not self.is_here or is_here)
        )

    def to_text(self) -> str:
        return json.dumps(asdict(self)) if self.is_active else ""

    @classmethod
    def from_text(cls, text: str) -> ProjectFilter:
        """What `to_text` wrote; what cannot be read keeps everything."""
        try:
            stored = json.loads(text or "{}")
        except ValueError:
            return cls()
        if not isinstance(stored, dict):
            return cls()
        everything = cls()
        kinds = {field.name: type(getattr(everything, field.name)) for field in fields(cls)}
        kept = {name: value for name, value in stored.items() if type(value) is kinds.get(name)}
        return replace(everything, **kept)
