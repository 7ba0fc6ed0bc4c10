# SPDX-License-Identifier: GPL-2.0-or-later
"""The page-level shortcut finds what comparing all rows finds, or steps aside."""

from __future__ import annotations

import importlib
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Callable, Iterator, List, Optional, Tuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.gpkg import (
    Changeset,
    compare,
    connect,
    diff,
    page_bytes,
    second_reader,
    transaction,
)
from qfieldcloud_plugin.engine.gpkg.btree import UnexpectedStructure
from qfieldcloud_plugin.engine.gpkg.pages import MayDiffer, PageComparison
from qfieldcloud_plugin.engine.gpkg.raw_file import RawFile, raw_file
from qfieldcloud_plugin.engine.gpkg.write_ahead_log import _frames, read_index

# The package's function of the same name hides the module.
diff_module = importlib.import_module("qfieldcloud_plugin.engine.gpkg.diff")

TABLES = """
CREATE TABLE small (id INTEGER PRIMARY KEY, a TEXT, b INTEGER);
CREATE TABLE long (id INTEGER PRIMARY KEY, head TEXT, body BLOB);
CREATE TABLE named (code TEXT PRIMARY KEY, v BLOB);
CREATE TABLE keyed (code TEXT PRIMARY KEY, v BLOB) WITHOUT ROWID;
CREATE TABLE bag (a, b);
CREATE INDEX small_by_a ON small (a);
"""


def by_rows(base: Path, other: Path) -> Changeset:
    """The difference without the shortcut, from one connection and from two."""

    def refuse(*_: Any) -> None:
        raise UnexpectedStructure("for the test")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff_module, "PageComparison", refuse)
        changes = diff(base, other)
        patch.setattr(second_reader, "_WORTH_A_THREAD", 0)
        patch.setattr(second_reader.os, "cpu_count", lambda: 2)
        patch.setattr(compare, "_MANY_ROW_IDS", 0)
        assert diff(base, other) == changes
        return changes


