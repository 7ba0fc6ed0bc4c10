# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows edited in a package, carried over to the GeoPackages they came from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Optional

from ..gpkg import (
    Change,
    Changeset,
    Conflict,
    Decision,
    Kind,
    Merge,
    Schema,
    Table,
    apply,
    connect,
    diff,
    mark,
    merge,
    read_schema,
    transaction,
)
from ..gpkg.connection import memory_connection
from ..gpkg.mark import Mark
from ..gpkg.sql import quoted, sql
from .geopackage import write_geopackage
from .report import PackagedTable
from .row_keys import Keys, Numbering
from .table_copy import TableCopy


@dataclass
class SourceEdits:
    """What has to be done to one GeoPackage of the project."""

    path: Path
    changeset: Changeset
    tables: Collection[str] = ()
    """The packaged tables that come from it; () for all."""


@dataclass
class MergedEdits:
    """`taken` and `conflicts` are in the package's terms, but for the keys of rows, `edits` in those of the sources."""

    taken: Changeset
    """What nobody has to decide about: it brings the base to what is known of the device."""
    conflicts: tuple[Conflict, ...]
    edits: list[SourceEdits] = field(default_factory=list)
    keys: Keys = field(default_factory=dict)
    """Of new rows: the key in the package, and the one at home."""
    left: list[str] = field(default_factory=list)
    """Edited tables whose rows cannot be told apart in their source."""

    def taken_for(self, item: SourceEdits) -> Changeset:
        """The part of what is taken that one of the edits carries home."""
        return self.taken.only(item.tables) if item.tables else self.taken


def merge_tables(
    base: Path,
    edited: Path,
    tables: list[PackagedTable],
    root: Path,
    decisions: Mapping[str, Decision],
    numbering: Numbering,
) -> MergedEdits:
    """Merge what was done to the packaged tables with what was done to their sources since.

    `base` is the packaged GeoPackage as it was made, `edited` a copy of it as it came back, whose rows get the keys
    that they have at home; `numbering` is in its terms.
    """
    mirrors = {item.table: item.source_key for item in tables}
    numbering = replace(numbering, mirrors=mirrors)
    moves = numbering.give_to(edited, base)
    distinct = {item.table: item for item in tables if not item.is_exported}
    schemas = {source: _schema(root / source) for source in {item.source for item in distinct.values()}}
    usable = {name: item for name, item in distinct.items() if _has_integer_key(schemas[item.source], item)}
    copies = [
        TableCopy(root / item.source, schemas[item.source][item.source_table], name)
        for name, item in usable.items()
    ]
    now = edited.with_suffix(".now.gpkg")
    write_geopackage(now, copies)
    edits = diff(base, edited)
    mine = edits.only(usable)
    merged = merge(mine, diff(base, now).only(usable), base, numbering.references).resolve(decisions)
    left = [table.name for table in edits.tables if table.name in distinct and table.name not in usable]
    home: list[SourceEdits] = []
    new_keys = _new_keys(merged)
    for source, schema in schemas.items():
        parts = {name: item for name, item in usable.items() if item.source == source}
        with closing(connect(root / source)) as connection:
            translator = _Translator(connection, schema, parts, _last_keys(base, parts))
            changes = translator.translate(merged.mine_onto_theirs)
        if changes:
            home.append(SourceEdits(root / source, Changeset.of(changes, schema), tuple(parts)))
        new_keys = translator.at_home(new_keys)
    taken = replace(numbering, keys=new_keys).translated(_undisputed(mine, merged), _schema(base))
    return MergedEdits(taken, merged.conflicts, home, _by_package(new_keys, moves), left)


def _has_integer_key(schema: Schema, item: PackagedTable) -> bool:
    table = schema.get(item.source_table)
    return table is not None and table.integer_key


def merge_file(
    base: Path,
    edited: Path,
    live: Path,
    decisions: Mapping[str, Decision],
    numbering: Numbering,
) -> MergedEdits:
    """The same for a GeoPackage that was packaged as it is."""
    moves = numbering.give_to(edited, base)
    mine = diff(base, edited)
    merged = merge(mine, diff(base, live), base, numbering.references).resolve(decisions)
    edits = [SourceEdits(live, merged.mine_onto_theirs)] if len(merged.mine_onto_theirs) else []
    new_keys = _new_keys(merged)
    taken = replace(numbering, keys=new_keys).translated(_undisputed(mine, merged), _schema(base))
    return MergedEdits(taken, merged.conflicts, edits, _by_package(new_keys, moves))


def _new_keys(merged: Merge) -> Keys:
    """Of my rows that are new to theirs: the key that I gave them, and the one that they get."""
    mine = {(table, new): key for (table, key), new in merged.rekeyed.items()}
    keys: Keys = {}
    for changes in merged.mine_onto_theirs.tables:
        for change in changes if changes.integer_key else ():
            if change.kind is Kind.INSERT:
                (key,) = mine.get((change.table, change.key), change.key)
                keys.setdefault(change.table, {})[key] = change.key[0]
    return keys


def _by_package(keys: Keys, moves: Keys) -> Keys:
    """The keys that the rows had before they were moved."""
    before = {name: {now: key for key, now in known.items()} for name, known in moves.items()}
    return {
        name: {before.get(name, {}).get(key, key): home for key, home in known.items()}
        for name, known in keys.items()
    }


