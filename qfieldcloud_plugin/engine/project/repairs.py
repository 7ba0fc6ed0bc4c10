# SPDX-License-Identifier: GPL-2.0-or-later
"""Carries out what checks offer to repair, all or nothing, and takes it back again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional, Union

from ..gpkg import attach, connect, transaction
from ..message import Message
from .checks import CONVERSIONS, check
from .conversion import Converter, converter_of, place_of, settle, source_identity
from .datasource import resolve_file
from .document import Element
from .errors import RepairImpossible
from .field_checks import absolute_attachments, attachment_dir, value_relation_twin
from .field_names import rename_key
from .finding import Finding
from .layer import Layer, read_layer
from .patch import tag
from .project import read_project
from .renaming import rename_files
from .table_repairs import Parent, add_integer_key, add_reference, add_uuid
from .tables import is_geopackage
from .workshop import Workshop, undo_repairs


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
    findings: Optional[Collection[Finding]] = None,
    root: Union[str, Path, None] = None,
    dry_run: bool = False,
    converters: Sequence[Converter] = (),
) -> RepairReport:
    """Repair what is broken and can be repaired, or only findings with these codes, or only those of an earlier check
    that are given. `undo_repairs` takes it all back.

    `converters` read layers that are no GeoPackages; without one, those stay what they are.

    Close the project in QGIS first. Raises EngineError; then everything is as it was.
    """
    project = read_project(path, root, allows_outside=True)
    report = RepairReport()
    for finding in check(project, converters):
        wanted = finding.repair and _is_wanted(finding, codes, findings)
        (report.done if wanted else report.left).append(finding)
    if dry_run or not report.done:
        return report
    becoming = {finding.layer_id for finding in report.done if finding.code in CONVERSIONS}
    workshop = Workshop(project, converters, becoming)
    try:
        # Other names come last: until then everything is called as the project says.
        for finding in sorted(report.done, key=lambda finding: _RENAMING.get(finding.code, 0)):
            _REPAIRS[finding.code](workshop, finding)
        workshop.finish()
    except BaseException:
        workshop.roll_back()
        raise
    report.files = sorted(workshop.touched)
    return report


def _is_wanted(
    finding: Finding, codes: Optional[Collection[str]], findings: Optional[Collection[Finding]]
) -> bool:
    if findings is not None:
        return finding.subject in {item.subject for item in findings}
    return finding.code in codes if codes is not None else not finding.is_asked_for


def _store_relative_paths(workshop: Workshop, _finding: Finding) -> None:
    workshop.entries.set("Paths", "Absolute", "bool", "false")
    for layer in workshop.layers():
        _make_relative(workshop, layer)


def _store_relative_path(workshop: Workshop, finding: Finding) -> None:
    _make_relative(workshop, read_layer(workshop.layer_element(finding.layer_id)))


def _make_relative(workshop: Workshop, layer: Layer) -> None:
    path = resolve_file(layer.source.path, workshop.project.folder) if layer.source.is_file else None
    if path is not None and workshop.project.root in path.parents:
        _repoint(workshop, layer, path)


def _repoint(workshop: Workshop, layer: Layer, path: Path) -> None:
    workshop.set_source(layer, layer.source.with_path(workshop.relative(path)), layer.provider)


def _forget_home(workshop: Workshop, _finding: Finding) -> None:
    home = workshop.document.root.find("homePath")
    if home is not None:
        workshop.patch.set_attribute(home, "path", "")


def _copy_file_in(workshop: Workshop, finding: Finding) -> None:
    if finding.layer_id in workshop.becoming:
        return  # only the GeoPackage that it becomes is needed
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


def _convert(workshop: Workshop, finding: Finding) -> None:
    layer = read_layer(workshop.layer_element(finding.layer_id))
    project = workshop.project
    identity = source_identity(project, layer)
    if identity not in workshop.converted:
        converter = converter_of(layer, workshop.converters)
        if converter is None:
            raise RepairImpossible(Message("Nothing here can read “{name}”.", name=layer.name))
        target, table = place_of(project, layer)
        workshop.keep(target)
        key = converter.convert(project, layer, target, table)
        workshop.converted[identity] = target, table, settle(target, table, key)
    target, table, is_new_key = workshop.converted[identity]
    subset = f"|subset={layer.source.subset}" if layer.source.subset else ""
    workshop.set_source(layer, f"{workshop.relative(target)}|layername={table}{subset}", "ogr")
    made = workshop.read_table(layer.id, target, table, layer.source.subset)
    workshop.remember_table(made)
    if is_new_key:
        # It is nothing to fill in, and was not in the form before.
        _append(
            workshop,
            layer.element,
            "fieldConfiguration",
            _field_xml(made.key, "Hidden", "<Option/>"),
            made.key,
        )


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


def _add_key(workshop: Workshop, finding: Finding) -> None:
    table = workshop.table(finding.layer_id)
    if table.schema.integer_key:
        return  # two layers show the same table
    workshop.keep(table.path)
    with closing(connect(table.path, write=True)) as connection, transaction(connection):
        add_integer_key(connection, table.schema)


def _use_uuid(workshop: Workshop, finding: Finding) -> None:
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


def _rewire(workshop: Workshop, relation_id: str, child_field: str, parent_field: str) -> None:
    for relation in workshop.document.root.find_all("relations", "relation"):
        if relation.get("id") == relation_id:
            for pair in relation.find_all("fieldRef"):
                workshop.patch.set_attribute(pair, "referencingField", child_field)
                workshop.patch.set_attribute(pair, "referencedField", parent_field)


def _configure_uuid(workshop: Workshop, layer: Element, field_name: str) -> None:
    """Nobody types a UUID: it is hidden and made by an expression, on the device too."""
    _append(workshop, layer, "fieldConfiguration", _field_xml(field_name, "Hidden", "<Option/>"), field_name)
    default = tag(
        "default", {"field": field_name, "expression": "uuid('WithoutBraces')", "applyOnUpdate": "0"}
    )
    _append(workshop, layer, "defaults", default, field_name)


def _move_widget(workshop: Workshop, layer: Element, old: str, new: str) -> None:
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


def _append(workshop: Workshop, layer: Element, holder: str, xml: str, field_name: str) -> None:
    element = layer.find(holder)
    if element is None:
        workshop.patch.append(layer, f"<{holder}>{xml}</{holder}>")
    elif not any(field_name in (child.get("name"), child.get("field")) for child in element.children):
        workshop.patch.append(element, xml)


def _mend_value_relation(workshop: Workshop, finding: Finding) -> None:
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


def _bring_attachments(workshop: Workshop, finding: Finding) -> None:
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
        workshop.replace_values(workshop.table(layer.id), finding.detail, moves)
    for item in workshop.layer_element(layer.id).find_all("fieldConfiguration", "field"):
        if item.get("name") == finding.detail:
            for option in item.find_all("editWidget", "config", "Option", "Option"):
                if option.get("name") == "RelativeStorage" and option.get("value") == "0":
                    workshop.patch.set_attribute(option, "value", "1")


_REPAIRS: dict[str, Callable[[Workshop, Finding], None]] = {
    "absolute_paths": _store_relative_paths,
    "absolute_source": _store_relative_path,
    "preset_home": _forget_home,
    "outside_folder": _copy_file_in,
    "no_key": _add_key,
    "key_in_relation": _use_uuid,
    "value_relation": _mend_value_relation,
    "absolute_attachments": _bring_attachments,
    "not_a_geopackage": _convert,
    "memory_layer": _convert,
    "online_layer": _convert,
    "field_name": rename_key,
    "forbidden_names": rename_files,
}

_RENAMING = {"field_name": 1, "forbidden_names": 2}

__all__ = ["RepairReport", "repair_project", "undo_repairs"]
