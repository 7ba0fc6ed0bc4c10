# SPDX-License-Identifier: GPL-2.0-or-later
"""How a long piece of work tells where it is, and how it is told to stop."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Callable, Optional

from .errors import Cancelled


@dataclass(frozen=True)
class Progress:
    """One step forward. `total` is None where it is not known yet."""

    phase: str
    """look, upload, download, merge, push, wait, apply or done."""
    file: str = ""
    layer: str = ""
    done: int = 0
    total: Optional[int] = None
    unit: str = "bytes"
    """bytes or rows: what `done` and `total` count."""


ProgressCallback = Callable[[Progress], None]


def ignore_progress(_: Progress) -> None:
    """For callers that do not look."""


class CancelToken:
    """Said once, from any thread; the work ends at its next safe point."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    @property
    def cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise Cancelled when someone has said stop."""
        if self.cancelled:
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Sleep, but wake up and raise Cancelled when someone says stop."""
        if self._event.wait(seconds):
            raise Cancelled
