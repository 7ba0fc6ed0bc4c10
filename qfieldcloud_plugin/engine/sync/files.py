# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes that survive a power cut: beside, flushed, then renamed over."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from .. import durable
from .errors import local_error


def write_bytes(path: Path, data: bytes) -> None:
    """Make `path` hold exactly `data`, or leave it as it was."""
    try:
        durable.write_bytes(path, data)
    except OSError as error:
        raise local_error(error, path.name) from error


def move(source: Path, destination: Path, name: str) -> None:
    """Rename over `destination`, whole or not at all; `name` is what messages call the file."""
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        source.replace(destination)
        durable.sync_folder(destination.parent)
    except OSError as error:
        raise local_error(error, name) from error


def copy(source: Path, destination: Path, name: str) -> None:
    """Copy bytes and times beside, then rename."""
    beside = destination.with_name(destination.name + ".new")
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise local_error(error, name) from error
    move(beside, destination, name)


def remove(path: Path, name: str) -> None:
    """Delete a file; one that is gone already is no error."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise local_error(error, name) from error
