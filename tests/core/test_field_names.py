# SPDX-License-Identifier: GPL-2.0-or-later
"""Real QGIS before and after a field got another name: all that named it goes on working."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsAttributeEditorField,
    QgsCategorizedSymbolRenderer,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFeature,
    QgsPalLayerSettings,
    QgsProject,
    QgsRelation,
    QgsRelationContext,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
    QgsVectorLayerSimpleLabeling,
)

from qfieldcloud_plugin.engine.packaging import make_package
from qfieldcloud_plugin.engine.project import check_project, read_project, repair_project, undo_repairs

pytestmark = pytest.mark.qgis

KEY = "id,nr"


def make_data(path: Path) -> None:
    """Plots with an awkward key, a spatial index and triggers as OGR makes them; trees that stand in them."""
    data = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, 0)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    plots = data.CreateLayer("plots", crs, ogr.wkbPoint, [f"FID={KEY}"])
    plots.CreateField(ogr.FieldDefn("name"))
    trees = data.CreateLayer("trees", None, ogr.wkbNone)
    trees.CreateField(ogr.FieldDefn("plot", ogr.OFTInteger))
    for number in (1, 2, 3):
        plot = ogr.Feature(plots.GetLayerDefn())
        plot["name"] = f"p{number}"
        plot.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT({number} 46)"))
        plots.CreateFeature(plot)
        tree = ogr.Feature(trees.GetLayerDefn())
        tree["plot"] = number
        trees.CreateFeature(tree)


@pytest.fixture
def survey(qgis_app, tmp_path) -> Path:
    folder = tmp_path / "survey"
    folder.mkdir()
    make_data(folder / "data.gpkg")
    project = QgsProject()
    plots, trees = (
        QgsVectorLayer(f"{folder}/data.gpkg|layername={name}", name, "ogr") for name in ("plots", "trees")
    )
    project.addMapLayers([plots, trees])
    assert plots.setSubsetString(f'"{KEY}" < 3')
    settings = QgsPalLayerSettings()
    settings.fieldName = KEY
    plots.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    symbol = QgsSymbol.defaultSymbol(plots.geometryType())
    plots.setRenderer(QgsCategorizedSymbolRenderer(KEY, [QgsRendererCategory(1, symbol, "one")]))
    at = plots.fields().indexFromName(KEY)
    plots.setFieldAlias(at, "Number")
    plots.setConstraintExpression(at, f'"{KEY}" > 0')
    plots.setDefaultValueDefinition(1, QgsDefaultValue(f'\'"{KEY}" is \' || "{KEY}"'))
    plots.setDisplayExpression(f'"{KEY}"')
    plots.setCustomProperty("QFieldSync/attachment_naming", json.dumps({"name": f"'DCIM/' || \"{KEY}\""}))
    form = plots.editFormConfig()
    form.setLayout(QgsEditFormConfig.EditorLayout(1))
    form.clearTabs()
    form.addTab(QgsAttributeEditorField(KEY, at, form.invisibleRootContainer()))
    plots.setEditFormConfig(form)
    values = {"Layer": plots.id(), "Key": KEY, "Value": "name", "FilterExpression": f'"{KEY}" > 1'}
    trees.setEditorWidgetSetup(1, QgsEditorWidgetSetup("ValueRelation", values))
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(plots)
    join.setJoinFieldName(KEY)
    join.setTargetFieldName("plot")
    assert trees.addJoin(join)
    relation = QgsRelation(QgsRelationContext(project))
    relation.setId("trees_in_plots")
    relation.setReferencedLayer(plots.id())
    relation.setReferencingLayer(trees.id())
    relation.addFieldPair("plot", KEY)
    project.relationManager().addRelation(relation)
    path = folder / "survey.qgs"
    assert project.write(str(path))
    project.clear()
    return path


def state(path: Path, key: str) -> dict[str, object]:
    """What a person sees of the project; `key` is what the key is called now."""
    project = QgsProject()
    assert project.read(str(path))
    (plots,), (trees,) = project.mapLayersByName("plots"), project.mapLayersByName("trees")
    relation = project.relationManager().relation("trees_in_plots")
    at = plots.fields().indexFromName(key)
    setup, form = trees.editorWidgetSetup(1), plots.editFormConfig()
    feature = QgsFeature(plots.fields())
    feature.setAttribute(key, 7)
    texts = {
        "filter": plots.subsetString(),
        "label": plots.labeling().settings().fieldName,
        "renderer": plots.renderer().classAttribute(),
        "constraint": plots.constraintExpression(at),
        "default": plots.defaultValueDefinition(1).expression().partition("||")[2],
        "display": plots.displayExpression(),
        "naming": json.loads(plots.customProperty("QFieldSync/attachment_naming"))["name"],
        "form": [item.name() for item in form.tabs()],
        "list": [setup.config()[name] for name in ("Key", "Value", "FilterExpression")],
        "relation": list(relation.fieldPairs().items()),
    }
    seen = {
        "texts": json.loads(json.dumps(texts).replace(key, "KEY")),
        "count": len(list(plots.getFeatures())),
        "default of a new row": plots.defaultValue(1, feature),
        "alias": plots.attributeAlias(at),
        "relation": relation.isValid(),
        "children": [len(list(relation.getRelatedFeatures(row))) for row in plots.getFeatures()],
        "joined": sorted(str(row["plots_name"]) for row in trees.getFeatures()),
        "ids": sorted(project.mapLayers()),
        "places": len(list(plots.getFeatures("\"name\" = 'p2'"))),
    }
    project.clear()
    return seen


def test_a_key_with_a_comma_gets_a_name_that_travels(survey, tmp_path):
    before, project_file = state(survey, KEY), survey.read_bytes()
    (finding,) = check_project(survey)
    assert (finding.code, finding.detail) == ("field_name", KEY)
    assert "“id_nr”" in finding.repair
    assert repair_project(survey, dry_run=True).done == [finding]
    assert survey.read_bytes() == project_file
    report = repair_project(survey)
    assert report.files == ["data.gpkg", "survey.qgs"]
    assert not [item for item in check_project(survey) if item.code == "field_name"]
    assert state(survey, "id_nr") == before
    text = survey.read_text("utf-8")
    assert text.count(KEY) == text.count(f"'&quot;{KEY}&quot; is '"), "a text that only looks like the field"
    package = make_package(survey, tmp_path / "package")
    layers = read_project(tmp_path / "package" / package.project_file).layers
    assert not any(layer.read_only for layer in layers.values())
    edit(survey)
    with pytest.raises(Exception, match="changed since"):
        undo_repairs(survey)
    undo_repairs(survey, force=True)
    assert survey.read_bytes() == project_file
    assert state(survey, KEY) == before


def edit(path: Path) -> None:
    """The index and the counters of the renamed table are whole."""
    layer = QgsVectorLayer(f"{path.parent}/data.gpkg|layername=plots", "plots", "ogr")
    assert layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setAttribute("name", "new")
    assert layer.addFeature(feature)
    assert layer.commitChanges(), layer.commitErrors()
    assert len(list(layer.getFeatures())) == 4
