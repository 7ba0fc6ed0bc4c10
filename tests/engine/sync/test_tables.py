# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables that change, tables no layer shows, tables without a key: the whole file travels, rows survive."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from qfieldcloud_plugin.engine.sync import Choice, Decision, Rule, decide, resolve
from qfieldcloud_plugin.engine.sync.names import is_geopackage

from .folder_remote import OURS, STOCK, Killed
from .survey import GPKG, rows


@pytest.fixture(params=[OURS, STOCK], ids=["ours", "stock"])
def both(request, office):
    office.extensions = request.param
    return office.person("ann"), office.person("ben"), office


def test_a_column_added_here_meets_rows_changed_there(both):
    ann, ben, office = both
    ann.edits("ALTER TABLE trees ADD COLUMN health TEXT", "UPDATE trees SET health = 'good'")
    ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 1", "INSERT INTO trees (species) VALUES ('elm')")
    assert ben.syncs().complete
    assert ann.syncs().complete
    assert ann.rows(columns="species, health")[1] == ("ash", "good")
    assert ann.rows(columns="species, health")[6] == ("elm", None)
    ben.edits("UPDATE trees SET height = 9 WHERE fid = 2", "DELETE FROM trees WHERE fid = 3")
    assert ben.syncs().complete
    assert ben.rows(columns="species, health, height")[2] == ("oak 2", "good", 9.0)
    assert ann.syncs().complete
    assert ann.rows(columns="*") == ben.rows(columns="*") == rows(office.server.latest(GPKG), columns="*")


def test_a_column_dropped_here_meets_rows_changed_there(both):
    ann, ben, _ = both
    ann.edits("ALTER TABLE trees DROP COLUMN photo")
    ben.edits("UPDATE trees SET photo = 'x.jpg', species = 'ash' WHERE fid = 1")
    assert ben.syncs().complete
    assert ann.syncs().complete
    assert ann.rows()[1][0] == "ash"
    with ann.open() as local:
        assert [(over.conflict.column, over.lost) for over in local.decided()] == [("photo", "x.jpg")]
    assert ben.syncs().complete
    assert ben.rows(columns="*") == ann.rows(columns="*")


def test_what_no_column_can_show_any_more_is_decided_and_not_forgotten(both):
    ann, ben, _ = both
    ben.edits("UPDATE trees SET species = 'of ben' WHERE fid = 3")
    assert ben.syncs().complete
    ann.edits(
        "ALTER TABLE trees RENAME COLUMN species TO kind",
        "UPDATE trees SET kind = 'of ann ' || fid WHERE fid IN (1, 2, 4)",  # so many that no row proves the name
    )
    assert ann.syncs().complete
    with ann.open() as local:
        assert local.conflicts() == []
        assert [(over.conflict.key, over.lost) for over in local.decided()] == [((3,), "of ben")]


def test_a_column_that_is_dropped_takes_its_open_conflicts_along(both):
    ann, ben, _ = both
    ben.edits("UPDATE trees SET species = 'of ben' WHERE fid = 3")
    ann.edits("UPDATE trees SET species = 'of ann' WHERE fid = 3")
    assert ben.syncs().complete
    ann.syncs()
    with ann.open() as local:
        assert len(local.conflicts()) == 1
    ann.edits("ALTER TABLE trees DROP COLUMN species")
    assert ann.syncs().complete
    with ann.open() as local:
        assert local.conflicts() == []
        assert [(over.conflict.key, over.lost) for over in local.decided()] == [((3,), "of ben")]


def test_edits_of_a_column_follow_its_new_name_there(both):
    ann, ben, office = both
    ann.edits(
        "ALTER TABLE trees RENAME COLUMN species TO kind", "UPDATE trees SET kind = 'fir' WHERE fid = 2"
    )
    assert ann.syncs().complete
    ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 1", "INSERT INTO trees (species) VALUES ('elm')")
    assert ben.syncs().complete
    assert ann.syncs().complete
    there = rows(office.server.latest(GPKG), columns="kind")
    assert there == ann.rows(columns="kind") == ben.rows(columns="kind")
    assert (there[1], there[2], there[6]) == ("ash", "fir", "elm")


