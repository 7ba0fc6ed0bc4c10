# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings a local folder and a cloud project to the same state: manifest, plan, run, local state."""

from .conflict import Conflict, Decided, Decision, Rule, decide
from .context import SyncOptions
from .errors import Cancelled, RemoteError, SyncError
from .history import changes_between, restore_feature, undo_changes, undo_delta
from .local import LocalProject
from .plan import Action, Choice, Plan, Side, Step, Wishes, make_plan
from .progress import CancelToken, Progress, ProgressCallback, ignore_progress
from .records import Failure, ProjectLink
from .remote import DeltaStatus, Remote, RemoteFile, RemoteProject, RemoteVersion
from .report import FileOutcome, RowCounts, SyncReport, Undone
from .resolve import resolve
from .run import look, run

__all__ = [
    "Action",
    "CancelToken",
    "Cancelled",
    "Choice",
    "Conflict",
    "Decided",
    "Decision",
    "DeltaStatus",
    "Failure",
    "FileOutcome",
    "LocalProject",
    "Plan",
    "Progress",
    "ProgressCallback",
    "ProjectLink",
    "Remote",
    "RemoteError",
    "RemoteFile",
    "RemoteProject",
    "RemoteVersion",
    "RowCounts",
    "Rule",
    "Side",
    "Step",
    "SyncError",
    "SyncOptions",
    "SyncReport",
    "Undone",
    "Wishes",
    "changes_between",
    "decide",
    "ignore_progress",
    "look",
    "make_plan",
    "resolve",
    "restore_feature",
    "run",
    "undo_changes",
    "undo_delta",
]
