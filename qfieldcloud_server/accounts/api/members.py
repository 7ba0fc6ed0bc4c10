# SPDX-License-Identifier: GPL-2.0-or-later
"""members/: who belongs to an organization."""

from __future__ import annotations

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.accounts import selectors, services
from qfieldcloud_server.accounts.models import OrganizationMember, User
from qfieldcloud_server.api.errors import ObjectNotFound, PermissionDenied
from qfieldcloud_server.api.requests import asker, sent


class MemberSerializer(serializers.Serializer):  # type: ignore[type-arg]
    organization = serializers.CharField(source="organization.username")
    member = serializers.CharField(source="member.username")
    role = serializers.ChoiceField(OrganizationMember.Role.choices)
    is_public = serializers.BooleanField()


class MemberChangeSerializer(serializers.Serializer):  # type: ignore[type-arg]
    role = serializers.ChoiceField(OrganizationMember.Role.choices, required=False)
    is_public = serializers.BooleanField(required=False)


class NewMemberSerializer(MemberChangeSerializer):
    member = serializers.CharField(max_length=255, help_text="A username.")
    role = serializers.ChoiceField(OrganizationMember.Role.choices, required=False, default="member")
    is_public = serializers.BooleanField(required=False, default=False)


class Members(generics.GenericAPIView):  # type: ignore[type-arg]
    serializer_class = MemberSerializer

    def get_queryset(self) -> QuerySet[OrganizationMember]:
        organization = selectors.organization_named(self.kwargs["organization"])
        return _members(organization).order_by("member__username")

    @extend_schema(responses={200: MemberSerializer(many=True)})
    def get(self, request: Request, organization: str) -> Response:
        members = self.get_queryset()
        page = self.paginate_queryset(members)
        data = self.get_serializer(members if page is None else page, many=True).data
        return Response(data) if page is None else self.get_paginated_response(data)

    @extend_schema(request=NewMemberSerializer, responses={201: MemberSerializer})
    def post(self, request: Request, organization: str) -> Response:
        found = _administered(request, organization)
        body = sent(request, NewMemberSerializer)
        person = selectors.person_named(body["member"])
        member = services.add_member(found, person, body["role"], body["is_public"])
        return Response(MemberSerializer(member).data, status=201)


class OneMember(APIView):
    @extend_schema(responses={200: MemberSerializer})
    def get(self, request: Request, organization: str, username: str) -> Response:
        return Response(MemberSerializer(_member(selectors.organization_named(organization), username)).data)

    @extend_schema(request=MemberChangeSerializer, responses={200: MemberSerializer})
    def put(self, request: Request, organization: str, username: str) -> Response:
        return self.patch(request, organization, username)

    @extend_schema(request=MemberChangeSerializer, responses={200: MemberSerializer})
    def patch(self, request: Request, organization: str, username: str) -> Response:
        member = _member(_administered(request, organization), username)
        body = sent(request, MemberChangeSerializer, partial=True)
        return Response(MemberSerializer(services.update_member(member, **body)).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, organization: str, username: str) -> Response:
        services.remove_member(_member(_administered(request, organization), username))
        return Response(status=204)


def _members(organization: User) -> QuerySet[OrganizationMember]:
    return OrganizationMember.objects.filter(organization=organization).select_related(
        "organization", "member"
    )


def _member(organization: User, username: str) -> OrganizationMember:
    found = _members(organization).filter(member__username=username).first()
    if found is None:
        raise ObjectNotFound("There is no such member.")
    return found


def _administered(request: Request, name: str) -> User:
    organization = selectors.organization_named(name)
    if not selectors.administers(asker(request), organization):
        raise PermissionDenied
    return organization
