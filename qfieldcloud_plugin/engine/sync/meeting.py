# SPDX-License-Identifier: GPL-2.0-or-later
"""One round in which mine and theirs meet: the live file gets what is new, and what is mine alone is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any, Dict, List, Mapping, Sequence, Tuple
from uuid import uuid4

from ..errors import SchemaDoesNotFit
from ..gpkg import (
    NO_RENAMES,
    Changeset,
    Renames,
    Schema,
    apply,
    attach,
    connect,
    mark,
    read_schema,
    transaction,
)
from . import advance
from .arrival import Arrival
from .columns import has_home, homeless, in_new_names
from .conflict import Conflict, Decided
from .context import Context
from .ground import Ground, not_told, touches
from .manifest import settled
from .places import Place, refused, without
from .plan import Choice
from .records import Failure, FileState, Patch, Resolution, now
from .settlement import DELETED_AND_CHANGED, Settlement, settle
from .shapes import fitted, schema_of, transplant
from .state import State
from .theirs import Theirs
from .unsaved import require_written


@dataclass(frozen=True)
class Meeting:
    send: Changeset
    """What may be sent now."""
    difference: Changeset
    """All that is mine alone, also what is held or was refused: from the remote version to the live file."""
    failures: Tuple[Failure, ...]
    patch: Changeset
    """What the live file got."""
    downloaded: Changeset
    renames: Renames = NO_RENAMES
    """What the live file calls tables and columns of `difference`."""


def look_only(context: Context, ground: Ground, state: FileState, failures: Sequence[Failure]) -> Meeting:
    """The server has nothing new: no lock, no write to the live file."""
    local, name = context.local, state.name
    file = local.look_at(name)
    before = settled(file) if file is not None else ""
    settlement = _settle(context, ground, Arrival(Changeset(), {}))
    send, still = _not_refused(settlement.send, failures)
    clean = not len(settlement.difference) and not ground.live_differs
    if clean and state.fingerprint != before:
        local.state.agree(replace(state, fingerprint=before))
    conflicts: Sequence[Conflict] = settlement.conflicts
    if ground.live_differs:
        conflicts, over = _with_home(ground, conflicts, schema_of(local.path(name)))
        if over:
            local.state.finish_resolution(Resolution(uuid4().hex, name, closed=over))
    local.state.set_conflicts(name, conflicts)
    local.state.set_failures(name, still)
    return Meeting(send, settlement.difference, still, Changeset(), Changeset(), ground.renames)


def meet(
    context: Context,
    ground: Ground,
    theirs: Theirs,
    arrival: Arrival,
    failures: Sequence[Failure],
    settles: str,
) -> Meeting:
    """Inside one write transaction on the live file, which no edit of QGIS can slip into."""
    local, name = context.local, ground.name
    patience = context.options.busy_seconds
    with closing(connect(local.path(name), write=True, timeout=patience)) as live:
        if ground.reshapes and theirs.incoming is not None:
            attach(live, theirs.incoming, "source")
        with transaction(live):
            settlement = _settle(context, ground, arrival)
            if ground.reshapes and touches(settlement.mine, ground.renames.unproven):
                # Written just now, into a table of which nobody can tell what has become of it.
                raise SchemaDoesNotFit(not_told(ground.renames))
            if settlement.rekeyed or ground.reshapes:
                require_written(local.path(name), name)
            send, still = _not_refused(settlement.send, [*failures, *arrival.failures])
            patch = _patch(context, ground, theirs, settlement, still, settles)
            changes = settlement.patch
            if ground.live_differs:
                schema = read_schema(live)
                patch = _as_in_own_tables(patch, ground, changes, schema)
                changes = fitted(changes, schema, ground.renames)
            if ground.reshapes and theirs.incoming is not None:
                patch = _as_in_new_tables(patch, ground, settlement, read_schema(live, "source"))
            is_written = ground.reshapes or bool(len(changes))
            patch = replace(patch, mark=mark.choose(live) if is_written else None)
            advance.announce(local, patch, changes, theirs.changes or Changeset())
            _bring(live, ground, settlement, changes)
            if patch.mark is not None:
                mark.leave(live, patch.mark)
    advance.finish(local, patch)
    return Meeting(send, settlement.difference, still, changes, settlement.downloaded, ground.renames)


def _settle(context: Context, ground: Ground, arrival: Arrival) -> Settlement:
    context.tell("merge", ground.name)
    state = context.local.state
    with closing(connect(ground.base, write=True)) as base:
        return settle(
            ground.name,
            ground.mine(),
            ground.theirs,
            arrival,
            base,
            in_new_names(state.conflicts(ground.name), ground.agreed_names),
            context.references(ground.name),
            _former_rows(state, ground),
        )


def _former_rows(state: State, ground: Ground) -> Dict[Place, Mapping[str, Any]]:
    """Rows that one side deleted while the other changed them, as they were before."""
    decided = [over.conflict for over in state.decided(ground.name) if over.choice is Choice.MINE]
    rows: Dict[Place, Any] = {}
    for conflict in in_new_names((*decided, *state.conflicts(ground.name)), ground.agreed_names):
        if conflict.kind == DELETED_AND_CHANGED:
            rows[conflict.table, conflict.key] = conflict.base
        if conflict.other_key is not None:
            rows[conflict.other_table, conflict.other_key] = conflict.other_base
    return {place: row for place, row in rows.items() if isinstance(row, dict)}


def _not_refused(send: Changeset, failures: Sequence[Failure]) -> Tuple[Changeset, Tuple[Failure, ...]]:
    """What may be sent, and the failures whose change is still the one that the server did not take."""
    places = refused(send, failures)
    still = {(failure.table, failure.key): failure for failure in failures}
    return without(send, places), tuple(failure for place, failure in still.items() if place in places)


def _patch(
    context: Context,
    ground: Ground,
    theirs: Theirs,
    settlement: Settlement,
    failures: Tuple[Failure, ...],
    settles: str,
) -> Patch:
    local, name = context.local, ground.name
    known = local.state.file(name)
    base = local.new_base(name).name if theirs.incoming is not None or known is None else known.base
    return Patch(
        id=uuid4().hex,
        agreed=FileState.of(name, theirs.version, "", base),
        incoming=theirs.incoming.name if theirs.incoming is not None else "",
        reshapes=ground.reshapes,
        settles=settles,
        conflicts=settlement.conflicts,
        failures=failures,
    )


def _bring(live: sqlite3.Connection, ground: Ground, settlement: Settlement, changes: Changeset) -> None:
    if ground.reshapes:
        transplant(live)
        apply(fitted(settlement.difference, read_schema(live), ground.renames), live)
    else:
        apply(changes, live)


def _as_in_own_tables(patch: Patch, ground: Ground, theirs: Changeset, live: Schema) -> Patch:
    """The conflicts that stay. What they wrote into what I dropped is put among the decided: nobody saw it here."""
    still, over = _with_home(ground, patch.conflicts, live)
    gone = homeless(ground.name, theirs, live, ground.renames)
    told = [replace(one, mine=None, theirs=one.mine) for one in gone if one.mine is not None]
    over += [Decided(conflict, Choice.MINE, None, now()) for conflict in told]
    return replace(patch, conflicts=still, homeless=over)


def _with_home(
    ground: Ground, conflicts: Sequence[Conflict], live: Schema
) -> Tuple[List[Conflict], List[Decided]]:
    """The conflicts about what is there in the live file, and the others, which mine has won by dropping it."""
    still: List[Conflict] = []
    over: List[Decided] = []
    for conflict, renamed in zip(conflicts, in_new_names(conflicts, ground.renames)):
        if has_home(renamed, live):
            still.append(conflict)
        else:
            over.append(Decided(conflict, Choice.MINE, conflict.mine, now()))
    return still, over


def _as_in_new_tables(patch: Patch, ground: Ground, settlement: Settlement, theirs: Schema) -> Patch:
    """The conflicts that stay. Edits in what theirs dropped have no place any more; they are put among the decided."""
    gone = homeless(ground.name, settlement.mine, theirs, ground.renames)
    over = [Decided(conflict, Choice.THEIRS, conflict.theirs, now()) for conflict in gone]
    still = [one for one in in_new_names(settlement.conflicts, ground.renames) if has_home(one, theirs)]
    return replace(patch, conflicts=still, homeless=over)
