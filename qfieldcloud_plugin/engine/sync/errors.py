# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong while a project folder and a server are brought together.

SyncError                (an EngineError)
├── Cancelled            the person said stop; not a failure, nothing is shown
├── ProjectInUse         another program holds the folder's lock
├── NotAProject          the folder has no sync state, or one that cannot be read
├── StateTooNew          the state was written by a newer version of this plugin
├── UnsafeName           a name from the server that must not become a path
├── FileInUse            a local file cannot be written now (locked or open elsewhere)
├── FileDamaged          a local file cannot be read as what it says it is
├── DiskFull             the disk is full
├── LocalFileError       any other failure of the local disk
└── RemoteError          the server, or the way to it; cloud.errors grows this branch
    ├── RemoteUnavailable    no answer, or an answer that says "later"
    ├── NotPermitted         the account may not do this
    ├── NotFound             the project, file or version is not there
    ├── TooLarge             something on the way refuses what is this large
    ├── VersionConflict      the file on the server has moved on since it was last seen
    └── TransferDamaged      the bytes that arrived are not the bytes that were sent

A conflict between two people is not here: it is a result (`sync.conflicts`).
"""

from __future__ import annotations

import errno

from ..errors import EngineError
from ..message import Message


class SyncError(EngineError):
    code = "sync_error"


class Cancelled(SyncError):
    code = "cancelled"
    transient = True

    def __init__(self, message: str = Message("Cancelled. What was done so far is kept.")) -> None:
        super().__init__(message)


class ProjectInUse(SyncError):
    code = "project_in_use"
    transient = True


class NotAProject(SyncError):
    code = "not_a_project"


class StateTooNew(SyncError):
    code = "state_too_new"


class UnsafeName(SyncError):
    code = "unsafe_name"


class FileInUse(SyncError):
    code = "file_in_use"
    transient = True


class FileDamaged(SyncError):
    code = "file_damaged"


class DiskFull(SyncError):
    code = "storage_full"
    transient = True


class LocalFileError(SyncError):
    code = "local_file_error"


class RemoteError(SyncError):
    code = "remote_error"


class RemoteUnavailable(RemoteError):
    code = "remote_unavailable"
    transient = True


class NotPermitted(RemoteError):
    code = "permission_denied"


class NotFound(RemoteError):
    code = "object_not_found"


class TooLarge(RemoteError):
    code = "too_large"


class VersionConflict(RemoteError):
    code = "version_conflict"
    transient = True


class TransferDamaged(RemoteError):
    code = "transfer_damaged"
    transient = True


def local_error(error: OSError, name: str) -> SyncError:
    """The error to raise for a failure of the local disk while working on `name`."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return DiskFull(
            Message(
                "The disk is full. “{name}” was left as it was; free some space and sync again.", name=name
            )
        )
    if isinstance(error, PermissionError):
        return FileInUse(
            Message(
                "“{name}” cannot be written: it is open in another program or protected. "
                "It was left as it was; close it there and sync again.",
                name=name,
            )
        )
    reason = error.strerror or error
    return LocalFileError(
        Message(
            "“{name}” could not be read or written ({reason}). It was left as it was.",
            name=name,
            reason=reason,
        )
    )
