# SPDX-License-Identifier: GPL-2.0-or-later
"""The companion server as its own process, with its embedded default: SQLite, a folder, jobs inside."""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Optional

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ROOT / ".venv" / "bin" / "qfieldcloud-server"
START_SECONDS = 60
STOP_SECONDS = 30


class CompanionServer:
    """Starts, stops, kills and starts again on the same port and the same data."""

    def __init__(self, data: Path, *, settings: Optional[dict[str, str]] = None) -> None:
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = data.with_name(data.name + ".log")
        self._settings = settings or {}
        self._process: Optional[subprocess.Popen[bytes]] = None

    def __enter__(self) -> CompanionServer:
        self.start()
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.stop()

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def command(self, *arguments: str, stdin: str = "") -> str:
        """Runs one of the server's other commands on the same data, and returns what it printed."""
        done = subprocess.run(
            self._line(*arguments),
            input=stdin,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=60,
        )
        if done.returncode:
            raise RuntimeError(f"qfieldcloud-server {arguments[0]} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def add_person(self, username: str, password: str) -> None:
        self.command("createuser", "--password-stdin", username, stdin=password + "\n")

    def start(self, largest_file: int = resource.RLIM_INFINITY) -> float:
        """Seconds until the server called itself well. No file of its may grow beyond `largest_file` bytes."""
        self.data.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._line("serve", "--listen", f"127.0.0.1:{self.port}"),
                env=self._environment(),
                stdout=log,
                stderr=log,
                # Its own group: Ctrl+C in the demo's terminal is for the demo, which then stops the server.
                start_new_session=True,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file)),
            )
        while not self._is_well():
            if not self.running:
                raise RuntimeError(
                    f"the server ended at its start; {self.log} says why:\n{self.last_words()}"
                )
            if time.monotonic() - began > START_SECONDS:
                self.kill()
                raise RuntimeError(
                    f"the server did not become well within {START_SECONDS} s:\n{self.last_words()}"
                )
            time.sleep(0.02)
        return time.monotonic() - began

    def stop(self) -> None:
        if self._process is None:
            return
        if self.running:
            self._process.terminate()
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()
        self._process = None

    def kill(self) -> None:
        """SIGKILL to the server and whatever it started: no goodbye, no flush."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(STOP_SECONDS)

    def last_words(self, lines: int = 30) -> str:
        return "\n".join(self.log.read_text("utf-8", "replace").splitlines()[-lines:])

    def _is_well(self) -> bool:
        try:
            with urllib.request.urlopen(self.url + "/api/v1/status/", timeout=2) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def _line(self, *arguments: str) -> list[str]:
        return [str(COMMAND), "--data-dir", str(self.data), *arguments]

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QFIELDCLOUD_")}
        return {**kept, "PYTHONUNBUFFERED": "1", **self._settings}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
