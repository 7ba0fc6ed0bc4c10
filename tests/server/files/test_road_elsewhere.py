# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole road with the files on a service elsewhere: several hosts see the same, and bad days cost nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qfieldcloud_server.deltas import services as deltas
from qfieldcloud_server.deltas.models import Delta
from qfieldcloud_server.files import records
from qfieldcloud_server.files.models import Blob, Version
from qfieldcloud_server.files.storage import blob_store
from tests.server.field_work import Survey, create, make_survey, patch, run_jobs
from tests.server.file_services import HAS_S3
from tests.server.files.stores import S3, Elsewhere, WebDav, damaged

OAK = {"fid": 1, "species": "oak", "height": 10.0}


@pytest.fixture(params=["webdav", *(["s3"] if HAS_S3 else [])])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Elsewhere:
    return S3(tmp_path) if request.param == "s3" else WebDav(request.getfixturevalue("webdav"), tmp_path)


@pytest.fixture
def on_host(place: Elsewhere, settings: Any, tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """``on_host("b")``: from here on this is another machine, with the same database and a cache of its own."""

    def become(name: str) -> None:
        (tmp_path / name).mkdir(exist_ok=True)
        settings.DATA_DIR, settings.FILES_PLACE = tmp_path / name, place.place

    become("a")
    return become


@pytest.fixture
def surveyed(survey: Survey, on_host: Callable[[str], None], tmp_path: Path) -> Survey:
    make_survey(tmp_path / "survey").save()
    survey.upload_folder(tmp_path / "survey")
    assert [job.status for job in run_jobs()] == ["finished"]
    return survey


def packaged(survey: Survey) -> dict[str, bytes]:
    survey.client.post("/api/v1/jobs/", {"project_id": str(survey.project.pk), "type": "package"})
    assert run_jobs()[-1].status == "finished"
    return {name: fetched(survey, name) for name in listed(survey)}


def listed(survey: Survey) -> list[str]:
    return [file["name"] for file in survey.client.get(survey.url("packages", "latest/")).json()["files"]]


def fetched(survey: Survey, name: str) -> bytes:
    answer = survey.client.get(survey.url("packages", f"latest/files/{name}/"))
    return b"".join(answer.streaming_content)


def test_every_host_goes_on_where_another_one_stopped(
    surveyed: Survey, on_host: Callable[[str], None], tmp_path: Path
) -> None:
    on_host("b")
    surveyed.push(create(species="fir"), patch(1, OAK, OAK | {"height": 11.0}))
    on_host("c")
    run_jobs()
    on_host("a")
    assert set(surveyed.statuses()) == {"STATUS_APPLIED"}
    expected = [(1, "oak", 11.0), (2, "ash", 12.5), (3, "elm", 8.0), (4, "fir", None)]
    assert surveyed.rows(tmp_path) == expected
    package = packaged(surveyed)
    on_host("d")
    assert {name: fetched(surveyed, name) for name in listed(surveyed)} == package
    assert surveyed.download("data.gpkg", Range="bytes=0-15") == b"SQLite format 3\0"
    assert not (tmp_path / "d" / "blobs").exists()
    assert {blob.sha256 for blob in Blob.objects.all()} == set(blob_store().names())
    assert list(records.damaged()) == []


def test_what_was_deleted_on_one_host_is_swept_by_another(
    surveyed: Survey, place: Elsewhere, on_host: Callable[[str], None], tmp_path: Path
) -> None:
    surveyed.upload("a.bin", os.urandom(1000))
    surveyed.client.delete(surveyed.url("files", "a.bin/"))
    on_host("b")
    assert records.sweep() == 0, "somebody may just be putting the same bytes again"
    Blob.objects.update(created_at="2020-01-01T00:00Z")
    for name in place.store.names():
        place.make_old(name)
    assert records.sweep() == 1
    assert set(blob_store().names()) == set(Blob.objects.values_list("pk", flat=True))
    on_host("c")
    assert len(surveyed.rows(tmp_path)) == 3


# -- bad days --------------------------------------------------------------------------------------


@pytest.fixture
def away(surveyed: Survey, place: Elsewhere) -> Iterator[Callable[[], None]]:
    """The service goes away; at the end of the test it is back."""
    if not isinstance(place, WebDav):
        pytest.skip("only a service of our own can be stopped")
    yield place.server.stop
    if not place.server.is_running:
        place.server.start()


def test_an_upload_while_the_service_is_away_is_refused_and_can_be_repeated(
    surveyed: Survey, place: WebDav, away: Callable[[], None], tmp_path: Path
) -> None:
    versions, data = Version.objects.count(), os.urandom(1000)
    away()
    answer = surveyed.upload("a.bin", data)
    assert (answer.status_code, answer.json()["code"]) == (503, "storage_unavailable")
    assert Version.objects.count() == versions
    assert list((tmp_path / "a" / "cache" / "incoming").iterdir()) == []
    place.server.start()
    assert surveyed.upload("a.bin", data).status_code == 201
    assert surveyed.download("a.bin") == data


def test_a_delta_file_is_only_accepted_when_the_service_has_it(
    surveyed: Survey, place: WebDav, away: Callable[[], None], on_host: Callable[[str], None], tmp_path: Path
) -> None:
    away()
    answer = surveyed.push(create(species="fir"))
    assert (answer.status_code, json.loads(answer.content)["code"]) == (503, "storage_unavailable")
    assert surveyed.deltas() == []
    place.server.start()
    assert surveyed.push(create(species="fir")).status_code == 200
    on_host("b")
    run_jobs()
    assert surveyed.statuses() == ["STATUS_APPLIED"]


def test_a_download_that_cannot_be_answered_is_told_as_such(
    surveyed: Survey, away: Callable[[], None], on_host: Callable[[str], None]
) -> None:
    on_host("b")
    away()
    answer = surveyed.client.get(surveyed.url("files", "data.gpkg/"))
    assert (answer.status_code, answer.json()["code"]) == (503, "storage_unavailable")


@pytest.mark.parametrize("host", ["a", "b"])
def test_a_job_during_which_the_service_goes_away_loses_no_edit(
    surveyed: Survey,
    place: WebDav,
    away: Callable[[], None],
    on_host: Callable[[str], None],
    tmp_path: Path,
    host: str,
) -> None:
    """On host a the new version cannot be sent, on host b the old one cannot be fetched."""
    before = surveyed.metadata("data.gpkg")
    surveyed.push(create(species="fir"))
    on_host(host)
    away()
    (job,) = run_jobs()
    assert job.status == "failed"
    assert surveyed.statuses() == ["STATUS_ERROR"]
    assert "can be applied again" in surveyed.deltas()[0]["last_feedback"]["msg"]
    assert surveyed.metadata("data.gpkg") == before
    place.server.start()
    deltas.retry(Delta.objects.all(), None)
    run_jobs()
    assert surveyed.statuses() == ["STATUS_APPLIED"]
    assert [row[1] for row in surveyed.rows(tmp_path)] == ["oak", "ash", "elm", "fir"]


def test_no_device_ever_gets_wrong_bytes(
    surveyed: Survey, place: Elsewhere, on_host: Callable[[str], None]
) -> None:
    data = surveyed.download("data.gpkg")
    sha256 = surveyed.metadata("data.gpkg")["sha256"]
    place.overwrite(sha256, damaged(data))
    assert [(blob.sha256, what) for blob, what in records.damaged()] == [(sha256, "changed")]
    on_host("b")
    assert surveyed.client.get(surveyed.url("files", "data.gpkg/")).status_code == 503
    surveyed.push(create(species="fir"))
    (job,) = run_jobs()
    assert job.status == "failed"
    on_host("a")
    assert surveyed.download("data.gpkg") == data, "what a host has, it has"
