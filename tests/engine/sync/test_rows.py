# SPDX-License-Identifier: GPL-2.0-or-later
"""Two people and a server: rows travel, columns merge, conflicts are held, keys follow."""

from __future__ import annotations

import pytest

from qfieldcloud_plugin.engine.delta import DeltaFile
from qfieldcloud_plugin.engine.sync import Choice, Decision, Rule, decide, outbox, resolve, unsaved
from qfieldcloud_plugin.engine.sync.errors import TooLarge

from .survey import GPKG, PROJECT, rows


def test_an_edit_of_one_reaches_the_other(office, ann, ben):
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    report = ann.syncs()
    assert report.complete
    assert report.rows_up == 1
    assert rows(office.server.latest("survey.gpkg"))[1] == ("ash", 2.0)
    report = ben.syncs()
    assert report.complete
    assert report.rows_down == 1
    assert ben.rows()[1] == ("ash", 2.0)


def test_nothing_travels_when_nothing_changed(ann):
    report = ann.syncs()
    assert report.complete
    assert report.bytes_up == report.bytes_down == 0
    assert "upload" not in ann.remote.calls[-5:]


def test_different_rows_of_both_come_together(ann, ben):
    ann.edits("UPDATE trees SET height = 3 WHERE fid = 1", "DELETE FROM trees WHERE fid = 5")
    ben.edits("UPDATE trees SET height = 4 WHERE fid = 2", "INSERT INTO trees (species) VALUES ('elm')")
    assert ann.syncs().complete
    assert ben.syncs().complete
    assert ann.syncs().complete
    assert ann.rows() == ben.rows()
    assert ann.rows()[1] == ("oak 1", 3.0)
    assert ann.rows()[2] == ("oak 2", 4.0)
    assert 5 not in ann.rows()
    assert ("elm", None) in ann.rows().values()


def test_many_rows_travel_in_several_delta_files_each_as_it_was_kept(ann, ben, monkeypatch):
    monkeypatch.setattr(outbox, "BATCH", 2)
    monkeypatch.setattr(outbox, "STOCK_BATCH", 2)
    sent = []
    push = ann.remote.push_deltas
    monkeypatch.setattr(ann.remote, "push_deltas", lambda data: (sent.append(data), push(data)))
    ann.edits("UPDATE trees SET height = fid + 10", "INSERT INTO trees (species) VALUES ('elm')")
    report = ann.syncs()
    assert report.complete
    assert (report.rows_up, report.bytes_up) == (6, sum(map(len, sent)))
    assert [len(DeltaFile.from_bytes(data).deltas) for data in sent] == [2, 2, 2]
    assert ben.syncs().complete
    assert ben.rows() == ann.rows()


def test_delta_files_get_smaller_until_a_proxy_lets_them_through(ann, ben, monkeypatch):
    push, refused = ann.remote.push_deltas, []

    def proxy(data):
        if len(DeltaFile.from_bytes(data).deltas) > 2:
            refused.append(data)
            raise TooLarge("413")
        push(data)

    monkeypatch.setattr(ann.remote, "push_deltas", proxy)
    ann.edits(*(f"INSERT INTO trees (species) VALUES ('elm {number}')" for number in range(40)))
    report = ann.syncs()
    assert report.complete
    assert report.rows_up == 40
    assert [len(DeltaFile.from_bytes(data).deltas) for data in refused] == [40, 20, 10, 5]
    assert ben.syncs().complete
    assert ben.rows() == ann.rows()


def test_one_change_that_is_too_large_for_the_way_is_kept_and_told(office, ann, monkeypatch):
    def proxy(data):
        raise TooLarge("Too large.")

    with monkeypatch.context() as patch:
        patch.setattr(ann.remote, "push_deltas", proxy)
        ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1", "DELETE FROM trees WHERE fid = 2")
        report = ann.syncs()
    assert [outcome.error for outcome in report.files if outcome.error] == ["too_large"]
    assert ann.rows()[1] == ("ash", 2.0)
    assert ann.syncs().complete
    assert rows(office.server.latest("survey.gpkg")) == ann.rows()


def test_different_columns_of_one_row_merge(ann, ben):
    ann.edits("UPDATE trees SET height = 3 WHERE fid = 1")
    ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    ann.syncs()
    assert ben.syncs().complete
    ann.syncs()
    assert ann.rows()[1] == ben.rows()[1] == ("ash", 3.0)


