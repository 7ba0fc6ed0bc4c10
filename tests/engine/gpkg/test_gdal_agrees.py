# SPDX-License-Identifier: GPL-2.0-or-later
"""GDAL, with which QGIS and QField read, sees after an apply what is there: count, extent, schema, spatial index."""

from __future__ import annotations

import math
import random
import shutil
import sqlite3
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

import pytest
from hypothesis import given

from qfieldcloud_plugin.engine.gpkg import apply, connect, diff, read_schema
from qfieldcloud_plugin.engine.gpkg.geometry import Envelope, geometry_blob, wkb
from qfieldcloud_plugin.engine.gpkg.sql import quoted
from qfieldcloud_plugin.engine.gpkg.wkt import wkt_to_wkb

from .making import add_layer, make_geopackage, point
from .states import Edit, edited_copy, edits, make_base

pyogrio = pytest.importorskip("pyogrio", reason="needs GDAL")
pytestmark = pytest.mark.filterwarnings("ignore:Field format")  # a column without a type, as SQLite allows
WORLD = Path("/usr/share/qgis/resources/data/world_map.gpkg")


def boxes_of(path: Path, table: str, key: str, geometry: str) -> Dict[int, Envelope]:
    """By our own reading of every row."""
    connection = connect(path, write=True)
    column = quoted(geometry)
    rows = connection.execute(
        f"SELECT {quoted(key)}, ST_MinX({column}), ST_MaxX({column}), ST_MinY({column}), ST_MaxY({column}) "
        f"FROM {quoted(table)} WHERE ST_IsEmpty({column}) = 0"
    ).fetchall()
    connection.close()
    return {row[0]: row[1:] for row in rows}


def around(boxes: Dict[int, Envelope]) -> Optional[Tuple[float, ...]]:
    if not boxes:
        return None
    low_x, high_x, low_y, high_y = zip(*boxes.values())
    return min(low_x), min(low_y), max(high_x), max(high_y)


def check(path: Path, *, tight: bool = True) -> None:
    connection = connect(path)
    tables = [table for table in read_schema(connection) if table.geometry is not None and table.integer_key]
    counts = {
        table.name: connection.execute(f"SELECT count(*) FROM {quoted(table.name)}").fetchone()[0]
        for table in tables
    }
    connection.close()
    layers = {name for name, _ in pyogrio.list_layers(path)}
    for table in tables:
        assert table.name in layers
        info = pyogrio.read_info(path, layer=table.name, force_feature_count=False, force_total_bounds=False)
        assert info["features"] == counts[table.name]
        columns = set(table.stored_columns) - {table.key[0], table.geometry.name}
        assert set(info["fields"]) == columns
        assert info["fid_column"] == table.key[0]
        assert info["geometry_name"] == table.geometry.name
        boxes = boxes_of(path, table.name, table.key[0], table.geometry.name)
        extent = around(boxes)
        if tight and table.rtree is not None and extent is not None:
            assert tuple(info["total_bounds"]) == extent
        check_filter(path, table.name, boxes, extent)


def check_filter(
    path: Path, layer: str, boxes: Dict[int, Envelope], extent: Optional[Tuple[float, ...]]
) -> None:
    """What a window finds by the spatial index is what a look at every feature finds."""
    if extent is None or any(map(math.isinf, extent)):
        return
    chance = random.Random(len(boxes))
    for _ in range(3):
        x, y = chance.uniform(extent[0], extent[2]), chance.uniform(extent[1], extent[3])
        width, height = chance.random() * (extent[2] - extent[0]), chance.random() * (extent[3] - extent[1])
        window = (x, y, x + width, y + height)
        fids, _ = pyogrio.read_bounds(path, layer=layer, bbox=window)
        assert all(touches(boxes[fid], window) for fid in fids.tolist())
        points = {
            fid
            for fid, box in boxes.items()
            if box[0] == box[1] and box[2] == box[3] and touches(box, window)
        }
        assert points <= set(fids.tolist())


def touches(box: Envelope, window: Tuple[float, float, float, float]) -> bool:
    return box[0] <= window[2] and box[1] >= window[0] and box[2] <= window[3] and box[3] >= window[1]


@pytest.mark.fuzz
@given(start=edits(), later=edits())
def test_gdal_agrees_after_every_apply(tmp_path_factory: Any, start: List[Edit], later: List[Edit]) -> None:
    at = tmp_path_factory.mktemp("gdal")
    make_base(at / "empty.gpkg", [])
    edited_copy(at / "empty.gpkg", at / "a.gpkg", start)
    edited_copy(at / "a.gpkg", at / "b.gpkg", later)
    target = shutil.copy(at / "empty.gpkg", at / "target.gpkg")
    apply(diff(target, at / "a.gpkg"), target)
    check(target)
    before, changes = extent_of(target), diff(target, at / "b.gpkg")
    apply(changes, target)
    check(target)
    apply(changes.invert(), target)
    check(target)
    assert extent_of(target) == before


