# SPDX-License-Identifier: GPL-2.0-or-later
"""Signing in at an identity provider: authorization code with PKCE, tokens, and their renewal."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
from dataclasses import asdict, dataclass, field, replace
from http.cookies import CookieError, SimpleCookie
from typing import Any, Callable, Dict, Mapping, Optional
from urllib.parse import urlencode, urlsplit

import requests
from requests.auth import AuthBase, HTTPBasicAuth

from ..engine.message import Message
from ..engine.sync.progress import CancelToken
from .api.server import Provider
from .errors import BrowserFailed, ProviderRefused, UnexpectedAnswer
from .loopback import IN_ENGLISH, RedirectListener, Words
from .network import Network
from .transport import connection_error, parsed, unexpected

BROWSER_SECONDS = 300.0
"""How long people may take to sign in; passwords are looked up and phones fetched meanwhile."""
_RENEW_BEFORE = 60.0


@dataclass(frozen=True)
class IdentityProvider:
    """What a server tells of a provider, as far as the flow needs it. Nothing in it is secret."""

    id: str
    name: str
    request_url: str
    token_url: str
    refresh_url: str
    client_id: str
    client_secret: str = ""
    """Some providers want one even of programs that cannot keep it; the server hands it to everyone."""
    scope: str = "openid"
    redirect_host: str = "localhost"
    redirect_port: int = 7070
    redirect_path: str = ""
    extra_tokens: Mapping[str, str] = field(default_factory=lambda: {"id_token": "X-QFC-ID-Token"})
    id_header: str = "X-QFC-IDP-ID"

    @classmethod
    def of(cls, provider: Provider) -> IdentityProvider:
        """Raises UnexpectedAnswer when the server left out what nobody can guess."""
        told = provider.settings
        if not all(isinstance(told.get(key), str) and told[key] for key in _NEEDED):
            raise UnexpectedAnswer(
                Message(
                    "The server does not say enough about “{name}” to log in there. "
                    "Nothing was sent; tell whoever runs the server.",
                    name=provider.name,
                )
            )
        for key in ("request_url", "token_url", "refresh_token_url"):
            if told.get(key) and not _is_safe(str(told[key])):
                raise UnexpectedAnswer(
                    Message(
                        "The address of “{name}” is not encrypted (https), so nothing was sent. "
                        "Tell whoever runs the server.",
                        name=provider.name,
                    )
                )
        port = told.get("redirect_port")
        extra = told.get("extra_tokens")
        return cls(
            id=provider.id,
            name=provider.name or provider.id,
            request_url=told["request_url"],
            token_url=told["token_url"],
            refresh_url=str(told.get("refresh_token_url") or told["token_url"]),
            client_id=told["client_id"],
            client_secret=str(told.get("client_secret") or ""),
            scope=str(told.get("scope") or "openid"),
            redirect_host=str(told.get("redirect_host") or "localhost"),
            redirect_port=port if isinstance(port, int) and 0 <= port < 65536 else 7070,
            redirect_path=str(told.get("redirect_url") or ""),
            extra_tokens=dict(extra) if isinstance(extra, dict) else {"id_token": "X-QFC-ID-Token"},
            id_header=str(told.get("idp_id_header") or "X-QFC-IDP-ID"),
        )


_NEEDED = ("request_url", "token_url", "client_id")


def _is_safe(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" or parts.hostname in ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Tokens:
    """What the provider gave. `extra` are further tokens by name; `expires_at` is Unix time, 0 if unknown."""

    access: str
    refresh: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)
    expires_at: float = 0.0

    @property
    def stale(self) -> bool:
        """Whether they end within the next minute."""
        return not self.access or bool(self.expires_at and time.time() > self.expires_at - _RENEW_BEFORE)


class BrowserSignIn:
    """One try: open `url` in the system's browser, then `finish` in a worker, then `close`."""

    def __init__(self, provider: IdentityProvider, network: Network, words: Words = IN_ENGLISH) -> None:
        """Listens from now on. Raises BrowserFailed when this computer cannot."""
        self.provider = provider
        self.network = network
        self._verifier = secrets.token_urlsafe(64)
        self._nonce = secrets.token_urlsafe(32)
        self._listener = RedirectListener(
            provider.redirect_host, provider.redirect_port, provider.redirect_path, words
        )

    @property
    def nonce(self) -> str:
        """What the ID token must repeat, so that it is of this login and no other."""
        return self._nonce

    @property
    def url(self) -> str:
        """The provider's page; it holds no secret."""
        challenge = hashlib.sha256(self._verifier.encode()).digest()
        query = {
            "response_type": "code",
            "client_id": self.provider.client_id,
            "redirect_uri": self._listener.redirect_uri,
            "scope": self.provider.scope,
            "state": self._listener.state,
            "nonce": self._nonce,
            "code_challenge": base64.urlsafe_b64encode(challenge).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        joint = "&" if urlsplit(self.provider.request_url).query else "?"
        return f"{self.provider.request_url}{joint}{urlencode(query)}"

    def finish(self, cancel: Optional[CancelToken] = None, seconds: float = BROWSER_SECONDS) -> Tokens:
        """The tokens, once the browser is back. Raises Cancelled, BrowserFailed or ProviderRefused."""
        try:
            answer = self._listener.wait(seconds, cancel or CancelToken())
        finally:
            self.close()
        if "code" not in answer:
            raise _refused(self.provider, answer.get("error", ""), answer.get("error_description", ""))
        tokens = _ask_for_tokens(
            self.provider,
            self.provider.token_url,
            self.network,
            {
                "grant_type": "authorization_code",
                "code": answer["code"],
                "redirect_uri": self._listener.redirect_uri,
                "code_verifier": self._verifier,
            },
        )
        self._check_nonce(tokens)
        return tokens

    def close(self) -> None:
        self._listener.close()

    def _check_nonce(self, tokens: Tokens) -> None:
        """An ID token of another login must not be slipped in. Its signature is the server's business."""
        token = tokens.extra.get("id_token")
        if token is None:
            return
        nonce = str(_claims(token).get("nonce", ""))
        if not secrets.compare_digest(nonce.encode(), self._nonce.encode()):
            raise BrowserFailed(
                Message(
                    "“{name}” answered to another login than ours. Nothing was sent; try again.",
                    name=self.provider.name,
                ),
                code="wrong_nonce",
            )


def renewed(provider: IdentityProvider, tokens: Tokens, network: Network) -> Tokens:
    """Fresh tokens for old ones. Raises ProviderRefused when a person has to sign in again."""
    if not tokens.refresh:
        raise ProviderRefused(
            Message(
                "The login at “{name}” has ended. Your local changes are kept; log in again.",
                name=provider.name,
            ),
            code="login_ended",
        )
    fresh = _ask_for_tokens(
        provider,
        provider.refresh_url,
        network,
        {"grant_type": "refresh_token", "refresh_token": tokens.refresh, "scope": provider.scope},
    )
    # A provider may leave out what did not change.
    return replace(fresh, refresh=fresh.refresh or tokens.refresh, extra={**tokens.extra, **fresh.extra})


def _ask_for_tokens(provider: IdentityProvider, url: str, network: Network, form: Dict[str, str]) -> Tokens:
    form["client_id"] = provider.client_id
    if not provider.client_secret:
        return _tokens(provider, _post(provider, url, network, form, _no_netrc))
    try:
        with_secret = {**form, "client_secret": provider.client_secret}
        answer = _post(provider, url, network, with_secret, _no_netrc)
    except ProviderRefused as error:
        if error.code != "invalid_client":
            raise
        # Nothing was used up: some providers read the secret in the form only, others in the header only.
        answer = _post(
            provider, url, network, form, HTTPBasicAuth(provider.client_id, provider.client_secret)
        )
    return _tokens(provider, answer)


def _post(
    provider: IdentityProvider, url: str, network: Network, form: Mapping[str, str], auth: Any
) -> Mapping[str, Any]:
    """The provider's answer with tokens. Raises ProviderRefused with its reason."""
    session = network.new_session()
    try:
        response = session.post(
            url,
            data=form,
            headers={"Accept": "application/json"},
            timeout=(network.connect_timeout, network.read_timeout),
            allow_redirects=False,
            auth=auth,
        )
    except requests.RequestException as error:
        raise connection_error(error, url) from error
    finally:
        session.close()
    answer = parsed(response)
    if not isinstance(answer, dict):
        raise unexpected(response)
    if response.status_code != 200 or not isinstance(answer.get("access_token"), str):
        raise _refused(provider, str(answer.get("error", "")), str(answer.get("error_description", "")))
    return answer


def _tokens(provider: IdentityProvider, answer: Mapping[str, Any]) -> Tokens:
    lasts = answer.get("expires_in")
    return Tokens(
        access=answer["access_token"],
        refresh=str(answer.get("refresh_token") or ""),
        extra={name: str(answer[name]) for name in provider.extra_tokens if answer.get(name)},
        expires_at=time.time() + float(lasts) if isinstance(lasts, (int, float)) else 0.0,
    )


def _no_netrc(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _refused(provider: IdentityProvider, code: str, said: str) -> ProviderRefused:
    if code == "access_denied":
        text = Message("The login at “{name}” was declined. Nothing was changed.", name=provider.name)
    elif code == "invalid_grant":
        text = Message(
            "The login at “{name}” has ended. Your local changes are kept; log in again.", name=provider.name
        )
    else:
        text = Message(
            "“{name}” refused the login: {reason}. Nothing was changed; please try again.",
            name=provider.name,
            reason=(said or code or "–").rstrip("."),
        )
    return ProviderRefused(text, code=code or None, detail=said)


def _claims(token: str) -> Mapping[str, Any]:
    """What a JWT says, unverified; nothing where it is none."""
    parts = token.split(".")
    if len(parts) != 3:
        return {}
    try:
        found = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


class SingleSignOnAuth(AuthBase):
    """Sends what the provider gave and renews it in time. Safe for several threads.

    `renewed_tokens` is called, in whatever thread it happens, with the form to keep: providers may give
    out each refresh token once only.
    """

    def __init__(
        self,
        provider: IdentityProvider,
        tokens: Tokens,
        network: Optional[Network] = None,
        renewed_tokens: Callable[[str], None] = lambda _kept: None,
    ) -> None:
        self.provider = provider
        self.renewed_tokens = renewed_tokens
        self._tokens = tokens
        self.network = network or Network()
        self._lock = threading.Lock()

    @classmethod
    def from_kept(cls, kept: str, network: Optional[Network] = None) -> SingleSignOnAuth:
        """What `kept` gave. Raises ProviderRefused when it is damaged: then log in again."""
        try:
            data = json.loads(kept)
            provider, tokens = IdentityProvider(**data["provider"]), Tokens(**data["tokens"])
        except (ValueError, TypeError, KeyError) as error:
            raise ProviderRefused(
                Message("The kept login cannot be read any more. Please log in again."), code="login_ended"
            ) from error
        return cls(provider, tokens, network)

    def kept(self) -> str:
        """A secret text from which `from_kept` goes on; the access token is left out where it can be renewed.

        Not the others: a provider need not give an ID token a second time.
        """
        tokens = replace(self._tokens, access="") if self._tokens.refresh else self._tokens
        return json.dumps({"provider": asdict(self.provider), "tokens": asdict(tokens)})

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        tokens = self._fresh()
        request.headers[self.provider.id_header] = self.provider.id
        request.headers["Authorization"] = f"Bearer {tokens.access}"
        for name, header in self.provider.extra_tokens.items():
            if name in tokens.extra:
                request.headers[header] = tokens.extra[name]
        _answer_for_cookies(request)
        return request

    def _fresh(self) -> Tokens:
        with self._lock:
            if not self._tokens.stale or (self._tokens.access and not self._tokens.refresh):
                return self._tokens
            self._tokens = renewed(self.provider, self._tokens, self.network)
            tokens, kept = self._tokens, self.kept()
        self.renewed_tokens(kept)
        return tokens


def _answer_for_cookies(request: requests.PreparedRequest) -> None:
    """QFieldCloud opens a browser's session for such accounts, and then wants its token against forged requests."""
    try:
        token = SimpleCookie(request.headers.get("Cookie", "")).get("csrftoken")
    except CookieError:
        return
    if token is not None and request.url is not None:
        parts = urlsplit(request.url)
        request.headers["X-CSRFToken"] = token.value
        request.headers["Referer"] = f"{parts.scheme}://{parts.netloc}/"
