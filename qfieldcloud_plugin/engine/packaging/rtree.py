# SPDX-License-Identifier: GPL-2.0-or-later
"""Spatial indexes in bulk: SQLite's R-tree nodes written as they lie on disk, instead of one insert a feature."""

from __future__ import annotations

import math
import sqlite3
import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from ..gpkg.sql import quoted, sql

Cell = tuple[int, float, float, float, float]
"""id, minx, maxx, miny, maxy; the bounds are 32-bit floats."""

# What SQLite itself chooses for two dimensions at any page size of 2048 bytes and above.
_CELLS_PER_NODE = 51
NODE_SIZE = 4 + _CELLS_PER_NODE * 24
_FLOAT_MAX = 3.4028234663852886e38
_MOST_PLACES_IN_MEMORY = 50_000


def round_down(values: Sequence[float]) -> tuple[float, ...]:
    """The next 32-bit floats not above `values`: a box in the index must never be smaller than the feature.

    Many at once, because Python's `struct` converts a whole column in the time that ten single calls take.
    """
    values, singles, bits = _nearest(values)
    return _floats(
        [
            bit if single <= value else bit - 1 if single > 0 else bit + 1 if single < 0 else -0x7FFFFFFF
            for value, single, bit in zip(values, singles, bits)
        ]
    )


def round_up(values: Sequence[float]) -> tuple[float, ...]:
    """The next 32-bit floats not below `values`."""
    values, singles, bits = _nearest(values)
    return _floats(
        [
            bit if single >= value else bit + 1 if single > 0 else bit - 1 if single < 0 else 1
            for value, single, bit in zip(values, singles, bits)
        ]
    )


def _nearest(values: Sequence[float]) -> tuple[Sequence[float], tuple[float, ...], tuple[int, ...]]:
    """The values themselves within what 32 bits can hold, rounded to the nearest, and the bits of that."""
    if values and not (max(values) <= _FLOAT_MAX and min(values) >= -_FLOAT_MAX):
        values = [max(-_FLOAT_MAX, min(_FLOAT_MAX, value)) for value in values]
    packed = struct.pack(f">{len(values)}f", *values)
    return values, struct.unpack(f">{len(values)}f", packed), struct.unpack(f">{len(values)}i", packed)


def _floats(bits: list[int]) -> tuple[float, ...]:
    return struct.unpack(f">{len(bits)}f", struct.pack(f">{len(bits)}i", *bits))


def write_rtree(connection: sqlite3.Connection, name: str, count: int, cells: Iterable[Cell]) -> None:
    """Fill the R-tree table `name` with `count` cells, which come sorted by `sort_key`.

    Equal cells give equal bytes. Memory holds one vertical slice of the map, not all of it.
    """
    for suffix in ("_node", "_rowid", "_parent"):
        connection.execute(sql("DELETE FROM", quoted(name + suffix)))
    places = _Places(connection)
    _TreeWriter(connection, name, count, places).write(cells)
    places.write(name)


def sort_key(cell: Cell) -> tuple[float, int]:
    return cell[1] + cell[2], cell[0]


class _Places:
    """Which node holds which feature, and which node which other: a few in memory, many in a temporary table."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.features: list[tuple[int, int]] = []
        self.nodes: list[tuple[int, int]] = []
        self._has_spilled = False

    def write(self, name: str) -> None:
        put = [sql("INSERT INTO", quoted(name + suffix), "VALUES (?, ?)") for suffix in ("_rowid", "_parent")]
        self.connection.executemany(put[1], sorted(self.nodes))
        if not self._has_spilled:
            self.connection.executemany(put[0], sorted(self.features))
            return
        self.spill()
        chosen = "SELECT id, node FROM rtree_place ORDER BY id"
        self.connection.execute(sql("INSERT INTO", quoted(name + "_rowid"), chosen))
        self.connection.execute("DROP TABLE rtree_place")

    def spill_if_many(self) -> None:
        if len(self.features) > _MOST_PLACES_IN_MEMORY:
            self.spill()

    def spill(self) -> None:
        if not self._has_spilled:
            self.connection.execute("CREATE TEMP TABLE rtree_place (id INTEGER, node INTEGER)")
            self._has_spilled = True
        self.connection.executemany("INSERT INTO rtree_place VALUES (?, ?)", self.features)
        self.features.clear()


class _TreeWriter:
    """Sort-tile-recursive packing, leaves first."""

    def __init__(self, connection: sqlite3.Connection, name: str, count: int, places: _Places) -> None:
        self.connection = connection
        self.places = places
        self.insert_node = sql("INSERT INTO", quoted(name + "_node"), "VALUES (?, ?)")
        self.sizes = [max(1, count)]
        while len(self.sizes) == 1 or self.sizes[-1] > 1:
            self.sizes.append(_node_count(self.sizes[-1]))
        # Node 1 is the root by definition, so the nodes are numbered from the top.
        self.first_numbers = [0] * len(self.sizes)
        number = 1
        for level in range(len(self.sizes) - 1, 0, -1):
            self.first_numbers[level] = number
            number += self.sizes[level]

    def write(self, cells: Iterable[Cell]) -> None:
        level, top = 1, len(self.sizes) - 1
        current = list(self._write_level(level, top, cells))
        while level < top:
            level += 1
            current = list(self._write_level(level, top, sorted(current, key=sort_key)))

    def _write_level(self, level: int, top: int, cells: Iterable[Cell]) -> Iterator[Cell]:
        """Writes the nodes of one level; yields their boxes, which are the cells of the next."""
        number = self.first_numbers[level]
        places = self.places.features if level == 1 else self.places.nodes
        for group in _tiles(iter(cells), self.sizes[level]):
            depth = top - 1 if level == top else 0
            self.connection.execute(self.insert_node, (number, _node(depth, group)))
            places += [(cell[0], number) for cell in group]
            self.places.spill_if_many()
            if group:
                yield _bounds(number, group)
            number += 1


def _node_count(cell_count: int) -> int:
    """How many nodes `_tiles` makes of that many cells: slices are whole nodes, but for the last."""
    return max(1, math.ceil(cell_count / _CELLS_PER_NODE))


def _tiles(cells: Iterator[Cell], node_count: int) -> Iterator[list[Cell]]:
    slice_size = math.ceil(math.sqrt(node_count)) * _CELLS_PER_NODE
    is_first = True
    while True:
        part = sorted(islice(cells, slice_size), key=lambda cell: (cell[3] + cell[4], cell[0]))
        if not part and not is_first:
            return
        for start in range(0, max(1, len(part)), _CELLS_PER_NODE):
            yield part[start : start + _CELLS_PER_NODE]
        is_first = False


def _bounds(number: int, group: list[Cell]) -> Cell:
    _, minx, maxx, miny, maxy = zip(*group)
    return number, min(minx), max(maxx), min(miny), max(maxy)


def _node(depth: int, group: list[Cell]) -> bytes:
    """Big-endian: depth of the tree (in the root only), number of cells, then id and four floats a cell."""
    packed = struct.pack(">HH" + "qffff" * len(group), depth, len(group), *chain.from_iterable(group))
    return packed.ljust(NODE_SIZE, b"\0")
