# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws map tiles into an MBTiles file, alike in every QGIS: with a window or without one."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Callable

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle
from qgis.PyQt.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize
from qgis.PyQt.QtGui import QImage

from ..i18n import tr
from .tile_grid import Block, TileGrid

_SCHEMA = (
    "CREATE TABLE metadata (name TEXT, value TEXT)",
    "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)",
    "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)",
)
_SECONDS_BETWEEN_LOOKS = 0.002
_DOTS_PER_METRE = 3780


class TilesTooLarge(Exception):
    """The file would have more bytes than it may."""


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
        size = done = 0
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            # Nobody sees the file before it is whole, so no journal has to save it.
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("BEGIN")
            for statement in _SCHEMA:
                connection.execute(statement)
            connection.executemany("INSERT INTO metadata VALUES (?, ?)", self._metadata())
            for block in self._grid.blocks():
                picture = self._drawn(block, cancelled)
                if cancelled():
                    return
                for tile in self._cut(picture, block):
                    connection.execute("INSERT INTO tiles VALUES (?, ?, ?, ?)", tile)
                    self.shows_something = self.shows_something or tile[3] != self._nothing
                    size, done = size + len(tile[3]), done + 1
                if self._most_bytes and size > self._most_bytes:
                    raise TilesTooLarge
                tell(done)
            connection.execute("COMMIT")

    def _metadata(self) -> list[tuple[str, str]]:
        bounds = ",".join(f"{value:.8f}" for value in self._grid.box)
        return [
            ("name", "Basemap"),
            ("type", "baselayer"),
            ("version", "1.1"),
            ("description", ""),
            ("format", "png"),
            ("bounds", bounds),
            ("minzoom", str(self._grid.least)),
            ("maxzoom", str(self._grid.most)),
        ]

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

    def _cut(self, picture: QImage, block: Block) -> Iterator[tuple[int, int, int, bytes]]:
        """Rows count from the south in MBTiles."""
        side = self._grid.size
        for y in range(block.height):
            for x in range(block.width):
                row = 2**block.zoom - 1 - (block.row + y)
                yield (
                    block.zoom,
                    block.column + x,
                    row,
                    _png(picture.copy(x * side, y * side, side, side)),
                )


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
