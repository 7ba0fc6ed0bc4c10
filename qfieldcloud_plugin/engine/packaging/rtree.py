# SPDX-License-Identifier: GPL-2.0-or-later
"""Spatial indexes in bulk: SQLite's R-tree nodes written as they lie on disk, instead of one insert a feature."""

from __future__ import annotations

import math
import sqlite3
import struct
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from ..gpkg.sql import quoted, sql

Cell = tuple[int, float, float, float, float]
"""id, minx, maxx, miny, maxy; the bounds are 32-bit floats."""

# What SQLite itself chooses for two dimensions at any page size of 2048 bytes and above.
_CELLS_PER_NODE = 51
NODE_SIZE = 4 + _CELLS_PER_NODE * 24
_FLOAT_MAX = 3.4028234663852886e38
_FLOAT = struct.Struct(">f")
_INT = struct.Struct(">i")


def round_down(value: float) -> float:
    """The next 32-bit float not above `value`: a box in the index must never be smaller than the feature."""
    return _rounded(value, -1)


def round_up(value: float) -> float:
    """The next 32-bit float not below `value`."""
    return _rounded(value, 1)


def _rounded(value: float, direction: int) -> float:
    value = max(-_FLOAT_MAX, min(_FLOAT_MAX, value))
    packed = _FLOAT.pack(value)
    single: float = _FLOAT.unpack(packed)[0]
    if single == value or (single > value) == (direction > 0):
        return single
    bits: int = _INT.unpack(packed)[0]
    if single == 0:
        bits = 1 if direction > 0 else -0x7FFFFFFF
    else:
        bits += direction if single > 0 else -direction
    return float(_FLOAT.unpack(_INT.pack(bits))[0])


def write_rtree(connection: sqlite3.Connection, name: str, count: int, cells: Iterable[Cell]) -> None:
    """Fill the R-tree table `name` with `count` cells, which come sorted by `sort_key`.

    Equal cells give equal bytes. Memory holds one vertical slice of the map, not all of it.
    """
    for suffix in ("_node", "_rowid", "_parent"):
        connection.execute(sql("DELETE FROM", quoted(name + suffix)))
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS rtree_place (id INTEGER, node INTEGER)")
    _TreeWriter(connection, name, count).write(cells)
    # Nodes of the higher levels are told from features by the sign of their place.
    for suffix, chosen in (
        ("_rowid", "SELECT id, node FROM rtree_place WHERE node > 0 ORDER BY id"),
        ("_parent", "SELECT id, -node FROM rtree_place WHERE node < 0 ORDER BY id"),
    ):
        connection.execute(sql("INSERT INTO", quoted(name + suffix), chosen))
    connection.execute("DROP TABLE rtree_place")


def sort_key(cell: Cell) -> tuple[float, int]:
    return cell[1] + cell[2], cell[0]


class _TreeWriter:
    """Sort-tile-recursive packing, leaves first."""

    def __init__(self, connection: sqlite3.Connection, name: str, count: int) -> None:
        self.connection = connection
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
        sign = 1 if level == 1 else -1
        for group in _tiles(iter(cells), self.sizes[level]):
            depth = top - 1 if level == top else 0
            self.connection.execute(self.insert_node, (number, _node(depth, group)))
            self.connection.executemany(
                "INSERT INTO rtree_place VALUES (?, ?)", [(cell[0], sign * number) for cell in group]
            )
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
