# SPDX-License-Identifier: GPL-2.0-or-later
"""status/ and server/info/: what any client asks before it signs in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.templatetags.static import static
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.api.addresses import absolute
from qfieldcloud_server.api.models import Notice, current_notices
from qfieldcloud_server.api.providers import ProviderSerializer, providers
from qfieldcloud_server.api.times import WireTime
from qfieldcloud_server.files.storage import blob_store

# Added to QFieldCloud's API; a client may use what is listed here and must do without what is not.
EXTENSIONS = dict.fromkeys(
    ("changes", "delta_on_conflict", "upload_if_match", "secrets", "envelope", "public_role", "sso_token"), 1
)


class StatusSerializer(serializers.Serializer):  # type: ignore[type-arg]
    database = serializers.CharField()
    storage = serializers.CharField()
    status_page_url = serializers.CharField(allow_null=True)
    incident_message = serializers.CharField(allow_null=True)
    incident_timestamp_utc = WireTime(allow_null=True)
    maintenance_message = serializers.CharField(allow_null=True)
    maintenance_start_timestamp_utc = WireTime(allow_null=True)
    maintenance_end_timestamp_utc = WireTime(allow_null=True)


class WhitelabelSerializer(serializers.Serializer):  # type: ignore[type-arg]
    site_title = serializers.CharField()
    logo_navbar = serializers.CharField()
    logo_main = serializers.CharField()
    favicon = serializers.CharField()


class ServerInfoSerializer(serializers.Serializer):  # type: ignore[type-arg]
    whitelabel = WhitelabelSerializer()
    auth_providers = ProviderSerializer(many=True)
    signup_url = serializers.CharField(allow_null=True)
    extensions = serializers.DictField(
        help_text="What this server can do beyond QFieldCloud's API, each with a version."
    )


class Status(APIView):
    permission_classes = [AllowAny]

    @extend_schema(responses={200: StatusSerializer})
    def get(self, request: Request) -> Response:
        health = _health()
        # Notices are in the database too: without it there are none to tell.
        notices = current_notices() if health["database"] == "ok" else {}
        return Response(StatusSerializer(health | _told(notices)).data)


def _health() -> dict[str, Any]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        database = "ok"
    except DatabaseError:
        database = "error"
    storage = "ok" if settings.DATA_DIR.is_dir() and blob_store().answers() else "error"
    return {"database": database, "storage": storage, "status_page_url": settings.STATUS_PAGE_URL or None}


def _told(found: dict[str, Notice]) -> dict[str, Any]:
    incident, maintenance = found.get(Notice.Kind.INCIDENT), found.get(Notice.Kind.MAINTENANCE)
    return {
        "incident_message": incident.message if incident else None,
        "incident_timestamp_utc": incident.starts_at if incident else None,
        "maintenance_message": maintenance.message if maintenance else None,
        "maintenance_start_timestamp_utc": maintenance.starts_at if maintenance else None,
        "maintenance_end_timestamp_utc": maintenance.ends_at if maintenance else None,
    }


class ServerInfo(APIView):
    permission_classes = [AllowAny]

    @extend_schema(responses={200: ServerInfoSerializer})
    def get(self, request: Request) -> Response:
        logo = settings.LOGO_URL or absolute(request, static("web/logo.svg"))
        return Response(
            {
                "whitelabel": {
                    "site_title": settings.SITE_TITLE,
                    "logo_navbar": logo,
                    "logo_main": logo,
                    "favicon": absolute(request, static("web/favicon.svg")),
                },
                "auth_providers": providers(request),
                "signup_url": absolute(request, reverse("web:sign-up")) if settings.SIGN_UP_OPEN else None,
                "extensions": EXTENSIONS,
            }
        )


class Root(APIView):
    """GET /api/v1/, as QFieldCloud's framework answers it."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        return Response({"projects": absolute(request, reverse("projects"))})
