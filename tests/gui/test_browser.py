# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's branch of QGIS's browser, in QGIS's own model: accounts, projects, files, layers."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsBrowserModel, QgsLayerItem
from qgis.gui import QgsGui, QgsMessageBar
from qgis.PyQt.QtCore import QModelIndex
from qgis.PyQt.QtWidgets import QApplication, QMenu

from qfieldcloud_plugin.cloud.client import Client
from qfieldcloud_plugin.cloud.network import Network
from qfieldcloud_plugin.gui.browser.items import PROVIDER, FileItem, ProjectItem
from qfieldcloud_plugin.gui.browser.provider import CloudBrowser
from qfieldcloud_plugin.gui.messages import MessageBridge
from qfieldcloud_plugin.gui.screens import Screens

from .test_dialogs import Desk, settle
from .test_first_light import create, done

pytestmark = pytest.mark.qgis


@pytest.fixture
def browser(actions, qgis_app):
    desk = Desk()
    made = CloudBrowser(Screens(actions, desk, MessageBridge(actions, QgsMessageBar())))
    yield made
    if PROVIDER in [one.name() for one in QgsApplication.dataItemProviderRegistry().providers()]:
        made.take_away()
    desk.window.close()


@pytest.fixture
def model(browser):
    made = QgsBrowserModel()
    made.initialize()
    return made


def root(model):
    for at in range(model.rowCount()):
        index = model.index(at, 0, QModelIndex())
        if model.dataItem(index).providerKey() == PROVIDER:
            return index
    return None


def child(model, index, name):
    """The child with this name, once it is there."""
    if model.canFetchMore(index):
        model.fetchMore(index)
    names = names_below(model, index)
    return model.index(names.index(name), 0, index) if name in names else None


def names_below(model, index):
    if model.canFetchMore(index):
        model.fetchMore(index)
    return [model.index(at, 0, index).data() for at in range(model.rowCount(index))]


def test_who_is_not_logged_in_finds_the_way_in(model):
    assert names_below(model, root(model)) == ["Log in…"]


def test_account_projects_files_and_layers_stand_below_each_other(browser, model, anna, saved_project, qtbot):
    create(anna, "city_bridges")
    (account,) = names_below(model, root(model))
    assert account.startswith(anna.session.profile.username)
    index = child(model, root(model), account)
    assert names_below(model, index) == ["city_bridges"]
    index = child(model, index, "city_bridges")
    # The files are on their way, and QGIS does not wait for them.
    assert names_below(model, index) == ["Loading…"]
    qtbot.waitUntil(lambda: "bridges.qgs" in names_below(model, index), timeout=20000)
    # Newer QGIS saves an archive beside a .qgs.
    files = [name for name in names_below(model, index) if name != "bridges_attachments.zip"]
    assert files == ["bridges.qgs", "data.gpkg"]
    data = child(model, index, "data.gpkg")
    assert names_below(model, data) == ["bridges", "visits"]
    layer = model.dataItem(child(model, data, "bridges"))
    assert isinstance(layer, QgsLayerItem)
    assert layer.mimeUris()[0].uri.endswith("data.gpkg|layername=bridges")


def test_folders_of_photos_are_folders(browser, model, anna, saved_project, qtbot):
    photos = anna.open_project.folder / "DCIM" / "2026"
    photos.mkdir(parents=True)
    (photos / "oak.jpg").write_bytes(b"a picture")
    create(anna, "city_bridges")
    index = child(model, root(model), names_below(model, root(model))[0])
    index = child(model, index, "city_bridges")
    names_below(model, index)
    qtbot.waitUntil(lambda: "DCIM" in names_below(model, index), timeout=20000)
    assert names_below(model, child(model, child(model, index, "DCIM"), "2026")) == ["oak.jpg"]


def test_the_menus_offer_what_can_be_done(browser, model, anna, saved_project, qtbot):
    create(anna, "city_bridges")
    index = child(model, root(model), names_below(model, root(model))[0])
    index = child(model, index, "city_bridges")
    project = model.dataItem(index)
    assert isinstance(project, ProjectItem)
    entries = {entry.name: entry for entry in browser.menus.entries(project) if entry is not None}
    assert {"open", "folder", "package", "settings", "copy_link", "refresh"} <= set(entries)
    entries["copy_link"].run()
    name = anna.session.profile.username
    assert QApplication.clipboard().text() == f"{anna.session.client.address}a/{name}/city_bridges/"
    names_below(model, index)
    qtbot.waitUntil(lambda: "data.gpkg" in names_below(model, index), timeout=20000)
    file = model.dataItem(child(model, index, "data.gpkg"))
    assert isinstance(file, FileItem)
    names = [entry.name for entry in browser.menus.entries(file)]
    assert names == ["folder", "download", "copy_link"]
    menu = QMenu()
    browser.menus.populateContextMenu(project, menu, [], None)
    assert len(menu.actions()) == len(browser.menus.entries(project))


def test_a_file_of_any_project_is_downloaded(browser, anna, saved_project, tmp_path):
    project_id = create(anna, "city_bridges")
    (file,) = [one for one in done(anna, anna.browse_project(project_id)) if one.name == "data.gpkg"]
    saved_project.clear()
    done(anna, anna.download_version(file.name, file.version_id, tmp_path / "copy.gpkg", project_id))
    assert (tmp_path / "copy.gpkg").stat().st_size == file.size


def test_an_ended_session_leads_back_to_the_login(browser, model, anna, saved_project, qtbot):
    create(anna, "city_bridges")
    account = child(model, root(model), names_below(model, root(model))[0])
    index = child(model, account, "city_bridges")
    anna.session.client.sign_out()
    names_below(model, index)
    qtbot.waitUntil(lambda: not anna.session.signed_in, timeout=20000)
    account = child(model, root(model), names_below(model, root(model))[0])
    assert names_below(model, account) == ["Log in…"]
    settle(anna)


def test_a_server_that_is_gone_is_said_in_the_tree(browser, model, anna, saved_project, qtbot):
    create(anna, "city_bridges")
    index = child(model, root(model), names_below(model, root(model))[0])
    index = child(model, index, "city_bridges")
    anna.session.client = Client("http://127.0.0.1:9/", "gone", Network(attempts=1))
    names_below(model, index)
    qtbot.waitUntil(lambda: names_below(model, index) != ["Loading…"], timeout=20000)
    (said,) = names_below(model, index)
    assert "127.0.0.1" in said


def test_nothing_of_it_stays_when_it_is_taken_away(actions, model, browser):
    assert root(model) is not None
    providers = QgsApplication.dataItemProviderRegistry()
    browser.take_away()
    assert PROVIDER not in [provider.name() for provider in providers.providers()]
    assert PROVIDER not in [provider.name() for provider in QgsGui.dataItemGuiProviderRegistry().providers()]
    assert root(model) is None
    assert actions.session.receivers(actions.session.changed) == 0
