# SPDX-License-Identifier: GPL-2.0-or-later
"""There and back by cable: edits of both sides meet in the project's own files, and nothing is lost."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from simple_projects import SimpleProject, point

from qfieldcloud_plugin.engine.errors import ConstraintBroken
from qfieldcloud_plugin.engine.gpkg import Choice, connect
from qfieldcloud_plugin.engine.packaging import (
    NotACablePackage,
    PackageFolderInUse,
    PackageOptions,
    TextExporter,
    cable,
    package_for_cable,
    take_back,
)
from qfieldcloud_plugin.engine.project import read_project
from tests.engine.sync import survey
from tests.engine.sync.survey import PROJECT, make_survey

COLUMNS = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, name TEXT, height REAL"
TREES = [(number, point(number, number), f"tree {number}", 1.5) for number in range(1, 6)]


@pytest.fixture(params=["offline", "copy"])
def trip(request, project, tmp_path):
    """A project with one layer, packaged; `edit(side, sql)` edits the package ("field") or the project ("home")."""
    return Trip(project, tmp_path / "usb", request.param)


class Trip:
    def __init__(self, project, folder, action="offline", columns=COLUMNS, rows=TREES, subset=""):
        self.project = project
        self.folder = folder
        layer = project.table_layer("trees", rows, columns=columns, properties={"QFieldSync/action": action})
        layer.source += subset
        self.path = project.save()
        self.report = package_for_cable(self.path, folder)
        self.is_offline = action == "offline"

    @property
    def field(self):
        return self.folder / "data.gpkg"

    @property
    def home(self):
        return self.project.folder / "data.gpkg"

    def edit(self, side, *statements):
        with closing(connect(self.field if side == "field" else self.home, write=True)) as connection:
            for statement in statements:
                connection.execute(statement)

    def rows(self):
        with closing(connect(self.home)) as connection:
            return connection.execute("SELECT fid, name, height FROM trees ORDER BY fid").fetchall()

    def back(self, **options):
        return take_back(self.folder, self.path, **options)


def test_nothing_edited_changes_nothing(trip):
    before = trip.home.read_bytes()
    result = trip.back()
    assert (result.rows, result.conflicts, result.files) == ({}, [], [])
    assert trip.home.read_bytes() == before


def test_rows_made_changed_and_deleted_in_the_field_come_home(trip):
    key = "fid_1" if trip.is_offline else "fid"
    trip.edit(
        "field",
        f"UPDATE trees SET name = 'renamed' WHERE {key} = 2",
        f"DELETE FROM trees WHERE {key} = 3",
        "INSERT INTO trees (name, height) VALUES ('new', 9)",
    )
    assert trip.back().rows == {"trees": 3}
    assert trip.rows() == [
        (1, "tree 1", 1.5),
        (2, "renamed", 1.5),
        (4, "tree 4", 1.5),
        (5, "tree 5", 1.5),
        (6, "new", 9.0),
    ]
    assert trip.back().rows == {}


def test_both_sides_may_edit_even_the_same_row(trip):
    key = "fid_1" if trip.is_offline else "fid"
    trip.edit(
        "field",
        f"UPDATE trees SET name = 'field' WHERE {key} = 2",
        "INSERT INTO trees (name) VALUES ('field new')",
    )
    trip.edit(
        "home", "UPDATE trees SET height = 7 WHERE fid = 2", "INSERT INTO trees (name) VALUES ('home new')"
    )
    result = trip.back()
    assert result.conflicts == []
    assert (2, "field", 7.0) in trip.rows()
    assert [row[1] for row in trip.rows()[-2:]] == ["home new", "field new"]


def test_a_true_conflict_is_listed_and_decided(trip):
    key = "fid_1" if trip.is_offline else "fid"
    trip.edit(
        "field",
        f"UPDATE trees SET name = 'field' WHERE {key} = 2",
        f"UPDATE trees SET name = 'ok' WHERE {key} = 1",
    )
    trip.edit("home", "UPDATE trees SET name = 'home' WHERE fid = 2")
    result = trip.back()
    (conflict,) = result.conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == ("tree 2", "field", "home")
    assert trip.rows()[:2] == [(1, "ok", 1.5), (2, "home", 1.5)]
    again = trip.back()
    assert [item.id for item in again.conflicts] == [conflict.id]
    trip.back(decisions={conflict.id: Choice.MINE})
    assert trip.rows()[1] == (2, "field", 1.5)
    assert trip.back().conflicts == []


def test_rows_follow_a_row_that_gets_another_key_at_home(tmp_path):
    """Both sides plant a sixth tree; the visit from the field belongs to the tree of the field."""
    home = make_survey(tmp_path / "home")
    project = home / PROJECT
    chosen = '<Option name="QFieldSync/action" type="QString" value="copy"/>'
    text = project.read_text().replace(
        "</maplayer>", f'<customproperties><Option type="Map">{chosen}</Option></customproperties></maplayer>'
    )
    project.write_text(text)
    package_for_cable(project, tmp_path / "usb")
    survey.edit(home, "INSERT INTO trees (species) VALUES ('of the office')")
    (data,) = (tmp_path / "usb").glob("*.gpkg")
    with closing(connect(data, write=True)) as connection:
        planted = connection.execute("INSERT INTO trees (species) VALUES ('of the field')").lastrowid
        connection.execute("INSERT INTO visits (tree, note) VALUES (?, 'seen')", (planted,))
    assert take_back(tmp_path / "usb", project).conflicts == []
    trees = survey.rows(home, columns="species")
    (tree,) = survey.rows(home, "visits", "tree").values()
    assert (trees[tree], len(trees)) == ("of the field", 7)


def test_rows_that_a_filter_left_at_home_stay_as_they_are(project, tmp_path):
    trip = Trip(project, tmp_path / "usb", subset="|subset=fid > 3")
    trip.edit("field", "UPDATE trees SET height = 2 WHERE fid = 4", "INSERT INTO trees (name) VALUES ('new')")
    trip.back()
    assert trip.rows() == [
        (1, "tree 1", 1.5), (2, "tree 2", 1.5), (3, "tree 3", 1.5),
        (4, "tree 4", 2.0), (5, "tree 5", 1.5), (6, "new", None),
    ]  # fmt: skip


def test_what_the_source_fills_in_by_itself_is_filled_in(project, tmp_path):
    columns = COLUMNS + ", state TEXT NOT NULL DEFAULT ('n' || 'ew'), twice AS (height * 2)"
    trip = Trip(project, tmp_path / "usb", columns=columns, rows=[(*row, "old") for row in TREES])
    trip.edit("field", "INSERT INTO trees (name, height, state) VALUES ('x', 2, NULL)")
    trip.back()
    with closing(connect(trip.home)) as connection:
        assert connection.execute("SELECT state, twice FROM trees WHERE fid = 6").fetchall() == [("new", 4.0)]


def test_a_broken_rule_changes_nothing_anywhere(project, tmp_path):
    trip = Trip(
        project,
        tmp_path / "usb",
        columns=COLUMNS + ", code TEXT UNIQUE",
        rows=[(*row, f"c{row[0]}") for row in TREES],
    )
    trip.edit(
        "field", "UPDATE trees SET name = 'x' WHERE fid = 1", "UPDATE trees SET code = 'c2' WHERE fid = 4"
    )
    before = trip.rows()
    try:
        result = trip.back()
    except ConstraintBroken:
        assert trip.rows() == before
    else:
        assert result.conflicts
        assert (4, "tree 4", 1.5) in trip.rows()


def test_a_folder_with_edits_that_are_not_home_is_not_replaced(trip):
    again = PackageOptions(replaces_folder=True)
    trip.edit("field", "UPDATE trees SET height = 9.5 WHERE fid = 2")
    edited = trip.field.read_bytes()
    with pytest.raises(PackageFolderInUse, match="not home yet"):
        package_for_cable(trip.path, trip.folder, again)
    assert trip.field.read_bytes() == edited
    trip.back()
    package_for_cable(trip.path, trip.folder, again)
    assert trip.back().rows == {}
    assert trip.rows()[1][2] == 9.5


def test_a_folder_with_rows_that_got_another_key_at_home_may_be_replaced(trip):
    again = PackageOptions(replaces_folder=True)
    trip.edit("field", "INSERT INTO trees (fid, name, height) VALUES (6, 'field', 1)")
    trip.edit("home", "INSERT INTO trees (fid, name, height) VALUES (6, 'home', 2)")
    trip.back()
    package_for_cable(trip.path, trip.folder, again)
    assert trip.back().rows == {}


def test_a_folder_with_a_conflict_or_a_photo_that_is_not_home_is_not_replaced(project, tmp_path):
    (project.folder / "DCIM").mkdir()
    (project.folder / "DCIM" / "old.jpg").write_bytes(b"old")
    again = PackageOptions(replaces_folder=True)
    trip = Trip(project, tmp_path / "usb")
    (trip.folder / "DCIM" / "new.jpg").write_bytes(b"new")
    with pytest.raises(PackageFolderInUse):
        package_for_cable(trip.path, trip.folder, again)
    trip.edit("field", "UPDATE trees SET height = 9.5 WHERE fid = 2")
    trip.edit("home", "UPDATE trees SET height = 8.5 WHERE fid = 2")
    conflicts = trip.back().conflicts
    with pytest.raises(PackageFolderInUse):
        package_for_cable(trip.path, trip.folder, again)
    trip.back(decisions={one.id: Choice.THEIRS for one in conflicts})
    package_for_cable(trip.path, trip.folder, again)


def test_photos_come_home_and_never_replace_another(project, tmp_path):
    (project.folder / "DCIM").mkdir()
    (project.folder / "DCIM" / "old.jpg").write_bytes(b"old")
    trip = Trip(project, tmp_path / "usb")
    for name, content in (
        ("new.jpg", b"new"),
        ("deep/x.jpg", b"x"),
        ("same.jpg", b"field"),
        ("old.jpg", b"old"),
    ):
        path = trip.folder / "DCIM" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    (project.folder / "DCIM" / "same.jpg").write_bytes(b"home")
    result = trip.back()
    assert sorted(result.files) == ["DCIM/deep/x.jpg", "DCIM/new.jpg"]
    assert result.kept_both == {"DCIM/same.jpg": "DCIM/same_field.jpg"}
    assert (project.folder / "DCIM" / "same.jpg").read_bytes() == b"home"
    assert (project.folder / "DCIM" / "same_field.jpg").read_bytes() == b"field"


def test_other_formats_come_home_whole(project, tmp_path):
    (project.folder / "a.geojson").write_text("base")
    (project.folder / "b.geojson").write_text("base")
    project.layer("a", "./a.geojson")
    project.layer("b", "./b.geojson")
    trip = Trip(project, tmp_path / "usb")
    for name in ("a", "b"):
        (trip.folder / f"{name}.geojson").write_text("field")
    (project.folder / "b.geojson").write_text("home")
    result = trip.back()
    assert result.files == ["a.geojson"]
    assert result.kept_both == {"b.geojson": "b_field.geojson"}
    assert (project.folder / "a.geojson").read_text() == "field"
    assert trip.back().files == []


def test_a_folder_that_is_no_package_of_this_project_is_refused(trip, tmp_path):
    with pytest.raises(NotACablePackage):
        take_back(tmp_path, trip.path)
    (trip.folder / "qfieldcloud_package.json").write_text(json.dumps({"package": "../../etc"}))
    with pytest.raises(NotACablePackage):
        trip.back()


def test_a_second_package_of_the_same_state_comes_home_too(project, tmp_path):
    trip = Trip(project, tmp_path / "usb")
    other = tmp_path / "usb2"
    package_for_cable(trip.path, other, PackageOptions(title="second team"))
    trip.edit("field", "UPDATE trees SET name = 'one' WHERE fid = 1", "INSERT INTO trees (name) VALUES ('a')")
    with closing(connect(other / "data.gpkg", write=True)) as connection:
        connection.execute("UPDATE trees SET name = 'two' WHERE fid = 2")
        connection.execute("INSERT INTO trees (name) VALUES ('b')")
    trip.back()
    take_back(other, trip.path)
    assert [row[1] for row in trip.rows()] == ["one", "two", "tree 3", "tree 4", "tree 5", "a", "b"]


def test_the_project_moves_but_its_memory_goes_along(project, tmp_path):
    trip = Trip(project, tmp_path / "usb")
    trip.edit("field", "UPDATE trees SET name = 'x' WHERE fid = 1")
    moved = tmp_path / "moved"
    shutil.move(project.folder, moved)
    take_back(trip.folder, moved / trip.path.name)
    with closing(sqlite3.connect(moved / "data.gpkg")) as connection:
        assert connection.execute("SELECT name FROM trees WHERE fid = 1").fetchone() == ("x",)


def test_what_came_through_an_exporter_is_for_looking_and_nothing_of_it_is_lost(project, tmp_path):
    (project.folder / "list.csv").write_text("fid,name\n1,a\n")
    offline = {"QFieldSync/action": "offline"}
    project.table_layer("trees", TREES, columns=COLUMNS, properties=offline)
    project.layer(
        "list", "file:./list.csv?type=csv&geomType=none", provider="delimitedtext", fields=["fid", "name"],
        wkb="NoGeometry", properties=offline,
    )  # fmt: skip
    options = PackageOptions(exporters=[TextExporter()])
    report = package_for_cable(project.save(), tmp_path / "usb", options)
    assert report.actions == {"trees_id": "offline", "list_id": "offline"}
    (warning,) = report.warnings
    assert (warning.code, warning.layer_id) == ("exported_for_looking", "list_id")
    packaged = read_project(tmp_path / "usb" / report.project_file)
    assert packaged.layer("list_id").read_only
    assert not packaged.layer("trees_id").read_only
    with closing(connect(tmp_path / "usb/data.gpkg", write=True)) as connection:
        connection.execute("UPDATE trees SET name = 'seen' WHERE fid_1 = 2")
    taken = take_back(tmp_path / "usb", project.folder / "project.qgs")
    assert taken.rows == {"trees": 1}


def test_photos_may_stay_at_home_and_new_ones_come_back(project, tmp_path):
    project.table_layer("trees", TREES, columns=COLUMNS)
    (project.folder / "DCIM").mkdir()
    (project.folder / "DCIM/old.jpg").write_bytes(b"old")
    path = project.save()
    package_for_cable(path, tmp_path / "usb", attachments=False)
    assert not (tmp_path / "usb/DCIM").exists()
    (tmp_path / "usb/DCIM").mkdir()
    (tmp_path / "usb/DCIM/new.jpg").write_bytes(b"new")
    assert take_back(tmp_path / "usb", path).files == ["DCIM/new.jpg"]
    assert (project.folder / "DCIM/old.jpg").read_bytes() == b"old"


def test_rows_that_got_another_key_at_home_are_found_again(trip):
    """Both sides make a sixth row: from then on the device and the project number the rows differently."""
    trip.edit("field", "INSERT INTO trees (name, height) VALUES ('of the field', 1)")
    trip.edit("home", "INSERT INTO trees (name, height) VALUES ('of the office', 2)")
    trip.back()
    assert trip.rows()[5:] == [(6, "of the office", 2.0), (7, "of the field", 1.0)]

    trip.edit(
        "field",
        "UPDATE trees SET height = 9 WHERE name = 'of the field'",
        "INSERT INTO trees (name, height) VALUES ('second', 3)",
    )
    assert trip.back().conflicts == []
    assert trip.rows()[5:] == [(6, "of the office", 2.0), (7, "of the field", 9.0), (8, "second", 3.0)]

    trip.edit(
        "home", "INSERT INTO trees (name) VALUES ('late')", "UPDATE trees SET name = 'ours' WHERE fid = 6"
    )
    trip.edit(
        "field",
        "UPDATE trees SET height = 4 WHERE name = 'second'",
        "DELETE FROM trees WHERE name = 'of the field'",
        "INSERT INTO trees (name, height) VALUES ('third', 5)",
    )
    assert trip.back().conflicts == []
    assert trip.rows()[5:] == [(6, "ours", 2.0), (8, "second", 4.0), (9, "late", None), (10, "third", 5.0)]
    assert trip.back().rows == {}


def test_a_conflict_about_such_a_row_stays_one_until_it_is_decided(trip):
    trip.edit("field", "INSERT INTO trees (name, height) VALUES ('of the field', 1)")
    trip.edit("home", "INSERT INTO trees (name, height) VALUES ('of the office', 2)")
    trip.back()
    trip.edit("field", "UPDATE trees SET height = 9 WHERE name = 'of the field'")
    trip.edit("home", "UPDATE trees SET height = 8 WHERE name = 'of the field'")
    (conflict,) = trip.back().conflicts
    assert (conflict.mine, conflict.theirs) == (9.0, 8.0)
    assert [item.id for item in trip.back().conflicts] == [conflict.id]
    trip.back(decisions={conflict.id: Choice.MINE})
    assert trip.rows()[5:] == [(6, "of the office", 2.0), (7, "of the field", 9.0)]
    assert trip.back().conflicts == []


def test_when_the_power_goes_before_all_is_noted_nothing_comes_home_twice(trip, monkeypatch):
    trip.edit("field", "INSERT INTO trees (name, height) VALUES ('of the field', 1)")
    trip.edit("home", "INSERT INTO trees (name, height) VALUES ('of the office', 2)")
    with monkeypatch.context() as patched:
        patched.setattr(cable._TakeBack, "_note", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            trip.back()
    assert trip.back().conflicts == []
    assert trip.rows()[5:] == [(6, "of the office", 2.0), (7, "of the field", 1.0)]


@pytest.mark.parametrize("part", [(cable._TakeBack, "_note"), (cable.UnderWay, "forget")])
def test_what_the_field_does_after_a_take_back_was_cut_short_finds_its_rows(trip, monkeypatch, part):
    trip.edit("field", "INSERT INTO trees (name) VALUES ('grows'), ('falls')")
    trip.edit("home", "INSERT INTO trees (name) VALUES ('of the office')")
    with monkeypatch.context() as patched:
        patched.setattr(*part, lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            trip.back()
    trip.edit("home", "UPDATE trees SET height = 2 WHERE name = 'of the office'")
    trip.edit(
        "field", "UPDATE trees SET height = 9 WHERE name = 'grows'", "DELETE FROM trees WHERE name = 'falls'"
    )
    assert trip.back().conflicts == []
    assert [row[1:] for row in trip.rows()[5:]] == [("of the office", 2.0), ("grows", 9.0)]


def test_what_was_announced_and_never_went_home_goes_the_next_time(trip, monkeypatch):
    announce = cable.UnderWay.announce
    trip.edit("field", "INSERT INTO trees (name) VALUES ('of the field')")
    with monkeypatch.context() as patched:
        patched.setattr(cable.UnderWay, "announce", lambda *given: announce(*given) or 1 / 0)
        with pytest.raises(ZeroDivisionError):
            trip.back()
    assert len(trip.rows()) == 5
    assert trip.back().rows == {"trees": 1}
    assert trip.back().rows == {}


def test_another_package_may_come_home_after_a_take_back_was_cut_short(trip, tmp_path, monkeypatch):
    package_for_cable(trip.path, tmp_path / "second")
    trip.edit("field", "INSERT INTO trees (name) VALUES ('first')")
    with monkeypatch.context() as patched:
        patched.setattr(cable._TakeBack, "_note", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            trip.back()
    with closing(connect(tmp_path / "second" / "data.gpkg", write=True)) as connection:
        connection.execute("INSERT INTO trees (name) VALUES ('second')")
    take_back(tmp_path / "second", trip.path)
    trip.edit("field", "UPDATE trees SET height = 9 WHERE name = 'first'")
    assert trip.back().conflicts == []
    assert [row[1:] for row in trip.rows()[5:]] == [("first", 9.0), ("second", None)]


def test_later_visits_find_the_tree_of_the_field_too(tmp_path):
    home = make_survey(tmp_path / "home")
    project = home / PROJECT
    chosen = '<Option name="QFieldSync/action" type="QString" value="copy"/>'
    text = project.read_text().replace(
        "</maplayer>", f'<customproperties><Option type="Map">{chosen}</Option></customproperties></maplayer>'
    )
    project.write_text(text)
    package_for_cable(project, tmp_path / "usb")
    survey.edit(home, "INSERT INTO trees (species) VALUES ('of the office')")
    (data,) = (tmp_path / "usb").glob("*.gpkg")
    with closing(connect(data, write=True)) as connection:
        planted = connection.execute("INSERT INTO trees (species) VALUES ('of the field')").lastrowid
    take_back(tmp_path / "usb", project)
    with closing(connect(data, write=True)) as connection:
        connection.execute("INSERT INTO visits (tree, note) VALUES (?, 'later')", (planted,))
    assert take_back(tmp_path / "usb", project).conflicts == []
    trees = survey.rows(home, columns="species")
    assert [trees[tree] for tree in survey.rows(home, "visits", "tree").values()] == ["of the field"]


def test_a_number_that_one_new_row_gets_at_home_is_not_another_new_rows_own(trip):
    def grow(side, *names):
        trip.edit(side, *(f"INSERT INTO trees (name) VALUES ('{name}')" for name in names))

    grow("home", "office 1", "office 2", "office 3")
    grow("field", "field 1", "field 2")
    trip.back()
    grow("field", "field 3", "field 4")
    assert trip.back().conflicts == []
    made = sorted(name for _, name, _ in trip.rows() if not name.startswith("tree"))
    assert made == ["field 1", "field 2", "field 3", "field 4", "office 1", "office 2", "office 3"]


@pytest.mark.parametrize("action", ["offline", "copy"])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["field row", "office row", "edit", "drop", "office drop", "home"]), max_size=14)
)
def test_however_rows_are_numbered_nobody_writes_to_another_s(tmp_path_factory, action, steps):
    """`field` and `office` are the rows that each side made, by name, as they are to be."""
    trip = Trip(
        SimpleProject(tmp_path_factory.mktemp("project")), tmp_path_factory.mktemp("usb") / "package", action
    )
    field: dict[str, float] = {}
    office: dict[str, float] = {}
    for number, step in enumerate([*steps, "home", "home"], 100):
        if step == "field row":
            field[f"f{number}"] = number
            trip.edit("field", f"INSERT INTO trees (name, height) VALUES ('f{number}', {number})")
        elif step == "office row":
            office[f"o{number}"] = number
            trip.edit("home", f"INSERT INTO trees (name, height) VALUES ('o{number}', {number})")
        elif step == "office drop" and office:
            name, _ = office.popitem()
            trip.edit("home", f"DELETE FROM trees WHERE name = '{name}'")
        elif step == "drop" and field:
            name, _ = field.popitem()
            trip.edit("field", f"DELETE FROM trees WHERE name = '{name}'")
        elif step == "edit" and field:
            name = min(field)
            field[name] = number
            trip.edit("field", f"UPDATE trees SET height = {number} WHERE name = '{name}'")
        elif step == "home":
            assert trip.back().conflicts == []
            made = {name: height for _, name, height in trip.rows() if not name.startswith("tree")}
            assert made == field | office
    assert trip.back().rows == {}
