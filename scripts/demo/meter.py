# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts what really crosses the wire: a port that hands everything on to the server, headers and all."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Optional

CHUNK = 64 * 1024


class Meter:
    """`url` is the server seen through the meter. `cut_after`: the network breaks after so many bytes upwards."""

    def __init__(self, server_port: int) -> None:
        self.cut_after: Optional[int] = None
        self._server_port = server_port
        self._up = self._down = 0
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def read(self) -> tuple[int, int]:
        """Bytes up and down since the last time."""
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
                if self._is_cut(len(data), upwards):
                    break
                target.sendall(data)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _is_cut(self, count: int, upwards: bool) -> bool:
        with self._lock:
            if upwards:
                self._up += count
            else:
                self._down += count
            return self.cut_after is not None and self._up > self.cut_after
