# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of a project and their versions: list, look up, delete. Bytes travel through `transfers`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import List, Mapping, Optional, Tuple

from ..answers import Answer, each
from ..errors import Missing
from ..transport import Transport, file_path


@dataclass(frozen=True)
class Version:
    """One state of a file; `etag` is the API's `md5sum`."""

    id: str
    etag: str
    sha256: str
    size: int
    uploaded_at: Optional[datetime]
    uploaded_at_text: str
    display: str


@dataclass(frozen=True)
class File:
    """A name in a project, its versions newest first."""

    name: str
    size: int
    etag: str
    sha256: str
    is_attachment: bool
    uploaded_at: Optional[datetime]
    versions: Tuple[Version, ...]


class FilesApi:
    """`files/`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self, project_id: str) -> List[File]:
        """Every file; asked for whole, because the server's order of files is not promised."""
        params = {"client": "qgis", "skip_metadata": 1}
        return each(self._transport.list(f"files/{project_id}/", params), read_file)

    def get(self, project_id: str, name: str) -> Optional[File]:
        """One file, None when it is not there."""
        try:
            return read_file(
                Answer(self._transport.json("GET", f"files/metadata/{project_id}/{file_path(name)}/"))
            )
        except Missing as error:
            if error.code != "object_not_found":
                # A server without this route answers 404 in HTML: look in the list instead.
                return next((file for file in self.list(project_id) if file.name == name), None)
            return None

    def delete(
        self,
        project_id: str,
        name: str,
        version_id: Optional[str] = None,
        headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Delete a file with its versions, or one version; what is gone already is no error."""
        headers = {**(headers or {}), **({"x-file-version": version_id} if version_id else {})}
        try:
            self._transport.request("DELETE", f"files/{project_id}/{file_path(name)}/", headers=headers)
        except Missing:
            return


def read_file(answer: Answer) -> File:
    return File(
        name=answer.text("name"),
        size=answer.number("size"),
        etag=answer.text("md5sum"),
        sha256=answer.text("sha256", ""),
        is_attachment=answer.flag("is_attachment"),
        uploaded_at=answer.time("uploaded_at"),
        versions=tuple(each(answer.items("versions"), _read_version)),
    )


def _read_version(answer: Answer) -> Version:
    return Version(
        id=answer.text("version_id"),
        etag=answer.text("md5sum", ""),
        sha256=answer.text("sha256", ""),
        size=answer.number("size"),
        uploaded_at=answer.time("uploaded_at"),
        uploaded_at_text=answer.text("uploaded_at", ""),
        display=answer.text("display", ""),
    )
