# SPDX-License-Identifier: GPL-2.0-or-later
"""A real HTTP server whose every answer a test decides, also to cut it short."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Callable, Dict, Iterator, List, Tuple

import pytest

from qfieldcloud_plugin.cloud import Client, Network


@dataclass
class Asked:
    """One request as it came in."""

    method: str
    path: str
    headers: Dict[str, str]
    body: bytes


@dataclass
class Reply:
    status: int = 200
    body: bytes = b""
    headers: Dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    cut_after: int = -1
    """Close the connection after so many bytes of the body."""


Answering = Callable[[Asked], Reply]


class Scripted:
    """`answer` decides; `asked` remembers."""

    def __init__(self) -> None:
        self.asked: List[Asked] = []
        self.answer: Answering = lambda _: Reply(404)
        scripted = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def reply(self) -> None:
                size = int(self.headers.get("Content-Length", 0))
                asked = Asked(self.command, self.path, dict(self.headers), self.rfile.read(size))
                scripted.asked.append(asked)
                reply = scripted.answer(asked)
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                if reply.cut_after >= 0:
                    self.wfile.write(reply.body[: reply.cut_after])
                    self.close_connection = True
                else:
                    self.wfile.write(reply.body)

            do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = do_HEAD = reply

            def log_message(self, *_: object) -> None:
                """Quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/"

    @property
    def requests(self) -> List[Tuple[str, str]]:
        return [(asked.method, asked.path) for asked in self.asked]

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    server = Scripted()
    yield server
    server.stop()


@pytest.fixture
def network() -> Network:
    return Network(user_agent="tests", backoff=0.001, read_timeout=5)


@pytest.fixture
def client(scripted: Scripted, network: Network) -> Iterator[Client]:
    made = Client(scripted.address, "t0ken", network)
    yield made
    made.transport.close()
