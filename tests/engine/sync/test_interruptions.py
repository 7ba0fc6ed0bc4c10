# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever is interrupted, wherever: the next run finishes, nothing is lost and nothing is sent twice."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import Any

import pytest

from qfieldcloud_plugin.engine.gpkg import connect, mark, transaction
from qfieldcloud_plugin.engine.sync import (
    CancelToken,
    Choice,
    Decision,
    LocalProject,
    SyncOptions,
    advance,
    meeting,
    resolution,
    resolve,
)
from qfieldcloud_plugin.engine.sync.errors import ProjectInUse, RemoteUnavailable

from .folder_remote import Killed, unreachable
from .survey import GPKG, rows

# The package's name for it is the function.
resolve_module = sys.modules["qfieldcloud_plugin.engine.sync.resolve"]
CALLS = ["file", "changes", "push_deltas", "delta_statuses", "download", "upload"]


def busy_office(office: Any) -> Any:
    """Both have edits: rows, a conflict-free column merge and a photo."""
    ann, ben = office.person("ann"), office.person("ben")
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1", "INSERT INTO trees (species) VALUES ('fir')")
    assert ann.syncs().complete
    ben.edits("UPDATE trees SET height = 7 WHERE fid = 1", "INSERT INTO trees (species) VALUES ('elm')")
    (ben.folder / "DCIM").mkdir()
    (ben.folder / "DCIM" / "1.jpg").write_bytes(b"photo")
    return ben


def settled(office: Any, ben: Any) -> None:
    assert ben.syncs().complete
    ann = office.person("ann")
    assert ann.syncs().complete
    assert ann.rows() == ben.rows() == rows(office.server.latest(GPKG))
    assert ben.rows()[1] == ("ash", 7.0)
    names = [name for name, _ in ben.rows().values()]
    assert (names.count("elm"), names.count("fir")) == (1, 1)
    assert (ann.folder / "DCIM" / "1.jpg").read_bytes() == b"photo"


@pytest.mark.parametrize("stock", [False, True], ids=["ours", "stock"])
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("call", CALLS)
def test_killed_at_any_call_to_the_server(request, call, moment, stock):
    office = request.getfixturevalue("stock_office" if stock else "office")
    ben = busy_office(office)

    def die(name: str) -> None:
        if name == call:
            raise Killed

    setattr(ben.remote, moment, die)
    with suppress(Killed):
        ben.syncs()
    settled(office, office.person("ben"))


@pytest.mark.parametrize("call", CALLS)
def test_the_network_goes_at_any_call_to_the_server(office, call):
    ben = busy_office(office)
    ben.remote.before = unreachable(call)
    report = ben.syncs()
    ben.remote.before = lambda _: None
    if report.waiting:
        assert {file.error for file in report.waiting} == {"remote_unavailable"}
    settled(office, ben)


def test_without_any_connection_the_run_says_so_and_touches_nothing(office):
    ben = busy_office(office)
    before = ben.rows()
    ben.remote.before = unreachable("list_files")
    with pytest.raises(RemoteUnavailable):
        ben.syncs()
    assert ben.rows() == before
    ben.remote.before = lambda _: None
    settled(office, ben)


@pytest.mark.parametrize("step", ["announce", "finish", "apply"])
def test_killed_around_the_write_to_the_live_file(office, monkeypatch, step):
    ben = busy_office(office)
    whole = {"announce": advance.announce, "finish": advance.finish}

    def die(*arguments: Any, **more: Any) -> None:
        if step in whole:
            whole[step](*arguments, **more)
        raise Killed

    target = meeting if step == "apply" else advance
    monkeypatch.setattr(target, step, die)
    with pytest.raises(Killed):
        ben.syncs()
    monkeypatch.undo()
    settled(office, ben)


def test_killed_between_the_live_file_and_its_base(office, monkeypatch):
    ben = busy_office(office)

    def die(*_: Any) -> None:
        raise Killed

    monkeypatch.setattr(advance, "finish", die)
    with pytest.raises(Killed):
        ben.syncs()
    monkeypatch.undo()
    ben.edits("UPDATE trees SET height = 8 WHERE fid = 3")
    assert ben.syncs().complete
    ben.edits("UPDATE trees SET height = 2 WHERE fid = 3")
    settled(office, ben)


def killed_in_the_write_to_the_live_file(person: Any, monkeypatch: Any, place: Any, step: str) -> None:
    def die(*_: Any) -> None:
        raise Killed

    monkeypatch.setattr(place, step, die)
    with pytest.raises(Killed):
        person.syncs()
    monkeypatch.undo()


