# SPDX-License-Identifier: GPL-2.0-or-later
"""Versions are listed newest first, kept as long as the project says, and deleted with care."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from qfieldcloud_server.files.models import Version
from qfieldcloud_server.projects.models import Project
from tests.server.field_work import Survey


def uploaded(survey: Survey, count: int) -> list[dict[str, Any]]:
    for number in range(count):
        survey.upload("a.txt", b"x" * (number + 1))
    return list(survey.metadata("a.txt")["versions"])


def test_versions_come_newest_first(survey: Survey) -> None:
    versions = uploaded(survey, 3)
    assert [version["size"] for version in versions] == [3, 2, 1]
    assert [version["is_latest"] for version in versions] == [True, False, False]
    file = survey.metadata("a.txt")
    assert (file["size"], file["md5sum"]) == (3, versions[0]["md5sum"])
    assert file["uploaded_at"] <= versions[2]["uploaded_at"]
    assert file["uploaded_at"].endswith("+00:00")
    assert file["last_modified"].endswith(" UTC")


def test_old_versions_are_forgotten(survey: Survey) -> None:
    Project.objects.update(kept_versions=2)
    assert [version["size"] for version in uploaded(survey, 5)] == [5, 4]
    assert Project.objects.get().file_storage_bytes == 9


def test_at_least_one_version_is_kept(survey: Survey) -> None:
    Project.objects.update(kept_versions=0)
    assert len(uploaded(survey, 12)) == 10, "0 is no number of versions; the server's setting counts"


def test_one_version_can_be_deleted_but_not_the_only_one(survey: Survey) -> None:
    newest, oldest = uploaded(survey, 2)
    url = survey.url("files", "a.txt/")
    assert survey.client.delete(url, headers={"x-file-version": newest["version_id"]}).status_code == 204
    assert survey.metadata("a.txt")["size"] == 1
    answer = survey.client.delete(f"{url}?version={oldest['version_id']}")
    assert (answer.status_code, answer.json()["code"]) == (400, "explicit_deletion_of_last_version")
    assert survey.client.delete(f"{url}?version={uuid4()}").status_code == 404
    assert survey.client.delete(f"{url}?version=abc").status_code == 400


def test_a_deleted_file_is_gone_and_its_name_is_free(survey: Survey) -> None:
    uploaded(survey, 3)
    assert survey.client.delete(survey.url("files", "a.txt/")).status_code == 204
    assert not Version.objects.exists()
    assert Project.objects.get().file_storage_bytes == 0
    assert survey.client.delete(survey.url("files", "a.txt/")).status_code == 404
    assert len(uploaded(survey, 1)) == 1


def test_reporters_delete_nothing(survey: Survey, seen_by: Callable[..., Survey]) -> None:
    uploaded(survey, 1)
    assert seen_by(survey, "rita", "reporter").client.delete(survey.url("files", "a.txt/")).status_code == 403
    assert seen_by(survey, "eve", "editor").client.delete(survey.url("files", "a.txt/")).status_code == 204


def test_a_list_of_any_length_takes_the_same_queries(survey: Survey, queries: Callable[[], Any]) -> None:
    def count() -> int:
        with queries() as seen:
            survey.client.get(survey.url("files"))
        return len(seen)

    uploaded(survey, 2)
    few = count()
    for number in range(20):
        survey.upload(f"{number}.txt", b"x")
    assert count() == few <= 4


def test_attachments_are_told_apart(survey: Survey) -> None:
    survey.upload("DCIM/1.jpg", b"x")
    survey.upload("DCIM_old/1.jpg", b"x")
    listed = {file["name"]: file["is_attachment"] for file in survey.client.get(survey.url("files")).json()}
    assert listed == {"DCIM/1.jpg": True, "DCIM_old/1.jpg": False}
    Project.objects.update(project_details={"attachment_dirs": ["DCIM_old"]})
    listed = {file["name"]: file["is_attachment"] for file in survey.client.get(survey.url("files")).json()}
    assert listed == {"DCIM/1.jpg": False, "DCIM_old/1.jpg": True}
