# SPDX-License-Identifier: GPL-2.0-or-later
"""Every address of the server. An app's API is everything in its ``urls.py``, below /api/v1/."""

from __future__ import annotations

from importlib.util import find_spec

from django.contrib import admin
from django.urls import include, path
from drf_spectacular.views import SpectacularRedocView, SpectacularSwaggerView, SpectacularYAMLAPIView

API_APPS = ("api", "accounts", "projects", "files", "jobs", "deltas", "packages")

urlpatterns = [
    path(
        "api/v1/",
        include(
            [
                path("", include(f"qfieldcloud_server.{app}.urls"))
                for app in API_APPS
                if find_spec(f"qfieldcloud_server.{app}.urls")
            ]
        ),
    ),
    path("swagger.yaml", SpectacularYAMLAPIView.as_view(), name="schema"),
    path("swagger/", SpectacularSwaggerView.as_view(url_name="schema"), name="swagger"),
    path("docs/", SpectacularRedocView.as_view(url_name="schema"), name="docs"),
    path("admin/", admin.site.urls),
    path("", include("qfieldcloud_server.web.urls")),
]

handler400 = "qfieldcloud_server.api.errors.bad_request"
handler404 = "qfieldcloud_server.api.errors.not_found"
handler500 = "qfieldcloud_server.api.errors.failed"
