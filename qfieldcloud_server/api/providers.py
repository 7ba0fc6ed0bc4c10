# SPDX-License-Identifier: GPL-2.0-or-later
"""The ways to sign in that clients may offer."""

from __future__ import annotations

from rest_framework import serializers


class ProviderSerializer(serializers.Serializer):  # type: ignore[type-arg]
    type = serializers.CharField()
    id = serializers.CharField()
    name = serializers.CharField()


def providers() -> list[dict[str, str]]:
    """Names and passwords. QFieldSync's button stays dead without this entry."""
    return [{"type": "credentials", "id": "credentials", "name": "Username / Password"}]
