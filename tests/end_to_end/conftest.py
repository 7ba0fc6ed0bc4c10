# SPDX-License-Identifier: GPL-2.0-or-later
"""A server of its own for each bad day, and a survey on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

import pytest
from qfieldcloud_sdk import sdk

from scripts.demo.server import CompanionServer
from tests.contract.field_device import CloudProject, FieldDevice
from tests.contract.survey import make_survey

PERSON, PASSWORD = "office", "rubber-boots-in-the-rain-7"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[CompanionServer]:
    running = CompanionServer(tmp_path / "server")
    running.start()
    running.add_person(PERSON, PASSWORD)
    yield running
    running.stop()


@dataclass
class Survey:
    office: sdk.Client
    device: FieldDevice
    project: CloudProject
    folder: Path

    def on_the_server(self, tmp: Path, layer: str) -> dict[str, dict]:
        """The rows of a download by another device."""
        witness = FieldDevice(self.device.wire.base.removesuffix("/api/v1/"), tmp / "witness")
        witness.log_in(PERSON, PASSWORD)
        return witness.download(witness.find_project(self.project.name)).rows(layer)


def survey_on(server: CompanionServer, tmp_path: Path) -> Survey:
    """`folder` is the office's copy, as uploaded."""
    make_survey(tmp_path / "survey", trees=400)
    office = sdk.Client(server.url + "/api/v1/")
    office.login(PERSON, PASSWORD)
    created = office.create_project("survey", PERSON)
    office.upload_files(created["id"], sdk.FileTransferType.PROJECT, str(tmp_path / "survey"), "*")
    device = FieldDevice(server.url, tmp_path / "device")
    device.log_in(PERSON, PASSWORD)
    return Survey(office, device, device.find_project("survey"), tmp_path / "survey")


@pytest.fixture
def survey(server: CompanionServer, tmp_path: Path) -> Survey:
    return survey_on(server, tmp_path)
