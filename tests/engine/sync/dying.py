# SPDX-License-Identifier: GPL-2.0-or-later
"""A program that dies at home: before, in or after the n-th thing it writes on this computer."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from typing import Any, Iterator, List
from unittest.mock import patch

from qfieldcloud_plugin.engine.sync import advance, files, meeting, transfer
from qfieldcloud_plugin.engine.sync.state import State

from .folder_remote import Killed

# The package's name for it is the function.
resolve_module = sys.modules["qfieldcloud_plugin.engine.sync.resolve"]
_PLACES = [
    *((files, name, False) for name in ("write_bytes", "move", "copy", "remove")),
    *((module, "transaction", True) for module in (meeting, resolve_module, transfer)),
    (advance, "apply", False),
    (State, "_transaction", True),
]


@contextmanager
def killed_at_home(step: int) -> Iterator[None]:
    """What is inside ends there, as if the power went; with a step beyond the last one it goes through."""
    left = step

    def breathe() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise Killed

    with suppress(Killed), _patched(breathe, list(_PLACES)):
        yield


@contextmanager
def _patched(breathe: Any, places: List[Any]) -> Iterator[None]:
    if not places:
        yield
        return
    owner, name, is_transaction = places.pop()
    whole = getattr(owner, name)

    @contextmanager
    def dying_transaction(*arguments: Any) -> Iterator[Any]:
        breathe()
        with whole(*arguments) as entered:
            yield entered
            breathe()
        breathe()

    def dying(*arguments: Any, **more: Any) -> Any:
        breathe()
        result = whole(*arguments, **more)
        breathe()
        return result

    with patch.object(owner, name, dying_transaction if is_transaction else dying), _patched(breathe, places):
        yield
