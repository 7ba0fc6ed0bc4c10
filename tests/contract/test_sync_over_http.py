# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's own client and sync engine against the real server, in its own process."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Iterator

import pytest

from qfieldcloud_plugin.cloud import Client, Network, Workspace, sign_in, sign_in_with_token
from qfieldcloud_plugin.cloud.errors import (
    FileMovedOn,
    Forbidden,
    LoginRefused,
    Missing,
    NotSignedIn,
    Rejected,
    Unreachable,
)
from qfieldcloud_plugin.cloud.remote import CloudRemote
from qfieldcloud_plugin.engine.sync import (
    CancelToken,
    Choice,
    Decision,
    LocalProject,
    Progress,
    ignore_progress,
)
from tests.engine.sync.survey import GPKG, PROJECT, TREES, edit, make_survey, rows

QUICK = Network(user_agent="qfieldcloud-plugin tests", backoff=0.01, read_timeout=30)


@pytest.fixture(scope="module")
def surveyor(cloud_server) -> str:
    return cloud_server.create_user("surveyor")


@pytest.fixture
def client(cloud_server, surveyor) -> Iterator[Client]:
    signed_in = sign_in(cloud_server.address, surveyor, cloud_server.password, QUICK)
    yield signed_in
    signed_in.transport.close()


@pytest.fixture
def desk(client) -> Workspace:
    return Workspace(client)


@pytest.fixture
def folder(tmp_path) -> Path:
    return make_survey(tmp_path / "office")


@pytest.fixture
def shared(desk, folder, tmp_path, request) -> Path:
    """The survey is in the cloud; the answer is a second folder of it."""
    assert desk.create_project(folder, request.node.name).complete
    with LocalProject.open(folder) as local:
        project_id = local.link.project_id
    second = tmp_path / "second"
    second.mkdir()
    assert desk.download_project(project_id, second).complete
    return second


def project_id_of(folder: Path) -> str:
    with LocalProject.open(folder) as local:
        return local.link.project_id


def test_a_project_is_made_of_a_folder_and_comes_down_elsewhere(shared, folder):
    assert rows(shared) == rows(folder)
    assert (shared / PROJECT).read_bytes() == (folder / PROJECT).read_bytes()


def test_rows_travel_both_ways_and_columns_merge(desk, shared, folder):
    edit(folder, "UPDATE trees SET species = 'ash' WHERE fid = 1", "DELETE FROM trees WHERE fid = 5")
    edit(shared, "UPDATE trees SET height = 7 WHERE fid = 1", "INSERT INTO trees (species) VALUES ('elm')")
    up = desk.sync(folder)
    assert up.complete
    assert up.rows_up == 2
    both = desk.sync(shared)
    assert both.complete
    assert (both.rows_up, both.rows_down) == (2, 2)
    assert desk.sync(folder).complete
    assert rows(folder) == rows(shared)
    assert rows(folder)[1] == ("ash", 7.0)


def test_only_rows_travel_not_files(desk, shared, folder):
    edit(folder, "UPDATE trees SET species = 'ash' WHERE fid = 1")
    desk.sync(folder)
    seen = []
    report = desk.sync(shared, progress=seen.append)
    assert report.rows_down == 1
    assert report.bytes_down < 2000
    assert not [step for step in seen if step.phase == "download"]


def test_a_conflict_is_listed_and_resolved_as_told(desk, shared, folder):
    edit(folder, "UPDATE trees SET species = 'ash' WHERE fid = 1")
    edit(shared, "UPDATE trees SET species = 'elm' WHERE fid = 1")
    assert desk.sync(folder).complete
    (conflict,) = desk.sync(shared).conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == ("oak 1", "elm", "ash")
    desk.resolve(shared, [Decision(conflict.id, Choice.MINE)])
    assert desk.sync(shared).complete
    desk.sync(folder)
    assert rows(folder)[1][0] == "elm"


