# SPDX-License-Identifier: GPL-2.0-or-later
"""What the buttons do, as methods: each starts a job and returns it at once. Scripts call the same."""

from __future__ import annotations

from .history import HistoryActions
from .projects import ProjectDraft

__all__ = ["Actions", "ProjectDraft"]


class Actions(HistoryActions):
    """The plugin without its widgets: account, projects, sync and history. Main thread only."""
