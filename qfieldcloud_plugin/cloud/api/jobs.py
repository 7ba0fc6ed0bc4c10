# SPDX-License-Identifier: GPL-2.0-or-later
"""Jobs of a project: start one, ask how it is, wait for its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, List, Mapping, Optional

from ...engine.sync.progress import CancelToken
from ..answers import Answer, each
from ..transport import Transport

ENDED = frozenset({"finished", "failed", "stopped"})
_POLL = (0.2, 0.3, 0.5, 1.0)
"""Seconds between two looks; the first are short because a good server needs less than one second."""


@dataclass(frozen=True)
class Job:
    """`feedback` and `output` are there only when the job was asked for by itself."""

    id: str
    project_id: str
    type: str
    status: str
    created_at: Optional[datetime]
    started_at: Optional[datetime]
    finished_at: Optional[datetime]
    output: str
    feedback: Mapping[str, Any]

    @property
    def ended(self) -> bool:
        return self.status in ENDED

    @property
    def succeeded(self) -> bool:
        return self.status == "finished"


class JobsApi:
    """`jobs/`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self, project_id: str) -> List[Job]:
        """The project's jobs, newest first."""
        jobs = each(self._transport.list("jobs/", {"project_id": project_id}), read_job)
        return sorted(
            jobs, key=lambda job: job.created_at.timestamp() if job.created_at else 0.0, reverse=True
        )

    def get(self, job_id: str) -> Job:
        return read_job(Answer(self._transport.json("GET", f"jobs/{job_id}/")))

    def trigger(self, project_id: str, kind: str = "package", *, force: bool = False) -> Job:
        """Start a job (`package` or `process_projectfile`); one that waits already is answered instead."""
        body: Any = {"project_id": project_id, "type": kind}
        if force:
            body["force"] = 1
        return read_job(Answer(self._transport.json("POST", "jobs/", json=body)))

    def wait(self, job: Job, cancel: CancelToken) -> Job:
        """The job once it has ended, however it ended."""
        looks = 0
        while not job.ended:
            cancel.wait(_POLL[min(looks, len(_POLL) - 1)])
            looks += 1
            job = self.get(job.id)
        return job


def read_job(answer: Answer) -> Job:
    return Job(
        id=answer.text("id"),
        project_id=answer.text("project_id"),
        type=answer.text("type"),
        status=answer.text("status"),
        created_at=answer.time("created_at"),
        started_at=answer.time("started_at"),
        finished_at=answer.time("finished_at"),
        output=answer.text("output", ""),
        feedback=answer.object("feedback"),
    )
