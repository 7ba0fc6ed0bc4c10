# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies of whole files: every byte, whatever the file system can."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qfieldcloud_plugin.engine.file_copy import copy_file

DATA = os.urandom(3_000_001)


def copied(folder: Path) -> bytes:
    (folder / "a").write_bytes(DATA)
    (folder / "b").write_bytes(b"older and longer" * 300_000)
    copy_file(folder / "a", folder / "b")
    return (folder / "b").read_bytes()


def test_copying_inside_the_kernel_keeps_every_byte(tmp_path: Path) -> None:
    assert copied(tmp_path) == DATA


def test_where_the_system_has_no_such_call_every_byte_is_kept_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "copy_file_range", raising=False)
    assert copied(tmp_path) == DATA


def test_a_file_system_that_gives_up_midway_is_copied_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def some_then_refused(reader: int, writer: int, count: int) -> int:
        calls.append(count)
        if len(calls) > 1:
            raise OSError(errno.EXDEV, "another file system")
        return os.write(writer, os.read(reader, 1000))

    monkeypatch.setattr(os, "copy_file_range", some_then_refused, raising=False)
    assert copied(tmp_path) == DATA
    assert calls == [len(DATA), len(DATA) - 1000]


def test_a_file_system_that_says_nothing_is_copied_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "copy_file_range", lambda reader, writer, count: 0, raising=False)
    assert copied(tmp_path) == DATA


FULL = """
import resource, signal, sys
from pathlib import Path
from qfieldcloud_plugin.engine.file_copy import copy_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
copy_file(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.skipif(not hasattr(os, "copy_file_range"), reason="Linux can set the limit, and has the call")
def test_a_disk_that_is_full_in_the_middle_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(DATA)
    order = [sys.executable, "-c", FULL, str(tmp_path / "a"), str(tmp_path / "b")]
    done = subprocess.run(order, capture_output=True, text=True, check=False)
    assert "OSError" in done.stderr
