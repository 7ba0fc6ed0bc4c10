# SPDX-License-Identifier: GPL-2.0-or-later
"""The GeoPackages of a package: one for each large table, one together for the small ones, none written twice."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

from ..etag import Digests
from ..file_copy import copy_file
from ..gpkg import TableChanges
from ..gpkg.connection import connect, sqlite_errors
from ..gpkg.sql import quoted, sql
from ..message import Message
from .digests import digests_of
from .errors import PackagingCancelled
from .files import take_from_previous
from .geopackage import write_geopackage
from .options import CABLE, Area, PackageOptions
from .report import PackagedFile, PackagedTable, described
from .row_patch import can_patch, is_worth_patching, patch_rows
from .rows import SourceTable
from .spatial_index import MOST_ROWS_INDEXED_ANEW
from .table_copy import TableCopy

MAIN_FILE = "data.gpkg"
# A table whose GeoPackage would be smaller shares data.gpkg: on a phone every open file counts.
_SMALL = 256 * 1024
MOST_OWN_FILES = 40
# What a row takes with an index of its own, compared with a row of a large table.
_TIMES_TO_INDEX_ANEW = 8
# Part of every fingerprint: raise it whenever the same rows would give other bytes.
_LAYOUT = 2


@dataclass
class DataTable:
    """A source table on its way into the package; `identity` stands for its rows and columns ("" when unknown)."""

    source: SourceTable
    identity: str
    selected_by: str = ""
    name: str = ""
    file: str = ""
    former: Optional[PackagedTable] = None
    """Where it was in the last package."""
    changes: Optional[TableChanges] = None
    """The rows that differ from those in the last package; None when unknown."""

    @property
    def copy(self) -> TableCopy:
        return TableCopy(self.source.path, self.source.schema, self.name, self.source.selection)

    @property
    def fingerprint(self) -> str:
        """The same fingerprint means the same bytes; "" when that cannot be promised."""
        if not self.identity:
            return ""
        schema = self.source.schema
        return digest_of(
            [_LAYOUT, self.identity, schema.name, schema.definition, self.name, self.selected_by]
        )


@dataclass
class _OwnFile:
    table: DataTable
    path: Optional[Path] = None
    digests: Optional[Digests] = None
    reused: Optional[PackagedFile] = None

    @property
    def is_large(self) -> bool:
        return self.size > _SMALL

    @property
    def size(self) -> int:
        known = self.reused or self.digests
        return known.size if known is not None else 0


class DataFileWriter:
    def __init__(self, folder: Path, scratch: Optional[Path], options: PackageOptions) -> None:
        self.folder = folder
        self.scratch = scratch
        self.options = options
        previous = options.previous
        self.previous = (
            {file.fingerprint: file for file in previous.files if file.fingerprint} if previous else {}
        )
        self.previously_shared = (
            {table.fingerprint for table in previous.tables if table.file == MAIN_FILE and table.fingerprint}
            if previous
            else set()
        )

    def write(self, tables: list[DataTable]) -> list[PackagedFile]:
        """Sets `name` and `file` of every table. Tables come in the order of the project's layers."""
        if not tables:
            return []
        _name_tables(tables)
        own, shared = self._split(tables)
        files = [self._shared_file(shared)] if shared else []
        _name_files(own, has_shared=bool(shared))
        return files + [self._finish_own_file(item) for item in own]

    def _split(self, tables: list[DataTable]) -> tuple[list[_OwnFile], list[_OwnFile]]:
        """Those that deserve a file of their own, and those that share one: on a cable, nobody downloads."""
        if self.options.mode == CABLE:
            return [], [_OwnFile(table) for table in tables]
        known = {id(table): self._known_file(table) for table in tables}
        in_order = _longest_first([table for table in tables if known[id(table)] is None])
        # SQLite and hashing leave Python's lock alone while they work.
        with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
            new = dict(zip(map(id, in_order), pool.map(self._make_own_file, in_order)))
        made = [known[id(table)] or new[id(table)] for table in tables]
        large = sorted((item for item in made if item.is_large), key=lambda item: -item.size)
        kept = {id(item) for item in large[:MOST_OWN_FILES]}
        return [item for item in made if id(item) in kept], [item for item in made if id(item) not in kept]

    def _known_file(self, table: DataTable) -> Optional[_OwnFile]:
        """Of a table that is known from the last time to be unchanged, or small enough to share a file."""
        reused = self.previous.get(file_fingerprint([table]))
        if reused is not None and reused.size > _SMALL:
            return _OwnFile(table, reused=reused)
        if table.fingerprint and table.fingerprint in self.previously_shared:
            return _OwnFile(table)
        return None

    def _make_own_file(self, table: DataTable) -> _OwnFile:
        """Writes the table alone."""
        if self.options.cancelled():
            raise PackagingCancelled(Message("Packaging was cancelled. Nothing was changed."))
        path = self.folder / f".{hashlib.sha256(table.name.encode()).hexdigest()[:16]}.gpkg.part"
        patched = self._patched(table, path)
        if patched is not None:
            return patched
        write_geopackage(path, [table.copy], self.scratch, self.options.cancelled)
        # At once, while the system still has it in memory; a small file is not worth it, for it will be shared.
        is_large = path.stat().st_size > _SMALL
        return _OwnFile(table, path, digests_of(path, self.options) if is_large else None)

    def _patched(self, table: DataTable, path: Path) -> Optional[_OwnFile]:
        """The last package's file with the changed rows put in, where that is possible and worth it."""
        if table.former is None or table.changes is None or not can_patch(table.copy, table.changes):
            return None
        then = replace(table, identity=table.former.identity)
        former = self.previous.get(file_fingerprint([then]))
        place = place_of(former.name, self.options) if former is not None else None
        if former is None or place is None or not is_worth_patching(place, table.name, table.changes):
            return None
        copy_file(place, path)
        digests = patch_copy(path, table.copy, table.changes, place, former, self.options)
        return _OwnFile(table, path, digests) if digests is not None else None

    def _shared_file(self, shared: list[_OwnFile]) -> PackagedFile:
        tables = [item.table for item in shared]
        for table in tables:
            table.file = MAIN_FILE
        fingerprint = file_fingerprint(tables)
        reused = self.previous.get(fingerprint)
        target = self.folder / MAIN_FILE
        written = [item.path for item in shared if item.path is not None]
        try:
            if reused is not None:
                return take_from_previous(reused, MAIN_FILE, self.folder, self.options)
            if len(shared) == 1 and written:
                written[0].replace(target)
            else:
                write_geopackage(
                    target, [table.copy for table in tables], self.scratch, self.options.cancelled
                )
        finally:
            for path in written:
                path.unlink(missing_ok=True)
        return described(target.name, digests_of(target, self.options), fingerprint=fingerprint)

    def _finish_own_file(self, item: _OwnFile) -> PackagedFile:
        fingerprint = file_fingerprint([item.table])
        if item.reused is not None:
            return take_from_previous(item.reused, item.table.file, self.folder, self.options)
        target = self.folder / item.table.file
        if item.path is None or item.digests is None:
            raise AssertionError(item)  # only what was written and is large has a file of its own
        item.path.replace(target)
        return described(target.name, item.digests, fingerprint=fingerprint)


