# SPDX-License-Identifier: GPL-2.0-or-later
"""Deltas of a project: hand in a delta file, ask what became of it, read the history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Tuple

from ...engine.message import from_parts
from ..answers import Answer, each
from ..transport import Transport, parsed, unexpected

_STATES = {
    "STATUS_PENDING": "pending",
    "STATUS_BUSY": "busy",
    "STATUS_APPLIED": "applied",
    "STATUS_CONFLICT": "conflict",
    "STATUS_NOT_APPLIED": "not_applied",
    "STATUS_ERROR": "error",
    "STATUS_IGNORED": "ignored",
    "STATUS_UNPERMITTED": "unpermitted",
}

_IN_MOTION = frozenset({"pending", "busy"})
# The first answer is small, because mostly nothing is new; each is parsed in one go that lets no other thread work.
_FIRST_PAGE, _PAGE = 20, 1000


@dataclass(frozen=True)
class DeltaRecord:
    """A delta as the server keeps it. `content` is the delta's JSON form, read by `engine.delta`; empty if left out."""

    id: str
    delta_file_id: str
    created_by: str
    created_at: Optional[datetime]
    created_at_text: str
    state: str
    message: str
    modified_pk: Optional[str]
    conflicts: Tuple[str, ...]
    content: Mapping[str, Any]


class DeltasApi:
    """`deltas/`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def push(self, project_id: str, delta_file: bytes) -> None:
        """Hand in a delta file. Deltas the server already has are skipped by it, so this may be repeated."""
        self._transport.request(
            "POST", f"deltas/{project_id}/", files={"file": ("deltafile.json", delta_file)}
        )

    def of_file(
        self, project_id: str, delta_file_id: str, only_when_settled: bool = False
    ) -> List[DeltaRecord]:
        """The deltas of one delta file, the last first; an unknown file has none.

        With `only_when_settled`, only what became of them is asked for, without their content, and the rest is
        not fetched when the server is still busy with one.
        """
        path = f"deltas/{project_id}/{delta_file_id}/"
        # A server that does not know this sends the content all the same.
        params = {"content": "0"} if only_when_settled else {}
        found: Dict[str, DeltaRecord] = {}
        for page in self._pages(path, more=params):
            found.update((record.id, record) for record in page)
            if only_when_settled and any(record.state in _IN_MOTION for record in page):
                break
        return list(found.values())

    def list(self, project_id: str) -> List[DeltaRecord]:
        """Every delta of the project, newest first."""
        return each(self._transport.list(f"deltas/{project_id}/", {"ordering": "-created_at"}), read_delta)

    def newest(
        self, project_id: str, known: Iterable[DeltaRecord] = (), most: int = 200
    ) -> List[DeltaRecord]:
        """At most `most` deltas, newest first; of those in `known` that have settled, none is fetched again."""
        settled = {record.id: record for record in known if record.state not in _IN_MOTION}
        moving = {record.id for record in known if record.state in _IN_MOTION}
        found: Dict[str, DeltaRecord] = {}
        for page in self._pages(f"deltas/{project_id}/", later=min(most, _PAGE)):
            found.update((record.id, record) for record in page)
            moving.difference_update(found)
            if len(found) >= most:
                break
            if not moving and any(record.id in settled for record in page):
                found.update((key, record) for key, record in settled.items() if key not in found)
                break
        return list(found.values())[:most]

    def _pages(
        self, path: str, *, later: int = _PAGE, more: Optional[Mapping[str, str]] = None
    ) -> Iterator[List[DeltaRecord]]:
        """The deltas below a path, newest first, a part at a time."""
        offset, size = 0, _FIRST_PAGE
        while True:
            params = {"ordering": "-created_at", "limit": size, "offset": offset, **(more or {})}
            response = self._transport.request("GET", path, params=params)
            items = parsed(response)
            if not isinstance(items, list):
                raise unexpected(response)
            yield each(items, read_delta)
            if len(items) < size or "X-Next-Page" not in response.headers:
                return
            offset, size = offset + size, later


def read_delta(answer: Answer) -> DeltaRecord:
    feedback = answer.object("last_feedback")
    modified = feedback.get("modified_pk")
    conflicts = feedback.get("conflicts")
    return DeltaRecord(
        id=answer.text("id"),
        delta_file_id=answer.text("deltafile_id"),
        created_by=answer.text("created_by", ""),
        created_at=answer.time("created_at"),
        created_at_text=answer.text("created_at", ""),
        state=_STATES.get(answer.text("status"), "error"),
        message=_message(feedback, answer.maybe_text("output")),
        modified_pk=None if modified is None else str(modified),
        conflicts=tuple(str(conflict) for conflict in conflicts) if isinstance(conflicts, list) else (),
        content=answer.object("content"),
    )


def _message(feedback: Mapping[str, Any], output: Optional[str]) -> str:
    said = feedback.get("msg")
    if isinstance(said, str):
        return from_parts(feedback.get("msg_parts")) or said
    return output or ""
