# SPDX-License-Identifier: GPL-2.0-or-later
"""Text files are read as QGIS reads them, and what cannot be read so says why."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.delimited import (
    DelimitedText,
    TextForm,
    TextUnreadable,
    form_of,
    geometry_fields,
    is_delimited_text,
)
from qfieldcloud_plugin.engine.delimited.types import cell_of, reader_of
from qfieldcloud_plugin.engine.gpkg import wkt
from qfieldcloud_plugin.engine.project.datasource import parse_datasource
from qfieldcloud_plugin.engine.project.document import Element
from qfieldcloud_plugin.engine.project.layer import Layer


def text_of(text: str, form: TextForm | None = None, **options: bool) -> DelimitedText:
    return DelimitedText(lambda: io.StringIO(text, newline=""), form or TextForm(), **options)


def layer_of(source: str, provider: str = "delimitedtext", **settings: Any) -> Layer:
    element = Element("maplayer", {}, 0, None)
    return Layer("a", "a", "vector", parse_datasource(source, provider), element, **settings)


def declared(text: str, **form: Any) -> list[str]:
    return [column.declared for column in text_of(text, TextForm(**form)).columns]


def test_fields_get_the_narrowest_type_that_all_their_texts_fit():
    text = "a,b,c,d,e,f,g\n1,1,1.5,2024-02-29,x,,2024-02-30\n-007,2.5,,2023-01-01,1,,2024-01-01\n"
    assert declared(text) == ["INTEGER", "REAL", "REAL", "DATE", "TEXT", "TEXT", "TEXT"]
    assert declared(text, detects_types=False) == ["TEXT"] * 7
    (row, other) = text_of(text).rows()
    assert row.values == (1, 1.0, 1.5, "2024-02-29", "x", None, "2024-02-30")
    assert other.values[0] == -7
    assert other.text == "-007,2.5,,2023-01-01,1,,2024-01-01\n"


def test_numbers_too_large_for_a_column_stay_texts():
    assert declared(f"a,b,c\n{2**63},{2**63 - 1},1e999\n") == ["REAL", "INTEGER", "TEXT"]


def test_a_key_is_counted_even_where_nothing_else_is():
    form = TextForm(detects_types=False)
    assert [c.declared for c in text_of("FID,n\n1,2\n", form, counts_key=True).columns] == ["INTEGER", "TEXT"]
    assert text_of("FID,n\n1,2\n", form).key == "FID"


def test_points_have_heights_and_decimals_as_the_source_says():
    form = TextForm(delimiter=";", decimal_point=",", x="X", y="y", z="h", wkb_type=1001)
    text = text_of("fid;x;y;h\n1;1,5;2;3\n2;1;2;\n3;;;\n4;1;;\n5;a;b;\n", form)
    shapes = [wkt.text_of(row.geometry) if row.geometry else row.is_shown for row in text.rows()]
    assert shapes == ["Point Z (1.5 2 3)", "Point Z (1 2 0)", True, False, False]


def test_only_shapes_of_the_kind_of_the_layer_are_shown():
    form = TextForm(wkt="w", wkb_type=6)
    lines = [
        "POLYGON((0 0,1 0,1 1,0 0))",
        "SRID=4326;MULTIPOLYGON(((0 0,1 0,1 1,0 0)))",
        "POINT(1 2)",
        "",
        "POLY",
        "SRID=1;",
    ]
    text = text_of("w\n" + "".join(f'"{line}"\n' for line in lines), form)
    rows = list(text.rows())
    assert [row.is_shown for row in rows] == [True, True, False, True, False, False]
    assert {row.geometry.kind for row in rows if row.geometry} == {6}
    assert text.columns == [], "QGIS keeps WKT to itself"


def test_lines_keep_their_spelling_and_what_stands_between_them():
    text = text_of('made up\n\nfid,n\r\n1,"a\r\nb"\r\n\r\n2,"c"', TextForm(skipped_lines=2))
    assert (text.before, text.header, text.end) == ("made up\n\n", "fid,n\r\n", "\r\n")
    assert [row.text for row in text.rows()] == ['1,"a\r\nb"\r\n', '\r\n2,"c"']
    assert text.line_of(["3", 'say "x", y']) == '3,"say ""x"", y"\r\n'


def test_other_quotes_and_escapes_are_followed():
    text = text_of("a|b\n'x|y'|'it\\'s'\n", TextForm(delimiter="|", quote="'", escape="\\"))
    (row,) = text.rows()
    assert row.values == ("x|y", "it's")
    assert text.line_of(row.cells) == "'x|y'|it\\'s\n"


@pytest.mark.parametrize(
    "text", ["", "\n\n", "a\n1,2\n", 'a\n"open']
)  # fmt: skip
def test_what_is_no_table_is_refused(text):
    with pytest.raises(TextUnreadable):
        list(text_of(text).rows())


def test_fields_without_a_name_of_their_own_are_called_as_in_qgis():
    text = text_of("a,A,,field_2, a \n1,2,3,4,5\n")
    assert text.names == ["a", "A_1", "field_3", "field_2_1", "a_2"]
    assert text.header == "a,A,,field_2, a \n", "the file keeps its own"
    assert text_of("a,a,\n", TextForm(is_by_ogr=True)).names == ["a", "a_1", "field_3"]
    with pytest.raises(TextUnreadable, match="same name"):
        text_of("a,A\n", TextForm(is_by_ogr=True))


def test_a_field_that_the_source_names_must_be_there():
    with pytest.raises(TextUnreadable, match="“x”"):
        text_of("a\n", TextForm(x="x", y="a"))


@pytest.mark.parametrize(
    "said",
    [
        "type=regexp&delimiter=%5Cs", "type=whitespace", "xField=x&yField=y&xyDms=yes", "useHeader=No", "maxFields=3",
        "skipEmptyFields=Yes", "xField=x", "encoding=klingon", "delimiter=,;", "quote=%22%27",
    ],
)  # fmt: skip
def test_what_only_qgis_can_read_says_so(said):
    with pytest.raises(TextUnreadable) as caught:
        form_of(layer_of(f"file:./a.csv?{said}", wkb_type=1))
    assert not str(caught.value.message).endswith(".")


def test_the_source_is_understood_as_qgis_writes_it():
    form = form_of(
        layer_of(
            "file:./a%20b.txt?type=csv&delimiter=%5Ct&skipLines=2&decimalPoint=,&trimFields=Yes&detectTypes=no"
            "&xField=L%C3%A4nge&yField=b&crs=EPSG:2056&encoding=latin1",
            wkb_type=1,
        )
    )
    assert (form.delimiter, form.skipped_lines, form.decimal_point, form.trims) == ("\t", 2, ",", True)
    assert (form.x, form.y, form.encoding, form.detects_types) == ("Länge", "b", "iso8859-1", False)
    assert not form_of(layer_of("file:./a.csv?type=csv&geomType=none&xField=x&yField=y")).has_geometry


def test_only_files_of_lines_are_delimited_text():
    assert is_delimited_text(layer_of("file:./a.csv?type=csv"))
    assert is_delimited_text(layer_of("./a.csv|layername=a", "ogr"))
    assert not is_delimited_text(layer_of("/vsizip/./a.zip/a.csv", "ogr"))
    assert not is_delimited_text(layer_of("./a.gpkg|layername=a", "ogr"))
    assert geometry_fields(layer_of("./a.csv", "ogr")) == ()
    assert geometry_fields(layer_of("file:./a.csv?wktField=w")) == ("w",)


CELLS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=8), st.sampled_from(",;\t|"))
def test_what_is_written_as_a_line_is_read_as_the_same_cells(rows, delimiter):
    start = text_of("a,b\n".replace(",", delimiter))
    whole = start.header + "".join(start.line_of(["x" + one, other]) for one, other in rows)
    read = text_of(whole, TextForm(delimiter=delimiter))
    assert [tuple(row.cells) for row in read.rows()] == [("x" + one, other) for one, other in rows]
    assert [tuple(read.cells_of(row.text)) for row in read.rows()] == [
        tuple(row.cells) for row in read.rows()
    ]
    assert read.header + "".join(row.text for row in read.rows()) == whole


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False, allow_infinity=False))
)
def test_values_come_back_from_their_texts(value):
    declared_as = "REAL" if isinstance(value, float) else "INTEGER"
    for point in ".,":
        assert reader_of(declared_as, point)(cell_of(value, point)) == value
