# SPDX-License-Identifier: GPL-2.0-or-later
"""One HTTP exchange: address, token, retries and the translation of every failure into a CloudError."""

from __future__ import annotations

import secrets
import ssl
import threading
import time
from typing import Any, Iterator, List, Mapping, Optional, Tuple
from urllib.parse import quote, urlsplit, urlunsplit

import requests
from requests.auth import AuthBase
from requests.cookies import RequestsCookieJar

from ..engine.message import Message
from ..engine.sync.progress import CancelToken
from .errors import (
    CertificateRejected,
    CloudError,
    InsecureServer,
    ProxyFailed,
    Rejected,
    ServerBusy,
    UnexpectedAnswer,
    Unreachable,
    error_of,
)
from .network import Network

API = "api/v1/"
PAGE = 250
_SPREAD = secrets.SystemRandom()
_REPEATABLE = frozenset({"GET", "HEAD", "PUT", "DELETE"})


def server_address(text: str) -> str:
    """What a person typed as a server's address: `https://host/prefix/`, without the API's own path.

    Raises Rejected when it cannot be an address.
    """
    text = text.strip()
    if "://" not in text:
        text = f"https://{text}"
    parts = urlsplit(text)
    spaced = any(letter.isspace() for letter in text)
    wrong = parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password
    if wrong or spaced:
        raise Rejected(
            Message("This is not the address of a server. It looks like https://cloud.example.org"),
            code="invalid_address",
        )
    path = parts.path.strip("/")
    if path == API.strip("/") or path.endswith("/" + API.strip("/")):
        path = path[: -len(API.strip("/"))].strip("/")
    return urlunsplit((parts.scheme, parts.netloc.lower(), f"/{path}/" if path else "/", "", ""))


def file_path(name: str) -> str:
    """A file's name as part of a URL: everything but the slashes is quoted."""
    return quote(name, safe="/")


class TokenAuth(AuthBase):
    """Sends the token; given as `auth` so that a .netrc file on the machine cannot replace it."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Token {self._token}"
        return request


class Transport:
    """Sends requests below `<server>/api/v1/`. Safe for several threads: each gets its own session."""

    def __init__(self, server: str, auth: AuthBase, network: Network) -> None:
        self.server = server_address(server)
        self.network = network
        self._auth = auth
        self._local = threading.local()
        # One jar: where the server opens a session for an account, every thread goes on with the same one.
        self._cookies = RequestsCookieJar()

    def url(self, path: str) -> str:
        """The address of an API path; every one ends in a slash, or the server would redirect."""
        return self.server + API + path.rstrip("/") + "/"

    def session(self) -> requests.Session:
        """This thread's session."""
        if not hasattr(self._local, "session"):
            self._local.session = self.network.new_session()
            self._local.session.cookies = self._cookies
        session: requests.Session = self._local.session
        return session

    def close(self) -> None:
        """Close this thread's connections."""
        if hasattr(self._local, "session"):
            self._local.session.close()
            del self._local.session

    def send(self, method: str, path: str, **options: Any) -> requests.Response:
        """One exchange without retries; answers of 300 and above raise (but 304 and what `accept` lists)."""
        accept: Tuple[int, ...] = options.pop("accept", ())
        try:
            response = self.session().request(
                method,
                self.url(path),
                auth=self._auth,
                timeout=(self.network.connect_timeout, self.network.read_timeout),
                allow_redirects=method in ("GET", "HEAD"),
                **options,
            )
        except requests.RequestException as error:
            raise connection_error(error, self.server) from error
        if response.status_code < 300 or response.status_code in accept:
            return response
        try:
            raise _refusal(response)
        finally:
            response.close()

    def request(
        self, method: str, path: str, cancel: Optional[CancelToken] = None, **options: Any
    ) -> requests.Response:
        """As `send`, but what may be repeated is repeated while the failure is transient and `patience` lasts."""
        cancel = cancel or CancelToken()
        attempts = self.network.attempts if method in _REPEATABLE else 1
        until = time.monotonic() + self.network.patience
        for attempt in range(attempts):
            cancel.check()
            try:
                return self.send(method, path, **options)
            except CloudError as error:
                if not error.transient or attempt + 1 == attempts or time.monotonic() > until:
                    raise
                pause(attempt, self.network, cancel)
        raise AssertionError("a request is always answered or raises")

    def json(self, method: str, path: str, **options: Any) -> Any:
        """The parsed JSON of an answer; None when it has no body."""
        response = self.request(method, path, **options)
        if not response.content:
            return None
        return parsed(response)

    def pages(self, path: str, params: Optional[Mapping[str, Any]] = None) -> Iterator[Any]:
        """The items of a list in the server's order, fetched a page at a time."""
        offset = 0
        while True:
            query = {**(params or {}), "limit": PAGE, "offset": offset}
            response = self.request("GET", path, params=query)
            items = parsed(response)
            if not isinstance(items, list):
                raise unexpected(response)
            yield from items
            if "X-Next-Page" not in response.headers or not items:
                return
            offset += PAGE

    def list(self, path: str, params: Optional[Mapping[str, Any]] = None) -> List[Any]:
        """A whole list in one answer: where the server promises no order, pages could leave gaps."""
        response = self.request("GET", path, params=params)
        items = parsed(response)
        if not isinstance(items, list):
            raise unexpected(response)
        return items