def test_edits_of_a_column_follow_its_new_name_here(both):
    ann, ben, office = both
    ann.edits(
        "ALTER TABLE trees RENAME COLUMN species TO kind", "UPDATE trees SET kind = 'fir' WHERE fid = 2"
    )
    ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 1", "INSERT INTO trees (species) VALUES ('elm')")
    assert ben.syncs().complete
    assert ann.syncs().complete
    assert ben.syncs().complete
    there = rows(office.server.latest(GPKG), columns="kind")
    assert there == ann.rows(columns="kind") == ben.rows(columns="kind")
    assert (there[1], there[2], there[6]) == ("ash", "fir", "elm")


@pytest.mark.parametrize("choice", [Choice.MINE, Choice.THEIRS])
@pytest.mark.parametrize("renamed_here", [False, True])
def test_a_conflict_follows_the_new_name_of_its_column(both, renamed_here, choice):
    ann, ben, office = both
    rename = "ALTER TABLE trees RENAME COLUMN species TO kind"
    ann.edits("UPDATE trees SET species = 'fir' WHERE fid = 1", *([] if renamed_here else [rename]))
    ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 1", *([rename] if renamed_here else []))
    assert ann.syncs().complete
    ben.syncs()
    with ben.open() as local:
        (conflict,) = local.conflicts()
    assert (conflict.column, conflict.base, conflict.mine, conflict.theirs) == ("kind", "oak 1", "ash", "fir")
    assert rows(office.server.latest(GPKG), columns="kind")[1] == "fir"
    with ben.open() as local:
        resolve(local, [Decision(conflict.id, choice)])
    assert ben.syncs().complete
    chosen = "ash" if choice is Choice.MINE else "fir"
    assert rows(office.server.latest(GPKG), columns="kind")[1] == ben.rows(columns="kind")[1] == chosen


def test_the_same_new_name_on_both_sides(both):
    ann, ben, _ = both
    for person, tree in ((ann, 1), (ben, 2)):
        person.edits("ALTER TABLE trees RENAME COLUMN species TO kind")
        person.edits(f"UPDATE trees SET kind = 'ash' WHERE fid = {tree}")
        assert person.syncs().complete
    assert ann.syncs().complete
    assert ann.rows(columns="kind") == ben.rows(columns="kind")
    assert [ann.rows(columns="kind")[tree] for tree in (1, 2, 3)] == ["ash", "ash", "oak 3"]


def test_an_open_question_stays_open_when_both_sides_rename_its_column(both):
    ann, ben, office = both
    ann.edits("UPDATE trees SET species = 'fir' WHERE fid = 1")
    assert ann.syncs().complete
    ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    assert len(ben.syncs().conflicts) == 1
    for person in (ann, ben):
        person.edits("ALTER TABLE trees RENAME COLUMN species TO kind")
    assert ann.syncs().complete
    (conflict,) = ben.syncs().conflicts
    assert (conflict.column, conflict.mine, conflict.theirs) == ("kind", "ash", "fir")
    assert rows(office.server.latest(GPKG), columns="kind")[1] == "fir"


def renames_table(*more: str) -> list[str]:
    """As QGIS renames a layer without geometry."""
    return [
        "ALTER TABLE visits RENAME TO inspections",
        "UPDATE gpkg_contents SET table_name = 'inspections', identifier = 'inspections' "
        "WHERE table_name = 'visits'",
        *more,
    ]


RENAMES_KEY = "ALTER TABLE visits RENAME COLUMN id TO visit"


@pytest.fixture
def visited(office):
    """Rows with gaps between their keys, so that counting anew would show. A stock server would get whole files too."""
    ann, ben = office.person("ann"), office.person("ben")
    ann.edits("INSERT INTO visits (id, tree, note) VALUES (1, 1, 'dry'), (3, 2, 'wet'), (7, 3, 'ill')")
    assert ann.syncs().complete
    assert ben.syncs().complete
    return ann, ben, office