def test_what_would_overwrite_is_refused_and_met_again_in_the_same_run(desk, shared, folder, monkeypatch):
    edit(shared, "UPDATE trees SET species = 'elm', height = 9 WHERE fid = 1")
    push = CloudRemote.push_deltas

    def someone_is_faster(self: CloudRemote, delta_file: bytes) -> None:
        monkeypatch.setattr(CloudRemote, "push_deltas", push)
        edit(folder, "UPDATE trees SET species = 'ash' WHERE fid = 1")
        assert desk.sync(folder).complete
        push(self, delta_file)

    monkeypatch.setattr(CloudRemote, "push_deltas", someone_is_faster)
    report = desk.sync(shared)
    (conflict,) = report.conflicts
    assert conflict.column == "species"
    desk.sync(folder)
    assert rows(folder)[1] == ("ash", 9.0)


def test_photos_and_other_files_travel(desk, shared, folder):
    (folder / "DCIM").mkdir()
    for number in range(6):
        (folder / "DCIM" / f"{number} ä#.jpg").write_bytes(b"photo %d" % number)
    assert desk.sync(folder).complete
    assert desk.sync(shared).complete
    assert (shared / "DCIM" / "3 ä#.jpg").read_bytes() == b"photo 3"
    (shared / "DCIM" / "3 ä#.jpg").unlink()
    assert desk.sync(shared).complete
    assert desk.sync(folder).complete
    assert not (folder / "DCIM" / "3 ä#.jpg").exists()
    with LocalProject.open(folder) as local:
        assert [path.read_bytes() for path in local.kept()] == [b"photo 3"]


def test_a_table_that_no_layer_shows_goes_with_the_whole_file(desk, shared, folder):
    edit(
        folder, "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)", "INSERT INTO notes VALUES (1, 'x')"
    )
    edit(shared, "UPDATE trees SET species = 'elm' WHERE fid = 1")
    assert desk.sync(shared).complete
    assert desk.sync(folder).complete
    assert rows(folder)[1][0] == "elm"
    edit(shared, "UPDATE trees SET height = 5 WHERE fid = 2")
    assert desk.sync(shared).complete
    assert rows(shared, "notes", "text") == {1: "x"}
    desk.sync(folder)
    assert rows(folder)[2][1] == 5.0


def test_a_deleted_feature_is_restored_and_a_delta_undone(desk, client, shared, folder):
    project_id = project_id_of(folder)
    first = client.files.get(project_id, GPKG).versions[0].id
    edit(folder, "DELETE FROM trees WHERE fid = 2", "UPDATE trees SET species = 'ash' WHERE fid = 1")
    assert desk.sync(folder).complete
    report = desk.restore_feature(folder, GPKG, "trees", (2,), first)
    assert report.complete
    assert report.undone.applied == 1
    assert rows(folder)[2] == ("oak 2", 2.0)
    patch = next(delta for delta in client.deltas.list(project_id) if delta.content["method"] == "patch")
    assert desk.undo_delta(folder, patch.id).undone.applied == 1
    assert rows(folder)[1] == ("oak 1", 2.0)
    assert len(client.files.get(project_id, GPKG).versions) == 4
    latest, *_, oldest = client.files.get(project_id, GPKG).versions
    assert not len(desk.changes_between(folder, GPKG, oldest.id, latest.id).only(["trees"]))


def test_a_package_is_made_for_the_field(desk, client, shared, folder):
    job = desk.package(project_id_of(folder))
    assert job.succeeded, job.output
    package = client.packages.latest(project_id_of(folder))
    assert any(file.name.endswith((".qgs", ".qgz")) for file in package.files)


# -- what goes wrong ------------------------------------------------------------------------------


def test_a_wrong_password_is_told_in_words(cloud_server, client):
    with pytest.raises(LoginRefused, match="Wrong username or password") as caught:
        sign_in(cloud_server.address, client.username, "wrong", QUICK)
    assert caught.value.code == "authentication_failed"
    assert not caught.value.transient


def test_a_token_that_ended_says_sign_in_again_and_keeps_the_edits(cloud_server, client, shared, folder):
    edit(folder, "UPDATE trees SET species = 'ash' WHERE fid = 1")
    old = sign_in_with_token(cloud_server.address, client.token, QUICK)
    client.sign_out()
    with pytest.raises(NotSignedIn, match="log in"):
        Workspace(old).sync(folder)
    again = sign_in(cloud_server.address, client.username, cloud_server.password, QUICK)
    assert Workspace(again).sync(folder).rows_up == 1


