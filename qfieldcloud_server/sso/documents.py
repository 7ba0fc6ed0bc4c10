# SPDX-License-Identifier: GPL-2.0-or-later
"""What a provider publishes: its addresses and its keys, asked once an hour and kept meanwhile."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from qfieldcloud_server.sso.provider import Provider, is_safe_address

logger = logging.getLogger(__name__)

SECONDS = 5
MAX_BYTES = 1_000_000
KEPT_SECONDS = 3600
# A provider that is down, or a token with a made-up key id, must not make every request wait for the network.
RETRY_SECONDS = 30


class Unreachable(Exception):
    """The provider did not answer, or not with what the standard says."""


@dataclass(frozen=True)
class Addresses:
    request_url: str
    token_url: str
    jwks_url: str
    userinfo_url: str
    tells_issuer: bool = False


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


_opener = build_opener(_NoRedirects)


def fetch(
    url: str, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The JSON object at an address; with ``form`` it is posted. Raises Unreachable."""
    if not is_safe_address(url):
        raise Unreachable(f"{url} is neither https nor on this machine.")
    body = urlencode(form).encode() if form is not None else None
    request = Request(url, body, {"Accept": "application/json", **(headers or {})})  # noqa: S310 - checked above
    try:
        with _opener.open(request, timeout=SECONDS) as answer:
            content = answer.read(MAX_BYTES + 1)
    except HTTPError as error:
        raise Unreachable(f"{url} answered {error.code}.") from error
    except (OSError, ValueError) as error:
        raise Unreachable(f"{url}: {error}") from error
    if len(content) > MAX_BYTES:
        raise Unreachable(f"{url} answered with more than a megabyte.")
    try:
        found = json.loads(content)
    except ValueError as error:
        raise Unreachable(f"{url} did not answer with JSON.") from error
    if not isinstance(found, dict):
        raise Unreachable(f"{url} did not answer with an object.")
    return found


class _Kept:
    """Documents by address, with the time of the last attempt; one thread asks, the others wait or take the old one."""

    def __init__(self) -> None:
        self._locks: dict[str, threading.Lock] = {}
        self._found: dict[str, tuple[float, dict[str, Any]]] = {}
        self._tried: dict[str, tuple[float, str]] = {}

    def get(self, url: str, *, newer: bool = False) -> dict[str, Any]:
        """``newer``: ask again unless that was done just now."""
        with self._locks.setdefault(url, threading.Lock()):
            now = time.monotonic()
            asked_at, document = self._found.get(url, (0.0, None))
            if document is not None and not newer and now - asked_at < KEPT_SECONDS:
                return document
            tried_at, problem = self._tried.get(url, (-RETRY_SECONDS, ""))
            if now - tried_at < RETRY_SECONDS:
                return self._old_or_raise(document, problem)
            self._tried[url] = (now, "")
            try:
                document = fetch(url)
            except Unreachable as error:
                logger.warning("single sign-on: %s", error)
                self._tried[url] = (now, str(error))
                return self._old_or_raise(document, str(error))
            self._found[url] = (now, document)
            return document

    @staticmethod
    def _old_or_raise(document: dict[str, Any] | None, problem: str) -> dict[str, Any]:
        if document is None:
            raise Unreachable(problem)
        return document

    def forget(self) -> None:
        self._found.clear()
        self._tried.clear()


_kept = _Kept()
forget = _kept.forget


def addresses(provider: Provider) -> Addresses:
    """From the settings, else from the provider's own description. Raises Unreachable."""
    if provider.is_described_here:
        return Addresses(provider.request_url, provider.token_url, provider.jwks_url, provider.userinfo_url)
    url = provider.issuer.rstrip("/") + "/.well-known/openid-configuration"
    said = _kept.get(url)
    if said.get("issuer") != provider.issuer:
        raise Unreachable(f"{url} calls itself {said.get('issuer')!r}; the setting issuer must say the same.")
    found = Addresses(
        request_url=provider.request_url or said.get("authorization_endpoint", ""),
        token_url=provider.token_url or said.get("token_endpoint", ""),
        jwks_url=provider.jwks_url or said.get("jwks_uri", ""),
        userinfo_url=provider.userinfo_url or said.get("userinfo_endpoint", ""),
        tells_issuer=said.get("authorization_response_iss_parameter_supported") is True,
    )
    for address in (found.request_url, found.token_url, found.jwks_url):
        if not isinstance(address, str) or not is_safe_address(address):
            raise Unreachable(f"{url} names an address that cannot be used: {address!r}.")
    return found


def keys(provider: Provider, *, newer: bool = False) -> list[dict[str, Any]]:
    """The provider's public keys as it publishes them. Raises Unreachable."""
    found = _kept.get(addresses(provider).jwks_url, newer=newer).get("keys")
    return [key for key in found if isinstance(key, dict)] if isinstance(found, list) else []
