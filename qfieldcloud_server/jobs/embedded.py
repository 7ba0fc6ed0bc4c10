# SPDX-License-Identifier: GPL-2.0-or-later
"""The runner inside `serve`: some threads that take jobs from the database the moment they are asked for."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import IO
from uuid import UUID

from django.conf import settings
from django.db import close_old_connections, connections

from qfieldcloud_server.jobs import execution
from qfieldcloud_server.jobs.handlers import chores, upkeep
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.jobs.process_lock import release, try_lock

logger = logging.getLogger(__name__)

# Jobs of this process are announced; only those that another process asked for have to be looked for.
POLL_SECONDS = 5.0
UPKEEP_SECONDS = 3600.0
STOP_SECONDS = 20.0

_news = threading.Condition()
_news_count = 0


def wake() -> None:
    """Something was asked for: look at once."""
    global _news_count
    with _news:
        _news_count += 1
        _news.notify_all()


class EmbeddedRunner:
    """Runs the jobs of a data folder; a second process with the same folder waits for the first to end."""

    def __init__(self, threads: int = 0) -> None:
        self._size = threads or settings.JOB_THREADS
        self._stopping = threading.Event()
        self._workers: set[threading.Thread] = set()
        self._doing: dict[UUID, threading.Thread] = {}
        self._lock: IO[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, name="job-keeper", daemon=True)
        self._helper = threading.Thread(target=self._do_chores, name="chores", daemon=True)

    def start(self) -> None:
        self._keeper.start()

    def stop(self, timeout: float = STOP_SECONDS) -> None:
        """Let running jobs end for a while; what is cut off starts again with the next process."""
        self._stopping.set()
        wake()
        end = time.monotonic() + timeout
        self._keeper.join(timeout)
        for thread in [*self._workers, self._helper]:
            if thread.is_alive():
                thread.join(max(0.1, end - time.monotonic()))
        if self._lock:
            release(self._lock)

    def _keep(self) -> None:
        """Become the one runner, clean up after the former one, then look after the threads."""
        while not self._stopping.is_set():
            self._lock = try_lock(settings.DATA_DIR / "runner.lock")
            if self._lock:
                break
            self._stopping.wait(2)
        if self._lock:
            self._guarded(lambda: execution.recover(Job.objects.filter(status__in=execution.RUNNING)))
            self._helper.start()
        while not self._stopping.is_set():
            self._workers = {worker for worker in self._workers if worker.is_alive()}
            while len(self._workers) < self._size:
                self._hire()
            if self._stopping.wait(execution.HEARTBEAT_SECONDS):
                break
            self._guarded(self._look_after_jobs)
        connections.close_all()

    def _look_after_jobs(self) -> None:
        for context in execution.look_after_running_jobs():
            # A thread cannot be ended from outside. It may no longer write; another one takes its place.
            late = self._doing.pop(context.job.pk, None)
            if late:
                self._workers.discard(late)

    def _hire(self) -> None:
        worker = threading.Thread(target=self._work, name="jobs", daemon=True)
        self._workers.add(worker)
        worker.start()

    def _work(self) -> None:
        me = threading.current_thread()
        while not self._stopping.is_set() and me in self._workers:
            seen = _news_count
            if not self._guarded(self._do_one):
                with _news:
                    _news.wait_for(lambda s=seen: _news_count != s or self._stopping.is_set(), POLL_SECONDS)
        connections.close_all()

    def _do_one(self) -> bool:
        job = execution.next_job()
        if job is None:
            return False
        self._doing[job.pk] = threading.current_thread()
        execution.run(job)
        self._doing.pop(job.pk, None)
        # Jobs of the same project could not start while this one ran.
        wake()
        return True

    def _do_chores(self) -> None:
        due = time.monotonic() + POLL_SECONDS
        while not self._stopping.is_set():
            seen = _news_count
            while not self._stopping.is_set() and self._do_each_chore():
                pass
            if time.monotonic() >= due:
                due = time.monotonic() + UPKEEP_SECONDS
                for task in upkeep():
                    self._guarded(task)
            with _news:
                _news.wait_for(lambda s=seen: _news_count != s or self._stopping.is_set(), POLL_SECONDS)
        connections.close_all()

    def _do_each_chore(self) -> bool:
        """One piece of each; whether there may be more."""
        return bool([chore for chore in chores() if self._guarded(chore)])

    @staticmethod
    def _guarded(work: Callable[[], object]) -> object:
        """The border of the runner: one failure must not end a thread on which all later jobs depend."""
        try:
            close_old_connections()
            return work()
        except Exception:
            logger.exception("The job runner met an error; it goes on.")
            time.sleep(1)
            return None
