# SPDX-License-Identifier: GPL-2.0-or-later
"""A GeoPackage while deltas are applied to it: one transaction for all of them, a savepoint for each."""

from __future__ import annotations

import math
import sqlite3
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Dict, Iterator, Optional, Tuple

from ..errors import ConstraintBroken, GeoPackageError, GeoPackageTooCostly
from ..gpkg.changeset import Change, Changeset
from ..gpkg.connection import connect, mapped_error, sqlite_errors
from ..gpkg.foreign_keys import check_foreign_keys
from ..gpkg.schema import Schema, read_schema
from ..message import Message
from .refusal import NotYet, Refusal, TransactionLost
from .table import GeoPackageTable

# One row takes microseconds, the search for one without an index a second for each million.
_SECONDS_A_DELTA = 30
_STEPS_BETWEEN_CHECKS = 10_000


class GeoPackageFile:
    """Nothing that is written is final before `commit`. Every method may raise a GeoPackageError."""

    def __init__(self, path: Path, *, durable: bool = True) -> None:
        self.path = path
        self.connection = connect(path, write=True)
        if not durable:
            # The caller makes the whole file durable before anybody sees it; once is enough.
            self.connection.execute("PRAGMA synchronous = OFF")
        self._tables: Dict[Tuple[str, str], GeoPackageTable] = {}
        self._deadline = math.inf
        self.connection.set_progress_handler(lambda: time.monotonic() > self._deadline, _STEPS_BETWEEN_CHECKS)
        try:
            self.schema: Schema = read_schema(self.connection)
            # SQLite checks these on COMMIT only, where one bad delta would take all others down with it.
            self.has_deferred_rules = any("DEFERRED" in table.definition.upper() for table in self.schema)
            with sqlite_errors(path):
                self.connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            self.connection.close()
            raise

    def table(self, name: str, key: str) -> Optional[GeoPackageTable]:
        """The table of that name, with its rows told apart by the column `key`; None if there is none."""
        found = self.schema.get(name)
        if found is None:
            return None
        known = self._tables.get((found.name, key))
        if known is None:
            known = self._tables[found.name, key] = GeoPackageTable(self, found, key)
        return known

    def allow_time(self) -> None:
        """For one delta from now on; then SQLite is interrupted, whatever a trigger keeps it busy with."""
        self._deadline = time.monotonic() + _SECONDS_A_DELTA

    @contextmanager
    def step(self) -> Iterator[None]:
        """What is written inside stays if the block succeeds, and only then."""
        execute = self.connection.execute
        try:
            execute("SAVEPOINT delta")
            try:
                yield
            except BaseException:
                # A full disk or a trigger may have ended the whole transaction.
                if self.connection.in_transaction:
                    execute("ROLLBACK TO delta")
                    execute("RELEASE delta")
                raise
            execute("RELEASE delta")
        except sqlite3.Error as error:
            raise self._judged(error) from error

    def _judged(self, error: sqlite3.Error) -> Exception:
        """A broken rule concerns one delta, a broken disk all of them."""
        text = str(error)
        broken = mapped_error(error, self.path.name)
        if isinstance(error, sqlite3.IntegrityError) and "FOREIGN KEY" in text:
            refusal: Refusal = NotYet(
                Message("The feature refers to one that is not there, or others still refer to it."), text
            )
        elif isinstance(error, sqlite3.IntegrityError) and text.startswith("UNIQUE"):
            refusal = NotYet(Message("Another feature has this value already: {text}.", text=text), text)
        elif isinstance(error, sqlite3.IntegrityError):
            refusal = Refusal(
                Message("The layer does not accept this feature: {text}.", text=text), provider_errors=(text,)
            )
        elif isinstance(broken, GeoPackageTooCostly):
            refusal = Refusal(
                Message(
                    "Writing the feature took longer than {seconds} seconds and was stopped.",
                    seconds=_SECONDS_A_DELTA,
                )
            )
        elif isinstance(error, sqlite3.DataError) or type(broken) is GeoPackageError:
            # Such as a value that is too large, or a trigger that calls a function only SpatiaLite has.
            refusal = Refusal(
                Message("The layer could not be written: {text}.", text=text), provider_errors=(text,)
            )
        else:
            return broken
        return refusal if self.connection.in_transaction else TransactionLost(refusal)

    def check_deferred_rules(self, change: Change) -> None:
        """Raise Refusal if a foreign key that SQLite would check later does not hold now."""
        changeset = Changeset.of([change], self.schema)
        pairs = [(changes, self.schema[changes.name]) for changes in changeset.tables]
        try:
            check_foreign_keys(self.connection, self.schema, pairs)
        except ConstraintBroken as error:
            raise NotYet(
                Message("The feature refers to another one that is not there."), str(error)
            ) from error

    def commit(self) -> None:
        self._deadline = math.inf
        with sqlite_errors(self.path):
            for table in self._tables.values():
                table.upkeep.finish()
            self.connection.execute("COMMIT")

    def close(self) -> None:
        """What was not committed is undone."""
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        self.connection.close()
