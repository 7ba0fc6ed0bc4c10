# SPDX-License-Identifier: GPL-2.0-or-later
"""Compare two states of a file page by page, and say which rows of a table can differ at all.

Two states of a GeoPackage that was edited in place share most pages byte for byte. A row that lies on a leaf page
which both tables have, and which is equal in both, is the same row; all others are left to be compared by SQL. So
a mistake here could only hide a difference, and everything that is not exactly as expected raises
`UnexpectedStructure`, whereupon the caller compares all rows.
"""

from __future__ import annotations

import struct
from typing import Iterable, Iterator, List, NamedTuple, Optional, Sequence, Set, Tuple

from .btree import (
    INTERIOR_INDEX,
    LEAF_INDEX,
    Pages,
    UnexpectedStructure,
    cell_count,
    first_and_last_row_id,
    free_pages,
    index_pages,
    is_pointer_map,
    overflow_cells,
    read_header,
    table_pages,
)
from .page_bytes import compare_pages
from .raw_file import RawFile

Range = Tuple[int, int]


class MayDiffer(NamedTuple):
    """Row ids from … to, both included, in order; and how many rows of each state lie in them."""

    ranges: Sequence[Range]
    rows_before: int
    rows_after: int


class PageComparison:
    """Two files whose bytes do not change while this is used."""

    def __init__(self, base: RawFile, other: RawFile) -> None:
        """Raises `UnexpectedStructure` when the pages can say nothing, or differ so much that it is not worth it."""
        one, two = read_header(base), read_header(other)
        if (one.page_size, one.usable) != (two.page_size, two.usable):
            raise UnexpectedStructure("page size")
        self.differing, kinds_before, kinds_after = compare_pages(base, other, one, two)
        self.before, self.after = Pages(base, one, kinds_before), Pages(other, two, kinds_after)
        self.after.equal, self.after.differing = self.before, self.differing
        self._same_kinds = kinds_before == kinds_after
        self._suspects: Optional[Set[int]] = None

    def table(self, root_before: int, root_after: int) -> MayDiffer:
        """What may differ in the table that has these root pages. Raises `UnexpectedStructure`."""
        try:
            return self._table(self.before.check(root_before), self.after.check(root_after))
        except (struct.error, IndexError) as error:
            raise UnexpectedStructure("an offset outside of its page") from error

    def _table(self, root_before: int, root_after: int) -> MayDiffer:
        if self.before.kinds[root_before] in (INTERIOR_INDEX, LEAF_INDEX):
            return self._without_rowid(root_before, root_after)
        one, interior = table_pages(self.before, root_before)
        if root_before == root_after and self._same_kinds and interior.isdisjoint(self.differing):
            two = one  # the same bytes lead to the same pages, and those are of the same kinds
        else:
            two, _ = table_pages(self.after, root_after)
        leaves_before = set(one)
        leaves_after = leaves_before if one == two else set(two)
        if len(leaves_before) != len(one) or len(leaves_after) != len(two):
            raise UnexpectedStructure("a page comes twice")
        ranges: List[Range] = []
        counts = []
        for pages, leaves, others in (
            (self.before, leaves_before, leaves_after),
            (self.after, leaves_after, leaves_before),
        ):
            alone = (
                leaves & self.differing if leaves is others else (leaves - others) | (leaves & self.differing)
            )
            count, found = _rows_on(pages, alone)
            counts.append(count)
            ranges += found
        if self._suspected_overflow():
            overflowing = self._rows_with_other_overflow((leaves_before & leaves_after) - self.differing)
            ranges += [(rowid, rowid) for rowid in overflowing]
            counts = [count + len(overflowing) for count in counts]
        return MayDiffer(_merged(ranges), *counts)

    def _without_rowid(self, root_before: int, root_after: int) -> MayDiffer:
        """Such a table can be known to be equal as a whole, by having the same pages with the same bytes."""
        pages = index_pages(self.before, root_before)
        equal = pages == index_pages(self.after, root_after) and pages.isdisjoint(self.differing)
        if root_before != root_after or not equal or self._suspected_overflow():
            raise UnexpectedStructure("keys instead of row ids")
        return MayDiffer((), 0, 0)

    def _suspected_overflow(self) -> Set[int]:
        """Pages that differ and may belong to a row whose leaf is equal in both states."""
        if self._suspects is None:
            before, after = self.before.kinds, self.after.kinds
            suspects = {
                page
                for page in self.differing
                # Either will do, for a damaged page may look like something else in one of the files.
                if (before[page] <= 1 or after[page] <= 1) and not is_pointer_map(page, self.before.header)
            }
            if suspects:
                suspects -= free_pages(self.before) | free_pages(self.after)
            self._suspects = suspects
        return self._suspects

    def _rows_with_other_overflow(self, shared: Set[int]) -> List[int]:
        """The row ids on equal leaves whose content goes on in pages that differ."""
        suspects = self._suspected_overflow()
        found: List[int] = []
        usable, left = self.before.header.usable, self.before.header.page_count
        for leaf in sorted(shared):
            for rowid, page, length in overflow_cells(self.before.read(leaf), usable):
                left -= length  # no page belongs to two rows, so that there are enough for all
                if left < 0:
                    raise UnexpectedStructure("overflow")
                if any(one in suspects for one in self._chain(page, length)):
                    found.append(rowid)
        return found

    def _chain(self, page: int, length: int) -> Iterator[int]:
        for _ in range(length):
            yield self.before.check(page)
            page = self.before.next_page(page)


def _rows_on(pages: Pages, leaves: Iterable[int]) -> Tuple[int, List[Range]]:
    """How many rows these leaves hold, and from which row id to which each does."""
    rows = 0
    ranges = []
    for leaf in leaves:
        data = pages.read(leaf)
        count = cell_count(data)
        if count:
            first, last = first_and_last_row_id(data)
            if first > last:
                raise UnexpectedStructure("row ids out of order")
            rows += count
            ranges.append((first, last))
    return rows, ranges


def _merged(ranges: List[Range]) -> Tuple[Range, ...]:
    merged: List[Range] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(high, merged[-1][1])
        else:
            merged.append((low, high))
    return tuple(merged)
