# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks for unsafe calls and forgotten secrets, in the checkout and in what the zip ships.

The plugin repository refuses an upload with a high finding of bandit or any finding of detect-secrets.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ZIP = ROOT / "dist" / "qfieldcloud_plugin.zip"
BIN = Path(sys.executable).parent

CODE = ("qfieldcloud_plugin", "qfieldcloud_server", "scripts", "resources", "i18n", ".ci")

# SQL built from names. Ruff's S608 asks about each line already, and takes a reason.
SQL_FROM_NAMES = "B608"


def bandit(folder: Path, level: str, *options: str) -> bool:
    """Whether bandit finds nothing of this severity or above."""
    command = [str(BIN / "bandit"), "--quiet", "--recursive", f"--severity-level={level}"]
    return subprocess.run([*command, *options, str(folder)], check=False).returncode == 0


def no_secrets(folder: Path, *options: str) -> bool:
    scan = [str(BIN / "detect-secrets"), "scan", *options]
    output = subprocess.run(scan, cwd=folder, check=True, capture_output=True, text=True).stdout
    results: dict[str, list[dict[str, object]]] = json.loads(output)["results"]
    for path, findings in results.items():
        for finding in findings:
            print(f"{path}:{finding['line_number']}: {finding['type']}")
    return not results


# Tests and manuals are full of invented passwords and digests; a service's key is a find there, too.
INVENTED = (
    "KeywordDetector",
    "BasicAuthDetector",
    "HexHighEntropyString",
    "Base64HighEntropyString",
)


def no_new_secrets(*folders: str, without: tuple[str, ...] = ()) -> bool:
    """Whether no tracked file below these folders holds a secret that .secrets.baseline does not list."""
    listing = ["git", "ls-files", "-z", *folders]
    tracked = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    names = [name for name in tracked.split("\0") if name and (ROOT / name).is_file()]
    hook = [str(BIN / "detect-secrets-hook"), "--baseline", ".secrets.baseline"]
    hook += [option for plugin in without for option in ("--disable-plugin", plugin)]
    return subprocess.run([*hook, *names], cwd=ROOT, check=False).returncode == 0


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(ZIP).extractall(folder)
        passed = {
            "bandit, plugin": bandit(ROOT / "qfieldcloud_plugin", "medium", "--skip", SQL_FROM_NAMES),
            "bandit, server": bandit(ROOT / "qfieldcloud_server", "high"),
            "bandit, zip": bandit(Path(folder), "high"),
            "secrets, zip": no_secrets(Path(folder), "--all-files"),
            "secrets, code": no_new_secrets(*CODE),
            "secrets, tests and docs": no_new_secrets("tests", "docs", without=INVENTED),
        }
    for what, good in passed.items():
        print(f"{what}: {'nothing found' if good else 'FINDINGS, see above'}")
    return 0 if all(passed.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
