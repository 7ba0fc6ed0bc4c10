# SPDX-License-Identifier: GPL-2.0-or-later
"""The common ground on which base, live file and remote version can be compared row by row."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import AbstractSet, Iterator, Union

from ..gpkg import NO_RENAMES, Changeset, Renames, diff, renames_between
from ..message import Message
from . import files
from .context import Context
from .shapes import project, shape_of
from .theirs import Theirs

_SHAPES = Message(
    "Its tables were changed here and on the server in different ways: choose one of the two files."
)


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
    renames: Renames = NO_RENAMES
    """What those other tables are called, and their columns, by the names in base."""
    agreed_names: Renames = NO_RENAMES
    """What base calls tables and columns here, by the names that were agreed on: both sides changed to them."""

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
def common_ground(
    context: Context, name: str, base: Path, theirs: Theirs
) -> Iterator[Union[Ground, Message]]:
    """The ground for one round; where rows cannot be compared, why a person has to choose a file."""
    copy = context.local.temporary(name)
    try:
        yield _ground(context, name, base, theirs, copy)
    finally:
        files.remove(copy, name)


def _ground(context: Context, name: str, base: Path, theirs: Theirs, copy: Path) -> Union[Ground, Message]:
    live, incoming = context.local.path(name), theirs.incoming
    own, here = shape_of(base), shape_of(live)
    there = own if incoming is None else shape_of(incoming)
    if here == own == there:
        return Ground(context, name, base, theirs.changes or Changeset())
    if incoming is None or there == own:
        changes, renames = theirs.changes or Changeset(), renames_between(base, live)
        held = {conflict.table for conflict in context.local.state.conflicts(name)}
        if touches(changes, renames.unproven) or held & renames.unproven:
            return not_told(renames)
        return Ground(context, name, base, changes, live_differs=True, renames=renames)
    if here == there:
        renames = renames_between(base, incoming)
        if renames.unproven and touches(diff(incoming, live), renames.unproven):
            return not_told(renames)
        project(base, incoming, copy, renames.inverted())
        return Ground(context, name, copy, diff(copy, incoming), agreed_names=renames)
    if here == own:
        renames = renames_between(base, incoming)
        if renames.unproven and touches(diff(base, live), renames.unproven):
            return not_told(renames)
        project(incoming, base, copy, renames)
        return Ground(context, name, base, diff(base, copy), reshapes=True, renames=renames)
    return _SHAPES


def touches(changes: Changeset, tables: AbstractSet[str]) -> bool:
    """Whether rows of these tables change."""
    return any(len(table) for table in changes.tables if table.name in tables)


def not_told(renames: Renames) -> Message:
    return Message(
        "Tables have other names or keys on one side (“{tables}”), and no row tells which is which, while rows of "
        "them were changed on the other side. Choose one of the two files; the other one is kept.",
        tables="”, “".join(sorted(renames.unproven)),
    )
