# SPDX-License-Identifier: GPL-2.0-or-later
"""The blob store of this server, as its settings say."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from qfieldcloud_server.files.blobs import BlobStore, FolderStore
from qfieldcloud_server.files.storage_place import StoragePlace, remote_at


def blob_store() -> BlobStore:
    """Everything that keeps or reads bytes goes through this."""
    place: StoragePlace | None = settings.FILES_PLACE
    if place is None:
        return folder_store(settings.DATA_DIR / "blobs")
    return _remote_store(place, settings.DATA_DIR / "cache", settings.FILES_CACHE_BYTES)


@cache
def folder_store(root: Path) -> FolderStore:
    return FolderStore(root)


@cache
def _remote_store(place: StoragePlace, folder: Path, cache_bytes: int) -> BlobStore:
    # A plain folder needs none of this, nor the libraries behind it.
    from qfieldcloud_server.files.remote_store import RemoteStore

    return RemoteStore(remote_at(place), folder, cache_bytes)
