# SPDX-License-Identifier: GPL-2.0-or-later
"""Keep right what follows from rows: spatial index, feature count, extent, time of the last change."""

from __future__ import annotations

import sqlite3
from typing import Any, Iterable, List, Sequence, Tuple

from .changeset import TableChanges
from .extent import keep_up_extent
from .geometry import Envelope, box_of
from .schema import Schema, Table, read_schema
from .sql import names, quoted, sql


def keep_up(
    connection: sqlite3.Connection, schema: Schema, changed: Sequence[Tuple[TableChanges, Table]]
) -> None:
    """After the rows were written, triggers asleep: the work that triggers and OGR would have done."""
    new_counts = _tables_inserted(changed, "gpkg_ogr_contents")
    new_contents = _tables_inserted(changed, "gpkg_contents")
    for changes, table in changed:
        gone, new = _keep_up_rtree(connection, changes, table)
        if "gpkg_ogr_contents" in schema and table.name not in new_counts:
            _keep_up_count(connection, changes)
        if "gpkg_contents" in schema and table.name not in new_contents:
            _keep_up_contents(connection, table)
            if gone or new:
                keep_up_extent(connection, table, gone, new)


def _tables_inserted(changed: Iterable[Tuple[TableChanges, Table]], registry: str) -> set[Any]:
    """The tables whose row in the registry came with the changeset, and so is right already."""
    return {
        row[changes.columns.index("table_name")]
        for changes, table in changed
        if table.name.lower() == registry
        for row in changes.inserts
    }


def _keep_up_rtree(
    connection: sqlite3.Connection, changes: TableChanges, table: Table
) -> Tuple[List[Envelope], List[Envelope]]:
    """Writes the index entries of touched geometries only; returns the boxes that went and those that came."""
    geometry = changes.geometry
    if geometry is None or not table.integer_key or not changes.key:
        return [], []
    key = changes.key[0]
    gone: List[Tuple[Any]] = [(row[key],) for row in changes.deletes if row[geometry] is not None]
    former = [box_of(row[geometry]) for row in changes.deletes]
    entries = [(row[key], box_of(row[geometry])) for row in changes.inserts]
    for positions, rows in changes.updates.items():
        if geometry not in positions:
            continue
        new, old = positions.index(geometry), positions.index(geometry) + len(positions) + 1
        for row in rows:
            box, old_box = box_of(row[new]), box_of(row[old])
            if box != old_box:
                former.append(old_box)
            if box is None:
                gone.append((row[len(positions)],))
            elif box != old_box:
                entries.append((row[len(positions)], box))
    boxes = [(fid, *box) for fid, box in entries if box is not None]
    if table.rtree is not None:
        rtree = "main." + quoted(table.rtree)
        connection.executemany(sql("DELETE FROM", rtree, "WHERE id = ?"), gone)
        connection.executemany(sql("INSERT OR REPLACE INTO", rtree, "VALUES (?, ?, ?, ?, ?)"), boxes)
    return [box for box in former if box is not None], [box[1:] for box in boxes]


def fill_rtree(connection: sqlite3.Connection, name: str) -> None:
    """Index all geometries of the table that the spatial index `name` belongs to."""
    table = next((table for table in read_schema(connection) if table.rtree == name), None)
    if table is None or table.geometry is None or not table.integer_key:
        return
    columns = names([table.key[0], table.geometry.name])
    rows = connection.execute(sql("SELECT", columns, "FROM", "main." + quoted(table.name))).fetchall()
    boxes = ((fid, box_of(geometry)) for fid, geometry in rows)
    connection.executemany(
        sql("INSERT INTO", "main." + quoted(name), "VALUES (?, ?, ?, ?, ?)"),
        ((fid, *box) for fid, box in boxes if box is not None),
    )


def refill_rtree(connection: sqlite3.Connection, name: str) -> None:
    """Index the geometries of the table `name` anew, if it has a spatial index."""
    table = read_schema(connection).get(name)
    if table is not None and table.rtree is not None:
        connection.execute(sql("DELETE FROM", "main." + quoted(table.rtree)))
        fill_rtree(connection, table.rtree)


def _keep_up_count(connection: sqlite3.Connection, changes: TableChanges) -> None:
    more = len(changes.inserts) - len(changes.deletes)
    if more:
        connection.execute(
            "UPDATE main.gpkg_ogr_contents SET feature_count = feature_count + ? "
            "WHERE lower(table_name) = lower(?)",
            (more, changes.name),
        )


def _keep_up_contents(connection: sqlite3.Connection, table: Table) -> None:
    connection.execute(
        "UPDATE main.gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
        "WHERE lower(table_name) = lower(?)",
        (table.name,),
    )
