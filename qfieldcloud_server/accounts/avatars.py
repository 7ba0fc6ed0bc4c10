# SPDX-License-Identifier: GPL-2.0-or-later
"""Avatars are public, but only for who was told their address: the id in it is signed, so nobody can count people."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer

from qfieldcloud_server.accounts.models import Avatar, User
from qfieldcloud_server.api.errors import ObjectNotFound


def _signer() -> Signer:
    return Signer(sep=".", salt="qfieldcloud.avatar")


def public_id(user: User) -> str:
    return _signer().sign(str(user.pk))


def find(signed_id: str) -> Avatar:
    try:
        number = int(_signer().unsign(signed_id))
    except (BadSignature, ValueError) as error:
        raise ObjectNotFound from error
    avatar = Avatar.objects.filter(user_id=number).first()
    if avatar is None:
        raise ObjectNotFound("This user has no avatar.")
    return avatar
