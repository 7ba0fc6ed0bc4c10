# SPDX-License-Identifier: GPL-2.0-or-later
"""Shared by every test: real servers and a real identity provider."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import pytest

from tests.identity_provider import IdentityProvider, running_provider

_ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "correct horse battery"  # pragma: allowlist secret


@dataclass
class CloudServer:
    """A companion server that runs for the tests; `create_user` makes people that log in with `password`."""

    address: str
    data: Path
    command: str
    password: str = PASSWORD

    def create_user(self, name: str, *options: str) -> str:
        self._run("createuser", name, "--password-stdin", *options)
        return name

    def provision(self, described: dict[str, object]) -> None:
        """Makes organizations with members and teams, as the server's `provision` describes them."""
        path = self.data / "provision.json"
        path.write_text(json.dumps({"password": self.password, **described}))
        self._run("provision", str(path))

    def _run(self, *arguments: str) -> None:
        done = subprocess.run(
            [self.command, "--data-dir", str(self.data), *arguments],
            input=self.password,
            text=True,
            capture_output=True,
        )
        assert done.returncode == 0, f"qfieldcloud-server {arguments[0]}: {done.stdout}{done.stderr}"


def _server_command() -> str:
    """The server of the checkout's .venv: QGIS's own Python need not have Django."""
    named = os.environ.get("QFIELDCLOUD_SERVER")
    beside = _ROOT / ".venv" / "bin" / "qfieldcloud-server"
    found = named or (str(beside) if beside.is_file() else shutil.which("qfieldcloud-server"))
    if not found:
        pytest.skip("there is no qfieldcloud-server; run `make setup`")
    return found


@contextmanager
def running_server(data: Path, settings: Optional[dict[str, str]] = None) -> Iterator[CloudServer]:
    """A real server in its own process, on a free port; `settings` are environment variables."""
    command = _server_command()
    process = subprocess.Popen(
        [command, "--data-dir", str(data), "serve", "--listen", "127.0.0.1:0"],
        stdout=subprocess.PIPE,
        stderr=(data / "stderr.txt").open("w"),
        text=True,
        env={**os.environ, **(settings or {})},
    )
    try:
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        if found is None:
            pytest.fail(f"the server did not start: {line} {(data / 'stderr.txt').read_text()}")
        yield CloudServer(found.group(0).rstrip("/") + "/", data, command)
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="session")
def cloud_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CloudServer]:
    with running_server(tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture(scope="session")
def identity_provider() -> Iterator[IdentityProvider]:
    with running_provider() as provider:
        yield provider


@pytest.fixture(scope="session")
def sso_server(
    tmp_path_factory: pytest.TempPathFactory, identity_provider: IdentityProvider
) -> Iterator[CloudServer]:
    """A server that leaves names and passwords to the provider, if people want."""
    settings = {"QFIELDCLOUD_SSO": identity_provider.settings()}
    with running_server(tmp_path_factory.mktemp("sso-server"), settings) as server:
        yield server