def notes(path, table="inspections", key="id"):
    with closing(sqlite3.connect(path / GPKG if path.is_dir() else path)) as connection:
        return dict(connection.execute(f"SELECT {key}, note FROM {table} ORDER BY 1").fetchall())


@pytest.mark.parametrize("with_columns", [False, True], ids=["table", "table and column"])
@pytest.mark.parametrize("renamed_here", [False, True], ids=["renamed there", "renamed here"])
def test_edits_follow_a_table_to_its_new_name(visited, renamed_here, with_columns):
    ann, ben, office = visited
    rename = renames_table(*(["ALTER TABLE inspections RENAME COLUMN tree TO plant"] if with_columns else []))
    edits = [
        "UPDATE visits SET note = 'dead' WHERE id = 7",
        "DELETE FROM visits WHERE id = 1",
        "INSERT INTO visits (id, tree, note) VALUES (9, 1, 'new')",
    ]
    ann.edits(*(edits if renamed_here else rename))
    assert ann.syncs().complete
    ben.edits(*(rename if renamed_here else edits))
    report = ben.syncs()
    assert report.complete
    assert not report.conflicts
    assert ann.syncs().complete
    expected = {3: "wet", 7: "dead", 9: "new"}
    assert notes(office.server.latest(GPKG)) == notes(ben.folder) == notes(ann.folder) == expected
    with ben.open() as local:
        assert local.decided() == []


@pytest.mark.parametrize("renamed_here", [False, True], ids=["renamed there", "renamed here"])
def test_edits_follow_a_key_to_its_new_name(visited, renamed_here):
    ann, ben, office = visited
    edits = [
        "UPDATE visits SET note = 'dead' WHERE id = 7",
        "DELETE FROM visits WHERE id = 1",
        "INSERT INTO visits (id, tree, note) VALUES (9, 1, 'new')",
    ]
    ann.edits(*(edits if renamed_here else [RENAMES_KEY]))
    assert ann.syncs().complete
    ben.edits(*([RENAMES_KEY] if renamed_here else edits))
    assert ben.syncs().complete
    assert ann.syncs().complete
    expected = {3: "wet", 7: "dead", 9: "new"}
    for path in (office.server.latest(GPKG), ben.folder, ann.folder):
        assert notes(path, "visits", "visit") == expected


@pytest.mark.parametrize("choice", [Choice.MINE, Choice.THEIRS])
@pytest.mark.parametrize("renamed_here", [False, True], ids=["renamed there", "renamed here"])
def test_a_conflict_follows_its_table_and_its_key(visited, renamed_here, choice):
    ann, ben, office = visited
    rename = renames_table("ALTER TABLE inspections RENAME COLUMN id TO visit")
    ann.edits("UPDATE visits SET note = 'fell' WHERE id = 3", *([] if renamed_here else rename))
    ben.edits("UPDATE visits SET note = 'grew' WHERE id = 3", *(rename if renamed_here else []))
    assert ann.syncs().complete
    ben.syncs()
    with ben.open() as local:
        (conflict,) = local.conflicts()
        assert (conflict.table, conflict.key, conflict.mine, conflict.theirs) == (
            "inspections", (3,), "grew", "fell",
        )  # fmt: skip
        resolve(local, [Decision(conflict.id, choice)])
    assert ben.syncs().complete
    chosen = "grew" if choice is Choice.MINE else "fell"
    for path in (office.server.latest(GPKG), ben.folder):
        assert notes(path, key="visit") == {1: "dry", 3: chosen, 7: "ill"}


def test_the_same_new_table_name_on_both_sides(visited):
    ann, ben, _ = visited
    for person, visit in ((ann, 1), (ben, 3)):
        person.edits(*renames_table(f"UPDATE inspections SET note = 'seen' WHERE id = {visit}"))
        assert person.syncs().complete
    assert ann.syncs().complete
    assert notes(ann.folder) == notes(ben.folder) == {1: "seen", 3: "seen", 7: "ill"}


