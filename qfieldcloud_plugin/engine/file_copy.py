# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies of whole files, as cheap as the file system lets them be."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

_BLOCK = 8 * 1024 * 1024


def copy_file(source: Path, destination: Path) -> None:
    """Copy bytes inside the kernel, which shares the blocks where the file system can (XFS, Btrfs). Raises OSError."""
    if not hasattr(os, "copy_file_range"):  # Linux has it
        shutil.copyfile(source, destination)
        return
    with source.open("rb") as reader, destination.open("wb") as writer:
        rest = os.fstat(reader.fileno()).st_size
        with suppress(OSError):
            while rest and (copied := os.copy_file_range(reader.fileno(), writer.fileno(), rest)):
                rest -= copied
        if rest:
            # Not every pair of file systems supports it, and some then say nothing; a full disk fails here again, and
            # tells it, as these files write on after a write that was cut short.
            reader.seek(0)
            writer.seek(0)
            shutil.copyfileobj(reader, writer, _BLOCK)
