# SPDX-License-Identifier: GPL-2.0-or-later
"""The real server, worked with by a device that behaves as QField and fails where QField would hang."""

from __future__ import annotations

import hashlib
import json
import time

import pytest
from qfieldcloud_sdk import sdk

from .conftest import PASSWORD, Survey
from .field_device import BreaksQField, FieldDevice, NotAnswered, Refused


def table(survey: Survey, layer: str) -> dict[str, dict]:
    """The rows of a fresh download by another device: what the server holds, seen from outside."""
    witness = FieldDevice(survey.device.wire.base.removesuffix("/api/v1/"), survey.device.storage / "witness")
    witness.log_in("office", PASSWORD)
    (project,) = (found for found in witness.refresh_projects() if found.id == survey.project.id)
    return witness.download(project).rows(layer)


def test_a_device_gets_to_know_the_server_before_signing_in(server, tmp_path):
    info = FieldDevice(server.url, tmp_path).first_contact()
    assert [provider["id"] for provider in info["auth_providers"]] == ["credentials"]


def test_a_wrong_password_is_told_and_signs_nobody_in(server, tmp_path):
    device = FieldDevice(server.url, tmp_path)
    with pytest.raises(Refused) as refused:
        device.log_in("office", "wrong")
    assert refused.value.status in (400, 401)
    assert device.wire.token == ""


def test_a_kept_token_signs_in_again_until_it_is_logged_out(device, server, tmp_path):
    device.log_in_again()
    other = FieldDevice(server.url, tmp_path / "other")
    other.wire.token = device.wire.token
    device.log_out()
    with pytest.raises(Refused) as refused:
        other.log_in_again()
    assert refused.value.status == 401


def test_a_download_holds_every_layer_ready_to_be_edited(survey):
    local = survey.device.download(survey.project)
    assert set(local.layers) == {"Areas", "Trees", "Visits"}
    assert all(layer.tracked for layer in local.layers.values())
    assert len(local.rows("Trees")) == 20
    assert local.layers["Trees"].attachment_fields == {"photo"}


def test_a_second_download_fetches_nothing_that_did_not_change(survey):
    survey.device.download(survey.project)
    survey.device.wire.calls.clear()
    survey.device.download(survey.project)
    assert not [call for call in survey.device.wire.calls if "/latest/files/" in call.path]


def test_creates_patches_and_deletes_arrive(survey):
    local = survey.device.download(survey.project)
    created = local.create("Trees", {"species": "yew", "height": 2.5}, "Point (8.25 47.25)")
    local.patch("Trees", created, {"height": 2.75})
    local.patch("Trees", "3", {"species": "sorb"}, "Point (8.5 47.5)")
    local.delete("Trees", "5")
    local.patch("Visits", "2", {"note": "done"})
    local.patch("Areas", "1", {"owner": "canton"})

    answers = survey.device.synchronize(survey.project)

    assert {answer.status for answer in answers} == {"STATUS_APPLIED"}
    trees = table(survey, "Trees")
    assert trees["3"]["attributes"]["species"] == "sorb"
    assert trees["3"]["geometry"] == "Point (8.5 47.5)"
    assert "5" not in trees
    (yew,) = [row for row in trees.values() if row["attributes"]["species"] == "yew"]
    assert (yew["attributes"]["height"], yew["geometry"]) == (2.75, "Point (8.25 47.25)")
    assert table(survey, "Visits")["2"]["attributes"]["note"] == "done"
    assert table(survey, "Areas")["1"]["attributes"]["owner"] == "canton"


def test_a_row_made_here_can_be_changed_after_it_was_sent_without_a_new_download(survey):
    local = survey.device.download(survey.project)
    created = local.create("Trees", {"species": "yew"}, "Point (8 47)")
    survey.device.push(survey.project)
    local.patch("Trees", created, {"species": "larch"})
    answers = survey.device.synchronize(survey.project)
    assert [answer.status for answer in answers] == ["STATUS_APPLIED"]
    assert "larch" in {row["attributes"]["species"] for row in table(survey, "Trees").values()}


def test_a_row_made_and_changed_in_two_quick_pushes_is_one_row(survey):
    local = survey.device.download(survey.project)
    created = local.create("Visits", {"uuid": "new", "note": "first"})
    survey.device.push(survey.project)
    local.patch("Visits", created, {"note": "second"})
    survey.device.push(survey.project)
    local.delete("Visits", created)
    answers = survey.device.synchronize(survey.project)
    assert {answer.status for answer in answers} == {"STATUS_APPLIED"}
    assert len(table(survey, "Visits")) == 4


def test_a_photo_arrives_and_comes_back_with_the_next_package(survey):
    local = survey.device.download(survey.project)
    photo = hashlib.sha256(b"tree").digest() * 5000
    name = local.attach("DCIM/tree 1 – Bäume.jpg", photo)
    local.patch("Trees", "1", {"photo": name})
    survey.device.synchronize(survey.project)
    assert not survey.device.attachment_queue

    witness = FieldDevice(survey.device.wire.base.removesuffix("/api/v1/"), survey.device.storage / "witness")
    witness.log_in("office", PASSWORD)
    (project,) = (found for found in witness.refresh_projects() if found.id == survey.project.id)
    assert (witness.download(project).folder / name).read_bytes() == photo


