# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes rows and columns out of a changeset: what is held, and what the server refused, is not sent."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import contextmanager
from typing import AbstractSet, Dict, FrozenSet, Iterable, Iterator, Mapping, Optional, Tuple

from ..gpkg import Change, Changeset, Kind, transaction
from .conflict import CHANGED_TWICE, Conflict, Key, dump
from .records import Failure

Place = Tuple[str, Key]
"""A table's name and a row's key."""

WHOLE: Optional[FrozenSet[str]] = None
Holds = Mapping[Place, Optional[AbstractSet[str]]]
"""Columns of a row that are held, or WHOLE."""


def holds_of(conflicts: Iterable[Conflict]) -> Dict[Place, Optional[AbstractSet[str]]]:
    """The rows and columns that open conflicts keep here."""
    holds: Dict[Place, Optional[AbstractSet[str]]] = {}
    for conflict in conflicts:
        for place in conflict.rows:
            known = holds.get(place, frozenset())
            partly = conflict.kind == CHANGED_TWICE and conflict.column
            holds[place] = {*known, conflict.column} if partly and known is not None else WHOLE
    return holds


def without(changeset: Changeset, holds: Holds) -> Changeset:
    """The changes that are not held. A held column holds the whole row when the row is made or deleted."""
    return _selected(changeset, holds, held=False)


def only(changeset: Changeset, holds: Holds) -> Changeset:
    """The changes that are held."""
    return _selected(changeset, holds, held=True)


def _selected(changeset: Changeset, holds: Holds, *, held: bool) -> Changeset:
    if not holds:
        return Changeset() if held else changeset
    tables = []
    for table in changeset.tables:
        result = table.like()
        for change in table:
            part = _part(change, holds, held=held)
            if part is not None:
                result.add(part)
        tables.append(result)
    return Changeset(tables)


def _part(change: Change, holds: Holds, *, held: bool) -> Optional[Change]:
    place = (change.table, change.key)
    if not change.key or place not in holds:
        return None if held else change
    columns = holds[place]
    if columns is None or change.kind is not Kind.UPDATE:
        return change if held else None
    wanted = {name for name in change.new if (name in columns) is held}
    if not wanted:
        return None
    return Change(
        change.table,
        change.kind,
        change.key,
        {name: change.old[name] for name in change.old if name in wanted},
        {name: change.new[name] for name in change.new if name in wanted},
    )


def digest_of(change: Change) -> str:
    """The same for the same change of the same row."""
    parts = (
        change.table,
        change.kind.value,
        dump(dict(enumerate(change.key))),
        dump(change.old),
        dump(change.new),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def refused(changeset: Changeset, failures: Iterable[Failure]) -> Dict[Place, Optional[AbstractSet[str]]]:
    """The rows whose change is still the very one that the server did not take."""
    known = {(failure.table, failure.key): failure.change for failure in failures}
    if not known:
        return {}
    return {
        (change.table, change.key): WHOLE
        for change in changeset
        if known.get((change.table, change.key)) == digest_of(change)
    }


class _Undo(Exception):
    pass


@contextmanager
def undone(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that never happened."""
    try:
        with transaction(connection):
            yield
            raise _Undo  # noqa: TRY301  the way to tell the transaction
    except _Undo:
        return
