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

# lock file: (the Python whose versions it must suit, whether the server's own dependencies belong, extras)
LOCKS = {
    "development": ("3.11", True, ["postgres", "ogr", "plugin", "test", "check", "build"]),
    "qgis": ("3.11", False, ["test-qgis"]),
    "qt6": ("3.11", False, ["qt6"]),
    "python39": ("3.9", False, ["test-python39"]),
    "bundled": ("3.9", False, ["bundled"]),
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
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    if "PIP_CERT" in os.environ:
        kept["PIP_CERT"] = os.environ["PIP_CERT"]
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "CUSTOM_COMPILE_COMMAND": "make lock"}


def compiler(python: str, folder: Path) -> Path:
    """pip-compile in a throw-away environment of the wanted Python."""
    environment = folder / python
    subprocess.run([f"python{python}", "-m", "venv", environment], check=True)
    install = [str(environment / "bin/pip"), "install", "--quiet", "--upgrade", "pip", "pip-tools"]
    subprocess.run(install, check=True, env=clean_environment())
    return environment / "bin/pip-compile"


def write_lock(name: str, requirements: list[str], pip_compile: Path, upgrade: bool) -> None:
    target = ROOT / "requirements" / f"{name}.txt"
    print(f"locking {target.relative_to(ROOT)}")
    options: list[str] = [
        "--generate-hashes",
        "--allow-unsafe",
        "--strip-extras",
        "--quiet",
        "--no-emit-index-url",
        "--no-emit-trusted-host",
        "--no-emit-find-links",
    ]
    options += ["--upgrade"] if upgrade else []
    subprocess.run(
        [str(pip_compile), *options, f"--output-file={target}", "-"],
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
        for name in arguments.names or LOCKS:
            python, with_server, extras = LOCKS[name]
            requirements = [
                *(project["dependencies"] if with_server else []),
                *requirements_of(project, extras),
            ]
            write_lock(name, requirements, compiler(python, Path(folder)), arguments.upgrade)
    return 0


if __name__ == "__main__":
    sys.exit(main())
