# SPDX-License-Identifier: GPL-2.0-or-later
"""Delta files, the JSON form in which QField sends changes: read, validate, write, make, apply, invert."""

from .errors import ApplyFailed, DeltaCannotCarry, DeltaError, InvalidDeltaFile
from .model import CREATE, DELETE, PATCH, REFUSE, Delta, DeltaFile, State
from .result import APPLIED, CONFLICT, ERROR, NOT_APPLIED, UNSUPPORTED, DeltaResult

__all__ = [
    "APPLIED",
    "CONFLICT",
    "CREATE",
    "DELETE",
    "ERROR",
    "NOT_APPLIED",
    "PATCH",
    "REFUSE",
    "UNSUPPORTED",
    "ApplyFailed",
    "Delta",
    "DeltaCannotCarry",
    "DeltaError",
    "DeltaFile",
    "DeltaResult",
    "InvalidDeltaFile",
    "State",
]
