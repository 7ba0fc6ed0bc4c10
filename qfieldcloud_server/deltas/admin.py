# SPDX-License-Identifier: GPL-2.0-or-later
"""The operator's pages for deltas: what became of them, trying again, deciding against; and the files as they came."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from qfieldcloud_server.deltas import services
from qfieldcloud_server.deltas.models import Delta, DeltaFile
from qfieldcloud_server.files.admin import ReadOnlyAdmin
from qfieldcloud_server.files.storage import blob_store


@admin.register(Delta)
class DeltaAdmin(ReadOnlyAdmin):
    list_display = ("uuid", "last_status", "project", "method", "message", "created_by", "created_at")
    list_filter = ("last_status",)
    list_select_related = ("project", "created_by")
    search_fields = ("=uuid", "=deltafile_id", "project__name", "=project__id", "created_by__username")
    date_hierarchy = "created_at"
    fields = (
        "uuid",
        "revision",
        "project",
        "deltafile_id",
        "client_id",
        "last_status",
        "message",
        "last_modified_pk",
        "last_job",
        "refuse_conflicts",
        "created_by",
        "created_at",
        "updated_at",
        "content_text",
        "feedback_text",
    )
    actions = ("try_again", "decide_against")

    def has_change_permission(self, request: HttpRequest, obj: Delta | None = None) -> bool:
        # Without it Django offers no actions; every field is read-only all the same.
        return obj is None and super(ReadOnlyAdmin, self).has_change_permission(request)

    def message(self, delta: Delta) -> str:
        return str((delta.last_feedback or {}).get("msg", ""))

    @admin.display(description="Content")
    def content_text(self, delta: Delta) -> str:
        return format_html("<pre>{}</pre>", json.dumps(delta.content, indent=2, ensure_ascii=False))

    @admin.display(description="Feedback")
    def feedback_text(self, delta: Delta) -> str:
        return format_html("<pre>{}</pre>", json.dumps(delta.last_feedback, indent=2, ensure_ascii=False))

    @admin.action(description="Try to apply again")
    def try_again(self, request: HttpRequest, queryset: QuerySet[Delta]) -> None:
        count = services.retry(queryset, request.user)  # type: ignore[arg-type]
        self.message_user(request, f"{count} will be applied again.", messages.SUCCESS)

    @admin.action(description="Decide against applying")
    def decide_against(self, request: HttpRequest, queryset: QuerySet[Delta]) -> None:
        count = services.ignore(queryset)
        self.message_user(request, f"{count} will not be applied; they are kept.", messages.SUCCESS)


@admin.register(DeltaFile)
class DeltaFileAdmin(ReadOnlyAdmin):
    list_display = ("deltafile_id", "project", "created_by", "created_at", "refused", "original")
    list_select_related = ("project", "created_by", "blob")
    search_fields = ("=deltafile_id", "project__name", "=project__id", "created_by__username")
    date_hierarchy = "created_at"
    fields = ("deltafile_id", "project", "created_by", "created_at", "user_agent", "error", "original")

    @admin.display(boolean=True)
    def refused(self, record: DeltaFile) -> bool:
        return bool(record.error)

    @admin.display(description="As it came")
    def original(self, record: DeltaFile) -> str:
        url = reverse("admin:deltas_deltafile_original", args=[record.pk])
        return format_html('<a href="{}">{} bytes</a>', url, record.blob.size)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.send_original)
        return [path("<uuid:pk>/original/", view, name="deltas_deltafile_original"), *super().get_urls()]

    def send_original(self, request: HttpRequest, pk: Any) -> HttpResponseBase:
        record = get_object_or_404(DeltaFile, pk=pk)
        name = f"{record.deltafile_id or record.pk}.json"
        return FileResponse(
            blob_store().open(record.blob_id),
            as_attachment=True,
            filename=name,
            content_type="application/octet-stream",
        )
