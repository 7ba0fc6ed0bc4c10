# SPDX-License-Identifier: GPL-2.0-or-later
"""Values between QField's JSON and the columns of a GeoPackage."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.delta.values import Kind, ValueDoesNotFit, from_json, kind_of, same, to_json


@pytest.mark.parametrize(
    ("declared", "kind"),
    [
        ("MEDIUMINT", Kind.INTEGER),
        ("integer", Kind.INTEGER),
        ("INTEGER ", Kind.INTEGER),
        ("TEXT(255)", Kind.TEXT),
        ("VARCHAR", Kind.TEXT),
        ("JSON", Kind.TEXT),
        ("", Kind.TEXT),
        ("Boolean", Kind.BOOLEAN),
        ("DOUBLE", Kind.REAL),
        ("NUMERIC(10,2)", Kind.REAL),
        ("DATE", Kind.DATE),
        ("DATETIME", Kind.DATETIME),
        ("TIMESTAMP", Kind.DATETIME),
        ("TIME", Kind.TIME),
        ("BLOB(10)", Kind.BLOB),
        ("POINT", Kind.TEXT),
    ],
)
def test_kinds_follow_the_declared_type(declared, kind):
    assert kind_of(declared) is kind


@pytest.mark.parametrize(
    ("said", "kind", "stored"),
    [
        (None, Kind.INTEGER, None),
        (True, Kind.BOOLEAN, 1),
        ("false", Kind.BOOLEAN, 0),
        (2, Kind.BOOLEAN, 2),
        (3.0, Kind.INTEGER, 3),
        ("12", Kind.INTEGER, 12),
        (True, Kind.INTEGER, 1),
        (9223372036854775807, Kind.INTEGER, 9223372036854775807),
        (3, Kind.REAL, 3.0),
        ("1e3", Kind.REAL, 1000.0),
        (5, Kind.TEXT, "5"),
        (5.0, Kind.TEXT, "5"),
        (True, Kind.TEXT, "true"),
        (["a", 1], Kind.TEXT, '["a",1]'),
        ({"é": None}, Kind.TEXT, '{"é":null}'),
        ("2024-03-23", Kind.DATE, "2024-03-23"),
        ("2024-03-23T10:00:00.000", Kind.DATE, "2024-03-23"),
        ("2024-03-23", Kind.DATETIME, "2024-03-23"),
        ("2024-03-23T01:23:45.678", Kind.DATETIME, "2024-03-23T01:23:45.678"),
        ("2024-03-23 01:23:45+02", Kind.DATETIME, "2024-03-23 01:23:45+02"),
        ("23:59:60.5", Kind.TIME, "23:59:60.5"),
        ("bär", Kind.BLOB, "bär".encode()),
    ],
)
def test_values_of_devices_are_stored(said, kind, stored):
    value = from_json(said, kind)
    assert value == stored
    assert type(value) is type(stored)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (1.5, Kind.INTEGER),
        ("1_0", Kind.INTEGER),
        ("١", Kind.INTEGER),
        (2**63, Kind.INTEGER),
        (10**4000, Kind.INTEGER),
        (10**400, Kind.REAL),
        ("1e999", Kind.REAL),
        ("inf", Kind.REAL),
        ("", Kind.REAL),
        ([], Kind.REAL),
        ("perhaps", Kind.BOOLEAN),
        (1.5, Kind.BOOLEAN),
        ("2024-13-01", Kind.DATE),
        ("2024-3-1", Kind.DATE),
        (20240301, Kind.DATE),
        ("2024-03-01Tx", Kind.DATE),
        ("2024-03-01T25:00", Kind.DATETIME),
        ("2024-03-01T10:00 later", Kind.DATETIME),
        ("10:00", Kind.DATETIME),
        ("10", Kind.TIME),
        (1, Kind.BLOB),
    ],
)
def test_values_that_do_not_fit_are_refused(said, kind):
    with pytest.raises(ValueDoesNotFit):
        from_json(said, kind)


@pytest.mark.parametrize(
    ("stored", "kind"),
    [
        (math.inf, Kind.REAL),
        (b"\xff", Kind.BLOB),
        (b"a\0b", Kind.BLOB),
        ("a\0b", Kind.TEXT),
        (b"a", Kind.TEXT),
        (5, Kind.TEXT),
        ("many", Kind.INTEGER),
        (1.5, Kind.INTEGER),
        ("someday", Kind.DATETIME),
    ],
)
def test_values_that_json_cannot_say_are_refused(stored, kind):
    with pytest.raises(ValueDoesNotFit):
        to_json(stored, kind)


texts = st.text(st.characters(blacklist_characters="\0", blacklist_categories=("Cs",)))
by_kind = st.one_of(
    st.tuples(st.just(Kind.INTEGER), st.integers(-(2**63), 2**63 - 1)),
    st.tuples(st.just(Kind.REAL), st.floats(allow_nan=False, allow_infinity=False)),
    st.tuples(st.just(Kind.TEXT), texts),
    st.tuples(st.just(Kind.BOOLEAN), st.sampled_from([0, 1])),
    st.tuples(st.just(Kind.DATE), st.dates().map(str)),
    st.tuples(st.just(Kind.DATETIME), st.datetimes().map(lambda at: at.isoformat(timespec="milliseconds"))),
    st.tuples(st.just(Kind.TIME), st.times().map(lambda at: at.isoformat(timespec="milliseconds"))),
    st.tuples(st.just(Kind.BLOB), texts.map(str.encode)),
)


@pytest.mark.fuzz
@given(by_kind)
def test_what_is_said_is_stored_as_it_was(kind_and_value):
    kind, stored = kind_and_value
    said = to_json(stored, kind)
    assert from_json(said, kind) == stored
    assert same(stored, said, kind)


@pytest.mark.fuzz
@given(st.datetimes(), st.integers(-720, 720))
def test_times_are_the_same_in_every_zone_and_spelling(moment, minutes):
    from datetime import timedelta, timezone

    moment = moment.replace(
        year=max(2, min(moment.year, 9998)), microsecond=moment.microsecond // 1000 * 1000
    )
    here = moment.replace(tzinfo=timezone.utc)
    there = here.astimezone(timezone(timedelta(minutes=minutes)))
    assert same(here.isoformat(), there.isoformat(), Kind.DATETIME)
    assert same(here.isoformat().replace("+00:00", "Z"), there.isoformat(sep=" "), Kind.DATETIME)
    assert same(here.isoformat(), moment.isoformat(timespec="milliseconds"), Kind.DATETIME)
    later = (there + timedelta(milliseconds=1)).isoformat()
    assert not same(here.isoformat(), later, Kind.DATETIME)
