# SPDX-License-Identifier: GPL-2.0-or-later
"""A large table of which a few rows changed: the last package's file with those rows put in, and nothing else."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simple_projects import make_table, point

from qfieldcloud_plugin.engine.etag import PART_SIZE, digests_of_file, digests_of_quiet_file
from qfieldcloud_plugin.engine.gpkg import connect, diff, read_schema, transaction, verify
from qfieldcloud_plugin.engine.packaging import PackageOptions, make_package
from qfieldcloud_plugin.engine.packaging.geopackage import write_geopackage
from qfieldcloud_plugin.engine.packaging.row_patch import can_patch, is_worth_patching, patch_rows
from qfieldcloud_plugin.engine.packaging.table_copy import TableCopy

ROWS = [(number, point(number % 180, number % 90), f"feature {number}") for number in range(1, 6001)]
TABLES = ("roads", "gpkg_contents", "gpkg_ogr_contents", "gpkg_geometry_columns")


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Path:
    """A source of 6,000 rows, and its package beside it."""
    folder = tmp_path_factory.mktemp("base")
    make_table(folder / "source.gpkg", "roads", rows=ROWS)
    write_geopackage(folder / "packaged.gpkg", [copy_of(folder / "source.gpkg")])
    return folder


def copy_of(source: Path) -> TableCopy:
    with closing(connect(source)) as connection:
        return TableCopy(source, read_schema(connection)["roads"], "roads")


def content(path: Path) -> list[object]:
    with closing(connect(path)) as connection:
        rows = [connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in TABLES]
        boxes = connection.execute("SELECT * FROM rtree_roads_geom ORDER BY id").fetchall()
    return [*rows, boxes]


def edit(path: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    with closing(connect(path, write=True)) as connection, transaction(connection):
        for statement, values in statements:
            connection.execute(statement, values)


def patched(base: Path, folder: Path, *statements: tuple[str, tuple[object, ...]]) -> tuple[Path, Path]:
    """The package patched, and the package made anew."""
    source = folder / "source.gpkg"
    shutil.copyfile(base / "source.gpkg", source)
    edit(source, *statements)
    copy, changes = copy_of(source), diff(base / "source.gpkg", source).get("roads")
    assert can_patch(copy, changes)
    assert is_worth_patching(base / "packaged.gpkg", copy.name, changes)
    shutil.copyfile(base / "packaged.gpkg", folder / "patched.gpkg")
    assert patch_rows(folder / "patched.gpkg", copy, changes)
    write_geopackage(folder / "anew.gpkg", [copy])
    return folder / "patched.gpkg", folder / "anew.gpkg"


ROW = st.integers(1, 6000)
EDIT = st.one_of(
    st.tuples(st.just("UPDATE roads SET name = ? WHERE fid = ?"), st.tuples(st.none() | st.text(max_size=40), ROW)),
    st.tuples(
        st.just("UPDATE roads SET geom = ? WHERE fid = ?"),
        st.tuples(st.none() | st.builds(point, st.floats(-180, 180), st.floats(-90, 90)), ROW),
    ),
    st.tuples(st.just("DELETE FROM roads WHERE fid = ?"), st.tuples(ROW)),
    st.tuples(
        st.just("INSERT OR IGNORE INTO roads (fid, geom, name) VALUES (?, ?, 'new')"),
        st.tuples(st.integers(6001, 9000), st.none() | st.builds(point, st.floats(0, 9), st.floats(0, 9))),
    ),
)  # fmt: skip


@settings(max_examples=6, deadline=None)
@given(
    st.lists(EDIT, min_size=1, max_size=8, unique_by=lambda item: item[1][-1 if "UPDATE" in item[0] else 0])
)
def test_a_patched_package_holds_what_one_made_anew_holds(base, tmp_path_factory, statements):
    folder = tmp_path_factory.mktemp("patched")
    source = folder / "probe.gpkg"
    shutil.copyfile(base / "source.gpkg", source)
    edit(source, *statements)
    if not diff(base / "source.gpkg", source):
        return
    one, other = patched(base, folder, *statements)
    assert content(one)[:1] + content(one)[2:4] == content(other)[:1] + content(other)[2:4]
    ids = [[row[0] for row in content(path)[-1]] for path in (one, other)]
    assert ids[0] == ids[1]
    for path in (one, other):
        with closing(connect(path)) as connection:
            assert connection.execute("SELECT rtreecheck('rtree_roads_geom')").fetchone() == ("ok",)
        verify(path)
    shutil.rmtree(folder)


def test_the_same_patch_gives_the_same_bytes(base, tmp_path):
    pair = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        pair.append(patched(base, tmp_path / name, ("UPDATE roads SET name = 'x' WHERE fid = ?", (17,)))[0])
    assert pair[0].read_bytes() == pair[1].read_bytes()


def test_changes_that_do_not_fit_are_refused(base, tmp_path):
    copy = copy_of(base / "source.gpkg")
    source = tmp_path / "source.gpkg"
    shutil.copyfile(base / "source.gpkg", source)
    edit(source, ("DELETE FROM roads WHERE fid = ?", (17,)))
    changes = diff(base / "source.gpkg", source).get("roads")
    shutil.copyfile(base / "packaged.gpkg", tmp_path / "packaged.gpkg")
    edit(tmp_path / "packaged.gpkg", ("DELETE FROM roads WHERE fid_1 = ?", (17,)))
    assert not patch_rows(tmp_path / "packaged.gpkg", copy, changes)


def test_many_changes_and_small_tables_are_written_anew(base, tmp_path):
    source = tmp_path / "source.gpkg"
    shutil.copyfile(base / "source.gpkg", source)
    edit(source, ("UPDATE roads SET name = 'x' WHERE fid < ?", (500,)))
    copy, changes = copy_of(source), diff(base / "source.gpkg", source).get("roads")
    assert not is_worth_patching(base / "packaged.gpkg", copy.name, changes)
    edit(source, ("DELETE FROM roads WHERE fid > ?", (100,)))
    small, anew = copy_of(source), tmp_path / "small.gpkg"
    write_geopackage(anew, [small])
    edit(source, ("UPDATE roads SET name = ? WHERE fid = 1", ("y",)))
    shutil.copyfile(source, tmp_path / "before.gpkg")
    edit(source, ("UPDATE roads SET name = ? WHERE fid = 1", ("z",)))
    assert not is_worth_patching(anew, small.name, diff(tmp_path / "before.gpkg", source).get("roads"))


@pytest.mark.parametrize("fits", [True, False])
def test_a_second_package_is_patched_where_the_former_fits_and_right_where_it_does_not(
    project, tmp_path, fits
):
    project.table_layer("roads", ROWS)
    project.table_layer("trees", ROWS[:3])
    path, data = project.save(), project.folder / "data.gpkg"
    first = make_package(path, tmp_path / "one")
    base = tmp_path / "base.gpkg"
    shutil.copyfile(data, base)
    edit(data, ("UPDATE roads SET name = ?, geom = ? WHERE fid = 17", ("changed", point(1, 2))))
    changes = diff(base, data)
    if not fits:  # whatever the caller believes: a row that is not there cannot be changed
        edit(tmp_path / "one" / "data_roads.gpkg", ("DELETE FROM roads WHERE fid_1 = ?", (17,)))
    asked = []
    options = PackageOptions(
        previous=first,
        row_changes=lambda *_: changes,
        previous_file=lambda name: asked.append(name) or tmp_path / "one" / name,
    )
    second = make_package(path, tmp_path / "two", options)
    assert asked == ["data_roads.gpkg"]
    made = tmp_path / "two" / "data_roads.gpkg"
    assert content(made)[0][16] == (17, point(1, 2), 17, "changed")
    assert len(content(made)[0]) == 6000
    file = second.file("data_roads.gpkg")
    assert (file.size, file.sha256, file.md5sum) == digests_of_file(made)[:3]
    assert bool(first.file("data_roads.gpkg").sha256 == file.sha256) is False


def test_a_table_whose_description_changed_is_written_anew_although_its_rows_did_not(project, tmp_path):
    project.table_layer("roads", ROWS)
    path, data = project.save(), project.folder / "data.gpkg"
    first = make_package(path, tmp_path / "one")
    base = tmp_path / "base.gpkg"
    shutil.copyfile(data, base)
    edit(data, ("UPDATE gpkg_contents SET description = 'As of autumn' WHERE table_name = 'roads'", ()))
    options = PackageOptions(
        previous=first,
        row_changes=lambda *_: diff(base, data),
        previous_file=lambda name: tmp_path / "one" / name,
    )
    make_package(path, tmp_path / "two", options)
    with closing(connect(tmp_path / "two" / "data.gpkg")) as connection:
        said = connection.execute(
            "SELECT description FROM gpkg_contents WHERE table_name = 'roads'"
        ).fetchone()
    assert said == ("As of autumn",)


@pytest.mark.parametrize("size", [0, 1, PART_SIZE, PART_SIZE + 1, 3 * PART_SIZE])
def test_digests_are_the_same_however_they_are_made(tmp_path, size):
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.truncate(size)
    digests = digests_of_file(path)
    assert digests_of_quiet_file(path) == digests
    assert len(digests.part_md5s) == 16 * max(1, -(-size // PART_SIZE))


@pytest.mark.parametrize(
    ("place", "grows"), [(None, 0), (0, 0), (PART_SIZE, 0), (2 * PART_SIZE + 5, 0), (None, 1), (None, -1)]
)
def test_md5s_are_taken_over_only_from_equal_parts(tmp_path, place, grows):
    size = 2 * PART_SIZE + 100
    one, other = tmp_path / "one", tmp_path / "other"
    for path, length in ((one, size), (other, size + grows)):
        with path.open("wb") as file:
            file.truncate(length)
    if place is not None:
        with other.open("r+b") as file:
            file.seek(place)
            file.write(b"x")
    known = digests_of_file(one)
    assert digests_of_quiet_file(other, one, known.part_md5s) == digests_of_file(other)
    wrong = bytes(len(known.part_md5s))
    assert digests_of_quiet_file(one, one, wrong).part_md5s == wrong, "equal parts are not hashed again"
