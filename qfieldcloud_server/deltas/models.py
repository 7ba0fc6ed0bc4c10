# SPDX-License-Identifier: GPL-2.0-or-later
"""Delta files as received, the deltas in them, and the keys that rows made by devices got here."""

from __future__ import annotations

import uuid
from typing import Any, NamedTuple

from django.conf import settings
from django.db import models
from django.utils import timezone

from qfieldcloud_server.files.models import Blob
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.projects.models import Project


class DeltaFile(models.Model):
    """One delta file as it was posted, byte for byte; kept also when nothing in it could be used."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="delta_files")
    # The id inside the file: empty if it could not be read, and not unique, since clients send a file again.
    deltafile_id = models.UUIDField(null=True, blank=True)
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    user_agent = models.CharField(max_length=300, blank=True)
    error = models.TextField(blank=True, help_text="Why the file was refused; empty if it was accepted.")

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return str(self.deltafile_id or "unreadable")


class Delta(models.Model):
    """One change of one row, and what became of it."""

    class Status(models.TextChoices):
        PENDING = "pending", "pending"
        STARTED = "started", "being applied"
        APPLIED = "applied", "applied"
        CONFLICT = "conflict", "conflict"
        NOT_APPLIED = "not_applied", "not applied"
        ERROR = "error", "error"
        IGNORED = "ignored", "ignored"
        UNPERMITTED = "unpermitted", "not permitted"

    # Ids of deltas come from devices; within a project they are unique, and so is each later form of a delta
    # (QField adds to a delta that it already sent when it never learned what became of it).
    uuid = models.UUIDField()
    revision = models.PositiveSmallIntegerField(default=0)
    project = models.ForeignKey(Project, models.CASCADE, related_name="deltas")
    deltafile_id = models.UUIDField()
    client_id = models.UUIDField()
    content = models.JSONField()
    refuse_conflicts = models.BooleanField(default=False, help_text="Not to be applied over newer values.")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(auto_now=True)
    last_status = models.CharField(max_length=12, choices=Status.choices, default=Status.PENDING)
    last_feedback = models.JSONField(null=True, blank=True, editable=False)
    last_modified_pk = models.TextField(null=True, blank=True, editable=False)
    last_job = models.ForeignKey(Job, models.SET_NULL, null=True, blank=True, related_name="deltas")

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["project", "last_status", "id"], name="deltas_by_status"),
            models.Index(fields=["project", "created_at", "id"], name="deltas_by_age"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["project", "uuid", "revision"], name="delta_once_per_project")
        ]

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def method(self) -> str:
        return str(self.content.get("method", ""))


class TakenDelta(NamedTuple):
    """What applying a delta needs of its row; ten thousand of them are read at a time."""

    id: int
    project: uuid.UUID
    uuid: uuid.UUID
    client_id: uuid.UUID
    revision: int
    refuse_conflicts: bool
    content: dict[str, Any]


class DeltaFileEntry(models.Model):
    """A delta under the id of a delta file; a delta sent again also appears under the new file's id."""

    deltafile_id = models.UUIDField()
    delta = models.ForeignKey(Delta, models.CASCADE, related_name="entries")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deltafile_id", "delta"], name="delta_once_per_file")]

    def __str__(self) -> str:
        return f"{self.delta} in {self.deltafile_id}"


class ClientKey(models.Model):
    """The key that a row made on a device has in the project's data."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="client_keys")
    client_id = models.UUIDField()
    # `<clientId>__<localLayerId>__<localPk>`
    key = models.TextField()
    server_key = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "key"], name="client_key_once_per_project")]
        indexes = [models.Index(fields=["project", "client_id"], name="keys_of_client")]

    def __str__(self) -> str:
        return f"{self.key} is {self.server_key}"
