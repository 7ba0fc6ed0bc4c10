# SPDX-License-Identifier: GPL-2.0-or-later
"""Delta files as they arrive: kept byte for byte first, understood second."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from qfieldcloud_plugin.engine.delta import DeltaFile as ReadDeltaFile
from qfieldcloud_plugin.engine.delta import InvalidDeltaFile as UnreadableDeltaFile
from qfieldcloud_plugin.engine.delta.model import MAX_BYTES
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import ApiError, InvalidDeltaFile, NoQgisProject
from qfieldcloud_server.deltas.models import DeltaFile
from qfieldcloud_server.files.blobs import BlobWriter
from qfieldcloud_server.files.records import keep_blob
from qfieldcloud_server.files.storage import blob_store
from qfieldcloud_server.projects.models import Project


@dataclass(frozen=True)
class Sender:
    """Who posted a delta file."""

    user: User
    user_agent: str = ""
    only_creates: bool = False
    """A reporter's patches and deletes are stored, never applied."""


def receive(project: Project, incoming: BlobWriter, sender: Sender) -> tuple[ReadDeltaFile, DeltaFile]:
    """Keep the file, then read it. One that cannot be used is kept too, with the reason, which is raised."""
    digest = incoming.keep()
    record = DeltaFile.objects.create(
        project=project,
        blob=keep_blob(digest),
        created_by=sender.user,
        user_agent=sender.user_agent[:300],
        error="This file was not looked at.",
    )
    try:
        read = _read(digest.sha256, digest.size)
        record.deltafile_id = uuid.UUID(read.id)
        _check(project, read)
    except ApiError as error:
        record.error = error.message
        record.save(update_fields=["deltafile_id", "error"])
        raise
    return read, record


def _read(sha256: str, size: int) -> ReadDeltaFile:
    if size > MAX_BYTES:
        raise InvalidDeltaFile(f"A delta file has at most {MAX_BYTES} bytes.")
    with blob_store().open(sha256) as file:
        data = file.read()
    try:
        return ReadDeltaFile.from_bytes(data)
    except UnreadableDeltaFile as error:
        raise InvalidDeltaFile(error.message) from error


def _check(project: Project, read: ReadDeltaFile) -> None:
    if not project.the_qgis_file_name:
        raise NoQgisProject
    if read.project != str(project.pk):
        raise InvalidDeltaFile(f"The delta file is of the project {read.project}, not of {project.pk}.")
