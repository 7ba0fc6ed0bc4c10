# SPDX-License-Identifier: GPL-2.0-or-later
"""The dialog for a new cloud project: from the open one, from nothing, from another; and what it says when it fails."""

from __future__ import annotations

import pytest

from qfieldcloud_plugin.gui.dialogs.new_project import NewProjectDialog

from .conftest import click, close, settle, signed_in, unplug
from .test_first_light import create

pytestmark = pytest.mark.qgis


@pytest.fixture
def opened(qtbot):
    """Opens the dialog for signed-in actions and closes what the test leaves open."""
    dialogs = []

    def open_for(actions):
        dialog = NewProjectDialog(actions)
        dialogs.append(dialog)
        dialog.show()
        settle(actions)
        return dialog

    yield open_for
    for dialog in dialogs:
        close(dialog)


def test_the_open_project_is_checked_and_what_is_sent_is_listed(anna, saved_project, opened):
    dialog = opened(anna)
    assert dialog.from_open.isChecked()
    # Newer QGIS saves an archive beside a .qgs.
    names = {node.title for node in dialog.files.source.top()}
    assert names - {"bridges_attachments.zip"} == {"bridges.qgs", "data.gpkg"}
    assert f"{len(names)} file" in dialog.summary.text()
    assert dialog.create.isEnabled()


def test_an_empty_project_needs_nothing_open(anna, project, opened, qtbot):
    dialog = opened(anna)
    assert not dialog.from_open.isEnabled()
    assert dialog.empty.isChecked()
    dialog.name.setText("later")
    dialog.description.setPlainText("to be filled")
    dialog.public.setChecked(True)
    with qtbot.waitSignal(dialog.accepted, timeout=20000):
        click(qtbot, dialog.create)
    settle(anna)
    (made,) = anna.projects
    assert (made.name, made.description, made.is_public) == ("later", "to be filled", True)


def test_a_project_in_the_cloud_is_not_offered_again(anna, saved_project, opened):
    create(anna)
    dialog = opened(anna)
    assert not dialog.from_open.isEnabled()
    assert "already" in dialog.from_open.toolTip()


def test_a_clone_has_the_files_of_the_other(anna, saved_project, opened, qtbot):
    source = create(anna)
    dialog = opened(anna)
    dialog.clone.setChecked(True)
    assert dialog.source.isVisible()
    dialog.name.setText("bridges_2027")
    with qtbot.waitSignal(dialog.accepted, timeout=40000):
        click(qtbot, dialog.create)
    settle(anna)
    copy = next(project for project in anna.projects if project.name == "bridges_2027")
    names = {file.name for file in anna.session.client.files.list(copy.id)}
    assert names == {file.name for file in anna.session.client.files.list(source)}


def test_a_name_in_use_is_refused_while_typing(anna, saved_project, opened):
    create(anna, "bridges")
    dialog = opened(anna)
    dialog.name.setText("bridges")
    assert dialog.name_says.isVisible()
    assert not dialog.create.isEnabled()


@pytest.mark.parametrize("source", ["from_open", "empty"])
def test_a_name_that_somebody_took_meanwhile_is_told_and_the_dialog_stays(
    anna, saved_project, opened, qtbot, source
):
    dialog = opened(anna)
    getattr(dialog, source).setChecked(True)
    dialog.name.setText("taken")
    anna.session.client.projects.create("taken")
    click(qtbot, dialog.create)
    qtbot.waitUntil(dialog.notice.isVisible, timeout=20000)
    assert "already have a project with this name" in dialog.notice.text()
    settle(anna)
    assert dialog.isVisible()
    assert not dialog.create.isEnabled()
    assert anna.open_project.project_id is None


def test_a_server_that_is_down_is_told_and_the_dialog_stays(anna, saved_project, opened, qtbot):
    dialog = opened(anna)
    unplug(anna)
    click(qtbot, dialog.create)
    qtbot.waitUntil(dialog.notice.isVisible, timeout=20000)
    assert "No connection" in dialog.notice.text()
    settle(anna)
    assert dialog.create.isEnabled()


def test_a_full_storage_is_seen_before_and_told_after(cloud_server, actions, saved_project, opened, qtbot):
    signed_in(cloud_server, actions, "--quota-mb", "1")
    (actions.open_project.folder / "photo.jpg").write_bytes(b"\xff\xd8" + bytes(2_000_000))
    dialog = opened(actions)
    assert "1.0 MB free" in dialog.summary.text()
    ended = []
    actions.jobs.ended.connect(ended.append)
    click(qtbot, dialog.create)
    settle(actions)
    told = [job.bad_news for job in ended if job.bad_news]
    assert len(told) == 1
    assert "photo.jpg" in told[0]
    assert "storage" in told[0]


def test_organizations_one_may_create_for_are_offered_as_owner(cloud_server, anna, project, opened, qtbot):
    name = anna.session.profile.username
    cloud_server.provision({"organizations": [{"name": f"{name}-surveys", "owner": name}]})
    dialog = opened(anna)
    dialog.owner.setCurrentText(f"{name}-surveys")
    settle(anna)
    dialog.name.setText("shared_trees")
    with qtbot.waitSignal(dialog.accepted, timeout=20000):
        click(qtbot, dialog.create)
    settle(anna)
    assert [project.owner for project in anna.projects] == [f"{name}-surveys"]
