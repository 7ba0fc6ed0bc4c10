# SPDX-License-Identifier: GPL-2.0-or-later
"""Logos of identity providers: pictures from addresses that a server names, so nothing about them is trusted."""

from __future__ import annotations

import re
import struct
import time
from typing import Optional
from urllib.parse import urlsplit

import requests

from ..engine.project.document import parse_xml
from ..engine.project.errors import ProjectError
from ..engine.sync.progress import CancelToken
from .network import Network
from .transport import connection_error

MAX_BYTES = 64 * 1024
MAX_PIXELS = 1024
"""Of a side of a PNG, which may be tiny as a file and huge as a picture."""
MAX_ELEMENTS = 2000
_SECONDS = 10.0
_PNG = b"\x89PNG\r\n\x1a\n"
# What follows addresses, runs, moves, or makes little text into much drawing.
_UNSAFE_ELEMENTS = re.compile(
    r"image|use|script|foreignobject|filter|fe[a-z]+|mask|pattern|marker|animat[a-z]*|set|video|audio|handler"
)
_UNSAFE_STYLE = re.compile(r"@|url\s*\(\s*['\"]?\s*(?!#)|dasharray|\\", re.IGNORECASE)


def fetch_logo(url: str, server: str, network: Network, cancel: CancelToken) -> Optional[bytes]:
    """The SVG or PNG there; None for what cannot be shown safely. Raises CloudError or Cancelled.

    Nothing of the account is sent, and redirects are not followed.
    """
    if not _is_good_address(url, server):
        return None
    session = network.new_session()
    try:
        with session.get(
            url,
            headers={"Accept": "image/svg+xml, image/png"},
            timeout=(network.connect_timeout, _SECONDS),
            allow_redirects=False,
            auth=_no_netrc,
            stream=True,
        ) as response:
            data = _body(response, cancel) if response.status_code == 200 else None
    except requests.RequestException as error:
        raise connection_error(error, url) from error
    finally:
        session.close()
    return data if data is not None and is_safe_picture(data) else None


def _body(response: requests.Response, cancel: CancelToken) -> Optional[bytes]:
    """All of it; None when it is too long or takes too long."""
    until = time.monotonic() + _SECONDS
    data = b""
    for piece in response.iter_content(8192):
        cancel.check()
        data += piece
        if len(data) > MAX_BYTES or time.monotonic() > until:
            return None
    return data


def _is_good_address(url: str, server: str) -> bool:
    """https anywhere; http only where the server itself is reached like that."""
    parts, home = urlsplit(url), urlsplit(server)
    if not parts.hostname or parts.username is not None:
        return False
    at_home = (parts.scheme, parts.netloc) == (home.scheme, home.netloc)
    return parts.scheme == "https" or (parts.scheme == "http" and at_home)


def is_safe_picture(data: bytes) -> bool:
    """Whether it is a PNG of sensible size, or an SVG that refers to nothing and is quickly drawn."""
    if data.startswith(_PNG):
        if len(data) < 24 or data[12:16] != b"IHDR":
            return False
        width, height = struct.unpack_from(">II", data, 16)
        return 0 < width <= MAX_PIXELS and 0 < height <= MAX_PIXELS
    return _is_safe_svg(data)


def _is_safe_svg(data: bytes) -> bool:
    try:
        root = parse_xml(data).root
    except ProjectError:
        return False
    if _local(root.tag) != "svg":
        return False
    for count, element in enumerate(root.walk()):
        # By their own names, whatever their prefix: Qt does not look at namespaces.
        if count >= MAX_ELEMENTS or _UNSAFE_ELEMENTS.fullmatch(_local(element.tag)):
            return False
        if _local(element.tag) == "style" and _UNSAFE_STYLE.search(element.text):
            return False
        if not all(_is_safe_attribute(_local(name), value) for name, value in element.attributes.items()):
            return False
    return True


def _is_safe_attribute(name: str, value: str) -> bool:
    if name == "href":
        return value.startswith("#")
    if name.startswith("on") or "dasharray" in name:
        return False
    return _UNSAFE_STYLE.search(value) is None if name == "style" or "url" in value.lower() else True


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _no_netrc(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request
