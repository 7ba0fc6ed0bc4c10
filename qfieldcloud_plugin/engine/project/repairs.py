# SPDX-License-Identifier: GPL-2.0-or-later
"""Carries out what checks offer to repair, all or nothing, and takes it back again."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional, Union

from ..etag import digests_of_file
from ..gpkg import attach, checkpoint, connect, copy_geopackage, read_schema, transaction
from ..gpkg.sql import quoted, sql
from ..message import Message
from .archive import ProjectArchive, read_archive
from .checks import Finding, absolute_attachments, attachment_dir, check, value_relation_twin
from .datasource import resolve_file
from .document import Element, parse_document
from .errors import NothingToUndo, RepairImpossible
from .layer import Layer, read_layer
from .patch import Entries, ProjectPatch, tag
from .project import Project, absolute, read_project
from .table_repairs import Parent, add_integer_key, add_reference, add_uuid
from .tables import LayerTable, is_geopackage

_MEMORY = ".qfieldcloud/repairs"


@dataclass
class RepairReport:
    """`done` are the findings that were repaired (or would be, in a dry run); `left` those that nobody can repair."""

    done: list[Finding] = field(default_factory=list)
    left: list[Finding] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    """Files that were changed or made, by name below the project's folder."""


def repair_project(
    path: Union[str, Path],
    codes: Optional[Collection[str]] = None,
    *,
    root: Union[str, Path, None] = None,
    dry_run: bool = False,
) -> RepairReport:
    """Repair what can be repaired (only findings with these codes). `undo_repairs` takes all of it back.

    Close the project in QGIS first. Raises EngineError; then everything is as it was.
    """
    project = read_project(path, root, allows_outside=True)
    report = RepairReport()
    for finding in check(project):
        wanted = finding.repair and finding.code in _REPAIRS and (codes is None or finding.code in codes)
        (report.done if wanted else report.left).append(finding)
    if dry_run or not report.done:
        return report
    workshop = _Workshop(project)
    try:
        for finding in report.done:
            _REPAIRS[finding.code](workshop, finding)
        workshop.finish()
    except BaseException:
        workshop.roll_back()
        raise
    report.files = sorted(workshop.touched)
    return report


def undo_repairs(
    path: Union[str, Path], *, root: Union[str, Path, None] = None, force: bool = False
) -> list[str]:
    """Take the last repair back; answers the names of the files that are as before.

    Raises NothingToUndo when there is none, or when files were changed since (unless `force`).
    """
    path = absolute(path)
    top = absolute(root) if root is not None else path.parent
    memories = sorted((top / _MEMORY).glob("*/manifest.json"), key=lambda item: int(item.parent.name))
    if not memories:
        raise NothingToUndo(Message("No repair was made in this project."))
    memory = memories[-1].parent
    files = json.loads(memories[-1].read_text("utf-8"))["files"]
    for name, after in files.items():
        now = top / name
        if not force and (not now.is_file() or digests_of_file(now).sha256 != after):
            raise NothingToUndo(
                Message(
                    "“{name}” was changed since the repair, so taking it back would lose that. Nothing was done.",
                    name=name,
                )
            )
    for name in files:
        _restore(memory / "before" / name, top / name)
    shutil.rmtree(memory)
    return sorted(files)


def _restore(before: Path, now: Path) -> None:
    for suffix in ("-wal", "-shm", "-journal"):
        Path(f"{now}{suffix}").unlink(missing_ok=True)
    if before.is_file():
        handle, name = tempfile.mkstemp(prefix=f".{now.name}.", suffix=".part", dir=now.parent)
        os.close(handle)
        shutil.copyfile(before, name)
        Path(name).replace(now)
    else:
        now.unlink(missing_ok=True)


