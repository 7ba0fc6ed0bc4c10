# SPDX-License-Identifier: GPL-2.0-or-later
"""Filters and the area of interest: which rows travel, and that a filter can do no harm."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simple_projects import line, point

from qfieldcloud_plugin.engine.packaging import Area, PackageOptions, make_package
from qfieldcloud_plugin.engine.packaging.area import Shape, parse_rings
from qfieldcloud_plugin.engine.project import read_project

COLUMNS = "fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, size INTEGER"
ROWS = [(number, point(number, number), f"n{number}", number * 10) for number in range(1, 10)]


def kept(report, out, layer):
    table = next(item for item in report.tables if item.layer_id == f"{layer}_id")
    with closing(sqlite3.connect(out / table.file)) as connection:
        return [row[0] for row in connection.execute(f'SELECT fid FROM "{table.table}" ORDER BY 1')]


def package(project, tmp_path, **options):
    out = tmp_path / "package"
    report = make_package(project.save(), out, PackageOptions(replaces_folder=True, **options))
    return report, out


@pytest.mark.parametrize(
    ("subset", "ids"),
    [
        ('"size" > 60', [7, 8, 9]),
        ("name LIKE 'n%' AND size BETWEEN 20 AND 40", [2, 3, 4]),
        ('SELECT * FROM "trees" WHERE size = 50', [5]),
        ("ST_MinX(geom) >= 8", [8, 9]),
        ("size IN (SELECT max(size) FROM trees)", [9]),
        ("1 = 1; DROP TABLE trees", list(range(1, 10))),
        ("load_extension('evil')", list(range(1, 10))),
        ("no_such_column = 1", list(range(1, 10))),
        ("writefile('/tmp/x', 'y') > 0", list(range(1, 10))),
    ],
)
def test_a_filter_chooses_the_rows_and_can_only_read(project, tmp_path, subset, ids):
    project.table_layer("trees", ROWS, columns=COLUMNS)
    project.layers[0].source += f"|subset={subset}"
    report, out = package(project, tmp_path)
    assert kept(report, out, "trees") == ids
    packaged = read_project(out / report.project_file).layer("trees_id")
    assert packaged.source.subset == subset
    assert bool(report.warnings) == (len(ids) == 9)


def test_two_filters_on_one_table_bring_the_rows_of_both(project, tmp_path):
    project.table_layer("trees", ROWS, columns=COLUMNS)
    project.layer("small", "./data.gpkg|layername=trees|subset=size < 30")
    project.layer("large", "./data.gpkg|layername=trees|subset=size > 80")
    del project.layers[0]
    report, out = package(project, tmp_path)
    assert kept(report, out, "small") == kept(report, out, "large") == [1, 2, 9]


def test_one_layer_without_a_filter_brings_all_rows(project, tmp_path):
    project.table_layer("trees", ROWS, columns=COLUMNS)
    project.layer("small", "./data.gpkg|layername=trees|subset=size < 30")
    report, out = package(project, tmp_path)
    assert kept(report, out, "small") == list(range(1, 10))


def test_a_filter_that_reads_another_table_is_carried_out_once_and_taken_off(project, tmp_path):
    project.table_layer("trees", ROWS, columns=COLUMNS)
    project.table_layer("chosen", [(1, None, "n4"), (2, None, "n6")])
    project.layer("some", "./data.gpkg|layername=trees|subset=name IN (SELECT name FROM chosen)")
    report, out = package(project, tmp_path)
    assert kept(report, out, "some") == [4, 6]
    assert kept(report, out, "trees") == list(range(1, 10))
    layer = read_project(out / report.project_file).layer("some_id")
    assert (layer.source.subset, layer.source.table) == ("", "trees_2")


def test_an_area_keeps_what_touches_it(project, tmp_path):
    project.table_layer("points", ROWS, columns=COLUMNS)
    lines = [
        (1, line((0, 0), (10, 10)), "across", 0),
        (2, line((20, 20), (30, 30)), "away", 0),
        (3, None, "nowhere", 0),
    ]
    project.table_layer("lines", lines, columns=COLUMNS, geometry="LineString")
    project.table_layer("table", [(1, None, "x", 0)], columns=COLUMNS, geometry="")
    report, out = package(project, tmp_path, area=Area("POLYGON((2 2, 4 2, 4 4, 2 4, 2 2))", "EPSG:4326"))
    assert kept(report, out, "points") == [2, 3, 4]
    assert kept(report, out, "lines") == [1]
    assert kept(report, out, "table") == [1]


def test_an_area_may_have_any_shape_and_holes(project, tmp_path):
    project.table_layer("points", ROWS, columns=COLUMNS)
    parts = "((0 0, 10 0, 10 10, 0 0), (6.5 6, 7.5 6, 7.5 7.4, 6.5 6.4, 6.5 6)), ((2 3, 3 3, 3 2, 2 3))"
    wkt = f"MULTIPOLYGON({parts})"
    report, out = package(project, tmp_path, area=Area(wkt, "EPSG:4326"))
    shape = Shape(parse_rings(wkt))
    assert kept(report, out, "points") == [n for n in range(1, 10) if shape.touches(n, n, n, n)]


def test_the_projects_own_area_counts_only_if_it_asks_for_it(project, tmp_path):
    project.table_layer("points", ROWS, columns=COLUMNS)
    project.entry("qfieldsync", "areaOfInterest", "QString", "Polygon((2 2, 4 2, 4 4, 2 4, 2 2))")
    project.entry("qfieldsync", "areaOfInterestCrs", "QString", "EPSG:4326")
    report, out = package(project, tmp_path)
    assert len(kept(report, out, "points")) == 9
    project.entry("qfieldsync", "offlineCopyOnlyAoi", "bool", "true")
    report, out = package(project, tmp_path)
    assert kept(report, out, "points") == [2, 3, 4]


def test_an_area_is_transformed_where_arithmetic_does(project, tmp_path):
    project.table_layer("points", ROWS, columns=COLUMNS)
    box = "POLYGON((222000 222000, 446000 222000, 446000 446000, 222000 446000, 222000 222000))"
    report, out = package(project, tmp_path, area=Area(box, "EPSG:3857"))
    assert kept(report, out, "points") == [2, 3, 4]


def test_a_layer_in_a_crs_that_nobody_can_transform_is_packaged_whole_and_told(project, tmp_path):
    project.table_layer("points", ROWS, columns=COLUMNS, crs="EPSG:2056")
    area = Area("POLYGON((2 2, 4 2, 4 4, 2 4, 2 2))", "EPSG:4326")
    report, out = package(project, tmp_path, area=area)
    assert len(kept(report, out, "points")) == 9
    assert [warning.code for warning in report.warnings] == ["area_not_applied"]
    report, out = package(project, tmp_path, area=area, reproject=lambda rings, source, target: rings)
    assert kept(report, out, "points") == [2, 3, 4]


def test_children_follow_their_parents_and_nobody_else(project, tmp_path):
    columns = "fid INTEGER PRIMARY KEY, geom BLOB, parent INTEGER"
    project.table_layer("parents", ROWS, columns=COLUMNS)
    project.table_layer(
        "far", [(1, point(50, 50), 3), (2, point(50, 50), 9), (3, point(2, 2), 8)], columns=columns
    )
    project.table_layer("notes", [(n, None, n) for n in range(1, 10)], columns=columns, geometry="")
    project.relation("far", "parents", "parent", "fid")
    project.relation("notes", "parents", "parent", "fid")
    report, out = package(project, tmp_path, area=Area("POLYGON((2 2, 4 2, 4 4, 2 4, 2 2))", "EPSG:4326"))
    assert kept(report, out, "far") == [1, 3]
    # 8 is outside, but a row that is inside refers to it, and its form would show nothing.
    assert kept(report, out, "parents") == [2, 3, 4, 8]
    assert len(kept(report, out, "notes")) == 9


def test_children_that_a_filter_excludes_stay_excluded(project, tmp_path):
    columns = "fid INTEGER PRIMARY KEY, geom BLOB, parent INTEGER"
    project.table_layer("parents", ROWS, columns=COLUMNS)
    project.table_layer("far", [(1, point(50, 50), 3), (2, point(50, 50), 4)], columns=columns)
    project.layers[1].source += "|subset=fid = 2"
    project.relation("far", "parents", "parent", "fid")
    report, out = package(project, tmp_path, area=Area("POLYGON((2 2, 4 2, 4 4, 2 4, 2 2))", "EPSG:4326"))
    assert kept(report, out, "far") == [2]


COORDINATES = st.floats(-100, 100)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(COORDINATES, COORDINATES), min_size=3, max_size=12), COORDINATES, COORDINATES)
def test_a_box_around_a_corner_of_the_area_always_touches_it(ring, width, height):
    shape = Shape([ring])
    for x, y in ring:
        assert shape.touches(x - abs(width), x + abs(width), y - abs(height), y + abs(height))


@settings(max_examples=200, deadline=None)
@given(COORDINATES, COORDINATES, COORDINATES, COORDINATES)
def test_any_shape_that_is_a_box_agrees_with_plain_comparison(x1, y1, x, y):
    x2, y2 = x1 + 10, y1 + 20
    plain = Shape([[(x1, y1), (x2, y1), (x2, y2), (x1, y2)]])
    bent = Shape([[(x1, y1), (x1 + 5, y1), (x2, y1), (x2, y2), (x1, y2)]])
    assert plain.is_box
    assert not bent.is_box
    box = (x, x + 3, y, y + 3)
    if (
        min(abs(a - b) for a in (x, x + 3) for b in (x1, x2)) > 1e-6
        and min(abs(a - b) for a in (y, y + 3) for b in (y1, y2)) > 1e-6
    ):
        assert plain.touches(*box) == bent.touches(*box)


def test_an_area_with_next_to_no_height_is_asked_like_any_other():
    shape = Shape([[(0.0, 0.0), (1.0, 1e-310), (0.0, 1e-310)]])
    assert shape.touches(-1.0, 1.0, -1.0, 1.0)
    assert not shape.touches(2.0, 3.0, -1.0, 1.0)
