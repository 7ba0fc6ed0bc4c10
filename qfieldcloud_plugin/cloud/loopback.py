# SPDX-License-Identifier: GPL-2.0-or-later
"""Waits on this computer alone for the system's browser to come back from an identity provider (RFC 8252)."""

from __future__ import annotations

import errno
import html
import queue
import secrets
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Dict, List, Type
from urllib.parse import parse_qs, urlsplit

from ..engine.message import Message
from ..engine.sync.progress import CancelToken
from .errors import BrowserFailed

LOOPBACK = ("localhost", "127.0.0.1", "::1")
_LOOK_SECONDS = 0.1
# The second is Windows's word for a port that somebody holds for themselves alone.
_TAKEN = (errno.EADDRINUSE, errno.EACCES)
# What a browser sends in one request line is far shorter; what is longer is not a browser.
_LONGEST_PATH = 16_384


@dataclass(frozen=True)
class Words:
    """What the browser shows when it is back; the plugin gives them in the user's language."""

    good: str = "You are logged in. You can close this page and go back to QGIS."
    bad: str = "The login did not work. You can close this page and go back to QGIS."


IN_ENGLISH = Words()


class RedirectListener:
    """Listens from the moment it is made until `close`. Only an answer with our `state` is taken."""

    def __init__(self, host: str, port: int, path: str, words: Words = IN_ENGLISH) -> None:
        """Raises BrowserFailed when the port is taken or the host is not this computer."""
        if host not in LOOPBACK:
            raise BrowserFailed(
                Message(
                    "The identity provider wants to answer to “{host}”, which is not this computer. "
                    "Nothing was sent; whoever runs the server must set its redirect to localhost.",
                    host=host,
                )
            )
        self.state = secrets.token_urlsafe(32)
        self._path = "/" + path.lstrip("/")
        self._words = words
        self._answers: queue.Queue[Dict[str, str]] = queue.Queue()
        self._servers = self._bind(host, port)
        name = f"[{host}]" if ":" in host else host
        self.redirect_uri = f"http://{name}:{self._servers[0].server_address[1]}{self._path}"
        for server in self._servers:
            threading.Thread(target=server.serve_forever, args=(_LOOK_SECONDS,), daemon=True).start()

    def wait(self, seconds: float, cancel: CancelToken) -> Dict[str, str]:
        """The provider's answer: its parameters. Raises Cancelled, or BrowserFailed after so many seconds."""
        looks = max(1, round(seconds / _LOOK_SECONDS))
        for _ in range(looks):
            cancel.check()
            with suppress(queue.Empty):
                return self._answers.get(timeout=_LOOK_SECONDS)
        raise BrowserFailed(
            Message(
                "Nobody logged in in the browser, so we stopped waiting. Nothing was changed; please try again."
            ),
            code="browser_timeout",
        )

    def close(self) -> None:
        """Stop listening; may be called twice."""
        for server in self._servers:
            server.shutdown()
            server.server_close()
        self._servers = []

    def _bind(self, host: str, port: int) -> List[ThreadingHTTPServer]:
        handler = self._handler()
        servers: List[ThreadingHTTPServer] = []
        try:
            servers.append(_server_on("127.0.0.1" if host == "localhost" else host, port, handler))
            if host == "localhost":
                servers += _on_ipv6(servers[0].server_address[1], handler)
        except OSError as error:
            for server in servers:
                server.server_close()
            raise BrowserFailed(
                Message(
                    "Port {port} of this computer is in use, perhaps by another QGIS that is logging in. "
                    "Nothing was changed; finish there and try again.",
                    port=port,
                ),
                code="port_in_use",
            ) from error
        return servers

    def _handler(self) -> Type[BaseHTTPRequestHandler]:
        listener = self

        class Handler(BaseHTTPRequestHandler):
            timeout = 10

            def do_GET(self) -> None:
                parts = urlsplit(self.path[:_LONGEST_PATH])
                answer = {name: values[0] for name, values in parse_qs(parts.query).items()}
                # Any page may send the browser here: without our state it is not the answer we wait for.
                known = secrets.compare_digest(
                    answer.get("state", "").encode(), listener.state.encode()
                ) and ("code" in answer or "error" in answer)
                if parts.path != listener._path or not known:
                    self.send_error(404)
                    return
                listener._answers.put(answer)
                self._say(listener._words.good if "code" in answer else listener._words.bad)

            def _say(self, text: str) -> None:
                page = _PAGE.format(html.escape(text)).encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(page)))
                self.send_header("Cache-Control", "no-store")
                self.send_header("Referrer-Policy", "no-referrer")
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, *_: object) -> None:
                """Nowhere: the address holds the code."""

        return Handler


def _on_ipv6(port: int, handler: Type[BaseHTTPRequestHandler]) -> List[ThreadingHTTPServer]:
    """Some browsers take “localhost” for ::1; a computer without IPv6 goes without.

    Raises OSError when another program listens there: the browser would hand the code to it.
    """
    try:
        return [_server_on("::1", port, handler)]
    except OSError as error:
        if error.errno in _TAKEN:
            raise
        return []


def _server_on(address: str, port: int, handler: Type[BaseHTTPRequestHandler]) -> ThreadingHTTPServer:
    class Server(ThreadingHTTPServer):
        address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        daemon_threads = True
        # Windows would let a second program share the port and take the code.
        allow_reuse_address = not hasattr(socket, "SO_EXCLUSIVEADDRUSE")

        def server_bind(self) -> None:
            # HTTPServer's own asks the name service who this computer is, and QGIS would stand still meanwhile.
            TCPServer.server_bind(self)
            self.server_name, self.server_port = "localhost", self.server_address[1]

    return Server((address, port), handler)


_PAGE = (
    '<!doctype html><html><head><meta charset="utf-8"><title>QFieldCloud Sync</title>'
    '<meta name="viewport" content="width=device-width"></head>'
    '<body style="font:1.1rem system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem;'
    'color-scheme:light dark"><p>{}</p></body></html>'
)
