# SPDX-License-Identifier: GPL-2.0-or-later
"""What only a folder of this machine promises: no byte is copied twice, and a bad disk is noticed."""

from __future__ import annotations

import errno
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


def test_equal_bytes_have_one_file(store: FolderStore) -> None:
    first = store.put(DATA)
    inode = store.path(first.sha256).stat().st_ino
    writer = store.writer()
    writer.write(DATA)
    assert writer.keep() == first == store.put(DATA)
    assert store.path(first.sha256).stat().st_ino == inode
    assert incoming(store) == []


def test_a_file_of_the_workspace_is_adopted_without_a_copy(store: FolderStore) -> None:
    with store.workspace() as folder:
        path = folder / "x"
        path.write_bytes(DATA)
        inode = path.stat().st_ino
        digest = digest_file(path)
        store.adopt(path, digest)
    assert store.path(digest.sha256).stat().st_ino == inode
    assert incoming(store) == []


def test_leftovers_of_a_killed_process_are_removed_when_old(store: FolderStore) -> None:
    writer = store.writer()
    writer.write(DATA)
    assert store.remove_leftovers(lambda _: False) == 0
    assert store.remove_leftovers(lambda _: False, older_than=-1) == 1
    assert incoming(store) == []


def test_work_that_ends_while_leftovers_are_looked_for_does_no_harm(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = store.incoming / "work-that-ended"
    monkeypatch.setattr(Path, "iterdir", lambda _: iter([gone]))
    assert store.remove_leftovers(lambda _: False) == 0


def test_a_blob_that_was_being_removed_when_the_process_died_comes_back_if_it_is_needed(
    store: FolderStore,
) -> None:
    kept, gone = store.put(DATA), store.put(b"other")
    for digest in (kept, gone):
        store.path(digest.sha256).replace(store.incoming / f"old-{digest.sha256}")
    assert store.remove_leftovers(lambda sha256: sha256 == kept.sha256, older_than=-1) == 1
    assert list(store.names()) == [kept.sha256]
    assert store.intact(kept.sha256)


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
