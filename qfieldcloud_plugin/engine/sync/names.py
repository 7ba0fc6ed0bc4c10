# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of files: which ones take part in a sync, and how one becomes a path inside the folder."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from ..message import Message
from .errors import UnsafeName

STATE_FOLDER = ".qfieldcloud"
PROJECT_SUFFIXES = (".qgs", ".qgz")
GEOPACKAGE_SUFFIX = ".gpkg"

_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\..*)?", re.IGNORECASE)
SIDE_FILES = ("-wal", "-shm", "-journal")
_LONGEST = 255


def is_synced(name: str) -> bool:
    """Whether a file of a project folder takes part: no hidden files, backups or SQLite's side files."""
    parts = PurePosixPath(name).parts
    if not parts or any(part.startswith(".") or part.endswith("~") for part in parts):
        return False
    return not name.lower().endswith(SIDE_FILES)


def is_geopackage(name: str) -> bool:
    return name.lower().endswith(GEOPACKAGE_SUFFIX)


def is_project_file(name: str) -> bool:
    return name.lower().endswith(PROJECT_SUFFIXES)


def check_name(name: str) -> None:
    """Raise UnsafeName unless the name is fit to be a path below a folder on every system we run on."""
    parts = name.split("/")
    fit = (
        0 < len(name) <= _LONGEST
        and all(part and part not in (".", "..") for part in parts)
        and not any(_FORBIDDEN.search(part) or part[-1] in " ." for part in parts)
        and not any(_RESERVED.fullmatch(part) for part in parts)
    )
    if not fit:
        raise UnsafeName(
            Message("“{name}” cannot be a file name on this computer. It stays on the server.", name=name)
        )


def path_of(folder: Path, name: str) -> Path:
    """Where a file of the project lies. Raises UnsafeName for a name that would lead out of the folder."""
    check_name(name)
    path = folder / name
    parent = path.parent.resolve()
    if folder.resolve() not in (parent, *parent.parents):
        raise UnsafeName(
            Message("“{name}” leads out of the project folder through a link. It was left alone.", name=name)
        )
    return path
