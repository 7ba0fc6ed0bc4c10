# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps two programs off one project folder, by a lock that the system drops when its holder dies."""

from __future__ import annotations

import json
import os
import socket
import sys
from datetime import datetime, timezone
from pathlib import Path
from types import TracebackType
from typing import Any, Dict, Optional, Type

from ..message import Message
from .errors import ProjectInUse, local_error

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _give_back(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give_back(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


class FolderLock:
    """A context manager; entering raises ProjectInUse, with who holds it where that is known."""

    def __init__(self, state_folder: Path) -> None:
        self._path = state_folder / "lock"
        # Windows lets nobody read a locked file, so who holds it is told beside it.
        self._holder = state_folder / "lock.json"
        self._descriptor: Optional[int] = None

    def __enter__(self) -> FolderLock:
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise local_error(error, self._path.name) from error
        try:
            _take(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise ProjectInUse(
                Message(
                    "This project folder is being synchronized by {program}. "
                    "Nothing was done; try again when it has finished.",
                    program=self._program(),
                )
            ) from error
        self._descriptor = descriptor
        self._tell()
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        if self._descriptor is not None:
            _give_back(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None

    def _tell(self) -> None:
        holder = {
            "process": os.getpid(),
            "host": socket.gethostname(),
            "since": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        }
        try:
            self._holder.write_text(json.dumps(holder), encoding="utf-8")
        except OSError:
            # Only a courtesy to the reader of the message; the lock itself holds.
            return

    def _program(self) -> str:
        try:
            holder: Dict[str, Any] = json.loads(self._holder.read_text(encoding="utf-8"))
            # For a person at this clock; the file has it for programs.
            since = datetime.fromisoformat(holder["since"]).astimezone()
            return Message(
                "another program (process {process} on {host}, since {since})",
                process=holder["process"],
                host=holder["host"],
                since=since.strftime("%Y-%m-%d %H:%M"),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return Message("another program")
