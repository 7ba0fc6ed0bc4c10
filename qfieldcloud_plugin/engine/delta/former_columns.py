# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets deltas follow columns that got another name since the device had its package."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any, Callable, Dict, Mapping, Optional, Tuple

from .model import Delta, State
from .table import GeoPackageTable

FormerColumns = Callable[[Path, str, str], Optional[str]]
"""Given a GeoPackage, a table and the name of a column that it once had: what the column is called today."""


def knows_none(_path: Path, _table: str, _column: str) -> Optional[str]:
    """Who knows no earlier states."""
    return None


class ColumnsOfToday:
    """Asks once for each name."""

    def __init__(self, former: FormerColumns) -> None:
        self._former = former
        self._known: Dict[Tuple[Path, str, str], Optional[str]] = {}

    def translated(self, table: GeoPackageTable, delta: Delta) -> Delta:
        """The delta in the names that the table has today; names that nobody knows stay."""
        old, new = (self._state(table, state) for state in (delta.old, delta.new))
        return delta if old is delta.old and new is delta.new else replace(delta, old=old, new=new)

    def _state(self, table: GeoPackageTable, state: Optional[State]) -> Optional[State]:
        if state is None or state.values.keys() <= table.kinds.keys():
            return state
        names = {name: self._today(table, name, state.values) for name in state.values}
        wanted = Counter(names.values())
        # Of two values for one column nobody knows which is meant: both are told as values without one.
        known = {name: today if wanted[today] == 1 else name for name, today in names.items()}
        return replace(state, attributes={known[name]: value for name, value in state.values.items()})

    def _today(self, table: GeoPackageTable, name: str, values: Mapping[str, Any]) -> str:
        if name in table.kinds:
            return name
        place = (table.file.path, table.name, name)
        if place not in self._known:
            self._known[place] = table.column_like(name) or self._former(*place)
        today = self._known[place]
        # What the device says of the column itself counts.
        return today if today in table.kinds and today not in values and today is not None else name
