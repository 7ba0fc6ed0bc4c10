# SPDX-License-Identifier: GPL-2.0-or-later
"""When the disk is full nothing is half written, the client is told, and the work can be done later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from qfieldcloud_server.deltas import services
from qfieldcloud_server.deltas.models import Delta
from qfieldcloud_server.files.models import Version
from qfieldcloud_server.files.records import damaged
from qfieldcloud_server.files.storage import blob_store
from tests.data.simple_projects import make_table
from tests.server.field_work import COLUMNS, Survey, create, run_jobs

resource = pytest.importorskip("resource", reason="Windows knows no such limit")
MB = 1_000_000


@pytest.fixture
def full_disk() -> Callable[[int], AbstractContextManager[None]]:
    """`with full_disk(size)`: no file may grow beyond that many bytes."""

    @contextmanager
    def limit(size: int) -> Iterator[None]:
        former = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, former[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, former)

    return limit


@pytest.fixture
def big(survey: Survey, tmp_path: Path) -> Survey:
    """The survey with 6 MB of trees."""
    rows = [(number, None, f"tree {number} " + "x" * 1000, 1.0) for number in range(1, 6000)]
    make_table(tmp_path / "big" / "data.gpkg", "trees", COLUMNS, rows)
    survey.upload("data.gpkg", (tmp_path / "big" / "data.gpkg").read_bytes())
    run_jobs()
    return survey


def leftovers() -> list[Path]:
    return list((blob_store().root / "incoming").iterdir())


@pytest.mark.skipif(
    resource.getrlimit(resource.RLIMIT_FSIZE)[0] != resource.RLIM_INFINITY, reason="limited already"
)
def test_a_disk_that_fills_while_deltas_are_applied_loses_nothing(
    big: Survey, full_disk: Callable[[int], AbstractContextManager[None]], tmp_path: Path
) -> None:
    before = big.metadata("data.gpkg")
    big.push(*(create(str(1000 + n), species="y" * 100_000) for n in range(30)))
    with full_disk(before["size"] + MB):
        (job,) = run_jobs()
    assert job.status == "failed"
    assert set(big.statuses()) == {"STATUS_ERROR"}
    assert "again" in big.deltas()[0]["last_feedback"]["msg"]
    assert big.metadata("data.gpkg") == before
    assert leftovers() == []
    assert list(damaged()) == []
    services.retry(Delta.objects.all(), None)
    run_jobs()
    assert set(big.statuses()) == {"STATUS_APPLIED"}
    assert len(big.rows(tmp_path)) == 5999 + 30


def test_an_upload_that_does_not_fit_is_told_so_and_leaves_nothing(
    survey: Survey, full_disk: Callable[[int], AbstractContextManager[None]]
) -> None:
    versions = Version.objects.count()
    with full_disk(4 * MB):
        answer = survey.upload("big.bin", b"x" * 5 * MB)
    assert (answer.status_code, answer.json()["code"]) == (507, "disk_full")
    assert Version.objects.count() == versions
    assert leftovers() == []
    assert survey.upload("big.bin", b"x" * 5 * MB).status_code == 201


def test_a_package_that_does_not_fit_leaves_the_former_one(
    big: Survey, full_disk: Callable[[int], AbstractContextManager[None]]
) -> None:
    ask = {"project_id": str(big.project.pk), "type": "package"}
    big.client.post("/api/v1/jobs/", ask)
    run_jobs()
    good = big.client.get(big.url("packages", "latest/")).json()["package_id"]
    big.push(create(species="fir"))
    run_jobs()
    big.client.post("/api/v1/jobs/", ask)
    with full_disk(4 * MB):
        (job,) = run_jobs()
    assert job.status == "failed"
    assert big.client.get(big.url("packages", "latest/")).json()["package_id"] == good
    assert leftovers() == []
