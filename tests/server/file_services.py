# SPDX-License-Identifier: GPL-2.0-or-later
"""Real services that keep files: a WebDAV server of our own, and the S3 that ``TEST_S3_URL`` names."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import uuid4

from cheroot import wsgi

from qfieldcloud_server.files.storage_place import StoragePlace

HAS_S3 = bool(os.environ.get("TEST_S3_URL"))
USER, PASSWORD = "qfieldcloud", "näher am Wasser"


class WebDavServer:
    """Serves a folder; can be stopped and comes back at the same address."""

    def __init__(self, root: Path) -> None:
        from wsgidav.wsgidav_app import WsgiDAVApp

        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self._application = WsgiDAVApp(
            {
                "provider_mapping": {"/dav": str(root)},
                "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
                "http_authenticator": {"accept_digest": False, "default_to_digest": False},
                "logging": {"enable": False},
                "verbose": 0,
            }
        )
        self.asked: list[tuple[str, str]] = []
        """Method and path of every request."""
        self.meddle: Any = None
        """``meddle(environ, start_response)`` answers instead where it does not return None."""
        # Not one of those that the system gives to clients: one of them might get it while this server is away.
        self._address = ("127.0.0.1", random.randint(20_000, 30_000))
        self._server: wsgi.Server | None = None

    @property
    def url(self) -> str:
        return "http://{}:{}/dav".format(*self._address)

    def place(self, folder: str = "") -> StoragePlace:
        return StoragePlace(f"{self.url}/{folder}".rstrip("/"), USER, PASSWORD)

    @property
    def is_running(self) -> bool:
        return self._server is not None

    def start(self) -> None:
        server = wsgi.Server(self._address, self._answer, numthreads=4, shutdown_timeout=1)
        server.expiration_interval = 0.02  # how often it looks whether it is to stop
        server.prepare()
        threading.Thread(target=server.serve, daemon=True).start()
        self._server = server

    def stop(self) -> None:
        if self._server:
            self._server.stop()
        self._server = None

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Any:
        self.asked.append((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
        answer = self.meddle(environ, start_response) if self.meddle else None
        return self._application(environ, start_response) if answer is None else answer


@contextmanager
def webdav_server(root: Path) -> Iterator[WebDavServer]:
    server = WebDavServer(root)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def s3_place() -> StoragePlace:
    """A bucket of its own on the service that ``TEST_S3_URL`` names: http://key:secret@host:port."""
    import boto3
    from botocore.config import Config

    url = urlsplit(os.environ["TEST_S3_URL"])
    key, secret = unquote(url.username or ""), unquote(url.password or "")
    endpoint = f"{url.scheme}://{url.hostname}:{url.port or 443}"
    bucket = f"qfieldcloud-{uuid4().hex[:12]}"
    boto3.client(
        "s3",
        endpoint_url=endpoint,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        region_name="us-east-1",
        config=Config(s3={"addressing_style": "path"}),
    ).create_bucket(Bucket=bucket)
    return StoragePlace(f"s3://{bucket}/files", key, secret, endpoint, "us-east-1")
