# SPDX-License-Identifier: GPL-2.0-or-later
"""What will go wrong with the forms of a layer: lists of values that come from nowhere, files that do not travel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PureWindowsPath
from typing import Optional

from ..errors import GeoPackageError
from ..gpkg import connect
from ..gpkg.connection import sqlite_errors
from ..gpkg.sql import quoted, sql
from ..message import Message
from .finding import Finding, Level
from .layer import Field, Layer
from .project import Project
from .tables import LayerTable


def check_field(project: Project, layer: Layer, field: Field) -> Iterator[Finding]:
    if field.widget == "ValueRelation":
        yield from _check_value_relation(project, layer, field)
    elif field.widget == "ExternalResource":
        yield from _check_attachments(project, layer, field)


def _check_value_relation(project: Project, layer: Layer, field: Field) -> Iterator[Finding]:
    wanted = str(field.config.get("Layer") or "")
    other = project.layers.get(wanted)
    label = field.alias or field.name
    if other is None:
        twin = value_relation_twin(project, field)
        yield Finding(
            Level.WARNING,
            "value_relation",
            layer.name,
            Message(
                "The list of values of “{field}” comes from a layer that is not in the project.", field=label
            ),
            layer.id,
            field.name,
            repair=Message("Take the values from “{name}”.", name=twin.name) if twin is not None else "",
        )
        return
    names = {item.name for item in other.fields}
    missing = [
        name for name in (str(field.config.get(key) or "") for key in ("Key", "Value")) if name not in names
    ]
    if names and missing:
        yield Finding(
            Level.WARNING,
            "value_relation",
            layer.name,
            Message(
                "The list of values of “{field}” uses the field “{name}”, which “{layer}” does not have.",
                field=label,
                name=missing[0],
                layer=other.name,
            ),
            layer.id,
            field.name,
        )
    elif other.cloud_action == "remove":
        yield Finding(
            Level.WARNING,
            "value_relation",
            layer.name,
            Message(
                "The list of values of “{field}” comes from “{layer}”, which is not packaged.",
                field=label,
                layer=other.name,
            ),
            layer.id,
            field.name,
        )


def value_relation_twin(project: Project, field: Field) -> Optional[Layer]:
    """The one layer that has the source, or else the name, of the layer that is gone."""
    layers = list(project.layers.values())
    source, name = field.config.get("LayerSource"), field.config.get("LayerName")
    for twins in (
        [layer for layer in layers if source and layer.source.raw == source],
        [layer for layer in layers if name and layer.name == name],
    ):
        if len(twins) == 1:
            return twins[0]
    return None


def _check_attachments(project: Project, layer: Layer, field: Field) -> Iterator[Finding]:
    paths = absolute_attachments(project, layer, field)
    if paths:
        yield Finding(
            Level.WARNING,
            "absolute_attachments",
            layer.name,
            Message(
                "“{field}” names files by absolute paths, such as {path}; they do not travel.",
                field=field.alias or field.name,
                path=paths[0],
            ),
            layer.id,
            field.name,
            repair=Message(
                "Copy the files that exist into “{folder}” and store relative paths.",
                folder=attachment_dir(project),
            ),
        )
    elif field.config.get("RelativeStorage") in (0, "0"):
        yield Finding(
            Level.WARNING,
            "absolute_attachments",
            layer.name,
            Message(
                "“{field}” stores absolute paths; files would not be found anywhere else.",
                field=field.alias or field.name,
            ),
            layer.id,
            field.name,
            repair=Message("Store paths relative to the project."),
        )


def absolute_attachments(project: Project, layer: Layer, field: Field) -> list[str]:
    """The absolute paths that the field's rows hold."""
    try:
        table = project.table_of(layer.id)
    except GeoPackageError:
        return []
    if table is None or not any(column.name == field.name for column in table.schema.columns):
        return []
    return [value for value in _texts(table, field.name) if is_absolute(value)]


def _texts(table: LayerTable, column: str) -> list[str]:
    query = sql(
        "SELECT DISTINCT", quoted(column), "FROM", quoted(table.table), "WHERE typeof(", quoted(column), ") = 'text'",
        "AND (", quoted(column), "LIKE '/%' OR", quoted(column), "LIKE '_:%' OR", quoted(column), r"LIKE '\\%'", ")",
        "ORDER BY 1",
    )  # fmt: skip
    with closing(connect(table.path)) as connection, sqlite_errors(table.path):
        return [row[0] for row in connection.execute(query)]


def attachment_dir(project: Project) -> str:
    return next((name.strip("/") for name in project.attachment_dirs if name.strip("/")), "DCIM")


def is_absolute(path: str) -> bool:
    """On any system: the project may come from another one."""
    if re.match(r"^[a-z]+://", path):
        return False
    return Path(path).is_absolute() or PureWindowsPath(path).is_absolute()
