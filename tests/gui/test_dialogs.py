# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialogs, clicked as people click them, over a real project on a real server."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMainWindow

from qfieldcloud_plugin.core.actions import Actions
from qfieldcloud_plugin.core.jobs import JobState
from qfieldcloud_plugin.engine.gpkg import Kind
from qfieldcloud_plugin.engine.sync import Choice
from qfieldcloud_plugin.gui.dialogs.changes import ChangesDialog
from qfieldcloud_plugin.gui.dialogs.conflicts import ConflictDialog
from qfieldcloud_plugin.gui.dialogs.delete_project import DeleteDialog
from qfieldcloud_plugin.gui.dialogs.new_project import NewProjectDialog
from qfieldcloud_plugin.gui.dialogs.project_settings import ProjectSettingsDialog
from qfieldcloud_plugin.gui.dock.dock import CloudDock
from qfieldcloud_plugin.gui.messages import MessageBridge
from qfieldcloud_plugin.gui.screens import Screens
from qfieldcloud_plugin.gui.wizard.wizard import PackagingWizard

from .conftest import close
from .test_first_light import create, done, edit, make_conflict, take_project

pytestmark = pytest.mark.qgis


def settle(actions):
    """Waits until no job runs any more, also none that another one started."""
    while actions.jobs.running():
        actions.jobs.wait(actions.jobs.running()[0], 60)


@pytest.fixture
def second(anna):
    other = Actions(QgsProject())
    other.begin()
    other.jobs.wait(other.log_in_with_token(anna.session.client.address, anna.session.client.token), 30)
    yield other
    other.end()
    # Its layers must be closed before QGIS is.
    other.open_project.project.clear()


class Desk:
    """The little that screens need of QGIS's interface."""

    def __init__(self):
        self.window = QMainWindow()

    def mainWindow(self):
        return self.window


@pytest.fixture
def dock(anna, qtbot):
    desk, bar = Desk(), QgsMessageBar()
    screens = Screens(anna, desk, MessageBridge(anna, bar))
    made = CloudDock(anna, screens, desk.window)
    made.show()
    made.bar = bar
    yield made
    screens.close_all()
    desk.window.close()


def test_the_new_project_dialog_checks_and_creates(anna, saved_project, qtbot):
    dialog = NewProjectDialog(anna)
    dialog.show()
    qtbot.waitUntil(dialog.create.isEnabled, timeout=20000)
    dialog.name.setText("1 bad name")
    assert not dialog.create.isEnabled()
    assert dialog.name_says.isVisible()
    dialog.name.setText("bridges_2026")
    qtbot.mouseClick(dialog.create, Qt.MouseButton.LeftButton)
    settle(anna)
    assert [project.name for project in anna.projects] == ["bridges_2026"]
    close(dialog)


def test_the_one_button_goes_the_whole_way(dock, anna, saved_project, qtbot):
    button = dock.project.button
    assert "cloud" in button.text()
    create(anna)
    assert "Up to date" in button.text()
    layer = saved_project.mapLayersByName("Bridges")[0]
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexOf("state"), "poor")
    assert button.text().startswith("Save and")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Up to date" in button.text() and not anna.jobs.running(), timeout=30000)
    assert not layer.isModified()
    assert "1" in dock.bar.currentItem().text()


def test_edits_appear_in_the_dock_when_they_are_saved(dock, anna, saved_project, qtbot):
    create(anna)
    edit(saved_project, "Bridges", 2, "state", "poor")
    settle(anna)
    assert dock.project.tabs.tabText(0).endswith("1")


def test_a_conflict_is_decided_by_clicking_a_value(anna, saved_project, second, tmp_path, qtbot):
    make_conflict(anna, saved_project, second, tmp_path / "second")
    dialog = ConflictDialog(anna)
    dialog.show()
    assert not dialog.apply.isEnabled()
    cell = dialog.table.visualItemRect(dialog.table.item(0, 2))
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert dialog.resolution.decisions()[0].choice is Choice.THEIRS
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    settle(anna)
    assert anna.conflicts() == []
    assert saved_project.mapLayersByName("Bridges")[0].getFeature(3)["state"] == "theirs"


def test_a_third_value_can_be_typed(anna, saved_project, second, tmp_path, qtbot):
    make_conflict(anna, saved_project, second, tmp_path / "second")
    dialog = ConflictDialog(anna)
    dialog.show()
    dialog.table.item(0, 3).setText("agreed")
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    settle(anna)
    done(second, second.sync())
    layer = second.open_project.project.mapLayersByName("Bridges")[0]
    assert layer.getFeature(3)["state"] == "agreed"


