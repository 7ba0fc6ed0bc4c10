# SPDX-License-Identifier: GPL-2.0-or-later
"""A base map: tiles of a layer or a theme, drawn by QGIS into one file that the package takes along."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMapThemeCollection,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorTileLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

from qfieldcloud_plugin.core import base_map
from qfieldcloud_plugin.core.jobs import JobModel
from qfieldcloud_plugin.core.project_settings import ProjectSettings
from qfieldcloud_plugin.engine.packaging import make_package
from qfieldcloud_plugin.engine.sync.errors import Cancelled, LocalFileError
from qfieldcloud_plugin.engine.sync.progress import CancelToken

pytestmark = pytest.mark.qgis

WORLD = 20037508.342789244
# One tile of zoom level 2 has a quarter of the world's width: 2 by 2 of them, and 4 by 4 of the next level.
SQUARE = QgsRectangle(1, 1, WORLD - 1, WORLD - 1)


def ignore(_progress: object) -> None:
    return None


def make_tile_folder(folder: Path) -> None:
    """The world in zoom levels 0 to 2, each tile in a colour of its own."""
    for zoom in range(3):
        for x in range(2**zoom):
            for y in range(2**zoom):
                image = QImage(256, 256, QImage.Format.Format_RGB32)
                image.fill(0xFF000000 | (60 * zoom + 60) << 16 | (20 + 50 * x) << 8 | (20 + 50 * y))
                path = folder / str(zoom) / str(x) / f"{y}.png"
                path.parent.mkdir(parents=True, exist_ok=True)
                assert image.save(str(path))


def xyz_layer(folder: Path) -> QgsRasterLayer:
    address = f"file://{folder}/%7Bz%7D/%7Bx%7D/%7By%7D.png"
    layer = QgsRasterLayer(f"type=xyz&url={address}&zmin=0&zmax=2", "tiles", "wms")
    assert layer.isValid()
    return layer


def mbtiles_layer(path: Path) -> QgsRasterLayer:
    """A raster of one colour in the north-eastern quarter, as MBTiles."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(3857)
    memory = gdal.GetDriverByName("MEM").Create("", 256, 256, 3)
    memory.SetGeoTransform((0, WORLD / 256, 0, WORLD, 0, -WORLD / 256))
    memory.SetProjection(reference.ExportToWkt())
    for band, value in enumerate((200, 100, 50), 1):
        memory.GetRasterBand(band).Fill(value)
    gdal.GetDriverByName("MBTiles").CreateCopy(str(path), memory)
    layer = QgsRasterLayer(str(path), "mbtiles", "gdal")
    assert layer.isValid()
    return layer


@pytest.fixture
def project(qgis_app, qgis_new_project):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    return project


def settings(
    layer=None, theme: str = "", least: int = 2, most: int = 3, size: int = 256, kind: str = "raster"
) -> ProjectSettings:
    return ProjectSettings(
        base_map=True,
        base_map_type="mapTheme" if theme else "singleLayer",
        base_map_layer=layer.id() if layer is not None else "",
        base_map_theme=theme,
        base_map_tiles=kind,
        base_map_tile_size=size,
        base_map_min_zoom=least,
        base_map_max_zoom=most,
    )


def tiles(path: Path) -> dict[int, int]:
    """How many tiles each zoom level has."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT zoom_level, count(*) FROM tiles GROUP BY zoom_level"
        return dict(connection.execute(query).fetchall())


def colour(path: Path) -> tuple[int, int, int]:
    with closing(sqlite3.connect(path)) as connection:
        (data,) = connection.execute("SELECT tile_data FROM tiles ORDER BY zoom_level LIMIT 1").fetchone()
    pixel = QImage.fromData(data).pixelColor(100, 100)
    return pixel.red(), pixel.green(), pixel.blue()


def shown(layer) -> tuple[int, int, int]:
    """In the middle of the drawn square."""
    asked = QgsMapSettings()
    asked.setLayers([layer])
    asked.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    asked.setOutputSize(QSize(50, 50))
    asked.setExtent(SQUARE)
    job = QgsMapRendererParallelJob(asked)
    job.start()
    job.waitForFinished()
    pixel = job.renderedImage().pixelColor(25, 25)
    return pixel.red(), pixel.green(), pixel.blue()


def test_tiles_of_a_tile_layer_are_drawn_for_the_wished_area_and_levels(project, tmp_path):
    make_tile_folder(tmp_path / "xyz")
    layer = project.addMapLayer(xyz_layer(tmp_path / "xyz"))
    seen = []
    wanted = base_map.order(project, settings(layer, most=3), SQUARE, tmp_path)
    path = base_map.make_tiles(wanted, seen.append, CancelToken())
    assert path == tmp_path / "basemap.mbtiles"
    assert tiles(path) == {2: 4, 3: 16}
    assert seen
    assert {progress.total for progress in seen} == {100}
    assert not [item.name for item in tmp_path.iterdir() if item.name not in ("xyz", "basemap.mbtiles")]


def test_tiles_of_an_mbtiles_raster_look_like_it(project, tmp_path):
    layer = project.addMapLayer(mbtiles_layer(tmp_path / "source.mbtiles"))
    path = base_map.make_tiles(
        base_map.order(project, settings(layer, most=2), SQUARE, tmp_path), ignore, CancelToken()
    )
    assert all(abs(one - other) <= 2 for one, other in zip(colour(path), (200, 100, 50)))


def square(colour: str) -> QgsVectorLayer:
    """The north-eastern quarter of the world in one colour."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:3857", colour, "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, WORLD, WORLD)))
    layer.dataProvider().addFeature(feature)
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": colour})))
    return layer


