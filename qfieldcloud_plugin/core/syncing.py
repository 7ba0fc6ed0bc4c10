# SPDX-License-Identifier: GPL-2.0-or-later
"""A sync as one click means it: run, ask about conflicts, run again. Runs in a worker."""

from __future__ import annotations

import enum
from dataclasses import replace
from pathlib import Path
from typing import Callable, Optional, Sequence

from ..cloud import CloudRemote, Workspace
from ..cloud.client import Client
from ..engine.errors import EngineError
from ..engine.gpkg import diff
from ..engine.sync import (
    Action,
    CancelToken,
    Choice,
    Conflict,
    Decision,
    LocalProject,
    Plan,
    ProgressCallback,
    Rule,
    Side,
    Step,
    SyncOptions,
    SyncReport,
    Wishes,
    decide,
)
from ..i18n import said, tr

Resolver = Callable[[Sequence[Conflict]], Sequence[Decision]]
# A resolver that never decides, or people who edit faster than we sync, must not keep a worker busy for ever.
_ROUNDS = 5


class Direction(enum.Enum):
    """Which files take part; within one GeoPackage rows always travel both ways."""

    BOTH = "both"
    PUSH = "push"
    PULL = "pull"


def by_rule(choice: Choice) -> Resolver:
    """A resolver that decides everything the same way."""
    return lambda conflicts: decide(conflicts, [Rule(choice)])


def options_for(
    client: Client, folder: Path, project_file: Optional[str], confirm_deletes: bool = False
) -> SyncOptions:
    """`project_file` is the one that is open in QGIS, for folders that hold several."""
    with LocalProject.open(folder) as local:
        on_demand = CloudRemote(client, local.link.project_id).project().attachments_on_demand
    return SyncOptions(
        wishes=Wishes(
            project_file=project_file,
            download_attachments=not on_demand,
            confirm_deletes=confirm_deletes,
        )
    )


def sync_folder(
    client: Client,
    folder: Path,
    project_file: Optional[str],
    resolver: Optional[Resolver],
    progress: ProgressCallback,
    cancel: CancelToken,
    direction: Direction = Direction.BOTH,
    confirm_deletes: bool = False,
) -> SyncReport:
    """The report of the last run, with what all runs changed here."""
    workspace = Workspace(client)
    options = options_for(client, folder, project_file, confirm_deletes)
    if direction is not Direction.BOTH:
        plan = workspace.look(folder, options, progress, cancel)
        options = replace(options, only=_names(folder, plan, direction))
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


def _names(folder: Path, plan: Plan, direction: Direction) -> tuple[str, ...]:
    """The files to push, or those to pull because nobody changed them here."""
    with LocalProject.open(folder) as local:
        changed = {step.name for step in plan.work if _changed_here(local, step)}
    if direction is Direction.PUSH:
        return tuple(sorted(changed))
    return tuple(step.name for step in plan.work if step.name not in changed)


def _changed_here(local: LocalProject, step: Step) -> bool:
    """Opening a GeoPackage touches the file; only its rows tell whether something was changed."""
    if step.action is not Action.MERGE or step.here is not Side.CHANGED:
        return step.here not in (Side.SAME, Side.NEVER)
    base = local.base(step.name)
    try:
        return base is None or len(diff(base, local.path(step.name))) > 0
    except EngineError:
        return True


def sync_summary(report: SyncReport) -> str:
    """What a finished sync did, in one sentence."""
    up = _counted(report.rows_up, _whole_files(report, Action.UPLOAD))
    down = _counted(report.rows_down, _whole_files(report, Action.DOWNLOAD))
    if up and down:
        return tr("{up} sent, {down} received. Everything is up to date.").format(up=up, down=down)
    if up:
        return tr("{} sent. Everything is up to date.").format(up)
    if down:
        return tr("{} received. Everything is up to date.").format(down)
    return tr("Everything is up to date.")


def _whole_files(report: SyncReport, action: Action) -> int:
    """How many travelled as a whole: photos, the project file, what was new."""
    return sum(1 for file in report.files if file.action is action and not file.waits)


def _counted(rows: int, files: int) -> str:
    """Rows and files in words; empty where there are none."""
    counted = [tr("%n row(s)", rows)] if rows else []
    counted += [tr("%n file(s)", files)] if files else []
    if len(counted) < 2:
        return "".join(counted)
    return tr("{rows} and {files}").format(rows=counted[0], files=counted[1])


def what_waits(report: SyncReport) -> str:
    """What failed for some files though the sync went on: the first reason, and how many; empty if nothing did."""
    failed = [file for file in report.waiting if file.error]
    if not failed:
        return ""
    name, reason = failed[0].name, said(failed[0].waits)
    if len(failed) == 1:
        return tr("Not everything is in step: {file}. {reason}").format(file=name, reason=reason)
    return tr("Not everything is in step: {file} and {more}. {reason}").format(
        file=name, more=tr("%n more file(s)", len(failed) - 1), reason=reason
    )
