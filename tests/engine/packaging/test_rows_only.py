# SPDX-License-Identifier: GPL-2.0-or-later
"""When only rows of large tables changed, the short way to the next package leads where the long way leads."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simple_projects import SimpleProject, point

from qfieldcloud_plugin.engine.gpkg import connect, diff, transaction
from qfieldcloud_plugin.engine.packaging import FileIdentity, PackageOptions, PackageReport, make_package

ROWS = [(number, point(number % 180, number % 90), f"feature {number}") for number in range(1, 6001)]
SMALL = ROWS[:3]


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    """Two large tables and a small one in one GeoPackage, a large one in another."""
    folder = tmp_path_factory.mktemp("survey")
    project = SimpleProject(folder / "project")
    for name, rows in (("roads", ROWS), ("paths", ROWS), ("trees", SMALL)):
        project.table_layer(name, rows, fields=["fid", "name"])
    project.table_layer("walls", ROWS, file="data/more.gpkg")
    project.save()
    (project.folder / "notes.txt").write_text("for nobody")
    make_package(project.folder / "project.qgs", folder / "package", PackageOptions(**known(project.folder)))
    return folder


@pytest.fixture
def world(survey, tmp_path):
    return World(survey, tmp_path)


class World:
    """A copy of the project to change, and its package as it was before."""

    def __init__(self, survey: Path, folder: Path) -> None:
        self.folder = folder / "project"
        self.base = survey / "project"
        self.first_package = folder / "first"
        shutil.copytree(self.base, self.folder)
        project_file = self.folder / "project.qgs"
        self.first = make_package(project_file, self.first_package, PackageOptions(**known(self.folder)))
        self.count = 0

    def edit(self, statement: str, *values: object, name: str = "data.gpkg") -> None:
        with closing(connect(self.folder / name, write=True)) as connection, transaction(connection):
            connection.execute(statement, values)

    def package(self, *, short: bool = True, **changed: object) -> tuple[PackageReport, Path]:
        self.count += 1
        target = self.folder.parent / f"package{self.count}"
        options = PackageOptions(
            **{
                **known(self.folder, all_files=short),
                "previous": self.first,
                "previous_file": self.first_package.joinpath,
                "row_changes": lambda name, *_: diff(self.base / name, self.folder / name),
                **changed,
            }
        )
        return make_package(self.folder / "project.qgs", target, options), target

    def goes_the_short_way(self, **changed: object) -> bool:
        """Also holds it against the package made anew of everything."""
        report, target = self.package(**changed)
        long, _ = self.package(short=False, **changed)
        assert same(report) == same(long)
        for file in report.files:
            made = target / file.name
            assert made.exists() == file.is_written
            if file.is_written:
                assert hashlib.sha256(made.read_bytes()).hexdigest() == file.sha256
            elif file.source:
                content = (self.folder / file.source).read_bytes()
                assert hashlib.sha256(content).hexdigest() == file.sha256
            else:  # its name may be another
                assert file.sha256 in {known.sha256 for known in self.first.files}
        return not report.file("project_qfield.qgz").is_written


def known(folder: Path, *, all_files: bool = True) -> dict[str, object]:
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    identities = {
        name: FileIdentity(hashlib.sha256(path.read_bytes()).hexdigest(), "etag", path.stat().st_size)
        for name, path in paths.items()
    }
    return {"identities": identities, "knows_all_files": all_files, "lists_unchanged_files": True}


def same(report: PackageReport) -> dict[str, object]:
    """All that is told of a package but for which files had to be written and how it may be made next time."""
    files = [replace(file, is_written=True) for file in report.files]
    return replace(report, files=files, frames={}, made_of="").to_json()


ROW = st.integers(1, 6000)
TABLE = st.sampled_from([("roads", "data.gpkg"), ("paths", "data.gpkg"), ("walls", "data/more.gpkg")])
EDIT = st.tuples(
    TABLE,
    st.one_of(
        st.tuples(st.just("UPDATE {} SET name = 'x' WHERE fid = {}"), ROW),
        st.tuples(st.just("DELETE FROM {} WHERE fid = {}"), ROW),
        st.tuples(
            st.just("INSERT OR IGNORE INTO {} (fid, name) VALUES ({}, 'new')"), st.integers(6001, 6009)
        ),
    ),
)


@settings(max_examples=8, deadline=None)
@given(st.lists(EDIT, min_size=1, max_size=5))
def test_both_ways_lead_to_the_same_package(survey, tmp_path_factory, edits):
    world = World(survey, tmp_path_factory.mktemp("world"))
    for (table, name), (statement, row) in edits:
        world.edit(statement.format(table, row), name=name)
    assert world.goes_the_short_way()
    shutil.rmtree(world.folder.parent)


def test_the_next_package_goes_on_from_there(world):
    world.edit("UPDATE roads SET name = 'x' WHERE fid = 17")
    second, target = world.package()
    for file in second.files:
        if not file.is_written:
            shutil.copyfile(world.first_package / file.name, target / file.name)
    world.first, world.first_package = PackageReport.from_json(second.to_json()), target
    world.base = world.folder.parent / "base"
    shutil.copytree(world.folder, world.base)
    world.edit("UPDATE paths SET name = 'y' WHERE fid = 18")
    assert world.goes_the_short_way()


def test_a_geopackage_that_cannot_be_read_is_left_out_either_way(world):
    world.edit("UPDATE roads SET name = 'x' WHERE fid = 17")
    changes = diff(world.base / "data.gpkg", world.folder / "data.gpkg")
    (world.folder / "data.gpkg").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    assert not world.goes_the_short_way(row_changes=lambda name, *_: changes)


def test_whoever_keeps_packages_as_folders_gets_a_whole_one(world):
    world.edit("UPDATE roads SET name = 'x' WHERE fid = 17")
    report, target = world.package(previous_folder=world.first_package, previous_file=None)
    assert all(file.is_written for file in report.files)
    for name in ("data_paths.gpkg", "project_qfield.qgz"):
        assert (target / name).read_bytes() == (world.first_package / name).read_bytes()


def test_nothing_is_made_where_nothing_changed(world):
    report, _ = world.package()
    assert not any(file.is_written for file in report.files)
    assert same(report) == same(world.first)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE trees SET name = 'x' WHERE fid = 1",  # shares its file with others
        "UPDATE roads SET name = 'x' WHERE fid < 1000",  # too many
        "ALTER TABLE trees ADD COLUMN height REAL",
        "CREATE VIEW seen AS SELECT * FROM trees",
        "UPDATE gpkg_contents SET identifier = 'Ways' WHERE table_name = 'paths'",
    ],
)
def test_other_changes_of_a_geopackage_take_the_long_way(world, statement):
    world.edit("UPDATE roads SET name = 'x' WHERE fid = 17")
    world.edit(statement)
    report, _ = world.package(
        row_changes=lambda *_: diff(world.base / "data.gpkg", world.folder / "data.gpkg", definitions=True)
    )
    assert report.file("project_qfield.qgz").is_written


def test_any_other_file_that_comes_changes_or_goes_takes_the_long_way(world):
    world.edit("UPDATE roads SET name = 'x' WHERE fid = 17")
    assert world.goes_the_short_way()
    (world.folder / "notes.txt").write_text("for somebody")
    assert not world.goes_the_short_way()
    (world.folder / "notes.txt").write_text("for nobody")
    assert world.goes_the_short_way()
    (world.folder / "picture.png").write_bytes(b"x")
    assert not world.goes_the_short_way()


def test_a_changed_project_takes_the_long_way(world):
    world.edit("UPDATE roads SET name = 'x' WHERE fid = 17")
    path = world.folder / "project.qgs"
    path.write_bytes(path.read_bytes().replace(b">roads<", b">Roads<"))
    assert not world.goes_the_short_way()


def test_other_wishes_and_unknown_rows_take_the_long_way(world):
    world.edit("UPDATE roads SET name = 'x' WHERE fid = 17")
    assert not world.goes_the_short_way(title="Another")
    assert not world.goes_the_short_way(made_for=["person:anna"])
    assert not world.goes_the_short_way(row_changes=lambda *_: None)
    assert not world.goes_the_short_way(previous_file=lambda _: None)


def variant(survey: Path, folder: Path, old: str, new: str) -> World:
    """The same with another project file."""
    shutil.copytree(survey / "project", folder / "project")
    path = folder / "project" / "project.qgs"
    text = path.read_text()
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new))
    return World(folder, folder / "world")


def test_rows_that_a_filter_chose_are_chosen_again(survey, tmp_path):
    world = variant(survey, tmp_path, "|layername=walls", "|layername=walls|subset=name != 'x'")
    world.edit("UPDATE walls SET name = 'x' WHERE fid = 17", name="data/more.gpkg")
    assert not world.goes_the_short_way()


def test_a_filter_that_reads_another_table_follows_that_one_too(survey, tmp_path):
    filtered = "|layername=paths|subset=fid IN (SELECT fid FROM roads WHERE name &lt;> 'x')"
    world = variant(survey, tmp_path, "|layername=paths<", filtered + "<")
    world.edit("UPDATE roads SET name = 'x' WHERE fid = 17")
    assert not world.goes_the_short_way()
    _, target = world.package()
    with closing(connect(target / "data_paths.gpkg")) as connection:
        assert connection.execute("SELECT count(*) FROM paths").fetchone() == (5999,)


def test_a_geopackage_that_is_also_handed_out_as_it_is_takes_the_long_way(survey, tmp_path):
    folders = '<QFieldSync><dataDirs type="QStringList"><value>data</value></dataDirs></QFieldSync>'
    world = variant(survey, tmp_path, "<properties>", "<properties>" + folders)
    world.edit("UPDATE walls SET name = 'x' WHERE fid = 17", name="data/more.gpkg")
    assert not world.goes_the_short_way()


def test_what_an_exporter_reads_is_read_again(survey, tmp_path):
    """It may come from a database, of which no file tells."""
    world = variant(survey, tmp_path, "./data.gpkg|layername=trees<", "nowhere.csv<")
    world.edit("UPDATE roads SET name = 'x' WHERE fid = 17")
    assert not world.goes_the_short_way()
