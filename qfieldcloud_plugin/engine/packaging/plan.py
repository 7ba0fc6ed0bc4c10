# SPDX-License-Identifier: GPL-2.0-or-later
"""What happens to each layer of a project in a package: decided before a single byte is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

from ..message import Message
from ..ogr import INSTALL
from ..project.details import layer_problem
from ..project.layer import Layer
from ..project.project import Project
from ..project.tables import LayerTable
from .ogr_export import needs_ogr
from .options import CLOUD, Exporter, PackageOptions
from .report import PackageWarning
from .virtual_layers import PROVIDER as VIRTUAL
from .virtual_layers import shown_by

OFFLINE, COPY, KEEP, REMOVE, ONLINE = "offline", "copy", "keep", "remove", "online"
"""rows into a GeoPackage · the file as it is · untouched, the data are on the device · out · untouched, the data are
on some server."""

NEEDS_QGIS, NEEDS_OGR, NOT_EXPORTED, TEMPORARY = "needs_qgis", "needs_ogr", "not_exported", "temporary_layer"
UNREADABLE = (NEEDS_QGIS, NEEDS_OGR, NOT_EXPORTED, TEMPORARY)
"""Warnings about layers that should go offline and cannot be read here."""

_ACTIONS = {"offline", "no_action", "copy", "keep_existent", "remove"}


@dataclass(frozen=True)
class LayerPlan:
    layer: Layer
    action: str
    key: str = ""
    table: Optional[LayerTable] = None
    file: Optional[Path] = None
    exporter: Optional[Exporter] = None
    is_read_only: bool = False
    lacks_key: bool = False
    is_untouched: bool = False
    """Nothing of the layer's XML changes, not even its properties."""
    configured: str = ""
    """The action as it is written into the package."""
    warning: Optional[PackageWarning] = None


def plan_layers(project: Project, options: PackageOptions) -> list[LayerPlan]:
    plans = [_plan(project, layer, options) for layer in project.layers.values()]
    left_out = [plan.layer for plan in plans if plan.action == REMOVE]
    return [_with_what_is_lacking(plan, left_out) for plan in plans]


def _with_what_is_lacking(plan: LayerPlan, left_out: Sequence[Layer]) -> LayerPlan:
    """A virtual layer shows nothing without the layers that it is made of."""
    if plan.layer.provider != VIRTUAL or plan.action == REMOVE or plan.warning is not None:
        return plan
    lacking = shown_by(plan.layer, left_out)
    if not lacking:
        return plan
    text = Message(
        "“{layer}” stays empty: it shows rows of “{other}”, which is not in the package.",
        layer=plan.layer.name,
        other=lacking[0].name,
    )
    return replace(plan, warning=PackageWarning("virtual_layer_lacks", text, plan.layer.id))


def _plan(project: Project, layer: Layer, options: PackageOptions) -> LayerPlan:
    if layer.embedded_project or layer.source.is_localized:
        return LayerPlan(layer, KEEP, is_untouched=True)
    refusal = _refusal(project, layer)
    if refusal is not None:
        return LayerPlan(layer, REMOVE, warning=refusal)
    action = layer.cloud_action if options.mode == CLOUD else layer.cable_action
    if action not in _ACTIONS:
        action = "no_action"
    if action == "remove":
        return LayerPlan(layer, REMOVE)
    file = project.file_of(layer)
    if not layer.is_vector:
        return LayerPlan(layer, COPY if file else ONLINE, file=file, configured=_not_offline(action))
    table = project.table_of(layer.id)
    key = project.key_of(layer)
    exporter = (
        next((item for item in options.exporters if item.can_export(layer)), None) if not table else None
    )
    if exporter is None and not key and (layer.source.is_file or layer.provider == VIRTUAL):
        return _plan_without_key(layer, file, options, action)
    if action != "offline":
        return LayerPlan(layer, COPY if file else ONLINE, key, table, file, configured=action)
    if table is not None or exporter is not None:
        return LayerPlan(layer, OFFLINE, key, table, file, exporter, configured="offline")
    return plan_without_exporter(layer, key, file)


def _plan_without_key(layer: Layer, file: Optional[Path], options: PackageOptions, action: str) -> LayerPlan:
    """The device could change rows that nobody could find again: in the cloud such a layer is for looking only."""
    action_done = COPY if file else ONLINE
    if options.mode != CLOUD:
        return LayerPlan(layer, action_done, file=file, configured=_not_offline(action))
    warning = None
    if action == "offline" and layer.provider != VIRTUAL:
        warning = PackageWarning(
            "no_primary_key",
            Message(
                "“{layer}” has no single primary key, so it is read-only in the field.", layer=layer.name
            ),
            layer.id,
        )
    return LayerPlan(
        layer, action_done, file=file, is_read_only=True, lacks_key=True, configured=_not_offline(action),
        warning=warning,
    )  # fmt: skip


def plan_without_exporter(layer: Layer, key: str, file: Optional[Path], reason: str = "") -> LayerPlan:
    """It should go offline, but only QGIS or OGR can read its rows. Its edits could not come home: read-only."""
    code = NOT_EXPORTED if reason else NEEDS_OGR if needs_ogr(layer) else NEEDS_QGIS
    if code == NEEDS_OGR:
        reason = Message("its rows can only be read by GDAL, which is not here: {command}", command=INSTALL)
    if layer.provider == "memory" and not reason:
        return _plan_of_temporary(layer, key)
    reason = reason or Message("its rows can only be read by QGIS, which is not here")
    if file is not None:
        text = Message("“{layer}” was packaged read-only: {reason}.", layer=layer.name, reason=reason)
        done = COPY
    else:
        text = Message("“{layer}” was left online: {reason}.", layer=layer.name, reason=reason)
        done = ONLINE
    return LayerPlan(
        layer, done, key, file=file, is_read_only=True, configured="no_action",
        warning=PackageWarning(code, text, layer.id),
    )  # fmt: skip


def plan_for_looking(plan: LayerPlan) -> LayerPlan:
    """Its rows travel, but a cable brings only those of GeoPackages home."""
    text = Message(
        "“{layer}” is read-only in the field: from a folder, only edits of GeoPackages can be taken back.",
        layer=plan.layer.name,
    )
    warning = PackageWarning("exported_for_looking", text, plan.layer.id)
    return replace(plan, is_read_only=True, warning=warning)


def _plan_of_temporary(layer: Layer, key: str) -> LayerPlan:
    """Its rows are in no file: only the QGIS in which it was made ever had them."""
    text = Message(
        "“{layer}” is a temporary layer, whose rows are not in the project file: it is empty in the package. "
        "Save it as a GeoPackage in QGIS.",
        layer=layer.name,
    )
    return LayerPlan(
        layer, ONLINE, key, is_read_only=True, configured="no_action",
        warning=PackageWarning(TEMPORARY, text, layer.id),
    )  # fmt: skip


def _not_offline(action: str) -> str:
    return "no_action" if action == "offline" else action


def _refusal(project: Project, layer: Layer) -> Optional[PackageWarning]:
    if layer.source.raw.lower().endswith("ecw"):
        return PackageWarning(
            "unsupported_datasource",
            Message("“{layer}”: QField cannot open ECW files.", layer=layer.name),
            layer.id,
        )
    problem = layer_problem(project, layer)
    if problem is None:
        return None
    return PackageWarning(
        "invalid_layer",
        Message("“{layer}” was left out: {problem}", layer=layer.name, problem=problem[1]),
        layer.id,
    )


def first_warning(plans: Sequence[LayerPlan]) -> Optional[PackageWarning]:
    return next((plan.warning for plan in plans if plan.warning is not None), None)
