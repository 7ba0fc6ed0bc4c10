# SPDX-License-Identifier: GPL-2.0-or-later
"""An area for everyone, for a team, for a person: chosen by clicks, kept in the project, understood by packaging."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt

from qfieldcloud_plugin.core import project_settings
from qfieldcloud_plugin.engine.packaging import areas_of
from qfieldcloud_plugin.engine.project import read_project
from qfieldcloud_plugin.gui.pages.project_page import ProjectPage

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
