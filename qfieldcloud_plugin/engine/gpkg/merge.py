# SPDX-License-Identifier: GPL-2.0-or-later
"""Three-way merge of two changesets that start from one base, column by column."""

from __future__ import annotations

from typing import Any, Dict, Iterable, Mapping, Optional, Tuple

from .changeset import Changeset, Key
from .conflict import Choice, Conflict, ConflictKind, Decision, Picked
from .connection import opened
from .diff import Source
from .merge_definitions import reconcile
from .merged_row import MergedRow, same_side
from .merged_table import TableMerge
from .row import same_value
from .rule_keeper import RuleKeeper
from .rules import Place, Reference, Rules, read_rules


class Merge:
    """What each side still needs, and what someone has to decide.

    `mine_onto_theirs` fits the state `theirs` ends in and brings it my changes; `theirs_onto_mine` the other
    way round. Where nothing conflicts, both lead to the same rows. What conflicts is held: it stays out of
    both, so each side keeps its own. `rekeyed` tells which of my new rows got another key because theirs has
    the one they took; `theirs_onto_mine` moves them.
    """

    def __init__(
        self, mine: Changeset, theirs: Changeset, rules: Rules, decisions: Mapping[str, Decision]
    ) -> None:
        self._inputs = mine, theirs, rules
        self._decisions = decisions
        ready = reconcile(mine, theirs, decisions)
        merger = _Merger(ready.mine, ready.theirs, rules, decisions)
        tables = merger.tables.values()
        self.conflicts: Tuple[Conflict, ...] = (*ready.conflicts, *merger.conflicts.values())
        self.rekeyed: Mapping[Place, Key] = merger.rekeyed
        onto_theirs = Changeset((table.for_theirs() for table in tables), ready.for_theirs)
        onto_mine = Changeset((table.for_mine() for table in tables), ready.for_mine)
        for table in tables:
            table.let_go()
        self.mine_onto_theirs = onto_theirs.concat(ready.decided_for_theirs)
        self.theirs_onto_mine = onto_mine.concat(ready.decided_for_mine)

    def resolve(self, decisions: Mapping[str, Decision]) -> Merge:
        """The same merge with these decisions by conflict id; decisions for other ids have no effect."""
        return Merge(*self._inputs, {**self._decisions, **decisions})


def merge(
    mine: Changeset, theirs: Changeset, base: Optional[Source] = None, references: Iterable[Reference] = ()
) -> Merge:
    """Merge two changesets that both start from `base`.

    The base itself (a path or connection) tells which keys are free, which values must be unique and which
    rows refer to others; without it only the changesets are looked at. `references` adds relations that the
    file does not declare, such as those of a QGIS project. Raises `ChangesetsDoNotFollow` when the two have
    no common base.
    """
    if base is None:
        return Merge(mine, theirs, Rules(references=tuple(references)), {})
    with opened(base) as connection:
        rules = read_rules(connection, (mine, theirs), references)
    return Merge(mine, theirs, rules, {})


