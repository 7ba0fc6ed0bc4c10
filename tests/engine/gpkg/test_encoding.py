# SPDX-License-Identifier: GPL-2.0-or-later
"""The bytes of a changeset are those that docs/formats/changeset.md shows."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import pytest

from qfieldcloud_plugin.engine.errors import ChangesetTooNew, InvalidChangeset
from qfieldcloud_plugin.engine.gpkg import Changeset, TableChanges

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "formats" / "changeset.md"


def example() -> Changeset:
    table = TableChanges("trees", ("fid", "name", "h"), (0,), integer_key=True)
    table.deletes = [(3, "elm", None)]
    table.inserts = [(7, "fir", 2.5)]
    table.updates = {(1,): [("oak", 1, "ash")]}
    return Changeset([table])


def with_checksum(content: bytes) -> bytes:
    return content + struct.pack("<I", zlib.crc32(content))


def test_the_documented_bytes_are_the_real_ones() -> None:
    lines = re.findall(
        r"^[0-9a-f]{4}  ((?:[0-9a-f]{2} ?)+) ", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE
    )
    documented = bytes.fromhex("".join(lines))
    assert documented == example().to_bytes()
    assert Changeset.from_bytes(documented) == example()


def test_every_type_and_odd_value_comes_back() -> None:
    values = [None, 0, -(2**63), 2**63 - 1, 0.1, float("inf"), "", "ä\0🌲", b"", b"\x00\xff"]
    table = TableChanges("t", ("k", "v"), (0,))
    table.inserts = [(number, value) for number, value in enumerate(values)]
    (back,) = Changeset.from_bytes(Changeset([table]).to_bytes()).tables
    assert [(type(row[1]), row[1]) for row in back.inserts] == [(type(value), value) for value in values]


def test_a_later_version_is_told_from_damage() -> None:
    data = bytearray(example().to_bytes()[:-4])
    data[8] = 2
    with pytest.raises(ChangesetTooNew):
        Changeset.from_bytes(with_checksum(bytes(data)))
    with pytest.raises(InvalidChangeset):
        Changeset.from_bytes(example().to_bytes()[:-1])
    with pytest.raises(InvalidChangeset):
        Changeset.from_bytes(b"")


def test_a_count_that_the_bytes_cannot_hold_is_refused() -> None:
    data = bytearray(example().to_bytes()[:-4])
    struct.pack_into("<I", data, 0x74, 0xFFFFFFF0)
    with pytest.raises(InvalidChangeset):
        Changeset.from_bytes(with_checksum(bytes(data)))
