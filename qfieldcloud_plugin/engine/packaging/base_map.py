# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map that a project asks for: drawn by QGIS on a desktop, and packaged like any other layer."""

from __future__ import annotations

from pathlib import PurePosixPath

from ..message import Message
from ..project.project import Project
from .report import PackageWarning

STEM = "basemap"
"""What its file is called, whatever its format."""


def base_map_warnings(project: Project) -> list[PackageWarning]:
    """Nobody draws tiles while packaging; so whoever wants some has to know that there are none."""
    if not project.entry("qfieldsync", "createBaseMap") or any(
        not layer.is_vector and PurePosixPath(layer.source.path.replace("\\", "/")).stem.lower() == STEM
        for layer in project.layers.values()
    ):
        return []
    text = Message(
        "The project asks for a base map, and there is none in it. “Package for QField…” in QGIS draws it and adds it."
    )
    return [PackageWarning("base_map_missing", text)]