class _Merger:
    def __init__(
        self, mine: Changeset, theirs: Changeset, rules: Rules, decisions: Mapping[str, Decision]
    ) -> None:
        self.rules = rules
        self.decisions = decisions
        self.conflicts: Dict[str, Conflict] = {}
        self.rekeyed: Dict[Place, Key] = {}
        self.tables: Dict[str, TableMerge] = {}
        for changes in (*mine.tables, *theirs.tables):
            if changes.name not in self.tables:
                my_part, their_part = mine.get(changes.name), theirs.get(changes.name)
                self.tables[changes.name] = TableMerge(
                    my_part or changes.like(), their_part or changes.like(), rules
                )
        self._rekey()
        self._redirect()
        for table in self.tables.values():
            for key, row in list(table.rows.items()):
                self._merge_row(table, key, row)
        RuleKeeper(self.tables, rules, self._decision).keep()

    # Keys that both sides took

    def _rekey(self) -> None:
        for name, table in self.tables.items():
            if not table.shape.integer_key:
                continue
            last = max([self.rules.last_keys.get(name, 0), *(int(str(key[0])) for key in table.rows)])
            for key, row in list(table.rows.items()):
                made_by_both = row.base is None and row.mine is not None and row.theirs is not None
                if made_by_both and not same_side(row.mine, row.theirs, table.shape.geometry):
                    last += 1
                    self._move(table, key, (last,), dict(row.mine or {}))

    def _move(self, table: TableMerge, key: Key, new_key: Key, values: Dict[int, Any]) -> None:
        """My new row will have another key; at its old one there is only what theirs may have."""
        values.update(zip(table.shape.key, new_key))
        old = table.rows[key]
        table.rows[key] = MergedRow(None, old.mine, old.theirs, None)
        table.rows[new_key] = MergedRow(None, None, None, values)
        self.rekeyed[table.shape.name, key] = new_key

    def _redirect(self) -> None:
        """My rows that refer to a row of mine which was moved follow it."""
        for reference in self.rules.references:
            child, parent = self.tables.get(reference.child), self.tables.get(reference.parent)
            if (
                child is None
                or parent is None
                or len(reference.columns) != 1
                or not self._by_key(reference, parent)
            ):
                continue
            (position,) = child.positions(reference.columns)
            for key, row in list(child.rows.items()):
                value = None if row.intent is None else row.intent.get(position)
                new_key = self.rekeyed.get((reference.parent, (value,)))
                if (
                    new_key is None
                    or row.intent is None
                    or same_side(row.intent, row.base, child.shape.geometry)
                ):
                    continue
                values = {**row.intent, position: new_key[0]}
                if position in child.shape.key:
                    self._move(child, key, tuple(values[n] for n in child.shape.key), values)
                else:
                    row.intent = values

    def _by_key(self, reference: Reference, parent: TableMerge) -> bool:
        return parent.positions(reference.parent_columns) == parent.shape.key

    # Row by row

    def _merge_row(self, table: TableMerge, key: Key, row: MergedRow) -> None:
        geometry = table.shape.geometry
        base, mine, theirs = row.base, row.intent, row.theirs
        if same_side(mine, theirs, geometry) or same_side(mine, base, geometry):
            row.settle(theirs)
        elif same_side(theirs, base, geometry):
            row.settle(mine)
        elif mine is not None and theirs is not None and base is not None:
            self._merge_columns(table, key, row)
        elif base is None and same_side(mine, theirs, geometry, table.upkept):
            # Both made the same layer, only not at the same moment.
            row.settle(theirs)
        else:
            kind = ConflictKind.KEY_TAKEN if base is None else ConflictKind.DELETED_AND_CHANGED
            sides = table.named(base), table.named(mine), table.named(theirs)
            choice = self._decision(Conflict(kind, table.shape.name, key, None, *sides))
            if choice is None:
                row.hold()
            else:
                row.settle(mine if choice is Choice.MINE else theirs)

    def _merge_columns(self, table: TableMerge, key: Key, row: MergedRow) -> None:
        base, mine, theirs = dict(row.base or {}), dict(row.intent or {}), dict(row.theirs or {})
        on_mine, on_theirs = dict(base), dict(base)
        for position, before in base.items():
            is_geometry = position == table.shape.geometry
            one, other = mine[position], theirs[position]
            if same_value(one, before, is_geometry) or same_value(one, other, is_geometry):
                on_mine[position] = on_theirs[position] = other
            elif same_value(other, before, is_geometry):
                on_mine[position] = on_theirs[position] = one
            else:
                column = table.shape.columns[position]
                conflict = Conflict(
                    ConflictKind.CHANGED_TWICE, table.shape.name, key, column, before, one, other
                )
                chosen = _chosen(self._decision(conflict), one, other)
                on_mine[position], on_theirs[position] = chosen
        row.on_mine, row.on_theirs = on_mine, on_theirs

    def _decision(self, conflict: Conflict) -> Optional[Decision]:
        decision = self.decisions.get(conflict.id)
        if decision is None:
            self.conflicts[conflict.id] = conflict
        return decision


def _chosen(decision: Optional[Decision], mine: Any, theirs: Any) -> Tuple[Any, Any]:
    """The value on my side and on theirs."""
    if decision is None:
        return mine, theirs
    if isinstance(decision, Picked):
        return decision.value, decision.value
    chosen = mine if decision is Choice.MINE else theirs
    return chosen, chosen