def test_a_theme_is_drawn_as_it_shows_its_layers(project, tmp_path):
    """The upper layer hides the lower one, what the theme hides is not drawn, and the theme's styles count."""
    upper, lower, hidden = square("#c86432"), square("#0000ff"), square("#00ff00")
    project.addMapLayers([lower, hidden])
    project.addMapLayer(upper)
    record = QgsMapThemeCollection.MapThemeRecord()
    for layer in (lower, upper):
        record.addLayerRecord(QgsMapThemeCollection.MapThemeLayerRecord(layer))
    project.mapThemeCollection().insert("Field", record)
    assert project.mapThemeCollection().mapThemeVisibleLayers("Field") == [upper, lower]
    path = base_map.make_tiles(
        base_map.order(project, settings(theme="Field", most=2), SQUARE, tmp_path), ignore, CancelToken()
    )
    assert all(abs(one - other) <= 2 for one, other in zip(colour(path), (200, 100, 50)))

    record = QgsMapThemeCollection.MapThemeRecord()
    only = QgsMapThemeCollection.MapThemeLayerRecord(upper)
    only.usingCurrentStyle, only.currentStyle = True, upper.styleManager().currentStyle()
    record.addLayerRecord(only)
    project.mapThemeCollection().insert("Day", record)
    upper.styleManager().addStyleFromLayer("night")
    upper.styleManager().setCurrentStyle("night")
    upper.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#000000"})))
    path = base_map.make_tiles(
        base_map.order(project, settings(theme="Day", most=2), SQUARE, tmp_path), ignore, CancelToken()
    )
    assert all(abs(one - other) <= 2 for one, other in zip(colour(path), (200, 100, 50)))


@pytest.fixture
def jobs(qgis_app):
    model = JobModel()
    yield model
    model.cancel_all()


def test_the_job_of_the_wizard_draws_in_the_background(project, jobs, tmp_path):
    layer = project.addMapLayer(mbtiles_layer(tmp_path / "source.mbtiles"))
    wanted = base_map.order(project, settings(layer, most=2), SQUARE, tmp_path)
    seen = []

    def work(progress, cancel):
        seen.append(threading.current_thread() is threading.main_thread())
        return base_map.make_tiles(wanted, progress, cancel)

    job = jobs.wait(jobs.start("tiles", work), 60)
    assert job.error is None
    assert seen == [False]
    assert tiles(job.result) == {2: 4}


def test_without_a_layer_nothing_is_drawn_and_the_reason_is_told(project, tmp_path):
    with pytest.raises(LocalFileError, match="no layer"):
        base_map.order(project, settings(), SQUARE, tmp_path)
    assert not (tmp_path / "basemap.mbtiles").exists()


def test_cancelling_leaves_no_half_base_map_and_keeps_the_former_one(project, tmp_path):
    layer = project.addMapLayer(mbtiles_layer(tmp_path / "source.mbtiles"))
    former = base_map.make_tiles(
        base_map.order(project, settings(layer, most=2), SQUARE, tmp_path), ignore, CancelToken()
    )
    before, cancel = former.read_bytes(), CancelToken()
    wanted = base_map.order(project, settings(layer, most=7), SQUARE, tmp_path)
    with pytest.raises(Cancelled):
        base_map.make_tiles(wanted, lambda _progress: cancel.cancel(), cancel)
    assert former.read_bytes() == before
    assert [item.name for item in tmp_path.glob("*basemap*")] == ["basemap.mbtiles"]


