# SPDX-License-Identifier: GPL-2.0-or-later
"""A second package: only what changed is made again, and a device downloads only that."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from simple_projects import point

from qfieldcloud_plugin.engine.gpkg import Changeset, connect, diff, transaction
from qfieldcloud_plugin.engine.packaging import FileIdentity, PackageOptions, make_package

LARGE = [(number, point(number % 180, number % 90), f"feature number {number}") for number in range(1, 6001)]
SMALL = [(1, point(7, 46), "x")]


@pytest.fixture
def survey(project):
    """Two large tables and two small ones."""
    for name, rows in (("roads", LARGE), ("paths", LARGE), ("trees", SMALL), ("notes", SMALL)):
        project.table_layer(name, rows)
    return project


def edit(project, statement):
    with closing(connect(project.folder / "data.gpkg", write=True)) as connection:
        connection.execute(statement)


def identities(project):
    content = (project.folder / "data.gpkg").read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return {"data.gpkg": FileIdentity(digest, "etag", len(content))}


def sums(report):
    return {file.name: file.sha256 for file in report.files}


def test_large_tables_have_a_file_each_and_small_ones_share(survey, tmp_path):
    report = make_package(survey.save(), tmp_path / "package")
    assert {table.table: table.file for table in report.tables} == {
        "roads": "data_roads.gpkg", "paths": "data_paths.gpkg", "trees": "data.gpkg", "notes": "data.gpkg",
    }  # fmt: skip


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux tells which files are open")
def test_a_package_is_left_closed_so_that_deleting_it_frees_its_place(survey, tmp_path):
    make_package(survey.save(), tmp_path / "package")
    files = [item.readlink() for item in Path("/proc/self/fd").iterdir() if item.is_symlink()]
    assert not [file for file in files if tmp_path / "package" in file.parents]


def test_one_file_is_always_called_data_gpkg(project, tmp_path):
    project.table_layer("roads", LARGE)
    report = make_package(project.save(), tmp_path / "package")
    assert [file.name for file in report.files] == ["data.gpkg", "project_qfield.qgz"]


def test_nothing_is_made_again_when_nothing_changed(survey, tmp_path):
    path = survey.save()
    first = make_package(path, tmp_path / "one")
    second = make_package(path, tmp_path / "two", PackageOptions(previous=first))
    assert [file.name for file in second.files if file.is_written] == ["project_qfield.qgz"]
    assert sums(second) == sums(first)
    assert second.packaged_layers.keys() == first.packaged_layers.keys()
    assert all(status["is_valid"] for status in second.packaged_layers.values())


@pytest.mark.parametrize("statement", [None, "UPDATE gpkg_contents SET description = 'x'"])
def test_a_file_that_another_program_has_open_in_wal_mode_is_packaged(survey, tmp_path, statement):
    path, data = survey.save(), survey.folder / "data.gpkg"
    edit(survey, "PRAGMA journal_mode = WAL")
    with closing(sqlite3.connect(data, isolation_level=None)) as qgis:
        qgis.execute("SELECT count(*) FROM trees").fetchone()
        if statement is not None:
            qgis.execute(statement)
        first = make_package(path, tmp_path / "one")
        second = make_package(path, tmp_path / "two", PackageOptions(previous=first))
    assert [file.name for file in second.files if file.is_written] == ["project_qfield.qgz"]


def test_what_is_told_of_packaged_layers_is_the_same_whether_known_or_read(survey, tmp_path):
    path = survey.save()
    first = make_package(path, tmp_path / "one")
    edit(survey, "UPDATE roads SET name = 'changed' WHERE fid = 17")
    again = make_package(path, tmp_path / "two", PackageOptions(previous=first))
    anew = make_package(path, tmp_path / "three")
    assert again.packaged_layers == anew.packaged_layers == first.packaged_layers
    edit(survey, "DROP TABLE notes")
    changed = make_package(path, tmp_path / "four", PackageOptions(previous=again))
    assert changed.packaged_layers == make_package(path, tmp_path / "five").packaged_layers
    assert changed.packaged_layers.keys() < first.packaged_layers.keys()


def test_unchanged_files_are_taken_from_the_last_folder(survey, tmp_path):
    path = survey.save()
    first = make_package(path, tmp_path / "one")
    options = PackageOptions(previous=first, previous_folder=tmp_path / "one")
    second = make_package(path, tmp_path / "two", options)
    assert all(file.is_written for file in second.files)
    for file in first.files:
        assert (tmp_path / "two" / file.name).read_bytes() == (tmp_path / "one" / file.name).read_bytes()


def test_with_history_only_the_changed_table_is_made_again(survey, tmp_path):
    path = survey.save()
    first = make_package(path, tmp_path / "one", PackageOptions(identities=identities(survey)))
    base = tmp_path / "base.gpkg"
    base.write_bytes((survey.folder / "data.gpkg").read_bytes())
    edit(survey, "UPDATE roads SET name = 'changed' WHERE fid = 17")
    asked = []

    def row_changes(name, old, new):
        asked.append((name, old == new))
        return diff(base, survey.folder / "data.gpkg")

    options = PackageOptions(previous=first, identities=identities(survey), row_changes=row_changes)
    second = make_package(path, tmp_path / "two", options)
    assert asked == [("data.gpkg", False)]
    assert [file.name for file in second.files if file.is_written] == [
        "data_roads.gpkg",
        "project_qfield.qgz",
    ]
    before, after = sums(first), sums(second)
    assert [name for name in after if after[name] != before[name]] == ["data_roads.gpkg"]
    third = make_package(
        path, tmp_path / "three", PackageOptions(previous=second, identities=identities(survey))
    )
    assert [file.name for file in third.files if file.is_written] == ["project_qfield.qgz"]


def test_without_history_the_bytes_still_tell_what_changed(survey, tmp_path):
    path = survey.save()
    first = make_package(path, tmp_path / "one")
    edit(survey, "UPDATE trees SET name = 'changed'")
    second = make_package(path, tmp_path / "two", PackageOptions(previous=first))
    before, after = sums(first), sums(second)
    assert [name for name in after if after[name] != before[name]] == ["data.gpkg"]


def test_a_changed_filter_is_a_change(survey, tmp_path):
    first = make_package(survey.save(), tmp_path / "one")
    survey.layers[0].source += "|subset=fid < 5000"
    second = make_package(survey.save(), tmp_path / "two", PackageOptions(previous=first))
    assert [file.name for file in second.files if file.is_written] == [
        "data_roads.gpkg",
        "project_qfield.qgz",
    ]


def test_a_new_column_is_a_change_even_if_history_forgets_to_say_so(survey, tmp_path):
    path = survey.save()
    first = make_package(path, tmp_path / "one", PackageOptions(identities=identities(survey)))
    edit(survey, "ALTER TABLE paths ADD COLUMN extra TEXT")
    options = PackageOptions(
        previous=first, identities=identities(survey), row_changes=lambda *_: Changeset()
    )
    second = make_package(path, tmp_path / "two", options)
    assert [file.name for file in second.files if file.is_written] == [
        "data_paths.gpkg",
        "project_qfield.qgz",
    ]


def test_a_table_that_grows_moves_to_a_file_of_its_own(project, tmp_path):
    project.table_layer("trees", SMALL)
    project.table_layer("roads", SMALL)
    path = project.save()
    first = make_package(path, tmp_path / "one")
    with closing(connect(project.folder / "data.gpkg", write=True)) as connection, transaction(connection):
        connection.executemany("INSERT INTO roads (name) VALUES (?)", [(f"{n}" * 50,) for n in range(4000)])
    second = make_package(path, tmp_path / "two", PackageOptions(previous=first))
    assert [file.name for file in second.files] == ["data.gpkg", "data_roads.gpkg", "project_qfield.qgz"]
