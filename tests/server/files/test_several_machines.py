# SPDX-License-Identifier: GPL-2.0-or-later
"""Servers and workers as on several machines: one PostgreSQL, one WebDAV, and nothing else in common."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import requests

from scripts.deployments import SERVER, Deployment, NotHere, running
from tests.server.field_work import create, make_survey

PASSWORD = "rubber boots in the rain"


class Office:
    """Somebody signed in, whose every connection may go to another machine."""

    def __init__(self, address: str, folder: Path) -> None:
        self.folder = folder
        self.api = f"{address}/api/v1/"
        answer = requests.post(f"{self.api}auth/login/", json={"username": "alice", "password": PASSWORD})
        # Closed each time: the next request then goes to the next machine.
        self._headers = {"Authorization": f"Token {answer.json()['token']}", "Connection": "close"}

    def ask(self, method: str, path: str, **options: Any) -> requests.Response:
        answer = requests.request(method, self.api + path, headers=self._headers, timeout=60, **options)
        assert answer.status_code < 300, answer.text
        return answer

    def wait_for_jobs(self, project: str) -> None:
        deadline = time.monotonic() + 60
        while {job["status"] for job in self.ask("GET", f"jobs/?project_id={project}").json()} != {
            "finished"
        }:
            assert time.monotonic() < deadline, "every job ends well"
            time.sleep(0.1)


@pytest.fixture
def office() -> Iterator[Office]:
    def prepare(environment: Mapping[str, str]) -> None:
        line = [*SERVER, "createuser", "alice", "--password-stdin"]
        subprocess.run(
            line, env=dict(environment), input=PASSWORD, text=True, check=True, capture_output=True
        )

    # PostgreSQL runs as somebody else, who must get there.
    with tempfile.TemporaryDirectory(prefix="qfieldcloud-machines-") as folder:
        try:
            with running(Deployment("postgresql", "many", files="webdav"), Path(folder), prepare) as server:
                yield Office(server.address, Path(folder))
        except NotHere as missing:
            pytest.skip(str(missing))


@pytest.mark.slow
def test_the_whole_road_over_several_machines(office: Office, tmp_path: Path) -> None:
    project = office.ask("POST", "projects/", json={"name": "trees"}).json()["id"]
    make_survey(tmp_path / "survey").save()
    for name in ("data.gpkg", "project.qgs"):
        part = {"file": (name, (tmp_path / "survey" / name).read_bytes())}
        office.ask("POST", f"files/{project}/{name}/", files=part)
    for number in range(4):
        deltas = [create(str(100 + number), species=f"tree {number}")]
        content = {"version": "1.0", "id": str(uuid4()), "project": project, "files": [], "deltas": deltas}
        office.ask("POST", f"deltas/{project}/", files={"file": ("d.json", json.dumps(content).encode())})
    office.ask("POST", "jobs/", json={"project_id": project, "type": "package"})
    office.wait_for_jobs(project)
    for _ in range(3):
        data = office.ask("GET", f"packages/{project}/latest/files/data.gpkg/").content
        assert species(data, tmp_path / "packaged.gpkg") == [
            "oak", "ash", "elm", "tree 0", "tree 1", "tree 2", "tree 3",
        ]  # fmt: skip
    caches = [len(list((host / "cache").glob("??/*"))) for host in office.folder.glob("host-*")]
    assert len(caches) == 4
    assert sum(count > 0 for count in caches) >= 3, "several of them took part"
    assert not list(office.folder.glob("*/blobs"))


def species(data: bytes, path: Path) -> list[str]:
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT species FROM trees ORDER BY fid")]
