# SPDX-License-Identifier: GPL-2.0-or-later
"""A blob is in the store whole or not at all, and only once."""

from __future__ import annotations

import errno
import hashlib
import os
import resource
import subprocess
import sys
from concurrent import futures
from pathlib import Path

import pytest

from qfieldcloud_server.files import blobs
from qfieldcloud_server.files.blobs import FolderStore
from qfieldcloud_server.files.digests import digest_file

DATA = b"some bytes" * 1000


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "blobs")


def incoming(store: FolderStore) -> list[Path]:
    return list((store.root / "incoming").iterdir())


def test_streamed_bytes_are_found_under_their_sha256(store: FolderStore) -> None:
    writer = store.writer()
    for start in range(0, len(DATA), 999):
        writer.write(DATA[start : start + 999])
    digest = writer.keep()
    assert digest.sha256 == hashlib.sha256(DATA).hexdigest()
    with store.open(digest.sha256) as file:
        assert file.read() == DATA
    assert list(store.names()) == [digest.sha256]
    assert incoming(store) == []


def test_equal_bytes_are_stored_once(store: FolderStore) -> None:
    first = store.put(DATA)
    inode = store.path(first.sha256).stat().st_ino
    writer = store.writer()
    writer.write(DATA)
    assert writer.keep() == first == store.put(DATA)
    assert store.path(first.sha256).stat().st_ino == inode
    assert incoming(store) == []


def test_putting_known_bytes_again_makes_them_young(store: FolderStore) -> None:
    digest = store.put(DATA)
    os.utime(store.path(digest.sha256), (1, 1))
    store.put(DATA)
    assert not store.remove_old(digest.sha256, older_than=60)
    assert store.intact(digest.sha256)


def test_an_old_blob_is_removed(store: FolderStore) -> None:
    digest = store.put(DATA)
    os.utime(store.path(digest.sha256), (1, 1))
    assert store.remove_old(digest.sha256, older_than=60)
    assert not store.exists(digest.sha256)
    assert store.remove_old(digest.sha256, older_than=60)


def test_discarded_bytes_leave_nothing(store: FolderStore) -> None:
    writer = store.writer()
    writer.write(DATA)
    writer.discard()
    assert list(store.names()) == incoming(store) == []


def test_a_file_of_the_workspace_is_adopted_without_a_copy(store: FolderStore) -> None:
    with store.workspace() as folder:
        path = folder / "x"
        path.write_bytes(DATA)
        inode = path.stat().st_ino
        digest = digest_file(path)
        store.adopt(path, digest)
    assert store.path(digest.sha256).stat().st_ino == inode
    assert incoming(store) == []


def test_a_private_copy_does_not_touch_the_blob(store: FolderStore, tmp_path: Path) -> None:
    digest = store.put(DATA)
    store.copy(digest.sha256, tmp_path / "copy")
    with (tmp_path / "copy").open("r+b") as file:
        file.write(b"XXXX")
    assert store.intact(digest.sha256)


def test_a_damaged_blob_is_noticed(store: FolderStore) -> None:
    digest = store.put(DATA)
    path = store.path(digest.sha256)
    path.chmod(0o644)
    path.write_bytes(b"other")
    assert not store.intact(digest.sha256)


def test_a_blob_cut_short_is_written_anew(store: FolderStore) -> None:
    digest = store.put(DATA)
    path = store.path(digest.sha256)
    path.chmod(0o644)
    path.write_bytes(DATA[:5])
    store.put(DATA)
    assert store.intact(digest.sha256)


def test_leftovers_of_a_killed_process_are_removed_when_old(store: FolderStore) -> None:
    writer = store.writer()
    writer.write(DATA)
    assert store.remove_leftovers() == 0
    assert store.remove_leftovers(older_than=-1) == 1
    assert incoming(store) == []


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is POSIX")
def test_a_full_disk_leaves_no_blob(store: FolderStore, tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from qfieldcloud_server.files.blobs import FolderStore\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        f"store = FolderStore(Path({str(store.root)!r}))\n"
        "try:\n    store.put(b'x' * 100_000)\nexcept OSError as error:\n    print('refused', error.errno)\n"
    )
    assert resource.RLIMIT_FSIZE
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("refused"), done.stderr
    assert list(store.names()) == incoming(store) == []


def test_a_copy_that_the_disk_could_not_keep_is_not_adopted(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is written to the disk early, and the system tells of an error only once."""
    monkeypatch.setattr(blobs, "_WORTH_FLUSHING_EARLY", 1)
    kept = store.put(DATA)
    monkeypatch.setattr(os, "fsync", broken_disk)
    with store.workspace() as folder:
        store.copy(kept.sha256, folder / "copy")
        (folder / "copy").write_bytes(DATA + b"edited")
        futures.wait(store._flushing.values())  # it has tried meanwhile
        monkeypatch.setattr(os, "fsync", lambda _: None)
        with pytest.raises(OSError, match="Input/output error"):
            store.adopt(folder / "copy", digest_file(folder / "copy"))
    assert list(store.names()) == [kept.sha256]


def broken_disk(_: int) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))
