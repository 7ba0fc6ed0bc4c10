# SPDX-License-Identifier: GPL-2.0-or-later
"""Find what two sets of changes break together though neither does alone, and hold it or decide it."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional, Set, Tuple

from .changeset import Key
from .conflict import Choice, Conflict, ConflictKind, Decision
from .merged_row import MergedRow
from .merged_table import TableMerge
from .row import Side
from .rules import Reference, Rules

Broken = Tuple[Conflict, List[MergedRow]]
_SIDES: Tuple[Callable[[MergedRow], Side], ...] = (lambda row: row.on_mine, lambda row: row.on_theirs)


class RuleKeeper:
    """Each side alone kept the rules, so what is broken is mended by leaving rows as each side made them.

    Mending one place may break another (a row that is held may be what a third refers to), so it goes on
    until nothing is broken; it ends, because every step leaves more rows as they were made.
    """

    def __init__(
        self,
        tables: Mapping[str, TableMerge],
        rules: Rules,
        decide: Callable[[Conflict], Optional[Decision]],
    ) -> None:
        self.tables = tables
        self.rules = rules
        self.decide = decide
        self.decided: Set[str] = set()

    def keep(self) -> None:
        while self._mend_one_round():
            pass

    def _mend_one_round(self) -> bool:
        mended = False
        # The same thing is usually broken on both sides, and is one conflict.
        broken = {conflict.id: (conflict, rows) for conflict, rows in self._broken()}
        for conflict, rows in broken.values():
            if all(row.is_as_each_made_it for row in rows):
                continue
            mended = True
            # A decision that breaks the rule again (it was about other rows by then) is not followed twice.
            choice = None if conflict.id in self.decided else self.decide(conflict)
            self.decided.add(conflict.id)
            for row in rows:
                if choice is None:
                    row.hold()
                else:
                    row.settle(row.intent if choice is Choice.MINE else row.theirs)
        return mended

    def _broken(self) -> Iterator[Broken]:
        yield from self._broken_unique()
        yield from self._broken_references()

    def _broken_unique(self) -> Iterator[Broken]:
        for name, sets in self.rules.unique.items():
            table = self.tables.get(name)
            if table is None:
                continue
            for columns in sets:
                positions = table.positions(columns)
                for side in _SIDES:
                    yield from self._doubled(table, positions, side)

    def _doubled(
        self, table: TableMerge, positions: Tuple[int, ...], side: Callable[[MergedRow], Side]
    ) -> Iterator[Broken]:
        first_with: Dict[Tuple[Any, ...], Key] = {}
        for key, row in table.rows.items():
            values = _values(side(row), positions)
            if values is None:
                continue
            other_key = first_with.setdefault(values, key)
            if other_key == key:
                continue
            # Whose row has the value on whose side tells which of the two is mine.
            mine, theirs = (key, other_key) if _values(row.intent, positions) == values else (other_key, key)
            if _values(table.rows[theirs].theirs, positions) != values:
                mine, theirs = theirs, mine
            conflict = Conflict(
                ConflictKind.UNIQUE,
                table.shape.name,
                mine,
                base=table.named(table.rows[mine].base),
                mine=table.named(table.rows[mine].intent),
                theirs=table.named(table.rows[theirs].theirs),
                other_table=table.shape.name,
                other_key=theirs,
            )
            yield conflict, [table.rows[mine], table.rows[theirs]]

    def _broken_references(self) -> Iterator[Broken]:
        for reference in self.rules.references:
            child, parent = self.tables.get(reference.child), self.tables.get(reference.parent)
            if child is None or parent is None:
                continue
            own, theirs = child.positions(reference.columns), parent.positions(reference.parent_columns)
            owners = _owners(parent, theirs)
            for side in _SIDES:
                present = {_values(side(row), theirs) for row in parent.rows.values()}
                for key, row in child.rows.items():
                    values = _values(side(row), own)
                    if values is not None and values in owners and values not in present:
                        yield self._orphan(reference, key, owners[values])

    def _orphan(self, reference: Reference, key: Key, parent_key: Key) -> Broken:
        child, parent = self.tables[reference.child], self.tables[reference.parent]
        row = child.rows[key]
        conflict = Conflict(
            ConflictKind.FOREIGN_KEY,
            reference.child,
            key,
            base=child.named(row.base),
            mine=child.named(row.intent),
            theirs=child.named(row.theirs),
            other_table=reference.parent,
            other_key=parent_key,
        )
        return conflict, [row, parent.rows[parent_key]]


def _owners(parent: TableMerge, positions: Tuple[int, ...]) -> Dict[Tuple[Any, ...], Key]:
    """Which touched row has, or had on some side, these values."""
    owners: Dict[Tuple[Any, ...], Key] = {}
    for key, row in parent.rows.items():
        for side in (row.base, row.intent, row.theirs):
            values = _values(side, positions)
            if values is not None:
                owners[values] = key
    return owners


def _values(side: Side, positions: Tuple[int, ...]) -> Optional[Tuple[Any, ...]]:
    """The values at these positions; None when there is no row, a value is NULL or not known."""
    if side is None:
        return None
    values = tuple(side.get(position) for position in positions)
    return None if None in values else values
