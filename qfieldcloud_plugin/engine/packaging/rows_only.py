# SPDX-License-Identifier: GPL-2.0-or-later
"""The short way to the next package: only rows of large tables have changed, so nothing else is looked at again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Optional

from ..errors import GeoPackageError
from ..file_copy import copy_file
from ..gpkg import Changeset, TableChanges
from ..message import Message
from .data_files import (
    MOST_OWN_FILES,
    DataTable,
    digest_of,
    file_fingerprint,
    patch_copy,
    place_of,
    selected_by,
)
from .errors import PackagingCancelled
from .files import take_from_previous
from .frame import Frame
from .identity import changes_of_table
from .options import CLOUD, PackageOptions
from .report import PackagedFile, PackagedTable, PackageReport, described
from .row_patch import can_patch, is_worth_patching
from .rows import SourceTable

# Whose words decide what a package looks like.
_CODE = ("packaging", "project", "gpkg")


def made_of(project_file: str, frames: Collection[str], options: PackageOptions) -> str:
    """Stands for all that a package is made of but for the GeoPackages in `frames`; "" when not all of it is known."""
    is_known = options.knows_all_files and options.mode == CLOUD and not options.reads_outside_files
    if not is_known or not frames or not options.identities.keys() >= {project_file, *frames}:
        return ""
    code = _digest_of_code()
    if not code:
        return ""
    others = {name: known.sha256 for name, known in options.identities.items() if name not in frames}
    maker = options.base_map_maker
    return digest_of(
        [
            code, project_file, sorted(others.items()), options.title, repr(options.area), list(options.made_for),
            options.copies_attachments, options.lists_unchanged_files, options.strict,
            maker.identity if maker is not None else None,
        ]
    )  # fmt: skip


@cache
def _digest_of_code() -> str:
    """Another version of the engine may make another package of the same; "" when its source is not there."""
    engine = Path(__file__).parents[1]
    folders = [engine, *(engine / name for name in _CODE)]
    sources = sorted(path for folder in folders for path in folder.glob("*.py"))
    return digest_of([hashlib.sha256(path.read_bytes()).hexdigest() for path in sources]) if sources else ""


def package_changed_rows(
    project_file: str, root: Path, folder: Path, options: PackageOptions
) -> Optional[PackageReport]:
    """The package in `folder`, as making it the long way gives it; None when that is the only way.

    Raises GeoPackageError when a file breaks while it is copied.
    """
    previous = options.previous
    if previous is None or not previous.made_of or options.row_changes is None:
        return None
    if previous.made_of != made_of(project_file, previous.frames, options):
        return None
    return _ShortWay(previous, root, folder, options).run()


@dataclass(frozen=True)
class _Change:
    """A table that changed, and its file in the last package."""

    table: PackagedTable
    rows: TableChanges
    file: PackagedFile
    original: Path
    copy: Path


class _ShortWay:
    def __init__(self, previous: PackageReport, root: Path, folder: Path, options: PackageOptions) -> None:
        self.previous = previous
        self.root = root
        self.folder = folder
        self.options = options
        self.identities = {name: options.identities[name].sha256 for name in previous.frames}

    def run(self) -> Optional[PackageReport]:
        changes = self._changes() if self._can_stay() else None
        if changes is None:
            return None
        self._step(0.05, Message("Copying rows"))
        # What is large is copied while the definitions are read.
        with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
            copying = [pool.submit(copy_file, item.original, item.copy) for item in changes]
            tables = self._data_tables(changes)
            for copied in copying:
                copied.result()
            made = list(pool.map(self._patched, changes, tables)) if tables is not None else []
        files = {file.name: file for file in made if file is not None}
        if len(files) < len(changes) or tables is None:
            for item in changes:
                item.copy.unlink(missing_ok=True)
            return None
        report = self._report(files, {table.file: table for table in tables})
        self._step(1.0, Message("Done"))
        return report

    def _step(self, fraction: float, text: str) -> None:
        if self.options.cancelled():
            raise PackagingCancelled(Message("Packaging was cancelled. Nothing was changed."))
        self.options.progress(fraction, text)

    def _can_stay(self) -> bool:
        """Whether every file keeps its name, and whoever asked has those that are no data."""
        is_listed = self.options.lists_unchanged_files or not any(file.source for file in self.previous.files)
        return is_listed and len({table.file for table in self.previous.tables}) < MOST_OWN_FILES

    def _changes(self) -> Optional[list[_Change]]:
        """The tables with changed rows; None when something else may have changed, or rows must be chosen again."""
        found: dict[str, _Change] = {}
        for table in self.previous.tables:
            now = self.identities.get(table.source)
            if now is None:
                return None
            if now == table.file_identity:
                continue
            rows = self._row_changes(table, now)
            if rows is None or not table.has_all_rows:
                return None
            changed = changes_of_table(rows, table.source_table)
            if changed is None or table.file in found:
                continue
            change = self._change(table, changed, f".changed_{len(found)}.gpkg.part")
            if change is None:
                return None
            found[table.file] = change
        return list(found.values())

    def _row_changes(self, table: PackagedTable, now: str) -> Optional[Changeset]:
        ask = self.options.row_changes
        return ask(table.source, table.file_identity, now) if ask is not None else None

    def _change(self, table: PackagedTable, rows: TableChanges, name: str) -> Optional[_Change]:
        file = self.previous.file(table.file)
        together = {item.table for item in self.previous.tables if item.file == table.file}
        original = place_of(table.file, self.options) if file is not None and len(together) == 1 else None
        if file is None or original is None or not is_worth_patching(original, table.table, rows):
            return None
        return _Change(table, rows, file, original, self.folder / name)

    def _data_tables(self, changes: list[_Change]) -> Optional[list[DataTable]]:
        """The changed tables as they are now; None unless everything but their rows is as it was."""
        wanted: dict[str, list[str]] = {}
        for item in changes:
            wanted.setdefault(item.table.source, []).append(item.table.source_table)
        try:
            frames = {name: Frame(self.root / name, tables) for name, tables in wanted.items()}
        except GeoPackageError:
            return None  # the long way leaves such layers out and says so
        if any(frame.digest != self.previous.frames[name] for name, frame in frames.items()):
            return None
        tables = []
        for item in changes:
            schema = frames[item.table.source].tables[item.table.source_table]
            if schema is None:
                return None
            source = SourceTable(self.root / item.table.source, schema)
            table = DataTable(
                source, item.table.identity, selected_by(source, None, []), item.table.table, item.table.file
            )
            if item.file.fingerprint != file_fingerprint([table]) or not can_patch(table.copy, item.rows):
                return None
            tables.append(replace(table, identity=self.identities[item.table.source]))
        return tables

    def _patched(self, change: _Change, table: DataTable) -> Optional[PackagedFile]:
        digests = patch_copy(change.copy, table.copy, change.rows, change.original, change.file, self.options)
        if digests is None:
            return None
        change.copy.replace(self.folder / table.file)
        return described(table.file, digests, fingerprint=file_fingerprint([table]))

    def _report(self, files: dict[str, PackagedFile], changed: dict[str, DataTable]) -> PackageReport:
        tables = []
        for table in self.previous.tables:
            now = changed.get(table.file)
            if now is not None:
                table = replace(table, identity=now.identity, fingerprint=now.fingerprint)
            tables.append(replace(table, file_identity=self.identities[table.source]))
        kept = [files.get(file.name) or self._kept(file) for file in self.previous.files]
        return replace(self.previous, files=kept, tables=tables)

    def _kept(self, file: PackagedFile) -> PackagedFile:
        if file.source:  # listed, for the project has it
            return replace(file, is_written=False)
        return take_from_previous(file, file.name, self.folder, self.options)
