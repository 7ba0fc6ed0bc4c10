# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes a corpus of projects with real QGIS: every rule of packaging, odd names included. Run it with .venv-qgis.

.venv-qgis/bin/python scripts/make_projects.py FOLDER [NAME ...]
"""

from __future__ import annotations

import base64
import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Callable

if "qgis" not in sys.modules:
    sys.path.insert(0, "/usr/share/qgis/python")

from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDefaultValue,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsMapLayer,
    QgsMapThemeCollection,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsRelation,
    QgsSingleSymbolRenderer,
    QgsSvgMarkerSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)

gdal.UseExceptions()
ogr.UseExceptions()

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="6"/></svg>'
_PNG = base64.b64decode(
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_TYPES = {
    "int": ogr.OFTInteger, "int64": ogr.OFTInteger64, "real": ogr.OFTReal, "text": ogr.OFTString, "date": ogr.OFTDate,
    "datetime": ogr.OFTDateTime, "time": ogr.OFTTime, "binary": ogr.OFTBinary,
}  # fmt: skip

PROJECTS: dict[str, Callable[[Path], Path]] = {}


def project(build: Callable[[Path], Path]) -> Callable[[Path], Path]:
    PROJECTS[build.__name__] = build
    return build


@contextmanager
def new_project(path: Path, crs: str = "EPSG:4326", title: str = "") -> Iterator[QgsProject]:
    """A project that is saved to `path` at the end."""
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem(crs))
    project.setTitle(title)
    project.setFileName(str(path))
    yield project
    path.parent.mkdir(parents=True, exist_ok=True)
    if not project.write(str(path)):
        raise RuntimeError(f"{path}: {project.error()}")
    project.clear()


def make_table(
    path: Path,
    name: str,
    geometry: str = "Point",
    fields: str = "name:text",
    rows: list[tuple[str | None, dict[str, Any]]] | None = None,
    crs: int = 4326,
    driver: str = "GPKG",
    options: list[str] | None = None,
) -> None:
    """One layer: rows are (WKT or None, attributes). `fields` is "name:type …"."""
    path.parent.mkdir(parents=True, exist_ok=True)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(crs)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    if path.exists() and driver in ("GPKG", "SQLite"):
        dataset = ogr.Open(str(path), 1)
    else:
        dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    kind = ogr.wkbNone if geometry == "None" else getattr(ogr, "wkb" + geometry)
    layer = dataset.CreateLayer(name, reference if kind != ogr.wkbNone else None, kind, options or [])
    for item in fields.split():
        field_name, field_type = item.split(":")
        layer.CreateField(ogr.FieldDefn(field_name.replace("~", " "), _TYPES[field_type]))
    layer.StartTransaction()
    for wkt, attributes in rows if rows is not None else some_points():
        feature = ogr.Feature(layer.GetLayerDefn())
        if wkt is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        for key, value in attributes.items():
            feature.SetField(key, value)
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def some_points(count: int = 5) -> list[tuple[str | None, dict[str, Any]]]:
    return [(f"POINT ({7 + i * 0.1:.1f} {46 + i * 0.1:.1f})", {"name": f"point {i}"}) for i in range(count)]


def run_sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def add_layer(
    project: QgsProject, source: str, name: str, provider: str = "ogr", *, valid: bool = True, **settings: str
) -> QgsVectorLayer:
    """Settings become custom properties `QFieldSync/<key>`."""
    layer = QgsVectorLayer(source, name, provider)
    if valid and not layer.isValid():
        raise RuntimeError(f"{source} is not valid")
    return _added(project, layer, settings)


def add_raster(
    project: QgsProject, source: str, name: str, provider: str = "gdal", **settings: str
) -> QgsRasterLayer:
    return _added(project, QgsRasterLayer(source, name, provider), settings)


def _added(project: QgsProject, layer: QgsMapLayer, settings: dict[str, str]) -> Any:
    for key, value in settings.items():
        layer.setCustomProperty(f"QFieldSync/{key}", value)
    project.addMapLayer(layer)
    return layer


def set_widget(layer: QgsVectorLayer, field: str, widget: str, config: dict[str, Any] | None = None) -> None:
    layer.setEditorWidgetSetup(layer.fields().lookupField(field), QgsEditorWidgetSetup(widget, config or {}))


def add_relation(
    project: QgsProject, child: QgsVectorLayer, parent: QgsVectorLayer, /, **fields: str
) -> None:
    """`fields` are child field = parent field."""
    relation = QgsRelation()
    relation.setId(f"{child.name()}_{parent.name()}")
    relation.setName(f"{child.name()} of {parent.name()}")
    relation.setReferencingLayer(child.id())
    relation.setReferencedLayer(parent.id())
    for child_field, parent_field in fields.items():
        relation.addFieldPair(child_field, parent_field)
    relation.updateRelationStatus()
    if not relation.isValid():
        raise RuntimeError(relation.validationError())
    project.relationManager().addRelation(relation)


def make_raster(path: Path, driver: str = "GTiff", size: int = 16) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3857)
    memory = gdal.GetDriverByName("MEM").Create("", size, size, 3)
    memory.SetGeoTransform((770000, 10, 0, 5800000, 0, -10))
    memory.SetProjection(reference.ExportToWkt())
    for band in (1, 2, 3):
        memory.GetRasterBand(band).Fill(80 * band)
    gdal.GetDriverByName(driver).CreateCopy(str(path), memory)


@project
def survey(folder: Path) -> Path:
    """The ordinary case: areas, trees with a photo, visits as children, a species list, all wired together."""
    data = folder / "survey.gpkg"
    make_table(data, "areas", "Polygon", "uuid:text name:text", [
        ("POLYGON ((7 46, 7.2 46, 7.2 46.2, 7 46.2, 7 46))", {"uuid": "a1", "name": "North"}),
        ("POLYGON ((7.2 46, 7.4 46, 7.4 46.2, 7.2 46.2, 7.2 46))", {"uuid": "a2", "name": "South"}),
    ])  # fmt: skip
    make_table(data, "trees", "Point", "uuid:text area:text species:int height:real planted:date photo:text seen:datetime", [
        (f"POINT ({7.01 + i * 0.03} {46.05 + i * 0.01})",
         {"uuid": f"t{i}", "area": f"a{1 + i % 2}", "species": 1 + i % 3, "height": i * 1.5, "photo": f"DCIM/{i}.jpg"})
        for i in range(10)
    ])  # fmt: skip
    make_table(data, "visits", "None", "uuid:text tree:text note:text", [
        (None, {"uuid": f"v{i}", "tree": f"t{i % 10}", "note": f"visit {i}"}) for i in range(20)
    ])  # fmt: skip
    make_table(data, "species", "None", "code:int label:text", [
        (None, {"code": 1, "label": "Oak"}), (None, {"code": 2, "label": "Ash"}), (None, {"code": 3, "label": "Ülme"}),
    ])  # fmt: skip
    (folder / "DCIM").mkdir()
    (folder / "DCIM" / "1.jpg").write_bytes(_PNG)
    path = folder / "survey.qgz"
    with new_project(path, title="Tree survey") as project:
        areas = add_layer(project, f"{data}|layername=areas", "Areas")
        trees = add_layer(project, f"{data}|layername=trees", "Trees", cloud_action="offline")
        visits = add_layer(project, f"{data}|layername=visits", "Visits")
        species = add_layer(project, f"{data}|layername=species", "Species", cloud_action="no_action")
        set_widget(trees, "photo", "ExternalResource", {"DocumentViewer": 1, "RelativeStorage": 1})
        set_widget(trees, "species", "ValueRelation", {
            "Layer": species.id(), "LayerName": "Species", "LayerProviderName": "ogr", "LayerSource": species.source(),
            "Key": "code", "Value": "label", "AllowNull": True,
        })  # fmt: skip
        trees.setFieldAlias(trees.fields().lookupField("height"), "Height in metres")
        trees.setDefaultValueDefinition(
            trees.fields().lookupField("uuid"), QgsDefaultValue("uuid('WithoutBraces')")
        )
        trees.setDefaultValueDefinition(trees.fields().lookupField("seen"), QgsDefaultValue("now()", True))
        trees.setFieldConstraint(trees.fields().lookupField("species"), QgsFieldConstraints.ConstraintNotNull)
        add_relation(project, trees, areas, area="uuid")
        add_relation(project, visits, trees, tree="uuid")
        project.writeEntry("QFieldSync", "attachmentDirs", ["DCIM", "audio"])
        project.writeEntry("qfieldsync", "maximumImageWidthHeight", 1600)
        project.viewSettings().setDefaultViewExtent(
            QgsReferencedRectangle(QgsRectangle(7, 46, 7.4, 46.2), project.crs())
        )
    return path


@project
def fid_relations(folder: Path) -> Path:
    """Relations on fid, as many projects have them although they should not."""
    data = folder / "data.gpkg"
    make_table(data, "parents", "Point")
    make_table(data, "children", "None", "parent:int64 note:text", [
        (None, {"parent": 1 + i % 5, "note": str(i)}) for i in range(8)
    ])  # fmt: skip
    path = folder / "fid_relations.qgs"
    with new_project(path) as project:
        parents = add_layer(project, f"{data}|layername=parents", "parents")
        children = add_layer(project, f"{data}|layername=children", "children")
        add_relation(project, children, parents, parent="fid")
        set_widget(
            children, "parent", "RelationReference", {"Relation": "children_parents", "AllowNULL": True}
        )
    return path


@project
def keys(folder: Path) -> Path:
    """Every sort of primary key: the usual, another name, text, two columns, none, a view, names already taken."""
    data = folder / "keys.gpkg"
    for name, fid in (("usual", "fid"), ("other", "id"), ("upper", "FID"), ("comma", "a,b")):
        make_table(data, name, options=[f"FID={fid}"])
    make_table(data, "taken", fields="name:text fid_1:int FID_2:int")
    make_table(data, "seed")
    run_sql(
        data,
        "CREATE TABLE composite (a INTEGER NOT NULL, b INTEGER NOT NULL, name TEXT, PRIMARY KEY (a, b))",
        "INSERT INTO composite VALUES (1, 1, 'x'), (1, 2, 'y')",
        "CREATE TABLE text_key (code TEXT PRIMARY KEY NOT NULL, name TEXT)",
        "INSERT INTO text_key VALUES ('k1', 'x'), ('k2', 'y')",
        "CREATE TABLE keyless (name TEXT, size INTEGER)",
        "INSERT INTO keyless VALUES ('x', 1)",
        "CREATE VIEW seen AS SELECT fid, geom, name FROM seed",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('composite', 'attributes', 'composite'), "
        "('text_key', 'attributes', 'text_key'), ('keyless', 'attributes', 'keyless')",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('seen', 'features', 'seen', 4326)",
        "INSERT INTO gpkg_geometry_columns VALUES ('seen', 'geom', 'POINT', 4326, 0, 0)",
    )
    path = folder / "keys.qgz"
    with new_project(path) as project:
        for name in ("usual", "other", "upper", "comma", "taken", "composite", "text_key", "keyless", "seen"):
            add_layer(project, f"{data}|layername={name}", name, cloud_action="offline")
    return path


@project
def odd_names(folder: Path) -> Path:
    """Quotes, spaces, slashes in names, letters of other scripts, words of SQL; two files of one name in two folders."""
    names = ['say "hi"', "it's", "Bäume & Büsche", "select", "漢字", "a b  c", "100% [x]", "tab;le", "ёлка"]
    data = folder / "Daten – Übung" / "Bäume & 'Büsche'.gpkg"
    for name in names:
        make_table(data, name, fields="name:text order:int with~space:text ümlaut:text")
    other = folder / "other" / data.name
    make_table(other, "Bäume & Büsche", fields="name:text")
    path = folder / "Projekt – № 1 'a&b'.qgz"
    with new_project(path, title='<Übung> & "Test"') as project:
        for name in names:
            add_layer(project, f"{data}|layername={name}", f"layer {name}")
        add_layer(project, f"{other}|layername=Bäume & Büsche", "same name, other file")
        add_layer(project, f"{other}", "copied whole", cloud_action="no_action")
        project.layerTreeRoot().addGroup('Grüppe <1> & "2"')
    return path


@project
def actions(folder: Path) -> Path:
    """Each action for vectors and rasters, and everything that refers to layers that go: groups, themes, joins, order."""
    data = folder / "data.gpkg"
    for name in ("offline", "no_action", "copy", "keep_existent", "remove", "joined"):
        make_table(data, name, fields="name:text code:int")
    for name in ("keep.tif", "drop.tif"):
        make_raster(folder / name)
    path = folder / "actions.qgz"
    with new_project(path) as project:
        layers = {
            name: add_layer(project, f"{data}|layername={name}", name, cloud_action=name, action=name)
            for name in ("offline", "no_action", "copy", "keep_existent", "remove")
        }
        joined = add_layer(project, f"{data}|layername=joined", "joined")
        join = QgsVectorLayerJoinInfo()
        join.setJoinLayer(layers["remove"])
        join.setJoinFieldName("code")
        join.setTargetFieldName("code")
        joined.addJoin(join)
        add_relation(project, layers["remove"], layers["offline"], code="code")
        add_relation(project, layers["copy"], layers["offline"], code="code")
        add_raster(project, str(folder / "keep.tif"), "keep", cloud_action="no_action")
        add_raster(project, str(folder / "drop.tif"), "drop", cloud_action="remove", action="remove")
        root = project.layerTreeRoot()
        group = root.addGroup("emptied").addGroup("inner")
        node = root.findLayer(layers["remove"].id())
        group.addChildNode(node.clone())
        root.removeChildNode(node)
        root.addGroup("never filled")
        root.addGroup("kept").addLayer(joined)
        root.removeChildNode(root.findLayer(joined.id()))
        record = QgsMapThemeCollection.MapThemeRecord()
        for layer in layers.values():
            record.addLayerRecord(QgsMapThemeCollection.MapThemeLayerRecord(layer))
        project.mapThemeCollection().insert("everything", record)
        root.setHasCustomLayerOrder(True)
        root.setCustomLayerOrder(list(layers.values()))
        project.setEvaluateDefaultValues(True)
        project.setAutoTransaction(True)
    return path


@project
def filters(folder: Path) -> Path:
    """Subset strings: one, two of one table, none beside one, an SQL statement, and one that only OGR understands."""
    data = folder / "data.gpkg"
    rows = [(f"POINT ({i} {i})", {"name": f"n{i}", "size": i, "kind": "ab"[i % 2]}) for i in range(10)]
    for name in ("one", "two", "half", "statement", "foreign", "plain"):
        make_table(data, name, fields="name:text size:int kind:text", rows=rows)
    path = folder / "filters.qgz"
    with new_project(path) as project:
        for name, layer_name, subset in (
            ("one", "one", "\"size\" > 6 AND kind = 'a'"),
            ("two", "small", "size < 3"),
            ("two", "large", '"size" >= 8 OR "name" LIKE \'n5%\''),
            ("half", "half", "size < 3"),
            ("half", "whole", ""),
            ("statement", "statement", 'SELECT * FROM "statement" WHERE size < 4'),
            ("foreign", "foreign", "ST_MinX(geom) > 5"),
            ("plain", "plain", "fid IN (SELECT fid FROM one WHERE size = 2) | 0"),
        ):
            add_layer(
                project, f"{data}|layername={name}" + (f"|subset={subset}" if subset else ""), layer_name
            )
    return path


@project
def area(folder: Path) -> Path:
    """Only an area of interest: layers in two CRSs, children of what is inside, a lookup table, rows without a place."""
    data = folder / "data.gpkg"
    points = [(f"POINT ({7 + i * 0.1} 46.05)", {"uuid": f"p{i}", "plot": "q1" if 1 < i < 5 else "q2"}) for i in range(10)]
    make_table(data, "points", "Point", "uuid:text plot:text", [*points, (None, {"uuid": "nowhere"})])
    make_table(data, "lines", "LineString", "name:text", [
        ("LINESTRING (800000 5780000, 810000 5790000)", {"name": "inside"}),
        ("LINESTRING (100000 100000, 200000 200000)", {"name": "outside"}),
        ("LINESTRING (700000 5700000, 900000 5900000)", {"name": "across"}),
    ], crs=3857)  # fmt: skip
    make_table(data, "plots", "Polygon", "uuid:text name:text", [
        ("POLYGON ((7.15 46, 7.35 46, 7.35 46.1, 7.15 46.1, 7.15 46))", {"uuid": "q1", "name": "in"}),
        ("POLYGON ((8 47, 9 47, 9 48, 8 48, 8 47))", {"uuid": "q2", "name": "out"}),
    ])  # fmt: skip
    make_table(data, "samples", "Point", "point:text note:text", [
        ("POINT (20 50)", {"point": "p2", "note": "far away, but of p2"}),
        ("POINT (20 50)", {"point": "p9", "note": "far away"}),
    ])  # fmt: skip
    make_table(data, "notes", "None", "point:text", [(None, {"point": f"p{i}"}) for i in range(10)])
    path = folder / "area.qgz"
    with new_project(path) as project:
        point_layer = add_layer(project, f"{data}|layername=points", "points")
        add_layer(project, f"{data}|layername=lines", "lines")
        plots = add_layer(project, f"{data}|layername=plots", "plots")
        samples = add_layer(project, f"{data}|layername=samples", "samples")
        notes = add_layer(project, f"{data}|layername=notes", "notes")
        add_relation(project, samples, point_layer, point="uuid")
        add_relation(project, notes, point_layer, point="uuid")
        add_relation(project, point_layer, plots, plot="uuid")
        project.writeEntry("qfieldsync", "offlineCopyOnlyAoi", True)
        project.writeEntry(
            "qfieldsync", "areaOfInterest", "POLYGON((7.15 46, 7.35 46, 7.35 46.1, 7.15 46.1, 7.15 46))"
        )
        project.writeEntry("qfieldsync", "areaOfInterestCrs", "EPSG:4326")
    return path


@project
def rasters(folder: Path) -> Path:
    """Rasters with side-cars, of one name in two folders, in a GeoPackage, as tiles, and through a VRT."""
    make_raster(folder / "a" / "ortho.tif")
    make_raster(folder / "b" / "ortho.tif", size=32)
    make_raster(folder / "photo.png", "PNG")
    make_raster(folder / "raster.gpkg", "GPKG", size=256)
    make_raster(folder / "base.mbtiles", "MBTiles", size=256)
    gdal.BuildVRT(str(folder / "mosaic.vrt"), [str(folder / "a" / "ortho.tif")]).FlushCache()
    (folder / "photo.wld").write_text("10\n0\n0\n-10\n770000\n5800000\n")
    path = folder / "rasters.qgz"
    with new_project(path, crs="EPSG:3857") as project:
        for name in ("a/ortho.tif", "b/ortho.tif", "photo.png", "raster.gpkg", "base.mbtiles", "mosaic.vrt"):
            add_raster(project, str(folder / name), name)
        add_raster(project, f"type=mbtiles&url=file://{folder / 'base.mbtiles'}", "mbtiles by wms", "wms")
    return path


@project
def other_formats(folder: Path) -> Path:
    """Files that are no GeoPackages: some have a field fid, some have no key at all."""
    make_table(folder / "shape.shp", "shape", driver="ESRI Shapefile")
    make_table(folder / "with_fid.geojson", "with_fid", fields="fid:int name:text", driver="GeoJSON", rows=[
        (f"POINT ({i} {i})", {"fid": i, "name": f"n{i}"}) for i in range(3)
    ])  # fmt: skip
    make_table(folder / "plain.geojson", "plain", driver="GeoJSON")
    make_table(folder / "lite.sqlite", "lite", driver="SQLite")
    (folder / "table.csv").write_text("fid,name,x,y\n1,one,7,46\n2,two,7.1,46.1\n")
    path = folder / "other_formats.qgz"
    with new_project(path) as project:
        for name in ("shape.shp", "with_fid.geojson", "plain.geojson", "lite.sqlite"):
            add_layer(project, str(folder / name), name)
        add_layer(project, f"{folder / 'table.csv'}|layername=table", "csv by ogr")
        add_layer(
            project,
            f"file://{folder / 'table.csv'}?type=csv&xField=x&yField=y&crs=EPSG:4326",
            "csv by text",
            "delimitedtext",
        )
    return path


@project
def online(folder: Path) -> Path:
    """Sources that are no files: tiles, WFS, PostgreSQL, a temporary layer, a virtual layer."""
    data = folder / "data.gpkg"
    make_table(data, "points")
    path = folder / "online.qgz"
    with new_project(path) as project:
        points = add_layer(project, f"{data}|layername=points", "points")
        add_raster(
            project,
            "type=xyz&url=https://tiles.invalid/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=19&zmin=0",
            "tiles",
            "wms",
        )
        add_layer(
            project,
            "dbname='survey' host=localhost port=1 user='u' key='id' table=\"public\".\"t\" (geom)",
            "postgres",
            "postgres",
            valid=False,
        )
        add_layer(
            project, "url='https://wfs.invalid/' typename='a' version='auto'", "wfs", "WFS", valid=False
        )
        add_layer(project, "Point?crs=EPSG:4326&field=name:string", "temporary", "memory")
        add_layer(project, f'?query=SELECT * FROM "{points.id()}"', "virtual", "virtual", valid=False)
    return path


@project
def symbols(folder: Path) -> Path:
    """Pictures that the project draws with: SVG markers, a decoration, a layout's picture, a label's background."""
    data = folder / "data.gpkg"
    make_table(data, "points")
    for name, content in (("svg/tree.svg", _SVG), ("images/logo.png", _PNG), ("images/layout.png", _PNG)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    path = folder / "symbols.qgz"
    with new_project(path) as project:
        layer = add_layer(project, f"{data}|layername=points", "points")
        marker = QgsSvgMarkerSymbolLayer(str(folder / "svg" / "tree.svg"), 6)
        layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol([marker])))
        project.writeEntry("Image", "/ImagePath", "./images/logo.png")
        project.writeEntry("Image", "/Enabled", True)
        layout = QgsPrintLayout(project)
        layout.setName("A4")
        layout.initializeDefaults()
        picture = QgsLayoutItemPicture(layout)
        picture.setPicturePath(str(folder / "images" / "layout.png"))
        layout.addLayoutItem(picture)
        item = QgsLayoutItemMap(layout)
        item.setLayers([layer])
        layout.addLayoutItem(item)
        project.layoutManager().addLayout(layout)
    return path


@project
def companions(folder: Path) -> Path:
    """What lies beside a project and belongs to it: plugin, translations, auxiliary storage, data folders."""
    data = folder / "data.gpkg"
    make_table(data, "points")
    (folder / "companions.qml").write_text("import QtQuick\nItem {}\n")
    for name in ("companions_de.qm", "companions_pt_BR.qm", "other_de.qm", "companions_attachments.zip"):
        (folder / name).write_bytes(b"\x3c\xb8\x64\x18")
    for name in ("lists/a.csv", "lists/deep/b.txt", "lists/old.qgs", "unused/c.txt", "DCIM/1.jpg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    path = folder / "companions.qgs"
    with new_project(path) as project:
        add_layer(project, f"{data}|layername=points", "points")
        project.writeEntry("QFieldSync", "dataDirs", ["lists"])
    (folder / "companions.qgd").write_bytes(b"auxiliary")
    return path


@project
def embedded(folder: Path) -> Path:
    """A group that lives in another project."""
    data = folder / "data.gpkg"
    for name in ("first", "second", "own"):
        make_table(data, name)
    other = folder / "library" / "library.qgs"
    with new_project(other) as project:
        add_layer(project, f"{data}|layername=first", "first")
        second = add_layer(project, f"{data}|layername=second", "second")
        group = project.layerTreeRoot().addGroup("shared group")
        group.addLayer(second)
        project.layerTreeRoot().removeChildNode(project.layerTreeRoot().findLayer(second.id()))
    path = folder / "embedded.qgz"
    with new_project(path) as project:
        add_layer(project, f"{data}|layername=own", "own")
        project.layerTreeRoot().addChildNode(project.createEmbeddedGroup("shared group", str(other), []))
    return path


@project
def localized(folder: Path) -> Path:
    """Shared data that every device keeps for itself."""
    make_table(folder / "data.gpkg", "points")
    path = folder / "localized.qgs"
    with new_project(path) as project:
        add_layer(project, f"{folder / 'data.gpkg'}|layername=points", "points")
        add_layer(project, f"{folder / 'data.gpkg'}|layername=points", "shared")
    text = path.read_text("utf-8")
    source = "<datasource>./data.gpkg|layername=points</datasource>"
    head, tail = text.rsplit(source, 1)
    path.write_text(
        f"{head}<datasource>localized:shared/data.gpkg|layername=points</datasource>{tail}", "utf-8"
    )
    return path


@project
def geometries(folder: Path) -> Path:
    """All geometry types, Z and M, NULL and empty ones, mixed in one table, and tables without."""
    data = folder / "data.gpkg"
    samples = {
        "Point25D": "POINT Z (1 2 3)", "PointM": "POINT M (1 2 4)", "PointZM": "POINT ZM (1 2 3 4)",
        "MultiPoint": "MULTIPOINT ((1 1), (2 2))", "LineString": "LINESTRING (0 0, 1 1)",
        "MultiLineString": "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", "Polygon": "POLYGON ((0 0, 1 0, 1 1, 0 0))",
        "MultiPolygon": "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))", "CircularString": "CIRCULARSTRING (0 0, 1 1, 2 0)",
        "CurvePolygon": "CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))",
        "MultiSurface": "MULTISURFACE (((0 0, 1 0, 1 1, 0 0)))", "GeometryCollection": "GEOMETRYCOLLECTION (POINT (1 1))",
    }  # fmt: skip
    for kind, wkt in samples.items():
        make_table(data, kind.lower(), kind, "name:text", [(wkt, {"name": kind}), (None, {"name": "null"})])
    make_table(data, "mixed", "Unknown", "name:text", [
        ("POINT (1 1)", {"name": "p"}), ("LINESTRING (0 0, 1 1)", {"name": "l"}), ("POLYGON EMPTY", {"name": "e"}),
    ])  # fmt: skip
    make_table(data, "types", "None", "i:int l:int64 r:real t:text d:date dt:datetime ti:time b:binary", [
        (None, {"i": 1, "l": 1 << 40, "r": 1.5, "t": "x", "d": "2024/02/29", "dt": "2024/02/29 10:00:00"}),
    ])  # fmt: skip
    path = folder / "geometries.qgz"
    with new_project(path) as project:
        for kind in samples:
            add_layer(project, f"{data}|layername={kind.lower()}", kind)
        add_layer(project, f"{data}|layername=mixed|geometrytype=Point", "mixed points")
        add_layer(project, f"{data}|layername=mixed|geometrytype=LineString", "mixed lines")
        add_layer(project, f"{data}|layername=types", "types")
    return path


@project
def locks(folder: Path) -> Path:
    """Read-only, private and locked layers keep what they are."""
    data = folder / "data.gpkg"
    for name in ("read_only", "private", "locked"):
        make_table(data, name)
    path = folder / "locks.qgz"
    with new_project(path) as project:
        add_layer(project, f"{data}|layername=read_only", "read_only").setReadOnly(True)
        private = add_layer(project, f"{data}|layername=private", "private")
        private.setFlags(private.flags() | QgsMapLayer.LayerFlag(8))
        add_layer(
            project, f"{data}|layername=locked", "locked",
            is_geometry_locked="true", feature_addition_locked_expression="@map_scale > 1000 & \"x\" < 'y'",
        )  # fmt: skip
    return path


@project
def absolute(folder: Path) -> Path:
    """Absolute paths, a preset home and a file outside of the project's folder."""
    inside, outside = folder / "project" / "data.gpkg", folder / "elsewhere" / "far.gpkg"
    make_table(inside, "points")
    make_table(outside, "far")
    make_raster(folder / "elsewhere" / "far.tif")
    path = folder / "project" / "absolute.qgs"
    with new_project(path) as project:
        project.writeEntryBool("Paths", "/Absolute", True)
        add_layer(project, f"{inside}|layername=points", "points")
        add_layer(project, f"{outside}|layername=far", "far")
        add_raster(project, str(folder / "elsewhere" / "far.tif"), "far raster", cloud_action="no_action")
        project.setPresetHomePath(str(folder))
    return path


