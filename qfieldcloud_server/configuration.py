# SPDX-License-Identifier: GPL-2.0-or-later
"""Every setting of the server in one table, read from the environment or one TOML file, refused loudly when wrong."""

from __future__ import annotations

import ipaddress
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from qfieldcloud_server.sso import provider as sso

PREFIX = "QFIELDCLOUD_"
FILE_VARIABLE = PREFIX + "CONFIG"
FILE_NAME = "qfieldcloud.toml"


class WrongSetting(Exception):
    """A setting that the server will not start with; the message names it, its source and what is expected."""


def text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a text")  # noqa: TRY004 - one exception for every parser
    return value.strip()


def truth(value: Any) -> bool:
    words = {
        "1": True,
        "true": True,
        "yes": True,
        "on": True,
        "0": False,
        "false": False,
        "no": False,
        "off": False,
    }
    word = str(value).strip().lower()
    if word not in words:
        raise ValueError("yes or no")
    return words[word]


def whole(value: Any, least: int = 0) -> int:
    try:
        number = int(str(value).strip())
    except ValueError:
        raise ValueError(f"a whole number, {least} or more") from None
    if number < least or isinstance(value, bool):
        raise ValueError(f"a whole number, {least} or more")
    return number


def positive(value: Any) -> int:
    return whole(value, 1)


def texts(value: Any) -> list[str]:
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        raise ValueError("a list of texts (in the environment: separated by commas)")  # noqa: TRY004
    return [text(item) for item in value if text(item)]


def folder(value: Any) -> Path:
    if not text(value):
        raise ValueError("a folder")
    return Path(text(value)).expanduser().absolute()


def address(value: Any) -> str:
    """A public address such as https://maps.example.org, without a path or slash at its end."""
    url = text(value)
    if not url:
        return ""
    parts = urlsplit(url)
    if (
        parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.path not in ("", "/")
        or parts.query
    ):
        raise ValueError("an address such as https://maps.example.org")
    return f"{parts.scheme}://{parts.netloc}"


def link(value: Any) -> str:
    url = text(value)
    if url and urlsplit(url).scheme not in ("http", "https"):
        raise ValueError("a link that starts with https://")
    return url


def listen(value: Any) -> tuple[str, int]:
    host, colon, port = text(value).rpartition(":")
    if not host or not colon or not port.isdigit() or not 0 <= int(port) <= 65535:
        raise ValueError("host:port, for example 0.0.0.0:8000")
    return host.strip("[]"), int(port)


def networks(value: Any) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    try:
        return [ipaddress.ip_network(item, strict=False) for item in texts(value)]
    except ValueError:
        raise ValueError("addresses or networks such as 127.0.0.1, 10.0.0.0/8") from None


def program(value: Any) -> str:
    name = text(value)
    if name and os.name == "nt":
        raise ValueError("nothing: on Windows there is no QGIS helper")
    if name and not (Path(name).is_absolute() and os.access(name, os.X_OK) and Path(name).is_file()):
        raise ValueError("empty, or the whole path of a program such as /usr/bin/python3")
    return name


def zone(value: Any) -> str:
    try:
        ZoneInfo(text(value))
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError("a time zone such as UTC or Europe/Zurich") from None
    return text(value)


def one_of(*words: str) -> Callable[[Any], str]:
    def parse(value: Any) -> str:
        if text(value).lower() not in words:
            raise ValueError("one of " + ", ".join(words))
        return text(value).lower()

    return parse


def url_of(*schemes: str) -> Callable[[Any], str]:
    def parse(value: Any) -> str:
        if text(value) and urlsplit(text(value)).scheme not in schemes:
            raise ValueError(
                "empty, or an address that starts with " + " or ".join(f"{s}://" for s in schemes)
            )
        try:
            _ = urlsplit(text(value)).port
        except ValueError:
            # A / or # in a password ends the host for whoever reads the address.
            raise ValueError(
                "an address whose user and password have / # ? @ : and % as %2F %23 %3F %40 %3A and %25"
            ) from None
        return text(value)

    return parse


