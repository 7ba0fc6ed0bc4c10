# SPDX-License-Identifier: GPL-2.0-or-later
"""Operators see files, jobs and deltas, may try deltas again, and can break nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from qfieldcloud_server.deltas.models import Delta, DeltaFile
from qfieldcloud_server.files.models import File, RowHistory
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.packages.models import Package
from tests.server.field_work import Survey, patch, run_jobs

MODELS = {"files/file": File, "files/rowhistory": RowHistory, "jobs/job": Job, "deltas/delta": Delta,
          "deltas/deltafile": DeltaFile, "packages/package": Package}  # fmt: skip


@pytest.fixture
def operator(person: Callable[..., Any]) -> Client:
    client = Client()
    client.force_login(person("root", is_staff=True, is_superuser=True))
    return client


@pytest.fixture
def worked(survey: Survey) -> Survey:
    survey.push(patch(1, {"species": "oak"}, {"height": 11}), patch(99, {}, {"height": 1}))
    survey.push_bytes(b"{")
    survey.client.post("/api/v1/jobs/", {"project_id": str(survey.project.pk), "type": "package"})
    run_jobs()
    return survey


@pytest.mark.parametrize("name", MODELS)
def test_every_list_and_every_row_can_be_looked_at(worked: Survey, operator: Client, name: str) -> None:
    assert operator.get(f"/admin/{name}/").status_code == 200
    assert operator.get(f"/admin/{name}/", {"q": "trees"}).status_code == 200
    row = MODELS[name]._default_manager.first()
    assert row
    page = operator.get(f"/admin/{name}/{row.pk}/change/")
    assert page.status_code == 200
    assert b'name="_save"' not in page.content
    assert operator.get(f"/admin/{name}/add/").status_code == 403
    assert operator.post(f"/admin/{name}/{row.pk}/delete/", {"post": "yes"}).status_code == 403


def test_the_output_of_a_job_is_shown_as_text(worked: Survey, operator: Client) -> None:
    job = Job.objects.filter(type="delta_apply").get()
    Job.objects.filter(pk=job.pk).update(output="<script>alert(1)</script>")
    page = operator.get(f"/admin/jobs/job/{job.pk}/change/").content
    assert b"&lt;script&gt;" in page
    assert b"<script>alert" not in page


def test_deltas_can_be_tried_again_or_decided_against(worked: Survey, operator: Client) -> None:
    failed = Delta.objects.get(last_status="not_applied")
    post = {"_selected_action": [delta.pk for delta in Delta.objects.all()]}
    operator.post("/admin/deltas/delta/", post | {"action": "try_again"})
    failed.refresh_from_db()
    assert failed.last_status == "pending"
    assert [job.type for job in run_jobs()] == ["delta_apply"]
    operator.post("/admin/deltas/delta/", post | {"action": "decide_against"})
    assert sorted(Delta.objects.values_list("last_status", flat=True)) == ["applied", "ignored"]


def test_jobs_can_be_asked_for_again(worked: Survey, operator: Client) -> None:
    post = {"_selected_action": [job.pk for job in Job.objects.filter(type="package")], "action": "ask_again"}
    operator.post("/admin/jobs/job/", post)
    assert [job.type for job in run_jobs()] == ["package"]


def test_a_refused_delta_file_can_be_fetched_as_it_came(worked: Survey, operator: Client) -> None:
    record = DeltaFile.objects.exclude(error="").get()
    answer = operator.get(f"/admin/deltas/deltafile/{record.pk}/original/")
    assert b"".join(answer.streaming_content) == b"{"
    assert Client().get(f"/admin/deltas/deltafile/{record.pk}/original/").status_code == 302


def test_deleting_a_project_takes_everything_along(worked: Survey, operator: Client) -> None:
    answer = operator.post(f"/admin/projects/project/{worked.project.pk}/delete/", {"post": "yes"})
    assert answer.status_code == 302, answer.content
    assert not File.objects.exists()
    assert not Delta.objects.exists()
