# SPDX-License-Identifier: GPL-2.0-or-later
"""Sends what was changed in a project folder."""

from __future__ import annotations

from ..core.syncing import Direction
from ..i18n import tr
from .sync_project import SyncProject


class PushProject(SyncProject):
    identifier = "pushproject"
    direction = Direction.PUSH

    def title(self) -> str:
        return tr("Push project")

    def help(self) -> str:
        return tr(
            "Sends what was changed in a project folder, row by row.\n"
            "Files that only others changed stay as they are here. Where both changed rows of one GeoPackage, "
            "those of the others come along, because the two are merged."
        )
