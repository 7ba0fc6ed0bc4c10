# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a server's files are kept if not in its data folder: an address, and who may use it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from qfieldcloud_server.configuration import WrongSetting

if TYPE_CHECKING:
    from qfieldcloud_server.files.remote import Remote


@dataclass(frozen=True)
class StoragePlace:
    """`url` is https://host/folder (WebDAV) or s3://bucket/prefix; the password is never shown."""

    url: str
    user: str = ""
    password: str = field(default="", repr=False)
    s3_endpoint: str = ""
    s3_region: str = ""

    @classmethod
    def of(cls, configuration: Any) -> StoragePlace | None:
        """None: the data folder. Raises WrongSetting."""
        url: str = configuration.files_url
        if not url:
            return None
        if not urlsplit(url).hostname:
            raise WrongSetting("files_url: the name of the bucket or the host is missing.")
        if "@" in urlsplit(url).netloc:
            raise WrongSetting("files_url: name and password belong into files_user and files_password.")
        return cls(
            url.rstrip("/"),
            configuration.files_user,
            configuration.files_password,
            configuration.s3_endpoint,
            configuration.s3_region,
        )

    @property
    def is_readable_on_the_way(self) -> bool:
        address = urlsplit(self.s3_endpoint or self.url)
        return address.scheme == "http" and address.hostname not in ("localhost", "127.0.0.1", "::1")

    def __str__(self) -> str:
        return self.url


def remote_at(place: StoragePlace) -> Remote:
    """Raises WrongSetting where the library that speaks to the service is not installed."""
    scheme = urlsplit(place.url).scheme
    extra = "s3" if scheme == "s3" else "webdav"
    try:
        if scheme == "s3":
            from qfieldcloud_server.files.s3_remote import S3Remote

            return S3Remote(place)
        from qfieldcloud_server.files.webdav_remote import WebDavRemote

        return WebDavRemote(place.url, place.user, place.password)
    except ImportError as error:
        raise WrongSetting(f'files_url: pip install "qfieldcloud-server[{extra}]" ({error}).') from error
