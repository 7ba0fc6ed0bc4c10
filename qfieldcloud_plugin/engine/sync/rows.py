# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings one GeoPackage in step by rows; docs/architecture.md tells the rounds carried out here."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional, Tuple

from ..errors import ChangeDoesNotFit, SchemaDoesNotFit
from ..gpkg import Changeset
from ..message import Message
from . import outbox
from .arrival import NOTHING, Arrival, check_arrival
from .conflict import file_conflict
from .context import Context
from .errors import NotAProject, NotFound, TooLarge, VersionConflict
from .ground import Ground, common_ground
from .meeting import Meeting, look_only, meet
from .outbox import Parcel
from .places import Place, digest_of
from .plan import Action, lacks
from .records import Failure, FileState
from .recovery import recover
from .remote import DeltaStatus
from .report import FileOutcome, Tally
from .shapes import fits, schema_of
from .theirs import Theirs, fetch
from .transfer import keep_local
from .whole import upload_whole

_VANISHED = Message("The server reported success, but its new version does not hold this change.")
_BUSY = Message("Others keep changing the same rows. What is left of yours is kept here; sync again.")
_SLOW = Message("The server has your changes but has not applied them yet; sync again later.")


def sync_rows(context: Context, name: str) -> FileOutcome:
    """Raises SyncError and EngineError; whatever was done until then holds and is not done again."""
    recover(context.local, name)
    return _RowSync(context, name).run()


class _RowSync:
    def __init__(self, context: Context, name: str) -> None:
        self.context = context
        self.local = context.local
        self.name = name
        self.tally = Tally()
        self.vanished: Dict[Place, int] = {}
        self.packed: Optional[Parcel] = None
        known = self.local.state.failures(name)
        self.failures: List[Failure] = [] if context.options.retry_failed else known

    def run(self) -> FileOutcome:
        stalled = 0
        while stalled < self.context.options.rounds:
            before = self.tally.rows_up
            parcel = self._parcel()
            try:
                statuses = outbox.deliver(self.context, parcel) if parcel is not None else []
            except TooLarge:
                if parcel is None or not self.context.send_fewer(len(parcel.delta_file.deltas)):
                    raise
                stalled = 0
                continue
            if statuses is None:
                return self._outcome(_SLOW)
            theirs = self._fetch()
            with common_ground(self.context, self.name, self._agreed()[1], theirs) as ground:
                if isinstance(ground, Message):
                    tables = "other tables"
                    whole = file_conflict(self.name, theirs.version.id, tables, tables)
                    self.local.state.set_conflicts(self.name, [whole])
                    return self._outcome(ground, "schema_conflict")
                try:
                    meeting = self._meet(ground, theirs, parcel, statuses)
                except SchemaDoesNotFit:
                    # Someone changed the tables of the live file just now.
                    stalled += 1
                    continue
            # What is to be sent after the tables changed is found anew, in the new tables.
            if not ground.reshapes and self._is_done(meeting, ground, theirs):
                return self._outcome()
            stalled = 0 if self.tally.rows_up > before else stalled + 1
        return self._outcome(_BUSY)

    def _is_done(self, meeting: Meeting, ground: Ground, theirs: Theirs) -> bool:
        """Send what is left to send; whether nothing remains to be seen to."""
        if not ground.live_differs:
            if not len(meeting.send):
                return True
            self.packed = outbox.pack(self.context, self.name, meeting.send)
            if self.packed is not None:
                return False
        try:
            _, size = upload_whole(self.context, self.name, meeting, theirs.version)
        except (VersionConflict, ChangeDoesNotFit):
            return False
        self.context.forget_project()
        self.tally.bytes_up += size
        self.tally.count_up(meeting.send)
        return True

    # -- one round ------------------------------------------------------------------------------

    def _parcel(self) -> Optional[Parcel]:
        """What is on its way. A server that overwrites blindly gets only what was merged with its very latest."""
        parcel, self.packed = outbox.waiting(self.context, self.name, self.packed), None
        if parcel is None or self.context.on_conflict:
            return parcel
        file, state = self.context.remote.file(self.name), self.local.state.file(self.name)
        moved_on = file is not None and state is not None and file.latest.id != state.version_id
        if moved_on and not self.context.remote.delta_statuses(parcel.id):
            outbox.discard(self.context, parcel.id)
            return None
        return parcel

    def _agreed(self) -> Tuple[FileState, Path]:
        state, base = self.local.state.file(self.name), self.local.base(self.name)
        if state is None or base is None or not base.is_file():
            raise NotAProject(
                Message(
                    "The copy of “{name}” in .qfieldcloud/base is gone. Your file is untouched.",
                    name=self.name,
                )
            )
        return state, base

    def _fetch(self) -> Theirs:
        file = self.context.remote.file(self.name)
        if file is None:
            raise NotFound(
                Message(
                    "“{name}” was just deleted on the server. Yours is untouched; sync again.", name=self.name
                )
            )
        state, base = self._agreed()
        theirs = fetch(self.context, state, base, file.latest)
        if theirs.is_new and lacks(file, state.agreed):
            # What it took back may be nowhere else.
            keep_local(self.context, self.name)
        self.tally.bytes_down += theirs.bytes_down
        return theirs

    def _meet(
        self,
        ground: Ground,
        theirs: Theirs,
        parcel: Optional[Parcel],
        statuses: List[DeltaStatus],
    ) -> Meeting:
        if parcel is None and not theirs.is_new:
            meeting = look_only(self.context, ground, self._agreed()[0], self.failures)
        else:
            arrival = NOTHING if parcel is None else self._check(parcel, statuses, ground)
            settles = "" if parcel is None else parcel.id
            meeting = meet(self.context, ground, theirs, arrival, self.failures, settles)
        self.tally.took(meeting.patch, meeting.downloaded, whole=ground.reshapes)
        if ground.reshapes:
            self.context.forget_project()
        self.failures = list(meeting.failures)
        return meeting

    def _check(self, parcel: Parcel, statuses: List[DeltaStatus], ground: Ground) -> Arrival:
        answers = outbox.by_place(parcel, statuses)
        sent = parcel.sent if fits(parcel.sent, schema_of(ground.base)) else Changeset()
        arrival = check_arrival(self.name, sent, answers, ground.theirs)
        self.tally.count_up(arrival.accepted)
        self.tally.bytes_up += parcel.size
        lost = []
        for change in arrival.vanished:
            place = (change.table, change.key)
            self.vanished[place] = self.vanished.get(place, 0) + 1
            if self.vanished[place] > 1:
                lost.append(Failure(self.name, *place, digest_of(change), "vanished", _VANISHED))
        failures = (*arrival.failures, *lost)
        return Arrival(arrival.accepted, arrival.renamed, failures, arrival.vanished, arrival.missing)

    def _outcome(self, waits: str = "", error: str = "") -> FileOutcome:
        state = self.local.state.file(self.name)
        return FileOutcome(
            self.name,
            Action.MERGE,
            version_id=state.version_id if state is not None else "",
            bytes_up=self.tally.bytes_up,
            bytes_down=self.tally.bytes_down,
            rows_up=self.tally.up,
            rows_down=self.tally.down,
            tables_changed=() if self.tally.is_whole else tuple(self.tally.tables),
            content_changed=bool(self.tally.tables) or self.tally.is_whole,
            waits=waits,
            error=error,
        )
