# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts changes of rows into an order in which they can be made one by one without breaking a rule."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from enum import Enum
from typing import Any, Callable, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Sequence, Set, Tuple
from uuid import uuid4

from ..gpkg.changeset import Change, Kind
from ..gpkg.schema import Table
from . import values

Columns = Tuple[str, ...]
_Split = Callable[[Change, Mapping[str, Any]], Tuple[Change, Change]]
Fact = Tuple[str, Columns, Tuple[Any, ...]]
"""A table, some of its columns and the values a row has there."""


def in_order(changes: Sequence[Change], tables: Mapping[str, Table]) -> List[Change]:
    """The changes in an order that keeps unique values and foreign keys; else in the given order.

    Rows that swap a unique value, or refer to each other, cannot be put into any order: one of them first takes
    a step aside, by a change that is added here. `tables` are by name.
    """
    rules = {name: _Rules.of(table, tables) for name, table in tables.items()}
    return list(_Graph(changes, rules).sorted())


def any_order_will_do(tables: Mapping[str, Table]) -> bool:
    """Whether no row of these tables can stand in another's way."""
    return not any(
        rules.watched or rules.references for rules in (_Rules.of(table, tables) for table in tables.values())
    )


class _Rules(NamedTuple):
    """What single rows of a table must keep."""

    table: Table
    watched: Tuple[Columns, ...]
    """The column sets that are unique or that others refer to."""
    references: Tuple[Tuple[Columns, str, Columns], ...]
    """Own columns, and what they refer to."""

    @classmethod
    def of(cls, table: Table, tables: Mapping[str, Table]) -> _Rules:
        keys = [(key, child) for child in tables.values() for key in child.foreign_keys]
        targets = {
            _named(key.parent_columns, table) for key, _ in keys if key.parent.lower() == table.name.lower()
        }
        references = []
        for key in table.foreign_keys:
            parent = next((one for name, one in tables.items() if name.lower() == key.parent.lower()), None)
            if parent is not None:
                theirs = _named(key.parent_columns, parent)
                references.append((_named(key.columns, table), parent.name, theirs))
        return cls(table, tuple({*table.unique, *targets}), tuple(references))

    def aside(self, change: Change, columns: Iterable[str]) -> Dict[str, Any]:
        """Values for these columns that collide with nothing and refer to nothing; empty if there are none."""
        unique = {columns[0] for columns in self.table.unique if len(columns) == 1}
        referring = {column for own, _, _ in self.references for column in own}
        found: Dict[str, Any] = {}
        for name in columns:
            column = self.table.column(name)
            if not column.not_null and name not in self.table.key:
                found[name] = None
            elif (
                name in unique and name not in referring and change.kind is Kind.UPDATE and name in change.new
            ):
                found[name] = _unlikely(values.kind_of(column.type))
        return found


def _named(columns: Columns, table: Table) -> Columns:
    """The columns as the table spells them; a reference may spell them otherwise."""
    spelled = {column.name.lower(): column.name for column in table.columns}
    return tuple(spelled.get(column.lower(), column) for column in columns)


class _Reason(Enum):
    FREED = "a unique value must be given up before another row takes it"
    CAME = "a row must be there before another one refers to it"
    LEFT = "a row must no longer be referred to before it goes"


@dataclass
class _Edge:
    """The change `first` must be made before the change `then`, because of these columns of theirs."""

    reason: _Reason
    first: int
    first_columns: Columns
    then: int
    then_columns: Columns
    is_met: bool = False