class _Workshop:
    """One round of repairs. Every file is kept as it was before its first change."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.archive = read_archive(project.path)
        self.document = parse_document(self.archive.xml)
        self.patch = ProjectPatch(self.document)
        self.entries = Entries(self.patch)
        self.touched: set[str] = set()
        parent = project.root / _MEMORY
        number = 1 + max([int(item.name) for item in parent.glob("*") if item.name.isdigit()], default=0)
        self.memory = parent / str(number)

    def keep(self, path: Path) -> None:
        """Before a file is changed or made."""
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
            shutil.copyfile(path, before)

    def layer_element(self, layer_id: str) -> Element:
        for element in self.document.root.find_all("projectlayers", "maplayer"):
            if element.value("id") == layer_id:
                return element
        raise RepairImpossible(Message("A layer that lives in another project is repaired there."))

    def table(self, layer_id: str) -> LayerTable:
        table = self.project.table_of(layer_id)
        if table is None:
            raise RepairImpossible(
                Message("“{name}” is no table of a GeoPackage.", name=self.project.layer(layer_id).name)
            )
        # An earlier repair may have changed it.
        with closing(connect(table.path)) as connection:
            schema = read_schema(connection)[table.table]
        return LayerTable(table.layer_id, table.path, table.table, table.key, schema, table.subset, table.crs)

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
                shutil.copyfile(source, target)
        return target

    def relative(self, path: Path) -> str:
        text = Path(os.path.relpath(path, self.project.folder)).as_posix()
        return text if text.startswith("../") else f"./{text}"

    def finish(self) -> None:
        self.entries.finish()
        if not self.patch.is_empty:
            self.keep(self.project.path)
            self._write_project(self.patch.to_bytes())
        for name in self.touched:
            if is_geopackage(Path(name)):
                checkpoint(self.project.root / name)
        after = {name: digests_of_file(self.project.root / name).sha256 for name in sorted(self.touched)}
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
            _restore(self.memory / "before" / name, self.project.root / name)
        shutil.rmtree(self.memory, ignore_errors=True)


def _store_relative_paths(workshop: _Workshop, _finding: Finding) -> None:
    workshop.entries.set("Paths", "Absolute", "bool", "false")
    for element in workshop.document.root.find_all("projectlayers", "maplayer"):
        if element.get("embedded") != "1":
            _make_relative(workshop, read_layer(element))


def _store_relative_path(workshop: _Workshop, finding: Finding) -> None:
    _make_relative(workshop, read_layer(workshop.layer_element(finding.layer_id)))


def _make_relative(workshop: _Workshop, layer: Layer) -> None:
    path = resolve_file(layer.source.path, workshop.project.folder) if layer.source.is_file else None
    if path is not None and workshop.project.root in path.parents:
        _repoint(workshop, layer, path)


def _repoint(workshop: _Workshop, layer: Layer, path: Path) -> None:
    source = layer.source.with_path(workshop.relative(path))
    element = layer.element.find("datasource")
    if element is not None:
        workshop.patch.set_text(element, source)
    tree = workshop.document.root.find("layer-tree-group")
    for node in tree.walk() if tree is not None else ():
        if node.tag == "layer-tree-layer" and node.get("id") == layer.id and "source" in node.attributes:
            workshop.patch.set_attribute(node, "source", source)


def _forget_home(workshop: _Workshop, _finding: Finding) -> None:
    home = workshop.document.root.find("homePath")
    if home is not None:
        workshop.patch.set_attribute(home, "path", "")


def _copy_file_in(workshop: _Workshop, finding: Finding) -> None:
    layer = read_layer(workshop.layer_element(finding.layer_id))
    source = resolve_file(layer.source.path, workshop.project.folder)
    if source is None or not source.is_file():
        raise RepairImpossible(
            Message("“{path}” is not there or is a folder; copy it by hand.", path=layer.source.path)
        )
    target = workshop.copy_in(source, workshop.project.root)
    for sidecar in _sidecars(source):
        workshop.copy_in(sidecar, target.parent)
    _repoint(workshop, layer, target)


def _sidecars(path: Path) -> list[Path]:
    """Files of the same name before the dot, and those that add an ending; none for databases."""
    if is_geopackage(path) or path.suffix.lower() in (".sqlite", ".mbtiles", ".csv", ".geojson"):
        return []
    return sorted(
        item
        for item in path.parent.iterdir()
        if item.is_file()
        and item != path
        and (item.stem == path.stem or item.name.startswith(path.name + "."))
    )


def _add_key(workshop: _Workshop, finding: Finding) -> None:
    table = workshop.table(finding.layer_id)
    if table.schema.integer_key:
        return  # two layers show the same table
    workshop.keep(table.path)
    with closing(connect(table.path, write=True)) as connection, transaction(connection):
        add_integer_key(connection, table.schema)


def _use_uuid(workshop: _Workshop, finding: Finding) -> None:
    relation = next(item for item in workshop.project.relations if item.id == finding.detail)
    ((child_field, parent_field),) = relation.fields
    parent, child = workshop.table(relation.parent), workshop.table(relation.child)
    workshop.keep(parent.path)
    workshop.keep(child.path)
    with closing(connect(parent.path, write=True)) as connection, transaction(connection):
        uuid_field = add_uuid(connection, parent.schema)
    child = workshop.table(relation.child)
    with closing(connect(child.path, write=True)) as connection:
        database = "main"
        if child.path != parent.path:
            database = "parent"
            attach(connection, parent.path, database)
        with transaction(connection):
            link = Parent(parent.schema, parent_field, uuid_field, database)
            reference = add_reference(connection, child.schema, child_field, link)
    _rewire(workshop, relation.id, reference, uuid_field)
    _configure_uuid(workshop, workshop.layer_element(relation.parent), uuid_field)
    _move_widget(workshop, workshop.layer_element(relation.child), child_field, reference)


def _rewire(workshop: _Workshop, relation_id: str, child_field: str, parent_field: str) -> None:
    for relation in workshop.document.root.find_all("relations", "relation"):
        if relation.get("id") == relation_id:
            for pair in relation.find_all("fieldRef"):
                workshop.patch.set_attribute(pair, "referencingField", child_field)
                workshop.patch.set_attribute(pair, "referencedField", parent_field)


def _configure_uuid(workshop: _Workshop, layer: Element, field_name: str) -> None:
    """Nobody types a UUID: it is hidden and made by an expression, on the device too."""
    _append(workshop, layer, "fieldConfiguration", _field_xml(field_name, "Hidden", "<Option/>"), field_name)
    default = tag(
        "default", {"field": field_name, "expression": "uuid('WithoutBraces')", "applyOnUpdate": "0"}
    )
    _append(workshop, layer, "defaults", default, field_name)


def _move_widget(workshop: _Workshop, layer: Element, old: str, new: str) -> None:
    """The new field gets the old one's widget; the old one is hidden."""
    widget, config = "TextEdit", "<Option/>"
    for item in layer.find_all("fieldConfiguration", "field"):
        edit = item.find("editWidget")
        if item.get("name") == old and edit is not None:
            holder = edit.find("config", "Option")
            widget = edit.get("type") or widget
            config = workshop.document.slice(holder).decode() if holder is not None else config
            workshop.patch.set_attribute(edit, "type", "Hidden")
    _append(workshop, layer, "fieldConfiguration", _field_xml(new, widget, config), new)


