# SPDX-License-Identifier: GPL-2.0-or-later
"""A file as a multipart body that is read while it is sent, however large it is."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Callable, Iterator, List, Optional, Type
from uuid import uuid4

CHUNK = 256 * 1024


class MultipartFile:
    """The body of an upload: one part named `file`. Calls `sent(bytes so far)` and lets it raise to stop."""

    def __init__(self, path: Path, sent: Callable[[int], None]) -> None:
        boundary = uuid4().hex
        self.content_type = f"multipart/form-data; boundary={boundary}"
        self.size = path.stat().st_size
        head = (
            f"--{boundary}\r\n"
            'Content-Disposition: form-data; name="file"; filename="file"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode("ascii")
        tail = f"\r\n--{boundary}--\r\n".encode("ascii")
        self._file = path.open("rb")
        self._sent = sent
        self._done = 0
        self._head, self._tail = head, tail
        self._waiting: List[bytes] = [head]
        self._ended = False

    def __enter__(self) -> MultipartFile:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._head) + self.size + len(self._tail)

    def __iter__(self) -> Iterator[bytes]:
        while True:
            chunk = self.read(CHUNK)
            if not chunk:
                return
            yield chunk

    def read(self, size: int = -1) -> bytes:
        """The next bytes of the body. A file that grows meanwhile is cut at the size announced."""
        if self._waiting:
            return self._waiting.pop()
        if self._ended:
            return b""
        left = self.size - self._done
        wanted = min(left, max(size, CHUNK) if size >= 0 else left)
        data = self._file.read(wanted) if wanted else b""
        self._done += len(data)
        self._sent(self._done)
        if not data:
            self._ended = True
            return self._tail
        return data
