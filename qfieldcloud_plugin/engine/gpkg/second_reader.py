# SPDX-License-Identifier: GPL-2.0-or-later
"""A second connection that sees the same two states, so that two cores compare one table."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Callable, NamedTuple, Optional, Sequence, Tuple, TypeVar

from ..errors import EngineError
from .connection import attach, connect, has_content, memory_connection, time_limit
from .sql import quoted, sql

_WORTH_A_THREAD = 8 << 20

Result = TypeVar("Result")


class Database(NamedTuple):
    """A file, and the name the first connection knows it by."""

    name: str
    path: Path
    immutable: bool
    """Whether it is promised not to change."""


class _NotTheSame(Exception):
    """The second connection cannot be had, or might see another state."""


class SecondReader:
    """Opens the second connection where it is wanted, in a thread of its own.

    It is to be used only while the first connection holds read locks on both files and has written nothing. Without
    a write-ahead log these locks keep everybody from changing the files, so both connections see the same. So they do
    while the log is empty, because whatever somebody commits goes there first; it is looked at when the second
    connection has its locks too.
    """

    def __init__(
        self,
        first: sqlite3.Connection,
        databases: Sequence[Database],
        cancelled: Optional[Callable[[], bool]] = None,
    ) -> None:
        self.first = first
        self.databases = databases
        self._cancelled = cancelled
        self._is_wanted = True

    @property
    def is_worth_it(self) -> bool:
        return (os.cpu_count() or 1) > 1 and all(
            one.path.stat().st_size > _WORTH_A_THREAD for one in self.databases
        )

    def halves(self, work: Callable[[sqlite3.Connection, int], Result]) -> Tuple[Result, Result]:
        """`work(connection, half)` for the halves 0 and 1 at the same time, or one after the other."""
        with ThreadPoolExecutor(1) as pool:
            other = pool.submit(self._beside, work)
            try:
                own = work(self.first, 0)
                try:
                    return own, other.result()
                except _NotTheSame:
                    return own, work(self.first, 1)
            except BaseException:
                self._is_wanted = False
                raise

    def _beside(self, work: Callable[[sqlite3.Connection, int], Result]) -> Result:
        try:
            connection = self._open()
        except (EngineError, sqlite3.Error, OSError) as error:
            raise _NotTheSame from error
        with closing(connection):
            try:
                self._begin(connection)
            except sqlite3.Error as error:
                raise _NotTheSame from error
            paths = [one.path for one in self.databases]
            with time_limit(connection, *paths, cancelled=self._is_cancelled):
                return work(connection, 1)

    def _open(self) -> sqlite3.Connection:
        main = next((one for one in self.databases if one.name == "main"), None)
        connection = memory_connection() if main is None else connect(main.path, timeout=0)
        try:
            # Somebody who waits for the first connection's lock to end may keep others from getting one.
            connection.execute("PRAGMA busy_timeout = 0")
            for one in self.databases:
                if one is not main:
                    attach(connection, one.path, one.name, immutable=one.immutable)
        except BaseException:
            connection.close()
            raise
        return connection

    def _begin(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN")
        for one in self.databases:
            connection.execute(sql("SELECT 1 FROM", quoted(one.name) + ".sqlite_master LIMIT 1")).fetchone()
        if any(not one.immutable and has_content(one.path, "-wal") for one in self.databases):
            raise _NotTheSame

    def _is_cancelled(self) -> bool:
        return not self._is_wanted or (self._cancelled is not None and self._cancelled())
