# SPDX-License-Identifier: GPL-2.0-or-later
"""A blob is in the store whole or not at all, and only once: in a folder, on WebDAV and on S3 alike."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest

from qfieldcloud_server.files.blobs import BlobStore
from qfieldcloud_server.files.digests import digest_bytes, digest_file
from tests.server.file_services import HAS_S3
from tests.server.files.stores import S3, Folder, Kind, WebDav

DATA = b"some bytes" * 1000


@pytest.fixture(params=["folder", "webdav", *(["s3"] if HAS_S3 else [])])
def kind(request: pytest.FixtureRequest, tmp_path: Path) -> Kind:
    if request.param == "s3":
        return S3(tmp_path)
    if request.param == "webdav":
        return WebDav(request.getfixturevalue("webdav"), tmp_path)
    return Folder(tmp_path / "blobs")


@pytest.fixture
def store(kind: Kind) -> BlobStore:
    return kind.store


def test_streamed_bytes_are_found_under_their_sha256(kind: Kind, store: BlobStore) -> None:
    writer = store.writer()
    for start in range(0, len(DATA), 999):
        writer.write(DATA[start : start + 999])
    with writer.peek() as path:
        assert path.read_bytes() == DATA
    digest = writer.keep()
    assert digest.sha256 == hashlib.sha256(DATA).hexdigest()
    with store.open(digest.sha256) as file:
        assert file.read() == DATA
    assert list(store.names()) == [digest.sha256]
    assert kind.leftovers() == []


def test_equal_bytes_are_stored_once(kind: Kind, store: BlobStore) -> None:
    first = store.put(DATA)
    writer = store.writer()
    writer.write(DATA)
    assert writer.keep() == first == store.put(DATA)
    assert list(store.names()) == [first.sha256]
    assert kind.leftovers() == []


def test_no_bytes_are_bytes_too(kind: Kind, store: BlobStore) -> None:
    digest = store.put(b"")
    assert store.exists(digest.sha256)
    assert store.intact(digest.sha256)
    with store.open(digest.sha256) as file:
        assert file.read() == b""


def test_all_names_are_told_in_order(store: BlobStore) -> None:
    names = sorted(store.put(str(number).encode()).sha256 for number in range(30))
    assert list(store.names()) == names


def test_putting_known_bytes_again_makes_them_young(kind: Kind, store: BlobStore) -> None:
    digest = store.put(DATA)
    kind.make_old(digest.sha256)
    store.put(DATA)
    assert not store.remove_old(digest.sha256, older_than=60)
    assert store.intact(digest.sha256)


def test_an_old_blob_is_removed(kind: Kind, store: BlobStore) -> None:
    digest = store.put(DATA)
    kind.make_old(digest.sha256)
    assert store.remove_old(digest.sha256, older_than=60)
    assert list(store.names()) == []
    assert store.remove_old(digest.sha256, older_than=60)


def test_a_young_blob_is_spared(store: BlobStore) -> None:
    digest = store.put(DATA)
    assert not store.remove_old(digest.sha256, older_than=60)
    assert store.intact(digest.sha256)
    assert store.remove_old(digest.sha256, older_than=-10)
    assert list(store.names()) == []


def test_what_is_not_there_is_not_there(store: BlobStore, tmp_path: Path) -> None:
    sha256 = digest_bytes(DATA).sha256
    assert not store.exists(sha256)
    for ask in (store.open, store.intact, lambda name: store.copy(name, tmp_path / "copy")):
        with pytest.raises(FileNotFoundError):
            ask(sha256)


def test_discarded_bytes_leave_nothing(kind: Kind, store: BlobStore) -> None:
    writer = store.writer()
    writer.write(DATA)
    writer.discard()
    assert list(store.names()) == kind.leftovers() == []


def test_a_file_of_the_workspace_is_adopted(kind: Kind, store: BlobStore) -> None:
    with store.workspace() as folder:
        path = folder / "x"
        path.write_bytes(DATA)
        digest = digest_file(path)
        store.adopt(path, digest)
        assert not path.exists()
    assert store.intact(digest.sha256)
    assert kind.leftovers() == []


def test_a_private_copy_does_not_touch_the_blob(store: BlobStore, tmp_path: Path) -> None:
    digest = store.put(DATA)
    store.copy(digest.sha256, tmp_path / "copy")
    with (tmp_path / "copy").open("r+b") as file:
        file.write(b"XXXX")
    assert store.intact(digest.sha256)
    with store.open(digest.sha256) as file:
        assert file.read() == DATA


def test_a_blob_can_be_read_as_a_file(store: BlobStore) -> None:
    digest = store.put(DATA)
    with store.local(digest.sha256) as path:
        assert path.read_bytes() == DATA
    with store.workspace() as folder:
        store.link(digest.sha256, folder / "named")
        assert (folder / "named").read_bytes() == DATA
    with store.stream(digest, 17) as stream:
        assert stream.tell() == 17
        assert stream.read() == DATA[17:]
        stream.seek(-5, io.SEEK_END)
        assert stream.read() == DATA[-5:]


def test_a_damaged_blob_is_noticed(kind: Kind, store: BlobStore) -> None:
    digest = store.put(DATA)
    kind.overwrite(digest.sha256, b"other")
    assert not store.intact(digest.sha256)


def test_a_blob_cut_short_is_written_anew(kind: Kind, store: BlobStore) -> None:
    digest = store.put(DATA)
    kind.overwrite(digest.sha256, DATA[:5])
    store.put(DATA)
    assert store.intact(digest.sha256)


def test_trying_the_store_leaves_nothing(kind: Kind, store: BlobStore) -> None:
    store.check()
    assert list(store.names()) == kind.leftovers() == []
