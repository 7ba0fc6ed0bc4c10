# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackages made for tests, with the tables and triggers that OGR writes, and their content to compare."""

from __future__ import annotations

import sqlite3
import struct
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any, Dict, Iterable, List, Sequence, Tuple

from qfieldcloud_plugin.engine.gpkg import connect, read_schema
from qfieldcloud_plugin.engine.gpkg.functions import register_functions
from qfieldcloud_plugin.engine.gpkg.geometry import InvalidGeometry, geometry_blob, wkb
from qfieldcloud_plugin.engine.gpkg.sql import names, quoted, sql
from qfieldcloud_plugin.engine.gpkg.upkept import UPKEPT_COLUMNS

_META = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined', 0, 'NONE', 0, 'undefined', NULL), ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]', NULL);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
  definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
"""
_COUNT_TRIGGERS = """
CREATE TRIGGER "trigger_insert_feature_count_{t}" AFTER INSERT ON "{t}" BEGIN
  UPDATE gpkg_ogr_contents SET feature_count = feature_count + 1 WHERE lower(table_name) = lower('{t}'); END;
CREATE TRIGGER "trigger_delete_feature_count_{t}" AFTER DELETE ON "{t}" BEGIN
  UPDATE gpkg_ogr_contents SET feature_count = feature_count - 1 WHERE lower(table_name) = lower('{t}'); END;
"""
_RTREE = """
CREATE VIRTUAL TABLE "rtree_{t}_{g}" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_{t}_{g}_insert" AFTER INSERT ON "{t}"
  WHEN (new."{g}" NOT NULL AND NOT ST_IsEmpty(NEW."{g}")) BEGIN
  INSERT OR REPLACE INTO "rtree_{t}_{g}" VALUES (NEW."{k}", ST_MinX(NEW."{g}"), ST_MaxX(NEW."{g}"),
    ST_MinY(NEW."{g}"), ST_MaxY(NEW."{g}")); END;
CREATE TRIGGER "rtree_{t}_{g}_update1" AFTER UPDATE OF "{g}" ON "{t}"
  WHEN OLD."{k}" = NEW."{k}" AND (NEW."{g}" NOTNULL AND NOT ST_IsEmpty(NEW."{g}")) BEGIN
  INSERT OR REPLACE INTO "rtree_{t}_{g}" VALUES (NEW."{k}", ST_MinX(NEW."{g}"), ST_MaxX(NEW."{g}"),
    ST_MinY(NEW."{g}"), ST_MaxY(NEW."{g}")); END;
CREATE TRIGGER "rtree_{t}_{g}_update2" AFTER UPDATE OF "{g}" ON "{t}"
  WHEN OLD."{k}" = NEW."{k}" AND (NEW."{g}" ISNULL OR ST_IsEmpty(NEW."{g}")) BEGIN
  DELETE FROM "rtree_{t}_{g}" WHERE id = OLD."{k}"; END;
CREATE TRIGGER "rtree_{t}_{g}_update3" AFTER UPDATE ON "{t}"
  WHEN OLD."{k}" != NEW."{k}" AND (NEW."{g}" NOTNULL AND NOT ST_IsEmpty(NEW."{g}")) BEGIN
  DELETE FROM "rtree_{t}_{g}" WHERE id = OLD."{k}";
  INSERT OR REPLACE INTO "rtree_{t}_{g}" VALUES (NEW."{k}", ST_MinX(NEW."{g}"), ST_MaxX(NEW."{g}"),
    ST_MinY(NEW."{g}"), ST_MaxY(NEW."{g}")); END;
CREATE TRIGGER "rtree_{t}_{g}_update4" AFTER UPDATE ON "{t}"
  WHEN OLD."{k}" != NEW."{k}" AND (NEW."{g}" ISNULL OR ST_IsEmpty(NEW."{g}")) BEGIN
  DELETE FROM "rtree_{t}_{g}" WHERE id IN (OLD."{k}", NEW."{k}"); END;
CREATE TRIGGER "rtree_{t}_{g}_delete" AFTER DELETE ON "{t}" WHEN old."{g}" NOT NULL BEGIN
  DELETE FROM "rtree_{t}_{g}" WHERE id = OLD."{k}"; END;
