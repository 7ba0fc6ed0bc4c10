# SPDX-License-Identifier: GPL-2.0-or-later
"""One row of a merge: where it comes from, what each side made of it, and what it will be on each side."""

from __future__ import annotations

from typing import AbstractSet, Any, Mapping, Optional

from ..errors import ChangesetsDoNotFollow
from ..message import Message
from .row import RowChange, Side, same_value


class MergedRow:
    """All sides know the same columns; None stands for no row.

    `intent` is what mine would be if other keys were taken by nobody: `mine` with references to rekeyed rows
    redirected. `on_mine` and `on_theirs` are what the row will be; they differ only where something is held.
    """

    __slots__ = ("base", "intent", "mine", "on_mine", "on_theirs", "theirs")

    def __init__(self, base: Side, mine: Side, theirs: Side, intent: Side) -> None:
        self.base, self.mine, self.theirs, self.intent = base, mine, theirs, intent
        self.on_mine: Side = intent
        self.on_theirs: Side = theirs

    def settle(self, target: Side) -> None:
        self.on_mine = self.on_theirs = target

    def hold(self) -> None:
        """Leaves the row on each side as that side made it."""
        self.on_mine, self.on_theirs = self.intent, self.theirs

    @property
    def is_as_each_made_it(self) -> bool:
        return self.on_mine == self.intent and self.on_theirs == self.theirs


def paired(
    mine: Optional[RowChange],
    theirs: Optional[RowChange],
    known: Mapping[int, Any],
    geometry: Optional[int],
    table: str,
) -> MergedRow:
    """The row that both changes are about. Raises `ChangesetsDoNotFollow` when they cannot start from one
    base.
    """
    befores = [change.before for change in (mine, theirs) if change is not None]
    if None in befores and any(before is not None for before in befores):
        raise _no_common_base(table)
    if len(befores) == 2 and befores[0] is not None and befores[1] is not None:
        for position in befores[0].keys() & befores[1].keys():
            if not same_value(befores[0][position], befores[1][position], position == geometry):
                raise _no_common_base(table)
    base: Side = None
    if befores[0] is not None:
        base = dict(known)
        for before in befores:
            base.update(before or {})
    on_mine, on_theirs = _side(base, mine), _side(base, theirs)
    return MergedRow(base, on_mine, on_theirs, on_mine)


def same_side(
    one: Side, other: Side, geometry: Optional[int], besides: AbstractSet[int] = frozenset()
) -> bool:
    """Whether two rows are equal, `besides` some columns."""
    if one is None or other is None:
        return one is other
    return all(
        same_value(value, other[position], position == geometry)
        for position, value in one.items()
        if position not in besides
    )


def _side(base: Side, change: Optional[RowChange]) -> Side:
    if change is None:
        return base
    return None if change.after is None else {**(base or {}), **change.after}


def _no_common_base(table: str) -> ChangesetsDoNotFollow:
    return ChangesetsDoNotFollow(
        Message("The two changesets do not start from the same state of “{table}”.", table=table)
    )
