# SPDX-License-Identifier: GPL-2.0-or-later
"""The part of a remote store's blobs that this machine keeps: bounded; what was not used for longest goes first."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

from qfieldcloud_server.files.blobs import FolderStore
from qfieldcloud_server.files.digests import Digest

# After this share of the limit has come in anew, the folder is looked at again: other processes use it too.
_LOOK_AFTER = 1 / 20
_SIZE_AFTERWARDS = 9 / 10


class BlobCache:
    """Blobs in a folder that may go at any moment, for instance by another process.

    Whoever reads one opens it or links it first; removing a file touches neither.
    """

    def __init__(self, root: Path, limit: int) -> None:
        self.folder = FolderStore(root)
        self._limit = limit
        self._room = 0
        self._lock = threading.Lock()

    def has(self, sha256: str) -> bool:
        """Whether it is here; then it is used, so it stays for a while."""
        try:
            os.utime(self.folder.path(sha256))
        except FileNotFoundError:
            return False
        return True

    def adopt(self, path: Path, digest: Digest) -> None:
        """Keep a file of the folder's workspace, of which somebody made sure that it is what the digest says."""
        self.folder.adopt(path, digest)
        with self._lock:
            self._room -= digest.size
            is_due = self._room < 0
        if is_due:
            self.shrink(digest.sha256)

    def remove(self, sha256: str) -> None:
        _remove(self.folder.path(sha256))

    def shrink(self, spared: str = "") -> None:
        """Remove what is too much, but not the spared one, which somebody is about to read."""
        self.folder.remove_leftovers(lambda _: False)
        found = sorted(self._entries(), key=lambda entry: entry[0])
        size = sum(size for _, size, _ in found)
        if size > self._limit:
            for _, freed, path in found:
                if size <= self._limit * _SIZE_AFTERWARDS:
                    break
                if path.name != spared and _remove(path):
                    size -= freed
        with self._lock:
            self._room = int(self._limit * _LOOK_AFTER)

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        for name in self.folder.names():
            path = self.folder.path(name)
            with contextlib.suppress(FileNotFoundError):
                status = path.stat()
                yield status.st_mtime, status.st_size, path


def _remove(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        # Windows lets nobody remove what is being read.
        return False
    return True
