# SPDX-License-Identifier: GPL-2.0-or-later
"""The spatial index of a table as GeoPackage wants it: an R-tree, its entry in the registry, and its triggers."""

from __future__ import annotations

import sqlite3

from .schema import Table
from .sql import quoted, sql
from .upkeep import fill_rtree

RTREE_EXTENSION = (
    "gpkg_rtree_index",
    "http://www.geopackage.org/spec120/#extension_rtree",
    "write-only",
)
EXTENSIONS = (
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, "
    "definition TEXT NOT NULL, scope TEXT NOT NULL, "
    "CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))"
)


def add_spatial_index(connection: sqlite3.Connection, table: Table) -> None:
    """Index the geometries of a table that has an integer key and no index yet."""
    if table.geometry is None:
        return
    geometry, name = table.geometry.name, f"rtree_{table.name}_{table.geometry.name}"
    connection.execute(sql("CREATE VIRTUAL TABLE", quoted(name), "USING rtree(id, minx, maxx, miny, maxy)"))
    fill_rtree(connection, name)
    connection.execute(EXTENSIONS)
    connection.execute(
        "INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)", (table.name, geometry, *RTREE_EXTENSION)
    )
    for statement in rtree_triggers(table.name, geometry, table.key[0]):
        connection.execute(statement)


def rtree_triggers(table: str, geometry: str, key: str) -> list[str]:
    """The triggers that GeoPackage 1.2 demands for a spatial index."""
    rtree, t, g, k = (quoted(name) for name in (f"rtree_{table}_{geometry}", table, geometry, key))
    there = f"(NEW.{g} NOTNULL AND NOT ST_IsEmpty(NEW.{g}))"
    gone = f"(NEW.{g} ISNULL OR ST_IsEmpty(NEW.{g}))"
    box = f"NEW.{k}, ST_MinX(NEW.{g}), ST_MaxX(NEW.{g}), ST_MinY(NEW.{g}), ST_MaxY(NEW.{g})"
    put = sql("INSERT OR REPLACE INTO", rtree, "VALUES (" + box + ");")
    drop = sql("DELETE FROM", rtree, f"WHERE id = OLD.{k};")
    same, moved = f"OLD.{k} = NEW.{k}", f"OLD.{k} != NEW.{k}"
    events = (
        ("insert", f"AFTER INSERT ON {t} WHEN {there}", put),
        ("update1", f"AFTER UPDATE OF {g} ON {t} WHEN {same} AND {there}", put),
        ("update2", f"AFTER UPDATE OF {g} ON {t} WHEN {same} AND {gone}", drop),
        ("update3", f"AFTER UPDATE ON {t} WHEN {moved} AND {there}", f"{drop} {put}"),
        (
            "update4",
            f"AFTER UPDATE ON {t} WHEN {moved} AND {gone}",
            sql("DELETE FROM", rtree, f"WHERE id IN (OLD.{k}, NEW.{k});"),
        ),
        ("delete", f"AFTER DELETE ON {t} WHEN OLD.{g} NOTNULL", drop),
    )
    return [
        f"CREATE TRIGGER {quoted(f'rtree_{table}_{geometry}_{name}')} {event} BEGIN {action} END"
        for name, event, action in events
    ]
