# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether an ID token is what its provider signed for this server, and has not ended."""

from __future__ import annotations

import hmac
from typing import Any

import jwt

from qfieldcloud_server.sso import documents
from qfieldcloud_server.sso.provider import Provider

# Public keys only. "none" and HS* would let anybody, or whoever knows a client's secret, sign in as anybody.
ALGORITHMS = frozenset(
    ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
)
LEEWAY_SECONDS = 60
MAX_LENGTH = 16_000
NEEDED = ["iss", "sub", "aud", "exp", "iat"]


class Refused(Exception):
    """The token proves nothing; the message is for the log."""


def verify(
    provider: Provider, token: str, nonce: str | None = None, *, any_nonce: bool = False
) -> dict[str, Any]:
    """The claims. ``any_nonce``: who asks cannot know the nonce. Raises Refused, or documents.Unreachable."""
    if len(token) > MAX_LENGTH:
        raise Refused("longer than any ID token")
    try:
        header = jwt.get_unverified_header(token)
        algorithm = header.get("alg")
        if algorithm not in ALGORITHMS:
            raise Refused(f"signed with {algorithm!r}")
        claims: dict[str, Any] = jwt.decode(
            token,
            _key(provider, header.get("kid"), algorithm),
            algorithms=[algorithm],
            audience=provider.audiences,
            issuer=provider.issuer,
            leeway=LEEWAY_SECONDS,
            options={"require": NEEDED},
        )
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise Refused(str(error)) from error
    _check_rest(provider, claims, nonce, any_nonce)
    return claims


def _check_rest(provider: Provider, claims: dict[str, Any], nonce: str | None, any_nonce: bool) -> None:
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= 255:
        raise Refused("no usable subject")
    party = claims.get("azp")
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (party is not None or several) and party not in provider.audiences:
        raise Refused("made for another client")
    if any_nonce and nonce is None:
        return
    if not hmac.compare_digest(str(claims.get("nonce") or "").encode(), (nonce or "").encode()):
        raise Refused("the nonce is another one")


def _key(provider: Provider, kid: Any, algorithm: str) -> jwt.PyJWK:
    """The key that the token names; asked for anew once when it is not known, since providers change their keys."""
    for newer in (False, True):
        usable = [
            data
            for data in documents.keys(provider, newer=newer)
            if data.get("use", "sig") == "sig" and data.get("alg", algorithm) == algorithm
        ]
        named = [data for data in usable if data.get("kid") == kid] if kid is not None else usable
        if len(named) == 1:
            return jwt.PyJWK(named[0], algorithm=algorithm)
    raise Refused(f"signed with a key {kid!r} that the provider does not have")
