# SPDX-License-Identifier: GPL-2.0-or-later
"""What clients may read about files, in a number of queries that does not grow with the files."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from qfieldcloud_server.api.errors import ObjectNotFound, ValidationError
from qfieldcloud_server.api.times import file_time, wire_time
from qfieldcloud_server.files.models import Blob, File, Version
from qfieldcloud_server.files.names import is_attachment
from qfieldcloud_server.projects.models import Project

# Where photos lie as long as the project file has not been read.
DEFAULT_ATTACHMENT_DIRS = ["DCIM"]


def files_of(project: Project) -> QuerySet[File]:
    return File.objects.filter(project=project).select_related("latest__blob").order_by("name")


def find_file(project: Project, name: str) -> File:
    """Raises ObjectNotFound."""
    file = File.objects.select_related("latest__blob").filter(project=project, name=name).first()
    if file is None or file.latest is None:
        raise ObjectNotFound(f"The project has no file {name!r}.")
    return file


def find_version(file: File, version_id: str) -> Version:
    """Raises ObjectNotFound, or ValidationError for what is no id."""
    version = file.versions.select_related("blob").filter(pk=parse_version_id(version_id)).first()
    if version is None:
        raise ObjectNotFound(f"There is no such version of {file.name!r}.")
    return version


def parse_version_id(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise ValidationError(f"{text[:50]!r} is not the id of a version.") from None


def attachment_dirs(project: Project) -> list[str]:
    dirs = (project.project_details or {}).get("attachment_dirs")
    return dirs if isinstance(dirs, list) else DEFAULT_ATTACHMENT_DIRS


def describe_files(project: Project, files: Iterable[File]) -> list[dict[str, Any]]:
    """Files as the API tells them, with their versions, newest first."""
    listed = [file for file in files if file.latest]
    versions: dict[int, list[Version]] = defaultdict(list)
    for version in Version.objects.filter(file__in=[f.pk for f in listed]).select_related("blob"):
        versions[version.file_id].append(version)
    dirs = attachment_dirs(project)
    return [_describe_file(file, versions[file.pk], dirs) for file in listed]


def _describe_file(file: File, versions: list[Version], dirs: list[str]) -> dict[str, Any]:
    latest = file.latest
    if latest is None:
        raise ObjectNotFound
    return {
        **describe_blob(file.name, latest.blob, is_attachment=is_attachment(file.name, dirs)),
        "uploaded_at": wire_time(file.created_at),
        "last_modified": file_time(latest.created_at),
        "versions": [_describe_version(version, latest) for version in versions],
    }


def describe_blob(name: str, blob: Blob, *, is_attachment: bool) -> dict[str, Any]:
    """What files of a project and files of a package have in common."""
    return {
        "name": name,
        "size": blob.size,
        "is_attachment": is_attachment,
        "md5sum": blob.md5sum,
        "sha256": blob.sha256,
    }


def _describe_version(version: Version, latest: Version) -> dict[str, Any]:
    return {
        "version_id": str(version.pk),
        "md5sum": version.blob.md5sum,
        "size": version.blob.size,
        "uploaded_at": wire_time(version.created_at),
        "display": version.display,
        "is_latest": version.pk == latest.pk,
        "last_modified": file_time(version.created_at),
        "sha256": version.blob.sha256,
    }
