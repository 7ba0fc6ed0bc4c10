# SPDX-License-Identifier: GPL-2.0-or-later
"""Conflicts as values: what two people did, how one of them may be chosen, and rules that choose for many."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union
from uuid import NAMESPACE_URL, uuid5

from ..gpkg.conflict import ConflictKind
from .plan import Choice

Value = Union[None, int, float, str, bytes]
Key = Tuple[Value, ...]
RowValues = Mapping[str, Value]

FILE = "file"
"""The whole file; `base`, `mine` and `theirs` say in words what each side did."""
CHANGED_TWICE = ConflictKind.CHANGED_TWICE.value
ROW_KINDS = tuple(kind.value for kind in ConflictKind)
"""The kinds of `gpkg.ConflictKind`: about one value where `column` is set, else about a whole row."""


@dataclass(frozen=True)
class Conflict:
    """Something two people changed differently. It is held: neither side's value is lost, neither is sent.

    `base`, `mine` and `theirs` are values when `column` is set, else rows (None where there is none).
    The other table and key name a second row, where values must be unique or one row refers to another.
    """

    file: str
    kind: str
    table: str = ""
    key: Key = ()
    column: str = ""
    base: Any = None
    mine: Any = None
    theirs: Any = None
    other_table: str = ""
    other_key: Optional[Key] = None
    other_base: Any = None
    created_at: str = ""

    @property
    def place(self) -> Tuple[str, str, str, str]:
        """Where it is: a conflict met again at the same place is not a second one."""
        return (self.file, self.table, dump_key(self.key), self.column)

    @property
    def id(self) -> str:
        """The same for the same place and values, so that a decision never counts for values nobody saw."""
        sides = [dump(side) for side in (self.base, self.mine, self.theirs)]
        return str(uuid5(NAMESPACE_URL, json.dumps([*self.place, self.kind, *sides])))

    @property
    def rows(self) -> List[Tuple[str, Key]]:
        """The rows that are held."""
        rows = [(self.table, self.key)] if self.table else []
        return rows if self.other_key is None else [*rows, (self.other_table or self.table, self.other_key)]


def file_conflict(
    name: str, version_id: Optional[str], mine: str, theirs: str, base: Optional[str] = None
) -> Conflict:
    """`version_id` is the remote version the person is asked about; a newer one asks anew."""
    return Conflict(name, FILE, key=(version_id,), base=base, mine=mine, theirs=theirs)


@dataclass(frozen=True)
class Decision:
    """`value` counts only with Choice.VALUE, and only for a conflict about one value."""

    conflict_id: str
    choice: Choice
    value: Value = None


@dataclass(frozen=True)
class Rule:
    """Decides every conflict it fits; an empty part fits everything."""

    choice: Choice
    file: str = ""
    table: str = ""
    column: str = ""

    def fits(self, conflict: Conflict) -> bool:
        return (
            self.file in ("", conflict.file)
            and self.table in ("", conflict.table)
            and self.column in ("", conflict.column)
        )


@dataclass(frozen=True)
class Decided:
    """A conflict that is over: what was chosen, and so which value lost."""

    conflict: Conflict
    choice: Choice
    value: Any
    """What was chosen: a value, a row, or words about a file."""
    decided_at: str

    @property
    def lost(self) -> Any:
        """What nobody sees any more; None when a third value replaced both, which `conflict` still holds."""
        if self.choice is Choice.MINE:
            return self.conflict.theirs
        return self.conflict.mine if self.choice is Choice.THEIRS else None


def decide(conflicts: Iterable[Conflict], rules: Iterable[Rule]) -> List[Decision]:
    """Decisions for the conflicts that a rule fits; the first one that fits counts."""
    ordered = list(rules)
    decisions = []
    for conflict in conflicts:
        rule = next((rule for rule in ordered if rule.fits(conflict)), None)
        if rule is not None:
            decisions.append(Decision(conflict.id, rule.choice))
    return decisions


def to_json(value: Any) -> Any:
    """A value of a row (or a row) as JSON holds it; bytes and non-finite numbers are wrapped."""
    if isinstance(value, (bytes, bytearray, memoryview)):
        return {"hex": bytes(value).hex()}
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return {"float": repr(value)}
    if isinstance(value, Mapping):
        return {"row": {name: to_json(part) for name, part in value.items()}}
    return value


def from_json(data: Any) -> Any:
    """The inverse of `to_json`."""
    if not isinstance(data, dict):
        return data
    if "hex" in data:
        return bytes.fromhex(data["hex"])
    if "float" in data:
        return float(data["float"])
    row: Dict[str, Any] = data["row"]
    return {name: from_json(part) for name, part in row.items()}


def dump(value: Any) -> str:
    return json.dumps(to_json(value), ensure_ascii=False)


def load(text: Optional[str]) -> Any:
    return None if text is None else from_json(json.loads(text))


def dump_key(key: Key) -> str:
    return json.dumps([to_json(value) for value in key], ensure_ascii=False)


def load_key(text: str) -> Key:
    return tuple(from_json(value) for value in json.loads(text))
