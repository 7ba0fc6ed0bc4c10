# SPDX-License-Identifier: GPL-2.0-or-later
"""The queue on PostgreSQL: procrastinate starts work at once, one project at a time, on whichever worker is free."""

from __future__ import annotations

import threading
from uuid import UUID

from django.conf import settings
from django.db import connections
from procrastinate.contrib.django import app

from qfieldcloud_server.jobs import execution
from qfieldcloud_server.jobs.models import Job

QUEUE = "jobs"
# After the time limit the job is given up by whoever looks after it; this is for the thread to notice.
_GRACE_SECONDS = 3 * execution.HEARTBEAT_SECONDS


@app.task(name="work_on_project", queue=QUEUE)
def work_on_project(project_id: str) -> None:
    """Do the oldest waiting job of a project. Its lock in the queue keeps the project's other jobs waiting."""
    job = execution.next_job(UUID(project_id))
    if job is None:
        return
    thread = threading.Thread(target=_run, args=[job], name="job", daemon=True)
    thread.start()
    # A thread that hangs must not keep the lock: it may no longer write by then.
    thread.join(settings.JOB_SECONDS + _GRACE_SECONDS)


def _run(job: Job) -> None:
    try:
        execution.run(job)
    finally:
        connections.close_all()


def announce(job: Job) -> None:
    """Called when the job's transaction is committed."""
    project_id = str(job.project_id)
    work_on_project.configure(lock=project_id).defer(project_id=project_id)


def announce_forgotten() -> None:
    """Jobs that wait although nothing in the queue will start them: their process died, or its worker did."""
    execution.recover_dead()
    busy = Job.objects.filter(status__in=execution.RUNNING).values("project")
    waiting = Job.objects.filter(status=Job.Status.PENDING).exclude(project__in=busy)
    for job in waiting.order_by("project_id", "created_at").distinct("project_id"):
        announce(job)
