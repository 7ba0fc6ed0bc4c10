# SPDX-License-Identifier: GPL-2.0-or-later
"""Damaged and malicious files end in a clear error or in a difference that is true to what SQLite reads."""

from __future__ import annotations

import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import List, Tuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.errors import ChangesetTooNew, EngineError, InvalidChangeset, NotAGeoPackage
from qfieldcloud_plugin.engine.gpkg import Changeset, apply, connect, diff, merge, verify
from qfieldcloud_plugin.engine.gpkg.geometry import InvalidGeometry, envelope, geometry_blob, wkb_envelope

from .making import content, point, polygon
from .test_pages import by_rows, change_a_name, delete_rows, edit, insert_rows, make

PAGE = 512


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("hostile")
    base = make(folder / "a.gpkg", 5, rows=200)
    shutil.copy(base, folder / "b.gpkg")
    edit(folder / "b.gpkg", change_a_name, delete_rows, insert_rows, seed=5)
    return base, folder / "b.gpkg"


def check(base: Path, damaged: Path) -> None:
    """Both ways of comparing agree, or say what is wrong; what they say is what SQLite reads."""
    try:
        changes = diff(base, damaged)
        rows = by_rows(base, damaged)
    except EngineError:
        return
    assert changes == rows
    try:
        expected = content(damaged)
    except (EngineError, sqlite3.Error):  # such as a text that is not UTF-8
        return
    copy = damaged.with_suffix(".copy")
    shutil.copy(base, copy)
    try:
        apply(changes, copy)
    except EngineError:
        return
    assert content(copy) == expected


