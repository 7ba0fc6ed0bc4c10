# SPDX-License-Identifier: GPL-2.0-or-later
"""The built zip in a real QGIS desktop: in, out and in again, as the plugin manager does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.demo.desktop import Desktop
from scripts.demo.server import CompanionServer

COMMANDS = Path(__file__).with_name("plugin_commands.py")
LEFTOVERS = Path(__file__).with_name("plugin_leftovers.py")
PASSWORD = "a day of work"  # pragma: allowlist secret
PLUGIN = "qfieldcloud_plugin"


@pytest.fixture
def desktop(built_zip, tmp_path):
    with Desktop(tmp_path, built_zip, COMMANDS, load=False) as running:
        yield running


def test_it_comes_and_goes_without_a_trace(desktop):
    before = desktop.call("inventory")

    desktop.call("load_plugin", name=PLUGIN)
    loaded = desktop.call("inventory")
    assert len(loaded["docks"]) == len(before["docks"]) + 1
    assert len(loaded["toolbars"]) == len(before["toolbars"]) + 1
    assert len(loaded["plugin menu"]) == len(before["plugin menu"]) + 1

    desktop.call("unload")
    assert desktop.call("inventory") == before
    assert not desktop.call("is_remembered")


def test_it_comes_back_as_it_was(desktop):
    desktop.call("load_plugin", name=PLUGIN)
    first, algorithms = desktop.call("inventory"), desktop.call("algorithms")
    for _ in range(2):
        desktop.call("unload")
        desktop.call("load_plugin", name=PLUGIN)
    assert desktop.call("inventory") == first
    assert desktop.call("algorithms") == algorithms


def test_qgis_forgets_every_module_so_that_an_upgrade_is_whole(desktop):
    desktop.call("load_plugin", name=PLUGIN)
    assert f"{PLUGIN}._vendor.keyring" in desktop.call("modules")
    desktop.call("unload")
    assert desktop.call("modules") == []


def test_its_libraries_are_its_own(desktop):
    before = set(desktop.call("top_level_modules"))
    desktop.call("load_plugin", name=PLUGIN)
    ours = {"keyring", "jaraco", "secretstorage", "jeepney", "win32ctypes", "sqlite_utils", "sqlite_fts4"}
    assert not ours & (set(desktop.call("top_level_modules")) - before)


@pytest.fixture
def server(tmp_path):
    with CompanionServer(tmp_path / "server") as running:
        running.add_person("anna", PASSWORD)
        yield running


def test_it_leaves_nothing_behind_after_a_day_of_work(built_zip, server, tmp_path):
    with Desktop(tmp_path, built_zip, LEFTOVERS, load=False, language="de") as desktop:
        desktop.call("make_project", folder=tmp_path / "survey")
        before = desktop.call("inventory")

        desktop.call("load_plugin", name=PLUGIN)
        fresh = desktop.call("inventory")
        assert fresh["translation"] != before["translation"]
        assert len(fresh["layer menu"]) > len(before["layer menu"])
        used = desktop.call("use", server=server.url, username="anna", password=PASSWORD)
        assert all(len(used[where]) == len(before["pages"][where]) + 1 for where in used)

        assert desktop.call("unnamed_controls") == []

        desktop.call("stop_in_the_middle")
        after = desktop.call("inventory")
        assert {key: value for key, value in after.items() if value != before[key]} == {}
        assert not desktop.call("is_remembered")
        assert desktop.call("modules") == []
