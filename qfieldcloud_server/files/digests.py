# SPDX-License-Identifier: GPL-2.0-or-later
"""What identifies the bytes of a file: SHA-256, size, and the ETag that S3 would give it."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from io import FileIO
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

    Comparing costs a fraction of hashing, and SHA-256 runs in a thread meanwhile. All reading goes into the same
    few buffers: fresh memory for every piece costs more than the hashes do.
    """
    comparison = _Comparison(path, original)
    part_md5s = bytearray()
    with comparison:
        while (equal := comparison.next_part()) is not None:
            known = original_part_md5s[len(part_md5s) : len(part_md5s) + _MD5_SIZE]
            part_md5s += known if equal and len(known) == _MD5_SIZE else comparison.md5_of_part()
    return Digest(comparison.size, comparison.sha256.hexdigest(), bytes(part_md5s) or _md5().digest())


class _Comparison:
    """Reads a file part by part, hashes all of it and compares it with another one."""

    def __init__(self, path: Path, other: Path) -> None:
        self.sha256 = hashlib.sha256()
        self.size = 0
        self._file = path.open("rb", buffering=0)
        self._other = other.open("rb", buffering=0)
        # One is hashed while the next is filled and compared.
        self._blocks = [bytearray(_READ_SIZE), bytearray(_READ_SIZE)]
        self._before = bytearray(_READ_SIZE)
        self._hashing: Future[None] | None = None
        self._part = (0, 0)

    def __enter__(self) -> _Comparison:
        return self

    def __exit__(self, *_: object) -> None:
        self._settle()
        self._file.close()
        self._other.close()

    def next_part(self) -> bool | None:
        """Whether the next part is the same in both files; None at the end of the file."""
        start, equal = self.size, True
        while self.size < start + PART_SIZE:
            block = self._blocks[0]
            count = _fill(self._file, block)
            if not count:
                break
            self._settle()
            self._hashing = _threads().submit(self.sha256.update, memoryview(block)[:count])
            if equal:
                self._other.seek(self.size)
                equal = _fill(self._other, self._before, count) == count and _same(block, self._before, count)
            self.size += count
            self._blocks.reverse()
        self._part = (start, self.size)
        return equal if self.size > start else None

    def md5_of_part(self) -> bytes:
        """The MD5 of the part that `next_part` looked at last."""
        start, end = self._part
        md5 = _md5()
        self._file.seek(start)
        while (room := min(_READ_SIZE, end - self._file.tell())) > 0:
            md5.update(memoryview(self._before)[: _fill(self._file, self._before, room)])
        return md5.digest()

    def _settle(self) -> None:
        if self._hashing:
            self._hashing.result()
            self._hashing = None


def _fill(file: FileIO, block: bytearray, size: int = _READ_SIZE) -> int:
    """Read until the block is full or the file ends; a raw read may return less than there is."""
    filled = 0
    with memoryview(block) as view:
        while filled < size and (count := file.readinto(view[filled:size])):
            filled += count
    return filled


def _same(block: bytearray, other: bytearray, count: int) -> bool:
    # Whole bytearrays are compared at the speed of memory, views of them item by item.
    return block == other if count == _READ_SIZE else block[:count] == other[:count]


def _md5(data: bytes = b"") -> hashlib._Hash:
    # An identifier that clients expect, not a protection: FIPS builds refuse MD5 otherwise.
    return hashlib.md5(data, usedforsecurity=False)


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1), thread_name_prefix="digest")
