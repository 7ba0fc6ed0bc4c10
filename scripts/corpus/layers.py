# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects about layers: actions, formats, online sources, permissions, and sources that are broken."""

from __future__ import annotations

import shutil
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsMapLayer, QgsMapThemeCollection, QgsVectorLayerJoinInfo, QgsVectorTileLayer

from .making import (
    add_layer,
    add_raster,
    add_relation,
    make_raster,
    make_table,
    new_project,
    project,
    run_sql,
)


@project
def actions(folder: Path) -> Path:
    """Each action for vectors and rasters, and all that refers to layers that go: groups, themes, joins, order."""
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
def rasters(folder: Path) -> Path:
    """Rasters with side-cars, of one name in two folders, in a GeoPackage, as tiles, through a VRT, and as ECW."""
    make_raster(folder / "a" / "ortho.tif")
    make_raster(folder / "b" / "ortho.tif", size=32)
    make_raster(folder / "photo.png", "PNG")
    # QField looks at the name.
    shutil.copyfile(folder / "photo.png", folder / "photo.ECW")
    make_raster(folder / "raster.gpkg", "GPKG", size=256)
    make_raster(folder / "base.mbtiles", "MBTiles", size=256)
    gdal.BuildVRT(str(folder / "mosaic.vrt"), [str(folder / "a" / "ortho.tif")]).FlushCache()
    (folder / "photo.wld").write_text("10\n0\n0\n-10\n770000\n5800000\n")
    path = folder / "rasters.qgz"
    with new_project(path, crs="EPSG:3857") as project:
        for name in (
            "a/ortho.tif",
            "b/ortho.tif",
            "photo.png",
            "raster.gpkg",
            "base.mbtiles",
            "mosaic.vrt",
            "photo.ECW",
        ):
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
def delimited_text(folder: Path) -> Path:
    """Text files as people have them: points and WKT, other delimiters, encodings and decimals, broken rows."""
    (folder / "trees.csv").write_text(
        'fid,name,height,day,code,x,y\n7,"oak, ""old""",1.5,2024-02-29,007,7.5,46.25\n'
        '9,"two\nlines",,,12,7.75,46.5\n11,nowhere,2,2024-03-01,1,,\n12,lost,3,2024-03-01,2,west,46\n',
        "utf-8",
    )
    (folder / "stops é.txt").write_bytes(
        "made by a machine\n\nFID\tname\teast\tnorth\tup\tlength\n"
        "1\tGrüße\t2600000,5\t1200000\t500,25\t3,5\n2\tÉté\t2600010\t1200010,25\t0\t\n".encode("cp1252")
    )
    (folder / "plots.csv").write_text(
        "\ufefffid;shape;owner\r\n1;POLYGON((0 0, 4 0, 4 4, 0 0));Anna\r\n"
        '2;"SRID=4326;POLYGON((2 2, 3 2, 3 3, 2 2))";Ben\r\n'
        "3;MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)),((5 5, 6 5, 6 6, 5 5)));\r\n"
        "4;;without\r\n5;POINT(1 2);a point\r\n6;nonsense;broken\r\n",
        "utf-8",
    )
    (folder / "list.csv").write_text("fid,what,many\n1,a,10\n2,,\n3,c,x\n", "utf-8")
    (folder / "no_key.csv").write_text("nr,what\n1,a\n", "utf-8")
    (folder / "twice.csv").write_text("fid,what\n1,a\n1,b\n", "utf-8")
    (folder / "visits.csv").write_text(
        "fid,day,clock,seen,said\n1,2024/02/29,12:30,2024-02-29 12:30,007\n2,,,,\n"
        "3,2024-03-01,09:15:30.250,2024-03-01T09:15:30.250,1\n",
        "utf-8",
    )
    (folder / "visits.csvt").write_text('"Integer","Date","Time","DateTime","String(10)"\n', "utf-8")
    path = folder / "delimited_text.qgz"
    with new_project(path) as project:
        for name, file, said in (
            ("trees", "trees.csv", "type=csv&xField=x&yField=y&crs=EPSG:4326"),
            (
                "stops", "stops%20%C3%A9.txt",
                "type=csv&delimiter=%5Ct&skipLines=2&decimalPoint=,&xField=east&yField=north&zField=up&crs=EPSG:2056"
                "&encoding=windows-1252",
            ),
            ("plots", "plots.csv", "type=csv&delimiter=;&wktField=shape&geomType=polygon&crs=EPSG:4326"),
            ("list", "list.csv", "type=csv&geomType=none"),
            ("visits", "visits.csv", "type=csv&geomType=none"),
            ("as text", "list.csv", "type=csv&geomType=none&detectTypes=no"),
            ("no key", "no_key.csv", "type=csv&geomType=none"),
            ("twice", "twice.csv", "type=csv&geomType=none"),
        ):  # fmt: skip
            layer = add_layer(project, f"file://{folder}/{file}?{said}", name, "delimitedtext")
            if name == "stops":
                layer.setProviderEncoding("windows-1252")
    return path


@project
def online(folder: Path) -> Path:
    """Sources that are no files: tiles, vector tiles, WFS, PostgreSQL, a temporary layer, a virtual layer."""
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
        tiles = "type=xyz&url=https://tiles.invalid/%7Bz%7D/%7Bx%7D/%7By%7D.pbf&zmax=14&zmin=0"
        project.addMapLayer(QgsVectorTileLayer(tiles, "vector tiles"))
        add_layer(project, f'?query=SELECT * FROM "{points.id()}"', "virtual", "virtual", valid=False)
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
def localized(folder: Path) -> Path:
    """Shared data that every device keeps for itself."""
    make_table(folder / "data.gpkg", "points")
    make_raster(folder / "base.mbtiles", "MBTiles", size=256)
    path = folder / "localized.qgs"
    with new_project(path) as project:
        add_layer(project, f"{folder / 'data.gpkg'}|layername=points", "points")
        add_layer(project, f"{folder / 'data.gpkg'}|layername=points", "shared")
        add_raster(project, str(folder / "base.mbtiles"), "shared tiles")
    text = path.read_text("utf-8").replace(
        "<datasource>./base.mbtiles</datasource>", "<datasource>localized:shared/base.mbtiles</datasource>"
    )
    source = "<datasource>./data.gpkg|layername=points</datasource>"
    head, tail = text.rsplit(source, 1)
    path.write_text(
        f"{head}<datasource>localized:shared/data.gpkg|layername=points</datasource>{tail}", "utf-8"
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
