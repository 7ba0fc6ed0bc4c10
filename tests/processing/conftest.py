# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider, registered as the plugin does, and small GeoPackages."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import processing
import pytest
from processing.core.Processing import Processing
from qgis.core import QgsApplication, QgsFeature, QgsGeometry, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from qfieldcloud_plugin.engine.gpkg import connect
from qfieldcloud_plugin.processing.provider import CloudProvider


@pytest.fixture(scope="session")
def provider(qgis_app):
    Processing.initialize()
    registered = CloudProvider()
    QgsApplication.processingRegistry().addProvider(registered)
    yield registered
    QgsApplication.processingRegistry().removeProvider(registered)


@pytest.fixture
def run(provider):
    return lambda name, **parameters: processing.run(f"qfieldcloud:{name}", parameters)


def make_trees(path: Path) -> Path:
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string&field=height:integer", "trees", "memory")
    for at, name in enumerate(("oak", "beech", "birch")):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name, 10 + at])
        feature.setGeometry(QgsGeometry.fromWkt(f"Point ({at} {at})"))
        layer.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "trees"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProject.instance().transformContext(), options
    )
    return path


def make_project(folder: Path, absolute_paths: bool = False) -> Path:
    """A saved project with one layer; the project object is gone afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    make_trees(folder / "trees.gpkg")
    project = QgsProject()
    project.addMapLayer(QgsVectorLayer(f"{folder / 'trees.gpkg'}|layername=trees", "Trees", "ogr"))
    project.writeEntryBool("Paths", "/Absolute", absolute_paths)
    path = folder / "survey.qgs"
    assert project.write(str(path))
    project.clear()
    return path


def execute(path: Path, statement: str) -> None:
    """SQL as another program would do it, with the functions that a GeoPackage's triggers need."""
    connection = connect(path, write=True)
    with connection:
        connection.execute(statement)
    connection.close()


def heights(path: Path) -> dict[str, int]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return dict(connection.execute("SELECT name, height FROM trees").fetchall())
