# SPDX-License-Identifier: GPL-2.0-or-later
"""Bad input and bad luck on the road: a clear error each, and nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest
from qfieldcloud_sdk import sdk

from qfieldcloud_plugin.cloud import Network, Workspace, sign_in
from qfieldcloud_plugin.cloud.errors import LoginRefused
from scripts.demo.meter import Meter
from scripts.demo.server import CompanionServer
from tests.contract.field_device import FieldDevice, NotAnswered, Refused
from tests.contract.survey import make_survey

from .conftest import PASSWORD, PERSON, Survey, survey_on


def test_a_wrong_password_says_so_and_leaves_no_session(server):
    with pytest.raises(LoginRefused) as wrong:
        sign_in(server.url, PERSON, "not the password")
    assert not wrong.value.transient
    assert "password" in str(wrong.value).lower()


def test_a_server_that_dies_in_mid_push_loses_nothing_and_the_next_push_ends_it(server, tmp_path):
    folder = tmp_path / "project"
    make_survey(folder, trees=20_000)
    original = {path.name: path.read_bytes() for path in folder.iterdir()}
    meter = Meter(server.port)
    client = sign_in(meter.url, PERSON, PASSWORD, Network(attempts=1))

    meter.cut_after = meter.read()[0] + 500_000
    broken = Workspace(client).create_project(folder, "mid_push")
    assert not broken.complete
    assert "survey.gpkg" in {file.name for file in broken.waiting}
    assert {file.error for file in broken.waiting} == {"unreachable"}
    assert all("kept" in file.waits for file in broken.waiting)
    assert {name: (folder / name).read_bytes() for name in original} == original

    server.kill()
    server.start()
    meter.cut_after = None
    report = Workspace(client).sync(folder)
    assert report.complete
    (project,) = client.projects.list()
    names = {file.name for file in client.files.list(project.id)}
    assert names == set(original)


def test_half_a_delta_file_is_refused_kept_for_the_operator_and_changes_nothing(survey, tmp_path):
    local = survey.device.download(survey.project)
    local.patch("Trees", "1", {"height": 99})
    half = tmp_path / "half.json"
    half.write_bytes(local.deltas.to_bytes()[:300])
    with pytest.raises(Refused) as refused:
        survey.device.wire.post_file(f"deltas/{survey.project.id}/", half)
    assert 400 <= refused.value.status < 500
    assert survey.on_the_server(tmp_path, "Trees")["1"]["attributes"]["height"] == 5


def test_a_project_without_keys_can_be_carried_but_not_edited_and_says_why(server, tmp_path):
    make_survey(tmp_path / "keyless", with_keys=False)
    client = sign_in(server.url, PERSON, PASSWORD)
    Workspace(client).create_project(tmp_path / "keyless", "keyless")
    device = FieldDevice(server.url, tmp_path / "device")
    device.log_in(PERSON, PASSWORD)
    local = device.download(device.find_project("keyless"))
    trees = local.layers["Trees"]
    with closing(sqlite3.connect(local.folder / trees.file)) as connection:
        assert connection.execute(f'SELECT count(*) FROM "{trees.table}"').fetchone() == (20,)
    assert all(layer.read_only for layer in local.layers.values())
    assert {layer.properties.get("QFieldSync/unsupported_source_pk") for layer in local.layers.values()} == {
        "1"
    }


# -- a disk that fills ----------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path):
    """A disk of 24 MB, where this machine lets us have one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can only be mounted by root; the limit on file sizes is tested instead")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_disk_that_fills_during_apply_loses_no_delta(small_disk, tmp_path):
    with CompanionServer(small_disk / "server") as server:
        server.add_person(PERSON, PASSWORD)
        survey = survey_on(server, tmp_path)
        sent = edit_much(survey)
        filler = fill(small_disk, leave=600_000)
        outcome = push_what_can_be_pushed(survey)
        filler.unlink()
        survive(server, survey, sent, outcome, tmp_path)


def test_files_that_may_not_grow_during_apply_lose_no_delta(server, tmp_path):
    survey = survey_on(server, tmp_path)
    sent = edit_much(survey)
    server.stop()
    size = (tmp_path / "survey" / "survey.gpkg").stat().st_size
    server.start(largest_file=size // 2)
    outcome = push_what_can_be_pushed(survey)
    survive(server, survey, sent, outcome, tmp_path)


def edit_much(survey: Survey) -> int:
    local = survey.device.download(survey.project)
    for key in range(1, 101):
        local.patch("Trees", str(key), {"species": "survivor"})
    return len(local.deltas)


def fill(disk: Path, leave: int) -> Path:
    filler = disk / "filler"
    free = shutil.disk_usage(disk).free
    with filler.open("wb") as file:
        file.write(b"x" * max(0, free - leave))
    return filler


def push_what_can_be_pushed(survey: Survey) -> str:
    """Whether the server took the deltas, or refused them so that the device still has them."""
    local = survey.device.local(survey.project)
    try:
        survey.device.push(survey.project)
    except (Refused, NotAnswered):
        assert len(local.deltas) == 100
        return "refused"
    time.sleep(1.5)
    return "accepted"


def survive(server: CompanionServer, survey: Survey, sent: int, outcome: str, tmp_path: Path) -> None:
    """There is space again: whatever happened, every edit arrives without anybody typing it again."""
    server.stop()
    server.start()
    if outcome == "refused":
        answers = survey.device.synchronize(survey.project)
    else:
        answers = survey.device.settled_history(survey.project)
    assert [answer.status for answer in answers] == ["STATUS_APPLIED"] * sent
    species = [row["attributes"]["species"] for row in survey.on_the_server(tmp_path, "Trees").values()]
    assert species.count("survivor") == sent


# -- open elsewhere -------------------------------------------------------------------------------


def test_a_geopackage_that_somebody_reads_is_still_replaced(server, tmp_path):
    folder = tmp_path / "project"
    make_survey(folder)
    client = sign_in(server.url, PERSON, PASSWORD)
    Workspace(client).create_project(folder, "replaced")
    (project,) = client.projects.list()
    with closing(sqlite3.connect(folder / "survey.gpkg")) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM trees").fetchone() == (20,)
        wider = tmp_path / "wider.gpkg"
        shutil.copyfile(folder / "survey.gpkg", wider)
        with closing(sqlite3.connect(wider)) as other, other:
            other.execute("ALTER TABLE visits ADD COLUMN weather TEXT")
        colleague = sdk.Client(server.url + "/api/v1/")
        colleague.login(PERSON, PASSWORD)
        colleague.upload_file(
            project.id, sdk.FileTransferType.PROJECT, wider, "survey.gpkg", show_progress=False
        )
        Workspace(client).sync(folder)
        assert reader.execute("SELECT count(*) FROM trees").fetchone() == (20,)
    Workspace(client).sync(folder)
    with closing(sqlite3.connect(folder / "survey.gpkg")) as after:
        assert "weather" in [row[1] for row in after.execute("PRAGMA table_info(visits)")]
        assert after.execute("PRAGMA integrity_check").fetchone() == ("ok",)