@pytest.mark.parametrize("choice", [Choice.MINE, Choice.THEIRS])
@pytest.mark.parametrize("renamed_here", [False, True], ids=["renamed there", "renamed here"])
@pytest.mark.parametrize("what", ["table", "key"])
def test_where_no_row_proves_a_new_name_a_person_chooses_and_both_files_are_kept(
    visited, what, renamed_here, choice
):
    ann, ben, office = visited
    if what == "table":
        rename = renames_table("UPDATE inspections SET note = note || ' (old)', tree = tree + 10")
    else:
        rename = [RENAMES_KEY, "UPDATE visits SET visit = visit + 100"]
    edits = ["UPDATE visits SET note = 'dead' WHERE id = 7", "INSERT INTO visits (note) VALUES ('new')"]
    ann.edits(*(edits if renamed_here else rename))
    assert ann.syncs().complete
    ben.edits(*(rename if renamed_here else edits))
    report = ben.syncs()
    assert (report.waiting[0].error, report.waiting[0].waits.count("visits")) == ("schema_conflict", 1)
    (conflict,) = report.conflicts
    with ben.open() as local:
        assert local.decided() == []
        mine = sorted(notes(ben.folder, *(new_names(what) if renamed_here else ("visits", "id"))).values())
        resolve(local, [Decision(conflict.id, choice)])
    assert ben.syncs().complete
    with ben.open() as local:
        (kept,) = local.kept()
    server, here = office.server.latest(GPKG), ben.folder
    names = ("visits", "id") if renamed_here is (choice is Choice.THEIRS) else new_names(what)
    assert notes(server, *names) == notes(here, *names)
    lost = ("visits", "id") if renamed_here is (choice is Choice.MINE) else new_names(what)
    assert (sorted(notes(kept, *lost).values()) == mine) is (choice is Choice.THEIRS)


def new_names(what):
    return ("inspections", "id") if what == "table" else ("visits", "visit")


def test_an_edit_in_a_column_that_is_gone_can_be_read_again(both):
    """A column that stands at the place of the one that is gone is not taken for it."""
    ann, ben, office = both
    ann.edits("UPDATE trees SET photo = 'old.jpg'")
    assert ann.syncs().complete
    assert ben.syncs().complete
    ann.edits(
        "ALTER TABLE trees DROP COLUMN photo",
        "ALTER TABLE trees ADD COLUMN health TEXT",
        "UPDATE trees SET health = 'good'",
    )
    assert ann.syncs().complete
    ben.edits("UPDATE trees SET photo = 'x.jpg' WHERE fid = 1", "INSERT INTO trees (photo) VALUES ('y.jpg')")
    assert ben.syncs().complete
    with ben.open() as local:
        lost = {decided.conflict.key: decided.lost for decided in local.decided()}
    assert lost == {(1,): "x.jpg", (6,): "y.jpg"}
    assert ben.rows(columns="health") == rows(office.server.latest(GPKG), columns="health")
    assert (ben.rows(columns="health")[1], ben.rows(columns="health")[6]) == ("good", None)


def test_an_edit_in_a_table_that_is_gone_can_be_read_again(both):
    ann, ben, _ = both
    ann.edits("INSERT INTO visits (tree, note) VALUES (1, 'dry'), (2, 'wet')")
    assert ann.syncs().complete
    assert ben.syncs().complete
    ann.edits("DROP TABLE visits", "DELETE FROM gpkg_contents WHERE table_name = 'visits'")
    assert ann.syncs().complete
    ben.edits("UPDATE visits SET note = 'dying' WHERE id = 1", "INSERT INTO visits (note) VALUES ('new')")
    for _ in range(2):
        ben.syncs()
    with ben.open() as local:
        lost = [decided.lost for decided in local.decided()]
        assert local.conflicts() == []
    assert {row["note"] for row in lost} == {"dying", "new"}
    assert ben.syncs().complete


