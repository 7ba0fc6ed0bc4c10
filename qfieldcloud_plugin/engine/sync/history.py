# SPDX-License-Identifier: GPL-2.0-or-later
"""Goes back: what changed between versions, and changes undone as new versions, on any QFieldCloud server."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import AbstractSet, Any, Iterable, List, Mapping, Optional, Sequence, Tuple

from ..delta import Delta, DeltaResult, undo
from ..gpkg import Change, Changeset, Kind, Table, TableChanges, connect, diff, read_schema
from ..gpkg.row import same_value
from ..gpkg.sql import all_of, names, quoted, sql
from ..message import Message
from . import outbox
from .arrival import APPLIED
from .conflict import Key
from .context import Context, SyncOptions
from .errors import NotFound
from .local import LocalProject
from .progress import CancelToken, ProgressCallback, ignore_progress
from .remote import Remote, RemoteVersion
from .report import SyncReport, Undone
from .rows import sync_rows


def changes_between(
    local: LocalProject,
    remote: Remote,
    name: str,
    start: str,
    end: str,
    progress: ProgressCallback = ignore_progress,
    cancel: Optional[CancelToken] = None,
) -> Changeset:
    """The changes of a GeoPackage from one version (by id) to another, in either direction.

    Raises NotFound for versions the server no longer has, and SchemaDoesNotFit when the tables themselves differ.
    """
    context = Context(local, remote, SyncOptions(), progress, cancel or CancelToken())
    first, second = _version(context, name, start), _version(context, name, end)
    changes = remote.changes(name, first, second)
    if changes is not None:
        return changes
    return diff(_download(context, name, first), _download(context, name, second), definitions=True)


def restore_feature(
    local: LocalProject,
    remote: Remote,
    name: str,
    table: str,
    key: Key,
    version: str,
    options: Optional[SyncOptions] = None,
    progress: ProgressCallback = ignore_progress,
    cancel: Optional[CancelToken] = None,
) -> SyncReport:
    """Make a row again what it was in a version: its values, or the row itself, or that it was not there."""
    context = Context(local, remote, options or SyncOptions(), progress, cancel or CancelToken())
    with local.lock():
        latest = _in_step(context, name)
        since = changes_between(local, remote, name, version, latest.id, progress, context.cancel)
        row = since.filtered(lambda change: change.table == table and change.key == key)
        return _push_back(context, name, row.invert())


def undo_changes(
    local: LocalProject,
    remote: Remote,
    name: str,
    changes: Changeset,
    options: Optional[SyncOptions] = None,
    progress: ProgressCallback = ignore_progress,
    cancel: Optional[CancelToken] = None,
) -> SyncReport:
    """Take changes back that once were made; what others changed again since is left alone and told."""
    context = Context(local, remote, options or SyncOptions(), progress, cancel or CancelToken())
    with local.lock():
        _in_step(context, name)
        return _push_back(context, name, changes.invert())


def undo_delta(
    local: LocalProject,
    remote: Remote,
    delta_id: str,
    options: Optional[SyncOptions] = None,
    progress: ProgressCallback = ignore_progress,
    cancel: Optional[CancelToken] = None,
) -> SyncReport:
    """Take one delta back, whoever made it."""
    context = Context(local, remote, options or SyncOptions(), progress, cancel or CancelToken())
    with local.lock():
        status = next((status for status in remote.deltas() if status.id == delta_id), None)
        if status is None:
            raise NotFound(Message("The server does not know this change (any more). Nothing was undone."))
        delta = Delta.from_json(status.content)
        name = _file_of(context, delta)
        _in_step(context, name)
        result = DeltaResult(delta, 0, status.state, status.message, modified_pk=status.modified_pk)
        inverse = undo([delta], [result], on_conflict=context.on_conflict)
        if not inverse:
            raise NotFound(Message("This change was never applied, so there is nothing to undo."))
        return _send(context, name, inverse)


# -- steps ----------------------------------------------------------------------------------------


def _in_step(context: Context, name: str) -> RemoteVersion:
    """Sync the file first, so that base is what the server has now; answers that version."""
    sync_rows(context, name)
    file = context.remote.file(name)
    if file is None:
        raise NotFound(Message("“{name}” is no longer on the server. Nothing was undone.", name=name))
    return file.latest


def _push_back(context: Context, name: str, changes: Changeset) -> SyncReport:
    base = context.local.base(name)
    if base is None:
        raise NotFound(
            Message("“{name}” has not been synchronized yet, so it has no history here.", name=name)
        )
    fits, overtaken = _fitting(changes, base)
    deltas, left_out = outbox.compose_all(context, name, fits)
    unsaid = [
        Message("“{table}”: {reason}", table=item.change.table, reason=item.reason) for item in left_out
    ]
    return _send(context, name, deltas, overtaken, unsaid)


def _send(
    context: Context,
    name: str,
    deltas: List[Delta],
    overtaken: Sequence[Change] = (),
    unsaid: Iterable[str] = (),
) -> SyncReport:
    """Hand the deltas in as any push, and let the sync bring down what came of them."""
    refused, applied = list(unsaid), 0
    if deltas:
        statuses = outbox.deliver(context, outbox.pack_foreign(context, name, deltas)) or []
        applied = sum(status.state == APPLIED for status in statuses)
        refused += [status.message or status.state for status in statuses if status.state != APPLIED]
    report = context.report
    report.files.append(sync_rows(context, name))
    report.undone = Undone(applied, tuple(refused), tuple(overtaken))
    report.conflicts, report.failures = context.local.conflicts(), context.local.state.failures()
    return report


def _fitting(changes: Changeset, path: Path) -> Tuple[Changeset, List[Change]]:
    """The part of the changes that still fits the rows as they are, and what has been overtaken."""
    fits, overtaken = [], []
    with closing(connect(path)) as connection:
        schema = read_schema(connection)
        for former in changes.tables:
            table = _as_now(former, schema.get(former.name))
            if table is None:
                overtaken += list(former)
                continue
            result = table.like()
            for change in table:
                part, rest = _part(table, change, _current(connection, table, change))
                if part is not None:
                    result.add(part)
                if rest is not None:
                    overtaken.append(rest)
            fits.append(result)
    return Changeset(fits), overtaken


def _as_now(changes: TableChanges, table: Optional[Table]) -> Optional[TableChanges]:
    """The changes of the columns that the table has today; None when it is gone or has another key."""
    if table is None or [changes.columns[n] for n in changes.key] != list(table.key):
        return None
    if changes.columns == table.stored_columns:
        return changes
    now = TableChanges.of_table(table)
    for change in changes:
        wanted = (
            now.columns
            if change.kind is not Kind.UPDATE
            else [one for one in now.columns if one in change.new]
        )
        old, new = (
            {one: side.get(one) for one in wanted} if side else {} for side in (change.old, change.new)
        )
        now.add(change._replace(old=old, new=new))
    return now


def _current(
    connection: sqlite3.Connection, table: TableChanges, change: Change
) -> Optional[Mapping[str, Any]]:
    where = all_of(quoted(column) + " = ?" for column in table.key_columns)
    select = sql("SELECT", names(table.columns), "FROM main." + quoted(table.name), "WHERE", where)
    row = connection.execute(select, change.key).fetchone()
    return None if row is None else dict(zip(table.columns, row))


def _part(
    table: TableChanges, change: Change, now: Optional[Mapping[str, Any]]
) -> Tuple[Optional[Change], Optional[Change]]:
    geometry = None if table.geometry is None else table.columns[table.geometry]

    def is_at(values: Mapping[str, Any], column: str) -> bool:
        return now is not None and same_value(values[column], now[column], column == geometry)

    if change.kind is Kind.INSERT:
        if now is None:
            return change, None
        return None, None if all(is_at(change.new, column) for column in change.new) else change
    if now is None:
        return None, None if change.kind is Kind.DELETE else change
    if change.kind is Kind.DELETE:
        return (change, None) if all(is_at(change.old, column) for column in change.old) else (None, change)
    fit = {column for column in change.new if is_at(change.old, column)}
    gone = {column for column in change.new if column not in fit and not is_at(change.new, column)}
    return _columns(change, fit), _columns(change, gone)


def _columns(change: Change, columns: AbstractSet[str]) -> Optional[Change]:
    if not columns:
        return None
    old = {column: value for column, value in change.old.items() if column in columns}
    return change._replace(old=old, new={column: change.new[column] for column in old})


def _file_of(context: Context, delta: Delta) -> str:
    """The GeoPackage a delta's layer is in."""
    tables = context.project.tables() if context.project is not None else {}
    found = tables.get(delta.layer_id) or tables.get(delta.local_layer_id)
    if found is None:
        raise NotFound(Message("The layer of this change is no longer in the project. Nothing was undone."))
    return found.path.relative_to(context.local.folder).as_posix()


def _version(context: Context, name: str, version_id: str) -> RemoteVersion:
    file = context.remote.file(name)
    version = file.version(version_id) if file is not None else None
    if version is None:
        raise NotFound(Message("The server no longer has this version of “{name}”.", name=name))
    return version


def _download(context: Context, name: str, version: RemoteVersion) -> Path:
    """A version as a file; from base where it is that one, else from the server."""
    local = context.local
    state, base = local.state.file(name), local.base(name)
    if state is not None and base is not None and state.version_id == version.id and base.is_file():
        return base
    target = local.incoming(name, version.etag)
    if not target.is_file():
        context.remote.download(name, version, target, context.progress, context.cancel)
    return target
