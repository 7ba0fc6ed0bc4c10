# SPDX-License-Identifier: GPL-2.0-or-later
"""An upload becomes a version as a whole, or leaves nothing behind."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import RequestFactory

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import ObjectNotFound, OverQuota, QgisProjectFileNotAllowed
from qfieldcloud_server.files import services, uploads
from qfieldcloud_server.files.models import File, Version
from qfieldcloud_server.files.storage import blob_store
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.projects.services import update_project
from tests.server.field_work import Survey, run_jobs

QGS = b'<!DOCTYPE qgis PUBLIC "x" "y">\n<qgis version="3.34.0"></qgis>'
MULTIPART = "multipart/form-data; boundary=b"


def body(data: bytes, name: str = "file", end: bytes = b"\r\n--b--\r\n") -> bytes:
    return (
        b'--b\r\nContent-Disposition: form-data; name="%s"; filename="/a/b.jpg"\r\n\r\n' % name.encode()
        + data
        + end
    )


def post(survey: Survey, name: str, sent: bytes, content_type: str = MULTIPART) -> Any:
    return survey.client.generic("POST", survey.url("files", f"{name}/"), sent, content_type)


def nothing_was_stored() -> bool:
    incoming = blob_store().root / "incoming"
    return not File.objects.exists() and not Version.objects.exists() and not list(incoming.iterdir())


def test_the_bytes_arrive_under_the_name_of_the_address(survey: Survey) -> None:
    data = bytes(range(256)) * 9000
    answer = survey.upload("a/b c/dé.bin", data)
    assert (answer.status_code, answer.json()) == (201, {})
    assert answer["Location"] == f"/api/v1/files/{survey.project.pk}/a/b%20c/d%C3%A9.bin/"
    file = survey.metadata("a/b c/dé.bin")
    assert file["size"] == len(data)
    assert file["sha256"] == hashlib.sha256(data).hexdigest()
    assert file["md5sum"] == hashlib.md5(data).hexdigest()
    assert survey.download("a/b c/dé.bin") == data


def test_other_parts_of_the_form_do_not_matter(survey: Survey) -> None:
    text = (
        b'--b\r\nContent-Disposition: form-data; name="text"\r\nContent-Type: application/json\r\n\r\n{}\r\n'
    )
    thumb = body(b"other", "thumbnail", b"\r\n")
    assert post(survey, "x.txt", text + thumb + body(b"abc")).status_code == 201
    assert survey.download("x.txt") == b"abc"


@pytest.mark.parametrize("cut", [1, 3, 8, 12, 40, 90, 100])
def test_a_body_that_ends_early_stores_nothing(survey: Survey, cut: int) -> None:
    answer = post(survey, "x.txt", body(b"abc" * 20)[:-cut])
    if cut > 4:
        assert answer.status_code == 400
        assert nothing_was_stored()


@pytest.mark.parametrize(
    ("sent", "content_type", "status", "code"),
    [
        (b"", MULTIPART, 400, ""),
        (b"--b--\r\n", MULTIPART, 400, "empty_content"),
        (body(b"1", "upload"), MULTIPART, 400, "empty_content"),
        (body(b"1", end=b"\r\n") + body(b"2"), MULTIPART, 400, "multiple_contents"),
        (b'{"file": "x"}', "application/json", 400, "empty_content"),
        (b"{", "application/json", 400, "api_error"),
        (b"file=x", "application/x-www-form-urlencoded", 400, "empty_content"),
        (b"abc", "application/octet-stream", 415, "api_error"),
        (body(b"1"), "multipart/form-data", 400, "api_error"),
        (body(b"1"), "multipart/form-data; boundary=" + "x" * 300, 415, "api_error"),
        (b"\0" * 1000, MULTIPART, 400, ""),
    ],
)
def test_what_is_no_upload_is_refused(
    survey: Survey, sent: bytes, content_type: str, status: int, code: str
) -> None:
    answer = post(survey, "x.txt", sent, content_type)
    assert answer.status_code == status
    assert not code or answer.json()["code"] == code
    assert nothing_was_stored()


@pytest.mark.parametrize(
    "name", ["..%2Fx", "%2Fetc%2Fpasswd", "a%00b", "C%3A%5Cx", "CON", "x.", "a%0Ab", "y" * 256]
)
def test_a_dangerous_name_stores_nothing(survey: Survey, name: str) -> None:
    answer = survey.client.generic("POST", survey.url("files", f"{name}/"), body(b"1"), MULTIPART)
    assert answer.status_code in (400, 404)
    assert nothing_was_stored()


def test_memory_does_not_grow_with_the_file(survey: Survey, monkeypatch: pytest.MonkeyPatch) -> None:
    largest = 0
    original = uploads.BlobUploadHandler.receive_data_chunk

    def watch(self: Any, raw_data: bytes, start: int) -> None:
        nonlocal largest
        largest = max(largest, len(raw_data))
        original(self, raw_data, start)

    monkeypatch.setattr(uploads.BlobUploadHandler, "receive_data_chunk", watch)
    assert survey.upload("big.bin", b"x" * 12_000_000).status_code == 201
    assert largest <= uploads.BlobUploadHandler.chunk_size


def test_equal_content_is_a_new_version_of_the_same_blob(survey: Survey) -> None:
    for _ in range(2):
        assert survey.upload("a.txt", b"same").status_code == 201
    survey.upload("b.txt", b"same")
    assert Version.objects.count() == 3
    assert len(list(blob_store().names())) == 1
    assert Project.objects.get().file_storage_bytes == 4


# --- quota ------------------------------------------------------------------------------------------------------------


def test_a_full_quota_refuses_office_uploads_and_takes_those_of_the_field(
    survey: Survey, seen_by: Callable[..., Survey]
) -> None:
    owner = survey.project.owner
    owner.quota_bytes = 1000
    owner.save()
    answer = survey.upload("big.bin", b"x" * 1001)
    assert (answer.status_code, answer.json()["code"]) == (402, "over_quota")
    assert nothing_was_stored()
    phone = seen_by(survey, "bob", "reporter", "qfield")
    assert phone.upload("DCIM/1.jpg", b"x" * 1001).status_code == 201
    assert survey.upload("a.txt", b"").status_code == 402
    assert Project.objects.get().file_storage_bytes == 1001


def test_an_upload_that_cannot_fit_is_refused_before_it_is_read(survey: Survey) -> None:
    owner = survey.project.owner
    owner.quota_bytes = 1000
    owner.save()
    request = RequestFactory().generic("POST", "/", b"", MULTIPART)
    assert request
    answer = survey.client.generic(
        "POST", survey.url("files", "x.bin/"), b"never read", MULTIPART, CONTENT_LENGTH="10000000"
    )
    assert answer.json()["code"] == "over_quota"


# --- If-Match ---------------------------------------------------------------------------------------------------------


def test_if_match_stores_only_over_the_version_it_names(survey: Survey) -> None:
    survey.upload("a.txt", b"one")
    base = survey.metadata("a.txt")["md5sum"]
    assert survey.upload("a.txt", b"two", **{"If-Match": f'"{base}"'}).status_code == 201
    answer = survey.upload("a.txt", b"three", **{"If-Match": f'"{base}"'})
    assert (answer.status_code, answer.json()["code"]) == (412, "version_conflict")
    assert survey.download("a.txt") == b"two"
    assert survey.upload("new.txt", b"x", **{"If-Match": "*"}).status_code == 412
    assert survey.upload("a.txt", b"four", **{"If-Match": "*"}).status_code == 201


def test_if_none_match_stores_only_what_is_new(survey: Survey) -> None:
    assert survey.upload("a.txt", b"mine", **{"If-None-Match": "*"}).status_code == 201
    answer = survey.upload("a.txt", b"another", **{"If-None-Match": "*"})
    assert (answer.status_code, answer.json()["code"]) == (412, "version_conflict")
    assert survey.download("a.txt") == b"mine"


def test_if_match_deletes_only_the_version_it_names(survey: Survey) -> None:
    survey.upload("a.txt", b"one")
    seen = f'"{survey.metadata("a.txt")["md5sum"]}"'
    survey.upload("a.txt", b"two")
    answer = survey.client.delete(survey.url("files", "a.txt/"), headers={"If-Match": seen})
    assert (answer.status_code, answer.json()["code"]) == (412, "version_conflict")
    assert survey.download("a.txt") == b"two"
    now = f'"{survey.metadata("a.txt")["md5sum"]}"'
    assert survey.client.delete(survey.url("files", "a.txt/"), headers={"If-Match": now}).status_code == 204


def test_if_match_deletes_a_version_only_while_the_file_is_the_one_that_was_seen(survey: Survey) -> None:
    for text in (b"one", b"two"):
        survey.upload("a.txt", text)
    file = survey.metadata("a.txt")
    seen, newest = f'"{file["md5sum"]}"', file["versions"][0]["version_id"]
    survey.upload("a.txt", b"three")
    url = survey.url("files", f"a.txt/?version={newest}")
    answer = survey.client.delete(url, headers={"If-Match": seen})
    assert (answer.status_code, answer.json()["code"]) == (412, "version_conflict")
    assert [version["size"] for version in survey.metadata("a.txt")["versions"]] == [5, 3, 3]
    now = f'"{survey.metadata("a.txt")["md5sum"]}"'
    assert survey.client.delete(url, headers={"If-Match": now}).status_code == 204
    assert survey.download("a.txt") == b"three"


def test_an_old_version_that_has_become_the_latest_is_not_deleted_as_an_old_one(survey: Survey) -> None:
    for text in (b"one", b"two", b"three"):
        survey.upload("a.txt", text)
    newest, middle, _ = survey.metadata("a.txt")["versions"]
    url = survey.url("files", "a.txt/")
    assert survey.client.delete(url, headers={"x-file-version": newest["version_id"]}).status_code == 204
    as_old = {"x-file-version": middle["version_id"], "If-None-Match": f'"{middle["md5sum"]}"'}
    assert survey.client.delete(url, headers=as_old).status_code == 412
    assert survey.download("a.txt") == b"two"


def test_what_comes_for_a_project_that_was_deleted_just_now_is_told_so(survey: Survey) -> None:
    survey.upload("a.txt", b"one")
    read = Project.objects.get()
    survey.project.delete()
    for late in (
        lambda: services.upload(read, "a.txt", blob_store().put(b"two"), services.Author(None)),
        lambda: services.delete_file(read, "a.txt", read.owner),
        lambda: update_project(read, description="late"),
    ):
        with pytest.raises(ObjectNotFound, match="deleted just now"):
            late()


def test_a_project_is_renamed_and_given_away_as_it_is_now(
    survey: Survey, seen_by: Callable[..., Survey]
) -> None:
    """A QGIS file, or much data, may have come since the project was read."""
    read, before = Project.objects.get(), Project.objects.get()
    assert survey.upload("project.qgs", QGS).status_code == 201
    with pytest.raises(QgisProjectFileNotAllowed):
        update_project(read, name="shared_datasets")
    seen_by(survey, "bob")
    bob = User.objects.get(username="bob")
    bob.quota_bytes = 5
    bob.save()
    with pytest.raises(OverQuota):
        update_project(before, owner=bob)
    assert Project.objects.get().owner.username == "alice"


# --- roles and QGIS files ---------------------------------------------------------------------------------------------


def test_restricted_project_files_are_for_managers(survey: Survey, seen_by: Callable[..., Survey]) -> None:
    Project.objects.update(has_restricted_projectfiles=True)
    editor, manager = seen_by(survey, "eve", "editor"), seen_by(survey, "max", "manager")
    assert editor.upload("p.qgs", QGS).json()["code"] == "restricted_project_modification"
    assert editor.upload("data.csv", b"a").status_code == 201
    assert manager.upload("p.qgs", QGS).status_code == 201
    for name in ("p.qml", "p.qgd", "p_attachments.zip"):
        assert editor.upload(name, b"x").status_code == 403
    assert editor.client.delete(editor.url("files", "p.qgs/")).status_code == 403
    assert editor.upload("q.qml", b"x").status_code == 201


def test_a_project_has_one_qgis_file(survey: Survey) -> None:
    assert survey.upload("p.qgs", QGS).status_code == 201
    assert survey.upload("p.qgs", QGS).status_code == 201
    assert survey.upload("sub/q.QGZ", zipped(QGS)).json()["code"] == "multiple_projects"
    assert Project.objects.get().the_qgis_file_name == "p.qgs"
    survey.client.delete(survey.url("files", "p.qgs/"))
    assert Project.objects.get().the_qgis_file_name is None
    assert survey.upload("sub/q.QGZ", zipped(QGS)).status_code == 201


def test_shared_datasets_take_no_qgis_file(survey: Survey) -> None:
    Project.objects.update(project_type="shared_datasets")
    assert survey.upload("p.qgs", QGS).json()["code"] == "qgis_project_file_not_allowed"
    assert survey.upload("basemap.mbtiles", b"x").status_code == 201


def zipped(data: bytes, name: str = "p.qgs", times: int = 1) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(times):
            archive.writestr(name if times == 1 else f"{number}{name}", data)
    return out.getvalue()


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><qgis version="&b;">'
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("p.qgs", b"not xml"),
        ("p.qgs", b""),
        ("p.qgs", b"<qgis></qgis>"),
        ("p.qgs", b"<html version='1'></html>"),
        ("p.qgs", BOMB),
        ("p.qgs", b"<" * 200_000),
        ("p.qgz", b"not a zip"),
        ("p.qgz", zipped(b"x", "readme.txt")),
        ("p.qgz", zipped(QGS, times=2)),
        ("p.qgz", zipped(b" " * 50_000_000)),
        ("p.qgz", zipped(BOMB)),
        ("p.qgz", zipped(QGS)[:-30]),
    ],
)
def test_what_is_no_project_file_is_refused(survey: Survey, name: str, data: bytes) -> None:
    answer = survey.upload(name, data)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_qgis_project_file")
    assert nothing_was_stored()


def test_a_zip_that_claims_to_be_huge_is_looked_at_and_left_alone(survey: Survey) -> None:
    assert survey.upload("p.qgz", zipped(QGS + b" " * 60_000_000)).status_code == 201


def test_readers_and_strangers_upload_nothing(survey: Survey, seen_by: Callable[..., Survey]) -> None:
    for name, role in (("rob", "reader"), ("mal", "")):
        assert seen_by(survey, name, role).upload("a.txt", b"1").status_code == 403
    assert nothing_was_stored()


def test_uploads_have_the_project_read_once(survey: Survey) -> None:
    survey.upload("data.csv", b"a")
    assert run_jobs() == []
    survey.upload("p.qgs", QGS)
    survey.upload("other.csv", b"a")
    survey.upload("DCIM/1.jpg", b"a")
    assert [job.type for job in run_jobs()] == ["process_projectfile"]
    survey.upload("DCIM/2.jpg", b"a")
    assert run_jobs() == []


def test_every_change_of_files_is_seen_in_the_times_of_the_project(survey: Survey) -> None:
    times = []
    for change in (
        lambda: survey.upload("a.txt", b"1"),
        lambda: survey.upload("p.qgs", QGS),
        lambda: survey.client.delete(survey.url("files", "a.txt/")),
    ):
        change()
        times.append(
            Project.objects.values_list("data_last_updated_at", "restricted_data_last_updated_at").get()
        )
    assert times[0][0] < times[1][0] < times[2][0]
    assert times[0][1] is None
    assert times[1][1] == times[2][1] == times[1][0]


@pytest.fixture(autouse=True)
def _clean(tmp_path: Path) -> None:
    assert tmp_path
