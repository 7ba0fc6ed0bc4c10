# SPDX-License-Identifier: GPL-2.0-or-later
"""Storing deltas, asking for them to be applied, and trying again."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from qfieldcloud_plugin.engine.delta import CREATE
from qfieldcloud_plugin.engine.delta import Delta as ReadDelta
from qfieldcloud_plugin.engine.delta import DeltaFile as ReadDeltaFile
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.deltas.models import Delta, DeltaFile, DeltaFileEntry
from qfieldcloud_server.deltas.reading import Sender
from qfieldcloud_server.files.services import lock_project
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.jobs.services import create_job
from qfieldcloud_server.projects.models import Project

Status = Delta.Status

NOT_PERMITTED = {"msg": "Reporters may add features; they may not change or delete them. The change is kept."}
OWNER_INACTIVE = {"msg": "The owner's account is not active. The change is kept and waits until it is."}
# What can be tried again: the others have been applied, are on their way, or must not be.
RETRIABLE = (Status.CONFLICT, Status.NOT_APPLIED, Status.ERROR, Status.IGNORED)


@transaction.atomic
def store(project: Project, read: ReadDeltaFile, record: DeltaFile, sender: Sender) -> None:
    """Store the deltas of an accepted file and have them applied.

    A delta that is known already is not stored again, but it is found under this file's id as well: QField
    asks under a new id when it could not learn what became of the deltas it sent.
    """
    project = lock_project(project)
    deltas = _new_and_known(project, read, sender)
    DeltaFileEntry.objects.bulk_create(
        [DeltaFileEntry(deltafile_id=uuid.UUID(read.id), delta=delta) for delta in deltas],
        ignore_conflicts=True,
        batch_size=500,
    )
    record.error = ""
    record.save(update_fields=["deltafile_id", "error"])
    request_apply(project, sender.user)


def _new_and_known(project: Project, read: ReadDeltaFile, sender: Sender) -> list[Delta]:
    """The rows of the file's deltas, each once, in the order of the file; those that are new are made."""
    contents = {uuid.UUID(delta.uuid): delta for delta in reversed(read.deltas)}
    known = _latest_revisions(project, contents)
    rows: dict[uuid.UUID, Delta] = {}
    new: list[Delta] = []
    for delta in read.deltas:
        key = uuid.UUID(delta.uuid)
        former = rows.get(key) or known.get(key)
        content = delta.to_json()
        if former and former.content == content:
            rows[key] = former
            continue
        rows[key] = _row(project, read, delta, content, sender)
        rows[key].revision = former.revision + 1 if former else 0
        new.append(rows[key])
    Delta.objects.bulk_create(new, batch_size=500)
    return list(rows.values())


def _latest_revisions(project: Project, ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Delta]:
    wanted = list(ids)
    known: dict[uuid.UUID, Delta] = {}
    for start in range(0, len(wanted), 500):
        rows = Delta.objects.filter(project=project, uuid__in=wanted[start : start + 500])
        known |= {row.uuid: row for row in rows.order_by("revision")}
    return known


def _row(
    project: Project, read: ReadDeltaFile, delta: ReadDelta, content: dict[str, Any], sender: Sender
) -> Delta:
    row = Delta(
        uuid=uuid.UUID(delta.uuid),
        project=project,
        deltafile_id=uuid.UUID(read.id),
        client_id=uuid.UUID(delta.client_id),
        content=content,
        refuse_conflicts=bool(read.on_conflict),
        created_by=sender.user,
    )
    if sender.only_creates and delta.method != CREATE:
        row.last_status, row.last_feedback = Status.UNPERMITTED, NOT_PERMITTED
    elif not project.owner.is_active:
        row.last_feedback = OWNER_INACTIVE
    return row


def request_apply(project: Project, user: User | None) -> Job | None:
    """Have the pending deltas of the project applied; None if there are none or they have to wait.

    Inside a transaction. A job that has not begun takes along whatever is pending when it begins; its row is
    locked, so that it cannot begin before the deltas of this transaction can be seen.
    """
    if not project.owner.is_active:
        return None
    if not Delta.objects.filter(project=project, last_status=Status.PENDING).exists():
        return None
    waiting = Job.objects.select_for_update().filter(
        project=project, type=Job.Type.DELTA_APPLY, status=Job.Status.PENDING
    )
    return waiting.first() or create_job(project, Job.Type.DELTA_APPLY, user)


@transaction.atomic
def retry(deltas: Iterable[Delta], user: User | None) -> int:
    """Try deltas again that were not applied; returns how many."""
    wanted = [delta.pk for delta in deltas]
    rows = Delta.objects.filter(pk__in=wanted, last_status__in=RETRIABLE).select_related("project__owner")
    projects = {row.project_id: row.project for row in rows}
    count = rows.update(last_status=Status.PENDING)
    for project in projects.values():
        request_apply(project, user)
    return count


@transaction.atomic
def ignore(deltas: Iterable[Delta]) -> int:
    """Decide that deltas shall not be applied; they are kept."""
    wanted = [delta.pk for delta in deltas]
    rows = Delta.objects.filter(pk__in=wanted, last_status__in=[*RETRIABLE, Status.PENDING])
    return rows.update(last_status=Status.IGNORED)
