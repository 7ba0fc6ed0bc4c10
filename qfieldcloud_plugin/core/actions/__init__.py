# SPDX-License-Identifier: GPL-2.0-or-later
"""What the buttons do, as methods: each starts a job and returns it at once. Scripts call the same."""

from __future__ import annotations

from .packaging import PackageOrder, PackagingActions
from .projects import ProjectDraft

__all__ = ["Actions", "PackageOrder", "ProjectDraft"]


class Actions(PackagingActions):
    """The plugin without its widgets: account, projects, sync, history, people, packages. Main thread only."""
