# SPDX-License-Identifier: GPL-2.0-or-later
"""Links this checkout into a QGIS profile, so that what is edited here runs there (`make install`)."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "qfieldcloud_plugin"


def profiles_folder() -> Path:
    """Where QGIS 3 keeps its profiles on this system."""
    if sys.platform == "win32":
        return Path(os.environ["APPDATA"]) / "QGIS" / "QGIS3" / "profiles"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "QGIS" / "QGIS3" / "profiles"
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "QGIS" / "QGIS3" / "profiles"


def install(plugins: Path) -> Path:
    """A folder of links, for QGIS wants metadata.txt inside the package and the checkout has it beside."""
    target = plugins / NAME
    if target.is_symlink():
        target.unlink()
    elif target.exists() and not is_ours(target):
        raise SystemExit(f"{target} holds another copy; nothing was changed. Remove it and try again.")
    target.mkdir(parents=True, exist_ok=True)
    beside = (ROOT / name for name in ("metadata.txt", "LICENSE", "resources", "i18n"))
    for source in [*sorted((ROOT / NAME).iterdir()), *beside]:
        if source.name != "__pycache__":
            link(target / source.name, source)
    return target


def is_ours(target: Path) -> bool:
    return all(entry.is_symlink() or entry.name == "__pycache__" for entry in target.iterdir())


def link(place: Path, source: Path) -> None:
    if place.is_symlink():
        place.unlink()
    place.symlink_to(source, target_is_directory=source.is_dir())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", default="default", help="name of the profile (default: %(default)s)")
    parser.add_argument("--profiles", type=Path, default=profiles_folder(), help="folder of all profiles")
    arguments = parser.parse_args()
    target = install(arguments.profiles / arguments.profile / "python" / "plugins")
    print(f"linked into {target}")
    print("Switch it on in QGIS: Plugins, Manage and Install Plugins, Installed, QFieldCloud Sync.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
