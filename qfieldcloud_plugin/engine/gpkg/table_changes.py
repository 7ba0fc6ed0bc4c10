# SPDX-License-Identifier: GPL-2.0-or-later
"""The changes of one table, laid out for speed, and the algebra on them row by row."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import chain
from typing import (
    AbstractSet,
    Any,
    Callable,
    Dict,
    Iterable,
    Iterator,
    List,
    Mapping,
    NamedTuple,
    Optional,
    Set,
    Tuple,
    Union,
)

from ..errors import ChangesetsDoNotFollow
from ..message import Message
from .row import Loose, Row, RowChange, Rows, changed_columns, compose, let_go, loose_identity
from .schema import Table

Value = Union[None, int, float, str, bytes]
Key = Tuple[Value, ...]
Positions = Tuple[int, ...]


class Kind(str, Enum):
    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Change(NamedTuple):
    """One row. `old` is empty for an insert, `new` for a delete; an update holds what changed."""

    table: str
    kind: Kind
    key: Key
    """The primary key's values; empty for a table without a key, where the whole row identifies it."""
    old: Mapping[str, Value]
    new: Mapping[str, Value]


@dataclass
class TableChanges:
    """The changes of one table, laid out as SQLite's `executemany` takes them.

    `inserts` and `deletes` are whole rows in the order of `columns`. `updates` groups by the positions of the
    changed columns; each tuple is the new values, then the key, then the old values.
    """

    name: str
    columns: Tuple[str, ...]
    key: Positions = ()
    geometry: Optional[int] = None
    """The position of the geometry column."""
    integer_key: bool = False
    inserts: List[Row] = field(default_factory=list)
    deletes: List[Row] = field(default_factory=list)
    updates: Dict[Positions, List[Row]] = field(default_factory=dict)

    @classmethod
    def of_table(cls, table: Table) -> TableChanges:
        columns = table.stored_columns
        geometry = (
            columns.index(table.geometry.name) if table.geometry and table.geometry.name in columns else None
        )
        key = tuple(columns.index(name) for name in table.key)
        return cls(table.name, columns, key, geometry, table.integer_key)

    @classmethod
    def of_altered_table(cls, before: Table, after: Table) -> TableChanges:
        """Columns that one state has not are NULL there; without a key where the two states' keys differ."""
        one, two = cls.of_table(before), cls.of_table(after)
        columns = (*one.columns, *(name for name in two.columns if name not in one.columns))
        geometry = two.columns[two.geometry] if two.geometry is not None else None
        same_key = before.key == after.key and before.integer_key == after.integer_key
        return cls(
            after.name,
            columns,
            tuple(columns.index(name) for name in after.key) if same_key else (),
            columns.index(geometry) if geometry is not None else None,
            integer_key=same_key and after.integer_key,
        )

    @property
    def key_columns(self) -> Tuple[str, ...]:
        return tuple(self.columns[position] for position in self.key)

    def like(self) -> TableChanges:
        """The same table without changes."""
        return TableChanges(self.name, self.columns, self.key, self.geometry, self.integer_key)

    def same_shape(self, other: TableChanges) -> bool:
        return (self.columns, self.key, self.geometry) == (other.columns, other.key, other.geometry)

    def __len__(self) -> int:
        return len(self.inserts) + len(self.deletes) + sum(map(len, self.updates.values()))

    def __iter__(self) -> Iterator[Change]:
        """Deletes, then updates, then inserts."""
        columns, key_of = self.columns, self.key_of
        for row in self.deletes:
            yield Change(self.name, Kind.DELETE, key_of(row), dict(zip(columns, row)), {})
        for positions, rows in self.updates.items():
            changed = [columns[position] for position in positions]
            new_end, old_start = len(changed), len(changed) + len(self.key)
            for row in rows:
                old, new = dict(zip(changed, row[old_start:])), dict(zip(changed, row))
                yield Change(self.name, Kind.UPDATE, row[new_end:old_start], old, new)
        for row in self.inserts:
            yield Change(self.name, Kind.INSERT, key_of(row), {}, dict(zip(columns, row)))

    def key_of(self, row: Row) -> Key:
        """The key's values in a whole row."""
        return tuple(row[position] for position in self.key)

    def inverted(self) -> TableChanges:
        inverse = self.like()
        inverse.inserts, inverse.deletes = self.deletes, self.inserts
        for positions, rows in self.updates.items():
            count, end = len(positions), len(positions) + len(self.key)
            inverse.updates[positions] = [row[end:] + row[count:end] + row[:count] for row in rows]
        return inverse

    def with_columns(self, columns: Tuple[str, ...]) -> TableChanges:
        """The same changes in a table that has more columns, or has them in another order; new ones are NULL."""
        place = {position: columns.index(name) for position, name in enumerate(self.columns)}
        source = [self.columns.index(name) if name in self.columns else None for name in columns]
        result = TableChanges(
            self.name,
            columns,
            tuple(place[position] for position in self.key),
            None if self.geometry is None else place[self.geometry],
            self.integer_key,
        )
        for rows, wider in ((self.inserts, result.inserts), (self.deletes, result.deletes)):
            wider += [tuple(None if n is None else row[n] for n in source) for row in rows]
        for positions, rows in self.updates.items():
            count, end = len(positions), len(positions) + len(self.key)
            order = sorted(range(count), key=lambda index: place[positions[index]])
            flat = [*order, *range(count, end), *(end + index for index in order)]
            moved = tuple(place[positions[index]] for index in order)
            result.updates[moved] = [tuple(row[index] for index in flat) for row in rows]
        return result

    def add(self, change: Change) -> None:
        """Raises KeyError when the change names a column the table has not or lacks one it needs."""
        if change.kind is Kind.UPDATE:
            position_of = {name: position for position, name in enumerate(self.columns)}
            positions = tuple(sorted(position_of[name] for name in change.new))
            changed = [self.columns[position] for position in positions]
            new, old = [change.new[name] for name in changed], [change.old[name] for name in changed]
            if positions:
                self.updates.setdefault(positions, []).append((*new, *change.key, *old))
            return
        rows, values = (
            (self.inserts, change.new) if change.kind is Kind.INSERT else (self.deletes, change.old)
        )
        rows.append(tuple(values[name] for name in self.columns))

    # The algebra works row by row; the rest works on the columns above.

    def rows(self) -> Tuple[Rows, Loose]:
        """Each keyed row's change by key, and how often each row without a key comes (+) or goes (-)."""
        keyed: Rows = {}
        loose: Loose = {}
        for rows, sign in ((self.deletes, -1), (self.inserts, 1)):
            for row in rows:
                key = self.key_of(row)
                if not key or None in key:
                    identity = loose_identity(row)
                    loose[identity] = loose.get(identity, 0) + sign
                    continue
                whole = dict(enumerate(row))
                before, after = (whole, None) if sign < 0 else (None, whole)
                known = keyed.get(key)
                keyed[key] = (
                    RowChange(known.before, whole) if known and sign > 0 else RowChange(before, after)
                )
        for positions, rows in self.updates.items():
            count, end = len(positions), len(positions) + len(self.key)
            for row in rows:
                keyed[row[count:end]] = RowChange(dict(zip(positions, row[end:])), dict(zip(positions, row)))
        return keyed, loose

    def with_rows(self, keyed: Rows, loose: Loose) -> TableChanges:
        """The same table with these changes; rows that end as they began are left out."""
        result = self.like()
        for key, (before, after) in keyed.items():
            if before is None or after is None:
                whole = after if before is None else before
                if whole is not None:
                    row = tuple(whole[position] for position in range(len(self.columns)))
                    (result.inserts if before is None else result.deletes).append(row)
                continue
            positions = changed_columns(before, after, self.geometry)
            if positions:
                new, old = (
                    [after[position] for position in positions],
                    [before[position] for position in positions],
                )
                result.updates.setdefault(positions, []).append((*new, *key, *old))
        for (row, _), count in loose.items():
            (result.inserts if count > 0 else result.deletes).extend([row] * abs(count))
        return result

    def followed_by(self, other: TableChanges) -> TableChanges:
        """Raises `ChangesetsDoNotFollow`."""
        if not self.same_shape(other):
            raise ChangesetsDoNotFollow(
                Message("The columns of “{table}” differ between the two changesets.", table=self.name)
            )
        met = _repeated(chain(self._keys(), other._keys()))
        earlier, result = self._parted(met)
        later, others = other._parted(met)
        keyed, loose = earlier.rows()
        later_keyed, later_loose = later.rows()
        for key, change in later_keyed.items():
            first = keyed.get(key)
            keyed[key] = change if first is None else compose(first, change, self.geometry, self.name)
        for identity, count in later_loose.items():
            loose[identity] = loose.get(identity, 0) + count
        for part in (others, self.with_rows(keyed, loose)):
            result._take_in(part)
        let_go(keyed)
        let_go(later_keyed)
        return result

    def _keys(self) -> Iterator[Key]:
        for rows in (self.deletes, self.inserts):
            for row in rows:
                yield self.key_of(row)
        for positions, rows in self.updates.items():
            count, end = len(positions), len(positions) + len(self.key)
            for row in rows:
                yield row[count:end]

    def _parted(self, met: AbstractSet[Key]) -> Tuple[TableChanges, TableChanges]:
        """The rows with these keys or with none, and the others, which nothing else concerns."""
        near, far = self.like(), self.like()
        for rows, here, there in (
            (self.deletes, near.deletes, far.deletes),
            (self.inserts, near.inserts, far.inserts),
        ):
            for row in rows:
                key = self.key_of(row)
                (here if not key or None in key or key in met else there).append(row)
        for positions, rows in self.updates.items():
            count, end = len(positions), len(positions) + len(self.key)
            parts: Tuple[List[Row], List[Row]] = [], []
            for row in rows:
                parts[row[count:end] not in met].append(row)
            for side, part in zip((near, far), parts):
                if part:
                    side.updates[positions] = part
        return near, far

    def _take_in(self, other: TableChanges) -> None:
        self.inserts += other.inserts
        self.deletes += other.deletes
        for positions, rows in other.updates.items():
            self.updates.setdefault(positions, []).extend(rows)

    def filtered(self, keep: Callable[[Change], bool]) -> TableChanges:
        result = self.like()
        for change in self:
            if keep(change):
                result.add(change)
        return result

    def normal_form(self) -> Any:
        """Equal for equal changes, in whatever order they stand."""
        keyed, loose = self.with_rows(*self.rows()).rows()
        typed = {
            key: tuple(
                None if side is None else {position: (type(value), value) for position, value in side.items()}
                for side in change
            )
            for key, change in keyed.items()
        }
        return (
            self.columns,
            self.key,
            self.geometry,
            typed,
            {row: count for row, count in loose.items() if count},
        )


def _repeated(keys: Iterable[Key]) -> Set[Key]:
    seen: Set[Key] = set()
    again: Set[Key] = set()
    for key in keys:
        (again if key in seen else seen).add(key)
    return again


def alike(one: TableChanges, other: TableChanges) -> Tuple[TableChanges, TableChanges]:
    """Both with the columns of both, where one state of the table has columns that another has not."""
    if one.columns != other.columns:
        columns = (*one.columns, *(name for name in other.columns if name not in one.columns))
        one, other = one.with_columns(columns), other.with_columns(columns)
    if one.geometry is None or other.geometry is None:
        geometry = one.geometry if other.geometry is None else other.geometry
        one, other = replace(one, geometry=geometry), replace(other, geometry=geometry)
    return one, other
