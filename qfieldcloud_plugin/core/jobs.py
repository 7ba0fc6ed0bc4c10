# SPDX-License-Identifier: GPL-2.0-or-later
"""The jobs of this QGIS session: one queue per project, progress, cancel; keeps every task alive."""

from __future__ import annotations

import enum
import itertools
import time
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import (
    QAbstractListModel,
    QEventLoop,
    QModelIndex,
    QObject,
    Qt,
    QThreadPool,
    QTimer,
    pyqtSignal,
)

from ..engine.sync.errors import Cancelled
from ..engine.sync.progress import Progress
from ..i18n import plain
from .tasks import BackgroundTask, Work

_KEPT = 50
_LOST_AFTER_MS = 2000


class JobState(enum.Enum):
    WAITING = "waiting"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        return self not in (JobState.WAITING, JobState.RUNNING)


@dataclass(eq=False)
class Job:
    """One piece of work as people see it. Jobs of one `lane` never run at the same time."""

    title: str
    lane: str = ""
    quiet: bool = False
    state: JobState = JobState.WAITING
    step: Progress = field(default_factory=lambda: Progress(""))
    good_news: str = ""
    bad_news: str = ""
    """What of a job that succeeded could not be done after all; told instead of the good news."""
    result: Any = None
    error: Optional[BaseException] = None
    id: int = field(default_factory=itertools.count(1).__next__)

    @property
    def fraction(self) -> Optional[float]:
        """How much of the current step is done (0 to 1), None while nobody knows."""
        return min(self.step.done / self.step.total, 1.0) if self.step.total else None

    @property
    def succeeded(self) -> bool:
        return self.state is JobState.SUCCEEDED


JOB_ROLE = Qt.ItemDataRole.UserRole + 1
WhenEnded = Callable[[Job], None]


