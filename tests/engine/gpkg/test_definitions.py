# SPDX-License-Identifier: GPL-2.0-or-later
"""Changesets of GeoPackages whose tables, indexes, views and triggers were changed."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any, Dict, List, Tuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_plugin.engine.errors import ChangeDoesNotFit, InvalidChangeset, SchemaDoesNotFit
from qfieldcloud_plugin.engine.gpkg import Changeset, Choice, ConflictKind, apply, diff, merge
from qfieldcloud_plugin.engine.gpkg.definitions import DefinitionChange
from qfieldcloud_plugin.engine.gpkg.functions import register_functions

from .making import add_layer, content, make_geopackage, point, problems

START = """
CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL, mood TEXT);
CREATE INDEX notes_by_mood ON notes (mood);
CREATE VIEW happy AS SELECT * FROM notes WHERE mood = 'happy';
CREATE TABLE log (id INTEGER PRIMARY KEY, what TEXT);
CREATE TRIGGER keep_log AFTER INSERT ON notes BEGIN INSERT INTO log (what) VALUES (NEW.text); END;
CREATE TABLE loose (a, b);
CREATE TABLE replies (id INTEGER PRIMARY KEY, note INTEGER REFERENCES notes (id), text TEXT);
INSERT INTO notes (text, mood) VALUES ('one', 'happy'), ('two', NULL), ('three', 'sad');
INSERT INTO loose VALUES (1, 'x'), (1, 'x'), (2, NULL);
INSERT INTO replies VALUES (1, 1, 'yes'), (2, 3, 'no');
"""
STEPS: Dict[str, str] = {
    "add a column": "ALTER TABLE notes ADD COLUMN page INTEGER; UPDATE notes SET page = id * 10 WHERE id < 3",
    "add a column with a default": "ALTER TABLE notes ADD COLUMN stars INTEGER NOT NULL DEFAULT 5",
    "drop a column": (
        "DROP VIEW IF EXISTS happy; DROP INDEX IF EXISTS notes_by_mood; ALTER TABLE notes DROP COLUMN mood"
    ),
    "rename a column": "ALTER TABLE replies RENAME COLUMN text TO answer",
    "rename a table": "ALTER TABLE loose RENAME TO looser",
    "drop a table": "DROP TABLE replies",
    "add a table": "CREATE TABLE extra (k TEXT PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO extra VALUES ('a', 1)",
    "another key": (
        "CREATE TABLE other (a, b, id INTEGER PRIMARY KEY); INSERT INTO other (a, b) SELECT a, b FROM loose;"
        "DROP TABLE loose; ALTER TABLE other RENAME TO loose"
    ),
    "another index": "DROP INDEX IF EXISTS notes_by_mood; CREATE UNIQUE INDEX notes_by_mood ON notes (text)",
    "another view": "DROP VIEW IF EXISTS happy; CREATE VIEW happy AS SELECT id FROM notes",
    "no trigger": "DROP TRIGGER keep_log",
    "another trigger": (
        "DROP TRIGGER keep_log; CREATE TRIGGER keep_log AFTER DELETE ON notes BEGIN DELETE FROM log; END"
    ),
    "rows": (
        "UPDATE notes SET text = text || '!'; DELETE FROM notes WHERE id = 2;"
        "INSERT INTO notes (text) VALUES ('four')"
    ),
    "drop a layer": (
        "DROP TABLE rtree_trees_geom; DROP TABLE trees; DELETE FROM gpkg_contents WHERE table_name = 'trees';"
        "DELETE FROM gpkg_geometry_columns; DELETE FROM gpkg_ogr_contents"
    ),
    "another layer": "",
    "a column for a layer": "ALTER TABLE trees ADD COLUMN height REAL; UPDATE trees SET height = fid, geom = NULL",
}


can_drop_columns = sqlite3.sqlite_version_info >= (3, 35)
if not can_drop_columns:
    del STEPS["drop a column"]


def make(path: Path) -> Path:
    connection = make_geopackage(path)
    add_layer(connection, "trees")
    for number in range(3):
        connection.execute(
            "INSERT INTO trees (geom, name) VALUES (?, ?)", (point(number, -number), str(number))
        )
    connection.executescript(START)
    connection.close()
    return path


def take(path: Path, *steps: str) -> None:
    connection = sqlite3.connect(str(path), isolation_level=None)
    register_functions(connection)
    for step in steps:
        if step == "another layer":
            add_layer(connection, "ponds", "depth REAL")
            connection.execute("INSERT INTO ponds (geom, depth) VALUES (?, 2.5)", (point(7, 8),))
        connection.executescript(STEPS[step])
    connection.close()


def definitions(path: Path) -> List[Tuple[Any, ...]]:
    connection = sqlite3.connect(str(path))
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
    ).fetchall()
    connection.close()
    return rows


def check_both_ways(base: Path, other: Path) -> None:
    before, after = (content(base), definitions(base)), (content(other), definitions(other))
    changes = diff(base, other, definitions=True)
    assert Changeset.from_bytes(changes.to_bytes()) == changes
    apply(changes, base)
    assert (content(base), definitions(base)) == after
    assert problems(base) == []
    assert not diff(base, other, definitions=True)
    apply(changes.invert(), base)
    assert (content(base), definitions(base)) == before
    assert problems(base) == []


@pytest.mark.parametrize("step", list(STEPS))
def test_every_kind_of_change_of_the_tables_is_made_and_undone(tmp_path: Path, step: str) -> None:
    base = make(tmp_path / "a.gpkg")
    shutil.copy(base, tmp_path / "b.gpkg")
    take(tmp_path / "b.gpkg", step)
    check_both_ways(base, tmp_path / "b.gpkg")


@pytest.mark.fuzz
@given(st.lists(st.sampled_from(list(STEPS)), min_size=2, max_size=6, unique=True))
def test_changes_of_the_tables_combine(tmp_path_factory: Any, steps: List[str]) -> None:
    folder = tmp_path_factory.mktemp("made")
    base = make(folder / "a.gpkg")
    shutil.copy(base, folder / "b.gpkg")
    for step in steps:
        with suppress(sqlite3.Error):  # it may need what another step took away
            take(folder / "b.gpkg", step)
    check_both_ways(base, folder / "b.gpkg")


def test_without_being_asked_a_difference_of_columns_is_an_error(tmp_path: Path) -> None:
    base = make(tmp_path / "a.gpkg")
    shutil.copy(base, tmp_path / "b.gpkg")
    take(tmp_path / "b.gpkg", "add a column")
    with pytest.raises(SchemaDoesNotFit):
        diff(base, tmp_path / "b.gpkg")


def test_rows_nobody_knew_of_keep_their_table(tmp_path: Path) -> None:
    base = make(tmp_path / "a.gpkg")
    shutil.copy(base, tmp_path / "b.gpkg")
    take(tmp_path / "b.gpkg", "drop a table")
    changes = diff(base, tmp_path / "b.gpkg", definitions=True)
    connection = sqlite3.connect(str(base), isolation_level=None)
    connection.execute("INSERT INTO replies VALUES (99, 1, 'new')")
    connection.close()
    before = content(base)
    with pytest.raises(ChangeDoesNotFit):
        apply(changes, base)
    assert content(base) == before


@pytest.mark.skipif(not can_drop_columns, reason="needs SQLite 3.35 to drop a column")
def test_values_nobody_knew_of_keep_their_column(tmp_path: Path) -> None:
    base = make(tmp_path / "a.gpkg")
    shutil.copy(base, tmp_path / "b.gpkg")
    take(tmp_path / "b.gpkg", "drop a column")
    changes = diff(base, tmp_path / "b.gpkg", definitions=True)
    connection = sqlite3.connect(str(base), isolation_level=None)
    connection.execute("INSERT INTO notes (text, mood) VALUES ('new', 'curious')")
    connection.close()
    with pytest.raises(ChangeDoesNotFit):
        apply(changes, base)


def test_a_changeset_cannot_smuggle_statements_in(tmp_path: Path) -> None:
    base = make(tmp_path / "a.gpkg")
    before = content(base), definitions(base)
    for kind, statement in (
        ("table", "ATTACH 'x.db' AS x"),
        ("table", "CREATE TABLE evil AS SELECT * FROM notes"),
        ("table", "CREATE VIRTUAL TABLE evil USING dbstat(main)"),
        ("table", "CREATE TABLE another (a)"),
        ("trigger", "CREATE TEMP TRIGGER evil AFTER INSERT ON notes BEGIN SELECT 1; END"),
        ("view", "DROP TABLE notes"),
    ):
        changes = Changeset((), (DefinitionChange(kind, "evil", "evil", None, statement),))
        with pytest.raises((InvalidChangeset, SchemaDoesNotFit)):
            apply(changes, base)
    assert (content(base), definitions(base)) == before


def test_a_column_that_one_side_adds_meets_rows_that_the_other_changes(tmp_path: Path) -> None:
    base = make(tmp_path / "base.gpkg")
    for name, step in (("mine", "add a column"), ("theirs", "rows")):
        shutil.copy(base, tmp_path / f"{name}.gpkg")
        take(tmp_path / f"{name}.gpkg", step)
    mine, theirs = (diff(base, tmp_path / f"{name}.gpkg", definitions=True) for name in ("mine", "theirs"))
    merged = merge(mine, theirs, base)
    assert {conflict.kind for conflict in merged.conflicts} == {ConflictKind.DELETED_AND_CHANGED}  # row 2
    apply(merged.mine_onto_theirs, tmp_path / "theirs.gpkg")
    apply(merged.theirs_onto_mine, tmp_path / "mine.gpkg")
    assert definitions(tmp_path / "mine.gpkg") == definitions(tmp_path / "theirs.gpkg")
    assert [change.key for change in diff(tmp_path / "mine.gpkg", tmp_path / "theirs.gpkg")] == [(2,)]


@pytest.mark.skipif(not can_drop_columns, reason="needs SQLite 3.35 to drop a column")
def test_a_table_that_one_side_takes_from_and_the_other_works_in_is_held(tmp_path: Path) -> None:
    base = make(tmp_path / "base.gpkg")
    for name, step in (("mine", "rows"), ("theirs", "drop a column")):
        shutil.copy(base, tmp_path / f"{name}.gpkg")
        take(tmp_path / f"{name}.gpkg", step)
    mine, theirs = (diff(base, tmp_path / f"{name}.gpkg", definitions=True) for name in ("mine", "theirs"))
    merged = merge(mine, theirs, base)
    (conflict,) = merged.conflicts
    assert (conflict.kind, conflict.table) == (ConflictKind.DEFINITION, "notes")
    before = definitions(tmp_path / "mine.gpkg")
    apply(merged.theirs_onto_mine, tmp_path / "mine.gpkg")
    notes = [row for row in definitions(tmp_path / "mine.gpkg") if row[2] == "notes"]
    assert notes == [row for row in before if row[2] == "notes"]


@pytest.mark.skipif(not can_drop_columns, reason="needs SQLite 3.35 to drop a column")
@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("rows", "drop a column"),
        ("drop a column", "rows"),
        ("a column for a layer", "drop a layer"),
        ("drop a layer", "a column for a layer"),
        ("add a column", "add a column with a default"),
    ],
)
@pytest.mark.parametrize("choice", list(Choice))
def test_whoever_decides_about_a_held_table_takes_one_sides_table(
    tmp_path: Path, mine: str, theirs: str, choice: Choice
) -> None:
    base = make(tmp_path / "base.gpkg")
    paths = {name: tmp_path / f"{name}.gpkg" for name in ("mine", "theirs")}
    for name, step in (("mine", mine), ("theirs", theirs)):
        shutil.copy(base, paths[name])
        take(paths[name], step)
        connection = sqlite3.connect(str(paths[name]), isolation_level=None)
        connection.execute("CREATE TABLE own_" + name + " (id INTEGER PRIMARY KEY)")
        connection.close()
    merged = merge(*(diff(base, path, definitions=True) for path in paths.values()), base)
    (conflict,) = merged.conflicts
    assert conflict.kind is ConflictKind.DEFINITION
    decided = merged.resolve({conflict.id: choice})
    assert decided.conflicts == ()
    chosen = [row for row in definitions(paths[choice.value]) if row[2] == conflict.table]
    rows = content(paths[choice.value]).get(conflict.table)
    apply(decided.theirs_onto_mine, paths["mine"])
    apply(decided.mine_onto_theirs, paths["theirs"])
    assert definitions(paths["mine"]) == definitions(paths["theirs"])
    assert content(paths["mine"]) == content(paths["theirs"])
    assert [row for row in definitions(paths["mine"]) if row[2] == conflict.table] == chosen
    assert content(paths["mine"]).get(conflict.table) == rows
    assert problems(paths["mine"]) == problems(paths["theirs"]) == []
