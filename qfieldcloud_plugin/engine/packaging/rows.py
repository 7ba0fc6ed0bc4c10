# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows of each table go into a package: the layers' own filters, then the area of interest."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from ..gpkg.connection import attach, memory_connection, sqlite_errors, time_limit
from ..gpkg.schema import Table
from ..gpkg.sql import quoted, sql
from ..project.layer import Layer
from .report import PackageWarning

# What a filter may do: read the GeoPackage's tables and compute. Everything else is refused.
_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    getattr(sqlite3, "SQLITE_RECURSIVE", 33),
}


@dataclass
class SourceTable:
    """A table of the project, with all offline layers that show it."""

    path: Path
    schema: Table
    layers: list[Layer] = field(default_factory=list)
    selection: Optional[str] = None
    """Its table of row ids in the scratch database; None while all rows go along."""

    @property
    def subsets(self) -> list[str]:
        """The filters of its layers; empty as soon as one layer shows every row."""
        subsets = [layer.source.subset.strip() for layer in self.layers]
        return [] if "" in subsets else list(dict.fromkeys(subsets))


class RowSelector:
    """Fills a scratch database with the row ids to keep, one table each. Nothing there outlives the packaging."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.warnings: list[PackageWarning] = []
        self._count = 0

    def select_by_filters(self, table: SourceTable) -> None:
        """A filter that SQLite cannot evaluate by itself limits nothing: the layer applies it on the device anyway."""
        if not table.subsets:
            return
        if any(subset.lower().startswith("select") for subset in table.subsets):
            return
        condition = " OR ".join(f"({subset})" for subset in table.subsets)
        rowid = quoted(table.schema.rowid or "rowid")
        query = sql("SELECT", rowid, "FROM", quoted(table.schema.name), "WHERE", condition)
        try:
            ids = self._run_foreign_query(table.path, query)
        except sqlite3.Error as error:
            self.warnings.append(
                PackageWarning(
                    "filter_not_applied",
                    f"“{table.layers[0].name}” is packaged with all its rows: its filter needs QGIS ({error}).",
                    table.layers[0].id,
                )
            )
            return
        self._store(table, ids)

    def _run_foreign_query(self, path: Path, query: str) -> list[tuple[int]]:
        with closing(memory_connection()) as connection:
            attach(connection, path, "source")
            connection.set_authorizer(
                lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY
            )
            with time_limit(connection, path):
                return connection.execute(query).fetchall()

    def _store(self, table: SourceTable, ids: list[tuple[int]]) -> None:
        self._count += 1
        name = f"kept_{self._count}"
        with sqlite_errors(self.scratch):
            with closing(sqlite3.connect(str(self.scratch), isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = OFF")
                connection.execute("BEGIN")
                connection.execute(sql("CREATE TABLE", quoted(name), "(id INTEGER PRIMARY KEY)"))
                connection.executemany(sql("INSERT OR IGNORE INTO", quoted(name), "VALUES (?)"), ids)
                connection.execute("COMMIT")
        table.selection = name