def pause(attempt: int, network: Network, cancel: CancelToken) -> None:
    """Wait before another attempt; the spread keeps many clients from returning in step."""
    cancel.wait(network.backoff * (2**attempt) * _SPREAD.uniform(0.75, 1.25))


def parsed(response: requests.Response) -> Any:
    """The JSON of an answer; UnexpectedAnswer when it is none."""
    try:
        return response.json()
    except ValueError as error:
        raise unexpected(response) from error


def unexpected(response: requests.Response) -> UnexpectedAnswer:
    """The error for an answer that is not the API's."""
    return not_the_api(response.url, response.status_code)


def not_the_api(address: str, status: Optional[int]) -> UnexpectedAnswer:
    """The error for an address where something answers, but not the API."""
    return UnexpectedAnswer(
        Message(
            "{host} answered, but not as a QFieldCloud server does. Nothing was changed; "
            "check the server's address, and whether your network asks for a login page.",
            host=urlsplit(address).netloc,
        ),
        status=status,
    )


def _refusal(response: requests.Response) -> CloudError:
    status = response.status_code
    if 300 <= status < 400:
        # The address of a server is what people type, not that of the API below it.
        target = response.headers.get("Location", "").partition(API)[0]
        return Rejected(
            Message(
                "The server sends requests on to “{target}”. Use that address as the server's address instead.",
                target=target,
            ),
            code="redirected",
            status=status,
        )
    try:
        body = response.json()
    except (ValueError, requests.RequestException):
        body = None
    if status == 407:
        return ProxyFailed(
            Message("The proxy asks for a name and password. Check QGIS's network settings."), status=status
        )
    return error_of(status, body)


def connection_error(error: Exception, server: str) -> CloudError:
    """The error for an exchange that ended without a whole answer."""
    host = urlsplit(server).netloc
    kept = Message("Your local changes are kept")
    if isinstance(error, requests.exceptions.SSLError) and not _is_about_a_certificate(error):
        return InsecureServer(
            Message(
                "No secure connection to {host}, so nothing was sent. {kept}; check the address and its port. "
                "Servers without https, as in a network of one's own, are written with http:// in front.",
                host=host,
                kept=kept,
            )
        )
    if isinstance(error, requests.exceptions.SSLError):
        return CertificateRejected(
            Message(
                "The certificate of {host} is not trusted, so nothing was sent. {kept}; add its authority in "
                "QGIS's settings under Authentication, or ask whoever runs the server.",
                host=host,
                kept=kept,
            )
        )
    if isinstance(error, requests.exceptions.ProxyError):
        return ProxyFailed(
            Message(
                "The proxy does not let us through to {host}. {kept}; check QGIS's network settings.",
                host=host,
                kept=kept,
            )
        )
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return Unreachable(
            Message("{host} does not answer. {kept}; check the network and try again.", host=host, kept=kept)
        )
    if isinstance(error, requests.exceptions.Timeout):
        return ServerBusy(
            Message("{host} took too long to answer. {kept}; try again in a moment.", host=host, kept=kept)
        )
    if isinstance(error, (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema)):
        return Rejected(Message("“{host}” is not an address of a server.", host=host), code="invalid_address")
    return Unreachable(
        Message(
            "No connection to {host}. {kept}; check the network and the address, then try again.",
            host=host,
            kept=kept,
        )
    )


def _is_about_a_certificate(error: Optional[BaseException]) -> bool:
    """Else whoever answers does not speak TLS as we do: most often the server has no https at all."""
    while isinstance(error, BaseException):
        if isinstance(error, ssl.CertificateError):
            return True
        # urllib3 wraps what happened as `reason`, requests and urllib3's own SSLError as their argument.
        error = getattr(error, "reason", None) or next(iter(error.args), None)
    return False
