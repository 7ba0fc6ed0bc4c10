# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS project as its file describes it, read without QGIS."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Optional, Union

from ..errors import GeoPackageError
from ..gpkg import Reference
from ..message import Message
from .archive import ProjectArchive, read_archive
from .datasource import resolve_file
from .details import layer_statuses, project_details
from .document import Document, Element, parse_document
from .embedding import inline_embedded
from .errors import LayerUnknown
from .layer import Extent, Layer, read_extent, read_layer
from .tables import GeoPackageSchemas, LayerTable, fid_among, find_table, is_geopackage, key_of
from .variant import as_bool, read_entries

DEFAULT_ATTACHMENT_DIRS = ["DCIM"]


@dataclass(frozen=True)
class Relation:
    """`child` rows point with `fields` (child field, parent field) to `parent` rows; both are layer ids."""

    id: str
    name: str
    child: str
    parent: str
    fields: tuple[tuple[str, str], ...]
    strength: str = "Association"


@dataclass
class Project:
    """`root` is the folder that everything lies in; `file_of` and `table_of` never name anything outside of it.

    `archive` is the file as it is; `document` also holds the layers that it takes from other projects.
    """

    path: Path
    root: Path
    archive: ProjectArchive
    document: Document
    title: str
    qgis_version: str
    crs: str
    extent: Optional[Extent]
    extent_crs: str
    layers: dict[str, Layer]
    relations: list[Relation]
    entries: dict[str, dict[str, Any]]
    allows_outside: bool = False
    """Files outside of `root` may be named too: only for a user's own project on the user's own machine."""
    schemas: GeoPackageSchemas = field(default_factory=GeoPackageSchemas, repr=False)

    @property
    def folder(self) -> Path:
        """Where relative paths of the project start."""
        return self.path.parent

    @property
    def stem(self) -> str:
        return self.path.stem

    def entry(self, scope: str, key: str, default: Any = None) -> Any:
        return self.entries.get(scope, {}).get(key, default)

    def layer(self, layer_id: str) -> Layer:
        """Raises LayerUnknown."""
        try:
            return self.layers[layer_id]
        except KeyError:
            raise LayerUnknown(
                Message("The project has no layer with the id “{layer_id}”.", layer_id=layer_id)
            ) from None

    @cached_property
    def attachment_dirs(self) -> list[str]:
        value = self.entry("QFieldSync", "attachmentDirs")
        return [str(item) for item in value] if isinstance(value, list) else list(DEFAULT_ATTACHMENT_DIRS)

    @cached_property
    def data_dirs(self) -> list[str]:
        value = self.entry("QFieldSync", "dataDirs")
        return [str(item) for item in value] if isinstance(value, list) else []

    @property
    def offline_copy_only_aoi(self) -> bool:
        return as_bool(self.entry("qfieldsync", "offlineCopyOnlyAoi"))

    @property
    def background_color(self) -> str:
        parts = []
        for part in ("Red", "Green", "Blue"):
            value = self.entry("Gui", f"CanvasColor{part}Part", 255)
            parts.append(min(255, max(0, value)) if isinstance(value, int) else 255)
        return "#{:02x}{:02x}{:02x}".format(*parts)

    def file_of(self, layer: Layer) -> Optional[Path]:
        """The layer's file, if it has one and it lies inside the project; it may be missing."""
        path = resolve_file(layer.source.path, self.folder) if layer.source.is_file else None
        if path is None or not (self.allows_outside or _is_inside(path, self.root)):
            return None
        return path

    def is_outside(self, layer: Layer) -> bool:
        """Whether the layer's file lies outside of the project's folder, where a server never looks."""
        path = resolve_file(layer.source.path, self.folder) if layer.source.is_file else None
        return layer.source.is_file and (path is None or not _is_inside(path, self.root))

    def name_of(self, path: Path) -> str:
        """The file's name below the root with slashes; the whole path when it lies outside."""
        return name_below(self.root, path)

    def table_of(self, layer_id: str) -> Optional[LayerTable]:
        """Where the layer's rows are, when it is a table of a GeoPackage of the project; else None.

        Raises LayerUnknown, and a GeoPackageError when the file is there but cannot be read.
        """
        layer = self.layer(layer_id)
        path = self.file_of(layer)
        if not layer.is_vector or path is None or not is_geopackage(path) or not path.is_file():
            return None
        table = find_table(layer.source, *self.schemas.read(path))
        if table is None:
            return None
        return LayerTable(layer.id, path, table.name, key_of(table), table, layer.source.subset, layer.crs)

    def key_of(self, layer: Layer) -> str:
        """The layer's primary key field as packaging sees it; "" when there is none or it cannot be known."""
        table = self.table_of(layer.id)
        if table is not None:
            return table.key
        if layer.is_vector and layer.source.is_file and not self._is_view(layer):
            return fid_among(item.name for item in layer.fields)
        return ""

    def _is_view(self, layer: Layer) -> bool:
        path = self.file_of(layer)
        return path is not None and is_geopackage(path)

    def tables(self) -> dict[str, LayerTable]:
        """All layers that are tables of the project's GeoPackages, by layer id; unreadable files are left out."""
        found = {}
        for layer_id in self.layers:
            try:
                table = self.table_of(layer_id)
            except GeoPackageError:
                continue
            if table is not None:
                found[layer_id] = table
        return found

    def references(self, tables: Mapping[str, str]) -> tuple[Reference, ...]:
        """The relations between these tables (names by layer id), so that rows follow a row that gets another key."""
        return tuple(
            Reference(
                tables[relation.child],
                tuple(pair[0] for pair in relation.fields),
                tables[relation.parent],
                tuple(pair[1] for pair in relation.fields),
            )
            for relation in self.relations
            if relation.child in tables and relation.parent in tables
        )

    def details(self) -> dict[str, Any]:
        """The API's `project_details`."""
        return project_details(self)

    def layer_statuses(self) -> dict[str, dict[str, Any]]:
        """The API's `layers_by_id`."""
        return layer_statuses(self)


