# SPDX-License-Identifier: GPL-2.0-or-later
"""Change the tables, indexes, views and triggers of a GeoPackage as a changeset says, around the change of its rows.

The order is: `prepare`, then rows are deleted and updated, `rebuild`, then rows are inserted, `finish`. Between
`prepare` and `rebuild` an altered table has the columns of both its states.
"""

from __future__ import annotations

import re
import sqlite3
from typing import Dict, List, Optional, Set, Tuple

from ..errors import ChangeDoesNotFit, InvalidChangeset, SchemaDoesNotFit
from ..message import Message
from .changeset import Changeset, TableChanges
from .definitions import DefinitionChange, table_of
from .schema import SchemaReader, Table, virtual_module
from .sql import any_of, comma, quoted, sql
from .upkeep import fill_rtree, refill_rtree

_CREATES = {
    "table": re.compile(r"CREATE\s+(VIRTUAL\s+)?TABLE\s", re.IGNORECASE),
    "index": re.compile(r"CREATE\s+(UNIQUE\s+)?INDEX\s", re.IGNORECASE),
    "view": re.compile(r"CREATE\s+VIEW\s", re.IGNORECASE),
    "trigger": re.compile(r"CREATE\s+TRIGGER\s", re.IGNORECASE),
}
_MODULES = {"rtree", "fts3", "fts4", "fts5"}
_ASIDE = "engine_altered_table"


