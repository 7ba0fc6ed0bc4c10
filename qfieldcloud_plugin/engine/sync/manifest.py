# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of a project folder at a moment, without reading more of them than has changed."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, Mapping, Optional, Tuple

from ..etag import etag_of_file
from .errors import local_error
from .names import is_geopackage, is_synced
from .progress import CancelToken


@dataclass(frozen=True)
class LocalFile:
    """A file as the folder shows it. Two equal fingerprints mean: not touched in between."""

    name: str
    size: int
    mtime_ns: int
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
    return LocalFile(name, stat.st_size, stat.st_mtime_ns, fingerprint_of(path, stat))


def fingerprint_of(path: Path, stat: os.stat_result) -> str:
    """Size and time of the file, and of a write-ahead log: edits rest there while QGIS has the file open."""
    marks = [stat.st_size, stat.st_mtime_ns]
    try:
        log = Path(f"{path}-wal").stat()
    except OSError:
        pass
    else:
        if log.st_size:
            marks += [log.st_size, log.st_mtime_ns]
    return ":".join(map(str, marks))


def digest_of(path: Path, name: str, cancel: Optional[CancelToken] = None) -> Digest:
    """Read the whole file. Of a GeoPackage in use read a copy instead: its log is not part of the file."""
    sha256 = hashlib.sha256()
    try:
        with path.open("rb") as file:
            for chunk in iter(lambda: file.read(1024 * 1024), b""):
                if cancel is not None:
                    cancel.check()
                sha256.update(chunk)
        return Digest(etag_of_file(path), sha256.hexdigest())
    except OSError as error:
        raise local_error(error, name) from error


def has_log(path: Path) -> bool:
    """Whether committed rows may rest in a write-ahead log beside the file."""
    try:
        return Path(f"{path}-wal").stat().st_size > 0
    except OSError:
        return False


def _walk(folder: Path) -> Iterator[Tuple[Path, str]]:
    for current, folders, files in os.walk(folder):
        here = Path(current)
        folders[:] = [name for name in folders if is_synced(name)]
        for file in files:
            name = (here / file).relative_to(folder).as_posix()
            if is_synced(name):
                yield here / file, name
