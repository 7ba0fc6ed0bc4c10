# SPDX-License-Identifier: GPL-2.0-or-later
"""Several accounts on one computer, and logging in through the browser: the real dialog, provider and server."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QObject, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QMainWindow

from qfieldcloud_plugin.cloud.credentials import SINGLE_SIGN_ON, Profile
from qfieldcloud_plugin.cloud.errors import NotSignedIn
from qfieldcloud_plugin.gui import theme
from qfieldcloud_plugin.gui.dialogs.login import LoginDialog
from qfieldcloud_plugin.gui.dock.account_bar import AccountBar
from qfieldcloud_plugin.gui.messages import MessageBridge
from qfieldcloud_plugin.gui.pages.options_page import OptionsPage
from qfieldcloud_plugin.gui.screens import Screens
from tests.identity_provider import browse_aside

from .conftest import click, close, settle, signed_in
from .test_first_light import create, done

pytestmark = pytest.mark.qgis

# It ends as soon as what is waited for is there; a busy machine may take long.
WAIT_MS = 60_000


class Browser(QObject):
    """Stands where the system's browser stands; says it is `person`, or just sits there."""

    def __init__(self):
        super().__init__()
        self.person = ""
        self.opened = []
        self.threads = []

    @pyqtSlot(QUrl)
    def open(self, url):
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if self.person:
            self.threads.append(browse_aside(self.opened[-1], self.person))


@pytest.fixture
def browser():
    made = Browser()
    QDesktopServices.setUrlHandler("http", made, "open")
    yield made
    QDesktopServices.unsetUrlHandler("http")
    for thread in made.threads:
        thread.join(10)


@pytest.fixture
def dialog(actions, sso_server, browser, qtbot):
    shown = LoginDialog(actions, profile=Profile(sso_server.address, ""))
    shown.show()
    qtbot.waitUntil(lambda: bool(shown.providers.buttons), timeout=WAIT_MS)
    offered = actions.jobs.wait(actions.ask_server(sso_server.address)).result.providers
    # The port that the server names is one for the whole computer, where other tests may run at this moment.
    shown.providers.show_providers([on_any_port(provider) for provider in offered])
    yield shown
    close(shown)


def on_any_port(provider):
    return replace(provider, settings={**provider.settings, "redirect_port": 0})


@pytest.fixture
def bar(actions, qtbot):
    class Desk:
        window = QMainWindow()

        def mainWindow(self):
            return self.window

    screens = Screens(actions, Desk(), MessageBridge(actions, QgsMessageBar()))
    made = AccountBar(actions, screens)
    qtbot.addWidget(made)
    made.screens = screens
    yield made
    screens.close_all()


def entries(bar):
    bar._fill_menu()
    return {action.text(): action for action in bar._menu.actions() if action.text()}


def test_the_provider_of_the_server_logs_in_through_the_browser(
    dialog, browser, actions, identity_provider, qtbot
):
    browser.person = identity_provider.add_person("rosa")
    (button,) = dialog.providers.buttons
    assert "Acme" in button.text()
    with qtbot.waitSignal(dialog.accepted, timeout=WAIT_MS):
        click(qtbot, button)
    assert actions.session.profile.username == "rosa"
    assert "password" not in browser.opened[0]
    settle(actions)


def test_a_login_through_the_browser_goes_on_after_a_restart(
    dialog, browser, actions, identity_provider, qtbot
):
    browser.person = identity_provider.add_person("sven")
    with qtbot.waitSignal(dialog.accepted, timeout=WAIT_MS):
        click(qtbot, dialog.providers.buttons[0])
    settle(actions)
    profile, actions.session.client = actions.session.profile, None
    actions.jobs.wait(actions.continue_as(profile), 30)
    assert actions.session.signed_in
    settle(actions)
    settings = QgsSettings()
    token = actions.session.client.token
    assert not any(token in str(settings.value(key)) for key in settings.allKeys())


def test_waiting_for_the_browser_can_be_stopped_and_begun_again(
    dialog, browser, actions, identity_provider, qtbot
):
    click(qtbot, dialog.providers.buttons[0])
    qtbot.waitUntil(dialog.waiting.isVisible, timeout=WAIT_MS)
    assert not dialog.providers.isEnabled()
    assert "left" in dialog.waiting.left.text()
    click(qtbot, dialog.cancel)
    qtbot.waitUntil(lambda: not dialog.waiting.isVisible(), timeout=WAIT_MS)
    assert not actions.session.signed_in
    assert dialog.isVisible()
    browser.person = identity_provider.add_person("tom")
    with qtbot.waitSignal(dialog.accepted, timeout=WAIT_MS):
        click(qtbot, dialog.providers.buttons[0])
    settle(actions)


def test_somebody_the_server_does_not_know_is_told(dialog, browser, actions, qtbot):
    browser.person = "nobody@elsewhere.example"
    click(qtbot, dialog.providers.buttons[0])
    qtbot.waitUntil(dialog.notice.isVisible, timeout=WAIT_MS)
    assert "does not let that account in" in dialog.notice.text()
    assert isinstance(actions.session.error, NotSignedIn)


def test_closing_the_dialog_ends_the_waiting(dialog, browser, actions, qtbot):
    click(qtbot, dialog.providers.buttons[0])
    qtbot.waitUntil(dialog.waiting.isVisible, timeout=WAIT_MS)
    dialog.close()
    settle(actions)
    assert not actions.session.signed_in


