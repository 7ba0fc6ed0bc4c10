# SPDX-License-Identifier: GPL-2.0-or-later
"""Where bytes live: a store of blobs, each named by its SHA-256 and written once."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import BinaryIO, Protocol

from qfieldcloud_plugin.engine.durable import sync_folder
from qfieldcloud_plugin.engine.file_copy import copy_file
from qfieldcloud_server.files.digests import Digest, Hasher, digest_bytes, digest_file

NAME_LENGTH = 64
_ASIDE = "old-"
_WORTH_FLUSHING_EARLY = 4 * 1024 * 1024
# Leftovers of a killed process; no upload or job is alive that long.
ABANDONED_AFTER = 2 * 24 * 3600


class BlobWriter(Protocol):
    """Bytes on their way into a store; nothing is kept unless `keep` is called."""

    size: int

    def write(self, chunk: bytes) -> None: ...

    def keep(self) -> Digest:
        """Make the bytes durable and part of the store."""
        ...

    def peek(self) -> AbstractContextManager[Path]:
        """The bytes written so far as a local file, to look into before they are kept."""
        ...

    def discard(self) -> None: ...


class BlobStore(Protocol):
    """What every store can do: a folder does it itself, `RemoteStore` with S3 or WebDAV and a cache."""

    def writer(self) -> BlobWriter: ...

    def put(self, data: bytes) -> Digest:
        """Keep some bytes; durable when this returns."""
        ...

    def adopt(self, path: Path, digest: Digest) -> None:
        """Keep a file of `workspace`, which is gone from there afterwards."""
        ...

    def workspace(self) -> AbstractContextManager[Path]:
        """An empty folder from which `adopt` need not copy; removed at the end."""
        ...

    def open(self, sha256: str) -> BinaryIO: ...

    def stream(self, digest: Digest, start: int) -> BinaryIO:
        """The blob from a position on, to be sent to somebody; a large one need not be here before it begins."""
        ...

    def relative_path(self, sha256: str) -> str | None:
        """For servers that send the file themselves (X-Accel-Redirect); None where they cannot."""
        ...

    def local(self, sha256: str) -> AbstractContextManager[Path]:
        """The blob as a local file that must not be written to."""
        ...

    def copy(self, sha256: str, destination: Path) -> None:
        """A private copy, as cheap as the system can make it."""
        ...

    def link(self, sha256: str, destination: Path) -> None:
        """The blob under a name in the workspace, for reading only; on the same disk it costs nothing."""
        ...

    def cool(self, sha256: str) -> None:
        """Nobody will read this blob soon: the memory in which the system keeps it may serve others."""
        ...

    def exists(self, sha256: str) -> bool: ...

    def intact(self, sha256: str) -> bool:
        """Whether the bytes still are what their name says."""
        ...

    def remove_old(self, sha256: str, older_than: float) -> bool:
        """Remove a blob unless it was put again within the last `older_than` seconds; True if it is gone."""
        ...

    def names(self) -> Iterator[str]: ...

    def remove_leftovers(self, is_needed: Callable[[str], bool]) -> int:
        """Remove what killed processes and old removals left; a blob among it that is needed comes back."""
        ...

    def answers(self) -> bool:
        """Whether the place where bytes are kept is there; for those who ask often."""
        ...

    def check(self) -> None:
        """Raises OSError or ApiError where bytes cannot be written and read back."""
        ...


class FolderStore:
    """Blobs in a folder: `<root>/<two digits>/<sha256>`, and `<root>/incoming` for what is not one yet."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.incoming = root / "incoming"
        self.incoming.mkdir(parents=True, exist_ok=True)
        self._flushing: dict[Path, Future[None]] = {}

    def path(self, sha256: str) -> Path:
        return self.root / sha256[:2] / sha256

    def relative_path(self, sha256: str) -> str | None:
        return f"{sha256[:2]}/{sha256}"

    def writer(self) -> FolderBlobWriter:
        return FolderBlobWriter(self, self.incoming)

    def put(self, data: bytes) -> Digest:
        digest = digest_bytes(data)
        if not self._renew(digest):
            adopt_bytes(self, data, digest)
        return digest

    def adopt(self, path: Path, digest: Digest) -> None:
        flushing = self._flushing.pop(path, None)
        if self._renew(digest):
            path.unlink()
            return
        if flushing:
            flushing.result()  # the system tells an error once, to whoever asked first
        target = self.path(digest.sha256)
        if not target.parent.is_dir():
            target.parent.mkdir(exist_ok=True)
            sync_folder(self.root)
        _sync_file(path)
        if os.name != "nt":  # Windows would refuse to delete it, and every link to it
            path.chmod(0o444)
        path.replace(target)
        sync_folder(target.parent)

    def _renew(self, digest: Digest) -> bool:
        """True if the store already has these bytes; its clean-up then spares them for a while."""
        target = self.path(digest.sha256)
        try:
            if target.stat().st_size != digest.size:
                return False
            os.utime(target)
        except FileNotFoundError:
            return False
        return True

    @contextlib.contextmanager
    def workspace(self) -> Iterator[Path]:
        folder = Path(tempfile.mkdtemp(prefix="work-", dir=self.incoming))
        try:
            yield folder
        finally:
            for path in [path for path in self._flushing if folder in path.parents]:
                self._flushing.pop(path, None)
            shutil.rmtree(folder, ignore_errors=True)

    def open(self, sha256: str) -> BinaryIO:
        # Unbuffered: whoever reads a blob reads big pieces, and a buffer only copies them once more.
        return self.path(sha256).open("rb", buffering=0)

    def stream(self, digest: Digest, start: int) -> BinaryIO:
        file = self.open(digest.sha256)
        file.seek(start)
        return file

    @contextlib.contextmanager
    def local(self, sha256: str) -> Iterator[Path]:
        yield self.path(sha256)

    def copy(self, sha256: str, destination: Path) -> None:
        copy_file(self.path(sha256), destination)
        if destination.stat().st_size >= _WORTH_FLUSHING_EARLY and self.incoming in destination.parents:
            # Most of it will be adopted as it is: the disk writes it while deltas are applied and hashes made.
            self._flushing[destination] = _flushers().submit(_sync_file, destination)

    def link(self, sha256: str, destination: Path) -> None:
        try:
            os.link(self.path(sha256), destination)
        except OSError:
            self.copy(sha256, destination)

    def cool(self, sha256: str) -> None:
        if not hasattr(os, "posix_fadvise"):
            return
        with contextlib.suppress(FileNotFoundError), self.path(sha256).open("rb", buffering=0) as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

    def exists(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def remove_old(self, sha256: str, older_than: float) -> bool:
        # Moved away before its age is asked: whoever puts the same bytes at this moment either made the blob
        # young before, then it comes back, or no longer finds it and writes it anew.
        path, aside = self.path(sha256), self.incoming / f"{_ASIDE}{sha256}"
        try:
            path.replace(aside)
        except FileNotFoundError:
            return True
        if time.time() - aside.stat().st_mtime <= older_than:
            aside.replace(path)
            return False
        aside.unlink()
        return True

    def names(self) -> Iterator[str]:
        for folder in sorted(self.root.iterdir()):
            if len(folder.name) == 2:
                # SQLite may leave files of its own beside a GeoPackage that it read.
                yield from sorted(path.name for path in folder.iterdir() if len(path.name) == NAME_LENGTH)

    def intact(self, sha256: str) -> bool:
        return digest_file(self.path(sha256)).sha256 == sha256

    def remove_leftovers(self, is_needed: Callable[[str], bool], older_than: float = ABANDONED_AFTER) -> int:
        removed = 0
        for path in self.incoming.iterdir():
            try:
                if time.time() - path.stat().st_mtime < older_than:
                    continue
            except FileNotFoundError:
                continue  # work that ended meanwhile
            sha256 = path.name.removeprefix(_ASIDE)
            if path.name != sha256 and is_needed(sha256) and not self.exists(sha256):
                # Killed while it removed a blob that somebody had put again.
                path.replace(self.path(sha256))
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
            removed += 1
        return removed

    def answers(self) -> bool:
        return self.incoming.is_dir()

    def check(self) -> None:
        with self.workspace() as folder:
            (folder / "check").write_bytes(b"check")
            (folder / "check").read_bytes()


def adopt_bytes(store: BlobStore, data: bytes, digest: Digest) -> None:
    """Keep some bytes by way of a file."""
    with store.workspace() as folder:
        path = folder / "blob"
        path.write_bytes(data)
        store.adopt(path, digest)


class Adopts(Protocol):
    """The part of a store that a writer needs."""

    def adopt(self, path: Path, digest: Digest) -> None: ...


class FolderBlobWriter:
    """Streams bytes into a temporary file beside a folder store and hashes them on the way."""

    def __init__(self, store: Adopts, incoming: Path) -> None:
        self.size = 0
        self._store = store
        self._hasher = Hasher()
        descriptor, name = tempfile.mkstemp(prefix="part-", dir=incoming)
        self._path = Path(name)
        self._file = os.fdopen(descriptor, "wb", buffering=0)

    def write(self, chunk: bytes) -> None:
        self._hasher.update(chunk)
        rest = memoryview(chunk)
        while rest:
            rest = rest[self._file.write(rest) :]
        self.size += len(chunk)

    def keep(self) -> Digest:
        digest = self._hasher.finish()
        self._file.close()
        self._store.adopt(self._path, digest)
        return digest

    @contextlib.contextmanager
    def peek(self) -> Iterator[Path]:
        yield self._path

    def discard(self) -> None:
        self._file.close()
        self._path.unlink(missing_ok=True)


@cache
def _flushers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="flush")


def _sync_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
