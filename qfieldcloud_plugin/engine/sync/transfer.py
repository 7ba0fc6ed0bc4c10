# SPDX-License-Identifier: GPL-2.0-or-later
"""Files as wholes: up, down, deleted, adopted; what is replaced or deleted is kept where the plan says so."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Optional, Protocol

from ..errors import GeoPackageError
from ..gpkg import attach, connect, copy_geopackage, diff, transaction, verify
from ..message import Message
from . import files
from .context import Context
from .errors import FileInUse, NotFound, VersionConflict
from .manifest import Digest, LocalFile, digest_of, settled
from .names import is_geopackage, is_project_file
from .plan import Action, Step
from .records import FileState
from .remote import RemoteVersion
from .report import FileOutcome
from .shapes import shape_of, transplant
from .unsaved import require_written
from .whole import version_of


class Journey(Protocol):
    """A file that travels: `travel` may run in another thread and touches no state, `finish` puts it in place."""

    def travel(self) -> RemoteVersion: ...

    def finish(self, version: RemoteVersion) -> FileOutcome: ...

    def leave(self) -> None:
        """Tidy up, however it ended."""


class Upload:
    """Makes the local file the new remote version."""

    def __init__(self, context: Context, step: Step) -> None:
        file = context.local.look_at(step.name)
        if file is None:
            raise FileInUse(
                Message(
                    "“{name}” is gone from the folder. The server was left as it is; sync again.",
                    name=step.name,
                )
            )
        self._context, self._step, self._file = context, step, file
        self._name = step.name
        if step.keep_loser and step.remote is not None:
            keep_remote(context, step.name, step.remote)
        self._snapshot = _snapshot(context, step.name)
        self._source = self._snapshot or context.local.path(step.name)

    def travel(self) -> RemoteVersion:
        context = self._context
        digest = digest_of(self._source, self._name, context.cancel)
        expected = self._step.remote
        stored = context.remote.upload(self._name, self._source, expected, context.progress, context.cancel)
        return version_of(stored, digest.etag)

    def finish(self, version: RemoteVersion) -> FileOutcome:
        base = _as_base(self._context, self._name, self._snapshot)
        _agree(self._context, self._name, version, self._file, base)
        return FileOutcome(self._name, Action.UPLOAD, version.id, bytes_up=version.size)

    def leave(self) -> None:
        if self._snapshot is not None:
            files.remove(self._snapshot, self._name)


class Download:
    """Makes the remote version the local file. `seen` is the local file the plan was made from."""

    def __init__(self, context: Context, step: Step, seen: Optional[LocalFile]) -> None:
        if step.remote is None:
            raise NotFound(Message("“{name}” is no longer on the server. Sync again.", name=step.name))
        self._context, self._step, self._seen = context, step, seen
        self._name, self._version = step.name, step.remote
        self._incoming = context.local.incoming(step.name, step.remote.etag)

    def travel(self) -> RemoteVersion:
        context, version = self._context, self._version
        if not self._incoming.is_file():
            context.remote.download(self._name, version, self._incoming, context.progress, context.cancel)
        if is_geopackage(self._name):
            verify(self._incoming)
        return version

    def finish(self, version: RemoteVersion) -> FileOutcome:
        context, name = self._context, self._name
        path = context.local.path(name)
        now = _require_unchanged(context, name, self._seen)
        if now is not None and self._step.keep_loser:
            keep_local(context, name)
        base = ""
        if is_geopackage(name) or is_project_file(name):
            target = context.local.new_base(name)
            files.copy(self._incoming, target, name)
            base = target.name
        if now is not None and is_geopackage(name):
            _replace_content(context, name, self._incoming, now)
            files.remove(self._incoming, name)
        else:
            # What was edited while the copies above were made is in none of them.
            _require_unchanged(context, name, now)
            files.move(self._incoming, path, name)
        _agree(context, name, version, context.local.look_at(name), base)
        return FileOutcome(name, Action.DOWNLOAD, version.id, bytes_down=version.size, content_changed=True)

    def leave(self) -> None:
        """A download that was not put in place stays where the next run finds it."""


def start(context: Context, step: Step, seen: Optional[LocalFile]) -> Journey:
    """The journey of an UPLOAD or DOWNLOAD step."""
    return Upload(context, step) if step.action is Action.UPLOAD else Download(context, step, seen)


def adopt(context: Context, name: str, version: RemoteVersion, seen: Optional[LocalFile]) -> FileOutcome:
    """Both sides hold these bytes already. `seen` is the local file the plan was made from."""
    snapshot = _snapshot(context, name)
    try:
        # Looked at when the copy is made: an edit that is in it must not pass for the server's.
        file = _require_unchanged(context, name, seen)
        _agree(context, name, version, file, _as_base(context, name, snapshot))
    finally:
        if snapshot is not None:
            files.remove(snapshot, name)
    return FileOutcome(name, Action.ADOPT, version.id)


def adopt_alike(context: Context, step: Step, seen: Optional[LocalFile]) -> Optional[FileOutcome]:
    """Both sides hold a GeoPackage with the same rows in other bytes; None where they differ by a row or a column."""
    if step.remote is None:
        return None
    name, version, local = step.name, step.remote, context.local
    incoming = local.incoming(name, version.etag)
    if not incoming.is_file():
        context.remote.download(name, version, incoming, context.progress, context.cancel)
    try:
        verify(incoming)
        context.tell("look", name)
        if shape_of(incoming) != shape_of(local.path(name)) or len(diff(incoming, local.path(name))):
            return None
    except GeoPackageError:
        # What cannot be compared, a person has to choose of.
        return None
    file = _require_unchanged(context, name, seen)
    base = local.new_base(name)
    files.move(incoming, base, name)
    _agree(context, name, version, file, base.name)
    return FileOutcome(name, Action.ADOPT, version.id, bytes_down=version.size)


def delete_here(context: Context, step: Step, seen: Optional[LocalFile]) -> FileOutcome:
    """The file is gone on the server: here it moves into kept/."""
    local, name = context.local, step.name
    if local.look_at(name) is not None:
        now = _require_unchanged(context, name, seen)
        keep_local(context, name)
        _require_unchanged(context, name, now)
        for suffix in ("", "-wal", "-shm"):
            files.remove(Path(f"{local.path(name)}{suffix}"), name)
    _forget(context, name)
    return FileOutcome(name, Action.DELETE_HERE, content_changed=True)


def delete_there(context: Context, step: Step) -> FileOutcome:
    """The file is gone here: it goes on the server too, and a copy of it stays in kept/."""
    name = step.name
    current = context.remote.file(name)
    if current is not None:
        if step.remote is None or current.latest.id != step.remote.id:
            raise VersionConflict(
                Message(
                    "“{name}” was just changed on the server, so it was not deleted. Sync again.", name=name
                )
            )
        if step.keep_loser:
            keep_remote(context, name, current.latest)
        context.remote.delete(name, current.latest)
    _forget(context, name)
    return FileOutcome(name, Action.DELETE_THERE)


def forget(context: Context, name: str) -> FileOutcome:
    """The file is gone on both sides, or is to be left on the server."""
    _forget(context, name)
    return FileOutcome(name, Action.FORGET)


def keep_local(context: Context, name: str) -> Path:
    """Copy the local file into kept/."""
    local = context.local
    kept = local.kept_name(name)
    if is_geopackage(name):
        copy_geopackage(local.path(name), kept)
    else:
        files.copy(local.path(name), kept, name)
    return kept


def keep_remote(context: Context, name: str, version: RemoteVersion) -> Path:
    """Put a remote version into kept/: from base where it is that version, else from the server."""
    local = context.local
    kept = local.kept_name(name)
    state, base = local.state.file(name), local.base(name)
    untouched = state is not None and state.version_id == version.id and base is not None and base.is_file()
    if untouched and base is not None and digest_of(base, name).etag == version.etag:
        files.copy(base, kept, name)
    else:
        context.remote.download(name, version, kept, context.progress, context.cancel)
    return kept


def _snapshot(context: Context, name: str) -> Optional[Path]:
    """A copy that stays as it is while it travels, and then becomes base; None for files that need no base."""
    local = context.local
    if is_geopackage(name):
        snapshot = local.temporary(name)
        copy_geopackage(local.path(name), snapshot, progress=lambda *_: context.cancel.check())
        return snapshot
    if is_project_file(name):
        snapshot = local.temporary(name)
        files.copy(local.path(name), snapshot, name)
        return snapshot
    return None


def _as_base(context: Context, name: str, snapshot: Optional[Path]) -> str:
    """Let a snapshot become a base; answers its name there."""
    if snapshot is None:
        return ""
    target = context.local.new_base(name)
    files.move(snapshot, target, name)
    return target.name


def _replace_content(context: Context, name: str, incoming: Path, seen: Optional[LocalFile]) -> None:
    path = context.local.path(name)
    with closing(connect(path, write=True, timeout=context.options.busy_seconds)) as live:
        attach(live, incoming, "source")
        with transaction(live):
            # From here on nobody else can write.
            _require_unchanged(context, name, seen)
            require_written(path, name)
            transplant(live)


def _require_unchanged(context: Context, name: str, seen: Optional[LocalFile]) -> Optional[LocalFile]:
    """The local file as it is now. Raises FileInUse when it is not the one that was seen."""
    now = context.local.look_at(name)
    if (now and now.fingerprint) != (seen and seen.fingerprint):
        raise FileInUse(
            Message("“{name}” was changed here during the sync. It was left as it is; sync again.", name=name)
        )
    return now


def _agree(context: Context, name: str, version: RemoteVersion, file: Optional[LocalFile], base: str) -> None:
    local = context.local
    known = local.state.file(name)
    fingerprint = settled(file) if file is not None else ""
    local.state.agree(FileState.of(name, version, fingerprint, base))
    if file is not None and fingerprint and not is_geopackage(name):
        local.state.remember_digest(name, fingerprint, Digest(version.etag, version.sha256))
    if known is not None and known.base and known.base != base:
        files.remove(local.state_folder / "base" / known.base, name)
    if is_geopackage(name) or is_project_file(name):
        context.forget_project()


def _forget(context: Context, name: str) -> None:
    local = context.local
    known = local.state.file(name)
    local.state.forget(name)
    if known is not None and known.base:
        files.remove(local.state_folder / "base" / known.base, name)
    if is_project_file(name):
        context.forget_project()
