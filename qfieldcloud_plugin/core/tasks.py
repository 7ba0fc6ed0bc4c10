# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs one piece of work in QGIS's task manager: a result or an error out, cancel at any time."""

from __future__ import annotations

import threading
import time
import traceback
from typing import Any, Callable, Optional

from qgis.core import Qgis, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..engine.sync.errors import Cancelled
from ..engine.sync.progress import CancelToken, Progress, ProgressCallback
from .breathing import breathing

LOG_TAG = "QFieldCloud Sync"
# A worker may report thousands of steps a second; a person sees twenty.
_REPORT_INTERVAL = 0.05

Work = Callable[[ProgressCallback, CancelToken], Any]


def _nothing(_progress: ProgressCallback, _cancel: CancelToken) -> None:
    return None


def _let_go(error: Optional[BaseException]) -> None:
    """Forgets where an error came from: its frames would keep files open and rows in memory for as long as the job."""
    pending: list[Optional[BaseException]] = [error]
    seen: set[int] = set()
    while pending:
        one = pending.pop()
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            one.__traceback__ = None
            pending += [one.__cause__, one.__context__]


class BackgroundTask(QgsTask):
    """Carries out `work(progress, cancel)` in a worker; it must not touch layers, the project or widgets."""

    reported = pyqtSignal(object)
    ended = pyqtSignal()

    def __init__(self, title: str, work: Work) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self.work = work
        self.made_at = time.monotonic()
        self._last = (0.0, "")
        self.token = CancelToken()
        self.result: Any = None
        self.error: Optional[BaseException] = None
        self.entered = threading.Event()
        self.returned = threading.Event()

    def run(self) -> bool:
        self.entered.set()
        try:
            self.token.check()
            with breathing():
                self.result = self.work(self._report, self.token)
        except Cancelled as outcome:
            self.error = outcome
        except Exception as error:
            self.error = error
            QgsMessageLog.logMessage(traceback.format_exc(), LOG_TAG, Qgis.MessageLevel.Warning)
        finally:
            _let_go(self.error)
            self.returned.set()
        return self.error is None

    def cancel(self) -> None:
        # Set first: QGIS may call this before run() has begun, and then run() is never entered.
        self.token.cancel()
        super().cancel()

    def finished(self, _success: bool) -> None:
        if not self.returned.is_set():
            self.error = Cancelled()
        # What the work holds of QGIS (projects, layers) must go in this thread, and long before QGIS does.
        self.work = _nothing
        self.ended.emit()

    def _report(self, step: Progress) -> None:
        now = time.monotonic()
        if now - self._last[0] >= _REPORT_INTERVAL or step.phase != self._last[1]:
            self._last = (now, step.phase)
            self.reported.emit(step)
