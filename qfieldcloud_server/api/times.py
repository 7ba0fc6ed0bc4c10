# SPDX-License-Identifier: GPL-2.0-or-later
"""The two spellings of times on the wire."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.utils import timezone
from rest_framework import serializers


def wire_time(moment: datetime) -> str:
    """ISO 8601 with microseconds and a numeric offset, in the server's zone: ``2026-11-21T01:28:29.402164+01:00``."""
    return timezone.localtime(moment).isoformat(timespec="microseconds")


def file_time(moment: datetime) -> str:
    """How ``last_modified`` of a file is spelled: ``21.11.2026 00:28:43 UTC``."""
    return moment.astimezone(UTC).strftime("%d.%m.%Y %H:%M:%S UTC")


class WireTime(serializers.DateTimeField):
    """A time in an answer; DRF's own field writes ``Z``, which old clients do not parse."""

    def to_representation(self, value: datetime | None) -> Any:
        return wire_time(value) if value else None
