# SPDX-License-Identifier: GPL-2.0-or-later
"""What the state remembers, as values, and how they are written into rows of state.db and read back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from typing import Any, Dict, Mapping, Optional, Sequence, Tuple

from ..gpkg.mark import Mark
from ..message import from_parts, parts_of
from . import conflict as c
from .conflict import Conflict, Decided
from .plan import Agreed, Choice, FileDecision
from .remote import RemoteVersion


@dataclass(frozen=True)
class ProjectLink:
    """Which cloud project a folder belongs to."""

    server: str
    project_id: str
    name: str = ""
    owner: str = ""


@dataclass(frozen=True)
class FileState:
    """What is remembered of a file. `base` names its copy in `base/`, empty for files compared as wholes."""

    name: str
    version_id: str
    etag: str
    size: int
    fingerprint: str
    base: str = ""
    uploaded_at: str = ""
    """When the version was made, in the server's words."""

    @classmethod
    def of(cls, name: str, version: RemoteVersion, fingerprint: str, base: str) -> FileState:
        return cls(name, version.id, version.etag, version.size, fingerprint, base, version.uploaded_at)

    @property
    def agreed(self) -> Agreed:
        return Agreed(self.name, self.version_id, self.etag, self.size, self.uploaded_at)


@dataclass(frozen=True)
class Failure:
    """A change the server did not take; it stays here, and is sent again when it changes or on request."""

    file: str
    table: str
    key: c.Key
    change: str
    """A digest of the change, to see whether it is still the same one."""
    state: str
    message: str
    created_at: str = ""


@dataclass(frozen=True)
class Patch:
    """A change of a live file that is under way, and what follows once it is made."""

    id: str
    agreed: FileState
    """What both sides agree on afterwards."""
    incoming: str = ""
    """The download that becomes the new base; empty when the base is brought forward by changes."""
    reshapes: bool = False
    """The live file takes over the tables of `incoming`."""
    settles: str = ""
    """The delta file whose fate is settled by this."""
    conflicts: Sequence[Conflict] = ()
    failures: Sequence[Failure] = ()
    homeless: Sequence[Decided] = ()
    """What one side wrote and the other has no place for any more, as decided for the other."""
    mark: Optional[Mark] = None
    """By what the live file tells whether the change is made; None: its rows have to tell."""


@dataclass(frozen=True)
class Resolution:
    """Decisions about conflicts of a file that are being carried out in it, and what is recorded once they are."""

    id: str
    file: str
    closed: Sequence[Decided] = ()
    renewed: Sequence[Tuple[Conflict, Conflict]] = ()
    """Conflicts about which nothing is done, because mine is not what the person saw, and as they are now."""
    whole: Optional[FileDecision] = None
    """What the next run does with the whole file."""
    mark: Optional[Mark] = None
    """By what the live file tells whether the decisions are carried out; None: its rows have to tell."""


def now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds")


def conflict_row(conflict: Conflict) -> Dict[str, Any]:
    return {
        "file": conflict.file,
        "kind": conflict.kind,
        "table_name": conflict.table,
        "key": c.dump_key(conflict.key),
        "column_name": conflict.column,
        "base": c.dump(conflict.base),
        "mine": c.dump(conflict.mine),
        "theirs": c.dump(conflict.theirs),
        "other_table": conflict.other_table,
        "other_key": None if conflict.other_key is None else c.dump_key(conflict.other_key),
        "other_base": c.dump(conflict.other_base),
        "created_at": conflict.created_at,
    }


def read_conflict(row: Mapping[str, Any]) -> Conflict:
    return Conflict(
        file=row["file"],
        kind=row["kind"],
        table=row["table_name"],
        key=c.load_key(row["key"]),
        column=row["column_name"],
        base=c.load(row["base"]),
        mine=c.load(row["mine"]),
        theirs=c.load(row["theirs"]),
        other_table=row["other_table"],
        other_key=None if row["other_key"] is None else c.load_key(row["other_key"]),
        other_base=c.load(row["other_base"]),
        created_at=row["created_at"],
    )


def decided_row(decided: Decided) -> Dict[str, Any]:
    return {
        **conflict_row(decided.conflict),
        "choice": decided.choice.value,
        "value": c.dump(decided.value),
        "decided_at": decided.decided_at,
    }


def read_decided(row: Mapping[str, Any]) -> Decided:
    return Decided(read_conflict(row), Choice(row["choice"]), c.load(row["value"]), row["decided_at"])


def read_patch(row: Mapping[str, Any]) -> Patch:
    then = json.loads(row["follows"])
    return Patch(
        id=row["id"],
        agreed=FileState(**then["agreed"]),
        incoming=then["incoming"],
        reshapes=then["reshapes"],
        settles=then["settles"],
        conflicts=[read_conflict(values) for values in then["conflicts"]],
        failures=[read_failure(values) for values in then["failures"]],
        homeless=[read_decided(values) for values in then.get("homeless", ())],
        mark=_read_mark(then),
    )


def _read_mark(then: Mapping[str, Any]) -> Optional[Mark]:
    return Mark(*then["mark"]) if then.get("mark") else None


def read_resolution(row: Mapping[str, Any]) -> Resolution:
    then = json.loads(row["follows"])
    return Resolution(
        id=row["id"],
        file=row["file"],
        closed=[read_decided(values) for values in then["closed"]],
        renewed=[(read_conflict(old), read_conflict(new)) for old, new in then["renewed"]],
        mark=_read_mark(then),
    )


def failure_row(failure: Failure) -> Dict[str, Any]:
    return {
        "file": failure.file,
        "table_name": failure.table,
        "key": c.dump_key(failure.key),
        "change": failure.change,
        "state": failure.state,
        "message": _kept(failure.message),
        "created_at": failure.created_at or now(),
    }


def read_failure(row: Mapping[str, Any]) -> Failure:
    return Failure(
        file=row["file"],
        table=row["table_name"],
        key=c.load_key(row["key"]),
        change=row["change"],
        state=row["state"],
        message=_read(row["message"]),
        created_at=row["created_at"],
    )


def _kept(text: str) -> str:
    """With what it was made of, where that is more than the text: it is said in the user's language later."""
    parts = parts_of(text)
    return json.dumps(parts, ensure_ascii=False) if parts and parts["values"] else text


def _read(text: str) -> str:
    try:
        return from_parts(json.loads(text)) or text
    except ValueError:
        return text


def patch_text(patch: Patch) -> str:
    """What follows from a patch, as one text."""
    return json.dumps(
        {
            "agreed": asdict(patch.agreed),
            "incoming": patch.incoming,
            "reshapes": patch.reshapes,
            "settles": patch.settles,
            "conflicts": [conflict_row(conflict) for conflict in patch.conflicts],
            "failures": [failure_row(failure) for failure in patch.failures],
            "homeless": [decided_row(decided) for decided in patch.homeless],
            "mark": patch.mark,
        }
    )


def resolution_text(resolution: Resolution) -> str:
    """What follows from decisions about rows, as one text; those about whole files touch no live file."""
    return json.dumps(
        {
            "closed": [decided_row(decided) for decided in resolution.closed],
            "renewed": [[conflict_row(old), conflict_row(new)] for old, new in resolution.renewed],
            "mark": resolution.mark,
        }
    )
