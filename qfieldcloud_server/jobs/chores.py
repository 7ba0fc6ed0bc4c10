# SPDX-License-Identifier: GPL-2.0-or-later
"""Work that belongs to no job: a thread that does it when asked, and cleans up now and then."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from django.db import close_old_connections, connections

from qfieldcloud_server.jobs.handlers import chores, upkeep

logger = logging.getLogger(__name__)

T = TypeVar("T")
UPKEEP_SECONDS = 3600.0
FIRST_UPKEEP_SECONDS = 60.0
LOOK_SECONDS = 30.0


class Chores:
    """One thread for a data folder or a database; the runner that starts it sees to that."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._asked = threading.Event()
        self._thread = threading.Thread(target=self._run, name="chores", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        self._asked.set()

    def stop(self, timeout: float) -> None:
        self._stopping.set()
        self.wake()
        if self._thread.ident:
            self._thread.join(timeout)

    def _run(self) -> None:
        due = time.monotonic() + FIRST_UPKEEP_SECONDS
        while not self._stopping.is_set():
            self._asked.clear()
            while not self._stopping.is_set() and self._do_each():
                pass
            if time.monotonic() >= due:
                due = time.monotonic() + UPKEEP_SECONDS
                for task in upkeep():
                    guarded(task)
            self._asked.wait(LOOK_SECONDS)
        connections.close_all()

    @staticmethod
    def _do_each() -> bool:
        """One piece of each; whether there may be more."""
        return bool([chore for chore in chores() if guarded(chore)])


def guarded(work: Callable[[], T]) -> T | None:
    """The border of a runner: one failure must not end a thread on which all later work depends."""
    try:
        close_old_connections()
        return work()
    except Exception:
        logger.exception("The job runner met an error; it goes on.")
        time.sleep(1)
        return None
