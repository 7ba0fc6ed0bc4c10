# SPDX-License-Identifier: GPL-2.0-or-later
"""What a GeoPackage is made of: tables, columns, keys, geometry columns and the rules between them."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Dict, Iterator, List, Mapping, Optional, Set, Tuple

from .connection import sqlite_errors
from .sql import quoted, sql

_ROWID_NAMES = ("rowid", "_rowid_", "oid")
_LARGEST_KEPT = 256 << 10  # characters; hostile files shall not fill the memory
# Tables that virtual tables keep their content in; they follow the virtual table, never a changeset.
_SHADOWS: Mapping[str, Tuple[str, ...]] = {
    "rtree": ("node", "parent", "rowid"),
    "rtree_i32": ("node", "parent", "rowid"),
    "geopoly": ("node", "parent", "rowid"),
    "fts3": ("content", "segments", "segdir", "docsize", "stat"),
    "fts4": ("content", "segments", "segdir", "docsize", "stat"),
    "fts5": ("data", "idx", "content", "docsize", "config"),
}


@dataclass(frozen=True)
class Column:
    name: str
    type: str
    """As declared, which may be nothing or anything."""
    not_null: bool = False
    default: Optional[str] = None
    """The SQL expression of the default value."""
    generated: bool = False
    """Computed by SQLite; never written."""


@dataclass(frozen=True)
class GeometryColumn:
    name: str
    type: str
    """`POINT` … `GEOMETRY`, upper case."""
    srs_id: int
    z: int = 0
    """0 prohibited, 1 mandatory, 2 optional; the same for `m`."""
    m: int = 0


@dataclass(frozen=True)
class ForeignKey:
    columns: Tuple[str, ...]
    parent: str
    parent_columns: Tuple[str, ...]


@dataclass(frozen=True)
class Table:
    name: str
    columns: Tuple[Column, ...]
    key: Tuple[str, ...] = ()
    """The primary key's columns in their order; empty if the table has none."""
    rowid: Optional[str] = "rowid"
    """A name by which SQL reaches the row id; None for WITHOUT ROWID and where columns hide all names."""
    integer_key: bool = False
    """The key is one INTEGER PRIMARY KEY, which new rows get by counting up."""
    geometry: Optional[GeometryColumn] = None
    data_type: Optional[str] = None
    """`features`, `attributes` or `tiles` as gpkg_contents says; None when it says nothing."""
    unique: Tuple[Tuple[str, ...], ...] = ()
    """The column sets of unique constraints besides the key; not those on expressions or conditions."""
    foreign_keys: Tuple[ForeignKey, ...] = ()
    rtree: Optional[str] = None
    """The spatial index's virtual table, if there is one."""
    root_page: int = 0
    without_rowid: bool = False
    definition: str = ""
    """The CREATE TABLE statement."""

    @property
    def stored_columns(self) -> Tuple[str, ...]:
        """The names of the columns that hold values, in the table's order."""
        return tuple(column.name for column in self.columns if not column.generated)

    def column(self, name: str) -> Column:
        """Raises KeyError."""
        for column in self.columns:
            if column.name.lower() == name.lower():
                return column
        raise KeyError(name)


@dataclass(frozen=True)
class Schema:
    """The tables of one GeoPackage by name; names are found whatever their case, as SQLite does."""

    tables: Mapping[str, Table]
    views: Tuple[str, ...] = ()
    user_version: int = 0
    application_id: int = 0
    _by_folded_name: Mapping[str, Table] = field(default_factory=dict, repr=False, compare=False)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._by_folded_name

    def __getitem__(self, name: str) -> Table:
        return self._by_folded_name[name.lower()]

    def __iter__(self) -> Iterator[Table]:
        return iter(self.tables.values())

    def get(self, name: str) -> Optional[Table]:
        return self._by_folded_name.get(name.lower())


def read_schema(connection: sqlite3.Connection, database: str = "main") -> Schema:
    """The schema of the GeoPackage that `connection` knows as `database`."""
    with sqlite_errors():
        return SchemaReader(connection, database).schema()


