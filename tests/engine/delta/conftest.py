# SPDX-License-Identifier: GPL-2.0-or-later
"""A survey project to apply deltas to: trees and plots with geometry, visits without, in one GeoPackage."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, List, Optional
from uuid import UUID, uuid4

import pytest

from qfieldcloud_plugin.engine.delta import Delta, DeltaResult, State, apply_deltas
from qfieldcloud_plugin.engine.gpkg import connect
from qfieldcloud_plugin.engine.gpkg.geometry import geometry_blob, wkb
from qfieldcloud_plugin.engine.gpkg.wkt import wkb_to_wkt, wkt_to_wkb
from qfieldcloud_plugin.engine.project.project import Project, read_project

CLIENT = "cd517e24-a520-4021-8850-e5af70e3a612"

_REGISTRY = """
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
    description TEXT DEFAULT '', last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
    srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
    PRIMARY KEY (table_name, column_name));
CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]', '');
"""

TREES = """CREATE TABLE trees (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, uuid TEXT, species TEXT,
    height REAL, stems INTEGER, alive BOOLEAN, planted DATE, seen DATETIME, photo TEXT, code TEXT UNIQUE,
    status TEXT DEFAULT 'new', raw BLOB)"""
PLOTS = "CREATE TABLE plots (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, name TEXT NOT NULL)"
VISITS = """CREATE TABLE visits (id TEXT PRIMARY KEY NOT NULL, tree INTEGER REFERENCES trees (fid), note TEXT,
    at DATETIME)"""


def register(connection: sqlite3.Connection, table: str, kind: str = "", z: int = 0, m: int = 0) -> None:
    """Enter a table as OGR does, with its spatial index and its triggers."""
    data_type = "features" if kind else "attributes"
    connection.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, ?, ?, 4326)",
        (table, data_type, table),
    )
    connection.execute("INSERT INTO gpkg_ogr_contents VALUES (?, 0)", (table,))
    for verb, sign in (("INSERT", "+"), ("DELETE", "-")):
        connection.execute(
            f'CREATE TRIGGER "trigger_{verb.lower()}_feature_count_{table}" AFTER {verb} ON "{table}" BEGIN '
            f"UPDATE gpkg_ogr_contents SET feature_count = feature_count {sign} 1 "
            f"WHERE lower(table_name) = lower('{table}'); END"
        )
    if not kind:
        return
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, ?, ?)", (table, kind, z, m)
    )
    connection.execute(f'CREATE VIRTUAL TABLE "rtree_{table}_geom" USING rtree(id, minx, maxx, miny, maxy)')
    there, empty = (
        "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))",
        "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))",
    )
    enter = (
        f'INSERT OR REPLACE INTO "rtree_{table}_geom" VALUES '
        "(NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));"
    )
    leave = f'DELETE FROM "rtree_{table}_geom" WHERE id = OLD.fid;'
    for name, event, condition, action in (
        ("insert", "INSERT", there, enter),
        ("update1", "UPDATE OF geom", f"OLD.fid = NEW.fid AND {there}", enter),
        ("update2", "UPDATE OF geom", f"OLD.fid = NEW.fid AND {empty}", leave),
        ("update3", "UPDATE", f"OLD.fid != NEW.fid AND {there}", leave + enter),
        ("delete", "DELETE", "OLD.geom NOTNULL", leave),
    ):
        connection.execute(
            f'CREATE TRIGGER "rtree_{table}_geom_{name}" AFTER {event} ON "{table}" WHEN {condition} BEGIN {action} END'
        )


class Survey:
    """A project folder with its GeoPackage, and what tests ask of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.gpkg = folder / "data.gpkg"
        self.layers: Dict[str, str] = {}
        self.relations = ""
        self.keys: Dict[str, str] = {}
        if not self.gpkg.exists():
            connection = sqlite3.connect(self.gpkg)
            connection.executescript(f"PRAGMA synchronous = OFF; BEGIN; {_REGISTRY} COMMIT;")
            connection.close()

    def copy_to(self, folder: Path) -> Survey:
        shutil.copytree(self.folder, folder)
        copy = Survey(folder)
        copy.layers, copy.relations = dict(self.layers), self.relations
        return copy

    def add_table(self, statement: str, kind: str = "", *, z: int = 0, m: int = 0) -> None:
        table = statement.split("CREATE TABLE ")[1].split(" (")[0].strip('"')
        with self.sql() as connection:
            connection.execute(statement)
            register(connection, table, kind, z, m)
        self.add_layer(f"{table}_layer", f"./data.gpkg|layername={table}")

    def add_layer(self, layer_id: str, source: str, **attributes: str) -> None:
        named = " ".join(f'{name}="{value}"' for name, value in attributes.items())
        self.layers[layer_id] = (
            f'<maplayer type="vector" {named}><id>{layer_id}</id><layername>{layer_id.title()}</layername>'
            f"<datasource>{source}</datasource><provider>ogr</provider>"
            "<srs><spatialrefsys><authid>EPSG:4326</authid></spatialrefsys></srs></maplayer>"
        )
        self.write_project()

    def add_relation(self, child: str, field: str, parent: str, parent_field: str) -> None:
        self.relations += (
            f'<relation id="{child}" name="{child}" referencingLayer="{child}" referencedLayer="{parent}">'
            f'<fieldRef referencingField="{field}" referencedField="{parent_field}"/></relation>'
        )
        self.write_project()

    def write_project(self) -> None:
        layers = "".join(self.layers.values())
        (self.folder / "survey.qgs").write_text(
            f'<!DOCTYPE qgis><qgis version="3.34.0"><projectlayers>{layers}</projectlayers>'
            f"<relations>{self.relations}</relations></qgis>"
        )

    @property
    def project(self) -> Project:
        return read_project(self.folder / "survey.qgs")

    def sql(self) -> sqlite3.Connection:
        """In a `with`, it commits; then it is closed by the garbage collector."""
        connection = connect(self.gpkg, write=True)
        connection.execute("PRAGMA synchronous = OFF")
        connection.isolation_level = "DEFERRED"
        return connection

    def add_rows(self, table: str, *rows: Dict[str, Any]) -> None:
        connection = self.sql()
        with connection:
            for row in rows:
                columns = ", ".join(f'"{name}"' for name in row)
                places = ", ".join("?" * len(row))
                connection.execute(
                    f'INSERT INTO "{table}" ({columns}) VALUES ({places})', tuple(row.values())
                )
        connection.close()

    def rows(self, table: str = "trees", columns: str = "*") -> List[Dict[str, Any]]:
        connection = sqlite3.connect(self.gpkg)
        connection.row_factory = sqlite3.Row
        try:
            rows = connection.execute(f'SELECT {columns} FROM "{table}" ORDER BY 1').fetchall()
        finally:
            connection.close()
        return [dict(row) for row in rows]

    def row(self, key: Any, table: str = "trees") -> Optional[Dict[str, Any]]:
        return next((row for row in self.rows(table) if next(iter(row.values())) == key), None)

    def wkt(self, key: Any, table: str = "trees") -> Optional[str]:
        row = self.row(key, table)
        assert row is not None
        return None if row["geom"] is None else wkb_to_wkt(wkb(row["geom"]))

    def apply(self, *deltas: Delta, overwrite: bool = True, **options: Any) -> List[DeltaResult]:
        return apply_deltas(self.project, deltas, self.keys, overwrite, **options)

    def apply_one(self, delta: Delta, *, overwrite: bool = True, **options: Any) -> DeltaResult:
        (result,) = self.apply(delta, overwrite=overwrite, **options)
        return result

    def check_integrity(self) -> None:
        """SQLite, the spatial index and the feature count agree with the rows."""
        connection = connect(self.gpkg)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for (index,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE name LIKE 'rtree%geom'"
        ).fetchall():
            assert connection.execute("SELECT rtreecheck(?)", (index,)).fetchone() == ("ok",)
            table = index[len("rtree_") : -len("_geom")]
            indexed = connection.execute(f'SELECT id FROM "{index}" ORDER BY id').fetchall()
            assert (
                indexed
                == connection.execute(
                    f"SELECT fid FROM \"{table}\" WHERE geom NOTNULL AND (substr(geom, 4, 1) != x'11') ORDER BY fid"
                ).fetchall()
            )
        for table, count in connection.execute("SELECT * FROM gpkg_ogr_contents").fetchall():
            assert connection.execute(f'SELECT count(*) FROM "{table}"').fetchone() == (count,)
        connection.close()


