# SPDX-License-Identifier: GPL-2.0-or-later
"""The operator's pages for people, organizations, teams and sign-ins."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm, UserCreationForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest

from qfieldcloud_server.accounts import selectors, services, tokens
from qfieldcloud_server.accounts.models import (
    AuthToken,
    LoginFailures,
    Organization,
    OrganizationMember,
    Person,
    Team,
    TeamMember,
    User,
    check_name,
)

admin.site.site_header = admin.site.site_title = f"{settings.SITE_TITLE} administration"
admin.site.index_title = "What is on this server"
# Staff either administer the server or do not; there is nothing to grant in between.
admin.site.unregister(Group)

MEGABYTE = 1_000_000


class QuotaForm(forms.ModelForm):  # type: ignore[type-arg]
    """Storage in MB, which people can read."""

    quota_mb = forms.IntegerField(
        label="Storage in MB", min_value=0, required=False, help_text="Empty: no limit."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        quota = self.instance.quota_bytes if self.instance.pk else settings.DEFAULT_QUOTA_BYTES
        self.fields["quota_mb"].initial = None if quota is None else quota // MEGABYTE

    def save(self, commit: bool = True) -> Any:
        megabytes = self.cleaned_data.get("quota_mb")
        self.instance.quota_bytes = None if megabytes is None else megabytes * MEGABYTE
        return super().save(commit)


class PersonForm(QuotaForm, UserChangeForm):  # type: ignore[type-arg]
    class Meta:
        model = Person
        fields = "__all__"

    def clean_username(self) -> str:
        return _free_name(self.cleaned_data["username"].lower(), self.instance)


class NewPersonForm(UserCreationForm):  # type: ignore[type-arg]
    class Meta:
        model = Person
        fields = ("username", "email")

    def clean_username(self) -> str:
        return _free_name(self.cleaned_data["username"].lower())

    def save(self, commit: bool = True) -> Any:
        self.instance.quota_bytes = settings.DEFAULT_QUOTA_BYTES
        return super().save(commit)


class OrganizationForm(QuotaForm):
    def clean_username(self) -> str:
        return _free_name(self.cleaned_data["username"], self.instance)


class TeamForm(forms.ModelForm):  # type: ignore[type-arg]
    name = forms.RegexField(services.TEAM_NAME, help_text="Without @organization/.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].initial = self.instance.short_name

    def clean(self) -> dict[str, Any] | None:
        data = super().clean() or self.cleaned_data
        organization, name = (
            data.get("team_organization") or self.instance.team_organization,
            data.get("name"),
        )
        if organization and name:
            full_name = f"@{organization.username}/{name}"
            if selectors.exists_elsewhere("username", full_name, self.instance):
                raise ValidationError("There is a team of this name already.")
            self.instance.username = full_name
        return data


def _free_name(name: str, user: User | None = None) -> str:
    check_name(name)
    if selectors.exists_elsewhere("username", name, user if user and user.pk else None):
        raise ValidationError("Somebody has this name already.")
    return name


@admin.register(Person)
class PersonAdmin(UserAdmin):  # type: ignore[type-arg]
    form = PersonForm
    add_form = NewPersonForm
    list_display = ("username", "email", "full_name", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff", "is_superuser")
    search_fields = ("username", "email", "first_name", "last_name")
    readonly_fields = ("last_login", "date_joined")
    filter_horizontal = ()
    actions = ("sign_out_everywhere",)
    fieldsets = (
        (None, {"fields": ("username", "password", "email", ("first_name", "last_name"))}),
        ("Storage", {"fields": ("quota_mb",)}),
        ("May", {"fields": ("is_active", "is_staff", "is_superuser")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("username", "email", "password1", "password2")}),)

    @admin.action(description="Sign out on all devices")
    def sign_out_everywhere(self, request: HttpRequest, people: QuerySet[User]) -> None:
        ended = sum(tokens.end_all(person) for person in people)
        messages.success(request, f"{ended} sign-ins were ended.")


@admin.register(User)
class UserLookup(admin.ModelAdmin):  # type: ignore[type-arg]
    """Only for the fields that search a name; the pages are those of people, organizations and teams."""

    search_fields = ("username", "email")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class MemberInline(admin.TabularInline):  # type: ignore[type-arg]
    model = OrganizationMember
    fk_name = "organization"
    autocomplete_fields = ("member",)
    extra = 0


@admin.register(Organization)
class OrganizationAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    form = OrganizationForm
    list_display = ("username", "organization_owner", "email", "is_active")
    search_fields = ("username",)
    autocomplete_fields = ("organization_owner",)
    fields = ("username", "email", "organization_owner", "max_members", "quota_mb", "is_active")
    inlines = (MemberInline,)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.base_fields["organization_owner"].required = True
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.type = User.Type.ORGANIZATION
            obj.set_unusable_password()
        elif "username" in form.changed_data:
            for team in obj.teams.all():
                team.username = f"@{obj.username}/{team.short_name}"
                team.save(update_fields=["username"])
        super().save_model(request, obj, form, change)


class TeamMemberInline(admin.TabularInline):  # type: ignore[type-arg]
    model = TeamMember
    fk_name = "team"
    autocomplete_fields = ("member",)
    extra = 0


@admin.register(Team)
class TeamAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    form = TeamForm
    list_display = ("username", "team_organization")
    search_fields = ("username",)
    autocomplete_fields = ("team_organization",)
    fields = ("team_organization", "name")
    inlines = (TeamMemberInline,)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("team_organization",) if obj else ()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        if "team_organization" in form.base_fields:
            form.base_fields["team_organization"].required = True
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.type = User.Type.TEAM
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)


@admin.register(AuthToken)
class AuthTokenAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Sign-ins can be looked at and ended; making one is the business of the person."""

    list_display = ("user", "client_type", "user_agent", "created_at", "last_used_at", "expires_at")
    list_filter = ("client_type",)
    search_fields = ("user__username",)
    list_select_related = ("user",)
    actions = ("end_now",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.action(description="End now", permissions=["delete"])
    def end_now(self, request: HttpRequest, rows: QuerySet[AuthToken]) -> None:
        for row in rows:
            tokens.end(row)
        messages.success(request, "The sign-ins were ended.")


@admin.register(LoginFailures)
class LoginFailuresAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Deleting a row lifts the lock."""

    list_display = ("name", "address", "count", "last_at")
    search_fields = ("name", "address")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
