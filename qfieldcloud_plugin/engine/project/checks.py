# SPDX-License-Identifier: GPL-2.0-or-later
"""What will go wrong in the field: each finding says what, how much it matters, and what a repair would do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Union

from ..errors import EngineError, GeoPackageError
from ..message import Message
from .conversion import Converter, clashing_fields, converter_of
from .details import layer_problem
from .field_checks import check_field, is_absolute
from .field_names import name_without_comma
from .finding import Finding, Level
from .layer import Layer
from .project import Project, Relation, read_project
from .renaming import can_rename, is_forbidden, project_files
from .tables import LayerTable, is_geopackage

# The server writes the first by itself, the others where GDAL is.
_TEXT_FILES, _GDAL_FILES = (".geojson", ".json", ".csv"), (".shp", ".dbf", ".fgb")
# As they write themselves; others are called by their suffix.
_KINDS = {".geojson": "GeoJSON", ".fgb": "FlatGeobuf"}
CONVERSIONS = ("not_a_geopackage", "memory_layer", "online_layer")
_MOST_NAMES = 5


def check_project(
    path: Union[str, Path],
    root: Union[str, Path, None] = None,
    *,
    converters: Sequence[Converter] = (),
) -> list[Finding]:
    """Errors first. A project that cannot be read is itself a finding.

    `converters` are those that a repair would have: they decide which layers can become GeoPackages.
    """
    try:
        project = read_project(path, root, allows_outside=True)
    except EngineError as error:
        return [Finding(Level.ERROR, error.code, Message("The project cannot be read"), error.message)]
    return check(project, converters)


def check(project: Project, converters: Sequence[Converter] = ()) -> list[Finding]:
    findings = [*_check_paths(project), *_check_names(project)]
    for layer in project.layers.values():
        findings += _check_layer(project, layer, converters)
    convertible = {
        finding.layer_id
        for finding in findings
        if finding.code in CONVERSIONS and finding.repair and not finding.is_asked_for
    }
    for relation in project.relations:
        findings += _check_relation(project, relation, convertible)
    order = list(Level)
    return sorted(findings, key=lambda finding: order.index(finding.level))


def _check_paths(project: Project) -> Iterator[Finding]:
    if project.entry("Paths", "Absolute"):
        yield Finding(
            Level.ERROR,
            "absolute_paths",
            Message("The project stores absolute paths"),
            Message("They lead nowhere on a phone or on a server."),
            repair=Message("Store all paths inside of the project's folder relative to the project file."),
        )
    home = project.document.root.find("homePath")
    if home is not None and home.get("path"):
        yield Finding(
            Level.ERROR,
            "preset_home",
            Message("The project has a home folder of its own"),
            Message(
                "“{path}” does not exist on a phone, so photos and forms would not be found.",
                path=home.get("path"),
            ),
            repair=Message("Let the project's home be the folder of the project file."),
        )


def _check_names(project: Project) -> Iterator[Finding]:
    bad, others = [], []
    for path in project_files(project):
        name = path.relative_to(project.root)
        if is_forbidden(project, path):
            bad.append(name.as_posix())
        if path.suffix.lower() in (".qgs", ".qgz") and path != project.path:
            others.append(name.as_posix())
    if bad:
        yield Finding(
            Level.ERROR,
            "forbidden_names",
            Message("File names that not every system knows"),
            Message(
                '{names}: the signs < > : " \\ | ? * and names such as CON cannot be stored everywhere.',
                names=_some(bad),
            ),
            detail=bad[0],
            repair=Message("Rename them, and what names them in the project.") if can_rename(project) else "",
        )
    if others:
        yield Finding(
            Level.WARNING,
            "several_projects",
            Message("Several project files in one folder"),
            Message(
                "Only {name} goes to the field; the others stay here: {names}.",
                name=project.path.name,
                names=_some(others),
            ),
        )


def _check_layer(project: Project, layer: Layer, converters: Sequence[Converter]) -> Iterator[Finding]:
    if layer.type == "embedded":
        yield Finding(
            Level.WARNING, "embedded_layer", layer.id,
            Message("The project it is embedded from is not in the folder."), layer.id
        )  # fmt: skip
        return
    if layer.source.is_localized or layer.cloud_action == "remove":
        return
    problem = layer_problem(project, layer)
    if problem is not None:
        yield Finding(
            Level.WARNING,
            "invalid_layer",
            layer.name,
            Message("It will be left out: {problem}", problem=problem[1]),
            layer.id,
        )
        return
    yield from _check_source(project, layer, converters)
    if layer.is_vector:
        yield from _check_key(project, layer, converters)
        for field in layer.fields:
            yield from check_field(project, layer, field)


def _check_source(project: Project, layer: Layer, converters: Sequence[Converter]) -> Iterator[Finding]:
    if layer.source.raw.lower().endswith("ecw"):
        yield Finding(
            Level.WARNING,
            "unsupported_source",
            layer.name,
            Message("QField cannot open ECW files."),
            layer.id,
        )
    elif layer.provider == "memory":
        yield Finding(
            Level.WARNING,
            "memory_layer",
            layer.name,
            Message("A temporary layer: its features are lost when QGIS closes. Make it permanent first."),
            layer.id,
            repair=_conversion(layer, converters),
        )
    elif _is_online(layer) and layer.cloud_action == "offline" and not layer.read_only:
        repair = _online_conversion(layer, converters)
        text = Message(
            "Its rows are in a database or a service. A server without QGIS leaves it there: the field needs a "
            "connection to see it, and cannot edit it."
        )
        if not repair:
            text = Message("{text} QGIS can write its rows into a GeoPackage.", text=text)
        yield Finding(
            Level.NOTE, "online_layer", layer.name, text, layer.id, repair=repair, is_asked_for=bool(repair)
        )  # fmt: skip
    elif project.is_outside(layer):
        yield Finding(
            Level.WARNING,
            "outside_folder",
            layer.name,
            Message("Its file lies outside of the project's folder, so nobody else gets it."),
            layer.id,
            layer.source.path,
            repair=Message("Copy the file into the project's folder and use the copy."),
        )
    elif layer.source.is_file and is_absolute(layer.source.path) and not project.entry("Paths", "Absolute"):
        yield Finding(
            Level.WARNING,
            "absolute_source",
            layer.name,
            Message("Its path is absolute and leads nowhere on a phone."),
            layer.id,
            repair=Message("Store its path relative to the project file."),
        )


def _is_online(layer: Layer) -> bool:
    return layer.is_vector and not layer.source.is_file and layer.provider not in ("memory", "virtual")


def _online_conversion(layer: Layer, converters: Sequence[Converter]) -> str:
    if converter_of(layer, converters) is None:
        return ""
    return Message(
        "Write the rows that it shows now into a new GeoPackage and use that instead of the source."
    )


def _conversion(layer: Layer, converters: Sequence[Converter]) -> str:
    if converter_of(layer, converters) is None:
        return ""
    return Message("Write its rows into a new GeoPackage and use that.")


def _check_key(project: Project, layer: Layer, converters: Sequence[Converter]) -> Iterator[Finding]:
    if layer.cloud_action != "offline" or layer.read_only:
        return
    path = project.file_of(layer)
    clash = clashing_fields(layer)
    if clash and (path is None or not is_geopackage(path)):
        yield _clash(layer, *clash)
        return
    if path is not None and not is_geopackage(path):
        yield Finding(
            Level.WARNING,
            "not_a_geopackage",
            layer.name,
            _what_other_files_cost(project, layer, path),
            layer.id,
            repair=_conversion(layer, converters),
        )
        return
    try:
        table = project.table_of(layer.id)
    except GeoPackageError as error:
        yield Finding(Level.ERROR, error.code, layer.name, error.message, layer.id)
        return
    if path is None or project.key_of(layer):
        return
    if table is None:
        yield Finding(
            Level.WARNING, "view", layer.name,
            Message("A view of other tables can be looked at, but not edited."), layer.id
        )  # fmt: skip
        return
    yield (_comma_in_key if table.schema.integer_key else _no_key)(project, layer, table)


def _clash(layer: Layer, one: str, other: str) -> Finding:
    return Finding(
        Level.WARNING,
        "field_names",
        layer.name,
        Message(
            "Only capitals tell its fields “{one}” and “{other}” apart. A GeoPackage cannot hold both, so the "
            "layer is read-only in the field until one of them has another name in its source.",
            one=one,
            other=other,
        ),
        layer.id,
        other,
    )


def _no_key(project: Project, layer: Layer, table: LayerTable) -> Finding:
    text = Message("The table has no integer primary key, so it is read-only in the field.")
    if len(table.schema.key) > 1:
        text = Message("The table has several columns as primary key, so it is read-only in the field.")
    can_repair = not (table.schema.rtree or project.is_outside(layer))
    return Finding(
        Level.WARNING,
        "no_key",
        layer.name,
        text,
        layer.id,
        table.table,
        repair=Message("Add an integer primary key; what was the key stays unique.") if can_repair else "",
    )


def _comma_in_key(project: Project, layer: Layer, table: LayerTable) -> Finding:
    """QField takes the names of key fields for a list with commas between."""
    (key,) = table.schema.key
    repair = Message(
        "Rename it to “{name}”, here and in the project: in relations, joins, forms, filters and expressions.",
        name=name_without_comma(table.schema, key),
    )
    return Finding(
        Level.WARNING,
        "field_name",
        layer.name,
        Message(
            "The name of the primary key “{key}” holds a comma, so the table is read-only in the field.",
            key=key,
        ),
        layer.id,
        key,
        repair="" if project.is_outside(layer) else repair,
    )


def _what_other_files_cost(project: Project, layer: Layer, path: Path) -> str:
    suffix = path.suffix.lower()
    kind = _KINDS.get(suffix, suffix.lstrip(".").upper())
    if not project.key_of(layer):
        return Message(
            "Without a field “fid” the rows of {kind} files cannot be told apart: in the field they are read-only.",
            kind=kind,
        )
    if suffix in _TEXT_FILES or layer.provider == "delimitedtext":
        return Message(
            "{kind} files travel whole: what is edited here and in the field at the same time is a conflict.",
            kind=kind,
        )
    program = "GDAL" if suffix in _GDAL_FILES else "QGIS" if layer.provider == "spatialite" else ""
    if program:
        return Message(
            "{kind} files travel whole, and the server needs {program} to take edits from the field.",
            kind=kind,
            program=program,
        )
    return Message("The server keeps edits of {kind} files from the field, but cannot write them.", kind=kind)


def _check_relation(project: Project, relation: Relation, convertible: Collection[str]) -> Iterator[Finding]:
    if relation.child not in project.layers or relation.parent not in project.layers:
        return
    try:
        parent = project.table_of(relation.parent)
        can_repair = relation.child in convertible or project.table_of(relation.child) is not None
    except GeoPackageError:
        return  # told with the layer
    if parent is None or not parent.schema.integer_key or len(relation.fields) != 1:
        return
    (_, parent_field), *_ = relation.fields
    if parent_field.lower() == parent.key.lower():
        name = project.layers[relation.parent].name
        yield Finding(
            Level.WARNING,
            "key_in_relation",
            relation.name or relation.id,
            Message(
                "It uses the primary key “{key}” of “{name}”. A row made in the field has none before it is "
                "synchronised, so nothing can be attached to it until then.",
                key=parent.key,
                name=name,
            ),
            relation.parent,
            relation.id,
            repair=Message("Add a UUID to “{name}”, fill it, and let the relation use it.", name=name)
            if can_repair
            else "",
        )


def _some(names: list[str]) -> str:
    some = ", ".join(names[:_MOST_NAMES])
    if len(names) <= _MOST_NAMES:
        return some
    return Message("{names} and {count} more", names=some, count=len(names) - _MOST_NAMES)
