# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps QGIS's main thread breathing while workers run Python on many rows."""

from __future__ import annotations

import gc
import sys
import threading
from contextlib import contextmanager
from typing import Iterator

# Python hands its lock over after this many seconds when another thread asks; the main thread asks many times
# for one turn of its event loop.
_HAND_OVER = 0.0005
_NEVER = 1_000_000_000

_lock = threading.Lock()
_workers = 0
_before = (0.0, (0, 0, 0))


@contextmanager
def breathing() -> Iterator[None]:
    """While any worker is inside, Python's lock changes hands quickly and no full garbage collection begins.

    A full collection looks at every object, and a hundred thousand rows are millions of them: half a second in
    which no other thread runs. Rows have no cycles and go without one; young objects are collected as always.
    """
    _enter()
    try:
        yield
    finally:
        _leave()


def _enter() -> None:
    global _workers, _before
    with _lock:
        if _workers == 0:
            _before = (sys.getswitchinterval(), gc.get_threshold())
            sys.setswitchinterval(_HAND_OVER)
            young, middle, _old = _before[1]
            gc.set_threshold(young, middle, _NEVER)
        _workers += 1


def _leave() -> None:
    global _workers
    with _lock:
        _workers -= 1
        if _workers == 0:
            sys.setswitchinterval(_before[0])
            gc.set_threshold(*_before[1])
