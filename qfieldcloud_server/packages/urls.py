# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of packages, below /api/v1/."""

from __future__ import annotations

from django.urls import path

from qfieldcloud_server.packages import api

urlpatterns = [
    path("packages/<uuid:project>/latest/", api.LatestPackage.as_view(), name="latest-package"),
    path(
        "packages/<uuid:project>/latest/files/<path:name>/", api.PackagedFile.as_view(), name="packaged-file"
    ),
    path("packages/<uuid:project>/<uuid:job>/files/<path:name>/", api.WorkerUpload.as_view()),
]
