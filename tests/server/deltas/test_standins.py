# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers in text files are edited in place: changed rows change, every other byte of meaning stays."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from qfieldcloud_plugin.engine.gpkg import Change, Kind
from qfieldcloud_server.deltas.standins.csv_text import CsvFile
from qfieldcloud_server.deltas.standins.geojson import GeoJsonFile
from qfieldcloud_server.deltas.standins.table import NotATable
from tests.server.field_work import Survey, create, delete, make_survey, patch, run_jobs

POINTS = {
    "type": "FeatureCollection",
    "name": "points",
    "features": [
        {"type": "Feature", "id": n, "properties": {"fid": n, "name": name, "tags": {"a": [n]}, "ok": True, "x": x},
         "geometry": {"type": "Point", "coordinates": [float(n), 0.5]}}
        for n, name, x in ((1, "one", 1), (2, "two", 2.5), (3, "três", None))
    ],
}  # fmt: skip
TABLE = 'fid,name,"the, note"\r\n"1",one,"a ""quoted"" text"\r\n2,two,\r\n3,"two\r\nlines",x'


def on(layer: str, delta: dict[str, Any]) -> dict[str, Any]:
    return delta | {"localLayerId": layer, "sourceLayerId": layer}


def survey_with(survey: Survey, tmp_path: Path, name: str, data: bytes, **layer: Any) -> None:
    project = make_survey(tmp_path / "texts")
    project.layer("text", layer.pop("source", f"./{name}"), **layer)
    survey.upload(name, data)
    survey.upload("project.qgs", project.save().read_bytes())
    run_jobs()


def test_geojson_takes_all_kinds_of_deltas(survey: Survey, tmp_path: Path) -> None:
    survey_with(survey, tmp_path, "p.geojson", json.dumps(POINTS).encode())
    survey.push(
        on("text_id", create("9", "Point (5 6)", name="new")),
        on("text_id", patch(1, {"name": "one"}, {"name": "eins", "ok": False})),
        on("text_id", patch(3, {}, {}) | {"new": {"geometry": "Point (8 9)"}}),
        on("text_id", delete(2, {"name": "two"})),
    )
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"] * 4
    after = json.loads(survey.download("p.geojson"))
    assert after["name"] == "points"
    assert [f["properties"]["name"] for f in after["features"]] == ["eins", "três", "new"]
    first, third, new = after["features"]
    assert first["properties"] == {"fid": 1, "name": "eins", "tags": {"a": [1]}, "ok": False, "x": 1}
    assert third["geometry"]["coordinates"] == [8.0, 9.0]
    assert (new["id"], new["properties"]["fid"], new["geometry"]["coordinates"]) == (4, 4, [5.0, 6.0])


def test_dates_and_ids_of_geojson_come_home_as_the_file_says_them() -> None:
    properties = [{"fid": 1, "day": "2024/02/29", "seen": "2024-02-29 12:30Z", "at": "12:30"}, {"fid": 2}]
    features = [
        {"type": "Feature", "id": f"n{p['fid']}", "properties": p, "geometry": None} for p in properties
    ]
    file = GeoJsonFile(json.dumps({"type": "FeatureCollection", "features": features}).encode())
    assert file.table.columns == {
        "id": "TEXT",
        "fid": "INTEGER",
        "day": "DATE",
        "seen": "DATETIME",
        "at": "TIME",
    }
    assert file.table.rows[0] == ("n1", 1, "2024-02-29", "2024-02-29T12:30:00.000Z", "12:30:00")
    new = {"id": "n3", "fid": 3, "day": "2024-03-01", "seen": "2024-03-01T08:00:00.000", "at": "09:00:00"}
    changes = [
        Change("rows", Kind.UPDATE, (1,), {}, {"day": "2024-03-02", "id": "n0"}),
        Change("rows", Kind.UPDATE, (2,), {}, {"at": "10:15:30"}),
        Change("rows", Kind.INSERT, (3,), {}, new),
    ]
    first, second, third = json.loads(file.rewritten(changes))["features"]
    assert (first["id"], first["properties"]["day"]) == ("n0", "2024/03/02")
    assert second["properties"] == {"fid": 2, "at": "10:15:30"}
    assert third["id"] == "n3"
    assert third["properties"] == {"fid": 3, "day": "2024/03/01", "seen": "2024-03-01 08:00Z", "at": "09:00"}


def test_a_property_without_a_name_is_not_taken_for_the_id() -> None:
    features = [{"type": "Feature", "id": 1, "properties": {"fid": 1, "": "oak"}, "geometry": None}]
    file = GeoJsonFile(json.dumps({"type": "FeatureCollection", "features": features}).encode())
    (after,) = json.loads(file.rewritten([Change("rows", Kind.UPDATE, (1,), {}, {"": "elm"})]))["features"]
    assert (after["id"], after["properties"]) == (1, {"fid": 1, "": "elm"})


