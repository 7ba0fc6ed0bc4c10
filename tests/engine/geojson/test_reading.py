# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoJSON is read whole or feature by feature, and what is no collection of features is refused both ways."""

from __future__ import annotations

import codecs
import json
from typing import Any

import pytest

from qfieldcloud_plugin.engine.geojson import GeoJsonRows, GeoJsonText, GeoJsonUnreadable


def collection(*properties: dict[str, Any], ids: tuple[Any, ...] = ()) -> bytes:
    features = [{"type": "Feature", "properties": item, "geometry": None} for item in properties]
    for feature, one in zip(features, ids):
        feature["id"] = one
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"3", b"{}", b'{"features": 1}', b'{"features": [1]}', b'{"features": [{}}', b'{1: 2}',
        b'{"features": [{},]}', b'{"features": [], "x": NaN}', b'{"features": []} {}', b'{"features": [{} {}]}',
        b'{"x" 1}', b'{"x": 1,}', b"[" * 200_000, b'{"features": [{"properties": 3}]}', b"\xff\xfe\xff",
        b'{"features": [{"geometry": []}]}',
        b'{"features": [{"geometry": {"type": "Point", "coordinates": "x"}}]}',
        b'{"features": [{"geometry": {"type": "Point", "coordinates": [1e400, 1]}}]}',
        b'{"features": [{"geometry": {"type": "Point", "coordinates": [1' + b"0" * 400 + b', 1]}}]}',
        b'{"features": [{"properties": {"height": 1e400}}]}',
        b'{"features": [{"properties": {"height": 1' + b"0" * 400 + b'}}]}',
        b'{"features": [{"properties": {"heights": [-1e400]}}]}',
        b'{"features": [{"properties": {"half a letter": "\\udc00"}}]}',
        b'{"features": [{"properties": {"\\ud83d": 1}}]}',
        b'{"features": [{"properties": {"half a letter": "\xed\xa0\x80"}}]}',
        b'{"features": [{"properties": {"a\\u0000b": 1}}]}',
        b'{"features": [{"properties": {' + b", ".join(b'"n%d": 1' % n for n in range(2000)) + b"}}]}",
    ],
)  # fmt: skip
def test_what_is_no_collection_is_refused_both_ways(data: bytes) -> None:
    with pytest.raises(GeoJsonUnreadable):
        GeoJsonText(data)
    with pytest.raises(GeoJsonUnreadable):
        list(GeoJsonRows(data))


@pytest.mark.parametrize(
    "data",
    [
        collection(), codecs.BOM_UTF8 + collection({"fid": 1}), collection({"fid": 1}).decode().encode("utf-16"),
        b' \n{ "name" : "x" , "features":[\t{"properties" : {"fid": 1} } , {"properties":null}] , "crs":{}\n}\n ',
    ],
)  # fmt: skip
def test_spaces_encodings_and_other_members_do_not_matter(data: bytes) -> None:
    whole, rows = GeoJsonText(data), GeoJsonRows(data)
    assert whole.columns == rows.columns
    assert [values for _, values in rows] == whole.rows


def test_letters_may_be_written_as_pairs() -> None:
    data = b'{"features": [{"properties": {"mood": "\\ud83d\\ude00"}}]}'
    assert [values for _, values in GeoJsonRows(data)] == GeoJsonText(data).rows == [("😀",)]


def test_ids_that_are_no_numbers_are_a_field_as_in_qgis() -> None:
    rows = GeoJsonRows(collection({"fid": 1}, {"fid": 2}, ids=("a",)))
    assert rows.columns == {"id": "TEXT", "fid": "INTEGER"}
    assert [values for _, values in rows] == [("a", 1), (None, 2)]
    assert GeoJsonRows(collection({"fid": 1}, ids=(7,))).columns == {"fid": "INTEGER"}
    assert GeoJsonRows(collection({"fid": 1, "ID": 2}, ids=("a",))).columns == {
        "fid": "INTEGER",
        "ID": "INTEGER",
    }


def test_a_text_that_only_looks_like_a_date_stays_as_it_is() -> None:
    rows = GeoJsonRows(collection({"d": "2024-02-30", "t": "12:60", "m": "2024-02-29T25:00"}))
    assert rows.columns == {"d": "TEXT", "t": "TEXT", "m": "TEXT"}
    assert [values for _, values in rows] == [("2024-02-30", "12:60", "2024-02-29T25:00")]
