# SPDX-License-Identifier: GPL-2.0-or-later
"""A `Remote` on a folder that behaves as a server does: versions, delta files applied on a private copy, answers."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Dict, FrozenSet, List, Optional
from uuid import uuid4

from qfieldcloud_plugin.engine.delta import DeltaFile, apply_deltas
from qfieldcloud_plugin.engine.errors import SchemaDoesNotFit
from qfieldcloud_plugin.engine.etag import etag_of_file
from qfieldcloud_plugin.engine.gpkg import Changeset, diff
from qfieldcloud_plugin.engine.project import read_project
from qfieldcloud_plugin.engine.sync.errors import NotFound, RemoteUnavailable, VersionConflict
from qfieldcloud_plugin.engine.sync.names import is_project_file
from qfieldcloud_plugin.engine.sync.progress import CancelToken, Progress, ProgressCallback
from qfieldcloud_plugin.engine.sync.remote import (
    CHANGES,
    IF_MATCH,
    REFUSE,
    DeltaStatus,
    RemoteFile,
    RemoteProject,
    RemoteVersion,
)

OURS = frozenset({CHANGES, IF_MATCH, REFUSE})
STOCK: FrozenSet[str] = frozenset()


class Killed(BaseException):
    """The program dies here: nothing of it runs any more."""


@dataclass
class Server:
    """What is on the server's disk. Several remotes, one a client, work with one server."""

    folder: Path
    overwrites: bool = True
    versions: Dict[str, List[RemoteVersion]] = field(default_factory=dict)
    blobs: Dict[str, Path] = field(default_factory=dict)
    statuses: Dict[str, DeltaStatus] = field(default_factory=dict)
    keys: Dict[str, str] = field(default_factory=dict)
    received: List[DeltaFile] = field(default_factory=list)

    def store(self, name: str, source: Path) -> RemoteVersion:
        version_id = str(uuid4())
        blob = self.folder / version_id
        shutil.copyfile(source, blob)
        version = RemoteVersion(version_id, etag_of_file(blob), blob.stat().st_size)
        self.blobs[version_id] = blob
        self.versions.setdefault(name, []).insert(0, version)
        return version

    def latest(self, name: str) -> Path:
        return self.blobs[self.versions[name][0].id]

    def checkout(self, folder: Path) -> Path:
        for name, versions in self.versions.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.blobs[versions[0].id], folder / name)
        return folder

    def apply(self, delta_file: DeltaFile) -> None:
        """What a worker does: a private copy, all deltas in their order, a new version of what changed."""
        new = [delta for delta in delta_file.deltas if delta.uuid not in self.statuses]
        if not new:
            return
        self.received.append(delta_file)
        work = self.checkout(self.folder / f"work-{uuid4()}")
        project = read_project(next(work / name for name in self.versions if is_project_file(name)))
        for result in apply_deltas(project, new, self.keys, self.overwrites):
            self.statuses[result.delta.uuid] = DeltaStatus(
                result.delta.uuid,
                delta_file.id,
                result.status,
                result.msg,
                None if result.modified_pk is None else str(result.modified_pk),
                content=result.delta.to_json(),
            )
        for name, versions in list(self.versions.items()):
            if name.endswith(".gpkg") and etag_of_file(work / name) != versions[0].etag:
                self.store(name, work / name)
        shutil.rmtree(work)


class FolderRemote:
    """One client's way to the server. `before` is called with the name of each call and may raise."""

    def __init__(
        self,
        server: Server,
        extensions: FrozenSet[str] = OURS,
        before: Callable[[str], None] = lambda _: None,
        after: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.server = server
        self._extensions = extensions
        self.before, self.after = before, after
        self.calls: List[str] = []

    @property
    def extensions(self) -> FrozenSet[str]:
        return self._extensions

    def _call(self, name: str) -> None:
        self.calls.append(name)
        self.before(name)

    def project(self) -> RemoteProject:
        self._call("project")
        return RemoteProject("project", "survey", "alice")

    def list_files(self) -> List[RemoteFile]:
        self._call("list_files")
        return [RemoteFile(name, tuple(versions)) for name, versions in self.server.versions.items()]

    def file(self, name: str) -> Optional[RemoteFile]:
        self._call("file")
        versions = self.server.versions.get(name)
        return None if versions is None else RemoteFile(name, tuple(versions))

    def download(
        self,
        name: str,
        version: RemoteVersion,
        destination: Path,
        progress: ProgressCallback,
        cancel: CancelToken,
    ) -> None:
        self._call("download")
        blob = self.server.blobs.get(version.id)
        if blob is None:
            raise NotFound(f"{name} has no version {version.id}")
        cancel.check()
        beside = destination.with_name(destination.name + ".part")
        shutil.copyfile(blob, beside)
        beside.replace(destination)
        progress(Progress("download", name, done=version.size, total=version.size))
        self.after("download")

    def upload(
        self,
        name: str,
        source: Path,
        expected: Optional[RemoteVersion],
        progress: ProgressCallback,
        cancel: CancelToken,
    ) -> RemoteFile:
        self._call("upload")
        cancel.check()
        versions = self.server.versions.get(name)
        if (versions[0].id if versions else None) != (expected.id if expected else None):
            raise VersionConflict(f"{name} has moved on")
        self.server.store(name, source)
        progress(Progress("upload", name, done=source.stat().st_size, total=source.stat().st_size))
        self.after("upload")
        return RemoteFile(name, tuple(self.server.versions[name]))

    def delete(self, name: str, expected: RemoteVersion) -> None:
        self._call("delete")
        if name in self.server.versions and self.server.versions[name][0].id != expected.id:
            raise VersionConflict(f"{name} has moved on")
        self.server.versions.pop(name, None)
        self.after("delete")

    def push_deltas(self, delta_file: bytes) -> None:
        self._call("push_deltas")
        self.server.apply(DeltaFile.from_bytes(delta_file))
        self.after("push_deltas")

    def delta_statuses(self, delta_file_id: str) -> List[DeltaStatus]:
        self._call("delta_statuses")
        return [status for status in self.server.statuses.values() if status.delta_file_id == delta_file_id]

    def deltas(self) -> List[DeltaStatus]:
        self._call("deltas")
        return list(reversed(self.server.statuses.values()))

    def changes(self, name: str, start: RemoteVersion, end: RemoteVersion) -> Optional[Changeset]:
        self._call("changes")
        if CHANGES not in self._extensions or start.id not in self.server.blobs:
            return None
        try:
            return diff(self.server.blobs[start.id], self.server.blobs[end.id], definitions=True)
        except SchemaDoesNotFit:
            return None


def unreachable(call: str) -> Callable[[str], None]:
    """The network is gone for one kind of call."""

    def before(name: str) -> None:
        if name == call:
            raise RemoteUnavailable(f"no connection during {name}")

    return before
