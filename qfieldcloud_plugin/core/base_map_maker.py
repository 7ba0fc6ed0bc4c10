# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the base map that a project asks for while its package is made: where nobody drew it before, in the wizard."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle

from ..engine.packaging import BaseMapNotDrawn, DrawnBaseMap
from ..engine.project import Project
from ..engine.project.crs import Box
from ..i18n import tr
from . import base_map_drawing, project_settings


class QgisBaseMapMaker:
    """An `engine.packaging.BaseMapMaker`. Opens its own copy of the project, so it may run in a worker."""

    identity = "qgis"

    def __init__(self, tell: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
        self._tell = tell
        self._cancelled = cancelled

    def draw(self, project: Project, box: Box, crs: str, destination: Path) -> DrawnBaseMap:
        opened = QgsProject()
        if not opened.read(str(project.path)):
            raise BaseMapNotDrawn(opened.error().rstrip(".") or tr("QGIS cannot read the project"))
        given = QgsCoordinateReferenceSystem(crs)
        try:
            wanted = base_map_drawing.order(
                opened,
                project_settings.read(opened),
                QgsRectangle(*box),
                destination.parent,
                given if given.isValid() else None,
            )
            wanted.destination = destination
            base_map_drawing.draw(wanted, self._tell, self._cancelled)
            if self._cancelled():
                raise BaseMapNotDrawn(tr("it was stopped"))
            return DrawnBaseMap(wanted.gaps.rstrip("."), base_map_drawing.layer_xml(wanted))
        except base_map_drawing.NotDrawn as error:
            raise BaseMapNotDrawn(str(error).rstrip(".")) from error