@dataclass(frozen=True)
class Option:
    """One setting: ``name`` in the TOML file, ``QFIELDCLOUD_<NAME>`` in the environment."""

    name: str
    default: Any
    parse: Callable[[Any], Any]
    help: str

    @property
    def variable(self) -> str:
        return PREFIX + self.name.upper()


OPTIONS = (
    Option("data_dir", "qfieldcloud-data", folder, "Folder for the database, the files and the secret key."),
    Option("listen", "0.0.0.0:8000", listen, "Address and port that `serve` listens on."),
    Option(
        "public_url",
        "",
        address,
        "How people and devices reach the server, for example `https://maps.example.org`. Empty: as each request says.",
    ),
    Option("allowed_hosts", "", texts, "Further host names to answer to. Empty without `public_url`: any."),
    Option(
        "trusted_proxies",
        "127.0.0.1, ::1",
        networks,
        "Proxies whose `X-Forwarded-For`, `-Proto` and `-Host` headers are believed.",
    ),
    Option(
        "database_url",
        "",
        url_of("postgres", "postgresql"),
        "Empty: SQLite in `data_dir`. Else `postgresql://NAME@host:5432/database`, with a password as `NAME:…`.",
    ),
    Option(
        "files_url",
        "",
        url_of("s3", "https", "http"),
        "Empty: files are kept in `data_dir/blobs`. Else `s3://bucket/prefix`, or `https://host/folder` of a WebDAV "
        "server. See [files elsewhere](files-elsewhere.md).",
    ),
    Option("files_user", "", text, "User of the WebDAV server, or access key of S3."),
    Option("files_password", "", text, "Their password, or secret key."),
    Option("files_cache_mb", "10240", positive, "How much of those files this machine keeps, in MB."),
    Option("s3_endpoint", "", address, "Address of an S3 service other than Amazon's."),
    Option("s3_region", "", text, "Region of the bucket, where the service has regions."),
    Option("secret_key", "", text, "Empty: made at the first start and kept in `data_dir/secret_key`."),
    Option("time_zone", "UTC", zone, "Zone of the times that the API and the pages show."),
    Option(
        "token_hours",
        "720",
        positive,
        "How long a sign-in of QField, QFieldSync, the SDK or a browser lasts.",
    ),
    Option(
        "login_failures", "5", positive, "Wrong passwords for one name from one address before it is locked."
    ),
    Option("login_lock_minutes", "30", positive, "How long that lock lasts."),
    Option(
        "sign_up",
        "closed",
        one_of("closed", "open"),
        "Whether strangers may make an account on the web page.",
    ),
    Option(
        "sso",
        "",
        sso.providers,
        "OpenID Connect providers: `[[sso]]` tables, in the environment the same as JSON. See [sso.md](sso.md).",
    ),
    Option("default_quota_mb", "0", whole, "Storage of a new account in MB (1 000 000 bytes). 0: no limit."),
    Option(
        "kept_versions",
        "10",
        positive,
        "How many versions of a file are kept, where the project does not say otherwise.",
    ),
    Option("max_upload_mb", "10240", positive, "Largest file that may be uploaded, in MB."),
    Option("job_seconds", "600", positive, "A job that takes longer is ended."),
    Option(
        "job_threads",
        "2",
        positive,
        "How many projects may have a job running at the same time, per process.",
    ),
    Option(
        "qgis_python",
        "",
        program,
        "Python that has QGIS, for example `/usr/bin/python3`: layers in databases and web services are then written "
        "and packaged. Empty: no QGIS. See [the QGIS helper](qgis-helper.md).",
    ),
    Option("qgis_seconds", "120", positive, "How long QGIS may take for one change or one picture."),
    Option("qgis_memory_mb", "2048", positive, "How much memory QGIS may take, in MB."),
    Option("base_map_seconds", "300", positive, "How long QGIS may draw the base map of a package."),
    Option("base_map_mb", "500", positive, "How large that base map may be, in MB."),
    Option(
        "x_accel_prefix",
        "",
        text,
        "Address below which nginx serves `data_dir/blobs` to itself: it then sends the files. Empty: the server does.",
    ),
    Option("cors_origins", "", texts, "Other web sites whose pages may call the API in a browser."),
    Option(
        "email_url",
        "",
        url_of("smtp", "smtps", "smtp+tls"),
        "Mail server for password resets: `smtp+tls://NAME@host:587`, with a password as `NAME:…`.",
    ),
    Option("email_from", "", text, "Sender of those mails."),
    Option(
        "site_title",
        "QFieldCloud",
        text,
        "Name shown in QField's and QFieldSync's sign-in and on the web pages.",
    ),
    Option("logo_url", "", link, "Logo shown there. Empty: the built-in one."),
    Option("status_page_url", "", link, "Page that QField links to when the server announces an incident."),
    Option("log_level", "info", one_of("debug", "info", "warning", "error"), "How much is logged."),
    Option("debug", "no", truth, "Shows tracebacks in the browser. Never on a public server."),
)