def _field_xml(name: str, widget: str, config: str) -> str:
    return tag("field", {"name": name}, tag("editWidget", {"type": widget}, f"<config>{config}</config>"))


def _append(workshop: _Workshop, layer: Element, holder: str, xml: str, field_name: str) -> None:
    element = layer.find(holder)
    if element is None:
        workshop.patch.append(layer, f"<{holder}>{xml}</{holder}>")
    elif not any(field_name in (child.get("name"), child.get("field")) for child in element.children):
        workshop.patch.append(element, xml)


def _mend_value_relation(workshop: _Workshop, finding: Finding) -> None:
    layer = workshop.project.layer(finding.layer_id)
    field_ = layer.field(finding.detail)
    twin = value_relation_twin(workshop.project, field_) if field_ is not None else None
    if twin is None:
        raise RepairImpossible(Message("No layer has the values of “{field}”.", field=finding.detail))
    for item in workshop.layer_element(layer.id).find_all("fieldConfiguration", "field"):
        if item.get("name") == finding.detail:
            for option in item.find_all("editWidget", "config", "Option", "Option"):
                if option.get("name") == "Layer":
                    workshop.patch.set_attribute(option, "value", twin.id)


def _bring_attachments(workshop: _Workshop, finding: Finding) -> None:
    project = workshop.project
    layer = project.layer(finding.layer_id)
    field_ = layer.field(finding.detail)
    paths = absolute_attachments(project, layer, field_) if field_ is not None else []
    moves = {}
    for text in paths:
        source = resolve_file(text, project.folder)
        if source is None or not source.is_file():
            continue
        inside = project.folder in source.parents
        target = source if inside else workshop.copy_in(source, project.folder / attachment_dir(project))
        moves[text] = target.relative_to(project.folder).as_posix()
    if moves:
        table = workshop.table(layer.id)
        workshop.keep(table.path)
        statement = sql(
            "UPDATE",
            quoted(table.table),
            "SET",
            quoted(finding.detail),
            "= ? WHERE",
            quoted(finding.detail),
            "= ?",
        )
        with closing(connect(table.path, write=True)) as connection, transaction(connection):
            connection.executemany(statement, [(new, old) for old, new in moves.items()])
    for item in workshop.layer_element(layer.id).find_all("fieldConfiguration", "field"):
        if item.get("name") == finding.detail:
            for option in item.find_all("editWidget", "config", "Option", "Option"):
                if option.get("name") == "RelativeStorage" and option.get("value") == "0":
                    workshop.patch.set_attribute(option, "value", "1")


_REPAIRS: dict[str, Callable[[_Workshop, Finding], None]] = {
    "absolute_paths": _store_relative_paths,
    "absolute_source": _store_relative_path,
    "preset_home": _forget_home,
    "outside_folder": _copy_file_in,
    "no_key": _add_key,
    "key_in_relation": _use_uuid,
    "value_relation": _mend_value_relation,
    "absolute_attachments": _bring_attachments,
}
