# SPDX-License-Identifier: GPL-2.0-or-later
"""WKT and WKB of every geometry type QGIS writes, there and back."""

from __future__ import annotations

import math
import pickle
import struct
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.gpkg import shape as shapes
from qfieldcloud_plugin.engine.gpkg.geometry import InvalidGeometry
from qfieldcloud_plugin.engine.gpkg.shape import (
    NAMES,
    Part,
    Shape,
    from_wkb,
    to_wkb,
    with_dimensions,
    with_type,
)
from qfieldcloud_plugin.engine.gpkg.wkt import parse, text_of, wkb_to_wkt, wkt_to_wkb

# As QGIS 3.22 writes them with 17 decimals.
QGIS_TEXTS = [
    "Point (30 10)",
    "PointZ (1 2 3)",
    "PointM (1 2 3)",
    "PointZM (1 2 3 4)",
    "LineStringZ (1 2 3, 4 5 6)",
    "Polygon ((0 0, 1 0, 1 1, 0 0),(0.10000000000000001 0.10000000000000001, 0.5 0.125, 0.5 0.5, 0.1 0.1))",
    "MultiPointZ ((1 2 3),(3 4 5))",
    "MultiLineString ((0 0, 1 1),(2 2, 3 3))",
    "MultiPolygon (((0 0, 1 0, 1 1, 0 0)),((5 5, 6 5, 6 6, 5 5)))",
    "GeometryCollection (Point (1 2),LineString (0 0, 1 1))",
    "GeometryCollectionZ (PointZ (1 2 3),LineStringZ EMPTY)",
    "CircularString (0 0, 1 1, 2 0)",
    "CompoundCurve (CircularString (0 0, 1 1, 2 0),(2 0, 3 3))",
    "CompoundCurveZ (CircularStringZ (0 0 1, 1 1 1, 2 0 1),(2 0 1, 3 3 1))",
    "CurvePolygon (CompoundCurve (CircularString (0 0, 1 1, 2 0),(2 0, 0 0)),(0.5 0.5, 0.75 0.5, 0.75 0.75, 0.5 0.5))",
    "MultiCurve (LineString (0 0, 1 1),CircularString (0 0, 1 1, 2 0))",
    "MultiSurface (Polygon ((0 0, 1 0, 1 1, 0 0)),CurvePolygon (CircularString (0 0, 1 1, 2 0, 1 -1, 0 0)))",
    "Triangle ((0 0, 1 0, 1 1, 0 0))",
    "PolyhedralSurfaceZ (((0 0 0, 1 0 0, 1 1 0, 0 0 0)))",
    "TIN (((0 0, 1 0, 1 1, 0 0)))",
    "Point EMPTY",
    "LineString EMPTY",
    "MultiPolygon EMPTY",
    "GeometryCollection EMPTY",
]

finite = st.floats(allow_nan=False, allow_infinity=False)


def shapes_of(kind: int, dimensions: int, depth: int = 2) -> st.SearchStrategy:
    point = st.tuples(*[finite] * dimensions)
    run = st.lists(point, max_size=4).map(lambda points: tuple(value for one in points for value in one))
    if kind == shapes.POINT:
        return st.one_of(st.just(()), point).map(lambda parts: Part(kind, parts))
    if kind in shapes.RUNS:
        return run.map(lambda parts: Part(kind, parts))
    if kind in shapes.RING_LISTS:
        return st.lists(run, max_size=3).map(lambda rings: Part(kind, tuple(rings)))
    members = [member for member in shapes.MEMBERS[kind] if depth or member in shapes.RUNS]
    if not members:
        return st.just(Part(kind, ()))
    inner = st.sampled_from(members).flatmap(lambda member: shapes_of(member, dimensions, max(depth - 1, 0)))
    return st.lists(inner, max_size=3).map(lambda parts: Part(kind, tuple(parts)))


@st.composite
def any_shape(draw: st.DrawFn) -> Shape:
    z, m = draw(st.booleans()), draw(st.booleans())
    part = draw(shapes_of(draw(st.sampled_from(sorted(NAMES))), 2 + z + m))
    return Shape(part.kind, z, m, part.parts)


@pytest.mark.fuzz
@given(any_shape())
def test_every_shape_survives_text_and_bytes_exactly(shape):
    assert parse(text_of(shape)) == shape
    assert from_wkb(to_wkb(shape)) == shape


