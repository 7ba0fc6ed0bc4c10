# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pages of two files differ, at the speed of memory."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import Iterator, List, Optional, Set, Tuple

from .btree import Header, UnexpectedStructure
from .raw_file import RawFile

_BLOCK = 1 << 18  # of each file, so that both stay in the processor's cache while they are compared
_WORTH_A_THREAD = 8 << 20
_FEW_PAGES = 2048
_GROUP = 8  # pages
_SAMPLES = 32
_MOST_SAMPLES_DIFFERING = 24


def compare_pages(
    base: RawFile, other: RawFile, before: Header, after: Header
) -> Tuple[Set[int], bytes, bytes]:
    """The numbers of the pages that both files have and that differ, and the first byte of every page of each.

    Raises `UnexpectedStructure` when so many differ that it is not worth going on.
    """
    size, shared = before.page_size, min(before.page_count, after.page_count)
    if shared > _FEW_PAGES and _samples_differing(base, other, size, shared) > _MOST_SAMPLES_DIFFERING:
        raise UnexpectedStructure("most pages differ")
    work = _Work(base, other, size, shared)
    if shared * size > 2 * _WORTH_A_THREAD and (os.cpu_count() or 1) > 1:
        # Reading lets other threads run, so two of them keep two cores busy.
        with ThreadPoolExecutor(1) as pool:
            helping = pool.submit(work.do)
            work.do()
            helping.result()
    else:
        work.do()
    kinds_before, kinds_after = bytes(work.kinds_before), bytes(work.kinds_after)
    return work.differing, _with_rest(kinds_before, base, before), _with_rest(kinds_after, other, after)


def _samples_differing(base: RawFile, other: RawFile, size: int, shared: int) -> int:
    """How many of some pages from everywhere differ."""
    offsets = [page * size for page in range(1, shared, shared // _SAMPLES)]
    return sum(base.read(offset, size) != other.read(offset, size) for offset in offsets)


class _Work:
    """The pages of both files, taken block by block by each thread that is free."""

    def __init__(self, base: RawFile, other: RawFile, size: int, shared: int) -> None:
        self.base, self.other = base, other
        self.size = size
        self.shared = shared
        self.count = max(1, min(_BLOCK // size, shared))
        self.differing: Set[int] = set()
        self.kinds_before, self.kinds_after = bytearray(shared), bytearray(shared)
        self._starts = deque(range(0, shared, self.count))

    def do(self) -> None:
        """Raises `UnexpectedStructure`; then the other thread does not go on either."""
        block = _Block(self.count, self.size)
        try:
            for start in iter(self._next, None):
                self._compare(block, start)
        except BaseException:
            self._starts.clear()
            raise

    def _next(self) -> Optional[int]:
        try:
            return self._starts.popleft()
        except IndexError:
            return None

    def _compare(self, block: _Block, start: int) -> None:
        # The last block starts a little earlier, so that the buffers fit.
        at, size = min(start, self.shared - self.count), self.size
        whole = self.base.read_into(block.mine, at * size) and self.other.read_into(block.theirs, at * size)
        if not whole:
            raise UnexpectedStructure("the file became shorter")
        pages = slice(at, at + self.count)
        self.kinds_before[pages] = self.kinds_after[pages] = block.mine[::size]
        if block.mine != block.theirs:
            self.kinds_after[pages] = block.theirs[::size]
            self.differing.update(at + number + 1 for number in block.differing())
            if len(self.differing) > max(_FEW_PAGES, start // 2):
                raise UnexpectedStructure("most pages differ")


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
