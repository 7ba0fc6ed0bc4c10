# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands for the content of a source table, without reading it: so that nothing unchanged is copied again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Optional

from ..gpkg import Changeset, TableChanges
from ..project.project import Project
from .frame import REGISTERED
from .options import PackageOptions
from .report import PackagedTable
from .rows import SourceTable


class Identities:
    """Of the tables of one project, at one moment."""

    def __init__(self, project: Project, options: PackageOptions) -> None:
        self.project = project
        self.options = options
        self._changes: dict[tuple[str, str, str], Optional[Changeset]] = {}

    def of_file(self, path: Path) -> str:
        return file_identity(path, self.project.name_of(path), self.options)

    def of_table(self, table: SourceTable) -> str:
        """The identity under which its rows were read last, when they are known to be the same; else the file's."""
        now, before = self.of_file(table.path), self.former(table)
        if before is None or not now:
            return now
        if before.file_identity == now:
            return before.identity
        changes = self._changes_between(before.source, before.file_identity, now)
        return (
            now
            if changes is None or changes_of_table(changes, table.schema.name) is not None
            else before.identity
        )

    def former(self, table: SourceTable) -> Optional[PackagedTable]:
        """Where the table was in the last package."""
        name, previous = self.project.name_of(table.path), self.options.previous
        return next(
            (
                item
                for item in (previous.tables if previous is not None else ())
                if item.source == name and item.source_table == table.schema.name and item.identity
            ),
            None,
        )

    def changes_of(self, table: SourceTable) -> Optional[TableChanges]:
        """The rows that differ from those in the last package; None when unknown."""
        before = self.former(table)
        if before is None:
            return None
        changes = self._changes_between(before.source, before.file_identity, self.of_file(table.path))
        return changes_of_table(changes, table.schema.name) if changes is not None else None

    def _changes_between(self, name: str, before: str, now: str) -> Optional[Changeset]:
        key = (name, before, now)
        if key not in self._changes:
            changes = self.options.row_changes(*key) if self.options.row_changes else None
            if changes is not None and any(changes_of_table(changes, table) for table in REGISTERED):
                changes = None
            self._changes[key] = changes
        return self._changes[key]


def changes_of_table(changes: Changeset, table: str) -> Optional[TableChanges]:
    wanted = table.lower()
    return next((item for item in changes.tables if item.name.lower() == wanted), None)


def file_identity(path: Path, name: str, options: PackageOptions) -> str:
    """The SHA-256 where the caller knows it; else what the file system and SQLite's header tell of the last write."""
    known = options.identities.get(name)
    if known is not None:
        return known.sha256
    facts = []
    for part in (path, Path(f"{path}-wal"), Path(f"{path}-journal")):
        try:
            status = part.stat()
            with part.open("rb") as file:
                header = file.read(100)
        except FileNotFoundError:
            continue
        if part == path:
            facts.append(f"{_fact(status, header)}.{status.st_ctime_ns}")
        elif header:
            # Not when they were touched: SQLite does that to a log whenever root opens the file, and makes an empty one
            # for readers too.
            facts.append(_fact(status, header))
    return "stat:" + "/".join(facts)


def _fact(status: os.stat_result, header: bytes) -> str:
    return f"{status.st_size}.{status.st_mtime_ns}.{status.st_ino}.{header[24:32].hex()}"