class JobModel(QAbstractListModel):
    """Starts jobs and remembers the latest; QGIS forgets a task as soon as it ends, this model does not.

    `when_ended` of a job is called before the signal `ended`, both in the main thread.
    """

    started = pyqtSignal(object)
    progressed = pyqtSignal(object)
    ended = pyqtSignal(object)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._tasks: dict[int, BackgroundTask] = {}
        self._waiting: list[tuple[Job, Work]] = []
        self._when_ended: dict[int, WhenEnded] = {}
        self._watch = QTimer(self)
        self._watch.setInterval(_LOST_AFTER_MS // 2)
        self._watch.timeout.connect(self._look_for_lost_tasks)

    # -- starting and stopping ------------------------------------------------------------------

    def start(
        self,
        title: str,
        work: Work,
        lane: str = "",
        when_ended: Optional[WhenEnded] = None,
        quiet: bool = False,
    ) -> Job:
        """Runs `work(progress, cancel)` in the background, after earlier jobs of the same lane.

        The failure of a quiet job is told where its result was needed, not in the message bar.
        """
        job = Job(title, lane, quiet)
        if when_ended is not None:
            self._when_ended[job.id] = when_ended
        self._insert(job)
        self._waiting.append((job, work))
        self._start_next()
        return job

    def cancel(self, job: Job) -> None:
        if job.id in self._tasks:
            self._tasks[job.id].cancel()
            return
        for entry in [entry for entry in self._waiting if entry[0] is job]:
            self._waiting.remove(entry)
            self._end(job, None, Cancelled())

    def cancel_all(self, seconds: float = 10.0) -> None:
        """Stops everything and waits until no worker runs our code any more; for `unload`."""
        self._watch.stop()
        self._when_ended.clear()
        for job, _work in list(self._waiting):
            self.cancel(job)
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        for task in tasks:
            # Not QgsTask.waitForFinished: it holds Python's lock, which the worker needs to end.
            if task.isActive():
                task.returned.wait(seconds)
            # QGIS tells a task's end later, when this model may be gone.
            task.reported.disconnect()
            task.ended.disconnect()
        self._tasks.clear()

    def wait(self, job: Job, seconds: float = 120.0) -> Job:
        """Lets QGIS work until `job` has ended. For scripts only: a slot must connect to `ended` instead."""
        if job.state.ended:
            return job
        loop = QEventLoop()

        def leave(which: Job) -> None:
            if which is job:
                loop.quit()

        self.ended.connect(leave)
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(loop.quit)
        timer.start(int(seconds * 1000))
        loop.exec()
        self.ended.disconnect(leave)
        if not job.state.ended:
            raise TimeoutError(f"{job.title}: not done after {seconds:g} seconds")
        return job

    def running(self, lane: Optional[str] = None) -> list[Job]:
        """Jobs that have not ended, in the order they run."""
        return [job for job in reversed(self._jobs) if not job.state.ended and lane in (None, job.lane)]

    def _start_next(self) -> None:
        busy = {job.lane for job in self._jobs if job.id in self._tasks and job.lane}
        for entry in list(self._waiting):
            job, work = entry
            if job.lane in busy:
                continue
            if job.lane:
                busy.add(job.lane)
            self._waiting.remove(entry)
            job.state = JobState.RUNNING
            self._changed(job)
            self.started.emit(job)
            self._hand_over(job, work)

    def _hand_over(self, job: Job, work: Work) -> None:
        task = BackgroundTask(job.title, work)
        self._tasks[job.id] = task
        task.reported.connect(lambda step, job=job: self._note(job, step))
        task.ended.connect(lambda job=job: self._task_ended(job))
        QgsApplication.taskManager().addTask(task)
        if not self._watch.isActive():
            self._watch.start()

    def _look_for_lost_tasks(self) -> None:
        # When a task ends, QGIS takes its runnable out of the thread pool by address. Another one that waits there may
        # have got that address since; it is dropped, and its task stays queued for ever.
        waiting = [(job, task) for job in self._jobs if (task := self._waiting_task(job)) is not None]
        if not waiting:
            self._watch.stop()
        pool = QThreadPool.globalInstance()
        if pool.activeThreadCount() >= pool.maxThreadCount():
            return
        for job, task in waiting:
            if time.monotonic() - task.made_at >= _LOST_AFTER_MS / 1000:
                task.reported.disconnect()
                task.ended.disconnect()
                work = task.work
                task.cancel()
                self._hand_over(job, work)

    def _waiting_task(self, job: Job) -> Optional[BackgroundTask]:
        """The job's task, as long as QGIS has not begun it."""
        task = self._tasks.get(job.id)
        return task if task is not None and not task.entered.is_set() else None

    def _note(self, job: Job, step: Progress) -> None:
        if job.state.ended:
            return
        job.step = step
        task = self._tasks.get(job.id)
        if task is not None and job.fraction is not None:
            task.setProgress(job.fraction * 100)
        self._changed(job)
        self.progressed.emit(job)

    def _task_ended(self, job: Job) -> None:
        task = self._tasks.pop(job.id)
        self._end(job, task.result, task.error)
        self._start_next()

    def _end(self, job: Job, result: Any, error: Optional[BaseException]) -> None:
        job.result, job.error = result, error
        if isinstance(error, Cancelled):
            job.state = JobState.CANCELLED
        else:
            job.state = JobState.FAILED if error else JobState.SUCCEEDED
        self._changed(job)
        when_ended = self._when_ended.pop(job.id, None)
        if when_ended is not None:
            when_ended(job)
        self.ended.emit(job)

    # -- the model --------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._jobs)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        job = self._jobs[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return job.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(job.error) if job.error else job.step.file
        if role == JOB_ROLE:
            return job
        return None

    def _insert(self, job: Job) -> None:
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._jobs.insert(0, job)
        self.endInsertRows()
        while len(self._jobs) > _KEPT and self._jobs[-1].state.ended:
            last = len(self._jobs) - 1
            self.beginRemoveRows(QModelIndex(), last, last)
            self._jobs.pop()
            self.endRemoveRows()

    def _changed(self, job: Job) -> None:
        index = self.index(self._jobs.index(job))
        self.dataChanged.emit(index, index)
