# SPDX-License-Identifier: GPL-2.0-or-later
"""Jobs run in the background, one at a time per lane, and can be cancelled at any moment."""

from __future__ import annotations

import gc
import threading
import weakref
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer

from qfieldcloud_plugin.core.jobs import JOB_ROLE, Job, JobModel, JobState
from qfieldcloud_plugin.engine.sync.progress import CancelToken, Progress, ProgressCallback

pytestmark = pytest.mark.qgis


@pytest.fixture
def jobs(qgis_app):
    model = JobModel()
    yield model
    model.cancel_all()


def answer(value):
    return lambda _progress, _cancel: value


def test_a_job_runs_outside_the_main_thread_and_hands_its_result_over(jobs):
    job = jobs.start("where", lambda _progress, _cancel: threading.current_thread().ident)
    jobs.wait(job, 10)
    assert job.state is JobState.SUCCEEDED
    assert job.result != threading.main_thread().ident


def test_what_follows_a_job_runs_in_the_main_thread_before_the_signal(jobs):
    order = []
    jobs.ended.connect(lambda _job: order.append("signal"))
    followed = jobs.start(
        "x",
        answer(1),
        when_ended=lambda _job: order.append(threading.current_thread() is threading.main_thread()),
    )
    jobs.wait(followed, 10)
    assert order == [True, "signal"]


def test_an_error_becomes_the_jobs_error(jobs):
    def fail(_progress: ProgressCallback, _cancel: CancelToken) -> None:
        raise ValueError("no such thing")

    job = jobs.wait(jobs.start("fail", fail), 10)
    assert job.state is JobState.FAILED
    assert str(job.error) == "no such thing"


def test_an_error_keeps_nothing_of_the_work_alive(jobs):
    class Rows:
        """Stands for an open file, or for a hundred thousand rows."""

    held = []

    def fail(_progress: ProgressCallback, _cancel: CancelToken) -> None:
        rows = Rows()
        held.append(weakref.ref(rows))
        try:
            Path("/no/such/folder/x").write_bytes(b"")
        except OSError as error:
            raise ValueError("not saved") from error

    job = jobs.wait(jobs.start("fail", fail), 10)
    gc.collect()
    assert isinstance(job.error.__cause__, OSError)
    assert held[0]() is None


def test_progress_reaches_the_job(jobs):
    go_on = threading.Event()
    seen = []

    def work(progress: ProgressCallback, _cancel: CancelToken) -> None:
        progress(Progress("upload", "data.gpkg", done=5, total=10))
        go_on.wait(10)

    def moved(job: Job) -> None:
        seen.append((job.step.file, job.fraction))
        go_on.set()

    jobs.progressed.connect(moved)
    jobs.wait(jobs.start("work", work), 20)
    assert seen[0] == ("data.gpkg", 0.5)


def test_jobs_of_one_lane_wait_for_each_other_and_others_do_not(jobs):
    release = threading.Event()
    first = jobs.start("first", lambda _progress, _cancel: release.wait(20), lane="project")
    second = jobs.start("second", answer(2), lane="project")
    other = jobs.wait(jobs.start("other", answer(3), lane="another"), 10)
    assert other.succeeded
    assert (first.state, second.state) == (JobState.RUNNING, JobState.WAITING)
    assert jobs.running("project") == [first, second]
    release.set()
    jobs.wait(second, 10)
    assert first.succeeded
    assert second.succeeded


def test_a_running_job_is_cancelled_and_shows_no_error(jobs):
    started = threading.Event()

    def work(_progress: ProgressCallback, cancel: CancelToken) -> None:
        started.set()
        cancel.wait(30)

    job = jobs.start("long", work)
    assert started.wait(10)
    jobs.cancel(job)
    jobs.wait(job, 10)
    assert job.state is JobState.CANCELLED


def test_a_waiting_job_is_cancelled_before_it_starts(jobs):
    release = threading.Event()
    ran = []
    first = jobs.start("first", lambda _progress, _cancel: release.wait(20), lane="x")
    second = jobs.start("second", lambda _progress, _cancel: ran.append(1), lane="x")
    jobs.cancel(second)
    assert second.state is JobState.CANCELLED
    release.set()
    jobs.wait(first, 10)
    assert not ran


def test_cancelling_all_leaves_no_worker_in_our_code(jobs):
    left = threading.Event()
    started = threading.Event()

    def work(_progress: ProgressCallback, cancel: CancelToken) -> None:
        started.set()
        try:
            cancel.wait(30)
        finally:
            left.set()

    jobs.start("long", work)
    assert started.wait(10)
    jobs.cancel_all()
    assert left.is_set()


def test_a_task_that_ends_after_its_model_is_gone_disturbs_nobody(qgis_app, qtbot):
    model = JobModel()
    started = threading.Event()

    def work(_progress: ProgressCallback, cancel: CancelToken) -> None:
        started.set()
        cancel.wait(30)

    model.start("long", work)
    assert started.wait(10)
    model.cancel_all()
    sip.delete(model)
    # pytest-qt fails the test when an exception escapes from a slot meanwhile.
    qtbot.wait(300)


def test_nothing_of_a_model_goes_off_after_it_was_told_to_stop(jobs):
    """Python may collect it in a worker at any time then, and a slot that is half collected crashes QGIS."""
    jobs.wait(jobs.start("short", answer(1)), 10)
    jobs.start("long", lambda _progress, cancel: cancel.wait(30))
    jobs.cancel_all()
    assert not [timer for timer in jobs.findChildren(QTimer) if timer.isActive()]


def test_the_model_shows_the_newest_job_first(jobs):
    first = jobs.wait(jobs.start("first", answer(1)), 10)
    second = jobs.wait(jobs.start("second", answer(2)), 10)
    assert [jobs.index(row).data(JOB_ROLE) for row in range(2)] == [second, first]
    assert jobs.index(0).data() == "second"


def test_a_task_that_the_task_manager_drops_is_handed_over_again(jobs, monkeypatch):
    class Forgetful:
        """QGIS's application, whose task manager drops the first task as QGIS 3.22 now and then does."""

        dropped = []

        @classmethod
        def taskManager(cls):
            return QgsApplication.taskManager() if cls.dropped else cls

        @classmethod
        def addTask(cls, task):
            cls.dropped.append(task)

    monkeypatch.setattr("qfieldcloud_plugin.core.jobs.QgsApplication", Forgetful)
    job = jobs.wait(jobs.start("lost", answer(7)), 20)
    assert Forgetful.dropped
    assert (job.state, job.result) == (JobState.SUCCEEDED, 7)


def test_many_jobs_at_once_all_end(jobs):
    started = [jobs.start(f"job {number}", answer(number)) for number in range(200)]
    for job in started:
        jobs.wait(job, 60)
    assert [job.result for job in started] == list(range(200))
