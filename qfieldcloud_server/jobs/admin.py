# SPDX-License-Identifier: GPL-2.0-or-later
"""The operator's pages for jobs: what they did, and asking for them again."""

from __future__ import annotations

import json

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from qfieldcloud_server.files.admin import ReadOnlyAdmin
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.jobs.services import create_job


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    list_display = ("type", "status", "project", "created_by", "created_at", "started_at", "finished_at")
    list_filter = ("status", "type")
    list_select_related = ("project", "created_by")
    search_fields = ("=id", "project__name", "=project__id", "created_by__username")
    date_hierarchy = "created_at"
    fields = (
        "id",
        *list_display,
        "attempt",
        "error",
        "log",
        "feedback_text",
    )
    actions = ("ask_again",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        jobs = super().get_queryset(request)
        match = request.resolver_match
        return jobs.defer("feedback", "output") if match and match.url_name == "jobs_job_changelist" else jobs

    def has_change_permission(self, request: HttpRequest, obj: Job | None = None) -> bool:
        # Without it Django offers no actions; every field is read-only all the same.
        return obj is None and super(ReadOnlyAdmin, self).has_change_permission(request)

    @admin.display(description="Output")
    def log(self, job: Job) -> str:
        return format_html('<pre style="white-space: pre-wrap">{}</pre>', job.output or "")

    @admin.display(description="Feedback")
    def feedback_text(self, job: Job) -> str:
        return format_html("<pre>{}</pre>", json.dumps(job.feedback, indent=2, ensure_ascii=False)[:200_000])

    def error(self, job: Job) -> str:
        return str((job.feedback or {}).get("error", ""))

    @admin.action(description="Ask for the same again")
    def ask_again(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        with transaction.atomic():
            for job in queryset.exclude(type=Job.Type.DELTA_APPLY).select_related("project"):
                create_job(job.project, job.type, request.user)  # type: ignore[arg-type]
        self.message_user(
            request, "Asked for. Deltas are tried again from the list of deltas.", messages.SUCCESS
        )
