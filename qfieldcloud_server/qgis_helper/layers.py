# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layers are QGIS's to read and write here: those whose rows are somewhere else, never a file of this server."""

from __future__ import annotations

from qfieldcloud_plugin.engine.project import Layer
from qfieldcloud_plugin.engine.project import Project as QgisProject

# A source of another kind may name any file of this machine, in ways that only its driver knows.
_PROVIDERS = ("postgres", "mssql", "oracle", "hana", "WFS", "OAPIF", "arcgisfeatureserver")


def is_elsewhere(layer: Layer) -> bool:
    return layer.is_vector and layer.provider in _PROVIDERS and not layer.source.is_file


def can_help(project: QgisProject, layer_id: str) -> bool:
    """Whether deltas of the layer can be applied by QGIS."""
    return (
        layer_id in project.layers
        and is_elsewhere(project.layer(layer_id))
        and not project.layer(layer_id).read_only
    )
