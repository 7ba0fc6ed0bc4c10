# SPDX-License-Identifier: GPL-2.0-or-later
"""The checksum by which QField decides whether to download a file again: an S3 multipart ETag with 8 MiB parts."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO, Union

PART_SIZE = 8 * 1024 * 1024


def etag_of_stream(stream: BinaryIO) -> str:
    """Lowercase hex MD5 up to and including 8 MiB; above, the MD5 of the parts' MD5s and the number of parts."""
    parts: list[bytes] = []
    while True:
        part = stream.read(PART_SIZE)
        if not part and parts:
            break
        parts.append(hashlib.md5(part, usedforsecurity=False).digest())
        if len(part) < PART_SIZE:
            break
    if len(parts) == 1:
        return parts[0].hex()
    return f"{hashlib.md5(b''.join(parts), usedforsecurity=False).hexdigest()}-{len(parts)}"


def etag_of_file(path: Union[str, Path]) -> str:
    with Path(path).open("rb") as stream:
        return etag_of_stream(stream)
