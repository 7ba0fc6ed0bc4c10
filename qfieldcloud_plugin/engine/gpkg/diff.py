# SPDX-License-Identifier: GPL-2.0-or-later
"""The changeset between two states of a GeoPackage."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Callable, Iterator, List, NamedTuple, Optional, Tuple, Union

from ..errors import SchemaDoesNotFit
from ..message import Message
from .btree import UnexpectedStructure
from .changeset import Changeset, TableChanges
from .compare import compare_altered_tables, compare_tables
from .connection import (
    PathLike,
    attach,
    has_content,
    holds_write_lock,
    is_unwritten,
    main_path,
    memory_connection,
    sqlite_errors,
    time_limit,
)
from .definitions import compare_definitions
from .pages import MayDiffer, PageComparison
from .raw_file import RawFile, raw_file
from .schema import SchemaReader, Table
from .second_reader import Database, SecondReader
from .sql import names, quoted, sql
from .upkept import UPKEPT_COLUMNS
from .write_ahead_log import LogIndex, as_seen, read_index

Source = Union[PathLike, sqlite3.Connection]


def diff(
    base: PathLike,
    other: Source,
    *,
    definitions: bool = False,
    immutable_base: bool = False,
    cancelled: Optional[Callable[[], bool]] = None,
) -> Changeset:
    """What was done to the GeoPackage `base` to become `other`, which may be a path or an open connection.

    Rows are told apart by their primary key, rows of tables without one by all their values. Geometries are equal
    when their WKB is. With `definitions` it also tells how tables, indexes, views and triggers were changed; without,
    a table whose columns differ raises `SchemaDoesNotFit`. `immutable_base` promises that nobody writes to `base`
    meanwhile.
    """
    with (
        _pair(base, other, immutable_base=immutable_base) as pair,
        time_limit(pair.connection, *pair.paths, cancelled=cancelled),
        sqlite_errors(pair.paths[-1]),
        _page_comparison(pair, immutable_base=immutable_base) as pages,
    ):
        second = _second_reader(pair, cancelled, immutable_base=immutable_base)
        return _Comparison(pair, pages, second, definitions=definitions).changeset()


class _Pair(NamedTuple):
    """One connection that sees both states, each as of one moment, and the names it knows them by."""

    connection: sqlite3.Connection
    base: str
    other: str
    paths: List[Path]
    logs: List[Optional[LogIndex]]
    """What was in the write-ahead log of each file before the connection began to read it."""


class _Comparison:
    def __init__(
        self,
        pair: _Pair,
        pages: Optional[PageComparison],
        second: Optional[SecondReader],
        *,
        definitions: bool,
    ) -> None:
        self.pair = pair
        self.pages = pages
        self.second = second
        self.before = SchemaReader(pair.connection, pair.base)
        self.after = SchemaReader(pair.connection, pair.other)
        self.definitions = compare_definitions(self.before, self.after) if definitions else ()
        self.allowed_to_alter = definitions

    def changeset(self) -> Changeset:
        tables = dict.fromkeys([*self.before.definitions, *self.after.definitions])
        changed = (changes for changes in map(self._table, tables) if changes is not None)
        return Changeset(changed, self.definitions)

    def _table(self, name: str) -> Optional[TableChanges]:
        if name not in self.after.definitions:
            gone = TableChanges.of_table(self.before.table(name))
            gone.deletes = self._all_rows(self.pair.base, gone)
            return gone
        if name not in self.before.definitions:
            new = TableChanges.of_table(self.after.table(name))
            new.inserts = self._all_rows(self.pair.other, new)
            return new
        may_differ = self._may_differ(name)
        if may_differ is not None and not may_differ.ranges:
            return None
        table, later = self.before.table(name), self.after.table(name)
        connection, base, other = self.pair.connection, self.pair.base, self.pair.other
        if (table.stored_columns, table.key) != (
            later.stored_columns,
            later.key,
        ) and not self.allowed_to_alter:
            raise SchemaDoesNotFit(
                Message("The columns of “{table}” differ between the two files.", table=table.name)
            )
        if _shape(table) != _shape(later):
            return compare_altered_tables(connection, base, other, table, later)
        ignored = UPKEPT_COLUMNS.get(table.name.lower(), ())
        return compare_tables(
            connection, base, other, table, ignored=ignored, may_differ=may_differ, second=self.second
        )

    def _may_differ(self, name: str) -> Optional[MayDiffer]:
        """None when all rows have to be compared."""
        root_before, definition_before = self.before.definitions[name]
        root_after, definition_after = self.after.definitions[name]
        if self.pages is None or definition_before != definition_after:
            return None
        try:
            return self.pages.table(root_before, root_after)
        except UnexpectedStructure:
            return None

    def _all_rows(self, database: str, table: TableChanges) -> List[Tuple[object, ...]]:
        source = quoted(database) + "." + quoted(table.name)
        return self.pair.connection.execute(sql("SELECT", names(table.columns), "FROM", source)).fetchall()


def _shape(table: Table) -> Tuple[object, ...]:
    """What has to be equal for a comparison to treat both states alike."""
    types = tuple(column.type for column in table.columns)
    return table.stored_columns, table.key, table.integer_key, table.without_rowid, table.rowid, types


@contextmanager
def _page_comparison(pair: _Pair, *, immutable_base: bool) -> Iterator[Optional[PageComparison]]:
    """None when the pages in the files are not what the connection sees, or say too little."""
    if len(pair.paths) != 2 or not is_unwritten(pair.connection):
        yield None
        return
    with ExitStack() as files:
        base, other = (
            files.enter_context(_pages_as_seen(path, log, private=immutable_base and path is pair.paths[0]))
            for path, log in zip(pair.paths, pair.logs)
        )
        comparison: Optional[PageComparison] = None
        if base is not None and other is not None:
            with suppress(UnexpectedStructure):
                comparison = PageComparison(base, other)
        yield comparison


@contextmanager
def _pages_as_seen(path: Path, log: Optional[LogIndex], *, private: bool) -> Iterator[Optional[RawFile]]:
    """The file, with what is in its write-ahead log, as the connection sees both; None when in doubt."""
    with raw_file(path, private=private) as file:
        if private or not has_content(path, "-wal"):
            yield file
        elif log is None:
            yield None
        else:
            with as_seen(path, file, log) as pages:
                yield pages


def _second_reader(
    pair: _Pair, cancelled: Optional[Callable[[], bool]], *, immutable_base: bool
) -> Optional[SecondReader]:
    """None when the files do not hold all that the connection sees."""
    if len(pair.paths) != 2 or not is_unwritten(pair.connection):
        return None
    base, other = pair.paths
    databases = Database(pair.base, base, immutable_base), Database(pair.other, other, immutable=False)
    return SecondReader(pair.connection, databases, cancelled)


@contextmanager
def _pair(base: PathLike, other: Source, *, immutable_base: bool) -> Iterator[_Pair]:
    if isinstance(other, sqlite3.Connection):
        paths = [Path(base), *main_path(other)]
        with _attached(other, base, immutable=immutable_base) as name:
            logs = [read_index(path) for path in paths]
            if other.in_transaction:
                # It began to read at some time before; base was read when it was attached.
                logs = [None, *(log if holds_write_lock(other) else None for log in logs[1:])]
            with _reading(other, name, "main"):
                yield _Pair(other, name, "main", paths, logs)
        return
    connection = memory_connection()
    try:
        attach(connection, base, "base", immutable=immutable_base)
        attach(connection, other, "other")
        paths = [Path(base), Path(other)]
        logs = [read_index(path) for path in paths]
        with _reading(connection, "base", "other"):
            yield _Pair(connection, "base", "other", paths, logs)
    finally:
        connection.close()


@contextmanager
def _attached(connection: sqlite3.Connection, base: PathLike, *, immutable: bool) -> Iterator[str]:
    databases = {row[1] for row in connection.execute("PRAGMA database_list")}
    name = next(name for name in (f"base_{number}" for number in range(100)) if name not in databases)
    attach(connection, base, name, immutable=immutable)
    try:
        yield name
    finally:
        # Inside a transaction SQLite keeps what was read attached until the end.
        if not connection.in_transaction:
            connection.execute(sql("DETACH DATABASE", quoted(name)))


@contextmanager
def _reading(connection: sqlite3.Connection, *databases: str) -> Iterator[None]:
    """A read lock on each database, so that nobody changes what lies in the files meanwhile."""
    own = not connection.in_transaction
    if own:
        connection.execute("BEGIN")
    try:
        for database in databases:
            connection.execute(
                sql("SELECT 1 FROM", quoted(database) + ".sqlite_master", "LIMIT 1")
            ).fetchone()
        yield
    finally:
        if own and connection.in_transaction:
            connection.execute("ROLLBACK")
