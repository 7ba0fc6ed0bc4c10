# SPDX-License-Identifier: GPL-2.0-or-later
"""`deltas` on the command line."""

from __future__ import annotations

import argparse
import json
import shutil

import pytest

from qfieldcloud_plugin.engine.delta import DeltaError, InvalidDeltaFile
from qfieldcloud_plugin.engine.delta.command import add_command
from qfieldcloud_plugin.engine.errors import EngineError
from qfieldcloud_plugin.engine.gpkg import connect, diff


@pytest.fixture
def run(survey):
    def run(*words) -> int:
        parser = argparse.ArgumentParser()
        add_command(parser.add_subparsers())
        options = parser.parse_args(["deltas", *map(str, words)])
        return options.run(options)

    return run


@pytest.fixture
def target(survey):
    target = survey.folder.parent / "target.gpkg"
    shutil.copy(survey.gpkg, target)
    connection = connect(target, write=True)
    connection.execute(
        "UPDATE trees SET height = 99, species = 'a very long name' || hex(zeroblob(40)) WHERE fid = 1"
    )
    connection.execute("DELETE FROM trees WHERE fid = 3")
    connection.close()
    return target


def test_a_delta_file_is_made_shown_applied_and_undone(survey, run, target, capsys):
    base, file, back = (
        survey.folder.parent / "base.gpkg",
        survey.folder / "F.json",
        survey.folder / "back.json",
    )
    shutil.copy(survey.gpkg, base)
    project = survey.folder / "survey.qgs"
    assert run(survey.gpkg, target, "--project", project, "-o", file) == 0
    assert run("validate", file) == 0
    assert "valid, 1 delete, 1 patch" in capsys.readouterr().out
    assert run("show", file) == 0
    shown = capsys.readouterr().out
    assert "patch  Trees_Layer 1" in shown
    assert "height: 10.5 -> 99" in shown
    assert run("show", "--json", file) == 0
    assert json.loads(capsys.readouterr().out)["version"] == "1.0"
    assert run("undo", file, "-o", back) == 0
    assert run("apply", file, "--project", project) == 0
    assert list(diff(survey.gpkg, target)) == []
    assert run("apply", back, "--project", project, "--refuse") == 0
    assert list(diff(survey.gpkg, base)) == []


def test_what_is_not_applied_is_listed_and_ends_in_one(survey, run, target, capsys):
    file, project = survey.folder / "F.json", survey.folder / "survey.qgs"
    run(survey.gpkg, target, "--project", project, "-o", file)
    survey.add_rows("visits", {"id": "v9", "tree": 3})
    assert run("apply", file, "--project", project) == 1
    out = capsys.readouterr()
    assert "not_applied: delete 3" in out.out
    assert "1 of 2 deltas applied" in out.err
    assert run("apply", "--json", file, "--project", project) == 1
    statuses = {entry["method"]: entry["status"] for entry in json.loads(capsys.readouterr().out)}
    assert statuses == {"patch": "status_applied", "delete": "status_apply_failed"}


def test_changes_that_no_delta_can_carry_are_listed(survey, run, target, capsys):
    connection = connect(target, write=True)
    connection.execute("UPDATE trees SET raw = x'ff' WHERE fid = 2")
    connection.close()
    assert run(survey.gpkg, target, "--project", survey.folder / "survey.qgs") == 1
    assert "left out: update in trees (2,): binary data" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["show", "gone.json"], ["a.gpkg", "b.gpkg"], ["shoe", "F.json"]])
def test_files_that_are_not_there_are_an_error(survey, run, words):
    with pytest.raises(EngineError):
        run(*words)


def test_a_broken_file_is_an_error(survey, run):
    (survey.folder / "F.json").write_bytes(b"{")
    with pytest.raises(InvalidDeltaFile):
        run("validate", survey.folder / "F.json")


def test_a_missing_project_is_asked_for(survey, run, target):
    with pytest.raises(DeltaError, match="--project"):
        run(survey.gpkg, target)
