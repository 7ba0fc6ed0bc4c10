# SPDX-License-Identifier: GPL-2.0-or-later
"""The built zip in the real `qgis_process`: a scheduled task without a screen finds and runs the algorithms."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess

import pytest

from qfieldcloud_plugin.engine.gpkg import connect
from scripts.install import install

# Debian's wrapper passes an option on that only the desktop knows.
COMMAND = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
pytestmark = pytest.mark.skipif(COMMAND is None, reason="QGIS is not installed")


@pytest.fixture(scope="session")
def qgis_process(plugins_folder, tmp_path_factory):
    return with_plugins(plugins_folder, tmp_path_factory.mktemp("home"))


def with_plugins(plugins_folder, home):
    """Calls qgis_process, which finds plugins in that folder only and has switched ours on."""
    environment = {
        **os.environ,
        "HOME": str(home),
        "QGIS_CUSTOM_CONFIG_PATH": str(home),  # else the settings of the tests around it
        "QGIS_PLUGINPATH": str(plugins_folder),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(home),
    }
    environment.pop("DISPLAY", None)
    environment.pop("PYTHONPATH", None)

    def call(*arguments):
        done = subprocess.run(
            [COMMAND, *arguments], env=environment, capture_output=True, text=True, timeout=100
        )
        return done.returncode, done.stdout + done.stderr

    code, said = call("plugins", "enable", "qfieldcloud_plugin")
    assert code == 0, said
    return call


@pytest.fixture
def two_states(tmp_path):
    first, second = tmp_path / "first.gpkg", tmp_path / "second.gpkg"
    connection = connect_new(first)
    connection.executemany("INSERT INTO trees (name) VALUES (?)", [("oak",), ("beech",)])
    connection.commit()
    connection.close()
    shutil.copyfile(first, second)
    connection = connect(second, write=True)
    connection.execute("UPDATE trees SET name = 'ash' WHERE fid = 1")
    connection.commit()
    connection.close()
    return first, second


def connect_new(path):
    """The smallest GeoPackage: one table without geometry, made by OGR's own words."""
    connection = sqlite3.connect(path)
    connection.executescript(
        "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;"
        "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,"
        " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,"
        " description TEXT);"
        "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,"
        " description TEXT DEFAULT '', last_change DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),"
        " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);"
        "CREATE TABLE trees (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT);"
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('trees', 'attributes', 'trees');"
    )
    return connection


def test_the_algorithms_are_listed(qgis_process):
    code, said = qgis_process("list")
    assert code == 0, said
    assert "qfieldcloud:diffgeopackages" in said
    assert "Traceback" not in said


def test_differences_are_found_and_applied(qgis_process, two_states, tmp_path):
    first, second = two_states
    changes = tmp_path / "x.changes"
    code, said = qgis_process(
        "run", "qfieldcloud:diffgeopackages", f"--BASE={first}", f"--OTHER={second}", f"--OUTPUT={changes}"
    )
    assert code == 0, said
    assert "UPDATED:\t1" in said
    code, said = qgis_process("run", "qfieldcloud:applychanges", f"--CHANGES={changes}", f"--TARGET={first}")
    assert code == 0, said
    connection = connect(first)
    assert connection.execute("SELECT name FROM trees WHERE fid = 1").fetchone()[0] == "ash"
    connection.close()


def test_what_cannot_be_done_ends_with_an_error(qgis_process, tmp_path):
    (tmp_path / "no.qgs").write_text("this is no project")
    code, said = qgis_process(
        "run", "qfieldcloud:checkproject", f"--PROJECT={tmp_path / 'no.qgs'}", "--ACTION=3"
    )
    assert code != 0
    assert "Traceback" not in said
    code, said = qgis_process("run", "qfieldcloud:listprojects")
    assert code != 0
    assert "QFIELDCLOUD_TOKEN" in said


def test_a_checkout_that_is_linked_into_a_profile_works_as_the_zip_does(tmp_path):
    """Its libraries are not in the Python of QGIS."""
    plugins = install(tmp_path / "plugins").parent
    assert install(plugins).is_dir(), "linked again, over what it made itself"
    code, said = with_plugins(plugins, tmp_path / "home")("list")
    assert code == 0, said
    assert "qfieldcloud:syncproject" in said
    assert "Traceback" not in said


def test_a_link_is_not_laid_over_an_installed_plugin(tmp_path):
    mine = tmp_path / "qfieldcloud_plugin" / "__init__.py"
    mine.parent.mkdir()
    mine.write_text("# from the zip")
    with pytest.raises(SystemExit, match="nothing was changed"):
        install(tmp_path)
    assert mine.read_text() == "# from the zip"
