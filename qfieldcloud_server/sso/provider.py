# SPDX-License-Identifier: GPL-2.0-or-later
"""What the settings say of an OpenID Connect provider; docs/hosting/sso.md explains every key."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any
from urllib.parse import urlsplit

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}\Z")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}\Z")
_HERE = ("localhost", "127.0.0.1", "::1")


def is_safe_address(url: str) -> bool:
    """https, or http on this very machine: whoever can change these answers can sign in as anybody."""
    parts = urlsplit(url)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _HERE)
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text")
    return value.strip()


def _address(value: Any) -> str:
    if not is_safe_address(_text(value)):
        raise ValueError("an address that starts with https://")
    return _text(value)


def _like(pattern: re.Pattern[str], expected: str) -> Callable[[Any], str]:
    def parse(value: Any) -> str:
        if not pattern.match(_text(value)):
            raise ValueError(expected)
        return _text(value)

    return parse


def _word(true: str, false: str) -> Callable[[Any], bool]:
    def parse(value: Any) -> bool:
        if isinstance(value, bool):
            return value
        if value not in (true, false):
            raise ValueError(f"{true} or {false}")
        return bool(value == true)

    return parse


def _scope(value: Any) -> str:
    words = _text(value).split()
    if "openid" not in words:
        raise ValueError("words with openid among them")
    return " ".join(["openid", *(word for word in words if word != "openid")])


def _domains(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("a list of domains")
    return tuple(_text(item).lower().lstrip("@") for item in value)


@dataclass(frozen=True)
class Provider:
    id: str
    name: str
    issuer: str
    client_id: str
    client_secret: str = field(default="", repr=False)
    native_client_id: str = ""
    native_client_secret: str = field(default="", repr=False)
    scope: str = "openid email profile"
    new_people: bool = False
    link_by_email: bool = False
    email_domains: tuple[str, ...] = ()
    username_claim: str = "preferred_username"
    color_fill: str = ""
    color_stroke: str = ""
    color_text: str = ""
    logo: str = ""
    request_url: str = ""
    token_url: str = ""
    jwks_url: str = ""
    userinfo_url: str = ""

    @property
    def device_client_id(self) -> str:
        return self.native_client_id or self.client_id

    @property
    def audiences(self) -> list[str]:
        """The clients whose ID tokens are meant for this server."""
        return sorted({self.client_id, self.device_client_id})

    @property
    def is_described_here(self) -> bool:
        """Whether the settings tell every address, so that the provider need not be asked."""
        return all((self.request_url, self.token_url, self.jwks_url, self.userinfo_url))


_NEEDED = ("id", "name", "issuer", "client_id")
_PARSERS: dict[str, Callable[[Any], Any]] = {item.name: _text for item in fields(Provider)} | {
    "id": _like(_ID, "small letters, digits and -"),
    "issuer": _address,
    "scope": _scope,
    "new_people": _word("create", "refuse"),
    "link_by_email": _word("yes", "no"),
    "email_domains": _domains,
    "color_fill": _like(_COLOR, "a colour such as #2f7d32"),
    "color_stroke": _like(_COLOR, "a colour such as #2f7d32"),
    "color_text": _like(_COLOR, "a colour such as #2f7d32"),
    "logo": _address,
    "request_url": _address,
    "token_url": _address,
    "jwks_url": _address,
    "userinfo_url": _address,
}


def providers(value: Any) -> tuple[Provider, ...]:
    """The setting ``sso``: tables of the TOML file or, in the environment, the same as JSON."""
    if isinstance(value, str):
        try:
            value = json.loads(value) if value.strip() else []
        except ValueError:
            raise ValueError("a list of providers (in the environment: as JSON)") from None
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise ValueError("a list of providers: [[sso]] tables")
    found = tuple(_provider(entry) for entry in value)
    if len({provider.id for provider in found}) < len(found):
        raise ValueError("another id for each provider")
    return found


def _provider(entry: dict[str, Any]) -> Provider:
    unknown = sorted(set(entry) - set(_PARSERS))
    if unknown:
        raise ValueError(f"only the keys of docs/hosting/sso.md, not {unknown[0]!r}")
    for name in _NEEDED:
        if name not in entry:
            raise ValueError(f"{name!r} in every provider")
    parsed = {}
    for name, value in entry.items():
        try:
            parsed[name] = _PARSERS[name](value)
        except ValueError as error:
            raise ValueError(f"{name} to be {error}") from None
    if parsed["id"] == "credentials":
        raise ValueError("another id: 'credentials' means names and passwords")
    return Provider(**parsed)
