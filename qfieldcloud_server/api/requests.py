# SPDX-License-Identifier: GPL-2.0-or-later
"""Bodies and parameters of requests, the same whether JSON or a form carried them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from rest_framework import serializers
from rest_framework.request import Request

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import InvalidRequest, NotAuthenticated

S = TypeVar("S", bound=serializers.Serializer)  # type: ignore[type-arg]

TRUE, FALSE = ("1", "true", "True"), ("0", "false", "False", "")


def asker(request: Request) -> User:
    """Whoever is signed in; views that anybody may call do not ask."""
    if not isinstance(request.user, User):
        raise NotAuthenticated
    return request.user


def sent(request: Request, serializer: type[S], *, partial: bool = False) -> dict[str, Any]:
    """The checked body. A plain dict is checked, so that what a form leaves out is absent and not false."""
    if not isinstance(request.data, Mapping):
        raise InvalidRequest("The body is not an object.")
    checked = serializer(data=dict(request.data.items()), partial=partial, context={"request": request})
    checked.is_valid(raise_exception=True)
    data: dict[str, Any] = checked.validated_data
    return data


def flag(request: Request, name: str) -> bool:
    """A parameter that is 1 or 0, true or false; absent is no."""
    value = request.query_params.get(name, "")
    if value not in TRUE + FALSE:
        raise InvalidRequest(f"{name}: This is neither 1 nor 0.")
    return value in TRUE
