# SPDX-License-Identifier: GPL-2.0-or-later
"""Thumbnails of projects."""

from __future__ import annotations

import uuid

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.api.errors import InvalidRequest, ObjectNotFound
from qfieldcloud_server.api.negotiation import AcceptAnything
from qfieldcloud_server.api.pictures import MAX_BYTES
from qfieldcloud_server.api.requests import asker
from qfieldcloud_server.api.small_files import small_file
from qfieldcloud_server.projects import services
from qfieldcloud_server.projects.access import project_for
from qfieldcloud_server.projects.models import Thumbnail
from qfieldcloud_server.projects.roles import Action


class ThumbnailSerializer(serializers.Serializer):  # type: ignore[type-arg]
    thumbnail = serializers.FileField()


class ThumbnailUpload(APIView):
    parser_classes = [MultiPartParser]

    @extend_schema(
        parameters=[OpenApiParameter("project", OpenApiTypes.UUID, "path")],
        request={"multipart/form-data": ThumbnailSerializer},
        responses={204: None},
    )
    def post(self, request: Request, project: str) -> Response:
        found = project_for(asker(request), project, Action.UPLOAD)
        picture = request.FILES.get("thumbnail")
        if not isinstance(picture, UploadedFile):
            raise InvalidRequest("thumbnail: This part is missing.")
        services.set_thumbnail(found, picture.read(MAX_BYTES + 1))
        return Response(status=204)


class ThumbnailPicture(APIView):
    content_negotiation_class = AcceptAnything

    @extend_schema(responses={(200, "image/png"): OpenApiResponse(OpenApiTypes.BINARY), 304: None})
    def get(self, request: Request, project: uuid.UUID) -> HttpResponse:
        found = project_for(asker(request), project, Action.READ)
        thumbnail = Thumbnail.objects.filter(project=found).first()
        if thumbnail is None:
            raise ObjectNotFound("The project has no thumbnail.")
        return small_file(request._request, bytes(thumbnail.content), "image/png", "thumbnail.png")
