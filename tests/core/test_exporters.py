# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers that are no GeoPackage tables go into packages through QGIS, with their rows, keys and places."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from qfieldcloud_plugin.core.exporters import QgisExporter, open_layer
from qfieldcloud_plugin.core.jobs import JobModel
from qfieldcloud_plugin.engine.packaging import EXPORT_KEY, LayerNotExported, PackageOptions, make_package
from qfieldcloud_plugin.engine.project import read_project

pytestmark = pytest.mark.qgis

ROWS = [(7, "oak", 1.5), (9, "Bäume 'x'", None)]


def memory_layer(name: str = "temporary") -> QgsVectorLayer:
    fields = "field=fid:integer&field=name:string(40)&field=height:double"
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&{fields}", name, "memory")
    for key, text, height in ROWS:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([key, text, height])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(7 + key / 10, 46)))
        assert layer.dataProvider().addFeature(feature)
    return layer


def write(layer: QgsVectorLayer, path: Path, driver: str, *, with_key: bool = True, **more: object) -> Path:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.layerName = "trees"
    options.fileEncoding = "UTF-8"
    if not with_key:
        options.attributes = [1, 2]
    for key, value in more.items():
        setattr(options, key, value)
    context = QgsProject.instance().transformContext()
    error, message = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)[:2]
    assert not error, message
    return path


@pytest.fixture
def sources(qgis_app, tmp_path) -> Path:
    """A folder with the same rows in every format, and the project that shows them."""
    folder = tmp_path / "home"
    folder.mkdir()
    rows = memory_layer()
    write(rows, folder / "shape.shp", "ESRI Shapefile")
    write(rows, folder / "plain.shp", "ESRI Shapefile", with_key=False)
    write(
        rows, folder / "lite.sqlite", "SQLite",
        with_key=False, datasourceOptions=["SPATIALITE=YES"], layerOptions=["FID=id"],
    )  # fmt: skip
    write(rows, folder / "data.gpkg", "GPKG")
    (folder / "table.csv").write_text("fid,name,height,x,y\n7,oak,1.5,7.7,46\n9,Bäume 'x',,7.9,46\n", "utf-8")
    project = QgsProject()
    points = QgsVectorLayer(f"{folder / 'data.gpkg'}|layername=trees", "gpkg", "ogr")
    layers = {
        "gpkg": points,
        "shape": QgsVectorLayer(str(folder / "shape.shp"), "shape", "ogr"),
        "plain": QgsVectorLayer(str(folder / "plain.shp"), "plain", "ogr"),
        "lite": QgsVectorLayer(
            f"dbname='{folder / 'lite.sqlite'}' table=\"trees\" (geometry) key='id'", "lite", "spatialite"
        ),
        "csv": QgsVectorLayer(
            f"file://{folder / 'table.csv'}?type=csv&xField=x&yField=y&crs=EPSG:4326&detectTypes=yes",
            "csv", "delimitedtext",
        ),
        "temporary": rows,
    }  # fmt: skip
    for name, layer in layers.items():
        assert layer.isValid(), name
        layer.setCustomProperty("QFieldSync/cloud_action", "offline")
        project.addMapLayer(layer)
    virtual = QgsVectorLayer(f'?query=SELECT * FROM "{points.id()}"', "virtual", "virtual")
    virtual.setCustomProperty("QFieldSync/cloud_action", "offline")
    project.addMapLayer(virtual)
    path = folder / "all.qgs"
    assert project.write(str(path))
    project.clear()
    return path


def packaged_layers(folder: Path, report) -> dict[str, QgsVectorLayer]:
    project = QgsProject()
    assert project.read(str(folder / report.project_file))
    found = {layer.name(): layer.clone() for layer in project.mapLayers().values()}
    project.clear()
    return found


def names(layer: QgsVectorLayer) -> list[str]:
    return sorted(feature["name"] for feature in layer.getFeatures())


