# SPDX-License-Identifier: GPL-2.0-or-later
"""CSV files go into packages as rows; whatever is wrong with a file stays with that file."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qfieldcloud_plugin.engine.__main__ import main
from qfieldcloud_plugin.engine.gpkg import wkt
from qfieldcloud_plugin.engine.gpkg.geometry import wkb
from qfieldcloud_plugin.engine.packaging import (
    PackageOptions,
    TextExporter,
    make_package,
    ogr_export,
    text_export,
)
from qfieldcloud_plugin.engine.project import read_project

OPTIONS = PackageOptions(exporters=[TextExporter()])
TREES = "fid,name,x,y\n7,oak,7.5,46\n9,beech,,\n"


def with_text(project, text: str, said: str = "type=csv&xField=x&yField=y", **layer: object) -> None:
    (project.folder / "trees.csv").write_text(text, "utf-8")
    settings = {"provider": "delimitedtext", "fields": ["fid", "name"]} | layer
    project.layer("trees", f"file:./trees.csv?{said}", **settings)


def rows(path: Path, statement: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def test_the_command_line_packages_a_csv_with_its_points(project, tmp_path, capsys):
    with_text(project, TREES, crs="EPSG:2056")
    assert main(["package", str(project.save()), str(tmp_path / "out")]) == 0
    assert "warning" not in capsys.readouterr().out
    data = tmp_path / "out/data.gpkg"
    found = rows(data, "SELECT fid, name, x, geom FROM trees ORDER BY 1")
    assert [row[:3] for row in found] == [(7, "oak", 7.5), (9, "beech", None)]
    assert wkt.wkb_to_wkt(wkb(found[0][3])) == "Point (7.5 46)"
    assert rows(data, "SELECT srs_id, geometry_type_name FROM gpkg_geometry_columns") == [(2056, "POINT")]
    layer = read_project(tmp_path / "out/project_qfield.qgz").layer("trees_id")
    assert layer.properties["QFieldSync/sourceDataPrimaryKeys"] == "fid"
    assert (layer.provider, layer.read_only) == ("ogr", False)


def test_the_rows_of_an_area_are_found_by_their_points(project, tmp_path):
    with_text(project, TREES + "11,far,20,20\n")
    area = ["--area", "POLYGON((7 45, 8 45, 8 47, 7 47, 7 45))"]
    assert main(["package", str(project.save()), str(tmp_path / "out"), *area]) == 0
    assert (11,) not in rows(tmp_path / "out/data.gpkg", "SELECT fid FROM trees")


@pytest.mark.parametrize(
    ("text", "said", "reason"),
    [
        ("fid,x,y\n1,1,1\n1,2,2\n", "xField=x&yField=y", "are not all there and different"),
        ("fid,x,y\n,1,1\n", "xField=x&yField=y", "are not all there and different"),
        ("fid,x\n1,1\n", "xField=x&yField=y", "no field “y”"),
        ("fid,x,y\n1,1,1\n", "xField=x&yField=y&xyDms=yes", "degrees, minutes"),
        ("fid,x,y\n1,1,1,1\n", "xField=x&yField=y", "more values"),
        ("fid,x,y,a\0b\n1,1,1,1\n", "xField=x&yField=y", "with a strange name|NUL"),
        (",".join(["fid,x,y", *map(str, range(2000))]), "xField=x&yField=y", "too many"),
        ("fid,x,y\n1,1,é\n", "xField=x&yField=y&encoding=ascii", "not in ascii"),
    ],
)
def test_a_file_that_cannot_come_home_is_copied_and_says_why(project, tmp_path, text, said, reason):
    with_text(project, text, said)
    project.table_layer("others", [])
    report = make_package(project.save(), tmp_path / "out", OPTIONS)
    (warning,) = report.warnings
    assert warning.code == "not_exported"
    assert re.search(reason, warning.text)
    assert (tmp_path / "out/trees.csv").read_text("utf-8") == text
    assert read_project(tmp_path / "out" / report.project_file).layer("trees_id").read_only
    assert report.actions["others_id"] == "offline"


def test_what_is_too_large_to_be_edited_line_by_line_is_only_shown(project, tmp_path, monkeypatch):
    monkeypatch.setattr(text_export, "MOST_BYTES", 10)
    with_text(project, TREES)
    report = make_package(project.save(), tmp_path / "out", OPTIONS)
    assert "larger than" in report.warnings[0].text


def test_filters_of_text_files_are_left_to_qgis(project, tmp_path):
    with_text(project, TREES, "xField=x&yField=y&subset=%22name%22%3D'oak'")
    report = make_package(project.save(), tmp_path / "out", OPTIONS)
    assert report.actions["trees_id"] == "copy"


PLACES = [
    {"fid": 4, "day": "2024-02-29", "ok": True, "tags": ["a"], "n": 1.5},
    {"fid": 9, "day": None, "ok": None, "tags": None, "n": 2},
]


def with_geojson(project, features, **layer) -> None:
    collection = {"type": "FeatureCollection", "features": features}
    (project.folder / "places.geojson").write_text(json.dumps(collection), "utf-8")
    project.layer("places", "./places.geojson", **({"fields": ["fid", "day"]} | layer))


def feature(properties, geometry=None) -> dict:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_geojson_needs_no_gdal(project, tmp_path, monkeypatch):
    monkeypatch.setattr(ogr_export, "is_available", lambda: False)
    square = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
    with_geojson(project, [feature(PLACES[0], square), feature(PLACES[1])], wkb="MultiPolygonZ")
    assert main(["package", str(project.save()), str(tmp_path / "out")]) == 0
    data = tmp_path / "out/data.gpkg"
    assert rows(data, "SELECT fid, day, ok, tags, n FROM places ORDER BY 1") == [
        (4, "2024-02-29", 1, '["a"]', 1.5), (9, None, None, None, 2.0),
    ]  # fmt: skip
    ((blob,), (nothing,)) = rows(data, "SELECT geom FROM places ORDER BY fid")
    assert wkt.wkb_to_wkt(wkb(blob)).startswith("MultiPolygon Z (((0 0 0,")
    assert nothing is None
    declared = dict(rows(data, "SELECT name, type FROM pragma_table_info('places')"))
    assert (declared["day"], declared["ok"], declared["tags"], declared["n"]) == (
        "DATE",
        "BOOLEAN",
        "JSON",
        "REAL",
    )


def test_members_of_a_geojson_collection_have_heights_if_one_of_them_has(project, tmp_path):
    members = [{"type": "Point", "coordinates": place} for place in ([1, 2], [3, 4, 5])]
    collection = {"type": "GeometryCollection", "geometries": members}
    with_geojson(project, [feature({"fid": 1}, collection)], wkb="GeometryCollectionZ")
    assert make_package(project.save(), tmp_path / "out", OPTIONS).warnings == []
    ((blob,),) = rows(tmp_path / "out/data.gpkg", "SELECT geom FROM places")
    assert wkt.wkb_to_wkt(wkb(blob)) == "GeometryCollection Z (Point Z (1 2 0),Point Z (3 4 5))"


def test_of_a_file_with_several_kinds_of_geometry_each_layer_shows_its_own(project, tmp_path):
    shapes = [("Point", [1, 2]), ("LineString", [[0, 0], [1, 1]])]
    features = [feature({"fid": n}, {"type": t, "coordinates": c}) for n, (t, c) in enumerate(shapes, 1)]
    with_geojson(project, features, wkb="Point")
    project.layers[-1].source += "|geometrytype=Point"
    report = make_package(project.save(), tmp_path / "out", OPTIONS)
    assert report.warnings == []
    data = tmp_path / "out/data.gpkg"
    assert rows(data, "SELECT geometry_type_name, z, m FROM gpkg_geometry_columns") == [("GEOMETRY", 2, 2)]
    assert rows(data, "SELECT fid FROM places ORDER BY 1") == [(1,), (2,)]
    assert (
        read_project(tmp_path / "out" / report.project_file)
        .layer("places_id")
        .source.raw.endswith("|geometrytype=Point")
    )


def test_the_old_types_with_heights_are_packaged_as_such(project, tmp_path):
    """Projects of QGIS 2 call them Point25D; their number is far from that of other points."""
    with_geojson(project, [feature({"fid": 1}, {"type": "Point", "coordinates": [1, 2, 3]})], wkb="Point25D")
    with_text(
        project, 'fid,w\n1,"LINESTRING Z(0 0 1, 1 1 1)"\n2,POINT(1 1)\n', "wktField=w", wkb="LineString25D"
    )
    assert make_package(project.save(), tmp_path / "out", OPTIONS).warnings == []
    data = tmp_path / "out/data.gpkg"
    asked = "SELECT table_name, geometry_type_name, z, m FROM gpkg_geometry_columns ORDER BY 1"
    assert rows(data, asked) == [("places", "POINT", 1, 0), ("trees", "LINESTRING", 1, 0)]
    for table, shape in (("places", "Point Z (1 2 3)"), ("trees", "LineString Z (0 0 1, 1 1 1)")):
        ((blob,),) = rows(data, f"SELECT geom FROM {table}")
        assert wkt.wkb_to_wkt(wkb(blob)) == shape


@pytest.mark.parametrize(
    ("features", "reason"),
    [
        ([feature({"fid": 1}), feature({"fid": 1})], "different"),
        ([feature({"fid": 1}, {"type": "LineString", "coordinates": [[0, 0], [1, 1]]})], "several kinds"),
        ([feature({"fid": 1, "FID": 1})], "same name"),
        ([feature({"fid": 1}, {"type": "Point", "coordinates": ["x"]})], "cannot be read"),
        ([3], "no GeoJSON"),
    ],
)
def test_geojson_that_cannot_come_home_is_copied_and_says_why(project, tmp_path, features, reason):
    with_geojson(project, features)
    report = make_package(project.save(), tmp_path / "out", OPTIONS)
    (warning,) = report.warnings
    assert (warning.code, reason in warning.text) == ("not_exported", True)
    assert (tmp_path / "out/places.geojson").is_file()


def test_equal_text_makes_equal_packages(project, tmp_path):
    with_text(project, TREES)
    path = project.save()
    first, second = (make_package(path, tmp_path / name, OPTIONS) for name in ("one", "two"))
    assert [file.sha256 for file in first.files if file.name == "data.gpkg"] == [
        file.sha256 for file in second.files if file.name == "data.gpkg"
    ]


def test_a_temporary_layer_says_that_it_is_empty_and_what_helps(project, tmp_path):
    project.layer("sketch", "Point?crs=EPSG:4326&field=fid:integer", provider="memory")
    report = make_package(project.save(), tmp_path / "out", OPTIONS)
    (warning,) = report.warnings
    assert warning.code == "temporary_layer"
    assert "empty" in warning.text
    assert "GeoPackage" in warning.text
    assert read_project(tmp_path / "out" / report.project_file).layer("sketch_id").read_only
