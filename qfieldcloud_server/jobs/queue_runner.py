# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs jobs from the queue on PostgreSQL; any number of processes on any number of machines may do so."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading

from django.conf import settings
from django.db import connection, connections
from procrastinate.contrib.django import app

from qfieldcloud_server.jobs import execution, tasks
from qfieldcloud_server.jobs.chores import Chores, guarded

logger = logging.getLogger(__name__)

STOP_SECONDS = 20.0
_LOOK_FOR_FORGOTTEN_EVERY = 6
# Any number that nobody else uses for an advisory lock in this database.
_CHORES_LOCK = 0x7166635F


class QueueRunner:
    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._work: asyncio.Task[None] | None = None
        self._worker = threading.Thread(target=self._serve_queue, name="queue", daemon=True)
        self._keeper = threading.Thread(target=self._keep, name="job-keeper", daemon=True)
        self._chores = Chores()

    def start(self) -> None:
        self._worker.start()
        self._keeper.start()

    def stop(self, timeout: float = STOP_SECONDS) -> None:
        self._stopping.set()
        if self._loop and self._work:
            self._loop.call_soon_threadsafe(self._work.cancel)
        self._worker.join(timeout + 5)
        self._chores.stop(5)
        self._keeper.join(5)

    def _serve_queue(self) -> None:
        # psycopg cannot wait for connections in the loop that is Windows' default.
        factory = asyncio.SelectorEventLoop if sys.platform == "win32" else None
        with asyncio.Runner(loop_factory=factory) as runner:
            self._loop = runner.get_loop()
            try:
                runner.run(self._run_worker())
            except asyncio.CancelledError:
                logger.info("The worker has stopped.")

    async def _run_worker(self) -> None:
        self._work = asyncio.current_task()
        # A connector of its own: the app's own one belongs to the threads that answer requests.
        own_connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
        worker_app = app.with_connector(own_connector)
        while not self._stopping.is_set():
            try:
                async with worker_app.open_async():
                    await worker_app.run_worker_async(
                        queues=[tasks.QUEUE],
                        concurrency=settings.JOB_THREADS,
                        install_signal_handlers=False,
                        delete_jobs="always",
                        shutdown_graceful_timeout=STOP_SECONDS,
                    )
            except Exception:
                # The border of the runner: the database may be away for a while.
                logger.exception("The worker met an error; it starts again.")
                await asyncio.sleep(2)

    def _keep(self) -> None:
        """Signs of life and ends for jobs of this process, and a look at what others left behind."""
        rounds = 0
        leads = False
        while not self._stopping.is_set():
            guarded(execution.look_after_running_jobs)
            if rounds % _LOOK_FOR_FORGOTTEN_EVERY == 0:
                guarded(tasks.announce_forgotten)
            if not leads and guarded(_take_chores):
                leads = True
                self._chores.start()
            rounds += 1
            self._stopping.wait(execution.HEARTBEAT_SECONDS)
        connections.close_all()


def _take_chores() -> bool:
    """Whether this process does the chores from now on; the lock lasts as long as this thread's connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_CHORES_LOCK])
        return bool(cursor.fetchone()[0])
