# SPDX-License-Identifier: GPL-2.0-or-later
"""What deltas hear that wait for QGIS on a server without it."""

from __future__ import annotations

from qfieldcloud_plugin.engine.project import Layer
from qfieldcloud_server.deltas.writers import CannotWrite, StandIn, Task
from qfieldcloud_server.qgis_helper.layers import is_elsewhere
from qfieldcloud_server.qgis_helper.process import is_configured


class QgisWriter:
    """A `Writer` that never is one: where each delta has its own transaction, nothing can stand in for the layer."""

    def can_write(self, layer: Layer) -> bool:
        return False

    def lacks(self, layer: Layer) -> str:
        if not is_elsewhere(layer):
            return ""
        if is_configured():
            return "it is left to the QGIS helper"
        return "it needs QGIS on the server and the setting qgis_python"

    def stand_in(self, task: Task) -> StandIn:
        raise CannotWrite(self.lacks(task.layer))
