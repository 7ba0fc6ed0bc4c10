# SPDX-License-Identifier: GPL-2.0-or-later
"""Names and passwords: who may sign in, and the lock after too many failures, kept in the database."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from qfieldcloud_server.accounts.models import LoginFailures, User
from qfieldcloud_server.api.errors import AuthenticationFailed, TooManyFailedLogins

SignInRefused = AuthenticationFailed


def check(name: str, password: str, address: str) -> User:
    """The person of that name or e-mail; raises AuthenticationFailed or TooManyFailedLogins."""
    key = name.strip().lower()[:255]
    if _is_locked(key, address):
        raise TooManyFailedLogins
    person = (
        User.objects.filter(Q(username__iexact=key) | Q(email__iexact=key), type=User.Type.PERSON)
        .order_by("id")
        .first()
    )
    if person is None:
        make_password(password)  # as slow as a real check: the answer's time must not tell which names exist
    elif person.check_password(password) and person.is_active:
        LoginFailures.objects.filter(name=key, address=address).delete()
        return person
    if _count_failure(key, address) >= settings.LOGIN_FAILURES:
        raise TooManyFailedLogins
    raise AuthenticationFailed


def _since() -> object:
    return timezone.now() - timedelta(minutes=settings.LOGIN_LOCK_MINUTES)


def _is_locked(name: str, address: str) -> bool:
    return LoginFailures.objects.filter(
        name=name, address=address, count__gte=settings.LOGIN_FAILURES, last_at__gt=_since()
    ).exists()


@transaction.atomic
def _count_failure(name: str, address: str) -> int:
    # What is older than the lock is forgotten here, so the table stays as small as the last half hour.
    LoginFailures.objects.filter(last_at__lte=_since()).delete()
    LoginFailures.objects.get_or_create(name=name, address=address)
    LoginFailures.objects.filter(name=name, address=address).update(
        count=F("count") + 1, last_at=timezone.now()
    )
    return LoginFailures.objects.values_list("count", flat=True).get(name=name, address=address)
