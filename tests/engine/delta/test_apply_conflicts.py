# SPDX-License-Identifier: GPL-2.0-or-later
"""When two people changed the same feature: who wins, what is kept, and what is told."""

from __future__ import annotations

import pytest

from qfieldcloud_plugin.engine.delta import undo


def snapshot(survey, key):
    """What a device knows of a tree, as QField sends it."""
    row = survey.row(key)
    return {
        **{name: value for name, value in row.items() if name not in ("geom", "raw")},
        "geometry": survey.wkt(key),
    }


def test_the_last_one_wins_where_the_project_says_so_and_the_loser_is_kept_in_the_result(survey, delta):
    result = survey.apply_one(delta("patch", 1, old={"height": 9}, new={"height": 12}))
    assert result.status == "applied"
    assert survey.row(1)["height"] == 12
    assert result.conflicts == ('The attribute "height" that has a conflict:\n-10.5\n+9',)
    assert result.overwritten.attributes == {"height": 10.5}


def test_a_conflict_leaves_the_row_alone(survey, delta, statuses):
    results = survey.apply(
        delta("patch", 1, old={"height": 9}, new={"height": 12}),
        delta("patch", 2, old={"height": 3}, new={"height": 12}),
        delta("delete", 3, old={"species": "fir"}),
        overwrite=False,
    )
    assert statuses(results) == ["conflict", "applied", "conflict"]
    assert (results[0].e_type, results[0].modified_pk) == ("CONFLICT", None)
    assert [row["height"] for row in survey.rows()] == [10.5, 12, None]


def test_a_snapshot_conflicts_with_any_change_of_its_feature(survey, delta):
    known = snapshot(survey, 1)
    survey.apply_one(delta("patch", 1, old={}, new={"species": "yew"}))
    late = delta("patch", 1, old=known, new={"height": 12}, is_snapshot=True)
    result = survey.apply_one(late, overwrite=False)
    assert result.status == "conflict"
    assert result.conflicts == ('The attribute "species" that has a conflict:\n-yew\n+oak',)


def test_refusing_deltas_merge_by_column(survey, delta):
    known = snapshot(survey, 1)
    survey.apply_one(delta("patch", 1, old={}, new={"species": "yew"}))
    merged = survey.apply_one(delta("patch", 1, old=known, new={"height": 12}, on_conflict="refuse"))
    refused = survey.apply_one(delta("patch", 1, old=known, new={"species": "fir"}, on_conflict="refuse"))
    assert (merged.status, refused.status) == ("applied", "conflict")
    assert (survey.row(1)["species"], survey.row(1)["height"]) == ("yew", 12)


def test_refusing_deltas_look_at_the_geometry_they_move(survey, delta, statuses):
    survey.apply_one(delta("patch", 1, old={}, new={"geometry": "Point (5 5)"}))
    stale = {"geometry": "Point (1 1)"}
    results = survey.apply(
        delta("patch", 1, old=stale, new={"geometry": "Point (6 6)"}, on_conflict="refuse"),
        delta(
            "patch", 1, old={"geometry": "Point (5 5)"}, new={"geometry": "Point (7 7)"}, on_conflict="refuse"
        ),
        delta("patch", 1, old=stale, new={"geometry": "Point (7 7)"}, on_conflict="refuse"),
    )
    # The third wants what is there already.
    assert statuses(results) == ["conflict", "applied", "applied"]
    assert survey.wkt(1) == "Point (7 7)"


def test_a_refusing_delete_spares_a_feature_that_others_changed(survey, delta, statuses):
    known = snapshot(survey, 2)
    known_too = snapshot(survey, 3)
    survey.apply(
        delta("patch", 2, old={}, new={"species": "yew"}),
        delta("patch", 3, old={}, new={"geometry": "Point (9 9)"}),
    )
    refused = survey.apply(
        delta("delete", 2, old=known, on_conflict="refuse"),
        delta("delete", 3, old=known_too, on_conflict="refuse"),
        delta("delete", 2, old=snapshot(survey, 2), on_conflict="refuse"),
    )
    assert statuses(refused) == ["conflict", "conflict", "applied"]


def test_a_refusing_create_does_not_give_way(survey, delta):
    result = survey.apply_one(delta("create", 3, new={"fid": 3, "species": "yew"}, on_conflict="refuse"))
    assert result.status == "conflict"
    assert len(survey.rows()) == 3


@pytest.mark.parametrize("overwrite", [True, False])
def test_the_same_change_twice_is_no_conflict(survey, delta, overwrite):
    first = survey.apply_one(delta("patch", 1, old={"height": 10.5}, new={"height": 12}), overwrite=overwrite)
    again = survey.apply_one(delta("patch", 1, old={"height": 10.5}, new={"height": 12}), overwrite=overwrite)
    assert (first.status, again.status, again.conflicts) == ("applied", "applied", None)