class _Graph:
    def __init__(self, changes: Sequence[Change], rules: Mapping[str, _Rules]) -> None:
        self.changes, self.rules = changes, rules
        self.before: Dict[int, List[_Edge]] = {}
        self.after: Dict[int, List[_Edge]] = {}
        self.own: Dict[int, List[_Edge]] = {}
        gone: Dict[Fact, int] = {}
        come: Dict[Fact, int] = {}
        for index, change in enumerate(changes):
            watched = rules[change.table].watched
            gone.update((fact, index) for fact in _facts(change, change.old, watched))
            come.update((fact, index) for fact in _facts(change, change.new, watched))
        for index, change in enumerate(changes):
            for edge in self._edges(index, change, gone, come):
                if edge.first == edge.then:
                    self.own.setdefault(index, []).append(edge)
                    continue
                self.before.setdefault(edge.then, []).append(edge)
                self.after.setdefault(edge.first, []).append(edge)
        self.waits = {index: len(edges) for index, edges in self.before.items()}
        self.ready = [index for index in range(len(changes)) if not self.waits.get(index)]
        self.done: Set[int] = set()
        self.start = 0  # all changes before this one are done
        # What of each change is still to be made.
        self.left = list(changes)

    def _edges(
        self, index: int, change: Change, gone: Mapping[Fact, int], come: Mapping[Fact, int]
    ) -> Iterator[_Edge]:
        rules = self.rules[change.table]
        for fact in _facts(change, change.new, rules.table.unique):
            if fact in gone:
                yield _Edge(_Reason.FREED, gone[fact], fact[1], index, fact[1])
        for columns, parent, theirs in rules.references:
            for _, _, found in _facts(change, change.new, [columns]):
                if (parent, theirs, found) in come:
                    yield _Edge(_Reason.CAME, come[parent, theirs, found], theirs, index, columns)
            for _, _, found in _facts(change, change.old, [columns]):
                if (parent, theirs, found) in gone:
                    yield _Edge(_Reason.LEFT, index, columns, gone[parent, theirs, found], theirs)

    def sorted(self) -> Iterator[Change]:
        while self.start < len(self.changes):
            if not self.ready:
                yield from self._break_circle()
                continue
            index = heapq.heappop(self.ready)
            if index not in self.done:
                self.done.add(index)
                yield self.left[index]
                self._meet(self.after.get(index, ()))
            while self.start in self.done:
                self.start += 1

    def _break_circle(self) -> Iterator[Change]:
        """All that is left waits for itself: let one row step aside, or else try one as it is."""
        for index in range(self.start, len(self.changes)):
            if index in self.done:
                continue
            for columns, edges, steps in (self._aside(index), self._leave(index)):
                if columns and edges:
                    first, self.left[index] = steps(self.left[index], columns)
                    yield first
                    self._meet(edges)
                    return
        heapq.heappush(self.ready, self.start)

    def _aside(self, index: int) -> Tuple[Dict[str, Any], List[_Edge], _Split]:
        """Columns that would let the rest of the change be made at once, and what that would make possible."""
        edges = [edge for edge in self.before.get(index, ()) if not edge.is_met]
        change = self.left[index]
        wanted = {column for edge in edges for column in edge.then_columns}
        for edge in self.own.get(index, ()):
            # A row that refers to itself cannot do so while it stands aside.
            if edge.reason is _Reason.CAME and wanted & set(edge.first_columns):
                wanted |= set(edge.then_columns)
        aside = self.rules[change.table].aside(change, sorted(wanted & change.new.keys()))
        is_enough = all(
            edge.reason is not _Reason.LEFT and aside.keys() & set(edge.then_columns) for edge in edges
        )
        met = [
            edge
            for edge in self.after.get(index, ())
            if not edge.is_met
            and not (edge.reason is _Reason.CAME and aside.keys() & set(edge.first_columns))
        ]
        return (aside if is_enough else {}), met, _put_aside

    def _leave(self, index: int) -> Tuple[Dict[str, Any], List[_Edge], _Split]:
        """References that could be given up before the change itself can be made."""
        change = self.left[index]
        edges = [
            edge for edge in self.after.get(index, ()) if not edge.is_met and edge.reason is _Reason.LEFT
        ]
        columns = {column for edge in edges for column in edge.first_columns}
        aside = self.rules[change.table].aside(change, sorted(columns & change.old.keys()))
        return aside, [edge for edge in edges if aside.keys() & set(edge.first_columns)], _give_up

    def _meet(self, edges: Iterable[_Edge]) -> None:
        for edge in edges:
            if not edge.is_met:
                edge.is_met = True
                self.waits[edge.then] -= 1
                if not self.waits[edge.then]:
                    heapq.heappush(self.ready, edge.then)


def _put_aside(change: Change, aside: Mapping[str, Any]) -> Tuple[Change, Change]:
    """The change with other values in some columns, and the change from those to the wanted ones."""
    wanted = {name: change.new[name] for name in aside}
    first = change._replace(new={**change.new, **aside})
    return first, Change(change.table, Kind.UPDATE, change.key, aside, wanted)


def _give_up(change: Change, aside: Mapping[str, Any]) -> Tuple[Change, Change]:
    """The change of some columns alone, and the change after that."""
    given_up = {name: change.old[name] for name in aside}
    first = Change(change.table, Kind.UPDATE, change.key, given_up, aside)
    return first, change._replace(old={**change.old, **aside})


def _facts(change: Change, side: Mapping[str, Any], column_sets: Iterable[Columns]) -> Iterator[Fact]:
    for columns in column_sets:
        found = tuple(side.get(column) for column in columns)
        # NULL neither clashes with anything nor refers to it.
        if side and None not in found:
            yield change.table, columns, found


def _unlikely(kind: values.Kind) -> Any:
    number = uuid4().int
    return -(number % 2**52) if kind in (values.Kind.INTEGER, values.Kind.REAL) else str(uuid4())
