# SPDX-License-Identifier: GPL-2.0-or-later
"""Which package a client gets, and what is in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from qfieldcloud_server.accounts.models import AuthToken, User
from qfieldcloud_server.api.errors import InvalidJob, ObjectNotFound
from qfieldcloud_server.api.times import file_time, wire_time
from qfieldcloud_server.files.models import Blob
from qfieldcloud_server.files.names import is_attachment
from qfieldcloud_server.files.selectors import attachment_dirs, describe_blob, files_of, find_file
from qfieldcloud_server.packages.models import Download, Package
from qfieldcloud_server.projects.audiences import Audience
from qfieldcloud_server.projects.models import Project


def packages_for(project: Project, user: User) -> QuerySet[Package]:
    """Good packages that this user may have, newest first; before those for everybody, those with their own area.

    Until the first is made with a new area, the others stay what can be downloaded.
    """
    area = Audience(user).area(project)
    return Package.objects.filter(
        Q(made_for=None) | Q(made_for=user), project=project, area__in={area, ""}
    ).order_by("-area", "-created_at")


def latest_package(project: Project, user: User) -> Package:
    """Raises InvalidJob while there is none."""
    package = packages_for(project, user).first()
    if package is None:
        raise InvalidJob
    return package


def package_under_way(project: Project, user: User, client: str) -> Package:
    """The package that this client was told of last, so that all of its files come from the same one."""
    download = Download.objects.select_related("package").filter(project=project, client=client).first()
    return download.package if download else latest_package(project, user)


def client_id(user: User, auth: object) -> str:
    """One device of one person."""
    return f"token:{auth.pk}" if isinstance(auth, AuthToken) else f"user:{user.pk}"


def describe_package(project: Project, package: Package) -> dict[str, Any]:
    return {
        "files": _describe_files(project, package),
        "layers": package.layers,
        "status": "finished",
        "package_id": str(package.pk),
        "packaged_at": wire_time(package.created_at),
        "data_last_updated_at": wire_time(package.data_updated_at) if package.data_updated_at else None,
    }


def _describe_files(project: Project, package: Package) -> list[dict[str, Any]]:
    """The package's own files and the project's attachments, each name once."""
    described = {
        file.name: _describe(file.name, file.blob, file.created_at, file.created_at, attachment=False)
        for file in package.files.select_related("blob")
    }
    dirs = attachment_dirs(project)
    for file in files_of(project):
        if file.latest and file.name not in described and is_attachment(file.name, dirs):
            described[file.name] = _describe(
                file.name, file.latest.blob, file.created_at, file.latest.created_at, attachment=True
            )
    return list(described.values())


def _describe(
    name: str, blob: Blob, made: datetime, changed: datetime, *, attachment: bool
) -> dict[str, Any]:
    return {
        **describe_blob(name, blob, is_attachment=attachment),
        "uploaded_at": wire_time(made),
        "last_modified": file_time(changed),
    }


def find_in_package(project: Project, package: Package, name: str) -> tuple[Blob, datetime]:
    """The bytes under a name of the package or of an attachment. Raises ObjectNotFound."""
    own = package.files.select_related("blob").filter(name=name).first()
    if own:
        return own.blob, own.created_at
    if is_attachment(name, attachment_dirs(project)):
        file = find_file(project, name)
        if file.latest:
            return file.latest.blob, file.latest.created_at
    raise ObjectNotFound(f"The package has no file {name!r}.")
