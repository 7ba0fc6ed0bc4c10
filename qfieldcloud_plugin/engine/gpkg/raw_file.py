# SPDX-License-Identifier: GPL-2.0-or-later
"""Read the bytes of a SQLite file without taking away the locks that SQLite holds on it in this process.

On POSIX, closing any descriptor of a file drops every lock the process has on it, also those of SQLite connections
elsewhere in the process (sqlite.org/howtocorrupt.html, 2.2): QGIS would go on writing without its locks. So a
descriptor stays open here until its file is deleted or many others were read since. Windows ties locks to handles,
and an open handle there would keep others from replacing the file, so there it is closed at once.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, Tuple

_MOST_KEPT = 192
_LOOK_EVERY = 16
_BINARY = getattr(os, "O_BINARY", 0)
_HAS_PREAD = hasattr(os, "preadv")


class RawFile:
    """An open descriptor; several threads may read through it at once."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.users = 0
        self._seeking = threading.Lock()

    @property
    def size(self) -> int:
        return os.fstat(self.descriptor).st_size

    def read(self, offset: int, size: int) -> bytes:
        """Fewer bytes than asked for only at the end of the file."""
        if _HAS_PREAD:
            data = os.pread(self.descriptor, size, offset)
            if len(data) in (0, size):
                return data
        with self._seeking:
            os.lseek(self.descriptor, offset, os.SEEK_SET)
            parts = []
            while size > 0:
                part = os.read(self.descriptor, size)
                if not part:
                    break
                parts.append(part)
                size -= len(part)
            return b"".join(parts)

    def read_into(self, buffer: bytearray, offset: int) -> bool:
        """Fill the buffer with what follows `offset`; False when the file ends before."""
        if _HAS_PREAD and os.preadv(self.descriptor, [buffer], offset) == len(buffer):
            return True
        data = self.read(offset, len(buffer))
        buffer[: len(data)] = data
        return len(data) == len(buffer)


class _KeptFiles:
    def __init__(self) -> None:
        self.files: OrderedDict[Tuple[int, int], RawFile] = OrderedDict()
        self.guard = threading.Lock()
        self._returned = 0

    def take(self, path: Path) -> RawFile:
        with self.guard:
            identity = _identity(path.stat())
            if identity not in self.files:
                file = RawFile(os.open(path, os.O_RDONLY))
                # The path may have become another file since; should that be kept already, this descriptor must
                # stay open all the same, so nobody closes it.
                identity = _identity(os.fstat(file.descriptor))
                self.files.setdefault(identity, file)
            self.files.move_to_end(identity)
            file = self.files[identity]
            file.users += 1
            return file

    def give_back(self, file: RawFile) -> None:
        with self.guard:
            file.users -= 1
            self._returned += 1
            # A deleted file keeps its place on the disk until then; asking about all of them each time takes longer
            # than most reads.
            if (
                self._returned % _LOOK_EVERY
                and len(self.files) <= _MOST_KEPT
                and os.fstat(file.descriptor).st_nlink
            ):
                return
            for identity, kept in list(self.files.items()):
                deleted = not os.fstat(kept.descriptor).st_nlink
                if not kept.users and (deleted or len(self.files) > _MOST_KEPT):
                    os.close(self.files.pop(identity).descriptor)


def _identity(status: os.stat_result) -> Tuple[int, int]:
    return status.st_dev, status.st_ino


_kept = _KeptFiles()


@contextmanager
def raw_file(path: Path, *, private: bool = False) -> Iterator[RawFile]:
    """The file for reading; `private` says that no connection of this process has it open."""
    if private or os.name == "nt":
        descriptor = os.open(path, os.O_RDONLY | _BINARY)
        try:
            yield RawFile(descriptor)
        finally:
            os.close(descriptor)
        return
    file = _kept.take(path)
    try:
        yield file
    finally:
        _kept.give_back(file)
