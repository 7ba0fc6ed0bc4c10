# SPDX-License-Identifier: GPL-2.0-or-later
"""How the open project stands towards its server, as plain data, and what the sensible next step is."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Optional

from ..engine.gpkg import Change
from ..engine.sync.conflict import Conflict
from ..engine.sync.plan import Action
from ..engine.sync.records import Failure


@dataclass(frozen=True)
class TableDifference:
    """The changed rows of one table; `sample` holds the first of them."""

    table: str
    inserted: int
    updated: int
    deleted: int
    sample: tuple[Change, ...] = ()

    @property
    def rows(self) -> int:
        return self.inserted + self.updated + self.deleted


@dataclass(frozen=True)
class FileDifference:
    """One file that is not the same here and there. `tables` is empty where the file travels as a whole."""

    name: str
    action: Action
    size: int = 0
    reason: str = ""
    tables: tuple[TableDifference, ...] = ()
    would_delete: bool = False
    """It is gone on one side, and too much is gone to believe that somebody meant it."""

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)

    @property
    def count(self) -> int:
        """What this file adds to a tab's number: its rows, or one for a whole file."""
        return self.rows or 1


@dataclass(frozen=True)
class Standing:
    """What would go up, what would come down, what waits for a person."""

    here: tuple[FileDifference, ...] = ()
    there: tuple[FileDifference, ...] = ()
    waiting: tuple[FileDifference, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def count_here(self) -> int:
        return sum(file.count for file in self.here)

    @property
    def count_there(self) -> int:
        return sum(file.count for file in self.there)

    @property
    def deletions(self) -> tuple[str, ...]:
        """Files that a sync would delete once somebody has confirmed it."""
        return tuple(file.name for file in self.waiting if file.would_delete)


class Step(enum.Enum):
    """What the one button does."""

    LOG_IN = "log_in"
    OPEN_PROJECT = "open_project"
    SAVE_PROJECT = "save_project"
    CREATE = "create"
    LOOK = "look"
    RESOLVE = "resolve"
    SYNC = "sync"
    PUSH = "push"
    PULL = "pull"
    CONFIRM = "confirm"
    UP_TO_DATE = "up_to_date"


@dataclass(frozen=True)
class NextStep:
    """Edits of `unsaved_layers` are saved first, and the button says so.

    The project file is not: QGIS calls it changed after every pan of the map.
    """

    step: Step
    count_here: int = 0
    count_there: int = 0
    conflicts: int = 0
    unsaved_layers: int = 0
    unsaved_project: bool = False
    deletions: int = 0


def next_step(
    *,
    signed_in: bool,
    has_project: bool,
    has_folder: bool,
    linked: bool,
    standing: Optional[Standing],
    in_doubt: bool = False,
    unsaved_layers: int = 0,
    unsaved_project: bool = False,
) -> NextStep:
    """The first thing that stands between the user and an up-to-date project.

    `in_doubt` is when the last look failed: then nobody may say that all is up to date.
    """
    if not signed_in:
        return NextStep(Step.LOG_IN)
    if not has_folder:
        return NextStep(Step.SAVE_PROJECT if has_project else Step.OPEN_PROJECT)
    if not linked:
        return NextStep(Step.CREATE)
    if standing is None:
        return NextStep(Step.LOOK)
    if standing.conflicts:
        return NextStep(Step.RESOLVE, conflicts=len(standing.conflicts))
    here, there = standing.count_here, standing.count_there
    if (here or unsaved_layers) and there:
        step = Step.SYNC
    elif here or unsaved_layers:
        step = Step.PUSH
    elif there:
        step = Step.PULL
    else:
        step = Step.CONFIRM if standing.deletions else Step.UP_TO_DATE
    if step is Step.UP_TO_DATE and in_doubt:
        return NextStep(Step.LOOK)
    if step is Step.CONFIRM:
        return NextStep(step, deletions=len(standing.deletions), unsaved_project=unsaved_project)
    return NextStep(step, here, there, 0, unsaved_layers, unsaved_project)
