# SPDX-License-Identifier: GPL-2.0-or-later
"""What a handler of jobs is given: the job, and the only way to keep its results."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.jobs.workflow import Workflow


class JobSuperseded(Exception):
    """The job was given up meanwhile, as too slow or as dead: nothing of this attempt may be kept."""


class JobFailed(Exception):
    """A job that cannot do its work, with the type of error that QFieldCloud has for it."""

    def __init__(self, message: str, error_type: str = "UNABLE_TO_CONTINUE") -> None:
        super().__init__(message)
        self.message, self.error_type = message, error_type


@dataclass
class JobContext:
    """One attempt at one job."""

    job: Job
    workflow: Workflow = field(default_factory=lambda: Workflow("", "", ""))
    deadline: float = 0.0
    is_finished: bool = False

    def cancelled(self) -> bool:
        """For long work to ask now and then."""
        return self.seconds_left() < 0

    def seconds_left(self) -> float:
        """Until the job is ended as too slow."""
        return self.deadline - time.monotonic()

    @contextmanager
    def commit(self) -> Iterator[None]:
        """Results written inside and the end of the job become visible together, or not at all."""
        with transaction.atomic():
            self.hold()
            yield
            self.workflow.log("Finished.")
            end(self.job, Job.Status.FINISHED, self.workflow)
        self.is_finished = True

    def hold(self) -> None:
        mine = Job.objects.select_for_update().filter(
            pk=self.job.pk, attempt=self.job.attempt, status=Job.Status.STARTED
        )
        if not mine.exists():
            raise JobSuperseded


def end(job: Job, status: str, workflow: Workflow) -> None:
    now = timezone.now()
    Job.objects.filter(pk=job.pk).update(
        status=status,
        finished_at=now,
        updated_at=now,
        alive_at=None,
        feedback=workflow.feedback(),
        output=workflow.output(),
    )
