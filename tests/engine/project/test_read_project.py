# SPDX-License-Identifier: GPL-2.0-or-later
"""What is read from a project file, and what an attacker gets from one."""

from __future__ import annotations

import zipfile

import pytest

from qfieldcloud_plugin.engine.project import (
    InvalidProject,
    LayerUnknown,
    ProjectFileMissing,
    ProjectTooBig,
    document,
    read_project,
)


def test_a_project_tells_its_title_version_crs_and_extent(project):
    project.entry("Gui", "CanvasColorRedPart", "int", 16)
    read = read_project(project.save())
    assert (read.title, read.qgis_version, read.crs) == ("Test", "3.40.1-Bratislava", "EPSG:4326")
    assert read.extent == (7, 46, 8, 47)
    assert read.background_color == "#10ffff"


def test_a_qgz_reads_like_a_qgs(project):
    project.table_layer("trees", [(1, None, "oak")])
    assert (
        read_project(project.save("a.qgz")).layers.keys() == read_project(project.save("b.qgs")).layers.keys()
    )


def test_scopes_of_project_entries_keep_their_case(project):
    project.entry("QFieldSync", "attachmentDirs", "QStringList", ["photos", "sounds"])
    project.entry("qfieldsync", "offlineCopyOnlyAoi", "bool", "true")
    read = read_project(project.save())
    assert read.attachment_dirs == ["photos", "sounds"]
    assert read.offline_copy_only_aoi is True
    assert read.entry("qfieldsync", "attachmentDirs") is None


def test_entries_are_found_in_the_spelling_of_newer_qgis_too(project):
    project.has_named_entries = True
    project.entry("QFieldSync", "dataDirs", "QStringList", ["lists"])
    project.entry("qfieldsync", "maximumImageWidthHeight", "int", 1600)
    read = read_project(project.save())
    assert read.data_dirs == ["lists"]
    assert read.entry("qfieldsync", "maximumImageWidthHeight") == 1600


def test_attachments_are_in_dcim_unless_the_project_says_otherwise(project):
    assert read_project(project.save()).attachment_dirs == ["DCIM"]


@pytest.mark.parametrize("has_options", [True, False])
def test_custom_properties_are_read_in_old_and_new_spelling(project, has_options):
    project.has_options = has_options
    project.table_layer("trees", properties={"QFieldSync/cloud_action": "no_action", "other": 'ä <&> "x"'})
    layer = read_project(project.save()).layer("trees_id")
    assert layer.cloud_action == "no_action"
    assert layer.properties["other"] == 'ä <&> "x"'


def test_a_vector_layer_goes_offline_unless_configured_otherwise(project):
    project.table_layer("trees")
    project.layer("virtual", "?query=SELECT 1", provider="virtual")
    project.layer("shared", "localized:a.gpkg|layername=x")
    project.layer("image", "./a.tif", provider="gdal", type="raster")
    layers = read_project(project.save()).layers
    assert [layer.cloud_action for layer in layers.values()] == [
        "offline",
        "no_action",
        "no_action",
        "no_action",
    ]
    assert [layer.cable_action for layer in layers.values()] == ["copy", "no_action", "no_action", "copy"]


def test_relations_name_child_and_parent(project):
    project.table_layer("parent")
    project.table_layer("child")
    project.relation("child", "parent", "parent_id", "fid")
    (relation,) = read_project(project.save()).relations
    assert (relation.child, relation.parent, relation.fields) == (
        "child_id",
        "parent_id",
        (("parent_id", "fid"),),
    )


def test_an_unknown_layer_is_named(project):
    with pytest.raises(LayerUnknown, match="nothing"):
        read_project(project.save()).layer("nothing")


def test_a_missing_project_file_is_told_apart(tmp_path):
    with pytest.raises(ProjectFileMissing):
        read_project(tmp_path / "none.qgs")


def test_a_bare_doctype_passes_and_entities_do_not(project):
    path = project.save()
    assert path.read_text().startswith("<!DOCTYPE qgis")
    read_project(path)
    bomb = '<!DOCTYPE qgis [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><qgis><title>&b;</title></qgis>'
    path.write_text(bomb)
    with pytest.raises(InvalidProject, match="entities"):
        read_project(path)


@pytest.mark.parametrize(
    "text",
    [
        "<qgis><unclosed></qgis>",
        "",
        "not xml at all",
        "<html/>",
        '<!DOCTYPE qgis SYSTEM "file:///etc/passwd"><qgis>&xxe;</qgis>',
        '<!DOCTYPE qgis [<!ENTITY x SYSTEM "file:///etc/passwd">]><qgis>&x;</qgis>',
        "<qgis>\0</qgis>",
    ],
)
def test_broken_and_hostile_xml_is_refused(tmp_path, text):
    path = tmp_path / "p.qgs"
    path.write_text(text)
    with pytest.raises(InvalidProject):
        read_project(path)


def test_xml_in_another_encoding_is_refused_with_its_reason(tmp_path):
    path = tmp_path / "p.qgs"
    path.write_bytes("<qgis/>".encode("utf-16"))
    with pytest.raises(InvalidProject, match="UTF-8"):
        read_project(path)


def test_endless_nesting_is_refused_long_before_memory_ends(tmp_path):
    path = tmp_path / "p.qgs"
    path.write_text("<qgis>" + "<layer-tree-group>" * 200_000)
    with pytest.raises(ProjectTooBig, match="levels"):
        read_project(path)


def test_a_huge_project_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(document, "MAX_ELEMENTS", 1000)
    path = tmp_path / "p.qgs"
    path.write_text("<qgis>" + "<a/>" * 1001 + "</qgis>")
    with pytest.raises(ProjectTooBig, match="elements"):
        read_project(path)


@pytest.mark.parametrize(
    "names",
    [
        ["../p.qgs"],
        ["p.qgs", "../../etc/cron.d/x"],
        ["p.qgs", "/etc/passwd"],
        ["p.qgs", "C:/x"],
        ["p.qgs", "a\\..\\b"],
        ["p.qgs", "P.QGS"],
        ["a.qgs", "b.qgs"],
        ["a.txt"],
    ],
)
def test_zip_tricks_are_refused(tmp_path, names):
    path = tmp_path / "p.qgz"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "<qgis/>")
    with pytest.raises(InvalidProject):
        read_project(path)


def test_a_zip_bomb_is_stopped_while_it_unpacks(tmp_path, monkeypatch):
    from qfieldcloud_plugin.engine.project import archive

    monkeypatch.setattr(archive, "MAX_BYTES", 100_000)
    path = tmp_path / "p.qgz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("p.qgs", b"<qgis>" + b" " * 10_000_000 + b"</qgis>")
    with pytest.raises(ProjectTooBig):
        read_project(path)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"garbage"])
def test_a_broken_zip_is_an_invalid_project(tmp_path, data):
    path = tmp_path / "p.qgz"
    path.write_bytes(data)
    with pytest.raises(InvalidProject):
        read_project(path)


def test_a_project_laid_out_as_links_to_a_store_reads_like_files(project, tmp_path):
    project.table_layer("trees", [(1, None, "oak")])
    path = project.save()
    layout = tmp_path / "layout"
    layout.mkdir()
    for number, file in enumerate(sorted(project.folder.iterdir())):
        file.rename(tmp_path / f"blob{number}")
        (layout / file.name).symlink_to(tmp_path / f"blob{number}")
    read = read_project(layout / path.name)
    assert read.folder == layout
    assert read.table_of("trees_id").path == layout / "data.gpkg"
