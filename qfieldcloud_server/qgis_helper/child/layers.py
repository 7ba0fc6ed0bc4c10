# SPDX-License-Identifier: GPL-2.0-or-later
"""Opens the layers of a project that do not come from files, as their provider sees them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Dict

from qgis.core import QgsDataSourceUri, QgsVectorLayer

from qfieldcloud_plugin.core.exporters import open_layer
from qfieldcloud_plugin.engine.packaging import LayerNotExported
from qfieldcloud_plugin.engine.project import Layer, Project, read_project

from .application import forget_log, logged
from .refused import Refused, Unreachable

_DATABASES = ("postgres", "postgresraster", "mssql", "oracle", "hana")


def project_of(order: Dict[str, Any]) -> Project:
    return read_project(Path(order["project"]), root=Path(order["root"]))


def opened(project: Project, layer: Layer) -> QgsVectorLayer:
    """Raises Refused for what a server never opens, and Unreachable when there is no answer."""
    check_host(layer)
    forget_log()
    try:
        return open_layer(project, layer)
    except LayerNotExported as error:
        reason = " ".join((logged() or error.message).split())
        raise Unreachable(f"“{layer.name}” cannot be opened: {reason}") from error


def check_host(layer: Layer) -> None:
    """A socket on this machine may trust the server's own user, and a project must not borrow that trust."""
    if layer.provider not in _DATABASES:
        return
    host = QgsDataSourceUri(layer.source.raw).host() or os.environ.get("PGHOST", "")
    if any(part.strip().startswith(("/", "@")) for part in host.split(",")):
        raise Refused(
            f"“{layer.name}” names a socket of this server, which is not for projects. Name a host instead."
        )
