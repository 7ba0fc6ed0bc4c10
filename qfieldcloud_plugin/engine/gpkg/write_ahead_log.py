# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of a file in WAL mode as an open connection sees them: those in the log, the rest from the file.

SQLite keeps, in the `-shm` file beside a log, how many frames of it were committed (sqlite.org/walformat.html). A
connection that begins to read takes a copy of that, and it holds for the connection until it ends reading: nobody
moves frames after it into the file, and nobody starts the log anew. So if the numbers are the same before and after a
connection began to read, they are the connection's own.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from contextlib import contextmanager
from pathlib import Path
from typing import Dict, Iterator, NamedTuple, Optional

from .raw_file import RawFile, raw_file

_HEADER = struct.Struct("=3I2BH4I8s2I")
_VERSION = 3007000
_LOG_MAGIC = (0x377F0682, 0x377F0683)
_LOG_HEADER, _FRAME_HEADER = 32, 24


class LogIndex(NamedTuple):
    """What the `-shm` file says of the log."""

    header: bytes
    """Equal as long as nobody has committed."""
    page_size: int
    frames: int
    page_count: int
    last_checksum: bytes
    salt: bytes
    """Every frame of this log has it; those that were left over from an earlier one have another."""
    in_the_file: int
    """How many of the frames have been copied into the file."""


def read_index(path: Path) -> Optional[LogIndex]:
    """None when there is nothing to be sure of: somebody is writing it, or there is none."""
    try:
        # SQLite locks this file, so it must not be closed here either.
        with raw_file(Path(f"{path}-shm")) as file:
            data = file.read(0, 100)
    except OSError:
        return None
    header = data[:48]
    if len(data) < 100 or header != data[48:96]:
        return None
    version, _, _, is_ready, _, page_size, frames, page_count, *checksum, salt, one, two = _HEADER.unpack(
        header
    )
    if not is_ready or version != _VERSION or (one, two) != _checksum(header[:40]):
        return None
    page_size = (page_size & 0xFE00) + ((page_size & 1) << 16)
    last_checksum = struct.pack(">2I", *checksum)
    in_the_file = struct.unpack_from("=I", data, 96)[0]
    return LogIndex(header, page_size, frames, page_count, last_checksum, salt, in_the_file)


def _checksum(data: bytes) -> tuple[int, int]:
    one = two = 0
    for first, second in struct.iter_unpack("=2I", data):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


@contextmanager
def as_seen(path: Path, file: RawFile, index: LogIndex) -> Iterator[Optional[RawFile]]:
    """The file with the log's pages in it, while a connection reads that began with `index`; None when in doubt."""
    now = read_index(path)
    if now is None or now.header != index.header:
        yield None
    elif now.in_the_file == now.frames:
        # All is in the file, and what comes later cannot get there past the connection that reads.
        yield file
    else:
        try:
            with raw_file(Path(f"{path}-wal")) as log:
                frames = _frames(log, now)
                yield None if frames is None else FileWithLog(file, log, now, frames)
        except FileNotFoundError:
            yield None


def _frames(log: RawFile, index: LogIndex) -> Optional[Dict[int, int]]:
    """Where in the log the latest state of each page begins."""
    if index.frames > index.page_count:
        return None  # nearly all would be read from the log, which is not what this is for
    header = log.read(0, _LOG_HEADER)
    if len(header) < _LOG_HEADER or struct.unpack_from(">I", header)[0] not in _LOG_MAGIC:
        return None
    if struct.unpack_from(">I", header, 8)[0] != index.page_size or header[16:24] != index.salt:
        return None
    places: Dict[int, int] = {}
    frame = b""
    for number in range(index.frames):
        place = _LOG_HEADER + number * (_FRAME_HEADER + index.page_size)
        frame = log.read(place, _FRAME_HEADER)
        if len(frame) < _FRAME_HEADER or frame[8:16] != index.salt:
            return None
        places[int.from_bytes(frame[:4], "big")] = place + _FRAME_HEADER
    # The last frame is a commit and bears the sum over all before it.
    if int.from_bytes(frame[4:8], "big") != index.page_count or frame[16:24] != index.last_checksum:
        return None
    return places


class FileWithLog(RawFile):
    """Reads as if the log had been folded into the file."""

    def __init__(self, file: RawFile, log: RawFile, index: LogIndex, places: Dict[int, int]) -> None:
        super().__init__(file.descriptor)
        self.file = file
        self.log = log
        self.page_size = index.page_size
        self.page_count = index.page_count
        self.places = {page: place for page, place in places.items() if page <= index.page_count}
        self._pages = sorted(self.places)

    @property
    def size(self) -> int:
        return self.page_count * self.page_size

    def read(self, offset: int, size: int) -> bytes:
        """Not further than to the end of a page."""
        page, within = divmod(offset, self.page_size)
        place = self.places.get(page + 1)
        size = min(size, self.page_size - within)
        return self.file.read(offset, size) if place is None else self.log.read(place + within, size)

    def read_into(self, buffer: bytearray, offset: int) -> bool:
        """Whole pages."""
        size = self.page_size
        first, end = offset // size + 1, (offset + len(buffer)) // size + 1
        in_log = self._pages[bisect_left(self._pages, first) : bisect_left(self._pages, end)]
        if not self.file.read_into(buffer, offset):
            in_file = self.file.size // size
            if sum(page > in_file for page in in_log) < end - 1 - max(in_file, first - 1):
                return False
        for page in in_log:
            data = self.log.read(self.places[page], size)
            if len(data) < size:
                return False
            start = (page - first) * size
            buffer[start : start + size] = data
        return True
