# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of a project folder at a moment, without reading more of them than has changed."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, Mapping, Optional, Tuple

from ..etag import digests_of_stream
from ..gpkg.raw_file import RawFile, raw_file
from .errors import local_error
from .names import is_geopackage, is_synced
from .progress import CancelToken

_TICK_NS = 2_000_000_000


@dataclass(frozen=True)
class LocalFile:
    """A file as the folder shows it. Two equal fingerprints mean: not touched in between."""

    name: str
    size: int
    touched_ns: int
    """When it, or its write-ahead log, was last written."""
    fingerprint: str

    @property
    def is_geopackage(self) -> bool:
        return is_geopackage(self.name)


@dataclass(frozen=True)
class Digest:
    """What the bytes are: `etag` is the server's checksum (S3's, 8 MiB parts), `sha256` names the blob."""

    etag: str
    sha256: str


Manifest = Mapping[str, LocalFile]


def take_manifest(folder: Path, cancel: Optional[CancelToken] = None) -> Dict[str, LocalFile]:
    """Every file that takes part, by its name relative to the folder, with forward slashes and in order."""
    manifest: Dict[str, LocalFile] = {}
    for path, name in _walk(folder):
        if cancel is not None:
            cancel.check()
        file = look_at(path, name)
        if file is not None:
            manifest[name] = file
    return dict(sorted(manifest.items()))


def look_at(path: Path, name: str) -> Optional[LocalFile]:
    """One file, None when it is not there (any more)."""
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise local_error(error, name) from error
    marks = [stat.st_size, stat.st_mtime_ns]
    log = _log_of(path)
    if log is not None:
        marks += [log.st_size, log.st_mtime_ns]
    return LocalFile(name, stat.st_size, max(marks[1::2]), ":".join(map(str, marks)))


def settled(file: LocalFile) -> str:
    """The fingerprint, if it can be trusted later; empty for a file touched just now.

    File systems count time in ticks: two writes within one tick leave the same size and time.
    """
    return "" if time.time_ns() - file.touched_ns < _TICK_NS else file.fingerprint


def digest_of(path: Path, name: str, cancel: Optional[CancelToken] = None) -> Digest:
    """Read the whole file. Of a GeoPackage in use read a copy instead: its log is not part of the file."""
    try:
        # QGIS may have a GeoPackage open in this very process, and would lose its locks to a plain open and close.
        with raw_file(path, private=not is_geopackage(name)) as file:
            digests = digests_of_stream(_Pieces(file, cancel))
    except OSError as error:
        raise local_error(error, name) from error
    return Digest(digests.etag, digests.sha256)


class _Pieces:
    """The file from its start, piece by piece, until somebody cancels."""

    def __init__(self, file: RawFile, cancel: Optional[CancelToken]) -> None:
        self._file = file
        self._cancel = cancel
        self._offset = 0

    def read(self, size: int, /) -> bytes:
        if self._cancel is not None:
            self._cancel.check()
        piece = self._file.read(self._offset, size)
        self._offset += len(piece)
        return piece


def has_log(path: Path) -> bool:
    """Whether committed rows may rest in a write-ahead log beside the file."""
    return _log_of(path) is not None


def _log_of(path: Path) -> Optional[os.stat_result]:
    """Edits rest in the log while QGIS has the file open, so it is a part of the file."""
    try:
        log = Path(f"{path}-wal").stat()
    except OSError:
        return None
    return log if log.st_size else None


def _walk(folder: Path) -> Iterator[Tuple[Path, str]]:
    for current, folders, files in os.walk(folder):
        here = Path(current)
        folders[:] = [name for name in folders if is_synced(name)]
        for file in files:
            name = (here / file).relative_to(folder).as_posix()
            if is_synced(name):
                yield here / file, name
