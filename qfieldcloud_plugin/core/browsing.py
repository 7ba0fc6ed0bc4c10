# SPDX-License-Identifier: GPL-2.0-or-later
"""What a cloud project holds, as QGIS's browser shows it: files on the server, layers of those that lie here."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Optional

from ..cloud.client import Client
from ..engine.errors import EngineError
from ..engine.gpkg import connect, read_schema
from ..engine.sync.names import is_geopackage
from ..engine.sync.progress import CancelToken


@dataclass(frozen=True)
class BrowsedTable:
    """A table of a GeoPackage on this computer; `geometry` is its type in GeoPackage's words, "" without one."""

    name: str
    geometry: str


@dataclass(frozen=True)
class BrowsedFile:
    """A file on the server. `path` and `tables` are there where it lies on this computer too."""

    name: str
    size: int
    uploaded_at: Optional[datetime]
    version_id: str
    path: Optional[Path] = None
    tables: tuple[BrowsedTable, ...] = ()

    @property
    def title(self) -> str:
        return self.name.rpartition("/")[2]

    @property
    def folder(self) -> str:
        return self.name.rpartition("/")[0]


def browse(
    client: Client, project_id: str, folder: Optional[Path], cancel: CancelToken
) -> tuple[BrowsedFile, ...]:
    """Every file of a project, by name. Runs in a worker."""
    found = []
    for file in client.files.list(project_id):
        cancel.check()
        path = folder / file.name if folder is not None else None
        is_here = path is not None and path.is_file()
        found.append(
            BrowsedFile(
                file.name,
                file.size,
                file.uploaded_at,
                file.versions[0].id if file.versions else "",
                path if is_here else None,
                _tables(path) if is_here and path is not None and is_geopackage(file.name) else (),
            )
        )
    return tuple(sorted(found, key=lambda file: file.name.casefold()))


def _tables(path: Path) -> tuple[BrowsedTable, ...]:
    try:
        with closing(connect(path)) as connection:
            tables = list(read_schema(connection))
    except EngineError:
        # It is listed as a file all the same; opening it tells what is wrong.
        return ()
    shown = [table for table in tables if table.data_type in ("features", "attributes")]
    return tuple(
        BrowsedTable(table.name, table.geometry.type if table.geometry is not None else "") for table in shown
    )
