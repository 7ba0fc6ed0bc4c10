# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a remote answers, for those who ask often and must not wait for long."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor

from qfieldcloud_server.api.errors import ApiError
from qfieldcloud_server.files.remote import Remote

_BELIEVED_SECONDS = 15
_LONGEST_WAIT = 3
# No store has an object of this name.
_NOTHING = "incoming/pulse"


class Pulse:
    """Asks every few seconds at most, in a thread of its own: some networks take minutes to fail."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="pulse")
        self._lock = threading.Lock()
        self._asked_at = 0.0
        self._answer: Future[bool] | None = None

    def beats(self) -> bool:
        with self._lock:
            is_old = time.monotonic() - self._asked_at > _BELIEVED_SECONDS
            if self._answer is None or (is_old and self._answer.done()):
                self._asked_at = time.monotonic()
                self._answer = self._threads.submit(self._ask)
            answer = self._answer
        try:
            return answer.result(_LONGEST_WAIT)
        except TimeoutError:
            return False

    def _ask(self) -> bool:
        try:
            self._remote.look(_NOTHING)
        except ApiError:
            return False
        return True
