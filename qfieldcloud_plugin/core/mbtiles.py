# SPDX-License-Identifier: GPL-2.0-or-later
"""MBTiles files: tiles of any kind in one SQLite file, the same bytes for the same tiles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from .tile_grid import TileGrid

_SCHEMA = (
    "CREATE TABLE metadata (name TEXT, value TEXT)",
    "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)",
    "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)",
)


class TilesTooLarge(Exception):
    """The file would have more bytes than it may."""


class Tile(NamedTuple):
    """`row` counts from the north, as everywhere but in the file."""

    zoom: int
    column: int
    row: int
    data: bytes


def write_mbtiles(
    path: Path, grid: TileGrid, about: Iterable[tuple[str, str]], tiles: Iterable[Tile], most_bytes: int = 0
) -> None:
    """Into a new file, with what it says `about` itself. `most_bytes` of 0 is no limit.

    Raises TilesTooLarge, OSError and sqlite3.Error, and whatever `tiles` raise: nothing was then finished.
    """
    size = 0
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Nobody sees the file before it is whole, so no journal has to save it.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN")
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.executemany("INSERT INTO metadata VALUES (?, ?)", [*_metadata(grid), *about])
        for tile in tiles:
            row = 2**tile.zoom - 1 - tile.row
            connection.execute(
                "INSERT INTO tiles VALUES (?, ?, ?, ?)", (tile.zoom, tile.column, row, tile.data)
            )
            size += len(tile.data)
            if most_bytes and size > most_bytes:
                raise TilesTooLarge
        connection.execute("COMMIT")


def _metadata(grid: TileGrid) -> list[tuple[str, str]]:
    return [
        ("name", "Basemap"),
        ("type", "baselayer"),
        ("version", "1.1"),
        ("description", ""),
        ("bounds", ",".join(f"{value:.8f}" for value in grid.box)),
        ("minzoom", str(grid.least)),
        ("maxzoom", str(grid.most)),
    ]
