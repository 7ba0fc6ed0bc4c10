# SPDX-License-Identifier: GPL-2.0-or-later
"""files/: list, look at, send, fetch and delete; changes/: what changed in the rows."""

from __future__ import annotations

import uuid
from urllib.parse import quote

from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.api.authentication import client_type_of
from qfieldcloud_server.api.errors import RestrictedProjectModification
from qfieldcloud_server.api.negotiation import AcceptAnything
from qfieldcloud_server.api.requests import asker
from qfieldcloud_server.files import history, services
from qfieldcloud_server.files.downloads import send
from qfieldcloud_server.files.models import File
from qfieldcloud_server.files.names import check_file_name
from qfieldcloud_server.files.qgis_files import check_qgis_file, is_qgis_file, is_restricted
from qfieldcloud_server.files.selectors import (
    describe_files,
    files_of,
    find_file,
    find_version,
    parse_version_id,
)
from qfieldcloud_server.files.services import Author, Precondition
from qfieldcloud_server.files.uploads import ReceivesFile, received_file
from qfieldcloud_server.projects.access import may, project_for
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.projects.roles import Action

CHANGESET_TYPE = "application/vnd.qfieldcloud.changeset"


class BlobSerializer(serializers.Serializer):  # type: ignore[type-arg]
    """What files of a project and files of a package have in common."""

    name = serializers.CharField()
    size = serializers.IntegerField()
    uploaded_at = serializers.DateTimeField(help_text="When the first version was made.")
    is_attachment = serializers.BooleanField()
    md5sum = serializers.CharField(
        help_text="The MD5 up to 8 MiB, above that the ETag S3 would give (8 MiB parts)."
    )
    last_modified = serializers.CharField(help_text="31.12.2026 23:59:59 UTC")
    sha256 = serializers.CharField()


class VersionSerializer(serializers.Serializer):  # type: ignore[type-arg]
    version_id = serializers.UUIDField()
    md5sum = serializers.CharField()
    size = serializers.IntegerField()
    uploaded_at = serializers.DateTimeField()
    display = serializers.CharField()
    is_latest = serializers.BooleanField()
    last_modified = serializers.CharField()
    sha256 = serializers.CharField()


class FileSerializer(BlobSerializer):
    versions = VersionSerializer(many=True, help_text="Newest first.")


class UploadSerializer(serializers.Serializer):  # type: ignore[type-arg]
    file = serializers.FileField(help_text="The bytes; the name of the part is ignored.")


BYTES = OpenApiResponse(OpenApiTypes.BINARY, description="The bytes.")
DOWNLOADS = {
    (200, "application/octet-stream"): OpenApiTypes.BINARY,
    (206, "application/octet-stream"): OpenApiTypes.BINARY,
    304: OpenApiResponse(description="The client has this file already."),
    412: OpenApiResponse(description="The file is not the one that If-Match names."),
    416: OpenApiResponse(description="The file has no such range of bytes."),
}
VERSION = OpenApiParameter("version", OpenApiTypes.UUID, description="A version other than the latest.")
RANGE = OpenApiParameter(
    "Range", OpenApiTypes.STR, "header", description="One range: `bytes=0-99`, `bytes=100-`."
)


class ProjectFiles(generics.GenericAPIView):  # type: ignore[type-arg]
    serializer_class = FileSerializer

    def get_queryset(self) -> QuerySet[File]:
        self.project = project_for(self.request.user, self.kwargs["project"], Action.READ)
        return files_of(self.project)

    @extend_schema(responses={200: FileSerializer(many=True)})
    def get(self, request: Request, project: uuid.UUID) -> Response:
        files = self.get_queryset()
        page = self.paginate_queryset(files)
        data = describe_files(self.project, files if page is None else page)
        return Response(data) if page is None else self.get_paginated_response(data)


class FileMetadata(APIView):
    @extend_schema(responses={200: FileSerializer})
    def get(self, request: Request, project: uuid.UUID, name: str) -> Response:
        found = project_for(request.user, project, Action.READ)
        return Response(describe_files(found, [find_file(found, name)])[0])


