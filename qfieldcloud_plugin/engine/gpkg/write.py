# SPDX-License-Identifier: GPL-2.0-or-later
"""Write one table's changes: in bulk while everything fits, row by row where something does not."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from operator import itemgetter
from typing import Any, Callable, Iterable, Iterator, List, Mapping, Sequence, Tuple

from ..errors import ChangeDoesNotFit, ConstraintBroken
from ..message import Message
from .changeset import Change, Key, Kind, Positions, TableChanges
from .connection import savepoint
from .row import Row, same_value
from .schema import Table
from .sql import all_of, comma, names, placeholders, quoted, sql
from .upkept import UPKEPT_COLUMNS


class NotInBulk(Exception):
    """Some row does not fit as it is; a careful writer tells which, or finds that it does."""


class TableWriter:
    """A writer that is not careful raises `NotInBulk` or sqlite3.IntegrityError and leaves the rest to a careful one.

    Being careful means a savepoint around each step, for which SQLite copies every page that was touched before.
    Deletes come first, then updates, then inserts: so a unique value may move from a row that goes to a new one.
    """

    def __init__(
        self, connection: sqlite3.Connection, table: Table, changes: TableChanges, *, careful: bool
    ) -> None:
        self.connection = connection
        self.careful = careful
        self.table = table
        self.changes = changes
        self.name = "main." + quoted(table.name)
        upkept = UPKEPT_COLUMNS.get(table.name.lower(), frozenset())
        self.upkept = {n for n, name in enumerate(changes.columns) if name in upkept}

    def write_old(self) -> None:
        """What concerns rows that are there: deletes, then updates."""
        deletes = self.changes.deletes
        loose = [row for row in deletes if self._is_loose(row)]
        self._delete_keyed([row for row in deletes if not self._is_loose(row)] if loose else deletes)
        self._delete_loose(loose)
        self._update()

    def _delete_keyed(self, rows: List[Row]) -> None:
        checked = [n for n in range(len(self.changes.columns)) if n not in self.upkept]
        delete = sql("DELETE FROM", self.name, "WHERE", self._is_row())
        flat = _picker([*self.changes.key, *checked])

        def delete_if_as_expected(row: Row) -> None:
            self._require(row, Kind.DELETE, self.changes.key_of(row), {n: row[n] for n in checked})
            self.connection.execute(delete, self.changes.key_of(row))

        self._in_bulk(sql(delete, "AND", self._has(checked)), map(flat, rows), rows, delete_if_as_expected)

    def _delete_loose(self, rows: List[Row]) -> None:
        """Of rows that are equal in everything, one is as good as another."""
        where = self._has(range(len(self.changes.columns)))
        if self.table.rowid is not None:
            rowid = quoted(self.table.rowid)
            where = sql(rowid, "= (SELECT", rowid, "FROM", self.name, "WHERE", where, "LIMIT 1)")
        for row in rows:
            count = self.connection.execute(sql("DELETE FROM", self.name, "WHERE", where), row).rowcount
            if not count:
                raise self._misfit(row, Kind.DELETE, Message("is not there"))
            self.connection.executemany(self._insert_sql(), [row] * (count - 1))

    def _update(self) -> None:
        try:
            with self._trial():
                for positions, rows in self.changes.updates.items():
                    self._update_group(positions, rows)
        except sqlite3.IntegrityError:
            if not self.careful:
                raise
            # Two rows may have swapped a unique value, which no order of single updates can do.
            self._update_by_replacing()

    def _update_group(self, positions: Positions, rows: List[Row]) -> None:
        count, end = len(positions), len(positions) + len(self.changes.key)
        checked = [n for n in range(count) if positions[n] not in self.upkept]
        assignments = comma(quoted(self.changes.columns[position]) + " = ?" for position in positions)
        update = sql("UPDATE", self.name, "SET", assignments, "WHERE", self._is_row())
        flat = _picker([*range(end), *(end + n for n in checked)])

        def update_if_as_expected(row: Row) -> None:
            self._require(row, Kind.UPDATE, row[count:end], {positions[n]: row[end + n] for n in checked})
            self.connection.execute(update, row[:end])

        where = self._has([positions[n] for n in checked])
        parameters = rows if len(checked) == count else map(flat, rows)
        self._in_bulk(sql(update, "AND", where), parameters, rows, update_if_as_expected)

    def _update_by_replacing(self) -> None:
        """Takes all rows to be updated out, then puts them in again with their new values."""
        columns = list(self.table.stored_columns)
        if self.table.rowid is not None and not self.table.integer_key:
            columns.append(self.table.rowid)
        place = {n: columns.index(name) for n, name in enumerate(self.changes.columns)}
        select = sql("SELECT", names(columns), "FROM", self.name, "WHERE", self._is_row())
        delete = sql("DELETE FROM", self.name, "WHERE", self._is_row())
        insert = sql("INSERT INTO", self.name, f"({names(columns)}) VALUES ({placeholders(len(columns))})")
        replaced = []
        for positions, rows in self.changes.updates.items():
            count, end = len(positions), len(positions) + len(self.changes.key)
            for row in rows:
                expected = {n: old for n, old in zip(positions, row[end:]) if n not in self.upkept}
                self._require(row, Kind.UPDATE, row[count:end], expected)
                whole = list(self.connection.execute(select, row[count:end]).fetchone())
                for position, value in zip(positions, row):
                    whole[place[position]] = value
                replaced.append(whole)
                self.connection.execute(delete, row[count:end])
        self._obeying_rules(lambda: self.connection.executemany(insert, replaced))

    def write_new(self) -> None:
        try:
            with self._trial():
                self.connection.executemany(self._insert_sql(), self.changes.inserts)
        except sqlite3.IntegrityError:
            if not self.careful:
                raise
            for row in self.changes.inserts:
                self._insert_row(row)

    def _insert_row(self, row: Row) -> None:
        if not self._is_loose(row):
            found = sql("SELECT 1 FROM", self.name, "WHERE", self._is_row())
            if self.connection.execute(found, self.changes.key_of(row)).fetchone():
                raise self._misfit(row, Kind.INSERT, Message("is there already"))
        self._obeying_rules(lambda: self.connection.execute(self._insert_sql(), row))

    def _in_bulk(
        self,
        statement: str,
        parameters: Iterable[Row],
        rows: Sequence[Row],
        one_by_one: Callable[[Row], None],
    ) -> None:
        if not rows:
            return
        with self._trial() as undo:
            if self.connection.executemany(statement, parameters).rowcount == len(rows):
                return
            undo()
        for row in rows:
            one_by_one(row)

    def _require(self, row: Row, kind: Kind, key: Key, expected: Mapping[int, Any]) -> None:
        """Raises `ChangeDoesNotFit` unless the row with this key has these values, geometries by WKB."""
        columns = names([self.changes.columns[n] for n in expected]) or "1"
        select = sql("SELECT", columns, "FROM", self.name, "WHERE", self._is_row())
        current = self.connection.execute(select, key).fetchone()
        if current is None:
            raise self._misfit(row, kind, Message("is not there"))
        for (position, value), now in zip(expected.items(), current):
            if not same_value(value, now, position == self.changes.geometry):
                raise self._misfit(
                    row,
                    kind,
                    Message("has another value in “{column}”", column=self.changes.columns[position]),
                )

    def _misfit(self, row: Row, kind: Kind, reason: str) -> ChangeDoesNotFit:
        change = self._as_change(row, kind)
        key = comma(map(str, change.key)) or Message("without a key")
        return ChangeDoesNotFit(
            Message(
                "A change does not fit: in “{table}” the row {key} {reason}. Nothing was changed.",
                table=self.table.name,
                key=key,
                reason=reason,
            ),
            change,
        )

    def _as_change(self, row: Row, kind: Kind) -> Change:
        single = self.changes.like()
        if kind is Kind.UPDATE:
            positions = next(
                n for n, rows in self.changes.updates.items() if any(row is other for other in rows)
            )
            single.updates[positions] = [row]
        else:
            (single.inserts if kind is Kind.INSERT else single.deletes).append(row)
        return next(iter(single))

    def _obeying_rules(self, write: Callable[[], object]) -> None:
        try:
            write()
        except sqlite3.IntegrityError as error:
            raise ConstraintBroken(
                Message(
                    "The changes break a rule of “{table}” ({error}). Nothing was changed.",
                    table=self.table.name,
                    error=error,
                )
            ) from error

    @contextmanager
    def _trial(self) -> Iterator[Callable[[], None]]:
        if self.careful:
            with savepoint(self.connection) as undo:
                yield undo
        else:
            yield _give_up

    def _is_loose(self, row: Row) -> bool:
        return not self.changes.key or None in self.changes.key_of(row)

    def _is_row(self) -> str:
        return all_of(quoted(column) + " = ?" for column in self.changes.key_columns)

    def _has(self, positions: Iterable[int]) -> str:
        return all_of(
            quoted(self.changes.columns[position]) + " IS ? COLLATE BINARY" for position in positions
        )

    def _insert_sql(self) -> str:
        columns = self.changes.columns
        return sql("INSERT INTO", self.name, f"({names(columns)}) VALUES ({placeholders(len(columns))})")


def _give_up() -> None:
    raise NotInBulk


def _picker(positions: List[int]) -> Callable[[Row], Tuple[Any, ...]]:
    """A function that picks these positions of a row, always as a tuple."""
    if len(positions) == 1:
        position = positions[0]
        return lambda row: (row[position],)
    return itemgetter(*positions)
