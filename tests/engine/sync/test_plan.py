# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan is a pure comparison of three sides; nothing is overwritten or deleted unseen."""

from __future__ import annotations

from typing import Optional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.sync import Action, Choice, RemoteFile, RemoteVersion, Step, Wishes, make_plan
from qfieldcloud_plugin.engine.sync.plan import Agreed, FileDecision, Here, Plan


def there(name: str, *etags: str, attachment: bool = False) -> RemoteFile:
    return RemoteFile(name, tuple(RemoteVersion(f"v-{etag}", etag, 10) for etag in etags), attachment)


def step(
    name: str,
    base: Optional[str] = None,
    here: Optional[str] = None,
    remote: Optional[str] = None,
    **more: object,
) -> Step:
    plan = make_plan(
        {name: Agreed(name, f"v-{base}", base, 10)} if base else {},
        {name: Here(name, 10, changed=here != base, etag=here)} if here else {},
        {name: there(name, remote)} if remote else {},
        **more,
    )
    (only,) = plan.steps
    return only


@pytest.mark.parametrize(
    ("base", "here", "remote", "action"),
    [
        ("a", "a", "a", Action.NOTHING),
        ("a", "b", "a", Action.UPLOAD),
        ("a", "a", "b", Action.DOWNLOAD),
        ("a", "b", "c", Action.CONFLICT),
        ("a", "b", "b", Action.ADOPT),
        ("a", "b", None, Action.CONFLICT),
        ("a", "a", None, Action.DELETE_HERE),
        ("a", None, "a", Action.DELETE_THERE),
        ("a", None, "b", Action.CONFLICT),
        ("a", None, None, Action.FORGET),
        (None, "a", None, Action.UPLOAD),
        (None, None, "a", Action.DOWNLOAD),
        (None, "a", "a", Action.ADOPT),
        (None, "a", "b", Action.CONFLICT),
    ],
)
def test_every_meeting_of_three_sides_of_a_photo(base, here, remote, action):
    assert step("photo.jpg", base, here, remote).action is action


@pytest.mark.parametrize(("base", "here", "remote"), [("a", "b", "a"), ("a", "a", "b"), ("a", "b", "c")])
def test_a_geopackage_both_sides_know_travels_by_rows(base, here, remote):
    assert step("data.gpkg", base, here, remote).action is Action.MERGE


def test_local_bytes_that_are_an_older_version_are_a_base_not_a_conflict():
    plan = make_plan(
        {},
        {"data.gpkg": Here("data.gpkg", 10, etag="old"), "photo.jpg": Here("photo.jpg", 10, etag="old")},
        {name: there(name, "new", "old") for name in ("data.gpkg", "photo.jpg")},
    )
    rows, photo = plan.steps
    assert (rows.action, rows.adopt.etag) == (Action.MERGE, "old")
    assert photo.action is Action.DOWNLOAD


def test_a_decision_counts_only_for_the_version_that_was_seen():
    seen = {"a.jpg": FileDecision(Choice.THEIRS, "v-c")}
    assert step("a.jpg", "a", "b", "c", decided=seen).action is Action.DOWNLOAD
    assert step("a.jpg", "a", "b", "c", decided=seen).keep_loser
    assert step("a.jpg", "a", "b", "d", decided=seen).action is Action.CONFLICT


def test_mine_may_be_a_deletion():
    decided = {"a.jpg": FileDecision(Choice.MINE, "v-b")}
    assert step("a.jpg", "a", None, "b", decided=decided).action is Action.DELETE_THERE


def test_photos_on_demand_stay_on_the_server_and_are_not_deleted_there():
    wishes = Wishes(download_attachments=False)
    remote = {"DCIM/1.jpg": there("DCIM/1.jpg", "a", attachment=True)}
    (fresh,) = make_plan({}, {}, remote, wishes)
    assert fresh.action is Action.NOTHING
    (freed,) = make_plan({"DCIM/1.jpg": Agreed("DCIM/1.jpg", "v-a", "a", 10)}, {}, remote, wishes)
    assert freed.action is Action.FORGET


def test_an_emptied_folder_is_not_believed_without_asking():
    names = [f"{number}.jpg" for number in range(10)]
    base = {name: Agreed(name, "v-a", "a", 10) for name in names}
    remote = {name: there(name, "a") for name in names}
    assert {one.action for one in make_plan(base, {}, remote)} == {Action.WAIT}
    confirmed = make_plan(base, {}, remote, Wishes(confirm_deletes=True))
    assert {one.action for one in confirmed} == {Action.DELETE_THERE}


def test_the_project_file_is_not_deleted_without_asking_unless_another_takes_its_place():
    base = {"old.qgs": Agreed("old.qgs", "v-a", "a", 10)}
    remote = {"old.qgs": there("old.qgs", "a")}
    (alone,) = make_plan(base, {}, remote)
    assert alone.action is Action.WAIT
    new = {"new.qgz": Here("new.qgz", 10, etag="b")}
    actions = {one.name: one.action for one in make_plan(base, new, remote)}
    assert actions == {"old.qgs": Action.DELETE_THERE, "new.qgz": Action.UPLOAD}


def test_a_second_project_file_stays_here():
    here = {name: Here(name, 10, etag=name) for name in ("a.qgs", "b.qgs")}
    remote = {"a.qgs": there("a.qgs", "a.qgs")}
    plan = {one.name: one for one in make_plan({}, here, remote)}
    assert {name: one.action for name, one in plan.items()} == {"a.qgs": Action.ADOPT, "b.qgs": Action.WAIT}
    assert "“a.qgs”" in plan["b.qgs"].reason, "one has to know which of them to move away"
    chosen = make_plan({}, here, {}, Wishes(project_file="b.qgs"))
    assert {one.name: one.action for one in chosen} == {"a.qgs": Action.WAIT, "b.qgs": Action.UPLOAD}


etags = st.sampled_from([None, "a", "b", "c"])


@given(st.sampled_from(["a.jpg", "a.gpkg"]), etags, etags, etags)
def test_no_side_loses_what_only_it_has(name, base, here, remote):
    if not (base or here or remote):
        return
    one = step(name, base, here, remote)
    only_here = here is not None and here not in (base, remote)
    only_there = remote is not None and remote not in (base, here)
    if only_here:
        assert one.action not in (Action.DOWNLOAD, Action.DELETE_HERE)
    if only_there:
        assert one.action not in (Action.UPLOAD, Action.DELETE_THERE)
    if here == base and remote == base:
        assert not Plan((one,)).work or base is None
