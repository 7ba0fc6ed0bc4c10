# SPDX-License-Identifier: GPL-2.0-or-later
"""subscriptions/: how much an account may store and how much it does."""

from __future__ import annotations

import shutil
import uuid
from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from qfieldcloud_server.accounts import selectors
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import PermissionDenied
from qfieldcloud_server.api.requests import asker
from qfieldcloud_server.api.times import WireTime

# Any fixed UUID will do: it turns a user's number into the id that clients want.
_SPACE = uuid.UUID("6c1f3c0e-5d0e-4b53-9c2f-0d6f0a4e9b11")
_ROOM_ELSEWHERE = 10**12
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
    active_storage_total_bytes = serializers.IntegerField(
        help_text="The quota; without one, what is used and what the disk still holds."
    )
    plan_storage_threshold_warning_bytes = serializers.IntegerField(
        help_text="Warn when fewer bytes are left."
    )
    plan_storage_threshold_critical_bytes = serializers.IntegerField()


class Subscription(APIView):
    @extend_schema(responses={200: SubscriptionSerializer})
    def get(self, request: Request, username: str) -> Response:
        owner = selectors.owner_named(username)
        if owner.pk != asker(request).pk and not (
            owner.is_organization and selectors.belongs_to(asker(request), owner)
        ):
            raise PermissionDenied
        return Response(SubscriptionSerializer(_describe(owner)).data)


def _total(owner: User, used: int) -> int:
    # Never 0: the command line of the SDK divides by it.
    if owner.quota_bytes is not None:
        return max(owner.quota_bytes, 1)
    if settings.FILES_PLACE:
        # Nobody can ask S3 how much room there is; what is told must not warn anybody.
        return used + max(used, _ROOM_ELSEWHERE)
    return used + shutil.disk_usage(settings.DATA_DIR).free


def _describe(owner: User) -> dict[str, Any]:
    used = selectors.storage_used(owner)
    total = _total(owner, used)
    return {
        "uuid": uuid.uuid5(_SPACE, str(owner.pk)),
        "plan_display_name": "Self-hosted",
        "plan_code": "self_hosted",
        "plan_is_premium": True,
        "status": "active_paid" if owner.is_active else "inactive_past_due",
        "active_since": owner.date_joined,
        "active_until": None,
        "storage_used_bytes": used,
        "active_storage_total_bytes": total,
        "plan_storage_threshold_warning_bytes": int(total * WARNING_SHARE),
        "plan_storage_threshold_critical_bytes": int(total * CRITICAL_SHARE),
    }
