# SPDX-License-Identifier: GPL-2.0-or-later
"""How tables, views, indexes and triggers themselves were changed between two states."""

from __future__ import annotations

from contextlib import closing
from typing import Dict, NamedTuple, Optional, Tuple

from ..errors import ChangesetsDoNotFollow
from ..message import Message
from .connection import memory_connection
from .schema import SchemaReader, Table

KINDS = ("table", "index", "view", "trigger")


class DefinitionChange(NamedTuple):
    """One object of the schema. `old` and `new` are its CREATE statements; None where it does not exist."""

    kind: str
    """`table`, `index`, `view` or `trigger`; a virtual table is a table."""
    name: str
    table: str
    """The table that an index or trigger belongs to, else the name itself."""
    old: Optional[str]
    new: Optional[str]

    def inverted(self) -> DefinitionChange:
        return self._replace(old=self.new, new=self.old)


Definitions = Tuple[DefinitionChange, ...]
Place = Tuple[str, str]


def compare_definitions(before: SchemaReader, after: SchemaReader) -> Definitions:
    one, two = _statements(before), _statements(after)
    changed = []
    for place in dict.fromkeys([*one, *two]):
        table, old = one.get(place, (None, None))
        new_table, new = two.get(place, (None, None))
        if old != new:
            changed.append(DefinitionChange(*place, new_table or table or place[1], old, new))
    return tuple(changed)


def _statements(reader: SchemaReader) -> Dict[Place, Tuple[str, Optional[str]]]:
    """By kind and name; without what SQLite makes by itself: own tables, automatic indexes, shadow tables."""
    return {
        (kind, name): (table, statement)
        for kind, name, table, _, statement in reader.objects
        if statement and not name.lower().startswith("sqlite_") and name.lower() not in reader.shadows
    }


def concat_definitions(first: Definitions, second: Definitions) -> Definitions:
    """Raises `ChangesetsDoNotFollow`."""
    net = {(change.kind, change.name): change for change in first}
    for change in second:
        known = net.pop((change.kind, change.name), None)
        if known is None:
            net[change.kind, change.name] = change
        elif known.new != change.old:
            raise ChangesetsDoNotFollow(
                Message("“{name}” is not defined as the second changeset expects.", name=change.name)
            )
        elif known.old != change.new:
            net[change.kind, change.name] = change._replace(old=known.old)
    return tuple(net.values())


def table_of(name: str, statement: str) -> Table:
    """The table that a CREATE TABLE statement makes, found by letting it make one elsewhere.

    Raises sqlite3.Error for a statement that fails, KeyError for one that makes something else.
    """
    with closing(memory_connection()) as scratch:
        scratch.execute(statement)
        return SchemaReader(scratch).table(name)
