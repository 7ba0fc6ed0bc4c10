# SPDX-License-Identifier: GPL-2.0-or-later
"""What the helper was about to make final, and what it has drawn, so that nothing is done twice."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from qfieldcloud_server.deltas.models import Delta
from qfieldcloud_server.projects.models import Project


class Intent(models.Model):
    """Written before a delta becomes final in somebody's database, removed with the delta's result."""

    delta = models.OneToOneField(Delta, models.CASCADE, primary_key=True, related_name="intent")
    mark = models.TextField(blank=True, help_text="By which the data source can tell what became of it.")
    result = models.JSONField(help_text="What is true of the delta if it did become final.")
    keys = models.JSONField(help_text="The keys that rows of the device then have.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.delta} in transaction {self.mark or 'unknown'}"


class Drawing(models.Model):
    """A thumbnail that was drawn, or could not be, and of which project file."""

    project = models.OneToOneField(Project, models.CASCADE, primary_key=True, related_name="drawing")
    project_file = models.CharField(max_length=64, help_text="SHA-256 of the project file.")
    picture = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the thumbnail; empty: none.")
    problem = models.TextField(blank=True)
    drawn_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"drawing of {self.project}"