def by_small_blocks(base: Path, other: Path) -> Changeset:
    """The difference with the shortcut, its pages compared by two threads, a few at a time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_bytes, "_WORTH_A_THREAD", 0)
        patch.setattr(page_bytes, "_BLOCK", 3 * 1024)
        patch.setattr(page_bytes.os, "cpu_count", lambda: 2)
        return diff(base, other)


def may_differ(base: Path, other: Path, table: str) -> Optional[MayDiffer]:
    """What the shortcut says about a table, None where it steps aside."""
    roots = []
    for path in (base, other):
        connection = connect(path)
        found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        roots.append(found[0])
        connection.close()
    with raw_file(base) as one, raw_file(other) as two:
        try:
            return PageComparison(one, two).table(*roots)
        except UnexpectedStructure:
            return None


def make(path: Path, seed: int, *, page_size: int = 512, auto_vacuum: int = 0, rows: int = 300) -> Path:
    connection = sqlite3.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA page_size = {page_size}")
    connection.execute(f"PRAGMA auto_vacuum = {auto_vacuum}")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript("BEGIN;" + TABLES)
    chance = random.Random(seed)
    for number in range(rows):
        connection.execute("INSERT INTO small VALUES (?, ?, ?)", (number * 3, f"row {number}", number))
        connection.execute("INSERT INTO named VALUES (?, ?)", (f"n{number}", chance.randbytes(20)))
        connection.execute("INSERT INTO keyed VALUES (?, ?)", (f"k{number}", chance.randbytes(20)))
        connection.execute("INSERT INTO bag VALUES (?, ?)", (number % 7, "x"))
        if number % 5 == 0:
            body = chance.randbytes(chance.choice([10, 400, 2000, 9000]))
            connection.execute("INSERT INTO long VALUES (?, 'head', ?)", (number, body))
    connection.execute("COMMIT")
    connection.close()
    return path


def edit(path: Path, *actions: Callable[[sqlite3.Connection, random.Random], None], seed: int = 1) -> None:
    connection = sqlite3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    for action in actions:
        action(connection, random.Random(seed))
    connection.close()


def change_a_name(connection: sqlite3.Connection, chance: random.Random) -> None:
    connection.execute(
        "UPDATE small SET a = ? WHERE id = ?", (f"new {chance.random()}", chance.randrange(300) * 3)
    )


def change_a_tail(connection: sqlite3.Connection, chance: random.Random) -> None:
    """The same length, and the same bytes but at the end: only overflow pages change."""
    rows = connection.execute("SELECT id, body FROM long WHERE length(body) > 1000").fetchall()
    if rows:
        number, body = chance.choice(rows)
        connection.execute("UPDATE long SET body = ? WHERE id = ?", (body[:-5] + chance.randbytes(5), number))


def insert_rows(connection: sqlite3.Connection, chance: random.Random) -> None:
    for _ in range(chance.randrange(40)):
        number = chance.randrange(2000)
        connection.execute("INSERT OR IGNORE INTO small VALUES (?, 'inserted', ?)", (number, number))
        connection.execute("INSERT OR IGNORE INTO named VALUES (?, ?)", (f"n{number}", chance.randbytes(30)))
        connection.execute("INSERT INTO bag VALUES (?, ?)", (number % 9, "y"))


def delete_rows(connection: sqlite3.Connection, chance: random.Random) -> None:
    low = chance.randrange(900)
    connection.execute("DELETE FROM small WHERE id BETWEEN ? AND ?", (low, low + chance.randrange(300)))
    connection.execute("DELETE FROM long WHERE id = ?", (chance.randrange(60) * 5,))
    connection.execute("DELETE FROM bag WHERE rowid = ?", (chance.randrange(300),))


def change_keys(connection: sqlite3.Connection, chance: random.Random) -> None:
    number = chance.randrange(300)
    connection.execute("UPDATE OR IGNORE small SET id = id + 1 WHERE id = ?", (number * 3,))
    connection.execute("UPDATE keyed SET v = x'00' WHERE code = ?", (f"k{number}",))
    connection.execute("UPDATE OR IGNORE named SET code = code || 'x' WHERE code = ?", (f"n{number}",))


def vacuum(connection: sqlite3.Connection, _: random.Random) -> None:
    connection.execute("VACUUM")


def trim(connection: sqlite3.Connection, _: random.Random) -> None:
    connection.execute("PRAGMA incremental_vacuum").fetchall()


def add_a_table(connection: sqlite3.Connection, _: random.Random) -> None:
    connection.execute("CREATE TABLE IF NOT EXISTS extra (id INTEGER PRIMARY KEY, v)")
    connection.execute("INSERT INTO extra (v) VALUES (1)")


ACTIONS = [change_a_name, change_a_tail, insert_rows, delete_rows, change_keys, vacuum, trim, add_a_table]


@pytest.mark.fuzz
@given(
    seed=st.integers(0, 1000),
    page_size=st.sampled_from([512, 1024, 4096]),
    auto_vacuum=st.sampled_from([0, 0, 1, 2]),
    before=st.lists(st.sampled_from(ACTIONS), max_size=4),
    after=st.lists(st.sampled_from(ACTIONS), max_size=6),
)
def test_the_shortcut_finds_what_comparing_all_rows_finds(
    tmp_path: Path, seed: int, page_size: int, auto_vacuum: int, before: List[Any], after: List[Any]
) -> None:
    base, other = tmp_path / "a.gpkg", tmp_path / "b.gpkg"
    for path in (base, other):
        path.unlink(missing_ok=True)
    make(base, seed, page_size=page_size, auto_vacuum=auto_vacuum)
    edit(base, *before, seed=seed)
    shutil.copy(base, other)
    edit(other, *after, seed=seed + 1)
    assert diff(base, other) == by_rows(base, other)
    assert by_small_blocks(other, base) == by_rows(other, base)


@pytest.fixture
def files(tmp_path: Path) -> List[Path]:
    base = make(tmp_path / "a.gpkg", 1, rows=2000)
    shutil.copy(base, tmp_path / "b.gpkg")
    return [base, tmp_path / "b.gpkg"]


def test_an_edit_in_place_leaves_few_rows_to_compare(files: List[Path]) -> None:
    edit(files[1], change_a_name)
    found = may_differ(*files, "small")
    assert found is not None
    assert 0 < found.rows_before < 200  # a longer name may move the rows around it
    assert len(diff(*files)) == 1


def test_a_table_without_edits_is_not_looked_at(files: List[Path]) -> None:
    edit(files[1], change_a_name)
    for table in ("long", "named", "keyed", "bag"):
        assert may_differ(*files, table) == MayDiffer((), 0, 0)


def test_a_change_in_overflow_pages_only_is_found(files: List[Path]) -> None:
    edit(files[1], change_a_tail)
    found = may_differ(*files, "long")
    assert found is not None
    assert found.rows_before == 1
    (change,) = diff(*files)
    assert change.table == "long"


def test_pages_that_were_freed_and_keep_old_bytes_are_not_looked_at(files: List[Path]) -> None:
    edit(files[1], lambda connection, _: connection.execute("DELETE FROM long"))
    edit(files[1], lambda connection, _: connection.execute("DELETE FROM small WHERE id > 300"))
    changes = diff(*files)
    assert {change.kind.value for change in changes} == {"delete"}
    assert changes == by_rows(*files)


def test_a_vacuumed_file_is_compared_by_rows(files: List[Path]) -> None:
    edit(files[1], change_a_name, lambda connection, _: connection.execute("PRAGMA page_size = 1024"), vacuum)
    assert may_differ(*files, "small") is None
    assert len(diff(*files)) == 1


def test_content_in_the_write_ahead_log_is_seen(files: List[Path]) -> None:
    writer = sqlite3.connect(str(files[1]), isolation_level=None)
    writer.execute("PRAGMA journal_mode = WAL")
    change_a_name(writer, random.Random(1))
    assert Path(f"{files[1]}-wal").stat().st_size
    assert len(diff(*files)) == 1
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert len(diff(*files)) == 1
    writer.close()


@pytest.fixture
def logged(files: List[Path]) -> Iterator[Tuple[Path, Path, sqlite3.Connection]]:
    """Two files, the later one in WAL mode and open in another connection, as QGIS has it."""
    writer = sqlite3.connect(str(files[1]), isolation_level=None)
    writer.execute("PRAGMA journal_mode = WAL").fetchall()
    writer.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
    yield files[0], files[1], writer
    writer.close()


def seen(base: Path, other: Path, source: Any = None) -> Tuple[Changeset, List[str]]:
    """The difference, and how each file was read."""
    ways = []
    comparison = diff_module.PageComparison

    def note(one: RawFile, two: RawFile) -> PageComparison:
        ways.extend(type(file).__name__ for file in (one, two))
        return comparison(one, two)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff_module, "PageComparison", note)
        return diff(base, source or other), ways


def test_pages_are_read_through_the_write_ahead_log(logged: Tuple[Path, Path, sqlite3.Connection]) -> None:
    base, other, writer = logged
    for action in (change_a_name, insert_rows, change_a_tail, delete_rows, change_keys):
        action(writer, random.Random(3))
        changes, ways = seen(base, other)
        assert ways == ["RawFile", "FileWithLog"]
        assert changes == by_rows(base, other)
    writer.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    assert seen(base, other) == (changes, ["RawFile", "RawFile"])  # all of it is in the file by now
    change_a_name(writer, random.Random(4))  # the log starts anew, with frames of the former one behind
    changes, ways = seen(base, other)
    assert (changes, ways) == (by_rows(base, other), ["RawFile", "FileWithLog"])


@pytest.mark.fuzz
@given(
    steps=st.lists(
        st.tuples(st.sampled_from([*ACTIONS, "checkpoint", "hold"]), st.integers(0, 99)), max_size=5
    )
)
def test_the_shortcut_finds_the_same_through_a_write_ahead_log(tmp_path: Path, steps: List[Any]) -> None:
    base, other = tmp_path / "a.gpkg", tmp_path / "b.gpkg"
    for path in (base, other):
        for suffix in ("", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
    make(base, 1)
    shutil.copy(base, other)
    writer, reader = (sqlite3.connect(str(other), isolation_level=None, timeout=0) for _ in range(2))
    writer.execute("PRAGMA journal_mode = WAL").fetchall()
    writer.execute("PRAGMA synchronous = OFF")
    for step, seed in steps:
        if step == "checkpoint":
            writer.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        elif step == "hold":  # a reader that keeps the log from being folded in whole
            with suppress(sqlite3.OperationalError):
                reader.execute("ROLLBACK")
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM small").fetchone()
        elif step not in (vacuum, trim) or not reader.in_transaction:
            step(writer, random.Random(seed))
        assert diff(base, other) == by_rows(base, other)
    reader.close()
    writer.close()


def test_a_commit_after_the_reading_began_is_noticed(logged: Tuple[Path, Path, sqlite3.Connection]) -> None:
    """Whoever reads in a transaction of its own sees what was there, and the log has more by now."""
    base, other, writer = logged
    change_a_name(writer, random.Random(1))
    reader = connect(other)
    reader.execute("BEGIN")
    expected = reader.execute("SELECT * FROM small").fetchall()
    insert_rows(writer, random.Random(1))
    changes, ways = seen(base, other, reader)
    assert ways == []
    assert {change.kind.value for change in changes} == {"update"}
    assert reader.execute("SELECT * FROM small").fetchall() == expected
    reader.close()


def test_whoever_holds_the_write_lock_is_served_from_the_log(
    logged: Tuple[Path, Path, sqlite3.Connection],
) -> None:
    base, other, writer = logged
    change_a_name(writer, random.Random(1))
    connection = connect(other, write=True)
    with transaction(connection):
        changes, ways = seen(base, other, connection)
        assert ways == ["RawFile", "FileWithLog"]
        assert len(changes) == 1
        insert_rows(connection, random.Random(1))
        assert seen(base, other, connection)[1] == []  # what it wrote is nowhere but in its memory
    connection.close()


@pytest.mark.parametrize("offset", [0, 8, 16, 24, 40, 48, 32 + 8, 32 + 24 + 512 + 8])
def test_a_log_that_does_not_fit_its_index_is_not_read(
    logged: Tuple[Path, Path, sqlite3.Connection], offset: int
) -> None:
    _, other, writer = logged
    insert_rows(writer, random.Random(1))
    index = read_index(other)
    assert index is not None
    log = Path(f"{other}-wal")
    data = bytearray(log.read_bytes())
    data[offset] ^= 0x55
    damaged = other.with_name("damaged-wal")
    damaged.write_bytes(data)
    with raw_file(damaged) as file:
        assert (_frames(file, index) is None) == (
            offset not in (24, 48)
        )  # sums of frames are SQLite's business


def test_changes_waiting_in_the_callers_transaction_are_seen(files: List[Path]) -> None:
    connection = connect(files[1], write=True)
    connection.execute("BEGIN IMMEDIATE")
    change_a_name(connection, random.Random(1))
    assert len(diff(files[0], connection)) == 1
    connection.execute("ROLLBACK")
    assert not diff(files[0], connection)
    connection.close()


@pytest.mark.parametrize("in_wal_mode", [False, True])
def test_a_large_table_is_compared_in_halves_only_while_both_connections_see_the_same(
    files: List[Path], monkeypatch: pytest.MonkeyPatch, in_wal_mode: bool
) -> None:
    helped = []
    begin = second_reader.SecondReader._begin

    def begin_late(self: second_reader.SecondReader, connection: sqlite3.Connection) -> None:
        if in_wal_mode:  # somebody commits after the first connection began to read
            edit(files[1], change_a_name, seed=7)
        begin(self, connection)
        helped.append(connection)

    monkeypatch.setattr(second_reader.SecondReader, "_begin", begin_late)
    edit(files[1], lambda connection, _: connection.execute("UPDATE small SET b = b + 1"))
    if in_wal_mode:
        edit(files[1], lambda connection, _: connection.execute("PRAGMA journal_mode = WAL").fetchall())
    keeper = sqlite3.connect(str(files[1]))
    keeper.execute("SELECT count(*) FROM small").fetchone()  # so that nobody folds the log in
    assert len(by_rows(*files)) == 2000
    assert bool(helped) is not in_wal_mode
    keeper.close()


def test_reading_pages_leaves_the_locks_of_other_connections_alone(files: List[Path]) -> None:
    writer = sqlite3.connect(str(files[1]), isolation_level=None, timeout=0)
    writer.execute("BEGIN IMMEDIATE")
    diff(*files)
    script = (
        "import sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)\n"
        "try:\n    c.execute('BEGIN IMMEDIATE')\n"
        "except sqlite3.OperationalError:\n    print('locked')\n"
    )
    other_process = subprocess.run(
        [sys.executable, "-c", script, str(files[1])], capture_output=True, text=True
    )
    assert other_process.stdout.strip() == "locked"
    writer.execute("ROLLBACK")
    writer.close()
