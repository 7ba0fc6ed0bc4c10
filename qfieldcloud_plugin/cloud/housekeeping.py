# SPDX-License-Identifier: GPL-2.0-or-later
"""Longer chores around a cloud project that work on any server: cloning, tidying versions, applying a delta again."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import Dict, List, Sequence, Tuple

from ..engine.delta import Delta, DeltaFile
from ..engine.message import Message
from ..engine.sync.progress import CancelToken, Progress, ProgressCallback
from ..engine.sync.remote import IF_MATCH
from .api.deltas import DeltaRecord
from .api.files import File, Version
from .api.projects import Project
from .client import Client
from .errors import Rejected

_WAIT_SECONDS = (0.2, 0.3, 0.5, 1.0)
ON_ITS_WAY = frozenset({"pending", "busy"})
# A delta that was applied would be applied twice.
APPLICABLE_AGAIN = frozenset({"conflict", "not_applied", "error", "unpermitted", "ignored"})


# -- cloning -----------------------------------------------------------------------------------------


def clone_project(
    client: Client,
    source: Project,
    name: str,
    owner: str,
    description: str,
    cancel: CancelToken,
    *,
    is_public: bool = False,
) -> Project:
    """A project with the files and settings of another. Raises Rejected when the server made it without them."""
    made = client.projects.create(
        name, owner=owner, description=description, is_public=is_public, clone_from=source.id
    )
    job = next((job for job in client.jobs.list(made.id) if job.type == "create_project"), None)
    if job is not None:
        job = client.jobs.wait(job, cancel)
        if not job.succeeded:
            raise Rejected(
                Message(
                    "“{name}” was made, but the server could not copy the files into it. {reason}",
                    name=name,
                    reason=str(job.feedback.get("error") or ""),
                ),
                code="clone_failed",
            )
    elif source.project_file and not client.files.list(made.id):
        # Older servers do not know the wish and make an empty project.
        raise Rejected(
            Message(
                "This server cannot clone: “{name}” was made, but it is empty. "
                "Download the other project and put it into the cloud under the new name instead.",
                name=name,
            ),
            code="clone_unknown",
        )
    return client.projects.get(made.id)


# -- versions ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SpareVersion:
    """A version that may go."""

    name: str
    version: Version
    is_as_latest: bool = False
    """The file has the same bytes now."""


def spare_versions(files: Sequence[File], keep: int) -> Tuple[SpareVersion, ...]:
    """All but the newest `keep` versions of each file, the oldest first; the current one always stays."""
    spare = [
        SpareVersion(file.name, version, is_as_latest=version.etag == file.etag)
        for file in files
        for version in file.versions[max(keep, 1) :]
    ]
    return tuple(reversed(spare))


def delete_versions(
    client: Client,
    project_id: str,
    versions: Sequence[SpareVersion],
    progress: ProgressCallback,
    cancel: CancelToken,
) -> int:
    """Deletes them for everybody; returns the bytes they took. Raises FileMovedOn where one became the latest."""
    freed = 0
    for done, spare in enumerate(versions):
        cancel.check()
        progress(Progress("delete", spare.name, done=done, total=len(versions), unit="files"))
        client.files.delete(project_id, spare.name, spare.version.id, _not_as_latest(client, spare))
        freed += spare.version.size
    return freed


def _not_as_latest(client: Client, spare: SpareVersion) -> Dict[str, str]:
    """Somebody may have deleted the newer versions meanwhile: then this one holds what everybody has now."""
    if spare.is_as_latest or IF_MATCH not in client.extensions:
        return {}
    return {"If-None-Match": f'"{spare.version.etag}"'}


# -- deltas ------------------------------------------------------------------------------------------


def apply_again(
    client: Client, project_id: str, record: DeltaRecord, progress: ProgressCallback, cancel: CancelToken
) -> DeltaRecord:
    """Hands a delta in once more, under a new id, and waits for the answer; the old record stays as it is."""
    if record.state not in APPLICABLE_AGAIN:
        raise Rejected(
            Message("This change was applied or is on its way; it is not sent twice."), code="delta_settled"
        )
    delta = replace(Delta.from_json(record.content), uuid=str(uuid.uuid4()))
    file = DeltaFile(id=str(uuid.uuid4()), project=project_id, deltas=(delta,))
    client.deltas.push(project_id, file.to_bytes())
    looks = 0
    while True:
        progress(Progress("wait", ""))
        found: List[DeltaRecord] = client.deltas.of_file(project_id, file.id)
        if found and found[0].state not in ON_ITS_WAY:
            return found[0]
        cancel.wait(_WAIT_SECONDS[min(looks, len(_WAIT_SECONDS) - 1)])
        looks += 1
