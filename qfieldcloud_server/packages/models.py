# SPDX-License-Identifier: GPL-2.0-or-later
"""Finished packages and their files; a package that failed leaves no row here."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from qfieldcloud_server.files.models import Blob
from qfieldcloud_server.projects.models import Project


class Package(models.Model):
    """A good package. Its id is that of the job which made it."""

    id = models.UUIDField(primary_key=True, editable=False)
    project = models.ForeignKey(Project, models.CASCADE, related_name="packages")
    # Whom it was made for, where a person's own secrets decide what is in it; empty: for everyone.
    made_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+"
    )
    # Whose area limits it: "team:north", "person:anna"; empty: it is what everybody without such an area gets.
    area = models.CharField(max_length=255, blank=True, default="", editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    # What the project's `data_last_updated_at` was when the files were read.
    data_updated_at = models.DateTimeField(null=True, editable=False)
    layers = models.JSONField(default=dict, editable=False)
    # What the engine reported: with it, the next package takes over what has not changed.
    report = models.JSONField(default=dict, editable=False)
    # Versions of the project's files that the package was made from, by name.
    versions = models.JSONField(default=dict, editable=False)

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["project", "-created_at"], name="packages_of_project")]

    def __str__(self) -> str:
        return f"{self.project} as of {self.created_at:%Y-%m-%d %H:%M:%S}"


class PackageFile(models.Model):
    package = models.ForeignKey(Package, models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="+")
    # When these bytes first were part of a package of the project.
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["package", "name"], name="file_name_once_per_package")]

    def __str__(self) -> str:
        return self.name


class Download(models.Model):
    """Which package a client is downloading: that one is served on, also when a newer one appears."""

    package = models.ForeignKey(Package, models.CASCADE, related_name="downloads")
    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    # Identifies a sign-in: "token:<id>" or "user:<id>".
    client = models.CharField(max_length=40)
    listed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "client"], name="one_download_per_client")]

    def __str__(self) -> str:
        return f"{self.package} by {self.client}"
