# SPDX-License-Identifier: GPL-2.0-or-later
"""Deltas become rows, with QField's rules for keys, defaults and geometries."""

from __future__ import annotations

import pytest


def test_a_patch_changes_only_what_it_tells(survey, delta):
    result = survey.apply_one(delta("patch", 1, old={"height": 10.5, "species": "oak"}, new={"height": 12.5}))
    assert (result.status, result.modified_pk, result.msg) == ("applied", 1, "Successfully applied delta!")
    assert survey.row(1)["height"] == 12.5
    assert survey.row(1)["species"] == "oak"
    assert survey.wkt(1) == "Point (1 1)"
    survey.check_integrity()


def test_a_patch_moves_a_feature_and_its_index_entry(survey, delta):
    survey.apply_one(delta("patch", 2, old={"geometry": "Point (2 2)"}, new={"geometry": "Point (20 30)"}))
    assert survey.wkt(2) == "Point (20 30)"
    assert survey.rows("rtree_trees_geom")[1] == {"id": 2, "minx": 20, "maxx": 20, "miny": 30, "maxy": 30}
    survey.check_integrity()


def test_null_clears_a_geometry(survey, delta):
    survey.apply_one(delta("patch", 2, old={"geometry": "Point (2 2)"}, new={"geometry": None}))
    assert survey.wkt(2) is None
    survey.check_integrity()


def test_a_patch_without_changes_is_applied_and_writes_nothing(survey, delta):
    before = survey.gpkg.read_bytes()
    assert (
        survey.apply_one(delta("patch", 1, old={"height": 1, "geometry": "x"}, new={"height": 1})).status
        == "applied"
    )
    assert survey.gpkg.read_bytes() == before


def test_two_former_names_of_one_column_are_told_and_neither_value_is_dropped(survey, delta):
    new = {"kind": "yew", "sort": "fir", "height": 3}
    result = survey.apply_one(
        delta("create", "", local_pk=8, new=new), former_columns=lambda path, table, column: "species"
    )
    assert survey.row(4)["species"] is None
    assert [word in str(result.conflicts) for word in ("kind", "yew", "sort", "fir")] == [True] * 4


def test_a_create_gets_the_next_key_and_is_remembered_for_its_device(survey, delta):
    result = survey.apply_one(
        delta("create", "", local_pk=8, new={"fid": None, "fid_1": 8, "species": "yew"})
    )
    assert (result.status, result.modified_pk) == ("applied", 4)
    assert survey.keys == {"cd517e24-a520-4021-8850-e5af70e3a612__trees_layer__8": "4"}
    assert survey.row(4)["species"] == "yew"
    survey.check_integrity()


def test_a_created_feature_can_be_patched_and_deleted_in_the_same_call(survey, delta, statuses):
    results = survey.apply(
        delta("create", "", local_pk=8, new={"species": "yew", "geometry": "Point (8 8)"}),
        delta("patch", "", local_pk=8, old={"species": "yew"}, new={"species": "fir"}),
        delta("create", "", local_pk=9, new={"species": "box"}),
        delta("delete", "", local_pk=9, old={"species": "box"}),
    )
    assert statuses(results) == ["applied"] * 4
    assert [row["species"] for row in survey.rows()] == ["oak", "ash", "elm", "fir"]
    survey.check_integrity()


def test_the_key_of_a_device_is_used_when_it_is_free(survey, delta):
    assert survey.apply_one(delta("create", 50, new={"fid": 50, "species": "yew"})).modified_pk == 50


def test_a_taken_key_gives_way_and_later_patches_follow(survey, delta, statuses):
    results = survey.apply(
        delta("create", 3, new={"fid": 3, "species": "yew"}),
        delta("patch", 3, old={"species": "yew"}, new={"species": "fir"}),
    )
    assert statuses(results) == ["applied", "applied"]
    assert results[1].modified_pk == 4
    assert [row["species"] for row in survey.rows()] == ["oak", "ash", "elm", "fir"]


