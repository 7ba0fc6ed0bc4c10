# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks a name (or e-mail) and password against people, with the lock after too many failures."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from qfieldcloud_server.accounts import sign_in


class PersonBackend(ModelBackend):
    """Django's own forms (admin, pages) come through here; the API calls ``sign_in.check`` itself."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> Any:
        if not username or password is None:
            return None
        address = request.META.get("REMOTE_ADDR", "") if request else ""
        try:
            return sign_in.check(username, password, address)
        except sign_in.SignInRefused:
            return None
