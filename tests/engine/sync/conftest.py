# SPDX-License-Identifier: GPL-2.0-or-later
"""An office: a server, and people who each have a folder of the same project."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path
from typing import Any, FrozenSet, Optional

import pytest

from qfieldcloud_plugin.engine.sync import LocalProject, ProjectLink, SyncOptions, SyncReport, run

from .folder_remote import OURS, STOCK, FolderRemote, Server
from .survey import edit, make_survey, rows

LINK = ProjectLink("https://cloud.example.org/", "7d5b6b3e-3f0c-4b58-9d60-1d3f0b0a8a11", "survey", "alice")


class Person:
    """Someone with a folder of the project, QGIS open on it, and a way to the server."""

    def __init__(self, folder: Path, server: Server, extensions: FrozenSet[str] = OURS) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.server = server
        self.remote = FolderRemote(server, extensions)
        if not LocalProject.is_project(folder):
            LocalProject.create(folder, LINK).close()

    def edits(self, *statements: str, parameters: Any = ()) -> None:
        edit(self.folder, *statements, parameters=parameters)

    def syncs(self, options: Optional[SyncOptions] = None, **more: Any) -> SyncReport:
        with LocalProject.open(self.folder) as local:
            return run(local, self.remote, options, **more)

    def rows(self, table: str = "trees", columns: str = "species, height") -> Any:
        return rows(self.folder, table, columns)

    def open(self) -> LocalProject:
        return LocalProject.open(self.folder)


class Office:
    def __init__(self, folder: Path, extensions: FrozenSet[str]) -> None:
        (folder / "server").mkdir(exist_ok=True)
        self.folder = folder
        self.server = Server(folder / "server")
        self.extensions = extensions

    def person(self, name: str) -> Person:
        return Person(self.folder / name, self.server, self.extensions)

    def copied(self, folder: Path) -> Office:
        """The same office elsewhere, as if everything had happened there."""
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        office, server = Office(folder, self.extensions), copy.deepcopy(self.server)
        server.folder = folder / "server"
        server.blobs = {id_: server.folder / blob.name for id_, blob in server.blobs.items()}
        office.server = server
        return office


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Made once: every test begins with the same syncs."""
    return _opened(Office(tmp_path_factory.mktemp("office"), OURS))


@pytest.fixture
def office(furnished: Office, tmp_path: Path) -> Office:
    """With our own server; the survey is in the cloud, and ann and ben each have it."""
    return furnished.copied(tmp_path)


@pytest.fixture
def stock_office(office: Office) -> Office:
    """The same with a server that has no extensions."""
    office.extensions = STOCK
    return office


def _opened(office: Office) -> Office:
    make_survey(office.folder / "ann")
    assert office.person("ann").syncs().complete
    assert office.person("ben").syncs().complete
    return office


@pytest.fixture
def ann(office: Office) -> Person:
    return office.person("ann")


@pytest.fixture
def ben(office: Office) -> Person:
    return office.person("ben")