@pytest.mark.parametrize("text", QGIS_TEXTS)
def test_texts_of_qgis_are_read_and_written_the_same_but_for_the_space_before_z(text):
    body = wkt_to_wkb(text)
    assert wkt_to_wkb(wkb_to_wkt(body)) == body
    spelled = wkb_to_wkt(body).replace(" ZM", "ZM").replace(" Z", "Z").replace(" M ", "M ")
    assert spelled == text.replace("0.10000000000000001", "0.1")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("POINT Z (1 2 3)", "PointZ (1 2 3)"),
        ("pointz(1 2 3)", "PointZ (1 2 3)"),
        ("Point25D (1 2 3)", "PointZ (1 2 3)"),
        ("Point (1 2 3)", "PointZ (1 2 3)"),
        ("LINESTRING (1 2 3 4, 5 6 7 8)", "LineStringZM (1 2 3 4, 5 6 7 8)"),
        ("  MULTIPOINT (1 2,3 4)  ", "MultiPoint ((1 2),(3 4))"),
        ("MULTIPOINT (1 2, EMPTY)", "MultiPoint ((1 2),EMPTY)"),
        ("MULTICURVE ((0 0, 1 1), CIRCULARSTRING (0 0,1 1,2 0))", QGIS_TEXTS[15]),
        ("Point (nan nan)", "Point EMPTY"),
        ("POINT ZM EMPTY", "PointZM EMPTY"),
        ("GEOMETRYCOLLECTION (POINT Z (1 2 3))", "GeometryCollectionZ (PointZ (1 2 3))"),
        ("Point (1e2 -.5)", "Point (100 -0.5)"),
    ],
)
def test_other_spellings_are_read_too(text, same):
    assert wkt_to_wkb(text) == wkt_to_wkb(same)


def test_a_missing_z_becomes_zero_only_when_asked():
    assert math.isnan(parse("PointZ (1 2 nan)").parts[2])
    assert parse("PointZ (1 2 NaN)", nan_as_zero=True).parts == (1, 2, 0)
    assert parse("LineStringZM (1 2 nan nan, 3 4 5 6)", nan_as_zero=True).parts == (1, 2, 0, 0, 3, 4, 5, 6)
    assert wkb_to_wkt(wkt_to_wkb("PointZ (1 2 nan)")) == "Point Z (1 2 nan)"


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "x", "Point", "Point (", "Point (1", "Point (1 2", "Point (1 2))", "Point (1 2) x", "Point ()",
        "Point (1)",
        "Point (1 2 3 4 5)", "Point (1 2, 3 4)", "Point Z (1 2)", "Point (1_0 2)", "Point (inf 1)", "Point (1e999 1)",
        "Point (nan 1)", "LineString (nan nan, 1 2)", "LineString (1 2, 3 4 5)", "Point (0x1 2)", "Point (١ ٢)",
        "Polygon (1 2, 3 4)", "Polygon ((1 2, 3 4)", "GeometryCollection ((1 2))", "Curve (0 0, 1 1)", "Surface EMPTY",
        "MultiPoint (LineString (1 2, 3 4))", "TIN (Polygon ((0 0, 1 0, 1 1, 0 0)))",
        "GeometryCollectionZ (PointM (1 2 3))",
        "Point (1 2\0)", "Point (an na)", "Point (1,2)", "MultiPoint (", "MultiPoint (1 2", "Geometry EMPTY",
    ],
)  # fmt: skip
def test_what_is_no_geometry_is_refused(text):
    with pytest.raises(InvalidGeometry):
        wkt_to_wkb(text)


@pytest.mark.parametrize(
    "text",
    [
        "GeometryCollection (" * 100_000,
        "POINT" + " " * 1_000_000 + "x",
        "A" * 1_000_000,
        "MULTIPOINT (" + "1 2," * 50_000,
        "LineString (" + "1 2," * 50_000 + "3)",
        "Point (" + "9" * 1_000_000 + " 1)",
        "MultiPolygon (" + "((0 0)), " * 30_000,
    ],
)
def test_hostile_texts_are_refused_soon(text):
    started = time.monotonic()
    with pytest.raises(InvalidGeometry):
        parse(text)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x01",
        b"\x01\x01\x00\x00\x00",
        b"\x02" + bytes(20),
        struct.pack("<BI", 1, 99),
        struct.pack("<BI", 1, 14) + bytes(16),
        struct.pack("<BII", 1, 2, 0xFFFFFFFF),
        struct.pack("<BII", 1, 3, 0x10000000),
        struct.pack("<BII", 1, 7, 1) * 100_000,
        to_wkb(parse("Point (1 2)")) + b"\x00",
        struct.pack("<BII", 1, 4, 1) + to_wkb(parse("Point Z (1 2 3)")),
        struct.pack("<BII", 1, 4, 1) + to_wkb(parse("LineString (1 2, 3 4)")),
    ],
)
def test_what_is_no_wkb_is_refused(body):
    with pytest.raises(InvalidGeometry):
        from_wkb(body)


def test_big_endian_and_extended_wkb_are_read():
    assert from_wkb(struct.pack(">BI2d", 0, 1, 1, 2)) == parse("Point (1 2)")
    assert from_wkb(struct.pack("<BI3d", 1, 0x80000001, 1, 2, 3)) == parse("Point Z (1 2 3)")
    assert from_wkb(struct.pack("<BII4d", 1, 0xE0000001, 4326, 1, 2, 3, 4)) == parse("Point ZM (1 2 3 4)")


