# SPDX-License-Identifier: GPL-2.0-or-later
"""A store elsewhere never loses a byte and never gives a wrong one, whatever the service or the network does."""

from __future__ import annotations

import io
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qfieldcloud_server.api.errors import DiskFull, StorageRefuses, StorageUnavailable
from qfieldcloud_server.files import remote_store
from qfieldcloud_server.files.digests import PART_SIZE
from qfieldcloud_server.files.remote_store import RemoteStore
from qfieldcloud_server.files.storage_place import StoragePlace
from qfieldcloud_server.files.webdav_remote import WebDavRemote
from tests.server.file_services import PASSWORD, USER, WebDavServer
from tests.server.files.stores import CACHE_BYTES, WebDav, damaged

DATA = os.urandom(100_000)
LARGE = os.urandom(2 * PART_SIZE + 12_345)


@pytest.fixture
def kind(webdav: WebDavServer, tmp_path: Path) -> WebDav:
    return WebDav(webdav, tmp_path)


def answering(status: str, *methods: str) -> Any:
    def meddle(environ: dict[str, Any], start_response: Any) -> Any:
        if environ["REQUEST_METHOD"] not in methods:
            return None
        start_response(status, [("Content-Length", "0")])
        return [b""]

    return meddle


def once(meddle: Any) -> Any:
    done = threading.Event()

    def first(environ: dict[str, Any], start_response: Any) -> Any:
        answer = None if done.is_set() else meddle(environ, start_response)
        if answer is not None:
            done.set()
        return answer

    return first


def broken_off(data: bytes) -> Iterator[bytes]:
    yield data
    raise ConnectionAbortedError


# -- several hosts --------------------------------------------------------------------------------


def test_what_one_host_keeps_another_one_reads(kind: WebDav) -> None:
    digest = kind.store.put(DATA)
    with kind.another_host().open(digest.sha256) as file:
        assert file.read() == DATA


def test_what_was_read_once_is_not_asked_for_again(kind: WebDav) -> None:
    digest = kind.store.put(DATA)
    other = kind.another_host()
    other.open(digest.sha256).close()
    kind.server.asked.clear()
    for _ in range(3):
        with other.open(digest.sha256) as file:
            assert file.read() == DATA
    assert kind.server.asked == []


