# SPDX-License-Identifier: GPL-2.0-or-later
"""A delta that breaks a rule, or meets a trigger, concerns nobody but itself."""

from __future__ import annotations

import pytest


def test_a_broken_rule_concerns_one_delta_only(survey, delta, statuses):
    results = survey.apply(
        delta("create", 4, new={"fid": 4, "code": "A"}),
        delta("create", 5, new={"fid": 5, "code": "A"}),
        delta("create", 9, new={"fid": 9, "name": None}, layer="plots_layer"),
        delta("create", "v2", new={"id": "v2", "tree": 99}, layer="visits_layer"),
        delta("delete", 1, old={"species": "oak"}),
        delta("patch", 2, old={}, new={"code": "B"}),
    )
    assert statuses(results) == [
        "applied",
        "not_applied",
        "not_applied",
        "not_applied",
        "not_applied",
        "applied",
    ]
    assert results[1].provider_errors == ("UNIQUE constraint failed: trees.code",)
    assert results[3].provider_errors == ("FOREIGN KEY constraint failed",)
    survey.check_integrity()


def test_a_child_may_come_before_its_parent(survey, delta, statuses):
    results = survey.apply(
        delta("create", "v2", new={"id": "v2", "tree": 4}, layer="visits_layer"),
        delta("patch", "v2", old={"note": None}, new={"note": "later"}, layer="visits_layer"),
        delta("create", 4, new={"fid": 4}),
    )
    assert statuses(results) == ["applied"] * 3
    assert survey.row("v2", "visits")["note"] == "later"


def test_a_unique_value_may_come_before_it_is_free(survey, delta, statuses):
    survey.apply_one(delta("patch", 1, old={"code": None}, new={"code": "A"}))
    results = survey.apply(
        delta("create", 4, new={"fid": 4, "code": "A"}),
        delta("patch", 1, old={"code": "A"}, new={"code": "B"}),
    )
    assert statuses(results) == ["applied", "applied"]
    assert survey.row(4)["code"] == "A"


def test_a_trigger_that_rolls_back_takes_only_its_own_delta_down(survey, delta, statuses):
    with survey.sql() as connection:
        connection.execute(
            "CREATE TRIGGER no_yews BEFORE UPDATE ON trees WHEN NEW.species = 'yew' BEGIN "
            "SELECT RAISE(ROLLBACK, 'no yews here'); END"
        )
    results = survey.apply(
        delta("patch", 1, old={}, new={"species": "fir"}),
        delta("patch", 2, old={}, new={"species": "yew"}),
        delta("patch", 3, old={}, new={"species": "box"}),
    )
    assert statuses(results) == ["applied", "not_applied", "applied"]
    assert [row["species"] for row in survey.rows()] == ["fir", "ash", "box"]


def test_triggers_of_the_user_run_and_may_change_the_row(survey, delta):
    with survey.sql() as connection:
        connection.execute(
            "CREATE TRIGGER stamped AFTER UPDATE OF height ON trees BEGIN "
            "UPDATE trees SET height = 99 WHERE fid = NEW.fid; END"
        )
    assert survey.apply_one(delta("patch", 1, old={}, new={"height": 5})).status == "applied"
    assert survey.row(1)["height"] == 99


@pytest.mark.parametrize(
    "trigger",
    [
        "BEFORE INSERT ON trees BEGIN SELECT RAISE(IGNORE); END",
        "BEFORE UPDATE ON trees BEGIN SELECT RAISE(IGNORE); END",
        "BEFORE DELETE ON trees BEGIN SELECT RAISE(IGNORE); END",
        "AFTER UPDATE OF height ON trees BEGIN UPDATE trees SET height = OLD.height WHERE fid = NEW.fid; END",
    ],
)
def test_a_trigger_that_swallows_an_edit_is_noticed(survey, delta, statuses, trigger):
    with survey.sql() as connection:
        connection.execute(f"CREATE TRIGGER swallow {trigger}")
    before = survey.rows()
    edits = {
        "INSERT": delta("create", 9, new={"fid": 9, "species": "yew"}),
        "UPDATE": delta("patch", 1, old={}, new={"height": 5}),
        "DELETE": delta("delete", 3, old={}),
    }
    result = survey.apply_one(edits[trigger.split()[1]])
    assert (result.status, result.feedback("f")["status"]) == ("error", "status_unknown_error")
    assert survey.rows() == before
    survey.check_integrity()


def test_a_trigger_may_mark_a_row_instead_of_deleting_it(survey, delta):
    with survey.sql() as connection:
        connection.execute(
            "CREATE TRIGGER soft BEFORE DELETE ON trees BEGIN "
            "UPDATE trees SET status = 'gone' WHERE fid = OLD.fid; SELECT RAISE(IGNORE); END"
        )
    assert survey.apply_one(delta("delete", 3, old={})).status == "applied"
    assert survey.row(3)["status"] == "gone"


def test_a_trigger_with_a_foreign_function_is_told(survey, delta, statuses):
    with survey.sql() as connection:
        connection.execute("CREATE TRIGGER area AFTER UPDATE ON plots BEGIN SELECT ST_Area(NEW.geom); END")
    results = survey.apply(
        delta("patch", 1, old={}, new={"name": "south"}, layer="plots_layer"),
        delta("patch", 1, old={}, new={"height": 1}),
    )
    assert statuses(results) == ["not_applied", "applied"]
    assert "ST_Area" in results[0].msg


def test_a_trigger_that_never_ends_is_stopped(survey, delta, statuses, monkeypatch):
    from qfieldcloud_plugin.engine.delta import geopackage

    monkeypatch.setattr(geopackage, "_SECONDS_A_DELTA", 0.2)
    with survey.sql() as connection:
        connection.execute("CREATE TABLE busy (n)")
        connection.execute(
            "CREATE TRIGGER endless AFTER UPDATE ON trees WHEN NEW.species = 'yew' BEGIN INSERT INTO busy "
            "SELECT count(*) FROM pragma_function_list a, pragma_function_list b, pragma_function_list c, "
            "pragma_function_list d; END"
        )
    results = survey.apply(
        delta("patch", 1, old={}, new={"species": "fir"}),
        delta("patch", 2, old={}, new={"species": "yew"}),
        delta("patch", 3, old={}, new={"species": "box"}),
    )
    assert statuses(results) == ["applied", "not_applied", "applied"]
    assert "was stopped" in results[1].msg
    assert [row["species"] for row in survey.rows()] == ["fir", "ash", "box"]
