# SPDX-License-Identifier: GPL-2.0-or-later
"""What one delta does to one row: create, patch, delete, each checked, written and read back."""

from __future__ import annotations

from typing import Any, Dict, NamedTuple, Optional, Tuple, Union

from ..message import Message
from .conflicts import Differences, differences, without_column
from .find import Found, find_feature
from .model import CREATE, PATCH, REFUSE, Delta, State
from .refusal import Refusal, conflict
from .relations import note_moved
from .table import GeoPackageTable, Key, Row

_DONE = "Successfully applied delta!"


class Outcome(NamedTuple):
    modified_pk: Union[int, str, None]
    msg: str = _DONE
    conflicts: Tuple[str, ...] = ()
    overwritten: Optional[State] = None


def edit(table: GeoPackageTable, delta: Delta, keys: Dict[str, str], *, overwrite_conflicts: bool) -> Outcome:
    """Apply the delta and note the feature's key. Raises Refusal, TransactionLost or a GeoPackageError."""
    overwrite = overwrite_conflicts and delta.on_conflict != REFUSE
    if delta.method == CREATE:
        outcome = _create(table, delta, keys, overwrite=overwrite)
    elif delta.method == PATCH:
        outcome = _patch(table, delta, find_feature(table, delta, keys), overwrite=overwrite)
    else:
        outcome = _delete(table, delta, find_feature(table, delta, keys), overwrite=overwrite)
    if delta.local_pk and outcome.modified_pk is not None:
        keys[delta.client_key] = str(outcome.modified_pk)
    return outcome


# Create


def _create(table: GeoPackageTable, delta: Delta, keys: Dict[str, str], *, overwrite: bool) -> Outcome:
    if delta.new is None:
        raise Refusal(Message("The delta does not say what to create."))
    row = _new_row(table, delta.new, explicit_nulls=delta.explicit_nulls)
    known = keys.get(delta.client_key) if delta.local_pk else None
    wanted = row.get(table.key)
    taken = table.find(wanted)
    for there in (table.find(table.key_from(known)), taken):
        if there is not None and _is_same(there, row, table):
            return Outcome(_pk(there[table.key]), Message("This feature was created before."))
    lost = without_column(table, delta, delta.new)
    if lost and not overwrite:
        raise conflict(
            Message(
                "“{table}” has no field for some of this feature's values any more. Nothing of it was stored; the "
                "change is kept.",
                table=table.name,
            ),
            lost,
        )
    if taken is not None:
        _give_way(table, delta, row)
    with table.step():
        key = table.insert(row)
        table.check(key, row)
    if wanted is not None and key != wanted:
        note_moved(delta, table.key, wanted, key, keys)
    if lost:
        msg = Message(
            "{done} “{table}” has no field for some of its values any more; they are kept with the change.",
            done=_DONE,
            table=table.name,
        )
        return Outcome(_pk(key), msg, lost)
    return Outcome(_pk(key))


def _new_row(table: GeoPackageTable, new: State, *, explicit_nulls: bool) -> Row:
    row: Row = {}
    for column, said in new.values.items():
        if column not in table.writable:
            continue
        value = table.stored(column, said)
        # A device has no defaults of the server's table: what it left empty gets them here.
        if value is not None or (column != table.key and (explicit_nulls or not table.has_default(column))):
            row[column] = value
    if table.geometry:
        row[table.geometry] = table.geometry_from(new.geometry)
    return row


def _is_same(there: Row, row: Row, table: GeoPackageTable) -> bool:
    """Whether a row is the one to be created: the delta came twice, under two ids or in two jobs."""
    if all(value is None for column, value in row.items() if column != table.key):
        return False
    return all(
        there[column] == row.get(column) or (column not in row and table.has_default(column))
        for column in there
        if column != table.key and (column in table.writable or column == table.geometry)
    )


def _give_way(table: GeoPackageTable, delta: Delta, row: Row) -> None:
    """The key is taken by another feature: the new one gets another key, if keys may be chosen here."""
    key = row[table.key]
    if delta.on_conflict == REFUSE:
        raise conflict(
            Message("Another feature has the key {key!r} by now.", key=key),
            (f'The attribute "{table.key}" that has a conflict:\n-{key}',),
        )
    if not table.integer_key:
        raise Refusal(Message("Another feature has the key {key!r} already.", key=key))
    del row[table.key]


# Patch


def _patch(table: GeoPackageTable, delta: Delta, found: Found, *, overwrite: bool) -> Outcome:
    if delta.new is None:
        raise Refusal(Message("The delta does not say what to change."))
    old = _known_before(delta, overwrite=overwrite)
    changes = _wanted_changes(table, old, delta.new)
    met = differences(
        table, delta, old, found, changes, everything=not overwrite and delta.on_conflict != REFUSE
    )
    if met and not overwrite:
        raise conflict(Message("Others have changed this feature meanwhile."), met.texts)
    row = found.row
    changes = {column: value for column, value in changes.items() if not _is_stored(row[column], value)}
    key = found.key
    if changes:
        with table.step():
            key = table.update(found.key, row, changes)
            table.check(key, changes, found.row)
    return Outcome(_pk(key), conflicts=met.texts, overwritten=met.overwritten)


def _known_before(delta: Delta, *, overwrite: bool) -> State:
    if delta.old is not None:
        return delta.old
    if not overwrite:
        raise Refusal(
            Message("The delta does not say what it knew, so it cannot be seen whether others changed it.")
        )
    return State()


def _wanted_changes(table: GeoPackageTable, old: State, new: State) -> Row:
    changes: Row = {}
    for column, said in new.values.items():
        if column in old.values and old.values[column] == said:
            continue
        if column in table.writable:
            changes[column] = table.stored(column, said)
        elif column not in table.kinds:
            raise Refusal(
                Message(
                    "Unable to change attribute “{column}”: the layer “{table}” has no such field.",
                    column=column,
                    table=table.name,
                )
            )
    if table.key in changes and changes[table.key] is None:
        raise Refusal(Message("The key “{key}” cannot become empty.", key=table.key))
    is_moved = new.has_geometry and not (old.has_geometry and old.geometry == new.geometry)
    if is_moved and table.geometry:
        changes[table.geometry] = table.geometry_from(new.geometry)
    return changes


def _is_stored(stored: Any, value: Any) -> bool:
    return bool(stored == value) and type(stored) is type(value)


# Delete


def _delete(table: GeoPackageTable, delta: Delta, found: Found, *, overwrite: bool) -> Outcome:
    old = _known_before(delta, overwrite=overwrite)
    met: Differences = differences(table, delta, old, found, None, everything=True)
    if met and not overwrite:
        raise conflict(Message("Others have changed this feature meanwhile."), met.texts)
    with table.step():
        table.delete(found.key, found.row)
    return Outcome(_pk(found.key), conflicts=met.texts, overwritten=met.overwritten)


def _pk(key: Key) -> Union[int, str]:
    return key if isinstance(key, (int, str)) else str(key)
