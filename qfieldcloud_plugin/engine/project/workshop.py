# SPDX-License-Identifier: GPL-2.0-or-later
"""Where repairs are carried out: keeps every file as it was, so that all of it can be taken back."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Optional, Union

from ..etag import digests_of_file
from ..file_copy import copy_file
from ..gpkg import checkpoint, connect, copy_geopackage, read_schema, transaction
from ..gpkg.sql import quoted, sql
from ..message import Message
from .archive import ProjectArchive, read_archive
from .conversion import Converter
from .document import Element, parse_document
from .errors import NothingToUndo, RepairImpossible
from .layer import Layer, read_layer
from .patch import Entries, ProjectPatch
from .project import Project, absolute
from .tables import LayerTable, is_geopackage, key_of

MEMORY = ".qfieldcloud/repairs"
# Of SQLite's header: write-ahead or not, change counter, and which SQLite wrote last. Whoever opens a file as QGIS does
# changes them, and not a row.
_RESTLESS = ((18, 20), (24, 28), (92, 100))
# Elements that say a layer's source once more, beside its id: the id, the source and the provider.
_ECHOES = {
    "layer-tree-layer": ("id", "source", "providerKey"),
    "relation": ("layerId", "dataSource", "providerKey"),
    "Atlas": ("coverageLayer", "coverageLayerSource", "coverageLayerProvider"),
    "LayoutItem": ("vectorLayer", "vectorLayerSource", "vectorLayerProvider"),
    "LayoutMultiFrame": ("vectorLayer", "vectorLayerSource", "vectorLayerProvider"),
}
# The same in the settings of widgets.
_OPTIONS = (
    ("Layer", "LayerSource", "LayerProviderName"),
    ("ReferencedLayerId", "ReferencedLayerDataSource", "ReferencedLayerProviderKey"),
)


OPTION_SOURCES = tuple(option[1] for option in _OPTIONS)


class Workshop:
    """One round of repairs. Every file is kept as it was before its first change."""

    def __init__(self, project: Project, converters: Sequence[Converter], becoming: Collection[str]) -> None:
        """`becoming` are the layers that will be GeoPackages in the end."""
        self.project = project
        self.becoming = becoming
        self.converters = converters
        self.archive = read_archive(project.path)
        self.document = parse_document(self.archive.xml)
        self.patch = ProjectPatch(self.document)
        self.entries = Entries(self.patch)
        self.touched: set[str] = set()
        self.converted: dict[tuple[str, ...], tuple[Path, str, bool]] = {}
        """The GeoPackage and table that a source has become, and whether its key is new: layers share it as before."""
        self._sources: dict[str, tuple[str, str]] = {}
        self._tables: dict[str, LayerTable] = {}
        parent = project.root / MEMORY
        number = 1 + max([int(item.name) for item in parent.glob("*") if item.name.isdigit()], default=0)
        self.memory = parent / str(number)

    def keep(self, path: Path) -> None:
        """Before a file is changed, made or moved away."""
        if self.project.root not in path.parents:
            raise RepairImpossible(
                Message("“{name}” lies outside of the project's folder; copy it in first.", name=path.name)
            )
        name = self.project.name_of(path)
        if name in self.touched:
            return
        self.touched.add(name)
        before = self.memory / "before" / name
        before.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file():
            return
        if is_geopackage(path):
            copy_geopackage(path, before)
        else:
            copy_file(path, before)

    def layer_element(self, layer_id: str) -> Element:
        for element in self.document.root.find_all("projectlayers", "maplayer"):
            if element.value("id") == layer_id:
                return element
        raise RepairImpossible(Message("A layer that lives in another project is repaired there."))

    def layers(self) -> list[Layer]:
        """The layers that the project holds itself."""
        elements = self.document.root.find_all("projectlayers", "maplayer")
        return [read_layer(element) for element in elements if element.get("embedded") != "1"]

    def source_of(self, layer: Layer) -> tuple[str, str]:
        """The layer's source and provider, as repaired so far."""
        return self._sources.get(layer.id, (layer.source.raw, layer.provider))

    def set_source(self, layer: Layer, source: str, provider: str) -> None:
        """Point a layer elsewhere, wherever the project says its source."""
        self._sources[layer.id] = source, provider
        for tag, text in (("datasource", source), ("provider", provider)):
            element = layer.element.find(tag)
            if element is not None:
                self.patch.set_text(element, text)
        for node, name, is_source in self.echoes.get(layer.id, ()):
            self.patch.set_attribute(node, name, source if is_source else provider)

    @cached_property
    def echoes(self) -> dict[str, list[tuple[Element, str, bool]]]:
        """By layer id: the elements that repeat its source (True) or provider, and the attribute they do it with."""
        found: dict[str, list[tuple[Element, str, bool]]] = {}
        for node in self.document.root.walk():
            if node.tag in _ECHOES:
                key, *attributes = _ECHOES[node.tag]
                for name, is_source in zip(attributes, (True, False)):
                    if name in node.attributes:
                        found.setdefault(node.get(key), []).append((node, name, is_source))
            elif node.tag == "Option" and node.get("type") == "Map":
                options = {option.get("name"): option for option in node.find_all("Option")}
                for key, *names in _OPTIONS:
                    for name, is_source in zip(names, (True, False)):
                        if key in options and name in options:
                            echo = (options[name], "value", is_source)
                            found.setdefault(options[key].get("value"), []).append(echo)
        return found

    def has_table(self, layer_id: str) -> bool:
        return layer_id in self._tables or self.project.table_of(layer_id) is not None

    def table(self, layer_id: str) -> LayerTable:
        """As it is now: an earlier repair may have changed it."""
        table = self._tables.get(layer_id) or self.project.table_of(layer_id)
        if table is None:
            raise RepairImpossible(
                Message("“{name}” is no table of a GeoPackage.", name=self.project.layer(layer_id).name)
            )
        return self.read_table(layer_id, table.path, table.table, table.subset)

    def read_table(self, layer_id: str, path: Path, name: str, subset: str = "") -> LayerTable:
        with closing(connect(path)) as connection:
            schema = read_schema(connection)[name]
        crs = self.project.layer(layer_id).crs
        return LayerTable(layer_id, path, name, key_of(schema), schema, subset, crs)

    def remember_table(self, table: LayerTable) -> None:
        """The layer is a table now that it was not before."""
        self._tables[table.layer_id] = table

    def replace_values(self, table: LayerTable, field: str, values: Mapping[str, str]) -> None:
        """Wherever a row has one of these values in the field, it gets the new one."""
        self.keep(table.path)
        column = quoted(field)
        statement = sql("UPDATE", quoted(table.table), "SET", column, "= ? WHERE", column, "= ?")
        with closing(connect(table.path, write=True)) as connection, transaction(connection):
            connection.executemany(statement, [(new, old) for old, new in values.items()])

    def copy_in(self, source: Path, folder: Path) -> Path:
        """A copy of an outside file in the project; the same file is copied once."""
        target, number = folder / source.name, 2
        while target.exists() and digests_of_file(target).sha256 != digests_of_file(source).sha256:
            target = folder / f"{source.stem}_{number}{source.suffix}"
            number += 1
        if not target.exists():
            self.keep(target)
            target.parent.mkdir(parents=True, exist_ok=True)
            if is_geopackage(source):
                copy_geopackage(source, target)
            else:
                copy_file(source, target)
        return target

    def rename(self, old: Path, new: Path) -> None:
        if is_geopackage(old):
            checkpoint(old)
        self.keep(old)
        self.keep(new)
        new.parent.mkdir(parents=True, exist_ok=True)
        old.replace(new)

    def relative(self, path: Path) -> str:
        text = Path(os.path.relpath(path, self.project.folder)).as_posix()
        return text if text.startswith("../") else f"./{text}"

    def finish(self) -> None:
        self.entries.finish()
        if not self.patch.is_empty:
            self.keep(self.project.path)
            self._write_project(self.patch.to_bytes())
        for name in self.touched:
            path = self.project.root / name
            if is_geopackage(path) and path.is_file():
                checkpoint(path)
        after = {name: _fingerprint(self.project.root / name) for name in sorted(self.touched)}
        self.memory.mkdir(parents=True, exist_ok=True)
        (self.memory / "manifest.json").write_text(json.dumps({"files": after}, indent=1), "utf-8")

    def _write_project(self, xml: bytes) -> None:
        path = self.project.path
        data = xml
        if path.suffix.lower() == ".qgz":
            data = ProjectArchive(self.archive.xml_name, xml, self.archive.others).to_bytes()
        parse_document(xml)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(path, name)
        Path(name).replace(path)

    def roll_back(self) -> None:
        for name in self.touched:
            _restore(self.memory / "before" / name, self.project.root / name, self.project.root)
        shutil.rmtree(self.memory, ignore_errors=True)


