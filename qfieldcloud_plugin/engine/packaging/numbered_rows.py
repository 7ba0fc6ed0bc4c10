# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies a table in the order of its row ids, the fast way where they have no gaps."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from ..gpkg.sql import quoted, sql


class Miscounted(Exception):
    """A table does not hold as many rows as was told."""


@dataclass(frozen=True)
class NumberedRows:
    """From `source` to the empty table `target`, which keeps the row ids; all names come quoted."""

    connection: sqlite3.Connection
    target: str
    target_id: str
    source: str
    source_id: str

    def copy(self, columns: Sequence[str], count: Optional[int]) -> int:
        """Copy all rows; answers how many. `count` is how many there should be, None when nobody knows.

        SQLite looks for the place of every row that brings its id: half of the time of a narrow row, a sixth of that
        of a wide one. Ids from 1 to n are those that it gives by itself, without looking. Raises Miscounted when that
        went wrong, because there are fewer rows: the target is then of no use.
        """
        if count is None or self._one("min") != 1 or self._one("max") != count:
            return self.copy_some(columns)
        copied = self._execute("INSERT INTO", self.target, "(", _listed(columns), ")", self._select(columns))
        if copied != count:
            raise Miscounted(self.source)
        return copied

    def copy_some(self, columns: Sequence[str], condition: str = "") -> int:
        """Copy the rows for which the condition holds; answers how many."""
        target = sql("INSERT INTO", self.target, "(", _listed(columns, self.target_id), ")")
        return self._execute(target, self._select(columns, self.source_id, condition))

    def _one(self, function: str) -> object:
        # One query each: SQLite reads the whole table when asked for both at once.
        asked = sql("SELECT", function, "(", self.source_id, ") FROM", self.source)
        return self.connection.execute(asked).fetchone()[0]

    def _select(self, columns: Sequence[str], row_id: str = "", condition: str = "") -> str:
        return sql(
            "SELECT", _listed(columns, row_id), "FROM", self.source, condition, "ORDER BY", self.source_id
        )

    def _execute(self, *statement: str) -> int:
        return self.connection.execute(sql(*statement)).rowcount


def _listed(columns: Sequence[str], row_id: str = "") -> str:
    return ", ".join([*([row_id] if row_id else []), *map(quoted, columns)])
