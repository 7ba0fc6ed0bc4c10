# SPDX-License-Identifier: GPL-2.0-or-later
"""Whose accounts at providers belong to whom; deleting a row disconnects them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from qfieldcloud_server.sso.models import Identity


@admin.register(Identity)
class IdentityAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """An operator may connect a person by hand; what a row says of the provider's side is never changed."""

    list_display = ("user", "issuer", "subject", "email", "last_used_at")
    list_filter = ("issuer",)
    list_select_related = ("user",)
    search_fields = ("user__username", "subject", "email")
    raw_id_fields = ("user",)
    fields = ("user", "issuer", "subject", "email")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("issuer", "subject", "email") if obj else ()
