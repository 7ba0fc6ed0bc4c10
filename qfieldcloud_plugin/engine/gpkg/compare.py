# SPDX-License-Identifier: GPL-2.0-or-later
"""Two states of one table, compared row by row inside SQLite."""

from __future__ import annotations

import sqlite3
from operator import itemgetter
from typing import Any, Container, Dict, List, Optional, Sequence, Tuple

from ..errors import GeoPackageMalformed
from .changeset import TableChanges
from .geometry import same_geometry
from .pages import MayDiffer
from .row import Row, changed_columns, loose_identity
from .schema import Column, Table
from .sql import all_of, any_of, comma, names, quoted, sql

_BITS = 60  # used of SQLite's signed 64 to say which columns of a row differ


def compare_tables(
    connection: sqlite3.Connection,
    base: str,
    other: str,
    table: Table,
    *,
    ignored: Container[str] = (),
    may_differ: Optional[MayDiffer] = None,
) -> TableChanges:
    """The changes of `table`, which has the same columns in the databases `base` and `other` of the
    connection.
    """
    comparison = _Comparison(connection, base, other, table, ignored, may_differ)
    if table.rowid is None and not table.without_rowid:
        comparison.compare_as_bags()
    else:
        comparison.compare_by_identity()
    return comparison.result


class _Comparison:
    """Rows meet by row id where there is one, because that needs no index and no trust in collations.

    Where the key is something else, rows that met nobody or somebody else are matched by key afterwards.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        base: str,
        other: str,
        table: Table,
        ignored: Container[str],
        may_differ: Optional[MayDiffer],
    ) -> None:
        self.connection = connection
        self.table = table
        self.base = quoted(base) + "." + quoted(table.name)
        self.other = quoted(other) + "." + quoted(table.name)
        self.columns = table.stored_columns
        self.conditions = [
            "0" if column.name in ignored else _differs(column)
            for column in table.columns
            if not column.generated
        ]
        self.may_differ = may_differ
        self.result = TableChanges.of_table(table)

    def compare_by_identity(self) -> None:
        if self.may_differ is not None:
            self._store_ranges(self.may_differ)
        width = len(self.columns)
        # Rows by what a row says after its new and old values: that it is found by its identity, and what differs.
        groups: Dict[Tuple[Optional[int], ...], List[Row]] = {}
        for row in self._met_or_new():
            groups.setdefault(row[2 * width :], []).append(row)
        inserts = [row[:width] for row in groups.pop((1, *[None] * len(self._masks())), ())]
        deletes = self._gone()
        self._check_counts(len(inserts), len(deletes))
        for (found, *masks), rows in groups.items():
            self._require_sound(found == 1)
            positions = tuple(n for n in range(width) if (masks[n // _BITS] or 0) >> n % _BITS & 1)
            if not self.table.integer_key:
                strangers = [row for row in rows if not self._same_key(row, positions)]
                inserts += [row[:width] for row in strangers]
                deletes += [row[width : 2 * width] for row in strangers]
                rows = [row for row in rows if self._same_key(row, positions)]
            self._add_updates(positions, rows)
        self._settle(deletes, inserts)

    def compare_as_bags(self) -> None:
        """For tables whose columns hide every name of the row id."""
        before, after = (
            self.connection.execute(sql("SELECT", names(self.columns), "FROM", table)).fetchall()
            for table in (self.base, self.other)
        )
        self._settle(before, after)

    def _met_or_new(self) -> sqlite3.Cursor:
        """New values, old values, 1 if found by identity, masks of what differs (NULL where there is no old row).

        Where nothing but these columns is needed, values that do not differ stay NULL, because making Python objects
        of them costs more than comparing them.
        """
        alone = "a." + quoted(self._identity()[0]) + " IS NULL"
        new: List[str] = []
        old: List[str] = []
        for name, differs in zip(self.columns, self.conditions):
            whole = not self.table.integer_key or name in self.table.key or differs == "0"
            for alias, values in (("b", new), ("a", old)):
                value = f"{alias}.{quoted(name)}"
                values.append(value if whole else f"CASE WHEN {differs} THEN {value} END")
        masks = [f"CASE WHEN {alone} THEN NULL ELSE {mask} END" for mask in self._masks()]
        return self.connection.execute(
            sql(
                *("SELECT", comma([*new, *old, self._found(self.other, "b"), *masks])),
                *("FROM", self._within_ranges(self.other, "b"), "LEFT JOIN", self.base, "AS a"),
                *("ON", self._meeting("a", "b"), "WHERE"),
                any_of([alone, *(condition for condition in self.conditions if condition != "0")]),
            )
        )

    def _gone(self) -> List[Row]:
        alone = "b." + quoted(self._identity()[0]) + " IS NULL"
        rows = self.connection.execute(
            sql(
                *("SELECT", comma([names(self.columns, "a."), self._found(self.base, "a")])),
                *("FROM", self._within_ranges(self.base, "a"), "LEFT JOIN", self.other, "AS b"),
                *("ON", self._meeting("a", "b"), "WHERE", alone),
            )
        ).fetchall()
        self._require_sound(all(row[-1] == 1 for row in rows))
        return [row[:-1] for row in rows]

    def _found(self, table: str, alias: str) -> str:
        """Whether the row is where its identity leads: in a damaged tree it may not be."""
        return sql("(SELECT 1 FROM", table, "AS f WHERE", self._meeting("f", alias), ")")

    def _check_counts(self, inserts: int, deletes: int) -> None:
        """Rows out of order would be met twice or never, and the numbers would not add up."""
        before, after = self._count(self.base), self._count(self.other)
        self._require_sound(before + inserts - deletes == after)
        if self.may_differ is not None:
            self._require_sound((before, after) == (self.may_differ.rows_before, self.may_differ.rows_after))

    def _count(self, table: str) -> int:
        counted = self._within_ranges(table, "t") if self.may_differ is not None else table + " NOT INDEXED"
        return int(self.connection.execute(sql("SELECT count(*) FROM", counted)).fetchone()[0])

    def _require_sound(self, sound: bool) -> None:
        if not sound:
            raise GeoPackageMalformed(
                f"“{self.table.name}” is damaged: rows are not where they belong. Nothing was changed; restore an "
                "earlier version."
            )

    def _identity(self) -> Tuple[str, ...]:
        return self.table.key if self.table.without_rowid else (str(self.table.rowid),)

    def _meeting(self, one: str, other: str) -> str:
        pairs = [(f"{one}.{quoted(name)}", f"{other}.{quoted(name)}") for name in self._identity()]
        if self.table.without_rowid:
            # The first comparison finds the row by its index, the second tells 'a' from 'A' under NOCASE.
            return all_of(f"{left} = {right} AND {left} = {right} COLLATE BINARY" for left, right in pairs)
        return all_of(f"{left} = {right}" for left, right in pairs)

    def _masks(self) -> List[str]:
        chunks = [self.conditions[start : start + _BITS] for start in range(0, len(self.conditions), _BITS)]
        return [
            " + ".join(
                f"({condition}) * {1 << bit}" for bit, condition in enumerate(chunk) if condition != "0"
            )
            or "0"
            for chunk in chunks
        ]

    def _store_ranges(self, may_differ: MayDiffer) -> None:
        self.connection.execute("CREATE TEMP TABLE IF NOT EXISTS ranges (first INTEGER, last INTEGER)")
        self.connection.execute("DELETE FROM temp.ranges")
        self.connection.executemany("INSERT INTO temp.ranges VALUES (?, ?)", may_differ.ranges)

    def _within_ranges(self, table: str, alias: str) -> str:
        if self.may_differ is None:
            return f"{table} AS {alias}"
        rowid = f"{alias}.{quoted(str(self.table.rowid))}"
        # CROSS JOIN is how SQLite is told to keep the order of the loops.
        return f"temp.ranges AS r CROSS JOIN {table} AS {alias} ON {rowid} BETWEEN r.first AND r.last"

    def _same_key(self, row: Row, positions: Sequence[int]) -> bool:
        key = self.result.key
        return bool(key) and not any(position in positions or row[position] is None for position in key)

    def _add_updates(self, positions: Tuple[int, ...], rows: List[Row]) -> None:
        width, geometry = len(self.columns), self.result.geometry
        if geometry is not None and geometry in positions:
            same = [row for row in rows if same_geometry(row[geometry], row[width + geometry])]
            if same:
                rest = tuple(position for position in positions if position != geometry)
                self._add_updates(rest, same)
                rows = [row for row in rows if not same_geometry(row[geometry], row[width + geometry])]
        if positions and rows:
            flat = [*positions, *self.result.key, *(width + position for position in positions)]
            self.result.updates.setdefault(positions, []).extend(map(itemgetter(*flat), rows))

    def _settle(self, deletes: List[Row], inserts: List[Row]) -> None:
        """Puts together what is the same row on both sides although it did not meet by row id."""
        if not self.table.integer_key and deletes and inserts:
            deletes, inserts = self._match(deletes, inserts)
        self.result.deletes, self.result.inserts = deletes, inserts

    def _match(self, deletes: List[Row], inserts: List[Row]) -> Tuple[List[Row], List[Row]]:
        gone: Dict[Any, List[Row]] = {}
        for row in deletes:
            gone.setdefault(self._handle(row), []).append(row)
        new = []
        for row in inserts:
            candidates = gone.get(self._handle(row))
            if not candidates:
                new.append(row)
                continue
            old = candidates.pop()
            before, after = dict(enumerate(old)), dict(enumerate(row))
            positions = changed_columns(before, after, self.result.geometry)
            if positions:
                flat = [row[n] for n in positions], self.result.key_of(row), [old[n] for n in positions]
                self.result.updates.setdefault(positions, []).append(
                    tuple(value for part in flat for value in part)
                )
        return [row for rows in gone.values() for row in rows], new

    def _handle(self, row: Row) -> Any:
        key = self.result.key_of(row)
        return loose_identity(row) if not key or None in key else key


def _differs(column: Column) -> str:
    one, other = "a." + quoted(column.name), "b." + quoted(column.name)
    condition = f"{one} IS NOT {other} COLLATE BINARY"
    if _keeps_storage_class(column.type):
        # Elsewhere the column's affinity makes 1 and 1.0 the same before they are stored.
        return f"({condition} OR typeof({one}) <> typeof({other}))"
    return condition


def _keeps_storage_class(declared: str) -> bool:
    """Whether a column of this declared type has the affinity BLOB (SQLite's rules of column affinity)."""
    declared = declared.upper()
    if any(part in declared for part in ("INT", "CHAR", "CLOB", "TEXT")):
        return False
    return not declared or "BLOB" in declared or declared == "ANY"
