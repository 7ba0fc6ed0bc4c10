# SPDX-License-Identifier: GPL-2.0-or-later
"""A lock on a file that the system releases when its process ends, however it ends."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO


def try_lock(path: Path) -> IO[bytes] | None:
    """The lock, or None while another process has it."""
    file = path.open("ab")
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file


def release(file: IO[bytes]) -> None:
    """Closing releases; the file stays, since removing it could take it from under a new owner."""
    file.close()
