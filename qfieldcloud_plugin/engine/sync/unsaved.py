# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of which a program in this process holds edits that are not written yet, so their rows must keep their keys.

QGIS writes an edit to the row that has the key by then, which may be another person's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Dict, FrozenSet, Iterable

from ..message import Message
from .errors import FileInUse

_held: Dict[int, FrozenSet[Path]] = {}


def hold(owner: object, paths: Iterable[Path]) -> None:
    """From now on these are the files of which `owner` holds edits; from any thread."""
    files = frozenset(path.resolve() for path in paths)
    if files:
        _held[id(owner)] = files
    else:
        _held.pop(id(owner), None)


def require_written(path: Path, name: str) -> None:
    """Raises FileInUse while somebody holds edits of the file."""
    if any(path.resolve() in files for files in list(_held.values())):
        raise FileInUse(
            Message(
                "“{name}” has unsaved edits in QGIS, and rows of it would get other numbers. "
                "Save or discard the edits, then sync again.",
                name=name,
            )
        )
