# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of one table of a GeoPackage, and how values of deltas become values of its columns."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ContextManager, Dict, Iterator, List, Mapping, Optional, Protocol, Tuple, Union
from uuid import uuid4

from ..gpkg import shape as shapes
from ..gpkg import wkt
from ..gpkg.changeset import Change, Kind
from ..gpkg.connection import sqlite_errors
from ..gpkg.geometry import InvalidGeometry, geometry_blob, same_geometry, wkb
from ..gpkg.schema import Table
from ..gpkg.sql import all_of, comma, names, placeholders, quoted, sql
from ..message import Message
from . import values
from .refusal import Refusal
from .result import ERROR
from .upkeep import TableUpkeep

Key = Union[int, str, float]
Row = Dict[str, Any]

_UUID_NAMES = {"uuid", "guid", "globalid", "global_id", "unique_id", "uid"}
# Each looks at the whole table, and only for a hint.
_MOST_SEARCHES = 20
_KEPT_OUT = Message(
    "The feature did not read back as it was written: a trigger or something like it kept it out."
)


class TableFile(Protocol):
    """What a table asks of the open GeoPackage it is in."""

    path: Path
    connection: sqlite3.Connection
    has_deferred_rules: bool

    def step(self) -> ContextManager[None]:
        """What is written inside stays if the block succeeds, and only then."""

    def check_deferred_rules(self, change: Change) -> None:
        """Raise Refusal if a foreign key that SQLite would check later does not hold now."""

    def allow_time(self) -> None:
        """For one delta from now on."""


