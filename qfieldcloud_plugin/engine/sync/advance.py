# SPDX-License-Identifier: GPL-2.0-or-later
"""The one step in which a live file, its base and the state change together, whenever the power goes.

What will be done is on disk before the live file is touched. Afterwards, and after any crash, the live file tells
whether it was done, by a mark or by its rows: then the rest follows; if not, everything is as it was.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from ..gpkg import Changeset, apply, connect
from ..gpkg.mark import is_left
from ..gpkg.standing import is_applied
from ..message import Message
from . import files
from .errors import NotAProject, local_error
from .local import LocalProject
from .records import Patch
from .shapes import shape_of


def announce(local: LocalProject, patch: Patch, changes: Changeset, theirs: Changeset) -> None:
    """Before the live file is touched: what it will get, and what base will get."""
    files.write_bytes(local.patch(patch.id), changes.to_bytes())
    files.write_bytes(local.advance(patch.id), theirs.to_bytes())
    local.state.announce_patch(patch)


def finish(local: LocalProject, patch: Patch, *, again: bool = False) -> None:
    """After the live file has got its changes: base follows, then the state. May be done `again` after a crash."""
    name = patch.agreed.name
    known = local.state.file(name)
    target = local.state_folder / "base" / patch.agreed.base
    if patch.incoming:
        incoming = local.state_folder / "temp" / patch.incoming
        if incoming.is_file():
            files.move(incoming, target, name)
    else:
        theirs = _changes(local.advance(patch.id), name)
        with closing(connect(target, write=True)) as connection:
            if len(theirs) and not (again and is_applied(theirs, connection)):
                apply(theirs, connection)
    if not target.is_file():
        raise NotAProject(
            Message("The copy of “{name}” in .qfieldcloud/base is gone. Your file is untouched.", name=name)
        )
    local.state.finish_patch(patch)
    if known is not None and known.base and known.base != patch.agreed.base:
        files.remove(local.state_folder / "base" / known.base, name)
    _clear(local, patch)


def recover(local: LocalProject, name: str) -> None:
    """After a crash in the middle of the step: finish it, or leave it as if it had never begun."""
    patch = local.state.patch(name)
    if patch is None:
        return
    done = _is_done(local, patch)
    if done:
        finish(local, patch, again=True)
        return
    local.state.withdraw_patch(name)
    files.remove(local.patch(patch.id), name)
    files.remove(local.advance(patch.id), name)


def _is_done(local: LocalProject, patch: Patch) -> bool:
    live = local.path(patch.agreed.name)
    if patch.mark is not None:
        with closing(connect(live)) as connection:
            told = is_left(connection, patch.mark)
        if told is not None:
            return told
    if patch.reshapes:
        incoming = local.state_folder / "temp" / patch.incoming
        return not incoming.is_file() or shape_of(live) == shape_of(incoming)
    changes = _changes(local.patch(patch.id), patch.agreed.name)
    with closing(connect(live)) as connection:
        return not len(changes) or is_applied(changes, connection)


def _changes(path: Path, name: str) -> Changeset:
    try:
        return Changeset.from_bytes(path.read_bytes())
    except OSError as error:
        raise local_error(error, name) from error


def _clear(local: LocalProject, patch: Patch) -> None:
    name = patch.agreed.name
    paths = [local.patch(patch.id), local.advance(patch.id)]
    if patch.settles:
        paths += [local.outgoing(patch.settles), local.sent_changes(patch.settles)]
    for path in paths:
        files.remove(path, name)
