# SPDX-License-Identifier: GPL-2.0-or-later
"""The operator's pages for files, their versions and what changed between them; to be read, not to be written."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from qfieldcloud_server.files.models import File, RowHistory, Version


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Rows that the server itself keeps in step with the blob store."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        # Deleting a project takes its rows along; this only hides the button of single rows.
        return request.resolver_match is None or request.resolver_match.url_name != self._own_delete_page

    @property
    def _own_delete_page(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_delete"


class VersionInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Version
    fk_name = "file"
    fields = ("number", "size", "sha256", "uploaded_by", "client_type", "origin", "created_at")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def size(self, version: Version) -> int:
        return version.blob.size

    def sha256(self, version: Version) -> str:
        return version.blob_id


@admin.register(File)
class FileAdmin(ReadOnlyAdmin):
    list_display = ("name", "project", "size", "changed_at", "created_at")
    list_select_related = ("project", "latest__blob")
    search_fields = ("name", "project__name", "=project__id")
    inlines = (VersionInline,)

    @admin.display(ordering="latest__blob__size")
    def size(self, file: File) -> int | None:
        return file.latest.blob.size if file.latest else None

    @admin.display(ordering="latest__created_at")
    def changed_at(self, file: File) -> Any:
        return file.latest.created_at if file.latest else None


@admin.register(RowHistory)
class RowHistoryAdmin(ReadOnlyAdmin):
    list_display = ("file", "project", "change_count", "is_pending", "note", "created_at")
    list_filter = ("is_pending",)
    list_select_related = ("file__project",)
    search_fields = ("file__name", "file__project__name")

    def project(self, step: RowHistory) -> Any:
        return step.file.project
