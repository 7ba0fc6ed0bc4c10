# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies of files for one child process, which may change them: the files of the project may be blobs themselves."""

from __future__ import annotations

from pathlib import Path

from qfieldcloud_plugin.engine.file_copy import copy_file


class Copies:
    """They lie in the process's own folder and go with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "copies"
        self._folder.mkdir(exist_ok=True)
        self._made: dict[Path, Path] = {}

    def of(self, original: Path) -> Path:
        """The copy of this file; all of its layers have the same."""
        copy = self._made.get(original)
        if copy is None:
            # Its own name could mean something to a driver, or end a text in a layer's source.
            copy = self._folder / f"{len(self._made)}.sqlite"
            copy_file(original, copy)
            self._made[original] = copy
        return copy

    def hand_back(self, original: Path, destination: Path) -> None:
        """The copy as it is now, once."""
        copy = self._made[original]
        # A file that is kept in this mode has its last changes in the log beside it.
        for ending in ("-wal", ""):
            beside = Path(f"{copy}{ending}")
            if beside.is_file():
                beside.replace(f"{destination}{ending}")