def test_a_project_that_is_gone_is_told_with_what_is_kept_and_what_to_do(client, shared, folder):
    before = rows(shared)
    client.projects.delete(project_id_of(shared))
    for ask in (Workspace(client).look, Workspace(client).sync):
        with pytest.raises(Missing, match=r"was deleted.*kept here; ask its owner"):
            ask(shared)
    assert rows(shared) == before


def test_a_server_that_is_down_is_told_and_nothing_is_lost(client, shared, folder):
    edit(folder, "UPDATE trees SET species = 'ash' WHERE fid = 1")
    down = Client("http://127.0.0.1:9/", client.token, replace(QUICK, attempts=1))
    with LocalProject.open(folder) as local:
        local.state.link = replace(local.link, server=down.address)
    with pytest.raises(Unreachable, match="Your local changes are kept"):
        Workspace(down).sync(folder)
    with LocalProject.open(folder) as local:
        local.state.link = replace(local.link, server=client.address)
    assert Workspace(client).sync(folder).rows_up == 1


def test_the_server_goes_down_in_the_middle_of_a_push(desk, shared, folder, monkeypatch):
    edit(folder, "INSERT INTO trees (species) VALUES ('elm')")
    push = CloudRemote.push_deltas

    def lost_answer(self: CloudRemote, delta_file: bytes) -> None:
        push(self, delta_file)
        raise Unreachable("the connection was cut")

    monkeypatch.setattr(CloudRemote, "push_deltas", lost_answer)
    assert desk.sync(folder).waiting
    monkeypatch.undo()
    assert desk.sync(folder).complete
    desk.sync(shared)
    assert sorted(name for name, _ in rows(shared).values()).count("elm") == 1


def test_someone_elses_project_is_closed(cloud_server, shared, folder):
    name = cloud_server.create_user("stranger")
    stranger = Workspace(sign_in(cloud_server.address, name, cloud_server.password, QUICK))
    with pytest.raises(Forbidden, match="role does not allow"):
        stranger.sync(folder)


def test_a_reader_keeps_edits_that_may_not_be_sent(cloud_server, client, shared, folder, tmp_path):
    name = cloud_server.create_user("reader")
    client.collaborators.add(project_id_of(folder), name, "reader")
    reader = Workspace(sign_in(cloud_server.address, name, cloud_server.password, QUICK))
    mine = tmp_path / "readers"
    mine.mkdir()
    assert reader.download_project(project_id_of(folder), mine).complete
    edit(mine, "UPDATE trees SET species = 'ash' WHERE fid = 1")
    (waiting,) = reader.sync(mine).waiting
    assert waiting.error == "permission_denied"
    assert rows(mine)[1][0] == "ash"


def test_a_reporter_may_add_but_not_change(cloud_server, client, shared, folder, tmp_path):
    name = cloud_server.create_user("reporter")
    client.collaborators.add(project_id_of(folder), name, "reporter")
    reporter = Workspace(sign_in(cloud_server.address, name, cloud_server.password, QUICK))
    mine = tmp_path / "reporters"
    mine.mkdir()
    reporter.download_project(project_id_of(folder), mine)
    edit(mine, "UPDATE trees SET species = 'ash' WHERE fid = 1", "INSERT INTO trees (species) VALUES ('elm')")
    report = reporter.sync(mine)
    (failure,) = report.failures
    assert (failure.table, failure.key, failure.state) == ("trees", (1,), "unpermitted")
    assert report.rows_up == 1
    assert rows(mine)[1][0] == "ash"
    asked = len(client.deltas.list(project_id_of(folder)))
    assert reporter.sync(mine).failures == report.failures
    assert len(client.deltas.list(project_id_of(folder))) == asked, "what was refused is not sent again"