def test_the_same_column_added_on_both_sides(both):
    ann, ben, _ = both
    for person, word in ((ann, "good"), (ben, "bad")):
        person.edits("ALTER TABLE trees ADD COLUMN health TEXT")
        person.edits(f"UPDATE trees SET health = '{word}' WHERE fid = {1 if person is ann else 2}")
    assert ann.syncs().complete
    assert ben.syncs().complete
    assert ann.syncs().complete
    assert ann.rows(columns="health") == ben.rows(columns="health")
    assert ann.rows(columns="health")[1] == "good"
    assert ann.rows(columns="health")[2] == "bad"


def test_different_columns_added_on_both_sides_wait_for_a_person(both):
    ann, ben, _ = both
    ann.edits("ALTER TABLE trees ADD COLUMN health TEXT")
    ben.edits("ALTER TABLE trees ADD COLUMN vigour TEXT")
    assert ann.syncs().complete
    report = ben.syncs()
    assert report.waiting[0].error == "schema_conflict"
    assert ben.rows(columns="vigour")[1] is None
    (conflict,) = report.conflicts
    with ben.open() as local:
        resolve(local, [Decision(conflict.id, Choice.THEIRS)])
    assert ben.syncs().complete
    assert ben.rows(columns="health")[1] is None
    with ben.open() as local:
        assert rows(local.kept()[0], columns="vigour")[1] is None


def test_a_row_that_two_people_kept_stays_one_row_when_a_column_came_in_between(both):
    ann, ben, office = both
    cleo = office.person("cleo")
    assert cleo.syncs().complete
    ann.edits("DELETE FROM trees WHERE fid = 1")
    assert ann.syncs().complete
    cleo.edits("ALTER TABLE trees ADD COLUMN health TEXT")
    for person, word in ((ben, "elm"), (cleo, "ash")):
        person.edits(f"UPDATE trees SET species = '{word}' WHERE fid = 1")
        (conflict,) = person.syncs().conflicts
        with person.open() as local:
            resolve(local, [Decision(conflict.id, Choice.MINE)])
    assert ben.syncs().complete
    (conflict,) = cleo.syncs().conflicts
    assert (conflict.column, conflict.mine, conflict.theirs) == ("species", "ash", "elm")
    with cleo.open() as local:
        resolve(local, [Decision(conflict.id, Choice.MINE)])
    assert cleo.syncs().complete
    there = rows(office.server.latest(GPKG), columns="species, health")
    assert there == {1: ("ash", None), **{fid: (f"oak {fid}", None) for fid in range(2, 6)}}


def test_a_conflict_is_held_while_the_whole_file_travels(both):
    ann, ben, office = both
    ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    assert ben.syncs().complete
    ann.edits("UPDATE trees SET species = 'elm' WHERE fid = 1", "ALTER TABLE trees ADD COLUMN health TEXT")
    (conflict,) = ann.syncs().conflicts
    assert (conflict.mine, conflict.theirs) == ("elm", "ash")
    assert rows(office.server.latest(GPKG), columns="species, health")[1] == ("ash", None)
    assert ann.rows()[1][0] == "elm"
    with ann.open() as local:
        resolve(local, [Decision(conflict.id, Choice.MINE)])
    assert ann.syncs().complete
    assert rows(office.server.latest(GPKG))[1][0] == "elm"


def test_a_table_that_no_layer_shows_travels_with_the_file(both):
    ann, ben, _ = both
    ann.edits(
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)", "INSERT INTO notes VALUES (1, 'first')"
    )
    assert ann.syncs().complete
    assert ben.syncs().complete
    ben.edits("INSERT INTO notes VALUES (2, 'second')", "UPDATE trees SET species = 'ash' WHERE fid = 1")
    ann.edits("UPDATE notes SET text = 'FIRST'")
    assert ben.syncs().complete
    assert ann.syncs().complete
    assert ben.syncs().complete
    assert ann.rows("notes", "text") == ben.rows("notes", "text") == {1: "FIRST", 2: "second"}
    assert ann.rows()[1][0] == "ash"


