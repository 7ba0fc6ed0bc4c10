# SPDX-License-Identifier: GPL-2.0-or-later
"""Packaging as QGIS's own API does it: export every layer, repoint it, write the project. Prints seconds and memory.

Run it with .venv-qgis; `bench_packaging.py` compares against it. `make FOLDER` makes the project for that.
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

# Ten layers of 500,000 rows together, as projects are: a few large ones to look at, small ones to edit.
ROWS = (150_000, 120_000, 80_000, 50_000, 40_000, 25_000, 15_000, 10_000, 6_000, 4_000)
_FIELDS = [
    "name:string(50)",
    "code:string(10)",
    "a:integer",
    "b:integer(18)",
    "x:double",
    "y:double",
    "d:date",
    "t:datetime",
]


def make(folder: Path) -> None:
    """Points, lines and polygons with eight attributes, in one GeoPackage."""
    rng = random.Random(1)
    path = folder / "data.gpkg"
    project = QgsProject.instance()
    for number, rows in enumerate(ROWS):
        kind = ("Point", "Polygon", "LineString")[number % 3]
        _make_layer(path, f"layer{number}", kind, rows, rng)
        project.addMapLayer(QgsVectorLayer(f"{path}|layername=layer{number}", f"layer{number}", "ogr"))
    project.write(str(folder / "large.qgs"))


def _make_layer(path: Path, name: str, kind: str, rows: int, rng: random.Random) -> None:
    template = QgsVectorLayer(
        f"{kind}?crs=EPSG:3857&" + "&".join(f"field={item}" for item in _FIELDS), name, "memory"
    )
    options = _options(name, path)
    context = QgsProject.instance().transformContext()
    writer = QgsVectorFileWriter.create(
        str(path), template.fields(), template.wkbType(), template.crs(), context, options
    )
    for number in range(rows):
        x, y = rng.random() * 1e6, rng.random() * 1e6
        feature = QgsFeature(template.fields())
        feature.setGeometry(_geometry(kind, x, y))
        feature.setAttributes([f"name {number}", f"c{number % 100}", number, number * 1000, x, y, None, None])
        writer.addFeature(feature, QgsFeatureSink.FastInsert)
    del writer


def _geometry(kind: str, x: float, y: float) -> QgsGeometry:
    if kind == "Point":
        return QgsGeometry.fromPointXY(QgsPointXY(x, y))
    if kind == "Polygon":
        return QgsGeometry.fromRect(QgsRectangle(x, y, x + 50, y + 50))
    return QgsGeometry.fromPolylineXY([QgsPointXY(x + 10 * step, y + step * step) for step in range(8)])


def _options(name: str, path: Path) -> QgsVectorFileWriter.SaveVectorOptions:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    options.layerOptions = ["SPATIAL_INDEX=YES"]
    options.actionOnExistingFile = (
        QgsVectorFileWriter.CreateOrOverwriteLayer
        if path.exists()
        else QgsVectorFileWriter.CreateOrOverwriteFile
    )
    return options


def package(source: Path, folder: Path) -> None:
    project = QgsProject.instance()
    project.read(str(source))
    target = folder / "data.gpkg"
    for layer in project.mapLayers().values():
        options = _options(layer.name(), target)
        options.layerOptions = [*options.layerOptions, "FID=fid_1"]
        error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, str(target), project.transformContext(), options
        )
        if error:
            raise RuntimeError(message)
        layer.setDataSource(f"{target}|layername={layer.name()}", layer.name(), "ogr")
    project.write(str(folder / "large_qfield.qgz"))


def main() -> None:
    application = QgsApplication([], False)
    application.initQgis()
    started = time.perf_counter()
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]))
    else:
        package(Path(sys.argv[1]), Path(sys.argv[2]))
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
    QgsProject.instance().clear()
    application.exitQgis()


if __name__ == "__main__":
    main()
