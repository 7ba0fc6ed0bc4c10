# SPDX-License-Identifier: GPL-2.0-or-later
"""A cloud project's settings, secrets and storage, clicked against a real server; and what failures say."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtWidgets import QMessageBox

from qfieldcloud_plugin.gui.dialogs.delete_project import DeleteDialog
from qfieldcloud_plugin.gui.dialogs.project_settings import STORAGE, ProjectSettingsDialog
from qfieldcloud_plugin.gui.mnemonics import bare

from .conftest import click, close, settle, signed_in, unplug
from .test_first_light import create, done, edit

pytestmark = pytest.mark.qgis


@pytest.fixture
def dialog(anna, saved_project, qtbot):
    shown = ProjectSettingsDialog(anna, anna.project(create(anna)))
    shown.show()
    settle(anna)
    yield shown
    close(shown)


def test_every_setting_reaches_the_server(dialog, anna, qtbot):
    for box in (dialog.public, dialog.overwrite, dialog.restricted, dialog.on_demand):
        box.toggle()
    dialog.name.setText("bridges_2026")
    click(qtbot, dialog.save)
    settle(anna)
    project = anna.session.client.projects.get(dialog._project.id)
    assert project.name == "bridges_2026"
    assert (project.is_public, project.overwrite_conflicts) == (True, False)
    assert (project.has_restricted_projectfiles, project.attachments_on_demand) == (True, True)
    assert not dialog.save.isEnabled()


def test_a_name_in_use_is_told_and_what_was_typed_stays(dialog, anna, qtbot):
    anna.session.client.projects.create("taken")
    dialog.name.setText("taken")
    click(qtbot, dialog.save)
    settle(anna)
    assert "already have a project with this name" in dialog.notice.text()
    assert dialog.name.text() == "taken"


def test_a_project_is_handed_over_to_an_organization(cloud_server, anna, saved_project, qtbot):
    me = anna.session.profile.username
    cloud_server.provision({"organizations": [{"name": f"{me}-org", "owner": me}]})
    shown = ProjectSettingsDialog(anna, anna.project(create(anna)))
    shown.show()
    settle(anna)
    shown.owner.setCurrentText(f"{me}-org")
    click(qtbot, shown.save)
    settle(anna)
    assert anna.project(shown._project.id).owner == f"{me}-org"
    close(shown)


def test_a_server_that_is_down_is_told_and_nothing_is_lost(dialog, anna, qtbot):
    unplug(anna)
    dialog.description.setPlainText("new words")
    click(qtbot, dialog.save)
    settle(anna)
    assert "No connection" in dialog.notice.text()
    assert dialog.save.isEnabled()


# -- secrets -----------------------------------------------------------------------------------------


def test_a_secret_goes_in_and_its_value_never_comes_out(dialog, anna, qtbot):
    page = dialog.secrets
    dialog.tabs.setCurrentWidget(page)
    page.name.setText("not a name")
    page.value.setText("hush hush")
    assert not page.save.isEnabled()
    page.name.setText("DB_PASSWORD")
    click(qtbot, page.save)
    settle(anna)
    (node,) = page.view.source.top()
    assert node.title == "DB_PASSWORD"
    assert page.value.text() == ""
    assert "hush" not in repr(anna.session.client.secrets.list(dialog._project.id))


def test_a_secret_gets_another_value_and_is_deleted(dialog, anna, qtbot):
    page = dialog.secrets
    dialog.tabs.setCurrentWidget(page)
    page.kind.setCurrentIndex(1)
    page.name.setText("SURVEY_DB")
    page.service.setPlainText("[survey]\nhost=db.example.org\n")
    click(qtbot, page.save)
    settle(anna)
    page.view.choose(page.view.source.top()[0].key)
    assert page.save.text() == "Replace value"
    page.service.setPlainText("[survey]\nhost=other.example.org\n")
    click(qtbot, page.save)
    settle(anna)
    assert len(page.view.source.top()) == 1
    page.view.choose(page.view.source.top()[0].key)
    click(qtbot, page.remove)
    settle(anna)
    assert page.view.source.top() == []


def test_secrets_are_offered_only_where_the_server_keeps_them(anna, saved_project, qtbot):
    project = anna.project(create(anna))
    anna.session.client._extensions = frozenset({"changes"})
    shown = ProjectSettingsDialog(anna, project)
    shown.show()
    settle(anna)
    assert shown.secrets is None
    assert shown.tabs.count() == 3
    close(shown)


def test_a_secret_that_cannot_be_kept_stays_in_the_form(dialog, anna, qtbot):
    page = dialog.secrets
    dialog.tabs.setCurrentWidget(page)
    page.name.setText("DB_PASSWORD")
    page.value.setText("hush hush")
    unplug(anna)
    click(qtbot, page.save)
    settle(anna)
    assert page.notice.isVisible()
    assert page.value.text() == "hush hush"


# -- storage -----------------------------------------------------------------------------------------


@pytest.fixture
def versions(anna, saved_project):
    """Three versions of the data."""
    create(anna)
    for state in ("poor", "bad"):
        edit(saved_project, "Bridges", 1, "state", state)
        done(anna, anna.sync())
    return anna.open_project.project_id


def test_old_versions_are_deleted_after_a_question_and_the_current_ones_stay(anna, versions, qtbot):
    shown = ProjectSettingsDialog(anna, anna.project(versions), page=STORAGE)
    shown.show()
    settle(anna)
    page = shown.storage
    assert page.view.source.top()[0].title == "data.gpkg"
    assert not page.tidy.isEnabled()
    page.keep.setValue(1)
    click(qtbot, page.tidy)
    (question,) = page.findChildren(QMessageBox)
    click(qtbot, next(button for button in question.buttons() if bare(button.text()) == "Delete"))
    settle(anna)
    files = anna.session.client.files.list(versions)
    assert {len(file.versions) for file in files} == {1}
    assert not page.tidy.isEnabled()
    assert "uses" in page.summary.text()
    close(shown)
    assert saved_state(anna) == "bad"


def saved_state(actions):
    return actions.open_project.project.mapLayersByName("Bridges")[0].getFeature(1)["state"]


# -- what a role allows ------------------------------------------------------------------------------


def test_a_manager_may_delete_but_sees_no_secrets(cloud_server, anna, second_actions, saved_project, qtbot):
    project_id = create(anna)
    manager = signed_in(cloud_server, second_actions)
    settle(manager)
    anna.session.client.collaborators.add(project_id, manager.session.profile.username, "manager")
    manager.jobs.wait(manager.refresh_projects(), 30)
    shown = ProjectSettingsDialog(manager, manager.project(project_id))
    shown.show()
    settle(manager)
    assert shown.delete.isVisible()
    assert shown.secrets is None
    click(qtbot, shown.delete)
    asking = shown.findChild(DeleteDialog)
    asking.typed.setText(f"{anna.session.profile.username}/{shown._project.name}")
    click(qtbot, asking.confirm)
    settle(manager)
    assert [project.id for project in anna.session.client.projects.list()] == []
    close(shown)
