# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder of a WebDAV server (RFC 4918) as the remote of a store."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from uuid import uuid4
from xml.etree.ElementTree import Element, ParseError
from xml.etree.ElementTree import fromstring as parse_xml

import requests
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth

from qfieldcloud_server.api.errors import ApiError, DiskFull, StorageRefuses, StorageUnavailable
from qfieldcloud_server.files.digests import Digest
from qfieldcloud_server.files.remote import Held, patiently

_INCOMING = "incoming"
_SECONDS = (10, 60)
_BLOCK_SIZE = 1024 * 1024
_CONNECTIONS = 32
_OK = range(200, 300)
# Too slow, a folder that somebody removed, a lock, too many.
_PASSING = (408, 409, 423, 425, 429)
_PROPFIND = """<?xml version="1.0"?>
<propfind xmlns="DAV:"><prop><getcontentlength/><getlastmodified/><resourcetype/></prop></propfind>"""


class WebDavRemote:
    """Uploads go to `incoming/` first: many servers write a body into place as it comes."""

    def __init__(self, url: str, user: str = "", password: str = "") -> None:
        self._url = url.rstrip("/")
        self._made: set[str] = set()
        self._session = requests.Session()
        # Also where there is none: a .netrc of this machine is not meant for the server.
        self._session.auth = HTTPBasicAuth(user.encode(), password.encode()) if user else _anonymous
        # Every request stands alone, whichever thread sends it.
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(pool_maxsize=_CONNECTIONS))

    def put(self, name: str, path: Path, digest: Digest) -> None:
        def send() -> None:
            incoming = f"{_INCOMING}/{uuid4().hex}"
            try:
                self._upload(incoming, path, digest)
                self._check_arrived(incoming, digest)
                self._move(incoming, name)
            except (ApiError, FileNotFoundError) as error:
                with contextlib.suppress(ApiError):
                    self._request("DELETE", incoming, _OK, 404)
                if isinstance(error, FileNotFoundError):
                    # Apache: what was to be replaced has been moved away in this moment.
                    raise StorageUnavailable from error
                raise

        patiently(send)

    @contextlib.contextmanager
    def get(self, name: str, start: int = 0) -> Iterator[Iterator[bytes]]:
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
        answer = patiently(lambda: self._request("GET", name, _OK, 404, headers=headers, stream=True))
        with answer:
            if answer.status_code == 404:
                raise FileNotFoundError(name)
            skipped = start if answer.status_code != 206 else 0
            yield _blocks(answer, skipped)

    def look(self, name: str) -> Held | None:
        return patiently(lambda: self._look(name))

    def move(self, name: str, target: str) -> None:
        patiently(lambda: self._move(name, target))

    def delete(self, name: str) -> None:
        patiently(lambda: self._request("DELETE", name, _OK, 404))

    def folders(self) -> Iterator[str]:
        """With the one they are in, whose name is not told from theirs."""
        for found in _responses(patiently(lambda: self._find("", depth=1))):
            if _is_folder(found):
                yield _name(found)

    def list(self, folder: str) -> Iterator[Held]:
        yield from _members(patiently(lambda: self._find(f"{folder}/", depth=1)))

    def tidy(self, older_than: float) -> int:
        old = [held.name for held in self.list(_INCOMING) if held.age > older_than]
        for name in old:
            self.delete(f"{_INCOMING}/{name}")
        return len(old)

    def _upload(self, name: str, path: Path, digest: Digest) -> None:
        with self._folder(_INCOMING), path.open("rb") as file:
            # An empty file would be sent in chunks, which not every server takes.
            self._request("PUT", name, _OK, data=file if digest.size else b"")

    def _check_arrived(self, name: str, digest: Digest) -> None:
        held = self._look(name)
        if held is None or held.size != digest.size:
            raise StorageUnavailable from ValueError(f"{held} was kept of {digest.size} bytes")

    def _look(self, name: str) -> Held | None:
        # Not with HEAD: Apache tells no length of an empty file then, and some proxies of none.
        return next(_members(self._find(name, depth=0)), None)

    def _find(self, name: str, depth: int) -> requests.Response:
        headers = {"Depth": str(depth), "Content-Type": "application/xml"}
        return self._request("PROPFIND", name, _OK, 404, data=_PROPFIND, headers=headers)

    def _move(self, name: str, target: str) -> None:
        headers = {"Destination": self._address(target), "Overwrite": "T"}
        with self._folder(target.rpartition("/")[0]):
            answer = self._request("MOVE", name, _OK, 404, headers=headers)
        if answer.status_code == 404 and self._look(target) is None:
            raise FileNotFoundError(name)  # else it was moved by an attempt whose answer was lost

    @contextlib.contextmanager
    def _folder(self, name: str) -> Iterator[None]:
        """Makes a folder once, and again after a failure.

        Before it is needed: servers hang up in the middle of a body they cannot keep, and Apache answers a move into
        a folder that is missing with 500.
        """
        if name not in self._made:
            # 403 is also Apache's answer to the slower one of two who make the same folder.
            if self._request("MKCOL", f"{name}/", _OK, 403, 405, 409).status_code == 409:
                self._request("MKCOL", "", _OK, 403, 405)
                self._request("MKCOL", f"{name}/", _OK, 403, 405)
            self._made.add(name)
        try:
            yield
        except StorageUnavailable:
            self._made.discard(name)
            raise

    def _address(self, name: str) -> str:
        return f"{self._url}/{quote(name)}"

    def _request(
        self, method: str, name: str, expected: range, *also: int, **options: Any
    ) -> requests.Response:
        try:
            # Redirected, it would be another request, perhaps with the password to another server.
            answer = self._session.request(
                method, self._address(name), timeout=_SECONDS, allow_redirects=False, **options
            )
        except requests.RequestException as error:
            raise StorageUnavailable from error
        if answer.status_code in expected or answer.status_code in also:
            return answer
        answer.close()
        cause = ValueError(f"{method} {name} was answered with {answer.status_code} {answer.reason}")
        if answer.status_code in (507, 413):
            raise DiskFull from cause
        if answer.status_code < 500 and answer.status_code not in _PASSING:
            raise StorageRefuses from cause
        raise StorageUnavailable from cause


