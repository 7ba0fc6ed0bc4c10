# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of deltas, below /api/v1/."""

from __future__ import annotations

from django.urls import path

from qfieldcloud_server.deltas import api

urlpatterns = [
    path("deltas/apply/<uuid:project>/", api.ApplyDeltas.as_view(), name="apply-deltas"),
    path("deltas/<uuid:project>/", api.ProjectDeltas.as_view(), name="deltas"),
    path("deltas/<uuid:project>/<uuid:deltafile>/", api.DeltasOfFile.as_view(), name="deltas-of-file"),
]