def test_one_value_changed_by_both_is_held_and_told(office, ann, ben):
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    ben.edits("UPDATE trees SET species = 'elm', height = 9 WHERE fid = 1")
    ann.syncs()
    report = ben.syncs()
    (conflict,) = report.conflicts
    assert (conflict.table, conflict.key, conflict.column) == ("trees", (1,), "species")
    assert (conflict.base, conflict.mine, conflict.theirs) == ("oak 1", "elm", "ash")
    assert not report.complete
    assert ben.rows()[1] == ("elm", 9.0)
    assert rows(office.server.latest("survey.gpkg"))[1] == ("ash", 9.0), "the rest of the row was sent"


def test_a_held_value_stays_held_until_someone_decides(office, ann, ben):
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    ben.edits("UPDATE trees SET species = 'elm' WHERE fid = 1")
    ann.syncs()
    first = ben.syncs().conflicts
    assert ben.syncs().conflicts == first
    ann.edits("UPDATE trees SET species = 'fir' WHERE fid = 1")
    ann.syncs()
    ben.edits("UPDATE trees SET species = 'yew' WHERE fid = 1")
    (conflict,) = ben.syncs().conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == ("oak 1", "yew", "fir")
    assert rows(office.server.latest("survey.gpkg"))[1][0] == "fir"


def test_theirs_is_taken_and_mine_is_remembered(ann, ben):
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    ben.edits("UPDATE trees SET species = 'elm' WHERE fid = 1")
    ann.syncs()
    (conflict,) = ben.syncs().conflicts
    with ben.open() as local:
        (decided,) = resolve(local, [Decision(conflict.id, Choice.THEIRS)])
    assert decided.lost == "elm"
    assert ben.syncs().complete
    assert ben.rows()[1][0] == "ash"


def test_mine_is_sent_over_theirs(ann, ben):
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    ben.edits("UPDATE trees SET species = 'elm' WHERE fid = 1")
    ann.syncs()
    (conflict,) = ben.syncs().conflicts
    with ben.open() as local:
        resolve(local, [Decision(conflict.id, Choice.MINE)])
    assert ben.syncs().complete
    assert ann.syncs().complete
    assert ann.rows()[1][0] == "elm"


def test_a_third_value_replaces_both(ann, ben):
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    ben.edits("UPDATE trees SET species = 'elm' WHERE fid = 1")
    ann.syncs()
    (conflict,) = ben.syncs().conflicts
    with ben.open() as local:
        resolve(local, [Decision(conflict.id, Choice.VALUE, "ash or elm")])
    assert ben.syncs().complete
    ann.syncs()
    assert ann.rows()[1][0] == ben.rows()[1][0] == "ash or elm"


def test_what_theirs_replaces_in_the_second_row_of_a_conflict_can_be_read_again(ann, ben):
    """Ben visits a tree that Ann fells; he goes on with the tree while the conflict waits."""
    ann.edits("DELETE FROM trees WHERE fid = 3")
    assert ann.syncs().complete
    ben.edits("INSERT INTO visits (tree, note) VALUES (3, 'dry')")
    (conflict,) = ben.syncs().conflicts
    assert (conflict.table, conflict.other_table) == ("visits", "trees")
    ben.edits("UPDATE trees SET species = 'elm' WHERE fid = 3")
    with ben.open() as local:
        resolve(local, [Decision(conflict.id, Choice.THEIRS)])
        lost = [decided.lost for decided in local.decided()]
    assert 3 not in ben.rows()
    assert {row.get("note", row.get("species")) for row in lost} == {"dry", "elm"}


def test_the_second_row_of_a_conflict_is_not_told_of_where_nothing_of_mine_was_in_it(ann, ben):
    ann.edits("DELETE FROM trees WHERE fid = 3")
    assert ann.syncs().complete
    ben.edits("INSERT INTO visits (tree, note) VALUES (3, 'dry')")
    (conflict,) = ben.syncs().conflicts
    with ben.open() as local:
        resolve(local, [Decision(conflict.id, Choice.THEIRS)])
        (decided,) = local.decided()
    assert decided.lost["note"] == "dry"