def _anonymous(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _blocks(answer: requests.Response, skipped: int) -> Iterator[bytes]:
    try:
        for block in answer.iter_content(_BLOCK_SIZE):
            rest = block[skipped:]
            skipped -= len(block) - len(rest)
            if rest:
                yield rest
    except requests.RequestException as error:
        raise StorageUnavailable from error


def _members(answer: requests.Response) -> Iterator[Held]:
    """The files that an answer to PROPFIND tells of."""
    now = _time(answer.headers.get("Date"), time.time())
    for found in _responses(answer):
        if not _is_folder(found):
            size = found.findtext(".//{DAV:}getcontentlength", "")
            modified = _time(found.findtext(".//{DAV:}getlastmodified"), now)
            yield Held(_name(found), int(size) if size.isdigit() else -1, modified, now)


def _responses(answer: requests.Response) -> Iterator[Element]:
    if answer.status_code == 404:
        return
    if b"<!" in answer.content:
        raise StorageUnavailable from ValueError("the list of a folder has a DTD, which none needs")
    try:
        tree = parse_xml(answer.content)  # noqa: S314 - without a DTD there is nothing to expand
    except ParseError as error:
        raise StorageUnavailable from error
    yield from tree.iter("{DAV:}response")


def _is_folder(found: Element) -> bool:
    return found.find(".//{DAV:}resourcetype/{DAV:}collection") is not None


def _name(found: Element) -> str:
    path = urlsplit(found.findtext("{DAV:}href", "")).path
    return unquote(path).rstrip("/").rpartition("/")[2]


def _time(text: str | None, otherwise: float) -> float:
    try:
        return parsedate_to_datetime(text or "").timestamp()
    except ValueError:
        return otherwise
