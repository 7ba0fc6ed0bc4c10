# SPDX-License-Identifier: GPL-2.0-or-later
"""The child process: started with nothing but what it needs, spoken to in JSON lines, ended whatever it does."""

from __future__ import annotations

import json
import logging
import os
import queue
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from django.conf import settings

from qfieldcloud_server.files.storage import blob_store
from qfieldcloud_server.qgis_helper.errors import (
    HelperDied,
    HelperError,
    HelperMissing,
    HelperRefused,
    HelperSilent,
)
from qfieldcloud_server.qgis_helper.secrets import Secrets

logger = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[2]
# Behind QGIS's own packages: what lies beside ours was made for another Python.
_START = (
    "import sys; sys.path[:] = [folder for folder in sys.path if folder] + sys.argv[1:]; "
    "from qfieldcloud_server.qgis_helper.child.main import main; main(sys.argv[1])"
)
_SECONDS_TO_START, _SECONDS_TO_END = 60, 5
_LONGEST_LINE = 4 * 1024 * 1024
_KEPT_LINES = 40
# The kernel ends the child itself a little later, should nobody be left to do it.
_GRACE_SECONDS = 30
_PROXIES = ("http_proxy", "https_proxy", "no_proxy")


def is_configured() -> bool:
    """Whether there is a helper at all."""
    return bool(settings.QGIS_PYTHON)


class HelperProcess:
    """Use as a context manager: the child lives as long as the block, and not a moment longer.

    `readable` are the folders it may read; `folder` is its own, which goes with it.
    """

    folder: Path

    def __init__(self, secrets: Secrets, readable: Sequence[Path], seconds: float) -> None:
        self._secrets, self._readable = secrets, readable
        self._deadline = time.monotonic() + max(1.0, seconds)
        self._cleanup = ExitStack()
        self._lines: queue.Queue[bytes | None] = queue.Queue()
        self._last_words: deque[str] = deque(maxlen=_KEPT_LINES)
        self._exit_code: int | None = None
        self.version = ""
        self.is_confined = False

    def __enter__(self) -> HelperProcess:
        """Raises HelperError when it does not start."""
        try:
            self.folder = self._cleanup.enter_context(blob_store().workspace())
            self._start()
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.end()

    def end(self) -> None:
        """Whatever it is doing; nothing of it is left afterwards."""
        self._cleanup.close()

    def _kill(self, process: subprocess.Popen[bytes], threads: Sequence[threading.Thread]) -> None:
        # Its group is its own, and may hold what libraries have started.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        self._exit_code = process.wait()
        for thread in threads:
            thread.join(timeout=10)
        for pipe in (process.stdin, process.stdout, process.stderr):
            with suppress(BrokenPipeError):
                if pipe is not None:
                    pipe.close()

    # Starting

    def _start(self) -> None:
        try:
            process = subprocess.Popen(  # noqa: S603 - the operator's own setting
                [settings.QGIS_PYTHON, "-s", "-c", _START, str(ROOT)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=self.folder,
                env=self._environment(),
                start_new_session=True,
            )
        except OSError as error:
            raise HelperMissing(f"The QGIS helper does not start: {error.strerror}.") from error
        self._process, self._orders = process, process.stdin
        threads = [
            threading.Thread(target=read, args=(pipe,), daemon=True)
            for read, pipe in ((self._read_answers, process.stdout), (self._read_noise, process.stderr))
        ]
        self._cleanup.callback(self._kill, process, threads)
        for thread in threads:
            thread.start()
        try:
            self.say(
                seconds=int(self._deadline - time.monotonic()) + _GRACE_SECONDS,
                memory_mb=settings.QGIS_MEMORY_MB,
                folder=str(self.folder),
                readable=[str(path) for path in self._readable],
                variables=dict(self._secrets.variables),
            )
            ready = self._next_message(time.monotonic() + _SECONDS_TO_START)
        except HelperDied as error:
            raise HelperMissing(f"The QGIS helper does not start. {error.message}") from error
        self.version, self.is_confined = str(ready.get("version", "")), bool(ready.get("is_confined"))

    def _environment(self) -> dict[str, str]:
        """Made of nothing: this server's own settings, and its database's password, are not for projects."""
        run = self.folder / "run"
        run.mkdir(mode=0o700)
        services = self.folder / "pg_service.conf"
        services.touch(mode=0o600, exist_ok=False)
        services.write_text(self._secrets.checked_services(), "utf-8")
        kept = {name: value for name, value in os.environ.items() if name.lower() in _PROXIES}
        return kept | {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "HOME": str(self.folder),
            "TMPDIR": str(self.folder),
            "XDG_RUNTIME_DIR": str(run),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_CUSTOM_CONFIG_PATH": str(self.folder),
            # Files that name other files, and run code, as rasters.
            "GDAL_VRT_ENABLE_PYTHON": "NO",
            "PGSERVICEFILE": str(services),
            # Not this machine's socket, which may trust the server's own user.
            "PGHOST": "localhost",
            "PGCONNECT_TIMEOUT": "10",
            "PGAPPNAME": "qfieldcloud-server",
        }

    # Speaking

    def say(self, **content: Any) -> None:
        line = json.dumps(content).encode() + b"\n"
        try:
            if self._orders is not None:
                self._orders.write(line)
                self._orders.flush()
        except (OSError, ValueError) as error:
            raise self._dead() from error

    def ask(self, order: str, silence: float | None = None, **content: Any) -> Iterator[dict[str, Any]]:
        """Everything the child says about an order, the last one `done`. A step lasts at most `silence` seconds.

        Raises HelperRefused, HelperDied, HelperSilent.
        """
        self.say(do=order, **content)
        while True:
            message = self._next_message(
                self._deadline if silence is None else min(self._deadline, time.monotonic() + silence)
            )
            kind = message.get("kind")
            if kind == "refused":
                raise HelperRefused(str(message.get("message")))
            if kind == "broken":
                logger.error("The QGIS helper made a mistake:\n%s", message.get("traceback"))
                raise HelperDied("The QGIS helper met an error of its own, which is in the server's log.")
            yield message
            if kind == "done":
                return

    def _next_message(self, until: float) -> dict[str, Any]:
        try:
            line = self._lines.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            self.end()
            raise HelperSilent("QGIS took too long and was ended.") from None
        if line is None:
            raise self._dead()
        try:
            message = json.loads(line)
        except ValueError:
            message = None
        if not isinstance(message, dict):
            self.end()
            raise HelperDied("QGIS said something that cannot be understood, and was ended.")
        cleaned: dict[str, Any] = self._secrets.hidden_in(message)
        return cleaned

    def _dead(self) -> HelperError:
        with suppress(subprocess.TimeoutExpired):
            # It has closed its end; how it ended is worth a moment.
            self._process.wait(timeout=_SECONDS_TO_END)
        self.end()
        code = self._exit_code
        words = self._secrets.hidden_in("\n".join(self._last_words))
        logger.warning("The QGIS helper ended with %s. Its last words:\n%s", code, words)
        how = f"by signal {-code}" if code is not None and code < 0 else f"with code {code}"
        return HelperDied(f"QGIS ended unexpectedly ({how}).")

    def _read_answers(self, pipe: Any) -> None:
        while line := pipe.readline(_LONGEST_LINE):
            self._lines.put(line)
        self._lines.put(None)

    def _read_noise(self, pipe: Any) -> None:
        while line := pipe.readline(1000):
            self._last_words.append(line.decode("utf-8", "replace").rstrip())
