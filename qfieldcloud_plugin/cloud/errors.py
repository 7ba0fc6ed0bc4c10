# SPDX-License-Identifier: GPL-2.0-or-later
"""What can go wrong between this computer and a server, in words for the person in front of it.

CloudError                    (also an engine RemoteError, so sync treats every server alike)
├── Unreachable               no connection: network, name, proxy or timeout
│   ├── ProxyFailed           the proxy refused or did not answer
│   ├── CertificateRejected   the server's certificate is not trusted
│   └── InsecureServer        https was asked for, and what answers does not speak it
├── ServerBusy                429, 502, 503, 504: later
├── ServerFailed              500 and its kin: a defect over there
├── NotSignedIn               401: no token, or one that is no longer good
│   ├── LoginRefused          wrong name or password
│   ├── TooManyAttempts       locked for a while after wrong passwords
│   ├── ProviderRefused       the identity provider, or the server after it, does not let us in
│   └── BrowserFailed         the browser did not come back with an answer
├── Forbidden                 403
├── Missing                   404
├── OverQuota                 402: the owner's storage is full
├── FileMovedOn               412: someone uploaded a newer version
├── TooLarge                  413: the server, or a proxy before it, takes nothing this large
├── DamagedTransfer           the bytes that arrived are not the bytes that were sent
├── UnexpectedAnswer          not what the API answers: a wrong address, a sign-in page of a hotel
└── Rejected                  any other refusal; `code` says which
"""

from __future__ import annotations

from typing import Any, Mapping, Optional, Type

from ..engine.message import Message
from ..engine.sync.errors import (
    NotFound,
    NotPermitted,
    RemoteError,
    RemoteUnavailable,
    TransferDamaged,
    VersionConflict,
)
from ..engine.sync.errors import TooLarge as EngineTooLarge


class CloudError(RemoteError):
    """`status` is the HTTP status, None when there was no answer; `detail` is what the server said."""

    code = "cloud_error"

    def __init__(
        self, message: str, *, code: Optional[str] = None, status: Optional[int] = None, detail: str = ""
    ) -> None:
        super().__init__(message, code=code)
        self.status = status
        self.detail = detail


class Unreachable(CloudError, RemoteUnavailable):
    code = "unreachable"
    transient = True


class ProxyFailed(Unreachable):
    code = "proxy_failed"


class CertificateRejected(Unreachable):
    code = "certificate_rejected"
    transient = False


class InsecureServer(Unreachable):
    code = "insecure_server"
    transient = False


class ServerBusy(CloudError, RemoteUnavailable):
    code = "server_busy"
    transient = True


class ServerFailed(CloudError):
    code = "unknown_error"
    transient = True


class NotSignedIn(CloudError, NotPermitted):
    code = "not_authenticated"


class LoginRefused(NotSignedIn):
    code = "authentication_failed"


class TooManyAttempts(NotSignedIn):
    code = "too_many_failed_login_attempts"
    transient = True


class ProviderRefused(NotSignedIn):
    code = "provider_refused"


class BrowserFailed(NotSignedIn):
    code = "browser_failed"


class Forbidden(CloudError, NotPermitted):
    code = "permission_denied"


class Missing(CloudError, NotFound):
    code = "object_not_found"


class OverQuota(CloudError):
    code = "over_quota"


class TooLarge(CloudError, EngineTooLarge):
    code = "too_large"


class FileMovedOn(CloudError, VersionConflict):
    code = "version_conflict"
    transient = True


class DamagedTransfer(CloudError, TransferDamaged):
    code = "transfer_damaged"
    transient = True


class UnexpectedAnswer(CloudError):
    code = "unexpected_answer"


class Rejected(CloudError):
    code = "api_error"


_BY_STATUS: Mapping[int, Type[CloudError]] = {
    401: NotSignedIn,
    402: OverQuota,
    403: Forbidden,
    404: Missing,
    412: FileMovedOn,
    413: TooLarge,
    429: ServerBusy,
    502: ServerBusy,
    503: ServerBusy,
    504: ServerBusy,
}

_BY_CODE: Mapping[str, Type[CloudError]] = {
    "authentication_failed": LoginRefused,
    "too_many_failed_login_attempts": TooManyAttempts,
    "over_quota": OverQuota,
    "version_conflict": FileMovedOn,
}

_TEXTS: Mapping[str, Message] = {
    "authentication_failed": Message("Wrong username or password. Nothing was changed; please log in again."),
    "too_many_failed_login_attempts": Message(
        "Too many wrong passwords: the server refuses this account for a while. Try again in half an hour."
    ),
    "token_authentication_failed": Message(
        "The session has ended. Your local changes are kept; log in again and they can be synchronized."
    ),
    "not_authenticated": Message("You are not logged in. Your local changes are kept; please log in."),
    "over_quota": Message(
        "The storage of the project's owner is full. Your local changes are kept; "
        "delete old versions or files, or ask the owner for more space, then sync again."
    ),
    "inactive_subscription": Message("The owner's subscription is not active. Your local changes are kept."),
    "permission_denied_plan_insufficient": Message(
        "The owner's plan does not allow this. Your local changes are kept."
    ),
    "restricted_project_modification": Message(
        "Only managers may change the QGIS project file of this project. Your local changes are kept."
    ),
    "version_conflict": Message(
        "Someone uploaded a newer version meanwhile. Nothing was overwritten; sync again."
    ),
    "no_qgis_project": Message("This cloud project has no QGIS project file yet. Upload one first."),
    "multiple_projects": Message(
        "A cloud project holds only one QGIS project file. The second one was not uploaded."
    ),
    "invalid_qgis_project_file": Message(
        "The server cannot read the QGIS project file. It was not uploaded."
    ),
    "project_already_exists": Message(
        "You already have a project with this name. Please choose another one."
    ),
}

_TEXTS_BY_STATUS: Mapping[int, Message] = {
    403: Message("Your role does not allow this. Your local changes are kept; ask a manager of the project."),
    404: Message("It is no longer on the server, or never was."),
    413: Message(
        "The server, or a proxy before it, refuses what is this large. Your local changes are kept; "
        "ask whoever runs the server to allow larger requests."
    ),
}


def error_of(status: int, body: Any) -> CloudError:
    """The error for an answer of 400 and above; `body` is its parsed JSON, or None when it is not JSON."""
    code, detail = "", ""
    if isinstance(body, dict):
        code = body["code"] if isinstance(body.get("code"), str) else ""
        said = body.get("message") or body.get("detail")
        detail = said if isinstance(said, str) else ""
    kind = _BY_CODE.get(code) or _BY_STATUS.get(status) or (ServerFailed if status >= 500 else Rejected)
    return kind(_text_of(kind, status, code, detail), code=code or None, status=status, detail=detail)


def _text_of(kind: Type[CloudError], status: int, code: str, detail: str) -> Message:
    text = _TEXTS.get(code) or _TEXTS_BY_STATUS.get(status)
    if text is not None:
        return text
    if issubclass(kind, ServerBusy):
        return Message("The server is busy. Your local changes are kept; please try again in a moment.")
    if issubclass(kind, ServerFailed):
        return Message(
            "The server failed (HTTP {status}). Your local changes are kept; please try again later.",
            status=status,
        )
    if detail:
        return Message(
            "The server refused the request (HTTP {status}, {code}): {detail}. Nothing was changed.",
            status=status,
            code=code or "–",
            detail=detail.rstrip("."),
        )
    return Message(
        "The server refused the request (HTTP {status}, {code}). Nothing was changed.",
        status=status,
        code=code or "–",
    )