def test_an_account_of_another_server_has_no_buttons_of_this_one(dialog, cloud_server, qtbot):
    dialog.server.setEditText(cloud_server.address)
    assert dialog.providers.isHidden()
    qtbot.waitUntil(lambda: "row history" in dialog.server_says.text(), timeout=WAIT_MS)
    assert dialog.providers.buttons == []


def picture_of(button):
    return button.icon().pixmap(button.iconSize()).toImage()


def test_the_button_of_a_provider_shows_its_logo(actions, sso_server, qtbot):
    asking = LoginDialog(actions, profile=Profile(sso_server.address, ""))
    qtbot.waitUntil(lambda: bool(asking.providers.buttons), timeout=WAIT_MS)
    (button,) = asking.providers.buttons
    settle(actions)
    (address,) = asking.providers.logos()
    icon, size = theme.logo(actions.known_logo(address), 20, 64)
    assert picture_of(button) == icon.pixmap(size).toImage()
    assert picture_of(button) != theme.icon("link").pixmap(size).toImage()
    asking.close()
    again = LoginDialog(actions, profile=Profile(sso_server.address, ""))
    qtbot.waitUntil(lambda: bool(again.providers.buttons), timeout=WAIT_MS)
    assert picture_of(again.providers.buttons[0]) == icon.pixmap(size).toImage()
    close(again)


def test_a_provider_without_a_logo_keeps_our_picture(dialog, actions):
    settle(actions)
    (button,) = dialog.providers.buttons
    (address,) = dialog.providers.logos()
    dialog.providers.show_logo(address, b"no picture at all")
    assert picture_of(button) == theme.icon("link").pixmap(button.iconSize()).toImage()


def test_a_wide_logo_keeps_its_shape(qgis_app):
    wide = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'
    icon, size = theme.logo(wide, 20, 64)
    assert (size.width(), size.height()) == (40, 20)
    assert not icon.isNull()


# -- several accounts --------------------------------------------------------------------------------


@pytest.fixture
def two(actions, cloud_server):
    """Two accounts that were used, the second in use."""
    first = signed_in(cloud_server, actions).session.profile
    settle(actions)
    second = signed_in(cloud_server, actions).session.profile
    settle(actions)
    return first, second


def test_the_dock_switches_between_accounts(two, actions, bar):
    first, second = two
    current = [text for text, action in entries(bar).items() if action.isChecked()]
    assert len(current) == 1
    assert second.username in current[0]
    other = next(action for text, action in entries(bar).items() if first.username in text)
    other.trigger()
    settle(actions)
    assert actions.session.profile == first
    assert bar.name.whole_text() == first.username


def test_what_one_account_was_told_is_not_shown_to_the_next(cloud_server, anna, saved_project):
    create(anna)
    done(anna, anna.fetch_details(afresh=True))
    assert anna.projects
    assert anna.files
    seen = []
    anna.details_changed.connect(lambda: seen.append(list(anna.files)))
    signed_in(cloud_server, anna)
    assert seen[0] == [], "before anything is asked in the new account's name"
    settle(anna)
    assert anna.projects == []


def test_a_switch_that_fails_leaves_the_account_in_use(two, actions, bar):
    first, second = two
    actions.session.store.save(first, "no longer good")
    bar.screens.switch_to(first)
    settle(actions)
    assert actions.session.profile == second
    assert actions.session.signed_in
    (asking,) = bar.screens._shown
    assert isinstance(asking, LoginDialog)
    assert asking.username.text() == first.username


def test_a_wrong_password_for_another_account_does_not_log_this_one_out(two, actions, cloud_server):
    _first, second = two
    job = actions.jobs.wait(actions.log_in(cloud_server.address, "somebody", "wrong"), 30)
    assert not job.succeeded
    assert actions.session.signed_in
    assert actions.session.profile == second
    assert actions.jobs.wait(actions.refresh_projects(), 30).succeeded


def test_forgetting_an_account_removes_it_with_its_secrets(two, actions):
    first, second = two
    actions.forget_account(first)
    assert actions.session.profiles() == [second]
    assert actions.session.store.load(first) is None
    assert actions.session.store.load(first, SINGLE_SIGN_ON) is None
    assert actions.session.signed_in


def test_forgetting_the_account_in_use_logs_it_out(two, actions):
    first, second = two
    actions.forget_account(second)
    settle(actions)
    assert not actions.session.signed_in
    assert actions.session.profiles() == [first]
    assert actions.session.last_profile() is None


def test_the_options_page_forgets_on_apply_only(two, actions, qtbot):
    first, second = two
    page = OptionsPage(actions)
    page.show()
    assert page.accounts.choose(first.key)
    click(qtbot, page.remove)
    assert first in actions.session.profiles()
    page.apply()
    assert actions.session.profiles() == [second]
    close(page)


def test_what_is_not_to_be_kept_is_not_kept(actions, cloud_server):
    name = cloud_server.create_user("fleeting")
    actions.jobs.wait(actions.log_in(cloud_server.address, name, cloud_server.password, remember=False), 30)
    settle(actions)
    assert actions.session.store.load(actions.session.profile) is None
    assert actions.continue_as(actions.session.profile) is None
