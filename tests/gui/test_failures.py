# SPDX-License-Identifier: GPL-2.0-or-later
"""What goes wrong on an ordinary day, met by clicking the dock's one button: said plainly, and nothing is lost."""

from __future__ import annotations

import sqlite3

import pytest
import requests
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

from qfieldcloud_plugin.cloud.client import Client
from qfieldcloud_plugin.cloud.network import Network
from qfieldcloud_plugin.core.actions import Actions
from qfieldcloud_plugin.engine.sync import LocalProject
from qfieldcloud_plugin.gui.dialogs.conflicts import ConflictDialog
from qfieldcloud_plugin.gui.dialogs.project_settings import ProjectSettingsDialog
from qfieldcloud_plugin.gui.wizard.wizard import PackagingWizard

from .conftest import close, signed_in
from .test_dialogs import Desk, dock, second, settle  # noqa: F401 - fixtures
from .test_first_light import create, done, edit, make_conflict, take_project

pytestmark = pytest.mark.qgis


def click(dock, qtbot):  # noqa: F811
    """The one button; then everything it started comes to its end."""
    qtbot.mouseClick(dock.project.button, Qt.MouseButton.LeftButton)
    settle(dock.actions)


class Unplugged(requests.adapters.BaseAdapter):
    """A network without its cable."""

    def send(self, request, **_options):
        raise requests.ConnectionError(f"no route to {request.url}")

    def close(self):
        """There is nothing to close."""


def without_cable():
    session = requests.Session()
    session.mount("http://", Unplugged())
    return session


@pytest.fixture
def unplug(anna):
    """Pulls the cable; `put_back` of it is the end of the trouble."""
    alive = anna.session.client

    def pull():
        network = Network(attempts=1, session_factory=without_cable)
        anna.session.client = Client(alive.address, alive.token, network)

    def put_back():
        anna.session.client = alive

    pull.put_back = put_back
    return pull


def told(dock):  # noqa: F811
    """All that QGIS's message bar says."""
    return " ".join(item.text() for item in dock.bar.items())


@pytest.fixture
def panel(dock, anna):  # noqa: F811
    dock.actions = anna
    return dock


def edited(anna, saved_project, state="poor"):
    create(anna)
    edit(saved_project, "Bridges", 1, "state", state)
    settle(anna)


def sent(anna):
    """What the server has, seen by another computer's eyes."""
    return [delta.content["new"]["attributes"] for delta in done(anna, anna.fetch_details(afresh=True))[0]]


def test_a_server_that_is_down_keeps_the_edits_for_later(panel, anna, saved_project, unplug, qtbot):
    edited(anna, saved_project)
    unplug()
    click(panel, qtbot)
    assert "No connection" in told(panel)
    assert saved_project.mapLayersByName("Bridges")[0].getFeature(1)["state"] == "poor"
    assert not panel.project.button.isHidden()
    unplug.put_back()
    done(anna, anna.look())
    click(panel, qtbot)
    assert sent(anna) == [{"state": "poor"}]


def test_nobody_is_told_that_all_is_up_to_date_while_the_server_does_not_answer(
    panel, anna, saved_project, unplug, qtbot
):
    create(anna)
    settle(anna)
    assert "Up to date" in panel.project.button.text()
    here = panel.project._pages[0]
    assert here.empty.title.text() == "Nothing to send"
    unplug()
    click(panel, qtbot)
    assert panel.project.button.text() == "Check for changes"
    assert here.empty.title.text() == "Not known yet"
    assert "No connection" in panel.project.notice.text()
    unplug.put_back()
    click(panel, qtbot)
    assert "Up to date" in panel.project.button.text()


def test_a_window_that_outlives_its_login_says_so_instead_of_breaking(anna, saved_project, qtbot):
    cloud = anna.project(create(anna))
    dialog = ProjectSettingsDialog(anna, cloud)
    dialog.show()
    settle(anna)
    anna.log_out()
    settle(anna)
    dialog.public.setChecked(True)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    settle(anna)
    assert "not logged in" in dialog.notice.text()
    close(dialog)


