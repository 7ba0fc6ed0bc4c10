# SPDX-License-Identifier: GPL-2.0-or-later
"""Who is asking: ``Authorization: Token <token>``, an ID token of a provider, or a session with a CSRF check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import auth
from rest_framework import authentication, exceptions
from rest_framework.request import Request

from qfieldcloud_server.accounts import tokens
from qfieldcloud_server.accounts.models import AuthToken, User
from qfieldcloud_server.api.errors import AuthenticationFailed, PermissionDenied, TokenAuthenticationFailed
from qfieldcloud_server.sso import people

CLIENT_OF_SESSION = "client_type"
BACKEND = "qfieldcloud_server.accounts.backend.PersonBackend"


class TokenAuthentication(authentication.BaseAuthentication):
    """``request.auth`` is the AuthToken. A header of another scheme is none of our business."""

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        words = request.META.get("HTTP_AUTHORIZATION", "").split()
        if not words or words[0].lower() != "token":
            return None
        if len(words) != 2:
            raise AuthenticationFailed("The Authorization header is malformed.")
        token = tokens.find_live(words[1])
        if token is None:
            raise TokenAuthenticationFailed
        tokens.note_use(token)
        return token.user, token


@dataclass(frozen=True)
class SsoSignIn:
    """``request.auth`` of a request that an ID token vouches for."""

    provider_id: str


def person_by_id_token(request: Request, nonce: str | None = None, *, any_nonce: bool = False) -> User:
    """Whom ``X-QFC-ID-Token`` stands for at the provider ``X-QFC-IDP-ID``."""
    provider = people.provider_named(request.META.get("HTTP_X_QFC_IDP_ID", ""))
    id_token = request.META.get("HTTP_X_QFC_ID_TOKEN", "").strip()
    if provider is None or not id_token:
        raise TokenAuthenticationFailed
    claims = people.verified(provider, id_token, nonce, any_nonce=any_nonce)
    scheme, _, access_token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    return people.person_of(provider, claims, access_token.strip() if scheme.lower() == "bearer" else "")


class SsoAuthentication(authentication.BaseAuthentication):
    """What QField and QFieldSync send with every request once a provider has signed them in.

    QGIS renews its access token but never the ID token, so the first good request opens a session that outlasts it.
    Forged headers need no CSRF check: another site cannot send them.
    """

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        provider_id = request.META.get("HTTP_X_QFC_IDP_ID", "")
        if not provider_id or request.META.get("HTTP_AUTHORIZATION", "").lower().startswith("token "):
            return None
        browser = request._request
        try:
            person = person_by_id_token(request, any_nonce=True)
        except TokenAuthenticationFailed:
            if browser.user.is_authenticated:
                return None  # the session speaks for itself, with the check that belongs to it
            raise
        if browser.user != person:
            auth.login(browser, person, backend=BACKEND)
            browser.session[CLIENT_OF_SESSION] = tokens.client_of(request.META.get("HTTP_USER_AGENT", ""))
        return person, SsoSignIn(provider_id)


def client_type_of(request: Request) -> str:
    """Which program is asking: as its sign-in says, for sessions of single sign-on as it said first."""
    if isinstance(request.auth, AuthToken):
        return request.auth.client_type
    return str(request.session.get(CLIENT_OF_SESSION, AuthToken.Client.BROWSER))


class SessionAuthentication(authentication.SessionAuthentication):
    """For this server's own pages; a cookie alone never changes anything."""

    def enforce_csrf(self, request: Request) -> None:
        try:
            super().enforce_csrf(request)
        except exceptions.PermissionDenied as error:
            raise PermissionDenied(str(error)) from error
