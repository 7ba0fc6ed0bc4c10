# SPDX-License-Identifier: GPL-2.0-or-later
"""The HTTP server behind `serve`: cheroot, made fit for large files, strange addresses and slow clients."""

from __future__ import annotations

import io
import logging
import os
import re
import signal
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from typing import Any, BinaryIO
from urllib.parse import unquote_to_bytes

from cheroot import server as cheroot_server
from cheroot import wsgi
from cheroot.workers.threadpool import ThreadPool

from qfieldcloud_server.connections import Outgoing, Pace, Sender, SocketReader, open_end

logger = logging.getLogger(__name__)

HEADER_SECONDS = 20
MAX_HEADER_BYTES = 64 * 1024
# Room for the other parts of a multipart body beside the file.
MULTIPART_OVERHEAD = 1024 * 1024
LEAST_THREADS, MOST_THREADS = 4, 64
STOP_SECONDS = 20
# A small unread rest of a body is read: the connection can then be used again. With a bigger one the client
# is heard out for a while after the answer, or it would see a broken connection instead of it.
SMALL_REST = 64 * 1024
LINGER_SECONDS = 30


class Body:
    """The body of a request: exactly as long as announced, or an error."""

    def __init__(self, reader: SocketReader, length: int) -> None:
        self.left = length
        self._reader = reader
        reader.pace = Pace()

    def read(self, size: int | None = None) -> bytes:
        return self._count(self._reader.read(self._wanted(size)))

    def readline(self, size: int | None = None) -> bytes:
        return self._count(self._reader.readline(self._wanted(size)))

    def drain(self, limit: int) -> None:
        while self.left and limit > 0:
            limit -= len(self.read(SMALL_REST))

    def close(self) -> None:
        """The socket is closed by its connection."""

    def _wanted(self, size: int | None) -> int:
        return self.left if size is None or size < 0 else min(size, self.left)

    def _count(self, data: bytes) -> bytes:
        if not data and self.left:
            # An upload that ends early must not look like a whole one.
            raise ConnectionAbortedError("the request ended early")
        self.left -= len(data)
        return data


class FileSlice:
    """`wsgi.file_wrapper`: a file that the server may send by itself, from its position on."""

    def __init__(self, file: BinaryIO, block_size: int = 256 * 1024) -> None:
        self.file = file
        self._block_size = block_size

    def __iter__(self) -> Iterator[bytes]:
        while block := self.file.read(self._block_size):
            yield block

    def close(self) -> None:
        self.file.close()

    def duplicate(self) -> BinaryIO | None:
        """An own handle of the file at the same position; None if it is no file of the system."""
        try:
            return os.fdopen(os.dup(self.file.fileno()), "rb", buffering=0)
        except (AttributeError, io.UnsupportedOperation):
            return None


class Gateway(wsgi.Gateway_10):
    """Between cheroot and Django."""

    def get_environ(self) -> dict[str, Any]:  # type: ignore[override]
        environ: dict[str, Any] = super().get_environ()  # type: ignore[no-untyped-call]
        # cheroot leaves %2F as it is, which would let a path hide in a file name.
        path = self.req.uri.partition(b"?")[0]
        environ["PATH_INFO"] = unquote_to_bytes(path).decode("latin-1")
        environ["wsgi.file_wrapper"] = FileSlice
        return environ

    def respond(self) -> None:
        response: Iterable[bytes] = self.req.server.wsgi_app(self.env, self.start_response)
        try:
            if not self._has_body():
                self.req.ensure_headers_sent()
            elif not self._hand_over(response):
                for chunk in response:
                    self._write(chunk)
        finally:
            self.req.ensure_headers_sent()
            if hasattr(response, "close"):
                response.close()
        self._note_shortfall()

    def _has_body(self) -> bool:
        return self.req.method != b"HEAD" and self.req.status[:3] not in (b"204", b"304")

    def _hand_over(self, response: Iterable[bytes]) -> bool:
        """Leave a file to the sender thread; this thread is then free for the next request."""
        if not isinstance(response, FileSlice) or not self.remaining_bytes_out:
            return False
        file = response.duplicate()
        if file is None:
            return False
        self.req.ensure_headers_sent()
        self.req.conn.outgoing = (file, file.tell(), self.remaining_bytes_out)
        self.remaining_bytes_out = 0
        return True

    def _write(self, chunk: bytes) -> None:
        if not chunk:
            return
        self.write(chunk)
        if self.remaining_bytes_out is not None:
            self.remaining_bytes_out -= len(chunk)

    def _note_shortfall(self) -> None:
        if self.remaining_bytes_out and self._has_body():
            # The client waits for bytes that never come, unless the connection ends.
            self.req.close_connection = True