def test_the_base_map_lies_at_the_bottom_of_the_map_once_and_goes_into_the_package(
    project, tmp_path, monkeypatch
):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    folder = tmp_path / "project"
    folder.mkdir()
    layer = project.addMapLayer(mbtiles_layer(folder / "source.mbtiles"))
    wanted = base_map.order(project, settings(layer, most=4), SQUARE, folder)
    path = base_map.make_tiles(wanted, ignore, CancelToken())
    added = base_map.add_to_project(project, wanted)
    assert added.isValid()
    assert shown(added) == (200, 100, 50)
    assert base_map.add_to_project(project, wanted) is added
    assert project.layerTreeRoot().children()[-1].layerId() == added.id()
    assert project.write(str(folder / "project.qgs"))
    report = make_package(folder / "project.qgs", tmp_path / "package")
    assert report.actions[added.id()] == "copy"
    assert (tmp_path / "package" / "basemap.mbtiles").read_bytes() == path.read_bytes()
    project.clear()
    assert not [*elsewhere.iterdir(), *folder.glob("base*.xml")], "GDAL keeps no statistics"


def test_a_base_map_of_vector_tiles_takes_the_place_of_pictures_and_is_packaged(project, tmp_path):
    folder = tmp_path / "project"
    folder.mkdir()
    layer = QgsVectorLayer("Polygon?crs=EPSG:3857", "Fields", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(SQUARE))
    layer.dataProvider().addFeature(feature)
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#336699"})))
    project.addMapLayer(layer)
    made = []
    for kind in ("raster", "vector", "vector"):
        wanted = base_map.order(project, settings(layer, most=3, kind=kind), SQUARE, folder)
        base_map.make_tiles(wanted, ignore, CancelToken())
        made.append(base_map.add_to_project(project, wanted).id())
    assert made[1] == made[2] != made[0]
    tiles_layer = project.mapLayer(made[1])
    assert project.mapLayer(made[0]) is None
    assert isinstance(tiles_layer, QgsVectorTileLayer)
    assert [style.symbol().color().name() for style in tiles_layer.renderer().styles()] == ["#336699"]
    assert project.write(str(folder / "project.qgs"))
    report = make_package(folder / "project.qgs", tmp_path / "package")
    assert report.actions[made[1]] == "copy"
    packaged = QgsProject()
    assert packaged.read(str(tmp_path / "package" / report.project_file))
    assert packaged.mapLayer(made[1]).isValid()
    assert packaged.mapLayer(made[1]).source() == f"type=mbtiles&url={tmp_path}/package/basemap.mbtiles"


def test_vector_tiles_of_a_raster_alone_cannot_be_made(project, tmp_path):
    layer = project.addMapLayer(mbtiles_layer(tmp_path / "source.mbtiles"))
    with pytest.raises(LocalFileError) as caught:
        base_map.order(project, settings(layer, kind="vector"), SQUARE, tmp_path)
    assert "vector layers" in str(caught.value)


def test_the_same_picture_gives_the_same_bytes_and_a_tile_has_the_pixels_that_were_asked_for(
    project, tmp_path
):
    layer = project.addMapLayer(square("#c86432"))
    made = []
    for _ in range(2):
        wanted = base_map.order(project, settings(layer, size=512), SQUARE, tmp_path)
        made.append(base_map.make_tiles(wanted, ignore, CancelToken()).read_bytes())
    assert made[0] == made[1]
    with closing(sqlite3.connect(tmp_path / "basemap.mbtiles")) as connection:
        (data,) = connection.execute("SELECT tile_data FROM tiles LIMIT 1").fetchone()
    assert QImage.fromData(data).width() == 512
    shown = gdal.Open(str(tmp_path / "basemap.mbtiles"))
    assert (shown.RasterXSize, shown.RasterCount) == (4 * 512, 4)


@pytest.mark.parametrize("kind", ["nothing there", "too large", "cannot be opened", "nowhere"])
def test_what_cannot_be_drawn_leaves_the_former_base_map_and_says_why(project, tmp_path, kind):
    layer = project.addMapLayer(square("#c86432"))
    former = base_map.make_tiles(
        base_map.order(project, settings(layer), SQUARE, tmp_path), ignore, CancelToken()
    ).read_bytes()
    extent, most_bytes, reason = SQUARE, 0, "a service does not answer"
    if kind == "nothing there":
        # As a server of tiles that has gone; not every QGIS takes that for an error.
        layer = project.addMapLayer(xyz_layer(tmp_path / "gone"))
    elif kind == "nowhere":
        extent, reason = QgsRectangle(float("nan"), 0, 1, 1), "outside of what"
    elif kind == "too large":
        most_bytes, reason = 1000, "more than 0 MB"
    elif kind == "cannot be opened":
        reason = "“gone” cannot be opened"
        layer = project.addMapLayer(QgsVectorLayer(str(tmp_path / "gone.gpkg"), "gone", "ogr"))

    def draw() -> None:
        wanted = base_map.order(project, settings(layer), extent, tmp_path)
        wanted.most_bytes = most_bytes
        base_map.make_tiles(wanted, ignore, CancelToken())

    with pytest.raises(LocalFileError, match=reason):
        draw()
    assert (tmp_path / "basemap.mbtiles").read_bytes() == former
    assert [item.name for item in tmp_path.glob("*basemap*")] == ["basemap.mbtiles"]
