# SPDX-License-Identifier: GPL-2.0-or-later
"""What the corpus is made of: tables, rasters, layers and projects, by OGR and QGIS themselves."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Callable

from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsEditorWidgetSetup,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsRelation,
    QgsVectorLayer,
)

gdal.UseExceptions()
ogr.UseExceptions()

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="6"/></svg>'
PNG = base64.b64decode(
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
    rows: Sequence[tuple[str | None, dict[str, Any]]] | None = None,
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
