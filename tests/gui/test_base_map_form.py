# SPDX-License-Identifier: GPL-2.0-or-later
"""The page “Base map”: it offers the layer that most people mean, and says what is missing before the work begins."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsMapLayer, QgsRasterLayer, QgsRectangle

from qfieldcloud_plugin.core import project_settings
from qfieldcloud_plugin.gui.forms.base_map_form import BaseMapForm

PICTURE = """ncols 2\nnrows 2\nxllcorner 7\nyllcorner 47\ncellsize 0.1\n1 2\n3 4\n"""


@pytest.fixture
def form_of(qtbot):
    def made(project) -> BaseMapForm:
        form = BaseMapForm(project, project_settings.read(project))
        qtbot.addWidget(form)
        form.show_area(QgsRectangle(7, 47, 7.2, 47.2), QgsCoordinateReferenceSystem("EPSG:4326"))
        form.show()
        return form

    return made


def add_picture(project, folder) -> QgsMapLayer:
    (folder / "air.asc").write_text(PICTURE)
    layer = QgsRasterLayer(str(folder / "air.asc"), "Air")
    assert layer.isValid()
    project.addMapLayer(layer)
    return layer


def test_the_picture_of_the_project_is_offered_and_only_kept_when_it_is_wanted(
    saved_project, form_of, tmp_path
):
    air = add_picture(saved_project, tmp_path)
    form = form_of(saved_project)
    assert form.layer.currentLayer() is air
    assert form.values()["base_map_layer"] == ""
    form.group.setChecked(True)
    assert form.values()["base_map_layer"] == air.id()
    assert form.problem() == ""
    assert form.estimate.isVisible()


def test_without_a_layer_it_is_told_at_once_and_nothing_is_weighed(saved_project, form_of, qtbot):
    form = form_of(saved_project)
    assert form.problem() == "", "none is wanted yet"
    with qtbot.waitSignal(form.changed):
        form.group.setChecked(True)
    assert "choose one" in form.problem()
    assert form.problem() == form.notice.text()
    assert not form.estimate.isVisible()
    form.layer.setLayer(saved_project.mapLayersByName("Bridges")[0])
    assert form.problem() == form.notice.text() == ""


def test_vector_tiles_of_a_picture_are_refused_before_they_are_begun(saved_project, form_of, tmp_path):
    air = add_picture(saved_project, tmp_path)
    settings = project_settings.read(saved_project)
    project_settings.write(saved_project, replace(settings, base_map=True, base_map_layer=air.id()))
    form = form_of(saved_project)
    assert form.problem() == ""
    form.made_of.setCurrentIndex(form.made_of.findData(project_settings.VECTOR_TILES))
    assert "vector layers" in form.problem()
    form.group.setChecked(False)
    assert form.problem() == ""
