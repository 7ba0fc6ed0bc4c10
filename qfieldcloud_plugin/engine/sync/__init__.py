# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings a local folder and a cloud project to the same state: manifest, plan, run, local state."""

from .conflict import Conflict, Decided, Decision, Rule, decide
from .context import SyncOptions
from .errors import Cancelled, RemoteError, SyncError
from .local import LocalProject
from .plan import Action, Choice, Plan, Side, Step, Wishes, make_plan
from .progress import CancelToken, Progress, ProgressCallback, ignore_progress
from .records import Failure, ProjectLink
from .remote import DeltaStatus, Remote, RemoteFile, RemoteProject, RemoteVersion
from .report import FileOutcome, RowCounts, SyncReport
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
    "Wishes",
    "decide",
    "ignore_progress",
    "look",
    "make_plan",
    "resolve",
    "run",
]
