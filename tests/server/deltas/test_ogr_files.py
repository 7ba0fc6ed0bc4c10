# SPDX-License-Identifier: GPL-2.0-or-later
"""Deltas for Shapefiles and FlatGeobuf come home through OGR: nothing cut, nothing else changed, or they wait."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest

from qfieldcloud_server.deltas.standins import ogr as ogr_standins
from qfieldcloud_server.deltas.standins import shapefile
from tests.data.shapefiles import (
    LINE,
    POINT,
    POINT_Z,
    POLYGON,
    columns_of,
    read_table,
    write_shapefile,
    write_table,
)
from tests.server.field_work import Survey, create, delete, make_survey, patch, run_jobs

COLUMNS = [
    ("fid", "N", 9, 0),
    ("name", "C", 10, 0),
    ("height", "N", 8, 2),
    ("day", "D", 8, 0),
    ("ok", "L", 1, 0),
]
ROWS = [
    ((7.1, 46.1), 1, "chêne", 10.25, "2024-05-01", True),
    ((7.2, 46.2), 2, "", None, None, None),
    (None, 5, "ÅÄÖ", -1.5, "1999-12-31", False),
]


class Files:
    """A layer in files of one stem, on the server."""

    def __init__(self, survey: Survey, folder: Path, name: str = "trees.shp", **layer: Any) -> None:
        self.survey, self.folder, self.name = survey, folder, name
        project = make_survey(folder / "project")
        project.layer("files", f"./{name}", **layer)
        for part in sorted(folder.glob(f"{Path(name).stem}.*")):
            survey.upload(part.name, part.read_bytes())
        survey.upload("project.qgs", project.save().read_bytes())
        run_jobs()

    def push(self, *deltas: dict[str, Any]) -> list[str]:
        """What became of the deltas."""
        own = [delta | {"localLayerId": "files_id", "sourceLayerId": "files_id"} for delta in deltas]
        self.survey.push(*own)
        assert [job.status for job in run_jobs()] == ["finished"]
        return [delta["status"].removeprefix("STATUS_") for delta in self.survey.deltas()[-len(own) :]]

    def fetch(self) -> Path:
        """The files as they are now, in a folder of their own."""
        here = self.folder / "home"
        here.mkdir(exist_ok=True)
        for part in sorted(self.folder.glob(f"{Path(self.name).stem}.*")):
            (here / part.name).write_bytes(self.survey.download(part.name))
        return here / self.name

    def message(self) -> str:
        return self.survey.deltas()[-1]["last_feedback"]["msg"]


@pytest.mark.parametrize("encoding", ["UTF-8", "CP1252"])
def test_a_shapefile_takes_all_kinds_of_deltas(survey: Survey, tmp_path: Path, encoding: str) -> None:
    write_shapefile(tmp_path / "trees.shp", POINT, COLUMNS, ROWS, encoding)
    files = Files(survey, tmp_path)
    assert (
        files.push(
            create("90", "Point (8 47)", name="Zürich", height=3.456, day="2025-01-02", ok=True),
            patch(1, {"name": "chêne"}, {"name": "Götterbau"}),
            patch(5, {}, {"ok": None}) | {"new": {"geometry": "Point (9 48)", "attributes": {"ok": None}}},
            delete(2, {}),
        )
        == ["APPLIED"] * 4
    )
    home = files.fetch()
    assert read_table(home.with_suffix(".dbf"), encoding) == [
        ("1", "Götterbau", "10.25", "20240501", "T"),
        ("5", "ÅÄÖ", "-1.50", "19991231", "?"),
        ("6", "Zürich", "3.46", "20250102", "T"),
    ]
    assert list(columns_of(home.with_suffix(".dbf"))) == COLUMNS
    counts = {part: len(survey.metadata(part.name)["versions"]) for part in home.parent.iterdir()}
    assert {part.suffix for part, count in counts.items() if count == 2} == {".shp", ".shx", ".dbf"}
    assert {part.suffix for part, count in counts.items() if count == 1} == {".prj", ".cpg"}


def test_what_a_field_cannot_hold_is_refused_and_nothing_else(survey: Survey, tmp_path: Path) -> None:
    write_shapefile(tmp_path / "trees.shp", POINT, COLUMNS, ROWS, "CP1252")
    files = Files(survey, tmp_path)
    misfits = [
        {"name": "eleven more"}, {"name": "чужой"}, {"height": 123456.5}, {"height": -12345.5}, {"day": "2023-02-31"},
    ]  # fmt: skip
    statuses = files.push(patch(1, {}, {"name": "ten œufs…!"}), *[patch(1, {}, values) for values in misfits])
    assert statuses == ["APPLIED"] + ["NOT_APPLIED"] * len(misfits)
    for values, refused in zip(misfits, survey.deltas()[-len(misfits) :], strict=True):
        assert f"“{next(iter(values))}” holds" in refused["last_feedback"]["msg"]
    row = read_table(files.fetch().with_suffix(".dbf"), "CP1252")[0]
    assert row == ("1", "ten œufs…!", "10.25", "20240501", "T")


SQUARE, HOLE = [(0, 0), (0, 4), (4, 4), (4, 0), (0, 0)], [(1, 1), (2, 1), (2, 2), (1, 2), (1, 1)]
ISLAND = [(9, 9), (9, 10), (10, 10), (10, 9), (9, 9)]


@pytest.mark.parametrize(
    ("kind", "shape", "wkt"),
    [
        (POINT_Z, (7, 46, 480.5), "Point Z (1 2 3)"),
        (LINE, [[(0, 0), (1, 1)], [(5, 5), (6, 6)]], "LineString (0 0, 1 1, 2 0)"),
        (POLYGON, [SQUARE, HOLE, ISLAND], "MultiPolygon (((0 0, 5 0, 5 5, 0 5, 0 0), (1 1, 2 1, 2 2, 1 1)))"),
    ],
)  # fmt: skip
def test_shapes_of_all_kinds_come_home(
    survey: Survey, tmp_path: Path, kind: int, shape: Any, wkt: str
) -> None:
    rows = [(shape, 1, "a"), (shape, 2, "b"), (None, 3, "c")]
    write_shapefile(tmp_path / "trees.shp", kind, COLUMNS[:2], rows)
    before = (tmp_path / "trees.shp").read_bytes()
    files = Files(survey, tmp_path)
    moved = patch(2, {}, {}) | {"new": {"geometry": wkt}}
    assert files.push(moved, create("8", wkt, name="d"), patch(3, {}, {"name": "C"})) == ["APPLIED"] * 3
    after = files.fetch().read_bytes()
    size = int.from_bytes(before[104:108], "big") * 2 + 8
    assert after[100 : 100 + size] == before[100 : 100 + size], "a shape that nobody moved stays as it is"
    assert [row[:2] for row in read_table(files.fetch().with_suffix(".dbf"))] == [
        ("1", "a"), ("2", "b"), ("3", "C"), ("4", "d"),
    ]  # fmt: skip


def test_without_gdal_the_deltas_wait_and_say_what_to_install(
    survey: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_shapefile(tmp_path / "trees.shp", POINT, COLUMNS, ROWS)
    files = Files(survey, tmp_path)
    monkeypatch.setattr(ogr_standins, "is_available", lambda: False)
    assert files.push(patch(1, {}, {"name": "x"})) == ["PENDING"]
    assert "pip install 'qfieldcloud-server[ogr]'" in files.message()
    assert files.fetch().with_suffix(".dbf").read_bytes() == (tmp_path / "trees.dbf").read_bytes()
    monkeypatch.undo()
    assert files.push(patch(5, {}, {"name": "y"})) == ["APPLIED"]
    assert survey.statuses() == ["STATUS_APPLIED"] * 2, "what waited is applied as soon as it can be"


def without_fid(folder: Path) -> None:
    write_shapefile(folder / "trees.shp", POINT, [("id", "N", 9, 0), *COLUMNS[1:]], ROWS)


def with_the_same_fid_twice(folder: Path) -> None:
    write_shapefile(folder / "trees.shp", POINT, COLUMNS, [ROWS[0], ROWS[0]])


def with_an_index_of_arcgis(folder: Path) -> None:
    write_shapefile(folder / "trees.shp", POINT, COLUMNS, ROWS)
    (folder / "trees.sbn").write_bytes(b"?")


def without_its_index(folder: Path) -> None:
    write_shapefile(folder / "trees.shp", POINT, COLUMNS, ROWS)
    (folder / "trees.shx").unlink()


def with_another_table(folder: Path) -> None:
    write_shapefile(folder / "trees.shp", POINT, COLUMNS, ROWS)
    write_table(folder / "trees.dbf", COLUMNS, [row[1:] for row in ROWS[:2]])


def that_is_something_else(folder: Path) -> None:
    write_shapefile(folder / "trees.shp", POINT, COLUMNS, ROWS)
    (folder / "trees.shp").write_text(
        '<OGRVRTDataSource><OGRVRTLayer name="trees"/></OGRVRTDataSource>', "ascii"
    )


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (without_fid, "no field “fid”"),
        (with_the_same_fid_twice, "not all there and different"),
        (with_an_index_of_arcgis, "delete that file"),
        (without_its_index, ".shx file is missing"),
        (with_another_table, "3 shapes and 2 rows"),
        (that_is_something_else, "is no ESRI Shapefile"),
    ],
)
def test_a_shapefile_that_cannot_be_edited_waits_untouched_and_takes_nothing_else_down(
    survey: Survey, tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    make(tmp_path)
    files = Files(survey, tmp_path)
    survey.push(patch(1, {"species": "oak"}, {"species": "elm"}))
    assert files.push(patch(1, {}, {"name": "x"})) == ["PENDING"]
    assert reason in files.message()
    assert survey.statuses()[0] == "STATUS_APPLIED"
    for part in tmp_path.glob("trees.*"):
        assert survey.download(part.name) == part.read_bytes()


def test_what_waits_for_half_an_upload_is_applied_when_the_other_half_comes(
    survey: Survey, tmp_path: Path
) -> None:
    with_another_table(tmp_path)
    files = Files(survey, tmp_path)
    assert files.push(patch(5, {}, {"name": "x"})) == ["PENDING"]
    write_table(tmp_path / "trees.dbf", COLUMNS, [row[1:] for row in ROWS])
    survey.upload("trees.dbf", (tmp_path / "trees.dbf").read_bytes())
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"]
    assert read_table(files.fetch().with_suffix(".dbf"))[2][:2] == ("5", "x")


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"name": "far too long for it"}, "its fields would become others"),
        ({"name": "漢字"}, "“name” of the row 1 would become another value"),
    ],
)
def test_what_does_not_read_back_as_it_was_sent_is_never_published(
    survey: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, values: dict[str, Any], reason: str
) -> None:
    write_shapefile(tmp_path / "trees.shp", POINT, COLUMNS, ROWS, "CP1252")
    files = Files(survey, tmp_path)
    # As if our own rules knew the format less well than they do.
    monkeypatch.setattr(shapefile.DbfField, "condition", lambda *_: "1")
    survey.push(patch(1, {"species": "oak"}, {"species": "elm"}))
    assert files.push(patch(1, {}, values)) == ["PENDING"]
    assert reason in files.message()
    assert survey.statuses()[0] == "STATUS_APPLIED"
    assert (tmp_path / "trees.dbf").read_bytes() == survey.download("trees.dbf")


def test_a_spatial_index_is_made_anew_and_a_table_needs_no_shapes(survey: Survey, tmp_path: Path) -> None:
    write_shapefile(tmp_path / "trees.shp", POINT, COLUMNS, ROWS)
    (tmp_path / "trees.qix").write_bytes(b"of the rows as they were")
    files = Files(survey, tmp_path)
    assert files.push(create("7", "Point (1 2)", name="new")) == ["APPLIED"]
    assert survey.download("trees.qix").startswith(b"SQT")
    write_table(tmp_path / "table" / "names.dbf", COLUMNS[:2], [(1, "one"), (2, "two")])
    table = Files(survey, tmp_path / "table", "names.dbf", wkb="NoGeometry")
    assert table.push(patch(2, {}, {"name": "zwei"}), create("9", None, name="drei")) == ["APPLIED"] * 2
    assert read_table(table.fetch(), "ISO-8859-1") == [("1", "one"), ("2", "zwei"), ("3", "drei")]


def test_flatgeobuf_keeps_its_types_and_its_index(survey: Survey, tmp_path: Path) -> None:
    make_flatgeobuf(tmp_path / "trees.fgb")
    files = Files(survey, tmp_path, "trees.fgb")
    before = pyogrio.read_info(tmp_path / "trees.fgb")
    assert files.push(
        create("90", "Point (8 47)", name="é" * 300, count=None, at="2025-01-02T10:20:30.000Z"),
        patch(2, {}, {"count": 2**31}),
        patch(3, {}, {"count": -1, "at": None}),
        delete(1, {}),
    ) == ["APPLIED", "NOT_APPLIED", "APPLIED", "APPLIED"]
    home = files.fetch()
    after = pyogrio.read_info(home)
    for fact in ("ogr_types", "ogr_subtypes", "geometry_type", "crs", "capabilities"):
        assert after[fact] == before[fact]
    _, _, _, values = pyogrio.raw.read(home, datetime_as_string=True)
    rows = sorted(zip(*(list(column) for column in values), strict=True), key=lambda row: row[0])
    assert [(row[0], row[1]) for row in rows] == [(2, "b"), (3, "c"), (4, "é" * 300)]
    assert [str(row[3])[:19].replace("/", "-").replace(" ", "T") for row in rows] == [
        "2024-01-02T03:04:05", "None", "2025-01-02T10:20:30",
    ]  # fmt: skip


def make_flatgeobuf(path: Path) -> None:
    points = [struct.pack("<BI2d", 1, 1, number, number) for number in range(3)]
    pyogrio.raw.write(
        path,
        np.array(points, dtype=object),
        [
            np.array([1, 2, 3], dtype="int64"),
            np.array(["a", "b", "c"], dtype=object),
            np.array([7, 8, 9], dtype="int32"),
            np.array(["2024-01-02T03:04:05"] * 3, dtype="datetime64[ms]"),
        ],
        ["fid", "name", "count", "at"],
        geometry_type="Point",
        crs="EPSG:4326",
        driver="FlatGeobuf",
    )
