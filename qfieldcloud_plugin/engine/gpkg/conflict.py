# SPDX-License-Identifier: GPL-2.0-or-later
"""Two people changed the same thing differently: what each did, and what someone may decide about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum
from typing import Mapping, NamedTuple, Optional, Union

from .changeset import Key, Value


class ConflictKind(str, Enum):
    CHANGED_TWICE = "changed_twice"
    """Both gave one column of a row another value."""
    DELETED_AND_CHANGED = "deleted_and_changed"
    """One deleted the row, the other changed it."""
    KEY_TAKEN = "key_taken"
    """Both made a row with the same key, and the key is not one that can be counted up."""
    UNIQUE = "unique"
    """Together, two rows would have the same value where values must be unique."""
    FOREIGN_KEY = "foreign_key"
    """Together, a row would refer to one that is not there."""
    DEFINITION = "definition"
    """Both changed a table itself, or one took something from it while the other worked in it. The whole table is
    held; whoever decides takes one side's table, definition and rows. `base`, `mine` and `theirs` are definitions."""


class Choice(str, Enum):
    MINE = "mine"
    THEIRS = "theirs"


class Picked(NamedTuple):
    """A third value, for a column that was changed twice."""

    value: Value


Decision = Union[Choice, Picked]
Side = Union[Value, Mapping[str, Value]]


@dataclass(frozen=True)
class Conflict:
    """`base`, `mine` and `theirs` are values when `column` is set, else rows: known columns, None for no row.

    For UNIQUE, `key` is my row's and `other_key` theirs, in the same table. For FOREIGN_KEY, `key` is the row
    that refers, and `other_table` and `other_key` name the row it refers to.
    """

    kind: ConflictKind
    table: str
    key: Key
    column: Optional[str] = None
    base: Side = None
    mine: Side = None
    theirs: Side = None
    other_table: Optional[str] = None
    other_key: Optional[Key] = None

    @property
    def id(self) -> str:
        """The same for the same place and values, so that a decision never counts for values nobody saw."""
        sides = [
            sorted(side.items()) if isinstance(side, Mapping) else side
            for side in (self.base, self.mine, self.theirs)
        ]
        text = repr(
            (self.kind.value, self.table, self.key, self.column, self.other_table, self.other_key, sides)
        )
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
