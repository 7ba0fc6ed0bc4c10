# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a push has arrived: the server's word is checked against the version it made of it.

A change counts as arrived only where the new remote version holds it. What did not arrive is mine again: it
meets theirs in the next merge, and nothing is lost whatever the server said.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Tuple

from ..gpkg import Change, Changeset, Kind, TableChanges
from ..gpkg.row import same_value
from .conflict import Key
from .places import Place, digest_of
from .records import Failure
from .remote import DeltaStatus

APPLIED, CONFLICT = "applied", "conflict"


@dataclass(frozen=True)
class Arrival:
    """`accepted` is in the server's keys; `renamed` tells which of my new rows got another key there."""

    accepted: Changeset
    renamed: Mapping[Place, Key]
    failures: Tuple[Failure, ...] = ()
    vanished: Tuple[Change, ...] = ()
    """Changes the server called applied that its version does not hold."""
    missing: Tuple[Change, ...] = ()
    """Rows I made that the server called applied and that are not there: deleted since, or never written."""


NOTHING = Arrival(Changeset(), {})


def check_arrival(
    file: str, sent: Changeset, statuses: Mapping[Place, DeltaStatus], theirs: Changeset
) -> Arrival:
    """Compare what was sent, what the server said of it, and the changes from base to its new version."""
    checker = _Checker(file, statuses, theirs)
    return Arrival(
        Changeset(checker.table(table) for table in sent.tables),
        checker.renamed,
        tuple(checker.failures),
        tuple(checker.vanished),
        tuple(checker.missing),
    )


class _Checker:
    def __init__(self, file: str, statuses: Mapping[Place, DeltaStatus], theirs: Changeset) -> None:
        self.file = file
        self.statuses = statuses
        self.theirs: Dict[Place, Change] = {
            (change.table, change.key): change for change in theirs if change.key
        }
        self.renamed: Dict[Place, Key] = {}
        self.failures: List[Failure] = []
        self.vanished: List[Change] = []
        self.missing: List[Change] = []

    def table(self, sent: TableChanges) -> TableChanges:
        accepted = sent.like()
        for change in sent:
            status = self.statuses.get((change.table, change.key))
            arrived = self._arrived(change, status, sent)
            if arrived is not None:
                accepted.add(arrived)
            if status is not None and status.state not in (APPLIED, CONFLICT) and arrived is None:
                self._fail(change, status)
        return accepted

    def _arrived(
        self, change: Change, status: Optional[DeltaStatus], table: TableChanges
    ) -> Optional[Change]:
        applied = status is not None and status.state == APPLIED
        if change.kind is Kind.INSERT:
            return self._arrived_insert(change, status, table) if applied else None
        now = self.theirs.get((change.table, change.key))
        if change.kind is Kind.DELETE:
            arrived = change if now is not None and now.kind is Kind.DELETE else None
        else:
            arrived = self._arrived_update(change, now, table)
        if applied and arrived is None and now is None:
            self.vanished.append(change)
        return arrived

    def _arrived_insert(
        self, change: Change, status: Optional[DeltaStatus], table: TableChanges
    ) -> Optional[Change]:
        key = _server_key(change.key, status)
        now = self.theirs.get((change.table, key))
        if now is None or now.kind is not Kind.INSERT:
            self.missing.append(change)
            return None
        if key != change.key:
            self.renamed[change.table, change.key] = key
        values = dict(change.new)
        for position, value in zip(table.key, key):
            values[table.columns[position]] = value
        # A value the server dropped is mine to send again; any other was set by someone who saw my row.
        dropped = [column for column, mine in values.items() if mine is not None and now.new[column] is None]
        values.update(dict.fromkeys(dropped))
        return Change(change.table, Kind.INSERT, key, {}, values)

    def _arrived_update(self, change: Change, now: Optional[Change], table: TableChanges) -> Optional[Change]:
        if now is None or now.kind is not Kind.UPDATE:
            return None
        columns = [
            column
            for column, mine in change.new.items()
            if column in now.new and _same(mine, now.new[column], _is_geometry(table, column))
        ]
        if not columns:
            return None
        old = {column: change.old[column] for column in columns}
        return Change(
            change.table, Kind.UPDATE, change.key, old, {column: change.new[column] for column in columns}
        )

    def _fail(self, change: Change, status: DeltaStatus) -> None:
        self.failures.append(
            Failure(
                self.file,
                change.table,
                change.key,
                digest_of(change),
                status.state,
                status.message or status.state,
            )
        )


def _server_key(mine: Key, status: Optional[DeltaStatus]) -> Key:
    said = None if status is None else status.modified_pk
    if said is None or len(mine) != 1:
        return mine
    if isinstance(mine[0], int):
        return (int(said),) if said.lstrip("-").isdigit() else mine
    return (said,) if isinstance(mine[0], str) else mine


def _is_geometry(table: TableChanges, column: str) -> bool:
    return table.geometry is not None and table.columns[table.geometry] == column


def _same(mine: Any, theirs: Any, is_geometry: bool) -> bool:
    """Equal, or only written otherwise: QGIS behind a stock server rounds numbers and rewrites times."""
    if same_value(mine, theirs, is_geometry):
        return True
    if is_geometry or mine is None or theirs is None:
        return False
    if isinstance(mine, (int, float)) and isinstance(theirs, (int, float)):
        return math.isclose(mine, theirs, rel_tol=1e-12)
    return isinstance(mine, str) and isinstance(theirs, str) and _plain_time(mine) == _plain_time(theirs)


def _plain_time(text: str) -> str:
    """A time without the parts that say nothing; any other text as it is."""
    if len(text) < 19 or text[4:5] != "-" or text[10:11] not in ("T", " "):
        return text
    text = text.replace(" ", "T", 1).replace("+00:00", "").rstrip("Z")
    return text.rstrip("0").rstrip(".") if "." in text else text
