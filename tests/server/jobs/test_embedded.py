# SPDX-License-Identifier: GPL-2.0-or-later
"""The runner inside the server starts jobs at once, never two runners on one folder, and survives hanging jobs."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as server_settings

from qfieldcloud_server.jobs import chores, embedded, execution, services
from qfieldcloud_server.jobs.context import JobContext
from qfieldcloud_server.jobs.embedded import EmbeddedRunner
from qfieldcloud_server.jobs.models import Job
from tests.server.field_work import Survey

if server_settings.ON_POSTGRES:
    pytest.skip("on PostgreSQL jobs are announced to the queue (test_queue.py)", allow_module_level=True)


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.02)


def all_ended() -> bool:
    return not Job.objects.filter(status__in=Job.UNFINISHED).exists()


def test_jobs_start_when_they_are_asked_for(
    survey: Survey, runner: EmbeddedRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_for(all_ended)
    monkeypatch.setattr(embedded, "POLL_SECONDS", 1000)
    for _ in range(5):
        services.create_job(survey.project, Job.Type.PROCESS_PROJECTFILE, None)
        wait_for(all_ended)


def test_jobs_that_waited_for_a_runner_are_done(surveys: list[Survey], runner: EmbeddedRunner) -> None:
    wait_for(all_ended)
    assert set(Job.objects.values_list("status", flat=True)) == {"finished"}


def test_jobs_of_a_dead_process_are_done_again(survey: Survey) -> None:
    job = execution.next_job()
    assert job
    runner = EmbeddedRunner(threads=1)
    runner.start()
    try:
        wait_for(all_ended)
    finally:
        runner.stop()
    job.refresh_from_db()
    assert (job.status, job.attempt) == ("finished", 2)


def test_a_second_runner_waits_for_the_first(
    survey: Survey, runner: EmbeddedRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "LOCK_SECONDS", 0.05)
    wait_for(all_ended)
    second = EmbeddedRunner(threads=1)
    second.start()
    time.sleep(0.3)
    assert second._workers == set()
    runner.stop()
    services.create_job(survey.project, Job.Type.PROCESS_PROJECTFILE, None)
    wait_for(all_ended)
    second.stop()


def test_a_hanging_job_is_ended_and_does_not_cost_a_thread(
    surveys: list[Survey], monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.JOB_SECONDS = 0
    monkeypatch.setattr(execution, "HEARTBEAT_SECONDS", 0.05)
    enough = threading.Event()

    def hang(context: JobContext) -> None:
        enough.wait(30)

    monkeypatch.setattr(execution, "handler_of", lambda _: hang)
    runner = EmbeddedRunner(threads=1)
    runner.start()
    try:
        wait_for(all_ended)
        assert Job.objects.filter(status="failed", feedback__error_type="TIMEOUT").count() == 2
    finally:
        enough.set()
        runner.stop()


def test_an_error_of_the_runner_itself_does_not_end_it(
    survey: Survey, runner: EmbeddedRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait_for(all_ended)
    monkeypatch.setattr(chores.time, "sleep", lambda _: None)
    monkeypatch.setattr(embedded, "POLL_SECONDS", 0.1)
    original, failures = execution.next_job, iter([True, True, False])

    def fail_twice(*args: Any) -> Any:
        if next(failures, False):
            raise RuntimeError("the database was away")
        return original(*args)

    monkeypatch.setattr(execution, "next_job", fail_twice)
    services.create_job(survey.project, Job.Type.PROCESS_PROJECTFILE, None)
    wait_for(all_ended)


def test_row_history_is_found_in_the_background(
    survey: Survey, runner: EmbeddedRunner, tmp_path: Path
) -> None:
    from tests.server.field_work import make_survey

    wait_for(all_ended)
    changed = make_survey(tmp_path / "changed")
    changed.table_layer("more")
    survey.upload("data.gpkg", (tmp_path / "changed" / "data.gpkg").read_bytes())
    from qfieldcloud_server.files.models import RowHistory

    wait_for(lambda: RowHistory.objects.exists() and not RowHistory.objects.filter(is_pending=True).exists())


def test_the_lock_ends_with_its_process(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from qfieldcloud_server.jobs.process_lock import try_lock\n"
        f"lock = try_lock(Path({str(tmp_path / 'lock')!r}))\nprint(bool(lock), flush=True)\nsys.stdin.read()\n"
    )
    from qfieldcloud_server.jobs.process_lock import try_lock

    holder = subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ,
    )
    assert holder.stdout
    assert holder.stdout.readline() == "True\n"
    assert try_lock(tmp_path / "lock") is None
    holder.kill()
    holder.wait()
    lock = try_lock(tmp_path / "lock")
    assert lock
    lock.close()
