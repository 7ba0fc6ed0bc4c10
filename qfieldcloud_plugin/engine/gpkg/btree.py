# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite's file format as far as the page-level diff needs it (sqlite.org/fileformat2.html)."""

from __future__ import annotations

import struct
from operator import itemgetter
from typing import Dict, Iterator, List, NamedTuple, Optional, Set, Tuple

from .raw_file import RawFile

INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
_DEEPEST = 20  # SQLite's own limit
_POINTER = struct.Struct(">I")
_PENDING_BYTE = 0x40000000  # the page that holds it is never used, because Windows locks it
# Overflow pages start with the number of the next page, b-tree pages with their kind: below this many pages the
# first byte of an overflow page is 0 or 1 and so tells the two apart.
_MOST_PAGES = 1 << 25


class UnexpectedStructure(Exception):
    """The file is not laid out in a way that this module can be sure of; the caller compares by rows instead."""


class Header(NamedTuple):
    page_size: int
    usable: int
    """Bytes of a page that SQLite uses; the rest is reserved for extensions."""
    page_count: int
    schema_cookie: int
    first_free: int
    auto_vacuum: bool


def read_header(file: RawFile) -> Header:
    """Raises `UnexpectedStructure`."""
    data = file.read(0, 100)
    if len(data) < 100 or not data.startswith(b"SQLite format 3\x00"):
        raise UnexpectedStructure("no header")
    page_size = struct.unpack_from(">H", data, 16)[0]
    page_size = 65536 if page_size == 1 else page_size
    change_counter, page_count, first_free, _, cookie = struct.unpack_from(">5I", data, 24)
    valid_for = struct.unpack_from(">I", data, 92)[0]
    usable = page_size - data[20]
    sound = page_size in (512, 1024, 2048, 4096, 8192, 16384, 32768, 65536) and usable >= 480
    # The count is only to be believed when the counters agree; older writers left it alone.
    sound = sound and change_counter == valid_for and page_count * page_size == file.size
    if not sound or page_count >= _MOST_PAGES or data[18] > 2 or data[19] > 2:
        raise UnexpectedStructure("header")
    auto_vacuum = bool(struct.unpack_from(">I", data, 52)[0])
    return Header(page_size, usable, page_count, cookie, first_free, auto_vacuum)


class Pages:
    """The pages of one file, and the first byte of each, which tells what kind of b-tree page it is."""

    def __init__(self, file: RawFile, header: Header, kinds: bytes) -> None:
        self.file = file
        self.header = header
        self.kinds = b"\0" + kinds
        """By page number: there is no page 0, and page 1 starts like no b-tree page."""
        self.equal: Optional[Pages] = None
        """The other file's pages, of which those not in `differing` need not be read again."""
        self.differing: Set[int] = set()
        self._children: Dict[int, List[int]] = {}

    def next_page(self, page: int) -> int:
        """The number at the start of the page, by which overflow and free pages are linked."""
        return int.from_bytes(self.file.read((page - 1) * self.header.page_size, 4), "big")

    def children(self, page: int) -> List[int]:
        """Of an interior page."""
        if self.equal is not None and page not in self.differing and page <= self.equal.header.page_count:
            return self.equal.children(page)
        if page not in self._children:
            self._children[page] = _children(self.read(page))
        return self._children[page]

    def read(self, page: int) -> bytes:
        size = self.header.page_size
        data = self.file.read((page - 1) * size, size)
        if len(data) != size:
            raise UnexpectedStructure("the file became shorter")
        return data

    def check(self, page: int) -> int:
        """Page 1 starts with the file's header and is nobody's child."""
        if not 1 < page <= self.header.page_count:
            raise UnexpectedStructure("page number")
        return page


def table_pages(pages: Pages, root: int) -> Tuple[List[int], Set[int]]:
    """The leaf and the interior pages of a table with row ids. Raises `UnexpectedStructure` unless well formed."""
    walk = _Walk(pages, INTERIOR_TABLE, LEAF_TABLE)
    walk.visit([pages.check(root)], 0)
    return walk.leaves, walk.interior_pages


def index_pages(pages: Pages, root: int) -> Set[int]:
    """All pages of an index or WITHOUT ROWID table but its overflow. Raises `UnexpectedStructure`."""
    walk = _Walk(pages, INTERIOR_INDEX, LEAF_INDEX)
    walk.visit([pages.check(root)], 0)
    return walk.interior_pages.union(walk.leaves)