class HeaderReader(cheroot_server.HeaderReader):
    """Refuses names that a proxy in front and Django behind would read differently."""

    def _transform_key(self, key_name: bytes) -> bytes:
        if not key_name or key_name != key_name.strip():
            raise ValueError("Illegal header name.")
        return key_name.title()

    def _allow_header(self, key_name: bytes) -> bool:
        # `X_Forwarded_For` becomes the same WSGI name as `X-Forwarded-For`.
        return b"_" not in key_name


class Request(cheroot_server.HTTPRequest):
    """One request, with limits."""

    header_reader = HeaderReader()
    body: Body | None = None

    def parse_request(self) -> None:
        self.conn.rfile.pace = Pace(HEADER_SECONDS, rate=0)
        super().parse_request()

    def read_request_headers(self) -> bool:
        if not super().read_request_headers():  # type: ignore[no-untyped-call]
            return False
        length = self.inheaders.get(b"Content-Length", b"0")
        if not length.isdigit() or (b"Content-Length" in self.inheaders and self.chunked_read):
            return self._refuse("400 Bad Request", "Malformed Content-Length.")
        if self.chunked_read:
            return self._refuse("411 Length Required", "Please send a Content-Length.")
        return True

    def respond(self) -> None:
        length = int(self.inheaders.get(b"Content-Length", 0))
        self.body = self.rfile = Body(self.conn.rfile, length)
        if length > self._longest_body():
            self._refuse("413 Request Entity Too Large", '{"code":"api_error","message":"Too large."}')
        else:
            self.server.gateway(self).respond()
            self.ensure_headers_sent()
            if self.chunked_write:
                self.conn.wfile.write(b"0\r\n\r\n")
        if self.body.left and not self.conn.outgoing:
            self._hear_out(self.body)

    def send_headers(self) -> None:
        if self.body and self.body.left:
            if self.body.left <= SMALL_REST:
                self.body.drain(SMALL_REST)
            else:
                self.close_connection = True
        super().send_headers()

    def _longest_body(self) -> int:
        # Only multipart bodies are streamed; any other is held in memory.
        if self.inheaders.get(b"Content-Type", b"").lower().startswith(b"multipart/form-data"):
            return int(self.server.longest_upload) + MULTIPART_OVERHEAD
        return int(self.server.longest_text)

    def _hear_out(self, body: Body) -> None:
        """Read on for a while after the answer, as RFC 9112 (9.6) advises."""
        self.close_connection = True
        with suppress(OSError):
            self.conn.socket.shutdown(socket.SHUT_WR)
            end = time.monotonic() + LINGER_SECONDS
            while body.left and time.monotonic() < end:
                self.conn.rfile.pace = Pace(5)
                body.read(SMALL_REST)

    def _refuse(self, status: str, message: str) -> bool:
        self.close_connection = True
        self.simple_response(status, message)
        return False


class Connection(cheroot_server.HTTPConnection):
    """A client's connection; `outgoing` is a file that still has to be sent after its last answer."""

    RequestHandlerClass = Request

    def __init__(self, server: Server, sock: socket.socket, makefile: Any = open_end) -> None:
        super().__init__(server, sock, open_end)
        self.outgoing: tuple[BinaryIO, int, int] | None = None

    def close(self) -> None:
        if self.outgoing:
            self.server.send(self, keep_open=False)
        else:
            super().close()


class Pool(ThreadPool):
    """Grows while all threads are busy, so that slow uploads do not keep others waiting."""

    def put(self, obj: Any) -> None:
        # One to spare: a thread counts as idle until it has looked at the connection it just took.
        if self.idle <= self.qsize + 1 and len(self._threads) < self.max:  # type: ignore[attr-defined]
            self._threads.append(self._spawn_worker())  # type: ignore[attr-defined]
        super().put(obj)


