# SPDX-License-Identifier: GPL-2.0-or-later
"""Play recorded QFieldCloud exchanges against a fresh server: ``conformance.py KIT [--group …]``.

The server starts on a free port with an empty data folder, gets the kit's accounts and is ended afterwards.
Where there is no kit nothing is played, and that is no failure.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 60
SERVER = [sys.executable, "-m", "qfieldcloud_server"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kit", type=Path, help="folder with replay.py and cast.json")
    parser.add_argument("--database-url", default="", help="an empty PostgreSQL database; default: SQLite")
    parser.add_argument("--no-jobs", action="store_true", help="run jobs in a separate worker process")
    parser.add_argument(
        "--base-url", default="", help="play against this address (a proxy, say) instead of the server's"
    )
    parser.add_argument("--listen", default="127.0.0.1:0", help="where the server listens")
    options, rest = parser.parse_known_args()
    replay = options.kit / "replay.py"
    if not replay.is_file():
        print(f"There is no conformance kit in {options.kit}; nothing was played.")
        return 0
    with tempfile.TemporaryDirectory(prefix="qfieldcloud-conformance-") as folder:
        environment = _environment(Path(folder), options.database_url)
        provision = [*SERVER, "provision", str((options.kit / "cast.json").absolute())]
        subprocess.run(provision, env=environment, check=True)
        with _server(environment, Path(folder), options) as address:
            played = [sys.executable, "-B", str(replay), "--base-url", options.base_url or address, *rest]
            code = subprocess.run(played, check=False).returncode
        if code:
            _show_log(Path(folder) / "server.log")
    return code


def _environment(folder: Path, database_url: str) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QFIELDCLOUD_")}
    environment["QFIELDCLOUD_DATA_DIR"] = str(folder / "data")
    environment["QFIELDCLOUD_LOG_LEVEL"] = "warning"
    if database_url:
        environment["QFIELDCLOUD_DATABASE_URL"] = database_url
    environment["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(_checkout()), environment.get("PYTHONPATH", "")])
    )
    return environment


def _checkout() -> Path:
    return Path(__file__).resolve().parent.parent


@contextmanager
def _server(environment: dict[str, str], folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """The address of a running server; its log goes to ``server.log``."""
    command = [*SERVER, "serve", "--listen", options.listen, *(["--no-jobs"] if options.no_jobs else [])]
    processes = []
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=log)
        processes.append(server)
        if options.no_jobs:
            processes.append(subprocess.Popen([*SERVER, "worker"], env=environment, stdout=log, stderr=log))
        try:
            yield _address(server)
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait(timeout=60)


def _address(server: subprocess.Popen[bytes]) -> str:
    """What the server says when it is ready."""
    assert server.stdout is not None
    watchdog = threading.Timer(START_SECONDS, server.kill)
    watchdog.start()
    try:
        for line in server.stdout:
            words = line.decode().split()
            if words[:2] == ["Listening", "on"]:
                return words[2]
    finally:
        watchdog.cancel()
    raise SystemExit("The server did not start.")


def _show_log(path: Path) -> None:
    lines = path.read_text("utf-8", "replace").splitlines()
    if lines:
        print("--- end of the server's log", *lines[-40:], sep="\n", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