class _Walk:
    """Reads each interior page once and no leaf: the first byte of a child tells what kind it is."""

    def __init__(self, pages: Pages, interior: int, leaf: int) -> None:
        self.pages = pages
        self.interior = interior
        self.leaf = leaf
        self.leaves: List[int] = []
        self.interior_pages: Set[int] = set()

    def visit(self, children: List[int], depth: int) -> None:
        """Children of one page are leaves all or interior pages all, for a b-tree is equally deep everywhere."""
        if depth > _DEEPEST:
            raise UnexpectedStructure("depth")
        try:
            # The first one twice, for of a single one `itemgetter` gives no tuple.
            found = set(itemgetter(*children, children[0])(self.pages.kinds))
        except IndexError as error:
            raise UnexpectedStructure("page number") from error
        if found == {self.leaf}:
            self.leaves += children
        elif found == {self.interior}:
            for child in children:
                self._enter(child, depth)
        else:
            raise UnexpectedStructure("kind of page")
        if len(self.leaves) > self.pages.header.page_count:
            raise UnexpectedStructure("a page comes twice")

    def _enter(self, page: int, depth: int) -> None:
        if page in self.interior_pages:
            raise UnexpectedStructure("a page comes twice")
        self.interior_pages.add(page)
        self.visit(self.pages.children(page), depth + 1)


def _children(data: bytes) -> List[int]:
    count = cell_count(data)
    pointer = _POINTER.unpack_from
    children = [pointer(data, offset)[0] for offset in struct.unpack_from(f">{count}H", data, 12)]
    children.append(pointer(data, 8)[0])
    return children


def cell_count(data: bytes) -> int:
    """Of any b-tree page but the first."""
    return int.from_bytes(data[3:5], "big")


def first_and_last_row_id(data: bytes) -> Tuple[int, int]:
    """Of a table's leaf page that has cells."""
    ends = struct.unpack_from(">H", data, 8)[0], struct.unpack_from(">H", data, 6 + 2 * cell_count(data))[0]
    first, last = (signed(varint(data, varint(data, offset)[1])[0]) for offset in ends)
    return first, last


def varint(data: bytes, offset: int) -> Tuple[int, int]:
    """The number at `offset` and where it ends; up to nine bytes, seven bits in each but the ninth."""
    value = 0
    for place in range(8):
        byte = data[offset + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, offset + place + 1
    return value << 8 | data[offset + 8], offset + 9


def signed(number: int) -> int:
    return number - (1 << 64) if number >> 63 else number


def overflow_cells(data: bytes, usable: int) -> Iterator[Tuple[int, int, int]]:
    """Row id, first overflow page and number of overflow pages of each cell of a table's leaf that has any."""
    count = cell_count(data)
    most_local, least_local = usable - 35, (usable - 12) * 32 // 255 - 23
    for offset in struct.unpack_from(f">{count}H", data, 8):
        if data[offset] < 0x80:
            continue  # fewer than 128 bytes
        payload, after = varint(data, offset)
        if payload <= most_local:
            continue
        rowid, start = varint(data, after)
        local = least_local + (payload - least_local) % (usable - 4)
        local = local if local <= most_local else least_local
        first = _POINTER.unpack_from(data, start + local)[0]
        yield signed(rowid), first, -(-(payload - local) // (usable - 4))


def free_pages(pages: Pages) -> Set[int]:
    """Every page on the freelist. Raises `UnexpectedStructure`."""
    free: Set[int] = set()
    trunk = pages.header.first_free
    while trunk:
        if pages.check(trunk) in free:
            raise UnexpectedStructure("a page comes twice")
        free.add(trunk)
        data = pages.read(trunk)
        trunk, count = struct.unpack_from(">2I", data)
        if count > pages.header.usable // 4 - 2:
            raise UnexpectedStructure("freelist")
        free.update(struct.unpack_from(f">{count}I", data, 8))
    return free


def is_pointer_map(page: int, header: Header) -> bool:
    """Whether an auto-vacuum file has a page of its pointer map there, and never anything else."""
    if not header.auto_vacuum:
        return False
    pending = _PENDING_BYTE // header.page_size + 1
    per_map = header.usable // 5 + 1
    own = (page - 2) // per_map * per_map + 2
    return page == (own + 1 if own == pending else own)
