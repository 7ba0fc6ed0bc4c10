# SPDX-License-Identifier: GPL-2.0-or-later
"""organizations/{org}/teams/: teams and who is in them."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.accounts import selectors, services
from qfieldcloud_server.accounts.models import TeamMember, User
from qfieldcloud_server.api.errors import InvalidRequest, ObjectNotFound, PermissionDenied
from qfieldcloud_server.api.requests import asker, sent


class TeamSerializer(serializers.Serializer):  # type: ignore[type-arg]
    team = serializers.CharField(source="short_name", help_text="Without @organization/.")
    organization = serializers.CharField(source="team_organization.username")
    members = serializers.SerializerMethodField()

    def get_members(self, team: User) -> list[str]:
        return [row.member.username for row in team.team_members.all()]


class TeamNameSerializer(serializers.Serializer):  # type: ignore[type-arg]
    team = serializers.CharField(max_length=100, help_text="Without @organization/.")


class TeamMemberSerializer(serializers.Serializer):  # type: ignore[type-arg]
    member = serializers.CharField(max_length=255, help_text="A username or e-mail address.")


class Teams(APIView):
    @extend_schema(responses={200: TeamSerializer(many=True)})
    def get(self, request: Request, organization: str) -> Response:
        teams = selectors.teams_of(selectors.organization_named(organization)).select_related(
            "team_organization"
        )
        return Response(TeamSerializer(teams.order_by("username"), many=True).data)

    @extend_schema(request=TeamNameSerializer, responses={201: TeamSerializer})
    def post(self, request: Request, organization: str) -> Response:
        found = _administered(request, organization)
        return Response(TeamSerializer(services.create_team(found, _sent_name(request))).data, status=201)


class OneTeam(APIView):
    @extend_schema(responses={200: TeamSerializer})
    def get(self, request: Request, organization: str, team: str) -> Response:
        return Response(
            TeamSerializer(selectors.team_named(selectors.organization_named(organization), team)).data
        )

    @extend_schema(request=TeamNameSerializer, responses={200: TeamSerializer})
    def put(self, request: Request, organization: str, team: str) -> Response:
        found = selectors.team_named(_administered(request, organization), team)
        return Response(TeamSerializer(services.rename_team(found, _sent_name(request))).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, organization: str, team: str) -> Response:
        selectors.team_named(_administered(request, organization), team).delete()
        return Response(status=204)


class TeamMembers(APIView):
    @extend_schema(responses={200: TeamMemberSerializer(many=True)})
    def get(self, request: Request, organization: str, team: str) -> Response:
        found = selectors.team_named(selectors.organization_named(organization), team)
        rows = TeamMember.objects.filter(team=found).select_related("member")
        return Response([{"member": row.member.username} for row in rows])

    @extend_schema(request=TeamMemberSerializer, responses={201: TeamMemberSerializer})
    def post(self, request: Request, organization: str, team: str) -> Response:
        owner = _administered(request, organization)
        found = selectors.team_named(owner, team)
        body = sent(request, TeamMemberSerializer)
        person = _person(body["member"])
        # QFieldCloud's rule, which its clients show: one team of an organization per person. The admin pages know none.
        if selectors.in_a_team_of(person, owner):
            raise InvalidRequest(f"member: {person} is in a team of {owner} already.")
        services.add_team_member(found, person)
        return Response({"member": person.username}, status=201)


class OneTeamMember(APIView):
    @extend_schema(responses={204: None})
    def delete(self, request: Request, organization: str, team: str, username: str) -> Response:
        found = selectors.team_named(_administered(request, organization), team)
        services.remove_team_member(found, username)
        return Response(status=204)


def _person(name: str) -> User:
    try:
        return selectors.person_named(name)
    except ObjectNotFound as error:
        raise InvalidRequest("member: There is no such user.") from error


def _sent_name(request: Request) -> str:
    body = sent(request, TeamNameSerializer)
    name: str = body["team"]
    return name


def _administered(request: Request, name: str) -> User:
    organization = selectors.organization_named(name)
    if not selectors.administers(asker(request), organization):
        raise PermissionDenied
    return organization
