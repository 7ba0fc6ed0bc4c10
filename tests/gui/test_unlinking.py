# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder leaves its cloud project, for another server or because the project is gone, and loses nothing."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtWidgets import QMenu, QMessageBox

from qfieldcloud_plugin.core.standing import Step

from .test_deletions import answer
from .test_dialogs import dock, settle  # noqa: F401 - fixtures
from .test_first_light import create, done, edit, second, take_project  # noqa: F401 - a fixture

pytestmark = pytest.mark.qgis


def choose_unlink(dock):  # noqa: F811
    dock.project._screens.open_project_menu(dock.project.more)
    menu = dock.project.more.findChildren(QMenu)[-1]
    (action,) = [action for action in menu.actions() if action.text().replace("&", "").startswith("Unlink")]
    menu.close()
    action.trigger()


def test_a_deleted_project_goes_into_the_cloud_anew(dock, anna, saved_project, second, tmp_path):  # noqa: F811
    former = create(anna)
    folder = anna.open_project.folder
    edit(saved_project, "Bridges", 1, "state", "poor")
    anna.session.client.projects.delete(former)
    anna.jobs.wait(anna.sync(), 60)
    settle(anna)
    assert "Unlink" in dock.project.notice.text()

    answer(QMessageBox.ButtonRole.RejectRole)
    choose_unlink(dock)
    settle(anna)
    assert anna.open_project.project_id == former

    answer(QMessageBox.ButtonRole.AcceptRole)
    choose_unlink(dock)
    settle(anna)
    assert anna.open_project.project_id is None
    assert anna.folder_of(former) is None
    assert anna.next_step().step is Step.CREATE
    assert "not in the cloud" in dock.project.state.text().lower()

    anew = create(anna, "bridges_again")
    assert anna.folder_of(anew) == folder
    take_project(second, anew, tmp_path / "second")
    (layer,) = second.open_project.project.mapLayersByName("Bridges")
    assert layer.getFeature(1)["state"] == "poor"
    done(anna, anna.sync())
    assert anna.next_step().step is Step.UP_TO_DATE
