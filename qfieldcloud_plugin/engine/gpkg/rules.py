# SPDX-License-Identifier: GPL-2.0-or-later
"""What a merge must know of the base besides the two changesets: free keys, unique columns, references."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import Any, Dict, Iterable, Mapping, NamedTuple, Sequence, Set, Tuple

from .changeset import Changeset, Key, TableChanges
from .connection import sqlite_errors
from .schema import Schema, read_schema
from .sql import all_of, names, quoted, sql

Place = Tuple[str, Key]
"""A table's name and a row's key."""


class Reference(NamedTuple):
    """Rows of `child` refer by `columns` to the rows of `parent` that have the same values in
    `parent_columns`.
    """

    child: str
    columns: Tuple[str, ...]
    parent: str
    parent_columns: Tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    references: Tuple[Reference, ...] = ()
    unique: Mapping[str, Sequence[Tuple[str, ...]]] = field(default_factory=dict)
    """Column sets by table."""
    last_keys: Mapping[str, int] = field(default_factory=dict)
    """The highest integer key ever given in the base, by table."""
    known: Mapping[Place, Mapping[int, Any]] = field(default_factory=dict)
    """Base values by position that the changesets do not hold but the rules need."""


def read_rules(
    connection: sqlite3.Connection, changesets: Sequence[Changeset], extra: Iterable[Reference] = ()
) -> Rules:
    """The rules of the GeoPackage for the tables that the changesets touch."""
    with sqlite_errors():
        schema = read_schema(connection)
        tables = [
            changes for changeset in changesets for changes in changeset.tables if changes.name in schema
        ]
        touched = {changes.name for changes in tables}
        named = {*_declared_references(schema), *_related_tables(connection, schema), *extra}
        references = {one for one in named if _is_stored(one, schema)}
        unique = {name: schema[name].unique for name in sorted(touched)}
        return Rules(
            references=tuple(sorted(one for one in references if {one.child, one.parent} & touched)),
            unique=unique,
            last_keys={
                name: _last_key(connection, schema, name) for name in touched if schema[name].integer_key
            },
            known=_known_values(connection, tables, unique, references),
        )


def _declared_references(schema: Schema) -> Set[Reference]:
    return {
        Reference(table.name, key.columns, schema[key.parent].name, key.parent_columns)
        for table in schema
        for key in table.foreign_keys
        if key.parent in schema and len(key.columns) == len(key.parent_columns)
    }


def _is_stored(reference: Reference, schema: Schema) -> bool:
    """A project may relate fields that are computed, or that are gone by now: of these the rows say nothing."""
    ends = ((reference.child, reference.columns), (reference.parent, reference.parent_columns))
    return all(name in schema and set(columns) <= set(schema[name].stored_columns) for name, columns in ends)


def _related_tables(connection: sqlite3.Connection, schema: Schema) -> Set[Reference]:
    """The relations of the Related Tables extension, whose mapping tables need not declare foreign keys."""
    if "gpkgext_relations" not in schema:
        return set()
    found = set()
    rows = connection.execute(
        "SELECT mapping_table_name, base_table_name, base_primary_column, "
        "related_table_name, related_primary_column "
        "FROM main.gpkgext_relations"
    )
    for mapping, base, base_column, related, related_column in rows:
        for column, parent, parent_column in (
            ("base_id", base, base_column),
            ("related_id", related, related_column),
        ):
            if all(isinstance(name, str) and name in schema for name in (mapping, parent)) and parent_column:
                found.add(Reference(schema[mapping].name, (column,), schema[parent].name, (parent_column,)))
    return found


def _last_key(connection: sqlite3.Connection, schema: Schema, name: str) -> int:
    select = sql("SELECT max(", quoted(str(schema[name].rowid)), ") FROM", "main." + quoted(name))
    highest = connection.execute(select).fetchone()[0] or 0
    if connection.execute("SELECT 1 FROM main.sqlite_master WHERE name = 'sqlite_sequence'").fetchone():
        counter = connection.execute(
            "SELECT seq FROM main.sqlite_sequence WHERE name = ?", (name,)
        ).fetchone()
        highest = max(highest, counter[0] if counter and isinstance(counter[0], int) else 0)
    return int(highest)


def _known_values(
    connection: sqlite3.Connection,
    tables: Iterable[TableChanges],
    unique: Mapping[str, Sequence[Tuple[str, ...]]],
    references: Iterable[Reference],
) -> Dict[Place, Dict[int, Any]]:
    """Where an update touches one of several columns that count together: the base's values of the others."""
    known: Dict[Place, Dict[int, Any]] = {}
    for changes in tables:
        sets = [*unique[changes.name], *(one.columns for one in references if one.child == changes.name)]
        sets += [one.parent_columns for one in references if one.parent == changes.name]
        wanted = [_positions(changes, columns) for columns in sets if len(columns) > 1]
        for positions, rows in changes.updates.items():
            together = {position for one in wanted if one & set(positions) for position in one}
            missing = sorted(together - set(positions))
            if not missing:
                continue
            select = sql(
                *("SELECT", names(changes.columns[position] for position in missing)),
                *("FROM", "main." + quoted(changes.name), "WHERE"),
                all_of(quoted(column) + " = ?" for column in changes.key_columns),
            )
            for row in rows:
                key = row[len(positions) : len(positions) + len(changes.key)]
                values = connection.execute(select, key).fetchone()
                if values is not None:
                    known.setdefault((changes.name, key), {}).update(zip(missing, values))
    return known


def _positions(changes: TableChanges, columns: Tuple[str, ...]) -> Set[int]:
    return {changes.columns.index(name) for name in columns if name in changes.columns}
