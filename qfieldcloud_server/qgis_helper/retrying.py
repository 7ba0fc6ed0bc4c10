# SPDX-License-Identifier: GPL-2.0-or-later
"""Deltas that the helper could not apply are tried again, also when nobody pushes anything."""

from __future__ import annotations

from django.db import transaction

from qfieldcloud_server.deltas.models import Delta
from qfieldcloud_server.deltas.services import request_apply
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.qgis_helper.process import is_configured


def ask_again() -> int:
    """Called now and then; returns how many projects have deltas that are tried again."""
    if not is_configured():
        return 0
    # Deltas that wait for their first job are not meant, nor those of layers that only a setting could help.
    waiting = Delta.objects.filter(last_status=Delta.Status.PENDING, last_job__isnull=False)
    found = Project.objects.filter(pk__in=waiting.values("project")).select_related("owner")
    projects = [project for project in found if project.has_online_vector_data or _has_spatialite(project)]
    for project in projects:
        # With the secrets of somebody who may know them.
        newest = waiting.filter(project=project).select_related("created_by").order_by("-id").first()
        with transaction.atomic():
            request_apply(project, newest.created_by if newest else None)
    return len(projects)


def _has_spatialite(project: Project) -> bool:
    layers = (project.project_details or {}).get("layers_by_id", {})
    return any(layer.get("provider_name") == "spatialite" for layer in layers.values())