def test_a_download_goes_on_where_it_was_cut(client, shared, folder, tmp_path):
    content = bytes(range(256)) * 40_000
    source = tmp_path / "big.bin"
    source.write_bytes(content)
    remote = CloudRemote(client, project_id_of(folder))
    version = remote.upload("big.bin", source, None, ignore_progress, CancelToken()).latest
    target = tmp_path / "target.bin"
    cancel = CancelToken()

    def stop_halfway(step: Progress) -> None:
        if step.done > len(content) // 2:
            cancel.cancel()

    with pytest.raises(Exception, match="Cancelled"):
        remote.download("big.bin", version, target, stop_halfway, cancel)
    assert not target.exists()
    seen = []
    remote.download("big.bin", version, target, seen.append, CancelToken())
    assert target.read_bytes() == content
    assert seen[0].done > len(content) // 2
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_half_a_file_of_another_version_is_thrown_away(client, shared, folder, tmp_path):
    remote = CloudRemote(client, project_id_of(folder))
    version = remote.file(GPKG).latest
    target = tmp_path / "target.gpkg"
    part = target.with_name(f"{target.name}.{version.etag}.part")
    part.write_bytes(b"x" * 1000)
    remote.download(GPKG, version, target, ignore_progress, CancelToken())
    assert rows(target) == rows(folder)


def test_an_upload_over_a_version_nobody_saw_is_refused(client, shared, folder, tmp_path):
    remote = CloudRemote(client, project_id_of(folder))
    seen = remote.file(PROJECT).latest
    other = tmp_path / "other.qgs"
    other.write_text((folder / PROJECT).read_text().replace("Survey", "Census"))
    remote.upload(PROJECT, other, seen, ignore_progress, CancelToken())
    with pytest.raises(FileMovedOn):
        remote.upload(PROJECT, folder / PROJECT, seen, ignore_progress, CancelToken())


def test_of_two_new_files_of_one_name_the_second_does_not_replace_the_first(client, shared, folder, tmp_path):
    """Also when both were on their way at the same time."""
    remote = CloudRemote(client, project_id_of(folder))
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"one")
    two.write_bytes(b"two")
    send = remote.file

    def and_another_is_faster(name):
        found = send(name)
        remote.file = send
        remote.upload(name, one, None, ignore_progress, CancelToken())
        return found

    remote.file = and_another_is_faster
    with pytest.raises(FileMovedOn):
        remote.upload("photo.jpg", two, None, ignore_progress, CancelToken())
    assert [version.size for version in remote.file("photo.jpg").versions] == [3]
    assert remote.file("photo.jpg").latest.etag == hashlib.md5(b"one").hexdigest()


def test_a_deletion_of_a_version_nobody_saw_is_refused(client, shared, folder, tmp_path):
    remote = CloudRemote(client, project_id_of(folder))
    photo = tmp_path / "photo"
    photo.write_bytes(b"one")
    seen = remote.upload("photo.jpg", photo, None, ignore_progress, CancelToken()).latest
    photo.write_bytes(b"two")
    remote.upload("photo.jpg", photo, seen, ignore_progress, CancelToken())
    with pytest.raises(FileMovedOn):
        remote.delete("photo.jpg", seen)
    with pytest.raises(FileMovedOn):
        client.files.delete(project_id_of(folder), "photo.jpg", headers={"If-Match": f'"{seen.etag}"'})
    remote.delete("photo.jpg", remote.file("photo.jpg").latest)
    assert remote.file("photo.jpg") is None


def test_a_version_that_is_taken_out_of_the_server_is_not_taken_out_of_folders_unasked(
    desk, client, shared, folder
):
    edit(folder, "UPDATE trees SET species = 'ash' WHERE fid = 1")
    assert desk.sync(folder).complete
    project_id = project_id_of(folder)
    latest = CloudRemote(client, project_id).file(GPKG).latest
    client.files.delete(project_id, GPKG, version_id=latest.id)
    (conflict,) = desk.sync(folder).conflicts
    assert (conflict.file, conflict.theirs) == (GPKG, "an older version")
    assert rows(folder)[1][0] == "ash"
    assert desk.sync(shared).complete
    desk.resolve(folder, [Decision(conflict.id, Choice.MINE)])
    assert desk.sync(folder).complete
    assert desk.sync(shared).complete
    assert rows(shared)[1][0] == "ash"


