# SPDX-License-Identifier: GPL-2.0-or-later
"""One row's change as two sides, before and after, and how two such changes add up."""

from __future__ import annotations

from typing import Any, Dict, Mapping, NamedTuple, Optional, Tuple

from ..errors import ChangesetsDoNotFollow
from ..message import Message
from .geometry import same_geometry

Row = Tuple[Any, ...]
"""The values of a whole row, in the order of the table's stored columns."""
Side = Optional[Mapping[int, Any]]
"""Values by column position; None where there is no row. Whole rows for inserts and deletes, else what
changed.
"""


class RowChange(NamedTuple):
    before: Side
    after: Side


Rows = Dict[Tuple[Any, ...], RowChange]
Loose = Dict[Tuple[Row, Tuple[type, ...]], int]


def let_go(rows: Dict[Any, Any]) -> None:
    """Empty it row by row: many rows freed in one go hold Python's lock, and with it QGIS's main thread."""
    while rows:
        rows.popitem()


def loose_identity(row: Row) -> Tuple[Row, Tuple[type, ...]]:
    """What tells rows without a key apart; the types too, because 1 and 1.0 are equal in Python."""
    return row, tuple(map(type, row))


def same_value(one: Any, other: Any, is_geometry: bool) -> bool:
    if is_geometry:
        return same_geometry(one, other)
    return bool(one == other) and type(one) is type(other)


def changed_columns(
    before: Mapping[int, Any], after: Mapping[int, Any], geometry: Optional[int]
) -> Tuple[int, ...]:
    """The positions, in order, where the two sides of an update differ."""
    return tuple(
        position
        for position in sorted(after)
        if not same_value(before[position], after[position], position == geometry)
    )


def compose(first: RowChange, second: RowChange, geometry: Optional[int], table: str) -> RowChange:
    """The net change of `first` and then `second` to the same row. Raises `ChangesetsDoNotFollow`."""
    before, middle = first
    expected, after = second
    if (middle is None) != (expected is None):
        raise ChangesetsDoNotFollow(
            Message("In “{table}” a row is created twice, or changed after it was deleted.", table=table)
        )
    if middle is None or expected is None:
        return RowChange(before, after)
    for position in middle.keys() & expected.keys():
        if not same_value(middle[position], expected[position], position == geometry):
            raise ChangesetsDoNotFollow(
                Message("In “{table}” a row is not as the second changeset expects it.", table=table)
            )
    # Later knowledge of the untouched columns completes the earlier side, never the other way round.
    whole_before = None if before is None else {**expected, **before}
    whole_after = None if after is None else {**middle, **after}
    return RowChange(whole_before, whole_after)