def test_children_stay_with_a_parent_whose_key_gave_way(survey, delta, statuses):
    survey.add_relation("visits_layer", "tree", "trees_layer", "fid")
    first = survey.apply(
        delta("create", 3, new={"fid": 3, "species": "yew"}),
        delta("create", "v2", new={"id": "v2", "tree": 3}, layer="visits_layer"),
    )
    known = {"id": "v2", "tree": 3, "note": None}
    later = survey.apply(
        delta("patch", "v2", old=known, new={"note": "x"}, layer="visits_layer", is_snapshot=True),
        delta("patch", "v1", old={"tree": 1}, new={"tree": 3}, layer="visits_layer"),
        overwrite=False,
    )
    assert statuses([*first, *later]) == ["applied"] * 4
    assert [row["tree"] for row in survey.rows("visits")] == [4, 4]


def test_only_the_device_that_counted_on_its_own_is_translated(survey, delta):
    survey.add_relation("visits_layer", "tree", "trees_layer", "fid")
    other = "11111111-2222-4333-8444-555555555555"
    survey.apply(
        delta("create", 3, new={"fid": 3}),
        delta("create", "v2", new={"id": "v2", "tree": 3}, layer="visits_layer", client_id=other),
    )
    assert survey.row("v2", "visits")["tree"] == 3


def test_a_local_row_id_is_not_taken_for_a_key(survey, delta):
    survey.add_relation("visits_layer", "tree", "trees_layer", "fid")
    survey.apply(
        delta("create", "", local_pk=3, new={"fid": None, "fid_1": 3}),
        delta("create", "v2", new={"id": "v2", "tree": 3}, layer="visits_layer"),
    )
    assert survey.row("v2", "visits")["tree"] == 3


def test_two_devices_may_count_alike(survey, delta):
    other = "11111111-2222-4333-8444-555555555555"
    first = survey.apply_one(delta("create", "", local_pk=8, new={"species": "yew"}))
    second = survey.apply_one(delta("create", "", local_pk=8, new={"species": "fir"}, client_id=other))
    assert (first.modified_pk, second.modified_pk) == (4, 5)


def test_a_create_that_comes_twice_makes_one_feature(survey, delta):
    new = {"fid": None, "fid_1": 8, "species": "yew", "geometry": "Point (8 8)"}
    first = survey.apply_one(delta("create", "", local_pk=8, new=new))
    second = survey.apply_one(delta("create", "", local_pk=8, new=new))
    assert (first.modified_pk, second.modified_pk, second.status) == (4, 4, "applied")
    assert len(survey.rows()) == 4


def test_a_create_is_not_taken_for_a_feature_that_has_more_to_it(survey, delta):
    survey.apply_one(delta("patch", 1, old={}, new={"height": 1}))
    result = survey.apply_one(delta("create", "", local_pk=1, new={"geometry": "Point (1 1)"}))
    assert result.modified_pk == 4


def test_a_reused_local_key_after_a_delete_makes_a_new_feature(survey, delta, statuses):
    results = survey.apply(
        delta("create", "", local_pk=8, new={"species": "yew"}),
        delta("delete", "", local_pk=8, old={"species": "yew"}),
        delta("create", "", local_pk=8, new={"species": "fir"}),
    )
    assert statuses(results) == ["applied"] * 3
    assert survey.rows()[-1]["species"] == "fir"


def test_a_text_key_of_the_device_survives(survey, delta):
    uuid = "0b8a1b9e-6a0e-4ab6-9d2c-5a3d1f5a7c11"
    result = survey.apply_one(delta("create", uuid, new={"id": uuid, "note": "second"}, layer="visits_layer"))
    assert result.modified_pk == uuid
    assert survey.row(uuid, "visits")["note"] == "second"


def test_a_text_key_that_is_missing_is_made_up(survey, delta):
    result = survey.apply_one(delta("create", "", local_pk=1, new={"note": "second"}, layer="visits_layer"))
    assert result.status == "applied"
    assert survey.row(result.modified_pk, "visits")["note"] == "second"


