# SPDX-License-Identifier: GPL-2.0-or-later
"""Servers and workers as on several machines: one PostgreSQL, one WebDAV, and nothing else in common."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from qfieldcloud_sdk import sdk

from scripts.deployments import SERVER, Deployment, NotHere, running
from tests.contract.field_device import FieldDevice
from tests.contract.survey import make_survey

from .conftest import PASSWORD, PERSON


@pytest.fixture
def machines() -> Iterator[tuple[str, Path]]:
    """The address, whose connections go to the machines in turn, and the folder with a `host-…` of each of the four."""

    def prepare(environment: Mapping[str, str]) -> None:
        line = [*SERVER, "createuser", PERSON, "--password-stdin"]
        subprocess.run(
            line, env=dict(environment), input=PASSWORD, text=True, check=True, capture_output=True
        )

    # PostgreSQL runs as somebody else, who must get there.
    with tempfile.TemporaryDirectory(prefix="qfieldcloud-machines-") as folder:
        try:
            with running(Deployment("postgresql", "many", files="webdav"), Path(folder), prepare) as server:
                yield server.address, Path(folder)
        except NotHere as missing:
            pytest.skip(str(missing))


def test_the_whole_road_over_several_machines(machines: tuple[str, Path], tmp_path: Path) -> None:
    address, folder = machines
    make_survey(tmp_path / "survey", trees=20)
    office = sdk.Client(f"{address}/api/v1/")
    office.login(PERSON, PASSWORD)
    created = office.create_project("survey", PERSON)
    office.upload_files(created["id"], sdk.FileTransferType.PROJECT, str(tmp_path / "survey"), "*")

    # Each keeps its connection, so they are on different machines.
    devices = [FieldDevice(address, tmp_path / f"device {number}") for number in range(3)]
    for number, device in enumerate(devices):
        device.log_in(PERSON, PASSWORD)
        project = device.find_project("survey")
        device.download(project).patch("Trees", str(number + 1), {"species": f"seen by {number}"})
    for device in devices:
        (answer,) = device.synchronize(project)
        assert answer.status == "STATUS_APPLIED"
    for device in devices:
        rows = device.download(device.find_project("survey")).rows("Trees")
        assert [rows[str(number + 1)]["attributes"]["species"] for number in range(3)] == [
            "seen by 0", "seen by 1", "seen by 2",
        ]  # fmt: skip

    caches = [len(list((host / "cache").glob("??/*"))) for host in folder.glob("host-*")]
    assert len(caches) == 4
    assert sum(count > 0 for count in caches) >= 3, "several of them took part"
    assert not list(folder.glob("*/blobs"))
