# SPDX-License-Identifier: GPL-2.0-or-later
"""The server itself: is it well, what is it called, how may one sign in, what can it do beyond the API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, FrozenSet, Mapping, Optional, Tuple

from ..answers import Answer
from ..errors import Missing, Rejected, UnexpectedAnswer
from ..transport import Transport, not_the_api


@dataclass(frozen=True)
class Status:
    """`database` and `storage` are "ok" when well; the messages are None when there is nothing to say."""

    database: str
    storage: str
    incident: Optional[str]
    maintenance: Optional[str]

    @property
    def healthy(self) -> bool:
        return self.database == "ok" and self.storage == "ok"


@dataclass(frozen=True)
class Provider:
    """A way to sign in: `credentials`, or an identity provider with the settings of its OAuth2 flow."""

    id: str
    name: str
    type: str
    settings: Mapping[str, Any]

    def logo(self, look: str) -> str:
        """The address of its picture for the look "light" or "dark"; empty where the server names none."""
        found: Any = self.settings
        for key in ("styles", look, "logo"):
            found = found.get(key) if isinstance(found, Mapping) else None
        return found if isinstance(found, str) else ""


@dataclass(frozen=True)
class ServerInfo:
    """`extensions` are the additions to QFieldCloud's API that this server announces."""

    title: str
    signup_url: Optional[str]
    providers: Tuple[Provider, ...]
    extensions: FrozenSet[str]
    version: str = ""


class ServerApi:
    """`GET status/`, `server/info/` and, for older servers, `auth/providers/`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def status(self) -> Status:
        answer = Answer(self._transport.json("GET", "status/"))
        return Status(
            database=answer.text("database", "ok"),
            storage=answer.text("storage", "ok"),
            incident=answer.maybe_text("incident_message"),
            maintenance=answer.maybe_text("maintenance_message"),
        )

    def info(self) -> ServerInfo:
        """What the server tells of itself; servers from before `server/info/` tell only how to sign in."""
        try:
            answer = Answer(self._transport.json("GET", "server/info/"))
        except Missing:
            return ServerInfo("", None, self._providers_of_a_server(), frozenset())
        return ServerInfo(
            title=Answer(answer.object("whitelabel")).text("site_title", ""),
            signup_url=answer.maybe_text("signup_url"),
            providers=tuple(_provider(item) for item in answer.items("auth_providers")),
            extensions=_extensions(answer.data.get("extensions")),
            version=answer.text("version", ""),
        )

    def providers(self) -> Tuple[Provider, ...]:
        return tuple(_provider(item) for item in self._transport.list("auth/providers/"))

    def _providers_of_a_server(self) -> Tuple[Provider, ...]:
        """As `providers`; where they are missing too, the address is not a server's, but of a project's page, say."""
        try:
            return self.providers()
        except Missing as error:
            raise not_the_api(self._transport.server, error.status) from error

    def is_qfieldcloud(self) -> bool:
        """Whether the address leads to a server of this API; failures of the network raise."""
        try:
            Answer(self._transport.json("GET", "status/")).text("database")
        except (Missing, UnexpectedAnswer, Rejected):
            return False
        return True


def _provider(data: Any) -> Provider:
    answer = Answer(data)
    return Provider(answer.text("id"), answer.text("name", ""), answer.text("type", ""), dict(answer.data))


def _extensions(value: Any) -> FrozenSet[str]:
    """A list of names, or an object whose keys are names and whose false values mean "not here"."""
    if isinstance(value, dict):
        return frozenset(name for name, on in value.items() if on)
    if isinstance(value, list):
        return frozenset(name for name in value if isinstance(name, str))
    return frozenset()
