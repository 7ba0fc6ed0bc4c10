# SPDX-License-Identifier: GPL-2.0-or-later
"""Packages of a corpus made by real QGIS, opened in real QGIS: they must be what the source was, and editable."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip("qgis.core")

from qgis.core import (
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize, QTime
from qgis.PyQt.QtGui import QColor, QImage

from qfieldcloud_plugin.engine.packaging import (
    CABLE,
    CLOUD,
    OgrExporter,
    PackageOptions,
    PackageReport,
    TextExporter,
    make_package,
)
from qfieldcloud_plugin.engine.project import repair_project
from scripts import make_projects
from scripts.corpus import settings

pytestmark = [pytest.mark.qgis, pytest.mark.slow]

# Projects whose packages hold fewer rows, or other layers, on purpose.
LIMITED = {"area"}
# Queries look for their layers in QGIS's one open project only.
ALONE = {"virtual_layers"}
# Tables without geometry: nothing to see at home either.
WITHOUT_PICTURES = {"constraints"}


@pytest.fixture(scope="session")
def corpus(qgis_app, tmp_path_factory) -> dict[str, Path]:
    return make_projects.make_projects(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session", params=[name for name in make_projects.PROJECTS if name not in ALONE])
def pair(request, corpus, tmp_path_factory) -> tuple[Path, Path, PackageReport, str]:
    """The source, its cloud package, the report and the project's name in the corpus."""
    source = corpus[request.param]
    folder = tmp_path_factory.mktemp("packages") / request.param
    root = next(parent for parent in source.parents if parent.name == request.param)
    # As on a server without the helper.
    options = PackageOptions(root=root, exporters=(OgrExporter(), TextExporter()))
    report = make_package(source, folder, options)
    return source, folder / report.project_file, report, request.param


_opened: list[QgsProject] = []


@pytest.fixture(autouse=True)
def _close_projects():
    """A project takes its layers along when Python forgets it, so each stays known until its test ends."""
    yield
    _opened.clear()


def opened(path: Path) -> QgsProject:
    project = QgsProject()
    _opened.append(project)
    assert project.read(str(path)), project.error()
    return project


def vectors(project: QgsProject) -> dict[str, QgsVectorLayer]:
    return {key: layer for key, layer in project.mapLayers().items() if isinstance(layer, QgsVectorLayer)}


