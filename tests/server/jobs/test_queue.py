# SPDX-License-Identifier: GPL-2.0-or-later
"""On PostgreSQL procrastinate starts jobs; run with TEST_DATABASE_URL."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from qfieldcloud_server.jobs import execution, services
from qfieldcloud_server.jobs.models import Job
from tests.server.field_work import Survey

if not settings.ON_POSTGRES:
    pytest.skip("the queue needs PostgreSQL (TEST_DATABASE_URL)", allow_module_level=True)


def wait_for(condition: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)


def all_ended() -> bool:
    return not Job.objects.filter(status__in=Job.UNFINISHED).exists()


def test_two_workers_do_the_jobs_of_two_projects(surveys: list[Survey]) -> None:
    from qfieldcloud_server.jobs.queue_runner import QueueRunner

    workers = [QueueRunner(), QueueRunner()]
    for worker in workers:
        worker.start()
    try:
        wait_for(all_ended)
        for survey in surveys:
            body = {"project_id": str(survey.project.pk), "type": "package"}
            assert survey.client.post("/api/v1/jobs/", body).status_code == 201
        wait_for(all_ended)
    finally:
        for worker in workers:
            worker.stop()
    assert set(Job.objects.values_list("status", flat=True)) == {"finished"}
    assert Job.objects.filter(type="package").count() == 2


def test_jobs_start_when_they_are_asked_for(survey: Survey) -> None:
    from qfieldcloud_server.jobs.queue_runner import QueueRunner

    runner = QueueRunner()
    runner.start()
    try:
        # Sooner than anybody looks for what was forgotten.
        wait_for(all_ended)
        for _ in range(3):
            services.create_job(survey.project, Job.Type.PROCESS_PROJECTFILE, None)
            wait_for(all_ended)
    finally:
        runner.stop()


def test_jobs_that_nobody_will_start_are_found(survey: Survey) -> None:
    from qfieldcloud_server.jobs import tasks

    job = execution.next_job()
    assert job
    Job.objects.update(alive_at=timezone.now() - execution.DEAD_AFTER - timedelta(seconds=1))
    tasks.announce_forgotten()
    assert Job.objects.get().status == "pending"
    tasks.work_on_project(str(survey.project.pk))
    wait_for(all_ended)
    assert Job.objects.get().status == "finished"
