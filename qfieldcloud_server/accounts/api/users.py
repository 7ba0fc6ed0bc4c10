# SPDX-License-Identifier: GPL-2.0-or-later
"""users/: searching, reading and changing people and organizations."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, PolymorphicProxySerializer, extend_schema
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.accounts import avatars, selectors, services
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.accounts.selectors import UserSearch
from qfieldcloud_server.api.addresses import absolute
from qfieldcloud_server.api.errors import InvalidRequest, ObjectNotFound, PermissionDenied, ValidationError
from qfieldcloud_server.api.requests import asker, flag, sent


def avatar_url(user: User, request: Request | None) -> str | None:
    """A public address that ends like a picture: QField loads it without a token and looks at its end."""
    if not user.avatar_type:
        return None
    filename = f"avatar.{user.avatar_type}"
    return absolute(request, reverse("named-avatar", args=[avatars.public_id(user), filename]))


class _WithAvatar(serializers.Serializer):  # type: ignore[type-arg]
    avatar_url = serializers.SerializerMethodField()

    def get_avatar_url(self, user: User) -> str | None:
        return avatar_url(user, self.context.get("request"))


class UserSerializer(_WithAvatar):
    """What one is told of oneself."""

    username = serializers.CharField()
    type = serializers.IntegerField()
    full_name = serializers.CharField(allow_blank=True)
    email = serializers.CharField(allow_blank=True)
    avatar_url = serializers.SerializerMethodField()
    first_name = serializers.CharField(allow_blank=True)
    last_name = serializers.CharField(allow_blank=True)


class PublicUserSerializer(_WithAvatar):
    """What everyone is told of anyone."""

    username = serializers.CharField()
    type = serializers.IntegerField()
    full_name = serializers.CharField(allow_blank=True)
    avatar_url = serializers.SerializerMethodField()
    username_display = serializers.CharField(source="short_name")


class OrganizationSerializer(_WithAvatar):
    """What its people are told of an organization; ``members`` are those who want to be seen."""

    username = serializers.CharField()
    type = serializers.IntegerField()
    email = serializers.CharField(allow_blank=True)
    avatar_url = serializers.SerializerMethodField()
    members = serializers.SerializerMethodField()
    organization_owner = serializers.CharField(source="organization_owner.username")
    membership_role = serializers.CharField()
    membership_role_origin = serializers.CharField()
    membership_is_public = serializers.BooleanField()
    teams = serializers.SerializerMethodField()
    full_name = serializers.CharField(allow_blank=True)
    first_name = serializers.CharField(allow_blank=True)
    last_name = serializers.CharField(allow_blank=True)

    def get_members(self, organization: User) -> list[str]:
        return [m.member.username for m in organization.members.all() if m.is_public]

    def get_teams(self, organization: User) -> list[str]:
        return [team.short_name for team in organization.teams.all()]


class NewUserSerializer(serializers.Serializer):  # type: ignore[type-arg]
    username = serializers.CharField(max_length=150)
    password = serializers.CharField(trim_whitespace=False, max_length=1000)
    email = serializers.EmailField(required=False, allow_blank=True, default="")
    first_name = serializers.CharField(required=False, allow_blank=True, max_length=150)
    last_name = serializers.CharField(required=False, allow_blank=True, max_length=150)


class UserChangeSerializer(serializers.Serializer):  # type: ignore[type-arg]
    username = serializers.CharField(max_length=150)
    email = serializers.EmailField(required=False, allow_blank=True)
    first_name = serializers.CharField(required=False, allow_blank=True, max_length=150)
    last_name = serializers.CharField(required=False, allow_blank=True, max_length=150)


_FLAG = {"type": "integer", "enum": [0, 1]}
SEARCH_PARAMETERS = [
    OpenApiParameter("q", str, description="Part of the name."),
    OpenApiParameter(
        "project", {"type": "string", "format": "uuid"}, description="Leave out who is in this project."
    ),
    OpenApiParameter("organization", str, description="Leave out who belongs to this organization."),
    OpenApiParameter("exclude_organizations", _FLAG),
    OpenApiParameter("exclude_teams", _FLAG),
    OpenApiParameter("exclude_members_of_team", int, description="Number of a team."),
    OpenApiParameter("invert", _FLAG, description="1: only who is in the project or organization."),
]


class Users(generics.GenericAPIView):  # type: ignore[type-arg]
    serializer_class = PublicUserSerializer

    def get_queryset(self) -> QuerySet[User]:
        return selectors.search_users(_search(self.request))

    @extend_schema(parameters=SEARCH_PARAMETERS, responses={200: PublicUserSerializer(many=True)})
    def get(self, request: Request) -> Response:
        page = self.paginate_queryset(self.get_queryset())
        data = self.get_serializer(self.get_queryset() if page is None else page, many=True).data
        return Response(data) if page is None else self.get_paginated_response(data)

    @extend_schema(request=NewUserSerializer, responses={201: PublicUserSerializer})
    def post(self, request: Request) -> Response:
        if not asker(request).is_staff:
            raise PermissionDenied("Only staff may create users.")
        body = sent(request, NewUserSerializer)
        return Response(self.get_serializer(services.create_person(**body)).data, status=201)


def _search(request: Request) -> UserSearch:
    query = request.query_params
    project, organization = query.get("project", ""), query.get("organization", "")
    return UserSearch(
        text=query.get("q", "").strip(),
        project_id=_uuid(project) if project else None,
        organization=selectors.organization_named(organization) if organization else None,
        without_organizations=flag(request, "exclude_organizations"),
        without_teams=flag(request, "exclude_teams"),
        without_team=_number(query.get("exclude_members_of_team", "")),
        invert=flag(request, "invert"),
    )


def _uuid(value: str) -> uuid.UUID:
    try:
        return uuid.UUID(value)
    except ValueError:
        raise ValidationError("project: This is not a UUID.") from None


def _number(value: str) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 16):
        raise InvalidRequest("exclude_members_of_team: This is not a number.")
    return int(value)


class OneUser(APIView):
    """GET, PUT and PATCH users/{username}/."""

    @extend_schema(
        responses={
            200: PolymorphicProxySerializer(
                component_name="AnyUser",
                serializers=[UserSerializer, PublicUserSerializer, OrganizationSerializer],
                resource_type_field_name=None,
            )
        }
    )
    def get(self, request: Request, username: str) -> Response:
        if username == asker(request).username:
            return Response(UserSerializer(asker(request), context={"request": request}).data)
        user = selectors.owner_named(username)
        if user.is_organization:
            return Response(_organization(request, username))
        return Response(PublicUserSerializer(user, context={"request": request}).data)

    @extend_schema(request=UserChangeSerializer, responses={200: UserSerializer})
    def put(self, request: Request, username: str) -> Response:
        return self._change(request, username, partial=False)

    @extend_schema(request=UserChangeSerializer, responses={200: UserSerializer})
    def patch(self, request: Request, username: str) -> Response:
        return self._change(request, username, partial=True)

    def _change(self, request: Request, username: str, *, partial: bool) -> Response:
        user = selectors.owner_named(username)
        if user.pk != asker(request).pk and not (
            user.is_organization and selectors.administers(asker(request), user)
        ):
            raise PermissionDenied
        body = sent(request, UserChangeSerializer, partial=partial)
        user = services.update_user(user, **body)
        if user.is_organization:
            return Response(_organization(request, user.username))
        return Response(UserSerializer(user, context={"request": request}).data)


def _organization(request: Request, username: str) -> Any:
    found = selectors.organizations_of(asker(request)).filter(username=username)
    organization = found.prefetch_related("members__member", "teams").first()
    if organization is None:
        raise ObjectNotFound
    return OrganizationSerializer(organization, context={"request": request}).data


class OrganizationsOfUser(APIView):
    """GET users/{username}/organizations/, for oneself only."""

    @extend_schema(responses={200: OrganizationSerializer(many=True)})
    def get(self, request: Request, username: str) -> Response:
        if username != asker(request).username:
            raise PermissionDenied
        organizations = selectors.organizations_of(asker(request)).prefetch_related(
            "members__member", "teams"
        )
        return Response(OrganizationSerializer(organizations, many=True, context={"request": request}).data)
