# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes layers as vector tiles into an MBTiles file: small, and sharp at every scale."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Callable, Sequence

from qgis.core import QgsTileXYZ, QgsVectorLayer, QgsVectorTileWriter

from .mbtiles import Tile, write_mbtiles
from .tile_grid import TileGrid
from .vector_look import names_of

# QGIS keeps Python's lock while it writes a tile, and the main thread wants it too.
_SECONDS_BETWEEN_TILES = 0.0005


class VectorTileWriter:
    """Writes the tiles of a grid. The same rows give the same bytes, so that nobody downloads them twice.

    `layers` are copies that nobody else uses meanwhile, the topmost first. It may write in a worker.
    """

    def __init__(self, layers: Sequence[QgsVectorLayer], grid: TileGrid, most_bytes: int = 0) -> None:
        self._grid = grid
        self._most_bytes = most_bytes
        self._layers = list(zip(names_of(layers), layers))
        self.gaps = ""
        self.shows_something = False

    def write(self, path: Path, tell: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
        """Into a new file; `tell` hears how many tiles are done. When cancelled, the file is left as it is by then.

        Raises TilesTooLarge, OSError and sqlite3.Error.
        """
        about = [("format", "pbf"), ("json", json.dumps({"vector_layers": self._described()}))]
        write_mbtiles(path, self._grid, about, self._tiles(tell, cancelled), self._most_bytes)

    def _tiles(self, tell: Callable[[int], None], cancelled: Callable[[], bool]) -> Iterator[Tile]:
        writer = QgsVectorTileWriter()
        writer.setLayers([_named(layer, name) for name, layer in self._layers])
        done = 0
        for block in self._grid.blocks():
            for column, row in block.tiles():
                if cancelled():
                    return
                data = bytes(writer.writeSingleTile(QgsTileXYZ(column, row, block.zoom)))
                if data:
                    self.shows_something = True
                    yield Tile(block.zoom, column, row, gzip.compress(data, mtime=0))
                done += 1
                tell(done)
                time.sleep(_SECONDS_BETWEEN_TILES)

    def _described(self) -> list[dict[str, object]]:
        return [
            {"id": name, "fields": {field.name(): "String" for field in layer.fields()}}
            for name, layer in self._layers
        ]


def _named(layer: QgsVectorLayer, name: str) -> QgsVectorTileWriter.Layer:
    named = QgsVectorTileWriter.Layer(layer)
    named.setLayerName(name)
    return named
