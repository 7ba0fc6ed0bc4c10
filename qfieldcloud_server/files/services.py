# SPDX-License-Identifier: GPL-2.0-or-later
"""Making and deleting versions of files, with everything that follows from it for the project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from qfieldcloud_server.accounts.models import AuthToken, User
from qfieldcloud_server.accounts.selectors import is_over_quota
from qfieldcloud_server.api.errors import (
    ExplicitDeletionOfLastVersion,
    MultipleProjects,
    ObjectNotFound,
    OverQuota,
    QgisProjectFileNotAllowed,
    VersionConflict,
)
from qfieldcloud_server.files import history
from qfieldcloud_server.files.digests import Digest
from qfieldcloud_server.files.models import Blob, File, Version
from qfieldcloud_server.files.names import is_attachment
from qfieldcloud_server.files.qgis_files import is_qgis_file, is_restricted
from qfieldcloud_server.files.records import keep_blob
from qfieldcloud_server.files.selectors import attachment_dirs, find_file, find_version
from qfieldcloud_server.jobs.services import request_processing
from qfieldcloud_server.projects.models import Project

# What people made in the field is stored whatever the quota says.
EXEMPT_FROM_QUOTA = frozenset({AuthToken.Client.QFIELD, AuthToken.Client.WORKER})


@dataclass(frozen=True, slots=True)
class Author:
    """Who makes a version, and with which kind of client."""

    user: User | None
    client_type: str = ""
    origin: str = Version.Origin.UPLOAD

    @property
    def has_quota(self) -> bool:
        return self.client_type not in EXEMPT_FROM_QUOTA and self.origin != Version.Origin.DELTAS


@dataclass(frozen=True, slots=True)
class Precondition:
    """What may be replaced or deleted: headers with ETags separated by commas, `*`, or nothing."""

    if_match: str = ""
    if_none_match: str = ""

    def allows(self, md5sum: str | None) -> bool:
        """Whether a file with this checksum may be replaced; None is a file that is not there yet."""
        if self.if_match.strip() and not _names(self.if_match, md5sum):
            return False
        return not (self.if_none_match.strip() and _names(self.if_none_match, md5sum))


ANYTHING = Precondition()


def _names(header: str, md5sum: str | None) -> bool:
    wanted = {tag.strip().removeprefix("W/").strip('"') for tag in header.split(",")}
    return md5sum is not None and ("*" in wanted or md5sum in wanted)


def lock_project(project: Project) -> Project:
    """The project as it is now, changed by nobody else until the transaction ends. Raises ObjectNotFound."""
    rows = Project.objects.select_for_update(of=("self",)).select_related("owner")
    locked = rows.filter(pk=project.pk).first()
    if locked is None:
        raise ObjectNotFound("The project was deleted just now.")
    return locked


def check_quota(project: Project, size: int, author: Author) -> None:
    if author.has_quota and is_over_quota(project.owner, size):
        raise OverQuota


@transaction.atomic
def upload(
    project: Project, name: str, digest: Digest, author: Author, only_over: Precondition = ANYTHING
) -> Version:
    """A new version of a file, whose bytes are in the store already.

    Raises OverQuota, VersionConflict (the file is not the one it may replace), MultipleProjects or
    QgisProjectFileNotAllowed; then nothing has changed.
    """
    project = lock_project(project)
    check_quota(project, digest.size, author)
    check_match(project, name, only_over)
    if is_qgis_file(name):
        _check_project_file(project, name)
    file, former = _file_and_latest(project, name)
    version = add_version(project, file, former, keep_blob(digest), author)
    if is_qgis_file(name):
        project.the_qgis_file_name = name
    touch(project, restricted=is_restricted(name, project.the_qgis_file_name))
    if project.the_qgis_file_name and not is_attachment(name, attachment_dirs(project)):
        request_processing(project, author.user)
    history.request(file, former, version)
    return version


def check_match(project: Project, name: str, only_over: Precondition) -> None:
    """Raises VersionConflict."""
    if only_over == ANYTHING:
        return
    files = File.objects.filter(project=project, name=name)
    md5sum = files.values_list("latest__blob__md5sum", flat=True).first()
    if not only_over.allows(md5sum):
        raise VersionConflict


def add_version(project: Project, file: File, former: Version | None, blob: Blob, author: Author) -> Version:
    """Inside a transaction in which the project is locked; what follows from it is up to the caller."""
    known_here = Version.objects.filter(file__project=project, blob=blob).exists()
    version = Version.objects.create(
        file=file,
        number=former.number + 1 if former else 1,
        blob=blob,
        uploaded_by=author.user,
        client_type=author.client_type,
        origin=author.origin,
    )
    file.latest = version
    file.save(update_fields=["latest"])
    if not known_here:
        project.file_storage_bytes += blob.size
    _forget_old_versions(project, file)
    return version


def touch(project: Project, *, restricted: bool = False) -> None:
    """Note that files of the project have changed. Times never repeat: packages are compared by them."""
    now = timezone.now()
    project.data_last_updated_at = _after(project.data_last_updated_at, now)
    if restricted:
        project.restricted_data_last_updated_at = project.data_last_updated_at
    project.save(
        update_fields=[
            "the_qgis_file_name",
            "project_details",
            "has_online_vector_data",
            "file_storage_bytes",
            "data_last_updated_at",
            "restricted_data_last_updated_at",
        ]
    )


@transaction.atomic
def delete_file(project: Project, name: str, user: User, only_over: Precondition = ANYTHING) -> None:
    """Delete a file with all its versions. Raises ObjectNotFound or VersionConflict."""
    project = lock_project(project)
    file = find_file(project, name)
    check_match(project, name, only_over)
    restricted = is_restricted(name, project.the_qgis_file_name)
    _drop(project, list(file.versions.select_related("blob")))
    File.objects.filter(pk=file.pk).update(latest=None)
    file.delete()
    if name == project.the_qgis_file_name:
        project.the_qgis_file_name = None
        project.project_details = None
        project.has_online_vector_data = False
    elif project.the_qgis_file_name and not is_attachment(name, attachment_dirs(project)):
        request_processing(project, user)
    touch(project, restricted=restricted)


@transaction.atomic
def delete_version(
    project: Project, name: str, version_id: str, user: User, only_over: Precondition = ANYTHING
) -> None:
    """Delete one version. Raises ObjectNotFound, ExplicitDeletionOfLastVersion or VersionConflict.

    The precondition is about the file as it is now, whichever version goes: without the latest one, or after
    somebody else's, another state would be everybody's than the one that was seen.
    """
    project = lock_project(project)
    file = find_file(project, name)
    version = find_version(file, version_id)
    check_match(project, name, only_over)
    if file.versions.count() == 1:
        raise ExplicitDeletionOfLastVersion
    was_latest = version.pk == file.latest_id
    history.forget_version(file, version)
    _drop(project, [version])
    if was_latest:
        file.latest = file.versions.order_by("-number").first()
        file.save(update_fields=["latest"])
        if project.the_qgis_file_name and not is_attachment(name, attachment_dirs(project)):
            request_processing(project, user)
    touch(project, restricted=was_latest and is_restricted(name, project.the_qgis_file_name))


def _file_and_latest(project: Project, name: str) -> tuple[File, Version | None]:
    file, _ = File.objects.select_related("latest__blob").get_or_create(project=project, name=name)
    return file, file.latest


def _check_project_file(project: Project, name: str) -> None:
    if project.is_shared_datasets:
        raise QgisProjectFileNotAllowed
    if project.the_qgis_file_name and project.the_qgis_file_name != name:
        raise MultipleProjects(f"The project has the QGIS file {project.the_qgis_file_name!r} already.")


def _forget_old_versions(project: Project, file: File) -> None:
    kept = max(1, project.kept_versions or settings.KEPT_VERSIONS)
    old = list(file.versions.select_related("blob").order_by("-number")[kept:])
    if old:
        _drop(project, old)


def _drop(project: Project, versions: list[Version]) -> None:
    """Delete versions; the project's storage counts equal bytes once."""
    blobs = {version.blob_id: version.blob for version in versions}
    Version.objects.filter(pk__in=[version.pk for version in versions]).delete()
    left = Version.objects.filter(file__project=project, blob__in=blobs).values_list("blob_id", flat=True)
    freed = sum(blobs[sha256].size for sha256 in blobs.keys() - set(left))
    project.file_storage_bytes = max(0, project.file_storage_bytes - freed)


def _after(former: datetime | None, now: datetime) -> datetime:
    return now if former is None or now > former else former + timedelta(microseconds=1)
