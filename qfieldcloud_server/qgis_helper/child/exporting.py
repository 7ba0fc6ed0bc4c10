# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the rows of a layer into a GeoPackage of its own, for a package."""

from __future__ import annotations

from pathlib import Path

from qfieldcloud_plugin.core.exporters import QgisExporter
from qfieldcloud_plugin.engine.packaging import PackagingError

from .channel import Channel, Content
from .layers import check_host, project_of
from .refused import Refused


def export(_channel: Channel, order: Content) -> Content:
    project = project_of(order)
    layer = project.layer(order["layer"])
    check_host(layer)
    try:
        key = QgisExporter().export(project, layer, Path(order["destination"]))
    except PackagingError as error:
        raise Refused(str(error)) from error
    return {"key": key}
