# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the features of a delta are found, and what happens when they are nowhere or in the wrong place."""

from __future__ import annotations

import shutil

import pytest

from qfieldcloud_plugin.engine.delta import ApplyFailed, FormerLayer
from qfieldcloud_plugin.engine.gpkg import connect

CHANGE = {"old": {}, "new": {"height": 1}}


def test_a_layer_that_was_added_again_is_found_by_its_file_and_table(survey, delta):
    survey.layers.clear()
    survey.add_layer("trees_again", "./data.gpkg|layername=trees")
    former = {"trees_layer": FormerLayer("data.gpkg", "trees")}
    assert survey.apply_one(delta("patch", 1, **CHANGE)).msg == 'No layer with id "trees_layer"'
    assert survey.apply_one(delta("patch", 1, **CHANGE), former_layers=former).status == "applied"


@pytest.mark.parametrize(
    "path", ["../data.gpkg", "/etc/passwd", "gone.gpkg", "", "..", "data.gpkg/../../x.gpkg"]
)
def test_a_former_layer_never_leads_out_of_the_project(survey, delta, path):
    (survey.folder.parent / "data.gpkg").write_bytes(survey.gpkg.read_bytes())
    result = survey.apply_one(
        delta("patch", 1, layer="old", **CHANGE), former_layers={"old": FormerLayer(path, "trees")}
    )
    assert result.msg == 'No layer with id "old"'


def test_a_link_out_of_the_project_is_never_written_through(survey, delta, statuses):
    outside = survey.folder.parent / "store.gpkg"
    shutil.copy(survey.gpkg, outside)
    (survey.folder / "link.gpkg").symlink_to(outside)
    survey.add_layer("linked", "./link.gpkg|layername=trees")
    results = survey.apply(
        delta("patch", 1, layer="linked", **CHANGE),
        delta("patch", 1, layer="old", **CHANGE),
        former_layers={"old": FormerLayer("link.gpkg", "trees")},
    )
    assert statuses(results) == ["not_applied", "not_applied"]
    assert outside.read_bytes() == survey.gpkg.read_bytes()


def test_a_project_in_a_linked_folder_is_found(survey, delta):
    link = survey.folder.parent / "link"
    link.symlink_to(survey.folder, target_is_directory=True)
    from qfieldcloud_plugin.engine.delta import apply_deltas, source_layers
    from qfieldcloud_plugin.engine.project.project import read_project

    project = read_project(link / "survey.qgs", link)
    (result,) = apply_deltas(project, [delta("patch", 1, **CHANGE)], {}, True)
    assert result.status == "applied"
    assert len(source_layers(project, link / "data.gpkg")) == 3


def test_the_local_layer_counts_when_the_source_is_not_told(survey, delta):
    from dataclasses import replace

    made = replace(delta("patch", 1, **CHANGE), source_layer_id="")
    assert survey.apply_one(made).status == "applied"


@pytest.mark.parametrize(
    "source", ["./trees.shp", "./points.csv|layername=points", "dbname='gis' host=db table=\"a\""]
)
def test_layers_that_only_qgis_can_write_wait(survey, delta, source):
    survey.add_layer("other", source)
    result = survey.apply_one(delta("patch", 1, layer="other", **CHANGE))
    assert result.status == "unsupported"
    assert result.feedback("f")["status"] == "status_apply_failed"
    assert "QGIS" in result.msg


@pytest.mark.parametrize(
    ("source", "attributes", "words"),
    [
        ("./gone.gpkg|layername=trees", {}, "missing"),
        ("./data.gpkg|layername=gone", {}, "not a table"),
        ("../secret.gpkg|layername=trees", {}, "not in the project"),
        ("./data.gpkg|layername=trees", {"readOnly": "1"}, "read-only"),
    ],
)
def test_layers_without_rows_to_write_are_explained(survey, delta, source, attributes, words):
    survey.add_layer("other", source, **attributes)
    result = survey.apply_one(delta("patch", 1, layer="other", **CHANGE))
    assert result.status == "not_applied"
    assert words in result.msg


def test_composite_keys_and_views_are_explained(survey, delta, statuses):
    survey.add_table("CREATE TABLE pairs (a INTEGER, b INTEGER, PRIMARY KEY (a, b))")
    with survey.sql() as connection:
        connection.execute("CREATE VIEW tall AS SELECT * FROM trees")
    survey.add_layer("tall_layer", "./data.gpkg|layername=tall")
    results = survey.apply(
        delta("patch", 1, layer="pairs_layer", **CHANGE), delta("patch", 1, layer="tall_layer", **CHANGE)
    )
    assert statuses(results) == ["not_applied", "not_applied"]
    assert "no primary key of one column" in results[0].msg


def test_a_damaged_geopackage_does_not_hold_up_the_others(survey, delta, statuses):
    (survey.folder / "bad.gpkg").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    (survey.folder / "text.gpkg").write_text("hello")
    survey.add_layer("bad", "./bad.gpkg|layername=trees")
    survey.add_layer("text", "./text.gpkg|layername=trees")
    results = survey.apply(
        delta("patch", 1, layer="bad", **CHANGE),
        delta("patch", 1, layer="text", **CHANGE),
        delta("patch", 1, **CHANGE),
    )
    assert statuses(results) == ["not_applied", "not_applied", "applied"]
    assert [result.e_type for result in results] == ["IO", "IO", None]


def test_a_geopackage_that_turns_out_damaged_half_way_is_left_as_it_was(survey, delta, statuses):
    bad = survey.folder / "bad.gpkg"
    shutil.copy(survey.gpkg, bad)
    survey.add_layer("bad", "./bad.gpkg|layername=trees")
    content = bytearray(bad.read_bytes())
    connection = connect(bad)
    page = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'rtree_trees_geom_rowid'"
    ).fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    content[(page - 1) * size : page * size] = b"\xee" * size
    bad.write_bytes(content)
    results = survey.apply(
        delta("patch", 1, **CHANGE),
        delta("patch", 1, layer="bad", **CHANGE),
        delta("create", "", local_pk=1, layer="bad", new={"geometry": "Point (1 1)"}),
    )
    assert statuses(results) == ["applied", "not_applied", "not_applied"]
    assert survey.row(1)["height"] == 1
    assert bad.read_bytes() == bytes(content)


def test_a_geopackage_that_others_are_writing_fails_the_call_and_changes_nothing(survey, delta, monkeypatch):
    from qfieldcloud_plugin.engine.delta import geopackage

    monkeypatch.setattr(geopackage, "connect", lambda path, write: connect(path, write, timeout=0.01))
    other = connect(survey.gpkg, write=True)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(ApplyFailed) as caught:
        survey.apply(delta("patch", 1, **CHANGE))
    assert caught.value.transient
    other.execute("ROLLBACK")
    other.close()
    assert survey.row(1)["height"] == 10.5
    assert survey.keys == {}


def test_several_geopackages_are_changed_in_one_call(survey, delta, statuses):
    shutil.copy(survey.gpkg, survey.folder / "more.gpkg")
    survey.add_layer("more", "./more.gpkg|layername=trees")
    results = survey.apply(delta("patch", 1, **CHANGE), delta("patch", 2, layer="more", **CHANGE))
    assert statuses(results) == ["applied", "applied"]
    connection = connect(survey.folder / "more.gpkg")
    assert connection.execute("SELECT height FROM trees").fetchall() == [(10.5,), (1,), (None,)]
    connection.close()