# A sync or a package opens files of the same schema many times, and asking SQLite about each table takes its time.
@lru_cache(maxsize=16)
def _tables_of(state: Tuple[Any, ...]) -> Dict[str, Table]:  # noqa: ARG001  # it is what they are kept by
    """Where readers of one and the same schema, perhaps of different files, leave the tables they have read."""
    return {}


class SchemaReader:
    """Reads tables one by one, for those who need few of them."""

    def __init__(self, connection: sqlite3.Connection, database: str = "main") -> None:
        self.connection = connection
        self.prefix = quoted(database) + "."
        self.objects: List[Tuple[str, str, str, int, Optional[str]]] = connection.execute(
            sql(
                "SELECT type, name, tbl_name, rootpage, sql FROM",
                self.prefix + "sqlite_master",
                "ORDER BY rowid",
            )
        ).fetchall()
        self.object_names = {row[1].lower() for row in self.objects}
        virtual, self.shadows = self._virtual_and_shadow_names()
        hidden = virtual | self.shadows
        self.definitions: Dict[str, Tuple[int, str]] = {
            name: (root or 0, definition or "")
            for kind, name, _, root, definition in self.objects
            if kind == "table" and name.lower() not in hidden and not name.lower().startswith("sqlite_")
        }
        """Root page and CREATE TABLE statement of each table that holds rows of its own."""
        self._registered: Optional[Tuple[Dict[str, str], Dict[str, GeometryColumn]]] = None
        self._tables: Dict[str, Table] = {}

    def schema(self) -> Schema:
        tables = {name: self.table(name) for name in self.definitions}
        return Schema(
            MappingProxyType(tables),
            tuple(row[1] for row in self.objects if row[0] == "view"),
            self._pragma_number("user_version"),
            self._pragma_number("application_id"),
            {name.lower(): table for name, table in tables.items()},
        )

    def table(self, name: str) -> Table:
        """Raises KeyError."""
        if self._registered is None:
            kinds = dict(self._rows_of("gpkg_contents", "lower(table_name), lower(data_type)"))
            self._registered = kinds, self._geometry_columns()
            self._tables = self._tables_of_this_state(*self._registered)
        if name not in self._tables:
            self._tables[name] = self._table(name, *self.definitions[name], *self._registered)
        return self._tables[name]

    def _tables_of_this_state(
        self, kinds: Mapping[str, str], geometries: Mapping[str, GeometryColumn]
    ) -> Dict[str, Table]:
        registered = ((kinds.get(name.lower()), geometries.get(name.lower())) for name in self.definitions)
        state = (*self.objects, *registered)
        return _tables_of(state) if len(str(state)) <= _LARGEST_KEPT else {}

    def _virtual_and_shadow_names(self) -> Tuple[Set[str], Set[str]]:
        virtual, shadows = set(), set()
        for _, name, _, _, definition in self.objects:
            module = virtual_module(name, definition)
            if module is not None:
                virtual.add(name.lower())
                shadows |= {f"{name}_{suffix}".lower() for suffix in _SHADOWS.get(module, ())}
        return virtual, shadows

    def _table(
        self,
        name: str,
        root: int,
        definition: str,
        kinds: Mapping[str, str],
        geometries: Mapping[str, GeometryColumn],
    ) -> Table:
        columns: List[Column] = []
        positions: Dict[int, str] = {}
        for _, column, declared, not_null, default, position, hidden in self._pragma("table_xinfo", name):
            columns.append(Column(column, declared or "", bool(not_null), default, hidden in (2, 3)))
            if position:
                positions[position] = column
        key = tuple(positions[position] for position in sorted(positions))
        indexes = self._pragma("index_list", name)
        without_rowid = self._is_without_rowid(key, indexes)
        integer_key = (
            not without_rowid
            and len(key) == 1
            and next(column for column in columns if column.name == key[0]).type.upper() == "INTEGER"
            and not any(row[3] == "pk" for row in indexes)  # INTEGER PRIMARY KEY DESC is no row id
        )
        geometry = geometries.get(name.lower())
        rtree = f"rtree_{name}_{geometry.name}" if geometry else None
        return Table(
            name=name,
            columns=tuple(columns),
            key=key,
            rowid=_rowid_name(columns, key if integer_key else (), without_rowid),
            integer_key=integer_key,
            geometry=geometry,
            data_type=kinds.get(name.lower()),
            unique=self._unique_sets(indexes),
            foreign_keys=self._foreign_keys(name),
            rtree=rtree if rtree and rtree.lower() in self.object_names else None,
            root_page=root,
            without_rowid=without_rowid,
            definition=definition,
        )

    def _is_without_rowid(self, key: Tuple[str, ...], indexes: List[Tuple[Any, ...]]) -> bool:
        """In a WITHOUT ROWID table the primary key's index is the table, so it has no page of its own."""
        own = next((row[1] for row in indexes if row[3] == "pk"), None)
        return (
            bool(key)
            and own is not None
            and not any(row[0] == "index" and row[1] == own for row in self.objects)
        )

    def _unique_sets(self, indexes: List[Tuple[Any, ...]]) -> Tuple[Tuple[str, ...], ...]:
        sets = []
        for _, name, unique, origin, partial in (row[:5] for row in indexes):
            if unique and origin != "pk" and not partial:
                columns = tuple(row[2] for row in self._pragma("index_info", str(name)))
                if None not in columns:
                    sets.append(columns)
        return tuple(sorted(sets))

    def _foreign_keys(self, name: str) -> Tuple[ForeignKey, ...]:
        rows: Dict[int, List[Tuple[Any, ...]]] = {}
        for row in self._pragma("foreign_key_list", name):
            rows.setdefault(row[0], []).append(row)
        keys = []
        for parts in rows.values():
            parts.sort(key=lambda row: int(row[1]))
            parent = str(parts[0][2])
            targets = tuple(row[4] for row in parts)
            if None in targets:  # the parent's primary key is meant
                info = [row for row in self._pragma("table_info", parent) if row[5]]
                targets = tuple(row[1] for row in sorted(info, key=lambda row: row[5]))
            keys.append(ForeignKey(tuple(str(row[3]) for row in parts), parent, tuple(map(str, targets))))
        return tuple(sorted(keys, key=lambda key: (key.columns, key.parent)))

    def _geometry_columns(self) -> Dict[str, GeometryColumn]:
        rows = self._rows_of(
            "gpkg_geometry_columns", "table_name, column_name, geometry_type_name, srs_id, z, m"
        )
        return {
            str(table).lower(): GeometryColumn(
                str(column), str(kind).upper(), int(srs or 0), int(z or 0), int(m or 0)
            )
            for table, column, kind, srs, z, m in rows
        }

    def _rows_of(self, table: str, columns: str) -> List[Tuple[Any, ...]]:
        if table not in self.object_names:
            return []
        return self.connection.execute(sql("SELECT", columns, "FROM", self.prefix + table)).fetchall()

    def _pragma(self, name: str, argument: str) -> List[Tuple[Any, ...]]:
        return self.connection.execute(f"PRAGMA {self.prefix}{name}({quoted(argument)})").fetchall()

    def _pragma_number(self, name: str) -> int:
        return int(self.connection.execute(f"PRAGMA {self.prefix}{name}").fetchone()[0])


def virtual_module(name: str, definition: Optional[str]) -> Optional[str]:
    """The module of a CREATE VIRTUAL TABLE statement, else None."""
    start = re.match(r"\s*CREATE\s+VIRTUAL\s+TABLE\s", definition or "", re.IGNORECASE)
    if start is None or definition is None:
        return None
    # The name may hold anything, also the word USING.
    after = max(definition.find(form, start.end()) for form in (name, quoted(name))) + len(name)
    module = re.compile(r"\bUSING\s+(\w+)", re.IGNORECASE).search(definition, after)
    return module.group(1).lower() if module else ""


def _rowid_name(columns: List[Column], alias: Tuple[str, ...], without_rowid: bool) -> Optional[str]:
    if alias:
        return alias[0]
    taken = {column.name.lower() for column in columns}
    return None if without_rowid else next((name for name in _ROWID_NAMES if name not in taken), None)
