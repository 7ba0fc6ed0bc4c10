# SPDX-License-Identifier: GPL-2.0-or-later
"""projects/: listing, creating, reading, changing, giving away and deleting projects."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.accounts import selectors as accounts
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.requests import asker, flag, sent
from qfieldcloud_server.api.times import WireTime
from qfieldcloud_server.projects import selectors, services
from qfieldcloud_server.projects.access import parse_id, project_for
from qfieldcloud_server.projects.audiences import Audience
from qfieldcloud_server.projects.models import PUBLIC_ROLES, Project, check_project_name
from qfieldcloud_server.projects.roles import Action
from qfieldcloud_server.projects.seeds import Seed, read_seed
from qfieldcloud_server.projects.selectors import ProjectSearch


class ProjectSerializer(serializers.Serializer):  # type: ignore[type-arg]
    """A project as ``selectors.for_wire`` loads it, told to the ``user`` of the context."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    project_type = serializers.ChoiceField(Project.Type.choices)
    owner = serializers.CharField(source="owner.username")
    description = serializers.CharField(allow_blank=True)
    private = serializers.SerializerMethodField()
    is_public = serializers.BooleanField()
    created_at = WireTime()
    updated_at = WireTime()
    data_last_packaged_at = WireTime(allow_null=True)
    data_last_updated_at = WireTime(allow_null=True)
    restricted_data_last_updated_at = WireTime(allow_null=True)
    can_repackage = serializers.SerializerMethodField()
    needs_repackaging = serializers.SerializerMethodField()
    status = serializers.SerializerMethodField()
    user_role = serializers.CharField()
    user_role_origin = serializers.CharField()
    shared_datasets_project_id = serializers.UUIDField(source="shared_datasets_id", allow_null=True)
    is_shared_datasets_project = serializers.BooleanField(source="is_shared_datasets")
    public_collaborator_role = serializers.ChoiceField(PUBLIC_ROLES)
    is_featured = serializers.BooleanField()
    is_attachment_download_on_demand = serializers.BooleanField()
    has_restricted_projectfiles = serializers.BooleanField()
    overwrite_conflicts = serializers.BooleanField()
    file_storage_bytes = serializers.IntegerField()
    the_qgis_file_name = serializers.CharField(allow_null=True)

    def get_private(self, project: Project) -> bool:
        return not project.is_public

    def get_can_repackage(self, project: Project) -> bool:
        return project.project_type != Project.Type.TEMPLATE

    def get_needs_repackaging(self, project: Project) -> bool:
        return selectors.needs_repackaging(project, self._audience)

    @cached_property
    def _audience(self) -> Audience:
        return Audience(self.context["user"])

    def get_status(self, project: Project) -> str:
        return selectors.status(project)


class ProjectChangeSerializer(serializers.Serializer):  # type: ignore[type-arg]
    name = serializers.CharField(max_length=255, validators=[check_project_name])
    owner = serializers.CharField(max_length=255, help_text="A username or the name of an organization.")
    description = serializers.CharField(required=False, allow_blank=True, max_length=100_000)
    is_public = serializers.BooleanField(required=False)
    private = serializers.BooleanField(
        required=False, allow_null=True, help_text="The opposite of is_public."
    )
    public_collaborator_role = serializers.ChoiceField(
        PUBLIC_ROLES, required=False, help_text="The role of everyone while the project is public."
    )
    project_type = serializers.ChoiceField(Project.Type.choices, required=False)
    is_featured = serializers.BooleanField(required=False)
    is_attachment_download_on_demand = serializers.BooleanField(required=False)
    has_restricted_projectfiles = serializers.BooleanField(required=False)
    overwrite_conflicts = serializers.BooleanField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        private = attrs.pop("private", None)
        if private is not None:
            attrs["is_public"] = not private
        return attrs


