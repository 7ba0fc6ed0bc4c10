# SPDX-License-Identifier: GPL-2.0-or-later
"""Copying every blob of one store into another: checked, resumable, and harmless beside a running server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum

from qfieldcloud_server.files.blobs import BlobStore, FolderStore
from qfieldcloud_server.files.digests import digest_file
from qfieldcloud_server.files.remote_store import RemoteStore

_AT_ONCE = 4
_BATCH = 64


class Outcome(Enum):
    COPIED = "copied"
    DAMAGED = "damaged"
    GONE = "gone"


@dataclass
class Copying:
    """What is there already is not copied again: a blob is whole or not there, and its name is its checksum."""

    source: BlobStore
    known: Callable[[], set[str]]
    copy: Callable[[str], Outcome]
    copied: int = 0
    there: int = 0
    damaged: list[str] = field(default_factory=list)

    @classmethod
    def to_remote(cls, folder: FolderStore, remote: RemoteStore) -> Copying:
        def copy(sha256: str) -> Outcome:
            path = folder.path(sha256)
            digest = digest_file(path)
            if digest.sha256 != sha256:
                return Outcome.DAMAGED
            remote.send(path, digest)
            return Outcome.COPIED

        return cls(folder, lambda: set(remote.names()), copy)

    @classmethod
    def from_remote(cls, remote: RemoteStore, folder: FolderStore) -> Copying:
        def copy(sha256: str) -> Outcome:
            with folder.workspace() as place:
                digest = remote.download(sha256, place / "blob")
                if digest.sha256 != sha256:
                    return Outcome.DAMAGED
                folder.adopt(place / "blob", digest)
            return Outcome.COPIED

        return cls(remote, lambda: set(folder.names()), copy)

    def run(self) -> Iterator[int]:
        """Does it, and tells after each batch how many are done. Raises what the stores raise."""
        known = self.known()
        missing = []
        for sha256 in self.source.names():
            if sha256 in known:
                self.there += 1
            else:
                missing.append(sha256)
        with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="copy") as threads:
            for start in range(0, len(missing), _BATCH):
                batch = missing[start : start + _BATCH]
                for sha256, outcome in zip(batch, threads.map(self._copy, batch), strict=True):
                    self._count(sha256, outcome)
                yield self.copied + self.there + len(self.damaged)

    def _copy(self, sha256: str) -> Outcome:
        try:
            return self.copy(sha256)
        except FileNotFoundError:
            # The server that runs meanwhile has removed it, because nobody needs it.
            return Outcome.GONE

    def _count(self, sha256: str, outcome: Outcome) -> None:
        self.copied += outcome is Outcome.COPIED
        if outcome is Outcome.DAMAGED:
            self.damaged.append(sha256)