def test_an_infinite_coordinate_has_no_text():
    with pytest.raises(InvalidGeometry):
        wkb_to_wkt(struct.pack("<BI2d", 1, 1, math.inf, 1))


@pytest.mark.parametrize(
    ("text", "kind", "becomes"),
    [
        ("Point (1 2)", "MultiPoint", "MultiPoint ((1 2))"),
        ("LineString (0 0, 1 1)", "MultiLineString", "MultiLineString ((0 0, 1 1))"),
        ("LineString (0 0, 1 1)", "CompoundCurve", "CompoundCurve ((0 0, 1 1))"),
        ("LineString (0 0, 1 1)", "MultiCurve", "MultiCurve (LineString (0 0, 1 1))"),
        ("Polygon ((0 0, 1 0, 1 1, 0 0))", "CurvePolygon", "CurvePolygon ((0 0, 1 0, 1 1, 0 0))"),
        ("Polygon ((0 0, 1 0, 1 1, 0 0))", "MultiSurface", "MultiSurface (Polygon ((0 0, 1 0, 1 1, 0 0)))"),
        ("Triangle ((0 0, 1 0, 1 1, 0 0))", "MultiPolygon", "MultiPolygon (((0 0, 1 0, 1 1, 0 0)))"),
        ("TIN (((0 0, 1 0, 1 1, 0 0)))", "MultiPolygon", "MultiPolygon (((0 0, 1 0, 1 1, 0 0)))"),
        ("MultiPolygon (((0 0, 1 0, 1 1, 0 0)))", "Polygon", "Polygon ((0 0, 1 0, 1 1, 0 0))"),
        (
            "MultiPolygon (((0 0, 1 0, 1 1, 0 0)))",
            "MultiSurface",
            "MultiSurface (Polygon ((0 0, 1 0, 1 1, 0 0)))",
        ),
        ("Point (1 2)", "GeometryCollection", "GeometryCollection (Point (1 2))"),
        ("Polygon EMPTY", "MultiPolygon", "MultiPolygon EMPTY"),
        ("LineString EMPTY", "MultiLineString", "MultiLineString EMPTY"),
    ],
)
def test_shapes_are_promoted_without_moving_a_point(text, kind, becomes):
    assert text_of(with_type(parse(text), shapes.CODES[kind.upper()])) == becomes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Polygon ((0 0, 1 0, 1 1, 0 0))", "Point"),
        ("MultiPoint ((1 2),(3 4))", "Point"),
        ("CircularString (0 0, 1 1, 2 0)", "LineString"),
        ("Point EMPTY", "Polygon"),
    ],
)
def test_shapes_that_would_have_to_change_are_refused(text, kind):
    with pytest.raises(InvalidGeometry, match="does not fit"):
        with_type(parse(text), shapes.CODES[kind.upper()])


@pytest.mark.fuzz
@given(any_shape(), st.booleans(), st.booleans())
def test_dimensions_can_be_added_and_taken_away(shape, z, m):
    changed = with_dimensions(shape, z, m)
    assert (changed.z, changed.m) == (z, m)
    assert from_wkb(to_wkb(changed)) == changed
    if (z or not shape.z) and (m or not shape.m):
        assert with_dimensions(changed, shape.z, shape.m) == shape


SYSTEM_PYTHON = "/usr/bin/python3"


def answer_of(script: str, data: bytes) -> Any:
    """What a script says in the Python that has QGIS, if there is one."""
    if not Path(SYSTEM_PYTHON).exists():
        pytest.skip("needs a system Python")
    run = subprocess.run([SYSTEM_PYTHON, "-c", script], input=data, capture_output=True)
    if b"ModuleNotFoundError" in run.stderr:
        pytest.skip("needs QGIS to compare with")
    assert run.returncode == 0, run.stderr
    return pickle.loads(run.stdout)


# Old QGIS has no TIN and no PolyhedralSurface, and drops the empty members of a collection.
TEXTS_OF_OLD_QGIS = [
    text
    for text in QGIS_TEXTS
    if not text.startswith(("Polyhedral", "TIN")) and ",LineStringZ EMPTY" not in text
]


def test_qgis_reads_what_is_written_and_the_other_way_round():
    script = (
        "import pickle, sys; from qgis.core import QgsGeometry; "
        "read = [QgsGeometry.fromWkt(text) for text in pickle.load(sys.stdin.buffer)]; "
        "pickle.dump([(bytes(g.asWkb()), g.asWkt(17)) for g in read], sys.stdout.buffer)"
    )
    bodies = [wkt_to_wkb(text) for text in TEXTS_OF_OLD_QGIS]
    ours = pickle.dumps([wkb_to_wkt(body) for body in bodies])
    for body, (its_body, its_text) in zip(bodies, answer_of(script, ours)):
        assert its_body == body
        assert wkt_to_wkb(its_text) == its_body