def test_a_step_that_never_happened_is_not_taken_for_done_by_what_people_did_since(office, monkeypatch):
    """Ben does by chance what one part of the step would have done, and changes what the rest of it is about."""
    ann, ben = office.person("ann"), office.person("ben")
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1", "DELETE FROM trees WHERE fid = 3")
    assert ann.syncs().complete
    killed_in_the_write_to_the_live_file(ben, monkeypatch, meeting, "_bring")
    ben.edits("UPDATE trees SET species = 'elm' WHERE fid = 1", "DELETE FROM trees WHERE fid = 3")
    (conflict,) = ben.syncs().conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == ("oak 1", "elm", "ash")
    assert rows(office.server.latest(GPKG))[1][0] == "ash"


@pytest.mark.parametrize("with_table", [False, True], ids=["rows", "tables"])
def test_a_step_that_happened_is_not_taken_for_undone_by_what_people_did_since(
    office, monkeypatch, with_table
):
    """Ben sets back what has just come down; that is an edit of his own."""
    ann, ben = office.person("ann"), office.person("ben")
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    if with_table:
        ann.edits("ALTER TABLE trees ADD COLUMN health TEXT")
    assert ann.syncs().complete
    killed_in_the_write_to_the_live_file(ben, monkeypatch, advance, "finish")
    assert ben.rows()[1][0] == "ash"
    ben.edits("UPDATE trees SET species = 'oak 1' WHERE fid = 1")
    if with_table:
        ben.edits("ALTER TABLE trees RENAME COLUMN health TO vigour")
    assert not ben.syncs().conflicts
    assert rows(office.server.latest(GPKG))[1][0] == "oak 1"
    if with_table:
        assert rows(office.server.latest(GPKG), columns="vigour")[1] is None


@pytest.mark.parametrize("choice", [Choice.THEIRS, Choice.VALUE])
@pytest.mark.parametrize("edited_since", [False, True])
@pytest.mark.parametrize(("step", "happened"), [("announce", False), ("apply", False), ("finish", True)])
def test_killed_while_a_decision_is_carried_out(office, monkeypatch, step, happened, edited_since, choice):
    """What lost is nowhere but in the live file and the open question: it is told, or the question is asked again."""
    ann, ben = office.person("ann"), office.person("ben")
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    assert ann.syncs().complete
    ben.edits("UPDATE trees SET species = 'elm' WHERE fid = 1")
    (conflict,) = ben.syncs().conflicts
    target = resolve_module if step == "apply" else resolution
    killed_while_deciding(ben, monkeypatch, target, step, Decision(conflict.id, choice, "yew"))
    now = ("ash" if choice is Choice.THEIRS else "yew") if happened else "elm"
    assert ben.rows()[1][0] == now
    if edited_since:
        ben.edits("UPDATE trees SET species = 'fir' WHERE fid = 1")
    again = office.person("ben")
    open_now = again.syncs().conflicts
    with again.open() as local:
        told = [(over.conflict.mine, over.conflict.theirs, over.value) for over in local.decided()]
        assert local.state.resolution_files() == []
    assert told == ([("elm", "ash", now)] if happened else [])
    assert [one.mine for one in open_now] == ([] if happened else ["fir" if edited_since else "elm"])


@pytest.mark.parametrize("edited_since", [False, True])
def test_a_decision_whose_file_bears_no_mark_is_never_forgotten(office, monkeypatch, edited_since):
    """Where SQLite lets nobody set the number, the rows tell; where they do not, the loser is told all the same."""
    ann, ben = office.person("ann"), office.person("ben")
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    assert ann.syncs().complete
    ben.edits("UPDATE trees SET species = 'elm' WHERE fid = 1")
    (conflict,) = ben.syncs().conflicts
    monkeypatch.setattr(mark, "choose", lambda _: None)
    killed_while_deciding(ben, monkeypatch, resolution, "finish", Decision(conflict.id, Choice.THEIRS))
    if edited_since:
        ben.edits("UPDATE trees SET species = 'fir' WHERE fid = 1")
    open_now = ben.syncs().conflicts
    with ben.open() as local:
        assert [over.lost for over in local.decided()] == ["elm"]
    assert [one.mine for one in open_now] == (["fir"] if edited_since else [])


def killed_while_deciding(person: Any, monkeypatch: Any, place: Any, step: str, decision: Decision) -> None:
    def die(*_: Any) -> None:
        raise Killed

    with monkeypatch.context() as patched, person.open() as local:
        patched.setattr(place, step, die)
        with pytest.raises(Killed):
            resolve(local, [decision])


