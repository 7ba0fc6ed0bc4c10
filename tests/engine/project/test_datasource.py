# SPDX-License-Identifier: GPL-2.0-or-later
"""Data source strings as QGIS writes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.project.datasource import parse_datasource, resolve_file


@pytest.mark.parametrize(
    ("provider", "raw", "path", "table", "subset"),
    [
        ("ogr", "./data.gpkg|layername=trees", "./data.gpkg", "trees", ""),
        ("ogr", "./data.gpkg", "./data.gpkg", "", ""),
        ("ogr", "./data.gpkg|layerid=2", "./data.gpkg", "", ""),
        ("ogr", "d.gpkg|layername=a|subset=\"x\" = 'a|b'", "d.gpkg", "a", "\"x\" = 'a|b'"),
        ("ogr", "d.gpkg|layername=a|subset=x = 1\nOR y|geometrytype=Point", "d.gpkg", "a", "x = 1\nOR y"),
        ("ogr", "d.gpkg|layername=a|geometrytype=PointZ|uniqueGeometryType=yes", "d.gpkg", "a", ""),
        ("ogr", "/vsizip/./shapes.zip/dir/a.shp|layername=a", "./shapes.zip", "a", ""),
        ("ogr", "/vsicurl/https://x.org/a.gpkg|layername=a", "", "", ""),
        ("ogr", "https://x.org/a.geojson", "", "", ""),
        ("ogr", "PG:dbname=x", "", "", ""),
        ("gdal", "./a/ortho.tif", "./a/ortho.tif", "", ""),
        ("gdal", "GPKG:./r.gpkg:tiles", "./r.gpkg", "tiles", ""),
        ("gdal", "GPKG:C:/data/r.gpkg:tiles", "C:/data/r.gpkg", "tiles", ""),
        ("gdal", 'NETCDF:"./n.nc":t2m', "./n.nc", "", ""),
        ("gdal", "<GDAL_WMS/>", "", "", ""),
        ("delimitedtext", "file:./a%20b.csv?type=csv&subset=x%3D1&crs=EPSG:4326", "./a b.csv", "", "x=1"),
        ("delimitedtext", "file:///home/u/a.csv?type=csv", "/home/u/a.csv", "", ""),
        ("delimitedtext", "file:///C:/a.csv?type=csv", "C:/a.csv", "", ""),
        ("spatialite", 'dbname=\'./a.sqlite\' table="t""x" (geom) sql=x > 1', "./a.sqlite", 't"x', "x > 1"),
        ("wms", "crs=EPSG:3857&type=mbtiles&url=file:./base.mbtiles", "./base.mbtiles", "", ""),
        ("wms", "type=xyz&url=https://a.org/%7Bz%7D.png", "", "", ""),
        ("vectortile", "type=mbtiles&url=./v.mbtiles", "./v.mbtiles", "", ""),
        ("mbtilesvectortiles", "type=mbtiles&url=./v.mbtiles", "./v.mbtiles", "", ""),
        ("vtpkvectortiles", "type=vtpk&url=./v.vtpk", "./v.vtpk", "", ""),
        ("xyzvectortiles", "type=xyz&url=https://example.org/{z}/{x}/{y}.pbf", "", "", ""),
        ("postgres", 'dbname=\'x\' host=y table="a"."b"', "", "", ""),
        ("memory", "Point?crs=EPSG:4326&field=a", "", "", ""),
        ("gpx", "./t.gpx?type=waypoint", "./t.gpx", "", ""),
    ],
)
def test_file_table_and_filter_are_found(provider, raw, path, table, subset):
    source = parse_datasource(raw, provider)
    assert (source.path, source.table, source.subset) == (path, table, subset)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("localized:base/world.gpkg|layername=a", "base/world.gpkg"),
        ("file:localized:a.csv?type=csv", "a.csv"),
        ("type=mbtiles&url=file:localized:tiles.mbtiles", "tiles.mbtiles"),
        ("type=xyz&url=localized:x.mbtiles&zmax=3", "x.mbtiles"),
    ],
)
def test_shared_data_is_recognised(raw, name):
    source = parse_datasource(raw, "ogr")
    assert source.is_localized
    assert source.localized == name
    assert not source.is_file


_NAMES = st.text(st.characters(blacklist_characters="|\0\r\n", blacklist_categories=("Cs",)), min_size=1)


@given(path=_NAMES, table=_NAMES, subset=st.text(st.characters(blacklist_categories=("Cs",)), max_size=20))
def test_pointing_a_source_elsewhere_keeps_all_the_rest(path, table, subset):
    raw = f"./{path}|layername={table}" + (f"|subset={subset}" if subset else "")
    before = parse_datasource(raw, "ogr")
    after = parse_datasource(before.with_path("./new.gpkg"), "ogr")
    assert after.path == "./new.gpkg"
    assert (after.table, after.subset) == (before.table, before.subset)
    assert before.with_path(before.path) == raw


def test_percent_encoded_sources_stay_encoded():
    source = parse_datasource("file:./a.csv?type=csv", "delimitedtext")
    assert source.with_path("./ü x.csv") == "file:./%C3%BC%20x.csv?type=csv"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("./a.gpkg", "/p/a.gpkg"),
        ("../b/a.gpkg", "/b/a.gpkg"),
        ("sub/../../../etc/passwd", "/etc/passwd"),
        ("/abs/a.gpkg", "/abs/a.gpkg"),
        ("", None),
        ("a\0b", None),
        ("C:\\x\\a.gpkg", None),
        ("//server/share/a.gpkg", "//server/share/a.gpkg"),
    ],
)
def test_paths_resolve_from_the_projects_folder(path, expected):
    assert resolve_file(path, Path("/p")) == (Path(expected) if expected else None)
