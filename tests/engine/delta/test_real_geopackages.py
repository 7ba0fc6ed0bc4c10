# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackages as GDAL makes them: after deltas were applied, SQLite and GDAL still agree with every row."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from qfieldcloud_plugin.engine.delta import DeltaFile, compose, source_layers, undo
from qfieldcloud_plugin.engine.gpkg import connect, diff
from qfieldcloud_plugin.engine.gpkg.geometry import wkb
from qfieldcloud_plugin.engine.gpkg.wkt import wkb_to_wkt

WORLD = Path("/usr/share/qgis/resources/data/world_map.gpkg")
CLIENT = "cd517e24-a520-4021-8850-e5af70e3a612"

needs_gdal = pytest.mark.skipif(
    not (shutil.which("ogr2ogr") and shutil.which("ogrinfo")), reason="needs gdal-bin"
)
needs_world = pytest.mark.skipif(not WORLD.exists(), reason="needs QGIS's world map")


def ogr(*words: object) -> str:
    return subprocess.run(
        [str(word) for word in words], check=True, capture_output=True, text=True, timeout=60
    ).stdout


def ogr_rows(path: Path, table: str) -> list:
    """The rows as GDAL sees them."""
    text = ogr("ogr2ogr", "-f", "GeoJSONSeq", "-lco", "COORDINATE_PRECISION=15", "/vsistdout/", path, table)
    return sorted(text.splitlines())


def counted_by_ogr(path: Path, table: str) -> int:
    return int(
        next(line for line in ogr("ogrinfo", "-so", path, table).splitlines() if "Feature Count" in line)[15:]
    )


def travelled(survey, target: Path, **options):
    made = compose(
        diff(survey.gpkg, target), source_layers(survey.project, survey.gpkg), client_id=CLIENT, **options
    )
    return DeltaFile.from_bytes(DeltaFile(CLIENT, CLIENT, tuple(made)).to_bytes()).deltas


@pytest.fixture
def world(make_survey):
    survey = make_survey()
    shutil.copy(WORLD, survey.gpkg)
    survey.gpkg.chmod(0o600)
    survey.add_layer("countries", "./data.gpkg|layername=countries")
    survey.add_layer("states", "./data.gpkg|layername=states_provinces")
    return survey


@needs_gdal
@needs_world
def test_the_world_can_be_edited_and_put_back(world):
    base, target = world.folder / "base.gpkg", world.folder / "target.gpkg"
    shutil.copy(world.gpkg, base)
    shutil.copy(world.gpkg, target)
    connection = connect(target, write=True)
    connection.execute("UPDATE countries SET NAME = NAME || '!' WHERE fid % 3 = 0")
    connection.execute(
        "UPDATE states_provinces SET geom = (SELECT geom FROM states_provinces LIMIT 1) WHERE fid % 500 = 1"
    )
    connection.execute("DELETE FROM states_provinces WHERE fid % 300 = 2")
    connection.execute(
        "INSERT INTO countries (geom, NAME) SELECT geom, 'new ' || fid FROM countries WHERE fid % 10 = 4"
    )
    connection.close()

    deltas = travelled(world, target)
    assert len(deltas) > 100
    results = world.apply(*deltas, overwrite=False)
    assert {result.status for result in results} == {"applied"}
    assert ogr_rows(world.gpkg, "countries") == ogr_rows(target, "countries")
    for table in ("countries", "states_provinces"):
        assert counted_by_ogr(world.gpkg, table) == counted_by_ogr(target, table)
    assert list(diff(world.gpkg, target)) == []
    world.check_integrity()

    assert {result.status for result in world.apply(*undo(deltas, results))} == {"applied"}
    assert list(diff(world.gpkg, base)) == []
    world.check_integrity()


SHAPES = {
    "POINT": "Point (1 2)",
    "POINTZ": "Point Z (1 2 3)",
    "LINESTRINGZM": "LineString ZM (1 2 3 4, 5 6 7 8)",
    "POLYGON": "Polygon ((0 0, 1 0, 1 1, 0 0),(0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1))",
    "MULTIPOINT": "MultiPoint ((1 2),(3 4))",
    "MULTILINESTRING": "MultiLineString ((0 0, 1 1),(2 2, 3 3))",
    "MULTIPOLYGON": "MultiPolygon (((0 0, 1 0, 1 1, 0 0)))",
    "GEOMETRYCOLLECTION": "GeometryCollection (Point (1 2),LineString (0 0, 1 1))",
    "COMPOUNDCURVE": "CompoundCurve (CircularString (0 0, 1 1, 2 0),(2 0, 3 3))",
    "CURVEPOLYGON": "CurvePolygon (CircularString (0 0, 1 1, 2 0, 1 -1, 0 0))",
    "MULTICURVE": "MultiCurve (LineString (0 0, 1 1),CircularString (0 0, 1 1, 2 0))",
    "MULTISURFACE": "MultiSurface (Polygon ((0 0, 1 0, 1 1, 0 0)))",
    "POLYHEDRALSURFACEZ": "PolyhedralSurface Z (((0 0 0, 1 0 0, 1 1 0, 0 0 0)))",
    "TINZ": "TIN Z (((0 0 0, 1 0 0, 1 1 0, 0 0 0)))",
    "GEOMETRY": "LineString (0 0, 1 1)",
}


