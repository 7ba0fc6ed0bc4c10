# SPDX-License-Identifier: GPL-2.0-or-later
"""Which Web Mercator tiles cover a part of the map, and in which order they are drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

HALF_WORLD = 20037508.342789244
"""In metres, from the middle of the map to its edge."""

# Where the map of the world is as high as it is wide.
_MOST_LATITUDE = 85.05112877980659
_MOST_ZOOM = 24
_SIZES = (256, 512, 1024)
_PICTURE = 2048
_NOWHERE = (0.0, 0.0, -1.0, -1.0)

Box = tuple[float, float, float, float]
"""West, south, east, north."""


@dataclass(frozen=True)
class Block:
    """Neighbouring tiles that are drawn in one picture, so that labels and symbols go across their borders."""

    zoom: int
    column: int
    row: int
    width: int
    height: int

    @property
    def box(self) -> Box:
        """In metres."""
        side = 2 * HALF_WORLD / 2**self.zoom
        west, north = self.column * side - HALF_WORLD, HALF_WORLD - self.row * side
        return west, north - self.height * side, west + self.width * side, north

    def tiles(self) -> Iterator[tuple[int, int]]:
        """Column and row of each."""
        for y in range(self.height):
            for x in range(self.width):
                yield self.column + x, self.row + y


@dataclass(frozen=True)
class TileGrid:
    """The tiles of some zoom levels that touch a box in degrees; each has `size` pixels a side."""

    box: Box
    least: int
    most: int
    size: int

    @classmethod
    def of(cls, box: Box, least: int, most: int, size: int) -> TileGrid:
        """What is outside of what the map knows is cut off; a project may say anything."""
        west, south, east, north = box
        inside = (
            max(west, -180.0),
            max(south, -_MOST_LATITUDE),
            min(east, 180.0),
            min(north, _MOST_LATITUDE),
        )
        if not all(map(math.isfinite, box)):
            inside = _NOWHERE
        least, most = sorted(max(0, min(_MOST_ZOOM, level)) for level in (least, most))
        return cls(inside, least, most, size if size in _SIZES else _SIZES[0])

    @property
    def is_empty(self) -> bool:
        west, south, east, north = self.box
        return not (west <= east and south <= north)

    def __len__(self) -> int:
        return 0 if self.is_empty else sum(map(self._count, range(self.least, self.most + 1)))

    @property
    def pixels(self) -> int:
        return len(self) * self.size**2

    def blocks(self) -> Iterator[Block]:
        """All tiles, the coarse ones first."""
        if self.is_empty:
            return
        step = max(1, _PICTURE // self.size)
        for zoom in range(self.least, self.most + 1):
            left, top, right, bottom = self._range(zoom)
            for row in range(top, bottom + 1, step):
                for column in range(left, right + 1, step):
                    width, height = min(step, right + 1 - column), min(step, bottom + 1 - row)
                    yield Block(zoom, column, row, width, height)

    def _count(self, zoom: int) -> int:
        left, top, right, bottom = self._range(zoom)
        return (right - left + 1) * (bottom - top + 1)

    def _range(self, zoom: int) -> tuple[int, int, int, int]:
        """First and last column and row."""
        west, south, east, north = self.box
        count = 2**zoom
        return (
            _place((west + 180.0) / 360.0, count),
            _place(_from_north(north), count),
            _place((east + 180.0) / 360.0, count),
            _place(_from_north(south), count),
        )


def _from_north(latitude: float) -> float:
    return (1.0 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2.0


def _place(share: float, count: int) -> int:
    return max(0, min(count - 1, int(share * count)))
