# SPDX-License-Identifier: GPL-2.0-or-later
"""The GeoPackages that packaging writes: valid, indexed, and the same bytes for the same rows."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simple_projects import line, make_table, point

from qfieldcloud_plugin.engine.gpkg import connect, read_schema
from qfieldcloud_plugin.engine.packaging import rtree
from qfieldcloud_plugin.engine.packaging.geopackage import write_geopackage
from qfieldcloud_plugin.engine.packaging.rtree import round_down, round_up, sort_key, write_rtree
from qfieldcloud_plugin.engine.packaging.table_copy import TableCopy


def test_a_tree_too_large_for_memory_is_the_same_tree(monkeypatch):
    cells = [(number, *(float(number * 7919 % 1000),) * 4) for number in range(2000)]
    trees = []
    for most in (50_000, 100):
        monkeypatch.setattr(rtree, "_MOST_PLACES_IN_MEMORY", most)
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx, miny, maxy)")
            write_rtree(connection, "r", len(cells), sorted(cells, key=sort_key))
            assert connection.execute("SELECT rtreecheck('r')").fetchone() == ("ok",)
            trees.append("\n".join(connection.iterdump()))
    assert trees[0] == trees[1]


def copy(source: Path, table: str, target: Path, **values) -> Path:
    with closing(connect(source)) as connection:
        schema = read_schema(connection)[table]
    write_geopackage(target, [TableCopy(source, schema, table, **values)])
    return target


def query(path: Path, sql: str):
    with closing(connect(path, write=True)) as connection:
        return connection.execute(sql).fetchall()


COLUMNS = (
    "fid INTEGER PRIMARY KEY, geom BLOB, a TEXT(10) NOT NULL UNIQUE, b BOOLEAN DEFAULT 1, c VARCHAR(5), d DECIMAL, "
    "e JSON, f DATETIME DEFAULT CURRENT_TIMESTAMP, g INTEGER DEFAULT (abs(-1)), "
    'h AS (b + 1), i "odd "" name" CHECK (i > 0)'
)


def test_types_and_plain_defaults_survive_and_rules_stay_at_home(tmp_path):
    make_table(
        tmp_path / "s.gpkg", "t", COLUMNS, [(1, None, "x", 1, "c", 1.5, "{}", None, 2, 3)], geometry="Point"
    )
    target = copy(tmp_path / "s.gpkg", "t", tmp_path / "d.gpkg")
    (definition,) = query(target, "SELECT sql FROM sqlite_master WHERE name = 't'")[0]
    assert definition == (
        'CREATE TABLE "t" ("fid_1" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "geom" POINT, "fid" INTEGER, '
        '"a" TEXT(10), "b" BOOLEAN DEFAULT 1, "c" VARCHAR(5), "d" DECIMAL, "e" JSON, '
        '"f" DATETIME DEFAULT CURRENT_TIMESTAMP, "g" INTEGER, "h", "i")'
    )
    assert query(target, "SELECT fid_1, fid, a, h FROM t") == [(1, 1, "x", 2)]


def test_new_rows_on_the_device_get_ids_beyond_the_sources(tmp_path):
    make_table(tmp_path / "s.gpkg", "t", rows=[(41, point(1, 1), "x")])
    target = copy(tmp_path / "s.gpkg", "t", tmp_path / "d.gpkg")
    with closing(connect(target, write=True)) as connection:
        connection.execute("INSERT INTO t (geom, name) VALUES (?, 'new')", (point(2, 2),))
        assert connection.execute("SELECT fid_1, fid FROM t WHERE name = 'new'").fetchall() == [(42, None)]
        assert connection.execute("SELECT feature_count FROM gpkg_ogr_contents").fetchall() == [(2,)]
        assert connection.execute("SELECT id FROM rtree_t_geom WHERE minx > 1.5").fetchall() == [(42,)]


@pytest.mark.parametrize(
    ("count", "page_size"), [(0, 4096), (1, 4096), (200, 1024), (21_000, 1024), (21_000, 8192)]
)
def test_every_feature_is_found_by_the_index(tmp_path, count, page_size):
    source = tmp_path / "s.gpkg"
    rng = random.Random(count)
    places = [(rng.uniform(-180, 180), rng.uniform(-90, 90)) for _ in range(count)]
    make_table(source, "t", rows=[(number + 1, point(*place), None) for number, place in enumerate(places)])
    with closing(sqlite3.connect(source)) as connection:
        connection.execute(f"PRAGMA page_size = {page_size}")
        connection.execute("VACUUM")
    target = copy(source, "t", tmp_path / "d.gpkg")
    assert query(target, "SELECT rtreecheck('rtree_t_geom')") == [("ok",)]
    assert query(target, "PRAGMA integrity_check") == [("ok",)]
    found = query(
        target, "SELECT id FROM rtree_t_geom WHERE maxx >= 0 AND minx <= 10 AND maxy >= 0 AND miny <= 10"
    )
    inside = {number + 1 for number, (x, y) in enumerate(places) if 0 <= x <= 10 and 0 <= y <= 10}
    assert inside <= {row[0] for row in found}
    assert len(found) <= len(inside) + 2


def test_a_stale_index_is_not_taken_over(tmp_path):
    source = tmp_path / "s.gpkg"
    make_table(source, "t", rows=[(number, point(number / 1000, 1), None) for number in range(1, 21_001)])
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("UPDATE rtree_t_geom SET minx = minx + 50, maxx = maxx + 50")
        connection.commit()
    target = copy(source, "t", tmp_path / "d.gpkg")
    assert query(target, "SELECT max(maxx) < 22 FROM rtree_t_geom") == [(1,)]


def test_features_without_an_index_or_a_geometry_are_indexed_anew(tmp_path):
    source = tmp_path / "s.gpkg"
    rows = [
        (1, line((0, 0), (5, 5)), "x"),
        (2, None, "y"),
        (3, b"GP\x00\x11\xe6\x10\x00\x00", "empty"),
        (4, b"junk", "z"),
    ]
    make_table(source, "t", rows=rows, geometry="LineString", index=False)
    target = copy(source, "t", tmp_path / "d.gpkg")
    assert query(target, "SELECT * FROM rtree_t_geom") == [(1, 0, 5, 0, 5)]
    assert query(target, "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents") == [(0, 0, 5, 5)]
    assert query(target, "SELECT count(*) FROM t") == [(4,)]


def test_the_order_of_writing_and_freed_pages_leave_no_trace(tmp_path):
    rows = [(number, point(number, number % 90), f"n{number}") for number in range(1, 500)]
    make_table(tmp_path / "one.gpkg", "t", rows=rows)
    make_table(tmp_path / "two.gpkg", "t", rows=rows[::-1])
    with closing(connect(tmp_path / "two.gpkg", write=True)) as connection:
        connection.execute("BEGIN")
        connection.execute("UPDATE t SET name = name || '-', geom = NULL")
        connection.execute("CREATE TABLE backup AS SELECT * FROM t")
        connection.executemany("UPDATE t SET geom = ?2, name = ?3 WHERE fid = ?1", rows)
        connection.execute("DROP TABLE backup")
        connection.execute("COMMIT")
    one = copy(tmp_path / "one.gpkg", "t", tmp_path / "a.gpkg")
    two = copy(tmp_path / "two.gpkg", "t", tmp_path / "b.gpkg")
    assert one.read_bytes() == two.read_bytes()


@given(st.lists(st.floats(allow_nan=False, width=64), max_size=20))
def test_boxes_only_ever_grow_when_rounded_and_never_twice(values):
    down, up = round_down(values), round_up(values)
    for value, low, high in zip(values, down, up):
        if abs(value) <= rtree._FLOAT_MAX:
            assert low <= value <= high
    assert round_down(down) == down
    assert round_up(up) == up


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-(2**40), 2**40), st.floats(-1e6, 1e6, width=32), st.floats(-1e6, 1e6, width=32)),
        unique_by=lambda item: item[0], max_size=400,
    )
)  # fmt: skip
def test_any_tree_is_sound_for_sqlite(items):
    right, top = round_up([x + 1 for _, x, _ in items]), round_up([y + 1 for _, _, y in items])
    cells = [(number, x, maxx, y, maxy) for (number, x, y), maxx, maxy in zip(items, right, top)]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx, miny, maxy)")
        write_rtree(connection, "r", len(cells), sorted(cells, key=sort_key))
        assert connection.execute("SELECT rtreecheck('r')").fetchone() == ("ok",)
        assert sorted(connection.execute("SELECT * FROM r")) == sorted(cells)
