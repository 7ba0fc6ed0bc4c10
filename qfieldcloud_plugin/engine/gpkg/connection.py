# SPDX-License-Identifier: GPL-2.0-or-later
"""Open GeoPackages that nobody vouches for: limits, no trust in their SQL, WAL, readable errors."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Callable, Iterator, List, Optional, Tuple, Union
from urllib.parse import quote

from ..errors import (
    ConstraintBroken,
    EngineError,
    GeoPackageBusy,
    GeoPackageError,
    GeoPackageIoError,
    GeoPackageMalformed,
    GeoPackageMissing,
    GeoPackageReadOnly,
    GeoPackageTooCostly,
    NotAGeoPackage,
    StorageFull,
)
from ..message import Message
from .functions import register_functions
from .raw_file import raw_file
from .sql import quoted, sql

PathLike = Union[str, "os.PathLike[str]"]

_MAGIC = b"SQLite format 3\x00"
_BUSY_SECONDS = 15.0
_MEBIBYTE = 1 << 20
# SQLite's limits by number: their names came to Python's sqlite3 only in 3.11.
_LIMITS = {
    0: 512 * _MEBIBYTE,  # one value or row
    1: 4 * _MEBIBYTE,  # one statement; a table may have 2000 columns with long names
    10: 100,  # depth of triggers
}
# A full comparison reads at least this many bytes a second even from a slow memory card.
_SLOWEST_BYTES_A_SECOND = 2 * _MEBIBYTE
_LEAST_SECONDS = 60.0
_STEPS_BETWEEN_CHECKS = 10_000
_WRITE_CACHE_KIB = 64 << 10


class Connection(sqlite3.Connection):
    """Remembers how a transaction began, to tell whether it has written anything yet."""

    state_at_begin: Optional[Tuple[int, int]] = None

    def state(self) -> Tuple[int, int]:
        return self.total_changes, int(self.execute("PRAGMA main.schema_version").fetchone()[0])


def is_unwritten(connection: sqlite3.Connection) -> bool:
    """Whether the files hold all that the connection sees: it has no changes of its own waiting."""
    if not connection.in_transaction or connection.total_changes == 0:
        return True
    return isinstance(connection, Connection) and connection.state_at_begin == connection.state()


def holds_write_lock(connection: sqlite3.Connection) -> bool:
    """Whether a transaction of `transaction()` is going on, so that nobody else can commit."""
    return isinstance(connection, Connection) and connection.state_at_begin is not None


def connect(
    path: PathLike, write: bool = False, *, immutable: bool = False, timeout: float = _BUSY_SECONDS
) -> sqlite3.Connection:
    """A connection in autocommit mode to an existing GeoPackage (or any SQLite file).

    Reading never changes the rows, and leaves no files beside the GeoPackage when it is closed. `immutable`
    promises that nobody writes meanwhile (a base, a blob): then nothing at all is created. With `write`,
    foreign keys are enforced and the ST_ functions that GeoPackage triggers call are there. Close it, or use
    `closing`.
    """
    path = Path(path)
    uri = _uri(path, write=write, immutable=immutable)
    with sqlite_errors(path):
        connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None, factory=Connection)
        try:
            _configure(connection, write)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return connection


def memory_connection() -> sqlite3.Connection:
    """A connection to nothing, to which GeoPackages are attached for reading."""
    connection = sqlite3.connect("file::memory:", uri=True, isolation_level=None)
    _configure(connection, write=False)
    connection.execute("PRAGMA query_only = OFF")  # it would forbid temporary tables too
    return connection


@contextmanager
def opened(source: Union[PathLike, sqlite3.Connection], write: bool = False) -> Iterator[sqlite3.Connection]:
    """The connection itself, or one to the path that is closed again at the end."""
    if isinstance(source, sqlite3.Connection):
        yield source
        return
    connection = connect(source, write)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """BEGIN IMMEDIATE … COMMIT in which a changeset can be applied; rolled back when the block raises.

    Foreign keys are off inside, because a changeset already holds what cascades did; `apply` checks them
    itself.
    """
    enforced = connection.execute("PRAGMA foreign_keys").fetchone()[0]
    with sqlite_errors():
        connection.execute("PRAGMA foreign_keys = OFF")
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                if isinstance(connection, Connection):
                    connection.state_at_begin = connection.state()
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        finally:
            if isinstance(connection, Connection):
                connection.state_at_begin = None
            if enforced:
                connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def savepoint(connection: sqlite3.Connection) -> Iterator[Callable[[], None]]:
    """What the block did is undone when it raises or calls what it is given; the transaction goes on."""

    def undo() -> None:
        connection.execute("ROLLBACK TO engine")

    connection.execute("SAVEPOINT engine")
    try:
        yield undo
    except BaseException:
        # A full disk may have ended the whole transaction already.
        if connection.in_transaction:
            undo()
            connection.execute("RELEASE engine")
        raise
    connection.execute("RELEASE engine")


def attach(connection: sqlite3.Connection, path: PathLike, name: str, *, immutable: bool = False) -> None:
    """Make the GeoPackage at `path` readable through `connection` as the schema `name`."""
    path = Path(path)
    with sqlite_errors(path):
        connection.execute(
            sql("ATTACH DATABASE ? AS", quoted(name)), (_uri(path, write=False, immutable=immutable),)
        )
        connection.execute(sql("SELECT count(*) FROM", quoted(name) + ".sqlite_master")).fetchone()


def main_path(connection: sqlite3.Connection) -> List[Path]:
    """The file of the connection's main database, if it has one."""
    rows = connection.execute("PRAGMA database_list").fetchall()
    return [Path(row[2]) for row in rows if row[1] == "main" and row[2]]


