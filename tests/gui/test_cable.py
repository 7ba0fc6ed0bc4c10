# SPDX-License-Identifier: GPL-2.0-or-later
"""There and back by a folder: packaged by the wizard, edited elsewhere, taken home by a menu entry."""

from __future__ import annotations

from contextlib import closing

import pytest
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QMainWindow, QMessageBox

from qfieldcloud_plugin.core.actions import PackageOrder
from qfieldcloud_plugin.engine.gpkg import Choice, connect
from qfieldcloud_plugin.gui.messages import MessageBridge
from qfieldcloud_plugin.gui.screens import Screens
from qfieldcloud_plugin.gui.wizard.target_page import TargetPage
from qfieldcloud_plugin.i18n import plain

from .conftest import settle
from .test_first_light import done, edit

pytestmark = pytest.mark.qgis


class Interface:
    """As much of QGIS as screens need to ask and to tell."""

    def __init__(self) -> None:
        self.window = QMainWindow()

    def mainWindow(self) -> QMainWindow:
        return self.window


@pytest.fixture
def screens(actions, saved_project, qtbot):
    """Nobody is signed in: a cable needs no server."""
    iface = Interface()
    bar = QgsMessageBar(iface.window)
    qtbot.addWidget(iface.window)
    return Screens(actions, iface, MessageBridge(actions, bar))


@pytest.fixture
def package(actions, saved_project, tmp_path):
    for layer in saved_project.mapLayers().values():
        layer.setCustomProperty("QFieldSync/action", "offline")
    assert saved_project.write()
    report = done(actions, actions.package_to_folder(PackageOrder(tmp_path / "usb", cable=True)))
    (table,) = {table.table for table in report.tables if table.source_table == "bridges"}

    def change(name: str, state: str) -> None:
        with closing(connect(tmp_path / "usb/data.gpkg", write=True)) as connection:
            connection.execute(f'UPDATE "{table}" SET state = ? WHERE name = ?', (state, name))

    return tmp_path / "usb", change


def states(project):
    layer = project.mapLayersByName("Bridges")[0]
    return {feature["name"]: feature["state"] for feature in layer.getFeatures()}


def test_edits_come_home_and_are_seen_at_once(actions, screens, package, saved_project):
    folder, change = package
    change("Old bridge", "poor")
    edit(saved_project, "Bridges", 3, "width", 99.0)
    (folder / "DCIM").mkdir(exist_ok=True)
    (folder / "DCIM/new.jpg").write_bytes(b"photo")
    screens.take_back_from(folder)
    settle(actions)
    assert states(saved_project)["Old bridge"] == "poor"
    assert saved_project.mapLayersByName("Bridges")[0].getFeature(3)["width"] == 99.0
    assert (actions.open_project.folder / "DCIM/new.jpg").is_file()
    job = actions.jobs.data(actions.jobs.index(0))
    assert job == "Take edits back"
    screens.take_back_from(folder)
    settle(actions)
    assert states(saved_project)["Old bridge"] == "poor", "twice changes nothing more"


@pytest.mark.parametrize(
    ("choice", "state"), [(None, "fair"), (Choice.MINE, "poor"), (Choice.THEIRS, "fair")]
)
def test_what_both_changed_is_asked(actions, screens, package, saved_project, monkeypatch, choice, state):
    folder, change = package
    change("Old bridge", "poor")
    edit(saved_project, "Bridges", 2, "state", "fair")
    asked = []
    monkeypatch.setattr(screens, "_whose", lambda conflicts: asked.append(conflicts) or choice)
    screens.take_back_from(folder)
    settle(actions)
    assert len(asked) == 1
    assert states(saved_project)["Old bridge"] == state
    screens.take_back_from(folder)
    settle(actions)
    assert len(asked) == (2 if choice is None else 1), "what is decided is over; the rest comes up again"


def test_the_question_names_what_stands_on_both_sides(actions, screens, package, saved_project, monkeypatch):
    folder, change = package
    change("Old bridge", "poor")
    edit(saved_project, "Bridges", 2, "state", "fair")
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append((box.text(), box.detailedText())))
    screens.take_back_from(folder)
    settle(actions)
    ((question, details),) = shown
    assert question.startswith("1 change")
    assert "here fair" in details
    assert "in the field poor" in details
    assert states(saved_project)["Old bridge"] == "fair", "closing the question decides nothing"


def test_a_feature_that_was_deleted_here_and_changed_there_is_told_as_that(
    actions, screens, package, saved_project, monkeypatch
):
    folder, change = package
    change("Old bridge", "poor")
    layer = saved_project.mapLayersByName("Bridges")[0]
    assert layer.startEditing()
    assert layer.deleteFeature(2)
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.detailedText()))
    screens.take_back_from(folder)
    settle(actions)
    (details,) = shown
    assert "changed in the field, deleted here" in details
    assert "Old bridge" not in states(saved_project)


def test_a_folder_that_is_no_package_of_this_project_changes_nothing(actions, screens, package, tmp_path):
    (tmp_path / "other").mkdir()
    job = actions.take_back_from(tmp_path / "other")
    actions.jobs.wait(job, 30)
    assert job.error.code == "not_a_cable_package"


def test_a_place_where_nothing_can_be_written_is_told_in_words(actions, saved_project, tmp_path):
    (tmp_path / "a file").write_bytes(b"")
    job = actions.package_to_folder(PackageOrder(tmp_path / "a file" / "usb", cable=True))
    actions.jobs.wait(job, 30)
    assert "“usb” could not be written" in plain(job.error)
    assert "Errno" not in plain(job.error)


def test_the_wizard_wants_a_folder_that_everybody_finds(actions, saved_project, tmp_path):
    page = TargetPage(actions)
    (tmp_path / "a file").write_bytes(b"")
    for wrong in ("", "usb", str(tmp_path / "a file")):
        page.path.setFilePath(wrong)
        assert page.problem() == "Choose a folder."
    page.path.setFilePath(str(tmp_path / "usb"))
    assert page.problem() == ""


def test_a_package_with_edits_from_the_field_is_not_replaced_by_another(actions, screens, package):
    folder, change = package
    change("Old bridge", "poor")
    job = actions.package_to_folder(PackageOrder(folder, cable=True, replaces=True))
    actions.jobs.wait(job, 30)
    assert "take them back first" in plain(job.error)
    screens.take_back_from(folder)
    settle(actions)
    done(actions, actions.package_to_folder(PackageOrder(folder, cable=True, replaces=True)))
