# SPDX-License-Identifier: GPL-2.0-or-later
"""A large blob sent on while it comes from the remote: part by part, each only when its checksum is right."""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Callable, Iterator
from typing import Any

from qfieldcloud_server.api.errors import StorageUnavailable
from qfieldcloud_server.files.blobs import BlobWriter
from qfieldcloud_server.files.digests import PART_SIZE, Digest

logger = logging.getLogger(__name__)

_MD5_SIZE = 16


class RemoteStream(io.RawIOBase):
    """Reads from a position on. Holds one part of 8 MiB, whose MD5 the server has known since the upload.

    `kept` takes what is read from the beginning to the end: next time the blob is here.
    """

    def __init__(
        self,
        digest: Digest,
        start: int,
        blocks_from: Callable[[int], Iterator[bytes]],
        kept: BlobWriter | None = None,
    ) -> None:
        self._digest, self._blocks_from, self._kept = digest, blocks_from, kept
        self._position = start
        self._part = -1
        self._bytes = memoryview(b"")
        self._rest = b""
        self._blocks: Iterator[bytes] = iter(())
        try:
            # Now, while an error can still be told.
            self._load(start // PART_SIZE)
        except BaseException:
            self.close()
            raise

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._digest.size}[whence]
        self._position = base + offset
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: Any) -> int:
        part, offset = divmod(self._position, PART_SIZE)
        if self._position >= self._digest.size:
            return 0
        if part != self._part:
            self._load(part)
        piece = self._bytes[offset : offset + len(buffer)]
        buffer[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)

    def close(self) -> None:
        self._end()
        self._forget()
        super().close()

    def _load(self, part: int) -> None:
        """Raises StorageUnavailable, also where the bytes are not the right ones."""
        if self._part < 0 or part != self._part + 1:
            self._end()
            self._rest, self._blocks = b"", self._blocks_from(part * PART_SIZE)
        size = max(0, min(PART_SIZE, self._digest.size - part * PART_SIZE))
        data = bytearray(self._rest)
        while len(data) < size and (block := next(self._blocks, b"")):
            data += block
        self._rest = bytes(data[size:])
        del data[size:]
        expected = self._digest.part_md5s[part * _MD5_SIZE : (part + 1) * _MD5_SIZE]
        if size and hashlib.md5(data, usedforsecurity=False).digest() != expected:
            logger.error("The file storage sent a wrong part %s of the blob %s.", part, self._digest.sha256)
            raise StorageUnavailable
        self._part, self._bytes = part, memoryview(data)
        self._keep(bytes(data))

    def _keep(self, data: bytes) -> None:
        if self._kept is None or self._kept.size != self._part * PART_SIZE:
            self._forget()
            return
        try:
            self._kept.write(data)
            if self._kept.size == self._digest.size:
                self._kept.keep()
                self._kept = None
        except OSError as error:
            # Whoever downloads gets the bytes all the same.
            logger.warning("The blob %s cannot be kept here: %s", self._digest.sha256, error)
            self._forget()

    def _forget(self) -> None:
        if self._kept is not None:
            self._kept.discard()
            self._kept = None

    def _end(self) -> None:
        if hasattr(self._blocks, "close"):
            self._blocks.close()
