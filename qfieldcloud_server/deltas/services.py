# SPDX-License-Identifier: GPL-2.0-or-later
"""Storing deltas, asking for them to be applied, and trying again."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from qfieldcloud_plugin.engine.delta import CREATE
from qfieldcloud_plugin.engine.delta import Delta as ReadDelta
from qfieldcloud_plugin.engine.delta import DeltaFile as ReadDeltaFile
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.deltas import bulk
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
    keys = _stored(project, read, sender)
    bulk.insert(
        DeltaFileEntry,
        ["delta"],
        ([key] for key in keys),
        same={"deltafile_id": uuid.UUID(read.id)},
        on_conflict="DO NOTHING",
    )
    record.error = ""
    record.save(update_fields=["deltafile_id", "error"])
    request_apply(project, sender.user)


class _Form(NamedTuple):
    """The latest form of a delta; one that is new has no key yet."""

    revision: int
    content: dict[str, Any]
    key: int = 0


def _stored(project: Project, read: ReadDeltaFile, sender: Sender) -> list[int]:
    """The keys of the file's deltas, each once, in the order of the file; those that are new are stored."""
    ids = [uuid.UUID(delta.uuid) for delta in read.deltas]
    latest = _latest_forms(project, dict.fromkeys(ids))
    new = []
    for key, delta in zip(ids, read.deltas, strict=True):
        former, content = latest.get(key), delta.to_json()
        if former and former.content == content:
            continue
        form = _Form(former.revision + 1 if former else 0, content)
        latest[key] = form
        client_id = uuid.UUID(delta.client_id)
        new.append((key, form.revision, client_id, content, *_standing(project, delta, sender)))
    stored = _store(project, read, sender, new) if new else {}
    return [stored.get(key) or latest[key].key for key in dict.fromkeys(ids)]


def _store(
    project: Project, read: ReadDeltaFile, sender: Sender, new: Sequence[Sequence[Any]]
) -> dict[uuid.UUID, int]:
    """Keys of the new rows; where a file has several forms of a delta, of the last one."""
    rows, now = Delta.objects.filter(project=project), timezone.now()
    last = rows.aggregate(last=Max("pk"))["last"] or 0
    bulk.insert(
        Delta,
        ["uuid", "revision", "client_id", "content", "last_status", "last_feedback"],
        new,
        same={
            "project": project.pk,
            "deltafile_id": uuid.UUID(read.id),
            "refuse_conflicts": bool(read.on_conflict),
            "created_by": sender.user.pk,
            "created_at": now,
            "updated_at": now,
        },
    )
    return dict(rows.filter(pk__gt=last).order_by("pk").values_list("uuid", "pk"))


def _latest_forms(project: Project, ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, _Form]:
    wanted = list(ids)
    known: dict[uuid.UUID, _Form] = {}
    for start in range(0, len(wanted), 500):
        rows = Delta.objects.filter(project=project, uuid__in=wanted[start : start + 500])
        for key, *form in rows.order_by("revision").values_list("uuid", "revision", "content", "pk"):
            known[key] = _Form(*form)
    return known


def _standing(project: Project, delta: ReadDelta, sender: Sender) -> tuple[str, dict[str, str] | None]:
    """Status and feedback of a delta that has just arrived."""
    if sender.only_creates and delta.method != CREATE:
        return Status.UNPERMITTED, NOT_PERMITTED
    return Status.PENDING, None if project.owner.is_active else OWNER_INACTIVE


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