def read_project(
    path: Union[str, Path], root: Union[str, Path, None] = None, *, allows_outside: bool = False
) -> Project:
    """Read a .qgs or .qgz. `root` is the project's top folder when that is not the folder of the file.

    Raises ProjectFileMissing, InvalidProject or ProjectTooBig.
    """
    path = Path(path)
    archive = read_archive(path)
    # Links are not followed: a server may lay a project out as links to its store.
    resolved = absolute(path)
    top = absolute(root) if root is not None else resolved.parent
    document = inline_embedded(parse_document(archive.xml), resolved.parent, top)
    tree = document.root
    canvas = next(
        (item for item in tree.find_all("mapcanvas") if item.get("name", "theMapCanvas") == "theMapCanvas"),
        None,
    )
    layers = [read_layer(element) for element in tree.find_all("projectlayers", "maplayer")]
    return Project(
        path=resolved,
        root=top,
        archive=archive,
        document=document,
        title=tree.value("title") or tree.get("projectname"),
        qgis_version=tree.get("version"),
        crs=tree.value("projectCrs", "spatialrefsys", "authid"),
        extent=read_extent(canvas.find("extent")) if canvas is not None else None,
        extent_crs=canvas.value("destinationsrs", "spatialrefsys", "authid") if canvas is not None else "",
        layers={layer.id: layer for layer in layers},
        relations=_read_relations(tree),
        entries=read_entries(tree),
        allows_outside=allows_outside,
    )


def _read_relations(tree: Element) -> list[Relation]:
    relations = []
    for element in tree.find_all("relations", "relation"):
        pairs = tuple(
            (pair.get("referencingField"), pair.get("referencedField"))
            for pair in element.find_all("fieldRef")
        )
        relations.append(
            Relation(
                element.get("id"),
                element.get("name"),
                element.get("referencingLayer"),
                element.get("referencedLayer"),
                pairs,
                element.get("strength", "Association"),
            )
        )
    return relations


def absolute(path: Union[str, Path]) -> Path:
    """The path from the root of the file system, without dots but with its links."""
    return Path(os.path.normpath(Path.cwd() / path))


def name_below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if _is_inside(path, root) else path.as_posix()


def qgis_major_version(version: str) -> Optional[int]:
    match = re.match(r"\s*(\d+)\.", version)
    return int(match.group(1)) if match else None


def _is_inside(path: Path, folder: Path) -> bool:
    return path == folder or folder in path.parents


__all__ = [
    "DEFAULT_ATTACHMENT_DIRS",
    "LayerTable",
    "Project",
    "Relation",
    "qgis_major_version",
    "read_project",
]