@project
def subfolder(folder: Path) -> Path:
    """The project file lies deeper than its data."""
    make_table(folder / "data" / "points.gpkg", "points")
    make_raster(folder / "data" / "ortho.tif")
    make_raster(folder / "qgis" / "near.tif")
    path = folder / "qgis" / "subfolder.qgs"
    with new_project(path) as project:
        add_layer(project, f"{folder / 'data' / 'points.gpkg'}|layername=points", "points")
        add_raster(project, str(folder / "data" / "ortho.tif"), "ortho")
        add_raster(project, str(folder / "qgis" / "near.tif"), "near")
    return path


@project
def large_table(folder: Path) -> Path:
    """One table large enough for a GeoPackage of its own, beside small ones."""
    data = folder / "data.gpkg"
    make_table(data, "large", fields="name:text", rows=[
        (f"POINT ({i % 360 - 180} {i // 360 % 170 - 85})", {"name": f"point number {i}"}) for i in range(30_000)
    ])  # fmt: skip
    make_table(data, "small")
    path = folder / "large_table.qgz"
    with new_project(path) as project:
        add_layer(project, f"{data}|layername=large", "large")
        add_layer(project, f"{data}|layername=small", "small")
    return path


@project
def constraints(folder: Path) -> Path:
    """NOT NULL, UNIQUE and DEFAULT in the GeoPackage, generated columns, value lists, JSON."""
    data = folder / "data.gpkg"
    make_table(data, "seed")
    run_sql(
        data,
        "CREATE TABLE strict (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, code TEXT NOT NULL UNIQUE, "
        "state TEXT NOT NULL DEFAULT 'new', amount INTEGER DEFAULT 7, made DATETIME DEFAULT CURRENT_TIMESTAMP, "
        "doubled INTEGER GENERATED ALWAYS AS (amount * 2) STORED, extra TEXT CHECK (extra <> 'bad'))",
        "INSERT INTO strict (code, extra) VALUES ('a', 'x'), ('b', NULL)",
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('strict', 'attributes', 'strict')",
    )
    path = folder / "constraints.qgz"
    with new_project(path) as project:
        add_layer(project, f"{data}|layername=strict", "strict")
        set_widget(
            project.mapLayersByName("strict")[0],
            "state",
            "ValueMap",
            {"map": [{"New": "new"}, {"Old": "old"}]},
        )
    return path