def test_rows_keep_their_keys_while_somebody_holds_edits_of_them(office, ann, ben):
    """QGIS would write such an edit to whatever row has the key by then."""
    ann.edits("INSERT INTO trees (species) VALUES ('elm')")
    assert ann.syncs().complete
    ben.edits("INSERT INTO trees (species) VALUES ('fir')")
    unsaved.hold(ben, [ben.folder / GPKG])
    (waiting,) = ben.syncs().waiting
    assert waiting.error == "file_in_use"
    assert ben.rows()[6][0] == "fir"
    unsaved.hold(ben, [])
    assert ben.syncs().complete
    assert ben.rows() == rows(office.server.latest(GPKG))
    assert {ben.rows()[6][0], ben.rows()[7][0]} == {"elm", "fir"}


@pytest.mark.parametrize(("child", "parent"), [("computed", "fid"), ("tree", "former"), ("a", "b")])
def test_a_relation_of_fields_that_are_not_stored_stops_no_sync(office, child, parent):
    """QGIS relates computed fields as well, and keeps relations whose fields have got another name."""
    ann, ben = office.person("ann"), office.person("ben")
    project = ann.folder / PROJECT
    text = project.read_text().replace('referencingField="tree"', f'referencingField="{child}"')
    project.write_text(text.replace('referencedField="fid"', f'referencedField="{parent}"'))
    assert ann.syncs().complete
    assert ben.syncs().complete
    for person, species in ((ann, "ash"), (ben, "elm")):
        person.edits(
            f"INSERT INTO trees (species) VALUES ('{species}')", "INSERT INTO visits (tree) VALUES (6)"
        )
        assert person.syncs().complete
    assert {"ash", "elm"} <= {species for species, _ in ben.rows().values()}


def test_rules_decide_many_at_once(ann, ben):
    ann.edits("UPDATE trees SET species = 'ash', height = 7")
    ben.edits("UPDATE trees SET species = 'elm', height = 8")
    ann.syncs()
    assert len(ben.syncs().conflicts) == 10
    rules = [Rule(Choice.MINE, column="height"), Rule(Choice.THEIRS)]
    with ben.open() as local:
        resolve(local, decide(local.conflicts(), rules))
    assert ben.syncs().complete
    ann.syncs()
    assert set(ann.rows().values()) == set(ben.rows().values()) == {("ash", 8.0)}


def test_one_deletes_what_the_other_changes(ann, ben):
    ann.edits("DELETE FROM trees WHERE fid = 1")
    ben.edits("UPDATE trees SET species = 'elm' WHERE fid = 1")
    ann.syncs()
    (conflict,) = ben.syncs().conflicts
    assert conflict.kind == "deleted_and_changed"
    assert conflict.theirs is None
    assert conflict.mine["species"] == "elm"
    assert ben.rows()[1][0] == "elm"
    with ben.open() as local:
        resolve(local, [Decision(conflict.id, Choice.MINE)])
    assert ben.syncs().complete
    ann.syncs()
    assert ann.rows()[1][0] == "elm"


def test_a_row_i_deleted_comes_back_when_theirs_is_chosen(ann, ben):
    ann.edits("UPDATE trees SET species = 'elm' WHERE fid = 1")
    ben.edits("DELETE FROM trees WHERE fid = 1")
    ann.syncs()
    (conflict,) = ben.syncs().conflicts
    assert conflict.mine is None
    assert 1 not in ben.rows()
    with ben.open() as local:
        resolve(local, [Decision(conflict.id, Choice.THEIRS)])
    assert ben.syncs().complete
    assert ben.rows()[1] == ("elm", 2.0)


def test_rows_that_both_made_keep_apart_and_their_children_follow(ann, ben):
    for person, name in ((ann, "ash"), (ben, "elm")):
        person.edits(
            f"INSERT INTO trees (fid, species) VALUES (6, '{name}')",
            f"INSERT INTO visits (id, tree, note) VALUES (1, 6, 'saw the {name}')",
        )
    assert ann.syncs().complete
    assert ben.syncs().complete
    assert ann.syncs().complete
    for person in (ann, ben):
        trees = person.rows(columns="species")
        for tree, note in person.rows("visits", "tree, note").values():
            assert note == f"saw the {trees[tree]}"
        assert sorted(trees.values())[:2] == ["ash", "elm"]
    assert ann.rows("visits", "tree, note") == ben.rows("visits", "tree, note")
