# SPDX-License-Identifier: GPL-2.0-or-later
"""Going back always makes a new version, on servers with and without extensions."""

from __future__ import annotations

import pytest

from qfieldcloud_plugin.engine.sync import changes_between, restore_feature, undo_changes, undo_delta

from .folder_remote import OURS, STOCK
from .survey import GPKG, rows


@pytest.fixture(params=[OURS, STOCK], ids=["ours", "stock"])
def both(request, office):
    office.extensions = request.param
    return office


def versions(office):
    return [version.id for version in office.server.versions[GPKG]]


def test_a_deleted_row_comes_back_from_the_version_that_had_it(both):
    ann = both.person("ann")
    first = versions(both)[0]
    ann.edits("DELETE FROM trees WHERE fid = 2")
    ann.syncs()
    with ann.open() as local:
        report = restore_feature(local, ann.remote, GPKG, "trees", (2,), first)
    assert report.complete
    assert report.undone.applied == 1
    assert ann.rows()[2] == ("oak 2", 2.0)
    assert rows(both.server.latest(GPKG))[2] == ("oak 2", 2.0)
    assert len(versions(both)) == 3


def test_a_row_gets_the_values_back_that_it_had(both):
    ann = both.person("ann")
    first = versions(both)[0]
    ann.edits("UPDATE trees SET species = 'ash', height = 3 WHERE fid = 2")
    ann.syncs()
    with ann.open() as local:
        assert restore_feature(local, ann.remote, GPKG, "trees", (2,), first).complete
    assert ann.rows()[2] == ("oak 2", 2.0)


def test_the_changes_between_two_versions_are_told_in_both_directions(both):
    ann = both.person("ann")
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 2")
    ann.syncs()
    new, old = versions(both)[:2]
    with ann.open() as local:
        forward = changes_between(local, ann.remote, GPKG, old, new)
        back = changes_between(local, ann.remote, GPKG, new, old)
    (change,) = forward.only(["trees"])
    assert (change.old, change.new) == ({"species": "oak 2"}, {"species": "ash"})
    assert back == forward.invert()


def test_undoing_changes_leaves_alone_what_was_changed_again(both):
    ann, ben = both.person("ann"), both.person("ben")
    ann.edits("UPDATE trees SET species = 'ash', height = 3 WHERE fid = 2")
    ann.syncs()
    new, old = versions(both)[:2]
    ben.syncs()
    ben.edits("UPDATE trees SET species = 'elm' WHERE fid = 2")
    ben.syncs()
    with ann.open() as local:
        changes = changes_between(local, ann.remote, GPKG, old, new)
        report = undo_changes(local, ann.remote, GPKG, changes)
    (overtaken,) = report.undone.overtaken
    assert set(overtaken.new) == {"species"}
    assert not report.complete
    assert ann.rows()[2] == ("elm", 2.0)


def test_one_delta_of_another_is_undone(both):
    ann, ben = both.person("ann"), both.person("ben")
    ben.edits("INSERT INTO trees (species) VALUES ('elm')")
    ben.syncs()
    (status,) = both.server.statuses.values()
    with ann.open() as local:
        report = undo_delta(local, ann.remote, status.id)
    assert report.undone.applied == 1
    assert "elm" not in [name for name, _ in rows(both.server.latest(GPKG)).values()]
    assert ann.rows() == rows(both.server.latest(GPKG))


def test_undoing_does_not_disturb_edits_that_were_not_sent_yet(both):
    ann = both.person("ann")
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 2")
    ann.syncs()
    new, old = versions(both)[:2]
    with ann.open() as local:
        changes = changes_between(local, ann.remote, GPKG, old, new)
    ann.edits("UPDATE trees SET height = 9 WHERE fid = 2")
    with ann.open() as local:
        assert undo_changes(local, ann.remote, GPKG, changes).complete
    assert ann.rows()[2] == ("oak 2", 9.0)


def test_a_row_comes_back_although_the_table_has_other_columns_by_now(both):
    ann = both.person("ann")
    first = versions(both)[0]
    ann.edits("ALTER TABLE trees ADD COLUMN age INTEGER")
    ann.edits("UPDATE trees SET species = 'ash', age = 9 WHERE fid = 2")
    ann.edits("DELETE FROM trees WHERE fid = 3")
    ann.syncs()
    with ann.open() as local:
        assert restore_feature(local, ann.remote, GPKG, "trees", (2,), first).undone.applied == 1
        assert restore_feature(local, ann.remote, GPKG, "trees", (3,), first).undone.applied == 1
    assert ann.rows()[2] == ("oak 2", 2.0)
    assert ann.rows()[3] == ("oak 3", 2.0)
