# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pages of two files differ, at the speed of memory."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import List, NamedTuple, Tuple

from .btree import Header, UnexpectedStructure
from .raw_file import RawFile

_BLOCK = 1 << 17  # of each file, so that both stay in the processor's cache while they are compared
_WORTH_A_THREAD = 8 << 20
_FEW_PAGES = 2048


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
    # Reading lets other threads run, so two of them keep two cores busy.
    parts = 2 if shared * size > 2 * _WORTH_A_THREAD and (os.cpu_count() or 1) > 1 else 1
    middle = shared // parts
    bounds = [(0, middle), (middle, shared)] if parts > 1 else [(0, shared)]
    with ThreadPoolExecutor(parts) as pool:
        spans = list(pool.map(lambda bound: _compare_span(base, other, size, *bound), bounds))
    differing = [page for span in spans for page in span.differing]
    kinds_before = b"".join(span.before for span in spans)
    kinds_after = b"".join(span.after for span in spans)
    return differing, _with_rest(kinds_before, base, before), _with_rest(kinds_after, other, after)


def _compare_span(base: RawFile, other: RawFile, size: int, first: int, end: int) -> _Span:
    span = _Span([], bytearray(), bytearray())
    count = min(max(1, _BLOCK // size), end - first)
    # Each page gets a buffer of its own: to compare parts of a larger one would mean to copy them.
    mine, theirs = ([bytearray(size) for _ in range(count)] for _ in range(2))
    for start in range(first, end, count):
        if end - start < count:
            del mine[end - start :], theirs[end - start :]
        if not base.read_each(mine, start * size) or not other.read_each(theirs, start * size):
            raise UnexpectedStructure("the file became shorter")
        kinds = bytes(page[0] for page in mine)
        span.before.extend(kinds)
        if mine == theirs:
            span.after.extend(kinds)
            continue
        span.after.extend(page[0] for page in theirs)
        pairs = enumerate(zip(mine, theirs), start + 1)
        span.differing.extend(number for number, (one, two) in pairs if one != two)
        if len(span.differing) > max(_FEW_PAGES, (start - first) // 2):
            raise UnexpectedStructure("most pages differ")
    return span


def _with_rest(kinds: bytes, file: RawFile, header: Header) -> bytes:
    """With the first bytes of the pages that only this file has."""
    rest = [file.read(page * header.page_size, 1) for page in range(len(kinds), header.page_count)]
    if not all(rest):
        raise UnexpectedStructure("the file became shorter")
    return kinds + b"".join(rest)
