# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows of each table go into a package: the layers' own filters, then the area of interest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from ..gpkg.connection import attach, connect, memory_connection, sqlite_errors, time_limit
from ..gpkg.functions import register_functions
from ..gpkg.geometry import box_of
from ..gpkg.schema import Table
from ..gpkg.sql import quoted, sql
from ..message import Message
from ..project.layer import Layer
from .area import Shape
from .report import PackageWarning

# What a filter may do: read the GeoPackage's tables and compute. Everything else is refused.
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}


@dataclass
class SourceTable:
    """A table of the project, with all offline layers that show it."""

    path: Path
    schema: Table
    layers: list[Layer] = field(default_factory=list)
    allowed: Optional[str] = None
    """The scratch table of the row ids that the filters let through; None when there is no filter."""
    selection: Optional[str] = None
    """The scratch table of the row ids that go along; None when all do."""
    drops_subset: bool = False
    """The filter also reads other tables, which may be elsewhere in the package: the rows are chosen once, here."""
    is_limited: bool = False
    """The area of interest has been applied."""

    @property
    def rowid(self) -> str:
        return quoted(self.schema.rowid or "rowid")

    @property
    def subsets(self) -> list[str]:
        """The filters of its layers; empty as soon as one layer shows every row."""
        subsets = [layer.source.subset.strip() for layer in self.layers]
        return [] if "" in subsets else list(dict.fromkeys(subsets))


def group_tables(layers: Iterable[tuple[Layer, Path, Table]]) -> list[SourceTable]:
    """One entry a table; a layer whose filter reads other tables gets an entry of its own."""
    tables: dict[tuple[Path, str, str], SourceTable] = {}
    for layer, path, schema in layers:
        subset = layer.source.subset.strip()
        reads_others = bool(subset) and _reads_other_tables(path, schema, subset)
        key = (path, schema.name, subset if reads_others else "")
        table = tables.setdefault(key, SourceTable(path, schema, drops_subset=reads_others))
        table.layers.append(layer)
    return list(tables.values())


def _condition(schema: Table, subset: str) -> str:
    """A filter is a condition, or a whole SELECT that answers the table's rows."""
    if not subset.lower().startswith("select"):
        return f"({subset})"
    key = quoted(schema.key[0]) if schema.integer_key else quoted(schema.rowid or "rowid")
    return f"{quoted(schema.rowid or 'rowid')} IN (" + sql("SELECT", key, "FROM (", subset, ")") + ")"


def _query(schema: Table, subsets: Iterable[str]) -> str:
    condition = " OR ".join(_condition(schema, subset) for subset in subsets)
    return sql("SELECT", quoted(schema.rowid or "rowid"), "FROM", quoted(schema.name), "WHERE", condition)


def _reads_other_tables(path: Path, schema: Table, subset: str) -> bool:
    read: set[str] = set()
    try:
        _run_foreign_query(path, sql("EXPLAIN", _query(schema, [subset])), read)
    except sqlite3.Error:
        return False
    return bool(read - {schema.name.lower()})


def _run_foreign_query(path: Path, query: str, read: Optional[set[str]] = None) -> list[tuple[Any, ...]]:
    """Run SQL that came with the project; it can do nothing but read this GeoPackage."""

    def authorize(action: int, first: Optional[str], *_: Optional[str]) -> int:
        if action == sqlite3.SQLITE_READ and read is not None and first:
            read.add(first.lower())
        return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY

    with closing(memory_connection()) as connection:
        attach(connection, path, "source")
        register_functions(connection)
        connection.set_authorizer(authorize)
        with time_limit(connection, path):
            return connection.execute(query).fetchall()


