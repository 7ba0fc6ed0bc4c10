# SPDX-License-Identifier: GPL-2.0-or-later
"""Bad input fails with the layer and the reason named; no half package is left, and the one before stays."""

from __future__ import annotations

import os
import zipfile

import pytest
from simple_projects import point

from qfieldcloud_plugin.engine.errors import EngineError, GeoPackageError
from qfieldcloud_plugin.engine.packaging import LayerNotPackaged, PackageOptions, make_package
from qfieldcloud_plugin.engine.project import InvalidProject, ProjectFileMissing, ProjectTooBig, read_project

GIGABYTE = 1 << 30
TREES = [(number, point(7, 46), "x" * 500) for number in range(1, 2001)]


def broken_xml(project):
    path = project.save()
    path.write_text("<qgis><unclosed></qgis>")
    return path


def broken_xml_in_a_zip(project):
    path = project.folder / "project.qgz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qgs", "<qgis><unclosed></qgis>")
    return path


def zip_that_climbs_out(project):
    path = project.folder / "project.qgz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qgs", project.xml())
        archive.writestr("../../outside.txt", "gotcha")
    return path


def nested_groups_of_a_gigabyte(project):
    path = project.folder / "project.qgs"
    path.write_text("<qgis>" + "<layer-tree-group>" * 100_000)
    os.truncate(path, GIGABYTE)  # sparse: it takes no time and no room
    return path


def nested_groups(project):
    path = project.folder / "project.qgs"
    path.write_text("<qgis>" + "<layer-tree-group>" * 200_000)
    return path


def nested_groups_in_a_zip(project):
    path = project.folder / "project.qgz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("project.qgs", "<qgis>" + "<layer-tree-group>" * 2_000_000)
    return path


def no_project_at_all(project):
    return project.folder / "project.qgs"


def geopackage_that_breaks_midway(project):
    path = project.save()
    with (project.folder / "data.gpkg").open("r+b") as file:
        file.seek(400_000)
        file.write(os.urandom(200_000))
    return path


@pytest.mark.parametrize("is_second", [False, True])
@pytest.mark.parametrize(
    ("make", "error"),
    [
        (broken_xml, InvalidProject),
        (broken_xml_in_a_zip, InvalidProject),
        (zip_that_climbs_out, InvalidProject),
        (nested_groups_of_a_gigabyte, ProjectTooBig),
        (nested_groups, ProjectTooBig),
        (nested_groups_in_a_zip, ProjectTooBig),
        (no_project_at_all, ProjectFileMissing),
        (geopackage_that_breaks_midway, GeoPackageError),
    ],
)
def test_nothing_half_is_left_and_the_former_package_stays(project, tmp_path, make, error, is_second):
    project.table_layer("trees", TREES)
    out, before = tmp_path / "package", {}
    if is_second:
        make_package(project.save(), out)
        (project.folder / "project.qgs").unlink()
        before = {path.name: path.read_bytes() for path in out.iterdir()}
    path = make(project)
    with pytest.raises(error) as caught:
        make_package(path, out, PackageOptions(replaces_folder=True))
    assert isinstance(caught.value, EngineError)
    assert caught.value.message
    assert sorted(item.name for item in tmp_path.iterdir()) == (
        ["package", "project"] if is_second else ["project"]
    )
    assert {item.name: item.read_bytes() for item in out.iterdir()} == before if is_second else True
    assert not (tmp_path.parent / "outside.txt").exists()


def missing(project):
    (project.folder / "bad.gpkg").unlink()


def empty(project):
    (project.folder / "bad.gpkg").write_bytes(b"")


def something_else(project):
    (project.folder / "bad.gpkg").write_bytes(b"This is no GeoPackage." * 400)


def cut_short(project):
    os.truncate(project.folder / "bad.gpkg", 1000)


def folder(project):
    (project.folder / "bad.gpkg").unlink()
    (project.folder / "bad.gpkg").mkdir()


@pytest.mark.parametrize("spoil", [missing, empty, something_else, cut_short, folder])
def test_a_bad_file_is_named_with_its_layer_and_the_rest_is_packaged(project, tmp_path, spoil):
    project.table_layer("good", TREES[:3])
    project.table_layer("bad", TREES[:3], file="bad.gpkg")
    path = project.save()
    spoil(project)
    report = make_package(path, tmp_path / "package")
    (warning,) = report.warnings
    assert warning.layer_id == "bad_id"
    assert "bad" in warning.text
    assert len(warning.text) > 25
    assert report.layers["bad_id"]["is_valid"] is False
    packaged = read_project(tmp_path / "package" / report.project_file)
    assert list(packaged.layers) == ["good_id"]


@pytest.mark.parametrize("spoil", [missing, something_else])
def test_all_or_nothing_names_the_layer_and_leaves_nothing(project, tmp_path, spoil):
    project.table_layer("good", TREES[:3])
    project.table_layer("bad", TREES[:3], file="bad.gpkg")
    path = project.save()
    spoil(project)
    with pytest.raises(LayerNotPackaged) as caught:
        make_package(path, tmp_path / "package", PackageOptions(strict=True))
    assert caught.value.layer_id == "bad_id"
    assert "bad" in caught.value.message
    assert [item.name for item in tmp_path.iterdir()] == ["project"]
