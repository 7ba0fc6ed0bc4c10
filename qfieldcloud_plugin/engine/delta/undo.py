# SPDX-License-Identifier: GPL-2.0-or-later
"""Take deltas back: the deltas that undo others, last first."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterable, List, Mapping, Union

from .model import REFUSE, Delta
from .result import APPLIED, DeltaResult

_NO_RESULTS: Mapping[str, DeltaResult] = {}


def undo(
    deltas: Iterable[Delta],
    results: Union[Mapping[str, DeltaResult], Iterable[DeltaResult]] = _NO_RESULTS,
    *,
    on_conflict: str = REFUSE,
) -> List[Delta]:
    """The deltas that take these back, each with an id of its own.

    With the `results` (by delta id, or as `apply_deltas` returned them) only what was applied is taken back,
    to the values that were really there, of the rows that were really meant. A feature that others changed
    since is left as it is, unless `on_conflict` is "".
    """
    known = results if isinstance(results, Mapping) else {result.delta.uuid: result for result in results}
    taken_back = []
    for delta in reversed(list(deltas)):
        result = known.get(delta.uuid)
        if result is not None and result.status != APPLIED:
            continue
        inverse = delta.inverted(overwritten=result.overwritten if result is not None else None)
        if result is not None and result.modified_pk is not None:
            inverse = replace(inverse, source_pk=str(result.modified_pk))
        taken_back.append(replace(inverse, on_conflict=on_conflict))
    return taken_back
