# SPDX-License-Identifier: GPL-2.0-or-later
"""The seam to a server: what sync asks of it, and the plain values it gets back.

`cloud.CloudRemote` speaks HTTP; tests use a folder that behaves as a server does. Implementations raise
nothing but `RemoteError` (and `Cancelled`), and every method may be called again after any failure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, FrozenSet, List, Mapping, Optional, Protocol, Tuple

if TYPE_CHECKING:
    from ..gpkg import Changeset
    from .progress import CancelToken, ProgressCallback

CHANGES = "changes"
"""The server answers the changeset between two versions of a GeoPackage."""
REFUSE = "delta_on_conflict"
"""The server does not apply a delta over a newer value when the delta file says so."""
IF_MATCH = "upload_if_match"
"""The server refuses an upload over a version the client has not seen."""

FINAL_STATES = frozenset({"applied", "conflict", "not_applied", "error", "ignored", "unpermitted"})


@dataclass(frozen=True)
class RemoteVersion:
    """One state of a remote file. `etag` is S3's: MD5 up to 8 MiB, hash of part hashes above."""

    id: str
    etag: str
    size: int
    uploaded_at: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class RemoteFile:
    """A name in the remote project with its versions, newest first (at least one)."""

    name: str
    versions: Tuple[RemoteVersion, ...]
    is_attachment: bool = False

    @property
    def latest(self) -> RemoteVersion:
        return self.versions[0]

    def version(self, version_id: str) -> Optional[RemoteVersion]:
        return next((version for version in self.versions if version.id == version_id), None)


@dataclass(frozen=True)
class RemoteProject:
    """What sync needs to know of the project itself."""

    id: str
    name: str
    owner: str
    role: str = ""
    project_file: Optional[str] = None
    attachments_on_demand: bool = False
    overwrites_conflicts: bool = True


@dataclass(frozen=True)
class DeltaStatus:
    """What became of one delta. `state` is pending, busy or one of FINAL_STATES."""

    id: str
    delta_file_id: str
    state: str
    message: str = ""
    modified_pk: Optional[str] = None
    conflicts: Tuple[str, ...] = ()
    created_by: str = ""
    created_at: str = ""
    content: Mapping[str, Any] = field(default_factory=dict)

    @property
    def final(self) -> bool:
        return self.state in FINAL_STATES


class Remote(Protocol):
    """A project on a server."""

    @property
    def extensions(self) -> FrozenSet[str]:
        """Of CHANGES, REFUSE and IF_MATCH those the server announces; empty for a stock QFieldCloud."""

    def project(self) -> RemoteProject:
        """The project as it is now."""

    def list_files(self) -> List[RemoteFile]:
        """Every file of the project."""

    def file(self, name: str) -> Optional[RemoteFile]:
        """One file as it is now, None when it is not there."""

    def download(
        self,
        name: str,
        version: RemoteVersion,
        destination: Path,
        progress: ProgressCallback,
        cancel: CancelToken,
    ) -> None:
        """Put a version's bytes at `destination`, whole and verified or not at all; resume where possible."""

    def upload(
        self,
        name: str,
        source: Path,
        expected: Optional[RemoteVersion],
        progress: ProgressCallback,
        cancel: CancelToken,
    ) -> RemoteFile:
        """Make `source` the new version and verify it.

        VersionConflict when the latest version is not `expected` (None: there is no such file).
        """

    def delete(self, name: str, expected: RemoteVersion) -> None:
        """Delete a file with its versions; a file that is gone already is not an error.

        VersionConflict when the latest version is not `expected`: that one nobody has a copy of.
        """

    def push_deltas(self, delta_file: bytes) -> None:
        """Hand in a delta file; deltas the server already has are skipped by it."""

    def delta_statuses(self, delta_file_id: str) -> List[DeltaStatus]:
        """What became of the deltas of a file; empty when the server has not got it.

        Some may be missing while others of the file are not final; their `content` may be left out.
        """

    def deltas(self) -> List[DeltaStatus]:
        """Every delta of the project, newest first."""

    def changes(self, name: str, start: RemoteVersion, end: RemoteVersion) -> Optional[Changeset]:
        """The changeset between two versions; None where the server cannot tell: then both are downloaded."""