def blob(text: str) -> bytes:
    return geometry_blob(wkt_to_wkb(text), 4326)


def change(
    method: str,
    pk: Any = "",
    *,
    new: Optional[Dict[str, Any]] = None,
    old: Optional[Dict[str, Any]] = None,
    layer: str = "trees_layer",
    local_pk: Any = None,
    **more: Any,
) -> Delta:
    """A delta as a device sends it; a `geometry` among the values stands beside the attributes."""
    return Delta(
        uuid=str(uuid4()),
        method=method,
        local_layer_id=layer,
        source_layer_id=layer,
        local_pk=str(pk if local_pk is None else local_pk),
        source_pk=str(pk),
        client_id=more.pop("client_id", CLIENT),
        old=None if old is None else _state(old, more.pop("is_snapshot", None)),
        new=None if new is None else _state(new, None),
        **more,
    )


def _state(values: Dict[str, Any], is_snapshot: Optional[bool]) -> State:
    attributes = {name: value for name, value in values.items() if name != "geometry"}
    return State(attributes, values.get("geometry"), "geometry" in values, is_snapshot=is_snapshot)


@pytest.fixture
def make_survey(tmp_path: Path) -> Callable[[], Survey]:
    def make() -> Survey:
        folder = tmp_path / str(uuid4())
        folder.mkdir()
        return Survey(folder)

    return make


def planted(survey: Survey) -> None:
    """Three trees, a plot and a visit."""
    survey.add_table(TREES, "POINT")
    survey.add_table(PLOTS, "MULTIPOLYGON")
    survey.add_table(VISITS)
    survey.add_rows(
        "trees",
        *(
            {
                "geom": blob(f"Point ({n} {n})"),
                "species": name,
                "height": height,
                "stems": n,
                "uuid": str(UUID(int=n)),
            }
            for n, (name, height) in enumerate((("oak", 10.5), ("ash", 3.0), ("elm", None)), start=1)
        ),
    )
    survey.add_rows("plots", {"geom": blob("MultiPolygon (((0 0, 1 0, 1 1, 0 0)))"), "name": "north"})
    survey.add_rows("visits", {"id": "v1", "tree": 1, "note": "first"})


@pytest.fixture(scope="session")
def planted_survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    survey = Survey(tmp_path_factory.mktemp("planted"))
    planted(survey)
    return survey


@pytest.fixture
def survey(planted_survey: Survey, tmp_path: Path) -> Survey:
    """Three trees, a plot and a visit."""
    return planted_survey.copy_to(tmp_path / "survey")


@pytest.fixture(scope="session")
def empty_survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    survey = Survey(tmp_path_factory.mktemp("empty"))
    survey.add_table(TREES, "POINT")
    survey.add_table(VISITS)
    return survey


@pytest.fixture
def delta() -> Callable[..., Delta]:
    return change


@pytest.fixture
def statuses() -> Callable[[Iterable[DeltaResult]], List[str]]:
    return lambda results: [result.status for result in results]
