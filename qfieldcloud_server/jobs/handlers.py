# SPDX-License-Identifier: GPL-2.0-or-later
"""Which code does which type of job; named and not imported, because those apps know jobs, not jobs them."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.module_loading import import_string

from qfieldcloud_server.jobs.context import JobContext
from qfieldcloud_server.jobs.models import Job

_DO = {
    Job.Type.PACKAGE: "qfieldcloud_server.packages.job.make_package",
    Job.Type.DELTA_APPLY: "qfieldcloud_server.deltas.job.apply_deltas",
    Job.Type.PROCESS_PROJECTFILE: "qfieldcloud_server.files.processing.process_project_file",
    Job.Type.CREATE_PROJECT: "qfieldcloud_server.files.creation.create_project",
}
# What must follow when a job of the type has failed, in the transaction that notes it.
_AFTER_FAILURE = {
    Job.Type.DELTA_APPLY: "qfieldcloud_server.deltas.job.after_failure",
    Job.Type.PROCESS_PROJECTFILE: "qfieldcloud_server.files.processing.after_failure",
}
# Work that is no job of a project: each does one piece and says whether there may be more.
_CHORES = (
    "qfieldcloud_server.files.history.find_pending",
    "qfieldcloud_server.qgis_helper.drawing.draw_next",
)
# Each is called now and then, and does what has become due.
_UPKEEP = (
    "qfieldcloud_server.files.records.sweep",
    "qfieldcloud_server.accounts.tokens.forget_ended",
    "qfieldcloud_server.packages.services.forget_old",
    "qfieldcloud_server.jobs.services.forget_old",
    "qfieldcloud_server.qgis_helper.retrying.ask_again",
)


def handler_of(job_type: str) -> Callable[[JobContext], None]:
    handler: Callable[[JobContext], None] = import_string(_DO[Job.Type(job_type)])
    return handler


def load() -> None:
    """Import what the jobs need, so that the first one after a start need not wait for it."""
    for name in (*_DO.values(), *_AFTER_FAILURE.values()):
        import_string(name)


def after_failure_of(job_type: str) -> Callable[[Job, str], None] | None:
    name = _AFTER_FAILURE.get(Job.Type(job_type))
    return import_string(name) if name else None


def chores() -> list[Callable[[], bool]]:
    return [import_string(name) for name in _CHORES]


def upkeep() -> list[Callable[[], object]]:
    return [import_string(name) for name in _UPKEEP]