def test_an_expired_token_leads_to_the_login_and_then_goes_on(
    panel, anna, saved_project, cloud_server, qtbot
):
    edited(anna, saved_project)
    name = anna.session.profile.username
    anna.session.client.sign_out()
    click(panel, qtbot)
    assert not panel.welcome.isHidden()
    assert "log in" in panel.welcome.text.text().lower()
    done(anna, anna.log_in(cloud_server.address, name, cloud_server.password))
    assert "1" in panel.project.button.text()
    click(panel, qtbot)
    assert sent(anna) == [{"state": "poor"}]


@pytest.fixture
def reader(anna, cloud_server, saved_project, tmp_path):
    """Somebody else who may only read the project of `anna`."""
    project_id = create(anna)
    made = Actions(QgsProject())
    made.begin()
    name = signed_in_as(cloud_server, made)
    done(anna, anna.add_person(project_id, name, "reader"))
    take_project(made, project_id, tmp_path / "reader")
    yield made
    made.end()
    made.open_project.project.clear()


def signed_in_as(cloud_server, who):
    signed_in(cloud_server, who)
    return who.session.profile.username


def test_who_may_only_read_is_told_and_keeps_what_was_edited(reader):
    edit(reader.open_project.project, "Bridges", 1, "state", "poor")
    job = reader.sync()
    reader.jobs.wait(job, 60)
    settle(reader)
    said = f"{job.error or ''} {job.bad_news}"
    assert "role does not allow" in said
    layer = reader.open_project.project.mapLayersByName("Bridges")[0]
    assert layer.getFeature(1)["state"] == "poor"
    assert reader.next_step().count_here == 1


def test_a_full_account_says_so_and_rows_still_travel(cloud_server, actions, saved_project):
    """Whole files are refused; rows are small, and never are."""
    signed_in(cloud_server, actions, "--quota-mb", "1")
    create(actions)
    (actions.open_project.folder / "photo.jpg").write_bytes(bytes(range(256)) * 8000)
    edit(saved_project, "Bridges", 1, "state", "poor")
    job = actions.sync()
    actions.jobs.wait(job, 60)
    settle(actions)
    assert "photo.jpg" in job.bad_news
    assert job.result.rows_up == 1
    assert (actions.open_project.folder / "photo.jpg").is_file()


def test_a_file_that_another_program_holds_waits_its_turn(panel, anna, saved_project, qtbot):
    edited(anna, saved_project)
    path = anna.open_project.folder / "data.gpkg"
    other = sqlite3.connect(path, isolation_level=None, timeout=30)
    other.execute("BEGIN IMMEDIATE")
    try:
        click(panel, qtbot)
        assert panel.bar.items()
        assert "data.gpkg" in told(panel)
    finally:
        other.execute("ROLLBACK")
        other.close()
    panel.bar.clearWidgets()
    done(anna, anna.look())
    click(panel, qtbot)
    assert sent(anna) == [{"state": "poor"}]


def test_a_layer_in_edit_mode_is_saved_first_and_stays_in_edit_mode(panel, anna, saved_project, qtbot):
    create(anna)
    layer = saved_project.mapLayersByName("Bridges")[0]
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexOf("state"), "poor")
    assert panel.project.button.text().startswith("Save and")
    click(panel, qtbot)
    assert layer.isEditable()
    assert not layer.isModified()
    assert sent(anna) == [{"state": "poor"}]
    layer.rollBack()


def test_edits_that_cannot_be_saved_are_said_and_not_synced(panel, anna, saved_project, qtbot):
    connection = sqlite3.connect(anna.open_project.folder / "data.gpkg")
    connection.execute("CREATE UNIQUE INDEX one_note ON visits (note)")
    connection.execute("INSERT INTO visits (bridge, note) VALUES (2, 'rust')")
    connection.commit()
    connection.close()
    create(anna)
    layer = saved_project.mapLayersByName("Visits")[0]
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().indexOf("note"), "rust")
    click(panel, qtbot)
    assert "Visits" in told(panel)
    assert layer.isModified(), "what was typed is still there"
    assert sent(anna) == []
    layer.rollBack()


