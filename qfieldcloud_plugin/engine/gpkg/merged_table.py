# SPDX-License-Identifier: GPL-2.0-or-later
"""One table of a merge: its rows, and what each side still needs."""

from __future__ import annotations

from typing import Dict, Iterable, Optional, Tuple

from ..errors import ChangesetsDoNotFollow
from ..message import Message
from .merged_row import MergedRow, paired
from .row import Loose, RowChange, Rows, Side, let_go
from .rules import Rules
from .table_changes import Key, TableChanges, Value, alike
from .upkept import UPKEPT_COLUMNS


class TableMerge:
    """The rows of one table that either side touched."""

    def __init__(self, mine: TableChanges, theirs: TableChanges, rules: Rules) -> None:
        mine, theirs = alike(mine, theirs)
        if not mine.same_shape(theirs):
            raise ChangesetsDoNotFollow(
                Message("The columns of “{table}” differ between the two changesets.", table=mine.name)
            )
        self.shape = mine.like()
        upkept = UPKEPT_COLUMNS.get(mine.name.lower(), frozenset())
        self.upkept = frozenset(n for n, name in enumerate(mine.columns) if name in upkept)
        my_rows, self.my_loose = mine.rows()
        their_rows, self.their_loose = theirs.rows()
        self.rows: Dict[Key, MergedRow] = {
            key: paired(
                my_rows.get(key),
                their_rows.get(key),
                rules.known.get((mine.name, key), {}),
                mine.geometry,
                mine.name,
            )
            for key in dict.fromkeys([*my_rows, *their_rows])
        }
        let_go(my_rows)
        let_go(their_rows)

    def positions(self, columns: Iterable[str]) -> Tuple[int, ...]:
        """Raises ValueError for a column the table has not."""
        return tuple(self.shape.columns.index(name) for name in columns)

    def named(self, side: Side) -> Optional[Dict[str, Value]]:
        return None if side is None else {self.shape.columns[n]: side[n] for n in sorted(side)}

    def for_mine(self) -> TableChanges:
        rows = {key: RowChange(row.mine, row.on_mine) for key, row in self.rows.items()}
        return self._changes(rows, self.my_loose)

    def for_theirs(self) -> TableChanges:
        rows = {key: RowChange(row.theirs, row.on_theirs) for key, row in self.rows.items()}
        return self._changes(rows, self.their_loose)

    def let_go(self) -> None:
        """When both changes are made, the rows are not needed any more."""
        let_go(self.rows)

    def _changes(self, rows: Rows, own: Loose) -> TableChanges:
        changes = self.shape.with_rows(rows, self._loose_for(own))
        let_go(rows)
        return changes

    def _loose_for(self, own: Loose) -> Loose:
        """Rows without a key count: what both added or removed alike counts once, the rest adds up."""
        result = {}
        for identity in dict.fromkeys([*self.my_loose, *self.their_loose]):
            one, other = self.my_loose.get(identity, 0), self.their_loose.get(identity, 0)
            target = max(one, other, key=abs) if one * other > 0 else one + other
            result[identity] = target - own.get(identity, 0)
        return result
