# SPDX-License-Identifier: GPL-2.0-or-later
"""Which files are QGIS project files, which belong to one, and whether one is worth storing."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath
from xml.parsers import expat

from qfieldcloud_server.api.errors import InvalidQgisProjectFile

_SUFFIXES = (".qgs", ".qgz")
# The first element comes after a document type and perhaps a comment; nothing longer is a project.
_LOOK_AHEAD = 64 * 1024
_MAX_MEMBERS = 10_000


def is_qgis_file(name: str) -> bool:
    return name.lower().endswith(_SUFFIXES)


def is_restricted(name: str, qgis_file_name: str | None) -> bool:
    """Whether only admins and managers may change the file where a project has restricted project files."""
    if is_qgis_file(name):
        return True
    if not qgis_file_name:
        return False
    stem = str(PurePosixPath(qgis_file_name).with_suffix(""))
    return name in (f"{stem}.qgd", f"{stem}_attachments.zip", f"{stem}.qml")


def check_qgis_file(path: Path, name: str) -> None:
    """Raise `InvalidQgisProjectFile` unless the file begins like a project; a job reads all of it."""
    try:
        head = _head_of_zip(path) if name.lower().endswith(".qgz") else _head(path)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise InvalidQgisProjectFile("The .qgz file cannot be opened.") from error
    root = _root_element(head)
    if root is None or root[0] != "qgis" or not root[1].get("version"):
        raise InvalidQgisProjectFile


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LOOK_AHEAD)


def _head_of_zip(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        members = [
            info for info in archive.infolist()[:_MAX_MEMBERS] if info.filename.lower().endswith(".qgs")
        ]
        if len(members) != 1:
            raise InvalidQgisProjectFile("A .qgz file holds exactly one .qgs file.")
        with archive.open(members[0]) as file:
            # Only the beginning is unpacked: a small archive may claim to hold gigabytes.
            return file.read(_LOOK_AHEAD)


def _root_element(head: bytes) -> tuple[str, dict[str, str]] | None:
    found: list[tuple[str, dict[str, str]]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if not found:
            found.append((tag, attributes))

    def refuse(*_: object) -> None:
        raise InvalidQgisProjectFile("A project file defines no entities.")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(head, False)  # noqa: FBT003 - expat knows no keywords
    except expat.ExpatError:
        # What follows the first element is looked at when the project is processed.
        return found[0] if found else None
    return found[0] if found else None
