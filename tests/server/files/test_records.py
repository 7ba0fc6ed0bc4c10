# SPDX-License-Identifier: GPL-2.0-or-later
"""Blobs that nobody needs are removed, all others are not; damage is noticed."""

from __future__ import annotations

import os
from pathlib import Path

from qfieldcloud_server.files import records
from qfieldcloud_server.files.models import Blob
from qfieldcloud_server.files.storage import blob_store
from tests.server.field_work import Survey, create, make_survey, run_jobs


def age_everything() -> None:
    for name in blob_store().names():
        os.utime(blob_store().path(name), (1, 1))
    Blob.objects.update(created_at="2020-01-01T00:00Z")


def test_nothing_that_something_refers_to_is_swept(survey: Survey, tmp_path: Path) -> None:
    make_survey(tmp_path / "survey").save()
    survey.upload_folder(tmp_path / "survey")
    survey.push(create(species="fir"))
    survey.client.post("/api/v1/jobs/", {"project_id": str(survey.project.pk), "type": "package"})
    run_jobs()
    before = set(blob_store().names())
    assert len(before) == Blob.objects.count()
    age_everything()
    assert records.sweep() == 0
    assert set(blob_store().names()) == before
    assert list(records.damaged()) == []


def test_what_was_deleted_is_swept_after_a_while(survey: Survey) -> None:
    survey.upload("a.txt", b"1")
    survey.upload("b.txt", b"2")
    survey.client.delete(survey.url("files", "a.txt/"))
    assert records.sweep() == 0, "somebody may just be putting the same bytes again"
    age_everything()
    assert records.sweep() == 1
    assert Blob.objects.count() == len(list(blob_store().names())) == 1
    assert survey.download("b.txt") == b"2"


def test_bytes_put_again_meanwhile_stay(survey: Survey) -> None:
    survey.upload("a.txt", b"1")
    survey.client.delete(survey.url("files", "a.txt/"))
    age_everything()
    blob_store().put(b"1")
    assert records.sweep() == 0
    survey.upload("c.txt", b"1")
    assert survey.download("c.txt") == b"1"


def test_bytes_without_a_record_are_swept(survey: Survey) -> None:
    blob_store().put(b"left over by a process that was killed")
    assert records.sweep() == 0
    age_everything()
    assert records.sweep() == 1


def test_damage_is_found(survey: Survey) -> None:
    survey.upload("a.txt", b"1")
    survey.upload("b.txt", b"2")
    gone, changed = (blob_store().path(survey.metadata(name)["sha256"]) for name in ("a.txt", "b.txt"))
    gone.unlink()
    changed.chmod(0o644)
    changed.write_bytes(b"3")
    assert sorted(reason for _, reason in records.damaged()) == ["changed", "missing"]
