# SPDX-License-Identifier: GPL-2.0-or-later
"""What a crash left half done in a file is finished, or as if it had never begun, before anybody goes on with it."""

from __future__ import annotations

from typing import List

from . import advance, resolution
from .local import LocalProject


def recover(local: LocalProject, name: str) -> None:
    """Whoever changes a file or its conflicts calls this first, so that at most one thing is ever half done."""
    advance.recover(local, name)
    resolution.recover(local, name)


def under_way(local: LocalProject) -> List[str]:
    """The files that have something to recover."""
    patched = {name for name in local.state.files() if local.state.patch(name)}
    return sorted(patched.union(local.state.resolution_files()))
