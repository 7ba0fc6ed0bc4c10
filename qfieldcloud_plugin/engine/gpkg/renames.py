# SPDX-License-Identifier: GPL-2.0-or-later
"""What another state of a GeoPackage calls the same tables and columns, told by the rows: SQLite keeps no record."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, FrozenSet, Iterable, List, Mapping, Optional, Set, Tuple

from .connection import attach, connect
from .schema import Schema, Table, read_schema
from .sql import all_of, any_of, quoted, sql

Names = Mapping[str, str]
"""New names by old ones."""
Pairs = List[Tuple[str, str]]


@dataclass(frozen=True)
class Renames:
    """New names by old ones; what is not in it is called as before."""

    tables: Names = field(default_factory=dict)
    columns: Mapping[str, Names] = field(default_factory=dict)
    """By the old name of their table; key columns too."""
    unproven: FrozenSet[str] = frozenset()
    """Tables, by either name, that may go on under another name or key although no row proves it."""

    def table(self, name: str) -> str:
        return self.tables.get(name, name)

    def of(self, table: str) -> Names:
        """The columns of a table, which is named as before."""
        return self.columns.get(table, {})

    def key(self, table: str, columns: Iterable[str]) -> Tuple[str, ...]:
        """The names of columns, as a key has them."""
        names = self.of(table)
        return tuple(names.get(column, column) for column in columns)

    def inverted(self) -> Renames:
        """From the new names back to the old ones."""
        columns = {
            self.table(table): {new: old for old, new in names.items()}
            for table, names in self.columns.items()
        }
        return Renames({new: old for old, new in self.tables.items()}, columns, self.unproven)


NO_RENAMES = Renames()


def renames_between(before: Path, after: Path, *, immutable: bool = False) -> Renames:
    """The tables and columns that go on in `after` under other names; `immutable` promises that nobody writes.

    A column does that stands at the place, with the type and with the values of one in `before`; a table and a key
    do under which most of the rows are what they were. Where no row tells, they are taken for gone, and another come.
    """
    with closing(connect(before, immutable=immutable)) as connection:
        attach(connection, after, "after", immutable=immutable)
        return _Search(connection, read_schema(connection), read_schema(connection, "after")).renames()


class _Search:
    def __init__(self, connection: sqlite3.Connection, before: Schema, after: Schema) -> None:
        self._connection, self._before, self._after = connection, before, after
        self._tables: Dict[str, str] = {}
        self._columns: Dict[str, Dict[str, str]] = {}
        self._unproven: Set[str] = set()

    def renames(self) -> Renames:
        for one in self._before:
            two = self._after.get(one.name) or self._found_again(one)
            if two is None:
                continue
            if one.name != two.name:
                self._tables[one.name] = two.name
            pairs = self._columns_of(one, two)
            renamed = {old: new for old, new in pairs if old != new}
            if renamed:
                self._columns[one.name] = renamed
        return Renames(self._tables, self._columns, frozenset(self._unproven))

    def _found_again(self, lost: Table) -> Optional[Table]:
        """The table that a lost one has become: of those that came the only one with its rows."""
        come = [
            table for table in self._after if self._before.get(table.name) is None and _alike(lost, table)
        ]
        proven = [table for table in come if self._is_same(lost, table)]
        others = [
            table
            for table in self._before
            if table is not lost and self._after.get(table.name) is None and proven
            if self._is_same(table, proven[0])
        ]
        if len(proven) == 1 and not others:
            return proven[0]
        if come:
            self._unproven.update([lost.name, *(table.name for table in come)])
        return None

    def _is_same(self, one: Table, two: Table) -> bool:
        if not self._count(one):
            return [(c.name, c.type) for c in one.columns] == [(c.name, c.type) for c in two.columns]
        key = _key_pairs(one, two)
        return bool(key) and self._are_most_rows_there(one, two, key)

    def _columns_of(self, one: Table, two: Table) -> Pairs:
        """The columns of a table with those that they have become."""
        pairs = _named_alike(one, two)
        key = _key_pairs(one, two)
        is_key_renamed = [new.lower() for _, new in key] != [old.lower() for old, _ in key]
        if is_key_renamed and self._count(one) and not self._are_most_rows_there(one, two, key):
            key = []
        if len(key) < max(len(one.key), len(two.key)):
            self._unproven.update([one.name, two.name])
            return pairs
        if not key:
            return pairs
        known = {old for old, _ in (*pairs, *key)}
        moved = [
            (old, new)
            for old, new in _at_its_place(one, two)
            if old not in known and self._has_same_values(one, two, key, old, new)
        ]
        return [*pairs, *(pair for pair in key if pair not in pairs), *moved]

    def _count(self, table: Table) -> int:
        found = self._connection.execute(sql("SELECT count(*) FROM", "main." + quoted(table.name))).fetchone()
        return int(found[0])

    def _are_most_rows_there(self, one: Table, two: Table, key: Pairs) -> bool:
        """Whether more of the rows than not are what they were in the columns that are called as before."""
        shared = [pair for pair in _named_alike(one, two) if pair not in key]
        if not shared:
            return False
        equal = all_of(f"a.{quoted(old)} IS b.{quoted(new)}" for old, new in shared)
        told = any_of([f"a.{quoted(old)} IS NOT NULL" for old, _ in shared])
        (same,) = self._connection.execute(
            sql("SELECT count(*)", *_joined(one, two, key), "WHERE", equal, "AND", told)
        ).fetchone()
        return 2 * int(same) > self._count(one)

    def _has_same_values(self, one: Table, two: Table, key: Pairs, old: str, new: str) -> bool:
        before, after = f"a.{quoted(old)}", f"b.{quoted(new)}"
        same, other = self._connection.execute(
            sql(
                *("SELECT coalesce(sum(", before, "IS", after, "AND", before, "IS NOT NULL), 0),"),
                *("coalesce(sum(", before, "IS NOT", after, "), 0)"),
                *_joined(one, two, key),
            )
        ).fetchone()
        return bool(same > other)


def _joined(one: Table, two: Table, key: Pairs) -> Tuple[str, ...]:
    meets = all_of(f"a.{quoted(old)} = b.{quoted(new)}" for old, new in key)
    return "FROM main." + quoted(one.name), "AS a JOIN after." + quoted(two.name), "AS b ON", meets


def _named_alike(one: Table, two: Table) -> Pairs:
    there = {name.lower(): name for name in two.stored_columns}
    return [(name, there[name.lower()]) for name in one.stored_columns if name.lower() in there]


def _at_its_place(one: Table, two: Table) -> Pairs:
    """Columns of which the other table knows no name, with those that stand at their places there."""
    known = {name.lower() for name in one.stored_columns}
    left = {name.lower() for name in two.stored_columns}
    return [
        (old, new)
        for old, new in zip(one.stored_columns, two.stored_columns)
        if old.lower() not in left and new.lower() not in known
        if one.column(old).type.upper() == two.column(new).type.upper()
    ]


def _key_pairs(one: Table, two: Table) -> Pairs:
    """The key's columns with those that would be the same ones; empty where the keys cannot be the same."""
    if len(one.key) != len(two.key):
        return []
    possible = {*_named_alike(one, two), *_at_its_place(one, two)}
    pairs = list(zip(one.key, two.key))
    return pairs if possible.issuperset(pairs) else []


def _alike(one: Table, two: Table) -> bool:
    """Whether a table might have become the other one."""
    if (one.geometry is None) is not (two.geometry is None):
        return False
    shared = len(_named_alike(one, two))
    types = [[column.type.upper() for column in table.columns] for table in (one, two)]
    return types[0] == types[1] or 2 * shared >= max(len(one.columns), len(two.columns))
