# SPDX-License-Identifier: GPL-2.0-or-later
"""The packaged project: the source's XML with exactly those changes that a device needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Optional
from xml.sax.saxutils import escape

from ..project.document import Element
from ..project.layer import Layer
from ..project.patch import CustomProperties, Entries, ProjectPatch, tag
from ..project.project import Project
from ..project.variant import read_custom_properties
from .base_map_layer import add_layer
from .options import CLOUD
from .plan import KEEP, OFFLINE, REMOVE, UNREADABLE, LayerPlan
from .report import BaseMap

_NOT_NULL = 1
_LAYER_NAME = re.compile(r"\|layername=[^|]*")
_LAYER_ID = re.compile(r"\|layerid=[^|]*")
# Where layers are mentioned by id: the elements, and their attributes that hold it.
_MENTIONS = (
    (("layerorder", "layer"), ("id",)),
    (("snapping-settings", "individual-layer-settings", "layer-setting"), ("id",)),
    (("relations", "relation"), ("referencingLayer", "referencedLayer")),
    (("polymorphicRelations", "relation"), ("referencingLayer",)),
    (("projectlayers", "maplayer", "vectorjoins", "join"), ("joinLayerId",)),
    # Left alone, QGIS would not read any layer that depends on another.
    (("projectlayers", "maplayer", "layerDependencies", "layer"), ("id",)),
    (("projectlayers", "maplayer", "dataDependencies", "layer"), ("id",)),
)


@dataclass(frozen=True)
class NewSource:
    """Where a layer's data are in the package. The last three are for layers that became a table there."""

    datasource: str
    provider: str = ""
    local_key: str = ""
    fields_with_default: tuple[str, ...] = ()
    is_offline: bool = False


@dataclass
class PackagedProject:
    """Patches one project for one package."""

    project: Project
    mode: str = CLOUD
    title: str = ""
    patch: ProjectPatch = field(init=False)

    def __post_init__(self) -> None:
        self.patch = ProjectPatch(self.project.document)
        version = re.match(r"(\d+)\.(\d+)", self.project.qgis_version)
        numbers = (int(version.group(1)), int(version.group(2))) if version else (3, 40)
        self.custom_properties = CustomProperties(self.patch, has_options=numbers >= (3, 20))
        self.entries = Entries(self.patch)

    def to_bytes(
        self,
        plans: list[LayerPlan],
        sources: Mapping[str, NewSource],
        original_path: str,
        relocated: Mapping[str, str],
        base_map: Optional[BaseMap] = None,
    ) -> bytes:
        """`sources` by layer id, for the layers whose data move; `relocated` are paths of pictures.

        `base_map` is to be shown below all layers, if it was drawn.
        """
        removed = {plan.layer.id for plan in plans if plan.action == REMOVE}
        for plan in plans:
            if plan.layer.id in removed:
                self.patch.remove(plan.layer.element)
            elif not plan.is_untouched:
                self._patch_layer(plan, sources.get(plan.layer.id))
        self._remove_references(removed)
        self._repoint_layer_tree(sources)
        self._relocate(relocated)
        if base_map is not None and base_map.file:
            add_layer(self.project, self.patch, base_map)
        self._patch_settings(original_path, any(plan.action == OFFLINE for plan in plans))
        self.entries.finish()
        return self.patch.to_bytes()

    def _patch_layer(self, plan: LayerPlan, source: Optional[NewSource]) -> None:
        layer = plan.layer
        properties = {"QFieldSync/remoteLayerId": ("QString", layer.id)}
        setting = "cloud_action" if self.mode == CLOUD else "action"
        # Read-only layers that cannot go offline keep what the user configured: it is the layer that does not allow it.
        if (layer.setting(setting) is None and plan.action != KEEP and plan.configured) or (
            plan.configured and plan.warning is not None and plan.warning.code in UNREADABLE
        ):
            properties[f"QFieldSync/{setting}"] = ("QString", plan.configured)
        if plan.key:
            properties["QFieldSync/sourceDataPrimaryKeys"] = ("QString", plan.key)
        if plan.lacks_key:
            properties["QFieldSync/unsupported_source_pk"] = ("QString", "1")
        if plan.is_read_only:
            self.patch.set_attribute(layer.element, "readOnly", "1")
        if source is not None:
            self._repoint(layer, source)
            if source.is_offline:
                properties.update(_offline_properties(layer))
                self._patch_fields(layer, source)
        self.custom_properties.set(layer.element, properties)

    def _repoint(self, layer: Layer, source: NewSource) -> None:
        element = layer.element.find("datasource")
        if element is not None:
            self.patch.set_text(element, source.datasource)
        provider = layer.element.find("provider")
        if provider is not None and source.provider and source.provider != layer.provider:
            self.patch.set_text(provider, source.provider)

    def _patch_fields(self, layer: Layer, source: NewSource) -> None:
        """Hide the new feature id, and do not demand values that the source would have filled in by itself."""
        field_xml = tag(
            "field",
            {"name": source.local_key, "configurationFlags": "None"},
            tag("editWidget", {"type": "Hidden"}, "<config><Option/></config>"),
        )
        configuration = layer.element.find("fieldConfiguration")
        if configuration is None:
            self.patch.append(layer.element, f"<fieldConfiguration>{field_xml}</fieldConfiguration>")
        elif layer.field(source.local_key) is None:
            self.patch.append(configuration, field_xml)
        for constraint in layer.element.find_all("constraints", "constraint"):
            flags = constraint.get("constraints")
            if (
                constraint.get("field") in source.fields_with_default
                and flags.isdigit()
                and int(flags) & _NOT_NULL
            ):
                self.patch.set_attribute(constraint, "constraints", str(int(flags) & ~_NOT_NULL))
                self.patch.set_attribute(constraint, "notnull_strength", "0")

    def _repoint_layer_tree(self, sources: Mapping[str, NewSource]) -> None:
        tree = self.patch.document.root.find("layer-tree-group")
        if tree is None:
            return
        for element in tree.walk():
            source = sources.get(element.get("id")) if element.tag == "layer-tree-layer" else None
            if source is not None and "source" in element.attributes:
                self.patch.set_attribute(element, "source", source.datasource)
                if source.provider:
                    self.patch.set_attribute(element, "providerKey", source.provider)

    def _relocate(self, relocated: Mapping[str, str]) -> None:
        if not relocated:
            return
        for element in self.patch.document.root.walk():
            for name, value in element.attributes.items():
                if value in relocated:
                    self.patch.set_attribute(element, name, relocated[value])
            if element.text in relocated and not element.children:
                self.patch.set_text(element, relocated[element.text])

    def _remove_references(self, removed: set[str]) -> None:
        """Take removed layers out of everything QGIS would take them out of."""
        root = self.patch.document.root
        if removed:
            for element in list(_references(root, removed)):
                self.patch.remove(element)
        tree = root.find("layer-tree-group")
        if tree is not None:
            self._remove_empty_groups(tree)

    def _remove_empty_groups(self, group: Element) -> bool:
        """Whether nothing is left in the group. Groups embedded from another project hold nothing in the file."""
        is_empty = True
        for child in group.children:
            if child.tag == "layer-tree-layer":
                is_empty = is_empty and self.patch.is_removed(child)
            elif child.tag == "layer-tree-group":
                if _is_embedded(child) or not self._remove_empty_groups(child):
                    is_empty = False
                else:
                    self.patch.remove(child)
        return is_empty

    def _patch_settings(self, original_path: str, has_offline_layers: bool) -> None:
        root = self.patch.document.root
        self.entries.set("qfieldsync", "originalProjectPath", "QString", original_path)
        if self.project.entry("Paths", "Absolute"):
            self.entries.set("Paths", "Absolute", "bool", "false")
        home = root.find("homePath")
        if home is not None and home.get("path"):
            self.patch.set_attribute(home, "path", "")
        title = self.title or self.project.title or self.project.stem
        if title != self.project.title:
            self._set_title(root, title)
        if has_offline_layers:
            self.entries.set("OfflineEditingPlugin", "OfflineDbPath", "QString", "./data.gpkg")
            self._turn_off(root)

    def _set_title(self, root: Element, title: str) -> None:
        element = root.find("title")
        if element is not None:
            self.patch.set_text(element, title)
        else:
            self.patch.append(root, f"<title>{escape(title)}</title>")
        self.patch.set_attribute(root, "projectname", title)

    def _turn_off(self, root: Element) -> None:
        """No automatic transactions and no defaults from the provider, in the words of each QGIS version."""
        for name in ("autotransaction", "evaluateDefaultValues"):
            element = root.find(name)
            if element is not None and element.get("active") == "1":
                self.patch.set_attribute(element, "active", "0")
        transaction = root.find("transaction")
        if transaction is not None and transaction.get("mode") not in ("", "Disabled"):
            self.patch.set_attribute(transaction, "mode", "Disabled")
        flags = root.find("projectFlags")
        if flags is not None:
            kept = [
                flag for flag in flags.get("set").split(";") if flag != "EvaluateDefaultValuesOnProviderSide"
            ]
            self.patch.set_attribute(flags, "set", ";".join(kept))