def test_a_taken_text_key_is_refused_with_a_reason(survey, delta):
    result = survey.apply_one(delta("create", "v1", new={"id": "v1", "note": "other"}, layer="visits_layer"))
    assert (result.status, result.msg) == ("not_applied", "Another feature has the key 'v1' already.")


def test_empty_values_of_a_create_get_the_defaults_of_the_table(survey, delta):
    survey.apply(
        delta("create", 4, new={"fid": 4, "status": None}),
        delta("create", 5, new={"fid": 5, "status": "old"}),
    )
    assert [row["status"] for row in survey.rows()][-2:] == ["new", "old"]


def test_a_patch_may_empty_a_column_with_a_default(survey, delta):
    survey.apply_one(delta("patch", 1, old={"status": "new"}, new={"status": None}))
    assert survey.row(1)["status"] is None


def test_unknown_attributes_are_ignored_on_create_and_named_on_patch(survey, delta):
    assert survey.apply_one(delta("create", 9, new={"fid": 9, "girth": 3})).status == "applied"
    result = survey.apply_one(delta("patch", 1, old={"girth": 1}, new={"girth": 3}))
    assert (result.status, result.e_type) == ("not_applied", "ERROR")
    assert "“girth”" in result.msg


def test_a_feature_that_is_not_there_is_told(survey, delta):
    for method in ("patch", "delete"):
        result = survey.apply_one(delta(method, 77, old={"species": "yew"}, new={"species": "fir"}))
        assert result.status == "not_applied"
        assert result.msg.startswith("Unable to find feature")


def test_a_feature_with_exactly_the_old_values_is_only_suggested(survey, delta):
    result = survey.apply_one(delta("patch", 77, old={"species": "ash", "height": 3}, new={"height": 4}))
    assert result.status == "not_applied"
    assert "The feature 2 has exactly the values" in result.msg
    assert survey.row(2)["height"] == 3


def test_a_feature_is_found_by_its_uuid_when_the_key_is_wrong(survey, delta):
    uuid = survey.row(2)["uuid"]
    result = survey.apply_one(delta("patch", 77, old={"uuid": uuid, "height": 3}, new={"height": 4}))
    assert (result.status, result.modified_pk) == ("applied", 2)
    assert survey.row(2)["height"] == 4


def test_a_key_that_means_another_feature_by_now_does_not_mislead(survey, delta):
    uuid = survey.row(3)["uuid"]
    survey.apply_one(delta("patch", 1, old={"uuid": uuid, "species": "elm"}, new={"species": "yew"}))
    assert [row["species"] for row in survey.rows()] == ["oak", "ash", "yew"]


def test_a_uuid_made_in_the_same_call_is_found(survey, delta, statuses):
    uuid = "0b8a1b9e-6a0e-4ab6-9d2c-5a3d1f5a7c11"
    results = survey.apply(
        delta("patch", 77, old={"uuid": survey.row(2)["uuid"]}, new={"height": 4}),
        delta("create", "", local_pk=8, new={"uuid": uuid}),
        delta("patch", "", local_pk="x", old={"uuid": uuid}, new={"species": "yew"}),
    )
    assert statuses(results) == ["applied"] * 3
    assert survey.row(4)["species"] == "yew"


def test_an_empty_source_key_without_its_creation_is_explained(survey, delta):
    result = survey.apply_one(delta("patch", "", local_pk=8, old={"species": "x"}, new={"species": "y"}))
    assert "its creation has not arrived" in result.msg


def test_geometries_are_promoted_to_the_layer_s_type(survey, delta):
    survey.apply_one(
        delta(
            "create",
            2,
            new={"fid": 2, "name": "s", "geometry": "Polygon ((0 0, 1 0, 1 1, 0 0))"},
            layer="plots_layer",
        )
    )
    assert survey.wkt(2, "plots") == "MultiPolygon (((0 0, 1 0, 1 1, 0 0)))"


