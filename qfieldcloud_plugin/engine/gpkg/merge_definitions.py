# SPDX-License-Identifier: GPL-2.0-or-later
"""What a merge does where people changed the tables themselves and not only their rows."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import Callable, Dict, Mapping, NamedTuple, Optional, Set, Tuple

from ..errors import ChangesetsDoNotFollow
from .changeset import Change, Changeset
from .conflict import Choice, Conflict, ConflictKind, Decision
from .definitions import DefinitionChange, Definitions, table_of
from .schema import virtual_module

Place = Tuple[str, str]


class Reconciled(NamedTuple):
    """The two changesets without the tables that cannot be merged, and what each side's definitions still need.

    `decided_for_mine` and `decided_for_theirs` bring each side what was decided about such tables.
    """

    mine: Changeset
    theirs: Changeset
    for_mine: Definitions
    for_theirs: Definitions
    conflicts: Tuple[Conflict, ...]
    decided_for_mine: Changeset = Changeset()
    decided_for_theirs: Changeset = Changeset()


def reconcile(mine: Changeset, theirs: Changeset, decisions: Mapping[str, Decision]) -> Reconciled:
    """A table that both sides defined anew, or that one took something from while the other worked in it, is held.

    Whoever decides for one side takes its table as it is, rows and all: the other side goes back to the base and then
    forward to it.
    """
    if not mine.definitions and not theirs.definitions:
        return Reconciled(mine, theirs, (), (), ())
    one, two = _by_place(mine), _by_place(theirs)
    conflicts: Dict[str, Conflict] = {}
    for place in dict.fromkeys([*one, *two]):
        first, second = one.get(place), two.get(place)
        change = first or second
        if change is not None and not _can_merge(change, first, second, mine, theirs):
            base, my, their = change.old, _new(first, change), _new(second, change)
            conflict = Conflict(ConflictKind.DEFINITION, change.table, (), None, base, my, their)
            conflicts.setdefault(change.table, conflict)
    held = set(conflicts)
    for_mine, for_theirs = Changeset(), Changeset()
    for table, conflict in list(conflicts.items()):
        choice = decisions.get(conflict.id)
        # Where the two have other keys, no changeset leads from one to the other, and the conflict stays.
        with suppress(ChangesetsDoNotFollow):
            if choice is Choice.THEIRS:
                for_mine = for_mine.concat(_from_one_to_other(mine, theirs, table))
                del conflicts[table]
            elif choice is Choice.MINE:
                for_theirs = for_theirs.concat(_from_one_to_other(theirs, mine, table))
                del conflicts[table]
    return Reconciled(
        _rows(mine, lambda table: table not in held),
        _rows(theirs, lambda table: table not in held),
        tuple(
            change
            for place, change in two.items()
            if one.get(place) != change and not _is_about(change, held)
        ),
        tuple(
            change
            for place, change in one.items()
            if two.get(place) != change and not _is_about(change, held)
        ),
        tuple(conflicts.values()),
        for_mine,
        for_theirs,
    )


def _from_one_to_other(one: Changeset, other: Changeset, table: str) -> Changeset:
    """What turns one side's state of a table into the other's. Raises `ChangesetsDoNotFollow`."""
    back, forward = (
        Changeset(
            _rows(side, lambda name: name == table).tables,
            tuple(change for change in side.definitions if _is_about(change, {table})),
        )
        for side in (one, other)
    )
    return back.invert().concat(forward)


def _is_about(change: DefinitionChange, tables: Set[str]) -> bool:
    """Spatial indexes are tables of their own, but come and go with the layer."""
    if change.table in tables:
        return True
    return change.kind == "table" and any(change.name.startswith(f"rtree_{table}_") for table in tables)


def _by_place(changeset: Changeset) -> Dict[Place, DefinitionChange]:
    return {(change.kind, change.name): change for change in changeset.definitions}


def _new(change: Optional[DefinitionChange], other: DefinitionChange) -> Optional[str]:
    return other.old if change is None else change.new


def _can_merge(
    change: DefinitionChange,
    mine: Optional[DefinitionChange],
    theirs: Optional[DefinitionChange],
    my_changes: Changeset,
    their_changes: Changeset,
) -> bool:
    if mine is not None and theirs is not None:
        return mine == theirs
    others = their_changes if theirs is None else my_changes
    return change.kind != "table" or others.get(change.name) is None or _only_adds(change)


def _only_adds(change: DefinitionChange) -> bool:
    if change.old is None or virtual_module(change.name, change.old) is not None:
        return True
    if change.new is None:
        return False
    try:
        before, after = table_of(change.name, change.old), table_of(change.name, change.new)
    except (sqlite3.Error, KeyError):
        return False
    kept = set(before.stored_columns) <= set(after.stored_columns)
    return kept and (before.key, before.integer_key) == (after.key, after.integer_key)


def _rows(changeset: Changeset, wanted: Callable[[str], bool]) -> Changeset:
    """The rows of these tables, and those of GeoPackage's own tables that are about them."""

    def keep(change: Change) -> bool:
        about = change.new.get("table_name", change.old.get("table_name"))
        if about is None and change.key:
            about = change.key[0]
        return wanted(str(about))

    own = {table.name for table in changeset.tables if table.name.lower().startswith("gpkg_")}
    return Changeset(
        table.filtered(keep) if table.name in own else table
        for table in changeset.tables
        if table.name in own or wanted(table.name)
    )
