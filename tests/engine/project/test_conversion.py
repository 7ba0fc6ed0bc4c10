# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers that are no GeoPackages become some, with the project around them alive, and go back to the same bytes."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from shapefiles import LINE, POINT, write_shapefile

from qfieldcloud_plugin.engine.__main__ import main
from qfieldcloud_plugin.engine.errors import EngineError
from qfieldcloud_plugin.engine.gpkg import connect, read_schema
from qfieldcloud_plugin.engine.ogr import is_available
from qfieldcloud_plugin.engine.ogr.convert import OgrConverter
from qfieldcloud_plugin.engine.project import check_project, read_project, repair_project, undo_repairs

pytestmark = pytest.mark.skipif(not is_available(), reason="pyogrio is not installed")

COLUMNS = [("fid", "N", 9, 0), ("name", "C", 20, 0), ("height", "N", 8, 2), ("planted", "D", 8, 0)]
ROWS = [((7, 46), 12, "oak", 1.5, "20240131"), ((8, 47), 7, "Bäume", None, None), (None, 9, None, 2, None)]
WITH = {"converters": [OgrConverter()]}
RELATED = (
    '<referencedLayers><relation layerId="{id}" layerName="plots" dataSource="{source}" providerKey="ogr"/>'
    "</referencedLayers>"
)


def snapshot(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".qfieldcloud" not in path.parts
    }


def rows(path, statement):
    with closing(connect(path)) as connection:
        return connection.execute(statement).fetchall()


def codes(path):
    return sorted(finding.code for finding in check_project(path, **WITH))


@pytest.fixture
def trees(project):
    write_shapefile(project.folder / "shapes" / "trees.shp", POINT, COLUMNS, ROWS)
    names = [name for name, *_ in COLUMNS]
    project.layer("trees", "./shapes/trees.shp|subset=\"height\" > 1 OR name = 'Bäume'", fields=names)
    return project


def test_a_shapefile_becomes_a_geopackage_under_the_same_layer(trees):
    trees.layer("all trees", "shapes/trees.shp", fields=["fid", "name"])
    trees.table_layer(
        "plots", [(1, None, "p")], extra=RELATED.format(id="trees_id", source="./shapes/trees.shp")
    )
    path = trees.save()
    before = snapshot(trees.folder)
    assert codes(path) == ["not_a_geopackage", "not_a_geopackage"]
    report = repair_project(path, **WITH)
    assert report.files == ["project.qgs", "shapes/trees.gpkg"]
    assert codes(path) == []
    read = read_project(path)
    table = read.table_of("trees_id")
    assert (table.key, table.geometry_type, table.crs) == ("fid", "POINT", "EPSG:4326")
    assert read.layer("trees_id").source.raw == (
        "./shapes/trees.gpkg|layername=trees|subset=\"height\" > 1 OR name = 'Bäume'"
    )
    assert read.layer("all trees_id").source.raw == "./shapes/trees.gpkg|layername=trees"
    assert {column.name: column.type for column in table.schema.columns if column.name != "geom"} == {
        "fid": "INTEGER", "name": "TEXT(20)", "height": "REAL", "planted": "DATE",
    }  # fmt: skip
    assert rows(table.path, "SELECT fid, name, height, planted FROM trees ORDER BY fid") == [
        (7, "Bäume", None, None), (9, None, 2.0, None), (12, "oak", 1.5, "2024-01-31"),
    ]  # fmt: skip
    assert b"trees.shp" not in path.read_bytes()
    after = snapshot(trees.folder)
    assert {name: after[name] for name in before if name != "project.qgs"} == {
        name: data for name, data in before.items() if name != "project.qgs"
    }
    undo_repairs(path)
    assert snapshot(trees.folder) == before


def test_the_new_geopackage_is_whole(trees):
    path = trees.save()
    repair_project(path, **WITH)
    made = trees.folder / "shapes" / "trees.gpkg"
    assert rows(made, "PRAGMA integrity_check") == [("ok",)]
    assert rows(made, "SELECT feature_count FROM gpkg_ogr_contents") == [(3,)]
    assert rows(made, "SELECT id FROM rtree_trees_geom ORDER BY id") == [(7,), (12,)]
    assert rows(made, "SELECT extension_name FROM gpkg_extensions") == [("gpkg_rtree_index",)]
    with closing(connect(made, write=True)) as connection:
        connection.execute("DELETE FROM trees WHERE fid = 7")
        connection.execute("INSERT INTO trees (name) VALUES ('new')")
    assert rows(made, "SELECT feature_count FROM gpkg_ogr_contents") == [(3,)]
    assert rows(made, "SELECT id FROM rtree_trees_geom") == [(12,)]
    assert rows(made, "SELECT fid FROM trees WHERE name = 'new'") == [(13,)]


@pytest.mark.parametrize("values", [(1, 1), (1, None), (1, 1.5)])
def test_where_fid_cannot_be_the_key_another_column_is(project, values):
    width = [("fid", "N", 9, 1), ("name", "C", 9, 0)]
    write_shapefile(project.folder / "a.shp", POINT, width, [((7, 46), value, "x") for value in values])
    project.layer("a", "./a.shp", fields=["fid", "name"])
    path = project.save()
    repair_project(path, **WITH)
    table = read_project(path).table_of("a_id")
    assert table.key == "fid_1"
    assert rows(table.path, "SELECT fid FROM a ORDER BY fid_1") == [(value,) for value in values]
    assert read_project(path).layer("a_id").field("fid_1").widget == "Hidden"


