# SPDX-License-Identifier: GPL-2.0-or-later
"""What the helper was about to make final, so that nothing is done twice when it is interrupted there."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from qfieldcloud_server.deltas.models import Delta


class Intent(models.Model):
    """Written before a delta becomes final in somebody's database, removed with the delta's result."""

    delta = models.OneToOneField(Delta, models.CASCADE, primary_key=True, related_name="intent")
    mark = models.TextField(blank=True, help_text="By which the data source can tell what became of it.")
    result = models.JSONField(help_text="What is true of the delta if it did become final.")
    keys = models.JSONField(help_text="The keys that rows of the device then have.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return f"{self.delta} in transaction {self.mark or 'unknown'}"
