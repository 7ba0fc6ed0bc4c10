# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects about files: pictures, companions, other projects, paths."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsSingleSymbolRenderer,
    QgsSvgMarkerSymbolLayer,
)

from .making import PNG, SVG, add_layer, add_raster, make_raster, make_table, new_project, project


@project
def symbols(folder: Path) -> Path:
    """Pictures that the project draws with: SVG markers, a decoration, a layout's picture, a label's background."""
    data = folder / "data.gpkg"
    make_table(data, "points")
    for name, content in (("svg/tree.svg", SVG), ("images/logo.png", PNG), ("images/layout.png", PNG)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    path = folder / "symbols.qgz"
    with new_project(path) as project:
        layer = add_layer(project, f"{data}|layername=points", "points")
        marker = QgsSvgMarkerSymbolLayer(str(folder / "svg" / "tree.svg"), 6)
        layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol([marker])))
        project.writeEntry("Image", "/ImagePath", "./images/logo.png")
        project.writeEntry("Image", "/Enabled", True)
        layout = QgsPrintLayout(project)
        layout.setName("A4")
        layout.initializeDefaults()
        picture = QgsLayoutItemPicture(layout)
        picture.setPicturePath(str(folder / "images" / "layout.png"))
        layout.addLayoutItem(picture)
        item = QgsLayoutItemMap(layout)
        item.setLayers([layer])
        layout.addLayoutItem(item)
        project.layoutManager().addLayout(layout)
    return path


@project
def companions(folder: Path) -> Path:
    """What lies beside a project and belongs to it: plugin, translations, auxiliary storage, data folders."""
    data = folder / "data.gpkg"
    make_table(data, "points")
    (folder / "companions.qml").write_text("import QtQuick\nItem {}\n")
    for name in ("companions_de.qm", "companions_pt_BR.qm", "other_de.qm", "companions_attachments.zip"):
        (folder / name).write_bytes(b"\x3c\xb8\x64\x18")
    for name in ("lists/a.csv", "lists/deep/b.txt", "lists/old.qgs", "unused/c.txt", "DCIM/1.jpg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    path = folder / "companions.qgs"
    with new_project(path) as project:
        add_layer(project, f"{data}|layername=points", "points")
        project.writeEntry("QFieldSync", "dataDirs", ["lists"])
    (folder / "companions.qgd").write_bytes(b"auxiliary")
    return path


@project
def embedded(folder: Path) -> Path:
    """A group that lives in another project."""
    data = folder / "data.gpkg"
    for name in ("first", "second", "own"):
        make_table(data, name)
    other = folder / "library" / "library.qgs"
    with new_project(other) as project:
        add_layer(project, f"{data}|layername=first", "first")
        second = add_layer(project, f"{data}|layername=second", "second")
        group = project.layerTreeRoot().addGroup("shared group")
        group.addLayer(second)
        project.layerTreeRoot().removeChildNode(project.layerTreeRoot().findLayer(second.id()))
    path = folder / "embedded.qgz"
    with new_project(path) as project:
        add_layer(project, f"{data}|layername=own", "own")
        project.layerTreeRoot().addChildNode(project.createEmbeddedGroup("shared group", str(other), []))
    return path


@project
def absolute(folder: Path) -> Path:
    """Absolute paths, a preset home and a file outside of the project's folder."""
    inside, outside = folder / "project" / "data.gpkg", folder / "elsewhere" / "far.gpkg"
    make_table(inside, "points")
    make_table(outside, "far")
    make_raster(folder / "elsewhere" / "far.tif")
    path = folder / "project" / "absolute.qgs"
    with new_project(path) as project:
        project.writeEntryBool("Paths", "/Absolute", True)
        add_layer(project, f"{inside}|layername=points", "points")
        add_layer(project, f"{outside}|layername=far", "far")
        add_raster(project, str(folder / "elsewhere" / "far.tif"), "far raster", cloud_action="no_action")
        project.setPresetHomePath(str(folder))
    return path


@project
def subfolder(folder: Path) -> Path:
    """The project file lies deeper than its data."""
    make_table(folder / "data" / "points.gpkg", "points")
    make_raster(folder / "data" / "ortho.tif")
    make_raster(folder / "qgis" / "near.tif")
    path = folder / "qgis" / "subfolder.qgs"
    with new_project(path) as project:
        add_layer(project, f"{folder / 'data' / 'points.gpkg'}|layername=points", "points")
        add_raster(project, str(folder / "data" / "ortho.tif"), "ortho")
        add_raster(project, str(folder / "qgis" / "near.tif"), "near")
    return path
