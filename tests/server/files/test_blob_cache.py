# SPDX-License-Identifier: GPL-2.0-or-later
"""A cache stays as small as it should, keeps what is used, and takes nothing from those who read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qfieldcloud_server.files.blob_cache import BlobCache
from qfieldcloud_server.files.digests import Digest, digest_bytes

KB = 1000


@pytest.fixture
def cache(tmp_path: Path) -> BlobCache:
    return BlobCache(tmp_path / "cache", 100 * KB)


def keep(cache: BlobCache, size: int, used_at: int = 0) -> Digest:
    data = os.urandom(size)
    digest = digest_bytes(data)
    with cache.folder.workspace() as folder:
        (folder / "blob").write_bytes(data)
        cache.adopt(folder / "blob", digest)
    if used_at:
        os.utime(cache.folder.path(digest.sha256), (used_at, used_at))
    return digest


def size_of(cache: BlobCache) -> int:
    return sum(cache.folder.path(name).stat().st_size for name in cache.folder.names())


def test_what_was_not_used_for_longest_goes_first(cache: BlobCache) -> None:
    first, second, third = (keep(cache, 30 * KB, used_at) for used_at in (1, 2, 3))
    assert cache.has(first.sha256)
    newest = keep(cache, 20 * KB)
    cache.shrink(newest.sha256)
    assert {name: cache.has(name.sha256) for name in (first, second, third, newest)} == {
        first: True, second: False, third: True, newest: True,
    }  # fmt: skip


def test_it_stays_below_its_limit_whatever_comes(cache: BlobCache) -> None:
    for _ in range(100):
        keep(cache, 7 * KB)
        assert size_of(cache) <= 112 * KB, "a twentieth more, and what came last"


def test_what_is_being_read_is_read_to_its_end(cache: BlobCache, tmp_path: Path) -> None:
    digest = keep(cache, 50 * KB, used_at=1)
    with cache.folder.open(digest.sha256) as file:
        cache.folder.link(digest.sha256, tmp_path / "link")
        keep(cache, 90 * KB)
        cache.shrink()
        assert not cache.has(digest.sha256)
        assert digest_bytes(file.read()) == digest
    assert digest_bytes((tmp_path / "link").read_bytes()) == digest


def test_something_larger_than_all_of_it_is_here_until_the_next_comes(cache: BlobCache) -> None:
    large = keep(cache, 300 * KB)
    assert cache.has(large.sha256)
    os.utime(cache.folder.path(large.sha256), (1, 1))
    small = keep(cache, 10 * KB)
    assert not cache.has(large.sha256)
    assert cache.has(small.sha256)


def test_another_process_on_the_same_folder_is_taken_into_account(cache: BlobCache, tmp_path: Path) -> None:
    other = BlobCache(tmp_path / "cache", 100 * KB)
    for _ in range(40):
        keep(cache, 5 * KB)
        keep(other, 5 * KB)
    assert size_of(cache) <= 120 * KB


def test_what_killed_processes_left_is_removed_some_day(cache: BlobCache) -> None:
    part = cache.folder.incoming / "part-x"
    part.write_bytes(b"cut off")
    cache.shrink()
    assert part.exists()
    os.utime(part, (1, 1))
    cache.shrink()
    assert not part.exists()
