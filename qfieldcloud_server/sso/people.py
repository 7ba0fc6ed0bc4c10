# SPDX-License-Identifier: GPL-2.0-or-later
"""Which person a verified ID token stands for: connected already, connected now, made now, or nobody."""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from qfieldcloud_server.accounts import selectors, services
from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.api.errors import (
    Busy,
    InvalidRequest,
    PermissionDenied,
    TokenAuthenticationFailed,
    ValidationError,
)
from qfieldcloud_server.sso import documents, id_tokens
from qfieldcloud_server.sso.models import Identity
from qfieldcloud_server.sso.provider import Provider

logger = logging.getLogger(__name__)

NOTED_EVERY = timedelta(minutes=15)
LONGEST_NAME, NUMBERED = 40, 1000


def provider_named(provider_id: str) -> Provider | None:
    providers: tuple[Provider, ...] = settings.SSO_PROVIDERS
    return next((provider for provider in providers if provider.id == provider_id), None)


def verified(
    provider: Provider, id_token: str, nonce: str | None = None, *, any_nonce: bool = False
) -> dict[str, Any]:
    """The claims of a token, or an answer for the client: TokenAuthenticationFailed or Busy."""
    try:
        return id_tokens.verify(provider, id_token, nonce, any_nonce=any_nonce)
    except id_tokens.Refused as error:
        logger.info("single sign-on: an ID token for %s is refused: %s", provider.id, error)
        raise TokenAuthenticationFailed from error
    except documents.Unreachable as error:
        raise Busy("The sign-in provider does not answer. Please try again in a moment.") from error


def person_of(provider: Provider, claims: dict[str, Any], access_token: str = "") -> User:
    """The person these claims stand for. Raises PermissionDenied where nobody here is meant."""
    found = _connected(provider, claims)
    if found is None:
        found = _first_time(provider, _completed(provider, claims, access_token))
    if not found.is_active:
        raise PermissionDenied("This account is not active. Please ask whoever runs the server.")
    return found


def connect(provider: Provider, claims: dict[str, Any], person: User) -> None:
    """Let who is signed in come in this way too. Raises ValidationError where somebody else does."""
    known = _connected(provider, claims)
    if known is None:
        _remember(provider, claims, person)
    elif known != person:
        raise ValidationError(f"This account of {provider.name} belongs to somebody else here already.")


def _connected(provider: Provider, claims: dict[str, Any]) -> User | None:
    wanted = Identity.objects.filter(issuer=provider.issuer, subject=claims["sub"])
    identity = wanted.select_related("user").first()
    if identity is None:
        return None
    now = timezone.now()
    if now - identity.last_used_at > NOTED_EVERY:
        email = str(claims.get("email") or identity.email)[:254]
        Identity.objects.filter(pk=identity.pk).update(last_used_at=now, email=email)
    return identity.user


def _completed(provider: Provider, claims: dict[str, Any], access_token: str) -> dict[str, Any]:
    """With what only the userinfo address tells. It must speak of the same person as the ID token."""
    if "email" in claims or not access_token:
        return claims
    try:
        url = documents.addresses(provider).userinfo_url
        if not url:
            return claims
        told = documents.fetch(url, headers={"Authorization": f"Bearer {access_token}"})
    except documents.Unreachable as error:
        logger.info("single sign-on: %s", error)
        return claims
    return told | claims if told.get("sub") == claims["sub"] else claims


def _first_time(provider: Provider, claims: dict[str, Any]) -> User:
    email = claims.get("email")
    email = email.strip() if isinstance(email, str) else ""
    # Some providers spell the truth as a text.
    is_verified = bool(email) and claims.get("email_verified") in (True, "true")
    in_domain = not provider.email_domains or (
        is_verified and email.rpartition("@")[2].lower() in provider.email_domains
    )
    holder = User.objects.filter(type=User.Type.PERSON, email__iexact=email).first() if email else None
    if holder and provider.link_by_email and is_verified and in_domain:
        _remember(provider, claims, holder)
        return holder
    if not (provider.new_people and in_domain):
        raise PermissionDenied(
            "There is no account for you here yet. Please ask whoever runs the server, or sign in with your password "
            "and connect the two on the account page."
        )
    if holder:
        raise PermissionDenied(
            "Somebody has your e-mail address here already. If that is you: sign in with your password and connect "
            "the two on the account page."
        )
    return _make(provider, claims, email)


def _make(provider: Provider, claims: dict[str, Any], email: str) -> User:
    names = {
        field: str(claims.get(claim) or "")[:150]
        for field, claim in (("first_name", "given_name"), ("last_name", "family_name"))
    }
    wished = str(claims.get(provider.username_claim) or "").partition("@")[0] or email.partition("@")[0]
    try:
        with transaction.atomic():
            person = services.create_person(_free_name(wished), email=email, **names)
            Identity.objects.create(
                issuer=provider.issuer, subject=claims["sub"], user=person, email=email[:254]
            )
    except (IntegrityError, InvalidRequest, ValidationError) as error:
        # Two requests of the same new person at once: the other was first.
        known = _connected(provider, claims)
        if known is None:
            raise PermissionDenied(f"No account could be made for you: {error}") from error
        return known
    logger.info("single sign-on: %s is new, from %s", person.username, provider.id)
    return person


def _free_name(wished: str) -> str:
    """A name that nobody has; what somebody has is never taken over, only numbered."""
    name = re.sub(r"[^a-z0-9_-]+", "-", wished.lower()).strip("-_")[:LONGEST_NAME]
    if not re.match(r"[a-z]", name):
        name = f"user-{name}".rstrip("-")
    if len(name) < 3:
        name = f"{name}-user"
    numbered = (name if number == 1 else f"{name}-{number}" for number in range(1, NUMBERED))
    return next((free for free in numbered if not selectors.exists_elsewhere("username", free)), name)


def _remember(provider: Provider, claims: dict[str, Any], person: User) -> None:
    email = str(claims.get("email") or "")[:254]
    try:
        with transaction.atomic():
            Identity.objects.create(issuer=provider.issuer, subject=claims["sub"], user=person, email=email)
    except IntegrityError:
        if _connected(provider, claims) != person:
            raise ValidationError(f"This account of {provider.name} belongs to somebody else here.") from None
