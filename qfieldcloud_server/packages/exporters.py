# SPDX-License-Identifier: GPL-2.0-or-later
"""Who can bring layers that are no tables of GeoPackages into a package: the one list that package jobs use."""

from __future__ import annotations

from qfieldcloud_plugin.engine.packaging import Exporter, OgrExporter, TextExporter


def exporters() -> list[Exporter]:
    """The first that can export a layer does it."""
    return [OgrExporter(), TextExporter()]
