# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine's command line, run as people run it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List

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


def test_changed_tables_are_shown(files: Dict[str, Path]) -> None:
    run(files["mine"], "ALTER TABLE trees ADD COLUMN age INTEGER", "CREATE VIEW old AS SELECT * FROM trees")
    done = engine("diff", files["base"], files["mine"])
    assert "~ table trees" in done.stdout
    assert "+ view old\n      is: CREATE VIEW old AS" in done.stdout
    assert done.stderr == "2 changes in 1 tables, 2 definitions changed\n"
    shown = json.loads(engine("diff", files["base"], files["mine"], "--json").stdout)
    assert [one["name"] for one in shown["definitions"]] == ["trees", "old"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["diff", "base.gpkg", "mine.gpkg", "-o", "c"], 0),
        (["apply", "c", "base.gpkg"], 0),
        (["invert", "c", "-o", "u"], 0),
        (["show", "u", "--json"], 0),
        (["merge", "base.gpkg", "mine.gpkg", "theirs.gpkg", "-o", "m.gpkg"], 1),
        (["deltas", "make", "--help"], 0),
        (["check", "project.qgs", "--json"], 0),
        (["package", "project.qgs", "out"], 0),
        (["take-back", "nothing", "project.qgs"], 2),
        (["nonsense"], 2),
    ],
)
def test_every_command_needs_nothing_but_python(
    files: Dict[str, Path], arguments: List[str], code: int
) -> None:
    folder = files["base"].parent
    (folder / "project.qgs").write_text(PROJECT)
    engine("diff", files["base"], files["mine"], "-o", folder / "c")
    engine("invert", folder / "c", "-o", folder / "u")
    words = [word if word.startswith("-") or word in _VERBS else str(folder / word) for word in arguments]
    command = [sys.executable, "-S", "-E", "-m", "qfieldcloud_plugin.engine", *words]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


_VERBS = (
    "diff",
    "apply",
    "invert",
    "show",
    "merge",
    "deltas",
    "make",
    "check",
    "package",
    "take-back",
    "nonsense",
)
PROJECT = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16" projectname="trees">
  <projectCrs><spatialrefsys><authid>EPSG:4326</authid></spatialrefsys></projectCrs>
  <projectlayers>
    <maplayer type="vector" geometry="Point" wkbType="Point">
      <id>trees_1</id><layername>trees</layername>
      <datasource>./base.gpkg|layername=trees</datasource><provider encoding="UTF-8">ogr</provider>
      <srs><spatialrefsys><authid>EPSG:4326</authid></spatialrefsys></srs>
      <customproperties><Option type="Map">
        <Option name="QFieldSync/cloud_action" type="QString" value="offline"/>
      </Option></customproperties>
    </maplayer>
  </projectlayers>
</qgis>
"""