class ProjectFile(ReceivesFile, APIView):
    content_negotiation_class = AcceptAnything

    @extend_schema(parameters=[VERSION, RANGE], responses=DOWNLOADS)
    def get(self, request: Request, project: uuid.UUID, name: str) -> HttpResponseBase:
        found = project_for(request.user, project, Action.READ)
        file = find_file(found, name)
        wanted = request.query_params.get("version")
        version = find_version(file, wanted) if wanted else file.latest
        if version is None:
            version = find_version(file, str(file.latest_id))
        return send(request, version.blob, name, version.created_at)

    @extend_schema(
        request={"multipart/form-data": UploadSerializer},
        parameters=[
            OpenApiParameter(
                "If-Match", OpenApiTypes.STR, "header", description="Store only over this `md5sum`."
            ),
            OpenApiParameter(
                "If-None-Match", OpenApiTypes.STR, "header", description="`*`: store only a new file."
            ),
        ],
        responses={
            201: OpenApiTypes.OBJECT,
            412: OpenApiResponse(
                description="The file is not the one that may be replaced; nothing was stored."
            ),
        },
    )
    def post(self, request: Request, project: uuid.UUID, name: str) -> Response:
        found = project_for(request.user, project, Action.UPLOAD)
        check_file_name(name)
        check_may_change(found, name)
        author = Author(asker(request), client_type_of(request))
        services.check_quota(found, max(0, _announced_size(request)), author)
        only_over = _precondition(request)
        services.check_match(found, name, only_over)
        with received_file(request) as incoming:
            services.check_quota(found, incoming.size, author)
            if is_qgis_file(name):
                with incoming.peek() as path:
                    check_qgis_file(path, name)
            services.upload(found, name, incoming.keep(), author, only_over)
        place = reverse("file", kwargs={"project": project, "name": "x"}).removesuffix("x/")
        return Response({}, status=201, headers={"Location": f"{place}{quote(name)}/"})

    @extend_schema(
        parameters=[
            VERSION,
            OpenApiParameter(
                "x-file-version", OpenApiTypes.UUID, "header", description="The same as `version`."
            ),
            OpenApiParameter(
                "If-Match",
                OpenApiTypes.STR,
                "header",
                description="Delete the file, or one version of it, only while this is the file's `md5sum`.",
            ),
            OpenApiParameter(
                "If-None-Match",
                OpenApiTypes.STR,
                "header",
                description="Delete only while this is not the file's `md5sum`: an old version, not the latest.",
            ),
        ],
        responses={
            204: None,
            412: OpenApiResponse(
                description="The file is not the one that these headers allow; nothing was deleted."
            ),
        },
    )
    def delete(self, request: Request, project: uuid.UUID, name: str) -> Response:
        found = project_for(request.user, project, Action.DELETE_FILES)
        check_may_change(found, name)
        version = request.query_params.get("version") or request.headers.get("x-file-version")
        if version:
            services.delete_version(found, name, version, asker(request), _precondition(request))
        else:
            services.delete_file(found, name, asker(request), _precondition(request))
        return Response(status=204)


class Changes(APIView):
    """What changed in the rows of a GeoPackage between two of its versions (an extension of this server)."""

    content_negotiation_class = AcceptAnything

    @extend_schema(
        parameters=[
            OpenApiParameter(
                "from", OpenApiTypes.UUID, required=True, description="The version the client has."
            ),
            OpenApiParameter(
                "to", OpenApiTypes.UUID, description="The version it wants; the latest by default."
            ),
        ],
        responses={(200, CHANGESET_TYPE): OpenApiTypes.BINARY},
    )
    def get(self, request: Request, project: uuid.UUID, name: str) -> HttpResponse:
        found = project_for(request.user, project, Action.READ)
        file = find_file(found, name)
        start = parse_version_id(request.query_params.get("from", ""))
        end = parse_version_id(request.query_params.get("to") or str(file.latest_id))
        changeset = history.changes(file, start, end)
        headers = {"X-Change-Count": str(len(changeset)), "Cache-Control": "private, no-cache"}
        return HttpResponse(changeset.to_bytes(), content_type=CHANGESET_TYPE, headers=headers)


def check_may_change(project: Project, name: str) -> None:
    """Raise RestrictedProjectModification where only managers may touch the file."""
    if not project.has_restricted_projectfiles or may(project, Action.CHANGE_RESTRICTED):
        return
    if is_restricted(name, project.the_qgis_file_name):
        raise RestrictedProjectModification


def _precondition(request: Request) -> Precondition:
    return Precondition(request.headers.get("If-Match", ""), request.headers.get("If-None-Match", ""))


def _announced_size(request: Request) -> int:
    """What the file will have at least: the body without the little that wraps it."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0) - 64 * 1024
    except ValueError:
        return 0
