# SPDX-License-Identifier: GPL-2.0-or-later
"""The checksum by which QField decides whether to download a file again: an S3 ETag with 8 MiB parts."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, Protocol, Union

PART_SIZE = 8 * 1024 * 1024
_CHUNK = 1024 * 1024
_MD5_SIZE = 16


class Readable(Protocol):
    """What bytes can be read from, an open file above all; nothing more comes after an empty answer."""

    def read(self, size: int, /) -> bytes: ...


class Digests(NamedTuple):
    """`part_md5s` are the raw MD5s of the 8 MiB parts, 16 bytes each."""

    size: int
    sha256: str
    etag: str
    part_md5s: bytes


def digests_of_stream(stream: Readable) -> Digests:
    """Read to the end once. The ETag is the hex MD5 up to and including 8 MiB, above it the MD5 of the parts' MD5s."""
    sha256 = hashlib.sha256()
    parts: list[bytes] = []
    part = hashlib.md5(usedforsecurity=False)
    size = in_part = 0
    # Small pieces: a server hashes many files at once and must not hold 8 MiB for each.
    while chunk := stream.read(min(_CHUNK, PART_SIZE - in_part)):
        sha256.update(chunk)
        part.update(chunk)
        size += len(chunk)
        in_part += len(chunk)
        if in_part == PART_SIZE:
            parts.append(part.digest())
            part = hashlib.md5(usedforsecurity=False)
            in_part = 0
    if in_part or not parts:
        parts.append(part.digest())
    return _digests(size, sha256.hexdigest(), parts)


def _digests(size: int, sha256: str, parts: list[bytes]) -> Digests:
    joined = b"".join(parts)
    if len(parts) == 1:
        return Digests(size, sha256, joined.hex(), joined)
    etag = f"{hashlib.md5(joined, usedforsecurity=False).hexdigest()}-{len(parts)}"
    return Digests(size, sha256, etag, joined)


def digests_of_quiet_file(
    path: Union[str, Path], original: Union[str, Path, None] = None, part_md5s: bytes = b""
) -> Digests:
    """The same of a file that nobody writes meanwhile: both hashes and all parts at the same time.

    Parts that are equal to those of `original` keep their MD5, if it is known: comparing costs a fraction of it.
    """
    size = Path(path).stat().st_size
    if size <= _CHUNK:
        return digests_of_file(path)
    with ThreadPoolExecutor(max_workers=2) as pool:
        sha256 = pool.submit(_hash_of, hashlib.sha256(), path, 0, size)
        md5s = [
            pool.submit(_md5_of_part, path, start, original, part_md5s[number * _MD5_SIZE :][:_MD5_SIZE])
            for number, start in enumerate(range(0, size, PART_SIZE))
        ]
        return _digests(size, sha256.result().hex(), [md5.result() for md5 in md5s])


def _md5_of_part(path: Union[str, Path], start: int, original: Union[str, Path, None], known: bytes) -> bytes:
    if original is not None and len(known) == _MD5_SIZE and _same_part(path, original, start):
        return known
    return _hash_of(hashlib.md5(usedforsecurity=False), path, start, PART_SIZE)


def _same_part(one: Union[str, Path], other: Union[str, Path], start: int) -> bool:
    # Whole bytearrays are compared at the speed of memory, views of them item by item.
    blocks = bytearray(_CHUNK), bytearray(_CHUNK)
    with Path(one).open("rb", buffering=0) as first, Path(other).open("rb", buffering=0) as second:
        first.seek(start)
        second.seek(start)
        for _ in range(PART_SIZE // _CHUNK):
            count = first.readinto(blocks[0])
            if count != second.readinto(blocks[1]) or blocks[0] != blocks[1]:
                return False
            if count != _CHUNK:  # the end of both, or a short read: then better look again
                return count == 0 or first.read(1) == second.read(1) == b""
    return True


def _hash_of(hasher: hashlib._Hash, path: Union[str, Path], start: int, size: int) -> bytes:
    block = memoryview(bytearray(_CHUNK))
    with Path(path).open("rb", buffering=0) as file:
        file.seek(start)
        while size > 0 and (count := file.readinto(block[: min(_CHUNK, size)])):
            hasher.update(block[:count])
            size -= count
    return hasher.digest()


def digests_of_file(path: Union[str, Path]) -> Digests:
    with Path(path).open("rb") as stream:
        return digests_of_stream(stream)


def etag_of_file(path: Union[str, Path]) -> str:
    return digests_of_file(path).etag
