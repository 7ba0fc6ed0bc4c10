# SPDX-License-Identifier: GPL-2.0-or-later
"""Who is asking: ``Authorization: Token <token>``, or a browser's session with a CSRF check."""

from __future__ import annotations

from typing import Any

from rest_framework import authentication, exceptions
from rest_framework.request import Request

from qfieldcloud_server.accounts import tokens
from qfieldcloud_server.api.errors import AuthenticationFailed, PermissionDenied, TokenAuthenticationFailed


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


class SessionAuthentication(authentication.SessionAuthentication):
    """For this server's own pages; a cookie alone never changes anything."""

    def enforce_csrf(self, request: Request) -> None:
        try:
            super().enforce_csrf(request)
        except exceptions.PermissionDenied as error:
            raise PermissionDenied(str(error)) from error
