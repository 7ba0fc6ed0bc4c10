# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of projects, their versions, the blobs these point to, and the row history of GeoPackages."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from qfieldcloud_server.projects.models import Project


class Blob(models.Model):
    """Bytes in the blob store, stored once however many versions point to them."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.PositiveBigIntegerField()
    md5sum = models.CharField(max_length=48, help_text="The ETag that S3 would give these bytes.")
    # Raw MD5s of the 8 MiB parts: a version in which little changed takes over those of its unchanged parts.
    part_md5s = models.BinaryField()
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.sha256


class File(models.Model):
    """A name in a project. `latest` is empty only inside the transaction that makes the file."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    latest = models.OneToOneField("Version", models.SET_NULL, null=True, related_name="+", editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["project", "name"], name="file_name_once_per_project")]

    def __str__(self) -> str:
        return self.name


class Version(models.Model):
    """One state of a file."""

    class Origin(models.TextChoices):
        UPLOAD = "upload", "uploaded"
        DELTAS = "deltas", "edited by deltas"
        PROJECT = "project", "made with the project"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.ForeignKey(File, models.CASCADE, related_name="versions")
    # Times may be equal and clocks go backwards; the number tells the order.
    number = models.PositiveIntegerField()
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="versions")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    client_type = models.CharField(max_length=12, blank=True)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.UPLOAD)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["file", "number"], name="version_number_once_per_file")
        ]

    def __str__(self) -> str:
        return self.display

    @property
    def display(self) -> str:
        return f"v{self.created_at:%Y%m%d%H%M%S}"


class RowHistory(models.Model):
    """The changeset between two successive versions of a GeoPackage; it outlives the versions themselves.

    Without a `changeset` nothing changed, or rows cannot be compared and `note` says why. While the changeset
    still has to be found, `is_pending` is set and `from_blob` and `to_blob` are what to compare.
    """

    file = models.ForeignKey(File, models.CASCADE, related_name="row_history")
    # Not foreign keys: old versions go, what changed between them stays.
    from_version = models.UUIDField()
    to_version = models.UUIDField()
    changeset = models.ForeignKey(Blob, models.PROTECT, null=True, related_name="+")
    change_count = models.PositiveIntegerField(default=0)
    is_pending = models.BooleanField(default=False)
    from_blob = models.ForeignKey(Blob, models.PROTECT, null=True, related_name="+")
    to_blob = models.ForeignKey(Blob, models.PROTECT, null=True, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name_plural = "row history"
        constraints = [
            models.UniqueConstraint(fields=["file", "to_version"], name="row_history_once_per_version")
        ]
        indexes = [
            models.Index(fields=["id"], name="pending_row_history", condition=models.Q(is_pending=True))
        ]

    def __str__(self) -> str:
        return f"{self.change_count} changes of {self.file}"


class KnownLayer(models.Model):
    """Where the rows of a layer are or were: so edits from devices with an older project find their table."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="known_layers")
    layer_id = models.CharField(max_length=255)
    file_name = models.CharField(max_length=255)
    table = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "layer_id"], name="known_layer_once")]

    def __str__(self) -> str:
        return f"{self.layer_id} in {self.file_name}"
