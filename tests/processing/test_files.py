# SPDX-License-Identifier: GPL-2.0-or-later
"""Algorithms on files: compare, apply, take back, merge, package, check."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProject,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer

from qfieldcloud_plugin.engine.packaging import Area, AreaFor, areas_to_text, take_back
from qfieldcloud_plugin.engine.project import read_project

from .conftest import execute, heights, make_project, make_trees

pytestmark = pytest.mark.qgis


@pytest.fixture
def two_states(tmp_path, qgis_app):
    first = make_trees(tmp_path / "first.gpkg")
    second = tmp_path / "second.gpkg"
    shutil.copyfile(first, second)
    execute(second, "UPDATE trees SET height = 99 WHERE name = 'oak'")
    return first, second


def test_every_algorithm_has_a_title_a_help_and_its_own_name(provider):
    algorithms = QgsApplication.processingRegistry().providerById("qfieldcloud").algorithms()
    assert len(algorithms) == 12
    assert len({algorithm.id() for algorithm in algorithms}) == 12
    for algorithm in algorithms:
        assert algorithm.displayName()
        assert len(algorithm.shortHelpString()) > 40
        assert algorithm.group()


def test_differences_are_counted_and_written(run, two_states, tmp_path):
    first, second = two_states
    result = run("diffgeopackages", BASE=str(first), OTHER=str(second), OUTPUT=str(tmp_path / "x.changes"))
    assert (result["INSERTED"], result["UPDATED"], result["DELETED"]) == (0, 1, 0)
    assert (tmp_path / "x.changes").stat().st_size


def test_a_changeset_is_applied_and_taken_back(run, two_states, tmp_path):
    first, second = two_states
    changes = str(tmp_path / "x.changes")
    run("diffgeopackages", BASE=str(first), OTHER=str(second), OUTPUT=changes)
    assert run("applychanges", CHANGES=changes, TARGET=str(first))["APPLIED"] == 1
    assert heights(first)["oak"] == 99
    run("applychanges", CHANGES=changes, TARGET=str(first), INVERT=True)
    assert heights(first)["oak"] == 10


def test_a_changeset_that_does_not_fit_changes_nothing_and_says_so(run, two_states, tmp_path):
    first, second = two_states
    changes = str(tmp_path / "x.changes")
    run("diffgeopackages", BASE=str(first), OTHER=str(second), OUTPUT=changes)
    execute(first, "UPDATE trees SET height = 50 WHERE name = 'oak'")
    with pytest.raises(QgsProcessingException):
        run("applychanges", CHANGES=changes, TARGET=str(first))
    assert heights(first)["oak"] == 50


def delta_file(layer_id, new_height):
    delta = {
        "uuid": "11111111-1111-4111-8111-111111111111",
        "clientId": "22222222-2222-4222-8222-222222222222",
        "exportId": "33333333-3333-4333-8333-333333333333",
        "method": "patch",
        "localLayerId": layer_id,
        "sourceLayerId": layer_id,
        "localPk": "1",
        "sourcePk": "1",
        "old": {"attributes": {"height": 10}},
        "new": {"attributes": {"height": new_height}},
    }
    return {
        "id": "44444444-4444-4444-8444-444444444444",
        "project": "55555555-5555-4555-8555-555555555555",
        "version": "1.0",
        "files": [],
        "deltas": [delta],
    }


def test_a_delta_file_of_a_device_is_applied_to_a_project(run, tmp_path, provider):
    path = make_project(tmp_path / "survey")
    (layer_id,) = read_project(path).layers
    file = tmp_path / "deltas.json"
    file.write_text(json.dumps(delta_file(layer_id, 77)), encoding="utf-8")
    assert run("applychanges", CHANGES=str(file), TARGET=str(path))["APPLIED"] == 1
    assert heights(path.parent / "trees.gpkg")["oak"] == 77
    assert run("applychanges", CHANGES=str(file), TARGET=str(path), INVERT=True)["APPLIED"] == 1
    assert heights(path.parent / "trees.gpkg")["oak"] == 10


def test_half_a_delta_file_is_refused_with_a_reason(run, tmp_path, provider):
    path = make_project(tmp_path / "survey")
    file = tmp_path / "deltas.json"
    file.write_text(json.dumps(delta_file("x", 77))[:100], encoding="utf-8")
    with pytest.raises(QgsProcessingException):
        run("applychanges", CHANGES=str(file), TARGET=str(path))


@pytest.mark.parametrize(("choice", "expected"), [(0, 99), (1, 55)])
def test_two_copies_are_merged_and_the_chosen_side_stays(run, two_states, tmp_path, choice, expected):
    base, mine = two_states
    theirs = tmp_path / "theirs.gpkg"
    shutil.copyfile(base, theirs)
    execute(theirs, "UPDATE trees SET height = 55 WHERE name = 'oak'")
    execute(theirs, "UPDATE trees SET height = 66 WHERE name = 'birch'")
    output = tmp_path / "merged.gpkg"
    result = run(
        "mergegeopackages",
        BASE=str(base),
        MINE=str(mine),
        THEIRS=str(theirs),
        CONFLICTS=choice,
        OUTPUT=str(output),
    )
    assert result["CONFLICT_COUNT"] == 1
    assert heights(output) == {"oak": expected, "beech": 11, "birch": 66}


def test_a_project_is_packaged_into_a_folder(run, tmp_path, provider):
    path = make_project(tmp_path / "survey")
    result = run("packageproject", PROJECT=str(path), MODE=0, OUTPUT=str(tmp_path / "package"))
    names = {file.suffix for file in (tmp_path / "package").rglob("*") if file.is_file()}
    assert ".gpkg" in names
    assert result["SIZE"] > 0


def test_what_is_edited_in_a_package_for_a_cable_comes_home(run, tmp_path, provider):
    path, folder = make_project(tmp_path / "survey"), tmp_path / "package"
    project = QgsProject()
    assert project.read(str(path))
    for layer in project.mapLayers().values():
        layer.setCustomProperty("QFieldSync/action", "copy")
        home = Path(layer.source().split("|")[0])
    assert project.write()
    project.clear()
    run("packageproject", PROJECT=str(path), MODE=1, OUTPUT=str(folder))
    execute(folder / home.name, "UPDATE trees SET height = 99 WHERE name = 'oak'")
    assert take_back(folder, path).rows == {"trees": 1}
    assert heights(home)["oak"] == 99


def test_a_package_is_made_for_a_team(run, tmp_path, provider):
    path = make_project(tmp_path / "survey")
    project = QgsProject()
    assert project.read(str(path))
    area = Area("Polygon ((-0.5 -0.5, 0.5 -0.5, 0.5 0.5, -0.5 0.5, -0.5 -0.5))", "EPSG:4326")
    project.writeEntry("qfieldcloud", "areas", areas_to_text([AreaFor("team:north", area)]))
    assert project.write()
    project.clear()
    for who, count in (("", 3), ("person:ben, team:North", 1)):
        folder = tmp_path / f"package {count}"
        run("packageproject", PROJECT=str(path), MODE=0, MADE_FOR=who, OUTPUT=str(folder))
        packaged = read_project(folder / "survey_qfield.qgz")
        (table,) = packaged.tables().values()
        with closing(sqlite3.connect(table.path)) as connection:
            assert connection.execute(f'SELECT count(*) FROM "{table.table}"').fetchone() == (count,)
    with pytest.raises(QgsProcessingException, match="person:NAME"):
        run("packageproject", PROJECT=str(path), MODE=0, MADE_FOR="north", OUTPUT=str(tmp_path / "none"))


@pytest.fixture
def wants_a_base_map(tmp_path, provider):
    """A project of three trees that asks for a base map of them around the first two."""
    path = make_project(tmp_path / "survey")

    def make(tiles: str, layer: str = "Trees") -> Path:
        project = QgsProject()
        assert project.read(str(path))
        (trees,) = project.mapLayers().values()
        wishes = {
            "baseMapType": "singleLayer",
            "baseMapLayer": trees.id() if trees.name() == layer else layer,
            "areaOfInterest": "Polygon ((-1 -1, 1.5 -1, 1.5 1.5, -1 1.5, -1 -1))",
            "areaOfInterestCrs": "EPSG:4326",
        }
        for key, value in wishes.items():
            project.writeEntry("qfieldsync", key, value)
        project.writeEntry("qfieldsync", "createBaseMap", True)
        for key, value in {"TileSize": 256, "TilesMinZoomLevel": 6, "TilesMaxZoomLevel": 8}.items():
            project.writeEntry("qfieldsync", f"baseMap{key}", value)
        project.writeEntry("qfieldcloud", "baseMapTiles", tiles)
        assert project.write()
        project.clear()
        return path

    return make


@pytest.mark.parametrize(("tiles", "form"), [("raster", "png"), ("vector", "pbf")])
def test_a_package_gets_the_base_map_that_its_project_asks_for(wants_a_base_map, tmp_path, tiles, form):
    path = wants_a_base_map(tiles)
    before = {item.name: item.read_bytes() for item in path.parent.iterdir()}
    result = in_the_background("packageproject", PROJECT=str(path), MODE=0, OUTPUT=str(tmp_path / "package"))
    assert result["WARNINGS"] == 0
    packaged = QgsProject()
    assert packaged.read(str(tmp_path / "package" / "survey_qfield.qgz"))
    bottom = packaged.layerTreeRoot().findLayers()[-1].layer()
    assert bottom.isValid()
    assert "basemap.mbtiles" in bottom.source()
    with closing(sqlite3.connect(tmp_path / "package" / "basemap.mbtiles")) as connection:
        assert connection.execute("SELECT value FROM metadata WHERE name = 'format'").fetchone() == (form,)
        levels = connection.execute("SELECT DISTINCT zoom_level FROM tiles ORDER BY 1").fetchall()
    assert levels == [(6,), (7,), (8,)]
    assert {item.name: item.read_bytes() for item in path.parent.iterdir()} == before
    packaged.clear()


def test_a_package_without_its_base_map_says_why(wants_a_base_map, run, tmp_path):
    path = wants_a_base_map("raster")
    spared = run("packageproject", PROJECT=str(path), MODE=0, BASE_MAP=False, OUTPUT=str(tmp_path / "spared"))
    assert spared["WARNINGS"] == 1
    (path.parent / "trees.gpkg").write_bytes(b"not one")
    failed = run("packageproject", PROJECT=str(path), MODE=0, OUTPUT=str(tmp_path / "failed"))
    assert failed["WARNINGS"] >= 1
    for folder in ("spared", "failed"):
        assert not list((tmp_path / folder).glob("*basemap*"))
        assert (tmp_path / folder / "survey_qfield.qgz").is_file()


def in_the_background(name: str, **parameters: object) -> dict[str, object]:
    """As the toolbox runs it."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"qfieldcloud:{name}")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    ended = []
    task.executed.connect(lambda succeeded, results: ended.append((succeeded, results)))
    loop = QEventLoop()
    task.executed.connect(loop.quit)
    QTimer.singleShot(60_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    ((succeeded, results),) = ended
    assert succeeded, feedback.textLog()
    return results


def test_a_project_is_checked(run, tmp_path, provider):
    path = make_project(tmp_path / "survey")
    assert run("checkproject", PROJECT=str(path))["ERRORS"] == 0
    path.write_text("this is no project", encoding="utf-8")
    result = run("checkproject", PROJECT=str(path))
    assert result["ERRORS"] == 1
    assert json.loads(result["FINDINGS"])[0]["level"] == "error"


def findings_of(result):
    return {finding["code"]: finding for finding in json.loads(result["FINDINGS"])}


def test_a_project_is_repaired_after_a_look_and_the_repair_is_taken_back(run, tmp_path, provider):
    path = make_project(tmp_path / "survey", absolute_paths=True)
    before = path.read_bytes()
    found = findings_of(run("checkproject", PROJECT=str(path)))
    (code,) = [code for code, finding in found.items() if "absolute" in code]
    looked = run("checkproject", PROJECT=str(path), ACTION=1, CODES=code)
    assert looked["REPAIRED"] >= 1
    assert path.read_bytes() == before, "a preview changes nothing"
    repaired = run("checkproject", PROJECT=str(path), ACTION=2, CODES=f" {code} ,")
    assert code not in findings_of(repaired)
    assert json.loads(repaired["FILES"]) == ["survey.qgs"]
    assert path.read_bytes() != before
    run("checkproject", PROJECT=str(path), ACTION=3)
    assert path.read_bytes() == before


def test_nothing_to_take_back_is_an_error(run, tmp_path, provider):
    path = make_project(tmp_path / "survey")
    with pytest.raises(QgsProcessingException):
        run("checkproject", PROJECT=str(path), ACTION=3)


def test_algorithms_work_in_a_model(run, two_states, tmp_path):
    """Compare, and apply what was found: the output of one is the input of the next."""
    first, second = two_states
    third = tmp_path / "third.gpkg"
    shutil.copyfile(first, third)
    model = QgsProcessingModelAlgorithm("Carry over", "tests")
    compare = QgsProcessingModelChildAlgorithm("qfieldcloud:diffgeopackages")
    compare.setChildId("compare")
    source = QgsProcessingModelChildParameterSource
    compare.addParameterSources("BASE", [source.fromStaticValue(str(first))])
    compare.addParameterSources("OTHER", [source.fromStaticValue(str(second))])
    compare.addParameterSources("OUTPUT", [source.fromStaticValue(str(tmp_path / "x.changes"))])
    apply = QgsProcessingModelChildAlgorithm("qfieldcloud:applychanges")
    apply.setChildId("apply")
    apply.addParameterSources("CHANGES", [source.fromChildOutput("compare", "OUTPUT")])
    apply.addParameterSources("TARGET", [source.fromStaticValue(str(third))])
    model.addChildAlgorithm(compare)
    model.addChildAlgorithm(apply)
    context = QgsProcessingContext()
    _results, ok = model.run({}, context, QgsProcessingFeedback())
    assert ok
    assert heights(third)["oak"] == 99


def test_no_algorithm_brings_a_widget_with_it():
    """In a fresh Python: Processing's servers have no screen."""
    program = (
        "import sys, qfieldcloud_plugin.processing.provider\n"
        "from qfieldcloud_plugin.plugin import QFieldCloudPlugin\n"
        "print([name for name in sys.modules if name.startswith('qfieldcloud_plugin.gui')])"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert shown.stdout.strip() == "[]", shown.stderr
