# SPDX-License-Identifier: GPL-2.0-or-later
"""A job is claimed once, done once, and always ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from qfieldcloud_server.jobs import execution, handlers, services
from qfieldcloud_server.jobs.context import JobContext, JobFailed
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.jobs.workflow import storable
from qfieldcloud_server.projects.models import Project
from tests.server.field_work import Survey, run_jobs

Handle = Callable[[Callable[[JobContext], None]], None]


@pytest.fixture
def handle(monkeypatch: pytest.MonkeyPatch) -> Handle:
    """`handle(function)`: what every job does from now on."""

    def use(function: Callable[[JobContext], None]) -> None:
        monkeypatch.setattr(execution, "handler_of", lambda _: function)

    return use


def ask(survey: Survey, job_type: str = Job.Type.PACKAGE) -> Job:
    return services.create_job(survey.project, job_type, survey.project.owner)


def test_one_job_of_a_project_at_a_time_and_in_order(survey: Survey) -> None:
    Job.objects.all().delete()
    first, second = ask(survey), ask(survey)
    claimed = execution.next_job()
    assert claimed == first
    assert execution.next_job() is None
    execution.run(claimed)
    assert execution.next_job() == second


def test_other_projects_do_not_wait(surveys: list[Survey]) -> None:
    Job.objects.all().delete()
    one, waiting, two = ask(surveys[0]), ask(surveys[0]), ask(surveys[1])
    assert [execution.next_job(), execution.next_job(), execution.next_job()] == [one, two, None]
    assert waiting.status == Job.Status.PENDING


def test_two_runners_never_claim_the_same_job(surveys: list[Survey]) -> None:
    claimed: list[Job | None] = []
    barrier = threading.Barrier(4)

    def claim() -> None:
        barrier.wait()
        claimed.append(execution.next_job())
        connections.close_all()

    threads = [threading.Thread(target=claim) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(job.project.name for job in claimed if job) == ["one", "two"]


def test_results_and_end_are_kept_together(survey: Survey, handle: Handle) -> None:
    def work(context: JobContext) -> None:
        with context.commit():
            Project.objects.filter(pk=context.job.project_id).update(description="done")
            raise JobFailed("On second thought.")

    handle(work)
    (job,) = run_jobs()
    assert (job.status, job.feedback["error"]) == ("failed", "On second thought.")
    assert Project.objects.get(name="one").description == ""


def test_any_exception_ends_the_job_and_is_told(survey: Survey, handle: Handle) -> None:
    def work(context: JobContext) -> None:
        raise ZeroDivisionError("no\0 way")

    handle(work)
    (job,) = run_jobs()
    assert job.status == "failed"
    assert job.finished_at
    assert job.feedback["error_type"] == "UNKNOWN"
    assert job.feedback["error_class"] == "ZeroDivisionError"
    assert job.feedback["error"] == "ZeroDivisionError: no way"
    assert "test_execution" in job.feedback["error_stack"]


def test_what_no_database_takes_is_left_out_of_texts_and_of_json() -> None:
    assert storable({"a\0": ["\ud83d!", ("x\0y", 7, None)], "b": "😀"}) == {
        "a": ["\ufffd!", ["xy", 7, None]],
        "b": "😀",
    }


def test_a_job_that_takes_too_long_is_ended_and_keeps_nothing(
    survey: Survey, handle: Handle, settings: Any
) -> None:
    settings.JOB_SECONDS = 0
    given_up = []

    def work(context: JobContext) -> None:
        given_up.extend(execution.look_after_running_jobs())
        with context.commit():
            Project.objects.filter(pk=context.job.project_id).update(description="done")

    handle(work)
    job = execution.next_job()
    assert job
    execution.run(job)
    job.refresh_from_db()
    assert [context.job.pk for context in given_up] == [job.pk]
    assert (job.status, job.feedback["error_type"]) == ("failed", "TIMEOUT")
    assert job.feedback["error_timeout"] is True
    assert Project.objects.get(name="one").description == ""


def test_a_job_on_time_shows_signs_of_life(survey: Survey, handle: Handle) -> None:
    def work(context: JobContext) -> None:
        Job.objects.update(alive_at=None)
        assert execution.look_after_running_jobs() == []
        assert Job.objects.get(pk=context.job.pk).alive_at

    handle(work)
    (job,) = run_jobs()
    assert (job.status, job.alive_at) == ("finished", None)


def test_a_job_whose_runner_died_starts_again(survey: Survey) -> None:
    job = execution.next_job()
    assert job
    execution.recover(Job.objects.filter(status__in=execution.RUNNING))
    again = execution.next_job()
    assert again == job
    assert again.attempt == 2
    execution.run(job)
    again.refresh_from_db()
    assert again.status == "started", "the former attempt may no longer end it"
    execution.run(again)
    again.refresh_from_db()
    assert again.status == "finished"


def test_a_job_that_kills_its_runner_again_and_again_ends(survey: Survey) -> None:
    for _ in range(execution.MAX_ATTEMPTS):
        assert execution.next_job()
        execution.recover(Job.objects.filter(status__in=execution.RUNNING))
    job = Job.objects.get(project=survey.project)
    assert job.status == "failed"
    assert "stopped" in job.feedback["error"]


def test_a_silent_runner_is_taken_for_dead(survey: Survey) -> None:
    job = execution.next_job()
    assert job
    execution.recover_dead()
    job.refresh_from_db()
    assert job.status == "started"
    Job.objects.filter(pk=job.pk).update(alive_at=timezone.now() - 2 * execution.DEAD_AFTER)
    execution.recover_dead()
    job.refresh_from_db()
    assert job.status == "pending"


def test_a_deleted_project_ends_its_jobs_quietly(survey: Survey, handle: Handle) -> None:
    handle(lambda context: (context.job.project.delete(), None)[1])
    job = execution.next_job()
    assert job
    execution.run(job)
    assert not Job.objects.filter(pk=job.pk).exists()


def test_old_records_are_forgotten_unfinished_ones_are_not(survey: Survey) -> None:
    run_jobs()
    ask(survey)
    Job.objects.update(created_at=timezone.now() - timedelta(days=100))
    services.forget_old()
    assert [job.status for job in Job.objects.all()] == ["pending"]


def test_every_named_handler_and_chore_exists() -> None:
    for job_type in Job.Type:
        assert handlers.handler_of(job_type)
        handlers.after_failure_of(job_type)
    assert handlers.chores()
    assert handlers.upkeep()


def test_a_log_has_a_limit(survey: Survey, handle: Handle) -> None:
    def work(context: JobContext) -> None:
        for _ in range(30):
            context.workflow.log("x" * 100_000)

    handle(work)
    (job,) = run_jobs()
    assert len(job.output) < 1_100_000


@pytest.fixture(autouse=True)
def _quick() -> None:
    assert time.monotonic()
