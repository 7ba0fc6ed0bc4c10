# SPDX-License-Identifier: GPL-2.0-or-later
"""Brings whole files back to an earlier version, as new versions, so that nothing of the time between is lost."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Iterable, Mapping

from ..cloud import CloudRemote, Workspace
from ..cloud.api.files import File
from ..cloud.client import Client
from ..engine.sync import LocalProject, SyncReport
from ..engine.sync.errors import NotFound
from ..engine.sync.names import is_geopackage
from ..engine.sync.progress import CancelToken, ProgressCallback
from ..i18n import tr
from .syncing import sync_folder


def versions_at(files: Iterable[File], moment: datetime) -> dict[str, str]:
    """Name -> version id of every file that was another at `moment`; files younger than that stay as they are."""
    wanted = {}
    for file in files:
        then = next(
            (version for version in file.versions if version.uploaded_at and version.uploaded_at <= moment),
            None,
        )
        if then is not None and then is not file.versions[0]:
            wanted[file.name] = then.id
    return wanted


def restore_versions(
    client: Client, folder: Path, wanted: Mapping[str, str], progress: ProgressCallback, cancel: CancelToken
) -> SyncReport:
    """Rows of GeoPackages are taken back one by one; other files get their old bytes again. Runs in a worker."""
    workspace = Workspace(client)
    with LocalProject.open(folder) as local:
        remote = CloudRemote(client, local.link.project_id)
    changed = []
    for name, version_id in wanted.items():
        cancel.check()
        if is_geopackage(name):
            changed += _restore_rows(workspace, remote, folder, name, version_id, progress, cancel).files
        else:
            _restore_bytes(remote, name, version_id, progress, cancel)
    report = sync_folder(client, folder, None, None, progress, cancel)
    report.files = changed + report.files
    return report


def _restore_rows(
    workspace: Workspace,
    remote: CloudRemote,
    folder: Path,
    name: str,
    version_id: str,
    progress: ProgressCallback,
    cancel: CancelToken,
) -> SyncReport:
    file = remote.file(name)
    if file is None:
        raise NotFound(tr("“{}” is no longer on the server.").format(name))
    changes = workspace.changes_between(folder, name, version_id, file.latest.id, progress, cancel)
    return workspace.undo_changes(folder, name, changes, progress, cancel)


def _restore_bytes(
    remote: CloudRemote, name: str, version_id: str, progress: ProgressCallback, cancel: CancelToken
) -> None:
    file = remote.file(name)
    version = file.version(version_id) if file is not None else None
    if file is None or version is None:
        raise NotFound(tr("This version of “{}” is no longer on the server.").format(name))
    with tempfile.TemporaryDirectory(prefix="qfieldcloud-") as place:
        path = Path(place) / Path(name).name
        remote.download(name, version, path, progress, cancel)
        remote.upload(name, path, file.latest, progress, cancel)
