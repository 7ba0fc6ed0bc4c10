# SPDX-License-Identifier: GPL-2.0-or-later
"""What a merge does where people changed the tables themselves and not only their rows."""

from __future__ import annotations

import sqlite3
from typing import Dict, List, NamedTuple, Optional, Set, Tuple

from .changeset import Change, Changeset
from .conflict import Conflict, ConflictKind
from .definitions import DefinitionChange, Definitions, table_of
from .schema import virtual_module

Place = Tuple[str, str]


class Reconciled(NamedTuple):
    """The two changesets without the tables that cannot be merged, and what each side's definitions still need."""

    mine: Changeset
    theirs: Changeset
    for_mine: Definitions
    for_theirs: Definitions
    conflicts: Tuple[Conflict, ...]


def reconcile(mine: Changeset, theirs: Changeset) -> Reconciled:
    """A table that both sides defined anew, or that one took something from while the other worked in it, is held."""
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
    return Reconciled(
        _without(mine, held),
        _without(theirs, held),
        tuple(
            change for place, change in two.items() if one.get(place) != change and change.table not in held
        ),
        tuple(
            change for place, change in one.items() if two.get(place) != change and change.table not in held
        ),
        tuple(conflicts.values()),
    )


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


def _without(changeset: Changeset, held: Set[str]) -> Changeset:
    """Without the rows of these tables, and those of GeoPackage's own tables that are about them."""

    def keep(change: Change) -> bool:
        about = change.new.get("table_name", change.old.get("table_name"))
        if about is None and change.key:
            about = change.key[0]
        return about not in held

    tables: List[str] = [table.name for table in changeset.tables if table.name not in held]
    own = [name for name in tables if name.lower().startswith("gpkg_")]
    rows = changeset.only(tables)
    return rows.filtered(lambda change: change.table not in own or keep(change)) if held else rows
