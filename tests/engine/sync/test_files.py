# SPDX-License-Identifier: GPL-2.0-or-later
"""Files as wholes: up, down, deleted with a copy kept, conflicts, names that must not become paths, full disks."""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from qfieldcloud_plugin.engine.gpkg import connect
from qfieldcloud_plugin.engine.sync import (
    Action,
    Choice,
    Decision,
    LocalProject,
    SyncOptions,
    Wishes,
    files,
    look,
    resolve,
    transfer,
)
from qfieldcloud_plugin.engine.sync.errors import NotAProject, StateTooNew, UnsafeName
from qfieldcloud_plugin.engine.sync.manifest import digest_of, take_manifest
from qfieldcloud_plugin.engine.sync.names import check_name, path_of

from .folder_remote import Server, unreachable
from .survey import GPKG, PROJECT, make_survey, rows


def test_hidden_files_backups_and_side_files_take_no_part(tmp_path):
    for name in (
        "a.qgs",
        "a.qgs~",
        ".hidden",
        "d.gpkg",
        "d.gpkg-wal",
        "d.gpkg-shm",
        "d.gpkg-journal",
        "x/é b.jpg",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / ".qfieldcloud").mkdir()
    (tmp_path / ".qfieldcloud" / "state.db").write_bytes(b"x")
    assert list(take_manifest(tmp_path)) == ["a.qgs", "d.gpkg", "x/é b.jpg"]


@pytest.mark.parametrize(
    "name",
    ["../a", "/a", "a/../b", "a//b", "c:/a", "a\\b", "CON", "con.txt", "a ", "a.", "a\x00b", "", "x" * 256],
)
def test_names_that_could_leave_the_folder_or_not_exist_everywhere_are_refused(name):
    with pytest.raises(UnsafeName):
        check_name(name)


def test_a_link_does_not_lead_a_name_out_of_the_folder(tmp_path):
    (tmp_path / "project").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "project" / "link").symlink_to(tmp_path / "outside")
    with pytest.raises(UnsafeName):
        path_of(tmp_path / "project", "link/photo.jpg")


def test_a_file_with_a_bad_name_waits_and_the_others_come(office, ann):
    source = office.folder / "photo"
    source.write_bytes(b"photo")
    office.server.store("../evil.sh", source)
    office.server.store("good.jpg", source)
    (waiting,) = ann.syncs().waiting
    assert waiting.error == "unsafe_name"
    assert (ann.folder / "good.jpg").read_bytes() == b"photo"
    assert not (office.folder / "evil.sh").exists()


def test_a_deletion_travels_and_a_copy_is_kept(ann, ben):
    (ann.folder / "photo.jpg").write_bytes(b"photo")
    ann.syncs()
    ben.syncs()
    (ben.folder / "photo.jpg").unlink()
    assert ben.syncs().complete
    assert ann.syncs().complete
    assert not (ann.folder / "photo.jpg").exists()
    for person in (ann, ben):
        with person.open() as local:
            assert [path.read_bytes() for path in local.kept()] == [b"photo"]


def test_a_file_both_changed_stays_as_it_is_until_someone_decides(ann, ben):
    for person, text in ((ann, b"ann"), (ben, b"ben")):
        (person.folder / "notes.txt").write_bytes(text)
    ann.syncs()
    (conflict,) = ben.syncs().conflicts
    assert (ben.folder / "notes.txt").read_bytes() == b"ben"
    with ben.open() as local:
        resolve(local, [Decision(conflict.id, Choice.MINE)])
    assert ben.syncs().complete
    assert ann.syncs().complete
    assert (ann.folder / "notes.txt").read_bytes() == b"ben"
    with ben.open() as local:
        assert [path.read_bytes() for path in local.kept()] == [b"ann"]


def test_a_geopackage_without_a_common_past_is_a_conflict_and_theirs_replaces_it_in_place(office, ann):
    """In place: QGIS may have the file open."""
    new = office.person("dora")
    for name in (GPKG, PROJECT):
        (new.folder / name).write_bytes((ann.folder / name).read_bytes())
    new.edits("UPDATE trees SET species = 'mine' WHERE fid = 1")
    inode = (new.folder / GPKG).stat().st_ino
    (conflict,) = new.syncs().conflicts
    assert conflict.file == GPKG
    with new.open() as local:
        resolve(local, [Decision(conflict.id, Choice.THEIRS)])
    assert new.syncs().complete
    assert new.rows() == ann.rows()
    assert (new.folder / GPKG).stat().st_ino == inode
    with new.open() as local:
        assert rows(local.kept()[0])[1][0] == "mine"


