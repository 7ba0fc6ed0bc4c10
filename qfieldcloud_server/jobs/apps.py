# SPDX-License-Identifier: GPL-2.0-or-later
"""Connects jobs to what projects announce."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "qfieldcloud_server.jobs"

    def ready(self) -> None:
        # Its receivers are connected by importing it.
        import qfieldcloud_server.jobs.services  # noqa: F401