def test_the_same_photo_can_be_sent_twice(survey):
    local = survey.device.download(survey.project)
    for _ in range(2):
        local.patch(
            "Trees", "1", {"photo": local.attach("DCIM/again.jpg", b"the same"), "height": time.time()}
        )
        survey.device.push(survey.project)
    assert not survey.device.attachment_queue


def test_a_broken_download_goes_on_where_it_broke(survey, office, tmp_path):
    big = tmp_path / "DCIM"
    big.mkdir()
    content = hashlib.shake_256(b"orthophoto").digest(9_000_000)
    (big / "big.jpg").write_bytes(content)
    office.upload_files(survey.project.id, sdk.FileTransferType.PROJECT, str(tmp_path), "DCIM/*")

    survey.device.cut_downloads_after = 3_000_000
    with pytest.raises(NotAnswered):
        survey.device.download(survey.project)
    survey.device.cut_downloads_after = None
    survey.device.wire.calls.clear()
    local = survey.device.download(survey.project)

    assert (local.folder / "DCIM/big.jpg").read_bytes() == content
    (call,) = [call for call in survey.device.wire.calls if "big.jpg" in call.path]
    assert call.status == 206
    assert call.received == 6_000_000


def test_deltas_sent_again_after_a_lost_answer_are_applied_once(survey):
    local = survey.device.download(survey.project)
    local.create("Visits", {"uuid": "once", "note": "sent twice"})
    kept = local.deltas.deltas
    survey.device.push(survey.project)
    local.deltas.deltas = kept
    local.deltas.renew_id()
    answers = survey.device.synchronize(survey.project)
    assert [answer.status for answer in answers] == ["STATUS_APPLIED"]
    assert sum(row["attributes"]["uuid"] == "once" for row in table(survey, "Visits").values()) == 1


def test_two_devices_edit_different_columns_of_one_row_and_keep_both(survey, server, tmp_path):
    other = FieldDevice(server.url, tmp_path / "other")
    other.log_in("office", PASSWORD)
    mine, theirs = survey.device.download(survey.project), other.download(survey.project)
    mine.patch("Trees", "7", {"species": "willow"})
    theirs.patch("Trees", "7", {"height": 33.5})
    survey.device.synchronize(survey.project)
    other.synchronize(survey.project)
    row = table(survey, "Trees")["7"]["attributes"]
    assert (row["species"], row["height"]) == ("willow", 33.5)


def test_values_of_every_type_survive_the_road(survey):
    local = survey.device.download(survey.project)
    before = local.rows("Trees")["4"]
    local.patch("Trees", "4", {"healthy": 0, "planted": "2001-02-03", "seen": "2026-06-07T08:09:10.123Z"})
    survey.device.synchronize(survey.project)
    after = table(survey, "Trees")["4"]
    changed = {"healthy": False, "planted": "2001-02-03", "seen": "2026-06-07T08:09:10.123Z"}
    assert after == {"geometry": before["geometry"], "attributes": {**before["attributes"], **changed}}


def test_half_a_delta_file_is_refused_and_changes_nothing(survey, tmp_path):
    local = survey.device.download(survey.project)
    local.patch("Trees", "1", {"height": 99})
    half = tmp_path / "half.json"
    half.write_bytes(local.deltas.to_bytes()[: len(local.deltas.to_bytes()) // 2])
    with pytest.raises(Refused) as refused:
        survey.device.wire.post_file(f"deltas/{survey.project.id}/", half)
    assert refused.value.status == 400
    assert table(survey, "Trees")["1"]["attributes"]["height"] == 5


def test_a_project_without_primary_keys_is_packaged_for_looking_only(office, device, tmp_path):
    from .survey import make_survey

    make_survey(tmp_path / "no keys", with_keys=False)
    created = office.create_project("without_keys", "office")
    office.upload_files(created["id"], sdk.FileTransferType.PROJECT, str(tmp_path / "no keys"), "*")
    project = next(found for found in device.refresh_projects() if found.id == created["id"])
    local = device.download(project)
    assert not any(layer.tracked for layer in local.layers.values())


def test_a_redirect_is_what_the_device_complains_about(server, tmp_path):
    device = FieldDevice(server.url + "/nowhere/..", tmp_path)
    with pytest.raises((BreaksQField, Refused)):
        device.refresh_projects()


def test_the_delta_history_tells_what_became_of_each_edit(survey):
    local = survey.device.download(survey.project)
    local.patch("Trees", "1", {"height": 6})
    local.patch("Trees", "2", {"height": 7})
    survey.device.synchronize(survey.project)
    assert [answer.status for answer in survey.device.delta_history(survey.project)] == ["STATUS_APPLIED"] * 2


def test_the_device_writes_delta_files_as_qfield_does(survey):
    local = survey.device.download(survey.project)
    local.patch("Trees", "1", {"height": 6.0})
    text = local.deltas.path.read_text("utf-8")
    parsed = json.loads(text)
    assert list(parsed) == ["deltas", "files", "id", "project", "version"]
    assert text.endswith('    "version": "1.0"\n}\n')
    (delta,) = parsed["deltas"]
    assert delta["new"] == {"attributes": {"height": 6}, "is_snapshot": False}
    assert delta["old"]["is_snapshot"] is True
    assert set(delta["old"]["attributes"]) > {"fid", "species", "height", "photo"}
