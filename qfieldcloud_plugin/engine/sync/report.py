# SPDX-License-Identifier: GPL-2.0-or-later
"""What a sync did, for people and for whoever reloads layers afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, List, Mapping, Optional, Tuple

from ..errors import EngineError
from ..gpkg import Change, Changeset
from .conflict import Conflict
from .plan import Action
from .records import Failure


@dataclass(frozen=True)
class RowCounts:
    """Rows of one table that travelled in one direction."""

    inserted: int = 0
    updated: int = 0
    deleted: int = 0

    def __add__(self, other: RowCounts) -> RowCounts:
        return RowCounts(
            self.inserted + other.inserted, self.updated + other.updated, self.deleted + other.deleted
        )

    @property
    def total(self) -> int:
        return self.inserted + self.updated + self.deleted


def counts_of(changes: Changeset) -> Dict[str, RowCounts]:
    """Rows by table."""
    return {
        table.name: RowCounts(len(table.inserts), sum(map(len, table.updates.values())), len(table.deletes))
        for table in changes.tables
    }


@dataclass
class Tally:
    """What travelled of one file, counted over the rounds of one run."""

    up: Dict[str, RowCounts] = field(default_factory=dict)
    down: Dict[str, RowCounts] = field(default_factory=dict)
    tables: List[str] = field(default_factory=list)
    is_whole: bool = False
    """The live file got other tables, not only other rows."""
    bytes_up: int = 0
    bytes_down: int = 0

    @property
    def rows_up(self) -> int:
        return sum(counts.total for counts in self.up.values())

    def count_up(self, changes: Changeset) -> None:
        _add(self.up, changes)

    def took(self, patch: Changeset, downloaded: Changeset, *, whole: bool) -> None:
        """What the live file got, and which part of it came from others."""
        _add(self.down, downloaded)
        self.tables += [table.name for table in patch.tables if table.name not in self.tables]
        self.is_whole = self.is_whole or whole


def _add(counts: Dict[str, RowCounts], changes: Changeset) -> None:
    for table, more in counts_of(changes).items():
        counts[table] = counts.get(table, RowCounts()) + more


@dataclass(frozen=True)
class FileOutcome:
    """What became of one file. `waits` is empty, or says in a sentence why the file is not in step yet."""

    name: str
    action: Action
    version_id: str = ""
    """The remote version both sides now stand on; empty when the server has no such file."""
    bytes_up: int = 0
    bytes_down: int = 0
    rows_up: Mapping[str, RowCounts] = field(default_factory=dict)
    rows_down: Mapping[str, RowCounts] = field(default_factory=dict)
    tables_changed: Tuple[str, ...] = ()
    """Tables whose rows changed in the local file: their layers want to be reloaded."""
    content_changed: bool = False
    """The local file has other content than before; with no `tables_changed`, all of it may be other."""
    waits: str = ""
    error: str = ""
    """The error's code when `waits` comes from one."""


@dataclass(frozen=True)
class Undone:
    """What came of taking changes back."""

    applied: int
    """Changes that the new version holds."""
    refused: Tuple[str, ...] = ()
    """What the server said of those it did not take."""
    overtaken: Tuple[Change, ...] = ()
    """Changes left alone, because others have changed the same values again since."""


@dataclass
class SyncReport:
    """Grows while a sync runs."""

    files: List[FileOutcome] = field(default_factory=list)
    conflicts: List[Conflict] = field(default_factory=list)
    failures: List[Failure] = field(default_factory=list)
    seconds: float = 0.0
    cancelled: bool = False
    undone: Optional[Undone] = None
    """Only where something was to be undone or restored."""

    @property
    def complete(self) -> bool:
        """Folder and server agree in everything, and all that was to be undone is."""
        left = self.undone is not None and (self.undone.refused or self.undone.overtaken)
        return not (self.conflicts or self.failures or self.waiting or self.cancelled or left)

    @property
    def waiting(self) -> List[FileOutcome]:
        return [file for file in self.files if file.waits]

    @property
    def changed_here(self) -> List[FileOutcome]:
        """Files whose local content is not what it was."""
        return [file for file in self.files if file.content_changed]

    @property
    def new_versions(self) -> Dict[str, str]:
        """The remote version each file that travelled now stands on."""
        return {
            file.name: file.version_id
            for file in self.files
            if file.version_id and (file.bytes_up or file.bytes_down or file.rows_up or file.rows_down)
        }

    @property
    def rows_up(self) -> int:
        return sum(counts.total for file in self.files for counts in file.rows_up.values())

    @property
    def rows_down(self) -> int:
        return sum(counts.total for file in self.files for counts in file.rows_down.values())

    @property
    def bytes_up(self) -> int:
        return sum(file.bytes_up for file in self.files)

    @property
    def bytes_down(self) -> int:
        return sum(file.bytes_down for file in self.files)

    def waits(self, name: str, action: Action, error: EngineError) -> None:
        """Note a file that could not be brought in step; the others go on."""
        self.files.append(FileOutcome(name, action, waits=error.message, error=error.code))
