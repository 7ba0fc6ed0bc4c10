# SPDX-License-Identifier: GPL-2.0-or-later
"""Has the helper apply what the engine could not, and keeps what it says as it says it.

One delta that QGIS cannot live with must not hold up the others: after a crash the rest goes to a new process, and a
delta that brought down two of them is put aside with an error. Files are edited in copies that go with their process:
what was done to them counts when all of it is done, and is done again in the next one.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from django.conf import settings

from qfieldcloud_plugin.engine.delta import APPLIED, ERROR, UNSUPPORTED, DeltaResult, State
from qfieldcloud_plugin.engine.delta import Delta as ReadDelta
from qfieldcloud_plugin.engine.project import Project as QgisProject
from qfieldcloud_server.deltas.models import TakenDelta
from qfieldcloud_server.deltas.writer import Handover
from qfieldcloud_server.jobs.context import JobContext
from qfieldcloud_server.qgis_helper.copies import Copies
from qfieldcloud_server.qgis_helper.errors import HelperError, HelperSilent
from qfieldcloud_server.qgis_helper.layers import layer_to_write
from qfieldcloud_server.qgis_helper.models import Intent
from qfieldcloud_server.qgis_helper.process import HelperProcess, is_configured
from qfieldcloud_server.qgis_helper.secrets import Secrets

logger = logging.getLogger(__name__)

_MOST_CRASHES = 5
_BATCH = 500
# The job still has to write down what was done.
_SECONDS_TO_FINISH = 15


def apply_rest(
    context: JobContext,
    project: QgisProject,
    rows: Sequence[TakenDelta],
    results: Sequence[DeltaResult],
    keys: MutableMapping[str, str],
    handed_over: Mapping[str, Handover],
) -> list[DeltaResult]:
    """The results, with those that waited for QGIS replaced by what it made of them. `keys` is extended.

    `handed_over` are the layers in files, by their ids; what changed gets its copy.

    What became final elsewhere stays so even if the job fails afterwards; the `Intent` of each delta then tells
    the next job, until `forget_intents` is called together with the results being kept.
    """
    waiting = {
        index: layer.id
        for index, result in enumerate(results)
        if result.status == UNSUPPORTED and (layer := layer_to_write(project, result.delta, handed_over))
    }
    if not (waiting and is_configured()):
        return list(results)
    return _Applying(context, project, rows, list(results), keys, handed_over).run(waiting)


def unsettled(rows: Sequence[TakenDelta]) -> list[TakenDelta]:
    """Those that may have become final elsewhere without anybody having noted it."""
    if not rows:
        return []
    intents = Intent.objects.filter(delta__project=rows[0].project)
    noted = set(intents.values_list("delta_id", flat=True))
    return [row for row in rows if row.id in noted]


def forget_intents(rows: Sequence[TakenDelta], results: Sequence[DeltaResult]) -> None:
    """For the transaction that keeps the results: what is settled needs no note any more."""
    if not Intent.objects.filter(delta__project=rows[0].project).exists():
        return
    settled = [row.id for row, result in zip(rows, results, strict=True) if result.status != UNSUPPORTED]
    for start in range(0, len(settled), _BATCH):
        Intent.objects.filter(delta__in=settled[start : start + _BATCH]).delete()


class _Applying:
    def __init__(
        self,
        context: JobContext,
        project: QgisProject,
        rows: Sequence[TakenDelta],
        results: list[DeltaResult],
        keys: MutableMapping[str, str],
        handed_over: Mapping[str, Handover],
    ) -> None:
        """Puts new results in place of those that wait."""
        self.handed_over = handed_over
        self.done_to_copies: dict[int, str] = {}
        """What is lost if the process is: ids of layers by the place of their deltas."""
        self.context, self.project, self.rows, self.results, self.keys = context, project, rows, results, keys
        self.at: int | None = None
        self.crashes: dict[int, int] = {}

    def run(self, todo: dict[int, str]) -> list[DeltaResult]:
        """`todo` has the ids of layers by the place of their deltas."""
        secrets = Secrets.of(self.context.job.project, self.context.job.created_by)
        while todo:
            self.at = None
            self.done_to_copies.clear()
            try:
                seconds = self.context.seconds_left() - _SECONDS_TO_FINISH
                with HelperProcess(secrets, [self.project.root], seconds) as helper:
                    self._go(helper, todo)
            except HelperError as error:
                if not self._goes_on_after(error, todo):
                    break
        return self.results

    def _go(self, helper: HelperProcess, todo: dict[int, str]) -> None:
        count = f"{len(todo)} {'delta' if len(todo) == 1 else 'deltas'}"
        self.context.workflow.log(f"QGIS {helper.version} applies {count}.")
        copies = Copies(helper.folder)
        wanted = {
            layer_id: self.handed_over[layer_id] for layer_id in todo.values() if layer_id in self.handed_over
        }
        keys_in_copies: dict[str, str] = {}
        for message in helper.ask(
            "apply",
            settings.QGIS_SECONDS,
            project=str(self.project.path),
            root=str(self.project.root),
            overwrite_conflicts=self.context.job.project.overwrite_conflicts,
            keys=dict(self.keys),
            deltas=self._described(todo),
            copies={layer_id: str(copies.of(one.original)) for layer_id, one in wanted.items()},
        ):
            if message["kind"] == "at":
                self.at = message["index"]
            elif message["kind"] == "intent":
                self._keep_intent(message)
                helper.say(go=True)
            elif message["kind"] == "result":
                index = message["index"]
                self.results[index] = _read_result(self.results[index], message["result"])
                layer_id = todo.pop(index)
                if layer_id in wanted:
                    self.done_to_copies[index] = layer_id
                    keys_in_copies.update(message["keys"])
                else:
                    self.keys.update(message["keys"])
        for index, layer_id in self.done_to_copies.items():
            if self.results[index].status == APPLIED:
                copies.hand_back(wanted[layer_id].original, wanted[layer_id].copy)
        self.keys.update(keys_in_copies)
        todo.clear()

    def _described(self, todo: dict[int, str]) -> list[dict[str, Any]]:
        intents = {one.pk: one for one in Intent.objects.filter(delta__project=self.context.job.project_id)}
        described = []
        for index in todo:
            delta: ReadDelta = self.results[index].delta
            intent = intents.get(self.rows[index].id)
            described.append(
                {
                    "index": index,
                    "layer": todo[index],
                    "delta": delta.to_json(),
                    "on_conflict": delta.on_conflict,
                    "intent": intent and {"mark": intent.mark, "result": intent.result, "keys": intent.keys},
                }
            )
        return described

    def _keep_intent(self, message: dict[str, Any]) -> None:
        Intent.objects.update_or_create(
            delta_id=self.rows[message["index"]].id,
            defaults={name: message[name] for name in ("mark", "result", "keys")},
        )

    def _goes_on_after(self, error: HelperError, todo: dict[int, str]) -> bool:
        """Whether a new process is worth it; the deltas that are left say what happened."""
        self.context.workflow.log(error.message)
        self._take_back_what_is_lost(todo)
        for index in todo:
            self._settle(index, UNSUPPORTED, f"{error.message} The change is kept and is tried again.")
        if self.at not in todo:
            return False
        self.crashes[self.at] = self.crashes.get(self.at, 0) + 1
        if isinstance(error, HelperSilent):
            # Perhaps somebody has locked its table. What came later to the same layer must not overtake it.
            layer_id = todo[self.at]
            for index in [index for index in todo if todo[index] == layer_id]:
                del todo[index]
        elif self.crashes[self.at] > 1:
            self._settle(self.at, ERROR, f"{error.message} It was this change both times. It is kept.")
            del todo[self.at]
        has_time = self.context.seconds_left() > 2 * _SECONDS_TO_FINISH
        return has_time and sum(self.crashes.values()) < _MOST_CRASHES

    def _take_back_what_is_lost(self, todo: dict[int, str]) -> None:
        in_order = sorted({**todo, **self.done_to_copies}.items())
        todo.clear()
        todo.update(in_order)

    def _settle(self, index: int, status: str, msg: str) -> None:
        self.results[index] = _read_result(
            self.results[index], {"status": status, "msg": msg, "e_type": "IO"}
        )


def _read_result(waiting: DeltaResult, said: dict[str, Any]) -> DeltaResult:
    overwritten = said.get("overwritten")
    return DeltaResult(
        waiting.delta,
        waiting.delta_index,
        said["status"],
        said["msg"],
        e_type=said.get("e_type"),
        conflicts=_texts(said.get("conflicts")),
        modified_pk=said.get("modified_pk"),
        provider_errors=_texts(said.get("provider_errors")),
        overwritten=None if overwritten is None else State.from_json(overwritten),
    )


def _texts(said: list[str] | None) -> tuple[str, ...] | None:
    return None if said is None else tuple(said)
