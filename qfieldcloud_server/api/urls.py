# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of the server itself, below /api/v1/."""

from __future__ import annotations

from django.urls import path

from qfieldcloud_server.api import server

urlpatterns = [
    path("", server.Root.as_view(), name="api"),
    path("status/", server.Status.as_view(), name="status"),
    path("server/info/", server.ServerInfo.as_view(), name="server-info"),
]