def extent_of(layer) -> list[float] | None:
    extent = layer.extent()
    if extent.isNull() or not layer.isSpatial():
        return None
    return [
        round(value, 5)
        for value in (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    ]


def test_all_layers_that_stay_are_valid(pair):
    source, packaged, report, _ = pair
    before, after = opened(source), opened(packaged)
    for key, layer in before.mapLayers().items():
        if report.actions[key] == "remove":
            assert key not in after.mapLayers()
        else:
            assert after.mapLayer(key).isValid() == layer.isValid(), layer.name()
            assert after.mapLayer(key).name() == layer.name()


def shapes_of(layer: QgsVectorLayer) -> list[str]:
    """A text file may hold single geometries in a layer of multi-geometries; a GeoPackage may not."""
    shapes = [feature.geometry() for feature in layer.getFeatures()]
    if QgsWkbTypes.isMultiType(layer.wkbType()):
        for shape in shapes:
            shape.convertToMultiType()
    return [shape.asWkt(6) for shape in shapes]


def in_geopackages(value):
    """They have no times of day without a date: QGIS writes them as texts."""
    if not isinstance(value, QTime):
        return value
    return value.toString("HH:mm:ss.zzz" if value.msec() else "HH:mm:ss")


def test_layers_hold_the_same_rows_in_the_same_place(pair):
    source, packaged, report, name = pair
    before, after = vectors(opened(source)), vectors(opened(packaged))
    for key, layer in before.items():
        twin = after.get(key)
        if twin is None or not layer.isValid() or name in LIMITED or layer.name() == "temporary":
            continue
        assert QgsWkbTypes.displayString(twin.wkbType()) == QgsWkbTypes.displayString(layer.wkbType())
        assert twin.crs() == layer.crs()
        fields = [field.name() for field in layer.dataProvider().fields()]
        rows = [[in_geopackages(feature[field]) for field in fields] for feature in layer.getFeatures()]
        assert [[feature[field] for field in fields] for feature in twin.getFeatures()] == rows, layer.name()
        assert shapes_of(twin) == shapes_of(layer)
        if report.actions[key] == "offline" and rows:
            assert extent_of(twin) == extent_of(layer)


def rows_and_counter(layer: QgsVectorLayer) -> list[int]:
    """The rows that QGIS sees, and how many GDAL's counter in the file says there are.

    Not featureCount(): QGIS may answer from another open handle of the file as long as the file's time is the same,
    and on a quick disk a whole edit fits into one tick of that clock.
    """
    rows = sum(1 for _ in layer.getFeatures())
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    with closing(sqlite3.connect(parts["path"])) as connection:
        query = "SELECT feature_count FROM gpkg_ogr_contents WHERE lower(table_name) = lower(?)"
        (counter,) = connection.execute(query, [parts["layerName"]]).fetchone()
    return [rows, counter]


def test_layers_are_editable_where_they_should_be(pair):
    """A row is added, changed and deleted through QGIS, index and count included."""
    _, packaged, report, _ = pair
    project = opened(packaged)
    for key, layer in vectors(project).items():
        if report.actions[key] != "offline" or "geometrytype=" in layer.source():
            continue  # a filter by geometry type hides the row that is added here without one
        if layer.readOnly():
            assert report.layers[key]["name"] == "read_only"
            continue
        table = next(item for item in report.tables if item.layer_id == key)
        keys = [layer.fields()[index].name() for index in layer.primaryKeyAttributes()]
        assert keys == [table.local_key]
        assert layer.customProperty("QFieldSync/sourceDataPrimaryKeys") == table.source_key
        assert layer.editorWidgetSetup(layer.fields().lookupField(table.local_key)).type() == "Hidden"
        layer.setSubsetString("")
        count = rows_and_counter(layer)
        assert layer.startEditing()
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry())
        assert layer.addFeature(feature)
        assert layer.commitChanges(), (layer.name(), layer.commitErrors())
        assert rows_and_counter(layer) == [number + 1 for number in count]
        added = max(layer.getFeatures(), key=lambda item: item.id())
        assert not added[table.source_key]
        assert layer.startEditing()
        assert layer.deleteFeature(added.id())
        assert layer.commitChanges()
        assert rows_and_counter(layer) == count


def test_relations_and_value_relations_are_alive(pair):
    source, packaged, _, _ = pair
    before, after = opened(source), opened(packaged)
    relations = after.relationManager().relations()
    for key, relation in before.relationManager().relations().items():
        if {relation.referencingLayerId(), relation.referencedLayerId()} <= set(after.mapLayers()):
            assert relations[key].isValid()
            (_, field), *_ = relation.fieldPairs().items()
            children = {
                row[field]: len(list(relation.getRelatedFeatures(row)))
                for row in relation.referencedLayer().getFeatures()
            }
            for row in relations[key].referencedLayer().getFeatures():
                assert len(list(relations[key].getRelatedFeatures(row))) == children[row[field]]
        else:
            assert key not in relations
    for layer in vectors(after).values():
        for index in range(layer.fields().count()):
            setup = layer.editorWidgetSetup(index)
            if setup.type() == "ValueRelation":
                assert after.mapLayer(setup.config()["Layer"]).isValid()


