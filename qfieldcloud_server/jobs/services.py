# SPDX-License-Identifier: GPL-2.0-or-later
"""Asking for jobs."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.accounts.selectors import is_over_quota
from qfieldcloud_server.api.errors import InactiveSubscription, NoQgisProject, OverQuota, PermissionDenied
from qfieldcloud_server.jobs import runners
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.projects.audiences import Audience
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.projects.selectors import with_personal_secrets
from qfieldcloud_server.projects.signals import project_seeded


def create_job(project: Project, job_type: str, user: User | None) -> Job:
    """A new job at the end of the project's line; a runner hears of it when the transaction is committed."""
    job = Job.objects.create(project=project, type=job_type, created_by=user)
    transaction.on_commit(lambda: runners.announce(job))
    return job


def request_processing(project: Project, user: User | None) -> None:
    """Have the project file read, unless a job that has not begun will do it anyway."""
    # Locked, so that it cannot begin before what this transaction changes can be seen.
    waiting = Job.objects.select_for_update().filter(
        project=project, type=Job.Type.PROCESS_PROJECTFILE, status=Job.Status.PENDING
    )
    if not waiting.first():
        create_job(project, Job.Type.PROCESS_PROJECTFILE, user)


@receiver(project_seeded)
def request_creation(project: Project, user: User, **_: object) -> None:
    create_job(project, Job.Type.CREATE_PROJECT, user)


def request_package(project: Project, user: User, *, force: bool = False) -> tuple[Job, bool]:
    """The package job to wait for, and whether it is a new one. Raises what forbids packaging."""
    check_may_package(project)
    job = None if force else _package_under_way(project, user)
    return (job, False) if job else (create_job(project, Job.Type.PACKAGE, user), True)


def _package_under_way(project: Project, user: User) -> Job | None:
    """A job that makes the very package this user would get from a job of their own."""
    unfinished = Job.objects.filter(project=project, type=Job.Type.PACKAGE, status__in=Job.UNFINISHED)
    area, with_secrets = Audience(user).area(project), with_personal_secrets(project)
    for job in unfinished.select_related("created_by").order_by("created_at"):
        # What is fetched with somebody's own secrets, or with fewer than one's own, is another package.
        is_known_alike = job.created_by_id == user.pk or with_secrets.isdisjoint({job.created_by_id, user.pk})
        # A package with somebody else's area is of no use to this user.
        if is_known_alike and Audience(job.created_by or project.owner).area(project) == area:
            return job
    return None


def check_may_package(project: Project) -> None:
    if project.project_type != Project.Type.REGULAR:
        raise PermissionDenied("Only regular projects are packaged.")
    if not project.the_qgis_file_name and not _is_being_made(project):
        raise NoQgisProject
    if not project.owner.is_active:
        raise InactiveSubscription
    if is_over_quota(project.owner):
        raise OverQuota


def _is_being_made(project: Project) -> bool:
    """A clone gets its QGIS file from a job; devices ask for its package right away and wait for both."""
    return Job.objects.filter(
        project=project, type=Job.Type.CREATE_PROJECT, status__in=Job.UNFINISHED
    ).exists()


def forget_old(days: int = 90) -> int:
    """Drop the records of jobs that ended long ago."""
    old = Job.objects.exclude(status__in=Job.UNFINISHED).filter(
        created_at__lt=timezone.now() - timedelta(days=days)
    )
    return old.delete()[0]
