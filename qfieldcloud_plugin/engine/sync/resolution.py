# SPDX-License-Identifier: GPL-2.0-or-later
"""The one step in which a live file and the record of a decision change together, whenever the power goes.

What theirs replaces is nowhere but in the live file and in the open conflict. So the record is on disk before the file
is touched; afterwards, and after any crash, the live file tells whether it was: only then the record counts.
"""

from __future__ import annotations

from contextlib import closing
from typing import Optional

from ..gpkg import Changeset, connect
from ..gpkg.mark import is_left
from ..gpkg.standing import stands
from . import files
from .errors import local_error
from .local import LocalProject
from .records import Resolution


def announce(local: LocalProject, resolution: Resolution, changes: Changeset) -> None:
    """Before the live file is touched: what it will get, and what is recorded once it has it."""
    files.write_bytes(local.patch(resolution.id), changes.to_bytes())
    local.state.announce_resolution(resolution)


def finish(local: LocalProject, resolution: Resolution, *, in_doubt: bool = False) -> None:
    """After the live file has got its changes. In doubt what lost is recorded, and the question stays open."""
    local.state.finish_resolution(resolution, in_doubt=in_doubt)
    files.remove(local.patch(resolution.id), resolution.file)


def recover(local: LocalProject, file: str) -> None:
    """After a crash in the middle of the step: finish it, or leave it as if it had never begun."""
    resolution = local.state.resolution(file)
    if resolution is None:
        return
    done = _is_done(local, resolution)
    if done is False:
        local.state.withdraw_resolution(file)
        files.remove(local.patch(resolution.id), file)
    else:
        finish(local, resolution, in_doubt=done is None)


def _is_done(local: LocalProject, resolution: Resolution) -> Optional[bool]:
    path = local.path(resolution.file)
    if not path.is_file():
        return None
    with closing(connect(path)) as connection:
        told = None if resolution.mark is None else is_left(connection, resolution.mark)
        if told is not None:
            return told
        try:
            changes = Changeset.from_bytes(local.patch(resolution.id).read_bytes())
        except OSError as error:
            raise local_error(error, resolution.file) from error
        return stands(changes, connection)
