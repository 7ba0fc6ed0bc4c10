# SPDX-License-Identifier: GPL-2.0-or-later
"""Delta files, the JSON form in which QField sends changes: read, validate, write, make, apply, invert."""

from .apply import apply_deltas
from .compose import LeftOut, SourceLayer, compose, source_layers
from .errors import ApplyFailed, DeltaCannotCarry, DeltaError, InvalidDeltaFile
from .layers import FormerLayer
from .model import CREATE, DELETE, PATCH, REFUSE, Delta, DeltaFile, State
from .result import APPLIED, CONFLICT, ERROR, NOT_APPLIED, UNSUPPORTED, DeltaResult
from .undo import undo

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
    "FormerLayer",
    "InvalidDeltaFile",
    "LeftOut",
    "SourceLayer",
    "State",
    "apply_deltas",
    "compose",
    "source_layers",
    "undo",
]
