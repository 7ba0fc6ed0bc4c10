# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackages as files: copy one that is open elsewhere, fold the WAL in, replace one safely."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Callable, Optional

from ..errors import GeoPackageBusy, GeoPackageMalformed
from ..message import Message
from .connection import PathLike, connect, sqlite_errors

_PAGES_PER_STEP = 4096


def copy_geopackage(
    source: PathLike, destination: PathLike, *, progress: Optional[Callable[[int, int], None]] = None
) -> None:
    """A consistent copy of `source` as of one moment, also while another program has it open.

    `destination` appears complete or not at all; what was there before is replaced. `progress(done, total)`
    counts pages and may raise to stop.
    """

    def write(beside: Path) -> None:
        with contextlib.closing(connect(source)) as origin:
            target = sqlite3.connect(str(beside), isolation_level=None)
            with contextlib.closing(target), sqlite_errors(source):

                def report(_: int, remaining: int, total: int) -> None:
                    if progress is not None:
                        progress(total - remaining, total)

                origin.execute(
                    "BEGIN"
                )  # one read lock over all steps, else a writer would make SQLite start over
                origin.execute("SELECT count(*) FROM sqlite_master").fetchone()
                origin.backup(target, pages=_PAGES_PER_STEP, progress=report)
                # A copy in WAL mode would leave files beside it for whoever opens it.
                target.execute("PRAGMA journal_mode = DELETE")

    _write_beside(Path(destination), write)


def checkpoint(path: PathLike) -> bool:
    """Folds the write-ahead log into the file itself, so that its bytes are all there is.

    False when another program is reading or writing just now: then part of the content is still beside the
    file.
    """
    wal = Path(f"{path}-wal")
    if not wal.exists() or not wal.stat().st_size:
        return True
    try:
        with contextlib.closing(connect(path, write=True)) as connection, sqlite_errors(path):
            return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except GeoPackageBusy:
        return False


def verify(path: PathLike) -> None:
    """Raises `GeoPackageMalformed` when SQLite finds the file's structure broken."""
    with contextlib.closing(connect(path)) as connection, sqlite_errors(path):
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise GeoPackageMalformed(Message("{name} is damaged ({found}).", name=Path(path).name, found=found))


def replace_file(path: PathLike, write: Callable[[Path], None], *, check: bool = True) -> None:
    """Replace the GeoPackage at `path` by what `write(beside)` makes: verified, on the disk, then renamed.

    The old file stays untouched when anything goes wrong. Its WAL must be folded in before (`checkpoint`),
    and nobody may have it open; what is left of a WAL would belong to another database, so this refuses.
    """
    path = Path(path)
    if not checkpoint(path):
        raise GeoPackageBusy(
            Message(
                "{name} is open in another program. It was left as it is; close it and try again.",
                name=path.name,
            )
        )

    def write_and_verify(beside: Path) -> None:
        write(beside)
        if check:
            verify(beside)

    _write_beside(path, write_and_verify)


def _write_beside(path: Path, write: Callable[[Path], None]) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    beside = Path(name)
    try:
        beside.unlink()  # whoever writes may insist on making the file
        write(beside)
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(path, beside)
        _sync(beside)
        with sqlite_errors(path):
            beside.replace(path)
        _sync(path.parent)
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                Path(f"{beside}{suffix}").unlink()


def _sync(path: Path) -> None:
    """What was written survives a power failure; Windows cannot open folders and needs no call for them."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
