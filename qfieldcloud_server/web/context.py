# SPDX-License-Identifier: GPL-2.0-or-later
"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def site(_request: HttpRequest) -> dict[str, Any]:
    return {
        "site_title": settings.SITE_TITLE,
        "logo_url": settings.LOGO_URL,
        "sign_up_open": settings.SIGN_UP_OPEN,
    }
