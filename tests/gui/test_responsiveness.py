# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS stays usable while a large layer syncs: the main thread is never held for long, and memory comes back."""

from __future__ import annotations

import sqlite3
import time

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer

from qfieldcloud_plugin.core.actions import Actions
from qfieldcloud_plugin.gui.dock.dock import CloudDock
from qfieldcloud_plugin.gui.messages import MessageBridge
from qfieldcloud_plugin.gui.screens import Screens

from .test_dialogs import Desk, QgsMessageBar
from .test_first_light import create, done, take_project

pytestmark = [pytest.mark.qgis, pytest.mark.slow]

ROWS = 100_000


class Heartbeat:
    """Notes the longest time between two turns of the event loop."""

    def __init__(self):
        self.longest = 0.0
        self._last = time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self):
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def stop(self):
        self._timer.stop()
        return self.longest


def fill(path):
    """Many rows beside the three bridges, counted by OGR's own triggers."""
    connection = sqlite3.connect(path)
    with connection:
        connection.executemany(
            "INSERT INTO visits (bridge, note) VALUES (?, ?)", ((at % 3, f"visit {at}") for at in range(ROWS))
        )
    connection.close()


def change(path, count):
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE visits SET note = note || '!' WHERE fid <= ?", (count,))
    connection.close()


@pytest.mark.timeout(300)
def test_the_main_thread_is_not_held_while_a_hundred_thousand_features_sync(
    anna, saved_project, tmp_path, record_property
):
    fill(anna.open_project.folder / "data.gpkg")
    project_id = create(anna)
    second = Actions(QgsProject())
    second.begin()
    second.jobs.wait(second.log_in_with_token(anna.session.client.address, anna.session.client.token), 30)
    take_project(second, project_id, tmp_path / "second")
    change(second.open_project.folder / "data.gpkg", 3000)
    done(second, second.sync(), 120)
    desk = Desk()
    dock = CloudDock(anna, Screens(anna, desk, MessageBridge(anna, QgsMessageBar())), desk.window)
    dock.show()
    change(anna.open_project.folder / "data.gpkg", 0)
    heart = Heartbeat()
    report = done(anna, anna.sync(), 120)
    longest = heart.stop()
    second.end()
    desk.window.close()
    record_property("longest_ms", round(longest * 1000))
    print(f"main thread held for at most {longest * 1000:.0f} ms")
    assert report.rows_down == 3000
    # The promise is 100 ms on an idle machine; a loaded one gets some air, and a real block lasts seconds.
    assert longest < 1.0
