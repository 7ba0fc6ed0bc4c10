# SPDX-License-Identifier: GPL-2.0-or-later
"""What writes a layer that is no table of a GeoPackage, and what it takes and gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from qfieldcloud_plugin.engine.errors import GeoPackageError
from qfieldcloud_plugin.engine.gpkg import checkpoint, verify
from qfieldcloud_plugin.engine.project import Layer
from qfieldcloud_plugin.engine.project import Project as QgisProject


class CannotWrite(Exception):
    """The layer's deltas have to wait; the message says why and what would help, without a full stop."""


@dataclass(frozen=True)
class Task:
    """A layer that deltas wait for. The project's folder holds the layer's file and all files of its stem."""

    qgis_project: QgisProject
    layer: Layer
    place: Path
    """An empty folder that nobody else uses; it is removed when the deltas are done."""

    @property
    def file(self) -> Path:
        """The layer's file. Raises CannotWrite when it is not in the project."""
        path = self.qgis_project.file_of(self.layer)
        if path is None or not path.is_file():
            raise CannotWrite("its file is not in the project")
        return path


class StandIn(Protocol):
    """A GeoPackage with the layer's rows, to which the engine applies the deltas in the layer's stead."""

    path: Path
    table: str

    def edited(self) -> Mapping[Path, Path]:
        """The layer's files that are to get a new version, each with the file that has its new bytes.

        Called once, when all deltas have been applied to `path`. Empty when nothing changed. Raises CannotWrite.
        """


@dataclass(frozen=True)
class Handover:
    """A file, in SQLite's format, whose deltas are none of the engine's: others apply them when it is done."""

    original: Path
    copy: Path
    """Where they put the file as it is to be, whole or not at all."""

    def edited(self) -> Mapping[Path, Path]:
        """As of a `StandIn`."""
        if not self.copy.is_file():
            return {}
        try:
            checkpoint(self.copy)
            verify(self.copy)
        except GeoPackageError as error:
            raise CannotWrite(f"it did not read back as it was written: {error.message}") from error
        return {self.original: self.copy}


class Writer(Protocol):
    def can_write(self, layer: Layer) -> bool:
        """Judged by what the project says of the layer; its file may not be there."""

    def lacks(self, layer: Layer) -> str:
        """What has to be installed here before it can write the layer; "" if nothing would help."""

    def stand_in(self, task: Task) -> StandIn | Handover:
        """Raises CannotWrite."""
