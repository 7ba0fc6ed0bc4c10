# SPDX-License-Identifier: GPL-2.0-or-later
"""The files inside a .qgz, read and written without trusting one byte of it."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Union

from ..message import Message
from .document import MAX_BYTES
from .errors import InvalidProject, ProjectFileMissing, ProjectTooBig

MAX_MEMBERS = 1000
MAX_TOTAL_BYTES = 1024 * 1024 * 1024
_CHUNK = 1024 * 1024
# The earliest date a zip can hold: equal content must give equal bytes.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class ProjectArchive:
    """The project's XML, and what else lay in the .qgz (auxiliary storage, attached files), by name."""

    xml_name: str
    xml: bytes
    others: dict[str, bytes] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """A .qgz that is the same whenever its content is."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, data in [(self.xml_name, self.xml), *sorted(self.others.items())]:
                info = zipfile.ZipInfo(name, _NO_DATE)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                info.create_system = 3
                archive.writestr(info, data)
        return buffer.getvalue()


def read_archive(path: Path) -> ProjectArchive:
    """Read a .qgs or .qgz. Raises ProjectFileMissing, InvalidProject or ProjectTooBig."""
    try:
        size = path.stat().st_size
        if path.suffix.lower() == ".qgz":
            return _read_zip(path)
        if size > MAX_BYTES:
            raise ProjectTooBig(
                Message(
                    "“{name}” is larger than {mebibytes} MiB.",
                    name=path.name,
                    mebibytes=MAX_BYTES // 1024 // 1024,
                )
            )
        return ProjectArchive(path.name, path.read_bytes())
    except FileNotFoundError as error:
        raise ProjectFileMissing(Message("There is no project file “{name}”.", name=path.name)) from error


def read_members(source: Union[Path, BinaryIO], name: str) -> dict[str, bytes]:
    """All files in a zip by name. Raises InvalidProject for tricks and ProjectTooBig for bombs."""
    try:
        with zipfile.ZipFile(source) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            _check_members(members)
            contents = {}
            budget = MAX_TOTAL_BYTES
            for info in members:
                limit = min(budget, MAX_BYTES) if info.filename.lower().endswith(".qgs") else budget
                contents[info.filename] = _read_member(archive, info, limit)
                budget -= len(contents[info.filename])
            return contents
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise InvalidProject(
            Message("“{name}” is not a readable zip file: {error}.", name=name, error=error)
        ) from error


def _read_zip(path: Path) -> ProjectArchive:
    contents = read_members(path, path.name)
    projects = [name for name in contents if name.lower().endswith(".qgs")]
    if len(projects) != 1:
        raise InvalidProject(Message("The .qgz does not hold exactly one .qgs."))
    return ProjectArchive(projects[0], contents.pop(projects[0]), contents)


def _check_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise ProjectTooBig(Message("The zip holds more than {most} files.", most=MAX_MEMBERS))
    names = [info.filename for info in members]
    for info in members:
        if not _is_plain_name(info.filename):
            raise InvalidProject(
                Message(
                    "The zip holds a file with the name “{name}”, which leads out of it.",
                    name=info.filename,
                )
            )
        if info.flag_bits & 0x1:
            raise InvalidProject(Message("The zip is encrypted."))
    if len({name.lower() for name in names}) != len(names):
        raise InvalidProject(Message("The zip holds two files of the same name."))


def _is_plain_name(name: str) -> bool:
    parts = name.split("/")
    return (
        not any(part in ("", ".", "..") for part in parts)
        and "\\" not in name
        and ":" not in name
        and "\0" not in name
    )


def _read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    """Decompress at most `limit` bytes: the size that a zip tells about itself may be a lie."""
    pieces = []
    total = 0
    with archive.open(info) as stream:
        while piece := stream.read(_CHUNK):
            total += len(piece)
            if total > limit:
                raise ProjectTooBig(
                    Message("“{name}” in the zip is too large when unpacked.", name=info.filename)
                )
            pieces.append(piece)
    return b"".join(pieces)
