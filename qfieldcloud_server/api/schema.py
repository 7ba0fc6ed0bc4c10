# SPDX-License-Identifier: GPL-2.0-or-later
"""What the OpenAPI description says about every operation: its errors, its authentication, its group."""

from __future__ import annotations

from typing import Any, Literal

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from rest_framework import serializers

# Whatever the operation: a broken body, no or a dead sign-in, no permission, nothing there, wrong method or media type.
ALWAYS = {
    "400": "The request or a value in it is refused.",
    "401": "No sign-in, or one that has ended.",
    "402": "The owner's storage is full.",
    "403": "Not allowed.",
    "404": "There is no such thing.",
    "405": "The address does not know this method.",
    "406": "Answers are JSON.",
    "413": "The body is too large.",
    "415": "The body is of a kind that is not read.",
    "503": "The server is busy; try again.",
    "507": "The server's disk is full.",
}


class ErrorSerializer(serializers.Serializer):  # type: ignore[type-arg]
    """Every answer that is not a success."""

    code = serializers.CharField(help_text="A stable word for programs.")
    message = serializers.CharField(help_text="A sentence for people.")


class DescribedSchema(AutoSchema):
    def _get_response_bodies(self, direction: Literal["request", "response"] = "response") -> dict[str, Any]:
        responses: dict[str, Any] = super()._get_response_bodies(direction)
        for status, description in ALWAYS.items():
            if status not in responses:
                body = self._get_response_for_code(  # type: ignore[no-untyped-call]
                    ErrorSerializer, status, ["application/json"], direction
                )
                responses[status] = body | {"description": description}
        return responses

    def get_operation_id(self) -> str:
        """From method and path, which are unique; DRF's guesses are not."""
        words = self.path.removeprefix("/api/v1/").strip("/").replace("{", "by_").replace("}", "")
        return "_".join([self.method.lower(), *words.replace("-", "_").split("/")])

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix("/api/v1/").split("/")[0]]


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "qfieldcloud_server.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "apiKey", "in": "header", "name": "Authorization", "description": "`Token <token>`"}


class SsoScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "qfieldcloud_server.api.authentication.SsoAuthentication"
    name = "sso"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "header",
            "name": "X-QFC-ID-Token",
            "description": "An ID token; `X-QFC-IDP-ID` names the provider that signed it.",
        }


class SessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "qfieldcloud_server.api.authentication.SessionAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": "sessionid"}
