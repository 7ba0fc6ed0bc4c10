# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands for the content of a source table, without reading it: so that nothing unchanged is copied again."""

from __future__ import annotations

from pathlib import Path

from ..project.project import Project
from .options import PackageOptions
from .rows import SourceTable


def table_identity(project: Project, table: SourceTable, options: PackageOptions) -> str:
    """The identity under which the table's rows were read last, when they are known to be the same; else the file's."""
    name = project.name_of(table.path)
    now = file_identity(table.path, name, options)
    before = next(
        (
            item
            for item in (options.previous.tables if options.previous is not None else ())
            if item.source == name and item.source_table == table.schema.name and item.identity
        ),
        None,
    )
    if before is None or not now:
        return now
    if before.file_identity == now:
        return before.identity
    if options.changed_tables is None:
        return now
    changed = options.changed_tables(name, before.file_identity, now)
    return now if changed is None or table.schema.name in changed else before.identity


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
        facts.append(
            f"{status.st_size}.{status.st_mtime_ns}.{status.st_ctime_ns}.{status.st_ino}.{header[24:32].hex()}"
        )
    return "stat:" + "/".join(facts)
