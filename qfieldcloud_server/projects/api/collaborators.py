# SPDX-License-Identifier: GPL-2.0-or-later
"""collaborators/: who may work on a project."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import InvalidRequest, ObjectNotFound
from qfieldcloud_server.api.requests import asker, sent
from qfieldcloud_server.api.times import WireTime
from qfieldcloud_server.projects import selectors, services
from qfieldcloud_server.projects.access import project_for
from qfieldcloud_server.projects.models import ProjectCollaborator, Role
from qfieldcloud_server.projects.roles import Action


class CollaboratorSerializer(serializers.Serializer):  # type: ignore[type-arg]
    project_id = serializers.UUIDField()
    collaborator = serializers.CharField(source="collaborator.username")
    role = serializers.ChoiceField(Role.choices)
    created_by = serializers.CharField(source="created_by.username", allow_null=True, default=None)
    updated_by = serializers.CharField(source="updated_by.username", allow_null=True, default=None)
    created_at = WireTime()
    updated_at = WireTime()


class NewCollaboratorSerializer(serializers.Serializer):  # type: ignore[type-arg]
    collaborator = serializers.CharField(max_length=255, help_text="A username or @organization/team.")
    role = serializers.ChoiceField(Role.choices, required=False, default=Role.READER)


class CollaboratorChangeSerializer(serializers.Serializer):  # type: ignore[type-arg]
    role = serializers.ChoiceField(Role.choices, required=False)


class Collaborators(generics.GenericAPIView):  # type: ignore[type-arg]
    serializer_class = CollaboratorSerializer

    def get_queryset(self) -> QuerySet[ProjectCollaborator]:
        project = project_for(asker(self.request), self.kwargs["project"], Action.MANAGE)
        return selectors.collaborators(project)

    @extend_schema(responses={200: CollaboratorSerializer(many=True)})
    def get(self, request: Request, project: uuid.UUID) -> Response:
        rows = self.get_queryset()
        page = self.paginate_queryset(rows)
        data = self.get_serializer(rows if page is None else page, many=True).data
        return Response(data) if page is None else self.get_paginated_response(data)

    @extend_schema(request=NewCollaboratorSerializer, responses={201: CollaboratorSerializer})
    def post(self, request: Request, project: uuid.UUID) -> Response:
        found = project_for(asker(request), project, Action.MANAGE)
        body = sent(request, NewCollaboratorSerializer)
        row = services.add_collaborator(found, _who(body["collaborator"]), body["role"], asker(request))
        return Response(CollaboratorSerializer(row).data, status=201)


class OneCollaborator(APIView):
    @extend_schema(responses={200: CollaboratorSerializer})
    def get(self, request: Request, project: uuid.UUID, username: str) -> Response:
        return Response(CollaboratorSerializer(_row(request, project, username)).data)

    @extend_schema(request=NewCollaboratorSerializer, responses={200: CollaboratorSerializer})
    def put(self, request: Request, project: uuid.UUID, username: str) -> Response:
        row = _row(request, project, username)
        body = sent(request, NewCollaboratorSerializer)
        return Response(CollaboratorSerializer(services.change_collaborator(row, body["role"])).data)

    @extend_schema(request=CollaboratorChangeSerializer, responses={200: CollaboratorSerializer})
    def patch(self, request: Request, project: uuid.UUID, username: str) -> Response:
        row = _row(request, project, username)
        body = sent(request, CollaboratorChangeSerializer, partial=True)
        return Response(
            CollaboratorSerializer(services.change_collaborator(row, body.get("role", row.role))).data
        )

    @extend_schema(responses={204: None})
    def delete(self, request: Request, project: uuid.UUID, username: str) -> Response:
        _row(request, project, username).delete()
        return Response(status=204)


def _row(request: Request, project: uuid.UUID, username: str) -> ProjectCollaborator:
    rows = selectors.collaborators(project_for(asker(request), project, Action.MANAGE))
    found = rows.filter(collaborator__username=username).first()
    if found is None:
        raise ObjectNotFound("There is no such collaborator.")
    return found


def _who(name: str) -> User:
    found = User.objects.filter(username=name).exclude(type=User.Type.ORGANIZATION).first()
    if found is None:
        raise InvalidRequest("collaborator: There is no such user or team.")
    return found
