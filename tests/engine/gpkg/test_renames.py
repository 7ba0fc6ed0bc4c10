# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables, keys and columns are found again under new names where their rows prove it, and only there."""

from __future__ import annotations

import shutil
from contextlib import closing

import pytest

from qfieldcloud_plugin.engine.gpkg import NO_RENAMES, connect, renames_between

from .making import add_layer, make_geopackage

ROWS = "INSERT INTO trees (fid, species, height) VALUES (1, 'oak', 2), (3, 'ash', 3), (7, 'elm', 4)"


@pytest.fixture
def renames(tmp_path):
    """`renames(statement, …)`: what is found after the statements were done to a layer of three trees."""

    def find(*statements, rows=ROWS):
        before, after = tmp_path / "before.gpkg", tmp_path / "after.gpkg"
        connection = make_geopackage(before)
        add_layer(connection, "trees", "species TEXT, height REAL")
        if rows:
            connection.execute(rows)
        connection.close()
        shutil.copyfile(before, after)
        with closing(connect(after, write=True)) as connection:
            for statement in statements:
                connection.execute(statement)
        found = renames_between(before, after)
        back = renames_between(after, before)
        assert (found.inverted().tables, found.inverted().columns) == (back.tables, back.columns)
        return found

    return find


TABLE = (
    "ALTER TABLE trees RENAME TO plants",
    "UPDATE gpkg_contents SET table_name = 'plants', identifier = 'plants'",
    "UPDATE gpkg_geometry_columns SET table_name = 'plants'",
)
KEY = "ALTER TABLE trees RENAME COLUMN fid TO tree"


def test_what_is_called_as_before_is_not_listed(renames):
    assert renames("UPDATE trees SET height = 9", "ALTER TABLE trees ADD COLUMN health TEXT") == NO_RENAMES


@pytest.mark.parametrize("rows", [ROWS, ""], ids=["with rows", "without"])
def test_a_table_is_found_under_its_new_name(renames, rows):
    found = renames(*TABLE, "UPDATE plants SET height = 9 WHERE fid = 1", rows=rows)
    assert (found.table("trees"), found.table("other"), found.unproven) == ("plants", "other", frozenset())


def test_a_key_and_a_column_are_found_in_a_table_with_a_new_name(renames):
    found = renames(
        *TABLE,
        "ALTER TABLE plants RENAME COLUMN fid TO tree",
        "ALTER TABLE plants RENAME COLUMN height TO metres",
    )
    assert found.of("trees") == {"fid": "tree", "height": "metres"}
    assert found.key("trees", ("fid",)) == ("tree",)


def test_a_name_in_another_case_needs_no_proof(renames):
    found = renames("ALTER TABLE trees RENAME COLUMN species TO Species", rows="")
    assert found.of("trees") == {"species": "Species"}


def test_another_column_in_the_place_of_one_is_not_that_one(renames):
    found = renames("ALTER TABLE trees RENAME COLUMN species TO note", "UPDATE trees SET note = 'x' || fid")
    assert found == NO_RENAMES


@pytest.mark.parametrize(
    ("statements", "tables"),
    [
        ((*TABLE, "UPDATE plants SET species = 'x', height = 0"), {"trees", "plants"}),
        ((KEY, "UPDATE trees SET tree = tree + 100"), {"trees"}),
    ],
    ids=["table", "key"],
)
def test_where_no_row_proves_a_new_name_it_is_told_as_possible(renames, statements, tables):
    found = renames(*statements)
    assert (found.tables, found.unproven) == ({}, tables)


def test_a_table_that_is_gone_is_not_taken_for_one_that_came(renames):
    found = renames(
        "DROP TABLE trees",
        "DELETE FROM gpkg_contents",
        "DELETE FROM gpkg_geometry_columns",
        "CREATE TABLE roads (id INTEGER PRIMARY KEY, lanes INTEGER)",
    )
    assert found == NO_RENAMES
