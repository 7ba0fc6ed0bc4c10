# SPDX-License-Identifier: GPL-2.0-or-later
"""Deltas as the API tells them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from qfieldcloud_server.api.times import wire_time
from qfieldcloud_server.deltas.models import Delta, DeltaFileEntry
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


Row = Mapping[str, Any]

_TOLD = (
    "uuid",
    "deltafile_id",
    "created_by__username",
    "created_at",
    "updated_at",
    "last_status",
    "last_feedback",
)
# SQLite takes no more values in a statement everywhere.
_MOST_KEYS = 900


def deltas_of(project: Project, ordering: str = "") -> QuerySet[Delta]:
    return Delta.objects.filter(project=project).order_by(*ORDERINGS.get(ordering, ("id",)))


def deltas_of_file(project: Project, deltafile_id: uuid.UUID, ordering: str = "") -> QuerySet[Delta]:
    """Those that came in the file, also the ones that had come in another file before."""
    # Not a join: SQLite would then go through the whole project to count a file.
    entries = DeltaFileEntry.objects.filter(deltafile_id=deltafile_id)
    return deltas_of(project, ordering).filter(pk__in=entries.values("delta"))


def told(deltas: QuerySet[Delta], *, with_content: bool = True) -> Iterable[Row]:
    """What is told of deltas, column by name; an object for each would take several times as long."""
    return deltas.values("pk", *_TOLD, *(("content",) if with_content else ()))


def those(keys: Sequence[int], *, with_content: bool = True) -> list[Row]:
    """The deltas with these keys, in this order.

    A page of a long list is found by its keys first: the database sorts those, not megabytes of content.
    """
    found: dict[int, Row] = {}
    for start in range(0, len(keys), _MOST_KEYS):
        part = Delta.objects.filter(pk__in=keys[start : start + _MOST_KEYS])
        found.update((row["pk"], row) for row in told(part, with_content=with_content))
    return [found[key] for key in keys if key in found]


def _without_parts(feedback: dict[str, Any]) -> dict[str, Any]:
    """What a message is made of is for programs."""
    return {name: value for name, value in feedback.items() if name != "msg_parts"}


def describe(rows: Iterable[Row], deltafile_id: uuid.UUID | None = None) -> list[dict[str, Any]]:
    """A delta that was sent several times names the file under which it was asked for."""
    return [
        {
            "id": str(row["uuid"]),
            "deltafile_id": str(deltafile_id or row["deltafile_id"]),
            "created_by": row["created_by__username"] or "",
            "created_at": wire_time(row["created_at"]),
            "updated_at": wire_time(row["updated_at"]),
            "status": _WIRE_STATUS[Delta.Status(row["last_status"])],
            # QFieldCloud shows the feedback as Python spells it, and people read it in QField.
            "output": None if row["last_feedback"] is None else repr(_without_parts(row["last_feedback"])),
            "last_status": row["last_status"],
            "last_feedback": row["last_feedback"],
            **({"content": row["content"]} if "content" in row else {}),
        }
        for row in rows
    ]
