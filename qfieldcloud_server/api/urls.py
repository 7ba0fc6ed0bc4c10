# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of the server itself."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