def test_changes_are_listed_filtered_and_discarded(anna, saved_project, qtbot):
    create(anna)
    edit(saved_project, "Bridges", 1, "state", "poor")
    edit(saved_project, "Bridges", 2, "width", 9.5)
    dialog = ChangesDialog(anna, "Changed here", "", lambda: anna.local_changes("data.gpkg"))
    dialog.show()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2, timeout=20000)
    dialog.search.setText("poor")
    assert dialog.model.rowCount() == 1
    dialog.kinds[Kind.UPDATE].setChecked(False)
    assert dialog.model.rowCount() == 0
    dialog.kinds[Kind.UPDATE].setChecked(True)
    dialog.table.selectRow(0)
    qtbot.mouseClick(dialog.undo_chosen, Qt.MouseButton.LeftButton)
    settle(anna)
    layer = saved_project.mapLayersByName("Bridges")[0]
    assert layer.getFeature(1)["state"] == "good"
    assert layer.getFeature(2)["width"] == 9.5


def test_a_version_is_compared_and_undone_as_a_new_version(anna, saved_project, qtbot):
    create(anna)
    edit(saved_project, "Bridges", 1, "state", "poor")
    done(anna, anna.sync())
    done(anna, anna.fetch_details())
    file = next(file for file in anna.files if file.name == "data.gpkg")
    newest, before = file.versions[:2]
    changes = done(anna, anna.version_changes("data.gpkg", before.id, newest.id))
    assert changes.count == 1
    done(anna, anna.undo(changes, changes.tables[0].rows))
    assert saved_project.mapLayersByName("Bridges")[0].getFeature(1)["state"] == "good"
    done(anna, anna.fetch_details())
    again = next(file for file in anna.files if file.name == "data.gpkg")
    assert len(again.versions) == len(file.versions) + 1


def test_settings_are_changed_and_people_added_with_a_role(anna, saved_project, cloud_server, qtbot):
    friend = cloud_server.create_user(f"friend-of-{anna.session.profile.username}")
    project = anna.project(create(anna))
    dialog = ProjectSettingsDialog(anna, project)
    dialog.show()
    settle(anna)
    assert not dialog.save.isEnabled()
    dialog.description.setPlainText("all the bridges")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    settle(anna)
    assert anna.project(project.id).description == "all the bridges"
    dialog.tabs.setCurrentIndex(1)
    dialog.people.name.setText(friend)
    qtbot.mouseClick(dialog.people.add, Qt.MouseButton.LeftButton)
    settle(anna)
    assert dialog.people.table.item(1, 0).text() == friend
    dialog.people.name.setText("nobody-of-this-name")
    qtbot.mouseClick(dialog.people.add, Qt.MouseButton.LeftButton)
    settle(anna)
    assert dialog.people.notice.isVisible()
    close(dialog)


def test_a_project_is_deleted_only_when_its_name_is_typed(anna, saved_project, qtbot):
    project = anna.project(create(anna))
    dialog = DeleteDialog(project)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.typed.setText(project.name)
    assert not dialog.confirm.isEnabled()
    dialog.typed.setText(f"{project.owner}/{project.name}")
    assert dialog.confirm.isEnabled()


def test_the_wizard_packages_into_a_folder(anna, saved_project, tmp_path, qtbot):
    wizard = PackagingWizard(anna)
    wizard.show()
    wizard.target.folder.setChecked(True)
    assert not wizard.forward.isEnabled()
    wizard.target.path.setFilePath(str(tmp_path / "package"))
    for _page in wizard.pages[:-1]:
        qtbot.waitUntil(wizard.forward.isEnabled, timeout=20000)
        qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
    settle(anna)
    assert any((tmp_path / "package").rglob("*.gpkg"))
    close(wizard)


def test_an_ended_session_asks_to_log_in_again_and_keeps_the_edits(dock, anna, saved_project, qtbot):
    create(anna)
    edit(saved_project, "Bridges", 1, "state", "poor")
    settle(anna)
    anna.session.client.sign_out()
    job = anna.sync()
    anna.jobs.wait(job, 30)
    settle(anna)
    assert job.state is JobState.FAILED
    assert not anna.session.signed_in
    assert not dock.welcome.isHidden()
    assert saved_project.mapLayersByName("Bridges")[0].getFeature(1)["state"] == "poor"


def test_a_project_that_others_use_is_not_synced_twice_at_once(anna, saved_project, second, tmp_path):
    take_project(second, create(anna), tmp_path / "second")
    from qfieldcloud_plugin.engine.sync import LocalProject

    with LocalProject.open(second.open_project.folder) as local, local.lock():
        job = second.sync()
        second.jobs.wait(job, 30)
    assert job.state is JobState.FAILED
    assert job.error.code == "project_in_use"