def data_version(connection: sqlite3.Connection) -> int:
    """A number that changes when *another* connection has committed to the file, never by own commits."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


@contextmanager
def time_limit(
    connection: sqlite3.Connection, *paths: PathLike, cancelled: Optional[Callable[[], bool]] = None
) -> Iterator[None]:
    """Interrupts queries that take far longer than files of this size can need, or that are `cancelled()`."""
    size = sum(Path(path).stat().st_size for path in paths)
    deadline = time.monotonic() + _LEAST_SECONDS + size / _SLOWEST_BYTES_A_SECOND

    def check() -> int:
        return int(time.monotonic() > deadline or (cancelled is not None and cancelled()))

    connection.set_progress_handler(check, _STEPS_BETWEEN_CHECKS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


def _configure(connection: sqlite3.Connection, write: bool) -> None:
    if hasattr(connection, "setlimit"):
        for limit, value in _LIMITS.items():
            connection.setlimit(limit, value)
    if hasattr(connection, "enable_load_extension"):
        connection.enable_load_extension(False)  # noqa: FBT003  # positional only
    execute = connection.execute
    execute("PRAGMA mmap_size = 0")  # a file cut short under a mapping would kill the process
    execute("PRAGMA cell_size_check = ON")
    if write:
        # R-tree triggers call ST_ functions, which SQLite lets only a trusted schema do. Nothing that is
        # registered here has an effect beyond its result.
        register_functions(connection)
        execute("PRAGMA foreign_keys = ON")
        # A change of many rows touches pages all over the file; with SQLite's 2 MB they are written many times.
        execute(f"PRAGMA cache_size = -{_WRITE_CACHE_KIB}")
    else:
        execute("PRAGMA trusted_schema = OFF")
        execute("PRAGMA query_only = ON")


def _uri(path: Path, *, write: bool, immutable: bool) -> str:
    header = _header(path, private=immutable)
    text = quote(path.absolute().as_posix(), safe="/:")
    uri = "file://" + ("" if text.startswith("/") else "/") + text
    if write:
        return uri + "?mode=rw"
    if immutable:
        return uri + "?mode=ro&immutable=1"
    in_wal_mode = header[18:20] == b"\x02\x02"
    hot = has_content(path, "-journal")
    if not in_wal_mode and not hot:
        return uri + "?mode=ro"
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        # Only a connection that may write can roll a hot journal back, and removes -wal and -shm when it
        # closes.
        return uri + "?mode=rw"
    if in_wal_mode and not has_content(path, "-wal"):
        return uri + "?mode=ro&immutable=1"
    return uri + "?mode=ro"


def _header(path: Path, *, private: bool) -> bytes:
    try:
        with raw_file(path, private=private) as file:
            header = file.read(0, 100)
    except FileNotFoundError as error:
        raise GeoPackageMissing(Message("“{name}” is not there.", name=path.name)) from error
    except OSError as error:
        raise GeoPackageIoError(
            Message("“{name}” cannot be read ({reason}).", name=path.name, reason=error.strerror)
        ) from error
    # To SQLite an empty file is an empty database; here it is a copy that failed, and nobody deleted all rows.
    if not header.startswith(_MAGIC):
        raise NotAGeoPackage(Message("“{name}” is not a GeoPackage. It was left as it is.", name=path.name))
    return header


def has_content(path: Path, suffix: str) -> bool:
    try:
        return Path(f"{path}{suffix}").stat().st_size > 0
    except OSError:
        return False


@contextmanager
def sqlite_errors(path: Optional[PathLike] = None) -> Iterator[None]:
    """Turns what SQLite and the disk report into the engine's errors."""
    try:
        yield
    except sqlite3.Error as error:
        raise mapped_error(error, Path(path).name if path else Message("The GeoPackage")) from error
    except UnicodeDecodeError as error:
        # Damage can reach into the text of SQLite's own message.
        name = Path(path).name if path else Message("The GeoPackage")
        raise GeoPackageMalformed(
            Message("{name} is damaged. It was left as it is; restore an earlier version.", name=name)
        ) from error
    except OSError as error:
        name = Path(path).name if path else Message("The GeoPackage")
        raise GeoPackageIoError(
            Message("{name} could not be read or written ({reason}).", name=name, reason=error.strerror)
        ) from error


