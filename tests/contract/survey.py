# SPDX-License-Identifier: GPL-2.0-or-later
"""A small survey as a QGIS project, made without QGIS: areas, trees with photos, and visits without geometry."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from xml.sax.saxutils import quoteattr

from .field_geometry import from_wkt, register_functions, to_blob

WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)

SCHEMA = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,
  definition TEXT NOT NULL, scope TEXT NOT NULL);
CREATE TABLE areas (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POLYGON, name TEXT, owner TEXT);
CREATE TABLE trees (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, species TEXT, height REAL,
  healthy BOOLEAN, planted DATE, seen DATETIME, photo TEXT);
CREATE TABLE visits (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, uuid TEXT, tree INTEGER, note TEXT);
"""

RTREE = """
CREATE VIRTUAL TABLE "rtree_{t}_geom" USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER "rtree_{t}_geom_insert" AFTER INSERT ON "{t}"
  WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(new."geom"))
  BEGIN INSERT OR REPLACE INTO "rtree_{t}_geom" VALUES (new."fid", ST_MinX(new."geom"), ST_MaxX(new."geom"),
    ST_MinY(new."geom"), ST_MaxY(new."geom")); END;
CREATE TRIGGER "rtree_{t}_geom_update1" AFTER UPDATE OF "geom" ON "{t}"
  WHEN old."fid" = new."fid" AND (new."geom" NOTNULL AND NOT ST_IsEmpty(new."geom"))
  BEGIN INSERT OR REPLACE INTO "rtree_{t}_geom" VALUES (new."fid", ST_MinX(new."geom"), ST_MaxX(new."geom"),
    ST_MinY(new."geom"), ST_MaxY(new."geom")); END;
CREATE TRIGGER "rtree_{t}_geom_delete" AFTER DELETE ON "{t}" WHEN old."geom" NOT NULL
  BEGIN DELETE FROM "rtree_{t}_geom" WHERE id = old."fid"; END;
"""

SPECIES = ("oak", "ash", "beech", "elm", "fir")


def make_survey(folder: Path, *, trees: int = 20, with_keys: bool = True) -> Path:
    """The project file; `survey.gpkg` beside it. Without keys, QField can edit nothing of it."""
    folder.mkdir(parents=True, exist_ok=True)
    _make_geopackage(folder / "survey.gpkg", trees, with_keys)
    project = folder / "survey.qgs"
    layers = [
        _layer("areas_1a2b", "Areas", "areas", "Polygon"),
        _layer("trees_3c4d", "Trees", "trees", "Point", attachment="photo"),
        _layer("visits_5e6f", "Visits", "visits", "No geometry"),
    ]
    project.write_text(_project("Survey", layers), "utf-8")
    return project


def _make_geopackage(path: Path, trees: int, with_keys: bool) -> None:
    schema = (
        SCHEMA
        if with_keys
        else SCHEMA.replace("fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", "number INTEGER")
    )
    with closing(sqlite3.connect(path)) as connection, connection:
        register_functions(connection)
        connection.executescript("PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;")
        connection.executescript(schema)
        connection.execute(
            "INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)", ("WGS 84", 4326, "EPSG", 4326, WGS84, "")
        )
        for table, kind in (("areas", "POLYGON"), ("trees", "POINT"), ("visits", "")):
            data_type = "features" if kind else "attributes"
            connection.execute(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?,?,?,?)",
                (table, data_type, table, 4326 if kind else None),
            )
            if kind:
                connection.execute(
                    "INSERT INTO gpkg_geometry_columns VALUES (?,'geom',?,4326,0,0)", (table, kind)
                )
                if with_keys:
                    connection.executescript(RTREE.format(t=table))
        _fill(connection, trees)


def _fill(connection: sqlite3.Connection, trees: int) -> None:
    square = "Polygon (({0} 47,{1} 47,{1} 48,{0} 48,{0} 47))"
    for number in range(3):
        blob = to_blob(from_wkt(square.format(8 + number, 9 + number)), 4326)
        connection.execute(
            "INSERT INTO areas (geom, name, owner) VALUES (?,?,?)", (blob, f"area {number}", "town")
        )
    for number in range(trees):
        blob = to_blob(from_wkt(f"Point ({8 + number / 10} {47 + number / 20})"), 4326)
        connection.execute(
            "INSERT INTO trees (geom, species, height, healthy, planted, seen) VALUES (?,?,?,?,?,?)",
            (
                blob,
                SPECIES[number % 5],
                5 + number / 2,
                number % 3 > 0,
                "1990-04-01",
                "2026-05-01T10:00:00.000Z",
            ),
        )
    for number in range(4):
        connection.execute(
            "INSERT INTO visits (uuid, tree, note) VALUES (?,?,?)", (f"visit-{number}", number + 1, "planned")
        )


def _layer(layer_id: str, name: str, table: str, geometry: str, attachment: str = "") -> str:
    widget = (
        f'<field name={quoteattr(attachment)}><editWidget type="ExternalResource"/></field>'
        if attachment
        else ""
    )
    return f"""
    <maplayer type="vector" geometry="{geometry}" readOnly="0">
      <id>{layer_id}</id>
      <datasource>./survey.gpkg|layername={table}</datasource>
      <layername>{name}</layername>
      <srs><spatialrefsys><srid>3452</srid><srsid>3452</srsid><authid>EPSG:4326</authid></spatialrefsys></srs>
      <provider encoding="UTF-8">ogr</provider>
      <customproperties><Option type="Map">
        <Option name="QFieldSync/cloud_action" type="QString" value="offline"/>
      </Option></customproperties>
      <fieldConfiguration>{widget}</fieldConfiguration>
    </maplayer>"""


def _project(title: str, layers: list[str]) -> str:
    return f"""<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" projectname="{title}">
  <title>{title}</title>
  <projectCrs><spatialrefsys><srid>4326</srid><authid>EPSG:4326</authid></spatialrefsys></projectCrs>
  <projectlayers>{"".join(layers)}
  </projectlayers>
  <properties>
    <QFieldSync><attachmentDirs type="QStringList"><value>DCIM</value></attachmentDirs></QFieldSync>
  </properties>
</qgis>
"""
