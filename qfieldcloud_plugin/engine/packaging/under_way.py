# SPDX-License-Identifier: GPL-2.0-or-later
"""What a take-back carries home, written down before any of it is there: when the power goes, the next one knows."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Optional

from ..durable import write_bytes
from ..gpkg import Changeset, apply, connect
from ..gpkg.mark import Mark, is_left
from ..gpkg.standing import stands

_FILE = "under_way.json"


class Load(NamedTuple):
    """What goes to one file of the project."""

    home: str
    """The file's name in the project."""
    mark: Optional[Mark]
    """By what that file tells whether it has arrived there; else the rows have to tell."""
    edits: Changeset
    file: str
    """The package's GeoPackage."""
    taken: Changeset
    """What the memory of that GeoPackage gets once it has."""


class UnderWay:
    """Of one package, whose memory is `folder`; `root` is the project's."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder, self._root, self._path = folder, root, folder / _FILE

    def announce(self, loads: Iterable[Load]) -> None:
        said = [
            [
                base64.b64encode(part.to_bytes()).decode() if isinstance(part, Changeset) else part
                for part in load
            ]
            for load in loads
        ]
        write_bytes(self._path, json.dumps(said).encode())

    def forget(self) -> None:
        self._path.unlink(missing_ok=True)

    def recover(self) -> None:
        """Remember what had arrived at home when the last take-back was cut short."""
        if not self._path.is_file():
            return
        for home, mark, edits, file, taken in json.loads(self._path.read_text("utf-8")):
            load = Load(home, Mark(*mark) if mark else None, _changes(edits), file, _changes(taken))
            if self._has_arrived(load):
                self._remember(self._folder / load.file, load.taken)
        self.forget()

    def _has_arrived(self, load: Load) -> bool:
        home = self._root / load.home
        if not home.is_file():
            return False
        with closing(connect(home)) as connection:
            told = is_left(connection, load.mark) if load.mark is not None else None
            return told if told is not None else stands(load.edits, connection) or False

    def _remember(self, memory: Path, taken: Changeset) -> None:
        with closing(connect(memory)) as connection:
            is_known = stands(taken, connection)
        if not is_known:
            apply(taken, memory)


def _changes(text: str) -> Changeset:
    return Changeset.from_bytes(base64.b64decode(text))
