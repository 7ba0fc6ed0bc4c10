# SPDX-License-Identifier: GPL-2.0-or-later
"""The server's jobs."""

from __future__ import annotations

from typing import Optional, Sequence

from ...cloud.api.jobs import Job as ServerJob
from ...i18n import tr
from .. import wording
from ..nodes import Node

_JOB_LOOK = {
    "finished": ("check", "good"),
    "failed": ("error", "error"),
    "stopped": ("pause", "warning"),
    "started": ("jobs", "accent"),
    "queued": ("history", None),
    "pending": ("history", None),
}


_MOST = 500


def job_type(kind: str) -> str:
    texts = {
        "package": tr("Package for QField"),
        "delta_apply": tr("Apply changes"),
        "process_projectfile": tr("Read the project file"),
        "create_project": tr("Create the project"),
    }
    return texts.get(kind, kind)


def job_state(status: str) -> str:
    texts = {
        "finished": tr("finished"),
        "failed": tr("failed"),
        "stopped": tr("stopped"),
        "started": tr("running"),
        "queued": tr("waiting"),
        "pending": tr("waiting"),
    }
    return texts.get(status, status)


def job_look(status: str) -> tuple[str, Optional[str]]:
    """Icon and tone."""
    return _JOB_LOOK.get(status, ("info", None))


def job_nodes(jobs: Sequence[ServerJob]) -> list[Node]:
    nodes = []
    for job in jobs[:_MOST]:
        icon, tone = job_look(job.status)
        text = wording.moment(job.created_at)
        if job.started_at and job.finished_at:
            seconds = (job.finished_at - job.started_at).total_seconds()
            text = tr("{when} · took {duration}").format(when=text, duration=wording.duration(seconds))
        nodes.append(
            Node(
                job_type(job.type),
                text,
                badge=job_state(job.status) if job.status != "finished" else "",
                icon=icon,
                tone=tone,
                key=job.id,
                payload=job,
            )
        )
    if len(jobs) > _MOST:
        nodes.append(Node(tr("%n older job(s)", len(jobs) - _MOST), key="older jobs"))
    return nodes