def undo_repairs(
    path: Union[str, Path], *, root: Union[str, Path, None] = None, force: bool = False
) -> list[str]:
    """Take the last repair back; answers the names of the files that are as before.

    Raises NothingToUndo when there is none, or when files were changed since (unless `force`).
    """
    path = absolute(path)
    top = absolute(root) if root is not None else path.parent
    memories = sorted((top / MEMORY).glob("*/manifest.json"), key=lambda item: int(item.parent.name))
    if not memories:
        raise NothingToUndo(Message("No repair was made in this project."))
    memory = memories[-1].parent
    files = json.loads(memories[-1].read_text("utf-8"))["files"]
    for name, after in files.items():
        if not force and _fingerprint(top / name) != after:
            raise NothingToUndo(
                Message(
                    "“{name}” was changed since the repair, so taking it back would lose that. Nothing was done.",
                    name=name,
                )
            )
    for name in files:
        _restore(memory / "before" / name, top / name, top)
    shutil.rmtree(memory)
    return sorted(files)


def _fingerprint(path: Path) -> Optional[str]:
    """What tells whether someone changed the file; None when there is none."""
    if not path.is_file():
        return None
    if not is_geopackage(path):
        return digests_of_file(path).sha256
    digest = hashlib.sha256()
    log = Path(f"{path}-wal")
    if log.is_file():
        digest.update(log.read_bytes())
    with path.open("rb") as file:
        header = bytearray(file.read(100))
        for start, end in _RESTLESS:
            header[start:end] = bytes(len(header[start:end]))
        digest.update(header)
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _restore(before: Path, now: Path, root: Path) -> None:
    for suffix in ("-wal", "-shm", "-journal"):
        Path(f"{now}{suffix}").unlink(missing_ok=True)
    if before.is_file():
        now.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{now.name}.", suffix=".part", dir=now.parent)
        os.close(handle)
        copy_file(before, Path(name))
        Path(name).replace(now)
        return
    now.unlink(missing_ok=True)
    folder = now.parent
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
