# SPDX-License-Identifier: GPL-2.0-or-later
"""Apply deltas to the GeoPackages of a project: each has its own result, none takes another down."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, Iterable, List, Mapping, MutableMapping, Optional, Sequence, Set, Tuple

from ..errors import GeoPackageError, GeoPackageIoError
from ..message import Message
from ..project.project import Project
from .edit import Outcome, edit
from .errors import ApplyFailed
from .former_columns import ColumnsOfToday, FormerColumns, knows_none
from .layers import FormerLayer, Workspace
from .model import Delta
from .refusal import NotYet, Refusal, TransactionLost
from .result import APPLIED, DeltaResult

# A trigger that undoes the whole transaction costs a fresh start each time.
_MOST_FRESH_STARTS = 50
_NO_LAYERS: Mapping[str, FormerLayer] = {}


def apply_deltas(
    project: Project,
    deltas: Iterable[Delta],
    client_keys: MutableMapping[str, str],
    overwrite_conflicts: bool,
    *,
    former_layers: Mapping[str, FormerLayer] = _NO_LAYERS,
    former_columns: FormerColumns = knows_none,
    durable: bool = True,
) -> List[DeltaResult]:
    """Apply the deltas in their order; the results have the same order.

    `client_keys` maps `"<clientId>__<localLayerId>__<localPk>"` to the key of that feature here, as text; it
    is used and extended. `former_layers` tells what layer ids of earlier versions of the project stood for,
    `former_columns` what columns of earlier versions of a GeoPackage are called today.
    `durable=False` is for private copies that the caller itself makes durable later: a power cut may break them.

    Raises ApplyFailed when a GeoPackage is busy or the disk is full; then nothing was changed. Only when the
    disk fails between the commits of several GeoPackages are some of them final: work on a copy.
    """
    columns = ColumnsOfToday(former_columns)
    run = _Run(project, list(deltas), overwrite_conflicts, former_layers, columns, durable)
    for _ in range(_MOST_FRESH_STARTS):
        keys = dict(client_keys)
        try:
            results = run.attempt(keys)
        except GeoPackageError as error:
            raise ApplyFailed(error.message, transient=error.transient) from error
        if results is not None:
            client_keys.update(keys)
            return results
    raise ApplyFailed(
        Message("A trigger in a GeoPackage undoes everything again and again. Nothing was changed."),
        transient=False,
    )


class _Run:
    def __init__(
        self,
        project: Project,
        deltas: Sequence[Delta],
        overwrite_conflicts: bool,
        former_layers: Mapping[str, FormerLayer],
        columns: ColumnsOfToday,
        durable: bool,
    ) -> None:
        self.project, self.deltas, self.columns, self.durable = project, deltas, columns, durable
        self.overwrite_conflicts, self.former_layers = overwrite_conflicts, former_layers
        # What was learnt in an attempt that could not be finished.
        self.refused: Dict[int, Refusal] = {}
        self.lost: Dict[Path, str] = {}

    def attempt(self, keys: Dict[str, str]) -> Optional[List[DeltaResult]]:
        """All deltas once; None if what was learnt on the way asks for a fresh start."""
        workspace = Workspace(self.project, self.former_layers, self.lost, self.durable)
        try:
            results: Dict[int, DeltaResult] = {}
            todo = list(range(len(self.deltas)))
            while todo:
                waiting = self._round(todo, workspace, keys, results, is_last=False)
                if len(waiting) == len(todo):
                    waiting = self._round(todo, workspace, keys, results, is_last=True)
                todo = waiting
            workspace.commit()
            return [results[index] for index in range(len(self.deltas))]
        except _FreshStart:
            return None
        finally:
            workspace.close()

    def _round(
        self,
        todo: Sequence[int],
        workspace: Workspace,
        keys: Dict[str, str],
        results: Dict[int, DeltaResult],
        *,
        is_last: bool,
    ) -> List[int]:
        """Try these deltas; returns those to try again, as a later one may make room or bring a parent."""
        waiting: List[int] = []
        held: Set[Tuple[str, str]] = set()
        for index in todo:
            feature = self._feature(self.deltas[index])
            if feature in held:
                waiting.append(index)
                continue
            try:
                results[index] = self._result(index, workspace, keys)
            except NotYet as refusal:
                if is_last:
                    results[index] = self._refused(index, refusal)
                else:
                    waiting.append(index)
                    held.add(feature)
        return waiting

    @staticmethod
    def _feature(delta: Delta) -> Tuple[str, str]:
        return delta.layer_id, delta.client_key if delta.local_pk else delta.source_pk

    def _result(self, index: int, workspace: Workspace, keys: Dict[str, str]) -> DeltaResult:
        if index in self.refused:
            return self._refused(index, self.refused[index])
        delta = self.deltas[index]
        path: Optional[Path] = None
        try:
            table = workspace.table_for(delta)
            path = table.file.path
            table.file.allow_time()
            delta = self.columns.translated(table, workspace.relations.translated(delta, keys))
            outcome = edit(table, delta, keys, overwrite_conflicts=self.overwrite_conflicts)
        except NotYet:
            raise
        except Refusal as refusal:
            return self._refused(index, refusal)
        except UnicodeEncodeError as error:
            return self._refused(
                index, Refusal(Message("A text is not Unicode ({reason}).", reason=error.reason))
            )
        except TransactionLost as lost:
            self.refused[index] = lost.refusal
            raise _FreshStart from lost
        except GeoPackageError as error:
            if path is None or error.transient or isinstance(error, GeoPackageIoError):
                raise
            # A damaged GeoPackage must not keep the deltas of the others from being applied.
            self.lost[path] = error.message
            raise _FreshStart from error
        return self._applied(index, outcome)

    def _applied(self, index: int, outcome: Outcome) -> DeltaResult:
        return DeltaResult(
            self.deltas[index],
            index,
            APPLIED,
            outcome.msg,
            conflicts=outcome.conflicts or None,
            modified_pk=outcome.modified_pk,
            overwritten=outcome.overwritten,
        )

    def _refused(self, index: int, refusal: Refusal) -> DeltaResult:
        return DeltaResult(
            self.deltas[index],
            index,
            refusal.status,
            refusal.msg,
            e_type=refusal.e_type,
            conflicts=refusal.conflicts,
            provider_errors=refusal.provider_errors,
        )


class _FreshStart(Exception):
    """What was done so far is undone; `_Run` remembers why."""
