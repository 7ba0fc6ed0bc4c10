# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the base map that a project asks for, with the plugin's own code."""

from __future__ import annotations

import time
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle

from qfieldcloud_plugin.core import base_map_drawing, project_settings

from .channel import Channel, Content
from .layers import check_host, project_of
from .refused import Refused
from .requests import FailedRequests

_SECONDS_BETWEEN_SIGNS = 1.0
# It travels in one line of the answer.
_LONGEST_LAYER = 1_000_000


def draw_base_map(channel: Channel, order: Content) -> Content:
    """Writes `basemap.mbtiles` into `folder`.

    Answers how many tiles it has, why there are `gaps` in it, and for vector tiles the XML of their `layer`.
    """
    for layer in project_of(order).layers.values():
        check_host(layer)
    project = QgsProject.instance()
    if not project.read(order["project"]):
        raise Refused(project.error() or "QGIS cannot read the project")
    with FailedRequests() as failed:
        try:
            wanted = _drawn(channel, order, project)
            shown_by = base_map_drawing.layer_xml(wanted)
        except base_map_drawing.NotDrawn as error:
            raise Refused(f"{error} {failed.reason}".strip()) from error
    if len(shown_by) > _LONGEST_LAYER:
        raise Refused("the look of its layers takes too much. Choose pictures instead of vector tiles")
    return {"tiles": len(wanted.grid), "gaps": wanted.gaps or failed.reason, "layer": shown_by}


def _drawn(channel: Channel, order: Content, project: QgsProject) -> base_map_drawing.BaseMapOrder:
    crs = QgsCoordinateReferenceSystem(order["crs"])
    wanted = base_map_drawing.order(
        project,
        project_settings.read(project),
        QgsRectangle(*order["box"]),
        Path(order["folder"]),
        crs if crs.isValid() else None,
    )
    wanted.most_bytes = order["most_bytes"]
    _check_size(wanted, order["most_pixels"])
    base_map_drawing.draw(wanted, _Signs(channel).tell, lambda: False)
    return wanted


def _check_size(wanted: base_map_drawing.BaseMapOrder, most_pixels: int) -> None:
    """Before anything is drawn that could never be finished."""
    most = most_pixels // wanted.grid.size**2
    if len(wanted.grid) > most:
        raise Refused(
            f"it would have {len(wanted.grid):,} tiles, and {most:,} are the most that a server draws. "
            "Choose a smaller area or fewer zoom levels"
        )


class _Signs:
    """Says how far it is, now and then, so that nobody takes this process for dead."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._last = time.monotonic()

    def tell(self, percent: int) -> None:
        if time.monotonic() - self._last > _SECONDS_BETWEEN_SIGNS:
            self._last = time.monotonic()
            self._channel.tell("drawn", percent=percent)
