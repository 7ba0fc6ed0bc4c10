# SPDX-License-Identifier: GPL-2.0-or-later
"""What the server has that base has not: a changeset where the server offers it, else a download compared."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..errors import ApplyError
from ..gpkg import Changeset, apply, connect, diff, verify
from .context import Context
from .places import undone
from .records import FileState
from .remote import CHANGES, RemoteVersion
from .shapes import shape_of


@dataclass(frozen=True)
class Theirs:
    """`incoming` is the downloaded version; None where the changes came alone. `bytes_down` is what travelled."""

    version: RemoteVersion
    changes: Optional[Changeset]
    """None when the tables themselves are others: then only `incoming` tells."""
    incoming: Optional[Path] = None
    bytes_down: int = 0

    @property
    def is_new(self) -> bool:
        return self.incoming is not None or bool(self.bytes_down)


def fetch(context: Context, state: FileState, base: Path, latest: RemoteVersion) -> Theirs:
    """The changes from base to the server's latest version."""
    if latest.id == state.version_id:
        return Theirs(latest, Changeset())
    if CHANGES in context.remote.extensions:
        known = RemoteVersion(state.version_id, state.etag, state.size)
        changes = context.remote.changes(state.name, known, latest)
        # Changed tables are taken over from the whole file, where the live file may have changed others.
        if changes is not None and not changes.definitions and _fits(changes, base):
            return Theirs(latest, changes, None, max(1, len(changes.to_bytes()) if len(changes) else 1))
    incoming = context.local.incoming(state.name, latest.etag)
    if not incoming.is_file():
        context.remote.download(state.name, latest, incoming, context.progress, context.cancel)
        verify(incoming)
    context.tell("look", state.name)
    changes = diff(base, incoming) if shape_of(base) == shape_of(incoming) else None
    return Theirs(latest, changes, incoming, latest.size)


def _fits(changes: Changeset, base: Path) -> bool:
    """Whether base is the state the changes start from; tried in a transaction that is taken back."""
    try:
        with closing(connect(base, write=True)) as connection, undone(connection):
            apply(changes, connection)
    except ApplyError:
        return False
    return True
