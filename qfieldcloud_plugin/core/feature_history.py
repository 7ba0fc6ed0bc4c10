# SPDX-License-Identifier: GPL-2.0-or-later
"""The life of one row on the server: every change of it, newest first, with who made it where that is known."""

from __future__ import annotations

from typing import Any, Mapping, Optional, Sequence

from ..cloud import CloudRemote
from ..cloud.api.deltas import DeltaRecord
from ..cloud.api.files import Version
from ..cloud.client import Client
from ..engine.gpkg import Change, Changeset
from ..engine.sync.errors import NotFound
from ..engine.sync.progress import CancelToken, Progress, ProgressCallback
from ..engine.sync.remote import RemoteVersion
from ..i18n import tr
from .change_list import GEOMETRY, ChangeList, ListedChange, Undo, of_changeset, side_of
from .change_list import ChangeTable as Table

# A row's history is read version by version; who wants more compares versions.
_MOST_VERSIONS = 100
_MOST_DELTAS = 2000

Key = tuple[Any, ...]


def feature_history(
    client: Client,
    project_id: str,
    name: str,
    table: str,
    key: Key,
    tables_by_layer: Mapping[str, str],
    progress: ProgressCallback,
    cancel: CancelToken,
) -> ChangeList:
    """What happened to a row of a GeoPackage. Runs in a worker. Raises NotFound where the server cannot tell."""
    remote = CloudRemote(client, project_id)
    file = client.files.get(project_id, name)
    if file is None:
        raise NotFound(tr("“{}” is no longer on the server.").format(name))
    deltas = [
        delta
        for delta in client.deltas.newest(project_id, most=_MOST_DELTAS)
        if _is_about(delta, table, key, tables_by_layer)
    ]
    found: list[ListedChange] = []
    frame: Optional[Table] = None
    pairs = list(zip(file.versions, file.versions[1:]))[:_MOST_VERSIONS]
    for done, (version, before) in enumerate(pairs):
        cancel.check()
        progress(Progress("look", name, done=done, total=len(pairs), unit="rows"))
        changes = remote.changes(name, _remote(before), _remote(version))
        if changes is None:
            raise NotFound(tr("This server does not keep the history of single rows."))
        shown = _of_row(name, changes, table, key)
        if shown is not None:
            frame = shown
            found += [_listed(listed, version, before, deltas) for listed in shown.rows]
    if frame is None:
        return ChangeList(name, (), Undo.RESTORE)
    return ChangeList(
        name, (Table(frame.name, frame.columns, frame.geometry, tuple(found), frame.key),), Undo.RESTORE
    )


def _of_row(name: str, changes: Changeset, table: str, key: Key) -> Optional[Table]:
    of_row = changes.filtered(lambda change: change.table == table and change.key == key)
    tables = of_changeset(name, of_row).tables
    return tables[0] if tables else None


def _listed(
    listed: ListedChange, version: Version, before: Version, deltas: Sequence[DeltaRecord]
) -> ListedChange:
    delta = next((delta for delta in deltas if _says(delta, listed.change)), None)
    return ListedChange(
        listed.change,
        delta.created_by if delta is not None else "",
        version.uploaded_at,
        version_before=before.id,
    )


def _is_about(delta: DeltaRecord, table: str, key: Key, tables_by_layer: Mapping[str, str]) -> bool:
    content = delta.content
    layer = str(content.get("sourceLayerId") or content.get("localLayerId") or "")
    pk = delta.modified_pk or content.get("sourcePk") or content.get("localPk")
    return delta.state == "applied" and tables_by_layer.get(layer) == table and [str(pk)] == [*map(str, key)]


def _says(delta: DeltaRecord, change: Change) -> bool:
    """Whether a delta holds exactly these new values, so that its sender is who made the change."""
    said = side_of(delta.content.get("new"))
    moved = said.pop(GEOMETRY, None)
    values = {name: value for name, value in change.new.items() if not isinstance(value, (bytes, memoryview))}
    wanted = {name: said.get(name) for name in values}
    return wanted == values and (bool(values) or moved is not None)


def _remote(version: Version) -> RemoteVersion:
    return RemoteVersion(version.id, version.etag, version.size)
