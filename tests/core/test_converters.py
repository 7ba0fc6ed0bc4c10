# SPDX-License-Identifier: GPL-2.0-or-later
"""Real QGIS before and after its layers became GeoPackages: relations, forms, joins and styles go on working."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from qgis.core import (
    QgsEditorWidgetSetup,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRelation,
    QgsRelationContext,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)

from qfieldcloud_plugin.core.actions import Actions
from qfieldcloud_plugin.core.converters import QgisConverter
from qfieldcloud_plugin.core.jobs import JobModel
from qfieldcloud_plugin.engine.packaging import make_package
from qfieldcloud_plugin.engine.project import Level, check_project, read_project, repair_project, undo_repairs

pytestmark = pytest.mark.qgis

PLOTS = [("A", 3.5), ("B", None)]
TREES = [("oak", "A"), ("Bäume", "B"), ("birch", "A")]


def memory_layer(kind: str, name: str, fields: str, rows: list[tuple[object, ...]]) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326&{fields}", name, "memory")
    for at, values in enumerate(rows):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(7 + at, 46)))
        assert layer.dataProvider().addFeature(feature)
    return layer


def write(layer: QgsVectorLayer, path: Path, driver: str, **more: object) -> None:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = driver, path.stem, "UTF-8"
    for key, value in more.items():
        setattr(options, key, value)
    context = QgsProject.instance().transformContext()
    error, message = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)[:2]
    assert not error, message


@pytest.fixture
def survey(qgis_app, tmp_path) -> Path:
    """Layers in five kinds of file and a temporary one; trees stand in plots, by relation, join and value relation."""
    folder = tmp_path / "survey"
    folder.mkdir()
    plots = memory_layer("Point", "plots", "field=code:string(9)&field=area:double", PLOTS)
    trees = memory_layer("Point", "trees", "field=name:string(20)&field=plot:string(9)", TREES)
    write(plots, folder / "plots.shp", "ESRI Shapefile")
    write(trees, folder / "trees.geojson", "GeoJSON")
    write(trees, folder / "trees.tab", "MapInfo File")
    write(
        trees, folder / "lite.sqlite", "SQLite", datasourceOptions=["SPATIALITE=YES"], layerOptions=["FID=id"]
    )
    (folder / "table.csv").write_text("fid,name,height,x,y\n7,oak,1.5,7.7,46\n9,Bäume 'x',,7.9,46\n", "utf-8")
    project = QgsProject()
    layers = {
        "plots": QgsVectorLayer(str(folder / "plots.shp"), "plots", "ogr"),
        "trees": QgsVectorLayer(str(folder / "trees.geojson"), "trees", "ogr"),
        "tab": QgsVectorLayer(str(folder / "trees.tab"), "tab", "ogr"),
        "lite": QgsVectorLayer(
            f"dbname='{folder / 'lite.sqlite'}' table=\"lite\" (geometry) key='id'", "lite", "spatialite"
        ),
        "csv": QgsVectorLayer(
            f"file://{folder / 'table.csv'}?type=csv&xField=x&yField=y&crs=EPSG:4326&detectTypes=yes",
            "csv", "delimitedtext",
        ),
        "temporary": memory_layer("Point", "temporary", "field=name:string(20)", [("kept",)]),
    }  # fmt: skip
    for name, layer in layers.items():
        assert layer.isValid(), name
        project.addMapLayer(layer)
    connect_layers(project, layers)
    path = folder / "survey.qgs"
    assert project.write(str(path))
    project.clear()
    return path


def connect_layers(project: QgsProject, layers: dict[str, QgsVectorLayer]) -> None:
    plots, trees = layers["plots"], layers["trees"]
    assert trees.setSubsetString("\"name\" <> 'birch'")
    relation = QgsRelation(QgsRelationContext(project))
    relation.setId("trees_in_plots")
    relation.setName("Trees")
    relation.setReferencedLayer(plots.id())
    relation.setReferencingLayer(trees.id())
    relation.addFieldPair("plot", "code")
    project.relationManager().addRelation(relation)
    settings = {
        "Layer": plots.id(),
        "LayerSource": plots.source(),
        "LayerProviderName": "ogr",
        "Key": "code",
        "Value": "code",
    }
    trees.setEditorWidgetSetup(
        trees.fields().lookupField("plot"), QgsEditorWidgetSetup("ValueRelation", settings)
    )
    trees.setFieldAlias(trees.fields().lookupField("name"), "Species")
    trees.setConstraintExpression(trees.fields().lookupField("name"), 'length("name") > 1')
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(plots)
    join.setJoinFieldName("code")
    join.setTargetFieldName("plot")
    join.setPrefix("plot_")
    assert trees.addJoin(join)
    symbol = QgsSymbol.defaultSymbol(trees.geometryType())
    symbol.setSize(7.5)
    trees.setRenderer(QgsSingleSymbolRenderer(symbol))


def opened(path: Path) -> tuple[QgsProject, dict[str, QgsVectorLayer]]:
    project = QgsProject()
    assert project.read(str(path))
    return project, {layer.name(): layer for layer in project.mapLayers().values()}


def state(path: Path) -> dict[str, object]:
    """What a person sees of the project."""
    project, layers = opened(path)
    plots, trees = layers["plots"], layers["trees"]
    (relation,) = project.relationManager().relations().values()
    fields = trees.fields()
    setup = trees.editorWidgetSetup(fields.lookupField("plot"))
    seen = {
        "valid": [name for name, layer in sorted(layers.items()) if layer.isValid()],
        "ids": {name: layer.id() for name, layer in layers.items()},
        "relation": relation.isValid(),
        "children": {
            plot["code"]: sorted(row["name"] for row in relation.getRelatedFeatures(plot))
            for plot in plots.getFeatures()
        },
        "filter": trees.subsetString(),
        "joined": sorted((row["name"], row["plot_area"] or None) for row in trees.getFeatures()),
        "form": (
            setup.type(),
            setup.config()["Layer"],
            trees.attributeDisplayName(fields.lookupField("name")),
        ),
        "constraint": trees.constraintExpression(fields.lookupField("name")),
        "symbol": trees.renderer().symbol().size(),
        "places": {
            name: sorted(
                round(row.geometry().asPoint().x(), 5) for row in layer.getFeatures() if row.hasGeometry()
            )
            for name, layer in layers.items()
            if name != "temporary"
        },
        "crs": {name: layer.crs().authid() for name, layer in layers.items()},
        # Keys may be new, and count in 64 bits.
        "types": {
            name: {field.name(): field.type() for field in layer.fields() if not field.name().endswith("id")}
            for name, layer in layers.items()
        },
    }
    project.clear()
    return seen


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".qfieldcloud" not in path.parts
    }


def test_every_layer_becomes_a_geopackage_and_the_project_lives_on(survey, tmp_path):
    project, _ = opened(survey)
    (temporary,) = project.mapLayersByName("temporary")
    feature = QgsFeature(temporary.fields())
    feature.setAttributes(["kept"])
    assert temporary.dataProvider().addFeature(feature)
    converters = [QgisConverter(project)]
    project.clear()
    before, files = state(survey), snapshot(survey.parent)
    findings = [finding.code for finding in check_project(survey, converters=converters) if finding.repair]
    assert sorted(findings) == ["memory_layer"] + ["not_a_geopackage"] * 5
    jobs = JobModel()
    job = jobs.wait(jobs.start("repair", lambda *_: repair_project(survey, converters=converters)), 60)
    jobs.cancel_all()
    assert job.error is None
    assert not check_project(survey, converters=converters)
    assert state(survey) == before
    read = read_project(survey)
    assert {layer.provider for layer in read.layers.values()} == {"ogr"}
    keys = {read.layer(key).name: table.key for key, table in read.tables().items()}
    assert keys == {
        "plots": "fid",
        "trees": "fid",
        "tab": "fid",
        "lite": "id",
        "csv": "fid",
        "temporary": "fid",
    }
    _, layers = opened(survey)
    assert [row["name"] for row in layers["temporary"].getFeatures()] == ["kept"]
    assert sorted(row["fid"] for row in layers["csv"].getFeatures()) == [7, 9]
    report = make_package(survey, tmp_path / "package")
    assert set(report.actions.values()) == {"offline"}
    undo_repairs(survey)
    assert snapshot(survey.parent) == files


def test_what_the_converted_project_shows_can_be_edited(survey):
    repair_project(survey, converters=[QgisConverter()])
    project, layers = opened(survey)
    trees = layers["trees"]
    assert trees.startEditing()
    feature = QgsFeature(trees.fields())
    feature.setAttribute("name", "elm")
    feature.setAttribute("plot", "A")
    assert trees.addFeature(feature)
    assert trees.commitChanges(), trees.commitErrors()
    assert sorted(row["name"] for row in trees.getFeatures()) == ["Bäume", "elm", "oak"]
    project.clear()
    assert "elm" not in (survey.parent / "trees.geojson").read_text("utf-8")


def test_a_temporary_layer_of_another_project_is_left_alone(survey):
    (finding,) = [
        item for item in check_project(survey, converters=[QgisConverter()]) if item.code == "memory_layer"
    ]
    assert not finding.repair


def test_the_open_project_is_repaired_and_taken_back_with_its_temporary_layers(survey):
    project = QgsProject.instance()
    assert project.read(str(survey))
    (temporary,) = project.mapLayersByName("temporary")
    feature = QgsFeature(temporary.fields())
    feature.setAttributes(["kept"])
    assert temporary.dataProvider().addFeature(feature)
    files = snapshot(survey.parent)
    actions = Actions(project)
    actions.begin()
    try:
        job = actions.jobs.wait(actions.repair_open_project(), 60)
        assert job.error is None
        (layer,) = project.mapLayersByName("temporary")
        assert (layer.providerType(), [row["name"] for row in layer.getFeatures()]) == ("ogr", ["kept"])
        assert project.relationManager().relation("trees_in_plots").isValid()
        assert actions.jobs.wait(actions.undo_repairs(), 60).error is None
        assert {name for name in snapshot(survey.parent) if not name.endswith("~")} == files.keys()
        assert survey.read_bytes() == files["survey.qgs"]
    finally:
        actions.end()
        actions.deleteLater()
        project.clear()


@pytest.fixture
def service(tmp_path) -> Iterator[str]:
    """A web service with a layer, as far as QGIS can tell."""
    geometry = {"type": "Point", "coordinates": [7, 46]}
    rows = [{"code": number, "name": f"n{number}"} for number in (7, 8)]
    places = [{"type": "Feature", "properties": row, "geometry": geometry} for row in rows]
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "places.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": places}))
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/places.geojson"
        server.shutdown()
        thread.join()


def test_a_layer_of_a_service_becomes_a_geopackage_only_when_that_is_asked_for(service, tmp_path):
    folder = tmp_path / "survey"
    folder.mkdir()
    path = folder / "survey.qgs"
    project = QgsProject()
    layer = QgsVectorLayer(service, "places", "ogr")
    assert layer.isValid()
    assert layer.setSubsetString("\"name\" = 'n8'")
    project.addMapLayer(layer)
    assert project.write(str(path))
    project.clear()
    before = snapshot(folder)
    converters = [QgisConverter()]
    (finding,) = check_project(path, converters=converters)
    assert (finding.code, finding.level, bool(finding.repair)) == ("online_layer", Level.NOTE, True)
    assert not repair_project(path, converters=converters).done
    assert repair_project(path, ["online_layer"], dry_run=True, converters=converters).done == [finding]
    assert snapshot(folder) == before
    report = repair_project(path, findings=[finding], converters=converters)
    assert report.files == ["places.gpkg", "survey.qgs"]
    assert not check_project(path, converters=converters)
    project, layers = opened(path)
    assert [(row["code"], row["name"]) for row in layers["places"].getFeatures()] == [(8, "n8")]
    assert layers["places"].subsetString() == ""
    project.clear()
    undo_repairs(path)
    assert snapshot(folder) == before
