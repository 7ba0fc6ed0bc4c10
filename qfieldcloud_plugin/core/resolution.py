# SPDX-License-Identifier: GPL-2.0-or-later
"""Conflicts on their way to decisions: grouped by row, chosen one by one or many at once. Pure data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterable, Optional, Sequence

from qgis.PyQt.QtCore import QLocale

from ..engine.sync.conflict import Conflict, Decision
from ..engine.sync.plan import Choice


@dataclass(frozen=True)
class ConflictGroup:
    """What belongs together for a person: every conflict of one row, or of one file."""

    file: str
    table: str
    key: tuple[Any, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def id(self) -> str:
        return self.conflicts[0].id


def group(conflicts: Iterable[Conflict]) -> list[ConflictGroup]:
    """By file, table and row, in the order they came."""
    found: dict[tuple[str, str, tuple[Any, ...]], list[Conflict]] = {}
    for conflict in conflicts:
        found.setdefault((conflict.file, conflict.table, tuple(conflict.key)), []).append(conflict)
    return [ConflictGroup(file, table, key, tuple(members)) for (file, table, key), members in found.items()]


class Resolution:
    """Remembers what was chosen; `decisions` is what `Actions.resolve` takes."""

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        self.conflicts = tuple(conflicts)
        self.groups = group(conflicts)
        self._chosen: dict[str, Decision] = {}

    def choose(self, conflict: Conflict, choice: Choice, value: Any = None) -> None:
        self._chosen[conflict.id] = Decision(conflict.id, choice, value if choice is Choice.VALUE else None)

    def choose_many(self, conflicts: Iterable[Conflict], choice: Choice) -> None:
        for conflict in conflicts:
            self.choose(conflict, choice)

    def forget(self, conflict: Conflict) -> None:
        self._chosen.pop(conflict.id, None)

    def chosen(self, conflict: Conflict) -> Optional[Decision]:
        return self._chosen.get(conflict.id)

    def result(self, conflict: Conflict) -> Any:
        """What the row will hold; `conflict.base` while nothing is chosen."""
        decision = self.chosen(conflict)
        if decision is None:
            return conflict.base
        values = {Choice.MINE: conflict.mine, Choice.THEIRS: conflict.theirs, Choice.VALUE: decision.value}
        return values[decision.choice]

    def open_in(self, group: ConflictGroup) -> int:
        """How many of a row's conflicts wait for a choice."""
        return sum(1 for conflict in group.conflicts if conflict.id not in self._chosen)

    @property
    def open(self) -> int:
        return len(self.conflicts) - len(self._chosen)

    def decisions(self) -> list[Decision]:
        return list(self._chosen.values())


def parse_like(text: str, *examples: Any) -> Any:
    """What was typed, as the kind of value the row holds; the text itself where it is no such value."""
    kinds = {type(example) for example in examples if example is not None}
    if not text.strip() and str not in kinds:
        return None
    for kind in (int, float):
        if kind in kinds:
            try:
                return kind(_with_point(text))
            except ValueError:
                continue
    return text


def _with_point(text: str) -> str:
    """A number as people of the user's country type it, or as it is where that is none."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.RejectGroupSeparator)
    _number, is_number = locale.toDouble(text.strip())
    return text.replace(locale.decimalPoint(), ".") if is_number else text
