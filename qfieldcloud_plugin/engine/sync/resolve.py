# SPDX-License-Identifier: GPL-2.0-or-later
"""Carries out what people decide about conflicts: an edit of the live file, and the hold is lifted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple
from uuid import uuid4

from ..gpkg import Change, Changeset, Kind, Schema, apply, attach, connect, mark, read_schema, transaction
from ..gpkg.row import same_value
from ..gpkg.sql import all_of, names, quoted, sql
from ..message import Message
from . import resolution
from .conflict import FILE, Conflict, Decided, Decision, Key
from .errors import NotAProject
from .local import LocalProject
from .plan import Choice, FileDecision
from .records import Resolution, now
from .recovery import recover, under_way

Row = Optional[Dict[str, Any]]
Pair = Tuple[Conflict, Decision]


def resolve(local: LocalProject, decisions: Iterable[Decision]) -> List[Decided]:
    """Lift the holds that are decided; the next sync sends what was chosen.

    Mine stays as it is, theirs or a third value is written into the live file. The values that lost stay in
    `local.decided()`. A decision about a conflict that has changed meanwhile does nothing: ask again.
    """
    with local.lock():
        for file in under_way(local):
            recover(local, file)
        chosen = {decision.conflict_id: decision for decision in decisions}
        pairs = [(conflict, chosen[conflict.id]) for conflict in local.conflicts() if conflict.id in chosen]
        done: List[Decided] = []
        for file in sorted({conflict.file for conflict, _ in pairs}):
            done += _resolve_file(local, file, [pair for pair in pairs if pair[0].file == file])
        return done


def _resolve_file(local: LocalProject, file: str, pairs: List[Pair]) -> Sequence[Decided]:
    writes = [pair for pair in pairs if pair[0].kind != FILE and pair[1].choice is not Choice.MINE]
    made = _edit(local, file, pairs, writes) if writes else _resolution(file, pairs)
    resolution.finish(local, made)
    return made.closed


def _resolution(file: str, pairs: List[Pair], edited: Optional[_Edited] = None) -> Resolution:
    """What is to be recorded of these decisions."""
    stale = edited.stale if edited is not None else {}
    closed = [(row, Choice.THEIRS, row.theirs) for row in (edited.beside if edited is not None else ())]
    closed += [
        (conflict, decision.choice, _result(conflict, decision))
        for conflict, decision in pairs
        if conflict.id not in stale
    ]
    wholes = [(conflict.key[0], decision) for conflict, decision in pairs if conflict.kind == FILE]
    seen = [
        FileDecision(decision.choice, version if isinstance(version, str) else None)
        for version, decision in wholes
    ]
    return Resolution(
        id=uuid4().hex,
        file=file,
        closed=[Decided(*over, now()) for over in closed],
        renewed=[(conflict, stale[conflict.id]) for conflict, _ in pairs if conflict.id in stale],
        whole=seen[-1] if seen else None,
    )


def _result(conflict: Conflict, decision: Decision) -> Any:
    if decision.choice is Choice.MINE:
        return conflict.mine
    return conflict.theirs if decision.choice is Choice.THEIRS else decision.value


@dataclass(frozen=True)
class _Edited:
    stale: Mapping[str, Conflict] = field(default_factory=dict)
    """Conflicts about which nothing is done, because mine is not what the person saw, as they are now."""
    beside: Sequence[Conflict] = ()
    """Rows that theirs replaced because a conflict is about them as well, with what was lost."""


def _edit(local: LocalProject, file: str, pairs: List[Pair], writes: List[Pair]) -> Resolution:
    """Write theirs, or a third value, into the live file, in one transaction; what is over by that has been noted."""
    base = local.base(file)
    if base is None or not base.is_file():
        raise NotAProject(
            Message(
                "The copy of “{file}” in .qfieldcloud/base is gone. Nothing was decided; sync first.",
                file=file,
            )
        )
    with closing(connect(local.path(file), write=True)) as live:
        attach(live, base, "agreed")
        with transaction(live):
            editor = _Editor(live, read_schema(live), read_schema(live, "agreed"))
            edited, changes = _edited(editor, writes), editor.changeset()
            made = replace(_resolution(file, pairs, edited), mark=mark.choose(live) if len(changes) else None)
            resolution.announce(local, made, changes)
            apply(changes, live)
            if made.mark is not None:
                mark.leave(live, made.mark)
    return made


def _edited(editor: _Editor, writes: List[Pair]) -> _Edited:
    stale = {conflict.id: new for conflict, _ in writes for new in [editor.changed(conflict)] if new}
    for conflict, decision in writes:
        if conflict.id not in stale:
            editor.decide(conflict, decision)
    first = {(conflict.table, conflict.key) for conflict, _ in writes}
    chosen = [conflict for conflict, _ in writes if conflict.id not in stale]
    beside = {
        row.place: row for row in map(editor.beside, chosen) if row and (row.table, row.key) not in first
    }
    return _Edited(stale, tuple(beside.values()))


class _Editor:
    """Collects what the rows shall be, then what has to change for it."""

    def __init__(self, live: sqlite3.Connection, schema: Schema, agreed: Schema) -> None:
        self._live, self._schema, self._agreed = live, schema, agreed
        self._now: Dict[Tuple[str, Key], Row] = {}
        self._wanted: Dict[Tuple[str, Key], Row] = {}

    def changed(self, conflict: Conflict) -> Optional[Conflict]:
        """The conflict with what is here now, where that is not what it says of mine."""
        now = self._row(conflict.table, conflict.key, "main")
        if conflict.column:
            value = None if now is None else now.get(conflict.column)
            known = now is not None and self._same(conflict.table, conflict.column, value, conflict.mine)
            return None if known else replace(conflict, mine=value)
        mine = conflict.mine if isinstance(conflict.mine, dict) else None
        if now is None or mine is None:
            return None if now is mine else replace(conflict, mine=now)
        known = all(self._same(conflict.table, name, now.get(name), value) for name, value in mine.items())
        return None if known else replace(conflict, mine=now)

    def _same(self, table: str, column: str, one: Any, other: Any) -> bool:
        geometry = self._schema[table].geometry
        return same_value(one, other, geometry is not None and geometry.name == column)

    def decide(self, conflict: Conflict, decision: Decision) -> None:
        for place in conflict.rows:
            now, theirs = self._row(*place, "main"), self._row(*place, "agreed")
            self._now.setdefault(place, now)
            wanted = self._wanted.get(place, now)
            if not conflict.column:
                self._wanted[place] = None if theirs is None else {**(now or {}), **theirs}
            elif wanted is not None:
                value = (
                    decision.value if decision.choice is Choice.VALUE else (theirs or {}).get(conflict.column)
                )
                self._wanted[place] = {**wanted, conflict.column: value}

    def beside(self, conflict: Conflict) -> Optional[Conflict]:
        """The second row of the conflict, where theirs replaces what was made of it here since."""
        if conflict.other_key is None:
            return None
        table, key = place = conflict.rows[1]
        now, wanted, known = self._now[place], self._wanted[place], conflict.other_base
        if now is None or not self._change(place, now, wanted) or self._is(place, now, known):
            return None
        return Conflict(conflict.file, conflict.kind, table, key, base=known, mine=now, theirs=wanted)

    def _is(self, place: Tuple[str, Key], now: Dict[str, Any], known: Any) -> bool:
        return isinstance(known, dict) and all(
            self._same(place[0], name, value, known.get(name)) for name, value in now.items()
        )

    def changeset(self) -> Changeset:
        changes = [self._change(place, self._now[place], wanted) for place, wanted in self._wanted.items()]
        return Changeset.of([change for change in changes if change is not None], self._schema)

    def _change(self, place: Tuple[str, Key], now: Row, wanted: Row) -> Optional[Change]:
        table, key = place
        if now is None or wanted is None:
            if now is None and wanted is None:
                return None
            kind = Kind.INSERT if now is None else Kind.DELETE
            return Change(table, kind, key, now or {}, self._complete(table, wanted) if wanted else {})
        differ = [name for name, value in wanted.items() if not self._same(table, name, value, now[name])]
        if not differ:
            return None
        old = {name: now[name] for name in differ}
        return Change(table, Kind.UPDATE, key, old, {name: wanted[name] for name in differ})

    def _complete(self, table: str, row: Dict[str, Any]) -> Dict[str, Any]:
        return {**dict.fromkeys(self._schema[table].stored_columns), **row}

    def _row(self, table: str, key: Key, database: str) -> Row:
        known = (self._schema if database == "main" else self._agreed).get(table)
        if known is None:
            return None
        shared = [name for name in known.stored_columns if name in self._schema[table].stored_columns]
        where = all_of(quoted(name) + " = ?" for name in known.key)
        source = quoted(database) + "." + quoted(table)
        found = self._live.execute(
            sql("SELECT", names(shared), "FROM", source, "WHERE", where), key
        ).fetchone()
        return None if found is None else dict(zip(shared, found))
