# SPDX-License-Identifier: GPL-2.0-or-later
"""The authorization code flow of a browser: with state, nonce and PKCE, each used once."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import quote, urlencode

from qfieldcloud_server.sso import documents, id_tokens
from qfieldcloud_server.sso.provider import Provider

MAX_SECONDS = 900


class Failed(Exception):
    """The flow did not end with a sign-in; the message is for the person in front of the browser."""


@dataclass(frozen=True)
class Started:
    """What the session keeps until the browser comes back."""

    provider_id: str
    state: str
    nonce: str
    verifier: str
    started_at: float
    target: str
    connects: bool = False

    @classmethod
    def now(cls, provider: Provider, target: str, *, connects: bool = False) -> Started:
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        return cls(provider.id, state, nonce, verifier, time.time(), target, connects)

    def to_session(self) -> dict[str, Any]:
        return asdict(self)


def address(provider: Provider, started: Started, callback: str) -> str:
    """Where the browser is sent. Raises documents.Unreachable."""
    challenge = base64.urlsafe_b64encode(hashlib.sha256(started.verifier.encode()).digest()).rstrip(b"=")
    query = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": callback,
        "scope": provider.scope,
        "state": started.state,
        "nonce": started.nonce,
        "code_challenge": challenge.decode(),
        "code_challenge_method": "S256",
    }
    url = documents.addresses(provider).request_url
    return f"{url}{'&' if '?' in url else '?'}{urlencode(query)}"


def finish(
    provider: Provider, started: Started, answer: dict[str, str], callback: str
) -> tuple[dict[str, Any], str]:
    """The verified claims and the access token for what the browser brought back. Raises Failed."""
    if not hmac.compare_digest(answer.get("state", "").encode(), started.state.encode()):
        raise Failed("This sign-in was not started here. Please try again.")
    if time.time() - started.started_at > MAX_SECONDS:
        raise Failed("That took too long. Please try again.")
    if answer.get("error"):
        raise Failed(f"{provider.name} did not sign you in.")
    try:
        tells_issuer = documents.addresses(provider).tells_issuer
        # RFC 9207: an answer of another provider is not to be spent at this one.
        if answer.get("iss", provider.issuer if not tells_issuer else "") != provider.issuer:
            raise Failed("The answer came from another provider. Please try again.")
        tokens = _spend(provider, started, answer.get("code", ""), callback)
        claims = id_tokens.verify(provider, str(tokens.get("id_token", "")), started.nonce)
    except documents.Unreachable as error:
        raise Failed(f"{provider.name} does not answer. Please try again in a moment.") from error
    except id_tokens.Refused as error:
        raise Failed(f"The answer of {provider.name} cannot be trusted: {error}.") from error
    return claims, str(tokens.get("access_token", ""))


def _spend(provider: Provider, started: Started, code: str, callback: str) -> dict[str, Any]:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": callback,
        "client_id": provider.client_id,
        "code_verifier": started.verifier,
    }
    headers = {}
    if provider.client_secret:
        pair = f"{quote(provider.client_id, safe='')}:{quote(provider.client_secret, safe='')}"
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
    return documents.fetch(documents.addresses(provider).token_url, form, headers)