def test_the_layer_tree_themes_and_order_hold_what_stayed(pair):
    source, packaged, _, _ = pair
    before, after = opened(source), opened(packaged)
    stayed = set(after.mapLayers())
    assert [item.layerId() for item in after.layerTreeRoot().findLayers()] == [
        item.layerId() for item in before.layerTreeRoot().findLayers() if item.layerId() in stayed
    ]
    assert [layer.id() for layer in after.layerTreeRoot().layerOrder()] == [
        layer.id() for layer in before.layerTreeRoot().layerOrder() if layer.id() in stayed
    ]
    for theme in before.mapThemeCollection().mapThemes():
        kept = {layer.id() for layer in before.mapThemeCollection().mapThemeVisibleLayers(theme)} & stayed
        assert {layer.id() for layer in after.mapThemeCollection().mapThemeVisibleLayers(theme)} == kept
    assert all(group.findLayers() for group in after.layerTreeRoot().findGroups(True))


def test_the_canvas_and_settings_of_the_project_are_the_same(pair):
    source, packaged, _, _ = pair
    before, after = opened(source), opened(packaged)
    assert after.crs() == before.crs()
    assert after.viewSettings().defaultViewExtent() == before.viewSettings().defaultViewExtent()
    assert after.title() == (before.title() or source.stem)
    assert [layout.name() for layout in after.layoutManager().layouts()] == [
        layout.name() for layout in before.layoutManager().layouts()
    ]
    assert after.evaluateDefaultValues() is False
    assert after.autoTransaction() is False


def picture(project: QgsProject, wanted: set[str], extent: QgsRectangle) -> QImage:
    settings = QgsMapSettings()
    settings.setDestinationCrs(project.crs())
    settings.setLayers([layer for layer in project.layerTreeRoot().layerOrder() if layer.id() in wanted])
    settings.setExtent(extent)
    settings.setOutputSize(QSize(300, 300))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, 300, 3) for y in range(0, 300, 3)}


def test_the_map_looks_the_same(pair):
    """What stayed, with all its rows, is drawn as at home; inside an area, what is there is drawn in its place."""
    source, packaged, _, name = pair
    before, after = opened(source), opened(packaged)
    drawn = {
        key
        for key, layer in before.mapLayers().items()
        if layer.isValid() and layer.isSpatial() and key in after.mapLayers() and layer.name() != "temporary"
    }
    extent = QgsRectangle()
    for key in drawn:
        box = QgsCoordinateTransform(before.mapLayer(key).crs(), before.crs(), before)
        extent.combineExtentWith(box.transformBoundingBox(before.mapLayer(key).extent()))
    extent = QgsRectangle(-180, -90, 180, 90) if extent.isNull() else extent.buffered(0.01)
    images = [picture(project, drawn, extent) for project in (before, after)]
    white = {QColor("white").rgb()}
    if name in LIMITED:
        assert images[0] != images[1]
        assert white < colours(images[1])
        return
    assert images[0] == images[1]
    assert (colours(images[0]) == white) is (name in WITHOUT_PICTURES)


def test_pictures_of_symbols_and_layouts_arrive(corpus, tmp_path):
    make_package(corpus["symbols"], tmp_path / "package")
    project = opened(tmp_path / "package" / "symbols_qfield.qgz")
    (layer,) = vectors(project).values()
    assert layer.renderer().symbol().symbolLayer(0).path() == str(tmp_path / "package" / "svg" / "tree.svg")
    assert project.readEntry("Image", "/ImagePath")[0] == "./images/logo.png"
    assert (tmp_path / "package" / "images" / "logo.png").is_file()
    assert (tmp_path / "package" / "images" / "layout.png").is_file()


