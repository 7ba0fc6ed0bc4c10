# SPDX-License-Identifier: GPL-2.0-or-later
"""Providers that really run: one of ours that can lie, and one of other people's in its own process."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.request import urlopen

import pytest

from qfieldcloud_server.sso import documents
from qfieldcloud_server.sso.models import Identity
from qfieldcloud_server.sso.provider import providers

from .tiny_provider import TinyProvider


def headers_of(id_token, **more):
    return {"X-QFC-IDP-ID": "work", "X-QFC-ID-Token": id_token, "Authorization": "Bearer access"} | more


def connected(tiny, user, subject="alice-at-work"):
    return Identity.objects.create(issuer=tiny.issuer, subject=subject, user=user)


@pytest.fixture(autouse=True)
def _nothing_is_remembered() -> Iterator[None]:
    documents.forget()
    yield
    documents.forget()


@pytest.fixture
def tiny() -> Iterator[TinyProvider]:
    provider = TinyProvider()
    yield provider
    provider.stop()


@pytest.fixture
def offer(settings: Any) -> Callable[..., None]:
    """``offer(issuer, new_people="create")`` sets the provider ``work`` with the clients ``maps`` and ``devices``."""

    def set_one(issuer: str, **keys: Any) -> None:
        table = {
            "id": "work",
            "name": "Work",
            "issuer": issuer,
            "client_id": "maps",
            "client_secret": "s&cret",
            "native_client_id": "devices",
        }
        settings.SSO_PROVIDERS = providers([table | keys])

    return set_one


@pytest.fixture(scope="session")
def foreign_provider() -> Iterator[str]:
    """The issuer of a provider that others wrote, in a process of its own; it knows alice."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    alice = {
        "sub": "a-1",
        "email": "alice@work.example",
        "email_verified": True,
        "preferred_username": "alice",
    }
    command = [
        sys.executable,
        "-m",
        "oidc_provider_mock",
        "-p",
        str(port),
        "--user-claims",
        json.dumps(alice),
    ]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    issuer = f"http://localhost:{port}"
    try:
        _wait_for(f"{issuer}/.well-known/openid-configuration", process)
        yield issuer
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            with urlopen(url, timeout=5):
                return
        except OSError:
            assert process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.05)