@pytest.mark.parametrize(
    ("column", "stored", "said"),
    [
        ("seen", "2024-03-23T01:23:45.000Z", "2024-03-23T01:23:45"),
        ("seen", "2024-03-23T01:23:45.678912Z", "2024-03-23T03:23:45.678+02:00"),
        ("planted", "2024-03-23", "2024-03-23"),
        ("alive", 1, True),
        ("height", 3.0, 3),
        ("photo", '{"a": [1, 2]}', {"a": [1, 2]}),
        ("raw", b"\xff\xfe", "\ufffd\ufffd"),
        ("raw", b"", None),
    ],
)
def test_values_that_only_look_different_do_not_conflict(survey, delta, column, stored, said):
    survey.add_rows("trees", {"fid": 9, column: stored})
    result = survey.apply_one(
        delta("patch", 9, old={column: said, "species": None}, new={"species": "yew"}), overwrite=False
    )
    assert (result.status, result.conflicts) == ("applied", None)


@pytest.mark.parametrize(
    ("column", "stored", "said"),
    [
        ("species", None, ""),
        ("species", "oak", "Oak"),
        ("stems", 0, None),
        ("seen", "2024-03-23T01:23:45", "2024-03-23T01:23:46"),
    ],
)
def test_values_that_are_different_do(survey, delta, column, stored, said):
    survey.add_rows("trees", {"fid": 9, column: stored})
    result = survey.apply_one(delta("patch", 9, old={column: said}, new={"photo": "x"}), overwrite=False)
    assert result.status == "conflict"


def test_what_the_server_filled_in_does_not_conflict_with_the_device_that_created_the_feature(
    survey, delta, statuses
):
    made = {"fid": None, "fid_1": 8, "species": "yew", "status": None}
    results = survey.apply(
        delta("create", "", local_pk=8, new=made),
        delta("patch", "", local_pk=8, old=made, new={"species": "fir"}, is_snapshot=True),
        overwrite=False,
    )
    assert statuses(results) == ["applied", "applied"]


def test_a_change_that_knows_nothing_is_not_applied_where_conflicts_matter(survey, delta, statuses):
    results = survey.apply(delta("patch", 1, new={"height": 1}), delta("delete", 1), overwrite=False)
    assert statuses(results) == ["not_applied", "not_applied"]


def test_undo_takes_back_what_was_applied_and_only_that(survey, delta, statuses):
    before = survey.rows()
    done = [
        delta(
            "patch",
            1,
            old=snapshot(survey, 1),
            new={"height": 12, "geometry": "Point (5 5)"},
            is_snapshot=True,
        ),
        delta(
            "create",
            "",
            local_pk=8,
            new={"fid": None, "fid_1": 8, "species": "yew", "geometry": "Point (8 8)"},
        ),
        delta("patch", "", local_pk=8, old={"species": "yew"}, new={"species": "fir"}),
        delta("delete", 2, old=snapshot(survey, 2)),
        delta("patch", 99, old={"height": 1}, new={"height": 2}),
    ]
    results = survey.apply(*done)
    assert statuses(results) == ["applied"] * 4 + ["not_applied"]
    assert statuses(survey.apply(*undo(done, results))) == ["applied"] * 4
    assert survey.rows() == before
    survey.check_integrity()


def test_undo_brings_back_what_was_really_overwritten(survey, delta):
    before = survey.row(1)
    done = delta(
        "patch",
        1,
        old={"height": 9, "geometry": "Point (0 0)"},
        new={"height": 12, "geometry": "Point (5 5)"},
    )
    result = survey.apply_one(done)
    survey.apply(*undo([done], [result]))
    assert survey.row(1) == before


def test_undo_spares_what_others_changed_since(survey, delta, statuses):
    done = delta("patch", 1, old={"height": 10.5}, new={"height": 12})
    results = survey.apply(done, delta("patch", 1, old={"height": 12}, new={"height": 13}))
    assert statuses(survey.apply(*undo([done], results))) == ["conflict"]
    assert statuses(survey.apply(*undo([done], results, on_conflict=""))) == ["applied"]
    assert survey.row(1)["height"] == 10.5


def test_undo_of_undo_is_redo(survey, delta):
    done = [
        delta("patch", 1, old={"height": 10.5}, new={"height": 12}),
        delta("delete", 3, old=snapshot(survey, 3)),
    ]
    survey.apply(*done)
    after = survey.rows()
    back = undo(done)
    survey.apply(*back)
    survey.apply(*undo(back))
    assert survey.rows() == after
