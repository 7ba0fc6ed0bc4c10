# SPDX-License-Identifier: GPL-2.0-or-later
"""files/avatars/: pictures of people, without a sign-in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.views import APIView

from qfieldcloud_server.accounts import avatars
from qfieldcloud_server.api.negotiation import AcceptAnything
from qfieldcloud_server.api.small_files import small_file


class AvatarPicture(APIView):
    permission_classes = [AllowAny]
    content_negotiation_class = AcceptAnything

    @extend_schema(responses={(200, "image/png"): OpenApiResponse(OpenApiTypes.BINARY), 304: None})
    def get(self, request: Request, public_id: str, filename: str = "avatar.png") -> HttpResponse:
        avatar = avatars.find(public_id)
        http: HttpRequest = request._request
        return small_file(http, bytes(avatar.content), avatar.content_type, filename, public=True)
