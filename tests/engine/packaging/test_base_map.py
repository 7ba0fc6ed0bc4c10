# SPDX-License-Identifier: GPL-2.0-or-later
"""The base map of a package: asked for once, below all layers, and drawn anew only when it would look different."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from simple_projects import point

from qfieldcloud_plugin.engine.gpkg import connect, diff, transaction
from qfieldcloud_plugin.engine.packaging import (
    Area,
    BaseMapNotDrawn,
    DrawnBaseMap,
    FileIdentity,
    PackageOptions,
    make_package,
    package_for_cable,
)
from qfieldcloud_plugin.engine.project import read_project

TREES = [(1, point(7.1, 46.1), "oak"), (2, point(7.2, 46.2), "ash")]
HOUR, DAY = 3600, 24 * 3600
ORDER = '<custom-order enabled="1"><item>hills_id</item><item>trees_id</item></custom-order>'
THEME = (
    '<visibility-presets><visibility-preset name="Field"><layer id="hills_id" visible="1" style="default"/>'
    '<layer id="trees_id" visible="0"/></visibility-preset></visibility-presets>'
)


class Maker:
    """Draws what it was asked for into the tile itself."""

    def __init__(self, identity: str = "") -> None:
        self.identity = identity
        self.asked: list[tuple[object, str]] = []
        self.problem = self.gaps = self.layer = ""

    def draw(self, project, box, crs, destination):
        self.asked.append((tuple(round(value, 6) for value in box), crs))
        if self.problem:
            destination.write_bytes(b"half of it")
            raise BaseMapNotDrawn(self.problem)
        with closing(sqlite3.connect(destination)) as connection, connection:
            connection.execute("CREATE TABLE tiles (tile_data BLOB)")
            connection.execute("INSERT INTO tiles VALUES (?)", (f"{len(self.asked)} {box}".encode(),))
        return DrawnBaseMap(self.gaps, self.layer)


class World:
    """A project that wants a base map of its hills, and its packages, one after the other."""

    def __init__(self, project, folder) -> None:
        self.project, self.folder, self.maker = project, folder, Maker()
        self.reports = []
        project.table_layer("trees", TREES, fields=["fid", "name"])
        (project.folder / "hills.tif").write_bytes(b"hills")
        project.layer("hills", "./hills.tif", provider="gdal", type="raster")
        self.settings(
            createBaseMap="true",
            baseMapType="singleLayer",
            baseMapLayer="hills_id",
            baseMapTilesMaxZoomLevel=16,
        )

    def settings(self, **values: object) -> None:
        for key, value in values.items():
            self.project.entry("qfieldsync", key, "QString", value)

    def package(self, **options):
        self.project.save()
        former = len(self.reports)
        known = {"previous": self.reports[-1], "previous_folder": self.out(former)} if former else {}
        report = make_package(
            self.project.folder / "project.qgs",
            self.out(former + 1),
            PackageOptions(**{"base_map_maker": self.maker, **known, **options}),
        )
        self.reports.append(report)
        return report

    def out(self, number: int):
        return self.folder / f"package{number}"

    def tile(self) -> bytes:
        (file,) = self.out(len(self.reports)).glob("basemap*.mbtiles")
        with closing(sqlite3.connect(file)) as connection:
            return connection.execute("SELECT tile_data FROM tiles").fetchone()[0]

    def ages(self, seconds: float) -> None:
        """So much later, as far as the last package can tell."""
        former = self.reports[-1]
        former.base_map = replace(former.base_map, tried_at=former.base_map.tried_at - seconds)

    def edit(self, statement: str) -> None:
        path = self.project.folder / "data.gpkg"
        with closing(connect(path, write=True)) as connection, transaction(connection):
            connection.execute(statement)


@pytest.fixture
def world(project, tmp_path):
    return World(project, tmp_path)


def codes(report) -> list[str]:
    return [warning.code for warning in report.warnings]


@pytest.mark.parametrize("order", ["", ORDER])
def test_its_layer_lies_below_all_others_and_the_project_itself_stays_as_it_is(world, order):
    world.project.extra = THEME
    xml = world.project.xml
    world.project.xml = lambda: xml().replace("</layer-tree-group>", f"{order}</layer-tree-group>")
    before = world.project.save().read_bytes()
    report = world.package()
    assert codes(report) == []
    assert (world.project.folder / "project.qgs").read_bytes() == before
    packaged = read_project(world.out(1) / report.project_file)
    layer = packaged.layer("basemap_for_the_field")
    assert (layer.name, layer.type, layer.provider, layer.crs) == ("Basemap", "raster", "gdal", "EPSG:3857")
    assert packaged.file_of(layer) == world.out(1) / "basemap.mbtiles"
    assert report.packaged_layers[layer.id]["error_code"] == "no_error"
    assert layer.id not in report.layers, "it is none of the project's own"
    tree = packaged.document.root.find("layer-tree-group")
    assert tree.find_all("layer-tree-layer")[-1].get("id") == layer.id
    assert [item.text for item in tree.find_all("custom-order", "item")][-1:] == [layer.id] * bool(order)
    assert report.file("basemap.mbtiles").size == (world.out(1) / "basemap.mbtiles").stat().st_size
    assert not list(world.out(1).glob(".*"))


def test_whoever_asks_for_none_or_brings_one_gets_none(world):
    world.settings(createBaseMap="false")
    assert codes(world.package()) == []
    world.settings(createBaseMap="true")
    (world.project.folder / "maps").mkdir()
    (world.project.folder / "maps/BaseMap.gpkg").write_bytes(b"tiles")
    world.project.layer("own", "./maps/BaseMap.gpkg", provider="gdal", type="raster")
    assert codes(world.package()) == []
    assert world.maker.asked == []


@pytest.mark.parametrize("provider", ["", "vectortile", "mbtilesvectortiles"])
def test_vector_tiles_are_a_base_map_too_and_travel_as_a_file(world, provider):
    (world.project.folder / "basemap.mbtiles").write_bytes(b"tiles")
    world.project.layer("own", "type=mbtiles&url=./basemap.mbtiles", provider=provider, type="vector-tile")
    report = world.package()
    assert codes(report) == []
    assert world.maker.asked == []
    assert report.actions["own_id"] == "copy"
    assert (world.out(1) / "basemap.mbtiles").read_bytes() == b"tiles"


def test_a_name_and_an_id_that_are_taken_are_not_taken_away(world):
    (world.project.folder / "maps").mkdir()
    (world.project.folder / "basemap.mbtiles").write_bytes(b"somebody's")
    world.project.layer(
        "x", "./basemap.mbtiles", id="basemap_for_the_field", provider="wms", type="vector-tile"
    )
    world.settings(baseMapLayer="hills_id")
    world.project.layers[-1].source = "./hills.tif"
    world.project.entry("QFieldSync", "dataDirs", "QStringList", ["maps"])
    report = world.package()
    assert report.base_map.file == "basemap.mbtiles"
    packaged = read_project(world.out(1) / report.project_file)
    assert packaged.layer("basemap_for_the_field_2").source.path == "./basemap.mbtiles"


def test_a_changed_row_draws_nothing_anew(world):
    first = world.package()
    world.edit("UPDATE trees SET name = 'elm' WHERE fid = 1")
    second = world.package()
    assert len(world.maker.asked) == 1
    assert second.file("basemap.mbtiles").sha256 == first.file("basemap.mbtiles").sha256
    assert world.tile().startswith(b"1 ")
    assert second.file("data.gpkg").sha256 != first.file("data.gpkg").sha256


def forms(world):
    world.project.layers[0].extra = "<editorlayout>tablayout</editorlayout>"


def canvas(world):
    xml = world.project.xml
    world.project.xml = lambda: xml().replace("<xmin>7</xmin>", "<xmin>6</xmin>")
    world.settings(areaOfInterest="Polygon ((7 46, 8 46, 8 47, 7 46))", areaOfInterestCrs="EPSG:4326")


@pytest.mark.parametrize(
    ("is_drawn", "change"),
    [
        (True, lambda world: world.settings(baseMapTilesMaxZoomLevel=17)),
        (True, lambda world: (world.project.folder / "hills.tif").write_bytes(b"other hills")),
        (True, lambda world: setattr(world.project.layers[1], "extra", "<pipe>grey</pipe>")),
        (True, lambda world: world.project.entry("Gui", "CanvasColorRedPart", "int", 10)),
        (True, lambda world: setattr(world.maker, "identity", "another QGIS")),
        (True, lambda world: world.settings(areaOfInterest="Polygon ((7 46, 9 46, 9 47, 7 46))")),
        (True, lambda world: world.settings(baseMapType="mapTheme", baseMapTheme="Field")),
        (True, lambda world: world.project.entry("qfieldcloud", "baseMapTiles", "QString", "vector")),
        (False, lambda world: world.settings(forceStamping="true")),
        (False, forms),
        (False, lambda world: (world.project.folder / "notes.txt").write_text("for nobody")),
        (False, lambda world: setattr(world.project, "relations", '<relation id="r"/>')),
    ],
)
def test_it_is_drawn_anew_when_it_would_look_different_and_only_then(world, is_drawn, change):
    world.project.extra = THEME
    world.settings(areaOfInterest="Polygon ((7 46, 8 46, 8 47, 7 46))", areaOfInterestCrs="EPSG:4326")
    world.package()
    change(world)
    assert codes(world.package()) == []
    assert len(world.maker.asked) == 1 + is_drawn


def test_rows_that_it_shows_may_be_a_day_old(world):
    world.settings(baseMapLayer="trees_id")
    world.package()
    world.edit("UPDATE trees SET name = 'elm' WHERE fid = 1")
    world.package()
    world.ages(DAY + 1)
    assert len(world.maker.asked) == 1
    world.package()
    assert len(world.maker.asked) == 2
    world.ages(DAY + 1)
    world.package()
    assert len(world.maker.asked) == 2, "the rows are the same"


def test_a_theme_is_drawn_for_the_layers_that_it_shows(world):
    world.project.extra = THEME
    world.settings(baseMapType="mapTheme", baseMapTheme="Field")
    world.package()
    world.edit("UPDATE trees SET name = 'elm' WHERE fid = 1")
    world.ages(DAY + 1)
    world.package()
    assert len(world.maker.asked) == 1, "trees are not shown"


@pytest.mark.parametrize(
    "settings", [{"baseMapLayer": "gone"}, {"baseMapType": "mapTheme", "baseMapTheme": "gone"}]
)
def test_a_base_map_of_nothing_is_told(world, settings):
    world.settings(**settings)
    assert codes(world.package()) == ["base_map_incomplete"]
    assert world.maker.asked == []


def test_what_could_not_be_drawn_is_told_and_tried_again_only_after_an_hour(world):
    world.maker.problem = "the service does not answer"
    report = world.package()
    assert codes(report) == ["base_map_not_drawn"]
    assert "the service does not answer" in report.warnings[0].text
    assert not list(world.out(1).glob("*basemap*"))
    assert "basemap" not in str(report.packaged_layers)
    assert codes(world.package()) == ["base_map_not_drawn"]
    assert len(world.maker.asked) == 1
    world.maker.problem = ""
    world.ages(HOUR + 1)
    assert codes(world.package()) == []
    assert len(world.maker.asked) == 2
    assert world.tile()


def test_the_former_one_stays_when_only_its_rows_are_old_and_it_cannot_be_drawn(world):
    world.settings(baseMapLayer="trees_id")
    first = world.package()
    world.edit("UPDATE trees SET name = 'elm' WHERE fid = 1")
    world.ages(DAY + 1)
    world.maker.problem = "QGIS ended unexpectedly"
    report = world.package()
    assert codes(report) == ["base_map_is_former"]
    assert report.file("basemap.mbtiles").sha256 == first.file("basemap.mbtiles").sha256
    assert world.tile().startswith(b"1 ")


def test_what_looks_different_is_not_shown_as_it_was(world):
    world.package()
    world.settings(baseMapTilesMaxZoomLevel=17)
    world.maker.problem = "QGIS ended unexpectedly"
    report = world.package()
    assert codes(report) == ["base_map_not_drawn"]
    assert report.file("basemap.mbtiles") is None


def test_gaps_are_told_as_long_as_they_are_there(world):
    world.maker.gaps = "“hills”: 404"
    assert codes(world.package()) == ["base_map_has_gaps"]
    assert codes(world.package()) == ["base_map_has_gaps"]
    assert len(world.maker.asked) == 1


def test_what_is_no_tiles_is_not_packaged(world, monkeypatch):
    monkeypatch.setattr(world.maker, "draw", lambda *args: args[-1].write_bytes(b"not a database"))
    assert codes(world.package()) == ["base_map_not_drawn"]
    assert not list(world.out(1).glob("*basemap*"))


LAYER = (
    '<!DOCTYPE x><maplayer type="vector-tile"><id>x</id><datasource>type=mbtiles&amp;url=/tmp/y</datasource>'
    "<layername>z</layername><provider>mbtilesvectortiles</provider><renderer/></maplayer>"
)


def test_vector_tiles_are_shown_by_the_layer_that_came_with_them_also_the_next_time(world):
    world.maker.layer = LAYER
    for _ in range(2):
        report = world.package()
        packaged = read_project(world.out(len(world.reports)) / report.project_file)
        layer = packaged.layer("basemap_for_the_field")
        assert (layer.name, layer.type, layer.provider) == ("Basemap", "vector-tile", "mbtilesvectortiles")
        assert packaged.file_of(layer) == world.out(len(world.reports)) / "basemap.mbtiles"
        assert layer.element.find("renderer") is not None
    assert len(world.maker.asked) == 1


@pytest.mark.parametrize("layer", ["<maplayer", '<maplayer type="raster"/>', '<x type="vector-tile"/>'])
def test_a_layer_that_is_none_gets_into_no_project(world, layer):
    world.maker.layer = layer
    assert codes(world.package()) == ["base_map_not_drawn"]


AREAS = '[{"for": "person:anna", "wkt": "Polygon ((1 2, 3 2, 3 4, 1 2))", "crs": "EPSG:2056"}]'


@pytest.mark.parametrize(
    ("options", "box", "crs"),
    [
        ({}, (7, 46, 8, 47), "EPSG:4326"),
        ({"made_for": ("person:anna",)}, (1, 2, 3, 4), "EPSG:2056"),
        ({"area": Area("Polygon ((5 5, 6 5, 6 6, 5 5))", "EPSG:3857")}, (5, 5, 6, 6), "EPSG:3857"),
    ],
)
def test_it_covers_the_area_of_whom_the_package_is_for(world, options, box, crs):
    world.project.entry("qfieldcloud", "areas", "QString", AREAS)
    world.package(**options)
    assert world.maker.asked == [(box, crs)]


@pytest.mark.parametrize("edge", ["1e400", "nan", "east"])
def test_an_area_without_an_end_is_none(world, edge):
    area = f"POLYGON(({edge} 46, 8 46, 8 47, {edge} 46))"
    world.settings(areaOfInterest=area, areaOfInterestCrs="EPSG:4326")
    world.package()
    assert world.maker.asked == [((7, 46, 8, 47), "EPSG:4326")]


def test_a_package_may_be_made_in_the_folder_where_one_is(world, monkeypatch):
    world.project.save()
    monkeypatch.chdir(world.project.folder)
    report = make_package("project.qgs", "../package", PackageOptions(base_map_maker=world.maker))
    assert report.file("basemap.mbtiles") is not None


def test_it_covers_the_projects_area_also_where_rows_are_not_limited_to_it(world):
    world.settings(areaOfInterest="Polygon ((7.2 46, 7.4 46, 7.4 47, 7.2 46))", areaOfInterestCrs="EPSG:4326")
    world.package()
    assert world.maker.asked == [((7.2, 46, 7.4, 47), "EPSG:4326")]


def test_a_cable_package_takes_it_too(world, tmp_path):
    path = world.project.save()
    report = package_for_cable(path, tmp_path / "cable", PackageOptions(base_map_maker=world.maker))
    assert report.base_map.file == "basemap.mbtiles"
    assert (tmp_path / "cable" / "basemap.mbtiles").is_file()


def known(folder):
    """What a server knows of each file."""
    return {
        path.name: FileIdentity(hashlib.sha256(path.read_bytes()).hexdigest(), "etag", path.stat().st_size)
        for path in folder.iterdir()
    }


def test_the_short_way_to_the_next_package_takes_it_along_until_it_is_old(world, tmp_path):
    rows = [(number, point(7.1, 46.1), f"road {number}") for number in range(1, 6001)]
    world.project.table_layer("roads", rows, file="roads.gpkg")
    world.settings(baseMapLayer="trees_id")
    folder, base = world.project.folder, tmp_path / "base"
    world.project.save()
    shutil.copytree(folder, base)

    def package():
        return world.package(
            previous_folder=None,
            previous_file=world.out(1).joinpath,
            identities=known(folder),
            knows_all_files=True,
            lists_unchanged_files=True,
            row_changes=lambda name, *_: diff(base / name, folder / name),
        )

    def is_short(report):
        return not report.file("project_qfield.qgz").is_written

    assert not is_short(package())
    with closing(connect(folder / "roads.gpkg", write=True)) as connection, transaction(connection):
        connection.execute("UPDATE roads SET name = 'x' WHERE fid = 17")
    second = package()
    assert is_short(second)
    assert second.base_map == world.reports[0].base_map
    assert not second.file("basemap.mbtiles").is_written
    world.reports[1] = world.reports[0]
    world.ages(DAY + 1)
    third = package()
    assert not is_short(third)
    assert third.base_map.tried_at > world.reports[0].base_map.tried_at, "it was looked at"
    world.reports[2] = world.reports[0]
    world.maker.identity = "another QGIS"
    assert not is_short(package())
    assert len(world.maker.asked) == 2
