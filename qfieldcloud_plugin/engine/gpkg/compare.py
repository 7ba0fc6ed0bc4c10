# SPDX-License-Identifier: GPL-2.0-or-later
"""Two states of one table, compared row by row inside SQLite."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from operator import itemgetter
from threading import Lock
from typing import Any, Container, Dict, List, NamedTuple, Optional, Sequence, Tuple

from ..errors import GeoPackageMalformed
from ..message import Message
from .changeset import TableChanges
from .geometry import same_geometry
from .pages import MayDiffer
from .row import Row, changed_columns, loose_identity
from .schema import Table
from .second_reader import SecondReader
from .sql import all_of, any_of, comma, quoted, sql

_MANY_ROW_IDS = 20_000
_BITS = 60  # used of SQLite's signed 64 to say which columns of a row differ


def compare_tables(
    connection: sqlite3.Connection,
    base: str,
    other: str,
    table: Table,
    *,
    ignored: Container[str] = (),
    may_differ: Optional[MayDiffer] = None,
    second: Optional[SecondReader] = None,
) -> TableChanges:
    """The changes of `table`, which has the same columns in the databases `base` and `other`."""
    sides = _Side("a", base, table), _Side("b", other, table)
    result = TableChanges.of_table(table)
    return _Comparison(connection, sides, result, ignored, may_differ, second).changes()


def compare_altered_tables(
    connection: sqlite3.Connection, base: str, other: str, before: Table, after: Table
) -> TableChanges:
    """The changes of a table that has other columns, or another key, in each of the two databases."""
    sides = _Side("a", base, before), _Side("b", other, after)
    return _Comparison(connection, sides, TableChanges.of_altered_table(before, after)).changes()


class _Side:
    """One of the two states: `a` is the earlier one."""

    def __init__(self, alias: str, database: str, table: Table) -> None:
        self.alias = alias
        self.table = table
        self.source = quoted(database) + "." + quoted(table.name)
        self.columns = {column.name: column for column in table.columns if not column.generated}
        self.identity = (
            table.key if table.without_rowid else (table.rowid,) if table.rowid is not None else ()
        )

    def value(self, name: str) -> str:
        return f"{self.alias}.{quoted(name)}" if name in self.columns else "NULL"

    def meets(self, other: _Side, alias: str = "") -> str:
        """The row is that of `other`, whose rows may be known by another alias."""
        pairs = [
            (f"{self.alias}.{quoted(one)}", f"{alias or other.alias}.{quoted(two)}")
            for one, two in zip(self.identity, other.identity)
        ]
        if self.table.without_rowid:
            # The first comparison finds the row by its index, the second tells 'a' from 'A' under NOCASE.
            return all_of(f"{one} = {two} AND {one} = {two} COLLATE BINARY" for one, two in pairs)
        return all_of(f"{one} = {two}" for one, two in pairs)


class _Half(NamedTuple):
    found: List[Row]
    gone: List[Row]
    before: int
    after: int
    all_rows: int
    """Of the earlier state in the first half, of the later one in the second."""


class _Comparison:
    """Rows meet by row id where there is one, because that needs no index and no trust in collations.

    Where the key is something else, rows that met nobody or somebody else are matched by key afterwards.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        sides: Tuple[_Side, _Side],
        result: TableChanges,
        ignored: Container[str] = (),
        may_differ: Optional[MayDiffer] = None,
        second: Optional[SecondReader] = None,
    ) -> None:
        self.connection = connection
        self.base, self.other = sides
        self.result = result
        self.columns = result.columns
        self.conditions = ["0" if name in ignored else self._differs(name) for name in self.columns]
        self.may_differ = may_differ
        self.second = second

    def changes(self) -> TableChanges:
        one, two = self.base.table, self.other.table
        same_keys = one.key == two.key and one.integer_key == two.integer_key
        if (
            same_keys
            and one.without_rowid == two.without_rowid
            and self.base.identity
            and self.other.identity
        ):
            self._compare_by_identity()
        else:
            self._compare_as_bags()
        return self.result

    def _compare_by_identity(self) -> None:
        if self.may_differ is not None:
            self._store_ranges(self.may_differ)
        width = len(self.columns)
        # Rows by what comes after their new and old values: whether they are found by identity, and what differs.
        groups: Dict[Tuple[Optional[int], ...], List[Row]] = defaultdict(list)
        found, gone, (before, after) = self._found_and_gone()
        for group, row in zip(map(itemgetter(slice(2 * width, None)), found), found):
            groups[group].append(row)
        self._require_sound(all(row[-1] == 1 for row in gone))
        deletes = [row[:-1] for row in gone]
        inserts = [row[:width] for row in groups.pop((1, *[None] * len(self._masks())), ())]
        # Rows out of order would be met twice or never, and the numbers would not add up.
        self._require_sound(before + len(inserts) - len(deletes) == after)
        if self.may_differ is not None:
            self._require_sound((before, after) == (self.may_differ.rows_before, self.may_differ.rows_after))
        for (is_found, *masks), rows in groups.items():
            self._require_sound(is_found == 1)
            positions = tuple(n for n in range(width) if (masks[n // _BITS] or 0) >> n % _BITS & 1)
            if not self.result.integer_key:
                strangers = [row for row in rows if not self._same_key(row, positions)]
                inserts += [row[:width] for row in strangers]
                deletes += [row[width : 2 * width] for row in strangers]
                rows = [row for row in rows if self._same_key(row, positions)]
            self._add_updates(positions, rows)
        self._settle(deletes, inserts)

    def _found_and_gone(self) -> Tuple[List[Row], List[Row], Tuple[int, int]]:
        """What `_met_or_new` and `_gone` find, from two cores where the table is large; how many rows there are."""
        middle, sides = self._middle(), (self.base, self.other)
        if self.second is None or middle is None:
            found, gone = (
                self.connection.execute(query).fetchall() for query in (self._met_or_new(), self._gone())
            )
            return (
                found,
                gone,
                (self._count(self.base, self.connection), self._count(self.other, self.connection)),
            )
        one_at_a_time = Lock()

        def rows(connection: sqlite3.Connection, query: str) -> List[Row]:
            if sqlite3.sqlite_version_info >= (3, 35):
                # All the work is done before the first row is there, with Python's lock given away just once.
                query = sql("WITH found AS MATERIALIZED (", query, ") SELECT * FROM found")
            cursor = connection.execute(query)
            with one_at_a_time:
                return cursor.fetchall()

        def work(connection: sqlite3.Connection, half: int) -> _Half:
            within = f"<= {middle}" if half == 0 else f"> {middle}"
            found, gone = rows(connection, self._met_or_new(within)), rows(connection, self._gone(within))
            before, after = (self._count(side, connection, within) for side in sides)
            return _Half(found, gone, before, after, self._count(sides[half], connection))

        one, two = self.second.halves(work)
        # Where rows are out of order, one half may end too early or the other begin too late. Only if both together
        # are all rows is each of them in exactly one half.
        before, after = one.all_rows, two.all_rows
        self._require_sound((one.before + two.before, one.after + two.after) == (before, after))
        return one.found + two.found, one.gone + two.gone, (before, after)

    def _middle(self) -> Optional[int]:
        """The row id that parts a large table; None when it is not worth it, or pages told what to compare."""
        rowid = self.base.table.rowid
        alike = rowid is not None and rowid == self.other.table.rowid and not self.base.table.without_rowid
        if self.may_differ is not None or self.second is None or not alike or not self.second.is_worth_it:
            return None
        ends = [
            self.connection.execute(
                sql("SELECT", f"{end}({quoted(str(rowid))})", "FROM", side.source)
            ).fetchone()[0]
            for side in (self.base, self.other)
            for end in ("min", "max")
        ]
        if None in ends or max(ends) - min(ends) < _MANY_ROW_IDS:
            return None
        return int(max(ends) + min(ends)) // 2

    def _compare_as_bags(self) -> None:
        """For tables whose columns hide every name of the row id, or whose key itself was altered."""
        before, after = (
            self.connection.execute(
                sql("SELECT", comma(map(side.value, self.columns)), "FROM", side.source, "AS", side.alias)
            ).fetchall()
            for side in (self.base, self.other)
        )
        self._settle(before, after)

    def _met_or_new(self, within: str = "") -> str:
        """The query for new values, old values, 1 if found by identity, masks of what differs (NULL without old row).

        Where nothing but these columns is needed, values that do not differ stay NULL, because making Python objects
        of them costs more than comparing them.
        """
        alone = f"a.{quoted(self.base.identity[0])} IS NULL"
        key = {self.columns[position] for position in self.result.key}
        new: List[str] = []
        old: List[str] = []
        for name, differs in zip(self.columns, self.conditions):
            whole = not self.result.integer_key or name in key or differs == "0"
            for side, values in ((self.other, new), (self.base, old)):
                value = side.value(name)
                values.append(value if whole else f"CASE WHEN {differs} THEN {value} END")
        masks = [f"CASE WHEN {alone} THEN NULL ELSE {mask} END" for mask in self._masks()]
        # A row that met another but does not belong there makes the counts wrong, so only new rows are looked for.
        found = f"CASE WHEN {alone} THEN {self._found(self.other)} ELSE 1 END"
        differs = any_of([alone, *(condition for condition in self.conditions if condition != "0")])
        return sql(
            *("SELECT", comma([*new, *old, found, *masks])),
            *("FROM", self._within_ranges(self.other), "LEFT JOIN", self.base.source, "AS a"),
            *(
                "ON",
                self.base.meets(self.other),
                "WHERE (",
                differs,
                ")",
                self._part(self.other, "AND", within),
            ),
        )

    def _gone(self, within: str = "") -> str:
        """The query for old values, and 1 if the row is where it belongs."""
        alone = f"b.{quoted(self.other.identity[0])} IS NULL"
        values = comma([*map(self.base.value, self.columns), self._found(self.base)])
        return sql(
            *("SELECT", values, "FROM", self._within_ranges(self.base)),
            *("LEFT JOIN", self.other.source, "AS b ON", self.base.meets(self.other), "WHERE", alone),
            self._part(self.base, "AND", within),
        )

    def _found(self, side: _Side) -> str:
        """Whether the row is where its identity leads: in a damaged tree it may not be."""
        return sql("(SELECT 1 FROM", side.source, "AS f WHERE", side.meets(side, "f"), ")")

    def _count(self, side: _Side, connection: sqlite3.Connection, within: str = "") -> int:
        counted = self._within_ranges(side) + (" NOT INDEXED" if self.may_differ is None else "")
        query = sql("SELECT count(*) FROM", counted, self._part(side, "WHERE", within))
        return int(connection.execute(query).fetchone()[0])

    @staticmethod
    def _part(side: _Side, word: str, within: str) -> str:
        return f"{word} {side.alias}.{quoted(str(side.table.rowid))} {within}" if within else ""

    def _require_sound(self, sound: bool) -> None:
        if not sound:
            raise GeoPackageMalformed(
                Message(
                    "“{table}” is damaged: rows are not where they belong. Nothing was changed; restore an "
                    "earlier version.",
                    table=self.result.name,
                )
            )

    def _differs(self, name: str) -> str:
        one, two = self.base.value(name), self.other.value(name)
        condition = f"{one} IS NOT {two} COLLATE BINARY"
        types = {side.columns[name].type for side in (self.base, self.other) if name in side.columns}
        if len(types) > 1 or any(map(_keeps_storage_class, types)):
            # Elsewhere the column's affinity makes 1 and 1.0 the same before they are stored.
            return f"({condition} OR typeof({one}) <> typeof({two}))"
        return condition

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

    def _within_ranges(self, side: _Side) -> str:
        if self.may_differ is None:
            return f"{side.source} AS {side.alias}"
        rowid = f"{side.alias}.{quoted(str(side.table.rowid))}"
        # CROSS JOIN is how SQLite is told to keep the order of the loops.
        return (
            f"temp.ranges AS r CROSS JOIN {side.source} AS {side.alias} ON {rowid} BETWEEN r.first AND r.last"
        )

    def _same_key(self, row: Row, positions: Sequence[int]) -> bool:
        key = self.result.key
        return bool(key) and not any(position in positions or row[position] is None for position in key)

    def _add_updates(self, positions: Tuple[int, ...], rows: List[Row]) -> None:
        width, geometry = len(self.columns), self.result.geometry
        if geometry is not None and geometry in positions:
            same = [row for row in rows if _may_be_same(row[geometry], row[width + geometry])]
            same = [row for row in same if same_geometry(row[geometry], row[width + geometry])]
            if same:
                rest = tuple(position for position in positions if position != geometry)
                self._add_updates(rest, same)
                rows = [row for row in rows if not same_geometry(row[geometry], row[width + geometry])]
        if positions and rows:
            flat = [*positions, *self.result.key, *(width + position for position in positions)]
            self.result.updates.setdefault(positions, []).extend(map(itemgetter(*flat), rows))

    def _settle(self, deletes: List[Row], inserts: List[Row]) -> None:
        """Puts together what is the same row on both sides although it did not meet by row id."""
        if not self.result.integer_key and deletes and inserts:
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


def _keeps_storage_class(declared: str) -> bool:
    """Whether a column of this declared type has the affinity BLOB (SQLite's rules of column affinity)."""
    declared = declared.upper()
    if any(part in declared for part in ("INT", "CHAR", "CLOB", "TEXT")):
        return False
    return not declared or "BLOB" in declared or declared == "ANY"


def _may_be_same(one: Any, other: Any) -> bool:
    """False only for geometry blobs that differ in what follows equal headers without an envelope."""
    if not isinstance(one, bytes) or not isinstance(other, bytes):
        return False
    return one[:8] != other[:8] or bool(one[3:4] and one[3] & 0x0E)
