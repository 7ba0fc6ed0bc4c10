# SPDX-License-Identifier: GPL-2.0-or-later
"""subscriptions/: how much an account may store and how much it does."""

from __future__ import annotations

import uuid
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.accounts import selectors
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import PermissionDenied
from qfieldcloud_server.api.times import WireTime

# Any fixed UUID will do: it turns a user's number into the id that clients want.
_SPACE = uuid.UUID("6c1f3c0e-5d0e-4b53-9c2f-0d6f0a4e9b11")
WARNING_SHARE, CRITICAL_SHARE = 0.2, 0.05


class SubscriptionSerializer(serializers.Serializer):  # type: ignore[type-arg]
    uuid = serializers.UUIDField()
    plan_display_name = serializers.CharField()
    plan_code = serializers.CharField()
    plan_is_premium = serializers.BooleanField()
    status = serializers.CharField()
    active_since = WireTime()
    active_until = WireTime(allow_null=True)
    storage_used_bytes = serializers.IntegerField()
    active_storage_total_bytes = serializers.IntegerField(help_text="0: no limit.")
    plan_storage_threshold_warning_bytes = serializers.IntegerField(
        help_text="Warn when fewer bytes are left."
    )
    plan_storage_threshold_critical_bytes = serializers.IntegerField()


class Subscription(APIView):
    @extend_schema(responses={200: SubscriptionSerializer})
    def get(self, request: Request, username: str) -> Response:
        owner = selectors.owner_named(username)
        if owner.pk != request.user.pk and not (
            owner.is_organization and selectors.belongs_to(request.user, owner)
        ):
            raise PermissionDenied
        return Response(SubscriptionSerializer(_describe(owner)).data)


def _describe(owner: User) -> dict[str, Any]:
    # QField hides its meter and never refuses to synchronize when the total is 0.
    total = owner.quota_bytes or 0
    return {
        "uuid": uuid.uuid5(_SPACE, str(owner.pk)),
        "plan_display_name": "Self-hosted",
        "plan_code": "self_hosted",
        "plan_is_premium": True,
        "status": "active_paid" if owner.is_active else "inactive_past_due",
        "active_since": owner.date_joined,
        "active_until": None,
        "storage_used_bytes": selectors.storage_used(owner),
        "active_storage_total_bytes": total,
        "plan_storage_threshold_warning_bytes": int(total * WARNING_SHARE),
        "plan_storage_threshold_critical_bytes": int(total * CRITICAL_SHARE),
    }
