# SPDX-License-Identifier: GPL-2.0-or-later
"""Settings for QField are stored as QFieldSync stores them and come back the same."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from qfieldcloud_plugin.core import layer_settings, project_settings
from qfieldcloud_plugin.core.layer_settings import LayerSettings, Lock, Tracking
from qfieldcloud_plugin.core.project_settings import ProjectSettings
from qfieldcloud_plugin.engine.packaging import Area, AreaFor

pytestmark = pytest.mark.qgis


@pytest.fixture
def layer(qgis_app):
    return QgsVectorLayer("Point?crs=EPSG:4326&field=photo:string", "Old Trees", "memory")


@pytest.fixture
def project(qgis_app):
    return QgsProject()


def test_a_fresh_layer_goes_offline_and_nothing_is_locked(layer):
    settings = layer_settings.read(layer)
    assert settings.cloud_action == "offline"
    assert settings.locks == {}
    assert settings.tracking == Tracking()


def test_everything_that_is_written_is_read_again(layer):
    settings = LayerSettings(
        cloud_action="remove",
        cable_action="offline",
        locks={
            "feature_deletion": Lock(True),
            "geometry_editing": Lock(by_expression=True, expression="1 = 1"),
        },
        attachment_naming={"photo": "'DCIM/x.jpg'"},
        relation_limits={"r1": 7},
        value_map_buttons=5,
        adds_related=True,
        tracking=Tracking(active=True, by_time=True, seconds=12, measurement=3),
    )
    layer_settings.write(layer, settings)
    assert layer_settings.read(layer) == settings


def test_the_keys_are_those_of_qfieldsync(layer):
    layer_settings.write(layer, replace(layer_settings.read(layer), locks={"feature_addition": Lock(True)}))
    assert layer.customProperty("QFieldSync/cloud_action") == "offline"
    assert layer.customProperty("QFieldSync/is_feature_addition_locked") is True
    assert layer.customProperty("QFieldSync/is_feature_deletion_locked") is None


def test_the_lock_of_older_versions_stands_for_three(layer):
    layer.setCustomProperty("QFieldSync/is_geometry_locked", "true")
    settings = layer_settings.read(layer)
    assert settings.lock("feature_addition").always
    assert settings.lock("geometry_editing").always
    assert not settings.lock("attribute_editing").always
    layer_settings.write(layer, replace(settings, value_map_buttons=2))
    assert layer.customProperty("QFieldSync/is_geometry_locked") is None
    assert layer_settings.read(layer).lock("feature_deletion").always


def test_names_of_photos_of_older_versions_count_until_there_are_newer_ones(layer):
    layer.setCustomProperty("QFieldSync/photo_naming", json.dumps({"photo": "'a'"}))
    assert layer_settings.read(layer).attachment_naming == {"photo": "'a'"}
    layer.setCustomProperty("QFieldSync/attachment_naming", json.dumps({"photo": "'b'"}))
    assert layer_settings.read(layer).attachment_naming == {"photo": "'b'"}


def test_broken_settings_count_as_none(layer):
    layer.setCustomProperty("QFieldSync/attachment_naming", "{not json")
    layer.setCustomProperty("QFieldSync/value_map_button_interface_threshold", "many")
    settings = layer_settings.read(layer)
    assert settings.attachment_naming == {}
    assert settings.value_map_buttons == 0


def test_project_settings_come_back_the_same(project):
    settings = ProjectSettings(
        attachment_dirs=("DCIM", "audio"),
        data_dirs=("maps",),
        only_area=True,
        area="Polygon((0 0,1 0,1 1,0 0))",
        area_crs="EPSG:4326",
        areas_for=(AreaFor("team:north", Area("Polygon((0 0,1 0,1 1,0 0))", "EPSG:4326")),),
        base_map=True,
        base_map_max_zoom=17,
        initial_map_mode="digitize",
        geofencing=True,
        geofencing_behavior=3,
        maximum_image_size=1600,
        force_auto_push=True,
        auto_push_minutes=10,
        theme_layers={"night": "layer_1"},
    )
    project_settings.write(project, settings)
    assert project_settings.read(project) == settings


def test_areas_that_cannot_be_read_are_left_alone_until_others_are_set(project):
    project.writeEntry("qfieldcloud", "areas", "[broken")
    settings = project_settings.read(project)
    assert settings.areas_for == ()
    project_settings.write(project, replace(settings, maximum_image_size=800))
    assert project.readEntry("qfieldcloud", "areas")[0] == "[broken"
    areas = (AreaFor("person:anna", Area("Polygon((0 0,1 0,1 1,0 0))", "EPSG:4326")),)
    project_settings.write(project, replace(settings, areas_for=areas))
    assert project_settings.read(project).areas_for == areas


def test_the_two_scopes_of_project_settings_are_kept_apart(project):
    project_settings.write(project, ProjectSettings(attachment_dirs=("audio",), maximum_image_size=800))
    assert project.readListEntry("QFieldSync", "attachmentDirs")[0] == ["audio"]
    assert project.readNumEntry("qfieldsync", "maximumImageWidthHeight")[0] == 800


def test_writing_what_is_there_already_does_not_touch_the_project(project):
    project.setDirty(False)
    project_settings.write(project, project_settings.read(project))
    assert not project.isDirty()


def test_settings_survive_saving_and_opening_the_project(project, layer, tmp_path):
    project.addMapLayer(layer, False)
    layer_settings.write(
        layer, LayerSettings(cloud_action="remove", cable_action="remove", adds_related=True)
    )
    project_settings.write(project, ProjectSettings(only_area=True, base_map_min_zoom=3))
    path = str(tmp_path / "p.qgs")
    assert project.write(path)
    other = QgsProject()
    assert other.read(path)
    assert project_settings.read(other).only_area
    assert project_settings.read(other).base_map_min_zoom == 3
    (again,) = other.mapLayers().values()
    assert layer_settings.read(again).adds_related
