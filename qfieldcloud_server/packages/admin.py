# SPDX-License-Identifier: GPL-2.0-or-later
"""The operator's page for packages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from qfieldcloud_server.files.admin import ReadOnlyAdmin
from qfieldcloud_server.packages.models import Package, PackageFile


class PackageFileInline(admin.TabularInline):  # type: ignore[type-arg]
    model = PackageFile
    fields = readonly_fields = ("name", "size", "blob", "created_at")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def size(self, file: PackageFile) -> int:
        return file.blob.size


@admin.register(Package)
class PackageAdmin(ReadOnlyAdmin):
    list_display = ("project", "area", "created_at", "data_updated_at", "id")
    list_select_related = ("project",)
    search_fields = ("=id", "project__name", "=project__id")
    fields = ("id", "project", "made_for", "area", "created_at", "data_updated_at")
    inlines = (PackageFileInline,)
