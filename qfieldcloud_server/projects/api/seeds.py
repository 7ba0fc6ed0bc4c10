# SPDX-License-Identifier: GPL-2.0-or-later
"""projects/{project}/seed/: what a project was asked to be made from."""

from __future__ import annotations

from pathlib import PurePath

from django.http import HttpResponse
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.api.addresses import absolute
from qfieldcloud_server.api.errors import ObjectNotFound
from qfieldcloud_server.api.negotiation import AcceptAnything
from qfieldcloud_server.api.requests import asker
from qfieldcloud_server.api.small_files import small_file
from qfieldcloud_server.projects.access import project_for
from qfieldcloud_server.projects.models import ProjectSeed
from qfieldcloud_server.projects.roles import Action
from qfieldcloud_server.projects.seeds import CRS, SCHEMA_ID

PROJECT = OpenApiParameter("project", OpenApiTypes.UUID, "path")


class SeedSerializer(serializers.Serializer):  # type: ignore[type-arg]
    project = serializers.UUIDField()
    name = serializers.CharField()
    crs = serializers.CharField()
    extent = serializers.ListField(child=serializers.FloatField(), allow_null=True)
    clone_from_project = serializers.UUIDField(allow_null=True)
    settings = serializers.DictField()
    xlsform_file = serializers.CharField(allow_null=True)


class ProjectSeedView(APIView):
    @extend_schema(parameters=[PROJECT], responses={200: SeedSerializer})
    def get(self, request: Request, project: str) -> Response:
        seed = _seed(request, project)
        form = absolute(request, reverse("seed-form", args=[seed.pk])) if seed.xlsform else None
        return Response(
            {
                "project": seed.project.pk,
                "name": seed.project.name,
                "crs": CRS,
                "extent": seed.extent,
                "clone_from_project": seed.clone_from_id,
                "settings": seed.settings or {"schemaId": SCHEMA_ID, "basemaps": [], "xlsform": None},
                "xlsform_file": form,
            }
        )


class SeedForm(APIView):
    content_negotiation_class = AcceptAnything

    @extend_schema(
        parameters=[PROJECT],
        responses={(200, "application/octet-stream"): OpenApiResponse(OpenApiTypes.BINARY), 304: None},
    )
    def get(self, request: Request, project: str) -> HttpResponse:
        seed = _seed(request, project)
        if not seed.xlsform:
            raise ObjectNotFound("The project was made without a form.")
        name = "xlsform" + PurePath(seed.xlsform_name).suffix
        content = bytes(seed.xlsform)
        return small_file(request._request, content, "application/octet-stream", name, attachment=True)


def _seed(request: Request, project: str) -> ProjectSeed:
    found = project_for(asker(request), project, Action.READ)
    seed = ProjectSeed.objects.select_related("project").filter(project=found).first()
    if seed is None:
        raise ObjectNotFound("The project was made without a seed.")
    return seed
