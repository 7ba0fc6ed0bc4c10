# SPDX-License-Identifier: GPL-2.0-or-later
"""A field device's network: QField's headers and bodies, and a loud failure where QField would hang."""

from __future__ import annotations

import json
import re
import secrets
import threading
import time
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Iterator, Optional

import requests

USER_AGENT = "qfield|4.0.0|4.0.0 - Simulated|0f1e1d5eed| QGIS/34403/Linux"
TIMEOUT = 60.0  # QgsNetworkAccessManager's, set when QField starts
CHUNK = 64 * 1024


class DeviceError(Exception):
    """What went wrong, as the person with the device would see it."""


class NotAnswered(DeviceError):
    """No answer: connection refused, cut, or slower than QField waits."""


class Refused(DeviceError):
    """The server answered with an error code."""

    def __init__(self, status: int, url: str, body: str) -> None:
        super().__init__(f"[HTTP/{status}] {url} Server Error.{body[:200]}")
        self.status = status
        self.body = body

    @property
    def code(self) -> str:
        found = re.search(r'"code":"(\w+)"', self.body[:200])
        return found[1] if found else ""


class BreaksQField(AssertionError):
    """The server did what makes QField hang, crash or corrupt a file. Never right, whatever the test."""


@dataclass(frozen=True)
class Call:
    """One exchange, for timelines and for tests of the order of calls."""

    method: str
    path: str
    status: int
    sent: int
    received: int
    seconds: float


class Wire:
    """Speaks below `<url>/api/v1/` as QField does. Safe to use from the six threads of a download."""

    def __init__(self, url: str, user_agent: str = USER_AGENT, language: str = "de-CH") -> None:
        self.base = url.rstrip("/") + "/api/v1/"
        self.token = ""
        self.calls: list[Call] = []
        self._agent = user_agent
        self._language = language
        self._threads = threading.local()

    # -- requests ---------------------------------------------------------------------------------

    def get(self, path: str, *, anonymous: bool = False) -> requests.Response:
        headers = {"Content-Type": "application/json", "Accept-Language": self._language}
        return self._send("GET", path, headers, None, anonymous=anonymous)

    def post_json(
        self, path: str, body: Optional[dict[str, Any]], *, anonymous: bool = False
    ) -> requests.Response:
        # QField leaves Accept-Language out here.
        data = qt_json(body).encode() if body is not None else b""
        return self._send("POST", path, {"Content-Type": "application/json"}, data, anonymous=anonymous)

    def post_file(self, path: str, file: Path) -> requests.Response:
        """Two parts: the parameters, always none, then the file under its absolute path, called JSON."""
        boundary = "boundary_.oOo._" + b64encode(secrets.token_bytes(18)).decode()
        body = b"".join(
            (
                _part(boundary, 'form-data; name="text"', qt_json({}).encode()),
                _part(boundary, f'form-data; name="file"; filename="{file.absolute()}"', file.read_bytes()),
                f"--{boundary}--\r\n".encode(),
            )
        )
        headers = {
            "Content-Type": f'multipart/form-data; boundary="{boundary}"',
            "MIME-Version": "1.0",
            "Accept-Language": self._language,
        }
        return self._send("POST", path, headers, body)

    def download(self, path: str, start: int, write: Callable[[bytes], None]) -> int:
        """Hands on what comes, and returns the status, of which QField knows only 416."""
        headers = {"Accept-Language": self._language, **({"Range": f"bytes={start}-"} if start else {})}
        began = time.monotonic()
        with self._open("GET", path, headers, None, stream=True) as response:
            received = 0
            self._refuse_redirect(response)
            if response.ok:
                _require_resumable(response, start)
                for chunk in _chunks(response):
                    received += len(chunk)
                    write(chunk)
            self._note(response, 0, received, began)
        if response.status_code >= 400 and response.status_code != 416:
            raise Refused(response.status_code, response.url, response.text)
        return response.status_code

    # -- below ------------------------------------------------------------------------------------

    def _send(
        self,
        method: str,
        path: str,
        headers: dict[str, str],
        body: Optional[bytes],
        *,
        anonymous: bool = False,
    ) -> requests.Response:
        began = time.monotonic()
        response = self._open(method, path, headers, body, anonymous=anonymous)
        self._note(response, len(body or b""), len(response.content), began)
        self._refuse_redirect(response)
        if response.status_code >= 400:
            _require_readable_error(response)
            if response.status_code == 401:
                self.token = ""
            raise Refused(response.status_code, response.url, response.text)
        return response

    def _open(
        self,
        method: str,
        path: str,
        headers: dict[str, str],
        body: Optional[bytes],
        *,
        anonymous: bool = False,
        stream: bool = False,
    ) -> requests.Response:
        # Plain concatenation; what QUrl's tolerant mode then does to spaces and letters, requests does too.
        headers = {**headers, "User-Agent": self._agent}
        if self.token and not anonymous:
            headers["Authorization"] = f"Token {self.token}"
        try:
            return self._session().request(
                method,
                self.base + path,
                headers=headers,
                data=body,
                timeout=TIMEOUT,
                allow_redirects=False,
                stream=stream,
            )
        except requests.RequestException as error:
            raise NotAnswered(f"Network Error. {method} {path}: {error}") from error

    def _session(self) -> requests.Session:
        if not hasattr(self._threads, "session"):
            session = requests.Session()
            session.trust_env = False
            session.headers.clear()
            session.headers["Accept-Encoding"] = "gzip, deflate"
            self._threads.session = session
        return self._threads.session  # type: ignore[no-any-return]

    def _note(self, response: requests.Response, sent: int, received: int, began: float) -> None:
        path = str(response.request.path_url).partition("/api/v1/")[2]
        seconds = time.monotonic() - began
        method = str(response.request.method)
        self.calls.append(Call(method, path, response.status_code, sent, received, seconds))

    @staticmethod
    def _refuse_redirect(response: requests.Response) -> None:
        if 300 <= response.status_code < 400:
            raise BreaksQField(
                f"{response.url} redirects ({response.status_code}): QField waits for it forever"
            )


