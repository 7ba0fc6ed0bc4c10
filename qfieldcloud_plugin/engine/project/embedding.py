# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers and groups that a project takes from other projects, written out in full: a device has only one project."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from .archive import read_archive
from .datasource import parse_datasource, resolve_file
from .document import Document, Element, parse_document, parse_xml
from .errors import ProjectError
from .patch import ProjectPatch
from .variant import read_custom_properties

_RELATIVE_FILE = re.compile(r"^\.{1,2}/.*\.(?:svg|png|jpe?g|gif|webp|bmp|tiff?|ttf|otf)$", re.IGNORECASE)


def inline_embedded(document: Document, folder: Path, root: Path) -> Document:
    """The document with every embedded layer and group in it; the same document when there are none.

    What cannot be found stays as it is.
    """
    layers = [
        item for item in document.root.find_all("projectlayers", "maplayer") if item.get("embedded") == "1"
    ]
    groups = list(_embedded_groups(document.root.find("layer-tree-group")))
    if not layers and not groups:
        return document
    library = _Library(folder, root)
    patch = ProjectPatch(document)
    present = {item.value("id") for item in document.root.find_all("projectlayers", "maplayer")}
    for element in layers:
        xml = library.layer(element.get("project"), element.get("id"))
        if xml is not None:
            patch.replace(element, xml)
            present.add(element.get("id"))
            _forget_embedding(document, patch, element.get("id"))
    holder = document.root.find("projectlayers")
    for element, other in groups:
        found = library.group(other, element.get("name"))
        if found is None or holder is None:
            continue
        patch.replace(element, found.xml)
        for layer_id in found.layer_ids:
            xml = library.layer(other, layer_id)
            if xml is not None and layer_id not in present:
                patch.append(holder, xml)
                present.add(layer_id)
    return document if patch.is_empty else parse_document(patch.to_bytes())


@dataclass(frozen=True)
class _Group:
    xml: str
    layer_ids: list[str]


@dataclass
class _Library:
    """The other projects, each read once; only those inside of the project's folder."""

    folder: Path
    root: Path
    _documents: dict[str, Optional[tuple[Document, Path]]] = field(default_factory=dict)

    def _open(self, name: str) -> Optional[tuple[Document, Path]]:
        if name not in self._documents:
            path = resolve_file(name, self.folder)
            self._documents[name] = None
            if path is not None and self.root in path.parents:
                try:
                    self._documents[name] = (parse_document(read_archive(path).xml), path.parent)
                except ProjectError:
                    return None
        return self._documents[name]

    def layer(self, project: str, layer_id: str) -> Optional[str]:
        opened = self._open(project)
        if opened is None:
            return None
        document, folder = opened
        for element in document.root.find_all("projectlayers", "maplayer"):
            if element.get("embedded") != "1" and element.value("id") == layer_id:
                return _rebased(document.slice(element), folder, self.folder)
        return None

    def group(self, project: str, name: str) -> Optional[_Group]:
        opened = self._open(project)
        tree = opened[0].root.find("layer-tree-group") if opened is not None else None
        if opened is None or tree is None:
            return None
        for element in tree.walk():
            if element is not tree and element.tag == "layer-tree-group" and element.get("name") == name:
                ids = [item.get("id") for item in element.walk() if item.tag == "layer-tree-layer"]
                return _Group(opened[0].slice(element).decode(), ids)
        return None


def _embedded_groups(tree: Optional[Element]) -> Iterator[tuple[Element, str]]:
    for element in tree.walk() if tree is not None else ():
        if element.tag == "layer-tree-group":
            properties = read_custom_properties(element)
            if str(properties.get("embedded", "")) == "1" and properties.get("embedded_project"):
                yield element, str(properties["embedded_project"])


def _forget_embedding(document: Document, patch: ProjectPatch, layer_id: str) -> None:
    tree = document.root.find("layer-tree-group")
    for element in tree.walk() if tree is not None else ():
        if element.tag == "layer-tree-layer" and element.get("id") == layer_id:
            properties = element.find("customproperties")
            if properties is not None:
                patch.set_content(properties, "<Option/>")


def _rebased(xml: bytes, source: Path, target: Path) -> str:
    """A layer's XML with paths that start in another folder."""
    if source == target:
        return xml.decode()
    document = parse_xml(xml)
    patch = ProjectPatch(document)
    datasource = document.root.find("datasource")
    if datasource is not None:
        parsed = parse_datasource(datasource.text, document.root.value("provider"))
        if parsed.is_file and not Path(parsed.path).is_absolute():
            patch.set_text(datasource, parsed.with_path(_moved(parsed.path, source, target)))
    for element in document.root.walk():
        for name, value in element.attributes.items():
            if _RELATIVE_FILE.match(value):
                patch.set_attribute(element, name, _moved(value, source, target))
    return patch.to_bytes().decode()


def _moved(path: str, source: Path, target: Path) -> str:
    moved = Path(os.path.relpath(os.path.normpath(source / path), target)).as_posix()
    return moved if moved.startswith("../") else f"./{moved}"
