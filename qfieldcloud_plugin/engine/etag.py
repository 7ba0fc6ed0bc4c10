# SPDX-License-Identifier: GPL-2.0-or-later
"""The checksum by which QField decides whether to download a file again: an S3 ETag with 8 MiB parts."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple, Protocol, Union

PART_SIZE = 8 * 1024 * 1024
_CHUNK = 1024 * 1024


class Readable(Protocol):
    """What bytes can be read from, an open file above all; nothing more comes after an empty answer."""

    def read(self, size: int, /) -> bytes: ...


class Digests(NamedTuple):
    size: int
    sha256: str
    etag: str


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
    if len(parts) == 1:
        return Digests(size, sha256.hexdigest(), parts[0].hex())
    joined = hashlib.md5(b"".join(parts), usedforsecurity=False).hexdigest()
    return Digests(size, sha256.hexdigest(), f"{joined}-{len(parts)}")


def digests_of_file(path: Union[str, Path]) -> Digests:
    with Path(path).open("rb") as stream:
        return digests_of_stream(stream)


def etag_of_stream(stream: Readable) -> str:
    return digests_of_stream(stream).etag


def etag_of_file(path: Union[str, Path]) -> str:
    return digests_of_file(path).etag
