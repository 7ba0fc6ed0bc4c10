# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layers are QGIS's to read and write here: those whose rows are somewhere else, and SpatiaLite files."""

from __future__ import annotations

from collections.abc import Container

from qfieldcloud_plugin.engine.delta import Delta
from qfieldcloud_plugin.engine.project import Layer
from qfieldcloud_plugin.engine.project import Project as QgisProject

# A source of another kind may name any file of this machine, in ways that only its driver knows.
_PROVIDERS = ("postgres", "mssql", "oracle", "hana", "WFS", "OAPIF", "arcgisfeatureserver")


def is_elsewhere(layer: Layer) -> bool:
    return layer.is_vector and layer.provider in _PROVIDERS and not layer.source.is_file


def is_spatialite(layer: Layer) -> bool:
    """Its tables call functions that only SpatiaLite has. QGIS never gets the file itself, but a copy."""
    return layer.is_vector and layer.provider == "spatialite" and layer.source.is_file


def layer_to_write(project: QgisProject, delta: Delta, handed_over: Container[str]) -> Layer | None:
    """The layer of a delta that QGIS can apply, if it can. `handed_over` are ids of layers in files."""
    known = [layer_id for layer_id in (delta.layer_id, delta.local_layer_id) if layer_id in project.layers]
    layer = project.layer(known[0]) if known else None
    if layer is None or layer.read_only:
        return None
    return layer if is_elsewhere(layer) or layer.id in handed_over else None
