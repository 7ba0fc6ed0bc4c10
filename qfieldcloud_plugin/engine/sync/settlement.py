# SPDX-License-Identifier: GPL-2.0-or-later
"""One meeting of mine and theirs, as algebra: what to apply here, what to send, what to hold."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from .. import gpkg
from ..gpkg import Change, Changeset, Kind, apply
from ..gpkg.rules import Reference, read_rules
from .arrival import Arrival
from .conflict import Conflict, Key
from .places import Place, holds_of, undone, without
from .renaming import renamed

DELETED_AND_CHANGED = gpkg.ConflictKind.DELETED_AND_CHANGED.value


@dataclass(frozen=True)
class Settlement:
    """Three states are named here: base, the live file as it was just now, and the remote version."""

    patch: Changeset
    """From the live file to what it shall be."""
    difference: Changeset
    """From the remote version to what the live file shall be: what is mine alone after this."""
    conflicts: Tuple[Conflict, ...]
    """Those that are open now."""
    downloaded: Changeset
    """What theirs brought, for the report."""
    rekeyed: Mapping[Place, Key]
    mine: Changeset
    """What was changed here since base."""

    send: Changeset
    """Of the difference what fits the remote version and is not held."""


def settle(
    file: str,
    mine: Changeset,
    theirs: Changeset,
    arrival: Arrival,
    base: sqlite3.Connection,
    open_conflicts: Sequence[Conflict],
    references: Iterable[Reference] = (),
    former: Optional[Mapping[Place, Mapping[str, Any]]] = None,
) -> Settlement:
    """Merge what I changed since base with what the server has, less what arrived there from me.

    `mine` leads from base to the live file, `theirs` from base to the remote version. `base` is a writable
    connection: what arrived is applied to it and rolled back, because the merge starts from that state.
    `former` are rows that once were deleted under somebody's edit: made again on both sides, they are one row.
    """
    references = tuple(references)
    rules = read_rules(base, [mine, theirs], references)
    mine_there = renamed(mine, arrival.renamed, rules.last_keys, rules.references)
    arrived = {(change.table, change.key) for change in arrival.accepted}
    once = {place: row for place, row in (former or {}).items() if place not in arrived}
    common = arrival.accepted.concat(_revived(mine_there, theirs, once))
    back = common.invert()
    with undone(base):
        # What arrived as deltas may have taken rows along that no delta told of, such as those of a cascade.
        apply(common, base, check_references=False)
        merge = gpkg.merge(back.concat(mine_there), back.concat(theirs), base, references)
    moves_mine = Changeset() if mine_there is mine else mine.invert().concat(mine_there)
    patch = moves_mine.concat(merge.theirs_onto_mine)
    difference = theirs.invert().concat(mine).concat(patch)
    moved = _moves(arrival.renamed, merge.rekeyed)
    known = [_moved(conflict, moved) for conflict in open_conflicts if conflict.table]
    gone = {
        (c.table, c.key): c.old for changes in (mine_there, theirs) for c in changes if c.kind is Kind.DELETE
    }
    met = [_from_merge(file, conflict, gone) for conflict in merge.conflicts]
    met += [_row_gone(file, change, moved) for change in arrival.missing]
    conflicts = _still_open(known, met, difference)
    return Settlement(
        patch=patch,
        difference=difference,
        conflicts=tuple(conflicts),
        downloaded=merge.theirs_onto_mine,
        rekeyed=moved,
        mine=mine,
        send=without(merge.mine_onto_theirs, holds_of(conflicts)),
    )


def _revived(mine: Changeset, theirs: Changeset, former: Mapping[Place, Mapping[str, Any]]) -> Changeset:
    """The rows, as they once were, that both sides made again under their old keys."""
    made_there = {(change.table, change.key) for change in theirs if change.kind is Kind.INSERT}
    tables = []
    for table in mine.tables:
        result = table.like()
        for row in table.inserts:
            place = (table.name, table.key_of(row))
            once = former.get(place)
            if place in made_there and once is not None:
                # Columns may have come and gone since somebody deleted the row.
                whole = {name: once.get(name) for name in table.columns}
                result.add(Change(table.name, Kind.INSERT, place[1], {}, whole))
        tables.append(result)
    return Changeset(tables)


def _moves(arrived: Mapping[Place, Key], merged: Mapping[Place, Key]) -> Dict[Place, Key]:
    """Where my new rows are now: the server may have moved them, and then the merge."""
    moves = dict(merged)
    for (table, old), new in arrived.items():
        moves[table, old] = merged.get((table, new), new)
    return moves


def _moved(conflict: Conflict, moves: Mapping[Place, Key]) -> Conflict:
    key = moves.get((conflict.table, conflict.key), conflict.key)
    return conflict if key == conflict.key else replace(conflict, key=key)


def _from_merge(file: str, conflict: gpkg.Conflict, gone: Mapping[Place, Mapping[str, Any]]) -> Conflict:
    other = (
        None if conflict.other_key is None else (conflict.other_table or conflict.table, conflict.other_key)
    )
    return Conflict(
        file,
        conflict.kind.value,
        conflict.table,
        conflict.key,
        conflict.column or "",
        conflict.base,
        conflict.mine,
        conflict.theirs,
        conflict.other_table or "",
        conflict.other_key,
        None if other is None else gone.get(other),
    )


def _row_gone(file: str, change: Change, moves: Mapping[Place, Key]) -> Conflict:
    """A row I made and sent that is not on the server: someone may have deleted it, so a person decides."""
    row = dict(change.new)
    key = moves.get((change.table, change.key), change.key)
    return Conflict(file, DELETED_AND_CHANGED, change.table, key, base=row, mine=row, theirs=None)


def _still_open(known: Sequence[Conflict], met: Sequence[Conflict], difference: Changeset) -> List[Conflict]:
    """Conflicts of before and of now, each place once, with the values of now; without those that are over."""
    # Of a hundred thousand rows only those are looked at that are asked about.
    asked = {place for conflict in known for place in conflict.rows}
    changes = {
        (change.table, change.key): change
        for change in (difference if asked else ())
        if (change.table, change.key) in asked
    }
    fresh = {conflict.place: conflict for conflict in met}
    conflicts: Dict[Tuple[str, str, str, str], Conflict] = {}
    for conflict in known:
        again = fresh.pop(conflict.place, None)
        if again is not None:
            conflicts[again.place] = replace(again, base=conflict.base)
            continue
        current = _as_of_now(conflict, changes)
        if current is not None:
            conflicts.setdefault(current.place, current)
    conflicts.update(fresh)
    whole = {place for conflict in conflicts.values() if not conflict.column for place in conflict.rows}
    return [c for c in conflicts.values() if not c.column or (c.table, c.key) not in whole]


def _as_of_now(conflict: Conflict, changes: Mapping[Place, Change]) -> Optional[Conflict]:
    """The conflict with what each side has now; None when they no longer differ."""
    change = changes.get((conflict.table, conflict.key))
    if change is None:
        second = any(place in changes for place in conflict.rows)
        return conflict if second else None
    if conflict.column and change.kind is Kind.UPDATE:
        if conflict.column not in change.new:
            return None
        return replace(conflict, mine=change.new[conflict.column], theirs=change.old[conflict.column])
    if change.kind is Kind.UPDATE:
        return replace(
            conflict, mine=_updated(conflict.mine, change.new), theirs=_updated(conflict.theirs, change.old)
        )
    kind = DELETED_AND_CHANGED if conflict.column else conflict.kind
    base = None if conflict.column else conflict.base
    mine_row, their_row = dict(change.new) or None, dict(change.old) or None
    return replace(conflict, kind=kind, column="", base=base, mine=mine_row, theirs=their_row)


def _updated(row: Any, values: Mapping[str, Any]) -> Dict[str, Any]:
    return {**(row if isinstance(row, dict) else {}), **values}
