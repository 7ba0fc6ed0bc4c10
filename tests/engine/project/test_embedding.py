# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers and groups that live in another project."""

from __future__ import annotations

from simple_projects import SimpleProject

from qfieldcloud_plugin.engine.project import read_project

GROUP = (
    '<layer-tree-group name="shared"><customproperties><Option type="Map">'
    '<Option name="embedded" type="int" value="1"/>'
    '<Option name="embedded_project" type="QString" value="./library/library.qgs"/>'
    "</Option></customproperties></layer-tree-group>"
)


def library(project):
    (project.folder / "library").mkdir()
    other = SimpleProject(project.folder / "library")
    layer = other.layer("roads", "../data.gpkg|layername=roads", extra='<renderer-v2 file="./svg/a.svg"/>')
    (project.folder / "data.gpkg").touch()
    path = other.save("library.qgs")
    tree = (
        f'<layer-tree-group name="shared"><layer-tree-layer id="{layer.id}" name="roads"/></layer-tree-group>'
    )
    path.write_text(path.read_text().replace("  </layer-tree-group>", f"{tree}</layer-tree-group>"))


def test_an_embedded_layer_is_written_out_with_its_paths_moved(project):
    library(project)
    path = project.save()
    embedded = '<maplayer embedded="1" project="./library/library.qgs" id="roads_id"/>'
    path.write_text(path.read_text().replace("<projectlayers>", f"<projectlayers>{embedded}"))
    layer = read_project(path).layer("roads_id")
    assert layer.source.raw == "./data.gpkg|layername=roads"
    assert layer.element.find("renderer-v2").get("file") == "./library/svg/a.svg"


def test_an_embedded_group_brings_its_layers(project):
    library(project)
    path = project.save()
    path.write_text(path.read_text().replace("  </layer-tree-group>", f"{GROUP}</layer-tree-group>"))
    read = read_project(path)
    assert list(read.layers) == ["roads_id"]
    tree = [
        item.get("id")
        for item in read.document.root.find("layer-tree-group").walk()
        if item.tag == "layer-tree-layer"
    ]
    assert tree == ["roads_id"]
    assert b"embedded" in read.archive.xml
    assert b"embedded" not in read.document.data


def test_a_project_outside_is_never_opened(project, tmp_path):
    library(project)
    (project.folder / "library" / "library.qgs").rename(tmp_path / "library.qgs")
    path = project.save()
    embedded = '<maplayer embedded="1" project="../library.qgs" id="roads_id"/>'
    path.write_text(path.read_text().replace("<projectlayers>", f"<projectlayers>{embedded}"))
    assert read_project(path).layer("roads_id").type == "embedded"
