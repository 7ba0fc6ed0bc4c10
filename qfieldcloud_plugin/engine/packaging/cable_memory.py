# SPDX-License-Identifier: GPL-2.0-or-later
"""What is remembered beside a project of the packages made for a cable, for as long as one of them may come home."""

from __future__ import annotations

import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Optional

from ..durable import write_bytes
from ..message import Message
from .errors import NotACablePackage
from .report import PackageReport

# Lies in the package and names the memory of it.
MARKER = "qfieldcloud_package.json"
PLACE = ".qfieldcloud/cable"
_REPORT, _STORY = "report.json", "story.json"
_GONE = ".gone-"
_DAY = 24 * 3600
# A folder that is not there may be on a stick that is not plugged in.
DAYS_AFTER_HOME = 30
# What was never taken home may be on a device in the field, or nowhere any more; nobody can tell.
DAYS_IN_THE_FIELD, ALWAYS_KEPT = 365, 50


@dataclass(frozen=True)
class Story:
    """What has become of a package, as far as this computer has seen it."""

    made_in: str = ""
    taken_from: str = ""
    """The folder in which it came home last."""
    is_home: bool = False
    """Everything that was in that folder was taken: nothing is left to be decided."""


class Memory:
    """Of one package; its GeoPackages lie in `path` as they were when it was made or last came home."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def of(cls, root: Path, package_id: str) -> Memory:
        return cls(root / PLACE / package_id)

    def read_report(self) -> Optional[PackageReport]:
        """None when it is not there, or not to be understood."""
        try:
            return PackageReport.from_json(json.loads((self.path / _REPORT).read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write_report(self, report: PackageReport) -> None:
        self._write(_REPORT, report.to_json())

    def note_made(self, folder: Path) -> None:
        self._write(_STORY, asdict(Story(made_in=str(folder.absolute()))))

    def note_taken(self, folder: Path, *, is_all: bool) -> None:
        self._write(_STORY, asdict(Story(self._story().made_in, str(folder.absolute()), is_all)))

    def may_go(self, now: float, *, is_among_the_last: bool) -> bool:
        """Whether nothing of the package can come home any more, by the rules of `forget_old`."""
        age = now - self.used_at()
        if not (self.path / _REPORT).is_file():
            return age > _DAY  # making it was interrupted, or goes on at this moment
        story = self._story()
        if any(self._is_in(folder) for folder in (story.made_in, story.taken_from)):
            return False
        if story.is_home:
            return age > DAYS_AFTER_HOME * _DAY
        return not is_among_the_last and age > DAYS_IN_THE_FIELD * _DAY

    def used_at(self) -> float:
        """When it was made or came home last, in seconds since 1970."""
        return max(_changed_at(path) for path in (self.path, self.path / _REPORT, self.path / _STORY))

    def forget(self) -> None:
        """All of it at once: half a memory would be mistaken for one."""
        gone = self.path.with_name(f"{_GONE}{self.path.name}")
        try:
            self.path.replace(gone)
        except OSError:
            return  # somebody has it open; the next time will do
        shutil.rmtree(gone, ignore_errors=True)

    def _is_in(self, folder: str) -> bool:
        try:
            return bool(folder) and package_in(Path(folder)) == self.path.name
        except NotACablePackage:
            return False

    def _story(self) -> Story:
        try:
            return Story(**json.loads((self.path / _STORY).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return Story()

    def _write(self, name: str, content: dict[str, Any]) -> None:
        """What was there stays until the new is whole: without it nothing could be taken home."""
        write_bytes(self.path / name, json.dumps(content).encode())


def package_in(folder: Path) -> str:
    """The id of the cable package in a folder. Raises NotACablePackage."""
    try:
        marker = json.loads((folder / MARKER).read_text("utf-8"))
        return str(uuid.UUID(marker["package"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotACablePackage(
            Message(
                "“{folder}” is not a package made for a cable. Nothing was changed.",
                folder=folder.name,
            )
        ) from error


def forget_old(root: Path, now: Optional[float] = None) -> None:
    """Forget packages that came home completely a month ago; and those that nobody has seen for a year, but for
    the last fifty. Never one whose folder is still where it was made or came home from."""
    now = time.time() if now is None else now
    newest_first = sorted(memories(root), key=Memory.used_at, reverse=True)
    for number, memory in enumerate(newest_first):
        if memory.may_go(now, is_among_the_last=number < ALWAYS_KEPT):
            memory.forget()


def memories(root: Path) -> Iterator[Memory]:
    """Of all packages of the project."""
    place = root / PLACE
    try:
        entries = sorted(entry.name for entry in os.scandir(place) if entry.is_dir(follow_symlinks=False))
    except OSError:
        return
    for name in entries:
        if name.startswith(_GONE):
            shutil.rmtree(place / name, ignore_errors=True)
        elif _is_id(name):
            yield Memory(place / name)


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _is_id(name: str) -> bool:
    try:
        return str(uuid.UUID(name)) == name
    except ValueError:
        return False
