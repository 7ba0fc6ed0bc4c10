# SPDX-License-Identifier: GPL-2.0-or-later
"""Files on the server, each with its versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence

from ...cloud.api.files import File, Version
from ...i18n import tr
from .. import wording
from ..nodes import Node


@dataclass(frozen=True)
class VersionAt:
    """A version with its file and the version before it."""

    file: File
    version: Version
    before: Optional[Version]


_MOST_ATTACHMENTS = 1000


def version_nodes(files: Sequence[File]) -> list[Node]:
    """Data and projects first, attachments in a group of their own below."""
    plain = [_file_versions(file) for file in sorted(files, key=_file_order) if not file.is_attachment]
    attached = [file for file in files if file.is_attachment]
    if attached:
        group = Node(tr("Attachments"), icon="folder", aside=wording.number(len(attached)), key="attachments")
        for file in sorted(attached, key=lambda file: file.name.casefold())[:_MOST_ATTACHMENTS]:
            group.add(_file_versions(file))
        if len(attached) > _MOST_ATTACHMENTS:
            hidden = len(attached) - _MOST_ATTACHMENTS
            group.add(Node(tr("%n more attachment(s)", hidden), key="more attachments"))
        plain.append(group)
    return plain


def _file_order(file: File) -> tuple[int, str]:
    return (0 if file.name.lower().endswith((".qgs", ".qgz", ".gpkg")) else 1, file.name.casefold())


def _file_versions(file: File) -> Node:
    node = Node(
        file.name,
        tr("%n version(s)", len(file.versions)),
        aside=wording.size(file.size),
        icon="table" if file.name.lower().endswith(".gpkg") else "file",
        bold=True,
        key=f"file:{file.name}",
        payload=file,
    )
    for index, version in enumerate(file.versions):
        before = file.versions[index + 1] if index + 1 < len(file.versions) else None
        node.add(
            Node(
                wording.exact_moment(version.uploaded_at),
                wording.moment(version.uploaded_at),
                badge=tr("current") if index == 0 else "",
                aside=wording.size(version.size),
                icon="history",
                key=version.id,
                payload=VersionAt(file, version, before),
            )
        )
    return node