def extent_of(path: Path) -> Any:
    connection = connect(path)
    rows = connection.execute("SELECT table_name, min_x, min_y, max_x, max_y FROM gpkg_contents").fetchall()
    connection.close()
    return rows


@pytest.mark.skipif(not WORLD.exists(), reason="needs QGIS's world map")
def test_gdal_agrees_on_a_real_geopackage(tmp_path: Path) -> None:
    base, other, target = (Path(shutil.copy(WORLD, tmp_path / f"{name}.gpkg")) for name in ("a", "b", "c"))
    connection = connect(other, write=True)
    for table in [table for table in read_schema(connection) if table.geometry is not None]:
        name, key, geometry = quoted(table.name), quoted(table.key[0]), quoted(table.geometry.name)
        connection.execute(f"DELETE FROM {name} WHERE {key} % 3 = 0")
        other_geometry = f"(SELECT {geometry} FROM {name} ORDER BY {key} DESC LIMIT 1)"
        connection.execute(f"UPDATE {name} SET {geometry} = {other_geometry} WHERE {key} % 3 = 1")
    connection.close()
    changes = diff(base, other)
    assert len(changes)
    apply(changes, target)
    check(target, tight=False)
    apply(changes.invert(), target)
    check(target, tight=False)
    assert not diff(base, target)


@pytest.mark.parametrize(
    "text",
    [
        "LineStringZ (0 0 1, 2 2 3)",
        "MultiPolygonZ (((0 0 1, 1 0 2, 1 1 1, 0 0 1)))",
        "GeometryCollectionZ (PointZ (1 2 3))",
        "PointZ (1 2 3)",
        "LineString (0 0, 1 1)",
        "LineString EMPTY",
        "Point EMPTY",
    ],
)
def test_geometries_get_the_header_that_gdal_writes(tmp_path: Path, text: str) -> None:
    import numpy

    body, path = wkt_to_wkb(text), tmp_path / "made.gpkg"
    kind = text.split(" ")[0].replace("Z", " Z")
    options = {"field_data": [], "fields": [], "geometry_type": kind, "crs": "EPSG:4326", "layer": "a"}
    pyogrio.raw.write(path, numpy.array([body], dtype=object), driver="GPKG", **options)
    connection = sqlite3.connect(str(path))
    (blob,) = connection.execute("SELECT geom FROM a").fetchone()
    connection.close()
    assert wkb(blob) == body
    assert geometry_blob(body, 4326) == blob


@pytest.fixture
def corners(tmp_path: Path) -> Path:
    """Four points at the corners and one inside, with coordinates that 32 bit numbers cannot hold."""
    path = tmp_path / "corners.gpkg"
    connection = make_geopackage(path)
    add_layer(connection, "points")
    connection.close()
    before = Path(shutil.copy(path, tmp_path / "filled.gpkg"))
    connection = connect(before, write=True)
    for x, y in ((0.1, 0.1), (0.1, 7.3), (9.7, 0.1), (9.7, 7.3), (5.5, 5.5)):
        connection.execute("INSERT INTO points (geom) VALUES (?)", (point(x, y),))
    connection.close()
    apply(diff(path, before), path)
    return path


@pytest.mark.parametrize(
    ("statement", "extent"),
    [
        ("DELETE FROM points WHERE fid = 5", (0.1, 0.1, 9.7, 7.3)),
        ("DELETE FROM points WHERE fid IN (3, 4)", (0.1, 0.1, 5.5, 7.3)),
        ("DELETE FROM points WHERE fid <> 5", (5.5, 5.5, 5.5, 5.5)),
        ("DELETE FROM points", (None, None, None, None)),
        (
            "UPDATE points SET geom = (SELECT geom FROM points WHERE fid = 5) WHERE fid > 2",
            (0.1, 0.1, 5.5, 7.3),
        ),
        ("UPDATE points SET geom = NULL WHERE fid < 3", (5.5, 0.1, 9.7, 7.3)),
    ],
)
def test_the_extent_shrinks_when_what_was_at_its_edge_goes(
    corners: Path, statement: str, extent: Tuple[Optional[float], ...]
) -> None:
    before = extent_of(corners)
    assert before[0][1:] == (0.1, 0.1, 9.7, 7.3)
    other = Path(shutil.copy(corners, corners.with_name("other.gpkg")))
    connection = connect(other, write=True)
    connection.execute(statement)
    connection.close()
    changes = diff(corners, other)
    apply(changes, corners)
    assert extent_of(corners)[0][1:] == extent
    check(corners)
    apply(changes.invert(), corners)
    assert extent_of(corners) == before
