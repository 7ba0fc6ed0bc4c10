# SPDX-License-Identifier: GPL-2.0-or-later
"""What becomes of layers that only QGIS can write: copies of their files for the helper, or what is missing."""

from __future__ import annotations

from qfieldcloud_plugin.engine.project import Layer
from qfieldcloud_server.deltas.writer import CannotWrite, Handover, Task
from qfieldcloud_server.qgis_helper.layers import is_elsewhere, is_spatialite
from qfieldcloud_server.qgis_helper.process import is_configured


class QgisWriter:
    """A `Writer` of SpatiaLite; nothing can stand in for a database, where each delta is final by itself."""

    def can_write(self, layer: Layer) -> bool:
        return is_configured() and is_spatialite(layer)

    def lacks(self, layer: Layer) -> str:
        if not (is_elsewhere(layer) or is_spatialite(layer)):
            return ""
        if is_configured():
            return "it is left to the QGIS helper"
        return "it needs QGIS on the server and the setting qgis_python"

    def stand_in(self, task: Task) -> Handover:
        if not self.can_write(task.layer):
            raise CannotWrite(self.lacks(task.layer))
        return Handover(task.file, task.place / "edited.sqlite")