def test_a_cascade_into_a_table_that_no_layer_shows_does_not_stop_the_sync(both):
    ann, ben, office = both
    ann.edits(
        "CREATE TABLE parts (id INTEGER PRIMARY KEY, tree INTEGER REFERENCES trees (fid) ON DELETE CASCADE)",
        "INSERT INTO parts VALUES (1, 2), (2, 3)",
    )
    assert ann.syncs().complete
    assert ben.syncs().complete
    ann.edits("DELETE FROM trees WHERE fid = 2")
    ben.edits("DELETE FROM trees WHERE fid = 3")
    assert ann.syncs().complete
    assert ben.syncs().complete
    assert ann.syncs().complete
    for file in (ann.folder, ben.folder, office.server.latest(GPKG)):
        assert list(rows(file)) == [1, 4, 5]
        assert rows(file, "parts", "tree") == {}


def test_rows_of_a_table_without_a_key_add_up(both):
    ann, ben, _ = both
    ann.edits("CREATE TABLE log (id INTEGER, line TEXT)", "INSERT INTO log VALUES (1, 'start')")
    assert ann.syncs().complete
    assert ben.syncs().complete
    ann.edits("INSERT INTO log VALUES (2, 'ann')")
    ben.edits("INSERT INTO log VALUES (3, 'ben')")
    assert ann.syncs().complete
    assert ben.syncs().complete
    assert ann.syncs().complete
    assert ann.rows("log", "line") == ben.rows("log", "line") == {1: "start", 2: "ann", 3: "ben"}


def test_a_new_version_uploaded_in_between_is_merged_not_overwritten(office, ann, ben):
    ann.edits("ALTER TABLE trees ADD COLUMN health TEXT")

    def ben_is_faster(name: str) -> None:
        if name == "upload":
            ann.remote.before = lambda _: None
            ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
            assert ben.syncs().complete

    ann.remote.before = ben_is_faster
    assert ann.syncs().complete
    assert ann.rows(columns="species, health")[1] == ("ash", None)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_while_the_whole_file_travels(office, ann, ben, moment):
    ann.edits("ALTER TABLE trees ADD COLUMN health TEXT", "UPDATE trees SET health = 'good' WHERE fid = 1")

    def die(name: str) -> None:
        if name == "upload":
            raise Killed

    setattr(ann.remote, moment, die)
    with pytest.raises(Killed):
        ann.syncs()
    ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 2")
    ben.syncs()
    again = office.person("ann")
    assert again.syncs().complete
    assert ben.syncs().complete
    assert ben.rows(columns="*") == again.rows(columns="*")
    assert ben.rows(columns="species, health")[1] == ("oak 1", "good")
    assert ben.rows()[2][0] == "ash"


def test_what_is_in_a_geopackage_is_told_by_its_name():
    assert is_geopackage("a/B.GPKG")
    assert not is_geopackage("b.gpkg.txt")


def test_unique_values_that_meet_are_held_and_decided(both):
    ann, ben, office = both
    # An index alone is no reason to send a file; with a new column it travels.
    ann.edits("CREATE UNIQUE INDEX one_photo ON trees (photo)", "ALTER TABLE trees ADD COLUMN health TEXT")
    assert ann.syncs().complete
    assert ben.syncs().complete
    ann.edits("UPDATE trees SET photo = 'x' WHERE fid = 1")
    ben.edits("UPDATE trees SET photo = 'x' WHERE fid = 2")
    assert ann.syncs().complete
    assert {conflict.kind for conflict in ben.syncs().conflicts} == {"unique"}
    with ben.open() as local:
        resolve(local, decide(local.conflicts(), [Rule(Choice.THEIRS)]))
    assert ben.syncs().complete
    assert ben.rows(columns="photo") == rows(office.server.latest(GPKG), columns="photo")
    assert ben.rows(columns="photo")[1] == "x"
