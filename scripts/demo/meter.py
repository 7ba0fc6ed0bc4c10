# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts what really crosses the wire: a port that hands everything on to the server, headers and all."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

CHUNK = 64 * 1024


class Meter:
    """`url` is the server seen through the meter; `up` and `down` are bytes since the last `read()`."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._up = self._down = 0
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def read(self) -> tuple[int, int]:
        with self._lock:
            counted = self._up, self._down
            self._up = self._down = 0
        return counted

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._server_port))
            except OSError:
                client.close()  # what a client sees of a server that is down
                continue
            for source, target, upwards in ((client, server, True), (server, client, False)):
                threading.Thread(target=self._pump, args=(source, target, upwards), daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket, upwards: bool) -> None:
        with suppress(OSError):
            while data := source.recv(CHUNK):
                with self._lock:
                    if upwards:
                        self._up += len(data)
                    else:
                        self._down += len(data)
                target.sendall(data)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
