# SPDX-License-Identifier: GPL-2.0-or-later
"""A field gets another name, and so does everything in the project that names it."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from contextlib import closing
from typing import Any, Optional

from ..gpkg import connect, transaction
from ..gpkg.schema import Table
from ..gpkg.sql import quoted
from .document import Element
from .finding import Finding
from .layer import Layer
from .table_repairs import rename_column
from .tables import LayerTable
from .workshop import Workshop

# Texts are passed over: in them the name would be just a word.
_TOKEN = re.compile(r"""'(?:[^'\\]|\\.|'')*'|"(?:[^"]|"")*\"""")
# Where a layer's settings name one of its fields, besides in expressions.
_NAMED = {
    ("alias", "field"),
    ("attributeEditorField", "name"),
    ("column", "name"),
    ("constraint", "field"),
    ("default", "field"),
    ("field", "name"),
    ("fieldstyle", "fieldname"),
    ("join", "targetFieldName"),
    ("policy", "field"),
    ("renderer-v2", "attr"),
    ("rotation", "field"),
    ("sizescale", "field"),
    ("text-style", "fieldName"),
}
_FIELDS_OF_LISTS = ("Key", "Value", "Description", "OrderByFieldName", "Group")


def name_without_comma(table: Table, name: str) -> str:
    """A name for the field that no other has."""
    wanted = re.sub(r"\s*,\s*", "_", name).strip("_") or "id"
    taken = {column.name.lower() for column in table.columns}
    free, number = wanted, 2
    while free.lower() in taken:
        free, number = f"{wanted}_{number}", number + 1
    return free


def rename_key(workshop: Workshop, finding: Finding) -> None:
    """Done once for all layers that show the table."""
    table = workshop.table(finding.layer_id)
    (old,) = table.schema.key
    if "," not in old:
        return
    new = name_without_comma(table.schema, old)
    workshop.keep(table.path)
    with closing(connect(table.path, write=True)) as connection, transaction(connection):
        rename_column(connection, table.schema, old, new)
    _Rewiring(workshop, table, old, new).carry_out()


class _Rewiring:
    def __init__(self, workshop: Workshop, table: LayerTable, old: str, new: str) -> None:
        self._workshop, self._old, self._new = workshop, old, new
        tables = workshop.project.tables()
        self._ids = {
            key for key, one in tables.items() if (one.path, one.table) == (table.path, table.table)
        }  # fmt: skip
        others = [layer for key, layer in workshop.project.layers.items() if key not in self._ids]
        self._is_unique = not any(_has_field(layer, tables.get(layer.id), old) for layer in others)

    def carry_out(self) -> None:
        root = self._workshop.document.root
        own = [layer for layer in self._workshop.layers() if layer.id in self._ids]
        for layer in own:
            self._rename_in_source(layer)
            for node in layer.element.walk():
                self._rename_named(node)
        for node in root.walk():
            self._rename_elsewhere(node)
        # In expressions a name is safely known where no other layer has a field of it.
        for element in [root] if self._is_unique else [layer.element for layer in own]:
            self._rename_in_expressions(element)

    def _rename_in_source(self, layer: Layer) -> None:
        source, provider = self._workshop.source_of(layer)
        head, mark, subset = source.partition("|subset=")
        if mark:
            self._workshop.set_source(layer, f"{head}{mark}{self._renamed(subset)}", provider)

    def _rename_named(self, node: Element) -> None:
        for name, value in node.attributes.items():
            if value == self._old and (node.tag, name) in _NAMED:
                self._workshop.patch.set_attribute(node, name, self._new)
        if node.tag == "attribute" and node.text == self._old and not node.children:
            self._workshop.patch.set_text(node, self._new)

    def _rename_elsewhere(self, node: Element) -> None:
        """Relations, joins and lists of values of any layer."""
        if node.tag == "relation":
            for end, field in (
                ("referencedLayer", "referencedField"),
                ("referencingLayer", "referencingField"),
            ):
                if node.get(end) in self._ids:
                    self._rename_attribute(node.find_all("fieldRef"), field)
        elif node.tag == "join" and node.get("joinLayerId") in self._ids:
            self._rename_attribute([node], "joinFieldName")
            self._rename_attribute(node.find_all("joinFieldsSubset", "field"), "name")
        elif node.tag == "Option" and node.get("type") == "Map":
            options = {option.get("name"): option for option in node.find_all("Option")}
            if "Layer" in options and options["Layer"].get("value") in self._ids:
                self._rename_attribute(
                    [options[name] for name in _FIELDS_OF_LISTS if name in options], "value"
                )
                if "FilterExpression" in options:
                    self._rename_in_expressions(options["FilterExpression"])

    def _rename_attribute(self, nodes: Collection[Element], name: str) -> None:
        for node in nodes:
            if node.get(name) == self._old:
                self._workshop.patch.set_attribute(node, name, self._new)

    def _rename_in_expressions(self, element: Element) -> None:
        sources = {(node.start, name) for nodes in self._workshop.echoes.values() for node, name, _ in nodes}
        for node in element.walk():
            for name, value in node.attributes.items():
                if self._old in value and (node.start, name) not in sources:
                    self._workshop.patch.set_attribute(node, name, self._renamed(value))
            if self._old in node.text and not node.children and node.tag != "datasource":
                self._workshop.patch.set_text(node, self._renamed(node.text))

    def _renamed(self, text: str) -> str:
        """An expression, or JSON with expressions as QFieldSync keeps them, that names the field anew."""
        if text.lstrip().startswith("{"):
            try:
                return json.dumps(self._renamed_json(json.loads(text)), ensure_ascii=False)
            except (ValueError, RecursionError):
                pass
        old, new = quoted(self._old), quoted(self._new)
        return _TOKEN.sub(lambda token: new if token.group() == old else token.group(), text)

    def _renamed_json(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {
                self._new if key == self._old else key: self._renamed_json(one) for key, one in value.items()
            }
        if isinstance(value, list):
            return [self._renamed_json(one) for one in value]
        return self._renamed(value) if isinstance(value, str) else value


def _has_field(layer: Layer, table: Optional[LayerTable], name: str) -> bool:
    columns = {column.name for column in table.schema.columns} if table is not None else set()
    return name in columns or layer.field(name) is not None
