# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens the layers of a project as their provider sees them: those that are not in files, and copies of files."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any, Dict

from qgis.core import QgsDataSourceUri, QgsVectorLayer

from qfieldcloud_plugin.core.exporters import open_layer
from qfieldcloud_plugin.engine.packaging import LayerNotExported
from qfieldcloud_plugin.engine.project import Layer, Project, read_project
from qfieldcloud_plugin.engine.project.datasource import parse_datasource

from .application import forget_log, logged
from .refused import Refused, Unreachable

_DATABASES = ("postgres", "postgresraster", "mssql", "oracle", "hana")


def project_of(order: Dict[str, Any]) -> Project:
    """The project of an order; layers of which the order has copies point to those."""
    project = read_project(Path(order["project"]), root=Path(order["root"]))
    for layer_id, copy in order.get("copies", {}).items():
        layer = project.layer(layer_id)
        source = parse_datasource(layer.source.with_path(copy), layer.provider)
        project.layers[layer_id] = replace(layer, source=source)
    return project


def opened(project: Project, layer: Layer) -> QgsVectorLayer:
    """Raises Refused for what a server never opens, and Unreachable when there is no answer."""
    check_host(layer)
    check_file(layer)
    forget_log()
    try:
        return open_layer(project, layer)
    except LayerNotExported as error:
        reason = " ".join((logged() or error.message).split())
        raise Unreachable(f"“{layer.name}” cannot be opened: {reason}") from error


def check_file(layer: Layer) -> None:
    """QGIS must open the copy that was made, and no other file that a source names besides."""
    if layer.provider == "spatialite" and QgsDataSourceUri(layer.source.raw).database() != layer.source.path:
        raise Refused(f"“{layer.name}” names its file in a way that cannot be understood.")


def check_host(layer: Layer) -> None:
    """A socket on this machine may trust the server's own user, and a project must not borrow that trust."""
    if layer.provider not in _DATABASES:
        return
    host = QgsDataSourceUri(layer.source.raw).host() or os.environ.get("PGHOST", "")
    if any(part.strip().startswith(("/", "@")) for part in host.split(",")):
        raise Refused(
            f"“{layer.name}” names a socket of this server, which is not for projects. Name a host instead."
        )
