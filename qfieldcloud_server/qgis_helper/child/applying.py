# SPDX-License-Identifier: GPL-2.0-or-later
"""Applies deltas to databases, services and copies of files: each in its own transaction, once whatever happens.

Before a change becomes final, the parent is told what it will be and how its fate can be learnt, and keeps that.
Who comes after a crash asks for the fate first. A copy goes with this process, so nobody will ever ask about it.
"""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Set, Tuple, cast

from qfieldcloud_plugin.engine.delta import APPLIED, CREATE, DELETE, ERROR, UNSUPPORTED, Delta
from qfieldcloud_plugin.engine.delta.edit import Outcome, edit
from qfieldcloud_plugin.engine.delta.refusal import NotYet, Refusal
from qfieldcloud_plugin.engine.delta.relations import Relations
from qfieldcloud_plugin.engine.delta.table import GeoPackageTable

from .channel import Channel, Content
from .layers import opened, project_of
from .refused import Refused, Unreachable
from .table import LayerTable
from .transaction import COMMITTED, RUNNING, UNKNOWN, LayerTransaction

_UNSURE = (
    "The helper was interrupted while it added this feature, and this data source cannot tell whether it did. "
    "Look for it there; if it is missing, apply this change again."
)


def apply(channel: Channel, order: Content) -> Content:
    """Tells the parent `at` (a delta begins), `intent` (before it becomes final) and `result` for each delta."""
    _Run(channel, order).run()
    return {}


class _Run:
    def __init__(self, channel: Channel, order: Content) -> None:
        self.channel = channel
        self.project = project_of(order)
        self.relations = Relations(self.project)
        self.keys: Dict[str, str] = order["keys"]
        self.overwrite_conflicts: bool = order["overwrite_conflicts"]
        self.waiting: List[Content] = order["deltas"]
        self.copies: Dict[str, str] = order["copies"]
        self._tables: Dict[str, LayerTable] = {}
        self._out_of_reach: Dict[str, str] = {}

    def run(self) -> None:
        """Rounds, as the engine does them: what a later delta may make possible is tried again after it."""
        while self.waiting:
            before = len(self.waiting)
            self._round(is_last=False)
            if len(self.waiting) == before:
                self._round(is_last=True)

    def _round(self, *, is_last: bool) -> None:
        todo, self.waiting = self.waiting, []
        held: Set[Tuple[str, str]] = set()
        for item in todo:
            delta = Delta.from_json(item["delta"], on_conflict=item["on_conflict"])
            feature = (delta.layer_id, delta.client_key if delta.local_pk else delta.source_pk)
            if feature in held:
                self.waiting.append(item)
                continue
            self.channel.tell("at", index=item["index"])
            known = dict(self.keys)
            try:
                result = self._result(delta, item)
            except NotYet as refusal:
                if not is_last:
                    self.waiting.append(item)
                    held.add(feature)
                    continue
                result = _refused(refusal)
            changed = {key: value for key, value in self.keys.items() if known.get(key) != value}
            self.channel.tell("result", index=item["index"], result=result, keys=changed)

    def _result(self, delta: Delta, item: Content) -> Content:
        """What became of the delta; raises NotYet."""
        layer_id = item["layer"]
        if layer_id in self._out_of_reach:
            return _waits(self._out_of_reach[layer_id])
        try:
            table = self._table(layer_id)
            intent = item.get("intent")
            if intent:
                settled = self._settled(table, delta, intent)
                if settled is not None:
                    return settled
            return self._applied(table, delta, item)
        except NotYet:
            raise
        except Unreachable as error:
            # The next one would wait as long, only to learn the same.
            self._out_of_reach[layer_id] = str(error)
            return _waits(str(error))
        except Refused as error:
            return _refused(Refusal(str(error), e_type="IO"))
        except Refusal as refusal:
            return _refused(refusal)
        except UnicodeEncodeError as error:
            return _refused(Refusal(f"A text is not Unicode ({error.reason})."))

    def _table(self, layer_id: str) -> LayerTable:
        table = self._tables.get(layer_id)
        if table is None:
            layer = opened(self.project, self.project.layer(layer_id))
            table = self._tables[layer_id] = LayerTable(layer, LayerTransaction(layer))
        return table

    def _settled(self, table: LayerTable, delta: Delta, intent: Content) -> Optional[Content]:
        """What an interrupted attempt already made final; None if it is to be done again."""
        fate = table.transaction.fate_of(intent["mark"])
        if fate == RUNNING:
            raise Unreachable(f"An earlier attempt at this change is not over yet in “{table.name}”")
        if fate == COMMITTED:
            self.keys.update(intent["keys"])
            result: Content = intent["result"]
            return result
        if fate != UNKNOWN:
            return None
        if delta.method == CREATE:
            raise Refusal(_UNSURE, status=ERROR)
        if delta.method == DELETE and table.find(table.key_from(delta.source_pk)) is None:
            return _done(Outcome(delta.source_pk, "This feature was deleted before."))
        return None

    def _applied(self, table: LayerTable, delta: Delta, item: Content) -> Content:
        transaction, keys, index = table.transaction, dict(self.keys), item["index"]
        is_copy = item["layer"] in self.copies
        transaction.begin()
        try:
            if not (transaction.is_real or is_copy):
                # What is written is final at once: from here on nobody could say that it was not.
                self.channel.ask("intent", index=index, mark="", result={}, keys={})
            outcome = edit(
                # The same methods, on another kind of rows.
                cast(GeoPackageTable, table),
                self.relations.translated(delta, keys),
                keys,
                overwrite_conflicts=self.overwrite_conflicts,
            )
            result, mark = _done(outcome), ""
            new_keys = {key: value for key, value in keys.items() if self.keys.get(key) != value}
            if transaction.is_real and not is_copy:
                mark = transaction.mark()
                self.channel.ask("intent", index=index, mark=mark, result=result, keys=new_keys)
        except BaseException:
            transaction.rollback()
            raise
        transaction.commit(mark)
        self.keys.update(new_keys)
        return result


def _done(outcome: Outcome) -> Content:
    overwritten = outcome.overwritten
    return {
        "status": APPLIED,
        "msg": outcome.msg,
        "modified_pk": outcome.modified_pk,
        "conflicts": list(outcome.conflicts) or None,
        "overwritten": None if overwritten is None else overwritten.to_json(),
    }


def _refused(refusal: Refusal) -> Content:
    return {
        "status": refusal.status,
        "msg": refusal.msg,
        "e_type": refusal.e_type,
        "conflicts": _listed(refusal.conflicts),
        "provider_errors": _listed(refusal.provider_errors),
    }


def _waits(why: str) -> Content:
    text = why.rstrip(". ")
    return {"status": UNSUPPORTED, "msg": f"{text}. The change is kept and is tried again.", "e_type": "IO"}


def _listed(texts: Any) -> Optional[List[str]]:
    return None if texts is None else list(texts)
