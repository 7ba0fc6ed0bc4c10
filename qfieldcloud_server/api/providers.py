# SPDX-License-Identifier: GPL-2.0-or-later
"""The ways to sign in that clients may offer."""

from __future__ import annotations

import logging
import re
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from rest_framework import serializers
from rest_framework.request import Request

from qfieldcloud_server.api.addresses import absolute
from qfieldcloud_server.sso import documents
from qfieldcloud_server.sso.provider import Provider

logger = logging.getLogger(__name__)

# QGIS's number for the authorization code with PKCE.
CODE_WITH_PKCE = 3
# QFieldSync in an older QGIS disables its whole sign-in when it sees an oauth2 entry.
_QGIS = re.compile(r"\bQGIS/(\d{5})\b")
FIRST_QGIS_WITH_SSO = 34400
LOOKS = {
    "light": {
        "color_fill": "#ffffff",
        "color_stroke": "#8a8f94",
        "color_text": "#1f2328",
        "logo": "web/sso.svg",
    },
    "dark": {
        "color_fill": "#2b2f33",
        "color_stroke": "#8a8f94",
        "color_text": "#f2f3f4",
        "logo": "web/sso-dark.svg",
    },
}


class LookSerializer(serializers.Serializer):  # type: ignore[type-arg]
    color_fill = serializers.CharField()
    color_stroke = serializers.CharField()
    color_text = serializers.CharField()
    logo = serializers.CharField()


class StylesSerializer(serializers.Serializer):  # type: ignore[type-arg]
    light = LookSerializer()
    dark = LookSerializer()


class ProviderSerializer(serializers.Serializer):  # type: ignore[type-arg]
    """``credentials``, or ``oauth2`` with everything that QGIS needs to sign in there."""

    type = serializers.CharField()
    id = serializers.CharField()
    name = serializers.CharField()
    client_id = serializers.CharField(required=False)
    client_secret = serializers.CharField(
        required=False, help_text="Only for native clients; it is no secret."
    )
    grant_flow = serializers.IntegerField(required=False)
    pkce_enabled = serializers.BooleanField(required=False)
    scope = serializers.CharField(required=False)
    request_url = serializers.CharField(required=False)
    token_url = serializers.CharField(required=False)
    refresh_token_url = serializers.CharField(required=False)
    redirect_host = serializers.CharField(required=False)
    redirect_port = serializers.IntegerField(required=False)
    redirect_url = serializers.CharField(required=False, allow_blank=True)
    extra_tokens = serializers.DictField(required=False, child=serializers.CharField())
    idp_id_header = serializers.CharField(required=False)
    styles = StylesSerializer(required=False)


def providers(request: Request, *, for_old_qgis: bool = False) -> list[dict[str, Any]]:
    """Names and passwords, without which QFieldSync's button stays dead, and every provider that can be reached."""
    found: list[dict[str, Any]] = [
        {"type": "credentials", "id": "credentials", "name": "Username / Password"}
    ]
    old = _QGIS.search(request.META.get("HTTP_USER_AGENT", "")) if for_old_qgis else None
    if old and int(old[1]) < FIRST_QGIS_WITH_SSO:
        return found
    for provider in settings.SSO_PROVIDERS:
        try:
            found.append(_described(provider, request))
        except documents.Unreachable as error:
            logger.info("single sign-on: %s is not offered now: %s", provider.id, error)
    return found


def _described(provider: Provider, request: Request) -> dict[str, Any]:
    addresses = documents.addresses(provider)
    secret = {"client_secret": provider.native_client_secret} if provider.native_client_secret else {}
    return {
        "type": "oauth2",
        "id": provider.id,
        "name": provider.name,
        "client_id": provider.device_client_id,
        **secret,
        "grant_flow": CODE_WITH_PKCE,
        "pkce_enabled": True,
        "scope": provider.scope,
        "request_url": addresses.request_url,
        "token_url": addresses.token_url,
        "refresh_token_url": addresses.token_url,
        "redirect_host": "localhost",
        "redirect_port": 7070,
        "redirect_url": "",
        "extra_tokens": {"id_token": "X-QFC-ID-Token"},
        "idp_id_header": "X-QFC-IDP-ID",
        "styles": {theme: _look(provider, look, request) for theme, look in LOOKS.items()},
    }


def _look(provider: Provider, look: dict[str, str], request: Request) -> dict[str, str]:
    """Every key in every theme: QFieldSync stops at the first one that is missing."""
    chosen = {name: getattr(provider, name) or value for name, value in look.items()}
    return chosen | {"logo": provider.logo or absolute(request, static(look["logo"]))}