def test_a_copy_of_the_project_made_elsewhere_is_adopted_without_a_transfer(office, ann):
    new = office.person("dora")
    office.server.checkout(new.folder)
    report = new.syncs()
    assert report.complete
    assert {file.action for file in report.files} == {Action.ADOPT}
    assert "download" not in new.remote.calls


def test_looking_changes_nothing(office, ann):
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    (ann.folder / "photo.jpg").write_bytes(b"photo")
    with ann.open() as local:
        plan = look(local, ann.remote)
    assert {step.name: step.action for step in plan.work} == {GPKG: Action.MERGE, "photo.jpg": Action.UPLOAD}
    assert "photo.jpg" not in office.server.versions


def test_only_the_files_asked_for_travel(office, ann):
    for name in ("a.jpg", "b.jpg"):
        (ann.folder / name).write_bytes(b"photo")
    ann.syncs(SyncOptions(only=("a.jpg",)))
    assert "a.jpg" in office.server.versions
    assert "b.jpg" not in office.server.versions


def test_the_project_file_is_not_deleted_on_the_server_by_accident(office, ann):
    (ann.folder / PROJECT).unlink()
    (waiting,) = ann.syncs().waiting
    assert waiting.name == PROJECT
    assert PROJECT in office.server.versions
    ann.syncs(SyncOptions(wishes=Wishes(confirm_deletes=True)))
    assert PROJECT not in office.server.versions


@pytest.mark.parametrize("place", ["write_bytes", "move", "copy"])
def test_a_full_disk_leaves_everything_as_it_was(office, ann, ben, monkeypatch, place):
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    (ann.folder / "photo.jpg").write_bytes(b"photo")
    ann.syncs()
    ben.edits("UPDATE trees SET height = 7 WHERE fid = 1")
    before = ben.rows()

    def full(path: Path, *arguments: object) -> None:
        raise files.local_error(OSError(errno.ENOSPC, "No space left on device"), path.name)

    monkeypatch.setattr(files, place, full)
    report = ben.syncs()
    if report.waiting:
        assert {file.error for file in report.waiting} <= {"storage_full"}
        assert "disk is full" in report.waiting[0].waits
    assert ben.rows()[1][1] == before[1][1]
    monkeypatch.undo()
    assert ben.syncs().complete
    assert ben.rows()[1] == ("ash", 7.0)
    assert (ben.folder / "photo.jpg").read_bytes() == b"photo"


def test_a_folder_that_is_not_linked_says_so(tmp_path):
    with pytest.raises(NotAProject, match="not linked"):
        LocalProject.open(tmp_path)


