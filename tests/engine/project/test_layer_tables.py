# SPDX-License-Identifier: GPL-2.0-or-later
"""Which table a layer shows, and its key: what deltas and packages rely on."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from qfieldcloud_plugin.engine.errors import NotAGeoPackage
from qfieldcloud_plugin.engine.project import read_project

KEYS = {
    "usual": ("fid INTEGER PRIMARY KEY, geom BLOB", "fid"),
    "other_name": ("id INTEGER PRIMARY KEY, geom BLOB", "id"),
    "upper_case": ("FID INTEGER PRIMARY KEY, geom BLOB", "FID"),
    "text_key": ("code TEXT PRIMARY KEY, geom BLOB", ""),
    "text_key_and_fid": ("code TEXT PRIMARY KEY, Fid INTEGER, geom BLOB", "Fid"),
    "two_columns": ("a INTEGER, b INTEGER, fid INTEGER, geom BLOB, PRIMARY KEY (a, b)", ""),
    "none": ("a INTEGER, geom BLOB", ""),
    "plain_fid": ("a INTEGER, fid INTEGER, geom BLOB", "fid"),
    "no_row_id": ("code TEXT PRIMARY KEY, fid INTEGER, geom BLOB) WITHOUT ROWID --", ""),
    "comma": ('"a,b" INTEGER PRIMARY KEY, geom BLOB', ""),
}


@pytest.mark.parametrize("name", KEYS)
def test_a_key_is_one_integer_primary_key_or_else_a_field_called_fid(project, name):
    columns, key = KEYS[name]
    project.table_layer(name, columns=columns)
    table = read_project(project.save()).table_of(f"{name}_id")
    assert (table.table, table.key) == (name, key)


def test_a_table_tells_its_geometry(project):
    project.table_layer("trees")
    table = read_project(project.save()).table_of("trees_id")
    assert (table.geometry_column, table.geometry_type, table.crs) == ("geom", "POINT", "EPSG:4326")
    assert table.path == project.folder / "data.gpkg"


def test_layers_without_a_table_name_show_the_table_of_that_number(project):
    project.table_layer("first")
    project.table_layer("second")
    project.layer("unnamed", "./data.gpkg")
    project.layer("numbered", "./data.gpkg|layerid=1")
    project.layer("too_far", "./data.gpkg|layerid=9")
    read = read_project(project.save())
    assert read.table_of("unnamed_id").table == "first"
    assert read.table_of("numbered_id").table == "second"
    assert read.table_of("too_far_id") is None


def test_a_table_is_found_whatever_the_case_of_its_name(project):
    project.table_layer("Trees")
    project.layer("lower", "./data.gpkg|layername=trees")
    assert read_project(project.save()).table_of("lower_id").table == "Trees"


def test_a_view_is_no_table_to_edit(project):
    project.table_layer("trees")
    with closing(sqlite3.connect(project.folder / "data.gpkg")) as connection:
        connection.execute("CREATE VIEW seen AS SELECT * FROM trees")
    project.layer("seen", "./data.gpkg|layername=seen")
    read = read_project(project.save())
    assert read.table_of("seen_id") is None
    assert read.layer_statuses()["seen_id"]["is_valid"] is True


@pytest.mark.parametrize("source", ["../outside.gpkg", "/etc/outside.gpkg", "sub/../../outside.gpkg"])
def test_nothing_outside_of_the_project_is_ever_named(project, source):
    project.table_layer("trees", file="../outside.gpkg")
    project.layer("sneaky", f"{source}|layername=trees")
    read = read_project(project.save())
    assert read.table_of("sneaky_id") is None
    assert read.file_of(read.layer("sneaky_id")) is None
    assert read.is_outside(read.layer("sneaky_id"))


def test_the_project_may_lie_deeper_than_its_data(project):
    project.table_layer("trees")
    project.layers[0].source = "../data.gpkg|layername=trees"
    path = project.save("sub/project.qgs")
    assert read_project(path).table_of("trees_id") is None
    assert read_project(path, root=project.folder).table_of("trees_id").path == project.folder / "data.gpkg"


def test_a_file_that_is_no_geopackage_is_told_by_table_of_and_left_out_of_tables(project):
    project.table_layer("good")
    project.layer("bad", "./bad.gpkg|layername=x")
    (project.folder / "bad.gpkg").write_bytes(b"nonsense" * 1000)
    read = read_project(project.save())
    with pytest.raises(NotAGeoPackage):
        read.table_of("bad_id")
    assert list(read.tables()) == ["good_id"]
