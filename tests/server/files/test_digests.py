# SPDX-License-Identifier: GPL-2.0-or-later
"""Digests agree with what clients compute from their own copy."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from qfieldcloud_sdk.utils import calc_etag

from qfieldcloud_server.files.digests import PART_SIZE, Hasher, digest_bytes, digest_edited_copy, digest_file

SIZES = [0, 1, 1000, PART_SIZE - 1, PART_SIZE, PART_SIZE + 1, 2 * PART_SIZE, 2 * PART_SIZE + 12345]


@pytest.fixture
def content() -> bytes:
    return random.Random(1).randbytes(2 * PART_SIZE + 12345)


@pytest.mark.parametrize("size", SIZES)
def test_the_md5sum_is_the_etag_that_the_sdk_computes(tmp_path: Path, content: bytes, size: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(content[:size])
    digest = digest_file(path)
    assert digest.md5sum == calc_etag(str(path))
    assert digest.sha256 == hashlib.sha256(content[:size]).hexdigest()
    assert digest.size == size
    assert digest == digest_bytes(content[:size])


@pytest.mark.parametrize("step", [7919, 300_000, 1024 * 1024, PART_SIZE + 1])
def test_a_stream_in_any_pieces_has_the_digest_of_the_whole(content: bytes, step: int) -> None:
    hasher = Hasher()
    for start in range(0, len(content), step):
        hasher.update(content[start : start + step])
    assert hasher.finish() == digest_bytes(content)


LARGE = 2 * PART_SIZE + 12345


@pytest.mark.parametrize(
    ("size", "edit", "growth"),
    [
        *((size, None, growth) for size in (0, 5, PART_SIZE, LARGE) for growth in (0, 9, PART_SIZE)),
        *((size, 0, 9) for size in (5, PART_SIZE)),
        *((PART_SIZE, edit, 0) for edit in (0, PART_SIZE - 1)),
        *((LARGE, edit, 0) for edit in (0, PART_SIZE - 1, PART_SIZE, 2 * PART_SIZE + 5)),
    ],
)
def test_an_edited_copy_has_its_own_digest(
    tmp_path: Path, content: bytes, size: int, edit: int | None, growth: int
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    before.write_bytes(content[:size])
    edited = bytearray(content[:size])
    if edit is not None:
        edited[edit] ^= 0xFF
    after.write_bytes(bytes(edited) + content[:growth])
    assert digest_edited_copy(after, before, digest_file(before).part_md5s) == digest_file(after)
