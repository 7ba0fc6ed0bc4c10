# SPDX-License-Identifier: GPL-2.0-or-later
"""Tiles cover an area: each exactly once, in blocks that are not too large, whatever a project asks for."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfieldcloud_plugin.core.tile_grid import HALF_WORLD, TileGrid

pytestmark = pytest.mark.qgis

DEGREES = st.floats(-200, 200)


def ordered(one: float, other: float) -> tuple[float, float]:
    return min(one, other), max(one, other)


@settings(max_examples=100, deadline=None)
@given(DEGREES, DEGREES, DEGREES, DEGREES, st.integers(-3, 5), st.integers(-3, 5), st.integers(0, 2000))
def test_every_tile_of_the_area_is_in_one_block(a, b, c, d, one, other, size):
    (west, east), (south, north) = ordered(a, b), ordered(c, d)
    grid = TileGrid.of((west, south, east, north), one, other, size)
    tiles = [(block.zoom, *tile) for block in grid.blocks() for tile in block.tiles()]
    assert len(tiles) == len(set(tiles)) == len(grid)
    for zoom, column, row in tiles:
        assert grid.least <= zoom <= grid.most
        assert 0 <= column < 2**zoom
        assert 0 <= row < 2**zoom
    assert all(max(block.width, block.height) * grid.size <= 2048 for block in grid.blocks())


def test_a_block_lies_where_its_tiles_do():
    (block,) = TileGrid.of((-180, -90, 180, 90), 0, 0, 256).blocks()
    assert block.box == pytest.approx((-HALF_WORLD, -HALF_WORLD, HALF_WORLD, HALF_WORLD))
    (block,) = TileGrid.of((7.1, 46.1, 7.1, 46.1), 9, 9, 1024).blocks()
    west, south, east, north = block.box
    x = HALF_WORLD * 7.1 / 180
    y = HALF_WORLD * math.asinh(math.tan(math.radians(46.1))) / math.pi
    assert west <= x <= east
    assert south <= y <= north


@pytest.mark.parametrize("box", [(8, 46, 7, 47), (190, 0, 200, 1), (math.nan, 0, 1, 1), (0, 0, math.inf, 1)])
def test_what_is_nowhere_has_no_tiles(box):
    grid = TileGrid.of(box, 0, 30, 256)
    assert (len(grid), list(grid.blocks())) == (0, [])


def test_what_nobody_could_draw_is_counted_without_walking_through_it():
    assert len(TileGrid.of((-180, -90, 180, 90), 0, 99, 1024)) == sum(4**zoom for zoom in range(25))
