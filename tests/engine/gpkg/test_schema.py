# SPDX-License-Identifier: GPL-2.0-or-later
"""What is remembered of schemas is never told of another one."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from qfieldcloud_plugin.engine.gpkg import connect, read_schema, schema
from tests.data.simple_projects import make_table

CHANGES = (
    "UPDATE gpkg_contents SET data_type = 'attributes' WHERE table_name = 'trees'",
    "UPDATE gpkg_geometry_columns SET srs_id = 3857",
    "UPDATE gpkg_geometry_columns SET z = 1",
    "DELETE FROM gpkg_geometry_columns",
    "ALTER TABLE trees ADD COLUMN note TEXT",
    "CREATE UNIQUE INDEX one_of_a_name ON trees (name)",
    "CREATE TABLE visits (id INTEGER PRIMARY KEY, tree INTEGER REFERENCES trees)",
    "CREATE VIEW tall AS SELECT * FROM trees",
    "PRAGMA user_version = 7",
)


def schema_of(path):
    with closing(connect(path)) as connection:
        return read_schema(connection)


def read_with_nothing_remembered(path):
    schema._tables_of.cache_clear()
    return schema_of(path)


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_read_anew_and_other_files_keep_theirs(tmp_path, change):
    make_table(tmp_path / "a.gpkg", "trees")
    shutil.copy(tmp_path / "a.gpkg", tmp_path / "b.gpkg")
    before = schema_of(tmp_path / "a.gpkg")
    with closing(sqlite3.connect(tmp_path / "b.gpkg")) as connection, connection:
        connection.execute(change)
    changed, still = schema_of(tmp_path / "b.gpkg"), schema_of(tmp_path / "a.gpkg")
    assert changed != before == still
    assert changed == read_with_nothing_remembered(tmp_path / "b.gpkg")


def test_a_schema_that_would_fill_the_memory_is_not_remembered(tmp_path):
    make_table(tmp_path / "a.gpkg", "trees")
    with closing(sqlite3.connect(tmp_path / "a.gpkg")) as connection, connection:
        connection.execute(f"CREATE VIEW long AS SELECT '{'x' * schema._LARGEST_KEPT}'")
    assert read_with_nothing_remembered(tmp_path / "a.gpkg") == schema_of(tmp_path / "a.gpkg")
    assert schema._tables_of.cache_info().currsize == 0