# The texts are SQLite's own and stable; error codes reach Python only since 3.11.
_BY_TEXT = (
    (
        "database is locked",
        GeoPackageBusy,
        Message("{name} is being written by another program. Nothing was changed; try again."),
    ),
    ("table is locked", GeoPackageBusy, Message("{name} is in use. Nothing was changed; try again.")),
    (
        "is full",
        StorageFull,
        Message("The disk is full. {name} was left as it was; free some space and try again."),
    ),
    ("file is not a database", NotAGeoPackage, Message("{name} is not a GeoPackage. It was left as it is.")),
    (
        "malformed",
        GeoPackageMalformed,
        Message("{name} is damaged ({error}). It was left as it is; restore an earlier version."),
    ),
    (
        "unsupported file format",
        GeoPackageMalformed,
        Message("{name} has a format that cannot be read. It was left as it is."),
    ),
    (
        "decode to UTF-8",
        GeoPackageMalformed,
        Message("{name} holds text that is not Unicode ({error}). It was left as it is."),
    ),
    (
        "too big",
        GeoPackageMalformed,
        Message("{name} holds a value that is too large. It was left as it is."),
    ),
    ("readonly", GeoPackageReadOnly, Message("{name} is protected against writing. Nothing was changed.")),
    (
        "unable to open",
        GeoPackageReadOnly,
        Message("{name} or its folder cannot be opened. Nothing was changed."),
    ),
    (
        "interrupted",
        GeoPackageTooCostly,
        Message("Reading {name} took far too long for its size and was stopped. Nothing was changed."),
    ),
    (
        "disk I/O",
        GeoPackageIoError,
        Message("The disk failed while working on {name}. It was left as it was."),
    ),
    (
        "constraint",
        ConstraintBroken,
        Message("The changes break a rule of {name} ({error}). Nothing was changed."),
    ),
)


def mapped_error(error: sqlite3.Error, name: str) -> EngineError:
    """The engine's error for SQLite's."""
    text = str(error)
    for part, kind, message in _BY_TEXT:
        if part in text:
            return kind(message.filled(name=name, error=text))
    return GeoPackageError(
        Message("{name} could not be used ({text}). It was left as it was.", name=name, text=text)
    )
