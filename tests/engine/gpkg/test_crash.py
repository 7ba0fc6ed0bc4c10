# SPDX-License-Identifier: GPL-2.0-or-later
"""Power may fail at any moment: a file is in its old or its new state, never between."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import time
from pathlib import Path
from typing import Any, Callable, Dict

import pytest

from qfieldcloud_plugin.engine.__main__ import main
from qfieldcloud_plugin.engine.gpkg import apply, connect, copy_geopackage, diff, replace_file

from .making import add_layer, content, make_geopackage, point, problems

KILLS = 150 if os.environ.get("HYPOTHESIS_PROFILE") == "fuzz" else 20
pytestmark = [
    pytest.mark.slow,
    pytest.mark.fuzz,
    pytest.mark.skipif(
        not hasattr(os, "fork"), reason="needs fork to kill the right thing at the right time"
    ),
]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Dict[str, Path]:
    folder = tmp_path_factory.mktemp("crash")
    paths = {name: folder / f"{name}.gpkg" for name in ("base", "mine", "theirs")}
    connection = make_geopackage(paths["base"])
    add_layer(connection, "trees")
    rows = [(point(number % 100, number // 100), f"tree {number}", number) for number in range(6000)]
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO trees (geom, name, n) VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    connection.close()
    for name, start in (("mine", 0), ("theirs", 1)):
        shutil.copy(paths["base"], paths[name])
        connection = connect(paths[name], write=True)
        connection.execute("BEGIN")
        connection.execute("UPDATE trees SET name = name || ? WHERE fid % 4 = ?", (name, start))
        connection.execute("UPDATE trees SET geom = ? WHERE fid % 40 = ?", (point(5.5, 6.5), start))
        connection.execute("DELETE FROM trees WHERE fid % 40 = ?", (start + 10,))
        connection.execute("COMMIT")
        connection.close()
    return paths


def kill_at_random(work: Callable[[], Any], longest: float, chance: random.Random) -> bool:
    """Run `work` in a process of its own and kill that at some moment; whether it was still at work."""
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            work()
        os._exit(0)
    time.sleep(chance.uniform(0, longest))
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def time_of(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_an_apply_that_is_killed_did_all_or_nothing(
    files: Dict[str, Path], tmp_path: Path, journal: str
) -> None:
    before, after = content(files["base"]), content(files["mine"])
    changes = diff(files["base"], files["mine"])
    target, pristine = tmp_path / "target.gpkg", tmp_path / "pristine.gpkg"
    shutil.copy(files["base"], pristine)
    connection = sqlite3.connect(str(pristine))
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.close()
    shutil.copy(pristine, target)
    longest = time_of(lambda: apply(changes, target))
    chance = random.Random(journal)
    killed = 0
    for _ in range(KILLS):
        for left in tmp_path.glob("target*"):
            left.unlink()
        shutil.copy(pristine, target)
        killed += kill_at_random(lambda: apply(changes, target), longest, chance)
        assert content(target) in (before, after)
        assert problems(target) == []
    assert killed


def test_a_merge_that_is_killed_leaves_its_inputs_and_a_whole_output(
    files: Dict[str, Path], tmp_path: Path
) -> None:
    inputs = [str(files[name]) for name in ("base", "mine", "theirs")]
    bytes_before = [Path(path).read_bytes() for path in inputs]
    output = tmp_path / "merged.gpkg"
    longest = time_of(lambda: main(["merge", *inputs, "-o", str(output)]))
    theirs, merged = content(files["theirs"]), content(output)
    assert merged != theirs
    chance = random.Random(1)
    for _ in range(KILLS // 2):
        for left in tmp_path.iterdir():
            left.unlink()
        kill_at_random(lambda: main(["merge", *inputs, "-o", str(output)]), longest, chance)
        if output.exists():
            assert content(output) in (theirs, merged)
            assert problems(output) == []
    assert [Path(path).read_bytes() for path in inputs] == bytes_before


def test_a_replacement_that_is_killed_leaves_the_old_or_the_new_file(
    files: Dict[str, Path], tmp_path: Path
) -> None:
    target = tmp_path / "target.gpkg"
    old, new = content(files["base"]), content(files["mine"])

    def replace() -> None:
        replace_file(target, lambda beside: copy_geopackage(files["mine"], beside))

    shutil.copy(files["base"], target)
    longest = time_of(replace)
    chance = random.Random(2)
    for _ in range(KILLS // 2):
        for left in tmp_path.iterdir():
            left.unlink()
        shutil.copy(files["base"], target)
        kill_at_random(replace, longest, chance)
        assert content(target) in (old, new)