class GeoPackageTable:
    """Reads and writes rows by their key; whatever writes must run inside `step()`."""

    def __init__(self, file: TableFile, table: Table, key: str) -> None:
        self.file, self.table, self.name = file, table, table.name
        self.key = key or (table.key[0] if len(table.key) == 1 else "")
        self.integer_key = table.integer_key and self.key == table.key[0]
        self.geometry = table.geometry.name if table.geometry else ""
        attributes = [column for column in table.columns if column.name != self.geometry]
        self.kinds = {column.name: values.kind_of(column.type) for column in attributes}
        self.writable = frozenset(column.name for column in attributes if not column.generated)
        self.uuid_columns = tuple(name for name in self.kinds if name != self.key and self._may_be_uuid(name))
        self._uuid_indexes: Dict[str, str] = {}
        self._searches_left = _MOST_SEARCHES
        self.upkeep = TableUpkeep(file.connection, table)
        self._columns = tuple(column.name for column in table.columns)
        self._execute = file.connection.execute
        self._statements: Dict[Tuple[str, Tuple[str, ...]], str] = {}
        self._where = sql("WHERE", quoted(self.key), "= ?")
        self._find = sql("SELECT", names(self._columns), "FROM", quoted(self.name), self._where, "LIMIT 2")
        self._delete = sql("DELETE FROM", quoted(self.name), self._where)

    def _may_be_uuid(self, column: str) -> bool:
        is_text = self.kinds[column] is values.Kind.TEXT
        return is_text and (column.lower() in _UUID_NAMES or (column,) in self.table.unique)

    def column_like(self, name: str) -> Optional[str]:
        """The column whose name differs only in case."""
        return next((column for column in self.kinds if column.lower() == name.lower()), None)

    @contextmanager
    def step(self) -> Iterator[None]:
        self.upkeep.begin()
        with self.file.step():
            yield
        self.upkeep.keep()

    # Finding

    def key_from(self, said: Any) -> Optional[Key]:
        """The key a delta names, as the table stores it; None if it can be none."""
        if said is None or said == "" or isinstance(said, (list, dict)):
            return None
        try:
            key: Optional[Key] = values.from_json(said, self.kinds[self.key])
        except values.ValueDoesNotFit:
            return None
        return key

    def find(self, key: Optional[Key]) -> Optional[Row]:
        """The row with this key. Raises Refusal when there are several."""
        if key is None:
            return None
        with sqlite_errors(self.file.path):
            rows = self._execute(self._find, (key,)).fetchall()
        if len(rows) > 1:
            raise Refusal(
                Message(
                    "More than one feature has {key!r} as “{column}”, so it cannot tell them apart.",
                    key=key,
                    column=self.key,
                )
            )
        return dict(zip(self._columns, rows[0])) if rows else None

    def keys_where(self, wanted: Mapping[str, Any]) -> List[Key]:
        """The keys of up to two rows with these stored values."""
        conditions = all_of(quoted(column) + " IS ?" for column in wanted)
        query = sql("SELECT", quoted(self.key), "FROM", quoted(self.name), "WHERE", conditions, "LIMIT 2")
        with sqlite_errors(self.file.path):
            return [row[0] for row in self._execute(query, tuple(wanted.values()))]

    def keys_with_uuid(self, column: str, uuid: str) -> List[Key]:
        """The keys of up to two rows that carry a UUID; rows changed meanwhile may be among them."""
        if (column,) in self.table.unique:
            return self.keys_where({column: uuid})
        index = f"uuids {self.name} {column}"
        with sqlite_errors(self.file.path):
            if column not in self._uuid_indexes:
                # Thousands of deltas may ask, and the column has no index.
                columns = (quoted(column), "AS uuid,", quoted(self.key), "AS key")
                self._execute(
                    sql("CREATE TEMP TABLE", quoted(index), "AS SELECT", *columns, "FROM", quoted(self.name))
                )
                self._execute(
                    sql("CREATE INDEX", "temp." + quoted(index + " i"), "ON", quoted(index), "(uuid)")
                )
                self._uuid_indexes[column] = sql("INSERT INTO", "temp." + quoted(index), "VALUES (?, ?)")
            query = sql("SELECT key FROM", "temp." + quoted(index), "WHERE uuid = ? LIMIT 2")
            return [row[0] for row in self._execute(query, (uuid,))]

    def key_of_row_like(self, said: Mapping[str, Any]) -> Optional[Key]:
        """The key of the only row with exactly these values, as a hint for people."""
        if not self._searches_left:
            return None
        self._searches_left -= 1
        try:
            wanted = {
                name: self.stored(name, said[name])
                for name in said
                if name in self.kinds and name != self.key
            }
        except Refusal:
            return None
        if all(value is None for value in wanted.values()):
            return None
        keys = self.keys_where(wanted)
        return keys[0] if len(keys) == 1 else None

    # Values

    def stored(self, column: str, said: Any) -> Any:
        """The value for a column. Raises Refusal if it does not fit."""
        try:
            return values.from_json(said, self.kinds[column])
        except values.ValueDoesNotFit as error:
            raise Refusal(
                Message("The value of “{column}” does not fit: {error}.", column=column, error=error)
            ) from error

    def said(self, column: str, stored: Any) -> Any:
        """The value of a column as a delta would say it, as well as it can."""
        try:
            return values.to_json(stored, self.kinds[column])
        except values.ValueDoesNotFit:
            return str(stored)

    def same(self, column: str, stored: Any, said: Any) -> bool:
        return values.same(stored, said, self.kinds[column])

    def geometry_from(self, text: Optional[str]) -> Optional[bytes]:
        """The blob for WKT, promoted to the layer's type. Raises Refusal."""
        column = self.table.geometry
        if text is None or column is None:
            return None
        if not text.strip():
            raise Refusal(Message("Empty WKT string!"))
        try:
            shape = wkt.parse(text, nan_as_zero=True)
            shape = shapes.with_type(shape, shapes.CODES.get(column.type, 0))
            z, m = _wanted(column.z, is_there=shape.z), _wanted(column.m, is_there=shape.m)
            return geometry_blob(shapes.to_wkb(shapes.with_dimensions(shape, z, m)), column.srs_id)
        except InvalidGeometry as error:
            raise Refusal(Message("The geometry cannot be stored: {error}", error=error)) from error

    def geometry_said(self, blob: Any) -> Optional[str]:
        try:
            return wkt.wkb_to_wkt(wkb(blob)) if isinstance(blob, bytes) else None
        except InvalidGeometry:
            return None

    def same_geometry(self, blob: Any, text: Optional[str]) -> bool:
        try:
            return same_geometry(blob, self.geometry_from(text))
        except Refusal:
            return False

    def has_default(self, column: str) -> bool:
        default = self.table.column(column).default
        return default is not None and default.strip().upper() != "NULL"

    # Writing

    def insert(self, row: Row) -> Key:
        """Add a row; a key that is not in it is chosen here or by SQLite."""
        if row.get(self.key) is None:
            row = {column: value for column, value in row.items() if column != self.key}
            if not self.integer_key and not self.has_default(self.key):
                row[self.key] = self._new_key()
        cursor = self._execute(self._statement("insert", row), tuple(row.values()))
        if cursor.rowcount == 0:
            raise Refusal(_KEPT_OUT, status=ERROR)
        key: Key = row[self.key] if self.key in row else self._key_at(cursor.lastrowid or 0)
        self.upkeep.inserted(key, row.get(self.geometry))
        self._settle(key, None, row)
        return key

    def _key_at(self, rowid: int) -> Key:
        if self.integer_key:
            return rowid
        # Only a key with a default comes here, and a table without row ids cannot tell which one it took.
        if self.table.rowid is None:
            raise Refusal(
                Message("The layer chooses “{column}” itself and cannot tell what it chose.", column=self.key)
            )
        query = sql("SELECT", quoted(self.key), "FROM", quoted(self.name), "WHERE", self.table.rowid, "= ?")
        key: Key = self._execute(query, (rowid,)).fetchone()[0]
        return key

    def _new_key(self) -> Key:
        if self.kinds[self.key] is not values.Kind.INTEGER:
            return str(uuid4())
        query = sql("SELECT coalesce(max(", quoted(self.key), "), 0) + 1 FROM", quoted(self.name))
        return int(self._execute(query).fetchone()[0])

    def update(self, key: Key, old: Row, changes: Row) -> Key:
        """Change some columns of the row `old`; returns its key from now on."""
        self._execute(self._statement("update", changes), (*changes.values(), key))
        new_key: Key = changes.get(self.key, key)
        former = old.get(self.geometry)
        self.upkeep.updated(key, new_key, former, changes.get(self.geometry, former))
        self._settle(new_key, old, changes)
        return new_key

    def delete(self, key: Key, old: Row) -> None:
        self._execute(self._delete, (key,))
        self.upkeep.deleted(key, old.get(self.geometry))
        row = self.find(key)
        # A trigger may only mark rows as deleted; but then it must have done so.
        if row is not None and (row == old or not self.upkeep.has_own_triggers):
            raise Refusal(_KEPT_OUT, status=ERROR)
        if self.file.has_deferred_rules:
            self.file.check_deferred_rules(Change(self.name, Kind.DELETE, (key,), self._stored_part(old), {}))

    def _statement(self, verb: str, row: Row) -> str:
        shape = (verb, tuple(row))
        statement = self._statements.get(shape)
        if statement is None:
            statement = self._statements[shape] = self._made_statement(*shape)
        return statement

    def _made_statement(self, verb: str, columns: Tuple[str, ...]) -> str:
        if verb == "update":
            assignments = comma(quoted(column) + " = ?" for column in columns)
            return sql("UPDATE", quoted(self.name), "SET", assignments, self._where)
        body = "DEFAULT VALUES"
        if columns:
            body = sql("(", names(columns), ") VALUES (", placeholders(len(columns)), ")")
        return sql("INSERT INTO", quoted(self.name), body)

    def check(self, key: Key, expected: Row, old: Optional[Row] = None) -> None:
        """Read back what was written over `old`. Raises Refusal, with the status ERROR."""
        row = self.find(key)
        if row is not None and all(_reads_back(row[name], value) for name, value in expected.items()):
            return
        # Triggers of the user's own may change rows on purpose, as long as something of the change remains.
        is_unchanged = (
            row is not None and old is not None and all(row[name] == old[name] for name in expected)
        )
        if is_unchanged or not self.upkeep.has_own_triggers:
            raise Refusal(_KEPT_OUT, status=ERROR)

    def _settle(self, key: Key, old: Optional[Row], written: Row) -> None:
        for column, insert in self._uuid_indexes.items():
            if column in written:
                self._execute(insert, (written[column], key))
        if not self.file.has_deferred_rules:
            return
        new = self.find(key)
        if new is None:
            return
        kind = Kind.INSERT if old is None else Kind.UPDATE
        before = {} if old is None else self._stored_part(old)
        self.file.check_deferred_rules(Change(self.name, kind, (key,), before, self._stored_part(new)))

    def _stored_part(self, row: Row) -> Row:
        return {column: row[column] for column in self.table.stored_columns}


def _wanted(flag: int, *, is_there: bool) -> bool:
    """Whether to store Z (or M): 0 prohibited, 1 mandatory, 2 as it comes."""
    return is_there if flag == 2 else flag == 1


def _reads_back(stored: Any, written: Any) -> bool:
    # The column's affinity may have turned 1 into 1.0 or "1".
    return bool(stored == written) or (None not in (stored, written) and str(stored) == str(written))
