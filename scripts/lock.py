# SPDX-License-Identifier: GPL-2.0-or-later
"""Write requirements/*.txt, exact versions with hashes, from the ranges in pyproject.toml (`make lock`)."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

# The oldest that a QGIS with Python 3.9 brings; some libraries leave out the first releases of 3.9.
OLDEST = "3.9.5"
# lock file: (the Python whose versions it must suit, whether the server's own dependencies belong, extras)
LOCKS = {
    "development": ("3.11", True, ["postgres", "ogr", "s3", "webdav", "plugin", "test", "check", "build"]),
    "qgis": ("3.11", False, ["test-qgis"]),
    "qt6": ("3.11", False, ["qt6"]),
    "python39": (OLDEST, False, ["test-python39"]),
    "bundled": (OLDEST, False, ["bundled"]),
}


def requirements_of(project: dict[str, Any], extras: list[str]) -> list[str]:
    """The requirements of these extras, with references to other extras of this project followed."""
    found: list[str] = []
    for extra in extras:
        for requirement in project["optional-dependencies"][extra]:
            itself = re.fullmatch(rf"{re.escape(project['name'])}\[([\w,-]+)\]", requirement)
            if itself:
                found += requirements_of(project, itself[1].split(","))
            else:
                found.append(requirement)
    return found


def clean_environment() -> dict[str, str]:
    """Without this machine's extra indexes: their wheels may differ from those that everybody else gets."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    if "PIP_CERT" in os.environ:
        kept |= {"PIP_CERT": os.environ["PIP_CERT"], "SSL_CERT_FILE": os.environ["PIP_CERT"]}
    return {**kept, "PIP_CONFIG_FILE": os.devnull}


def compiler(folder: Path) -> Path:
    """uv in a throw-away environment: it finds versions for a Python that need not be here."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    install = [str(folder / "bin/pip"), "install", "--quiet", "--disable-pip-version-check", "uv"]
    subprocess.run(install, check=True, env=clean_environment())
    return folder / "bin/uv"


def write_lock(name: str, python: str, requirements: list[str], uv: Path, upgrade: bool) -> None:
    target = ROOT / "requirements" / f"{name}.txt"
    print(f"locking {target.relative_to(ROOT)}")
    options: list[str] = [
        f"--python-version={python}",
        "--no-python-downloads",
        "--no-config",
        "--generate-hashes",
        "--strip-extras",
        "--quiet",
        "--custom-compile-command=make lock",
    ]
    options += ["--upgrade"] if upgrade else []
    subprocess.run(
        [str(uv), "pip", "compile", *options, f"--output-file={target}", "-"],
        input="\n".join(sorted(set(requirements))),
        text=True,
        check=True,
        cwd=ROOT,
        env=clean_environment(),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[*LOCKS, []], help="which locks to write; all when left out"
    )
    parser.add_argument(
        "--upgrade", action="store_true", help="take the newest versions that the ranges allow"
    )
    arguments = parser.parse_args()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    with tempfile.TemporaryDirectory() as folder:
        uv = compiler(Path(folder) / "uv")
        for name in arguments.names or LOCKS:
            python, with_server, extras = LOCKS[name]
            requirements = [
                *(project["dependencies"] if with_server else []),
                *requirements_of(project, extras),
            ]
            write_lock(name, python, requirements, uv, arguments.upgrade)
    return 0


if __name__ == "__main__":
    sys.exit(main())
