# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes become deltas that make them again, wherever they are applied."""

from __future__ import annotations

import hashlib
import shutil
from typing import Any, Dict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.delta import DeltaCannotCarry, DeltaFile, LeftOut, compose, source_layers, undo
from qfieldcloud_plugin.engine.delta.compose import SourceLayer
from qfieldcloud_plugin.engine.gpkg import connect, diff, read_schema
from qfieldcloud_plugin.engine.gpkg.geometry import geometry_blob
from qfieldcloud_plugin.engine.gpkg.wkt import wkt_to_wkb
from tests.engine.gpkg.making import add_layer, make_geopackage

CLIENT = "cd517e24-a520-4021-8850-e5af70e3a612"


def edited(survey, *statements: str):
    """A copy of the GeoPackage in which the statements were run."""
    target = survey.folder / "target.gpkg"
    shutil.copy(survey.gpkg, target)
    connection = connect(target, write=True)
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return target


def deltas_to(survey, target, **options):
    """The deltas after a journey through a file."""
    made = compose(
        diff(survey.gpkg, target), source_layers(survey.project, survey.gpkg), client_id=CLIENT, **options
    )
    file = DeltaFile(CLIENT, CLIENT, tuple(made), on_conflict=made[0].on_conflict if made else "")
    return DeltaFile.from_bytes(file.to_bytes()).deltas


def assert_same(survey, target):
    changes = list(diff(survey.gpkg, target))
    assert changes == []
    survey.check_integrity()


def test_inserts_updates_and_deletes_arrive(survey):
    target = edited(
        survey,
        "UPDATE trees SET height = 99, species = NULL WHERE fid = 1",
        "UPDATE trees SET geom = (SELECT geom FROM trees WHERE fid = 3) WHERE fid = 2",
        "DELETE FROM trees WHERE fid = 3",
        "INSERT INTO trees (fid, species, alive, seen) VALUES (9, 'yew', 1, '2024-03-23T01:23:45.000Z')",
        "INSERT INTO visits VALUES ('v2', 9, 'new', NULL)",
        "DELETE FROM visits WHERE id = 'v1'",
    )
    deltas = deltas_to(survey, target)
    assert {result.status for result in survey.apply(*deltas, overwrite=False)} == {"applied"}
    assert_same(survey, target)


def test_a_patch_tells_the_changed_columns_only(survey):
    (delta,) = deltas_to(
        survey, edited(survey, "UPDATE trees SET height = 99 WHERE fid = 1"), on_conflict="refuse"
    )
    assert delta.to_json() == {
        "uuid": delta.uuid,
        "method": "patch",
        "clientId": CLIENT,
        "localLayerId": "trees_layer",
        "sourceLayerId": "trees_layer",
        "localLayerName": "Trees_Layer",
        "localLayerCrs": "EPSG:4326",
        "localPk": "1",
        "sourcePk": "1",
        "old": {"attributes": {"height": 10.5}, "is_snapshot": False},
        "new": {"attributes": {"height": 99.0}, "is_snapshot": False},
    }
    assert delta.on_conflict == "refuse"


def test_a_delete_tells_everything_it_knew(survey):
    (delta,) = deltas_to(survey, edited(survey, "DELETE FROM trees WHERE fid = 2"))
    assert delta.old.geometry == "Point (2 2)"
    assert set(delta.old.values) == {name for name in survey.row(2) if name != "geom"}


def test_parents_come_first_and_go_last(survey):
    target = edited(
        survey,
        "INSERT INTO visits VALUES ('v2', 9, 'new', NULL)",
        "INSERT INTO trees (fid, species) VALUES (9, 'yew')",
        "DELETE FROM trees WHERE fid = 1",
        "DELETE FROM visits WHERE id = 'v1'",
    )
    order = [(delta.method, delta.source_pk) for delta in deltas_to(survey, target)]
    assert order.index(("create", "9")) < order.index(("create", "v2"))
    assert order.index(("delete", "v1")) < order.index(("delete", "1"))


def test_a_unique_value_is_freed_before_it_is_taken(survey):
    with survey.sql() as connection:
        connection.execute("UPDATE trees SET code = 'A' WHERE fid = 1")
        connection.execute("UPDATE trees SET code = 'B' WHERE fid = 2")
        connection.execute("UPDATE trees SET code = 'C' WHERE fid = 3")
    target = edited(
        survey,
        "DELETE FROM trees WHERE fid = 3",
        "UPDATE trees SET code = NULL",
        "UPDATE trees SET code = 'B' WHERE fid = 1",
        "UPDATE trees SET code = 'A' WHERE fid = 2",
        "INSERT INTO trees (fid, code) VALUES (9, 'C')",
    )
    deltas = deltas_to(survey, target, on_conflict="refuse")
    # A swap takes one step more.
    assert len(deltas) == 5
    assert {result.status for result in survey.apply(*deltas)} == {"applied"}
    assert_same(survey, target)


