# SPDX-License-Identifier: GPL-2.0-or-later
"""A project folder on this computer, and the state that makes its syncs safe to interrupt anywhere."""

from __future__ import annotations

import itertools
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Dict, List, Optional
from uuid import uuid4

from ..gpkg import copy_geopackage
from ..message import Message
from . import files
from .conflict import Conflict, Decided
from .errors import NotAProject, local_error
from .lock import FolderLock
from .manifest import Digest, LocalFile, digest_of, has_log, look_at, settled, take_manifest
from .names import SIDE_FILES, STATE_FOLDER, path_of
from .progress import CancelToken
from .records import ProjectLink
from .state import State

_KEEP_DAYS = 90


class LocalProject:
    """A folder linked to a cloud project. Use from one thread; `close` it, or use it in a `with` block.

    Reading needs no lock. Whatever changes something holds `lock()`, which keeps other programs out.
    """

    def __init__(self, folder: Path) -> None:
        """Use `open` or `create`."""
        self.folder = folder.resolve()
        self.state_folder = self.folder / STATE_FOLDER
        self.state = State(self.state_folder / "state.db")

    @classmethod
    def open(cls, folder: Path) -> LocalProject:
        """Raises NotAProject for a folder that is not linked to a cloud project."""
        if not cls.is_project(folder):
            raise NotAProject(
                Message("The folder “{folder}” is not linked to a cloud project.", folder=folder.name)
            )
        return cls(folder)

    @classmethod
    def create(cls, folder: Path, link: ProjectLink) -> LocalProject:
        """Link a folder to a cloud project. What is in the folder stays and takes part in the next sync."""
        state_folder = folder / STATE_FOLDER
        try:
            for part in ("base", "outbox", "kept", "temp"):
                (state_folder / part).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise local_error(error, folder.name) from error
        project = cls(folder)
        project.state.link = link
        return project

    @staticmethod
    def is_project(folder: Path) -> bool:
        return (folder / STATE_FOLDER / "state.db").is_file()

    def __enter__(self) -> LocalProject:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.state.close()

    @property
    def link(self) -> ProjectLink:
        return self.state.link

    def lock(self) -> FolderLock:
        return FolderLock(self.state_folder)

    def unlink(self) -> Path:
        """End the link, under `lock()`; answers where what was remembered is kept. The folder's files stay as they are.

        What is not sent yet is in those files. Only `close` may follow.
        """
        self.state.close()
        kept = self.kept_name("state.db")
        files.move(self.state_folder / "state.db", kept, "state.db")
        # Left behind by a crash, they go with the first sync of the next link.
        for folder in ("base", "temp"):
            for path in (self.state_folder / folder).iterdir():
                files.remove(path, path.name)
        return kept

    # -- files ----------------------------------------------------------------------------------

    def path(self, name: str) -> Path:
        """Where a file lies. Raises UnsafeName."""
        return path_of(self.folder, name)

    def manifest(self, cancel: Optional[CancelToken] = None) -> Dict[str, LocalFile]:
        return take_manifest(self.folder, cancel)

    def look_at(self, name: str) -> Optional[LocalFile]:
        return look_at(self.path(name), name)

    def digest(self, file: LocalFile, cancel: Optional[CancelToken] = None) -> Digest:
        """What a file's bytes are; remembered until the file is touched."""
        known = self.state.digest(file.name, file.fingerprint)
        if known is not None:
            return known
        path = self.path(file.name)
        if has_log(path):
            snapshot = self.temporary(file.name)
            copy_geopackage(path, snapshot)
            digest = digest_of(snapshot, file.name, cancel)
            files.remove(snapshot, file.name)
        else:
            digest = digest_of(path, file.name, cancel)
        if settled(file):
            self.state.remember_digest(file.name, file.fingerprint, digest)
        return digest

    # -- the state folder -----------------------------------------------------------------------

    def base(self, name: str) -> Optional[Path]:
        """The copy of a file as it was last agreed on, None where there is none."""
        state = self.state.file(name)
        return self.state_folder / "base" / state.base if state is not None and state.base else None

    def new_base(self, name: str) -> Path:
        """A place for the next base; the name is new, so the state switches over in one step."""
        # The suffix stays: it tells a .qgs from a .qgz when the base of a project is read.
        return self.state_folder / "base" / f"{_plain(name)}.{uuid4().hex[:12]}{Path(name).suffix}"

    def temporary(self, name: str) -> Path:
        return self.state_folder / "temp" / f"{uuid4().hex}.{_plain(name)}"

    def incoming(self, name: str, etag: str) -> Path:
        """Where a download grows; always the same place for the same bytes, so that it can be resumed."""
        return self.state_folder / "temp" / f"{_plain(etag)}.{_plain(name)}"

    def outgoing(self, delta_file_id: str) -> Path:
        return self.state_folder / "outbox" / f"{delta_file_id}.json"

    def sent_changes(self, delta_file_id: str) -> Path:
        """The same changes as a changeset: what the outbox entry says, in the keys of this folder."""
        return self.state_folder / "outbox" / f"{delta_file_id}.changes"

    def patch(self, patch_id: str) -> Path:
        """What is applied to a live file, as a changeset; see `records.Patch`."""
        return self.state_folder / "outbox" / f"{patch_id}.patch"

    def advance(self, patch_id: str) -> Path:
        """What brings base forward in the same step, as a changeset."""
        return self.state_folder / "outbox" / f"{patch_id}.theirs"

    def kept_name(self, name: str) -> Path:
        """A place in `kept/` that is free, named after the file and the moment."""
        stamp = datetime.now(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
        path = Path(name)
        folder = self.state_folder / "kept" / path.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise local_error(error, name) from error
        numbers = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
        names = (f"{path.stem}.{stamp}{number}{path.suffix}" for number in numbers)
        return next(folder / free for free in names if not (folder / free).exists())

    def kept(self) -> List[Path]:
        """Copies of what lost, newest first."""
        found = [path for path in (self.state_folder / "kept").rglob("*") if path.is_file()]
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)

    def tidy(self) -> None:
        """Remove what no state refers to: bases and patches of former steps, what was kept long enough."""
        wanted = {state.base for state in self.state.files().values()}
        outbox = set(self.state.outbox())
        outbox |= {patch.id for patch in map(self.state.patch, self.state.files()) if patch}
        decisions = map(self.state.resolution, self.state.resolution_files())
        outbox |= {resolution.id for resolution in decisions if resolution}
        for path in (self.state_folder / "base").iterdir():
            if not any(path.name in (name, *(name + suffix for suffix in SIDE_FILES)) for name in wanted):
                files.remove(path, path.name)
        for path in (self.state_folder / "outbox").iterdir():
            if path.stem not in outbox:
                files.remove(path, path.name)
        long_ago = (datetime.now(timezone.utc) - timedelta(days=_KEEP_DAYS)).timestamp()
        for folder in ("kept", "temp"):
            for path in (self.state_folder / folder).rglob("*"):
                if path.is_file() and path.stat().st_mtime < long_ago:
                    files.remove(path, path.name)

    # -- conflicts ------------------------------------------------------------------------------

    def conflicts(self, name: Optional[str] = None) -> List[Conflict]:
        """What waits for a decision."""
        return self.state.conflicts(name)

    def decided(self, name: Optional[str] = None) -> List[Decided]:
        """Conflicts that are over, newest first, with the value that lost."""
        return self.state.decided(name)


def _plain(name: str) -> str:
    """A name that can be one part of a path, still telling what it belongs to."""
    return re.sub(r"[^A-Za-z0-9._-]+", "_", name)[-80:]