class Migration:
    def __init__(self, connection: sqlite3.Connection, changeset: Changeset) -> None:
        self.connection = connection
        self.definitions = changeset.definitions
        self.changes: Dict[str, TableChanges] = {table.name: table for table in changeset.tables}
        self.altered: Dict[str, Table] = {}
        """The new state of each altered table."""
        self.columns_before: Dict[str, Tuple[str, ...]] = {}

    @property
    def triggers(self) -> Set[str]:
        """The triggers that this takes care of."""
        return {change.name for change in self._of("trigger")}

    def check(self) -> None:
        """Raises `SchemaDoesNotFit` when an object is not defined as the changeset expects."""
        for change in self.definitions:
            self._check(change)

    def prepare(self) -> None:
        for kind in ("trigger", "view", "index"):
            for change in self._of(kind):
                # Some went with what they belong to.
                if change.old is not None and self._current(kind, change.name) is not None:
                    self._drop(change)
        for change in self._of("table"):
            if _is_virtual(change):
                if change.old is not None:
                    self._drop(change)
            elif change.old is None:
                self._create(change)
            elif change.new is not None:
                self._widen(change)

    def before_rebuild(self, changes: TableChanges) -> TableChanges:
        """The changes as they can be written while both states' columns are there.

        A column that goes keeps its value until then, because it may not be NULL.
        """
        table = self.altered.get(changes.name)
        if table is None:
            return changes
        going = {n for n, name in enumerate(changes.columns) if name not in table.stored_columns}
        kept = changes.like()
        kept.deletes, kept.inserts = changes.deletes, changes.inserts
        for positions, rows in changes.updates.items():
            count, end = len(positions), len(positions) + len(changes.key)
            order = [end + n if position in going else n for n, position in enumerate(positions)]
            flat = [*order, *range(count, end + count)]
            kept.updates[positions] = [tuple(row[index] for index in flat) for row in rows] if going else rows
        return kept

    def after_rebuild(self, changes: TableChanges) -> TableChanges:
        """The rows to insert, with the columns that are there at the end."""
        table = self.altered.get(changes.name)
        if table is None:
            return changes
        columns = tuple(name for name in changes.columns if name in table.stored_columns)
        place = [changes.columns.index(name) for name in columns]
        key = tuple(columns.index(name) for name in table.key)
        geometry = changes.columns[changes.geometry] if changes.geometry is not None else None
        position = columns.index(geometry) if geometry in columns else None
        result = TableChanges(changes.name, columns, key, position, table.integer_key)
        result.inserts = [tuple(row[n] for n in place) for row in changes.inserts]
        return result

    def rebuild(self) -> None:
        for name, table in self.altered.items():
            self._check_going_columns(name, table)
            self._rebuild(name, table)

    def finish(self) -> None:
        """After all rows are in place: drop what goes, then make what comes."""
        self._drop_tables()
        self._make_virtual_tables()
        for name, table in self.altered.items():
            if name in self.changes and not self.changes[name].key:
                refill_rtree(self.connection, table.name)
        for kind in ("index", "view", "trigger"):
            for change in self._of(kind):
                if change.new is not None:
                    self._create(change)

    def _of(self, kind: str) -> List[DefinitionChange]:
        return [change for change in self.definitions if change.kind == kind]

    def _current(self, kind: str, name: str) -> Optional[str]:
        select = "SELECT sql FROM main.sqlite_master WHERE type = ? AND name = ?"
        row = self.connection.execute(select, (kind, name)).fetchone()
        return None if row is None else str(row[0])

    def _check(self, change: DefinitionChange) -> None:
        if self._current(change.kind, change.name) != change.old:
            raise SchemaDoesNotFit(
                Message(
                    "The {kind} “{name}” is not defined as the changes expect. Nothing was changed.",
                    kind=change.kind,
                    name=change.name,
                )
            )
        statement = change.new
        if statement is None:
            return
        module = virtual_module(change.name, statement)
        if not _CREATES[change.kind].match(statement) or (module is not None and module not in _MODULES):
            raise InvalidChangeset(
                Message("The definition of “{name}” is not one that is allowed.", name=change.name)
            )

    def _create(self, change: DefinitionChange) -> None:
        self.connection.execute(str(change.new))
        if self._current(change.kind, change.name) != change.new:
            raise InvalidChangeset(
                Message("The definition of “{name}” makes something else.", name=change.name)
            )

    def _drop(self, change: DefinitionChange) -> None:
        self.connection.execute(sql("DROP", change.kind.upper(), "main." + quoted(change.name)))

    def _widen(self, change: DefinitionChange) -> None:
        """Adds the columns that only the new state has, without their rules: the rows get their values first."""
        before = SchemaReader(self.connection).table(change.name)
        after = self.altered[change.name] = table_of(change.name, str(change.new))
        self.columns_before[change.name] = before.stored_columns
        for column in after.columns:
            if column.name not in before.stored_columns and not column.generated:
                add = sql("ALTER TABLE", "main." + quoted(change.name), "ADD COLUMN", quoted(column.name))
                self.connection.execute(sql(add, _type_name(column.type)))

    def _check_going_columns(self, name: str, table: Table) -> None:
        """Raises `ChangeDoesNotFit` when a column that goes holds values the changeset knows nothing of."""
        going = [column for column in self.columns_before[name] if column not in table.stored_columns]
        if not going:
            return
        filled = any_of([quoted(column) + " IS NOT NULL" for column in going])
        count = sql("SELECT count(*) FROM", "main." + quoted(name), "WHERE", filled)
        if self.connection.execute(count).fetchone()[0] != self._known_to_go(name, going):
            raise ChangeDoesNotFit(
                Message(
                    "“{name}” holds values in columns that the changes remove, and the changes do not know of them. "
                    "Nothing was changed.",
                    name=name,
                )
            )

    def _known_to_go(self, name: str, going: List[str]) -> int:
        changes = self.changes.get(name)
        if changes is None:
            return 0
        known = 0
        for positions, rows in changes.updates.items():
            end = len(positions) + len(changes.key)
            olds = [end + n for n, position in enumerate(positions) if changes.columns[position] in going]
            known += sum(any(row[index] is not None for index in olds) for row in rows)
        return known

    def _rebuild(self, name: str, table: Table) -> None:
        """The old table moves aside, so that the new one is made by its own statement and keeps its name."""
        target, aside = "main." + quoted(name), "main." + quoted(_ASIDE)
        before = SchemaReader(self.connection).table(name)
        indexes = [
            row[4] for row in SchemaReader(self.connection).objects if row[0] == "index" and row[2] == name
        ]
        counter = self._counter(name)
        # Without this SQLite would let views, triggers and foreign keys follow the table that moves.
        legacy = self.connection.execute("PRAGMA legacy_alter_table").fetchone()[0]
        self.connection.execute("PRAGMA legacy_alter_table = ON")
        try:
            self.connection.execute(sql("ALTER TABLE", target, "RENAME TO", quoted(_ASIDE)))
        finally:
            self.connection.execute(f"PRAGMA legacy_alter_table = {int(legacy)}")
        self._create(next(change for change in self._of("table") if change.name == name))
        columns = [(quoted(one), self._value(name, table, one)) for one in table.stored_columns]
        if (
            before.rowid is not None
            and table.rowid is not None
            and not (before.integer_key and table.integer_key)
        ):
            columns.append((quoted(table.rowid), quoted(before.rowid)))
        into, values = comma(one for one, _ in columns), comma(value for _, value in columns)
        self.connection.execute(sql("INSERT INTO", target, f"({into})", "SELECT", values, "FROM", aside))
        self.connection.execute(sql("DROP TABLE", aside))
        for statement in filter(None, indexes):
            self.connection.execute(statement)
        if counter is not None and self._counter(name) is not None:
            update = "UPDATE main.sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"
            self.connection.execute(update, (counter, name))

    def _value(self, name: str, table: Table, column: str) -> str:
        """Rows that nobody gave a value get the default where NULL is not allowed."""
        own = table.column(column)
        if column in self.columns_before[name] or not own.not_null or own.default is None:
            return quoted(column)
        return f"ifnull({quoted(column)}, {own.default})"

    def _counter(self, name: str) -> Optional[int]:
        """The highest key that AUTOINCREMENT has given."""
        if self._current("table", "sqlite_sequence") is None:
            return None
        row = self.connection.execute(
            "SELECT seq FROM main.sqlite_sequence WHERE name = ?", (name,)
        ).fetchone()
        return None if row is None else int(row[0])

    def _drop_tables(self) -> None:
        for change in self._of("table"):
            if change.new is None and not _is_virtual(change):
                select = sql("SELECT 1 FROM", "main." + quoted(change.name), "LIMIT 1")
                if self.connection.execute(select).fetchone() is not None:
                    raise ChangeDoesNotFit(
                        Message(
                            "“{name}” is to be removed, but holds rows the changes know nothing of. "
                            "Nothing was changed.",
                            name=change.name,
                        )
                    )
                self._drop(change)

    def _make_virtual_tables(self) -> None:
        for change in self._of("table"):
            if change.new is not None and _is_virtual(change):
                self._create(change)
                if virtual_module(change.name, change.new) == "rtree":
                    fill_rtree(self.connection, change.name)


def _is_virtual(change: DefinitionChange) -> bool:
    return virtual_module(change.name, change.new or change.old) is not None


def _type_name(declared: str) -> str:
    return declared if re.fullmatch(r"[\w\s(),.+-]*", declared) else ""
