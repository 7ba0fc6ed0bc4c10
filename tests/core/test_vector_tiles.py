# SPDX-License-Identifier: GPL-2.0-or-later
"""Vector tiles of layers: what is in them, and that they look like the layers."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsRendererCategory,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsVectorTileLayer,
)
from qgis.PyQt.QtCore import QSize

from qfieldcloud_plugin.core.base_map_estimate import estimate
from qfieldcloud_plugin.core.project_settings import ProjectSettings
from qfieldcloud_plugin.core.tile_grid import TileGrid
from qfieldcloud_plugin.core.vector_look import Levels, dress, names_of
from qfieldcloud_plugin.core.vector_tiles import VectorTileWriter

pytestmark = pytest.mark.qgis

GRID = TileGrid.of((0, 0, 20, 10), 3, 6, 512)
# One thread for all, as QGIS's tasks have: what PROJ keeps for a thread may not survive another's end.
WORKER = ThreadPoolExecutor(1)
SEEN = QgsRectangle(0, 0, 20, 10)


@pytest.fixture
def fields(qgis_app):
    """Two squares side by side, of wheat and of rye, and a third of nothing known."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=crop:string&field=size:integer", "Fields", "memory")
    squares = []
    for number, crop in enumerate(("wheat", "rye", None)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([crop, number])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(number * 6 + 1, 2, number * 6 + 5, 8)))
        squares.append(feature)
    assert layer.dataProvider().addFeatures(squares)[0]
    return layer


def fill(colour: str) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})


def by_crop() -> QgsCategorizedSymbolRenderer:
    return QgsCategorizedSymbolRenderer(
        "crop",
        [
            QgsRendererCategory("wheat", fill("#ffcc00"), "Wheat"),
            QgsRendererCategory("rye", fill("#00aa55"), "Rye"),
            QgsRendererCategory(None, fill("#888888"), "Others"),
        ],
    )


def written(path: Path, layers: list[QgsVectorLayer], grid: TileGrid = GRID) -> QgsVectorTileLayer:
    """In a worker, as a job does it."""
    writer = VectorTileWriter([layer.clone() for layer in layers], grid)
    WORKER.submit(writer.write, path, lambda _done: None, lambda: False).result()
    assert writer.shows_something
    tiles = QgsVectorTileLayer(f"type=mbtiles&url={path}", "Base map")
    assert tiles.isValid()
    return tiles


def picture(layer, scale: float = 0.0):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setOutputSize(QSize(400, 200))
    settings.setExtent(SEEN)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def close(one: str, other: str) -> bool:
    """Whether two colours such as "#aabbcc" are the same to the eye."""
    parts = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return all(abs(a - b) <= 1 for a, b in parts)


def colours(layer) -> list[str]:
    """In the middle of each square, and between two of them."""
    image = picture(layer)
    return [image.pixelColor(x, 100).name() for x in (60, 180, 300, 120)]


