# SPDX-License-Identifier: GPL-2.0-or-later
"""The HTTP server streams, keeps to the protocol, and lets no client hurt another."""

from __future__ import annotations

import http.client
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qfieldcloud_server import connections, serving

PAYLOAD = os.urandom(3_000_000)


class App:
    """A WSGI application whose addresses each show one habit of the server."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.seen: list[dict[str, Any]] = []

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        self.seen.append(environ)
        path = environ["PATH_INFO"]
        if path == "/file":
            file = self.file.open("rb", buffering=0)
            file.seek(int(environ["QUERY_STRING"] or 0))
            length = self.file.stat().st_size - file.tell()
            start_response("200 OK", [("Content-Length", str(length))])
            return environ["wsgi.file_wrapper"](file)
        if path == "/echo":
            return self.answer(start_response, environ["wsgi.input"].read())
        if path == "/refuse":
            return self.answer(start_response, b"no", "402 Payment Required")
        if path == "/short":
            start_response("200 OK", [("Content-Length", "10")])
            return [b"12345"]
        return self.answer(start_response, path.encode("latin-1"))

    @staticmethod
    def answer(start_response: Any, data: bytes, status: str = "200 OK") -> list[bytes]:
        start_response(status, [("Content-Length", str(len(data)))])
        return [data]


@pytest.fixture(scope="module")
def shared_app(tmp_path_factory: pytest.TempPathFactory) -> App:
    path = tmp_path_factory.mktemp("app") / "payload"
    path.write_bytes(PAYLOAD)
    return App(path)


@pytest.fixture
def app(shared_app: App) -> App:
    shared_app.seen.clear()
    return shared_app


@pytest.fixture(scope="module")
def server(shared_app: App) -> Iterator[serving.Server]:
    server = serving.Server(("127.0.0.1", 0), shared_app, longest_upload=10_000_000, longest_text=1_000_000)
    server.prepare()
    thread = threading.Thread(target=server.serve)
    thread.start()
    yield server
    server.stop()
    thread.join()


@pytest.fixture
def client(server: serving.Server) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection(*server.bind_addr, timeout=30)
    yield connection
    connection.close()


def ask(client: http.client.HTTPConnection, method: str, path: str, body: Any = None, **headers: str) -> Any:
    client.request(method, path, body, headers)
    response = client.getresponse()
    return response.status, response.read()


def raw(server: serving.Server, data: bytes) -> bytes:
    """Send bytes as they are and read until the server closes."""
    with socket.create_connection(server.bind_addr, timeout=30) as sock:
        sock.sendall(data)
        answer = b""
        while received := sock.recv(65536):
            answer += received
        return answer


def test_a_file_arrives_whole_and_from_any_position(client: http.client.HTTPConnection) -> None:
    assert ask(client, "GET", "/file") == (200, PAYLOAD)
    assert ask(client, "GET", "/file?2999000") == (200, PAYLOAD[2999000:])
    assert ask(client, "GET", "/file?3000000") == (200, b"")


def test_a_connection_serves_many_requests(client: http.client.HTTPConnection) -> None:
    for _ in range(3):
        assert ask(client, "GET", "/file")[1] == PAYLOAD
        sock = client.sock
        assert ask(client, "POST", "/echo", b"abc") == (200, b"abc")
        assert client.sock is sock


def test_an_answer_to_head_has_no_body(client: http.client.HTTPConnection) -> None:
    client.request("HEAD", "/file")
    response = client.getresponse()
    assert response.getheader("Content-Length") == str(len(PAYLOAD))
    assert response.read() == b""
    assert ask(client, "HEAD", "/anything") == (200, b"")
    assert ask(client, "GET", "/next") == (200, b"/next")


def test_a_big_body_arrives_whole(client: http.client.HTTPConnection) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    assert ask(client, "POST", "/echo", PAYLOAD, **headers) == (200, PAYLOAD)


def test_an_escaped_slash_is_a_slash_and_nothing_is_decoded_twice(client: http.client.HTTPConnection) -> None:
    assert ask(client, "GET", "/a%2F..%2Fb%252Fc%2B+")[1] == b"/a/../b%2Fc++"


def test_a_refused_upload_still_gets_its_answer(client: http.client.HTTPConnection) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    assert ask(client, "POST", "/refuse", PAYLOAD, **headers) == (402, b"no")


def test_a_body_beyond_the_limit_is_refused_before_it_is_read(
    client: http.client.HTTPConnection, app: App
) -> None:
    headers = {"Content-Type": "application/json"}
    assert ask(client, "POST", "/echo", PAYLOAD, **headers)[0] == 413
    assert app.seen == []


def test_a_body_that_ends_early_is_no_body(server: serving.Server) -> None:
    with socket.create_connection(server.bind_addr, timeout=30) as sock:
        sock.sendall(b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
        sock.shutdown(socket.SHUT_WR)
        assert b"200 OK" not in sock.recv(1000)


def test_an_answer_that_is_too_short_ends_the_connection(server: serving.Server) -> None:
    assert raw(server, b"GET /short HTTP/1.1\r\nHost: x\r\n\r\n").endswith(b"12345")


@pytest.mark.parametrize(
    "headers",
    [
        b"Content-Length: -1",
        b"Content-Length: +3",
        b"Content-Length: 1_0",
        b"Transfer-Encoding: chunked",
        b"Transfer-Encoding: chunked\r\nContent-Length: 3",
        b"Content-Length : 3",
        b"X: " + b"y" * 70_000,
    ],
)
def test_a_request_that_could_be_read_in_two_ways_is_refused(
    server: serving.Server, app: App, headers: bytes
) -> None:
    answer = raw(server, b"POST /echo HTTP/1.1\r\nHost: x\r\n" + headers + b"\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 4")
    assert app.seen == []


def test_a_header_with_an_underscore_cannot_pose_as_another(
    client: http.client.HTTPConnection, app: App
) -> None:
    ask(client, "GET", "/", X_Forwarded_For="1.2.3.4", **{"X-Real": "yes"})
    assert app.seen[0].get("HTTP_X_FORWARDED_FOR") is None
    client.request("GET", "/", headers={"X_Forwarded_For": "1.2.3.4"})
    client.getresponse().read()
    assert app.seen[1].get("HTTP_X_FORWARDED_FOR") is None


def test_silent_clients_hold_no_thread(server: serving.Server, client: http.client.HTTPConnection) -> None:
    silent = [socket.create_connection(server.bind_addr) for _ in range(serving.MOST_THREADS + 10)]
    assert ask(client, "GET", "/") == (200, b"/")
    for sock in silent:
        sock.close()


def test_clients_that_do_not_read_hold_no_thread(
    server: serving.Server, client: http.client.HTTPConnection
) -> None:
    lazy = []
    for _ in range(serving.MOST_THREADS + 10):
        sock = socket.create_connection(server.bind_addr)
        sock.sendall(b"GET /file HTTP/1.1\r\nHost: x\r\n\r\n")
        lazy.append(sock)
    assert ask(client, "GET", "/") == (200, b"/")
    for sock in lazy:
        sock.close()
    assert ask(client, "GET", "/file") == (200, PAYLOAD)


def test_a_client_that_dawdles_over_its_headers_is_cut(
    server: serving.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "HEADER_SECONDS", 0.3)
    with socket.create_connection(server.bind_addr, timeout=30) as sock:
        sock.sendall(b"GET / HTTP/1.1\r\n")
        assert b"408" in sock.recv(1000)


def test_a_pace_gives_time_for_every_byte_and_ends() -> None:
    pace = connections.Pace(grace=0.05, rate=1000)
    pace.advance(10_000)
    assert 0 < pace.seconds_left() <= connections.IDLE_SECONDS
    over = connections.Pace(grace=-1, rate=0)
    with pytest.raises(TimeoutError):
        over.seconds_left()


def test_a_download_under_way_survives_a_graceful_stop(app: App) -> None:
    server = serving.Server(("127.0.0.1", 0), app, longest_upload=1, longest_text=1)
    server.prepare()
    thread = threading.Thread(target=server.serve)
    thread.start()
    with socket.create_connection(server.bind_addr, timeout=30) as sock:
        sock.sendall(b"GET /file HTTP/1.1\r\nHost: x\r\n\r\n")
        received = sock.recv(1000)
        stopper = threading.Thread(target=server.stop)
        stopper.start()
        time.sleep(0.2)
        while more := sock.recv(65536):
            received += more
        assert received.partition(b"\r\n\r\n")[2] == PAYLOAD
    stopper.join()
    thread.join()
