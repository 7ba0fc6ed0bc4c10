# SPDX-License-Identifier: GPL-2.0-or-later
"""What identifies the bytes of a file: SHA-256, size, and the ETag that S3 would give it."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# Clients compute the same ETag from their own copy, so the size of a part is part of the wire.
PART_SIZE = 8 * 1024 * 1024
_READ_SIZE = 1024 * 1024
# Below this size handing work to another thread costs more than it saves.
_WORTH_A_THREAD = 256 * 1024
_MD5_SIZE = 16


@dataclass(frozen=True, slots=True)
class Digest:
    """Identity of some bytes; `part_md5s` are the raw MD5s of the 8 MiB parts, 16 bytes each."""

    size: int
    sha256: str
    part_md5s: bytes

    @property
    def md5sum(self) -> str:
        """The MD5 up to 8 MiB, above that the MD5 of the parts' MD5s with their number."""
        if len(self.part_md5s) <= _MD5_SIZE:
            return self.part_md5s.hex()
        parts = len(self.part_md5s) // _MD5_SIZE
        return f"{_md5(self.part_md5s).hexdigest()}-{parts}"


class Hasher:
    """Digests a stream; big chunks are hashed in threads while the caller fetches the next one."""

    def __init__(self) -> None:
        self._sha256 = hashlib.sha256()
        self._parts = _PartHasher()
        self._size = 0
        self._pending: list[Future[None]] = []

    def update(self, chunk: bytes | memoryview) -> None:
        """Add bytes; they must not change afterwards."""
        self._size += len(chunk)
        self._settle()
        if len(chunk) < _WORTH_A_THREAD:
            self._sha256.update(chunk)
            self._parts.update(chunk)
        else:
            self._pending = [
                _threads().submit(self._sha256.update, chunk),
                _threads().submit(self._parts.update, chunk),
            ]

    def finish(self) -> Digest:
        self._settle()
        return Digest(self._size, self._sha256.hexdigest(), self._parts.finish())

    def _settle(self) -> None:
        pending, self._pending = self._pending, []
        for future in pending:
            future.result()


class _PartHasher:
    """MD5 of each part of a stream."""

    def __init__(self) -> None:
        self._done = bytearray()
        self._current = _md5()
        self._room = PART_SIZE

    def update(self, chunk: bytes | memoryview) -> None:
        rest = memoryview(chunk)
        while rest:
            if not self._room:
                self._close_part()
            taken = rest[: self._room]
            self._current.update(taken)
            self._room -= len(taken)
            rest = rest[len(taken) :]

    def finish(self) -> bytes:
        if self._room < PART_SIZE or not self._done:
            self._close_part()
        return bytes(self._done)

    def _close_part(self) -> None:
        self._done += self._current.digest()
        self._current = _md5()
        self._room = PART_SIZE


def digest_bytes(data: bytes) -> Digest:
    hasher = Hasher()
    hasher.update(data)
    return hasher.finish()


def digest_file(path: Path) -> Digest:
    """Digest a file without holding more than a few MiB of it."""
    hasher = Hasher()
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(_READ_SIZE):
            hasher.update(chunk)
    return hasher.finish()


def digest_edited_copy(path: Path, original: Path, original_part_md5s: bytes) -> Digest:
    """Digest a copy of `original` in which little has changed: MD5s of equal parts are taken over.

    Comparing a part costs a fraction of hashing it, and SHA-256 runs in a thread meanwhile.
    """
    sha256 = hashlib.sha256()
    part_md5s = bytearray()
    size = 0
    pending: Future[None] | None = None
    with path.open("rb", buffering=0) as copy, original.open("rb", buffering=0) as before:
        while part := _read_part(copy):
            if pending:
                pending.result()
            pending = _threads().submit(sha256.update, part)
            known = original_part_md5s[len(part_md5s) : len(part_md5s) + _MD5_SIZE]
            if len(known) == _MD5_SIZE and part == _read_part(before):
                part_md5s += known
            else:
                part_md5s += _md5(part).digest()
            size += len(part)
    if pending:
        pending.result()
    return Digest(size, sha256.hexdigest(), bytes(part_md5s) or _md5().digest())


def _read_part(file: object) -> bytes:
    """Up to one part; a raw file may hand out less than asked for, which would shift the parts."""
    chunks: list[bytes] = []
    room = PART_SIZE
    while room and (chunk := file.read(room)):  # type: ignore[attr-defined]
        chunks.append(chunk)
        room -= len(chunk)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _md5(data: bytes = b"") -> hashlib._Hash:
    # An identifier that clients expect, not a protection: FIPS builds refuse MD5 otherwise.
    return hashlib.md5(data, usedforsecurity=False)


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1), thread_name_prefix="digest")
