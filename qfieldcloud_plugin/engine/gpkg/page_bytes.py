# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pages of two files differ, at the speed of memory."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Iterator, List, NamedTuple, Tuple

from .btree import HEAD, Header, UnexpectedStructure
from .raw_file import RawFile

_BLOCK = 1 << 18
_SMALL_BLOCK = 1 << 14
_WORTH_A_THREAD = 8 << 20
_FEW_PAGES = 2048

Heads = List[bytes]
"""Byte n of every page, for n from 0 on."""


class _Span(NamedTuple):
    """What was found in a run of pages."""

    differing: List[int]
    before: List[bytearray]
    after: List[bytearray]


def compare_pages(
    base: RawFile, other: RawFile, before: Header, after: Header
) -> Tuple[List[int], Heads, Heads]:
    """The numbers of the pages that both files have and that differ, and the first bytes of all pages of each.

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
    heads_before = [b"".join(span.before[n] for span in spans) for n in range(HEAD)]
    heads_after = [b"".join(span.after[n] for span in spans) for n in range(HEAD)]
    return (
        differing,
        _with_rest(heads_before, base, before, shared),
        _with_rest(heads_after, other, after, shared),
    )


def _compare_span(base: RawFile, other: RawFile, size: int, first: int, end: int) -> _Span:
    span = _Span([], [bytearray() for _ in range(HEAD)], [bytearray() for _ in range(HEAD)])
    pages = max(1, _BLOCK // size)
    mine, theirs = bytearray(), bytearray()
    for start in range(first, end, pages):
        length = min(pages, end - start) * size
        if length != len(mine):
            mine, theirs = bytearray(length), bytearray(length)
        if base.read_into(mine, start * size) != length or other.read_into(theirs, start * size) != length:
            raise UnexpectedStructure("the file became shorter")
        _add_heads(span.before, mine, size)
        if mine == theirs:
            _add_heads(span.after, mine, size)
            continue
        _add_heads(span.after, theirs, size)
        span.differing.extend(start + 1 + offset // size for offset in _unequal(mine, theirs, size))
        if len(span.differing) > max(_FEW_PAGES, (start - first) // 2):
            raise UnexpectedStructure("most pages differ")
    return span


def _add_heads(heads: List[bytearray], block: bytearray, page_size: int) -> None:
    for number, head in enumerate(heads):
        head += block[number::page_size]


def _unequal(mine: bytearray, theirs: bytearray, size: int) -> Iterator[int]:
    """Where the pages start that differ."""
    step = max(_SMALL_BLOCK, size)
    for outer in range(0, len(mine), step):
        one, two = mine[outer : outer + step], theirs[outer : outer + step]
        if one != two:
            for inner in range(0, len(one), size):
                if one[inner : inner + size] != two[inner : inner + size]:
                    yield outer + inner


def _with_rest(heads: Heads, file: RawFile, header: Header, start: int) -> Heads:
    """With the heads of the pages that only this file has."""
    rest = [file.read(page * header.page_size, HEAD) for page in range(start, header.page_count)]
    if any(len(head) != HEAD for head in rest):
        raise UnexpectedStructure("the file became shorter")
    return [head + bytes(one[n] for one in rest) for n, head in enumerate(heads)]
