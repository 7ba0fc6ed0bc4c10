# SPDX-License-Identifier: GPL-2.0-or-later
"""Files that travel as they are: side-cars, folders, pictures, the plugin, and that nothing else does."""

from __future__ import annotations

import zipfile
from contextlib import closing

import pytest
from simple_projects import point

from qfieldcloud_plugin.engine.gpkg import connect
from qfieldcloud_plugin.engine.packaging import CABLE, PackageOptions, make_package
from qfieldcloud_plugin.engine.project import read_project

TREES = [(1, point(7, 46), "oak")]


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def write(project, *files, content=b"x"):
    for file in files:
        path = project.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@pytest.fixture
def package(project, tmp_path):
    def run(**options):
        out = tmp_path / "package"
        report = make_package(project.save(), out, PackageOptions(replaces_folder=True, **options))
        assert names(out) == sorted(file.name for file in report.files if file.is_written)
        return report, out

    return run


@pytest.mark.parametrize(
    ("file", "provider", "along", "left"),
    [
        ("a.shp", "ogr", ["a.shx", "a.dbf", "a.PRJ", "a.cpg"], ["b.dbf", "a.txt"]),
        (
            "ortho.tif",
            "gdal",
            ["ortho.tfw", "ortho.tif.aux.xml", "ortho.tif.ovr"],
            ["ortho2.tfw", "ortho.qml"],
        ),
        ("photo.jpg", "gdal", ["photo.jgw", "photo.jpg.aux.xml"], ["photo2.jpg"]),
    ],
)
def test_side_cars_come_along_and_neighbours_do_not(project, package, file, provider, along, left):
    write(project, *(f"d/{name}" for name in (file, *along, *left)))
    project.layer("x", f"./d/{file}", provider=provider, type="raster" if provider == "gdal" else "vector")
    _, out = package()
    assert names(out) == sorted([f"d/{name}" for name in (file, *along)] + ["project_qfield.qgz"])


def test_what_a_virtual_raster_reads_comes_along(project, package):
    vrt = b'<VRTDataset><SourceFilename relativeToVRT="1">tiles/a.tif</SourceFilename>' \
          b'<SourceFilename relativeToVRT="1">../../secret.tif</SourceFilename>' \
          b'<SourceFilename relativeToVRT="0">/etc/passwd</SourceFilename></VRTDataset>'  # fmt: skip
    write(project, "r/mosaic.vrt", content=vrt)
    write(project, "r/tiles/a.tif", "secret.tif")
    project.layer("x", "./r/mosaic.vrt", provider="gdal", type="raster")
    _, out = package()
    assert names(out) == ["project_qfield.qgz", "r/mosaic.vrt", "r/tiles/a.tif"]


def test_data_folders_travel_but_never_another_project(project, package):
    write(project, "lists/a.csv", "lists/deep/b.txt", "lists/old.qgs", "lists/x.qgz", "other/c.txt")
    project.entry("QFieldSync", "dataDirs", "QStringList", ["lists", "../elsewhere", "", "."])
    write(project, "../elsewhere/secret.txt")
    _, out = package()
    assert names(out) == ["lists/a.csv", "lists/deep/b.txt", "project_qfield.qgz"]


def test_attachments_stay_on_the_server_in_the_cloud_and_travel_on_a_cable(project, package):
    write(project, "DCIM/1.jpg", "DCIM/sub/2.jpg")
    project.extra = '<x file="./DCIM/1.jpg"/>'
    _, out = package()
    assert names(out) == ["project_qfield.qgz"]
    _, out = package(mode=CABLE, copies_attachments=True)
    assert names(out) == ["DCIM/1.jpg", "DCIM/sub/2.jpg", "project_qfield.qgz"]


def test_pictures_that_the_project_names_travel_wherever_they_are_named(project, package):
    write(project, "svg/a b.svg", "images/ü&.png", "logo.png", "unused.png", "drop.tif")
    project.extra = (
        '<symbol><Option name="name" value="./svg/a b.svg"/></symbol><LayoutItem file="images/ü&amp;.png"/>'
    )
    project.entry("Image", "ImagePath", "QString", "./logo.png")
    project.layer(
        "drop", "./drop.tif", provider="gdal", type="raster", properties={"QFieldSync/cloud_action": "remove"}
    )
    _, out = package()
    assert names(out) == ["images/ü&.png", "logo.png", "project_qfield.qgz", "svg/a b.svg"]


def test_pictures_outside_of_the_project_travel_only_for_their_owner(project, package):
    write(project, "../art/x.svg")
    project.extra = '<symbol><Option name="name" value="../art/x.svg"/></symbol>'
    _, out = package()
    assert names(out) == ["project_qfield.qgz"]
    report, out = package(mode=CABLE, reads_outside_files=True)
    assert names(out) == ["project_qfield.qgz", "x.svg"]
    assert b'value="./x.svg"' in read_project(out / report.project_file).archive.xml


def test_the_plugin_and_translations_follow_the_packages_name(project, package):
    write(
        project,
        "project.qml",
        "project_de.qm",
        "project_pt_BR.qm",
        "projectx_de.qm",
        "project_toolong.qm",
        "other.qml",
    )
    _, out = package()
    assert names(out) == [
        "project_qfield.qgz", "project_qfield.qml", "project_qfield_de.qm", "project_qfield_pt_BR.qm",
    ]  # fmt: skip


def test_auxiliary_storage_and_attached_files_move_into_the_qgz(project, package):
    write(project, "project.qgd", content=b"aux")
    with zipfile.ZipFile(project.folder / "project_attachments.zip", "w") as archive:
        archive.writestr("abc_logo.svg", "<svg/>")
    report, out = package()
    with zipfile.ZipFile(out / report.project_file) as archive:
        assert sorted(archive.namelist()) == ["abc_logo.svg", "project_qfield.qgd", "project_qfield.qgs"]
        assert archive.read("project_qfield.qgd") == b"aux"


def test_a_geopackage_that_is_open_elsewhere_is_copied_with_its_latest_rows(project, package):
    project.table_layer("trees", TREES, properties={"QFieldSync/cloud_action": "no_action"})
    writer = connect(project.folder / "data.gpkg", write=True)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("UPDATE trees SET name = 'late'")
    _, out = package()
    with closing(connect(out / "data.gpkg")) as copied:
        assert copied.execute("SELECT name FROM trees").fetchall() == [("late",)]
    writer.close()
    assert names(out) == ["data.gpkg", "project_qfield.qgz"]
