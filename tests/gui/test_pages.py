# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's own properties dialogs: what is clicked on our pages is stored as QFieldSync stores it."""

from __future__ import annotations

import pytest
from qgis.core import QgsMapLayer, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QComboBox

from qfieldcloud_plugin.core import project_settings
from qfieldcloud_plugin.core.package_estimate import estimate
from qfieldcloud_plugin.gui.pages.layer_page import LayerPage, LayerPageFactory
from qfieldcloud_plugin.gui.pages.project_page import ProjectPage

pytestmark = pytest.mark.qgis


def stored(layer: QgsMapLayer) -> dict:
    return {
        key.partition("/")[2]: layer.customProperty(key)
        for key in layer.customPropertyKeys()
        if key.startswith("QFieldSync/")
    }


def test_the_page_of_a_layer_writes_what_qfieldsync_writes(saved_project, qtbot):
    layer = saved_project.mapLayersByName("Bridges")[0]
    page = LayerPageFactory().createWidget(layer, QgsMapCanvas(), False, None)
    assert isinstance(page, LayerPage)
    qtbot.addWidget(page)
    page.form.cloud.setCurrentIndex(page.form.cloud.findData("remove"))
    always, _expression = page.form.locks["geometry_editing"]
    always.setChecked(True)
    _always, expression = page.form.locks["feature_deletion"]
    expression.setExpression("state = 'good'")
    page.form.buttons.setValue(3)
    page.apply()
    assert stored(layer)["cloud_action"] == "remove"
    assert stored(layer)["is_feature_deletion_locked_expression_active"] is True
    assert stored(layer)["feature_deletion_locked_expression"] == "state = 'good'"
    assert int(stored(layer)["value_map_button_interface_threshold"]) == 3
    assert "is_feature_deletion_locked" not in stored(layer), "what is at its default is not stored"
    assert stored(layer)["is_geometry_editing_locked"] is True
    path = saved_project.fileName()
    assert saved_project.write()
    again = QgsProject()
    assert again.read(path)
    assert stored(again.mapLayersByName("Bridges")[0])["cloud_action"] == "remove"
    again.clear()


def test_the_page_of_the_project_writes_what_qfieldsync_writes(saved_project, qtbot):
    page = ProjectPage(saved_project, QgsMapCanvas())
    qtbot.addWidget(page)
    (row,) = [
        at for at in range(page.cloud.table.rowCount()) if page.cloud.table.item(at, 0).text() == "Bridges"
    ]
    box = page.cloud.table.cellWidget(row, 1)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("remove"))
    page.base_map.group.setChecked(True)
    page.base_map.made_of.setCurrentIndex(page.base_map.made_of.findData("vector"))
    assert not page.base_map.tile.isEnabled()
    page.apply()
    assert stored(saved_project.mapLayersByName("Bridges")[0])["cloud_action"] == "remove"
    assert saved_project.readBoolEntry("qfieldsync", "createBaseMap")[0]
    assert project_settings.read(saved_project).base_map_tiles == "vector"


def test_a_package_is_weighed_before_it_is_made(saved_project):
    size = 100_000
    files = [("data.gpkg", size), ("bridges.qgs", 20_000), ("DCIM/a.jpg", 5_000_000)]
    whole = estimate(saved_project, files)
    assert whole.size == 120_000
    assert whole.unknown == 0
    with_photos = estimate(saved_project, files, attachments=True)
    assert with_photos.size == 5_120_000
    for layer in saved_project.mapLayers().values():
        layer.setCustomProperty("QFieldSync/cloud_action", "offline")
    saved_project.writeEntry("qfieldsync", "offlineCopyOnlyAoi", True)
    saved_project.writeEntry(
        "qfieldsync", "areaOfInterest", "Polygon((7 47, 7.1 47, 7.1 47.05, 7 47.05, 7 47))"
    )
    saved_project.writeEntry("qfieldsync", "areaOfInterestCrs", "EPSG:4326")
    part = estimate(saved_project, files)
    assert 20_000 < part.size < whole.size
    saved_project.mapLayersByName("Bridges")[0].setCustomProperty("QFieldSync/cloud_action", "remove")
    saved_project.mapLayersByName("Visits")[0].setCustomProperty("QFieldSync/cloud_action", "remove")
    assert estimate(saved_project, files).size == 20_000
