# SPDX-License-Identifier: GPL-2.0-or-later
"""The changes of one GeoPackage between two states, and the algebra on them."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterable, Iterator, Optional, Tuple

from .definitions import Definitions, concat_definitions
from .encoding import decode, encode
from .schema import Schema
from .table_changes import Change, Key, Kind, Positions, TableChanges, Value, alike

__all__ = ["Change", "Changeset", "Key", "Kind", "Positions", "TableChanges", "Value"]


class Changeset:
    """Immutable by convention; `len()` is the number of rows that change, iterating yields each `Change`."""

    def __init__(self, tables: Iterable[TableChanges] = (), definitions: Definitions = ()) -> None:
        self.tables: Tuple[TableChanges, ...] = tuple(table for table in tables if len(table))
        self.definitions = definitions
        """How the tables themselves changed; `diff` finds it when asked to."""

    @classmethod
    def of(cls, changes: Iterable[Change], schema: Schema) -> Changeset:
        """The changeset of single changes. Raises KeyError for tables and columns the schema has not."""
        tables: Dict[str, TableChanges] = {}
        for change in changes:
            if change.table not in tables:
                tables[change.table] = TableChanges.of_table(schema[change.table])
            tables[change.table].add(change)
        return cls(tables.values())

    def __iter__(self) -> Iterator[Change]:
        for table in self.tables:
            yield from table

    def __len__(self) -> int:
        return sum(map(len, self.tables))

    def __bool__(self) -> bool:
        return bool(self.tables or self.definitions)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Changeset):
            return NotImplemented
        return bool(self._normal_form() == other._normal_form())

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        parts = ", ".join(f"{table.name}: {len(table)}" for table in self.tables)
        return f"<Changeset {parts or 'without changes'}>"

    def get(self, table: str) -> Optional[TableChanges]:
        return next((changes for changes in self.tables if changes.name == table), None)

    def invert(self) -> Changeset:
        """The changeset that takes the later state back to the earlier one."""
        definitions = tuple(change.inverted() for change in self.definitions)
        return Changeset((table.inverted() for table in self.tables), definitions)

    def concat(self, other: Changeset) -> Changeset:
        """The net changes of this changeset and then `other`. Raises `ChangesetsDoNotFollow`."""
        result = {table.name: table for table in self.tables}
        for table in other.tables:
            first: Optional[TableChanges] = result.get(table.name)
            if first is not None:
                first, later = alike(first, table)
                table = first.followed_by(later)
            result[table.name] = table
        return Changeset(result.values(), concat_definitions(self.definitions, other.definitions))

    def filtered(self, keep: Callable[[Change], bool]) -> Changeset:
        """The changes of rows that `keep` says yes to."""
        return Changeset(table.filtered(keep) for table in self.tables)

    def only(self, tables: Iterable[str]) -> Changeset:
        """The changes of rows in these tables."""
        wanted = set(tables)
        return Changeset(table for table in self.tables if table.name in wanted)

    def to_bytes(self) -> bytes:
        """As `docs/formats/changeset.md` describes."""
        return encode(self.tables, self.definitions)

    @staticmethod
    def from_bytes(data: bytes) -> Changeset:
        """Raises `InvalidChangeset` or `ChangesetTooNew`."""
        return Changeset(*decode(data))

    def _normal_form(self) -> Any:
        forms = {table.name: table.normal_form() for table in self.tables}
        rows = {name: form for name, form in forms.items() if form[3] or form[4]}
        return rows, {(change.kind, change.name): change for change in self.definitions}
