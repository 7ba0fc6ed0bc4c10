# SPDX-License-Identifier: GPL-2.0-or-later
"""Sign-ins of clients: made, found, counted and ended. Only a hash of a token is ever stored."""

from __future__ import annotations

import hashlib
import re
import secrets
import string
from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from qfieldcloud_server.accounts.models import AuthToken, User

Client = AuthToken.Client

ALPHABET = string.ascii_letters + string.digits
LENGTH = 100
# Writing on every request would make each of them wait for the one writer of SQLite.
NOTED_EVERY = timedelta(minutes=15)
# A client nobody knows gets the rule of the recorded server: a new sign-in ends the former one.
ONE_AT_A_TIME = frozenset({Client.UNKNOWN})
WORKER_HOURS = 1

_CLIENTS = (
    (re.compile(r"^qfield\|"), Client.QFIELD),
    (re.compile(r"^sdk\|"), Client.SDK),
    (re.compile(r"^cli\|"), Client.CLI),
    (re.compile(r"\bQGIS/[34]\d{4}\b"), Client.QFIELDSYNC),
    (re.compile(r"^Mozilla/5\.0\b.*\b(Firefox|Chrome|Safari|AppleWebKit|Gecko)/"), Client.BROWSER),
)


def client_of(user_agent: str) -> AuthToken.Client:
    """Which program is asking, told by its User-Agent."""
    return next((client for pattern, client in _CLIENTS if pattern.search(user_agent)), Client.UNKNOWN)


def digest_of(token: str) -> str:
    # 100 random characters need no salt and no slow hash.
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def make(user: User, client: str, user_agent: str = "", hours: float | None = None) -> tuple[str, AuthToken]:
    """A new sign-in: the token, told this once, and its record."""
    now = timezone.now()
    if client in ONE_AT_A_TIME:
        live(user).filter(client_type=client).update(expires_at=now)
    token = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    record = AuthToken.objects.create(
        user=user,
        digest=digest_of(token),
        client_type=client,
        user_agent=user_agent[:300],
        created_at=now,
        last_used_at=now,
        expires_at=now + timedelta(hours=settings.TOKEN_HOURS if hours is None else hours),
    )
    return token, record


def live(user: User) -> QuerySet[AuthToken]:
    return AuthToken.objects.filter(user=user, expires_at__gt=timezone.now())


def find_live(token: str) -> AuthToken | None:
    """The record of a token that is known, has not ended and whose owner may sign in."""
    if len(token) != LENGTH or not token.isascii():
        return None
    record = AuthToken.objects.select_related("user").filter(digest=digest_of(token)).first()
    if record is None or record.expires_at <= timezone.now() or not record.user.is_active:
        return None
    return record


def note_use(record: AuthToken) -> None:
    now = timezone.now()
    if now - record.last_used_at > NOTED_EVERY:
        AuthToken.objects.filter(pk=record.pk).update(last_used_at=now)


def end(record: AuthToken) -> None:
    AuthToken.objects.filter(pk=record.pk, expires_at__gt=timezone.now()).update(expires_at=timezone.now())


def end_all(user: User) -> int:
    """Every device's, and all sessions: of browsers, and of devices that came by single sign-on."""
    user.sessions_ended_at = timezone.now()
    user.save(update_fields=["sessions_ended_at"])
    ended: int = live(user).update(expires_at=timezone.now())
    return ended


def forget_ended(days: int = 90) -> int:
    """Drop records of sign-ins that ended long ago, and sessions of browsers that have ended."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    return AuthToken.objects.filter(expires_at__lt=timezone.now() - timedelta(days=days)).delete()[0]
