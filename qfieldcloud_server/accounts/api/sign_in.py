# SPDX-License-Identifier: GPL-2.0-or-later
"""auth/: signing in and out, and who one is."""

from __future__ import annotations

from typing import Any

from django.contrib import auth
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.accounts import sign_in, tokens
from qfieldcloud_server.accounts.api.users import UserSerializer, avatar_url
from qfieldcloud_server.accounts.models import AuthToken, User
from qfieldcloud_server.api.authentication import person_by_id_token
from qfieldcloud_server.api.errors import AuthenticationFailed
from qfieldcloud_server.api.providers import ProviderSerializer, providers
from qfieldcloud_server.api.requests import sent
from qfieldcloud_server.api.times import WireTime


class CredentialsSerializer(serializers.Serializer):  # type: ignore[type-arg]
    username = serializers.CharField(
        required=False, allow_blank=True, max_length=255, help_text="A name or e-mail address."
    )
    email = serializers.EmailField(required=False, allow_blank=True)
    password = serializers.CharField(trim_whitespace=False, max_length=1000, style={"input_type": "password"})


class LoginSerializer(serializers.Serializer):  # type: ignore[type-arg]
    """A fresh sign-in. ``type`` is a text here and a number elsewhere, as in QFieldCloud."""

    token = serializers.CharField()
    expires_at = WireTime()
    username = serializers.CharField()
    type = serializers.CharField()
    email = serializers.CharField(allow_blank=True)
    avatar_url = serializers.CharField(allow_null=True)
    first_name = serializers.CharField(allow_blank=True)
    last_name = serializers.CharField(allow_blank=True)
    full_name = serializers.CharField(allow_blank=True)


class DetailSerializer(serializers.Serializer):  # type: ignore[type-arg]
    detail = serializers.CharField()


class Login(APIView):
    """POST auth/login/ and, for QField, auth/token/."""

    permission_classes = [AllowAny]

    @extend_schema(request=CredentialsSerializer, responses={200: LoginSerializer})
    def post(self, request: Request) -> Response:
        body = sent(request, CredentialsSerializer)
        name = body.get("username") or body.get("email")
        if not name:
            raise AuthenticationFailed
        person = sign_in.check(name, body["password"], request.META.get("REMOTE_ADDR", ""))
        return Response(_signed_in(person, request))


class SsoTokenSerializer(serializers.Serializer):  # type: ignore[type-arg]
    nonce = serializers.CharField(
        required=False, allow_blank=True, max_length=500, help_text="The one that was sent to the provider."
    )


class SsoToken(APIView):
    """An ID token of a provider for a sign-in of this server (extension ``sso_token``)."""

    authentication_classes = []
    permission_classes = [AllowAny]

    @extend_schema(
        request=SsoTokenSerializer,
        responses={200: LoginSerializer},
        parameters=[
            OpenApiParameter("X-QFC-IDP-ID", str, OpenApiParameter.HEADER, description="The provider's id."),
            OpenApiParameter("X-QFC-ID-Token", str, OpenApiParameter.HEADER, description="Its ID token."),
        ],
    )
    def post(self, request: Request) -> Response:
        nonce = sent(request, SsoTokenSerializer).get("nonce", "")
        return Response(_signed_in(person_by_id_token(request, nonce), request))


def _signed_in(person: User, request: Request) -> dict[str, Any]:
    user_agent = request.META.get("HTTP_USER_AGENT", "")
    token, record = tokens.make(person, tokens.client_of(user_agent), user_agent)
    fresh = {
        "token": token,
        "expires_at": record.expires_at,
        "username": person.username,
        "type": person.type,
        "email": person.email,
        "avatar_url": avatar_url(person, request),
        "first_name": person.first_name,
        "last_name": person.last_name,
        "full_name": person.full_name,
    }
    return dict(LoginSerializer(fresh).data)


class Logout(APIView):
    """Ends the sign-in it is sent with, and no other device's."""

    permission_classes = [AllowAny]

    @extend_schema(request=None, responses={200: DetailSerializer})
    def post(self, request: Request) -> Response:
        if isinstance(request.auth, AuthToken):
            tokens.end(request.auth)
        elif request.user.is_authenticated:
            auth.logout(request._request)
        return Response({"detail": "Successfully logged out."})


class CurrentUser(APIView):
    @extend_schema(responses={200: UserSerializer})
    def get(self, request: Request) -> Response:
        return Response(UserSerializer(request.user, context={"request": request}).data)


class Providers(APIView):
    permission_classes = [AllowAny]

    @extend_schema(responses={200: ProviderSerializer(many=True)}, deprecated=True)
    def get(self, request: Request) -> Response:
        return Response(providers(request, for_old_qgis=True))
