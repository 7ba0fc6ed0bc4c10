# SPDX-License-Identifier: GPL-2.0-or-later
"""The first calls of QField, QFieldSync and the SDK, made to the public address, and what a proxy breaks about them.

Only the standard library speaks here, and no cookie, redirect or retry helps: clients in the field have none either.
A project is never touched; where a call needs to be signed in, a wrong token is enough to see what comes back.
"""

from __future__ import annotations

import http.client
import json
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from qfieldcloud_server.doctor.finding import Finding, bad, good, note

QFIELD = "qfield|4.0.0|4.0.0 - doctor|0| QGIS/34403/Android 14"
SECONDS = 20
BIG = 3 * 1024 * 1024
NO_PROJECT = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def json(self) -> Any:
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def code(self) -> str:
        told = self.json()
        return str(told.get("code", "")) if isinstance(told, dict) else ""


class Unreachable(Exception):
    """No answer at all; the message says why."""


def examine(url: str) -> Iterator[Finding]:
    try:
        status = call(url, "GET", "/api/v1/status/")
    except Unreachable as error:
        yield bad(f"The server cannot be reached: {error}", "Look at DNS, the firewall and the proxy's log.")
        return
    yield from _status(status)
    if status.status != 200:
        return
    for check in CHECKS:
        try:
            yield check(url)
        except Unreachable as error:
            yield bad(
                f"No answer ({check.__name__.strip('_').replace('_', ' ')}): {error}",
                "Look at the proxy's log.",
            )


def call(url: str, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
    """One request over a connection of its own; certificates are checked."""
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    connection = (
        http.client.HTTPSConnection(parts.netloc, timeout=SECONDS, context=ssl.create_default_context())
        if secure
        else http.client.HTTPConnection(parts.netloc, timeout=SECONDS)
    )
    sent = {"User-Agent": QFIELD, "Accept": "*/*"} | {k.replace("_", "-"): v for k, v in headers.items()}
    try:
        connection.request(method, path, body=body, headers=sent)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read(BIG))
    except ssl.SSLCertVerificationError as error:
        raise Unreachable(f"the certificate is not trusted: {error.verify_message}") from error
    except (OSError, http.client.HTTPException) as error:
        raise Unreachable(str(error) or type(error).__name__) from error
    finally:
        connection.close()


def _status(answer: Answer) -> Iterator[Finding]:
    told = answer.json()
    if 300 <= answer.status < 400:
        target = answer.headers.get("Location", "elsewhere")
        yield bad(
            f"status/ is redirected to {target}.", "A redirect hangs QField. Give people the final address."
        )
    elif answer.status == 400:
        yield bad(
            "The server does not answer to this host name.", "Set public_url, or add it to allowed_hosts."
        )
    elif answer.status != 200 or not isinstance(told, dict):
        yield bad(
            f"status/ answers {answer.status}, which no server of this kind does.", "Is the address right?"
        )
    elif told.get("database") != "ok" or told.get("storage") != "ok":
        yield bad(
            "The server is there but not well.",
            f"database: {told.get('database')}, storage: {told.get('storage')}",
        )
    else:
        yield good("The server answers, and is well.")


def _server_info_has_the_right_addresses(url: str) -> Finding:
    told = call(url, "GET", "/api/v1/server/info/").json() or {}
    logo = str(told.get("whitelabel", {}).get("logo_main", ""))
    if urlsplit(logo).netloc == urlsplit(url).netloc and not logo.startswith(url):
        advice = "Have the proxy send X-Forwarded-Proto and list it in trusted_proxies, or set public_url."
        return bad(f"The server thinks it is {urlsplit(logo).scheme}: {logo}", advice)
    if urlsplit(logo).path.startswith("/static/") and not logo.startswith(url):
        return bad(
            f"The server thinks its address is another one: {logo}",
            "Set public_url, or have the proxy pass Host.",
        )
    return good("The server knows its own address.")


def _the_token_header_arrives(url: str) -> Finding:
    answer = call(url, "GET", "/api/v1/auth/user/", Authorization="Token " + "x" * 100)
    if answer.code == "token_authentication_failed":
        return good("Authorization headers arrive.")
    if answer.code == "not_authenticated":
        return bad(
            "The proxy drops Authorization headers.", "Nobody can stay signed in. Let the header pass."
        )
    if answer.headers.get("WWW-Authenticate"):
        return bad("The proxy asks for a password of its own.", "QField cannot give one. Take it off /api/.")
    return bad(
        f"auth/user/ answers {answer.status} instead of 401.", "Something answers in the server's place."
    )


