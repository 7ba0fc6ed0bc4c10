# SPDX-License-Identifier: GPL-2.0-or-later
"""What is read of a text file is what real QGIS reads of it: the same types, the same values."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core")

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import NULL, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from qfieldcloud_plugin.engine.delimited import DelimitedText, TextForm
from qfieldcloud_plugin.engine.delimited.names import names_in_ogr, names_in_qgis

pytestmark = [pytest.mark.qgis]

TYPES = {
    "integer": "INTEGER", "longlong": "INTEGER", "double": "REAL", "text": "TEXT", "date": "DATE", "time": "TIME",
    "datetime": "DATETIME", "bool": "BOOLEAN",
}  # fmt: skip
# Words for truths, 1 among them, are left out: QGIS knows them since 3.24.
DAYS = st.sampled_from(
    ["2024-02-29", "2024/02/29", "2024-02/29", "2023-02-29", "2024-2-9", "0001-01-01", "29.02.2024"]
)
TIMES = st.sampled_from(
    [
        "12:30", "12:30:15", "12:30:15.5", "12:30:15,25", "12:30:15.99999", "1:30", "24:00", "24:00:00", "25:00",
        "12:30:5", "12:60", "23:59:60", "12:30:",
    ]
)  # fmt: skip
ZONES = st.sampled_from(["", "Z", "z", "+02:00", "-0530", "+02", " Z", " ", "x"])
NUMBERS = st.sampled_from(
    ["12", "-7", "007", " 12", "1.5", "1e3", ".5", "2147483648", "9223372036854775808", "1,5", "0x1"]
)
CELLS = st.one_of(
    DAYS,
    st.tuples(TIMES, ZONES).map("".join),
    st.tuples(DAYS, st.sampled_from("T t_"), TIMES, ZONES).map("".join),
    NUMBERS,
    st.sampled_from(["", "x", "2024-02-29x", "2024-02-290"]),
)
COLUMNS = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=20, max_size=20)


def said(value: Any, kind: str) -> Any:
    if value is None or value == NULL:
        return None
    if isinstance(value, QDateTime):
        return value.toString("yyyy-MM-ddTHH:mm:ss.zzz")
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate)
    if isinstance(value, QTime):
        return value.toString("HH:mm:ss.zzz" if value.msec() else "HH:mm:ss")
    return int(value) if kind == "INTEGER" else value


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(COLUMNS)
def test_qgis_reads_the_same(qgis_app, tmp_path: Path, columns: list[list[str]]) -> None:
    path = tmp_path / "some.csv"
    names = [f"c{at}" for at in range(len(columns))]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[*names, "end"], *([*row, "end"] for row in zip(*columns))])
    layer = QgsVectorLayer(f"file://{path}?type=csv&geomType=none&detectTypes=yes", "some", "delimitedtext")
    content = path.read_text("utf-8")
    text = DelimitedText(lambda: io.StringIO(content, newline=""), TextForm(detects_truths=False))
    theirs = [TYPES[field.typeName()] for field in layer.fields()]
    rows = [list(map(said, feature.attributes(), theirs)) for feature in layer.getFeatures()]
    for at, column in enumerate(text.columns[:-1]):
        values, shown = [row.values[at] for row in text.rows()], [row[at] for row in rows]
        if any(cell and value is None for cell, value in zip(columns[at], shown)):
            # By the order in which it looks QGIS may find a type that does not fit all, and hides what does not fit.
            assert column.declared == "TEXT"
            assert values == [cell or None for cell in columns[at]]
        else:
            # QGIS keeps a time zone apart from what its clock shows.
            cut = [value[:23] if column.declared == "DATETIME" and value else value for value in values]
            assert (column.declared, cut) == (theirs[at], shown)


HEADERS = st.lists(
    st.sampled_from(["a", "A", "a_1", "A_2", "", "b", " b ", "field_2", "Field_3"]), max_size=6
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HEADERS)
def test_fields_without_a_name_of_their_own_are_called_alike(
    qgis_app, tmp_path: Path, names: list[str]
) -> None:
    header = ["fid", *names, "end"]
    path = tmp_path / "some.csv"
    path.write_text(",".join(header) + "\n" + ",".join("x" * len(header)) + "\n", "utf-8")
    stripped = [name.strip() for name in header]
    by_qgis = QgsVectorLayer(f"file://{path}?type=csv&geomType=none", "some", "delimitedtext")
    assert names_in_qgis(stripped) == [field.name() for field in by_qgis.fields()]
    by_ogr = QgsVectorLayer(str(path), "some", "ogr")
    assert names_in_ogr(stripped) == [field.name() for field in by_ogr.fields()]
