# SPDX-License-Identifier: GPL-2.0-or-later
"""Puts changes of rows into an order in which they can be made one by one without breaking a rule."""

from __future__ import annotations

import heapq
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Set, Tuple
from uuid import uuid4

from ..gpkg.changeset import Change, Kind
from ..gpkg.schema import Table
from . import values

Fact = Tuple[str, Tuple[str, ...], Tuple[Any, ...]]
"""A table, some of its columns and the values a row has there."""


def in_order(changes: Sequence[Change], tables: Mapping[str, Table]) -> List[Change]:
    """The changes in an order that keeps unique values and foreign keys; else in the given order.

    Rows that swap a unique value cannot be put into any order: one of them first gives its value up, by a
    change that is added here. `tables` are by name.
    """
    graph = _Graph(changes, tables)
    return list(graph.sorted())


class _Graph:
    def __init__(self, changes: Sequence[Change], tables: Mapping[str, Table]) -> None:
        self.changes, self.tables = changes, tables
        self.followers: Dict[int, List[int]] = {}
        self.waits_for: Dict[int, Set[int]] = {}
        gone: Dict[Fact, int] = {}
        come: Dict[Fact, int] = {}
        for index, change in enumerate(changes):
            for fact in _facts(change, change.old, self._watched(change.table)):
                gone[fact] = index
            for fact in _facts(change, change.new, self._watched(change.table)):
                come[fact] = index
        for index, change in enumerate(changes):
            for first, then in self._pairs(index, change, gone, come):
                if first != then and first not in self.waits_for.get(then, ()):
                    self.waits_for.setdefault(then, set()).add(first)
                    self.followers.setdefault(first, []).append(then)

    def _watched(self, table: str) -> Set[Tuple[str, ...]]:
        """The column sets of a table that others depend on."""
        own = self.tables[table]
        parents = {
            key.parent_columns
            for child in self.tables.values()
            for key in child.foreign_keys
            if key.parent.lower() == table.lower()
        }
        return {*own.unique, *parents}

    def _pairs(
        self, index: int, change: Change, gone: Mapping[Fact, int], come: Mapping[Fact, int]
    ) -> Iterator[Tuple[int, int]]:
        """Which change must be made before which other one."""
        table = self.tables[change.table]
        for fact in _facts(change, change.new, table.unique):
            if fact in gone:
                yield gone[fact], index
        for key in table.foreign_keys:
            parent = next((name for name in self.tables if name.lower() == key.parent.lower()), key.parent)
            for side, other, is_before in ((change.new, come, True), (change.old, gone, False)):
                for _, _, found in _facts(change, side, [key.columns]):
                    there = other.get((parent, key.parent_columns, found))
                    if there is not None:
                        yield (there, index) if is_before else (index, there)

    def sorted(self) -> Iterator[Change]:
        ready = [index for index in range(len(self.changes)) if not self.waits_for.get(index)]
        heapq.heapify(ready)
        done: Set[int] = set()
        given_up: Dict[int, Change] = {}
        while len(done) < len(self.changes):
            if not ready:
                stuck = next(
                    index for index in range(len(self.changes)) if index not in done and index not in given_up
                )
                interim = self._interim(stuck) if stuck not in given_up else None
                if interim is None:
                    self.waits_for[stuck] = set()
                    ready.append(stuck)
                else:
                    yield interim[0]
                    given_up[stuck] = interim[1]
                    self._release(stuck, ready)
                continue
            index = heapq.heappop(ready)
            done.add(index)
            yield given_up.get(index, self.changes[index])
            if index not in given_up:
                self._release(index, ready)

    def _release(self, index: int, ready: List[int]) -> None:
        for follower in self.followers.get(index, ()):
            waits_for = self.waits_for[follower]
            waits_for.discard(index)
            if not waits_for:
                heapq.heappush(ready, follower)

    def _interim(self, index: int) -> Optional[Tuple[Change, Change]]:
        """An update in two steps: first away from the unique value it has, then to the one it wants."""
        change = self.changes[index]
        table = self.tables[change.table]
        columns = {columns[0] for columns in table.unique if len(columns) == 1}
        column = next((name for name in change.new if name in columns), None)
        if change.kind is not Kind.UPDATE or column is None:
            return None
        away = (
            None
            if not table.column(column).not_null
            else _unlikely(values.kind_of(table.column(column).type))
        )
        first = Change(change.table, change.kind, change.key, {column: change.old[column]}, {column: away})
        return first, change._replace(old={**change.old, column: away})


def _facts(change: Change, side: Mapping[str, Any], column_sets: Iterable[Tuple[str, ...]]) -> Iterator[Fact]:
    for columns in column_sets:
        found = tuple(side.get(column) for column in columns)
        # NULL neither clashes with anything nor refers to it.
        if side and None not in found:
            yield change.table, columns, found


def _unlikely(kind: values.Kind) -> Any:
    number = uuid4().int
    return -(number % 2**62) if kind in (values.Kind.INTEGER, values.Kind.REAL) else f"{uuid4()}"
