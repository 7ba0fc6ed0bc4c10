# SPDX-License-Identifier: GPL-2.0-or-later
"""`python -m qfieldcloud_plugin.engine package`, run as people run it: with nothing but Python itself."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from simple_projects import point

from qfieldcloud_plugin.engine.gpkg import connect
from qfieldcloud_plugin.engine.project import read_project

ROOT = Path(__file__).resolve().parents[3]
ROWS = [(1, point(7, 46), "inside"), (2, point(8, 47), "outside"), (3, None, "nowhere")]
DEGREES = "POLYGON((6.9 45.9, 7.1 45.9, 7.1 46.1, 6.9 46.1, 6.9 45.9))"
# The same in Web Mercator.
METRES = "POLYGON((768104 5765000, 790369 5765000, 790369 5797000, 768104 5797000, 768104 5765000))"


def engine(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-S", "-m", "qfieldcloud_plugin.engine", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)


def packaged_names(folder: Path) -> list[str]:
    with closing(connect(folder / "data.gpkg")) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM trees ORDER BY fid")]


@pytest.fixture
def path(project) -> Path:
    project.table_layer("trees", ROWS)
    return project.save("survey.qgs")


def test_a_project_is_packaged_and_told_file_by_file(path, tmp_path):
    done = engine("package", path, tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert packaged_names(tmp_path / "out") == ["inside", "outside", "nowhere"]
    assert "survey_qfield.qgz" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("2 files, ")


@pytest.mark.parametrize("area", [(DEGREES,), (DEGREES, "EPSG:4326"), (METRES, "EPSG:3857")])
def test_only_what_touches_the_area_goes_along(path, tmp_path, area):
    wkt, *crs = area
    done = engine("package", path, tmp_path / "out", "--area", wkt, *(["--area-crs", *crs] if crs else []))
    assert done.returncode == 0, done.stderr
    assert packaged_names(tmp_path / "out") == ["inside"]


def test_an_area_that_is_none_is_refused(path, tmp_path):
    done = engine("package", path, tmp_path / "out", "--area", "somewhere in Bern")
    assert done.returncode not in (0, 1)
    assert "not a polygon" in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_report_is_there_for_programs(path, tmp_path):
    done = engine("package", path, tmp_path / "out", "--title", "Für draussen", "--json")
    report = json.loads(done.stdout)
    assert report["project_file"] == "survey_qfield.qgz"
    assert {file["name"] for file in report["files"]} == {"data.gpkg", "survey_qfield.qgz"}
    assert read_project(tmp_path / "out" / "survey_qfield.qgz").title == "Für draussen"


def test_a_bad_project_is_a_sentence_and_an_exit_code(path, tmp_path):
    path.write_text("<qgis><unclosed></qgis>")
    done = engine("package", path, tmp_path / "out")
    assert done.returncode not in (0, 1)
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    assert not (tmp_path / "out").exists()


def test_all_layers_or_nothing(project, path, tmp_path):
    project.layer("missing", "./missing.gpkg|layername=x")
    project.save("survey.qgs")
    assert engine("package", path, tmp_path / "one").returncode == 0
    done = engine("package", path, tmp_path / "two", "--strict")
    assert done.returncode != 0
    assert "missing" in done.stderr
    assert not (tmp_path / "two").exists()


def test_a_cable_package_goes_out_and_comes_home(project, path, tmp_path):
    assert engine("package", path, tmp_path / "out", "--mode", "cable").returncode == 0
    with closing(connect(tmp_path / "out" / "data.gpkg", write=True)) as connection:
        connection.execute("UPDATE trees SET name = 'edited' WHERE fid = 1")
    done = engine("take-back", tmp_path / "out", path)
    assert done.returncode == 0, done.stderr
    assert "trees: 1 rows" in done.stdout
    with closing(connect(project.folder / "data.gpkg")) as connection:
        assert connection.execute("SELECT name FROM trees WHERE fid = 1").fetchone() == ("edited",)


def test_a_package_for_somebody_has_the_area_the_project_keeps_for_them(project, path, tmp_path):
    areas = [{"for": "person:anna", "wkt": DEGREES, "crs": "EPSG:4326"}]
    project.entry("qfieldcloud", "areas", "QString", json.dumps(areas))
    project.save("survey.qgs")
    done = engine("package", path, tmp_path / "anna", "--for", "team:north", "--for", "person:anna")
    assert (done.returncode, done.stderr) == (0, "")
    assert packaged_names(tmp_path / "anna") == ["inside"]
    assert "with the area of person:anna" in done.stdout
    done = engine("package", path, tmp_path / "bert", "--for", "person:bert")
    assert packaged_names(tmp_path / "bert") == ["inside", "outside", "nowhere"]
    assert "with the area" not in done.stdout


def test_for_whom_is_a_person_or_a_team(path, tmp_path):
    done = engine("package", path, tmp_path / "out", "--for", "anna")
    assert done.returncode not in (0, 1)
    assert "person:NAME" in done.stderr
