# SPDX-License-Identifier: GPL-2.0-or-later
"""What tests of widgets share: real actions against a real server, and real layers in a project folder."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsSettings,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTranslator

from qfieldcloud_plugin.cloud import Client, Network
from qfieldcloud_plugin.core.actions import Actions
from qfieldcloud_plugin.settings import GROUP

_TEXTS = Path(__file__).resolve().parents[2] / "i18n"
_numbers = itertools.count(1)


@pytest.fixture(scope="session", autouse=True)
def _auth_database(qgis_app):
    """There is no keyring here, so secrets go to QGIS's database, which needs its master password once."""
    QgsApplication.authManager().setMasterPassword("master password of the tests", True)


@contextmanager
def speaking(language, folder):
    """The plugin's texts in a language, compiled from what the checkout has now."""
    program = next(filter(None, map(shutil.which, ("lrelease", "lrelease-qt5", "lrelease-qt6"))), None)
    if program is None:
        pytest.skip("lrelease is missing: apt-get install qttools5-dev-tools")
    compiled = folder / f"{language}.qm"
    subprocess.run([program, "-silent", str(_TEXTS / f"{language}.ts"), "-qm", str(compiled)], check=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def french(qgis_app, tmp_path):
    with speaking("fr", tmp_path):
        yield


@pytest.fixture
def project(qgis_app):
    opened = QgsProject.instance()
    opened.clear()
    yield opened
    opened.clear()


@pytest.fixture
def actions(project):
    QgsSettings().remove(GROUP)
    made = Actions(project)
    made.begin()
    yield made
    made.end()
    made.deleteLater()
    QgsSettings().remove(GROUP)


def signed_in(server, actions, *options):
    """A fresh person of the server, logged in; `options` are those of `createuser`."""
    name = server.create_user(f"anna{next(_numbers)}", *options)
    job = actions.log_in(server.address, name, server.password)
    actions.jobs.wait(job, 30)
    assert job.succeeded, job.error
    return actions


@pytest.fixture
def anna(cloud_server, actions):
    """Signed in as a fresh user."""
    return signed_in(cloud_server, actions)


@pytest.fixture
def second_actions(actions):
    """Another QGIS on the same computer's settings: for a second person at the same time."""
    other = Actions(QgsProject())
    other.begin()
    settle(other)
    yield other
    other.end()


def make_geopackage(path: Path) -> None:
    """Three bridges with a state, and a table of visits without geometry."""
    bridges = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=name:string&field=state:string&field=width:double", "b", "memory"
    )
    for at, name in enumerate(("Mill bridge", "Old bridge", "Rail bridge")):
        feature = QgsFeature(bridges.fields())
        feature.setAttributes([name, "good", 3.5 + at])
        feature.setGeometry(QgsGeometry.fromWkt(f"Point({7 + at / 10} {47 + at / 20})"))
        bridges.dataProvider().addFeature(feature)
    visits = QgsVectorLayer("None?field=bridge:integer&field=note:string", "v", "memory")
    feature = QgsFeature(visits.fields())
    feature.setAttributes([1, "all fine"])
    visits.dataProvider().addFeature(feature)
    for layer, name in ((bridges, "bridges"), (visits, "visits")):
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = name
        if path.exists():
            options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, str(path), QgsProject.instance().transformContext(), options
        )


@pytest.fixture
def saved_project(project, tmp_path):
    """A project with two layers of one GeoPackage, saved in its own folder."""
    folder = tmp_path / "bridges"
    folder.mkdir()
    make_geopackage(folder / "data.gpkg")
    for table in ("bridges", "visits"):
        layer = QgsVectorLayer(f"{folder / 'data.gpkg'}|layername={table}", table.capitalize(), "ogr")
        assert layer.isValid()
        project.addMapLayer(layer)
    project.setTitle("Bridge inspection")
    project.write(str(folder / "bridges.qgs"))
    return project


def settle(actions) -> None:
    """Waits until no job runs any more, also none that another one started."""
    while actions.jobs.running():
        actions.jobs.wait(actions.jobs.running()[0], 60)


def unplug(actions) -> None:
    """From now on nobody answers where the server was."""
    session = actions.session
    nobody = Network(attempts=1, connect_timeout=2)
    session.client = Client(
        "http://127.0.0.1:9/", session.client.token, nobody, username=session.profile.username
    )


def click(qtbot, button) -> None:
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def close(window) -> None:
    """Closes a window that may have deleted itself."""
    if not sip.isdeleted(window):
        window.close()


def rows_of(path: Path, table: str) -> list[tuple]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        return connection.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall()
