# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates, times and truths in text files are those that QGIS sees, and are written as the file writes them."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.delimited import DelimitedText, TextForm, form_of
from qfieldcloud_plugin.engine.delimited.types import cell_of
from qfieldcloud_plugin.engine.moments import day_in, moment_in, spelled_like, time_in
from qfieldcloud_plugin.engine.project.datasource import parse_datasource
from qfieldcloud_plugin.engine.project.document import Element
from qfieldcloud_plugin.engine.project.layer import Layer


def text_of(text: str, **form: Any) -> DelimitedText:
    return DelimitedText(lambda: io.StringIO(text, newline=""), TextForm(**form))


def types_of(*cells: str, **form: Any) -> str:
    text = text_of("a\n" + "".join(f'"{cell}"\n' for cell in cells), **form)
    return text.columns[0].declared


@pytest.mark.parametrize(
    ("cells", "declared"),
    [
        (["12:30", "12:30:15.250", ""], "TIME"),
        (["2024-02-29", "2024/03/01"], "DATE"),
        (["2024-02-29T12:30", "2024-02-29 12:30:15Z", "2024-02-29T12:30:15+02:00"], "DATETIME"),
        (["2024-02-29T12:30", "2024-02-29"], "DATE"),
        (["2024-02-29", "2024-02-29T12:30"], "DATE"),
        (["12:30", "2024-02-29"], "TEXT"),
        (["12:30", "12"], "TEXT"),
        (["1", "12:30"], "TEXT"),
        (["1:30"], "TEXT"),
        (["24:00"], "TEXT"),
        (["29.02.2024"], "TEXT"),
        (["2023-02-29"], "TEXT"),
        (["2024-02-29T25:00"], "DATE"),
        ([" 1", "2 "], "INTEGER"),
        (["true", "False", ""], "BOOLEAN"),
        (["yes", "no"], "BOOLEAN"),
        (["yes", "false"], "TEXT"),
        (["0", "1"], "INTEGER"),
    ],
)
def test_a_column_is_of_the_type_that_qgis_finds(cells: list[str], declared: str) -> None:
    assert types_of(*cells) == declared


def test_before_qgis_3_24_words_are_no_truths() -> None:
    assert types_of("true", "false", detects_truths=False) == "TEXT"
    root = Element("qgis", {"version": "3.22.16-Białowieża"}, 0, None)
    assert not form_of(delimited("file:./a.csv?type=csv", Element("maplayer", {}, 0, root))).detects_truths
    root.attributes["version"] = "3.40.6-Bratislava"
    assert form_of(delimited("file:./a.csv?type=csv", Element("maplayer", {}, 0, root))).detects_truths


def test_values_are_said_as_geopackages_say_them() -> None:
    text = text_of(
        't,d,m,b\n12:30,2024/02/29,2024-02-29 12:30,No\n12:30:15.5,2024-03-01,"2024-03-01T12:30:15+02",YES\n'
    )
    assert [row.values for row in text.rows()] == [
        ("12:30:00", "2024-02-29", "2024-02-29T12:30:00.000", 0),
        ("12:30:15.500", "2024-03-01", "2024-03-01T12:30:15.000+02:00", 1),
    ]


@pytest.mark.parametrize(
    ("value", "example", "said"),
    [
        ("12:45:00", "12:30", "12:45"),
        ("12:45:10", "12:30", "12:45:10"),
        ("12:45:00.250", "12:30:15", "12:45:00.25"),
        ("12:45", "12:30:15", "12:45"),
        ("12:45:00.000", "12:30:15", "12:45:00"),
        ("2024-03-01", "2024/02/29", "2024/03/01"),
        ("2024-03-01T10:00:00.000", "2024-02-29 12:30", "2024-03-01 10:00"),
        ("2024-03-01T10:00:00.000", "2024-02-29T12:30:15Z", "2024-03-01T10:00:00Z"),
        ("2024-03-01T10:00:00.000", "2024-02-29T12:30:15.00+02:00", "2024-03-01T10:00:00.00+02:00"),
        ("2024-03-01T10:00:00.000Z", "2024-02-29 12:30", "2024-03-01 10:00Z"),
        ("2024-03-01T10:00:00.000Z", "2024-02-29T12:30+02:00", "2024-03-01T10:00Z"),
        ("2024-03-01T10:00:00.000", "", "2024-03-01T10:00:00"),
        ("about noon", "12:30", "about noon"),
    ],
)
def test_what_comes_home_is_spelled_as_the_file_spells(value: str, example: str, said: str) -> None:
    assert spelled_like(value, example) == said


def test_truths_keep_the_words_of_their_file() -> None:
    for value, example, said in ((1, "NO", "YES"), (0, "True", "False"), (1, "", "true"), (1, "f", "t")):
        assert cell_of(value, ".", "BOOLEAN", example) == said
    text = text_of("a,b\nYes,12:30\nno,\n")
    assert text.cell_for("a", 1, "no") == "yes"
    assert text.cell_for("a", 1) == "Yes"
    assert text.cell_for("b", "09:15:00") == "09:15"


def delimited(source: str, element: Element | None = None) -> Layer:
    provider = "delimitedtext" if source.startswith("file:") else "ogr"
    element = element or Element("maplayer", {}, 0, None)
    return Layer("a", "a", "vector", parse_datasource(source, provider), element)


@pytest.mark.parametrize(
    ("source", "said", "types"),
    [
        ("file:./a.csv?type=csv", '"Integer","Real(10.3)","String(15)","Time"', ("INTEGER", "REAL", "TEXT", "TIME")),
        ("file:./a.csv?type=csv", "datetime, date,CoordX\nInteger", ("DATETIME", "DATE", "REAL")),
        ("file:./a.csv?type=csv", "Integer,Something", ()),
        ("./a.csv", "Integer,Something,Integer(Boolean)", ("INTEGER", "TEXT", "BOOLEAN")),
        ("./a.csv", "", ()),
    ],
)  # fmt: skip
def test_types_may_lie_beside_the_file(tmp_path, source: str, said: str, types: tuple[str, ...]) -> None:
    (tmp_path / "a.csvt").write_text(said)
    assert form_of(delimited(source), tmp_path / "a.csv").types == types
    assert form_of(delimited(source), tmp_path / "b.csv").types == ()


def test_what_lies_beside_counts_more_than_what_is_found() -> None:
    text = text_of("a,b,c\n1,x,3\n", types=("TEXT", "INTEGER"))
    assert [column.declared for column in text.columns] == ["TEXT", "INTEGER", "INTEGER"]
    assert [row.values for row in text.rows()] == [("1", None, 3)]


MOMENTS = st.datetimes().map(lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000))
EXAMPLES = st.sampled_from(
    [
        "",
        "2024-02-29T12:30",
        "2024/02/29 12:30:15",
        "2024-02-29T12:30:15.5Z",
        "2024_02_29 12:30+02:00",
        "12:30",
        "x",
    ]
)


@settings(max_examples=100, deadline=None)
@given(MOMENTS, EXAMPLES)
def test_however_a_moment_is_spelled_it_stays_the_same(moment, example) -> None:
    value = moment.isoformat(timespec="milliseconds")
    again = moment_in(spelled_like(value, example))
    assert again is not None
    assert again[:23] == value
    assert day_in(spelled_like(value[:10], example)) == value[:10]
    time = time_in(spelled_like(value[11:], example))
    assert time is not None
    assert (time if "." in time else f"{time}.000") == value[11:]
