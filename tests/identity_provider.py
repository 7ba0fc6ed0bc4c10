# SPDX-License-Identifier: GPL-2.0-or-later
"""A real OpenID provider in a process of its own, and a browser that a test steers."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

_ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 30


@dataclass
class IdentityProvider:
    """Lets in whoever says who they are."""

    issuer: str

    def settings(self, **more: object) -> str:
        """The server's setting `sso` for this provider, as JSON."""
        entry = {
            "id": "acme",
            "name": "Acme",
            "issuer": self.issuer,
            "client_id": "maps",
            # This provider lets only programs with a secret choose where to come back to.
            "native_client_secret": "known to everyone",  # pragma: allowlist secret
            "new_people": "create",
            "email_domains": ["acme.example"],
            **more,
        }
        return json.dumps([entry])

    def add_person(self, name: str) -> str:
        """Somebody with a verified address; returns what to say at the provider's door."""
        claims = {"email": f"{name}@acme.example", "email_verified": True, "preferred_username": name}
        requests.put(f"{self.issuer}/users/{name}", json=claims, timeout=10).raise_for_status()
        return name

    def end_logins_of(self, name: str) -> None:
        """What an administrator does when a notebook is lost."""
        requests.post(f"{self.issuer}/users/{name}/revoke-tokens", timeout=10).raise_for_status()


def browse(url: str, name: str) -> requests.Response:
    """Opens the provider's page, says who one is, and follows it back; the last page."""
    with requests.Session() as browser:
        browser.get(url, timeout=10).raise_for_status()
        return browser.post(url, data={"sub": name}, timeout=10)


def browse_aside(url: str, name: str) -> threading.Thread:
    """As `browse`, while the test goes on."""
    thread = threading.Thread(target=browse, args=(url, name), daemon=True)
    thread.start()
    return thread


@contextmanager
def running_provider(token_seconds: int = 3600) -> Iterator[IdentityProvider]:
    """Runs in the checkout's .venv: QGIS's own Python need not have the library."""
    python = _ROOT / ".venv" / "bin" / "python"
    port = _free_port()
    process = subprocess.Popen(
        [
            str(python) if python.is_file() else sys.executable,
            *("-m", "oidc_provider_mock", "--port", str(port), "--token-max-age", str(token_seconds)),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NO_PROXY": "*"},
    )
    try:
        issuer = f"http://localhost:{port}"
        until = time.monotonic() + START_SECONDS
        while not _is_up(issuer):
            if process.poll() is not None or time.monotonic() > until:
                pytest.skip("the OpenID provider of the tests does not run here")
            time.sleep(0.1)
        yield IdentityProvider(issuer)
    finally:
        process.terminate()
        process.wait(10)


def _is_up(issuer: str) -> bool:
    try:
        return requests.get(f"{issuer}/.well-known/openid-configuration", timeout=5).ok
    except requests.ConnectionError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
