# SPDX-License-Identifier: GPL-2.0-or-later
"""A server killed at any moment loses no accepted delta and applies none twice."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
import requests

from tests.server.field_work import create, make_survey

KILLS = 4
PASSWORD = "rubber boots in the rain"


class KillableServer:
    """`qfieldcloud-server serve` in a process of its own; it comes back on the same port."""

    def __init__(self, data: Path) -> None:
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith("QFIELDCLOUD_")
        } | {"QFIELDCLOUD_DATA_DIR": str(data)}
        self.command = [sys.executable, "-m", "qfieldcloud_server"]
        # Not one of those that the system gives to clients: one that connects while the server is away might get it.
        self.port = random.randint(20_000, 30_000)
        self.log = data.with_name("server.log")
        self.process: subprocess.Popen[str] | None = None

    def run(self, *arguments: str, text: str = "") -> None:
        subprocess.run(
            [*self.command, *arguments],
            env=self.environment,
            input=text,
            text=True,
            check=True,
            capture_output=True,
        )

    def start(self) -> None:
        self.process = subprocess.Popen(
            [*self.command, "serve", "--listen", f"127.0.0.1:{self.port}"],
            env=self.environment, stdout=subprocess.PIPE, stderr=self.log.open("a"), text=True,
        )  # fmt: skip
        assert self.process.stdout
        assert self.process.stdout.readline(), self.log.read_text()

    def kill(self) -> None:
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v1/"


class Device(threading.Thread):
    """Pushes new features all the time; what was not answered is sent again, as QField does."""

    def __init__(self, server: KillableServer, session: requests.Session, project: str) -> None:
        super().__init__(daemon=True)
        self.server, self.session, self.project = server, session, project
        self.sent: list[str] = []
        self.enough = threading.Event()

    def run(self) -> None:
        while not self.enough.is_set():
            names = [f"tree {uuid4()}" for _ in range(random.randint(1, 20))]
            deltas = [create(str(uuid4().int % 10**9), species=name) for name in names]
            content = {
                "version": "1.0",
                "id": str(uuid4()),
                "project": self.project,
                "files": [],
                "deltas": deltas,
            }
            self.push(json.dumps(content).encode())
            self.sent += names

    def push(self, data: bytes) -> None:
        while True:
            try:
                answer = self.session.post(
                    f"{self.server.api}deltas/{self.project}/", files={"file": ("d.json", data)}, timeout=30
                )
            except requests.RequestException:
                time.sleep(0.05)
                continue
            assert answer.status_code == 200, answer.text
            return


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no SIGKILL")
def test_no_accepted_delta_is_lost_or_applied_twice(tmp_path: Path) -> None:
    server = KillableServer(tmp_path / "server")
    server.run("createuser", "alice", "--password-stdin", text=PASSWORD)
    server.start()
    try:
        session = requests.Session()
        login = session.post(f"{server.api}auth/login/", json={"username": "alice", "password": PASSWORD})
        session.headers["Authorization"] = f"Token {login.json()['token']}"
        project = session.post(f"{server.api}projects/", json={"name": "trees"}).json()["id"]
        make_survey(tmp_path / "survey").save()
        for name in ("data.gpkg", "project.qgs"):
            part = {"file": (name, (tmp_path / "survey" / name).read_bytes())}
            assert session.post(f"{server.api}files/{project}/{name}/", files=part).status_code == 201

        device = Device(server, session, project)
        device.start()
        for _ in range(KILLS):
            time.sleep(random.uniform(0.05, 0.8))
            server.kill()
            server.start()
        device.enough.set()
        device.join(60)

        deadline = time.monotonic() + 60
        while any(
            job["status"] in ("pending", "queued", "started") for job in jobs(server, session, project)
        ):
            assert time.monotonic() < deadline, "every job ends"
            time.sleep(0.2)
        statuses = [delta["status"] for delta in session.get(f"{server.api}deltas/{project}/").json()]
        assert set(statuses) == {"STATUS_APPLIED"}
        assert len(statuses) == len(device.sent) > 0
        data = session.get(f"{server.api}files/{project}/data.gpkg/").content
        assert sorted(rows(data, tmp_path / "after.gpkg")) == sorted([*device.sent, "ash", "elm", "oak"])
    finally:
        server.kill()


def jobs(server: KillableServer, session: requests.Session, project: str) -> list[dict[str, str]]:
    return session.get(f"{server.api}jobs/", params={"project_id": project}).json()


def rows(data: bytes, path: Path) -> list[str]:
    path.write_bytes(data)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [row[0] for row in connection.execute("SELECT species FROM trees")]
