# SPDX-License-Identifier: GPL-2.0-or-later
"""What a sync will do, file by file: a pure comparison of base, here and there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from enum import Enum
from typing import Dict, Iterator, List, Mapping, Optional, Tuple

from ..message import Message
from .names import is_geopackage, is_project_file
from .remote import RemoteFile, RemoteVersion


class Action(str, Enum):
    NOTHING = "nothing"
    ADOPT = "adopt"
    """Both sides hold the same bytes; only the state has to learn it."""
    UPLOAD = "upload"
    DOWNLOAD = "download"
    MERGE = "merge"
    """A GeoPackage both sides know: rows travel."""
    DELETE_HERE = "delete_here"
    DELETE_THERE = "delete_there"
    FORGET = "forget"
    """Gone on both sides."""
    CONFLICT = "conflict"
    WAIT = "wait"
    """Nothing can be done now; the step's reason says why."""


class Choice(str, Enum):
    """How a person decides a conflict."""

    MINE = "mine"
    THEIRS = "theirs"
    VALUE = "value"


class Side(str, Enum):
    """What happened to a file on one side since base."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    BACK = "back"
    """An older version than the one agreed on, which nobody knows any more: a backup was restored, say."""
    NEVER = "never"


@dataclass(frozen=True)
class Agreed:
    """The state of a file that folder and server last agreed on."""

    name: str
    version_id: str
    etag: str
    size: int
    uploaded_at: str = ""


@dataclass(frozen=True)
class Here:
    """A local file as the plan needs it. `changed` is against base; of a GeoPackage only a suspicion."""

    name: str
    size: int
    changed: bool = True
    etag: Optional[str] = None


@dataclass(frozen=True)
class FileDecision:
    """A person's answer to a file conflict; it counts only for the version they saw (None: no file)."""

    choice: Choice
    version_id: Optional[str]


@dataclass(frozen=True)
class Wishes:
    """What the person wants of every sync of this folder."""

    project_file: Optional[str] = None
    """The folder's one QGIS project; the server takes no second one."""
    download_attachments: bool = True
    confirm_deletes: bool = False
    """True: the person has seen that many files, or the project itself, would be deleted, and agrees."""


@dataclass(frozen=True)
class Step:
    name: str
    action: Action
    size: int = 0
    """Bytes that would travel at most; rows travel as far fewer."""
    reason: str = ""
    here: Side = Side.SAME
    there: Side = Side.SAME
    remote: Optional[RemoteVersion] = None
    """The version the step was planned against; None where the server has no such file."""
    adopt: Optional[RemoteVersion] = None
    """An older version that the local bytes turn out to be: the base that was missing."""
    keep_loser: bool = False
    """The bytes that are about to be replaced or deleted are kept first."""


@dataclass(frozen=True)
class Plan:
    """Steps in the order of names."""

    steps: Tuple[Step, ...]

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def of(self, *actions: Action) -> List[Step]:
        return [step for step in self.steps if step.action in actions]

    @property
    def work(self) -> List[Step]:
        """What would change something, on either side."""
        return [step for step in self.steps if step.action is not Action.NOTHING]

    @property
    def bytes_up(self) -> int:
        return sum(step.size for step in self.of(Action.UPLOAD))

    @property
    def bytes_down(self) -> int:
        return sum(step.size for step in self.of(Action.DOWNLOAD))


def make_plan(
    base: Mapping[str, Agreed],
    here: Mapping[str, Here],
    there: Mapping[str, RemoteFile],
    wishes: Optional[Wishes] = None,
    decided: Optional[Mapping[str, FileDecision]] = None,
) -> Plan:
    """Compare three sides. Pure: reads no file and asks no server."""
    wishes, decided = wishes or Wishes(), decided or {}
    steps = [
        _step(name, base.get(name), here.get(name), there.get(name), wishes, decided.get(name))
        for name in sorted({*base, *here, *there})
    ]
    steps = _one_project_file(steps, wishes, there)
    return Plan(tuple(_without_mass_deletion(steps, len(base), wishes)))