@needs_gdal
@pytest.mark.parametrize("kind", sorted(SHAPES))
def test_geometries_of_every_type_are_stored_as_gdal_stores_them(make_survey, delta, tmp_path, kind):
    survey = make_survey()
    text = SHAPES[kind]
    source = tmp_path / "one.csv"
    source.write_text(f'id;WKT\n1;"{text}"\n')
    survey.gpkg.unlink()
    options = (
        "-nlt",
        kind,
        "-a_srs",
        "EPSG:4326",
        "-nln",
        "t",
        "-oo",
        "SEPARATOR=SEMICOLON",
        "-oo",
        "GEOM_POSSIBLE_NAMES=WKT",
    )
    ogr("ogr2ogr", "-f", "GPKG", survey.gpkg, source, *options)
    survey.add_layer("t", "./data.gpkg|layername=t")
    result = survey.apply_one(delta("create", "", local_pk=1, new={"id": "1", "geometry": text}, layer="t"))
    assert result.status == "applied"
    first, second = survey.rows("t")
    assert wkb(second["geom"]) == wkb(first["geom"])
    assert wkb_to_wkt(wkb(first["geom"])) == text
    survey.check_integrity()
    assert counted_by_ogr(survey.gpkg, "t") == 2


@needs_gdal
def test_types_of_gdal_take_the_values_of_a_device(make_survey, delta, tmp_path):
    survey = make_survey()
    source = tmp_path / "source.geojson"
    properties = {
        "i": 1,
        "l": 2**40,
        "r": 1.5,
        "s": "x",
        "d": "2024-03-23",
        "t": "2024-03-23T01:23:45Z",
        "b": True,
        "j": ["a", "b"],
    }
    feature = {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Point", "coordinates": [1, 2]},
    }
    source.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    survey.gpkg.unlink()
    ogr("ogr2ogr", "-f", "GPKG", survey.gpkg, source, "-nln", "t")
    survey.add_layer("t", "./data.gpkg|layername=t")
    said = {
        "i": 7, "l": 2**41, "r": 3, "s": "Ünïcødé 😀", "d": "2025-01-31", "t": "2025-01-31T10:20:30.456",
        "b": False, "j": ["c", 1],
    }  # fmt: skip
    survey.apply_one(delta("create", "", local_pk=9, new={**said, "geometry": "Point (3 4)"}, layer="t"))
    _, new = (json.loads(line)["properties"] for line in ogr_rows(survey.gpkg, "t"))
    assert {**new, "t": None} == {**said, "t": None}
    assert new["t"].startswith("2025/01/31 10:20:30.456") or new["t"].startswith("2025-01-31T10:20:30.456")
    # A device that sends what it read sees no conflict.
    row = {**properties, "t": "2024-03-23T01:23:45.000", "j": survey.row(1, "t")["j"]}
    late = delta("patch", 1, old=row, new={"s": "y"}, layer="t", is_snapshot=True)
    result = survey.apply_one(late, overwrite=False)
    assert result.conflicts is None
    assert result.status == "applied"


@needs_gdal
@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_many_random_edits_leave_a_sound_file(make_survey, delta, tmp_path, mode):
    survey = make_survey()
    source = tmp_path / "points.csv"
    source.write_text("x,y,name\n" + "".join(f"{n},{n},tree {n}\n" for n in range(500)))
    survey.gpkg.unlink()
    columns = ("-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y", "-oo", "KEEP_GEOM_COLUMNS=NO")
    ogr("ogr2ogr", "-f", "GPKG", survey.gpkg, source, "-nln", "t", "-a_srs", "EPSG:4326", *columns)
    connection = connect(survey.gpkg, write=True)
    connection.execute(f"PRAGMA journal_mode = {mode}")
    connection.close()
    survey.add_layer("t", "./data.gpkg|layername=t")
    dice = random.Random(1)
    keys, deltas, expected = list(range(1, 501)), [], {n: f"tree {n - 1}" for n in range(1, 501)}
    for n in range(600):
        method = dice.choice(["patch", "patch", "create", "delete"])
        where = {"geometry": f"Point ({dice.uniform(-9, 9)!r} {n})"} if dice.random() < 0.7 else {}
        if method == "create":
            deltas.append(
                delta("create", 1000 + n, new={"fid": 1000 + n, "name": f"new {n}", **where}, layer="t")
            )
            expected[1000 + n] = f"new {n}"
            keys.append(1000 + n)
            continue
        key = dice.choice(keys)
        if method == "patch":
            deltas.append(delta("patch", key, old={}, new={"name": f"name {n}", **where}, layer="t"))
            expected[key] = f"name {n}"
        else:
            deltas.append(delta("delete", key, old={}, layer="t"))
            keys.remove(key)
            del expected[key]
    assert {result.status for result in survey.apply(*deltas)} == {"applied"}
    assert {row["fid"]: row["name"] for row in survey.rows("t")} == expected
    survey.check_integrity()
    assert counted_by_ogr(survey.gpkg, "t") == len(expected)
    assert not survey.gpkg.with_name("data.gpkg-wal").exists()
