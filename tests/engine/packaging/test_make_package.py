# SPDX-License-Identifier: GPL-2.0-or-later
"""Packages as a whole: what is in them, what became of each layer, and that nothing is left of a failed one."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing

import pytest
from simple_projects import point

from qfieldcloud_plugin.engine.errors import GeoPackageError
from qfieldcloud_plugin.engine.etag import digests_of_file
from qfieldcloud_plugin.engine.packaging import (
    CABLE,
    FileIdentity,
    LayerNotPackaged,
    PackageFolderInUse,
    PackageOptions,
    PackageReport,
    PackagingCancelled,
    make_package,
)
from qfieldcloud_plugin.engine.project import InvalidProject, read_project

TREES = [(1, point(7, 46), "oak"), (5, point(7.5, 46.5), "ash"), (9, None, None)]


def rows(path, table):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f'SELECT * FROM "{table}"').fetchall()


def listing(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def out(tmp_path):
    return tmp_path / "package"


def test_rows_go_into_data_gpkg_with_a_feature_id_beside_the_key(project, out):
    project.table_layer("trees", TREES)
    report = make_package(project.save(), out)
    assert [file.name for file in report.files] == ["data.gpkg", "project_qfield.qgz"]
    assert rows(out / "data.gpkg", "trees") == [(key, geometry, key, name) for key, geometry, name in TREES]
    (table,) = report.tables
    assert (table.local_key, table.source_key, table.source, table.source_table) == (
        "fid_1",
        "fid",
        "data.gpkg",
        "trees",
    )
    assert listing(out) == ["data.gpkg", "project_qfield.qgz"]


def test_the_packaged_project_says_what_qfield_asks(project, out):
    project.table_layer("trees", TREES, fields=["fid", "name"])
    report = make_package(project.save(), out)
    packaged = read_project(out / report.project_file)
    layer = packaged.layer("trees_id")
    assert layer.source.raw == "./data.gpkg|layername=trees"
    assert {key: layer.properties[key] for key in sorted(layer.properties)} == {
        "QFieldSync/cloud_action": "offline",
        "QFieldSync/remoteLayerId": "trees_id",
        "QFieldSync/sourceDataPrimaryKeys": "fid",
        "isOfflineEditable": True,
        "layerNameSuffix": "",
        "remoteLayerId": "trees_id",
        "remoteProvider": "ogr",
        "remoteSource": "./data.gpkg|layername=trees",
    }
    assert layer.field("fid_1").widget == "Hidden"
    assert layer.field("fid").has_not_null is False
    assert layer.field("name").has_not_null is True
    assert packaged.entry("OfflineEditingPlugin", "OfflineDbPath") == "./data.gpkg"
    assert packaged.entry("qfieldsync", "originalProjectPath") == "project.qgs"
    root = packaged.document.root
    assert root.find("autotransaction").get("active") == "0"
    assert root.find("evaluateDefaultValues").get("active") == "0"


def test_every_other_byte_of_the_project_stays(project, out):
    project.table_layer("trees", TREES)
    odd = "<odd attr='single'   other=\"x\" >text &#228; <![CDATA[<raw>]]></odd>"
    project.extra = f"<Layouts>\n{odd}<!-- kept --></Layouts>"
    path = project.save()
    report = make_package(path, out)
    packaged = read_project(out / report.project_file).archive.xml
    assert project.extra.encode() in packaged
    before, after = path.read_bytes().splitlines(), packaged.splitlines()
    assert before[:4] == after[:4]
    assert len(before) == len(after)
    assert path.read_bytes() == project.xml().encode()


def test_the_same_project_gives_the_same_bytes(project, out, tmp_path):
    project.table_layer("trees", TREES)
    project.table_layer("visits", [(1, "x")], columns="fid INTEGER PRIMARY KEY, note TEXT", geometry="")
    path = project.save()
    first = make_package(path, out)
    with closing(sqlite3.connect(project.folder / "data.gpkg")) as connection:
        connection.execute("VACUUM")
    second = make_package(path, tmp_path / "again")
    assert [(file.name, file.sha256) for file in first.files] == [
        (file.name, file.sha256) for file in second.files
    ]


@pytest.mark.parametrize("wanted", [True, False])
def test_the_report_tells_the_size_and_if_wanted_hash_and_etag_of_every_file(project, out, wanted):
    project.table_layer("trees", TREES)
    project.table_layer("roads", [(n, point(n % 180, 0), "a road") for n in range(1, 6001)])
    report = make_package(project.save(), out, PackageOptions(with_digests=wanted))
    for file in report.files:
        size, sha256, etag, parts = digests_of_file(out / file.name)
        known = (size, sha256, etag, parts.hex()) if wanted else (size, "", "", "")
        assert (file.size, file.sha256, file.md5sum, file.part_md5s) == known
    assert report.size == sum(file.size for file in report.files)
    assert PackageReport.from_json(json.loads(json.dumps(report.to_json()))) == report


def test_each_action_does_what_it_says(project, out):
    for action in ("offline", "no_action", "copy", "keep_existent", "remove"):
        project.table_layer(action, properties={"QFieldSync/cloud_action": action})
    report = make_package(project.save(), out)
    assert list(report.actions.values()) == ["offline", "copy", "copy", "copy", "remove"]
    packaged = read_project(out / report.project_file)
    assert list(packaged.layers) == ["offline_id", "no_action_id", "copy_id", "keep_existent_id"]
    assert packaged.layer("copy_id").source.raw == "./data_2.gpkg|layername=copy"
    assert (out / "data_2.gpkg").read_bytes() == (project.folder / "data.gpkg").read_bytes()


@pytest.mark.parametrize(
    "columns", ["code TEXT PRIMARY KEY, geom BLOB", "a INT, b INT, geom BLOB, PRIMARY KEY (a, b)"]
)
def test_a_layer_without_a_usable_key_is_read_only_in_the_cloud(project, out, columns):
    project.table_layer("odd", columns=columns)
    report = make_package(project.save(), out)
    layer = read_project(out / report.project_file).layer("odd_id")
    assert layer.read_only is True
    assert layer.properties["QFieldSync/unsupported_source_pk"] == "1"
    assert "QFieldSync/sourceDataPrimaryKeys" not in layer.properties
    assert report.actions == {"odd_id": "copy"}
    assert [warning.code for warning in report.warnings] == ["no_primary_key"]


def test_a_layer_without_a_usable_key_stays_editable_on_a_cable(project, out):
    project.table_layer("odd", columns="code TEXT PRIMARY KEY, geom BLOB")
    report = make_package(project.save(), out, PackageOptions(mode=CABLE))
    assert read_project(out / report.project_file).layer("odd_id").read_only is False


@pytest.mark.parametrize(
    ("columns", "local_key"),
    [
        ("fid INTEGER PRIMARY KEY, geom BLOB", "fid_1"),
        ("id INTEGER PRIMARY KEY, geom BLOB", "fid"),
        ("FID INTEGER PRIMARY KEY, geom BLOB, fid_1 INT, Fid_2 INT", "fid_3"),
    ],
)
def test_the_feature_id_never_clashes_with_a_field(project, out, columns, local_key):
    project.table_layer("trees", columns=columns)
    assert make_package(project.save(), out).tables[0].local_key == local_key


def test_layers_of_one_table_share_it(project, out):
    project.table_layer("trees", TREES)
    project.layer("again", "./data.gpkg|layername=trees")
    report = make_package(project.save(), out)
    assert {(table.file, table.table) for table in report.tables} == {("data.gpkg", "trees")}


def test_tables_of_one_name_from_two_files_do_not_mix(project, out):
    project.table_layer("trees", TREES)
    project.table_layer("trees", TREES[:1], file="other/data.gpkg", id="second_id")
    report = make_package(project.save(), out)
    assert [table.table for table in report.tables] == ["trees", "trees_2"]
    assert len(rows(out / "data.gpkg", "trees_2")) == 1


def test_files_of_one_name_in_two_folders_both_arrive(project, out):
    for folder in ("a", "b"):
        (project.folder / folder).mkdir()
        (project.folder / folder / "ortho.tif").write_bytes(folder.encode())
        project.layer(folder, f"./{folder}/ortho.tif", provider="gdal", type="raster")
    report = make_package(project.save(), out)
    packaged = read_project(out / report.project_file)
    for folder in ("a", "b"):
        assert packaged.file_of(packaged.layer(f"{folder}_id")).read_bytes() == folder.encode()


def test_what_is_wrong_with_a_layer_is_named_and_the_rest_is_packaged(project, out):
    project.table_layer("good", TREES)
    project.layer("missing", "./missing.gpkg|layername=x")
    project.layer("fake", "./fake.gpkg|layername=x")
    (project.folder / "fake.gpkg").write_bytes(b"no database" * 500)
    report = make_package(project.save(), out)
    assert {(warning.layer_id, warning.code) for warning in report.warnings} == {
        ("missing_id", "invalid_layer"), ("fake_id", "invalid_layer"),
    }  # fmt: skip
    assert "fake.gpkg" in next(warning.text for warning in report.warnings if warning.layer_id == "fake_id")
    assert list(read_project(out / report.project_file).layers) == ["good_id"]
    assert report.layers["missing_id"]["is_valid"] is False


def test_all_or_nothing_stops_at_the_first_bad_layer(project, out):
    project.layer("missing", "./missing.gpkg|layername=x")
    with pytest.raises(LayerNotPackaged) as caught:
        make_package(project.save(), out, PackageOptions(strict=True))
    assert caught.value.layer_id == "missing_id"
    assert not out.exists()


def test_a_broken_project_leaves_nothing_behind(project, out, tmp_path):
    path = project.save()
    path.write_text("<qgis><unclosed></qgis>")
    with pytest.raises(InvalidProject):
        make_package(path, out)
    assert listing(tmp_path) == ["project"]


# With the last two, the damaged pages tell of the same key twice.
@pytest.mark.parametrize("seed", [0, 1, 58, 97])
def test_a_geopackage_that_breaks_midway_leaves_nothing_behind(project, out, tmp_path, seed):
    project.table_layer("trees", [(number, point(7, 46), "x" * 500) for number in range(2000)])
    path = project.save()
    data = project.folder / "data.gpkg"
    content = bytearray(data.read_bytes())
    content[400_000:600_000] = random.Random(seed).randbytes(200_000)
    data.write_bytes(content)
    with pytest.raises(GeoPackageError):
        make_package(path, out)
    assert listing(tmp_path) == ["project"]


def test_cancelling_leaves_nothing_behind(project, out, tmp_path):
    project.table_layer("trees", TREES)
    seen = []
    with pytest.raises(PackagingCancelled):
        make_package(
            project.save(), out,
            PackageOptions(progress=lambda fraction, _: seen.append(fraction), cancelled=lambda: bool(seen)),
        )  # fmt: skip
    assert listing(tmp_path) == ["project"]


def test_a_folder_in_use_is_not_touched_unless_told_so(project, out):
    project.table_layer("trees", TREES)
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    with pytest.raises(PackageFolderInUse):
        make_package(project.save(), out)
    assert listing(out) == ["notes.txt"]
    make_package(project.save(), out, PackageOptions(replaces_folder=True))
    assert "data.gpkg" in listing(out)
    assert "notes.txt" not in listing(out)


def test_known_files_are_listed_instead_of_copied(project, out):
    (project.folder / "ortho.tif").write_bytes(b"large")
    project.layer("ortho", "./ortho.tif", provider="gdal", type="raster")
    known = {"ortho.tif": FileIdentity("sha", "etag", 5)}
    report = make_package(project.save(), out, PackageOptions(identities=known, lists_unchanged_files=True))
    file = report.file("ortho.tif")
    assert (file.sha256, file.md5sum, file.source, file.is_written) == ("sha", "etag", "ortho.tif", False)
    assert not (out / "ortho.tif").exists()
    assert report.packaged_layers["ortho_id"]["is_valid"] is True


def test_layers_outside_of_the_folder_are_packaged_only_for_their_owner(project, out, tmp_path):
    project.table_layer("far", TREES, file="../far.gpkg")
    assert make_package(project.save(), out).actions == {"far_id": "remove"}
    report = make_package(
        project.save(), out, PackageOptions(mode=CABLE, reads_outside_files=True, replaces_folder=True)
    )
    assert report.actions == {"far_id": "copy"}
    assert (out / "far.gpkg").exists()


def test_the_project_may_lie_deeper_than_its_data(project, out):
    project.table_layer("trees", TREES)
    project.layers[0].source = "../data.gpkg|layername=trees"
    (project.folder / "ortho.tif").write_bytes(b"x")
    project.layer("ortho", "../ortho.tif", provider="gdal", type="raster")
    path = project.save("sub/deep.qgs")
    report = make_package(path, out, PackageOptions(root=project.folder))
    assert listing(out) == ["data.gpkg", "deep_qfield.qgz", "ortho.tif"]
    packaged = read_project(out / report.project_file)
    assert packaged.layer("ortho_id").source.raw == "./ortho.tif"
    assert packaged.entry("qfieldsync", "originalProjectPath") == "sub/deep.qgs"


def test_the_caller_may_give_the_package_a_title(project, out):
    project.title = ""
    project.table_layer("trees", TREES)
    report = make_package(project.save(), out)
    assert read_project(out / report.project_file).title == "project"
    report = make_package(project.save(), out, PackageOptions(title="Für <draussen>", replaces_folder=True))
    assert read_project(out / report.project_file).title == "Für <draussen>"


class TinyExporter:
    """Stands in for QGIS: knows one layer's rows."""

    def __init__(self, key):
        self.key = key

    def can_export(self, layer):
        return layer.provider == "postgres"

    def export(self, project, layer, destination):
        from simple_projects import make_table

        columns = "qfc_rowid INTEGER PRIMARY KEY, geom BLOB, id INTEGER, name TEXT"
        make_table(destination, "exported", columns, [(1, point(7, 46), 77, "x")])
        return self.key


