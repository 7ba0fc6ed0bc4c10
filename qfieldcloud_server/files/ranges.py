# SPDX-License-Identifier: GPL-2.0-or-later
"""The one form of a Range header that is served: a single range of bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.IGNORECASE | re.ASCII)


class RangeNotSatisfiable(ValueError):
    """The range lies outside the file, or is none that this server understands."""


@dataclass(frozen=True, slots=True)
class ByteRange:
    """Bytes `start` to `end`, both included, of a file of `total` bytes."""

    start: int
    end: int
    total: int

    @property
    def length(self) -> int:
        return self.end - self.start + 1

    @property
    def content_range(self) -> str:
        return f"bytes {self.start}-{self.end}/{self.total}"


def parse_range(header: str, total: int) -> ByteRange | None:
    """The range a client asks for, None if it asks for the whole file.

    A header that RFC 9110 allows to ignore (several ranges, other units) is refused instead: QField appends
    whatever it is sent to what it already has, so a whole file in answer to a Range would corrupt its copy.
    """
    if not header.strip():
        return None
    match = _RANGE.fullmatch(header.strip())
    if not match or not any(match.groups()):
        raise RangeNotSatisfiable(header)
    first, last = match.groups()
    if first:
        start, end = int(first), min(int(last), total - 1) if last else total - 1
        if last and int(last) < start:
            raise RangeNotSatisfiable(header)
    else:
        start, end = max(0, total - int(last)), total - 1
    if start > end:
        raise RangeNotSatisfiable(header)
    return ByteRange(start, end, total)