class RowSelector:
    """Fills a scratch database with the row ids to keep, one table each. Nothing there outlives the packaging."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.warnings: list[PackageWarning] = []
        self._count = 0

    def select_by_filters(self, table: SourceTable) -> None:
        """A filter that cannot be evaluated here limits nothing: the layer applies it on the device anyway."""
        if not table.subsets:
            return
        try:
            ids = _run_foreign_query(table.path, _query(table.schema, table.subsets))
        except sqlite3.Error as error:
            layer = table.layers[0]
            text = Message(
                "“{layer}” is packaged with all its rows: its filter could not be used ({error}).",
                layer=layer.name,
                error=error,
            )
            self.warnings.append(PackageWarning("filter_not_applied", text, layer.id))
            return
        table.allowed = table.selection = self._store(ids)

    def select_by_area(self, table: SourceTable, shape: Shape) -> None:
        """Keep the rows whose box touches the area; rows without a geometry are nowhere, and stay at home."""
        with (
            closing(connect(table.path)) as connection,
            sqlite_errors(table.path),
            time_limit(connection, table.path),
        ):
            ids = [(row_id,) for row_id, *box in self._boxes(connection, table, shape) if shape.touches(*box)]
        kept = self._store(ids)
        if table.allowed is not None:
            allowed = sql("SELECT id FROM", quoted(table.allowed))
            self._execute(sql("DELETE FROM", quoted(kept), "WHERE id NOT IN (", allowed, ")"))
        table.selection = kept
        table.is_limited = True

    def _boxes(self, connection: sqlite3.Connection, table: SourceTable, shape: Shape) -> Iterable[Any]:
        geometry = table.schema.geometry
        if geometry is None:
            return []
        filled = sql(
            "SELECT count(*) FROM", quoted(table.schema.name), "WHERE", quoted(geometry.name), "IS NOT NULL"
        )
        if table.schema.rtree is not None:
            indexed = sql("SELECT count(*) FROM", quoted(table.schema.rtree + "_rowid"))
            if connection.execute(filled).fetchone() == connection.execute(indexed).fetchone():
                minx, maxx, miny, maxy = shape.bounds
                return connection.execute(
                    sql(
                        "SELECT id, minx, maxx, miny, maxy FROM", quoted(table.schema.rtree),
                        "WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?",
                    ),
                    (minx, maxx, miny, maxy),
                )  # fmt: skip
        return _computed_boxes(connection, table, geometry.name)

    def add_children(self, child: SourceTable, parent: SourceTable, fields: list[tuple[str, str]]) -> bool:
        """Keep the children of kept parents. Whether that made a difference."""
        if child.selection is None or not parent.is_limited:
            return False
        return self._add_related(child, parent, fields)

    def add_parents(self, child: SourceTable, parent: SourceTable, fields: list[tuple[str, str]]) -> bool:
        """Keep what kept rows refer to. Whether that made a difference.

        Tables that the area does not limit do not count: they would call for the whole map.
        """
        if parent.selection is None or not parent.is_limited or not child.is_limited:
            return False
        return self._add_related(parent, child, [(there, here) for here, there in fields])

    def _add_related(self, wanted: SourceTable, known: SourceTable, fields: list[tuple[str, str]]) -> bool:
        """Add those rows of `wanted` whose fields equal those of a kept row of `known`."""
        if not fields or not all(_has(wanted, one) and _has(known, other) for one, other in fields):
            return False
        here = ", ".join(f"w.{quoted(one)}" for one, _ in fields)
        there = sql(
            "SELECT",
            ", ".join(quoted(other) for _, other in fields),
            "FROM known." + quoted(known.schema.name),
        )
        if known.selection is not None:
            there = sql(there, "WHERE", known.rowid, "IN (SELECT id FROM", quoted(known.selection), ")")
        condition = sql("(", here, ") IN (", there, ")")
        if wanted.allowed is not None:
            condition = sql(
                condition, "AND w." + wanted.rowid, "IN (SELECT id FROM", quoted(wanted.allowed), ")"
            )
        with closing(self._connection()) as connection, sqlite_errors(wanted.path):
            attach(connection, wanted.path, "wanted")
            attach(connection, known.path, "known")
            with time_limit(connection, wanted.path, known.path):
                cursor = connection.execute(
                    sql(
                        "INSERT OR IGNORE INTO", quoted(str(wanted.selection)), "SELECT", "w." + wanted.rowid,
                        "FROM wanted." + quoted(wanted.schema.name), "AS w WHERE", condition,
                    )
                )  # fmt: skip
            return cursor.rowcount > 0

    def _store(self, ids: Iterable[tuple[Any, ...]]) -> str:
        self._count += 1
        name = f"kept_{self._count}"
        with closing(self._connection()) as connection, sqlite_errors(self.scratch):
            connection.execute("BEGIN")
            connection.execute(sql("CREATE TABLE", quoted(name), "(id INTEGER PRIMARY KEY)"))
            connection.executemany(sql("INSERT OR IGNORE INTO", quoted(name), "VALUES (?)"), ids)
            connection.execute("COMMIT")
        return name

    def _execute(self, statement: str) -> None:
        with closing(self._connection()) as connection, sqlite_errors(self.scratch):
            connection.execute(statement)

    def _connection(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.scratch.absolute().as_uri(), uri=True, isolation_level=None)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection


def _has(table: SourceTable, column: str) -> bool:
    return any(item.name.lower() == column.lower() for item in table.schema.columns)


def _computed_boxes(connection: sqlite3.Connection, table: SourceTable, geometry: str) -> Iterable[Any]:
    rows = connection.execute(
        sql("SELECT", table.rowid + ",", quoted(geometry), "FROM", quoted(table.schema.name),
            "WHERE", quoted(geometry), "IS NOT NULL")
    )  # fmt: skip
    for row_id, blob in rows:
        box = box_of(blob)
        if box is not None:
            yield (row_id, *box)
