# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses of jobs, below /api/v1/."""

from __future__ import annotations

from django.urls import path

from qfieldcloud_server.jobs import api

urlpatterns = [
    path("jobs/", api.Jobs.as_view(), name="jobs"),
    path("jobs/<str:job>/", api.OneJob.as_view(), name="job"),
]
