# SPDX-License-Identifier: GPL-2.0-or-later
"""What the operator tells everybody."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Notice(models.Model):
    """An incident or a maintenance that ``status/`` announces and QField shows before anybody signs in."""

    class Kind(models.TextChoices):
        INCIDENT = "incident", "incident"
        MAINTENANCE = "maintenance", "maintenance"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    message = models.CharField(max_length=500)
    starts_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True, blank=True, help_text="Empty: until this notice is deleted.")

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                name="notice_ends_after_its_start",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=models.F("starts_at")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.message}"


def current_notices() -> dict[str, Notice]:
    """The newest notice of each kind: incidents since they began, maintenance also ahead of its time."""
    now = timezone.now()
    running = Notice.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=now)).order_by("starts_at")
    return {n.kind: n for n in running if n.kind == Notice.Kind.MAINTENANCE or n.starts_at <= now}
