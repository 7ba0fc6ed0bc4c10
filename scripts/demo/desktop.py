# SPDX-License-Identifier: GPL-2.0-or-later
"""Real QGIS on a screen of its own (Xvfb) with a private profile, told what to do one command at a time."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import zipfile
from pathlib import Path
from types import TracebackType
from typing import Any, Optional

DRIVER = Path(__file__).with_name("desk_driver.py")
PLUGIN = "qfieldcloud_plugin"
SCREEN = "-screen 0 1600x1000x24"
START_SECONDS = 90
COMMAND_SECONDS = 120

SETTINGS = """[locale]
overrideFlag=true
userLocale={language}

[qgis]
askToSaveProjectChanges=false
checkVersion=false
hideSplash=true
showTips=false
enablePythonPlugins=true

[app]
checkVersion=false

[Projects]
promptWhenSchemaChanged=false

[help]
helpSearchPath=

[migration]
settings=true
fileVersion=2
"""


class DesktopFailed(RuntimeError):
    """QGIS did not do what it was told; the message holds its own words."""


class Desktop:
    """`commands` is a Python file; each of its functions is a command, run in QGIS's main thread."""

    def __init__(
        self,
        work: Path,
        plugin_zip: Optional[Path],
        commands: Path,
        *,
        load: bool = True,
        language: str = "en",
    ) -> None:
        self.work = work = work.resolve()
        self.log = work / "qgis.log"
        self.profile = work / "profiles" / "profiles" / "default"
        self._zip = plugin_zip
        self._commands = commands
        self._load = load
        self._language = language
        self._process: Optional[subprocess.Popen[bytes]] = None
        self._connection: Optional[socket.socket] = None
        self._unread = b""

    def __enter__(self) -> Desktop:
        self.start()
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.stop()

    def start(self) -> float:
        """Seconds until QGIS was ready for commands."""
        began = time.monotonic()
        self._prepare_profile()
        address = self.work / "desk.sock"
        address.unlink(missing_ok=True)
        with socket.socket(socket.AF_UNIX) as listener, self.log.open("ab") as log:
            listener.bind(str(address))
            listener.listen(1)
            listener.settimeout(1)
            command = [
                "xvfb-run",
                "--auto-servernum",
                f"--server-args={SCREEN}",
                "qgis",
                "--nologo",
                "--noversioncheck",
            ]
            command += ["--profiles-path", str(self.work / "profiles"), "--code", str(DRIVER)]
            self._process = subprocess.Popen(
                command,
                env=self._environment(address),
                stdout=log,
                stderr=log,
                start_new_session=True,
                cwd=self.work,
            )
            while self._connection is None:
                try:
                    self._connection, _ = listener.accept()
                except TimeoutError:
                    if self._process.poll() is not None:
                        raise DesktopFailed(f"QGIS ended at its start:\n{self.last_words()}") from None
                    if time.monotonic() - began > START_SECONDS:
                        self._kill()
                        raise DesktopFailed(
                            f"QGIS was not ready in {START_SECONDS} s:\n{self.last_words()}"
                        ) from None
        self.call("ready", timeout=START_SECONDS)
        if self._load and self._zip is not None:
            # Not by a setting read at the start: an error there opens a window before anybody could close it.
            self.call("load_plugin", name=PLUGIN)
        return time.monotonic() - began

    def call(self, name: str, /, *, timeout: float = COMMAND_SECONDS, **arguments: Any) -> Any:
        """What the command returned; whatever it raised, and any window that popped up, is an error here."""
        assert self._connection is not None, "QGIS is not running"
        request = json.dumps({"command": name, "arguments": arguments}, default=str) + "\n"
        self._connection.sendall(request.encode())
        try:
            answer = json.loads(self._line(time.monotonic() + timeout))
        except (OSError, TimeoutError) as error:
            self._kill()
            raise DesktopFailed(f"QGIS did not answer {name} ({error}):\n{self.last_words()}") from error
        if answer.get("error"):
            raise DesktopFailed(f"{name} failed in QGIS:\n{answer['error']}")
        if answer.get("windows"):
            raise DesktopFailed(
                f"{name} made QGIS ask a question that nobody was there to answer: {answer['windows']}"
            )
        return answer.get("result")

    def stop(self) -> None:
        if self._process is None:
            return
        if self._connection is not None:
            try:
                self._connection.sendall(b'{"command": "leave", "arguments": {}}\n')
                self._process.wait(20)
            except (OSError, subprocess.TimeoutExpired):
                pass
            self._connection.close()
            self._connection = None
        self._kill()

    def last_words(self, lines: int = 40) -> str:
        return "\n".join(self.log.read_text("utf-8", "replace").splitlines()[-lines:])

    # -- below ------------------------------------------------------------------------------------

    def _prepare_profile(self) -> None:
        plugins = self.profile / "python" / "plugins"
        shutil.rmtree(plugins, ignore_errors=True)
        plugins.mkdir(parents=True)
        if self._zip is not None:
            with zipfile.ZipFile(self._zip) as archive:
                archive.extractall(plugins)
        settings = self.profile / "QGIS" / "QGIS3.ini"
        if not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text(SETTINGS.format(language=self._language))

    def _environment(self, address: Path) -> dict[str, str]:
        home = self.work / "home"
        (home / "run").mkdir(parents=True, exist_ok=True)
        (home / "tmp").mkdir(exist_ok=True)
        (home / "run").chmod(0o700)
        foreign = ("PYTHON", "QGIS", "VIRTUAL_ENV", "XDG_", "QT_", "DISPLAY", "WAYLAND")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        return {
            **kept,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "TMPDIR": str(home / "tmp"),
            # The keyring of whoever runs this is none of our business.
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "PYTHONDONTWRITEBYTECODE": "1",
            "DESK_SOCKET": str(address),
            "DESK_COMMANDS": str(self._commands),
        }

    def _line(self, deadline: float) -> bytes:
        assert self._connection is not None
        while b"\n" not in self._unread:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError("no answer in time")
            self._connection.settimeout(left)
            data = self._connection.recv(64 * 1024)
            if not data:
                raise ConnectionError("QGIS is gone")
            self._unread += data
        line, _, self._unread = self._unread.partition(b"\n")
        return line

    def _kill(self) -> None:
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        if self._process is not None:
            self._process.wait(20)
        self._process = None
