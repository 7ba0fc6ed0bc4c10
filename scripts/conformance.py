# SPDX-License-Identifier: GPL-2.0-or-later
"""Play recorded QFieldCloud exchanges against a fresh server: ``-m scripts.conformance KIT [--all] [--group …]``.

The server starts with an empty data folder, gets the kit's accounts and is ended afterwards. ``--all`` plays against
every way to deploy it and tells one line each. Where there is no kit nothing is played, and that is no failure.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from scripts.deployments import ALL, SERVER, Deployment, NotHere, running


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kit", type=Path, help="folder with replay.py and cast.json")
    parser.add_argument("--all", action="store_true", help="every way to deploy the server, one line each")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument(
        "--processes", choices=["embedded", "many"], default="embedded", help="many needs PostgreSQL"
    )
    parser.add_argument("--front", choices=["direct", "nginx", "nginx-files"], default="direct")
    parser.add_argument("--files", choices=["folder", "webdav"], default="folder")
    options, rest = parser.parse_known_args()
    if not (options.kit / "replay.py").is_file():
        print(f"There is no conformance kit in {options.kit}; nothing was played.")
        return 0
    if options.all:
        return play_all(options.kit, rest)
    if options.processes == "many" and options.database == "sqlite":
        parser.error("many processes need --database postgresql")
    wanted = Deployment(options.database, options.processes, options.front, options.files)
    code, _ = play(options.kit, wanted, rest)
    return code


def play(kit: Path, deployment: Deployment, rest: list[str], *, capture: bool = False) -> tuple[int, str]:
    """The kit's exit code, and what it said if that was captured."""

    def provision(environment: Mapping[str, str]) -> None:
        line = [*SERVER, "provision", str((kit / "cast.json").absolute())]
        subprocess.run(
            line, env=dict(environment), check=True, stdout=subprocess.DEVNULL if capture else None
        )

    with tempfile.TemporaryDirectory(prefix="qfieldcloud-conformance-") as folder:
        with running(deployment, Path(folder), provision) as server:
            line = [sys.executable, "-B", str(kit / "replay.py"), "--base-url", server.address, *rest]
            played = subprocess.run(line, check=False, capture_output=capture, text=True)
        said = f"{played.stdout or ''}{played.stderr or ''}"
        if played.returncode:
            said += _end_of_log(server.log, quiet=capture)
    return played.returncode, said


def play_all(kit: Path, rest: list[str]) -> int:
    failed = 0
    for deployment in ALL:
        started = time.monotonic()
        try:
            code, said = play(kit, deployment, rest, capture=True)
        except NotHere as missing:
            print(f"{deployment!s:35} | left out: {missing}")
            continue
        results = [line for line in said.splitlines() if " passed, " in line]
        took = time.monotonic() - started
        print(f"{deployment!s:35} | {results[-1] if results else 'broken'} | {took:.0f} s", flush=True)
        if code:
            failed += 1
            print(said, file=sys.stderr)
    return 1 if failed else 0


def _end_of_log(path: Path, *, quiet: bool) -> str:
    lines = path.read_text("utf-8", "replace").splitlines()
    text = "\n".join(["--- end of the server's log", *lines[-40:]]) if lines else ""
    if not quiet:
        print(text, file=sys.stderr)
    return text


if __name__ == "__main__":
    sys.exit(main())
