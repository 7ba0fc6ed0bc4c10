# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong with delta files as a whole; that one delta cannot be applied is a result.

EngineError
└── DeltaError
    ├── InvalidDeltaFile     the bytes are not a delta file
    ├── DeltaCannotCarry     a change that QField's format cannot express
    └── ApplyFailed          a GeoPackage could not be written at all; nothing was changed
"""

from __future__ import annotations

from typing import Optional

from ..errors import EngineError
from ..message import Message


class DeltaError(EngineError):
    code = "delta_error"


class InvalidDeltaFile(DeltaError):
    """The bytes are not a delta file; `delta_index` and `field` say where, when that is known."""

    code = "invalid_deltafile"

    def __init__(self, reason: str, *, field: str = "", delta_index: Optional[int] = None) -> None:
        self.reason, self.field, self.delta_index = reason, field, delta_index
        where = field if delta_index is None else f"deltas[{delta_index}]{'.' + field if field else ''}"
        # The reason is for whoever wrote the file: plain English, because it is at hand for each of a million deltas.
        said = f"{where}: {reason}" if where else reason
        super().__init__(Message("This is not a valid delta file: {reason}.", reason=said))


class DeltaCannotCarry(DeltaError):
    """A change that QField's format cannot express without loss."""

    code = "delta_cannot_carry"


class ApplyFailed(DeltaError):
    """A GeoPackage could not be opened, written or committed; every delta of the call is as it was before."""

    code = "delta_apply_failed"
