# SPDX-License-Identifier: GPL-2.0-or-later
"""Every kind of store, with what time and bad disks do to it."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from pathlib import Path

import pytest

from qfieldcloud_server.files.blobs import BlobStore, FolderStore
from qfieldcloud_server.files.digests import digest_bytes
from qfieldcloud_server.files.remote_store import RemoteStore, object_name
from qfieldcloud_server.files.storage_place import StoragePlace, remote_at
from tests.server.file_services import WebDavServer, s3_place

CACHE_BYTES = 1_000_000_000


def damaged(data: bytes) -> bytes:
    """As many bytes, of which the last is another one, whatever it was."""
    return data[:-1] + bytes([data[-1] ^ 0xFF])


class Kind(ABC):
    store: BlobStore
    incoming: Path

    def leftovers(self) -> list[Path]:
        return list(self.incoming.iterdir())

    @abstractmethod
    def make_old(self, sha256: str) -> None: ...

    @abstractmethod
    def overwrite(self, sha256: str, data: bytes) -> None: ...


class Folder(Kind):
    def __init__(self, root: Path) -> None:
        self.root, self.incoming = root, root / "incoming"
        self.store = FolderStore(root)

    def path(self, sha256: str) -> Path:
        return self.root / sha256[:2] / sha256

    def make_old(self, sha256: str) -> None:
        os.utime(self.path(sha256), (1, 1))

    def overwrite(self, sha256: str, data: bytes) -> None:
        self.path(sha256).chmod(0o644)
        self.path(sha256).write_bytes(data)


class Elsewhere(Kind):
    """Several hosts may use the same place; each has its own cache."""

    def __init__(self, place: StoragePlace, folder: Path) -> None:
        self.place, self._folder, self._hosts = place, folder, 0
        self.store = self.another_host()
        self.incoming = folder / "cache-1" / "incoming"

    def another_host(self, cache_bytes: int = CACHE_BYTES) -> RemoteStore:
        self._hosts += 1
        return RemoteStore(remote_at(self.place), self._folder / f"cache-{self._hosts}", cache_bytes)


class WebDav(Elsewhere, Folder):
    """A folder of a WebDAV server, which can also be seen from behind."""

    def __init__(self, server: WebDavServer, folder: Path) -> None:
        Elsewhere.__init__(self, server.place(folder.name), folder)
        self.server, self.root = server, server.root / folder.name

    def leftovers(self) -> list[Path]:
        there = self.root / "incoming"
        return super().leftovers() + (list(there.iterdir()) if there.is_dir() else [])


class S3(Elsewhere):
    """A bucket of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__(s3_place(), folder)

    def make_old(self, sha256: str) -> None:
        pytest.skip("only S3 itself knows how old an object is")

    def overwrite(self, sha256: str, data: bytes) -> None:
        with self.store.workspace() as folder:
            (folder / "other").write_bytes(data)
            remote_at(self.place).put(object_name(sha256), folder / "other", digest_bytes(data))
