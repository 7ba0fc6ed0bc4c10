# SPDX-License-Identifier: GPL-2.0-or-later
"""Why one delta is not applied; it never leaves this package, `apply_deltas` makes a result of it."""

from __future__ import annotations

from typing import Optional, Tuple

from .result import CONFLICT, NOT_APPLIED


class Refusal(Exception):
    """`status` and the rest are those of the `DeltaResult`."""

    def __init__(
        self,
        msg: str,
        *,
        status: str = NOT_APPLIED,
        e_type: str = "ERROR",
        conflicts: Optional[Tuple[str, ...]] = None,
        provider_errors: Optional[Tuple[str, ...]] = None,
    ) -> None:
        super().__init__(msg)
        self.msg, self.status, self.e_type = msg, status, e_type
        self.conflicts, self.provider_errors = conflicts, provider_errors


class NotYet(Refusal):
    """A unique value is taken, or a row that is referred to is missing: a later delta may change that."""

    def __init__(self, msg: str, provider_error: str) -> None:
        super().__init__(msg, provider_errors=(provider_error,))


class TransactionLost(Exception):
    """This delta made SQLite undo the deltas before it, too: begin again without it."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.msg)
        self.refusal = refusal


def conflict(msg: str, conflicts: Tuple[str, ...]) -> Refusal:
    return Refusal(msg, status=CONFLICT, e_type="CONFLICT", conflicts=conflicts)
