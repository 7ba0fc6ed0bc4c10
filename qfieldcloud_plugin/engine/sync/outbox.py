# SPDX-License-Identifier: GPL-2.0-or-later
"""Delta files on their way: on disk before they are sent, and there until what became of them is settled."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Tuple
from uuid import uuid4

from ..delta import CREATE, Delta, DeltaFile
from ..delta.compose import LeftOut, SourceLayer, compose
from ..gpkg import Changeset
from . import files
from .arrival import APPLIED
from .context import Context
from .errors import RemoteError, UnsafeName, local_error
from .manifest import digest_of
from .names import is_synced
from .places import Place
from .remote import DeltaStatus

_POLL = (0.05, 0.1, 0.2, 0.3, 0.5, 1.0)
"""Seconds between two looks; a good server needs far less than one second."""
BATCH = 10_000
"""Deltas in one file; its JSON is read in one go, in which QGIS's main thread waits."""
STOCK_BATCH = 900
"""QFieldCloud makes jobs of a thousand deltas, and applies the tail of more than that twice."""


@dataclass(frozen=True)
class Parcel:
    """A delta file, and the same changes as a changeset in the keys of this folder."""

    id: str
    file: str
    delta_file: DeltaFile
    size: int
    """Bytes of the delta file."""
    sent: Changeset
    places: Mapping[str, Place]
    """Which row each delta is about."""


def pack(context: Context, name: str, send: Changeset) -> Optional[Parcel]:
    """Put what can travel as rows into the outbox, or the first part of much; None when nothing can."""
    layers = context.layers(name)
    most = BATCH if context.on_conflict else STOCK_BATCH
    most = min(most, context.most_deltas or most)
    deltas = _first(_composed(context, layers, send, [], most), most)
    if not deltas:
        return None
    return _put(context, name, deltas, *_sent_in(deltas, send, layers))


def pack_foreign(context: Context, name: str, deltas: List[Delta]) -> Parcel:
    """Put deltas into the outbox that are no edits of this folder: what comes of them is theirs."""
    return _put(context, name, deltas, Changeset(), {})


def compose_all(context: Context, name: str, changes: Changeset) -> Tuple[List[Delta], List[LeftOut]]:
    """The deltas of changes, and what cannot be said in one."""
    left_out: List[LeftOut] = []
    return _composed(context, context.layers(name), changes, left_out), left_out


def _composed(
    context: Context,
    layers: List[SourceLayer],
    changes: Changeset,
    left_out: List[LeftOut],
    most: Optional[int] = None,
) -> List[Delta]:
    return compose(
        changes,
        layers,
        # The server remembers keys by client, and ours are always those of this very moment.
        client_id=str(uuid4()),
        on_conflict=context.on_conflict,
        sha256_of=lambda value: _attachment_digest(context, value),
        left_out=left_out,
        most=most,
    )


def _first(deltas: List[Delta], most: int) -> List[Delta]:
    """At most so many, but all deltas of a row."""
    end = most
    while end < len(deltas) and _feature(deltas[end]) == _feature(deltas[end - 1]):
        end += 1
    return deltas[:end]


def _feature(delta: Delta) -> Tuple[str, str]:
    return delta.local_layer_id, delta.local_pk


def _put(
    context: Context, name: str, deltas: List[Delta], sent: Changeset, places: Mapping[str, Place]
) -> Parcel:
    local = context.local
    delta_file = DeltaFile(
        id=str(uuid4()),
        project=local.link.project_id,
        deltas=tuple(deltas),
        on_conflict=context.on_conflict,
    )
    data = delta_file.to_bytes()
    files.write_bytes(local.outgoing(delta_file.id), data)
    files.write_bytes(local.sent_changes(delta_file.id), sent.to_bytes())
    local.state.put_into_outbox(delta_file.id, name, places)
    return Parcel(delta_file.id, name, delta_file, len(data), sent, places)


