# SPDX-License-Identifier: GPL-2.0-or-later
"""Who at a provider is whom here."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from qfieldcloud_server.accounts.models import User


class Identity(models.Model):
    """One account at one provider, connected to one person. Named by issuer: the id of a provider may be used again."""

    issuer = models.CharField(max_length=255)
    subject = models.CharField(max_length=255, help_text="What the provider calls the person, for good.")
    user = models.ForeignKey(
        User, models.CASCADE, related_name="identities", limit_choices_to={"type": User.Type.PERSON}
    )
    email = models.CharField(max_length=254, blank=True, help_text="As the provider told it last.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    last_used_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["issuer", "subject"]
        verbose_name_plural = "identities"
        constraints = [models.UniqueConstraint(fields=["issuer", "subject"], name="identity_once")]

    def __str__(self) -> str:
        return f"{self.email or self.subject} at {self.issuer}"
