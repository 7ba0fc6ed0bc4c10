# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the rows of a layer into a GeoPackage of its own, for a package."""

from __future__ import annotations

from pathlib import Path

from qfieldcloud_plugin.core.exporters import QgisExporter
from qfieldcloud_plugin.engine.packaging import LayerNotExported

from .application import forget_log, logged
from .channel import Channel, Content
from .layers import check_file, check_host, project_of
from .refused import Refused


def export(_channel: Channel, order: Content) -> Content:
    """Answers the name of the `key` field of the source, "" if it has none."""
    project = project_of(order)
    layer = project.layer(order["layer"])
    check_host(layer)
    check_file(layer)
    forget_log()
    try:
        key = QgisExporter().export(project, layer, Path(order["destination"]))
    except LayerNotExported as error:
        raise Refused(" ".join((logged() or error.message).split()).rstrip(".")) from error
    return {"key": key}