"""


def make_geopackage(path: Path, *, page_size: int = 4096, auto_vacuum: int = 0) -> sqlite3.Connection:
    """An empty GeoPackage, open with the functions that its triggers call."""
    connection = sqlite3.connect(str(path), isolation_level=None)
    register_functions(connection)
    connection.execute(f"PRAGMA page_size = {page_size}")
    connection.execute(f"PRAGMA auto_vacuum = {auto_vacuum}")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA application_id = 1196444487")
    connection.execute("PRAGMA user_version = 10300")
    connection.executescript("BEGIN;" + _META + "COMMIT;")
    return connection


def add_layer(
    connection: sqlite3.Connection,
    name: str,
    columns: str = "name TEXT, n INTEGER, r REAL",
    *,
    geometry_type: str = "POINT",
    key: str = "fid",
    geometry: str = "geom",
) -> None:
    """A feature table as OGR makes it: spatial index, feature count and their triggers."""
    more = ", " + columns if columns else ""
    connection.execute("BEGIN")
    identity = f'"{key}" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL'
    connection.execute(f'CREATE TABLE "{name}" ({identity}, "{geometry}" {geometry_type}{more})')
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'features', ?, 4326)",
        (name, name),
    )
    connection.execute("INSERT INTO gpkg_ogr_contents VALUES (?, 0)", (name,))
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, 4326, 0, 0)", (name, geometry, geometry_type)
    )
    for statement in (
        (_COUNT_TRIGGERS + _RTREE).replace("END;", "END;\0").replace("maxy);", "maxy);\0").split("\0")
    ):
        if statement.strip():
            connection.execute(statement.format(t=name, g=geometry, k=key))
    connection.execute("COMMIT")


def point(x: float, y: float) -> bytes:
    return geometry_blob(b"\x01" + struct.pack("<Idd", 1, x, y), 4326)


def polygon(ring: Sequence[Tuple[float, float]]) -> bytes:
    coordinates = b"".join(struct.pack("<dd", *vertex) for vertex in ring)
    return geometry_blob(b"\x01" + struct.pack("<III", 3, 1, len(ring)) + coordinates, 4326)


def run(path: Path, *statements: str, parameters: Iterable[Any] = ()) -> None:
    """Statements as another program would run them: triggers on, foreign keys enforced."""
    connection = connect(path, write=True)
    for statement in statements:
        connection.execute(statement, tuple(parameters))
    connection.close()


def content(path: Path) -> Dict[str, Any]:
    """Every row of every table with its types (geometries as WKB), to compare two files with `==`."""
    connection = connect(path)
    found: Dict[str, Any] = {}
    for table in read_schema(connection):
        columns = [
            name for name in table.stored_columns if name not in UPKEPT_COLUMNS.get(table.name.lower(), ())
        ]
        rows = connection.execute(sql("SELECT", names(columns), "FROM", quoted(table.name))).fetchall()
        geometry = columns.index(table.geometry.name) if table.geometry else None
        found[table.name] = Counter(
            tuple(_plain(value, place == geometry) for place, value in enumerate(row)) for row in rows
        )
    connection.close()
    return found


def _plain(value: Any, is_geometry: bool) -> Tuple[str, Any]:
    if is_geometry and isinstance(value, bytes):
        with suppress(InvalidGeometry):
            value = wkb(value)
    return type(value).__name__, value


def problems(path: Path) -> List[str]:
    """What is wrong with the file: structure, foreign keys, spatial index, feature count. Empty when all is well."""
    connection = connect(path, write=True)
    found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"foreign key {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    for table in read_schema(connection):
        if table.rtree is None or table.geometry is None:
            continue
        name, geometry, key = quoted(table.name), quoted(table.geometry.name), quoted(table.key[0])
        expected = connection.execute(
            f"SELECT {key}, ST_MinX({geometry}), ST_MaxX({geometry}), ST_MinY({geometry}), ST_MaxY({geometry}) "
            f"FROM {name} WHERE {geometry} NOTNULL AND ST_IsEmpty({geometry}) = 0"
        ).fetchall()
        indexed = {row[0]: row[1:] for row in connection.execute(f"SELECT * FROM {quoted(table.rtree)}")}
        for fid, *box in expected:
            stored = indexed.pop(fid, None)
            if stored is None or any(abs(a - b) > 1e-6 * max(1.0, abs(a)) for a, b in zip(box, stored)):
                found.append(f"{table.name} {fid}: box {box}, indexed {stored}")
        found += [f"{table.name} {fid}: indexed without geometry" for fid in indexed]
        count = connection.execute(
            "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = ?", (table.name,)
        )
        actual = connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        if count.fetchone()[0] != actual:
            found.append(f"{table.name}: feature count is not {actual}")
    connection.close()
    return found
