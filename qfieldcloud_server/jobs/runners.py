# SPDX-License-Identifier: GPL-2.0-or-later
"""The seam between asking for a job and doing it: threads in this process, or a queue on PostgreSQL."""

from __future__ import annotations

from typing import Protocol

from django.conf import settings

from qfieldcloud_server.jobs.models import Job


class Runner(Protocol):
    def start(self) -> None: ...

    def stop(self) -> None: ...


def announce(job: Job) -> None:
    """Tell the runners that a job waits; called when its transaction is committed."""
    if settings.ON_POSTGRES:
        from qfieldcloud_server.jobs import tasks

        tasks.announce(job)
    else:
        from qfieldcloud_server.jobs import embedded

        embedded.wake()


def make_runner() -> Runner:
    """The runner for `serve` and `worker`."""
    if settings.ON_POSTGRES:
        from qfieldcloud_server.jobs.queue_runner import QueueRunner

        return QueueRunner()
    from qfieldcloud_server.jobs.embedded import EmbeddedRunner

    return EmbeddedRunner()
