# SPDX-License-Identifier: GPL-2.0-or-later
"""Logging in through the dialog, as people do, against a real server."""

from __future__ import annotations

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel

from qfieldcloud_plugin.core.session import SessionState
from qfieldcloud_plugin.gui.dialogs.login import LoginDialog

from .conftest import close

pytestmark = pytest.mark.qgis


@pytest.fixture
def dialog(actions, qtbot):
    shown = LoginDialog(actions)
    shown.show()
    yield shown
    close(shown)


def fill(dialog, server, username, password):
    dialog.server.setEditText(server)
    dialog.username.setText(username)
    dialog.password.setText(password)


def test_the_right_password_logs_in_and_closes_the_dialog(dialog, actions, cloud_server, qtbot):
    name = cloud_server.create_user("berta")
    fill(dialog, cloud_server.address, name, cloud_server.password)
    with qtbot.waitSignal(dialog.accepted, timeout=20000):
        qtbot.mouseClick(dialog.enter, Qt.MouseButton.LeftButton)
    assert actions.session.signed_in
    assert actions.session.profile.username == "berta"


def test_a_wrong_password_is_told_and_the_dialog_stays(dialog, actions, cloud_server, qtbot):
    name = cloud_server.create_user("carl")
    fill(dialog, cloud_server.address, name, "not this")
    qtbot.mouseClick(dialog.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.notice.isVisible, timeout=20000)
    assert "Wrong username or password" in dialog.notice.text()
    assert dialog.enter.isEnabled()
    assert actions.session.state is SessionState.SIGNED_OUT


def test_a_server_that_is_down_is_told(dialog, qtbot):
    fill(dialog, "http://127.0.0.1:9", "anna", "x")
    qtbot.mouseClick(dialog.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.notice.isVisible, timeout=40000)
    assert "127.0.0.1:9" in dialog.notice.text()


def test_what_is_told_at_length_is_seen_whole_and_presses_nothing_together(dialog, cloud_server, qtbot):
    fill(dialog, cloud_server.address.replace("http://", "https://"), "anna", "secret")
    qtbot.waitUntil(lambda: "http://" in dialog.server_says.text(), timeout=10_000)
    qtbot.mouseClick(dialog.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.notice.isVisible, timeout=10_000)
    dialog.layout().activate()
    for label in (dialog.server_says, *dialog.notice.findChildren(QLabel)):
        assert label.height() >= label.heightForWidth(label.width())
    assert dialog.password.height() >= dialog.password.sizeHint().height()


def test_the_dialog_tells_what_answers_at_the_address(dialog, cloud_server, qtbot):
    dialog.server.setEditText(cloud_server.address)
    qtbot.waitUntil(lambda: bool(dialog.server_says.text()), timeout=20000)
    assert "row history" in dialog.server_says.text()


def test_there_is_no_way_to_log_in_without_name_and_password(dialog, qtbot):
    fill(dialog, "https://cloud.example.org", "", "")
    assert not dialog.enter.isEnabled()
    dialog.username.setText("anna")
    assert not dialog.enter.isEnabled()
    dialog.password.setText("secret")
    assert dialog.enter.isEnabled()


def test_a_token_logs_in_without_a_name(dialog, anna, qtbot):
    token, server = anna.session.client.token, anna.session.client.address
    dialog.with_token.setChecked(True)
    dialog.server.setEditText(server)
    dialog.token.setText(token)
    with qtbot.waitSignal(dialog.accepted, timeout=20000):
        qtbot.mouseClick(dialog.enter, Qt.MouseButton.LeftButton)
    assert anna.session.signed_in


def test_the_token_is_kept_but_never_in_the_settings(anna):
    token = anna.session.client.token
    assert anna.session.store.load(anna.session.profile) == token
    settings = QgsSettings()
    assert not any(token in str(settings.value(key)) for key in settings.allKeys())


def test_a_session_is_continued_with_the_kept_token(anna):
    profile = anna.session.profile
    anna.session.client = None
    job = anna.continue_as(profile)
    anna.jobs.wait(job, 30)
    assert anna.session.signed_in
    assert anna.session.profile == profile


def test_logging_out_forgets_the_token_here_and_on_the_server(anna):
    profile, token = anna.session.profile, anna.session.client.token
    anna.jobs.wait(anna.log_out(), 30)
    assert anna.session.store.load(profile) is None
    job = anna.jobs.wait(anna.log_in_with_token(profile.server, token), 30)
    assert not job.succeeded
    assert anna.session.profiles() == [profile]
