# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows that were made on a device and taken home: which keys they have there, so that later edits find them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Dict

from ..durable import write_bytes
from ..gpkg import Change, Changeset, Kind, Reference, Schema, Table, apply, connect, read_schema, transaction
from ..gpkg.rules import read_rules
from ..gpkg.sql import names, quoted, sql

Keys = Dict[str, Dict[Any, Any]]
"""By table: the key of a row in the package, and the one that it has at home; both are whole numbers."""
_FILE = "keys.json"


class RowKeys:
    """What is remembered of one package, in a folder. Written before any row is: whatever happens then, it is true."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self._files: dict[str, Keys] = {}
        if self._path.is_file():
            said = json.loads(self._path.read_text("utf-8"))
            self._files = {
                file: {
                    table: {int(key): home for key, home in keys.items()} for table, keys in tables.items()
                }
                for file, tables in said.items()
            }

    def of(self, file: str) -> Keys:
        return self._files.get(file, {})

    def learn(self, file: str, keys: Keys) -> None:
        for table, known in keys.items():
            self._files.setdefault(file, {}).setdefault(table, {}).update(known)

    def write(self) -> None:
        write_bytes(self._path, json.dumps(self._files).encode())


@dataclass(frozen=True)
class Numbering:
    """How the rows of one packaged file are numbered at home, and what depends on that.

    `references` are the project's. `mirrors` names by table a field that holds the key of home once more.
    """

    keys: Keys
    references: tuple[Reference, ...] = ()
    mirrors: Mapping[str, str] = field(default_factory=dict)

    def give_to(self, edited: Path, base: Path) -> Keys:
        """Number the rows of `edited`, a copy of what came back, as at home; answers by table former and new keys.

        Rows made on the device since whose keys belong to others at home get keys that `base` does not have either.
        """
        if not self.keys:
            return {}
        with closing(connect(edited, write=True)) as connection, closing(connect(base)) as before:
            schema = read_schema(connection)
            moves: Keys = {}
            for name, known in self.keys.items():
                if name in schema and schema[name].integer_key:
                    moves[name] = _moves(connection, before, schema[name], known)
            with transaction(connection):
                apply(_Renumbering(connection, schema, replace(self, keys=moves)).changeset(), connection)
        return moves

    def translated(self, changeset: Changeset, schema: Schema) -> Changeset:
        """The same changes with new rows under their keys at home, and what refers to these rows."""
        links = _links(self.references, schema, self.keys)
        return Changeset.of(
            (self._translated(change, schema[change.table], links) for change in changeset), schema
        )

    def _translated(self, change: Change, table: Table, links: list[Reference]) -> Change:
        key, new = change.key, dict(change.new)
        for link in links:
            if link.child == table.name and link.columns[0] in new:
                moved = self.keys[link.parent]
                new[link.columns[0]] = moved.get(new[link.columns[0]], new[link.columns[0]])
        home = self.keys.get(table.name, {}).get(key[0]) if change.kind is Kind.INSERT and key else None
        if home is not None:
            new.update(self._key_values(table, home))
            key = (home,)
        return Change(table.name, change.kind, key, dict(change.old), new)

    def _key_values(self, table: Table, key: int) -> dict[str, Any]:
        return {name: key for name in (table.key[0], self.mirrors.get(table.name)) if name}


class _Renumbering:
    """What is to be done to a file so that its rows have other keys."""

    def __init__(self, connection: sqlite3.Connection, schema: Schema, numbering: Numbering) -> None:
        self._connection, self._schema, self._numbering = connection, schema, numbering
        self._rows: dict[tuple[str, tuple[Any, ...]], dict[str, Any]] = {}
        """What becomes of rows: by table and key, the values that change."""

    def changeset(self) -> Changeset:
        keys = self._numbering.keys
        for name, moves in keys.items():
            for key, new in moves.items():
                self._rows[name, (key,)] = self._numbering._key_values(self._schema[name], new)
        touched = Changeset.of(
            (Change(name, Kind.DELETE, key, self._row(name, key), {}) for name, key in self._rows),
            self._schema,
        )
        rules = read_rules(self._connection, (touched,), self._numbering.references)
        for link in _links(rules.references, self._schema, keys):
            self._follow(link, keys[link.parent])
        return Changeset.of(
            (change for place in self._rows for change in self._changes(*place)), self._schema
        )

    def _follow(self, link: Reference, moves: Mapping[int, int]) -> None:
        child, column = self._schema[link.child], link.columns[0]
        if not child.key:
            return
        # One look at the rows for all keys: the column need not have an index.
        self._connection.execute("CREATE TEMP TABLE moves (former INTEGER PRIMARY KEY, now INTEGER)")
        self._connection.executemany("INSERT INTO temp.moves VALUES (?, ?)", moves.items())
        rows, meets = "main." + quoted(child.name), f"c.{quoted(column)} = m.former"
        query = sql(
            "SELECT m.now,", names(child.key, "c."), "FROM", rows, "AS c JOIN temp.moves AS m ON", meets
        )
        for new, *place in self._connection.execute(query).fetchall():
            self._rows.setdefault((child.name, tuple(place)), {}).setdefault(column, new)
        self._connection.execute("DROP TABLE temp.moves")

    def _changes(self, name: str, key: tuple[Any, ...]) -> Iterator[Change]:
        row, table = self._row(name, key), self._schema[name]
        changed = {column: value for column, value in self._rows[name, key].items() if row[column] != value}
        new_key = tuple(changed.get(column, row[column]) for column in table.key)
        if new_key != key:
            yield Change(name, Kind.DELETE, key, row, {})
            yield Change(name, Kind.INSERT, new_key, {}, {**row, **changed})
        elif changed:
            yield Change(name, Kind.UPDATE, key, {column: row[column] for column in changed}, changed)

    def _row(self, name: str, key: tuple[Any, ...]) -> dict[str, Any]:
        table = self._schema[name]
        columns, where = table.stored_columns, " AND ".join(f"{quoted(column)} = ?" for column in table.key)
        query = sql("SELECT", names(columns), "FROM", quoted(name), "WHERE", where)
        return dict(zip(columns, self._connection.execute(query, key).fetchone()))


def _moves(
    connection: sqlite3.Connection, before: sqlite3.Connection, table: Table, known: Mapping[int, int]
) -> dict[int, int]:
    there = sql("SELECT 1 FROM", quoted(table.name), "WHERE", quoted(table.key[0]), "= ?")
    highest = sql("SELECT max(", quoted(table.key[0]), ") FROM", quoted(table.name))

    def has(key: int) -> bool:
        return connection.execute(there, (key,)).fetchone() is not None

    moves = {key: home for key, home in known.items() if has(key)}
    free = max(*known.values(), *(one.execute(highest).fetchone()[0] or 0 for one in (connection, before)))
    for key in sorted(set(known.values()) - known.keys()):
        if has(key):
            free += 1
            moves[key] = free
    return moves


def _links(references: Iterable[Reference], schema: Schema, keys: Keys) -> list[Reference]:
    """The references to the keys of these tables."""
    return [
        link
        for link in references
        if keys.get(link.parent)
        and link.child in schema
        and link.parent in schema
        and len(link.columns) == 1
        and link.parent_columns == schema[link.parent].key
        and link.columns[0] in schema[link.child].stored_columns
    ]
