# SPDX-License-Identifier: GPL-2.0-or-later
"""How the admin pages call this part."""

from __future__ import annotations

from django.apps import AppConfig


class SsoConfig(AppConfig):
    name = "qfieldcloud_server.sso"
    verbose_name = "Single sign-on"
