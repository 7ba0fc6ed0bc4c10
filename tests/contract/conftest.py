# SPDX-License-Identifier: GPL-2.0-or-later
"""A real server in its own process, people on it, and a survey that one of them has uploaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

import pytest
from qfieldcloud_sdk import sdk

from scripts.demo.server import CompanionServer

from .field_device import CloudProject, FieldDevice
from .survey import make_survey

PASSWORD = "rubber-boots-in-the-rain-7"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompanionServer]:
    with CompanionServer(tmp_path_factory.mktemp("server") / "data") as running:
        running.add_person("office", PASSWORD)
        yield running


@pytest.fixture
def office(server: CompanionServer) -> sdk.Client:
    """The official SDK, signed in as the person who owns the projects."""
    client = sdk.Client(server.url + "/api/v1/")
    client.login("office", PASSWORD)
    return client


@dataclass
class Survey:
    """A project on the server and the device that will work on it."""

    device: FieldDevice
    project: CloudProject
    folder: Path


@pytest.fixture
def device(server: CompanionServer, tmp_path: Path) -> FieldDevice:
    simulated = FieldDevice(server.url, tmp_path / "device")
    simulated.log_in("office", PASSWORD)
    return simulated


@pytest.fixture
def survey(office: sdk.Client, device: FieldDevice, tmp_path: Path, request: pytest.FixtureRequest) -> Survey:
    folder = tmp_path / "office"
    make_survey(folder)
    created = office.create_project(request.node.name[:60].replace("[", "_").replace("]", ""), "office")
    office.upload_files(created["id"], sdk.FileTransferType.PROJECT, str(folder), "*")
    project = next(found for found in device.refresh_projects() if found.id == created["id"])
    return Survey(device, project, folder)
