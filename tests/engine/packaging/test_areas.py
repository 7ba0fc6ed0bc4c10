# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas for teams and persons: one's own wins over the team's, the team's over the project's, else the whole map."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from simple_projects import point

from qfieldcloud_plugin.engine.gpkg import connect
from qfieldcloud_plugin.engine.packaging import (
    CABLE,
    Area,
    AreaFor,
    PackageOptions,
    PackageReport,
    PackagingError,
    areas_to_text,
    choose,
    make_package,
    package_for_cable,
    parse_areas,
    take_back,
)

COLUMNS = "fid INTEGER PRIMARY KEY, geom BLOB, name TEXT"
EVERYTHING = list(range(1, 10))


def around(first: int, last: int) -> str:
    low, high = first - 0.5, last + 0.5
    return f"POLYGON(({low} {low}, {high} {low}, {high} {high}, {low} {high}, {low} {low}))"


AREAS = [
    AreaFor("team:south", Area(around(1, 2), "EPSG:4326")),
    AreaFor("team:north", Area(around(6, 8), "EPSG:4326")),
    AreaFor("person:anna", Area(around(7, 7), "EPSG:4326")),
]


@pytest.fixture
def trees(project):
    rows = [(n, point(n, n), f"n{n}") for n in EVERYTHING]
    project.table_layer("trees", rows, columns=COLUMNS, properties={"QFieldSync/action": "offline"})
    project.entry("qfieldcloud", "areas", "QString", areas_to_text(AREAS))
    return project


def package(project, tmp_path, *made_for, make=make_package, **options):
    out = tmp_path / "package"
    settings = PackageOptions(replaces_folder=True, made_for=made_for, **options)
    report = make(project.save(), out, settings)
    (table,) = report.tables
    with closing(sqlite3.connect(out / table.file)) as connection:
        rows = connection.execute(f'SELECT fid FROM "{table.table}" ORDER BY 1').fetchall()
    return report, [row[0] for row in rows]


def only_the_projects_area(project):
    project.entry("qfieldsync", "offlineCopyOnlyAoi", "bool", "true")
    project.entry("qfieldsync", "areaOfInterest", "QString", around(3, 4))
    project.entry("qfieldsync", "areaOfInterestCrs", "QString", "EPSG:4326")


@pytest.mark.parametrize(
    ("who", "made_for", "rows"),
    [
        (["person:anna", "team:north"], "person:anna", [7]),
        (["team:north", "person:anna"], "person:anna", [7]),
        (["person:Anna"], "person:anna", [7]),
        (["person:bert", "team:north"], "team:north", [6, 7, 8]),
        (["person:bert", "team:north", "team:south"], "team:south", [1, 2]),
        (["person:carl", "team:west"], "", EVERYTHING),
        (["team:anna"], "", EVERYTHING),
        ([], "", EVERYTHING),
    ],
)
def test_ones_own_area_wins_then_that_of_the_first_team_then_the_whole(trees, tmp_path, who, made_for, rows):
    report, packaged = package(trees, tmp_path, *who)
    assert packaged == rows
    assert report.made_for == made_for
    assert report.areas_for == ["team:south", "team:north", "person:anna"]
    assert PackageReport.from_json(json.loads(json.dumps(report.to_json()))) == report


def test_whoever_has_no_area_gets_the_projects(trees, tmp_path):
    only_the_projects_area(trees)
    assert package(trees, tmp_path, "person:carl")[1] == [3, 4]
    assert package(trees, tmp_path, "team:north")[1] == [6, 7, 8]


def test_an_area_that_the_caller_gives_wins_over_all(trees, tmp_path):
    report, rows = package(trees, tmp_path, "person:anna", area=Area(around(1, 1), "EPSG:4326"))
    assert (rows, report.made_for) == ([1], "")


def test_the_package_before_may_have_been_anybodys(trees, tmp_path):
    before = None
    for who, rows in (("team:north", [6, 7, 8]), ("team:south", [1, 2]), ("", EVERYTHING)):
        before, packaged = package(
            trees, tmp_path, who, previous=before, previous_folder=tmp_path / "package"
        )
        assert packaged == rows


def test_an_area_that_is_none_is_refused_for_whom_it_is_meant_alone(trees, tmp_path):
    trees.entry(
        "qfieldcloud", "areas", "QString", '[{"for": "team:north", "wkt": "in Bern", "crs": "EPSG:4326"}]'
    )
    assert package(trees, tmp_path, "team:south")[1] == EVERYTHING
    with pytest.raises(PackagingError, match="team:north"):
        package(trees, tmp_path, "team:north")


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "{}x",
        "7",
        '["north"]',
        '[{"for": "north", "wkt": "", "crs": ""}]',
        '[{"for": "team:", "wkt": "", "crs": ""}]',
        '[{"for": "team:north", "wkt": 7, "crs": ""}]',
        '[{"for": "team:north"}]',
        "[" * 100_000,
    ],
)
def test_areas_that_cannot_be_read_are_no_reason_to_give_everybody_everything(trees, tmp_path, text):
    trees.entry("qfieldcloud", "areas", "QString", text)
    with pytest.raises(PackagingError, match="cannot be read"):
        package(trees, tmp_path, "team:north")
    assert not (tmp_path / "package").exists()


def test_areas_come_back_from_text():
    assert parse_areas(areas_to_text(AREAS)) == AREAS
    assert areas_to_text([]) == ""
    assert parse_areas("") == []


def test_nobody_is_chosen_by_half_a_name():
    assert choose(["person:anna", "team:north"], ["person:ann", "team:northern"]) == ""


def test_what_was_left_at_home_is_not_taken_for_deleted(trees, tmp_path):
    home = trees.save()
    _report, rows = package(trees, tmp_path, "team:north", make=package_for_cable, mode=CABLE)
    assert rows == [6, 7, 8]
    with closing(connect(tmp_path / "package" / "data.gpkg", write=True)) as connection:
        connection.execute("UPDATE trees SET name = 'edited' WHERE fid = 7")
        connection.execute("DELETE FROM trees WHERE fid = 8")
    taken = take_back(tmp_path / "package", home)
    assert taken.conflicts == []
    with closing(sqlite3.connect(home.parent / "data.gpkg")) as connection:
        names = dict(connection.execute("SELECT fid, name FROM trees"))
    assert names == {n: "edited" if n == 7 else f"n{n}" for n in EVERYTHING if n != 8}
