# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a feature is no longer what a delta believes it is."""

from __future__ import annotations

import re
from typing import Any, Iterable, List, NamedTuple, Optional, Tuple

from .find import Found
from .model import REFUSE, Delta, State
from .table import GeoPackageTable, Row

_OFFLINE_KEY = re.compile(r"fid(_\d+)?$", re.IGNORECASE)


class Differences(NamedTuple):
    """`texts` are for people, in QFieldCloud's words; `overwritten` holds the values that are there now."""

    texts: Tuple[str, ...] = ()
    overwritten: Optional[State] = None

    def __bool__(self) -> bool:
        return bool(self.texts)


_NONE = Differences()


def differences(
    table: GeoPackageTable,
    delta: Delta,
    old: State,
    found: Found,
    changes: Optional[Row],
    *,
    everything: bool,
) -> Differences:
    """Compare the row with `old`: the columns `changes` touches, or with `everything` all that `old` has.

    `changes` is None for a delete. The same change made by two people is no difference. Geometry counts where
    it is overwritten or the delta asks to be refused; QFieldCloud itself never compares it.
    """
    wanted: Row = {} if changes is None else changes
    columns: Iterable[str] = (
        old.values if everything else [column for column in wanted if column in old.values]
    )
    differing = [
        column
        for column in columns
        if column in table.kinds and column != table.key and _differs(table, column, old, found, wanted)
    ]
    geometry = _differing_geometry(table, delta, old, found.row, changes)
    if not differing and not geometry:
        return _NONE
    texts: List[str] = [
        _text(column, table.said(column, found.row[column]), old.values[column]) for column in differing
    ]
    now = table.geometry_said(found.row[table.geometry]) if geometry else None
    if geometry:
        texts.append(_text("geometry", now, old.geometry))
    said = {column: table.said(column, found.row[column]) for column in differing}
    return Differences(tuple(texts), State(attributes=said, geometry=now, has_geometry=geometry))


def without_column(table: GeoPackageTable, delta: Delta, new: State) -> Tuple[str, ...]:
    """Values for which the table has no column; a device that left one empty says nothing by it."""
    return tuple(
        _text(column, None, value)
        for column, value in new.values.items()
        if value is not None and column not in table.kinds and not _is_own_key(delta, column, value)
    )


def _is_own_key(delta: Delta, column: str, value: Any) -> bool:
    """QGIS gives its offline copies a key of their own where the table's key is no number, or has another name."""
    return _OFFLINE_KEY.match(column) is not None and str(value) == delta.local_pk


def _differs(table: GeoPackageTable, column: str, old: State, found: Found, wanted: Row) -> bool:
    stored, said = found.row[column], old.values[column]
    if table.same(column, stored, said):
        return False
    # A device does not learn before its next download what defaults filled in when it created a feature.
    if found.is_mapped and said is None and table.has_default(column):
        return False
    return column not in wanted or stored != wanted[column]


def _differing_geometry(
    table: GeoPackageTable, delta: Delta, old: State, row: Row, changes: Optional[Row]
) -> bool:
    if not table.geometry or not old.has_geometry:
        return False
    if changes is None:
        if delta.on_conflict != REFUSE:
            return False
    elif table.geometry not in changes or row[table.geometry] == changes[table.geometry]:
        return False
    return not table.same_geometry(row[table.geometry], old.geometry)


def _text(name: str, current: Any, incoming: Any) -> str:
    return f'The attribute "{name}" that has a conflict:\n-{current}\n+{incoming}'
