# SPDX-License-Identifier: GPL-2.0-or-later
"""Only small pictures that refer to nothing come back, and nothing of the account goes there."""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest

from qfieldcloud_plugin.cloud.api.server import Provider
from qfieldcloud_plugin.cloud.errors import Unreachable
from qfieldcloud_plugin.cloud.logos import MAX_BYTES, fetch_logo, is_safe_picture
from qfieldcloud_plugin.engine.sync.errors import Cancelled
from qfieldcloud_plugin.engine.sync.progress import CancelToken

from .conftest import Reply

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">%s</svg>'
CIRCLE = SVG % b'<defs><linearGradient id="g"/></defs><circle fill="url(#g)" cx="8" cy="15" r="4"/>'


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x06\0\0\0"


def fetched(client, address=None):
    address = address or f"{client.address}logo.svg"
    return fetch_logo(address, client.address, replace(client.network, attempts=1), CancelToken())


def test_a_logo_is_fetched_without_the_account(client, scripted):
    scripted.answer = lambda _: Reply(body=CIRCLE)
    assert fetched(client) == CIRCLE
    assert "Authorization" not in scripted.asked[0].headers


@pytest.mark.parametrize(
    "reply",
    [
        Reply(404, b"no"),
        Reply(302, headers={"Location": "http://127.0.0.1:9/"}),
        Reply(body=b"<html/>"),
        Reply(body=SVG % (b" " * MAX_BYTES)),
        Reply(body=b""),
    ],
)
def test_what_is_no_small_picture_is_left_alone(client, scripted, reply):
    scripted.answer = lambda _: reply
    assert fetched(client) is None


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "http://elsewhere.example/a.svg", "data:image/png,x", "https://a@b/c.svg", ""],
)
def test_other_addresses_are_not_asked(client, scripted, address):
    assert fetched(client, address or "relative.svg") is None
    assert not scripted.asked


def test_a_server_that_is_gone_and_a_person_who_stops_are_told(client, scripted):
    with pytest.raises(Unreachable):
        fetch_logo("http://127.0.0.1:9/a.svg", "http://127.0.0.1:9/", client.network, CancelToken())
    scripted.answer = lambda _: Reply(body=CIRCLE)
    stopped = CancelToken()
    stopped.cancel()
    with pytest.raises(Cancelled):
        fetch_logo(f"{client.address}a.svg", client.address, client.network, stopped)


@pytest.mark.parametrize(
    "inside",
    [
        b'<image href="file:///etc/passwd"/>',
        b'<x:image xmlns:x="http://www.w3.org/2000/svg"/>',
        b"<metadata><script>1</script></metadata>",
        b'<g id="a"/><use href="#a"/>',
        b'<a href="https://elsewhere.example">x</a>',
        b'<path style="fill: url( https://elsewhere.example/a)" d="M0 0"/>',
        b'<path fill="url(file:///etc/passwd)" d="M0 0"/>',
        b'<path d="M0 0L9e9 0" stroke-dasharray="1e-9"/>',
        b"<style>@import 'https://elsewhere.example/a.css';</style>",
        b"<style><![CDATA[*{stroke-dasharray:1}]]></style>",
        b'<g onload="1"/>',
        b"<g/>" * 2001,
        b"<g>" * 300 + b"</g>" * 300,
        b"<g",
    ],
)
def test_drawings_that_refer_to_something_or_never_end_are_refused(inside):
    assert not is_safe_picture(SVG % inside)


def test_entities_are_refused():
    assert not is_safe_picture(b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>')


@pytest.mark.parametrize(
    ("data", "safe"),
    [
        (CIRCLE, True),
        (
            SVG % b"<metadata><rdf:RDF/></metadata><style>.a{fill:#fff}</style><path class='a' d='M0 0'/>",
            True,
        ),
        (png(64, 64), True),
        (png(100_000, 64), False),
        (png(64, 0), False),
        (b"\x89PNG\r\n\x1a\n", False),
        (b"GIF89a", False),
        (b"", False),
    ],
)
def test_pngs_and_plain_drawings_are_taken(data, safe):
    assert is_safe_picture(data) is safe


@pytest.mark.parametrize(
    "styles", [None, {}, [], {"light": None}, {"light": {"logo": 3}}, {"dark": {"logo": "x"}}]
)
def test_a_provider_may_name_no_logo(styles):
    assert Provider("acme", "Acme", "oauth2", {"styles": styles}).logo("light") == ""
