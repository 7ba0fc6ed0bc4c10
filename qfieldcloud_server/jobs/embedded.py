# SPDX-License-Identifier: GPL-2.0-or-later
"""The runner inside `serve`: some threads that take jobs from the database the moment they are asked for."""

from __future__ import annotations

import threading
import time
from typing import IO
from uuid import UUID

from django.conf import settings
from django.db import connections

from qfieldcloud_server.jobs import execution, handlers
from qfieldcloud_server.jobs.chores import Chores, guarded
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.jobs.process_lock import release, try_lock

# Jobs of this process are announced; only those that another process asked for have to be looked for.
POLL_SECONDS = 5.0
LOCK_SECONDS = 2.0
STOP_SECONDS = 20.0


class _Bell:
    """Wakes whoever waits for jobs; what rings while nobody listens is not lost."""

    def __init__(self) -> None:
        self._rung = 0
        self._condition = threading.Condition()

    def ring(self) -> None:
        with self._condition:
            self._rung += 1
            self._condition.notify_all()

    def heard(self) -> int:
        return self._rung

    def wait(self, since: int, seconds: float) -> None:
        with self._condition:
            self._condition.wait_for(lambda: self._rung != since, seconds)


_bell = _Bell()


def wake() -> None:
    """Something was asked for: look at once."""
    _bell.ring()


class EmbeddedRunner:
    """Runs the jobs of a data folder; a second process with the same folder waits for the first to end."""

    def __init__(self, threads: int = 0) -> None:
        self._size = threads or settings.JOB_THREADS
        self._stopping = threading.Event()
        self._workers: set[threading.Thread] = set()
        self._doing: dict[UUID, threading.Thread] = {}
        self._lock: IO[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, name="job-keeper", daemon=True)
        self._chores = Chores()

    def start(self) -> None:
        self._keeper.start()

    def stop(self, timeout: float = STOP_SECONDS) -> None:
        """Let running jobs end for a while; what is cut off starts again with the next process."""
        end = time.monotonic() + timeout
        self._stopping.set()
        wake()
        self._keeper.join(timeout)
        self._chores.stop(max(0.1, end - time.monotonic()))
        for thread in list(self._workers):
            thread.join(max(0.1, end - time.monotonic()))
        if self._lock:
            release(self._lock)

    def _keep(self) -> None:
        """Become the one runner, clean up after the former one, then look after the threads."""
        while not self._lock:
            self._lock = guarded(lambda: try_lock(settings.DATA_DIR / "runner.lock"))
            if not self._lock and self._stopping.wait(LOCK_SECONDS):
                return
        guarded(lambda: execution.recover(Job.objects.filter(status__in=execution.RUNNING)))
        self._chores.start()
        guarded(handlers.load)
        while not self._stopping.is_set():
            self._workers = {worker for worker in self._workers if worker.is_alive()}
            while len(self._workers) < self._size:
                self._hire()
            if not self._stopping.wait(execution.HEARTBEAT_SECONDS):
                guarded(self._look_after_jobs)
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
            heard = _bell.heard()
            if not guarded(self._do_one):
                self._chores.wake()
                _bell.wait(heard, POLL_SECONDS)
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
