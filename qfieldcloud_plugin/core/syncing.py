# SPDX-License-Identifier: GPL-2.0-or-later
"""A sync as one click means it: run, ask about conflicts, run again. Runs in a worker."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional, Sequence

from ..cloud import CloudRemote, Workspace
from ..cloud.client import Client
from ..engine.sync import (
    CancelToken,
    Conflict,
    Decision,
    LocalProject,
    ProgressCallback,
    SyncOptions,
    SyncReport,
    Wishes,
)
from ..i18n import tr

Resolver = Callable[[Sequence[Conflict]], Sequence[Decision]]
# A resolver that never decides, or people who edit faster than we sync, must not keep a worker busy for ever.
_ROUNDS = 5


def options_for(client: Client, folder: Path, project_file: str) -> SyncOptions:
    """`project_file` is the one that is open in QGIS, for folders that hold several."""
    with LocalProject.open(folder) as local:
        on_demand = CloudRemote(client, local.link.project_id).project().attachments_on_demand
    return SyncOptions(wishes=Wishes(project_file=project_file, download_attachments=not on_demand))


def sync_folder(
    client: Client,
    folder: Path,
    project_file: str,
    resolver: Optional[Resolver],
    progress: ProgressCallback,
    cancel: CancelToken,
) -> SyncReport:
    """The report of the last run, with what all runs changed here."""
    workspace = Workspace(client)
    options = options_for(client, folder, project_file)
    report = workspace.sync(folder, options, progress, cancel)
    for _round in range(_ROUNDS):
        if resolver is None or not report.conflicts:
            break
        decisions = resolver(report.conflicts)
        if not decisions:
            break
        workspace.resolve(folder, list(decisions))
        again = workspace.sync(folder, options, progress, cancel)
        again.files = report.files + again.files
        again.seconds += report.seconds
        report = again
    return report


def sync_summary(report: SyncReport) -> str:
    """What a finished sync did, in one sentence."""
    up, down = report.rows_up, report.rows_down
    if up and down:
        return tr("{up} sent, {down} received. Everything is up to date.").format(
            up=tr("%n row(s)", up), down=tr("%n row(s)", down)
        )
    if up:
        return tr("{} sent. Everything is up to date.").format(tr("%n row(s)", up))
    if down:
        return tr("{} received. Everything is up to date.").format(tr("%n row(s)", down))
    return tr("Everything is up to date.")
