# SPDX-License-Identifier: GPL-2.0-or-later
"""The blob store of this server, as its settings say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from qfieldcloud_server.files.blobs import FolderStore


def blob_store() -> FolderStore:
    """Everything that keeps or reads bytes goes through this."""
    return _folder_store(settings.DATA_DIR / "blobs")


@cache
def _folder_store(root: Path) -> FolderStore:
    return FolderStore(root)
