# SPDX-License-Identifier: GPL-2.0-or-later
"""The common ground on which base, live file and remote version can be compared row by row."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator, Optional

from ..gpkg import Changeset, diff
from . import files
from .columns import Renames, renames_between
from .context import Context
from .shapes import project, shape_of
from .theirs import Theirs


@dataclass(frozen=True)
class Ground:
    """`base` has the tables that all three are compared in: its own, or those both sides changed to."""

    context: Context
    name: str
    base: Path
    theirs: Changeset
    live_differs: bool = False
    """The live file has other tables: rows alone cannot bring them to the server."""
    reshapes: bool = False
    """The server's version has other tables: the live file takes them over."""
    renames: Renames = field(default_factory=dict)
    """What those other tables call the columns of base."""

    def mine(self) -> Changeset:
        """The changes from base to the live file as it is at this moment."""
        local = self.context.local
        path = local.path(self.name)
        if not self.live_differs:
            return diff(self.base, path)
        copy = local.temporary(self.name)
        try:
            project(path, self.base, copy, self.renames)
            return diff(self.base, copy)
        finally:
            files.remove(copy, self.name)


@contextmanager
def common_ground(context: Context, name: str, base: Path, theirs: Theirs) -> Iterator[Optional[Ground]]:
    """The ground for one round; None when both sides changed the tables, and differently."""
    local = context.local
    copy = local.temporary(name)
    own, here = shape_of(base), shape_of(local.path(name))
    there = own if theirs.incoming is None else shape_of(theirs.incoming)
    try:
        if here == own == there:
            yield Ground(context, name, base, theirs.changes or Changeset())
        elif theirs.incoming is None or there == own:
            renames = renames_between(base, local.path(name))
            yield Ground(
                context, name, base, theirs.changes or Changeset(), live_differs=True, renames=renames
            )
        elif here == there:
            renames = renames_between(base, theirs.incoming)
            former = {table: {new: old for old, new in pairs.items()} for table, pairs in renames.items()}
            project(base, theirs.incoming, copy, former)
            yield Ground(context, name, copy, diff(copy, theirs.incoming))
        elif here == own:
            renames = renames_between(base, theirs.incoming)
            project(theirs.incoming, base, copy, renames)
            yield Ground(context, name, base, diff(base, copy), reshapes=True, renames=renames)
        else:
            yield None
    finally:
        files.remove(copy, name)