@pytest.mark.fuzz
@given(st.data())
def test_random_damage(pair: Tuple[Path, Path], tmp_path: Path, data: st.DataObject) -> None:
    base, other = pair
    content = bytearray(other.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        page = data.draw(st.integers(0, len(content) // PAGE - 1))
        # Headers of pages and cells are at their start, where damage does most.
        offset = data.draw(st.one_of(st.integers(0, 20), st.integers(0, PAGE - 1)))
        content[page * PAGE + offset] = data.draw(
            st.one_of(st.integers(0, 255), st.sampled_from([0, 255, 128]))
        )
    damaged = tmp_path / "damaged.gpkg"
    damaged.write_bytes(content)
    check(base, damaged)


@pytest.mark.fuzz
@given(st.integers(0, 100_000))
def test_a_file_that_is_cut_off(pair: Tuple[Path, Path], tmp_path: Path, length: int) -> None:
    base, other = pair
    damaged = tmp_path / "short.gpkg"
    damaged.write_bytes(other.read_bytes()[:length])
    check(base, damaged)


@pytest.mark.parametrize(
    ("offset", "value"),
    [
        (16, b"\x02\x00\x03\x03"),  # formats of the future
        (16, b"\x10\x00"),  # another page size than there is
        (16, b"\x00\x07"),  # a page size that cannot be
        (20, b"\xff"),  # more reserved than there is
        (28, b"\xff\xff\xff\xff"),  # more pages than there are
        (32, b"\x00\x00\x00\x02\x00\x00\xff\xff"),  # a freelist through a table
        (52, b"\x00\x00\x00\x05"),  # auto-vacuum that is not
        (56, b"\x00\x00\x00\x07"),  # an unknown text encoding
    ],
)
def test_a_lying_header(pair: Tuple[Path, Path], tmp_path: Path, offset: int, value: bytes) -> None:
    base, other = pair
    damaged = bytearray(other.read_bytes())
    damaged[offset : offset + len(value)] = value
    path = tmp_path / "lying.gpkg"
    path.write_bytes(damaged)
    check(base, path)


def interior_pages(path: Path) -> List[int]:
    data = path.read_bytes()
    return [page for page in range(1, len(data) // PAGE) if data[page * PAGE] == 5]


@pytest.mark.parametrize(
    "target", ["itself", "the root", "one child", "nowhere", "page 1", "a leaf of an index"]
)
def test_a_tree_that_loops(pair: Tuple[Path, Path], tmp_path: Path, target: str) -> None:
    base, other = pair
    data = bytearray(other.read_bytes())
    for page in interior_pages(other):
        start = page * PAGE
        cells = struct.unpack_from(">H", data, start + 3)[0]
        pointers = struct.unpack_from(f">{cells}H", data, start + 12)
        first = struct.unpack_from(">I", data, start + pointers[0])[0]
        index_leaf = next(n for n in range(1, len(data) // PAGE) if data[n * PAGE] == 10) + 1
        number = {
            "itself": page + 1,
            "the root": interior_pages(other)[0] + 1,
            "one child": first,
            "nowhere": 4_000_000_000,
            "page 1": 1,
            "a leaf of an index": index_leaf,
        }[target]
        for pointer in (*pointers[1:], 8):
            struct.pack_into(">I", data, start + pointer, number)
    path = tmp_path / "loop.gpkg"
    path.write_bytes(data)
    check(base, path)


def test_absurd_varints(pair: Tuple[Path, Path], tmp_path: Path) -> None:
    base, other = pair
    data = bytearray(other.read_bytes())
    for page in range(1, len(data) // PAGE):
        start = page * PAGE
        if data[start] == 13 and page % 3 == 0:
            cells = struct.unpack_from(">H", data, start + 3)[0]
            for pointer in struct.unpack_from(f">{cells}H", data, start + 8):
                data[start + pointer : start + pointer + 9] = b"\xff" * 9
    path = tmp_path / "varints.gpkg"
    path.write_bytes(data)
    check(base, path)


def test_a_small_file_that_wants_much_memory_gets_little(tmp_path: Path) -> None:
    """Overflow chains that all lead through the same pages claim a row each as large as the file."""
    base = make(tmp_path / "a.gpkg", 1, rows=3000)
    shutil.copy(base, tmp_path / "b.gpkg")
    data = bytearray(base.read_bytes())
    for page in range(1, len(data) // PAGE):
        start = page * PAGE
        if data[start] == 13:
            cells = struct.unpack_from(">H", data, start + 3)[0]
            for pointer in struct.unpack_from(f">{cells}H", data, start + 8):
                data[start + pointer : start + pointer + 3] = b"\xbf\xff\x7f"  # two million bytes
    (tmp_path / "b.gpkg").write_bytes(data)
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "from qfieldcloud_plugin.engine.gpkg import diff\n"
        "from qfieldcloud_plugin.engine.errors import EngineError\n"
        "try: diff(*sys.argv[1:])\n"
        "except EngineError as error: print('refused', error.code)\n"
    )
    arguments = [sys.executable, "-c", script, str(base), str(tmp_path / "b.gpkg")]
    done = subprocess.run(
        arguments, capture_output=True, text=True, timeout=60, cwd=Path(__file__).parents[3]
    )
    assert "refused" in done.stdout, done.stderr


def test_a_file_that_is_no_geopackage(tmp_path: Path) -> None:
    path = tmp_path / "text.gpkg"
    path.write_text("I am a shapefile, honestly. " * 10)
    with pytest.raises(NotAGeoPackage):
        connect(path)


def test_damage_is_found_by_verify(pair: Tuple[Path, Path], tmp_path: Path) -> None:
    path = tmp_path / "damaged.gpkg"
    data = bytearray(pair[0].read_bytes())
    data[5 * PAGE : 6 * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    with pytest.raises(EngineError):
        verify(path)


def test_a_trigger_that_never_ends_does_not_run(tmp_path: Path) -> None:
    base = make(tmp_path / "a.gpkg", 1)
    shutil.copy(base, tmp_path / "b.gpkg")
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n"
    edit(base, lambda c, _: c.execute(f"CREATE TRIGGER t AFTER UPDATE ON small BEGIN {endless}; END"))
    edit(tmp_path / "b.gpkg", change_a_name)
    apply(diff(base, tmp_path / "b.gpkg"), base)
    assert not diff(base, tmp_path / "b.gpkg")


@pytest.fixture(scope="module")
def changeset(pair: Tuple[Path, Path]) -> bytes:
    return diff(*pair).to_bytes()


@pytest.mark.fuzz
@given(st.data())
def test_a_damaged_changeset_is_refused(changeset: bytes, data: st.DataObject) -> None:
    damaged = bytearray(changeset)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    if bytes(damaged) != changeset:
        with pytest.raises((InvalidChangeset, ChangesetTooNew)):
            Changeset.from_bytes(bytes(damaged))


@pytest.mark.fuzz
@given(st.data())
def test_a_forged_changeset_is_refused_or_harmless(
    pair: Tuple[Path, Path], tmp_path: Path, changeset: bytes, data: st.DataObject
) -> None:
    """With the checksum put right, so that everything behind it is reached."""
    forged = bytearray(changeset[:-4])
    for _ in range(data.draw(st.integers(1, 5))):
        forged[data.draw(st.integers(12, len(forged) - 1))] = data.draw(st.integers(0, 255))
    forged += struct.pack("<I", zlib.crc32(forged))
    target = tmp_path / "target.gpkg"
    shutil.copy(pair[0], target)
    before = content(target)
    try:
        changes = Changeset.from_bytes(bytes(forged))
        list(changes)
        merge(changes, diff(*pair), pair[0])
        apply(changes, target)
    except EngineError:
        assert content(target) == before
    else:
        assert content(target) == content(target)


@pytest.mark.fuzz
@given(st.binary(max_size=60))
def test_geometries_are_anything_but_trusted(data: bytes) -> None:
    chance = random.Random(len(data))
    whole = bytearray(polygon([(0, 0), (1, 0), (1, 1), (0, 0)]))
    for byte in data:
        whole[chance.randrange(len(whole))] = byte
    for blob in (data, b"GP\x00\x01\x00\x00\x00\x00" + data, bytes(whole), bytes(whole[: len(data)])):
        for function in (envelope, wkb_envelope):
            with suppress(InvalidGeometry):
                function(blob)


def test_nested_collections_do_not_exhaust_the_stack() -> None:
    body = point(1, 2)[8:]
    for _ in range(5000):
        body = b"\x01" + struct.pack("<II", 7, 1) + body
    with pytest.raises(InvalidGeometry):
        geometry_blob(body, 4326)