@pytest.mark.parametrize(
    ("z", "m", "text", "stored"),
    [
        (1, 0, "Point (1 2)", "Point Z (1 2 0)"),
        (1, 0, "PointZ (1 2 nan)", "Point Z (1 2 0)"),
        (0, 0, "Point Z (1 2 3)", "Point (1 2)"),
        (2, 2, "PointM (1 2 3)", "Point M (1 2 3)"),
        (1, 1, "PointM (1 2 3)", "Point ZM (1 2 0 3)"),
    ],
)
def test_z_and_m_become_what_the_layer_has(make_survey, delta, z, m, text, stored):
    survey = make_survey()
    survey.add_table("CREATE TABLE t (fid INTEGER PRIMARY KEY, geom POINT)", "POINT", z=z, m=m)
    assert (
        survey.apply_one(delta("create", 1, new={"fid": 1, "geometry": text}, layer="t_layer")).status
        == "applied"
    )
    assert survey.wkt(1, "t") == stored


@pytest.mark.parametrize(
    "text", ["", "Pint (1 2)", "Point (1 2", "Polygon ((0 0, 1 0, 1 1, 0 0))", "Point (nan 1)"]
)
def test_a_geometry_that_cannot_be_stored_is_told(survey, delta, text):
    before = survey.rows()
    result = survey.apply_one(delta("create", 9, new={"fid": 9, "geometry": text}))
    assert result.status == "not_applied"
    assert survey.rows() == before


def test_geometries_are_ignored_where_the_table_has_none(survey, delta, statuses):
    results = survey.apply(
        delta(
            "patch",
            "v1",
            old={"note": "first", "geometry": ""},
            new={"note": "x", "geometry": ""},
            layer="visits_layer",
        ),
        delta("create", "v2", new={"id": "v2", "geometry": None}, layer="visits_layer"),
    )
    assert statuses(results) == ["applied", "applied"]


def test_values_that_do_not_fit_are_told_and_change_nothing(survey, delta):
    for column, value in (
        ("stems", 1.5),
        ("planted", "someday"),
        ("height", "tall"),
        ("alive", "perhaps"),
        ("stems", 2**70),
    ):
        result = survey.apply_one(delta("patch", 1, old={}, new={column: value}))
        assert result.status == "not_applied"
        assert f"“{column}”" in result.msg


def test_values_are_stored_as_ogr_spells_them(survey, delta):
    said = {
        "alive": True,
        "planted": "2024-03-23",
        "seen": "2024-03-23T01:23:45.678",
        "stems": 3,
        "height": 4,
        "raw": "bar",
    }
    survey.apply_one(delta("patch", 1, old={}, new=said))
    row = survey.row(1)
    assert (row["alive"], row["planted"], row["seen"]) == (1, "2024-03-23", "2024-03-23T01:23:45.678")
    assert (row["stems"], row["height"], row["raw"]) == (3, 4.0, b"bar")
    assert isinstance(row["height"], float)


def test_deferred_foreign_keys_are_checked_for_each_delta(make_survey, delta, statuses):
    survey = make_survey()
    survey.add_table("CREATE TABLE a (id INTEGER PRIMARY KEY, n TEXT)")
    survey.add_table(
        "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES a DEFERRABLE INITIALLY DEFERRED, n TEXT)"
    )
    survey.add_rows("a", {"id": 1}, {"id": 2})
    survey.add_rows("b", {"id": 1, "a": 1})
    results = survey.apply(
        delta("create", 2, new={"id": 2, "a": 99}, layer="b_layer"),
        delta("create", 3, new={"id": 3, "a": 2}, layer="b_layer"),
        delta("delete", 1, old={}, layer="a_layer"),
        delta("patch", 1, old={}, new={"a": 77}, layer="b_layer"),
        delta("create", 4, new={"id": 4, "a": 5}, layer="b_layer"),
        delta("create", 5, new={"id": 5}, layer="a_layer"),
    )
    assert statuses(results) == ["not_applied", "applied", "not_applied", "not_applied", "applied", "applied"]
    survey.check_integrity()


