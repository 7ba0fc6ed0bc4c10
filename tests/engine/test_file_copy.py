# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies of whole files: every byte, whatever the file system can."""

from __future__ import annotations

import errno
import os
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