def _step(
    name: str,
    base: Optional[Agreed],
    here: Optional[Here],
    there: Optional[RemoteFile],
    wishes: Wishes,
    decision: Optional[FileDecision],
) -> Step:
    mine, theirs = _side_here(base, here), _side_there(base, there)
    remote = there.latest if there else None
    step = Step(name, Action.NOTHING, here=mine, there=theirs, remote=remote)
    action = _TABLE[mine, theirs]
    if action is Action.CONFLICT:
        step = _meeting(step, here, there, decision)
    elif action in (Action.UPLOAD, Action.DOWNLOAD) and is_geopackage(name) and base and here and there:
        step = _with(step, Action.MERGE)
    else:
        step = _with(step, action)
    if step.action in (Action.DELETE_HERE, Action.DELETE_THERE) or lacks(there, base):
        step = _with(step, step.action, keep_loser=True)
    on_demand = there is not None and there.is_attachment and not wishes.download_attachments
    if on_demand and here is None:
        # Freeing space on this computer must not delete the team's photos.
        step = _with(step, Action.FORGET if base else Action.NOTHING, reason=Message("Left on the server."))
    return _with(step, step.action, size=_size(step, here))


def _side_here(base: Optional[Agreed], here: Optional[Here]) -> Side:
    if here is None:
        return Side.NEVER if base is None else Side.GONE
    if base is None:
        return Side.NEW
    return Side.CHANGED if here.changed else Side.SAME


def _side_there(base: Optional[Agreed], there: Optional[RemoteFile]) -> Side:
    if there is None:
        return Side.NEVER if base is None else Side.GONE
    if base is None:
        return Side.NEW
    if there.latest.id == base.version_id:
        return Side.SAME
    older = lacks(there, base) and there.latest.etag != base.etag and _is_before(there.latest, base)
    return Side.BACK if older else Side.CHANGED


def lacks(there: Optional[RemoteFile], base: Optional[Agreed]) -> bool:
    """Whether the server no longer knows what was agreed on, though it still has what was before.

    Old versions go, the oldest first; this one was taken out, or the server was set back.
    """
    if there is None or base is None or there.version(base.version_id) is not None:
        return False
    return any(_is_before(version, base) for version in there.versions)


def _is_before(version: RemoteVersion, base: Agreed) -> bool:
    one, other = _moment(version.uploaded_at), _moment(base.uploaded_at)
    return one is not None and other is not None and one < other


def _moment(text: str) -> Optional[datetime]:
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=timezone.utc)


_TABLE: Mapping[Tuple[Side, Side], Action] = {
    (Side.SAME, Side.SAME): Action.NOTHING,
    (Side.SAME, Side.CHANGED): Action.DOWNLOAD,
    (Side.SAME, Side.GONE): Action.DELETE_HERE,
    (Side.CHANGED, Side.SAME): Action.UPLOAD,
    (Side.CHANGED, Side.CHANGED): Action.CONFLICT,
    (Side.CHANGED, Side.GONE): Action.CONFLICT,
    (Side.SAME, Side.BACK): Action.CONFLICT,
    (Side.CHANGED, Side.BACK): Action.CONFLICT,
    (Side.GONE, Side.BACK): Action.CONFLICT,
    (Side.GONE, Side.SAME): Action.DELETE_THERE,
    (Side.GONE, Side.CHANGED): Action.CONFLICT,
    (Side.GONE, Side.GONE): Action.FORGET,
    (Side.NEW, Side.NEVER): Action.UPLOAD,
    (Side.NEW, Side.NEW): Action.CONFLICT,
    (Side.NEVER, Side.NEW): Action.DOWNLOAD,
}


def _meeting(
    step: Step, here: Optional[Here], there: Optional[RemoteFile], decision: Optional[FileDecision]
) -> Step:
    """Both sides did something: equal, mergeable by rows, decided, or a conflict."""
    same = _same_bytes(here, there) if here is not None and there is not None else None
    if same is not None and same == step.remote:
        return _with(step, Action.ADOPT)
    if decision is not None and decision.version_id == (step.remote.id if step.remote else None):
        return _as_decided(step, here, there, decision.choice)
    known = is_geopackage(step.name) and here is not None and there is not None
    # Merged, the older version would take back everything that the server has lost.
    mergeable = known and step.there is not Side.BACK
    if mergeable and (step.here is Side.CHANGED or same is not None):
        return _with(step, Action.MERGE, adopt=None if step.here is Side.CHANGED else same)
    if same is not None:
        # The local bytes are an older version of the remote file: nothing was changed here.
        return _with(step, Action.DOWNLOAD, adopt=same)
    return _with(step, Action.CONFLICT, reason=_WHY[step.here, step.there])


