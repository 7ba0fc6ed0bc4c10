# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of files, below /api/v1/."""

from __future__ import annotations

from django.urls import path

from qfieldcloud_server.files import api

urlpatterns = [
    path("files/metadata/<uuid:project>/<path:name>/", api.FileMetadata.as_view(), name="file-metadata"),
    path("files/<uuid:project>/", api.ProjectFiles.as_view(), name="files"),
    path("files/<uuid:project>/<path:name>/", api.ProjectFile.as_view(), name="file"),
    path("changes/<uuid:project>/<path:name>/", api.Changes.as_view(), name="changes"),
]
