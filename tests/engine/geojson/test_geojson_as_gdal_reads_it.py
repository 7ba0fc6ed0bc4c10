# SPDX-License-Identifier: GPL-2.0-or-later
"""Devices see a GeoJSON layer as QGIS does: our reader finds the fields, types, values and shapes that GDAL finds."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyogrio")

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.delta.values import kind_of, same
from qfieldcloud_plugin.engine.geojson import GeoJsonRows, GeoJsonText
from qfieldcloud_plugin.engine.gpkg import shape as shapes
from qfieldcloud_plugin.engine.gpkg.geometry import geometry_blob, same_geometry
from qfieldcloud_plugin.engine.gpkg.sql import quoted
from qfieldcloud_plugin.engine.ogr import worker

ROWS = 3
NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 6))
DAYS = st.dates().map(lambda day: day.isoformat())
TIMES = st.one_of(
    st.times().map(lambda time: time.isoformat(timespec="minutes")),
    st.times().map(lambda time: time.isoformat(timespec="seconds")),
    st.times().map(lambda time: time.isoformat(timespec="milliseconds")),
)
# Up to 1970, GDAL's Arrow makes 59.001 seconds the next minute, and with a zone it loses days before the year 1.
# It is the one to compare with, but not in that.
MOMENTS = (
    st.tuples(DAYS, st.sampled_from("T "), TIMES, st.sampled_from(["", "Z", "+02:00", "-0530"]))
    .map("".join)
    .filter(lambda moment: moment > "1970-01-02" or (moment > "0001-01-02" and ":59." not in moment))
)
TEXTS = st.one_of(
    st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=6),
    st.sampled_from(
        ["x", "", "1", "1:30", "24:00", "2024-2-9", "2024-13-01", "20240229", "true", "29.02.2024"]
    ),
)
LISTS = st.lists(st.integers(-9, 9), max_size=3)
KINDS = [
    st.integers(-(2**31), 2**31 - 1), st.integers(-(2**53), 2**53), NUMBERS, st.booleans(), TEXTS, DAYS, TIMES, MOMENTS,
    LISTS, st.dictionaries(st.sampled_from("ab"), st.integers(0, 9), max_size=2),
    st.one_of(st.integers(0, 9), NUMBERS), st.one_of(st.booleans(), st.integers(0, 9)), st.one_of(DAYS, MOMENTS),
    st.one_of(DAYS, TEXTS), st.one_of(TIMES, DAYS), st.one_of(st.integers(0, 9), TEXTS),
    st.one_of(st.booleans(), TEXTS), st.none(),
]  # fmt: skip
CELLS = st.sampled_from(KINDS).flatmap(
    lambda kind: st.lists(st.one_of(kind, st.none()), min_size=ROWS, max_size=ROWS)
)
POSITIONS = {size: st.lists(NUMBERS, min_size=size, max_size=size) for size in (2, 3)}
IDS = st.sampled_from([[None] * ROWS, [1, 2, 3], ["a", "b", "c"], [None, "b", None], [7, "b", None]])


def geometries_of(size: int) -> st.SearchStrategy[Any]:
    line = st.lists(POSITIONS[size], min_size=2, max_size=4)
    ring = st.lists(POSITIONS[size], min_size=3, max_size=5).map(lambda run: [*run, run[0]])
    kinds = {
        "Point": POSITIONS[size], "MultiPoint": st.lists(POSITIONS[size], min_size=1, max_size=3), "LineString": line,
        "MultiLineString": st.lists(line, min_size=1, max_size=2), "Polygon": st.lists(ring, min_size=1, max_size=2),
        "MultiPolygon": st.lists(st.lists(ring, min_size=1, max_size=1), min_size=1, max_size=2),
    }  # fmt: skip
    return st.sampled_from(list(kinds)).flatmap(
        lambda name: st.lists(
            st.one_of(st.none(), kinds[name].map(lambda places: {"type": name, "coordinates": places})),
            min_size=ROWS,
            max_size=ROWS,
        )
    )


COLLECTIONS = st.tuples(
    st.lists(CELLS, min_size=1, max_size=12), IDS, st.sampled_from([2, 3]).flatmap(geometries_of)
)


def written(columns: list[list[Any]], ids: list[Any], geometries: list[Any]) -> bytes:
    features = []
    for at in range(ROWS):
        properties = {f"c{number}": cells[at] for number, cells in enumerate(columns)}
        feature = {"type": "Feature", "properties": properties, "geometry": geometries[at]}
        features.append(feature if ids[at] is None else {"id": ids[at], **feature})
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def read_by_gdal(path: Path) -> tuple[dict[str, str], list[Any], list[tuple[Any, ...]]]:
    """Columns, shapes and rows as GDAL writes them into a GeoPackage."""
    target = path.with_suffix(".gpkg")
    target.unlink(missing_ok=True)
    told = worker.read(
        {"path": str(path), "driver": "GeoJSON", "destination": str(target), "encoding": "", "table": "rows",
         "key": "qfc_rowid", "promotes": False}
    )  # fmt: skip
    with closing(sqlite3.connect(target)) as connection:
        types = dict(connection.execute("SELECT name, type FROM pragma_table_info('rows')"))
        names = ", ".join(map(quoted, told["fields"]))
        rows = connection.execute(f"SELECT {names} FROM rows ORDER BY qfc_rowid").fetchall()
        blobs = [
            blob for (blob,) in connection.execute(f"SELECT {told['geometry']} FROM rows ORDER BY qfc_rowid")
        ]
    return {name: types[name] for name in told["fields"]}, blobs, rows


def fits(declared: str, ours: Any, theirs_declared: str, theirs: Any) -> bool:
    if declared in ("JSON", "TEXT") and theirs_declared == "TEXT":
        if declared == "JSON" and ours is not None and theirs is not None:
            return bool(json.loads(ours) == json.loads(theirs))
        return bool(ours == theirs)
    if declared == "TIME":  # a GeoPackage has texts for them
        return theirs_declared == "TEXT" and bool(ours == theirs)
    kind = kind_of(declared)
    return kind is kind_of(theirs_declared) and same(ours, theirs, kind)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(COLLECTIONS)
def test_fields_types_values_and_shapes_are_those_of_gdal(tmp_path: Path, collection: Any) -> None:
    data = written(*collection)
    path = tmp_path / "some.geojson"
    path.write_bytes(data)
    columns, blobs, rows = read_by_gdal(path)
    ours = GeoJsonRows(data)
    assert set(ours.columns) == set(columns)
    read = list(ours)
    for name, declared in ours.columns.items():
        here, there = list(ours.columns).index(name), list(columns).index(name)
        for (_, values), theirs in zip(read, rows):
            assert fits(declared, values[here], columns[name], theirs[there]), (name, declared, columns[name])
    for (shape, _), blob in zip(read, blobs):
        assert (shape is None) is (blob is None)
        assert shape is None or same_geometry(geometry_blob(shapes.to_wkb(shape), 4326), blob)


@settings(max_examples=30, deadline=None)
@given(COLLECTIONS)
def test_all_at_once_or_one_after_the_other_is_the_same(collection: Any) -> None:
    data = written(*collection)
    whole, rows = GeoJsonText(data), GeoJsonRows(data)
    assert whole.columns == rows.columns
    assert list(zip(whole.shapes, whole.rows)) == list(rows)
