# SPDX-License-Identifier: GPL-2.0-or-later
"""A project's files laid out as a folder, for whoever needs to read them as such."""

from __future__ import annotations

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from qfieldcloud_server.files.models import Blob, File
from qfieldcloud_server.files.names import is_attachment
from qfieldcloud_server.files.selectors import attachment_dirs, files_of
from qfieldcloud_server.files.storage import blob_store
from qfieldcloud_server.projects.models import Project

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class ProjectFolder:
    """`path` holds the files; `files` are the rows they came from, by the name they have there."""

    path: Path
    files: dict[str, File]

    def file_at(self, path: Path) -> File | None:
        """The file that lies at a path inside the folder."""
        try:
            return self.files.get(path.resolve().relative_to(self.path.resolve()).as_posix())
        except ValueError:
            return None

    def blob_of(self, name: str) -> Blob | None:
        file = self.files.get(name)
        return file.latest.blob if file and file.latest else None


@contextmanager
def project_folder(project: Project, *, with_attachments: bool = False) -> Iterator[ProjectFolder]:
    """All files of the project at this moment, to be read and not written."""
    dirs = attachment_dirs(project)
    wanted = [f for f in files_of(project) if with_attachments or not is_attachment(f.name, dirs)]
    with blob_store().workspace() as root:
        laid_out: dict[str, File] = {}
        for file in wanted:
            name = lay_out(root, file)
            if name:
                laid_out[name] = file
        yield ProjectFolder(root, laid_out)


def lay_out(root: Path, file: File, *, private: bool = False) -> str:
    """Put a file into the folder; returns its name there, or "" where the folder cannot hold it.

    "a//b" and "a/b" are two names on the wire and one in a folder, a name may be too long for the disk, and a
    file may have the name of another one's folder. Such a file is left out, and said so in the log.
    """
    if file.latest is None:
        return ""
    parts = [part for part in PurePosixPath(file.name).parts if part not in ("", "/", ".", "..")]
    path = root.joinpath(*parts)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        taken = path.exists()
    except (FileExistsError, NotADirectoryError) as error:
        logger.warning("The file %r cannot lie beside the others in a folder: %s", file.name, error)
        return ""
    except OSError as error:
        if error.errno not in (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ):
            raise
        logger.warning("The file %r has a name that this disk cannot store.", file.name)
        return ""
    if taken:
        logger.warning("The file %r is left out: another one has its place in a folder.", file.name)
        return ""
    put = blob_store().copy if private else blob_store().link
    put(file.latest.blob_id, path)
    return "/".join(parts)