def waiting(context: Context, name: str, packed: Optional[Parcel] = None) -> Optional[Parcel]:
    """The parcel of a file that is not settled yet, as it was packed; `packed` is one that need not be read again."""
    local = context.local
    for parcel_id, places in local.state.outbox(name).items():
        if packed is not None and packed.id == parcel_id:
            return packed
        try:
            data = local.outgoing(parcel_id).read_bytes()
            sent = Changeset.from_bytes(local.sent_changes(parcel_id).read_bytes())
        except OSError as error:
            raise local_error(error, name) from error
        return Parcel(parcel_id, name, DeltaFile.from_bytes(data), len(data), sent, places)
    return None


def _bytes_of(context: Context, parcel: Parcel) -> bytes:
    """The very bytes that went into the outbox."""
    try:
        return context.local.outgoing(parcel.id).read_bytes()
    except OSError as error:
        raise local_error(error, parcel.file) from error


def deliver(context: Context, parcel: Parcel) -> Optional[List[DeltaStatus]]:
    """Hand a parcel in (again) and wait for its answers; None when the server is not done in time.

    The same bytes with the same ids: what the server has already, it skips. A parcel the server will not have
    at all is unpacked again: its changes are mine as before.
    """
    remote = context.remote
    statuses = remote.delta_statuses(parcel.id)
    if len(statuses) < len(parcel.delta_file.deltas):
        context.tell("push", parcel.file, total=len(parcel.sent))
        try:
            remote.push_deltas(_bytes_of(context, parcel))
        except RemoteError as error:
            # A server that fails on the file itself does so each time; keeping the parcel would block its file.
            unread = error.code == "unknown_error" and not remote.delta_statuses(parcel.id)
            if unread or not error.transient:
                discard(context, parcel.id)
            raise
        statuses = remote.delta_statuses(parcel.id)
    deadline = time.monotonic() + context.options.patience
    looks = 0
    while not statuses or not all(status.final for status in statuses):
        if time.monotonic() > deadline:
            return None
        done = sum(status.final for status in statuses)
        context.tell("wait", parcel.file, done=done, total=len(parcel.delta_file.deltas))
        context.cancel.wait(_POLL[min(looks, len(_POLL) - 1)])
        looks += 1
        statuses = remote.delta_statuses(parcel.id)
    return statuses


def discard(context: Context, parcel_id: str) -> None:
    """Take a parcel out of the outbox."""
    context.local.state.take_from_outbox(parcel_id)
    files.remove(context.local.outgoing(parcel_id), parcel_id)
    files.remove(context.local.sent_changes(parcel_id), parcel_id)


def by_place(parcel: Parcel, statuses: List[DeltaStatus]) -> Dict[Place, DeltaStatus]:
    """One answer a row: where a change needed several deltas, the first one that did not go well."""
    known = {status.id: status for status in statuses}
    answers: Dict[Place, DeltaStatus] = {}
    for delta in parcel.delta_file.deltas:
        place, status = parcel.places.get(delta.uuid), known.get(delta.uuid)
        if place is None or status is None:
            continue
        first = answers.get(place)
        if first is None or (first.state == APPLIED and delta.method != CREATE and status.state != APPLIED):
            answers[place] = status
    return answers


def _sent_in(
    deltas: List[Delta], send: Changeset, layers: List[SourceLayer]
) -> Tuple[Changeset, Dict[str, Place]]:
    """The changes that these deltas make, and which row each delta is about."""
    tables = {layer.id: layer.table.name for layer in layers}
    wanted: Dict[Tuple[str, str], List[str]] = {}
    for delta in deltas:
        wanted.setdefault((tables[delta.local_layer_id], delta.local_pk), []).append(delta.uuid)
    places: Dict[str, Place] = {}
    sent = []
    for table in send.tables:
        part = table.like()
        for change in table:
            # Deltas are made of the first of many changes; those behind them need not be looked at.
            if not wanted:
                break
            if len(change.key) == 1:
                uuids = wanted.pop((change.table, str(change.key[0])), [])
                places.update(dict.fromkeys(uuids, (change.table, change.key)))
                if uuids:
                    part.add(change)
        sent.append(part)
    return Changeset(sent), places


def _attachment_digest(context: Context, value: str) -> Optional[str]:
    """The digest of an attached file, None when the value does not lead to one in the folder."""
    try:
        path = context.local.path(value)
    except UnsafeName:
        return None
    return digest_of(path, value).sha256 if is_synced(value) and path.is_file() else None
