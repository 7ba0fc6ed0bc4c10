# SPDX-License-Identifier: GPL-2.0-or-later
"""Deltas as the API tells them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from qfieldcloud_server.api.times import wire_time
from qfieldcloud_server.deltas.models import Delta
from qfieldcloud_server.projects.models import Project

ORDERINGS = {"created_at": ("created_at", "id"), "-created_at": ("-created_at", "-id")}
_WIRE_STATUS = {
    Delta.Status.PENDING: "STATUS_PENDING",
    Delta.Status.STARTED: "STATUS_BUSY",
    Delta.Status.APPLIED: "STATUS_APPLIED",
    Delta.Status.CONFLICT: "STATUS_CONFLICT",
    Delta.Status.NOT_APPLIED: "STATUS_NOT_APPLIED",
    Delta.Status.ERROR: "STATUS_ERROR",
    Delta.Status.IGNORED: "STATUS_IGNORED",
    Delta.Status.UNPERMITTED: "STATUS_UNPERMITTED",
}
WIRE_STATUSES = tuple(_WIRE_STATUS.values())


def deltas_of(project: Project, ordering: str = "") -> QuerySet[Delta]:
    deltas = Delta.objects.filter(project=project).select_related("created_by")
    return deltas.order_by(*ORDERINGS.get(ordering, ("id",)))


def deltas_of_file(project: Project, deltafile_id: uuid.UUID, ordering: str = "") -> QuerySet[Delta]:
    """Those that came in the file, also the ones that had come in another file before."""
    return deltas_of(project, ordering).filter(entries__deltafile_id=deltafile_id)


def those(keys: Sequence[int], *, with_content: bool = True) -> list[Delta]:
    """The deltas with these keys, in this order.

    A page of a long list is found by its keys first: the database sorts those, not megabytes of content.
    """
    deltas = Delta.objects.select_related("created_by")
    found = (deltas if with_content else deltas.defer("content")).in_bulk(keys)
    return [found[key] for key in keys if key in found]


def describe(
    deltas: Iterable[Delta], deltafile_id: uuid.UUID | None = None, *, with_content: bool = True
) -> list[dict[str, Any]]:
    """A delta that was sent several times names the file under which it was asked for."""
    return [
        {
            "id": str(delta.uuid),
            "deltafile_id": str(deltafile_id or delta.deltafile_id),
            "created_by": delta.created_by.username if delta.created_by else "",
            "created_at": wire_time(delta.created_at),
            "updated_at": wire_time(delta.updated_at),
            "status": _WIRE_STATUS[Delta.Status(delta.last_status)],
            # QFieldCloud shows the feedback as Python spells it, and people read it in QField.
            "output": None if delta.last_feedback is None else repr(delta.last_feedback),
            "last_status": delta.last_status,
            "last_feedback": delta.last_feedback,
            **({"content": delta.content} if with_content else {}),
        }
        for delta in deltas
    ]