class _JsonOrText(serializers.JSONField):
    """An object; in a form: its JSON text."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, str):
            try:
                return json.loads(data)
            except ValueError as error:
                raise serializers.ValidationError("This is not JSON.") from error
        return super().to_internal_value(data)


class NewProjectSerializer(ProjectChangeSerializer):
    owner = serializers.CharField(max_length=255, required=False, help_text="Without it: oneself.")
    clone_from_project = serializers.CharField(
        required=False, allow_null=True, allow_blank=True, max_length=50
    )
    seed = _JsonOrText(required=False, allow_null=True)
    xlsform_file = serializers.FileField(required=False, allow_null=True)


LIST_PARAMETERS = [
    OpenApiParameter("owner", str, description="Name of the owner, in any case."),
    OpenApiParameter("name", str, description="Name of the project, in any case."),
    OpenApiParameter("search", str, description="Words, each part of the name or the owner's name."),
    OpenApiParameter(
        "ordering", str, description="name, owner, created_at, several with commas, - for descending."
    ),
]
INCLUDE_PUBLIC = [
    OpenApiParameter("include_public", bool, description="1: also public projects of others."),
    OpenApiParameter("include-public", bool, deprecated=True),
]


class _List(generics.GenericAPIView):  # type: ignore[type-arg]
    serializer_class = ProjectSerializer

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "user": self.request.user}

    def list(self, **more: bool) -> Response:
        query = self.request.query_params
        search = ProjectSearch(
            owner=query.get("owner", "").strip(),
            name=query.get("name", "").strip(),
            text=query.get("search", ""),
            ordering=query.get("ordering", ""),
            **more,
        )
        projects = selectors.search_projects(asker(self.request), search)
        page = self.paginate_queryset(projects)
        data = self.get_serializer(projects if page is None else page, many=True).data
        return Response(data) if page is None else self.get_paginated_response(data)


class Projects(_List):
    @extend_schema(parameters=LIST_PARAMETERS + INCLUDE_PUBLIC, responses={200: ProjectSerializer(many=True)})
    def get(self, request: Request) -> Response:
        newer, older = flag(request, "include_public"), flag(request, "include-public")
        return self.list(include_public=newer or older)

    @extend_schema(request=NewProjectSerializer, responses={201: ProjectSerializer})
    def post(self, request: Request) -> Response:
        fields = sent(request, NewProjectSerializer)
        owner_name = fields.pop("owner", "")
        owner = accounts.owner_named(owner_name) if owner_name else asker(request)
        project = services.create_project(asker(request), owner, _seed(request, fields), **fields)
        return Response(answer(asker(request), project), status=201)


def _seed(request: Request, fields: dict[str, Any]) -> Seed | None:
    source, form = fields.pop("clone_from_project", None), fields.pop("xlsform_file", None)
    clone_from = project_for(asker(request), parse_id(source), Action.READ) if source else None
    return read_seed(fields.pop("seed", None), clone_from, form)


class PublicProjects(_List):
    @extend_schema(parameters=LIST_PARAMETERS, responses={200: ProjectSerializer(many=True)})
    def get(self, request: Request) -> Response:
        return self.list(only_public=True)


class OneProject(APIView):
    @extend_schema(
        parameters=[OpenApiParameter("project", OpenApiTypes.UUID, "path")],
        responses={200: ProjectSerializer},
    )
    def get(self, request: Request, project: str) -> Response:
        found = project_for(
            asker(request), project, Action.READ, selectors.for_wire(Project.objects.all(), asker(request))
        )
        return Response(ProjectSerializer(found, context={"user": asker(request)}).data)

    @extend_schema(request=ProjectChangeSerializer, responses={200: ProjectSerializer})
    def put(self, request: Request, project: str) -> Response:
        return self._change(request, project, partial=False)

    @extend_schema(request=ProjectChangeSerializer, responses={200: ProjectSerializer})
    def patch(self, request: Request, project: str) -> Response:
        return self._change(request, project, partial=True)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, project: str) -> Response:
        services.delete_project(project_for(asker(request), project, Action.MANAGE))
        return Response(status=204)

    def _change(self, request: Request, project: str, *, partial: bool) -> Response:
        found = project_for(asker(request), project, Action.MANAGE)
        fields = sent(request, ProjectChangeSerializer, partial=partial)
        if "owner" in fields:
            fields["owner"] = accounts.owner_named(fields["owner"])
        services.update_project(found, **fields)
        return Response(answer(asker(request), found))


def answer(user: User, project: Project) -> dict[str, Any]:
    """The project as it is now; whoever just gave it away sees it this last time, without a role."""
    fresh = selectors.for_wire(Project.objects.all(), user).get(pk=project.pk)
    data: dict[str, Any] = ProjectSerializer(fresh, context={"user": user}).data
    return data
