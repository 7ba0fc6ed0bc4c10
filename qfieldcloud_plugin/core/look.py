# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks how a folder stands towards its server: reads both sides, changes neither. Runs in a worker."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any, Collection, Optional

from ..cloud import CloudRemote, Workspace
from ..cloud.client import Client
from ..engine.errors import EngineError
from ..engine.gpkg import Changeset, diff
from ..engine.sync.errors import SyncError
from ..engine.sync.local import LocalProject
from ..engine.sync.plan import Action, Side
from ..engine.sync.plan import Step as PlanStep
from ..engine.sync.progress import CancelToken, ProgressCallback
from .standing import FileDifference, Standing, TableDifference
from .syncing import options_for

_SAMPLE = 200
_UP = (Action.UPLOAD, Action.DELETE_THERE)
_DOWN = (Action.DOWNLOAD, Action.DELETE_HERE)


def look_at(
    client: Client, folder: Path, project_file: str, progress: ProgressCallback, cancel: CancelToken
) -> Standing:
    """What differs, row by row where that can be known without fetching whole files."""
    plan = Workspace(client).look(folder, options_for(client, folder, project_file), progress, cancel)
    here: list[FileDifference] = []
    there: list[FileDifference] = []
    waiting: list[FileDifference] = []
    with LocalProject.open(folder) as local:
        remote = CloudRemote(client, local.link.project_id)
        conflicts = local.conflicts()
        held = {(conflict.file, *row) for conflict in conflicts for row in conflict.rows}
        for step in plan.work:
            cancel.check()
            if step.action in _UP:
                here.append(_whole(step))
            elif step.action in _DOWN:
                there.append(_whole(step))
            elif step.action is Action.MERGE:
                here += _rows_here(local, step, held)
                there += _rows_there(local, remote, step)
            elif step.action is Action.CONFLICT:
                here.append(_whole(step))
                there.append(_whole(step))
            elif step.action is Action.WAIT:
                waiting.append(_whole(step))
        return Standing(
            tuple(here),
            tuple(there),
            tuple(waiting),
            tuple(conflicts),
            tuple(local.state.failures()),
        )


def _whole(step: PlanStep) -> FileDifference:
    gone = step.action is Action.WAIT and Side.GONE in (step.here, step.there)
    return FileDifference(step.name, step.action, step.size, step.reason, would_delete=gone)


def _rows_here(local: LocalProject, step: PlanStep, held: Collection[Any]) -> list[FileDifference]:
    base = local.base(step.name)
    if step.here is not Side.CHANGED:
        return []
    if base is None:
        return [_whole(step)]
    try:
        mine = diff(base, local.path(step.name))
    except EngineError as error:
        # For example another schema: the file travels as a whole, and the sync says what that means.
        return [FileDifference(step.name, step.action, step.size, error.message)]
    if held:
        # They are listed as conflicts, and wait for a decision instead of a sync.
        mine = mine.filtered(lambda change: (step.name, change.table, change.key) not in held)
    # Opening a GeoPackage in QGIS touches the file without changing a row.
    return [_by_rows(step, mine)] if len(mine) else []


def _rows_there(local: LocalProject, remote: CloudRemote, step: PlanStep) -> list[FileDifference]:
    if step.there is not Side.CHANGED:
        return []
    theirs = changes_there(local, remote, step.name)
    if theirs is None:
        return [_whole(step)]
    return [_by_rows(step, theirs)] if len(theirs) else []


def changes_there(local: LocalProject, remote: CloudRemote, name: str) -> Optional[Changeset]:
    """What others did to a file since it was last in step; None where the server cannot tell."""
    state = local.state.file(name)
    current = remote.file(name)
    if state is None or current is None:
        return None
    start = current.version(state.version_id)
    try:
        return remote.changes(name, start, current.latest) if start is not None else None
    except SyncError:
        # A list is nice to have; the sync itself can do without it.
        return None


def _by_rows(step: PlanStep, changes: Changeset) -> FileDifference:
    return FileDifference(step.name, step.action, step.size, step.reason, summary(changes))


def summary(changes: Changeset) -> tuple[TableDifference, ...]:
    """Counts by table, and the first rows of each."""
    return tuple(
        TableDifference(
            table.name,
            len(table.inserts),
            sum(map(len, table.updates.values())),
            len(table.deletes),
            tuple(islice(iter(table), _SAMPLE)),
        )
        for table in changes.tables
    )
