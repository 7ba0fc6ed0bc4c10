# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of one delta."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional, Tuple, Union

from ..message import parts_of
from .model import Delta, State

APPLIED = "applied"
CONFLICT = "conflict"
NOT_APPLIED = "not_applied"
ERROR = "error"
# The engine cannot write this layer's data source; the delta should wait for somebody who can.
UNSUPPORTED = "unsupported"

_WIRE_STATUS = {
    APPLIED: "status_applied",
    CONFLICT: "status_conflict",
    NOT_APPLIED: "status_apply_failed",
    ERROR: "status_unknown_error",
    UNSUPPORTED: "status_apply_failed",
}


@dataclass(frozen=True)
class DeltaResult:
    """What became of one delta: `status` is one of this module's constants, `msg` is for people.

    `modified_pk` is the key of the row that was created, changed or deleted, None where none was.
    `overwritten` holds the values that were replaced although the delta did not know them.
    """

    delta: Delta
    delta_index: int
    status: str
    msg: str
    e_type: Optional[str] = None
    conflicts: Optional[Tuple[str, ...]] = None
    modified_pk: Union[int, str, None] = None
    provider_errors: Optional[Tuple[str, ...]] = None
    overwritten: Optional[State] = None

    @property
    def layer_id(self) -> str:
        return self.delta.layer_id

    @property
    def method(self) -> str:
        return self.delta.method

    @property
    def feature_pk(self) -> str:
        return self.delta.source_pk

    def feedback(self, delta_file_id: str) -> dict[str, Any]:
        """The entry QFieldCloud keeps for a delta and shows to clients."""
        parts = parts_of(self.msg)
        return {
            "msg": self.msg,
            # So that a client can say it in the language of its user.
            **({"msg_parts": parts} if parts else {}),
            "status": _WIRE_STATUS[self.status],
            "e_type": self.e_type,
            "delta_file_id": delta_file_id,
            "layer_id": self.layer_id,
            "delta_index": self.delta_index,
            "delta_id": self.delta.uuid,
            "feature_pk": self.feature_pk,
            "modified_pk": self.modified_pk,
            "conflicts": None if self.conflicts is None else list(self.conflicts),
            "provider_errors": None if self.provider_errors is None else list(self.provider_errors),
            "method": self.method,
        }
