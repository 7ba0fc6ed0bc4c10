# SPDX-License-Identifier: GPL-2.0-or-later
"""Applies filters, the area of interest and relations to all tables of a package, in this order."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..message import Message
from ..project.layer import Layer
from ..project.project import Project
from .area import area_of, shape_in
from .options import PackageOptions
from .report import PackageWarning
from .rows import RowSelector, SourceTable


@dataclass(frozen=True)
class _Link:
    """`child` rows refer to `parent` rows by `fields` (child field, parent field)."""

    child: SourceTable
    parent: SourceTable
    fields: list[tuple[str, str]]


def select_rows(
    project: Project, tables: list[SourceTable], scratch: Path, options: PackageOptions
) -> list[PackageWarning]:
    """Sets `selection` of each table."""
    selector = RowSelector(scratch)
    for table in tables:
        selector.select_by_filters(table)
    area = area_of(project, options)
    if area is None:
        return selector.warnings
    for table in tables:
        if table.schema.geometry is None:
            continue
        shape = shape_in(area, table.layers[0].crs, options)
        if shape is None:
            layer = table.layers[0]
            text = Message(
                "“{layer}” is packaged whole: the area could not be transformed to {crs}.",
                layer=layer.name,
                crs=layer.crs or Message("its CRS"),
            )
            selector.warnings.append(PackageWarning("area_not_applied", text, layer.id))
        else:
            selector.select_by_area(table, shape)
    _follow_relations(project, tables, selector)
    return selector.warnings


def _follow_relations(project: Project, tables: list[SourceTable], selector: RowSelector) -> None:
    by_layer = {layer.id: table for table in tables for layer in table.layers}
    relations = [
        _Link(by_layer[item.child], by_layer[item.parent], list(item.fields))
        for item in project.relations
        if item.child in by_layer and item.parent in by_layer
    ]
    # Each pass follows at least one relation further, so there are never more passes than relations.
    for _ in relations:
        changed = [selector.add_children(link.child, link.parent, link.fields) for link in relations]
        if not any(changed):
            break
    # Parents of what is kept come last: their other children would bring the whole map along.
    links = relations + [
        link for table in tables for layer in table.layers for link in _lookups(layer, table, by_layer)
    ]
    for _ in links:
        changed = [selector.add_parents(link.child, link.parent, link.fields) for link in links]
        if not any(changed):
            break


def _lookups(layer: Layer, table: SourceTable, by_layer: dict[str, SourceTable]) -> list[_Link]:
    """Value relations and joins: a form or a symbol shows nothing when the row it looks up stayed at home."""
    links = []
    for item in layer.fields:
        parent = by_layer.get(_config(item.config, "Layer")) if item.widget == "ValueRelation" else None
        if parent is not None:
            links.append(_Link(table, parent, [(item.name, _config(item.config, "Key"))]))
    links += [
        _Link(table, by_layer[join.layer_id], [(join.target_field, join.join_field)])
        for join in layer.joins
        if join.layer_id in by_layer
    ]
    return links


def _config(config: dict[str, Any], key: str) -> str:
    return str(config.get(key) or "")
