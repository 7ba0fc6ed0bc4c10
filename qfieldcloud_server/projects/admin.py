# SPDX-License-Identifier: GPL-2.0-or-later
"""The operator's pages for projects and their secrets."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from qfieldcloud_server.projects import secret_values
from qfieldcloud_server.projects.models import Project, ProjectCollaborator, Secret


class CollaboratorInline(admin.TabularInline):  # type: ignore[type-arg]
    model = ProjectCollaborator
    fields = ("collaborator", "role")
    raw_id_fields = ("collaborator",)
    extra = 0


@admin.register(Project)
class ProjectAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = (
        "name",
        "owner",
        "project_type",
        "is_public",
        "file_storage_bytes",
        "data_last_updated_at",
    )
    list_filter = ("project_type", "is_public", "is_featured")
    search_fields = ("name", "owner__username", "id")
    list_select_related = ("owner",)
    raw_id_fields = ("owner",)
    inlines = (CollaboratorInline,)
    readonly_fields = (
        "id",
        "the_qgis_file_name",
        "file_storage_bytes",
        "has_online_vector_data",
        "created_at",
        "updated_at",
        "data_last_updated_at",
        "restricted_data_last_updated_at",
        "data_last_packaged_at",
        "project_details",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Project]:
        return super().get_queryset(request).defer("project_details")


class SecretForm(forms.ModelForm):  # type: ignore[type-arg]
    """The value goes in and is never shown again."""

    new_value = forms.CharField(
        label="Value",
        strip=False,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or self.cleaned_data
        if not data.get("new_value") and not self.instance.pk:
            raise ValidationError({"new_value": "A value is needed."})
        if bool(data.get("project")) == bool(data.get("organization")):
            raise ValidationError("A secret belongs either to a project or to an organization.")
        if data.get("new_value"):
            self.instance.value = secret_values.encrypt(data["new_value"])
        return data


@admin.register(Secret)
class SecretAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    form = SecretForm
    list_display = ("name", "type", "project", "organization", "assigned_to", "updated_at")
    list_filter = ("type",)
    search_fields = ("name", "project__name", "organization__username")
    list_select_related = ("project", "organization", "assigned_to")
    raw_id_fields = ("project", "organization", "assigned_to")
    fields = ("name", "type", "new_value", "project", "organization", "assigned_to")

    def save_model(self, request: HttpRequest, obj: Secret, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = request.user  # type: ignore[assignment]
        super().save_model(request, obj, form, change)