_WENT_BACK = Message("The server has gone back to an older version.")
_WHY: Mapping[Tuple[Side, Side], str] = {
    (Side.CHANGED, Side.CHANGED): Message("Changed here and on the server."),
    (Side.CHANGED, Side.GONE): Message("Changed here, deleted on the server."),
    (Side.GONE, Side.CHANGED): Message("Deleted here, changed on the server."),
    (Side.SAME, Side.BACK): _WENT_BACK,
    (Side.CHANGED, Side.BACK): _WENT_BACK,
    (Side.GONE, Side.BACK): _WENT_BACK,
    (Side.NEW, Side.NEW): Message("Here and on the server are two different files of this name."),
}


def _same_bytes(here: Here, there: RemoteFile) -> Optional[RemoteVersion]:
    if here.etag is None:
        return None
    return next((version for version in there.versions if version.etag == here.etag), None)


def _as_decided(step: Step, here: Optional[Here], there: Optional[RemoteFile], choice: Choice) -> Step:
    if choice is Choice.MINE:
        return _with(step, Action.UPLOAD if here else Action.DELETE_THERE, keep_loser=there is not None)
    return _with(step, Action.DOWNLOAD if there else Action.DELETE_HERE, keep_loser=here is not None)


def _with(
    step: Step,
    action: Action,
    *,
    reason: str = "",
    size: int = 0,
    adopt: Optional[RemoteVersion] = None,
    keep_loser: bool = False,
) -> Step:
    return Step(
        step.name,
        action,
        size or step.size,
        reason or step.reason,
        step.here,
        step.there,
        step.remote,
        adopt or step.adopt,
        keep_loser or step.keep_loser,
    )


def _size(step: Step, here: Optional[Here]) -> int:
    if step.action is Action.UPLOAD and here is not None:
        return here.size
    if step.action is Action.DOWNLOAD and step.remote is not None:
        return step.remote.size
    return 0


def _one_project_file(steps: List[Step], wishes: Wishes, there: Mapping[str, RemoteFile]) -> List[Step]:
    """The server refuses a second QGIS project; it waits here instead of failing there."""
    known = next((name for name in there if is_project_file(name)), None) or wishes.project_file
    if known is None:
        candidates = [step.name for step in steps if is_project_file(step.name)]
        known = candidates[0] if len(candidates) == 1 else None
    renamed = any(step.name == known and step.action is Action.DELETE_THERE for step in steps)
    result = []
    for step in steps:
        second = is_project_file(step.name) and step.action is Action.UPLOAD and step.name != known
        if second and not renamed:
            reason = Message(
                "A cloud project holds one QGIS project file, “{known}”; this one stays here. "
                "To send it instead, move the other out of the folder.",
                known=known or "",
            )
            if known is None:
                reason = Message(
                    "This folder holds several QGIS project files; choose the one that belongs to the cloud."
                )
            step = _with(step, Action.WAIT, reason=reason)
        result.append(step)
    return result


def _without_mass_deletion(steps: List[Step], known: int, wishes: Wishes) -> List[Step]:
    """An emptied or unmounted folder looks like a person who deleted everything: ask before believing it."""
    doomed: Dict[Action, List[Step]] = {
        action: [step for step in steps if step.action is action]
        for action in (Action.DELETE_HERE, Action.DELETE_THERE)
    }
    replaced = any(is_project_file(s.name) and s.action in (Action.UPLOAD, Action.DOWNLOAD) for s in steps)
    suspicious = {
        step.name
        for deletions in doomed.values()
        for step in deletions
        if len(deletions) * 2 > max(known, 4) or (is_project_file(step.name) and not replaced)
    }
    if wishes.confirm_deletes or not suspicious:
        return steps
    reason = Message(
        "Would be deleted. Confirm it, because the project itself or most of its files are gone on one side."
    )
    return [_with(step, Action.WAIT, reason=reason) if step.name in suspicious else step for step in steps]