@dataclass(frozen=True)
class Configuration:
    """Parsed values by option name, and where each came from."""

    values: Mapping[str, Any]
    sources: Mapping[str, str]

    def __getattr__(self, name: str) -> Any:
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None


def read(environment: Mapping[str, str] | None = None) -> Configuration:
    """The configuration of this process; raises WrongSetting for anything unknown or unreadable."""
    environment = os.environ if environment is None else environment
    known = {option.name for option in OPTIONS}
    raw: dict[str, tuple[Any, str]] = {o.name: (o.default, "default") for o in OPTIONS}
    path = _file(environment)
    if path:
        for name, value in _load(path).items():
            if name not in known:
                raise WrongSetting(f"{path}: there is no setting {name!r}.{_nearest(name, known)}")
            raw[name] = (value, str(path))
    for variable, value in environment.items():
        if variable.startswith(PREFIX) and variable not in _OTHER_VARIABLES:
            name = variable[len(PREFIX) :].lower()
            if name not in known:
                raise WrongSetting(f"{variable}: there is no such setting.{_nearest(name, known)}")
            raw[name] = (value, variable)
    return Configuration(
        {option.name: _parse(option, *raw[option.name]) for option in OPTIONS},
        {name: source for name, (_, source) in raw.items()},
    )


_HIDDEN = ("secret_key", "files_password", "database_url", "email_url", "sso")
# The SDK and its command line, often set on the same machine, use the same prefix.
_OTHER_VARIABLES = {FILE_VARIABLE} | {
    PREFIX + name for name in ("URL", "TOKEN", "USERNAME", "PASSWORD", "VERIFY_SSL")
}


def _file(environment: Mapping[str, str]) -> Path | None:
    named = environment.get(FILE_VARIABLE, "")
    if named:
        return Path(named).expanduser()
    # Not Path.is_file, which fails in a folder that this user may not look into.
    return Path(FILE_NAME) if os.path.isfile(FILE_NAME) else None  # noqa: PTH113


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise WrongSetting(f"{path}: the settings file cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongSetting(f"{path}: this is not TOML: {error}") from error


def _parse(option: Option, value: Any, source: str) -> Any:
    try:
        return option.parse(value)
    except ValueError as error:
        shown = "(hidden)" if option.name in _HIDDEN else repr(value)
        raise WrongSetting(f"{option.name} = {shown} (from {source}): expected {error}.") from None


def _nearest(name: str, known: set[str]) -> str:
    import difflib

    close = difflib.get_close_matches(name, known, n=1)
    return f" Did you mean {close[0]!r}?" if close else ""
