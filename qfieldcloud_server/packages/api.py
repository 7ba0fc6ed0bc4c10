# SPDX-License-Identifier: GPL-2.0-or-later
"""packages/: what devices download."""

from __future__ import annotations

import uuid

from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.api.errors import PermissionDenied
from qfieldcloud_server.api.negotiation import AcceptAnything
from qfieldcloud_server.api.requests import asker
from qfieldcloud_server.files.api import DOWNLOADS, RANGE, BlobSerializer, UploadSerializer
from qfieldcloud_server.files.downloads import send
from qfieldcloud_server.packages import selectors, services
from qfieldcloud_server.projects.access import project_for
from qfieldcloud_server.projects.roles import Action


class PackageSerializer(serializers.Serializer):  # type: ignore[type-arg]
    files = BlobSerializer(many=True, help_text="The package's own files and the project's attachments.")
    layers = serializers.DictField(help_text="What is known of each layer, by its id.")
    status = serializers.ChoiceField(["finished"])
    package_id = serializers.UUIDField()
    packaged_at = serializers.DateTimeField()
    data_last_updated_at = serializers.DateTimeField(
        allow_null=True, help_text="When the data in it were changed last."
    )


class LatestPackage(APIView):
    @extend_schema(responses={200: PackageSerializer})
    def get(self, request: Request, project: uuid.UUID) -> Response:
        found = project_for(request.user, project, Action.READ)
        package = selectors.latest_package(found, asker(request))
        services.note_download(package, selectors.client_id(asker(request), request.auth))
        return Response(selectors.describe_package(found, package))


class PackagedFile(APIView):
    content_negotiation_class = AcceptAnything

    @extend_schema(parameters=[RANGE], responses=DOWNLOADS)
    def get(self, request: Request, project: uuid.UUID, name: str) -> HttpResponseBase:
        found = project_for(request.user, project, Action.READ)
        client = selectors.client_id(asker(request), request.auth)
        package = selectors.package_under_way(found, asker(request), client)
        blob, modified = selectors.find_in_package(found, package, name)
        return send(request, blob, name, modified)


class WorkerUpload(APIView):
    """Where QFieldCloud's own workers put packages; here jobs need no such address."""

    @extend_schema(request={"multipart/form-data": UploadSerializer}, responses={201: None})
    def post(self, request: Request, project: uuid.UUID, job: uuid.UUID, name: str) -> Response:
        project_for(request.user, project, Action.READ)
        raise PermissionDenied("Only the server itself makes packages.")
