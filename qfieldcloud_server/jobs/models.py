# SPDX-License-Identifier: GPL-2.0-or-later
"""The record of a job, the same whichever runner carries it out."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from qfieldcloud_server.projects.models import Project


class Job(models.Model):
    """Work on one project. At most one job of a project is queued or started; the others wait in order."""

    class Type(models.TextChoices):
        PACKAGE = "package", "package"
        DELTA_APPLY = "delta_apply", "apply deltas"
        PROCESS_PROJECTFILE = "process_projectfile", "process the project file"
        CREATE_PROJECT = "create_project", "create the project"

    class Status(models.TextChoices):
        PENDING = "pending", "pending"
        QUEUED = "queued", "queued"
        STARTED = "started", "started"
        FINISHED = "finished", "finished"
        STOPPED = "stopped", "stopped"
        FAILED = "failed", "failed"

    UNFINISHED = (Status.PENDING, Status.QUEUED, Status.STARTED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="jobs")
    type = models.CharField(max_length=20, choices=Type.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PENDING)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="jobs")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    started_at = models.DateTimeField(null=True, blank=True, editable=False)
    finished_at = models.DateTimeField(null=True, blank=True, editable=False)
    feedback = models.JSONField(null=True, blank=True, editable=False)
    output = models.TextField(null=True, blank=True, editable=False)

    # Which try this is: a runner that was given up for dead finds another number and may no longer write.
    attempt = models.PositiveSmallIntegerField(default=0, editable=False)
    # Last sign of life of the runner; empty unless the job is started.
    alive_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [
            models.Index(fields=["project", "-created_at"], name="jobs_of_project"),
            models.Index(
                fields=["created_at"],
                name="unfinished_jobs",
                condition=Q(status__in=["pending", "queued", "started"]),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["project"],
                name="one_running_job_per_project",
                condition=Q(status__in=["queued", "started"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} ({self.status})"