def test_cancel_leaves_everything_for_the_next_run(office):
    ben = busy_office(office)
    cancel = CancelToken()

    def stop(name: str) -> None:
        if name == "push_deltas":
            cancel.cancel()

    ben.remote.after = stop
    report = ben.syncs(cancel=cancel)
    assert report.cancelled
    assert not report.complete
    ben.remote.after = lambda _: None
    settled(office, ben)


def test_a_delta_file_is_sent_again_with_the_same_ids(office):
    ben = busy_office(office)

    def lose_the_answer(name: str) -> None:
        if name == "push_deltas":
            raise RemoteUnavailable("the answer got lost")

    ben.remote.after = lose_the_answer
    assert ben.syncs().waiting
    ben.remote.after = lambda _: None
    settled(office, ben)
    ids = [delta.uuid for file in office.server.received for delta in file.deltas]
    assert len(ids) == len(set(ids))


def test_a_slow_server_is_waited_for_and_asked_again_later(office, monkeypatch):
    ben = busy_office(office)
    kept = []
    apply = office.server.apply
    monkeypatch.setattr(office.server, "apply", kept.append)
    report = ben.syncs(SyncOptions(patience=0))
    (waiting,) = report.waiting
    assert "not applied" in waiting.waits
    ben.edits("UPDATE trees SET height = 8 WHERE fid = 1")
    monkeypatch.undo()
    apply(kept[0])
    assert ben.syncs().complete
    assert rows(office.server.latest(GPKG))[1] == ("ash", 8.0)


def test_an_edit_made_in_qgis_while_the_server_works_is_kept(office):
    ben = busy_office(office)

    def edit_meanwhile(name: str) -> None:
        if name == "push_deltas":
            ben.edits(
                "UPDATE trees SET height = 8 WHERE fid = 1",
                "INSERT INTO trees (species) VALUES ('yew')",
                "UPDATE trees SET species = 'elm!' WHERE species = 'elm'",
            )
            ben.remote.after = lambda _: None

    ben.remote.after = edit_meanwhile
    assert ben.syncs().complete
    assert ben.rows() == rows(office.server.latest(GPKG))
    found = sorted(name for name, _ in ben.rows().values())
    assert found == ["ash", "elm!", "fir", "oak 2", "oak 3", "oak 4", "oak 5", "yew"]
    assert ben.rows()[1] == ("ash", 8.0)


def test_others_push_between_our_look_and_our_push(office):
    """Our server refuses what would overwrite; the same run meets the others again."""
    ann, ben = office.person("ann"), office.person("ben")
    new_tree = "INSERT INTO trees VALUES (6, NULL, '{}', 1, NULL)"
    ben.edits("UPDATE trees SET species = 'elm', height = 5 WHERE fid = 1", new_tree.format("b"))

    def ann_is_faster(name: str) -> None:
        if name == "push_deltas":
            ben.remote.before = lambda _: None
            ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1", new_tree.format("a"))
            assert ann.syncs().complete

    ben.remote.before = ann_is_faster
    report = ben.syncs()
    (conflict,) = report.conflicts
    assert (conflict.mine, conflict.theirs) == ("elm", "ash")
    there = rows(office.server.latest(GPKG))
    assert there[1] == ("ash", 5.0)
    assert sorted(name for name, _ in there.values())[:3] == ["a", "ash", "b"]


def test_a_file_that_another_program_is_writing_waits(office):
    ben = busy_office(office)
    connection = connect(ben.folder / GPKG, write=True)
    with transaction(connection):
        report = ben.syncs(SyncOptions(busy_seconds=0.1))
    connection.close()
    (waiting,) = report.waiting
    assert waiting.error == "geopackage_busy"
    settled(office, ben)


def test_two_programs_cannot_sync_one_folder(office):
    ben = busy_office(office)
    script = (
        "import sys; from pathlib import Path; from qfieldcloud_plugin.engine.sync import LocalProject\n"
        "with LocalProject.open(Path(sys.argv[1])) as local, local.lock():\n"
        "    print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(ben.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(ProjectInUse, match=rf"process {holder.pid} on .*, since \d+-\d+-\d+ \d+:\d+\)"):
            ben.syncs()
    finally:
        holder.kill()
        holder.wait()
        holder.stdin.close()
        holder.stdout.close()
    settled(office, ben)


def test_a_base_that_someone_tidied_away_comes_back(office):
    ben = busy_office(office)
    with LocalProject.open(ben.folder) as local:
        local.base(GPKG).unlink()
    settled(office, ben)
