# SPDX-License-Identifier: GPL-2.0-or-later
"""The helper dies, hangs, talks nonsense or is not there: jobs end, nothing is lost, nothing is done twice."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from qfieldcloud_server.deltas import job as apply_job
from qfieldcloud_server.jobs import execution
from qfieldcloud_server.jobs.context import JobSuperseded
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.qgis_helper.applying import _Applying
from qfieldcloud_server.qgis_helper.models import Intent
from tests.server.field_work import Survey, create, patch, run_jobs
from tests.server.qgis_helper.conftest import PASSWORD, Database
from tests.server.qgis_helper.test_applying import OAK, messages


def children() -> list[int]:
    """Processes of the helper that are still there."""
    found = subprocess.run(
        ["pgrep", "-P", str(os.getpid()), "-f", "qgis_helper.child.main"], capture_output=True, text=True
    )
    return [int(line) for line in found.stdout.split()]


def kill_helper_at_intent(monkeypatch: pytest.MonkeyPatch, times: int) -> list[Any]:
    """The helper is killed when it is about to make a change final; returns the intents it had."""
    keep, seen = _Applying._keep_intent, []

    def kill_then_keep(self: Any, message: Any) -> None:
        keep(self, message)
        seen.append(message)
        if len(seen) <= times:
            for child in children():
                os.kill(child, signal.SIGKILL)

    monkeypatch.setattr(_Applying, "_keep_intent", kill_then_keep)
    return seen


def test_a_helper_killed_in_the_middle_loses_nothing_and_repeats_nothing(
    helper: Any, survey: Survey, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = kill_helper_at_intent(monkeypatch, times=1)
    survey.push(create("900", id=None, species="fir", height=3), patch(1, OAK, {"height": 11}))
    (job,) = run_jobs()
    assert job.status == "finished"
    assert "ended unexpectedly (by signal 9)" in job.output
    assert survey.statuses() == ["STATUS_APPLIED"] * 2, messages(survey)
    assert len(seen) == 3
    assert database.rows("species, height") == [("oak", 11.0), ("ash", 12.5), ("fir", 3.0)]
    assert not children()


def test_a_change_that_brings_qgis_down_every_time_is_put_aside(
    helper: Any, survey: Survey, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_helper_at_intent(monkeypatch, times=2)
    survey.push(create("900", species="fir", height=3), patch(1, OAK, {"height": 11}))
    run_jobs()
    assert survey.statuses() == ["STATUS_ERROR", "STATUS_APPLIED"], messages(survey)
    assert database.rows() == [(1, "oak", 11.0), (2, "ash", 12.5)]


def test_what_became_final_is_not_done_again_when_the_server_could_not_note_it(
    helper: Any, survey: Survey, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, tries = apply_job._Attempt._keep_files, []

    def fail_once(self: Any, *args: Any) -> None:
        tries.append(Intent.objects.count())
        if len(tries) == 1:
            # Somebody else works on the same rows in between.
            database.execute("UPDATE trees SET height = height + 100 WHERE id < 3")
            raise apply_job.FilesMovedOn
        keep(self, *args)

    monkeypatch.setattr(apply_job._Attempt, "_keep_files", fail_once)
    survey.push(
        create("900", id=None, species="fir", height=3),
        patch(1, OAK, {"height": 11}),
        patch("900", {"height": 3}, {"height": 4}, sourcePk=""),
    )
    run_jobs()
    assert tries == [3, 3]
    assert survey.statuses() == ["STATUS_APPLIED"] * 3, messages(survey)
    assert [delta["last_feedback"]["modified_pk"] for delta in survey.deltas()] == [3, 1, 3]
    assert database.rows() == [(1, "oak", 111.0), (2, "ash", 112.5), (3, "fir", 4.0)]
    assert not Intent.objects.exists()


def test_a_delta_sent_again_with_more_in_it_waits_for_what_became_of_its_first_form(
    helper: Any, survey: Survey, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_args: Any) -> None:
        raise JobSuperseded

    first = create("900", id=None, species="fir", height=3)
    survey.push(first)
    with monkeypatch.context() as dying:
        dying.setattr(apply_job._Attempt, "_keep_files", die)
        run_jobs()
    assert (survey.statuses(), Intent.objects.count()) == (["STATUS_BUSY"], 1)
    execution.recover(Job.objects.filter(status=Job.Status.STARTED))
    second = {**first, "new": {**first["new"], "attributes": {"id": None, "species": "yew", "height": 3}}}
    survey.push(second)
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"] * 2, messages(survey)
    assert database.rows() == [(1, "oak", 10.0), (2, "ash", 12.5), (3, "yew", 3.0)]
    assert not Intent.objects.exists()


def test_a_hanging_helper_is_ended_and_its_deltas_wait(
    helper: Any, survey: Survey, database: Database
) -> None:
    helper.QGIS_SECONDS = 1
    plots = patch(1, {"name": "a"}, {"name": "b"}, localLayerId="plots_id", sourceLayerId="plots_id")
    survey.push(patch(1, OAK, {"height": 11}), patch(2, {}, {"height": 1}), plots)
    address = (
        f"host=127.0.0.1 port={database.port} dbname={database.name} user=postgres password='{PASSWORD}'"
    )
    with psycopg.connect(address) as other:
        other.execute("LOCK TABLE trees IN EXCLUSIVE MODE")
        (job,) = run_jobs()
    assert job.status == "finished"
    assert survey.statuses() == ["STATUS_PENDING", "STATUS_PENDING", "STATUS_APPLIED"]
    assert "took too long" in messages(survey)[0]
    assert not children()
    helper.QGIS_SECONDS = 60
    survey.push(patch(2, {"height": 1}, {"height": 2}))
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"] * 4
    assert database.rows() == [(1, "oak", 11.0), (2, "ash", 2.0)]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 3", "does not start. QGIS ended unexpectedly (with code 3)"),
        ('echo \'{"kind": "ready"}\'; echo nonsense; sleep 60', "cannot be understood"),
        ('echo \'{"kind": "ready"}\'; exec cat /dev/zero', "cannot be understood"),
    ],
)
def test_a_helper_that_is_none_leaves_deltas_waiting(
    settings: Any, survey: Survey, tmp_path: Path, script: str, said: str
) -> None:
    fake = tmp_path / "python3"
    fake.write_text(f"#!/bin/sh\n{script}\n")
    fake.chmod(0o755)
    settings.QGIS_PYTHON = str(fake)
    survey.push(patch(1, OAK, {"height": 11}))
    (job,) = run_jobs()
    assert (job.status, survey.statuses()) == ("finished", ["STATUS_PENDING"])
    assert said in messages(survey)[0]


def test_a_socket_of_the_server_is_not_for_projects(
    helper: Any, survey_of: Callable[[str], Survey], database: Database
) -> None:
    survey = survey_of(database.source().replace("host=127.0.0.1", "host=/var/run/postgresql"))
    survey.push(patch(1, OAK, {"height": 11}))
    run_jobs()
    assert survey.statuses() == ["STATUS_NOT_APPLIED"]
    assert "socket" in messages(survey)[0]