def rows(path: Path, query: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_the_tiles_are_those_of_the_grid_and_the_same_each_time(fields, tmp_path):
    for name in ("one", "two"):
        written(tmp_path / f"{name}.mbtiles", [fields])
    levels = dict(
        rows(tmp_path / "one.mbtiles", "SELECT zoom_level, count(*) FROM tiles GROUP BY zoom_level")
    )
    assert levels.keys() == {3, 4, 5, 6}
    assert 0 < sum(levels.values()) <= len(GRID)
    assert (tmp_path / "one.mbtiles").read_bytes() == (tmp_path / "two.mbtiles").read_bytes()


def test_a_place_instead_of_an_area_is_not_the_whole_world(fields, tmp_path):
    written(tmp_path / "place.mbtiles", [fields], TileGrid.of((3, 5, 3, 5), 6, 6, 512))
    assert rows(tmp_path / "place.mbtiles", "SELECT count(*) FROM tiles") == [(1,)]


def test_writing_can_be_cancelled(fields, tmp_path):
    writer, heard = VectorTileWriter([fields], TileGrid.of((0, 0, 20, 10), 0, 12, 512)), []
    writer.write(tmp_path / "base.mbtiles", heard.append, lambda: bool(heard))
    levels = rows(tmp_path / "base.mbtiles", "SELECT max(zoom_level) FROM tiles")
    assert heard
    assert levels[0][0] is None or levels[0][0] < 12


def test_layers_of_the_same_name_stay_apart(fields, tmp_path):
    other = fields.clone()
    other.setRenderer(QgsSingleSymbolRenderer(fill("#123456")))
    fields.setRenderer(QgsSingleSymbolRenderer(fill("#654321")))
    assert names_of([fields, other]) == ["Fields", "Fields 2"]
    tiles = written(tmp_path / "base.mbtiles", [fields, other])
    dress(tiles, [fields, other], Levels(3, 6))
    assert colours(tiles)[0] == "#654321", "the first lies on top"


@pytest.mark.parametrize("how", ["one symbol", "categories", "rules", "half seen"])
def test_tiles_look_like_the_layer(fields, tmp_path, how):
    if how == "one symbol":
        fields.setRenderer(QgsSingleSymbolRenderer(fill("#336699")))
    elif how == "categories":
        fields.setRenderer(by_crop())
    elif how == "half seen":
        fields.setRenderer(by_crop())
        fields.setOpacity(0.5)
    else:
        root = QgsRuleBasedRenderer.Rule(None)
        large = QgsRuleBasedRenderer.Rule(fill("#ff0000"), filterExp='"size" > 0')
        large.appendChild(QgsRuleBasedRenderer.Rule(fill("#00ff00"), filterExp="\"crop\" = 'rye'"))
        root.appendChild(large)
        hidden = QgsRuleBasedRenderer.Rule(fill("#ffffff"), filterExp='"size" = 0')
        hidden.setActive(False)
        root.appendChild(hidden)
        root.appendChild(QgsRuleBasedRenderer.Rule(fill("#0000ff"), elseRule=True))
        fields.setRenderer(QgsRuleBasedRenderer(root))
    tiles = written(tmp_path / "base.mbtiles", [fields])
    dress(tiles, [fields], Levels(3, 6))
    # The opacity of a layer and that of its symbols are rounded at different moments.
    assert all(close(one, other) for one, other in zip(colours(tiles), colours(fields)))
    assert len(set(colours(fields))) > 1


def test_a_layer_that_is_shown_at_no_level_is_left_out(fields, tmp_path):
    fields.setRenderer(QgsSingleSymbolRenderer(fill("#336699")))
    tiles = written(tmp_path / "base.mbtiles", [fields])
    fields.setScaleBasedVisibility(True)
    fields.setMaximumScale(500_000_000)
    dress(tiles, [fields], Levels(3, 6))
    assert tiles.renderer().styles() == []


@pytest.mark.parametrize(
    ("smallest", "largest", "expected"),
    [
        (0, 0, Levels(-1, -1)),
        (20_000_000, 0, Levels(4, -1)),
        (1000, 0, Levels(6, -1)),  # beyond the last level: that is shown at all larger scales
        (0, 20_000_000, Levels(-1, 4)),
        (0, 200_000_000, None),
    ],
)
def test_scales_become_levels(smallest, largest, expected):
    assert Levels(3, 6).at_scales(smallest, largest) == expected


def test_labels_come_along_with_their_conditions(fields, tmp_path):
    settings = QgsPalLayerSettings()
    settings.fieldName = "crop"
    fields.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    fields.setLabelsEnabled(True)
    tiles = written(tmp_path / "base.mbtiles", [fields])
    dress(tiles, [fields], Levels(3, 6))
    (style,) = tiles.labeling().styles()
    assert (style.layerName(), style.filterExpression(), style.labelSettings().fieldName) == (
        "Fields",
        "",
        "crop",
    )

    root = QgsRuleBasedLabeling.Rule(None)
    for condition in ('"size" = 1', "ELSE"):
        root.appendChild(QgsRuleBasedLabeling.Rule(QgsPalLayerSettings(settings), filterExp=condition))
    fields.setLabeling(QgsRuleBasedLabeling(root))
    dress(tiles, [fields], Levels(3, 6))
    assert [style.filterExpression() for style in tiles.labeling().styles()] == [
        '("size" = 1)',
        '(NOT coalesce(("size" = 1), FALSE))',
    ]
    fields.setLabelsEnabled(False)
    dress(tiles, [fields], Levels(3, 6))
    assert tiles.labeling().styles() == []


@pytest.mark.parametrize("kind", ["raster", "vector"])
def test_the_size_is_known_about_right_beforehand(qgis_new_project, tmp_path, kind):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", "Fields", "memory")
    features = []
    for number in range(400):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"field {number}"])
        place = QgsPointXY(7 + number % 20 / 40, 46 + number // 20 / 40)
        feature.setGeometry(QgsGeometry.fromPointXY(place).buffer(0.01, 12))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    project = QgsProject.instance()
    project.addMapLayer(layer)
    wanted = ProjectSettings(
        base_map=True, base_map_layer=layer.id(), base_map_tiles=kind, base_map_tile_size=256,
        base_map_min_zoom=9, base_map_max_zoom=12,
    )  # fmt: skip
    box = QgsRectangle(7, 46, 7.5, 46.5)
    grid = TileGrid.of((7, 46, 7.5, 46.5), 9, 12, 256)
    found = estimate(project, wanted, box)
    assert found.tiles == len(grid)
    if kind == "vector":
        written(tmp_path / "base.mbtiles", [layer], grid)
        (real,) = rows(tmp_path / "base.mbtiles", "SELECT sum(length(tile_data)) FROM tiles")[0]
        assert real / 3 < found.size < real * 3
    nothing = estimate(project, replace(wanted, base_map_layer="gone"), box)
    assert (nothing.size < found.size) == (kind == "vector")
    assert estimate(project, wanted, QgsRectangle()).tiles == 0