def test_layers_that_are_no_files_come_through_an_exporter(project, out):
    project.layer("remote", "dbname='x' key='id' table=\"t\"", provider="postgres")
    report = make_package(project.save(), out, PackageOptions(exporters=[TinyExporter("id")]))
    assert rows(out / "data.gpkg", "exported") == [(1, point(7, 46), 77, "x")]
    layer = read_project(out / report.project_file).layer("remote_id")
    assert (layer.provider, layer.source.raw) == ("ogr", "./data.gpkg|layername=exported")
    assert layer.properties["QFieldSync/sourceDataPrimaryKeys"] == "id"
    assert layer.properties["remoteProvider"] == "postgres"
    assert layer.read_only is False
    assert listing(out) == ["data.gpkg", "project_qfield.qgz"]


def test_an_exported_layer_without_a_key_is_read_only(project, out):
    project.layer("remote", "dbname='x'", provider="postgres")
    report = make_package(project.save(), out, PackageOptions(exporters=[TinyExporter("")]))
    assert read_project(out / report.project_file).layer("remote_id").read_only is True


def test_without_an_exporter_the_layer_stays_online_and_untracked(project, out):
    project.layer(
        "remote", "dbname='x'", provider="postgres", properties={"QFieldSync/cloud_action": "offline"}
    )
    project.table_layer("trees", TREES)
    report = make_package(project.save(), out)
    layer = read_project(out / report.project_file).layer("remote_id")
    assert layer.provider == "postgres"
    assert layer.read_only is True
    assert layer.cloud_action == "no_action"
    assert [warning.code for warning in report.warnings] == ["needs_qgis"]


@pytest.mark.parametrize(
    ("wanted", "source", "is_told"),
    [
        ("true", "./ortho.tif", True),
        ("true", "./maps/basemap.mbtiles", False),
        ("false", "./ortho.tif", False),
    ],
)
def test_a_base_map_that_was_asked_for_and_is_not_there_is_told(project, out, wanted, source, is_told):
    project.table_layer("trees", TREES)
    path = project.folder / source
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"tiles")
    project.layer("map", source, provider="gdal", type="raster")
    project.entry("qfieldsync", "createBaseMap", "bool", wanted)
    report = make_package(project.save(), out)
    assert [warning.code for warning in report.warnings] == (["base_map_missing"] if is_told else [])