def _part(boundary: str, disposition: str, content: bytes) -> bytes:
    head = f"--{boundary}\r\nContent-Type: application/json\r\nContent-Disposition: {disposition}\r\n\r\n"
    return head.encode() + content + b"\r\n"


def _chunks(response: requests.Response) -> Iterator[bytes]:
    try:
        yield from response.iter_content(CHUNK)
    except requests.RequestException as error:
        raise NotAnswered(f"Network Error. {response.url} broke off: {error}") from error


def _require_resumable(response: requests.Response, start: int) -> None:
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise BreaksQField(f"{response.url} comes encoded: byte counts of a resumed download would be wrong")
    if not start:
        return
    if response.status_code != 206:
        raise BreaksQField(
            f"{response.url} answers {response.status_code} to a Range: QField would append it all"
        )
    if not response.headers.get("Content-Range", "").startswith(f"bytes {start}-"):
        raise BreaksQField(
            f"{response.url} sends {response.headers.get('Content-Range')!r}, asked was {start}-"
        )


def _require_readable_error(response: requests.Response) -> None:
    """QField searches the first 200 characters for compact JSON to choose the text it shows."""
    if not re.search(r'"code":"\w+"', response.text[:200]):
        raise BreaksQField(
            f"{response.url} answers {response.status_code} without a code: {response.text[:200]!r}"
        )


# -- JSON as Qt writes and reads it ---------------------------------------------------------------


def qt_json(value: Any) -> str:
    """QJsonDocument's indented form: sorted keys, four spaces, empty containers over two lines."""
    return _qt(value, "") + "\n"


def _qt(value: Any, indent: str) -> str:
    deeper = indent + "    "
    if isinstance(value, dict):
        rows = [f"{deeper}{_scalar(key)}: {_qt(value[key], deeper)}" for key in sorted(value)]
        return "{\n" + ",\n".join(rows) + ("\n" if rows else "") + indent + "}"
    if isinstance(value, (list, tuple)):
        rows = [deeper + _qt(item, deeper) for item in value]
        return "[\n" + ",\n".join(rows) + ("\n" if rows else "") + indent + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        value = int(value)
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


class Answer:
    """A JSON object read as strictly as QField reads it: types are never coerced."""

    def __init__(self, value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise BreaksQField(f"{where}: QField needs a JSON object, got {str(value)[:80]}")
        self.value = value
        self.where = where

    @classmethod
    def of(cls, response: requests.Response) -> Answer:
        return cls(json_of(response), response.url)

    def text(self, key: str) -> str:
        return self._required(key, str)  # type: ignore[no-any-return]

    def name(self, key: str) -> str:
        """A text that must not be empty."""
        found = self.text(key)
        if not found:
            raise BreaksQField(f"{self.where}: {key} is empty")
        return found

    def flag(self, key: str) -> bool:
        return self._required(key, bool)  # type: ignore[no-any-return]

    def number(self, key: str) -> float:
        found = self._required(key, (int, float))
        if isinstance(found, bool):
            raise BreaksQField(f"{self.where}: {key} is not a number")
        return found  # type: ignore[no-any-return]

    def array(self, key: str) -> list[Any]:
        return self._required(key, list)  # type: ignore[no-any-return]

    def maybe_text(self, key: str) -> str:
        """An optional text; null and absent are empty, another type is a fault that QField would not tell."""
        found = self.value.get(key)
        if found is not None and not isinstance(found, str):
            raise BreaksQField(
                f"{self.where}: {key} is {type(found).__name__}; QField would read an empty text"
            )
        return found or ""

    def maybe_flag(self, key: str) -> bool:
        found = self.value.get(key, False)
        if not isinstance(found, bool):
            raise BreaksQField(f"{self.where}: {key} is {type(found).__name__}; QField would read false")
        return found

    def _required(self, key: str, kind: Any) -> Any:
        found = self.value.get(key)
        if not isinstance(found, kind):
            raise BreaksQField(f"{self.where}: QField needs {key}, got {found!r}")
        return found


def json_of(response: requests.Response) -> Any:
    try:
        return json.loads(response.content)
    except ValueError as error:
        raise BreaksQField(f"{response.url}: not JSON: {response.text[:80]!r}") from error


def json_list(response: requests.Response) -> list[Any]:
    """QField takes anything else for an empty array."""
    found = json_of(response)
    if not isinstance(found, list):
        raise BreaksQField(f"{response.url}: QField needs a JSON array")
    return found