def test_keys_that_are_whole_in_some_rows_only_are_found_again() -> None:
    keys = [2**63, 2**63 + 4096, 0.5]
    features = [{"type": "Feature", "properties": {"fid": key}, "geometry": None} for key in keys]
    file = GeoJsonFile(json.dumps({"type": "FeatureCollection", "features": features}).encode())
    after = json.loads(file.rewritten([Change("rows", Kind.DELETE, (2.0**63,), {}, {})]))
    assert [feature["properties"]["fid"] for feature in after["features"]] == [2**63 + 4096, 0.5]


def test_a_field_called_as_what_stands_for_geometries_is_refused() -> None:
    with pytest.raises(NotATable, match="qfieldcloud_geometry"):
        CsvFile(b"fid,QFieldCloud_Geometry\n1,2\n")


def test_fields_of_csv_without_names_of_their_own_can_be_edited() -> None:
    file = CsvFile(b"fid,name,name,\n1,a,b,c\n")
    change = Change("rows", Kind.UPDATE, (1,), {}, {"name_1": "x", "field_4": "y"})
    assert file.rewritten([change]) == b"fid,name,name,\n1,a,x,y\n"


def test_a_key_may_be_of_any_type() -> None:
    features = [{"type": "Feature", "properties": {"fid": fid, "a": 1}, "geometry": None} for fid in (1, "x")]
    file = GeoJsonFile(json.dumps({"type": "FeatureCollection", "features": features}).encode())
    after = json.loads(file.rewritten([Change("rows", Kind.UPDATE, ("1",), {}, {"a": 2})]))
    assert [feature["properties"] for feature in after["features"]] == [
        {"fid": 1, "a": 2},
        {"fid": "x", "a": 1},
    ]


def test_csv_takes_all_kinds_of_deltas(survey: Survey, tmp_path: Path) -> None:
    survey_with(survey, tmp_path, "t.csv", TABLE.encode(), wkb="NoGeometry")
    survey.push(
        on("text_id", patch(2, {"name": "two"}, {"name": "zwei; drei"})),
        on("text_id", create("9", None, name='say "hi"')),
        on("text_id", delete(3, {})),
    )
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"] * 3
    after = survey.download("t.csv").decode()
    assert after.startswith(TABLE[: TABLE.index("2,two")]), "lines of other rows are as they were"
    assert list(csv.reader(io.StringIO(after))) == [
        ["fid", "name", "the, note"],
        ["1", "one", 'a "quoted" text'],
        ["2", "zwei; drei", ""],
        ["4", 'say "hi"', ""],
    ]


PLACES = "fid;name;x;y;height\n1;one;7,5;46;1,5\n2;two;;;\n3;lost;west;0;\n"


def text_layer(survey: Survey, tmp_path: Path, data: bytes, said: str, **layer: Any) -> None:
    survey_with(
        survey,
        tmp_path,
        "t.csv",
        data,
        provider="delimitedtext",
        source=f"file:./t.csv?type=csv&{said}",
        **layer,
    )


def test_the_first_rows_of_an_empty_csv_are_counted_from_one(survey: Survey, tmp_path: Path) -> None:
    source = "file:./t.csv?type=csv&geomType=none"
    survey_with(survey, tmp_path, "t.csv", b"fid,name\r\n", source=source, provider="delimitedtext")
    survey.push(on("text_id", create("9", None, name="oak")), on("text_id", create("10", None, name="elm")))
    run_jobs()
    assert survey.download("t.csv") == b"fid,name\r\n1,oak\r\n2,elm\r\n"


def test_points_in_fields_of_a_csv_are_moved_added_and_taken_away(survey: Survey, tmp_path: Path) -> None:
    text_layer(survey, tmp_path, PLACES.encode(), "delimiter=;&decimalPoint=,&xField=x&yField=y")
    survey.push(
        on("text_id", patch(1, {}, {}) | {"new": {"geometry": "Point (8.25 47)"}}),
        on("text_id", patch(2, {"name": "two"}, {"name": "zwei", "height": 2.5})),
        on("text_id", create("9", "Point (5 6)", name="new")),
    )
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"] * 3
    assert survey.download("t.csv").decode() == (
        "fid;name;x;y;height\n1;one;8,25;47;1,5\n2;zwei;;;2,5\n3;lost;west;0;\n4;new;5;6;\n"
    ), "what QGIS does not show stays; its key is not given again"
    survey.push(on("text_id", patch(1, {}, {}) | {"new": {"geometry": None}}))
    run_jobs()
    assert "\n1;one;;;1,5\n" in survey.download("t.csv").decode()