def _undisputed(mine: Changeset, merged: Merge) -> Changeset:
    """My changes of rows that nobody has to decide about."""
    held = {(conflict.table, conflict.key) for conflict in merged.conflicts}
    return mine.filtered(lambda change: (change.table, change.key) not in held)


def _last_keys(base: Path, tables: Mapping[str, PackagedTable]) -> dict[str, int]:
    """The highest key that a source's table had when it was packaged, or got since from here."""
    with closing(connect(base)) as connection:
        return {
            item.source_table: connection.execute(
                sql("SELECT max(", quoted(item.local_key), ") FROM", quoted(name))
            ).fetchone()[0]
            or 0
            for name, item in tables.items()
        }


def apply_edits(edits: Iterable[SourceEdits], announce: Callable[[Sequence[Optional[Mark]]], object]) -> None:
    """All of them or none: every file is committed only when all were applied.

    Before that `announce` gets, for each, the mark by which the file tells that it was committed.
    """
    with ExitStack() as stack:
        marks = []
        for item in edits:
            connection = stack.enter_context(closing(connect(item.path, write=True)))
            stack.enter_context(transaction(connection))
            apply(item.changeset, connection)
            marks.append(mark.choose(connection))
        announce(marks)


def _schema(path: Path) -> Schema:
    with closing(connect(path)) as connection:
        return read_schema(connection)


class _Translator:
    """Changes of packaged tables as changes of one source GeoPackage: other names, and the source's own keys."""

    def __init__(
        self,
        source: sqlite3.Connection,
        schema: Schema,
        tables: dict[str, PackagedTable],
        last_keys: Mapping[str, int],
    ) -> None:
        self.source = source
        self.schema = schema
        self.tables = tables
        self.last_keys = last_keys
        self.given: dict[tuple[str, Any], Any] = {}
        """The keys of new rows in their source, by packaged table and key."""
        self.free_keys: dict[str, Iterator[int]] = {}
        self.used_keys: dict[str, set[int]] = {}

    def translate(self, changeset: Changeset) -> list[Change]:
        changes = []
        for change in changeset:
            packaged = self.tables.get(change.table)
            if packaged is not None:
                translated = self._translated(change, self.schema[packaged.source_table])
                if translated is not None:
                    changes.append(translated)
        return changes

    def at_home(self, keys: Keys) -> Keys:
        """The keys that new rows get, with those that were given here."""
        return {
            name: {key: self.given.get((name, now), now) for key, now in known.items()}
            for name, known in keys.items()
        }

    def _translated(self, change: Change, table: Table) -> Optional[Change]:
        stored = set(table.stored_columns)
        old = {name: value for name, value in change.old.items() if name in stored}
        new = {name: value for name, value in change.new.items() if name in stored}
        key = table.key[0]
        if change.kind is Kind.INSERT:
            new[key] = self._new_key(table, new.get(key))
            self.given[change.table, change.key[0]] = new[key]
            new.update(self._defaults(table, new))
            return Change(table.name, change.kind, (new[key],), {}, new)
        if change.kind is Kind.UPDATE:
            # The field that holds the source's key is for looking only: the row's identity is not edited.
            old.pop(key, None)
            new.pop(key, None)
            if not new:
                return None
        else:
            old[key] = change.key[0]
        return Change(table.name, change.kind, change.key, old, new)

    def _new_key(self, table: Table, wanted: Any) -> int:
        if table.name not in self.free_keys:
            self.free_keys[table.name] = self._count_up(table)
        used = self.used_keys.setdefault(table.name, set())
        free = self.free_keys[table.name]
        key = wanted if isinstance(wanted, int) and not self._is_taken(table, wanted) else next(free)
        while key in used:
            key = next(free)
        used.add(key)
        return key

    def _count_up(self, table: Table) -> Iterator[int]:
        execute, given = self.source.execute, None
        (highest,) = execute(
            sql("SELECT max(", quoted(table.key[0]), ") FROM", quoted(table.name))
        ).fetchone()
        if execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").fetchone():
            given = execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)).fetchone()
        # What was deleted here meanwhile may still be edited in the field: its key is nobody else's.
        number = max(highest or 0, given[0] if given else 0, self.last_keys.get(table.name, 0))
        while True:
            number += 1
            yield number

    def _is_taken(self, table: Table, key: int) -> bool:
        there = sql("SELECT 1 FROM", quoted(table.name), "WHERE", quoted(table.key[0]), "= ?")
        return self.source.execute(there, (key,)).fetchone() is not None

    def _defaults(self, table: Table, row: dict[str, Any]) -> dict[str, Any]:
        """The package does not demand what the source fills in by itself."""
        values = {}
        for column in table.columns:
            if column.not_null and column.default is not None and row.get(column.name) is None:
                if column.name in table.key or column.generated:
                    continue
                values[column.name] = _evaluated(column.default)
        return values


def _evaluated(default: str) -> Any:
    with closing(memory_connection()) as connection:
        try:
            return connection.execute(sql("SELECT", default)).fetchone()[0]
        except sqlite3.Error:
            return None