def test_a_unique_column_that_cannot_be_empty_is_swapped_too(make_survey):
    survey = make_survey()
    survey.add_table("CREATE TABLE t (fid INTEGER PRIMARY KEY, n INTEGER NOT NULL UNIQUE)")
    survey.add_rows("t", *({"fid": n, "n": n} for n in range(1, 6)))
    target = edited(survey, "UPDATE t SET n = -n", "UPDATE t SET n = 6 + n")
    assert {result.status for result in survey.apply(*deltas_to(survey, target))} == {"applied"}
    assert_same(survey, target)


def test_rows_that_refer_to_each_other_are_sent_in_steps(make_survey):
    survey = make_survey()
    survey.add_table("CREATE TABLE a (id INTEGER PRIMARY KEY, b INTEGER REFERENCES b (id), n INTEGER UNIQUE)")
    survey.add_table("CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER REFERENCES A (N))")
    survey.add_rows("a", {"id": 1, "n": 10})
    survey.add_rows("b", {"id": 1, "a": 10})
    target = edited(
        survey,
        "INSERT INTO a VALUES (2, 2, 20)",
        "INSERT INTO b VALUES (2, 20)",
        "UPDATE a SET n = 11 WHERE id = 1",
        "UPDATE b SET a = 11 WHERE id = 1",
    )
    deltas = deltas_to(survey, target, on_conflict="refuse")
    assert len(deltas) == 6
    assert {result.status for result in survey.apply(*deltas)} == {"applied"}
    assert_same(survey, target)


@pytest.mark.parametrize("nulls", ["", "NOT NULL"])
def test_a_circle_of_unique_values_is_turned(make_survey, nulls):
    survey = make_survey()
    survey.add_table(f"CREATE TABLE t (fid INTEGER PRIMARY KEY, n TEXT {nulls} UNIQUE)")
    survey.add_rows("t", *({"fid": n, "n": str(n)} for n in range(30)))
    target = edited(
        survey,
        "UPDATE t SET n = 'x' || n",
        "UPDATE t SET n = CASE WHEN fid < 10 THEN (fid + 1) % 10 WHEN fid % 2 THEN fid - 1 ELSE fid + 1 END",
    )
    deltas = deltas_to(survey, target, on_conflict="refuse")
    # One ring of ten rows and ten pairs: each needs one step more.
    assert len(deltas) == 30 + 1 + 10
    assert {result.status for result in survey.apply(*deltas)} == {"applied"}
    assert_same(survey, target)


def test_null_in_a_new_row_stays_null_where_the_table_has_a_default(survey):
    target = edited(survey, "INSERT INTO trees (fid, status) VALUES (9, NULL)")
    deltas = deltas_to(survey, target, on_conflict="refuse")
    assert [delta.method for delta in deltas] == ["create", "patch"]
    assert {result.status for result in survey.apply(*deltas)} == {"applied"}
    assert_same(survey, target)


def test_attachments_carry_their_digests(survey):
    folder = {"DCIM/1.jpg": hashlib.sha256(b"photo").hexdigest()}
    layers = [
        type(layer)(layer.id, layer.name, layer.table, layer.key, layer.crs, ("photo",))
        for layer in source_layers(survey.project, survey.gpkg)
    ]
    target = edited(survey, "UPDATE trees SET photo = 'DCIM/' || fid || '.jpg' WHERE fid < 3")
    deltas = compose(diff(survey.gpkg, target), layers, client_id=CLIENT, sha256_of=folder.get)
    assert [delta.new.files_sha256 for delta in deltas] == [
        {"DCIM/1.jpg": hashlib.sha256(b"photo").hexdigest()},
        {"DCIM/2.jpg": None},
    ]


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE trees SET raw = x'ff00' WHERE fid = 1", "binary data"),
        ("UPDATE trees SET height = 9e999 WHERE fid = 1", "infinite"),
        ("UPDATE trees SET seen = 'someday' WHERE fid = 1", "someday"),
        ("UPDATE trees SET geom = 'nowhere' WHERE fid = 1", "no geometry"),
        ("INSERT INTO gpkg_spatial_ref_sys VALUES ('x', 9, 'x', 9, 'x', 'x')", "no layer"),
    ],
)
def test_what_a_delta_cannot_say_is_left_out_with_a_reason(survey, statement, reason):
    target = edited(
        survey, "DROP TRIGGER rtree_trees_geom_update1", "DROP TRIGGER rtree_trees_geom_update2", statement,
        "UPDATE trees SET stems = 7 WHERE fid = 2",
    )  # fmt: skip
    left_out: list[LeftOut] = []
    assert [delta.source_pk for delta in deltas_to(survey, target, left_out=left_out)] == ["2"]
    assert len(left_out) == 1
    assert reason in left_out[0].reason
    with pytest.raises(DeltaCannotCarry, match=reason):
        deltas_to(survey, target)


