# SPDX-License-Identifier: GPL-2.0-or-later
"""A number inside a GeoPackage that changes together with its rows: after a crash it tells whether they did.

It is SQLite's own count of changes to the tables (`schema_version`), which every transaction that touches a table's
definition raises by a little. Raised by a lot in the same transaction as a patch, it bears witness for the patch,
whatever people do to the rows afterwards; and nothing of ours is in the user's file.
"""

from __future__ import annotations

import secrets
import sqlite3
from typing import NamedTuple, Optional

# Between a crash and the next sync nobody changes definitions more often than that.
_WINDOW = 1_000
_LEAST_STEP = 2 * _WINDOW
# A file put in the place of the live one must not look like it by chance.
_SPREAD = 1 << 16
_MOST = (1 << 31) - (1 << 20)


class Mark(NamedTuple):
    """The number before a patch, and after it."""

    before: int
    after: int


def choose(connection: sqlite3.Connection) -> Optional[Mark]:
    """Inside the transaction of a patch; None where SQLite lets nobody set the number."""
    before = _number(connection)
    mark = Mark(before, before + _LEAST_STEP + secrets.randbelow(_SPREAD))
    if before < 0 or mark.after > _MOST:
        return None
    leave(connection, mark)
    return mark if _number(connection) == mark.after else None


def leave(connection: sqlite3.Connection, mark: Mark) -> None:
    """As the last step of the patch, which may have changed definitions itself."""
    connection.execute(f"PRAGMA main.schema_version = {int(mark.after)}")


def is_left(connection: sqlite3.Connection, mark: Mark) -> Optional[bool]:
    """Whether the patch was committed; None when the number says neither."""
    number = _number(connection)
    if 0 <= number - mark.after < _WINDOW:
        return True
    return False if 0 <= number - mark.before < _WINDOW else None


def _number(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA main.schema_version").fetchone()[0])
