# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pages of two files differ, at the speed of memory."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Iterator, List, NamedTuple, Tuple

from .btree import Header, UnexpectedStructure
from .raw_file import RawFile

_BLOCK = 1 << 18  # of each file, so that both stay in the processor's cache while they are compared
_WORTH_A_THREAD = 8 << 20
_FEW_PAGES = 2048
_GROUP = 8  # pages
_SAMPLES = 32
_MOST_SAMPLES_DIFFERING = 24


class _Span(NamedTuple):
    """What was found in a run of pages."""

    differing: List[int]
    before: bytearray
    after: bytearray


def compare_pages(
    base: RawFile, other: RawFile, before: Header, after: Header
) -> Tuple[List[int], bytes, bytes]:
    """The numbers of the pages that both files have and that differ, and the first byte of every page of each.

    Raises `UnexpectedStructure` when so many differ that it is not worth going on.
    """
    size, shared = before.page_size, min(before.page_count, after.page_count)
    if shared > _FEW_PAGES and _samples_differing(base, other, size, shared) > _MOST_SAMPLES_DIFFERING:
        raise UnexpectedStructure("most pages differ")
    if shared * size > 2 * _WORTH_A_THREAD and (os.cpu_count() or 1) > 1:
        # Reading lets other threads run, so two of them keep two cores busy.
        with ThreadPoolExecutor(1) as pool:
            first = pool.submit(_compare_span, base, other, size, 0, shared // 2)
            second = _compare_span(base, other, size, shared // 2, shared)
            spans = [first.result(), second]
    else:
        spans = [_compare_span(base, other, size, 0, shared)]
    differing = [page for span in spans for page in span.differing]
    kinds_before = b"".join(span.before for span in spans)
    kinds_after = b"".join(span.after for span in spans)
    return differing, _with_rest(kinds_before, base, before), _with_rest(kinds_after, other, after)


def _samples_differing(base: RawFile, other: RawFile, size: int, shared: int) -> int:
    """How many of some pages from everywhere differ."""
    offsets = [page * size for page in range(1, shared, shared // _SAMPLES)]
    return sum(base.read(offset, size) != other.read(offset, size) for offset in offsets)


def _compare_span(base: RawFile, other: RawFile, size: int, first: int, end: int) -> _Span:
    span = _Span([], bytearray(), bytearray())
    block = _Block(min(max(1, _BLOCK // size), end - first), size)
    for start in range(first, end, block.count):
        # The last block starts a little earlier, so that the buffers fit; what is known of it already is skipped.
        at = min(start, end - block.count)
        if not base.read_into(block.mine, at * size) or not other.read_into(block.theirs, at * size):
            raise UnexpectedStructure("the file became shorter")
        kinds = block.mine[(start - at) * size :: size]
        span.before.extend(kinds)
        if block.mine == block.theirs:
            span.after.extend(kinds)
            continue
        span.after.extend(block.theirs[(start - at) * size :: size])
        span.differing.extend(at + number + 1 for number in block.differing() if at + number >= start)
        if len(span.differing) > max(_FEW_PAGES, (start - first) // 2):
            raise UnexpectedStructure("most pages differ")
    return span


class _Block:
    """Buffers for as many pages of each file, compared in place: a slice of a bytearray would be a copy."""

    def __init__(self, count: int, size: int) -> None:
        self.count = count
        self.size = size
        self.mine, self.theirs = bytearray(count * size), bytearray(count * size)
        self._pages = self._parts(size)
        self._groups = self._parts(size * _GROUP)

    def _parts(self, size: int) -> List[memoryview]:
        view = memoryview(self.theirs)
        return [view[offset : offset + size] for offset in range(0, len(view), size)]

    def differing(self) -> Iterator[int]:
        """Which pages differ, counted from 0."""
        is_same, size = self.mine.startswith, self.size
        for group, view in enumerate(self._groups):
            first = group * _GROUP
            if not is_same(view, first * size):
                for number, page in enumerate(self._pages[first : first + _GROUP], first):
                    if not is_same(page, number * size):
                        yield number


def _with_rest(kinds: bytes, file: RawFile, header: Header) -> bytes:
    """With the first bytes of the pages that only this file has."""
    rest = [file.read(page * header.page_size, 1) for page in range(len(kinds), header.page_count)]
    if not all(rest):
        raise UnexpectedStructure("the file became shorter")
    return kinds + b"".join(rest)
