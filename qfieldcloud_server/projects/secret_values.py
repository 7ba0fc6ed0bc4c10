# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of secrets, encrypted with a key derived from the server's secret key."""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from qfieldcloud_server.api.errors import ApiError


class UnreadableSecret(ApiError):
    code, status = "unreadable_secret", 500
    message = "A secret was stored under another secret_key. Restore that key, or enter the secret again."


def encrypt(value: str) -> bytes:
    return _fernet().encrypt(value.encode())


def decrypt(stored: bytes) -> str:
    try:
        return _fernet().decrypt(stored).decode()
    except InvalidToken as error:
        raise UnreadableSecret from error


def _fernet() -> Fernet:
    key = HKDF(SHA256(), 32, salt=None, info=b"qfieldcloud.secrets.v1").derive(settings.SECRET_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(key))
