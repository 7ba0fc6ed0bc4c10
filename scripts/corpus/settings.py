# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects about what is told to QField: every property of a layer and every entry of a project that it reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from qgis.core import QgsSnappingConfig, QgsTolerance

from .making import add_layer, add_raster, make_table, new_project, project

# By the key behind "QFieldSync/"; what packaging itself writes is not among them.
LAYER_PROPERTIES: dict[str, Any] = {
    "attachment_naming": '{"photo": "\'DCIM/\' || \\"name\\" || \'<&>.{extension}\'"}',
    "photo_naming": '{"photo": "\'DCIM/old.jpg\'"}',
    "relationship_maximum_visible": '{"visits_trees": 2}',
    "value_map_button_interface_threshold": 7,
    "is_feature_addition_locked": True,
    "is_attribute_editing_locked": False,
    "is_geometry_editing_locked": True,
    "is_feature_deletion_locked": True,
    "is_feature_addition_locked_expression_active": True,
    "feature_addition_locked_expression": '"name" < \'ä & "b"\'',
    "attribute_editing_locked_expression": "@map_scale > 5",
    "geometry_editing_locked_expression": "false",
    "feature_deletion_locked_expression": "1 = 2",
    "is_geometry_locked": "true",
    "is_geometry_locked_expression_active": True,
    "geometry_locked_expression": "true",
    "allow_value_relation_feature_addition": True,
    "tracking_session_active": True,
    "tracking_time_requirement_active": True,
    "tracking_time_requirement_interval_seconds": 12,
    "tracking_distance_requirement_active": True,
    "tracking_distance_requirement_minimum_meters": 3,
    "tracking_sensor_data_requirement_active": True,
    "tracking_all_requirements_active": True,
    "tracking_erroneous_distance_safeguard_active": True,
    "tracking_erroneous_distance_safeguard_maximum_meters": 250,
    "tracking_measurement_type": 5,
}

ENTRIES: dict[str, Any] = {
    "createBaseMap": True, "baseMapType": "mapTheme", "baseMapTheme": "Überall", "baseMapTileSize": 512,
    "baseMapTilesMinZoomLevel": 3, "baseMapTilesMaxZoomLevel": 17, "initialMapMode": "digitize",
    "geofencingIsActive": True, "geofencingBehavior": 2, "geofencingShouldPreventDigitizing": True,
    "stampingFontStyle": "Sans,12", "stampingImageDecoration": "logo.png", "stampingHorizontalAlignment": 2,
    "stampingDetailsTemplate": "[% format_date(now(), 'yyyy') %] <&>", "forceStamping": True,
    "mapThemesActiveLayers": '{"Überall": "x"}', "maximumImageWidthHeight": 2048, "forceAutoPush": True,
    "forceAutoPushIntervalMins": 5, "layerActionPreference": "offline", "featureFormWizardModeEnabled": True,
    "locationArrowFillColor": "#ff0000", "locationArrowSize": "big", "coordinateCursorOutlineColor": "#00ff0080",
    "importedFilesChecksums": ["a1", "b2"],
}  # fmt: skip
LAYER_ENTRIES = ("baseMapLayer", "digitizingLogsLayer", "initialActiveLayer", "geofencingLayer")
LISTS: dict[str, list[str]] = {"attachmentDirs": ["DCIM", "größer & <mehr>"], "dataDirs": ["lists"]}


@project
def settings(folder: Path) -> Path:
    """All that QFieldSync writes into layers and projects: none of it is for packaging to lose."""
    data = folder / "data.gpkg"
    for name in ("trees", "fences"):
        make_table(data, name, fields="name:text photo:text")
    path = folder / "settings.qgz"
    with new_project(path, title="Settings & <more>") as project:
        trees = add_layer(project, f"{data}|layername=trees", "trees", **LAYER_PROPERTIES)
        fences = add_layer(project, f"{data}|layername=fences", "fences", cloud_action="no_action")
        for key, value in ENTRIES.items():
            write = project.writeEntryBool if isinstance(value, bool) else project.writeEntry
            write("qfieldsync", key, value)
        for key in LAYER_ENTRIES:
            project.writeEntry("qfieldsync", key, fences.id())
        for key, names in LISTS.items():
            project.writeEntry("QFieldSync", key, names)
        for part, value in (("Red", 12), ("Green", 34), ("Blue", 56)):
            project.writeEntry("Gui", f"/CanvasColor{part}Part", value)
        project.writeEntryBool("Digitizing", "/AvoidPolygonIntersections", value=True)
        snapping = QgsSnappingConfig(project)
        snapping.setEnabled(True)
        snapping.setMode(QgsSnappingConfig.SnappingMode.AdvancedConfiguration)
        flags = QgsSnappingConfig.SnappingTypes(QgsSnappingConfig.SnappingTypes.VertexFlag)
        for layer in (trees, fences):
            one = QgsSnappingConfig.IndividualLayerSettings(True, flags, 9, QgsTolerance.UnitType.Pixels)
            snapping.setIndividualLayerSettings(layer, one)
        project.setSnappingConfig(snapping)
    return path


@project
def virtual_layers(folder: Path) -> Path:
    """Queries over layers by id and by name, and over files that only the query names."""
    data, own = folder / "data.gpkg", folder / "own & only" / "lookup.gpkg"
    for name in ("trees", "secret"):
        make_table(data, name)
    make_table(own, "lookup")
    path = folder / "virtual_layers.qgz"
    with new_project(path) as project:
        trees = add_layer(project, f"{data}|layername=trees", "trees")
        add_layer(project, f"{data}|layername=secret", "secret", cloud_action="remove", action="remove")
        embedded, seen = (
            quote(f"{place}|layername={name}", safe="") for place, name in ((own, "lookup"), (data, "trees"))
        )
        for name, source in {
            "by id": f'?query=SELECT * FROM "{trees.id()}"',
            "by name": "?query=SELECT name, geometry FROM trees",
            "by file": f"?layer=ogr:{embedded}:mine:UTF-8&query=SELECT * FROM mine",
            "by file of a layer": f"?layer=ogr:{seen}:mine:UTF-8&query=SELECT * FROM mine",
        }.items():
            add_layer(project, source, name, "virtual")
        add_layer(project, "?query=SELECT * FROM secret", "of what is left out", "virtual")
        add_raster(
            project,
            "url=https://maps.invalid/&layers=a&styles=&format=image/png&crs=EPSG:3857",
            "gone",
            "wms",
        )
    return path
