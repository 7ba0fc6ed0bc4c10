# SPDX-License-Identifier: GPL-2.0-or-later
"""Gives my new rows the keys that the server gave them, and lets my rows that refer to them follow."""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Mapping, Set

from ..gpkg import Change, Changeset, Kind, TableChanges
from ..gpkg.rules import Reference
from .conflict import Key
from .places import Place


def renamed(
    mine: Changeset,
    keys: Mapping[Place, Key],
    last_keys: Mapping[str, int],
    references: Iterable[Reference] = (),
) -> Changeset:
    """`mine` with other keys for rows it inserts. A row that is in the way gets a key above `last_keys`."""
    if not keys:
        return mine
    keys = _without_collisions(mine, keys, last_keys)
    wanted = [reference for reference in references if len(reference.columns) == 1]
    return Changeset(_renamed_table(table, keys, wanted) for table in mine.tables)


def _without_collisions(
    mine: Changeset, keys: Mapping[Place, Key], last_keys: Mapping[str, int]
) -> Dict[Place, Key]:
    result = dict(keys)
    for table in mine.tables:
        targets: Set[Any] = {key for (name, _), key in keys.items() if name == table.name}
        if not targets:
            continue
        inserted: List[Any] = [table.key_of(row) for row in table.inserts]
        highest = max([last_keys.get(table.name, 0), *(key[0] for key in (*inserted, *targets))])
        for key in inserted:
            if key in targets and (table.name, key) not in keys:
                highest += 1
                result[table.name, key] = (highest,)
    return result


def _renamed_table(
    table: TableChanges, keys: Mapping[Place, Key], references: Iterable[Reference]
) -> TableChanges:
    follows = [reference for reference in references if reference.child == table.name]
    result = table.like()
    for change in table:
        new = dict(change.new)
        for reference in follows:
            _follow(new, reference, keys)
        key = change.key
        if change.kind is Kind.INSERT:
            key = keys.get((table.name, key), key)
            new.update(zip(table.key_columns, key))
        result.add(Change(table.name, change.kind, key, change.old, new))
    return result


def _follow(values: Dict[str, Any], reference: Reference, keys: Mapping[Place, Key]) -> None:
    (column,) = reference.columns
    target = keys.get((reference.parent, (values.get(column),)))
    if target is not None:
        values[column] = target[0]