def test_both_changed_the_project_file_and_one_is_chosen(desk, shared, folder):
    for place, title in ((folder, "Census"), (shared, "Inventory")):
        path = place / PROJECT
        path.write_text(path.read_text().replace("<title>Survey", f"<title>{title}"))
    assert desk.sync(folder).complete
    (conflict,) = desk.sync(shared).conflicts
    assert (conflict.kind, conflict.file) == ("file", PROJECT)
    desk.resolve(shared, [Decision(conflict.id, Choice.THEIRS)])
    assert desk.sync(shared).complete
    assert "Census" in (shared / PROJECT).read_text()
    with LocalProject.open(shared) as local:
        (kept,) = local.kept()
    assert "Inventory" in kept.read_text()


def test_everything_an_account_may_ask(cloud_server, folder):
    name = cloud_server.create_user("curious")
    client = sign_in(cloud_server.address, name, cloud_server.password, QUICK)
    Workspace(client).create_project(folder, "survey")
    project_id = project_id_of(folder)
    assert client.server.status().healthy
    assert {"changes", "delta_on_conflict", "upload_if_match"} <= client.extensions
    assert client.users.me().username == client.username
    assert [project.id for project in client.projects.list()] == [project_id]
    assert client.projects.update(project_id, description="trees").description == "trees"
    assert {file.name for file in client.files.list(project_id)} == {GPKG, PROJECT}
    assert client.users.subscription(client.username).storage_used > 0
    assert client.users.organizations(client.username) == []
    assert client.collaborators.list(project_id) == []
    assert client.jobs.list(project_id)[0].type == "process_projectfile"
    assert client.secrets.set(project_id, "DB_PASSWORD", "x", "envvar").name == "DB_PASSWORD"
    assert [secret.name for secret in client.secrets.list(project_id)] == ["DB_PASSWORD"]
    with pytest.raises(Missing):
        client.projects.get("5f0c1c8e-0000-4000-8000-000000000000")
    with pytest.raises(Rejected) as caught:
        client.projects.create("survey")
    assert caught.value.code == "project_already_exists"
    client.projects.delete(project_id)
    assert client.projects.list() == []


def test_the_token_is_never_in_an_error_or_a_file(client, shared, folder, tmp_path):
    with pytest.raises(Missing) as caught:
        client.projects.get("5f0c1c8e-0000-4000-8000-000000000000")
    assert client.token not in repr(caught.value)
    copy = tmp_path / "state"
    shutil.copytree(folder / ".qfieldcloud", copy)
    for path in copy.rglob("*"):
        if path.is_file():
            assert client.token.encode() not in path.read_bytes()


def test_a_device_push_comes_down_as_rows(desk, client, shared, folder):
    """A delta file as QField writes it, last one wins."""
    project_id = project_id_of(folder)
    delta_file = {
        "deltas": [
            {
                "clientId": "cd517e24-a520-4021-8850-e5af70e3a612",
                "exportId": "f70c7286-fcec-4dbe-85b5-63d4735dac47",
                "localLayerCrs": "EPSG:4326",
                "localLayerId": TREES,
                "localLayerName": "Trees",
                "localPk": "3",
                "sourcePk": "3",
                "sourceLayerId": TREES,
                "method": "patch",
                "old": {"attributes": {"species": "oak 3"}},
                "new": {"attributes": {"species": "device"}},
                "uuid": "9311eb96-bff8-4d5b-ab36-c314a007cfcd",
            }
        ],
        "files": [],
        "id": "2c98410f-e1b2-45e6-9026-97898bfee730",
        "project": project_id,
        "version": "1.0",
    }
    client.deltas.push(project_id, json.dumps(delta_file).encode())
    while not all(delta.state == "applied" for delta in client.deltas.list(project_id)):
        CancelToken().wait(0.05)
    edit(folder, "UPDATE trees SET height = 4 WHERE fid = 3")
    report = desk.sync(folder)
    assert (report.rows_up, report.rows_down) == (1, 1)
    assert rows(folder)[3] == ("device", 4.0)
