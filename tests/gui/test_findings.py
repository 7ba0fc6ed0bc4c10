# SPDX-License-Identifier: GPL-2.0-or-later
"""What a check found: read in full, repaired one by one or together, and taken back."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from qfieldcloud_plugin.gui.findings import FindingsView

from .conftest import click, settle

POINT = {"type": "Point", "coordinates": [7, 47]}


@pytest.fixture
def two_files(project, tmp_path):
    """A saved project with two layers in GeoJSON files, which become GeoPackages."""
    folder = tmp_path / "park"
    folder.mkdir()
    for name in ("benches", "lamps"):
        feature = {"type": "Feature", "properties": {"name": name}, "geometry": POINT}
        path = folder / f"{name}.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
        layer = QgsVectorLayer(str(path), name.capitalize(), "ogr")
        assert layer.isValid()
        project.addMapLayer(layer)
    assert project.write(str(folder / "park.qgs"))
    return project


@pytest.fixture
def view(actions, two_files, qtbot):
    made = FindingsView(actions)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    check(made, actions)
    made.repaired.connect(lambda: check(made, actions))
    yield made
    settle(actions)
    made.close_down()


def check(view, actions):
    job = actions.jobs.wait(actions.preview_open_project(), 60)
    view.show_findings(job.result.findings)


def choose(view, title):
    for row in range(view.list.filter.rowCount()):
        view.list.setCurrentIndex(view.list.filter.index(row, 0))
        node = view.list.chosen()
        if node.title == title and node.payload.code == "not_a_geopackage":
            return node
    raise AssertionError(title)


def files_of(layers: QgsProject) -> dict[str, str]:
    return {
        layer.name(): layer.source().rpartition(".")[2].partition("|")[0]
        for layer in layers.mapLayers().values()
    }


def test_a_finding_that_is_chosen_is_told_in_full(view):
    assert view.told.isHidden()
    assert view.repair_one.isHidden()
    node = choose(view, "Lamps")
    assert node.subtitle in view.told.text()
    assert str(node.payload.repair) in view.told.text()
    assert view.repair_one.isVisible()


def test_one_finding_is_repaired_alone_and_the_rest_together(view, actions, two_files, qtbot):
    choose(view, "Lamps")
    click(qtbot, view.repair_one)
    settle(actions)
    assert view.notice.text() == ""
    assert files_of(two_files) == {"Benches": "geojson", "Lamps": "gpkg"}
    assert choose(view, "Benches")
    click(qtbot, view.repair)
    settle(actions)
    assert files_of(two_files) == {"Benches": "gpkg", "Lamps": "gpkg"}


def test_a_repair_of_one_finding_is_taken_back(view, actions, two_files, qtbot):
    choose(view, "Lamps")
    click(qtbot, view.repair_one)
    settle(actions)
    click(qtbot, view.undo)
    settle(actions)
    assert files_of(two_files) == {"Benches": "geojson", "Lamps": "geojson"}
    assert choose(view, "Lamps")


def test_edits_that_are_not_saved_yet_are_saved_before_the_project_is_closed(view, actions, two_files, qtbot):
    (benches,) = two_files.mapLayersByName("Benches")
    assert benches.startEditing()
    (bench,) = benches.getFeatures()
    assert benches.changeAttributeValue(bench.id(), benches.fields().indexOf("name"), "by the lake")
    choose(view, "Lamps")
    click(qtbot, view.repair_one)
    settle(actions)
    (benches,) = two_files.mapLayersByName("Benches")
    assert [feature["name"] for feature in benches.getFeatures()] == ["by the lake"]


def test_a_project_that_cannot_be_saved_is_told_and_stays_open(view, two_files, qtbot):
    two_files.setTitle("changed")
    two_files.setFileName(str(two_files.homePath()) + "/gone/park.qgs")
    choose(view, "Lamps")
    click(qtbot, view.repair_one)
    assert view.notice.text()
    assert set(files_of(two_files)) == {"Benches", "Lamps"}
    assert view.repair_one.isEnabled()
