# SPDX-License-Identifier: GPL-2.0-or-later
"""Which row a delta means: by the device's own key, the source's key, or a UUID that the row carries."""

from __future__ import annotations

from typing import Dict, NamedTuple, Optional, Tuple
from uuid import UUID

from ..message import Message
from .model import Delta, State
from .refusal import Refusal
from .table import GeoPackageTable, Key, Row


class Found(NamedTuple):
    key: Key
    row: Row
    is_mapped: bool
    """The key came from the map of what this device created or changed before."""


def find_feature(table: GeoPackageTable, delta: Delta, keys: Dict[str, str]) -> Found:
    """Raises Refusal when no row, or no single one, can be meant."""
    mapped = keys.get(delta.client_key) if delta.local_pk else None
    key = table.key_from(delta.source_pk if mapped is None else mapped)
    row = table.find(key)
    identity = _identity(table, delta.old)
    # A key may stand for another feature by now: after a restore, or when a device counted on its own.
    if identity is not None and (row is None or not _carries(row, identity)):
        by_uuid = _only_row_with(table, identity)
        if by_uuid is not None:
            return Found(*by_uuid, is_mapped=mapped is not None)
    if key is None or row is None:
        raise Refusal(_not_found(table, delta, mapped))
    return Found(key, row, is_mapped=mapped is not None)


Identity = Tuple[str, str]
"""A column and the UUID in it."""


def _identity(table: GeoPackageTable, old: Optional[State]) -> Optional[Identity]:
    if old is None:
        return None
    for column in table.uuid_columns:
        said = old.values.get(column)
        if isinstance(said, str) and _is_uuid(said):
            return column, said
    return None


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _carries(row: Row, identity: Identity) -> bool:
    column, uuid = identity
    return bool(row[column] == uuid)


def _only_row_with(table: GeoPackageTable, identity: Identity) -> Optional[Tuple[Key, Row]]:
    keys = table.keys_with_uuid(*identity)
    row = table.find(keys[0]) if len(keys) == 1 else None
    return (keys[0], row) if row is not None and _carries(row, identity) else None


def _not_found(table: GeoPackageTable, delta: Delta, mapped: Optional[str]) -> str:
    said = mapped if mapped is not None else delta.source_pk
    if not said:
        return Message(
            "Unable to find feature: the delta names no key, and its creation has not arrived here."
        )
    message = Message(
        "Unable to find feature: nothing in “{table}” has “{column}” = {key!r}.",
        table=table.name,
        column=table.key,
        key=said,
    )
    alike = table.key_of_row_like(delta.old.values) if delta.old is not None else None
    if alike is None:
        return message
    return Message(
        "{message} The feature {key!r} has exactly the values the delta knew; it may be the one.",
        message=message,
        key=alike,
    )