class Server(wsgi.Server):
    """The server; `longest_upload` and `longest_text` are bytes."""

    ConnectionClass = Connection
    max_request_header_size = MAX_HEADER_BYTES
    keep_alive_conn_limit = 1000

    def __init__(self, address: tuple[str, int], app: Any, longest_upload: int, longest_text: int) -> None:
        super().__init__(
            address, app, server_name="qfieldcloud-server", request_queue_size=256, timeout=60,
            shutdown_timeout=STOP_SECONDS,
        )  # fmt: skip
        self.gateway = Gateway
        self.requests = Pool(self, min=LEAST_THREADS, max=MOST_THREADS)
        self.longest_upload = longest_upload
        self.longest_text = longest_text
        self.sender = Sender()

    def prepare(self) -> None:
        super().prepare()
        self.sender.start()

    def stop(self) -> None:
        super().stop()
        self.sender.stop(STOP_SECONDS)

    def process_conn(self, conn: Connection) -> None:
        if conn.last_used is None:
            # A client that connects and says nothing waits in the selector, not in a thread.
            self._connections.put(conn)  # type: ignore[attr-defined]
        else:
            super().process_conn(conn)

    def put_conn(self, conn: Connection) -> None:
        if conn.outgoing:
            self.send(conn, keep_open=True)
        else:
            super().put_conn(conn)

    def send(self, conn: Connection, *, keep_open: bool) -> None:
        outgoing, conn.outgoing = conn.outgoing, None
        if not outgoing:
            return

        def done(complete: bool) -> None:
            if complete and keep_open:
                self.put_conn(conn)
            else:
                conn.close()

        self.sender.take(Outgoing(conn.socket, *outgoing, done))

    def error_log(self, msg: str = "", level: int = logging.INFO, traceback: bool = False) -> None:
        logger.log(level, msg, exc_info=traceback)


class CannotListen(Exception):
    """The address cannot be had; the message says why, and what to do."""


def serve(listen: tuple[str, int], *, with_jobs: bool = True) -> None:
    """Serve until told to stop (SIGTERM, SIGINT); port 0 takes a free one. Prints the address when ready."""
    from django.conf import settings
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    call_command("migrate", interactive=False, verbosity=0)
    server = Server(listen, application, settings.MAX_UPLOAD_BYTES, settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    try:
        server.prepare()
    except OSError as error:
        raise CannotListen(_why_not(listen, error)) from error
    host, port = server.bind_addr[:2]
    print(f"Listening on http://{_for_url(host)}:{port}", flush=True)  # noqa: T201
    with _runner(enabled=with_jobs), _stopped_by_signals(server):
        server.serve()


def _why_not(listen: tuple[str, int], error: OSError) -> str:
    # cheroot puts the errors of all addresses that it tried into one text.
    reasons = dict.fromkeys(re.findall(r"\[Errno -?\d+\] ([^)]+)", str(error)))
    where = f"[{listen[0]}]:{listen[1]}" if ":" in listen[0] else f"{listen[0]}:{listen[1]}"
    return (
        f"Cannot listen on {where}: {', '.join(reasons) or error}.\n"
        "Another program has this port, or this user may not use it (below 1024), or this machine has no such address. "
        "Choose another with `listen` in the settings."
    )


def _for_url(host: str) -> str:
    if ip_address(host).is_unspecified:
        return "localhost"
    return f"[{host}]" if ":" in host else host


@contextmanager
def _runner(*, enabled: bool) -> Iterator[None]:
    if not enabled:
        yield
        return
    from qfieldcloud_server.jobs.runners import make_runner

    runner = make_runner()
    runner.start()
    try:
        yield
    finally:
        runner.stop()


@contextmanager
def _stopped_by_signals(server: Server) -> Iterator[None]:
    stopper = threading.Thread(target=server.stop, name="stopper")
    asked: list[int] = []

    def stop(number: int, frame: object) -> None:  # noqa: ARG001
        asked.append(number)
        if len(asked) == 1:
            logger.info("Stopping.")
            # Not in the handler itself: it interrupts the very loop that has to end first.
            stopper.start()

    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
    yield
    if asked:
        stopper.join()
