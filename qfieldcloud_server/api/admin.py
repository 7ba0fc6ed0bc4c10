# SPDX-License-Identifier: GPL-2.0-or-later
"""The operator's page for announcements."""

from __future__ import annotations

from django.contrib import admin

from qfieldcloud_server.api.models import Notice


@admin.register(Notice)
class NoticeAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("kind", "message", "starts_at", "ends_at")