@pytest.mark.parametrize("mode", [CLOUD, CABLE])
def test_whatever_is_told_to_qfield_is_told(corpus, tmp_path, mode):
    """Every property and entry of QFieldSync, and what the form of the map and the tools is."""
    report = make_package(corpus["settings"], tmp_path / "package", PackageOptions(mode=mode))
    before, after = opened(corpus["settings"]), opened(tmp_path / "package" / report.project_file)
    (trees,), (fences,) = after.mapLayersByName("trees"), after.mapLayersByName("fences")
    for key, value in settings.LAYER_PROPERTIES.items():
        assert trees.customProperty(f"QFieldSync/{key}") == value, key
    for key, value in settings.ENTRIES.items():
        read = after.readListEntry if isinstance(value, list) else after.readEntry
        told = (
            str(value).lower()
            if isinstance(value, bool)
            else value
            if isinstance(value, list)
            else str(value)
        )
        assert read("qfieldsync", key)[0] == told, key
    for key in settings.LAYER_ENTRIES:
        assert after.readEntry("qfieldsync", key)[0] == fences.id(), key
    for key, names in settings.LISTS.items():
        assert after.readListEntry("QFieldSync", key)[0] == names
    assert after.title() == before.title()
    assert after.backgroundColor() == before.backgroundColor()
    assert after.readBoolEntry("Digitizing", "/AvoidPolygonIntersections")[0]
    snapping = after.snappingConfig()
    assert {layer.name() for layer in snapping.individualLayerSettings()} == {"trees", "fences"}
    assert snapping.enabled()


def test_queries_run_on_what_is_in_the_package(corpus, tmp_path):
    source = tmp_path / "home"
    shutil.copytree(corpus["virtual_layers"].parent, source)
    report = make_package(source / "virtual_layers.qgz", tmp_path / "package")
    shutil.rmtree(source)
    project = QgsProject.instance()
    assert project.read(str(tmp_path / "package" / report.project_file))
    trees = vectors(project)[project.mapLayersByName("trees")[0].id()]
    assert trees.startEditing()
    assert trees.changeAttributeValue(1, trees.fields().lookupField("name"), "edited in the field")
    assert trees.commitChanges()
    found = {
        layer.name(): [row["name"] for row in layer.getFeatures()] for layer in vectors(project).values()
    }
    for name in ("by id", "by name", "by file of a layer"):
        assert found[name] == found["trees"], name
        assert "edited in the field" in found[name]
    assert len(found["by file"]) == 5
    (warning,) = report.warnings
    assert warning.code == "virtual_layer_lacks"
    assert not project.mapLayersByName("gone")[0].isValid(), "nobody answers here; on a device somebody may"
    project.clear()


@pytest.mark.parametrize("mode", [CLOUD, CABLE])
def test_absolute_paths_become_relative(corpus, tmp_path, mode):
    options = PackageOptions(mode=mode, reads_outside_files=True)
    report = make_package(corpus["absolute"], tmp_path / "package", options)
    project = opened(tmp_path / "package" / report.project_file)
    for layer in project.mapLayers().values():
        assert layer.isValid()
        assert str(tmp_path / "package") in layer.source()
    assert project.presetHomePath() == ""
    assert project.readBoolEntry("Paths", "/Absolute")[0] is False


@pytest.mark.parametrize("name", ["fid_relations", "keys"])
def test_what_repairs_made_of_a_project_is_sound_for_qgis(corpus, tmp_path, name):
    shutil.copytree(corpus[name].parent, tmp_path / name)
    path = tmp_path / name / corpus[name].name
    assert repair_project(path).done
    report = make_package(path, tmp_path / "package")
    for project in (opened(path), opened(tmp_path / "package" / report.project_file)):
        for relation in project.relationManager().relations().values():
            assert relation.isValid()
            children = [
                len(list(relation.getRelatedFeatures(row)))
                for row in relation.referencedLayer().getFeatures()
            ]
            assert sum(children) == relation.referencingLayer().featureCount()
        for key, layer in vectors(project).items():
            assert layer.isValid()
            assert layer.readOnly() is (
                report.actions[key] != "offline" and "package" in str(project.fileName())
            )
    left = {report.layers[key]["name"] for key, action in report.actions.items() if action != "offline"}
    # To a view no key can be added.
    assert left == ({"seen"} if name == "keys" else set())