def test_a_whole_desktop_project_is_packaged_with_what_only_qgis_can_read(sources, tmp_path):
    report = make_package(sources, tmp_path / "package", PackageOptions(exporters=[QgisExporter()]))
    layers = packaged_layers(tmp_path / "package", report)
    actions = {report.layers[key]["name"]: action for key, action in report.actions.items()}
    assert {name for name, action in actions.items() if action == "offline"} == {
        "gpkg", "shape", "plain", "lite", "csv",
    }  # fmt: skip
    for name in ("gpkg", "shape", "plain", "lite", "csv"):
        layer = layers[name]
        assert layer.isValid(), name
        assert names(layer) == ["Bäume 'x'", "oak"], name
        places = {round(feature.geometry().asPoint().x(), 6) for feature in layer.getFeatures()}
        assert places == {7.7, 7.9}, name
        assert "data.gpkg" in layer.source()
        assert EXPORT_KEY not in layer.fields().names()
    assert not layers["lite"].readOnly()
    assert layers["lite"].customProperty("QFieldSync/sourceDataPrimaryKeys") == "id"
    waiting = {warning.layer_id: warning.code for warning in report.warnings}
    assert {report.layers[key]["name"] for key, code in waiting.items() if code == "temporary_layer"} == {
        "temporary"
    }
    assert not list((tmp_path / "package").glob(".*"))


def test_rows_whose_source_has_no_key_can_only_be_looked_at(sources, tmp_path):
    report = make_package(sources, tmp_path / "package", PackageOptions(exporters=[QgisExporter()]))
    layers = packaged_layers(tmp_path / "package", report)
    read_only = {name for name, layer in layers.items() if layer.readOnly()}
    keyless = {name for name in ("shape", "plain", "csv") if not layers[name].customProperty(
        "QFieldSync/sourceDataPrimaryKeys")}  # fmt: skip
    assert keyless == {"plain"}
    assert read_only == {"plain", "temporary", "virtual"}


def test_a_source_that_is_gone_is_named_and_the_rest_is_packaged(sources, tmp_path):
    (sources.parent / "table.csv").unlink()
    report = make_package(sources, tmp_path / "package", PackageOptions(exporters=[QgisExporter()]))
    assert any("csv" in warning.text for warning in report.warnings)
    assert packaged_layers(tmp_path / "package", report)["gpkg"].featureCount() == 2


def test_the_exporter_says_why_a_layer_cannot_be_opened(sources):
    project = read_project(sources)
    layer = next(item for item in project.layers.values() if item.name == "lite")
    (sources.parent / "lite.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(LayerNotExported) as caught:
        open_layer(project, layer)
    assert str(caught.value.message).strip()


def test_temporary_layers_of_the_open_project_take_their_rows_along(sources, tmp_path):
    """The saved project knows of them by name only."""
    project = QgsProject()
    assert project.read(str(sources))
    (temporary,) = project.mapLayersByName("temporary")
    assert temporary.featureCount() == 0
    for feature in memory_layer().getFeatures():
        assert temporary.dataProvider().addFeature(feature)
    options = PackageOptions(exporters=[QgisExporter(project)])
    project.clear()
    jobs = JobModel()
    job = jobs.wait(jobs.start("package", lambda *_: make_package(sources, tmp_path / "p", options)), 60)
    jobs.cancel_all()
    assert job.error is None
    layer = packaged_layers(tmp_path / "p", job.result)["temporary"]
    assert names(layer) == ["Bäume 'x'", "oak"]
    assert layer.customProperty("QFieldSync/sourceDataPrimaryKeys") == "fid"
    assert not [warning for warning in job.result.warnings if "temporary" in warning.text]


def test_layers_of_the_open_project_alone_are_left_to_it(sources):
    exporter, project = QgisExporter(), read_project(sources)
    able = {item.name: exporter.can_export(item) for item in project.layers.values()}
    assert able["temporary"] is False
    assert able["virtual"] is False
    assert able["csv"] is True


def test_packaging_runs_in_the_background_with_the_exporter(sources, tmp_path):
    jobs = JobModel()
    options = PackageOptions(exporters=[QgisExporter()])
    job = jobs.wait(jobs.start("package", lambda *_: make_package(sources, tmp_path / "p", options)), 60)
    jobs.cancel_all()
    assert job.error is None
    assert names(packaged_layers(tmp_path / "p", job.result)["lite"]) == ["Bäume 'x'", "oak"]
