# SPDX-License-Identifier: GPL-2.0-or-later
"""The folder that holds everything a server must not lose, and the secret key in it."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from qfieldcloud_server.configuration import WrongSetting

LEAST_KEY_LENGTH = 32
_READ_AND_WRITE = os.R_OK | os.W_OK
# SQLite opens a database that it may not write, and refuses only the first write.
_NEEDED = {
    "db.sqlite3": _READ_AND_WRITE,
    "db.sqlite3-wal": _READ_AND_WRITE,
    "db.sqlite3-shm": _READ_AND_WRITE,
    "secret_key": os.R_OK,
    "blobs": _READ_AND_WRITE | os.X_OK,
}


def prepare(folder: Path) -> None:
    """Make the folder, for its owner only; raises WrongSetting where it cannot be used."""
    try:
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    except OSError as error:
        raise WrongSetting(f"data_dir: {folder} cannot be made ({error.strerror}).") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise WrongSetting(f"data_dir: {folder} is not a folder that this user may write to.")
    for name, wanted in _NEEDED.items():
        path = folder / name
        if path.exists() and not os.access(path, wanted):
            raise WrongSetting(
                f"data_dir: {path} belongs to another user, who may have started the server once. "
                f"Give all of {folder} to the user that runs it (chown -R)."
            )


def secret_key(folder: Path) -> str:
    """The key in the folder, made when there is none; raises WrongSetting when it is damaged."""
    path = folder / "secret_key"
    try:
        if not path.exists():
            _make(path)
        key = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSetting(f"secret_key: {path} cannot be read or written ({error}).") from error
    if len(key) < LEAST_KEY_LENGTH:
        raise WrongSetting(f"secret_key: {path} is damaged; restore it from a backup.")
    return key


def _make(path: Path) -> None:
    """Linked into place whole: two processes that start together end with the same key."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(beside, path)
    finally:
        beside.unlink()