def test_what_many_need_at_the_same_time_is_fetched_once(kind: WebDav) -> None:
    digest = kind.store.put(DATA)
    other = kind.another_host()
    kind.server.asked.clear()
    threads = [threading.Thread(target=lambda: other.open(digest.sha256).close()) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [method for method, _ in kind.server.asked] == ["GET"]


def test_a_full_cache_loses_nothing(kind: WebDav) -> None:
    other = kind.another_host(cache_bytes=250_000)
    pieces = [os.urandom(100_000) for _ in range(5)]
    digests = [other.put(piece) for piece in pieces]
    for digest, piece in zip(digests, pieces, strict=True):
        with other.open(digest.sha256) as file:
            assert file.read() == piece
    with other.workspace() as folder:
        for digest in digests:
            other.link(digest.sha256, folder / digest.sha256)
        assert [(folder / d.sha256).read_bytes() for d in digests] == pieces


# -- nothing is lost ------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["PROPFIND", "PUT", "MOVE"])
def test_a_service_that_fails_keeps_nothing_and_says_so(kind: WebDav, method: str) -> None:
    kind.server.meddle = answering("500 Oops", method)
    with pytest.raises(StorageUnavailable):
        kind.store.put(DATA)
    kind.server.meddle = None
    assert list(kind.store.names()) == kind.leftovers() == []
    digest = kind.store.put(DATA)
    assert kind.store.intact(digest.sha256)


@pytest.mark.parametrize("method", ["PROPFIND", "PUT", "MOVE", "MKCOL"])
def test_a_failure_that_passes_is_not_even_noticed(kind: WebDav, method: str) -> None:
    kind.server.meddle = once(answering("503 Restarting", method))
    digest = kind.store.put(DATA)
    assert kind.store.intact(digest.sha256)
    assert kind.leftovers() == []


def test_a_service_that_is_away_is_told_as_such(kind: WebDav) -> None:
    known = kind.store.put(DATA)
    kind.server.stop()
    with pytest.raises(StorageUnavailable) as told:
        kind.store.put(b"new")
    assert (told.value.status, told.value.transient) == (503, True)
    with kind.store.open(known.sha256) as file:
        assert file.read() == DATA, "the cache has it"
    with pytest.raises(StorageUnavailable):
        kind.another_host().open(known.sha256)
    kind.server.start()
    assert kind.store.intact(kind.store.put(b"new").sha256)


def test_a_full_service_is_told_as_a_full_disk(kind: WebDav) -> None:
    kind.server.meddle = answering("507 Insufficient Storage", "PUT")
    with pytest.raises(DiskFull):
        kind.store.put(DATA)


def test_a_wrong_password_is_told_at_once_and_does_not_show_it(kind: WebDav) -> None:
    place = StoragePlace(kind.place.url, USER, "wrong password")
    store = RemoteStore(WebDavRemote(place.url, place.user, place.password), kind.incoming / "x", CACHE_BYTES)
    kind.server.asked.clear()
    with pytest.raises(StorageRefuses) as told:
        store.put(DATA)
    assert len(kind.server.asked) == 1
    assert "wrong password" not in repr((place, told.value, told.value.__cause__))


def test_a_redirect_does_not_get_the_password(kind: WebDav) -> None:
    kind.server.meddle = answering("302 Elsewhere", "PROPFIND")
    with pytest.raises(StorageRefuses):
        kind.store.put(DATA)


def test_an_upload_of_which_the_service_kept_a_part_does_not_count(kind: WebDav) -> None:
    def cuts(environ: dict[str, Any], _: Any) -> None:
        if environ["REQUEST_METHOD"] == "PUT":
            body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
            environ["wsgi.input"] = io.BytesIO(body[:-1])
            environ["CONTENT_LENGTH"] = str(len(body) - 1)

    kind.server.meddle = cuts
    with pytest.raises(StorageUnavailable):
        kind.store.put(DATA)
    kind.server.meddle = None
    assert list(kind.store.names()) == kind.leftovers() == []


def test_folders_that_somebody_removed_are_made_again(kind: WebDav) -> None:
    digest = kind.store.put(DATA)
    shutil.rmtree(kind.root)
    assert kind.store.put(DATA) == digest
    assert kind.store.intact(digest.sha256)


def test_a_server_that_fails_where_a_folder_is_missing_will_do(kind: WebDav) -> None:
    """Apache does, in a move."""

    def fails(environ: dict[str, Any], start_response: Any) -> Any:
        target = Path(environ.get("HTTP_DESTINATION", "").partition(f"/{kind.root.name}/")[2])
        if environ["REQUEST_METHOD"] != "MOVE" or (kind.root / target.parent).is_dir():
            return None
        return answering("500 No such folder", "MOVE")(environ, start_response)

    kind.server.meddle = fails
    assert kind.store.intact(kind.store.put(DATA).sha256)


def test_two_hosts_may_make_the_same_folder_at_the_same_time(kind: WebDav) -> None:
    """The other one was quicker; Apache calls that forbidden."""

    def quicker(environ: dict[str, Any], start_response: Any) -> Any:
        if environ["REQUEST_METHOD"] != "MKCOL":
            return None
        (kind.root.parent / environ["PATH_INFO"].removeprefix("/dav/")).mkdir(parents=True, exist_ok=True)
        return answering("403 Forbidden", "MKCOL")(environ, start_response)

    kind.server.meddle = quicker
    assert kind.store.intact(kind.store.put(DATA).sha256)


def test_leftovers_of_uploads_are_removed_when_old(kind: WebDav) -> None:
    kind.store.put(DATA)
    part = kind.root / "incoming" / "part"
    part.write_bytes(b"cut off")
    assert kind.store.remove_leftovers(lambda _: False) == 0
    os.utime(part, (1, 1))
    assert kind.store.remove_leftovers(lambda _: False) == 1
    assert kind.leftovers() == []


# -- nothing wrong is given -----------------------------------------------------------------------


def test_wrong_bytes_never_get_into_the_cache(kind: WebDav) -> None:
    digest = kind.store.put(DATA)
    kind.overwrite(digest.sha256, damaged(DATA))
    other = kind.another_host()
    with pytest.raises(StorageUnavailable):
        other.open(digest.sha256)
    kind.overwrite(digest.sha256, DATA)
    with other.open(digest.sha256) as file:
        assert file.read() == DATA


def test_a_connection_that_breaks_off_is_continued(kind: WebDav) -> None:
    digest = kind.store.put(LARGE)

    def breaks(environ: dict[str, Any], start_response: Any) -> Any:
        if environ["REQUEST_METHOD"] != "GET" or "HTTP_RANGE" in environ:
            return None
        start_response("200 OK", [("Content-Length", str(len(LARGE)))])
        return broken_off(LARGE[: 3 * 1024 * 1024])

    kind.server.meddle = breaks
    with kind.another_host().open(digest.sha256) as file:
        assert file.read() == LARGE


# -- large files ----------------------------------------------------------------------------------


@pytest.fixture
def streams(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_store, "_WORTH_STREAMING", PART_SIZE)


@pytest.mark.parametrize("start", [0, 1, PART_SIZE - 1, PART_SIZE, 2 * PART_SIZE + 1, len(LARGE) - 1])
def test_a_large_file_comes_from_any_position_on(kind: WebDav, streams: None, start: int) -> None:
    digest = kind.store.put(LARGE)
    with kind.another_host().stream(digest, start) as stream:
        assert b"".join(iter(lambda: stream.read(1_000_000), b"")) == LARGE[start:]


def test_a_large_file_that_was_sent_on_whole_is_here_afterwards(kind: WebDav, streams: None) -> None:
    digest = kind.store.put(LARGE)
    other = kind.another_host()
    for start, here in ((PART_SIZE, False), (0, False), (0, True)):
        kind.server.asked.clear()
        with other.stream(digest, start) as stream:
            assert b"".join(iter(lambda: stream.read(1_000_000), b"")) == LARGE[start:]
        assert (kind.server.asked == []) is here


def test_a_large_file_of_which_somebody_wanted_a_part_leaves_nothing(
    kind: WebDav, streams: None, tmp_path: Path
) -> None:
    digest = kind.store.put(LARGE)
    with kind.another_host().stream(digest, 0) as stream:
        stream.read(1_000_000)
        stream.seek(2 * PART_SIZE)
        assert stream.read() == LARGE[2 * PART_SIZE :]
    with kind.another_host().stream(digest, 0) as stream:
        stream.read(1_000_000)
    assert [list((tmp_path / f"cache-{n}" / "incoming").iterdir()) for n in (2, 3)] == [[], []]


@pytest.mark.parametrize("with_ranges", [True, False])
def test_a_service_that_knows_no_ranges_will_do(kind: WebDav, streams: None, with_ranges: bool) -> None:
    digest = kind.store.put(LARGE)

    def ignores(environ: dict[str, Any], _: Any) -> None:
        if not with_ranges:
            environ.pop("HTTP_RANGE", None)

    kind.server.meddle = ignores
    with kind.another_host().stream(digest, 2 * PART_SIZE + 5) as stream:
        assert stream.read() == LARGE[2 * PART_SIZE + 5 :]


def test_no_byte_of_a_wrong_part_is_sent_on(kind: WebDav, streams: None) -> None:
    digest = kind.store.put(LARGE)
    kind.overwrite(digest.sha256, damaged(LARGE))
    with kind.another_host().stream(digest, 0) as stream:
        assert stream.read(2 * PART_SIZE) == LARGE[:PART_SIZE], "one part at a time"
        assert stream.read(2 * PART_SIZE) == LARGE[PART_SIZE : 2 * PART_SIZE]
        with pytest.raises(StorageUnavailable):
            stream.read(1)
    with pytest.raises(StorageUnavailable):
        kind.another_host().stream(digest, len(LARGE) - 10)


# -- removing while somebody puts -----------------------------------------------------------------


class RacingRemote(WebDavRemote):
    """Between a look at an object and its removal somebody else does something."""

    def __init__(self, place: StoragePlace, meanwhile: Any) -> None:
        super().__init__(place.url, USER, PASSWORD)
        self._meanwhile = meanwhile

    def move(self, name: str, target: str) -> None:
        self._meanwhile()
        super().move(name, target)


@pytest.fixture
def raced(kind: WebDav) -> str:
    """The SHA-256 of a blob that one host removed in the moment in which another one put it again."""
    digest = kind.store.put(DATA)
    kind.make_old(digest.sha256)
    racing = RacingRemote(kind.place, lambda: kind.another_host().put(DATA))
    assert RemoteStore(racing, kind.incoming / "sweeper", CACHE_BYTES).remove_old(digest.sha256, 60)
    assert list(kind.store.names()) == []
    return digest.sha256


def test_bytes_put_again_while_they_were_removed_can_still_be_read(kind: WebDav, raced: str) -> None:
    with kind.another_host().open(raced) as file:
        assert file.read() == DATA
    assert list(kind.store.names()) == [raced]


def test_bytes_put_again_while_they_were_removed_come_back_with_the_next_sweeps(
    kind: WebDav, raced: str
) -> None:
    assert kind.store.remove_leftovers(lambda sha256: sha256 == raced) == 0
    assert list(kind.store.names()) == [], "not yet: the row may still be on its way"
    assert kind.store.remove_leftovers(lambda sha256: sha256 == raced, aside_for=-10) == 0
    assert list(kind.store.names()) == [raced]
    assert kind.store.intact(raced)


def test_what_nobody_needs_is_gone_for_good_after_a_day(kind: WebDav, raced: str) -> None:
    assert kind.store.remove_leftovers(lambda _: False) == 0
    assert kind.store.remove_leftovers(lambda _: False, aside_for=-10) == 1
    assert not kind.another_host().exists(raced)
    assert list((kind.root / "aside").iterdir()) == []


def test_young_bytes_are_not_sent_again(kind: WebDav) -> None:
    digest = kind.store.put(DATA)
    kind.server.asked.clear()
    assert kind.another_host().put(DATA) == digest
    assert [method for method, _ in kind.server.asked] == ["PROPFIND"]
