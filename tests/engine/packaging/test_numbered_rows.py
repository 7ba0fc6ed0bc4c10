# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows keep their ids, whether SQLite is told them or gives the same by itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simple_projects import make_table, point

from qfieldcloud_plugin.engine.gpkg import connect, read_schema
from qfieldcloud_plugin.engine.packaging.geopackage import write_geopackage
from qfieldcloud_plugin.engine.packaging.numbered_rows import Miscounted, NumberedRows
from qfieldcloud_plugin.engine.packaging.table_copy import TableCopy

IDS = st.one_of(
    st.integers(0, 40).map(lambda count: set(range(1, count + 1))),  # without gaps
    st.sets(st.integers(-3, 12)),
)


def two_tables(ids, path=":memory:"):
    connection = sqlite3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    connection.execute("CREATE TABLE source (fid INTEGER PRIMARY KEY, name TEXT)")
    connection.executemany("INSERT INTO source VALUES (?, ?)", [(n, f"row {n}" * 40) for n in ids])
    connection.execute(
        "CREATE TABLE target (fid_1 INTEGER PRIMARY KEY AUTOINCREMENT, fid INTEGER, name TEXT)"
    )
    connection.execute("COMMIT")
    return connection


def rows(connection):
    return NumberedRows(connection, "main.target", '"fid_1"', "main.source", '"fid"')


@settings(max_examples=60, deadline=None)
@given(IDS)
def test_every_row_is_copied_under_its_id(ids):
    with closing(two_tables(ids)) as connection:
        assert rows(connection).copy(["fid", "name"], len(ids)) == len(ids)
        copied = connection.execute("SELECT fid_1, fid, name FROM target").fetchall()
        assert copied == [(n, n, f"row {n}" * 40) for n in sorted(ids)]


@settings(max_examples=60, deadline=None)
@given(IDS)
def test_the_next_row_gets_the_same_id_either_way(ids):
    given_ids = []
    for count in (len(ids), None):
        with closing(two_tables(ids)) as connection:
            rows(connection).copy(["fid", "name"], count)
            given_ids.append(connection.execute("INSERT INTO target (name) VALUES ('new')").lastrowid)
    assert given_ids[0] == given_ids[1]


@pytest.mark.parametrize("ids", [range(1, 3001), [*range(1, 1500), *range(1501, 3001)], range(2, 3001)])
def test_both_ways_give_the_same_bytes(tmp_path, ids):
    contents = []
    for count in (len(ids), None):
        path = tmp_path / f"counted {count}"
        with closing(two_tables(ids, path)) as connection:
            rows(connection).copy(["fid", "name"], count)
        contents.append(path.read_bytes())
    assert contents[0] == contents[1]


def test_a_wrong_count_is_noticed():
    with closing(two_tables([1, 2, 4])) as connection, pytest.raises(Miscounted):
        rows(connection).copy(["name"], 4)


@pytest.mark.parametrize("count", [3, 2, 5999, 7000, None])
def test_a_geopackage_is_the_same_whatever_its_source_has_counted(tmp_path, count):
    """OGR's count is wrong after programs that know nothing of it."""
    source, contents = tmp_path / "source.gpkg", []
    make_table(source, "roads", rows=[(n, point(n % 180, n % 90), "x") for n in range(1, 7001)])
    with closing(sqlite3.connect(source, isolation_level=None)) as connection:
        connection.execute("DELETE FROM roads WHERE fid = 17")
        for told in (6999, 7000, count):
            connection.execute("UPDATE gpkg_ogr_contents SET feature_count = ?", (told,))
            with closing(connect(source)) as reading:
                copy = TableCopy(source, read_schema(reading)["roads"], "roads")
            write_geopackage(tmp_path / "package.gpkg", [copy])
            contents.append((tmp_path / "package.gpkg").read_bytes())
            (tmp_path / "package.gpkg").unlink()
    assert contents[0] == contents[1] == contents[2]


def test_a_condition_chooses_rows():
    with closing(two_tables(range(1, 10))) as connection:
        assert rows(connection).copy_some(["name"], "WHERE fid IN (SELECT 3 UNION SELECT 7)") == 2
        assert connection.execute("SELECT fid_1 FROM target").fetchall() == [(3,), (7,)]