def _errors_arrive_as_they_are(url: str) -> Finding:
    answer = call(url, "GET", "/api/v1/nothing/here/")
    if answer.status == 404 and answer.code == "object_not_found":
        return good("Errors arrive as the server words them.")
    advice = "QField looks for the code in them. nginx: proxy_intercept_errors off."
    return bad("The proxy replaces error answers by pages of its own.", advice)


def _a_missing_slash_is_no_redirect(url: str) -> Finding:
    answer = call(url, "GET", "/api/v1/status")
    if answer.status == 200:
        return good("Addresses without their last slash are served.")
    return bad(
        f"/api/v1/status answers {answer.status}.", "The proxy changes addresses. Pass them on as they are."
    )


def _odd_names_survive(url: str) -> Finding:
    path = f"/api/v1/files/{NO_PROJECT}/DCIM/a%20b%2Fc%C3%A9/"
    answer = call(url, "GET", path, Authorization="Token " + "x" * 100)
    if answer.code == "token_authentication_failed":
        return good("File names with spaces, slashes and accents arrive.")
    advice = "nginx: proxy_pass without a path at its end. Apache: AllowEncodedSlashes NoDecode, nocanon."
    return bad(f"An address with an escaped file name answers {answer.status}.", advice)


def _uploads_of_some_size_arrive(url: str) -> Finding:
    body = b'{"username": "doctor", "password": "' + b"x" * 2_000_000 + b'"}'
    advice = "Uploads will fail. nginx: client_max_body_size 10g; proxy_request_buffering off."
    try:
        answer = call(url, "POST", "/api/v1/auth/login/", body, Content_Type="application/json")
    except Unreachable as error:
        # A proxy that has enough hangs up without reading the rest.
        return bad(f"A body of 2 MB does not arrive: {error}", advice)
    if answer.status == 400 and answer.code == "api_error":
        return good("Bodies of 2 MB arrive.")
    return bad(f"A body of 2 MB is answered with {answer.status}.", advice)


def _posts_need_no_cookie(url: str) -> Finding:
    answer = call(url, "POST", "/api/v1/auth/token/", b"{}", Content_Type="application/json")
    if answer.status == 400 and answer.code == "api_error":
        return good("Signing in works without cookies.")
    return bad(f"auth/token/ answers {answer.status}.", "Something between asks for a cookie or blocks POST.")


def _other_methods_pass(url: str) -> Finding:
    for method in ("PATCH", "DELETE", "PUT"):
        answer = call(url, method, f"/api/v1/projects/{NO_PROJECT}/", b"", Content_Length="0")
        if answer.code != "not_authenticated":
            return bad(
                f"{method} is answered with {answer.status}.",
                "The proxy lets only some methods pass. Let all.",
            )
    return good("All methods pass.")


def _ranges_pass(url: str) -> Finding:
    whole = call(url, "GET", "/static/web/style.css")
    part = call(url, "GET", "/static/web/style.css", Range="bytes=10-19")
    if part.status == 206 and part.body == whole.body[10:20]:
        return good("Interrupted downloads can go on.")
    advice = "Resumed downloads would be broken: let Range headers pass. nginx: gzip off for /api/."
    return bad(f"A part of a file is answered with {part.status}.", advice)


def _answers_are_not_kept(url: str) -> Finding:
    answer = call(url, "GET", "/api/v1/auth/providers/")
    if answer.headers.get("Age") or "HIT" in str(answer.headers.get("X-Cache", "")).upper():
        return bad(
            "The proxy keeps answers of the API.",
            "People will see each other's data. Turn caching off for /api/.",
        )
    return good("The API is not cached on the way.")


def _plain_http_does_not_redirect(url: str) -> Finding:
    if not url.startswith("https://"):
        return note(
            "Not encrypted: plain http.",
            "Fine on a closed network. Elsewhere put a proxy with TLS before it.",
        )
    try:
        answer = call("http://" + urlsplit(url).netloc.partition(":")[0], "GET", "/api/v1/status/")
    except Unreachable:
        return good("Plain http is closed.")
    if 300 <= answer.status < 400:
        return note("http is redirected to https.", "QField hangs on redirects: people must type https://.")
    return note("The server also answers over plain http.", "Passwords could travel readable.")


CHECKS: tuple[Callable[[str], Finding], ...] = (
    _server_info_has_the_right_addresses,
    _the_token_header_arrives,
    _errors_arrive_as_they_are,
    _a_missing_slash_is_no_redirect,
    _odd_names_survive,
    _uploads_of_some_size_arrive,
    _posts_need_no_cookie,
    _other_methods_pass,
    _ranges_pass,
    _answers_are_not_kept,
    _plain_http_does_not_redirect,
)
