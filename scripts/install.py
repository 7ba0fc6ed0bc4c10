# SPDX-License-Identifier: GPL-2.0-or-later
"""Links this checkout into a QGIS profile, so that what is edited here runs there (`make install`)."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME, DOOR = "qfieldcloud_plugin", "__init__.py"
MARK = "# Made by `make install`."


def profiles_folder() -> Path:
    """Where QGIS 3 keeps its profiles on this system."""
    if sys.platform == "win32":
        return Path(os.environ["APPDATA"]) / "QGIS" / "QGIS3" / "profiles"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "QGIS" / "QGIS3" / "profiles"
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "QGIS" / "QGIS3" / "profiles"


def install(plugins: Path) -> Path:
    """A folder of links, for QGIS wants metadata.txt inside the package and the checkout has it beside.

    Only the door is made anew: a zip has the plugin's libraries in it, a checkout has them in .venv-qgis.
    """
    target = plugins / NAME
    if target.is_symlink():
        target.unlink()
    elif target.exists() and not is_ours(target):
        raise SystemExit(f"{target} holds another copy; nothing was changed. Remove it and try again.")
    target.mkdir(parents=True, exist_ok=True)
    beside = (ROOT / name for name in ("metadata.txt", "LICENSE", "resources", "i18n"))
    for source in [*sorted((ROOT / NAME).iterdir()), *beside]:
        if source.name not in ("__pycache__", DOOR):
            link(target / source.name, source)
    door = target / DOOR
    if door.is_symlink():
        door.unlink()
    door.write_text(made_door(libraries()), encoding="utf-8")
    return target


def libraries() -> list[Path]:
    """Where .venv-qgis has them; its Python is the one that QGIS uses."""
    found = [*ROOT.glob(".venv-qgis/lib/python3*/site-packages"), *ROOT.glob(".venv-qgis/Lib/site-packages")]
    if not found:
        raise SystemExit("There is no .venv-qgis with the plugin's libraries here; `make setup` makes it.")
    return found


def made_door(folders: list[Path]) -> str:
    """Like the plugin's own, with the libraries in reach; at the end, so that QGIS's own win."""
    real = ROOT / NAME / DOOR
    lines = [
        MARK,
        "import sys",
        f"sys.path += [path for path in {[str(folder) for folder in folders]!r} if path not in sys.path]",
        f"with open({str(real)!r}, encoding='utf-8') as door:",
        f"    exec(compile(door.read(), {str(real)!r}, 'exec'))",
    ]
    return "\n".join(lines) + "\n"


def is_ours(target: Path) -> bool:
    door = target / DOOR
    others = (entry for entry in target.iterdir() if entry.name not in (DOOR, "__pycache__"))
    links_only = all(entry.is_symlink() for entry in others)
    # The door is made last: without one an earlier run was cut short.
    if door.is_symlink() or not door.exists():
        return links_only
    return links_only and door.read_text(encoding="utf-8").startswith(MARK)


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
