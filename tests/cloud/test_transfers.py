# SPDX-License-Identifier: GPL-2.0-or-later
"""Bytes on a bad line: cut, damaged, answered wholly instead of in part, arrived although the answer was lost."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Optional

import pytest

from qfieldcloud_plugin.cloud import transfers
from qfieldcloud_plugin.cloud.errors import DamagedTransfer, OverQuota, Unreachable
from qfieldcloud_plugin.engine.sync.errors import Cancelled
from qfieldcloud_plugin.engine.sync.progress import CancelToken, ignore_progress

from .conftest import Asked, Reply

CONTENT = bytes(range(256)) * 8000
ETAG = hashlib.md5(CONTENT).hexdigest()
WANTED = transfers.wanted_version("p", "DCIM/ä #1.jpg", "v1", len(CONTENT), ETAG)


def ranged(asked: Asked, content: bytes = CONTENT) -> Reply:
    start = int(asked.headers.get("Range", "bytes=0-")[6:-1])
    return Reply(206 if start else 200, content[start:], {})


def fetch(client, target: Path, cancel: Optional[CancelToken] = None) -> None:
    transfers.download(client.transport, WANTED, target, ignore_progress, cancel or CancelToken())


def test_names_are_quoted_and_the_version_is_asked_for(scripted, client, tmp_path):
    scripted.answer = ranged
    fetch(client, tmp_path / "photo.jpg")
    assert (tmp_path / "photo.jpg").read_bytes() == CONTENT
    assert scripted.requests == [("GET", "/api/v1/files/p/DCIM/%C3%A4%20%231.jpg/?version=v1")]
    assert scripted.asked[0].headers["Accept-Encoding"] == "identity"


def test_a_cut_download_goes_on_by_itself(scripted, client, tmp_path):
    def answer(asked):
        reply = ranged(asked)
        reply.cut_after = 700_000 if len(scripted.asked) < 3 else -1
        return reply

    scripted.answer = answer
    fetch(client, tmp_path / "photo.jpg")
    assert (tmp_path / "photo.jpg").read_bytes() == CONTENT
    assert [asked.headers.get("Range") is not None for asked in scripted.asked] == [False, True, True]


def test_a_server_that_sends_everything_again_does_not_ruin_the_file(scripted, client, tmp_path):
    """A 200 to a Range request carries the whole file; appending it would make a file of one and a half."""
    part = tmp_path / f"photo.jpg.{ETAG}.part"
    part.write_bytes(CONTENT[:500_000])
    scripted.answer = lambda _: Reply(200, CONTENT, {})
    fetch(client, tmp_path / "photo.jpg")
    assert (tmp_path / "photo.jpg").read_bytes() == CONTENT


def test_a_server_that_refuses_the_range_is_asked_for_everything(scripted, client, tmp_path):
    (tmp_path / f"photo.jpg.{ETAG}.part").write_bytes(CONTENT[:500_000])
    scripted.answer = lambda asked: Reply(416) if "Range" in asked.headers else Reply(200, CONTENT, {})
    fetch(client, tmp_path / "photo.jpg")
    assert (tmp_path / "photo.jpg").read_bytes() == CONTENT


def test_damaged_bytes_never_become_the_file(scripted, client, tmp_path, network):
    (tmp_path / "photo.jpg").write_bytes(b"the one before")
    scripted.answer = lambda asked: ranged(asked, b"x" * len(CONTENT))
    with pytest.raises(DamagedTransfer, match="left as it was"):
        fetch(client, tmp_path / "photo.jpg")
    assert (tmp_path / "photo.jpg").read_bytes() == b"the one before"
    assert [path.name for path in tmp_path.iterdir()] == ["photo.jpg"]
    assert len(scripted.asked) == network.attempts


def test_a_download_that_is_cancelled_keeps_its_part(scripted, client, tmp_path):
    scripted.answer = ranged
    cancel = CancelToken()

    def stop(step):
        cancel.cancel()

    with pytest.raises(Cancelled):
        transfers.download(client.transport, WANTED, tmp_path / "photo.jpg", stop, cancel)
    (part,) = tmp_path.iterdir()
    assert 0 < part.stat().st_size < len(CONTENT)


# -- uploads --------------------------------------------------------------------------------------


def metadata(content: Optional[bytes]) -> Reply:
    if content is None:
        return Reply(404, b'{"code":"object_not_found","message":"x"}')
    etag = hashlib.md5(content).hexdigest()
    version = {
        "version_id": "v1",
        "md5sum": etag,
        "size": len(content),
        "uploaded_at": "2026-01-01T00:00:00+00:00",
    }
    file = {"name": "a.bin", "size": len(content), "md5sum": etag, "sha256": "", "versions": [version]}
    return Reply(200, json.dumps(file).encode())


def body_of(asked: Asked) -> bytes:
    return asked.body.split(b"\r\n\r\n", 1)[1].rsplit(b"\r\n--", 1)[0]


def send(client, source: Path) -> object:
    return transfers.upload(client.transport, "p", "a.bin", source, {}, ignore_progress, CancelToken())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.bin"
    path.write_bytes(CONTENT)
    return path


def test_an_upload_is_streamed_as_one_part_named_file(scripted, client, source):
    stored = []

    def answer(asked):
        if asked.method == "POST":
            stored.append(body_of(asked))
            return Reply(201, b"{}")
        return metadata(stored[0])

    scripted.answer = answer
    assert send(client, source).etag == ETAG
    assert stored == [CONTENT]
    assert b'name="file"' in scripted.asked[0].body[:200]


def test_an_upload_whose_answer_got_lost_is_not_sent_again(scripted, client, source):
    scripted.answer = lambda asked: Reply(502) if asked.method == "POST" else metadata(CONTENT)
    assert send(client, source).etag == ETAG
    assert [method for method, _ in scripted.requests] == ["POST", "GET"]


def test_an_upload_that_did_not_arrive_is_sent_again(scripted, client, source):
    stored = []

    def answer(asked):
        if asked.method == "POST":
            if len(scripted.asked) == 1:
                return Reply(503)
            stored.append(body_of(asked))
            return Reply(201, b"{}")
        return metadata(stored[0] if stored else None)

    scripted.answer = answer
    assert send(client, source).etag == ETAG


def test_a_server_that_kept_three_bytes_and_reported_success_is_found_out(scripted, client, source):
    scripted.answer = lambda asked: Reply(201, b"{}") if asked.method == "POST" else metadata(CONTENT[:3])
    with pytest.raises(DamagedTransfer, match="did not keep"):
        send(client, source)


def test_a_full_account_is_told_at_once(scripted, client, source):
    scripted.answer = lambda _: Reply(402, b'{"code":"over_quota","message":"Quota exceeded"}')
    with pytest.raises(OverQuota, match="storage of the project's owner is full"):
        send(client, source)
    assert len(scripted.asked) == 1


def test_an_upload_to_nobody_is_unreachable_and_the_file_stays(network, source):
    from qfieldcloud_plugin.cloud import Client

    with pytest.raises(Unreachable):
        send(Client("http://127.0.0.1:9/", "t", network), source)
    assert source.read_bytes() == CONTENT