def test_shapes_in_a_csv_are_edited_in_its_own_encoding(survey: Survey, tmp_path: Path) -> None:
    data = 'fid,größe,wkt\r\n1,é,"POLYGON((0 0,1 0,1 1,0 0))"\r\n2,b,\r\n'.encode("cp1252")
    said = "wktField=wkt&geomType=polygon&encoding=windows-1252"
    text_layer(survey, tmp_path, data, said, wkb="Polygon")
    survey.push(
        on("text_id", patch(2, {}, {}) | {"new": {"geometry": "Polygon ((0 0, 2 0, 2 2, 0 0))"}}),
        on("text_id", patch(1, {"größe": "é"}, {"größe": "ü"})),
    )
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"] * 2
    assert list(csv.reader(io.StringIO(survey.download("t.csv").decode("cp1252")))) == [
        ["fid", "größe", "wkt"],
        ["1", "ü", "POLYGON((0 0,1 0,1 1,0 0))"],
        ["2", "b", "Polygon ((0 0, 2 0, 2 2, 0 0))"],
    ]
    survey.push(on("text_id", patch(1, {}, {"größe": "漢"})))
    run_jobs()
    assert survey.statuses()[-1] == "STATUS_PENDING", "this encoding has no such letter"


def test_two_places_of_one_line_are_written_one_after_the_other(survey: Survey, tmp_path: Path) -> None:
    project = make_survey(tmp_path / "texts")
    for name, fields in (("starts", "xField=x1&yField=y1"), ("ends", "xField=x2&yField=y2")):
        project.layer(name, f"file:./t.csv?type=csv&{fields}", provider="delimitedtext")
    survey.upload("t.csv", b"fid,x1,y1,x2,y2\n1,0,0,5,5\n")
    survey.upload("project.qgs", project.save().read_bytes())
    run_jobs()
    survey.push(
        on("starts_id", patch(1, {}, {}) | {"new": {"geometry": "Point (1 2)"}}),
        on("ends_id", patch(1, {}, {}) | {"new": {"geometry": "Point (3 4)"}}),
    )
    run_jobs()
    assert sorted(survey.statuses()) == ["STATUS_APPLIED", "STATUS_PENDING"]
    survey.push()
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"] * 2
    assert survey.download("t.csv") == b"fid,x1,y1,x2,y2\n1,1,2,3,4\n"


@pytest.mark.parametrize("name", ["p.geojson", "t.csv"])
def test_a_text_without_a_key_waits(survey: Survey, tmp_path: Path, name: str) -> None:
    data = b"a,b\n1,2\n" if name == "t.csv" else json.dumps(POINTS).replace("fid", "nr").encode()
    survey_with(survey, tmp_path, name, data)
    survey.push(on("text_id", patch(1, {}, {"name": "x"})))
    run_jobs()
    assert survey.statuses() == ["STATUS_PENDING"]
    assert survey.download(name) == data


GEOMETRIES = [
    None,
    {"type": "Point", "coordinates": [1.5, 2.0, 3.25]},
    {"type": "LineString", "coordinates": [[0.0, 0.0], [1.0, 1.0]]},
    {"type": "Polygon", "coordinates": [[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 0.0]]]},
    {"type": "MultiPoint", "coordinates": [[0.0, 1.0], [2.0, 3.0]]},
    {"type": "MultiLineString", "coordinates": [[[0.0, 0.0], [1.0, 1.0]], [[2.0, 2.0], [3.0, 3.0]]]},
    {"type": "MultiPolygon", "coordinates": [[[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 0.0]]]]},
    {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [1.0, 2.0]}]},
]  # fmt: skip


@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_geometries_come_back_as_they_were(geometry: Any) -> None:
    features = [{"type": "Feature", "properties": {"fid": 1}, "geometry": geometry}]
    file = GeoJsonFile(json.dumps({"type": "FeatureCollection", "features": features}).encode())
    assert file.table.geometries is not None
    change = Change("rows", Kind.UPDATE, (1,), {}, {"qfieldcloud_geometry": file.table.geometries[0]})
    assert json.loads(file.rewritten([change]))["features"][0]["geometry"] == geometry


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b'{"features": 1}', b'{"features": [1]}', b"[" * 200_000, b'{"features": [], "x": NaN}',
        b'{"features": [{"properties": {"fid": 1}}, {"properties": {"fid": 1}}]}',
        b'{"features": [{"properties": {"fid": 1, "A": 1, "a": 1}}]}',
        b'{"features": [{"properties": {"fid": 1}, "geometry": {"type": "Point", "coordinates": ["x"]}}]}',
        b'{"features": [{"properties": {"fid": null}}]}',
    ],
)  # fmt: skip
def test_what_is_no_table_of_features_is_refused(data: bytes) -> None:
    with pytest.raises(NotATable):
        GeoJsonFile(data)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"a,b\n", b"fid,x\n1,2,3\n", b'fid,x\n1,"open\n', b"fid\n1\n1\n"]
)
def test_what_is_no_table_of_lines_is_refused(data: bytes) -> None:
    with pytest.raises(NotATable):
        CsvFile(data)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_csv_keeps_its_dialect(end: str, delimiter: str, mark: bytes) -> None:
    text = mark + end.join(["fid" + delimiter + "name", "1" + delimiter + "a", ""]).encode()
    file = CsvFile(text)
    assert file.rewritten([]) == text
    change = Change("rows", Kind.INSERT, (2,), {}, {"fid": 2, "name": None})
    assert file.rewritten([change]) == text + f"2{delimiter}{end}".encode()
