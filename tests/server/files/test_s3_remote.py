# SPDX-License-Identifier: GPL-2.0-or-later
"""What is special about S3: bodies in checked parts, pages of lists, uploads that were cut off. Needs TEST_S3_URL."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from qfieldcloud_server.api.errors import StorageRefuses, StorageUnavailable
from qfieldcloud_server.files import remote_store, s3_remote
from qfieldcloud_server.files.digests import PART_SIZE, digest_file
from qfieldcloud_server.files.remote_store import RemoteStore, object_name
from qfieldcloud_server.files.s3_remote import S3Remote
from tests.server.file_services import HAS_S3
from tests.server.files.stores import CACHE_BYTES, S3

if not HAS_S3:
    pytest.skip("TEST_S3_URL names no S3 service", allow_module_level=True)

LARGE = os.urandom(3 * PART_SIZE + 5)


@pytest.fixture
def kind(tmp_path: Path) -> S3:
    return S3(tmp_path)


@pytest.fixture
def remote(kind: S3) -> S3Remote:
    return S3Remote(kind.place)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large"
    path.write_bytes(LARGE)
    return path


def test_a_large_file_has_the_tag_that_devices_compute(remote: S3Remote, large: Path) -> None:
    digest = digest_file(large)
    remote.put("ab/large", large, digest)
    assert remote._client.head_object(**remote._at("ab/large"))["ETag"].strip('"') == digest.md5sum


def test_a_large_file_is_streamed_and_read_back(
    kind: S3, monkeypatch: pytest.MonkeyPatch, large: Path
) -> None:
    monkeypatch.setattr(remote_store, "_WORTH_STREAMING", PART_SIZE)
    digest = kind.store.put(LARGE)
    with kind.another_host().stream(digest, PART_SIZE - 3) as stream:
        assert b"".join(iter(lambda: stream.read(1_000_000), b"")) == LARGE[PART_SIZE - 3 :]
    with kind.another_host().open(digest.sha256) as file:
        assert file.read() == LARGE


@pytest.mark.parametrize("size", [1000, 2 * PART_SIZE])
def test_bytes_that_change_on_the_way_are_refused_and_leave_nothing(
    remote: S3Remote, tmp_path: Path, size: int
) -> None:
    path = tmp_path / "changes"
    path.write_bytes(os.urandom(size))
    digest = digest_file(path)
    path.write_bytes(os.urandom(size))
    with pytest.raises(StorageUnavailable):
        remote.put("ab/changes", path, digest)
    assert remote.look("ab/changes") is None
    assert [
        upload for page in remote._pages("list_multipart_uploads", "") for upload in page.get("Uploads", ())
    ] == []


def test_uploads_that_were_cut_off_are_removed_when_old(remote: S3Remote) -> None:
    remote._client.create_multipart_upload(**remote._at("ab/part"))
    assert remote.tidy(older_than=3600) == 0
    assert remote.tidy(older_than=-10) == 1
    assert remote.tidy(older_than=-10) == 0


def test_lists_longer_than_a_page_are_whole(remote: S3Remote, tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"x")
    digest = digest_file(tmp_path / "small")
    names = [f"{number:04}" for number in range(1005)]
    for name in names:
        remote.put(f"ab/{name}", tmp_path / "small", digest)
    found = list(remote.list("ab"))
    assert [held.name for held in found] == names
    assert {held.size for held in found} == {1}
    assert all(abs(held.age) < 600 for held in found)


@pytest.mark.parametrize("at_once", [PART_SIZE, 2 * len(LARGE)])
def test_a_large_file_is_moved_on_the_service(
    remote: S3Remote, large: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(s3_remote, "MOST_COPIED_AT_ONCE", at_once)
    remote.put("ab/large", large, digest_file(large))
    remote.move("ab/large", "aside/large.1")
    assert remote.look("ab/large") is None
    with remote.get("aside/large.1") as blocks:
        assert b"".join(blocks) == LARGE
    with remote.get("aside/large.1", len(LARGE) - 5) as blocks:
        assert b"".join(blocks) == LARGE[-5:]


def test_a_wrong_key_is_told_and_not_shown(kind: S3, tmp_path: Path) -> None:
    place = replace(kind.place, password="not the secret")
    store = RemoteStore(S3Remote(place), tmp_path / "cache", CACHE_BYTES)
    with pytest.raises(StorageRefuses) as told:
        store.put(b"x")
    assert "not the secret" not in repr((told.value, told.value.__cause__))


def test_a_service_that_is_away_is_told_as_such(kind: S3, tmp_path: Path) -> None:
    place = replace(kind.place, s3_endpoint="http://127.0.0.1:9")
    with pytest.raises(StorageUnavailable):
        RemoteStore(S3Remote(place), tmp_path / "cache", CACHE_BYTES).put(b"x")


def test_a_blob_set_aside_is_found_there(kind: S3) -> None:
    digest = kind.store.put(b"wanted after all")
    assert kind.store.remove_old(digest.sha256, older_than=-10)
    with kind.another_host().open(digest.sha256) as file:
        assert file.read() == b"wanted after all"
    assert S3Remote(kind.place).look(object_name(digest.sha256)) is not None
