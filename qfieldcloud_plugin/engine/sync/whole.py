# SPDX-License-Identifier: GPL-2.0-or-later
"""Sends a GeoPackage as a whole, where rows cannot carry the change, without sending what is held."""

from __future__ import annotations

from typing import Tuple

from ..gpkg import Changeset, apply, copy_geopackage
from . import files
from .columns import in_new_names
from .context import Context
from .manifest import digest_of
from .meeting import Meeting
from .places import holds_of, only, refused
from .records import FileState
from .remote import RemoteFile, RemoteVersion
from .shapes import fitted, schema_of


def upload_whole(
    context: Context, name: str, meeting: Meeting, expected: RemoteVersion
) -> Tuple[RemoteVersion, int]:
    """Upload the live file in place of `expected`; answers the new version and its size in bytes.

    Theirs is merged in already. Raises VersionConflict when the server has moved on, and ChangeDoesNotFit when
    the live file has: then the next round begins.
    """
    local = context.local
    snapshot = local.temporary(name)
    try:
        copy_geopackage(local.path(name), snapshot, progress=lambda *_: context.cancel.check())
        stays = _held(context, name, meeting)
        if len(stays):
            apply(fitted(stays.invert(), schema_of(snapshot), meeting.renames), snapshot)
        digest = digest_of(snapshot, name, context.cancel)
        file = context.remote.upload(name, snapshot, expected, context.progress, context.cancel)
        version = version_of(file, digest.etag)
        size = snapshot.stat().st_size
        base = local.new_base(name)
        files.move(snapshot, base, name)
        known = local.state.file(name)
        conflicts = in_new_names(local.state.conflicts(name), meeting.renames)
        local.state.agree(FileState.of(name, version, "", base.name), conflicts)
        if known is not None and known.base:
            files.remove(local.state_folder / "base" / known.base, name)
    finally:
        files.remove(snapshot, name)
    return version, size


def _held(context: Context, name: str, meeting: Meeting) -> Changeset:
    """What is mine alone and must not travel yet."""
    holds = {**holds_of(context.local.state.conflicts(name)), **refused(meeting.difference, meeting.failures)}
    return only(meeting.difference, holds)


def version_of(file: RemoteFile, etag: str) -> RemoteVersion:
    """The version that holds the bytes just sent; someone else's may have followed already."""
    return next((version for version in file.versions if version.etag == etag), file.latest)
