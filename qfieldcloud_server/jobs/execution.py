# SPDX-License-Identifier: GPL-2.0-or-later
"""Carrying out one job, the same under every runner: claimed once, done once, and always ended."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from qfieldcloud_plugin.engine.errors import EngineError
from qfieldcloud_plugin.engine.project import InvalidProject, ProjectFileMissing, ProjectTooBig
from qfieldcloud_server.api.errors import ApiError
from qfieldcloud_server.jobs.context import JobContext, JobFailed, JobSuperseded, end
from qfieldcloud_server.jobs.handlers import after_failure_of, handler_of
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.jobs.workflow import Workflow

logger = logging.getLogger(__name__)

# A server may be restarted often for other reasons; a job that itself takes it down must end some day.
MAX_ATTEMPTS = 10
HEARTBEAT_SECONDS = 10
# A runner that was silent for so long is taken for dead.
DEAD_AFTER = timedelta(seconds=60)
RUNNING = (Job.Status.QUEUED, Job.Status.STARTED)


def next_job(project_id: UUID | None = None) -> Job | None:
    """Claim the oldest job that may start now; None if there is none."""
    busy = Job.objects.filter(project=OuterRef("project"), status__in=RUNNING)
    waiting = Job.objects.filter(~Exists(busy), status=Job.Status.PENDING)
    if project_id:
        waiting = waiting.filter(project=project_id)
    while (job := waiting.order_by("created_at", "id").first()) is not None:
        if _claim(job):
            return job
    return None


def _claim(job: Job) -> bool:
    """False if another runner was faster."""
    job.status, job.attempt = Job.Status.STARTED, job.attempt + 1
    job.started_at = job.alive_at = timezone.now()
    try:
        with transaction.atomic():
            claimed = Job.objects.filter(pk=job.pk, status=Job.Status.PENDING).update(
                status=job.status,
                attempt=job.attempt,
                started_at=job.started_at,
                alive_at=job.alive_at,
                updated_at=job.started_at,
            )
    except IntegrityError:
        # Another job of the project was claimed in the same moment.
        return False
    return bool(claimed)


def run(job: Job) -> None:
    """Do a claimed job to its end, whatever happens."""
    context = JobContext(job, deadline=time.monotonic() + settings.JOB_SECONDS)
    with _watch.over(context):
        try:
            handler_of(job.type)(context)
            if not context.is_finished:
                with context.commit():
                    pass
        except JobSuperseded:
            logger.warning("Job %s was given up before it could finish.", job.pk)
        except Exception as error:
            # The border of a job: whatever it raises is told in its feedback, with the traceback.
            if not isinstance(error, (JobFailed, EngineError, ApiError)):
                logger.exception("Job %s (%s) failed.", job.pk, job.type)
            _fail(context, error)


def _fail(context: JobContext, error: Exception) -> None:
    error_type = getattr(error, "error_type", "") or _error_type(error)
    message = getattr(error, "message", "") or f"{type(error).__name__}: {error}"
    context.workflow.fail(error, error_type, message)
    try:
        with transaction.atomic():
            context.hold()
            _end_failed(context.job, context.workflow, message)
    except JobSuperseded:
        logger.warning("Job %s was given up before it failed.", context.job.pk)


def _error_type(error: Exception) -> str:
    if isinstance(error, (InvalidProject, ProjectTooBig)):
        return "INVALID_PROJECT_FILE"
    if isinstance(error, ProjectFileMissing):
        return "FILE_NOT_FOUND"
    return "UNABLE_TO_CONTINUE" if isinstance(error, EngineError) else "UNKNOWN"


def _end_failed(job: Job, workflow: Workflow, message: str) -> None:
    follow_up = after_failure_of(job.type)
    if follow_up:
        follow_up(job, message)
    end(job, Job.Status.FAILED, workflow)


def give_up(job: Job, reason: str, **details: Any) -> bool:
    """Fail a job from outside of its runner, who may then no longer write; False if it had ended."""
    workflow = Workflow(job.type, job.get_type_display(), "2.0")
    error = JobFailed(reason)
    workflow.fail(
        error, details.pop("error_type", "UNKNOWN"), reason, error_origin="worker_wrapper", **details
    )
    with transaction.atomic():
        locked = Job.objects.select_for_update().filter(pk=job.pk, attempt=job.attempt, status__in=RUNNING)
        if not locked.exists():
            return False
        _end_failed(job, workflow, reason)
    return True


def recover(jobs: Iterable[Job]) -> None:
    """Jobs whose runner is dead start again; those that took their runner down several times fail."""
    for job in jobs:
        if job.attempt >= MAX_ATTEMPTS:
            give_up(
                job,
                f"The server stopped {job.attempt} times while doing this. Nothing was changed by it.",
                error_type="DOCKER_ENGINE_SIGKILL",
            )
            continue
        Job.objects.filter(pk=job.pk, attempt=job.attempt, status__in=RUNNING).update(
            status=Job.Status.PENDING, started_at=None, alive_at=None, updated_at=timezone.now()
        )
        logger.warning("Job %s starts again: the process that did it is gone.", job.pk)


def recover_dead() -> None:
    """Where runners live on several machines, silence is all that tells a dead one."""
    recover(Job.objects.filter(status__in=RUNNING, alive_at__lt=timezone.now() - DEAD_AFTER))


class _Watch:
    """Watches the jobs of this process: signs of life for the slow ones, an end for those over time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[UUID, JobContext] = {}

    @contextmanager
    def over(self, context: JobContext) -> Iterator[None]:
        with self._lock:
            self._running[context.job.pk] = context
        try:
            yield
        finally:
            with self._lock:
                if self._running.get(context.job.pk) is context:
                    del self._running[context.job.pk]

    def look(self) -> list[JobContext]:
        """Beat the heart of all running jobs and give up those over time, which are returned."""
        with self._lock:
            running = list(self._running.values())
        late = [context for context in running if context.cancelled()]
        on_time = [context.job.pk for context in running if context not in late]
        if on_time:
            Job.objects.filter(pk__in=on_time, status=Job.Status.STARTED).update(alive_at=timezone.now())
        for context in late:
            give_up(
                context.job,
                f"This took longer than {settings.JOB_SECONDS} seconds and was ended. Nothing was changed.",
                error_type="TIMEOUT",
                error_timeout=True,
                container_exit_code=-1,
            )
            with self._lock:
                self._running.pop(context.job.pk, None)
        return late


_watch = _Watch()
look_after_running_jobs = _watch.look
