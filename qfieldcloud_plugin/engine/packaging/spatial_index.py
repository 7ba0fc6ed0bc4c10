# SPDX-License-Identifier: GPL-2.0-or-later
"""The spatial index of a packaged table: taken over from the source where that is sound, else built in bulk."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Optional

from ..gpkg.geometry import Envelope, InvalidGeometry, envelope
from ..gpkg.sql import names, quoted, sql
from .numbered_rows import NumberedRows
from .rtree import NODE_SIZE, Cell, round_down, round_up, sort_key, write_rtree
from .table_copy import TableCopy

# Below this a new index takes no noticeable time, and is the same whatever the history of the source's index.
MOST_ROWS_INDEXED_ANEW = 5_000
_BOXES_AT_ONCE = 4096
_POINT = b"\x01\x01\x00\x00\x00"
_TWO, _FOUR = struct.Struct("<2d"), struct.Struct("<4d")
_MOST_CELLS_SORTED_IN_MEMORY = 50_000
_SAMPLES = 64


@dataclass
class _Extent:
    """Grows around boxes, in full precision."""

    bounds: Optional[Envelope] = None

    def add(self, box: Envelope) -> None:
        if self.bounds is None:
            self.bounds = box
        else:
            low_x, high_x, low_y, high_y = self.bounds
            self.bounds = (min(low_x, box[0]), max(high_x, box[1]), min(low_y, box[2]), max(high_y, box[3]))


@dataclass
class IndexWriter:
    """Works on a connection that has the new GeoPackage as `main` and the old one as `source`."""

    connection: sqlite3.Connection
    copy: TableCopy
    table: str = field(init=False)

    def __post_init__(self) -> None:
        self.table = "main." + quoted(self.copy.name)

    def write(self, count: int) -> Optional[Envelope]:
        """Create and fill the index of `count` rows; answers the layer's extent."""
        self.connection.execute(
            sql("CREATE VIRTUAL TABLE", quoted(self.copy.rtree), "USING rtree(id, minx, maxx, miny, maxy)")
        )
        rtree = self.copy.schema.rtree
        is_large = count > MOST_ROWS_INDEXED_ANEW and self.copy.selection is None
        if is_large and rtree is not None:
            indexed = self._one(sql("SELECT count(*) FROM", _part("source", rtree, "rowid")))
            if self._is_sound(rtree, indexed, count) and self._take_over(rtree, indexed):
                return extent_in_source(self.connection, self.copy)
        return self._build(count)

    def _is_sound(self, rtree: str, indexed: int, count: int) -> bool:
        """Whether the source's index holds each feature, where it is. Writers without triggers leave it behind."""
        if indexed != count:
            geometry = quoted(self.copy.geometry)
            if indexed != self._one(sql("SELECT count(*) FROM", self.table, "WHERE", geometry, "NOT NULL")):
                return False
        return self._covers_samples(rtree)

    def _covers_samples(self, rtree: str) -> bool:
        key, geometry = quoted(self.copy.local_key), quoted(self.copy.geometry)
        highest = self._one(sql("SELECT max(" + key + ") FROM", self.table)) or 0
        sample = sql(
            "SELECT", key + ",", geometry, "FROM", self.table, "WHERE", key, ">= ? AND", geometry, "NOT NULL",
            "ORDER BY", key, "LIMIT 1",
        )  # fmt: skip
        lookup = sql("SELECT minx, maxx, miny, maxy FROM", "source." + quoted(rtree), "WHERE id = ?")
        for number in range(_SAMPLES):
            row = self.connection.execute(sample, (highest * number // _SAMPLES,)).fetchone()
            if row is None:
                continue
            box, cell = _envelope(row[1]), self.connection.execute(lookup, row[:1]).fetchone()
            if (box is None) != (cell is None):
                return False
            if box is not None and not (
                cell[0] <= box[0] and box[1] <= cell[1] and cell[2] <= box[2] and box[3] <= cell[3]
            ):
                return False
        return True

    def _take_over(self, rtree: str, indexed: int) -> bool:
        """False when it holds nodes of another size, or not one node more than it says that have a parent."""
        target, source = {}, {}
        for part in ("node", "rowid", "parent"):
            target[part], source[part] = _part("main", self.copy.rtree, part), _part("source", rtree, part)
            self.connection.execute(sql("DELETE FROM", target[part]))
        nodes = self.connection.execute(
            sql("INSERT INTO", target["node"], "SELECT * FROM", source["node"], "WHERE length(data) = ?"),
            (NODE_SIZE,),
        )
        rows = NumberedRows(self.connection, target["rowid"], "rowid", source["rowid"], "rowid")
        rows.copy(["nodeno"], indexed)
        parents = self.connection.execute(
            sql("INSERT INTO", target["parent"], "SELECT * FROM", source["parent"])
        )
        return nodes.rowcount == parents.rowcount + 1

    def _build(self, count: int) -> Optional[Envelope]:
        extent = _Extent()
        cells = self._cells(extent)
        if count <= _MOST_CELLS_SORTED_IN_MEMORY:
            in_order = sorted(cells, key=sort_key)
            write_rtree(self.connection, self.copy.rtree, len(in_order), in_order)
            return extent.bounds
        self.connection.execute("CREATE TEMP TABLE cells (id, minx, maxx, miny, maxy)")
        self.connection.executemany("INSERT INTO cells VALUES (?, ?, ?, ?, ?)", cells)
        filled = self._one("SELECT count(*) FROM cells")
        stored = self.connection.execute("SELECT * FROM cells ORDER BY minx + maxx, id")
        write_rtree(self.connection, self.copy.rtree, filled, stored)
        self.connection.execute("DROP TABLE cells")
        return extent.bounds

    def _cells(self, extent: _Extent) -> Iterator[Cell]:
        rows = self.connection.execute(
            sql("SELECT", names([self.copy.local_key, self.copy.geometry]), "FROM", self.table)
        )
        while some := rows.fetchmany(_BOXES_AT_ONCE):
            found = [(row_id, box) for row_id, blob in some if (box := _envelope(blob)) is not None]
            if not found:
                continue
            ids, boxes = zip(*found)
            minx, maxx, miny, maxy = zip(*boxes)
            extent.add((min(minx), max(maxx), min(miny), max(maxy)))
            yield from zip(ids, round_down(minx), round_up(maxx), round_down(miny), round_up(maxy))

    def _one(self, query: str) -> int:
        return int(self.connection.execute(query).fetchone()[0] or 0)


def extent_in_source(connection: sqlite3.Connection, copy: TableCopy) -> Optional[Envelope]:
    """What the source says of the table's extent, which is attached as `source`; None if it says nothing."""
    row = connection.execute(
        "SELECT min_x, max_x, min_y, max_y FROM source.gpkg_contents WHERE lower(table_name) = lower(?)",
        (copy.schema.name,),
    ).fetchone()
    if (row is None or None in row) and copy.schema.rtree is not None:
        bounds = "SELECT min(minx), max(maxx), min(miny), max(maxy) FROM"
        row = connection.execute(sql(bounds, "source." + quoted(copy.schema.rtree))).fetchone()
    if row is None or None in row:
        return None
    return float(row[0]), float(row[1]), float(row[2]), float(row[3])


def _part(database: str, rtree: str, part: str) -> str:
    return database + "." + quoted(f"{rtree}_{part}")


def _envelope(blob: object) -> Optional[Envelope]:
    if not isinstance(blob, bytes):
        return None
    # Nearly all geometries are one of these two; a box with a NaN is no such box.
    if blob[:4] == b"GP\0\x03" and len(blob) >= 40:
        box = _FOUR.unpack_from(blob, 8)
        if box[0] <= box[1] and box[2] <= box[3]:
            return box
    elif len(blob) == 29 and blob[:4] == b"GP\0\x01" and blob[8:13] == _POINT:
        x, y = _TWO.unpack_from(blob, 13)
        if x == x and y == y:
            return x, x, y, y
    try:
        return envelope(blob)
    except InvalidGeometry:
        return None  # the row is kept as it is; only the map cannot find it
