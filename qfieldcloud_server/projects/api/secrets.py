# SPDX-License-Identifier: GPL-2.0-or-later
"""secrets/: environment variables and pg_service entries for a project's jobs. Values go in and never come out."""

from __future__ import annotations

import uuid

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.accounts import selectors as accounts
from qfieldcloud_server.api.errors import ObjectNotFound
from qfieldcloud_server.api.requests import asker, sent
from qfieldcloud_server.api.times import WireTime
from qfieldcloud_server.projects import services
from qfieldcloud_server.projects.access import project_for
from qfieldcloud_server.projects.models import Secret
from qfieldcloud_server.projects.roles import Action


class SecretSerializer(serializers.Serializer):  # type: ignore[type-arg]
    name = serializers.CharField()
    type = serializers.ChoiceField(Secret.Type.choices)
    assigned_to = serializers.CharField(source="assigned_to.username", allow_null=True, default=None)
    created_by = serializers.CharField(source="created_by.username", allow_null=True, default=None)
    created_at = WireTime()
    updated_at = WireTime()


class SecretValueSerializer(serializers.Serializer):  # type: ignore[type-arg]
    value = serializers.CharField(write_only=True, trim_whitespace=False, max_length=100_000)


class NewSecretSerializer(SecretValueSerializer):
    name = serializers.CharField(max_length=255, help_text="Capital letters, digits and _.")
    type = serializers.ChoiceField(Secret.Type.choices)
    assigned_to = serializers.CharField(
        required=False, max_length=255, help_text="Only for jobs of this person."
    )


class Secrets(APIView):
    @extend_schema(responses={200: SecretSerializer(many=True)})
    def get(self, request: Request, project: uuid.UUID) -> Response:
        return Response(SecretSerializer(_secrets(request, project), many=True).data)

    @extend_schema(request=NewSecretSerializer, responses={201: SecretSerializer})
    def post(self, request: Request, project: uuid.UUID) -> Response:
        found = project_for(asker(request), project, Action.SECRETS)
        body = sent(request, NewSecretSerializer)
        who = accounts.person_named(body["assigned_to"]) if body.get("assigned_to") else None
        secret = Secret(
            name=body["name"], type=body["type"], project=found, assigned_to=who, created_by=asker(request)
        )
        return Response(SecretSerializer(services.set_secret(secret, body["value"])).data, status=201)


class OneSecret(APIView):
    @extend_schema(request=SecretValueSerializer, responses={200: SecretSerializer})
    def patch(self, request: Request, project: uuid.UUID, name: str) -> Response:
        secret = _secret(request, project, name)
        body = sent(request, SecretValueSerializer)
        return Response(SecretSerializer(services.set_secret(secret, body["value"])).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, project: uuid.UUID, name: str) -> Response:
        _secret(request, project, name).delete()
        return Response(status=204)


def _secrets(request: Request, project: uuid.UUID) -> QuerySet[Secret]:
    found = project_for(asker(request), project, Action.SECRETS)
    return Secret.objects.filter(project=found).select_related("assigned_to", "created_by")


def _secret(request: Request, project: uuid.UUID, name: str) -> Secret:
    """Of one name: everybody's, or with ?assigned_to= that person's."""
    person = request.query_params.get("assigned_to") or None
    wanted = {"assigned_to__username": person} if person else {"assigned_to": None}
    secret = _secrets(request, project).filter(name=name, **wanted).first()
    if secret is None:
        raise ObjectNotFound("There is no such secret.")
    return secret