def place_of(name: str, options: PackageOptions) -> Optional[Path]:
    """Where a file of the last package can be read."""
    if options.previous_file is not None:
        return options.previous_file(name)
    return options.previous_folder / name if options.previous_folder is not None else None


def patch_copy(
    path: Path,
    copy: TableCopy,
    changes: TableChanges,
    original: Path,
    former: PackagedFile,
    options: PackageOptions,
) -> Optional[Digests]:
    """Put the changes into `path`, a copy of `original`. Where they do not fit it is removed: None."""
    path.chmod(0o644)
    if patch_rows(path, copy, changes):
        return digests_of(path, options, original, bytes.fromhex(former.part_md5s))
    path.unlink()
    return None


def selected_by(table: SourceTable, area: Optional[Area], depends_on: Collection[str]) -> str:
    """Stands for what chose the rows; `depends_on` are identities of other tables and files that had a say."""
    return repr((table.subsets, table.drops_subset, area, list(depends_on)))


def _longest_first(tables: list[DataTable]) -> list[DataTable]:
    """So that no thread is left alone with the longest work at the end; the highest row id tells enough."""
    if len(tables) < 2:
        return tables
    work: dict[int, int] = {}
    for path in {table.source.path for table in tables}:
        with closing(connect(path)) as connection, sqlite_errors(path):
            for table in tables:
                if table.source.path == path:
                    query = sql("SELECT max(", table.source.rowid, ") FROM", quoted(table.source.schema.name))
                    highest = connection.execute(query).fetchone()[0] or 0
                    is_small = highest <= MOST_ROWS_INDEXED_ANEW
                    work[id(table)] = highest * (_TIMES_TO_INDEX_ANEW if is_small else 1)
    return sorted(tables, key=lambda table: -work[id(table)])


def file_fingerprint(tables: list[DataTable]) -> str:
    fingerprints = [table.fingerprint for table in tables]
    return digest_of(fingerprints) if all(fingerprints) else ""


def digest_of(value: object) -> str:
    """Of what JSON can say."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def _name_tables(tables: list[DataTable]) -> None:
    """Tables keep their names, so that filters that mention them stay right; the second of a name gets a number."""
    taken: set[str] = set()
    for table in tables:
        wanted = re.sub(r"[|\x00]", "_", table.source.schema.name)
        name, number = wanted, 2
        while name.lower() in taken:
            name, number = f"{wanted}_{number}", number + 1
        taken.add(name.lower())
        table.name = name


def _name_files(own_files: list[_OwnFile], *, has_shared: bool) -> None:
    """One file is always called data.gpkg, as QFieldSync's."""
    taken = {MAIN_FILE}
    for index, item in enumerate(own_files):
        if index == 0 and not has_shared:
            item.table.file = MAIN_FILE
            continue
        slug = re.sub(r"[^a-z0-9]+", "_", item.table.name.lower()).strip("_")[:60] or "table"
        name, number = f"data_{slug}.gpkg", 2
        while name in taken:
            name, number = f"data_{slug}_{number}.gpkg", number + 1
        taken.add(name)
        item.table.file = name
