# SPDX-License-Identifier: GPL-2.0-or-later
"""Blobs on a service elsewhere, for several hosts; each host keeps those it used last in a folder.

Objects are `<two digits>/<sha256>`, as in a folder store. What nobody refers to is first moved to
`aside/<sha256>.<second>` and stays there for a while: neither S3 nor WebDAV can remove an object only if nobody just
put it again, so whoever does that while it is moved away finds the bytes there.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar, cast
from uuid import uuid4

from qfieldcloud_server.api.errors import StorageUnavailable
from qfieldcloud_server.files.blob_cache import BlobCache
from qfieldcloud_server.files.blobs import (
    ABANDONED_AFTER,
    NAME_LENGTH,
    BlobWriter,
    FolderBlobWriter,
    adopt_bytes,
)
from qfieldcloud_server.files.digests import Digest, Hasher, digest_bytes
from qfieldcloud_server.files.pulse import Pulse
from qfieldcloud_server.files.remote import Held, Remote
from qfieldcloud_server.files.remote_stream import RemoteStream

logger = logging.getLogger(__name__)

T = TypeVar("T")
ASIDE = "aside"
# Far below records.SPARED_SECONDS: what is younger is in no danger before whoever found it has long referred to it.
SAFE_WHILE_YOUNGER = 6 * 3600
ASIDE_FOR = 24 * 3600
# Up to here it is quicker to fetch a blob than to think about it.
_WORTH_STREAMING = 32 * 1024 * 1024
_MOST_TRIES = 4
_LOCKS = 64
_DAMAGED = "The storage of the server's files does not give back what it was given. Nothing was changed."


class RemoteStore:
    """A `BlobStore`; its cache and its workspaces are in `folder`."""

    def __init__(self, remote: Remote, folder: Path, cache_bytes: int) -> None:
        self._remote = remote
        self._cache = BlobCache(folder, cache_bytes)
        self._pulse = Pulse(remote)
        self._fetching = [threading.Lock() for _ in range(_LOCKS)]

    def writer(self) -> BlobWriter:
        return FolderBlobWriter(self, self._cache.folder.incoming)

    def put(self, data: bytes) -> Digest:
        digest = digest_bytes(data)
        adopt_bytes(self, data, digest)
        return digest

    def adopt(self, path: Path, digest: Digest) -> None:
        self.send(path, digest)
        self._cache.adopt(path, digest)

    def send(self, path: Path, digest: Digest) -> None:
        """Put a file on the remote, unless it is there and will stay."""
        held = self._remote.look(object_name(digest.sha256))
        if held is None or held.size != digest.size or held.age > SAFE_WHILE_YOUNGER:
            self._remote.put(object_name(digest.sha256), path, digest)

    def download(self, sha256: str, path: Path) -> Digest:
        """Write what the remote gives for a blob into a file; whether that is the blob, its digest tells."""
        hasher = Hasher()
        with path.open("wb") as file:
            for block in self._blocks(sha256):
                hasher.update(block)
                file.write(block)
        return hasher.finish()

    def workspace(self) -> AbstractContextManager[Path]:
        return self._cache.folder.workspace()

    def open(self, sha256: str) -> BinaryIO:
        return self._from_cache(sha256, lambda: self._cache.folder.open(sha256))

    def stream(self, digest: Digest, start: int) -> BinaryIO:
        if digest.size > _WORTH_STREAMING and not self._cache.has(digest.sha256):
            # Nobody should wait for gigabytes before the first byte comes.
            kept = None if start else FolderBlobWriter(self._cache, self._cache.folder.incoming)
            blocks_from = partial(self._blocks, digest.sha256)
            return cast(BinaryIO, RemoteStream(digest, start, blocks_from, kept))
        file = self.open(digest.sha256)
        file.seek(start)
        return file

    @contextlib.contextmanager
    def local(self, sha256: str) -> Iterator[Path]:
        with self.workspace() as folder:
            self.link(sha256, folder / sha256)
            yield folder / sha256

    def copy(self, sha256: str, destination: Path) -> None:
        self._from_cache(sha256, lambda: self._cache.folder.copy(sha256, destination))

    def link(self, sha256: str, destination: Path) -> None:
        self._from_cache(sha256, lambda: self._cache.folder.link(sha256, destination))

    def cool(self, sha256: str) -> None:
        self._cache.folder.cool(sha256)

    def relative_path(self, sha256: str) -> str | None:
        """None: another process may empty the cache between the answer and the proxy's look at it."""
        return None

    def exists(self, sha256: str) -> bool:
        return self._remote.look(object_name(sha256)) is not None or self._bring_back(sha256)

    def intact(self, sha256: str) -> bool:
        hasher = Hasher()
        for block in self._blocks(sha256):
            hasher.update(block)
        return hasher.finish().sha256 == sha256

    def names(self) -> Iterator[str]:
        for folder in sorted(name for name in self._remote.folders() if len(name) == 2):
            yield from sorted(
                held.name for held in self._remote.list(folder) if len(held.name) == NAME_LENGTH
            )

    def remove_old(self, sha256: str, older_than: float) -> bool:
        held = self._remote.look(object_name(sha256))
        if held is not None:
            if held.age <= older_than:
                return False
            with contextlib.suppress(FileNotFoundError):  # another sweep was quicker
                self._remote.move(object_name(sha256), f"{ASIDE}/{sha256}.{int(held.now)}")
        self._cache.remove(sha256)
        return True

    def remove_leftovers(
        self,
        is_needed: Callable[[str], bool],
        older_than: float = ABANDONED_AFTER,
        aside_for: float = ASIDE_FOR,
    ) -> int:
        removed = self._remote.tidy(older_than)
        for held in self._remote.list(ASIDE):
            if _aside_since(held) + aside_for > held.now:
                continue
            sha256 = held.name.partition(".")[0]
            if is_needed(sha256) and self._remote.look(object_name(sha256)) is None:
                with contextlib.suppress(FileNotFoundError):  # a reader was quicker
                    self._remote.move(f"{ASIDE}/{held.name}", object_name(sha256))
            else:
                self._remote.delete(f"{ASIDE}/{held.name}")
                removed += 1
        return removed

    def answers(self) -> bool:
        return self._pulse.beats()

    def check(self) -> None:
        data = uuid4().bytes
        name = f"incoming/check-{uuid4()}"
        with self.workspace() as folder:
            (folder / "check").write_bytes(data)
            self._remote.put(name, folder / "check", digest_bytes(data))
        try:
            with self._remote.get(name) as blocks:
                if b"".join(blocks) != data:
                    raise StorageUnavailable(_DAMAGED)
            next(self._remote.list(ASIDE), None)
        finally:
            self._remote.delete(name)

    def _from_cache(self, sha256: str, use: Callable[[], T]) -> T:
        """Use a blob of the cache, where it may be missing now and gone in a moment."""
        for _ in range(_MOST_TRIES):
            if not self._cache.has(sha256):
                self._fetch(sha256)
            try:
                return use()
            except FileNotFoundError:
                if self._cache.has(sha256):
                    raise
        raise StorageUnavailable

    def _fetch(self, sha256: str) -> None:
        """Bring a blob into the cache, once for all who ask at the same time, and only if it is the right one."""
        with self._fetching[int(sha256[:2], 16) % _LOCKS], self.workspace() as folder:
            if self._cache.has(sha256):
                return
            path = folder / "blob"
            digest = self.download(sha256, path)
            if digest.sha256 != sha256:
                logger.error("The file storage sent %s bytes that are not the blob %s.", digest.size, sha256)
                raise StorageUnavailable(_DAMAGED)
            self._cache.adopt(path, digest)

    def _blocks(self, sha256: str, start: int = 0) -> Iterator[bytes]:
        """The bytes from a position on; goes on where a connection broke off."""
        position, begun_at = start, -1
        while position != begun_at:
            begun_at = position
            try:
                with self._opened(sha256, position) as blocks:
                    for block in blocks:
                        position += len(block)
                        yield block
            except StorageUnavailable:
                if position == begun_at:
                    raise
            else:
                return

    @contextlib.contextmanager
    def _opened(self, sha256: str, position: int) -> Iterator[Iterator[bytes]]:
        with contextlib.ExitStack() as stack:
            try:
                blocks = stack.enter_context(self._remote.get(object_name(sha256), position))
            except FileNotFoundError:
                # Also where it did not lie aside: some services replace an object in two steps.
                self._bring_back(sha256)
                blocks = stack.enter_context(self._remote.get(object_name(sha256), position))
            yield blocks

    def _bring_back(self, sha256: str) -> bool:
        """Whether a blob lay aside, and does so no longer: somebody put it again in the moment it was removed."""
        for held in self._remote.list(ASIDE):
            if held.name.startswith(sha256):
                logger.warning("The blob %s was removed while somebody put it again; it is back.", sha256)
                with contextlib.suppress(FileNotFoundError):  # another reader was quicker
                    self._remote.move(f"{ASIDE}/{held.name}", object_name(sha256))
                return True
        return False


def object_name(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


def _aside_since(held: Held) -> float:
    """Part of the name, because a move keeps the time of change on one service and sets it on the other."""
    second = held.name.partition(".")[2]
    return float(second) if second.isdigit() else held.modified
