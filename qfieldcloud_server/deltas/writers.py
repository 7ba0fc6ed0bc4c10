# SPDX-License-Identifier: GPL-2.0-or-later
"""Who can write a layer that is no table of a GeoPackage: asked in one place, when deltas wait for it."""

from __future__ import annotations

from qfieldcloud_plugin.engine.project import Layer
from qfieldcloud_server.deltas.standins import OgrWriter, TextWriter
from qfieldcloud_server.deltas.writer import CannotWrite, Writer
from qfieldcloud_server.qgis_helper.writing import QgisWriter


def writers() -> list[Writer]:
    """The first that can write a layer does it. GeoPackages are not asked for: the engine writes them itself."""
    return [TextWriter(), OgrWriter(), QgisWriter()]


def writer_of(layer: Layer) -> Writer:
    """Raises CannotWrite with what would help."""
    known = writers()
    for writer in known:
        if writer.can_write(layer):
            return writer
    lacking = next((text for writer in known if (text := writer.lacks(layer))), "")
    raise CannotWrite(lacking or _HOPELESS.get(layer.provider, _OTHERWISE))


_HOPELESS = {
    "virtual": "it only shows rows of other layers, which can be edited themselves",
    "memory": "it is a temporary layer, whose rows are in no file; as a GeoPackage it can be written",
}
_OTHERWISE = "its format is written by QGIS on a desktop only; as a GeoPackage it can be written"
