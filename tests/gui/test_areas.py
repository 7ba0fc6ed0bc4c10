# SPDX-License-Identifier: GPL-2.0-or-later
"""An area for everyone, for a team, for a person: chosen by clicks, kept in the project, understood by packaging."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt

from qfieldcloud_plugin.core import project_settings
from qfieldcloud_plugin.core.actions import ProjectDraft
from qfieldcloud_plugin.core.package_estimate import estimate
from qfieldcloud_plugin.engine.packaging import Area, AreaFor, areas_of
from qfieldcloud_plugin.engine.project import read_project
from qfieldcloud_plugin.gui.pages.project_page import ProjectPage
from qfieldcloud_plugin.gui.wizard.wizard import PackagingWizard

from .conftest import close, settle
from .test_first_light import done

pytestmark = pytest.mark.qgis
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(saved_project, qtbot):
    made = QgsMapCanvas()
    qtbot.addWidget(made)
    made.setDestinationCrs(saved_project.crs())
    made.setExtent(QgsRectangle(7, 47, 7.1, 47.05))
    return made


@pytest.fixture
def page(saved_project, canvas, qtbot):
    made = ProjectPage(saved_project, canvas)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.tabs.setCurrentIndex(3)
    made.show()
    return made


def add(page, qtbot, kind, name):
    bar = page.area.audience
    qtbot.mouseClick(bar.more, LEFT)
    bar.kind.setCurrentIndex(bar.kind.findData(kind))
    qtbot.keyClicks(bar.name, name)
    qtbot.mouseClick(bar.add, LEFT)


def test_areas_of_teams_and_persons_are_kept_in_the_project(page, saved_project, canvas, qtbot):
    form = page.area
    add(page, qtbot, "team", "north")
    assert form.audience.current() == "team:north"
    assert "what everyone gets" in form.notice.text()
    assert not form.only.isVisible()
    qtbot.mouseClick(form.view, LEFT)
    assert not form.notice.isVisible()
    add(page, qtbot, "person", "anna")
    canvas.setExtent(QgsRectangle(8, 46, 8.1, 46.05))
    qtbot.mouseClick(form.view, LEFT)
    page.apply()
    north, anna = project_settings.read(saved_project).areas_for
    assert (north.who, anna.who) == ("team:north", "person:anna")
    assert north.area.wkt != anna.area.wkt
    assert not project_settings.read(saved_project).only_area, "everyone else gets the whole"
    assert saved_project.write()
    assert areas_of(read_project(saved_project.fileName())) == [north, anna]
    again = QgsProject()
    assert again.read(saved_project.fileName())
    assert project_settings.read(again).areas_for == (north, anna)
    again.clear()


def test_an_area_can_be_seen_again_drawn_anew_and_taken_away(page, saved_project, canvas, qtbot):
    add(page, qtbot, "team", "north")
    qtbot.mouseClick(page.area.view, LEFT)
    add(page, qtbot, "team", "south")
    qtbot.mouseClick(page.area.view, LEFT)
    page.apply()
    other = ProjectPage(saved_project, canvas)
    qtbot.addWidget(other)
    bar = other.area.audience
    assert [bar.who.itemText(at) for at in range(3)] == ["Everyone", "Team north", "Team south"]
    assert not bar.remove.isEnabled(), "everyone cannot be taken away"
    bar.who.setCurrentIndex(1)
    other.area._tool.extentChanged.emit(QgsRectangle(1, 1, 2, 2))
    bar.who.setCurrentIndex(2)
    qtbot.mouseClick(bar.remove, LEFT)
    assert bar.current() == ""
    other.apply()
    (north,) = project_settings.read(saved_project).areas_for
    assert north.who == "team:north"
    assert "2 2" in north.area.wkt


def test_nobody_is_there_twice_and_whoever_has_no_area_is_not_kept(page, saved_project, qtbot):
    add(page, qtbot, "team", "north")
    add(page, qtbot, "team", "South")
    add(page, qtbot, "team", " NORTH ")
    bar = page.area.audience
    assert bar.who.count() == 3
    assert bar.current() == "team:north"
    qtbot.mouseClick(bar.more, LEFT)
    assert not bar.add.isEnabled(), "a name is needed"
    page.apply()
    assert project_settings.read(saved_project).areas_for == ()


NORTH = Area("Polygon ((6.9 46.9, 7.05 46.9, 7.05 47.02, 6.9 47.02, 6.9 46.9))", "EPSG:4326")
"""One of the three bridges."""


@pytest.fixture
def with_areas(saved_project):
    """Everyone gets everything, the team north one bridge, anna what lies far away."""
    far = Area("Polygon ((20 20, 21 20, 21 21, 20 21, 20 20))", "EPSG:4326")
    settings = project_settings.read(saved_project)
    areas = (AreaFor("team:north", NORTH), AreaFor("person:anna", far))
    project_settings.write(saved_project, replace(settings, areas_for=areas))
    for layer in saved_project.mapLayers().values():
        layer.setCustomProperty("QFieldSync/action", "offline")
        layer.setCustomProperty("QFieldSync/cloud_action", "offline")
    assert saved_project.write()
    return saved_project


def offered(box):
    return [box.itemText(at) for at in range(box.count())]


def test_a_package_is_weighed_for_whom_it_is_made(with_areas):
    files = [("data.gpkg", 100_000), ("bridges.qgs", 20_000)]
    whole, north, anna = (
        estimate(with_areas, files, cable=True, made_for=who).size
        for who in ("", "team:north", "person:anna")
    )
    assert anna < north < whole
    assert estimate(with_areas, files, cable=True, made_for="team:south").size == whole
    settings = project_settings.read(with_areas)
    limited = replace(settings, only_area=True, area=NORTH.wkt, area_crs=NORTH.crs)
    project_settings.write(with_areas, limited)
    assert estimate(with_areas, files, cable=True).size == north
    assert estimate(with_areas, files, cable=True, made_for="person:anna").size == anna


def test_the_wizard_makes_the_package_of_a_team(anna, with_areas, tmp_path, qtbot):
    wizard = PackagingWizard(anna)
    wizard.show()
    wizard.target.folder.setChecked(True)
    wizard.target.path.setFilePath(str(tmp_path / "package"))
    for page in wizard.pages[:-1]:
        qtbot.waitUntil(wizard.forward.isEnabled, timeout=20000)
        if page is wizard.checks:
            everyones = wizard.checks.estimate.text()
            assert offered(wizard.checks.made_for) == ["Everyone", "Team north", "Person anna"]
            wizard.checks.made_for.setCurrentIndex(1)
            assert not wizard.checks.whose_told.text()
            assert wizard.checks.estimate.text() != everyones
        qtbot.mouseClick(wizard.forward, LEFT)
    settle(anna)
    assert "Team north" in wizard.result.summary.text()
    packaged = read_project(next((tmp_path / "package").glob("*.qgz")))
    (bridges,) = (layer for layer in packaged.layers.values() if layer.name == "Bridges")
    path = packaged.file_of(bridges)
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute(f'SELECT count(*) FROM "{bridges.source.table}"').fetchone()
    assert count == 1
    close(wizard)


def test_an_area_means_nothing_to_layers_that_are_copied_whole_and_that_is_told(
    anna, with_areas, tmp_path, qtbot
):
    for layer in with_areas.mapLayers().values():
        layer.setCustomProperty("QFieldSync/action", "copy")
    wizard = PackagingWizard(anna)
    wizard.target.folder.setChecked(True)
    wizard.target.path.setFilePath(str(tmp_path / "package"))
    wizard.checks.entered()
    assert "comes whole" in wizard.checks.whose_told.text()
    settle(anna)
    close(wizard)


def test_a_project_without_such_areas_is_not_asked_for_whom(anna, saved_project, tmp_path, qtbot):
    wizard = PackagingWizard(anna)
    wizard.show()
    wizard.target.folder.setChecked(True)
    wizard.target.path.setFilePath(str(tmp_path / "package"))
    while wizard.pages[wizard._at] is not wizard.checks:
        qtbot.mouseClick(wizard.forward, LEFT)
    assert not wizard.checks.whose.isVisible()
    settle(anna)
    close(wizard)


def test_the_base_map_covers_the_areas_of_all(with_areas, canvas, qtbot):
    settings = project_settings.read(with_areas)
    limited = replace(settings, only_area=True, area=NORTH.wkt, area_crs=NORTH.crs)
    project_settings.write(with_areas, limited)
    page = ProjectPage(with_areas, canvas)
    qtbot.addWidget(page)
    box, crs = page.area.box()
    assert crs == with_areas.crs()
    assert (box.xMinimum(), box.yMaximum()) == (6.9, 47.02)
    assert (box.xMaximum(), box.yMinimum()) == (21, 20)


def test_teams_and_people_of_the_project_are_offered_and_others_can_be_typed(
    cloud_server, anna, saved_project, canvas, qtbot
):
    me = anna.session.profile.username
    cloud_server.provision(
        {
            "users": [{"username": f"{me}-ben"}],
            "organizations": [
                {
                    "name": f"{me}-org",
                    "owner": me,
                    "members": [{"username": f"{me}-ben", "role": "member"}],
                    "teams": [{"name": "north", "members": [f"{me}-ben"]}, {"name": "south", "members": []}],
                }
            ],
        }
    )
    project_id = done(anna, anna.create_project_from_open(ProjectDraft("shared", owner=f"{me}-org")))
    for name in (f"{me}-ben", f"@{me}-org/north"):
        done(anna, anna.add_person(project_id, name, "editor"))
    page = ProjectPage(saved_project, canvas, anna)
    qtbot.addWidget(page)
    page.tabs.setCurrentIndex(3)
    page.show()
    bar = page.area.audience
    qtbot.mouseClick(bar.more, LEFT)
    settle(anna)
    assert offered(bar.name) == ["north", "south"]
    assert not bar.name.currentText(), "nobody is chosen before somebody chooses"
    bar.kind.setCurrentIndex(bar.kind.findData("person"))
    assert offered(bar.name) == [me, f"{me}-ben"]
    bar.name.setCurrentIndex(1)
    qtbot.mouseClick(bar.add, LEFT)
    assert bar.current() == f"person:{me}-ben"
    add(page, qtbot, "team", "not yet there")
    assert bar.current() == "team:not yet there"


def test_people_of_somebodys_own_project_are_offered(cloud_server, anna, saved_project, canvas, qtbot):
    me = anna.session.profile.username
    cloud_server.provision({"users": [{"username": f"{me}-guest"}]})
    project_id = done(anna, anna.create_project_from_open(ProjectDraft("mine")))
    done(anna, anna.add_person(project_id, f"{me}-guest", "reader"))
    found = done(anna, anna.fetch_audience(project_id))
    assert (found.teams, found.people) == ((), (me, f"{me}-guest"))