def test_generated_columns_are_left_to_sqlite(make_survey, delta):
    survey = make_survey()
    survey.add_table("CREATE TABLE t (fid INTEGER PRIMARY KEY, n INTEGER, twice INTEGER AS (n * 2) STORED)")
    survey.apply_one(delta("create", 1, new={"fid": 1, "n": 4, "twice": 5}, layer="t_layer"))
    survey.apply_one(delta("patch", 1, old={"n": 4, "twice": 5}, new={"n": 6, "twice": 7}, layer="t_layer"))
    assert survey.row(1, "t") == {"fid": 1, "n": 6, "twice": 12}


def test_a_patch_may_change_the_key(survey, delta):
    result = survey.apply_one(delta("patch", 2, old={"fid": 2}, new={"fid": 20}))
    assert (result.status, result.modified_pk) == ("applied", 20)
    assert survey.row(20)["species"] == "ash"
    assert survey.row(2) is None
    survey.check_integrity()


def test_strange_names_are_only_names(make_survey, delta):
    survey = make_survey()
    with survey.sql() as connection:
        connection.execute(
            'CREATE TABLE "Bäume; DROP" (fid INTEGER PRIMARY KEY, "a ""b" TEXT, "select" TEXT)'
        )
    survey.add_layer("l", "./data.gpkg|layername=Bäume; DROP")
    survey.apply_one(delta("create", 1, new={"fid": 1, 'a "b': "x", "select": "y"}, layer="l"))
    survey.apply_one(delta("patch", 1, old={'a "b': "x"}, new={'a "b': "z"}, layer="l"))
    assert survey.rows("Bäume; DROP") == [{"fid": 1, 'a "b': "z", "select": "y"}]


def test_upkeep_is_done_where_triggers_are_missing(survey, delta):
    with survey.sql() as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
    survey.apply(
        delta("create", 4, new={"fid": 4, "geometry": "Point (40 50)"}),
        delta("patch", 1, old={}, new={"geometry": "Point (10 10)"}),
        delta("patch", 2, old={}, new={"geometry": None}),
        delta("delete", 3, old={}),
        delta("create", 5, new={"fid": 5, "code": "x", "geometry": "Point (400 500)", "stems": "many"}),
    )
    survey.check_integrity()
    (contents,) = [row for row in survey.rows("gpkg_contents") if row["table_name"] == "trees"]
    assert (contents["max_x"], contents["max_y"]) == (40, 50)
    assert contents["last_change"] is not None


def test_half_a_character_harms_only_its_own_delta(survey, delta, statuses):
    results = survey.apply(
        delta("patch", 1, old={}, new={"species": "\ud800"}),
        delta("patch", "\ud800", old={}, new={"id": "x"}, layer="visits_layer"),
        delta("patch", 2, old={}, new={"species": "fir"}),
    )
    assert statuses(results) == ["not_applied", "not_applied", "applied"]


def test_a_delta_that_says_nothing_is_refused_alone(survey, delta, statuses):
    results = survey.apply(
        delta("create", 4), delta("patch", 1), delta("patch", 1, new={"height": 1}), delta("delete", 3)
    )
    assert statuses(results) == ["not_applied", "not_applied", "applied", "applied"]


def test_feedback_has_the_form_clients_know(survey, delta):
    made = delta("create", "", local_pk=8, new={"species": "yew"})
    assert survey.apply_one(made).feedback("file") == {
        "msg": "Successfully applied delta!",
        "status": "status_applied",
        "e_type": None,
        "delta_file_id": "file",
        "layer_id": "trees_layer",
        "delta_index": 0,
        "delta_id": made.uuid,
        "feature_pk": "",
        "modified_pk": 4,
        "conflicts": None,
        "provider_errors": None,
        "method": "create",
    }
