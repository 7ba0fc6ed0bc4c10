# SPDX-License-Identifier: GPL-2.0-or-later
"""Absolute addresses as clients see them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from rest_framework.request import Request


def absolute(request: HttpRequest | Request | None, path: str) -> str:
    """``path`` below the public address; without one, below the address of the request."""
    if settings.PUBLIC_URL:
        return settings.PUBLIC_URL + path
    return request.build_absolute_uri(path) if request is not None else path
