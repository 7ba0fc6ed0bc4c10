# SPDX-License-Identifier: GPL-2.0-or-later
"""A cloud project as the sync engine sees a server."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, FrozenSet, List, Optional

from ..engine.errors import ChangesetError
from ..engine.gpkg import Changeset
from ..engine.message import Message
from ..engine.sync.progress import CancelToken, ProgressCallback
from ..engine.sync.remote import (
    CHANGES,
    IF_MATCH,
    REFUSE,
    DeltaStatus,
    RemoteFile,
    RemoteProject,
    RemoteVersion,
)
from . import transfers
from .api.deltas import DeltaRecord
from .api.files import File
from .client import Client
from .errors import FileMovedOn, Missing, Rejected
from .transport import file_path


class CloudRemote:
    """Implements `engine.sync.Remote` over HTTP; safe for the engine's transfer threads."""

    def __init__(self, client: Client, project_id: str) -> None:
        self._client = client
        self._project_id = project_id

    @property
    def extensions(self) -> FrozenSet[str]:
        return self._client.extensions & {CHANGES, IF_MATCH, REFUSE}

    def project(self) -> RemoteProject:
        try:
            project = self._client.projects.get(self._project_id)
        except Missing as error:
            raise _project_gone(error) from error
        return RemoteProject(
            id=project.id,
            name=project.name,
            owner=project.owner,
            role=project.role,
            project_file=project.project_file,
            attachments_on_demand=project.attachments_on_demand,
            overwrites_conflicts=project.overwrite_conflicts,
        )

    def list_files(self) -> List[RemoteFile]:
        try:
            return [_remote_file(file) for file in self._client.files.list(self._project_id)]
        except Missing as error:
            raise _project_gone(error) from error

    def file(self, name: str) -> Optional[RemoteFile]:
        file = self._client.files.get(self._project_id, name)
        return None if file is None else _remote_file(file)

    def download(
        self,
        name: str,
        version: RemoteVersion,
        destination: Path,
        progress: ProgressCallback,
        cancel: CancelToken,
    ) -> None:
        wanted = transfers.wanted_version(self._project_id, name, version.id, version.size, version.etag)
        transfers.download(self._client.transport, wanted, destination, progress, cancel)

    def upload(
        self,
        name: str,
        source: Path,
        expected: Optional[RemoteVersion],
        progress: ProgressCallback,
        cancel: CancelToken,
    ) -> RemoteFile:
        current = self.file(name)
        latest = None if current is None else current.latest
        if (latest and latest.id) != (expected and expected.id):
            raise FileMovedOn(
                Message(
                    "Someone changed “{name}” on the server meanwhile. Nothing was overwritten.", name=name
                )
            )
        headers = self._only_over(latest)
        return _remote_file(
            transfers.upload(
                self._client.transport, self._project_id, name, source, headers, progress, cancel
            )
        )

    def delete(self, name: str, expected: RemoteVersion) -> None:
        current = self.file(name)
        if current is None:
            return
        if current.latest.id != expected.id:
            raise FileMovedOn(
                Message(
                    "“{name}” was just changed on the server, so it was not deleted. Sync again.", name=name
                )
            )
        self._client.files.delete(self._project_id, name, headers=self._only_over(current.latest))

    def _only_over(self, latest: Optional[RemoteVersion]) -> Dict[str, str]:
        """Headers by which the server refuses what would replace another version than this, None for no file."""
        if IF_MATCH not in self.extensions:
            return {}
        return {"If-None-Match": "*"} if latest is None else {"If-Match": f'"{latest.etag}"'}

    def push_deltas(self, delta_file: bytes) -> None:
        self._client.deltas.push(self._project_id, delta_file)

    def delta_statuses(self, delta_file_id: str) -> List[DeltaStatus]:
        # Asked for again and again while the server works, and a large file's deltas are megabytes.
        records = self._client.deltas.of_file(self._project_id, delta_file_id, only_when_settled=True)
        return [_status(record) for record in records]

    def deltas(self) -> List[DeltaStatus]:
        return [_status(record) for record in self._client.deltas.list(self._project_id)]

    def changes(self, name: str, start: RemoteVersion, end: RemoteVersion) -> Optional[Changeset]:
        if CHANGES not in self.extensions:
            return None
        params = {"from": start.id, "to": end.id}
        try:
            response = self._client.transport.request(
                "GET", f"changes/{self._project_id}/{file_path(name)}/", params=params
            )
            return Changeset.from_bytes(response.content)
        except (Missing, Rejected, ChangesetError):
            # It has no row history of these versions, or one in a form we do not read: the files themselves tell.
            return None


def _project_gone(error: Missing) -> Missing:
    """To somebody without a role the server does not tell a project from none."""
    return Missing(
        Message(
            "This cloud project was deleted, or this account has no role in it any more. "
            "Your files and edits are kept here; ask its owner, or choose “Unlink from the cloud…” "
            "and put the project into the cloud anew."
        ),
        status=error.status,
        detail=error.detail,
    )


def _remote_file(file: File) -> RemoteFile:
    versions = tuple(
        RemoteVersion(
            id=version.id,
            # Stock servers leave the checksum out of old versions' entries in some releases.
            etag=version.etag or (file.etag if index == 0 else ""),
            size=version.size,
            uploaded_at=version.uploaded_at_text,
            sha256=version.sha256,
        )
        for index, version in enumerate(file.versions)
    )
    if not versions:
        versions = (RemoteVersion(id=file.etag, etag=file.etag, size=file.size, sha256=file.sha256),)
    return RemoteFile(file.name, versions, file.is_attachment)


def _status(record: DeltaRecord) -> DeltaStatus:
    return DeltaStatus(
        id=record.id,
        delta_file_id=record.delta_file_id,
        state=record.state,
        message=record.message,
        modified_pk=record.modified_pk,
        conflicts=record.conflicts,
        created_by=record.created_by,
        created_at=record.created_at_text,
        content=record.content,
    )
