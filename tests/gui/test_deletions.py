# SPDX-License-Identifier: GPL-2.0-or-later
"""Most files are gone: no sync believes it until a person has said so."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from .test_dialogs import dock, settle  # noqa: F401 - fixtures
from .test_first_light import create

pytestmark = pytest.mark.qgis


def photos(anna, saved_project):
    folder = anna.open_project.folder / "DCIM"
    folder.mkdir()
    made = [folder / f"oak_{number}.jpg" for number in range(8)]
    for path in made:
        path.write_bytes(path.name.encode())
    create(anna)
    return made


def answer(which):
    """Presses a button of the question that is about to be asked."""

    def press():
        (box,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox)]
        next(button for button in box.buttons() if box.buttonRole(button) == which).click()

    QTimer.singleShot(300, press)


def names_there(anna):
    return {file.name for file in anna.session.client.files.list(anna.open_project.project_id)}


def test_most_files_gone_wait_for_a_person_and_only_then_are_deleted(dock, anna, saved_project, qtbot):  # noqa: F811
    button = dock.project.button
    made = photos(anna, saved_project)
    for path in made:
        path.unlink()
    anna.jobs.wait(anna.sync(), 60)
    settle(anna)
    assert "DCIM/oak_0.jpg" in names_there(anna)
    assert button.text().startswith("Confirm 8")

    answer(QMessageBox.ButtonRole.RejectRole)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(anna)
    assert "DCIM/oak_0.jpg" in names_there(anna)

    answer(QMessageBox.ButtonRole.AcceptRole)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(anna)
    assert not {name for name in names_there(anna) if name.startswith("DCIM/")}
    assert "Up to date" in button.text()


def test_files_that_are_put_back_are_no_longer_asked_about(dock, anna, saved_project):  # noqa: F811
    made = photos(anna, saved_project)
    aside = anna.open_project.folder.parent / "aside"
    made[0].parent.rename(aside)
    anna.jobs.wait(anna.look(), 60)
    assert dock.project.button.text().startswith("Confirm")
    aside.rename(made[0].parent)
    anna.jobs.wait(anna.look(), 60)
    assert "Up to date" in dock.project.button.text()
