# SPDX-License-Identifier: GPL-2.0-or-later
"""What a finished sync says of itself: what the button promised, in words that agree with their number."""

from __future__ import annotations

import pytest

from qfieldcloud_plugin.core.actions import ProjectDraft
from qfieldcloud_plugin.core.syncing import sync_summary
from qfieldcloud_plugin.engine.sync import Action, SyncReport
from qfieldcloud_plugin.engine.sync.report import FileOutcome, RowCounts

from .conftest import speaking
from .test_first_light import done, edit

pytestmark = pytest.mark.qgis


@pytest.fixture
def english(qgis_app, tmp_path):
    with speaking("en", tmp_path):
        yield


@pytest.mark.usefixtures("english")
def test_files_that_went_are_told_beside_rows(anna, saved_project):
    done(anna, anna.create_project_from_open(ProjectDraft("bridges")))
    (anna.open_project.folder / "DCIM").mkdir()
    for name in ("1.jpg", "2.jpg"):
        (anna.open_project.folder / "DCIM" / name).write_bytes(name.encode())
    assert sync_summary(done(anna, anna.sync())) == "2 files sent. Everything is up to date."
    edit(saved_project, "Bridges", 1, "state", "poor")
    saved_project.mapLayersByName("Bridges")[0].setName("All bridges")
    assert saved_project.write()
    assert sync_summary(done(anna, anna.sync())) == "1 row and 1 file sent. Everything is up to date."
    assert sync_summary(done(anna, anna.sync())) == "Everything is up to date."


@pytest.mark.usefixtures("french")
def test_one_row_is_not_told_in_the_plural():
    report = SyncReport()
    report.files.append(
        FileOutcome("data.gpkg", Action.MERGE, rows_up={"bridges": RowCounts(1)}, rows_down={})
    )
    assert sync_summary(report) == "Envoyé\u00a0: 1 ligne. Tout est à jour."
