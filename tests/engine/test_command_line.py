# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine's command line, run as people run it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict

import pytest

from qfieldcloud_plugin.engine.gpkg import Changeset, diff
from tests.engine.gpkg.making import add_layer, content, make_geopackage, point, problems, run

ROOT = Path(__file__).resolve().parents[2]


def engine(*arguments: object) -> subprocess.CompletedProcess[str]:
    """With nothing but Python itself: no site packages, no environment."""
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", _START, str(ROOT), *map(str, arguments)],
        capture_output=True,
        text=True,
    )


_START = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    "from qfieldcloud_plugin.engine.__main__ import main; sys.exit(main())"
)


@pytest.fixture
def files(tmp_path: Path) -> Dict[str, Path]:
    names = ("base", "mine", "theirs")
    paths: Dict[str, Any] = {name: tmp_path / f"{name}.gpkg" for name in names}
    connection = make_geopackage(paths["base"])
    add_layer(connection, "trees")
    for number in range(1, 4):
        connection.execute(
            "INSERT INTO trees (geom, name) VALUES (?, ?)", (point(number, number), f"tree {number}")
        )
    connection.close()
    for name in names[1:]:
        shutil.copy(paths["base"], paths[name])
    run(paths["mine"], "UPDATE trees SET name = 'oak' WHERE fid = 1", "UPDATE trees SET n = 5 WHERE fid = 2")
    run(paths["theirs"], "UPDATE trees SET name = 'elm' WHERE fid = 1", "DELETE FROM trees WHERE fid = 3")
    return paths


def test_a_difference_applies_and_is_undone(files: Dict[str, Path], tmp_path: Path) -> None:
    changes, undo = tmp_path / "changes", tmp_path / "undo"
    assert engine("diff", files["base"], files["mine"], "-o", changes).returncode == 0
    assert Changeset.from_bytes(changes.read_bytes()) == diff(files["base"], files["mine"])
    assert engine("apply", changes, files["base"], "-o", tmp_path / "copy.gpkg").returncode == 0
    assert content(tmp_path / "copy.gpkg") == content(files["mine"])
    assert engine("invert", changes, "-o", undo).returncode == 0
    assert engine("apply", undo, files["mine"]).returncode == 0
    assert content(files["mine"]) == content(files["base"])


def test_a_difference_is_shown_to_people_and_programs(files: Dict[str, Path], tmp_path: Path) -> None:
    shown = engine("diff", files["base"], files["theirs"]).stdout
    assert "trees: 0 inserted, 1 updated, 1 deleted" in shown
    assert 'name: "tree 1" -> "elm"' in shown
    engine("diff", files["base"], files["theirs"], "-o", tmp_path / "changes")
    (table,) = json.loads(engine("show", tmp_path / "changes", "--json").stdout)["tables"]
    assert table["name"] == "trees"
    assert table["changes"][0]["old"]["geom"] == "Point (3 3)"
    assert table["changes"][1] == {
        "kind": "update",
        "key": [1],
        "old": {"name": "tree 1"},
        "new": {"name": "elm"},
    }


def test_conflicts_are_listed_and_told_by_the_exit_code(files: Dict[str, Path], tmp_path: Path) -> None:
    merged = tmp_path / "merged.gpkg"
    done = engine("merge", files["base"], files["mine"], files["theirs"], "-o", merged, "--json")
    assert done.returncode == 1
    (conflict,) = json.loads(done.stdout)
    assert (conflict["kind"], conflict["key"], conflict["column"]) == ("changed_twice", [1], "name")
    assert (conflict["base"], conflict["mine"], conflict["theirs"]) == ("tree 1", "oak", "elm")
    assert problems(merged) == []

    done = engine("merge", files["base"], files["mine"], files["theirs"], "-o", merged, "--prefer", "mine")
    assert done.returncode == 0
    assert [change.new for change in diff(files["theirs"], merged)] == [{"name": "oak"}, {"n": 5}]


def test_an_error_is_a_sentence_and_an_exit_code(files: Dict[str, Path], tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no GeoPackage")
    for arguments in (
        ("diff", files["base"], tmp_path / "text"),
        ("diff", files["base"], tmp_path / "missing.gpkg"),
        ("show", tmp_path / "text"),
        ("show", tmp_path / "missing"),
    ):
        done = engine(*arguments)
        assert done.returncode == 2
        assert done.stderr.startswith("error: ")
        assert "Traceback" not in done.stderr


def test_a_change_that_does_not_fit_leaves_the_file_alone(files: Dict[str, Path], tmp_path: Path) -> None:
    engine("diff", files["base"], files["mine"], "-o", tmp_path / "changes")
    before = content(files["theirs"])
    done = engine("apply", tmp_path / "changes", files["theirs"])
    assert done.returncode == 2
    assert "trees" in done.stderr
    assert content(files["theirs"]) == before