def offline_datasource(layer: Layer, file: str, table: str, *, keeps_subset: bool = True) -> str:
    """The layer's own source string, pointing to its table in the package; filters and geometry types stay."""
    rest = layer.source.raw[layer.source.span[1] :] if layer.provider == "ogr" else ""
    if not keeps_subset and layer.source.subset:
        rest = rest.replace(f"|subset={layer.source.subset}", "", 1)
    rest = _LAYER_ID.sub("", _LAYER_NAME.sub("", rest, count=1), count=1)
    return f"./{file}|layername={table}{rest}"


def _offline_properties(layer: Layer) -> dict[str, tuple[str, str]]:
    return {
        "isOfflineEditable": ("bool", "true"),
        "remoteSource": ("QString", layer.source.raw),
        "remoteProvider": ("QString", layer.provider),
        "remoteLayerId": ("QString", layer.id),
        "layerNameSuffix": ("QString", ""),
    }


def _is_embedded(group: Element) -> bool:
    return str(read_custom_properties(group).get("embedded", "")) == "1"


def _references(root: Element, removed: set[str]) -> Iterator[Element]:
    """Everything in the project that mentions a removed layer and that QGIS would remove with it."""
    tree = root.find("layer-tree-group")
    for element in tree.walk() if tree is not None else ():
        if (element.tag == "layer-tree-layer" and element.get("id") in removed) or (
            element.tag == "item" and element.text.strip() in removed
        ):
            yield element
    legend = root.find("legend")
    for element in legend.walk() if legend is not None else ():
        shown = {file.get("layerid") for file in element.find_all("filegroup", "legendlayerfile")}
        if element.tag == "legendlayer" and shown & removed:
            yield element
    for path, names in _MENTIONS:
        for element in root.find_all(*path):
            if any(element.get(name) in removed for name in names):
                yield element
    for preset in root.find_all("visibility-presets", "visibility-preset"):
        yield from (element for element in preset.children if element.get("id") in removed)
