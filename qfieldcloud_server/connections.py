# SPDX-License-Identifier: GPL-2.0-or-later
"""The two ends of a client's socket, both under a deadline: a slow client costs patience and nothing else."""

from __future__ import annotations

import contextlib
import logging
import os
import selectors
import socket
import threading
import time
from collections.abc import Callable
from typing import BinaryIO

logger = logging.getLogger(__name__)

# A phone may lose its network for a while in the middle of a transfer.
IDLE_SECONDS = 60.0
# Below this speed, after a minute of grace, a transfer is given up.
LEAST_BYTES_PER_SECOND = 500
_READ_SIZE = 64 * 1024
_SEND_SIZE = 256 * 1024


class Pace:
    """Time that a transfer may take: `grace` seconds, and more for every byte that has passed."""

    def __init__(self, grace: float = IDLE_SECONDS, rate: float = LEAST_BYTES_PER_SECOND) -> None:
        self._deadline = time.monotonic() + grace
        self._seconds_per_byte = 1 / rate if rate else 0.0

    def advance(self, size: int) -> None:
        self._deadline += size * self._seconds_per_byte

    def seconds_left(self) -> float:
        """Seconds until the transfer must have moved on; raises TimeoutError when they are over."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        return min(left, IDLE_SECONDS)


class SocketReader:
    """Buffered reading from a socket. `pace` is changed between headers and body."""

    def __init__(self, sock: socket.socket) -> None:
        self.pace = Pace()
        self.bytes_read = 0
        self.closed = False
        self._socket = sock
        self._buffer = b""

    def read(self, size: int) -> bytes:
        """`size` bytes, fewer only at the end of the stream."""
        if size <= len(self._buffer):
            return self._take(size)
        room = bytearray(size)
        filled = len(self._buffer)
        room[:filled] = self._take(filled)
        view = memoryview(room)
        while filled < size and (received := self._receive_into(view[filled:])):
            filled += received
        return bytes(view[:filled])

    def readline(self, size: int = _READ_SIZE) -> bytes:
        """Up to and with the next line feed, at most `size` bytes."""
        while (end := self._buffer.find(b"\n", 0, size)) < 0 and len(self._buffer) < size:
            more = bytearray(_READ_SIZE)
            received = self._receive_into(memoryview(more))
            if not received:
                return self._take(len(self._buffer))
            self._buffer += bytes(more[:received])
        return self._take(end + 1 if end >= 0 else size)

    def has_data(self) -> bool:
        return bool(self._buffer)

    def close(self) -> None:
        self.closed = True
        self._buffer = b""

    def _take(self, size: int) -> bytes:
        taken, self._buffer = self._buffer[:size], self._buffer[size:]
        return taken

    def _receive_into(self, room: memoryview) -> int:
        self._socket.settimeout(self.pace.seconds_left())
        received = self._socket.recv_into(room)
        self.pace.advance(received)
        self.bytes_read += received
        return received


class SocketWriter:
    """Unbuffered writing to a socket."""

    def __init__(self, sock: socket.socket) -> None:
        self.bytes_written = 0
        self._socket = sock

    def write(self, data: bytes) -> int:
        rest = memoryview(data)
        while rest:
            # The time-out holds for one piece as a whole, which is what bounds the pace.
            self._socket.settimeout(IDLE_SECONDS)
            self._socket.sendall(rest[:_SEND_SIZE])
            rest = rest[_SEND_SIZE:]
        self.bytes_written += len(data)
        return len(data)


def open_end(sock: socket.socket, mode: str, size: int = 0) -> SocketReader | SocketWriter:  # noqa: ARG001
    """What cheroot calls to get at the two ends of a connection."""
    return SocketReader(sock) if "r" in mode else SocketWriter(sock)


class Outgoing:
    """A slice of a file on its way to a client, and what to do at its end."""

    def __init__(
        self, sock: socket.socket, file: BinaryIO, offset: int, count: int, done: Callable[[bool], None]
    ) -> None:
        self.socket = sock
        self.done = done
        self.pace = Pace()
        self._file = file
        self._offset = offset
        self._count = count

    def send_some(self) -> bool:
        """Send what the socket takes now; True when everything is sent."""
        sent = self._send(min(self._count, _SEND_SIZE))
        if not sent and self._count:
            raise ConnectionAbortedError("the file is shorter than announced")
        self.pace.advance(sent)
        self._offset += sent
        self._count -= sent
        return not self._count

    def close(self) -> None:
        self._file.close()

    def _send(self, size: int) -> int:
        if hasattr(os, "sendfile"):
            return os.sendfile(self.socket.fileno(), self._file.fileno(), self._offset, size)
        self._file.seek(self._offset)
        return self.socket.send(self._file.read(size))


class Sender:
    """One thread that sends all files to all clients: a hundred slow phones need no hundred threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._fresh: list[Outgoing] = []
        self._under_way: set[Outgoing] = set()
        self._stopping = False
        self._alarm, self._bell = socket.socketpair()
        self._alarm.settimeout(0)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._alarm, selectors.EVENT_READ)
        self._thread = threading.Thread(target=self._run, name="sender", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def take(self, outgoing: Outgoing) -> None:
        outgoing.socket.settimeout(0)
        with self._lock:
            self._fresh.append(outgoing)
        self._bell.send(b"!")

    def stop(self, timeout: float) -> None:
        """Let running transfers end for a while, then cut them."""
        self._stopping = True
        self._bell.send(b"!")
        self._thread.join(timeout)

    def _run(self) -> None:
        while True:
            self._welcome()
            if self._stopping and not self._under_way:
                return
            for key, _ in self._selector.select(timeout=1.0 if self._under_way else None):
                if key.data is None:
                    with contextlib.suppress(BlockingIOError):
                        self._alarm.recv(4096)
                else:
                    self._serve(key.data)
            for outgoing in list(self._under_way):
                self._expire(outgoing)

    def _welcome(self) -> None:
        with self._lock:
            fresh, self._fresh = self._fresh, []
        for outgoing in fresh:
            self._under_way.add(outgoing)
            self._selector.register(outgoing.socket, selectors.EVENT_WRITE, outgoing)

    def _serve(self, outgoing: Outgoing) -> None:
        try:
            if outgoing.send_some():
                self._finish(outgoing, complete=True)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            self._finish(outgoing, complete=False)

    def _expire(self, outgoing: Outgoing) -> None:
        try:
            outgoing.pace.seconds_left()
        except TimeoutError:
            self._finish(outgoing, complete=False)

    def _finish(self, outgoing: Outgoing, *, complete: bool) -> None:
        self._under_way.discard(outgoing)
        self._selector.unregister(outgoing.socket)
        outgoing.close()
        try:
            outgoing.done(complete)
        except Exception:
            # One connection that cannot be put back must not end the downloads of all others.
            logger.exception("A connection was lost after its download.")
