# SPDX-License-Identifier: GPL-2.0-or-later
"""Receives what others changed in a cloud project."""

from __future__ import annotations

from ..core.syncing import Direction
from ..i18n import tr
from .sync_project import SyncProject


class PullProject(SyncProject):
    identifier = "pullproject"
    direction = Direction.PULL

    def title(self) -> str:
        return tr("Pull project")

    def help(self) -> str:
        return tr(
            "Receives what others changed in a cloud project; nothing is sent.\n"
            "Files that were changed here too are left for a sync, which merges them."
        )