def test_read_only_layers_send_nothing(survey):
    survey.add_layer("trees_layer", "./data.gpkg|layername=trees", readOnly="1")
    target = edited(survey, "UPDATE trees SET height = 99 WHERE fid = 1")
    with pytest.raises(DeltaCannotCarry, match="no layer"):
        deltas_to(survey, target)


coordinates = st.floats(-1e6, 1e6, allow_nan=False)
points = st.tuples(coordinates, coordinates).map(
    lambda at: geometry_blob(wkt_to_wkb(f"Point ({at[0]!r} {at[1]!r})"), 4326)
)
texts = st.text(st.characters(blacklist_characters="\0", blacklist_categories=("Cs",)), max_size=8)
tree_values = st.fixed_dictionaries(
    {},
    optional={
        "geom": st.none() | points,
        "species": st.none() | texts,
        "height": st.none() | st.floats(allow_nan=False, allow_infinity=False),
        "stems": st.none() | st.integers(-(2**63), 2**63 - 1),
        "alive": st.none() | st.sampled_from([0, 1]),
        "planted": st.none() | st.dates().map(str),
        "seen": st.none() | st.datetimes().map(lambda at: at.isoformat(timespec="milliseconds") + "Z"),
        "code": st.none() | st.sampled_from("ABCDEF"),
        "status": st.none() | texts,
        "raw": st.none() | texts.map(str.encode),
    },
)
forests = st.dictionaries(st.integers(1, 8), tree_values, max_size=6)
visits = st.dictionaries(st.sampled_from(["v1", "v2", "v3", "v4"]), st.none() | st.integers(1, 8), max_size=4)


def plant(survey, path, forest: Dict[int, Dict[str, Any]], seen: Dict[str, Any]) -> None:
    connection = connect(path, write=True)
    connection.execute("BEGIN")
    codes = set()
    for fid, values in forest.items():
        row = {"fid": fid, **values}
        if row.get("code") in codes:
            row["code"] = None
        codes.add(row.get("code"))
        connection.execute(
            f"INSERT INTO trees ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
        )
    for visit, tree in seen.items():
        connection.execute(
            "INSERT INTO visits (id, tree) VALUES (?, ?)", (visit, tree if tree in forest else None)
        )
    connection.execute("COMMIT")
    connection.close()


@pytest.mark.fuzz
@settings(max_examples=settings.default.max_examples // 4)
@given(forests, visits, forests, visits, st.sampled_from(["", "refuse"]))
def test_composed_deltas_make_the_base_the_target_and_undone_they_make_it_the_base(
    make_survey, empty_survey, before, seen_before, after, seen_after, on_conflict
):
    survey = make_survey()
    shutil.copytree(empty_survey.folder, survey.folder, dirs_exist_ok=True)
    target, base = survey.folder / "target.gpkg", survey.folder / "base.gpkg"
    shutil.copy(survey.gpkg, target)
    plant(survey, survey.gpkg, before, seen_before)
    plant(survey, target, after, seen_after)
    shutil.copy(survey.gpkg, base)

    deltas = deltas_to(survey, target, on_conflict=on_conflict)
    results = survey.apply(*deltas, overwrite=False)
    assert {result.status for result in results} <= {"applied"}
    assert_same(survey, target)

    taken_back = survey.apply(*undo(deltas, results), overwrite=False)
    assert {result.status for result in taken_back} <= {"applied"}
    assert_same(survey, base)


def test_nan_in_the_third_dimension_arrives_as_zero(make_survey):
    survey = make_survey()
    survey.add_table("CREATE TABLE t (fid INTEGER PRIMARY KEY, geom POINT)", "POINT", z=1)
    survey.add_rows("t", {"fid": 1})
    nowhere = geometry_blob(wkt_to_wkb("Point Z (1 2 nan)"), 4326)
    target = edited(survey, f"UPDATE t SET geom = x'{nowhere.hex()}'")
    survey.apply(*deltas_to(survey, target))
    assert survey.wkt(1, "t") == "Point Z (1 2 0)"


def test_the_first_of_many_changes_are_made_without_the_rest(tmp_path):
    before, after = tmp_path / "before.gpkg", tmp_path / "after.gpkg"
    connection = make_geopackage(before)
    add_layer(connection, "trees", "species TEXT")
    connection.executemany("INSERT INTO trees (species) VALUES (?)", [("oak",)] * 9)
    (table,) = (one for one in read_schema(connection) if one.name == "trees")
    connection.close()
    shutil.copy(before, after)
    connection = connect(after, write=True)
    connection.execute("UPDATE trees SET species = 'elm'")
    connection.close()
    changes, left_out = diff(before, after), []
    layers = [SourceLayer("trees_1", "Trees", table)]
    some = compose(changes, layers, client_id=CLIENT, left_out=left_out, most=4)
    assert [delta.local_pk for delta in some] == ["1", "2", "3", "4"]
    assert len(compose(changes, layers, client_id=CLIENT, most=20)) == 9
    assert compose(changes, [], client_id=CLIENT, left_out=left_out, most=4) == []
    assert len(left_out) == 9
