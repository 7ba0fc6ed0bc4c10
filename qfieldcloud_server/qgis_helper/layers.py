# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layers are QGIS's to read and write here: those whose rows are somewhere else, never a file of this server."""

from __future__ import annotations

from qfieldcloud_plugin.engine.delta import Delta
from qfieldcloud_plugin.engine.project import Layer
from qfieldcloud_plugin.engine.project import Project as QgisProject

# A source of another kind may name any file of this machine, in ways that only its driver knows.
_PROVIDERS = ("postgres", "mssql", "oracle", "hana", "WFS", "OAPIF", "arcgisfeatureserver")


def is_elsewhere(layer: Layer) -> bool:
    return layer.is_vector and layer.provider in _PROVIDERS and not layer.source.is_file


def layer_to_write(project: QgisProject, delta: Delta) -> Layer | None:
    """The layer of a delta that QGIS can apply, if it can."""
    known = [layer_id for layer_id in (delta.layer_id, delta.local_layer_id) if layer_id in project.layers]
    layer = project.layer(known[0]) if known else None
    return layer if layer is not None and is_elsewhere(layer) and not layer.read_only else None
