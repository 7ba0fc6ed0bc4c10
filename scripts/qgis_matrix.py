# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the plugin's tests in newer QGIS, each in a Debian of its own (debootstrap); needs root."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MATRIX = ROOT / "build" / "matrix"
LISTED = ("git", "ls-files", "--cached", "--others", "--exclude-standard")
PACKAGES = ("python3-qgis", "qgis", "xvfb", "xauth", "gdal-bin", "python3-requests", "ca-certificates")
TESTS = (
    "tests/core",
    "tests/gui",
    "tests/processing",
    "tests/package/test_in_qgis.py",
    "tests/engine/packaging/test_packages_in_qgis.py",
    "tests/engine/packaging/test_deltas_come_home.py",
)
ZIP = Path("dist") / "qfieldcloud_plugin.zip"
# Debian's debootstrap of an older release does not know the names of newer ones; all of them are made as sid is.
SCRIPT = Path("/usr/share/debootstrap/scripts/sid")
# Where the tests look for them: the server and the workshop's Python, with libraries that QGIS's own must not see.
WORKSHOP = '#!/bin/sh\nexec env PYTHONPATH=/server:/checkout python3 {}"$@"\n'
COMMANDS = {
    Path("checkout/.venv/bin/qfieldcloud-server"): WORKSHOP.format("-m qfieldcloud_server "),
    Path("checkout/.venv/bin/python"): WORKSHOP.format(""),
}


@dataclass(frozen=True)
class Suite:
    name: str
    python: str


SUITES = {"trixie": Suite("trixie", "3.13"), "forky": Suite("forky", "3.14")}


class Chroot:
    """A Debian with QGIS in build/matrix/<suite>; made once, kept for the next time."""

    def __init__(self, suite: Suite) -> None:
        self.suite = suite
        self.root = MATRIX / suite.name
        self.ready = self.root / ".ready"

    def make(self) -> None:
        if self.ready.exists():
            self.install_packages()
            return
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.parent.mkdir(parents=True, exist_ok=True)
        say(f"{self.suite.name}: debootstrap and QGIS, some minutes")
        # No mirror named: debootstrap's own choice, or what DEBIAN_MIRROR says.
        mirror = os.environ.get("DEBIAN_MIRROR", "")
        command = ["debootstrap", "--variant=minbase", self.suite.name, str(self.root), mirror, str(SCRIPT)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        # No service may start inside.
        policy = self.root / "usr/sbin/policy-rc.d"
        policy.write_text("#!/bin/sh\nexit 101\n", "utf-8")
        policy.chmod(0o755)
        self.install_packages()

    def install_packages(self) -> None:
        wanted = " ".join(PACKAGES)
        if self.ready.is_file() and self.ready.read_text("utf-8") == wanted:
            return
        install = ["apt-get", "install", "--yes", "-qq", "--no-install-recommends", *PACKAGES]
        self.run("env", "DEBIAN_FRONTEND=noninteractive", *install, quiet=True)
        self.ready.write_text(wanted, "utf-8")

    def run(self, *command: str, quiet: bool = False) -> int:
        """With a /proc of its own that is gone with the command; nothing stays mounted."""
        output = subprocess.DEVNULL if quiet else None
        enter = 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"'
        whole = ["unshare", "--mount", "sh", "-c", enter, str(self.root), *command]
        return subprocess.run(whole, check=quiet, stdout=output).returncode

    def install(self, lock: str, folder: str) -> None:
        """The locked versions, chosen by this machine's pip for the Python in there."""
        target = self.root / folder
        shutil.rmtree(target, ignore_errors=True)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-qq", "--no-deps"]
        pip += ["--only-binary=:all:", f"--python-version={self.suite.python}", f"--target={target}"]
        subprocess.run(
            [*pip, "--require-hashes", f"--requirement={ROOT / 'requirements' / lock}"], check=True
        )

    def copy_sources(self) -> None:
        target = self.root / "checkout"
        shutil.rmtree(target, ignore_errors=True)
        listing = subprocess.run([*LISTED, "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
        for name in filter(None, listing.stdout.split("\0")):
            if (ROOT / name).is_file():
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, target / name)
        for path, text in COMMANDS.items():
            command = self.root / path
            command.parent.mkdir(parents=True, exist_ok=True)
            command.write_text(text, "utf-8")
            command.chmod(0o755)
        for built in (*(ROOT / "i18n").glob("*.qm"), ROOT / ZIP):
            (target / built.relative_to(ROOT)).parent.mkdir(exist_ok=True)
            shutil.copyfile(built, target / built.relative_to(ROOT))

    def test(self, arguments: list[str]) -> int:
        environment = [
            "PYTHONPATH=/tools:/checkout",
            "QT_QPA_PLATFORM=offscreen",
            "HOME=/root",
            "LC_ALL=C.UTF-8",
        ]
        # Options are added; paths stand instead of the usual ones.
        tests = () if any(not argument.startswith("-") for argument in arguments) else TESTS
        pytest = ["python3", "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", *tests, *arguments]
        shell = f"cd /checkout && exec env {' '.join(environment)} {' '.join(pytest)}"
        return self.run("sh", "-c", shell)

    def version(self) -> str:
        ask = "from qgis.core import Qgis; import sys; print(Qgis.version(), 'on Python', sys.version.split()[0])"
        command = ["chroot", str(self.root), "python3", "-c", ask]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout.strip().splitlines()[-1]


def say(text: str) -> None:
    print(f"\n\033[1m==> {text}\033[0m", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--suite", choices=SUITES, action="append", help="only this one; may be repeated")
    parser.add_argument("pytest", nargs="*", help="handed to pytest")
    arguments = parser.parse_args()
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        raise SystemExit("This needs root and the Debian package debootstrap.")
    failed = []
    for name in arguments.suite or SUITES:
        chroot = Chroot(SUITES[name])
        began = time.monotonic()
        chroot.make()
        chroot.install("qgis.txt", "tools")
        chroot.install("development.txt", "server")
        chroot.copy_sources()
        say(f"{name}: QGIS {chroot.version()}")
        if chroot.test(arguments.pytest):
            failed.append(name)
        say(f"{name}: {time.monotonic() - began:.0f} s")
    if failed:
        print(f"failed in {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
