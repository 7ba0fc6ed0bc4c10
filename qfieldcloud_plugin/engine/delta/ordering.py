# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts changes of rows into an order in which they can be made one by one without breaking a rule."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from enum import Enum
from typing import AbstractSet, Any, Dict, Iterable, Iterator, List, Mapping, NamedTuple, Sequence, Set, Tuple
from uuid import uuid4

from ..gpkg.changeset import Change, Kind
from ..gpkg.schema import Table
from . import values

Columns = Tuple[str, ...]
Fact = Tuple[str, Columns, Tuple[Any, ...]]
"""A table, some of its columns and the values a row has there."""


def in_order(changes: Sequence[Change], tables: Mapping[str, Table]) -> List[Change]:
    """The changes in an order that keeps unique values and foreign keys; else in the given order.

    Rows that swap a unique value, or refer to each other, cannot be put into any order: one of them first takes
    a step aside, by a change that is added here. `tables` are by name.
    """
    rules = {name: _Rules.of(table, tables) for name, table in tables.items()}
    return list(_Graph(changes, rules).sorted())


class _Rules(NamedTuple):
    """What single rows of a table must keep."""

    table: Table
    watched: Tuple[Columns, ...]
    """The column sets that are unique or that others refer to."""
    references: Tuple[Tuple[Columns, str, Columns], ...]
    """Own columns, and what they refer to."""

    @classmethod
    def of(cls, table: Table, tables: Mapping[str, Table]) -> _Rules:
        names = {name.lower(): name for name in tables}
        keys = [(key, child) for child in tables.values() for key in child.foreign_keys]
        targets = {key.parent_columns for key, _ in keys if key.parent.lower() == table.name.lower()}
        references = [
            (key.columns, names.get(key.parent.lower(), key.parent), key.parent_columns)
            for key in table.foreign_keys
        ]
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
            elif name in unique and name not in referring and change.kind is Kind.UPDATE:
                found[name] = _unlikely(values.kind_of(column.type))
        return found


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
        gone: Dict[Fact, int] = {}
        come: Dict[Fact, int] = {}
        for index, change in enumerate(changes):
            watched = rules[change.table].watched
            gone.update((fact, index) for fact in _facts(change, change.old, watched))
            come.update((fact, index) for fact in _facts(change, change.new, watched))
        for index, change in enumerate(changes):
            for edge in self._edges(index, change, gone, come):
                if edge.first != edge.then:
                    self.before.setdefault(edge.then, []).append(edge)
                    self.after.setdefault(edge.first, []).append(edge)
        self.waits = {index: len(edges) for index, edges in self.before.items()}
        self.ready = [index for index in range(len(changes)) if not self.waits.get(index)]
        self.start = 0  # all changes before this one are done
        self.done: Set[int] = set()
        self.final: Dict[int, Change] = {}

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
                yield self.final.get(index, self.changes[index])
                self._made(index, frozenset())
            while self.start in self.done:
                self.start += 1

    def _break_circle(self) -> Iterator[Change]:
        """All that is left waits for itself: let one row step aside, or else try one as it is."""
        for index in range(self.start, len(self.changes)):
            aside = self._aside(index)
            if aside:
                first, self.final[index] = _steps(self.changes[index], aside)
                yield first
                self._made(index, aside.keys())
                return
        heapq.heappush(self.ready, self.start)

    def _aside(self, index: int) -> Dict[str, Any]:
        """What lets the change be made before what it waits for; empty if it cannot."""
        edges = [edge for edge in self.before.get(index, ()) if not edge.is_met]
        is_leaving = any(edge.reason is _Reason.LEFT for edge in edges)
        if index in self.done or index in self.final or not edges or is_leaving:
            return {}
        change = self.changes[index]
        wanted = {column for edge in edges for column in edge.then_columns}
        aside = self.rules[change.table].aside(change, sorted(wanted & change.new.keys()))
        return aside if all(aside.keys() & set(edge.then_columns) for edge in edges) else {}

    def _made(self, index: int, aside: AbstractSet[str]) -> None:
        """The change was made, except for the columns that stepped aside; nobody can refer to those yet."""
        for edge in self.after.get(index, ()):
            if edge.is_met or (edge.reason is _Reason.CAME and aside & set(edge.first_columns)):
                continue
            edge.is_met = True
            self.waits[edge.then] -= 1
            if not self.waits[edge.then]:
                heapq.heappush(self.ready, edge.then)


def _steps(change: Change, aside: Dict[str, Any]) -> Tuple[Change, Change]:
    """The change in two: first aside, then to where it wants to be."""
    first = change._replace(new={**change.new, **aside})
    wanted = {name: change.new[name] for name in aside}
    return first, Change(change.table, Kind.UPDATE, change.key, aside, wanted)


def _facts(change: Change, side: Mapping[str, Any], column_sets: Iterable[Columns]) -> Iterator[Fact]:
    for columns in column_sets:
        found = tuple(side.get(column) for column in columns)
        # NULL neither clashes with anything nor refers to it.
        if side and None not in found:
            yield change.table, columns, found


def _unlikely(kind: values.Kind) -> Any:
    number = uuid4().int
    return -(number % 2**52) if kind in (values.Kind.INTEGER, values.Kind.REAL) else str(uuid4())
