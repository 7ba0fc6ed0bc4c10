# SPDX-License-Identifier: GPL-2.0-or-later
"""deltas/: send changes of rows, and read what became of them."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.api.errors import NoQgisProject, PermissionDenied
from qfieldcloud_server.api.requests import asker
from qfieldcloud_server.deltas import reading, selectors, services
from qfieldcloud_server.deltas.models import Delta
from qfieldcloud_server.files.uploads import ReceivesFile, received_file
from qfieldcloud_server.projects.access import may, project_for
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.projects.roles import Action

ORDERING = OpenApiParameter("ordering", OpenApiTypes.STR, enum=list(selectors.ORDERINGS))
CONTENT = OpenApiParameter(
    "content",
    OpenApiTypes.BOOL,
    description="0: leave out what the deltas say; for asking what became of many.",
)
EMPTY = OpenApiResponse(description="Stored; nothing is answered.")


class DeltaSerializer(serializers.Serializer):  # type: ignore[type-arg]
    id = serializers.UUIDField()
    deltafile_id = serializers.UUIDField()
    created_by = serializers.CharField()
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()
    status = serializers.ChoiceField(selectors.WIRE_STATUSES)
    output = serializers.CharField(allow_null=True)
    last_status = serializers.ChoiceField(Delta.Status.choices)
    last_feedback = serializers.JSONField(allow_null=True)
    content = serializers.JSONField(required=False, help_text="The delta as it was sent.")


class DeltaFileSerializer(serializers.Serializer):  # type: ignore[type-arg]
    file = serializers.FileField(help_text="A delta file: JSON as QField writes it.")


class ProjectDeltas(ReceivesFile, generics.GenericAPIView):  # type: ignore[type-arg]
    serializer_class = DeltaSerializer

    def get_queryset(self) -> QuerySet[Delta]:
        project = _project(self.request, self.kwargs["project"], Action.READ_DELTAS)
        return selectors.deltas_of(project, self.request.query_params.get("ordering", ""))

    @extend_schema(parameters=[ORDERING, CONTENT], responses={200: DeltaSerializer(many=True)})
    def get(self, request: Request, project: uuid.UUID) -> Response:
        return _listed(self)

    @extend_schema(request={"multipart/form-data": DeltaFileSerializer}, responses={200: EMPTY})
    def post(self, request: Request, project: uuid.UUID) -> Response:
        found = _project(request, project, Action.SEND_DELTAS)
        sender = reading.Sender(
            asker(request),
            request.headers.get("User-Agent", ""),
            only_creates=not may(found, Action.SEND_ANY_DELTA),
        )
        with received_file(request) as incoming:
            read, record = reading.receive(found, incoming, sender)
        services.store(found, read, record, sender)
        return Response()


class DeltasOfFile(generics.GenericAPIView):  # type: ignore[type-arg]
    serializer_class = DeltaSerializer

    def get_queryset(self) -> QuerySet[Delta]:
        project = _project(self.request, self.kwargs["project"], Action.READ_DELTAS)
        ordering = self.request.query_params.get("ordering", "")
        return selectors.deltas_of_file(project, self.kwargs["deltafile"], ordering)

    @extend_schema(parameters=[ORDERING, CONTENT], responses={200: DeltaSerializer(many=True)})
    def get(self, request: Request, project: uuid.UUID, deltafile: uuid.UUID) -> Response:
        return _listed(self, deltafile)


class ApplyDeltas(APIView):
    @extend_schema(request=None, responses={200: EMPTY}, deprecated=True)
    def post(self, request: Request, project: uuid.UUID) -> Response:
        found = _project(request, project, Action.PROCESS)
        if not found.the_qgis_file_name:
            raise NoQgisProject
        with transaction.atomic():
            services.request_apply(found, asker(request))
        return Response()


def _listed(view: ProjectDeltas | DeltasOfFile, deltafile: uuid.UUID | None = None) -> Response:
    with_content = view.request.query_params.get("content") not in ("0", "false")
    deltas = view.get_queryset()
    keys = view.paginate_queryset(deltas.values_list("pk", flat=True))
    if keys is None:
        return Response(selectors.describe(selectors.told(deltas, with_content=with_content), deltafile))
    page = selectors.those(keys, with_content=with_content)
    return view.get_paginated_response(selectors.describe(page, deltafile))


def _project(request: Request, project: uuid.UUID, action: Action) -> Project:
    found = project_for(request.user, project, action)
    if found.project_type == Project.Type.TEMPLATE:
        raise PermissionDenied("A template has no deltas; clone it first.")
    return found