def test_a_file_without_fid_gets_one_and_lines_stay_collections(project):
    shape = [[(0, 0), (1, 1)]]
    write_shapefile(
        project.folder / "gpkg_odd name.shp", LINE, [("name", "C", 9, 0)], [(shape, "x"), (shape, "y")]
    )
    (project.folder / "gpkg_odd_name.gpkg").write_bytes(b"taken")
    project.layer("a", "./gpkg_odd name.shp", wkb="MultiLineString", fields=["name"])
    path = project.save()
    (finding,) = [item for item in check_project(path, **WITH) if item.layer_id == "a_id"]
    assert "read-only" in finding.text
    repair_project(path, **WITH)
    table = read_project(path).table_of("a_id")
    assert (table.path.name, table.table) == ("gpkg_odd_name_2.gpkg", "layer_gpkg_odd_name")
    assert (table.key, table.geometry_type) == ("fid", "MULTILINESTRING")
    assert read_project(path).layer("a_id").field("fid").widget == "Hidden"


def test_a_child_in_a_shapefile_is_converted_before_its_relation_gets_a_uuid(project):
    write_shapefile(project.folder / "child.shp", POINT, [("plot", "N", 9, 0)], [((7, 46), 2), ((8, 46), 1)])
    project.table_layer("plots", [(1, None, "p1"), (2, None, "p2")], fields=["fid", "name"])
    project.layer("child", "./child.shp", fields=["plot"])
    project.relation("child", "plots", "plot", "fid")
    path = project.save()
    before = snapshot(project.folder)
    assert [finding.repair for finding in check_project(path)] == ["", ""]
    assert codes(path) == ["key_in_relation", "not_a_geopackage"]
    repair_project(path, **WITH)
    assert codes(path) == []
    with closing(sqlite3.connect(project.folder / "child.gpkg")) as connection:
        connection.execute("ATTACH ? AS p", (str(project.folder / "data.gpkg"),))
        pairs = connection.execute(
            "SELECT plot, p.plots.fid FROM child JOIN p.plots ON plot_uuid = uuid"
        ).fetchall()
    assert sorted(pairs) == [(1, 1), (2, 2)]
    undo_repairs(path)
    assert snapshot(project.folder).keys() == before.keys()
    assert path.read_bytes() == before["project.qgs"]


def test_a_file_outside_comes_in_as_a_geopackage(project, tmp_path):
    write_shapefile(tmp_path / "far" / "trees.shp", POINT, COLUMNS, ROWS)
    project.layer("trees", f"{tmp_path}/far/trees.shp", fields=["fid"])
    project.entry("Paths", "Absolute", "bool", "true")
    path = project.save()
    before = snapshot(project.folder)
    assert codes(path) == ["absolute_paths", "not_a_geopackage", "outside_folder"]
    report = repair_project(path, **WITH)
    assert report.files == ["project.qgs", "trees.gpkg"]
    assert codes(path) == []
    undo_repairs(path)
    assert snapshot(project.folder) == before


@pytest.mark.parametrize(
    "subset", ["OGR_STYLE ILIKE 'x'", '"FID" = 0', "name = 'x' ORDER", "SELECT * FROM a"]
)
def test_a_filter_that_means_nothing_to_a_geopackage_keeps_the_layer_as_it_is(project, subset):
    write_shapefile(project.folder / "a.shp", POINT, COLUMNS[1:], [])
    project.layer("a", f"./a.shp|subset={subset}", fields=["name", "height"])
    path = project.save()
    (finding,) = check_project(path, **WITH)
    assert not finding.repair
    assert not repair_project(path, **WITH).done


def test_a_broken_file_leaves_everything_as_it_was(trees):
    (trees.folder / "broken.shp").write_bytes(b"\x00\x00\x27\x0anothing")
    trees.layer("broken", "./broken.shp", fields=["fid"])
    path = trees.save()
    before = snapshot(trees.folder)
    with pytest.raises(EngineError, match=r"broken\.shp"):
        repair_project(path, **WITH)
    assert snapshot(trees.folder) == before


def test_undo_tells_rows_that_were_added_from_a_file_that_was_only_opened(trees):
    path = trees.save()
    repair_project(path, **WITH)
    made = trees.folder / "shapes" / "trees.gpkg"
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("SELECT * FROM trees").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE")
    assert "shapes/trees.gpkg" in undo_repairs(path)
    assert not made.exists()
    repair_project(path, **WITH)
    with closing(connect(made, write=True)) as connection:
        connection.execute("INSERT INTO trees (name) VALUES ('later')")
    with pytest.raises(EngineError, match="changed since"):
        undo_repairs(path)


def test_the_command_line_converts_where_gdal_is(trees, capsys):
    path = str(trees.save())
    assert main(["check", path]) == 1
    assert "--fix: Write its rows into a new GeoPackage" in capsys.readouterr().out
    assert main(["check", path, "--fix", "--dry-run"]) == 0
    assert not (trees.folder / "shapes" / "trees.gpkg").exists()
    assert main(["check", path, "--fix", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.partition("\n")[2])["files"] == [
        "project.qgs",
        "shapes/trees.gpkg",
    ]
    with closing(connect(trees.folder / "shapes" / "trees.gpkg")) as connection:
        assert read_schema(connection)["trees"].key == ("fid",)
