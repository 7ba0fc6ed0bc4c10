# SPDX-License-Identifier: GPL-2.0-or-later
"""Downloads are exact: whole, in part, conditional, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from tests.server.field_work import Survey

DATA = bytes(range(256)) * 40


@pytest.fixture
def file(survey: Survey) -> Callable[..., Any]:
    survey.upload("a.bin", b"old")
    survey.upload("a.bin", DATA)

    def get(method: str = "get", query: dict[str, str] | None = None, **headers: str) -> Any:
        return getattr(survey.client, method)(survey.url("files", "a.bin/"), query or {}, headers=headers)

    return get


def content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_whole_file(file: Callable[..., Any]) -> None:
    answer = file()
    assert content(answer) == DATA
    assert answer["Content-Length"] == str(len(DATA))
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Content-Type"] == "application/octet-stream"
    assert 'filename="a.bin"' in answer["Content-Disposition"]
    assert "Content-Encoding" not in answer


@pytest.mark.parametrize(
    ("wanted", "start", "end"), [("bytes=0-0", 0, 1), ("bytes=5-99", 5, 100), ("bytes=10000-", 10000, 10240),
                                 ("bytes=-1", 10239, 10240), ("bytes=0-99999", 0, 10240)],
)  # fmt: skip
def test_a_range(file: Callable[..., Any], wanted: str, start: int, end: int) -> None:
    answer = file(Range=wanted)
    assert answer.status_code == 206
    assert content(answer) == DATA[start:end]
    assert answer["Content-Range"] == f"bytes {start}-{end - 1}/{len(DATA)}"
    assert answer["Content-Length"] == str(end - start)


@pytest.mark.parametrize("wanted", ["bytes=10240-", "bytes=9-8", "bytes=0-1,3-4", "lines=1-2", "bytes=x"])
def test_a_range_that_is_not_there_is_416(file: Callable[..., Any], wanted: str) -> None:
    answer = file(Range=wanted)
    assert (answer.status_code, answer.json()["code"]) == (416, "invalid_http_range")


def test_pieces_that_a_device_fetches_make_the_whole(file: Callable[..., Any]) -> None:
    first = content(file())[:4000]
    assert first + content(file(Range="bytes=4000-")) == DATA


def test_head_tells_what_get_would_send(file: Callable[..., Any]) -> None:
    answer, got = file("head"), file()
    assert answer.content == b""
    for header in ("Content-Length", "ETag", "Last-Modified", "Accept-Ranges", "Content-Disposition"):
        assert answer[header] == got[header]


def test_who_has_the_file_is_told_so(file: Callable[..., Any]) -> None:
    etag, modified = file()["ETag"], file()["Last-Modified"]
    for headers in (
        {"If-None-Match": etag},
        {"If-None-Match": etag.strip('"')},
        {"If-None-Match": f'"x", {etag}'},
    ):
        answer = file(**headers)
        assert (answer.status_code, answer["ETag"]) == (304, etag)
    assert file(**{"If-Modified-Since": modified}).status_code == 304
    assert file(**{"If-None-Match": '"other"'}).status_code == 200


def test_if_match_and_if_range(file: Callable[..., Any]) -> None:
    etag = file()["ETag"]
    assert file(**{"If-Match": '"other"'}).status_code == 412
    assert file(**{"If-Match": etag}).status_code == 200
    assert file(**{"If-Range": etag, "Range": "bytes=0-1"}).status_code == 206
    assert file(**{"If-Range": '"other"', "Range": "bytes=0-1"}).status_code == 200


def test_an_old_version(survey: Survey, file: Callable[..., Any]) -> None:
    old = survey.metadata("a.bin")["versions"][1]["version_id"]
    assert content(file(query={"version": old})) == b"old"
    assert file(query={"version": str(uuid4())}).status_code == 404
    assert file(query={"version": "abc"}).json()["code"] == "validation_error"


@pytest.mark.parametrize("name", ["häuser-地图.txt", 'a"b', "a+b%c.txt", "a;b.txt", "🌳.jpg"])
def test_every_name_that_is_accepted_can_be_fetched(survey: Survey, name: str) -> None:
    from urllib.parse import quote

    quoted = quote(name)
    if survey.upload(quoted, b"x").status_code == 201:
        assert survey.download(quoted) == b"x"
        assert [f["name"] for f in survey.client.get(survey.url("files")).json()] == [name]


def test_an_empty_file(survey: Survey) -> None:
    survey.upload("empty", b"")
    assert survey.download("empty") == b""
    assert survey.client.get(survey.url("files", "empty/"), headers={"Range": "bytes=0-"}).status_code == 416


def test_a_proxy_may_send_the_file(survey: Survey, file: Callable[..., Any], settings: Any) -> None:
    settings.X_ACCEL_PREFIX = "/blobs/"
    answer = file()
    sha256 = survey.metadata("a.bin")["sha256"]
    assert answer["X-Accel-Redirect"] == f"/blobs/{sha256[:2]}/{sha256}"
    assert content(answer) == b""
    part = file(Range="bytes=0-9")
    assert part.status_code == 200, "nginx makes the part"
    assert "Content-Range" not in part
    assert file(**{"If-None-Match": answer["ETag"]}).status_code == 304


def test_strangers_get_nothing(
    survey: Survey, seen_by: Callable[..., Survey], api: Callable[..., Any]
) -> None:
    survey.upload("a.txt", b"1")
    url = survey.url("files", "a.txt/")
    assert seen_by(survey, "mal").client.get(url).status_code == 403
    assert api().get(url).status_code == 401
    assert seen_by(survey, "rob", "reader").client.get(url).status_code == 200