@project
def broken(folder: Path) -> Path:
    """Files that are missing, that are something else, and tables that are gone."""
    data = folder / "data.gpkg"
    for name in ("good", "gone"):
        make_table(data, name)
    make_table(folder / "missing.gpkg", "points")
    make_table(folder / "fake.gpkg", "points")
    make_raster(folder / "missing.tif")
    path = folder / "broken.qgz"
    with new_project(path) as project:
        add_layer(project, f"{data}|layername=good", "good")
        add_layer(project, f"{data}|layername=gone", "gone")
        add_layer(project, f"{folder / 'missing.gpkg'}|layername=points", "missing")
        add_layer(project, f"{folder / 'fake.gpkg'}|layername=points", "fake")
        add_raster(project, str(folder / "missing.tif"), "missing raster")
    run_sql(data, "DROP TABLE gone")
    for name in ("missing.gpkg", "missing.tif"):
        (folder / name).unlink()
    (folder / "fake.gpkg").write_bytes(b"This is not a GeoPackage." * 100)
    return path


def make_projects(folder: Path, names: list[str] | None = None) -> dict[str, Path]:
    """Make the projects below `folder`, one folder each; needs a running QgsApplication."""
    made = {}
    for name in names or list(PROJECTS):
        target = folder / name
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        made[name] = PROJECTS[name](target)
    return made


def main() -> None:
    application = QgsApplication([], False)
    application.initQgis()
    made = make_projects(Path(sys.argv[1]), sys.argv[2:] or None)
    print(json.dumps({name: str(path) for name, path in made.items()}, indent=1, ensure_ascii=False))
    QgsProject.instance().clear()
    application.exitQgis()


if __name__ == "__main__":
    main()