def test_a_project_that_was_never_saved_is_saved_first(panel, anna, project, qtbot):
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:4326", "New", "memory"))
    asked = []
    Desk.actionSaveProjectAs = lambda _self: type("Action", (), {"trigger": lambda _a: asked.append(1)})()
    try:
        panel.project.show_all()
        assert "Save the project" in panel.project.button.text()
        click(panel, qtbot)
    finally:
        del Desk.actionSaveProjectAs
    assert asked == [1]


def test_two_qgis_on_one_folder_take_turns(panel, anna, saved_project, qtbot):
    edited(anna, saved_project)
    with LocalProject.open(anna.open_project.folder) as local, local.lock():
        click(panel, qtbot)
        assert panel.bar.items()
    panel.bar.clearWidgets()
    click(panel, qtbot)
    assert sent(anna) == [{"state": "poor"}]


def go_through(wizard, pages, qtbot):
    for _page in pages:
        qtbot.waitUntil(wizard.forward.isEnabled, timeout=20000)
        qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)


def test_a_package_that_cannot_be_made_is_explained_on_the_last_page(anna, saved_project, unplug, qtbot):
    create(anna)
    wizard = PackagingWizard(anna)
    wizard.show()
    wizard.target.cloud.setChecked(True)
    go_through(wizard, wizard.pages[:-2], qtbot)
    qtbot.waitUntil(wizard.forward.isEnabled, timeout=20000)
    unplug()
    qtbot.mouseClick(wizard.forward, Qt.MouseButton.LeftButton)
    settle(anna)
    assert wizard.result.summary.text() == "There is no package."
    assert "No connection" in wizard.result.notice.text()
    assert wizard.back.isVisible()
    close(wizard)


def test_the_wizard_packages_in_the_cloud_and_shows_what_devices_will_find(anna, saved_project, qtbot):
    create(anna)
    wizard = PackagingWizard(anna)
    wizard.show()
    wizard.target.cloud.setChecked(True)
    go_through(wizard, wizard.pages[:-1], qtbot)
    settle(anna)
    shown = [node.title for node in wizard.result.list.source.top()]
    assert {"Bridges", "Visits"} <= set(shown)
    assert not wizard.forward.isVisible(), "there is no folder to open"
    close(wizard)


def test_decisions_made_while_the_server_is_down_count_when_it_is_back(
    anna,
    saved_project,
    second,  # noqa: F811
    tmp_path,
    unplug,
    qtbot,
):
    make_conflict(anna, saved_project, second, tmp_path / "second")
    dialog = ConflictDialog(anna)
    dialog.show()
    qtbot.mouseClick(dialog.keep_theirs, Qt.MouseButton.LeftButton)
    unplug()
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    settle(anna)
    unplug.put_back()
    done(anna, anna.sync())
    assert anna.conflicts() == []
    assert saved_project.mapLayersByName("Bridges")[0].getFeature(3)["state"] == "theirs"


def test_edits_that_qgis_saves_while_it_closes_the_project_disturb_nobody(anna, saved_project, qtbot):
    """QGIS asks for each layer that goes; by then the project has no file any more."""
    create(anna)
    (bridges,) = saved_project.mapLayersByName("Bridges")
    assert bridges.startEditing()
    assert bridges.changeAttributeValue(1, bridges.fields().indexOf("state"), "saved while closing")

    def save(_ids):
        if bridges.isEditable():
            bridges.commitChanges()

    # QGIS was there first, so it hears first.
    anna.open_project.unwatch()
    saved_project.layersWillBeRemoved.connect(save)
    anna.open_project.watch()
    with qtbot.captureExceptions() as raised:
        saved_project.clear()
        settle(anna)
    saved_project.layersWillBeRemoved.disconnect(save)
    assert raised == []