def test_a_damaged_state_is_told_and_the_files_are_untouched(ann):
    before = ann.rows()
    (ann.folder / ".qfieldcloud" / "state.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(NotAProject, match="Your files are untouched"):
        ann.open()
    assert ann.rows() == before


def test_a_state_of_an_older_plugin_is_understood(ann):
    with closing(sqlite3.connect(ann.folder / ".qfieldcloud" / "state.db")) as connection:
        connection.execute("ALTER TABLE files DROP COLUMN uploaded_at")
        connection.execute("PRAGMA user_version = 0")
    with ann.open() as local:
        assert {file.uploaded_at for file in local.state.files().values()} == {""}
    ann.edits("UPDATE trees SET height = 9 WHERE fid = 1")
    assert ann.syncs().complete


def test_a_state_of_a_newer_plugin_is_left_alone(ann):
    with ann.open() as local:
        local.state._db.execute("UPDATE link SET format = 99")
        local.state._db.conn.commit()
    with pytest.raises(StateTooNew):
        ann.open()


def test_hashing_a_geopackage_takes_no_locks_away_from_who_edits_it(tmp_path):
    path = tmp_path / "survey.gpkg"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (fid INTEGER PRIMARY KEY)")
        connection.commit()
    expected = hashlib.sha256(path.read_bytes()).hexdigest()
    script = (
        "import sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)\n"
        "try:\n    c.execute('BEGIN IMMEDIATE')\n"
        "except sqlite3.OperationalError:\n    print('locked')\n"
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as editor:
        editor.execute("BEGIN IMMEDIATE")
        assert digest_of(path, path.name).sha256 == expected
        other = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True)
        assert other.stdout.strip() == "locked"


def editing(monkeypatch, step: str, edit) -> None:
    """Someone edits right after this step of a transfer."""
    whole = getattr(transfer, step)

    def and_edit(*arguments):
        result = whole(*arguments)
        edit()
        return result

    monkeypatch.setattr(transfer, step, and_edit)


def test_an_edit_made_while_a_copy_of_the_project_is_compared_is_not_taken_for_the_servers(office, ann):
    ben = office.person("copy")
    office.server.checkout(ben.folder)

    def edit_meanwhile(at):
        if (at.phase, at.file) == ("look", PROJECT):
            ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")

    report = ben.syncs(progress=edit_meanwhile)
    assert [file.error for file in report.waiting] == ["file_in_use"]
    (conflict,) = ben.syncs().conflicts
    assert conflict.file == GPKG
    assert ben.rows()[1] == ("ash", 2.0)


def test_a_file_exchanged_while_it_is_compared_is_not_taken_for_the_servers(office, ann, tmp_path):
    """Also by one that is older, as copies with their times are."""
    ann.folder.joinpath("a.txt").write_bytes(b"one")
    assert ann.syncs().complete
    other = tmp_path / "other.txt"
    other.write_bytes(b"another")
    os.utime(other, (1_000_000_000, 1_000_000_000))
    ben = office.person("copy")
    office.server.checkout(ben.folder)

    def exchange_meanwhile(at):
        if (at.phase, at.file) == ("look", PROJECT):
            shutil.copy2(other, ben.folder / "a.txt")

    ben.syncs(progress=exchange_meanwhile)
    with ben.open() as local:
        step = next(step for step in look(local, ben.remote) if step.name == "a.txt")
    assert step.action is Action.CONFLICT


@pytest.fixture
def newcomer(office):
    """Somebody who links a folder that came some other way; its bytes are others."""
    dora = office.person("dora")
    for name in (GPKG, PROJECT):
        shutil.copyfile(office.folder / "ann" / name, dora.folder / name)
    dora.edits(
        "UPDATE trees SET height = 3 WHERE fid = 1", "UPDATE trees SET height = 2 WHERE fid = 1", "VACUUM"
    )
    assert (dora.folder / GPKG).read_bytes() != office.server.latest(GPKG).read_bytes()
    return dora


def test_nobody_is_asked_about_files_with_the_same_rows(office, ann, newcomer):
    report = newcomer.syncs()
    assert report.complete
    assert not report.conflicts
    assert len(office.server.versions[GPKG]) == 1
    newcomer.edits("UPDATE trees SET species = 'elm' WHERE fid = 2")
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    assert newcomer.syncs().complete
    assert ann.syncs().complete
    assert newcomer.syncs().complete
    assert newcomer.rows() == ann.rows()
    assert [newcomer.rows()[fid][0] for fid in (1, 2)] == ["ash", "elm"]


@pytest.mark.parametrize(
    "other", ["UPDATE trees SET height = 7 WHERE fid = 1", "ALTER TABLE trees ADD COLUMN health TEXT"]
)
def test_files_that_differ_by_a_row_or_a_column_are_asked_about_once(newcomer, other):
    newcomer.edits(other)
    before = (newcomer.folder / GPKG).read_bytes()
    for _ in range(2):
        (conflict,) = newcomer.syncs().conflicts
    assert conflict.kind == "file"
    assert newcomer.remote.calls.count("download") == 1
    assert (newcomer.folder / GPKG).read_bytes() == before


def test_files_that_cannot_be_compared_now_are_not_asked_about(newcomer):
    newcomer.remote.before = unreachable("download")
    report = newcomer.syncs()
    assert [file.error for file in report.waiting] == ["remote_unavailable"]
    assert not report.conflicts
    newcomer.remote.before = lambda _: None
    assert newcomer.syncs().complete


def test_an_edit_made_while_theirs_is_about_to_replace_a_geopackage_is_kept(office, ann, monkeypatch):
    ann.edits("UPDATE trees SET species = 'elm' WHERE fid = 1")
    ben = office.person("ben")
    (ben.folder / GPKG).unlink()
    make_survey(ben.folder / "other", trees=2)
    (ben.folder / "other" / GPKG).rename(ben.folder / GPKG)
    with ben.open() as local:
        local.state.forget(GPKG)
    (conflict,) = ben.syncs().conflicts
    with ben.open() as local:
        resolve(local, [Decision(conflict.id, Choice.THEIRS)])
    editing(monkeypatch, "keep_local", lambda: ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 1"))
    (waiting,) = [file for file in ben.syncs().waiting if file.name == GPKG]
    assert waiting.error == "file_in_use"
    assert ben.rows()[1] == ("ash", 2.0)


def test_an_edit_made_while_a_deleted_geopackage_is_put_away_is_kept(ann, ben, monkeypatch):
    shutil.copyfile(ann.folder / GPKG, ann.folder / "extra.gpkg")
    assert ann.syncs().complete
    assert ben.syncs().complete
    os.utime(ben.folder / "extra.gpkg", (1_000_000_000, 1_000_000_000))
    assert ben.syncs().complete
    (ann.folder / "extra.gpkg").unlink()
    assert ann.syncs().complete

    def edit() -> None:
        with closing(connect(ben.folder / "extra.gpkg", write=True)) as connection:
            connection.execute("INSERT INTO visits (note) VALUES ('late')")

    editing(monkeypatch, "keep_local", edit)
    (waiting,) = ben.syncs().waiting
    assert waiting.error == "file_in_use"
    assert rows(ben.folder / "extra.gpkg", "visits", "note") == {1: "late"}


def test_a_version_made_while_a_deletion_travels_is_not_deleted(ann, ben):
    (ann.folder / "photo.jpg").write_bytes(b"one")
    assert ann.syncs().complete
    assert ben.syncs().complete
    (ann.folder / "photo.jpg").unlink()

    def ben_changes_it(call: str) -> None:
        if call == "download":
            ann.remote.after = lambda _: None
            (ben.folder / "photo.jpg").write_bytes(b"another")
            assert ben.syncs().complete

    ann.remote.after = ben_changes_it
    (waiting,) = ann.syncs().waiting
    assert waiting.error == "version_conflict"
    assert "photo.jpg" in ann.server.versions
    assert ann.server.latest("photo.jpg").read_bytes() == b"another"


# -- a server that was set back --------------------------------------------------------------------


DAYS = itertools.count(1)


def dated(server: Server) -> None:
    """Give versions that have none a time, each later than all before."""
    for name, versions in server.versions.items():
        for place, version in reversed(list(enumerate(versions))):
            if not version.uploaded_at:
                moment = datetime(2026, 5, 1, tzinfo=timezone.utc) + timedelta(days=next(DAYS))
                server.versions[name][place] = replace(version, uploaded_at=moment.isoformat())


@pytest.fixture
def restored(office, ann, ben):
    """Ann and Ben have synced; then the server gets the backup of the day before."""
    dated(office.server)
    store = office.server.store

    def store_and_date(name, source):
        store(name, source)
        dated(office.server)
        return office.server.versions[name][0]

    office.server.store = store_and_date
    for person in (ann, ben):
        with person.open() as local:
            for name in local.state.files():
                local.state.forget(name)
            for path in (person.folder / GPKG, person.folder / PROJECT):
                path.unlink()
        assert person.syncs().complete
    ann.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    assert ann.syncs().complete
    assert ben.syncs().complete
    ben.edits("UPDATE trees SET height = 9 WHERE fid = 2")
    assert ben.syncs().complete
    del office.server.versions[GPKG][:2]
    return office


def test_a_server_that_was_set_back_takes_nothing_back_unasked(restored, ann):
    report = ann.syncs()
    (conflict,) = report.conflicts
    assert (conflict.file, conflict.theirs) == (GPKG, "an older version")
    assert ann.rows()[1] == ("ash", 2.0)
    assert not ann.syncs().complete
    with ann.open() as local:
        resolve(local, [Decision(conflict.id, Choice.MINE)])
    assert ann.syncs().complete
    assert rows(restored.server.latest(GPKG))[1] == ("ash", 2.0)


def test_what_others_still_have_of_a_server_that_was_set_back_is_kept(restored, ann, ben):
    """After Ann's answer the server is newer again, and lacks only what Ann did not have yet."""
    (conflict,) = ann.syncs().conflicts
    with ann.open() as local:
        resolve(local, [Decision(conflict.id, Choice.MINE)])
    assert ann.syncs().complete
    assert ben.syncs().complete
    with ben.open() as local:
        assert ("oak 2", 9.0) in [
            ben.rows()[2],
            *(rows(path)[2] for path in local.kept() if path.suffix == ".gpkg"),
        ]


def test_whoever_wants_the_older_version_gets_it_and_keeps_a_copy(restored, ben):
    (conflict,) = ben.syncs().conflicts
    with ben.open() as local:
        resolve(local, [Decision(conflict.id, Choice.THEIRS)])
    assert ben.syncs().complete
    assert ben.rows()[1] == ("oak 1", 2.0)
    with ben.open() as local:
        assert rows(local.kept()[0])[1] == ("ash", 2.0)


def test_versions_that_are_no_longer_kept_are_no_reason_to_ask(office, ann, ben):
    dated(office.server)
    ben.edits("UPDATE trees SET species = 'ash' WHERE fid = 1")
    assert ben.syncs().complete
    dated(office.server)
    del office.server.versions[GPKG][1:]
    assert ann.syncs().complete
    assert ann.rows()[1] == ("ash", 2.0)
    with ann.open() as local:
        assert local.kept() == []
