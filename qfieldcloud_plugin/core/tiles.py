# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws map tiles into an MBTiles file, alike in every QGIS: with a window or without one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Callable

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle
from qgis.PyQt.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize
from qgis.PyQt.QtGui import QImage

from ..i18n import tr
from .mbtiles import Tile, write_mbtiles
from .tile_grid import Block, TileGrid

_SECONDS_BETWEEN_LOOKS = 0.002
_DOTS_PER_METRE = 3780


class TileWriter:
    """Draws the tiles of a grid. The same picture gives the same bytes, so that nobody downloads it twice.

    `settings` say what is drawn; extent and size are set here. It may run in a worker.
    """

    def __init__(self, settings: QgsMapSettings, grid: TileGrid, most_bytes: int = 0) -> None:
        self._settings = QgsMapSettings(settings)
        self._grid = grid
        self._most_bytes = most_bytes
        self._nothing = self._empty_tile()
        self.gaps = ""
        """Why there is nothing in some places, as far as QGIS says so."""
        self.shows_something = False
        """Whether anything at all but the background came out: not every QGIS says that a service does not answer."""

    def _empty_tile(self) -> bytes:
        image = QImage(self._grid.size, self._grid.size, QImage.Format.Format_RGB32)
        image.fill(self._settings.backgroundColor())
        return _png(image)

    def write(self, path: Path, tell: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
        """Into a new file; `tell` hears how many tiles are done. When cancelled, the file is left as it is by then.

        Raises TilesTooLarge, OSError and sqlite3.Error.
        """
        write_mbtiles(path, self._grid, [("format", "png")], self._tiles(tell, cancelled), self._most_bytes)

    def _tiles(self, tell: Callable[[int], None], cancelled: Callable[[], bool]) -> Iterator[Tile]:
        done = 0
        for block in self._grid.blocks():
            picture = self._drawn(block, cancelled)
            if cancelled():
                return
            for tile in self._cut(picture, block):
                self.shows_something = self.shows_something or tile.data != self._nothing
                done += 1
                yield tile
            tell(done)

    def _drawn(self, block: Block, cancelled: Callable[[], bool]) -> QImage:
        side = self._grid.size
        self._settings.setOutputSize(QSize(block.width * side, block.height * side))
        self._settings.setExtent(QgsRectangle(*block.box))
        job = QgsMapRendererParallelJob(self._settings)
        job.start()
        while job.isActive():
            # What comes from the web arrives as events, and others want Python's lock.
            QCoreApplication.processEvents()
            if cancelled():
                job.cancelWithoutBlocking()
            time.sleep(_SECONDS_BETWEEN_LOOKS)
        for error in job.errors():
            self.gaps = self.gaps or self._said(error)
        # All is drawn on the background, so no tile is transparent.
        return job.renderedImage().convertToFormat(QImage.Format.Format_RGB32)

    def _said(self, error: QgsMapRendererParallelJob.Error) -> str:
        layers = {layer.id(): layer.name() for layer in self._settings.layers()}
        reason = " ".join(error.message.split()).rstrip(".")
        return tr("“{layer}”: {reason}").format(layer=layers.get(error.layerID, ""), reason=reason)

    def _cut(self, picture: QImage, block: Block) -> Iterator[Tile]:
        side = self._grid.size
        for column, row in block.tiles():
            x, y = column - block.column, row - block.row
            yield Tile(block.zoom, column, row, _png(picture.copy(x * side, y * side, side, side)))


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # How it was drawn says nothing about how it is shown; and equal pictures are to be equal bytes.
    image.setDotsPerMeterX(_DOTS_PER_METRE)
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    if not image.save(buffer, "PNG"):
        raise OSError(tr("a tile could not be stored"))
    return bytes(data)
