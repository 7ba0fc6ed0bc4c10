# SPDX-License-Identifier: GPL-2.0-or-later
"""The extent of a layer in `gpkg_contents`, kept exact at the cost of the change."""

from __future__ import annotations

import sqlite3
import struct
from typing import Iterable, List, Optional, Sequence

from .geometry import Envelope, box_of
from .schema import Table
from .sql import quoted, sql

_HEADER, _CELL = struct.Struct(">2H"), struct.Struct(">q4f")


def keep_up_extent(
    connection: sqlite3.Connection, table: Table, gone: Iterable[Envelope], new: Sequence[Envelope]
) -> None:
    """After rows and spatial index were written: `gone` are boxes that were there before, `new` those that came.

    The extent grows by what came. It can only have shrunk where something went that touched its edge; then, and where
    nobody knew it, the spatial index tells what is at the edge. Without one it never shrinks: true, if not tight.
    """
    row = connection.execute(
        "SELECT min_x, max_x, min_y, max_y FROM main.gpkg_contents WHERE lower(table_name) = lower(?)",
        (table.name,),
    ).fetchone()
    if row is None:
        return
    known: Optional[Envelope] = row if all(isinstance(value, (int, float)) for value in row) else None
    extent = _around([known, *new] if known else new)
    if known is None or any(_touches(box, known) for box in gone):
        bounds = _index_bounds(connection, table)
        if bounds is not None:
            extent = _exact(connection, table, bounds)
    if extent != known:
        connection.execute(
            "UPDATE main.gpkg_contents SET min_x = ?, max_x = ?, min_y = ?, max_y = ? "
            "WHERE lower(table_name) = lower(?)",
            (*(extent or (None,) * 4), table.name),
        )


def _around(boxes: Sequence[Envelope]) -> Optional[Envelope]:
    if not boxes:
        return None
    low_x, high_x, low_y, high_y = zip(*boxes)
    return min(low_x), max(high_x), min(low_y), max(high_y)


def _touches(box: Envelope, extent: Envelope) -> bool:
    return box[0] <= extent[0] or box[1] >= extent[1] or box[2] <= extent[2] or box[3] >= extent[3]


def _index_bounds(connection: sqlite3.Connection, table: Table) -> Optional[List[float]]:
    """What the root of the spatial index says, in 32 bit numbers rounded outwards; None where there is no index.

    The root alone is enough: SQLite keeps the boxes in it tight, also when rows are deleted. Empty when nothing is
    indexed.
    """
    if table.rtree is None or not table.integer_key:
        return None
    nodes = "main." + quoted(table.rtree + "_node")
    try:
        row = connection.execute(sql("SELECT data FROM", nodes, "WHERE nodeno = 1")).fetchone()
    except sqlite3.OperationalError:
        return None
    if row is None or not isinstance(row[0], bytes) or len(row[0]) < _HEADER.size:
        return None
    _, count = _HEADER.unpack_from(row[0])
    if _HEADER.size + count * _CELL.size > len(row[0]):
        return None
    cells = [_CELL.unpack_from(row[0], _HEADER.size + number * _CELL.size)[1:] for number in range(count)]
    return list(_around(cells) or ())


def _exact(connection: sqlite3.Connection, table: Table, bounds: Sequence[float]) -> Optional[Envelope]:
    """The geometries at the edges of the index, looked at themselves."""
    if not bounds or table.geometry is None:
        return None
    index, rows = "main." + quoted(str(table.rtree)), "main." + quoted(table.name)
    edges: List[float] = []
    # Its columns may have any names, but their order is the one of the boxes.
    key, *columns = (
        column[0] for column in connection.execute(sql("SELECT * FROM", index, "LIMIT 0")).description
    )
    for position, bound in enumerate(bounds):
        is_low = position % 2 == 0
        ids = sql(
            "SELECT",
            quoted(key),
            "FROM",
            index,
            "WHERE",
            quoted(columns[position]),
            "<=" if is_low else ">=",
            "?",
        )
        query = sql(
            *("SELECT", quoted(table.geometry.name), "FROM", rows),
            *("WHERE", quoted(table.key[0]), "IN (", ids, ")"),
        )
        boxes = (box_of(geometry) for (geometry,) in connection.execute(query, (bound,)))
        ends = [box[position] for box in boxes if box is not None]
        edges.append((min(ends) if is_low else max(ends)) if ends else bound)
    return edges[0], edges[1], edges[2], edges[3]
