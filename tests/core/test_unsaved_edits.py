# SPDX-License-Identifier: GPL-2.0-or-later
"""Someone goes on editing in QGIS while a sync runs: what is saved afterwards goes to the row it was meant for."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from qfieldcloud_plugin.core.open_project import OpenProject
from tests.engine.sync.conftest import Office, Person
from tests.engine.sync.folder_remote import OURS
from tests.engine.sync.survey import GPKG, PROJECT, make_survey, rows

pytestmark = pytest.mark.qgis


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path, OURS)
    make_survey(tmp_path / "ann")
    assert office.person("ann").syncs().complete
    assert office.person("ben").syncs().complete
    return office


@pytest.fixture
def ben(office: Office) -> Person:
    """Ann and Ben each planted a sixth tree; Ann's is on the server."""
    ann, ben = office.person("ann"), office.person("ben")
    ann.edits("INSERT INTO trees (species) VALUES ('of ann')")
    assert ann.syncs().complete
    ben.edits("INSERT INTO trees (species) VALUES ('of ben')")
    return ben


@pytest.fixture
def opened(qgis_app, ben: Person) -> Iterator[OpenProject]:
    project = QgsProject()
    project.setFileName(str(ben.folder / PROJECT))
    layer = QgsVectorLayer(f"{ben.folder / GPKG}|layername=trees", "Trees", "ogr")
    assert layer.isValid()
    project.addMapLayer(layer)
    opened = OpenProject(project)
    opened.watch()
    yield opened
    opened.unwatch()
    project.clear()


def test_an_unsaved_edit_of_a_row_is_not_saved_to_another_row_that_took_its_key(ben, opened):
    (layer,) = opened.vector_layers()
    assert layer.startEditing()
    species = layer.fields().indexOf("species")
    assert layer.changeAttributeValue(6, species, "of ben, taller")
    (waiting,) = ben.syncs().waiting
    assert (waiting.name, waiting.error) == (GPKG, "file_in_use")
    assert layer.commitChanges(), layer.commitErrors()
    assert ben.syncs().complete
    found = {name for name, _ in ben.rows().values()}
    assert {"of ann", "of ben, taller"} <= found
    assert "of ben" not in found


def test_what_moves_no_row_travels_while_somebody_edits(office, ben, opened):
    (layer,) = opened.vector_layers()
    assert layer.startEditing()
    assert layer.changeAttributeValue(1, layer.fields().indexOf("species"), "ash")
    ben.edits("DELETE FROM trees WHERE fid = 6", "UPDATE trees SET height = 7 WHERE fid = 2")
    assert ben.syncs().complete
    assert rows(office.server.latest(GPKG))[2] == ("oak 2", 7.0)
    assert layer.commitChanges(), layer.commitErrors()
    assert ben.rows()[1][0] == "ash"


@pytest.mark.parametrize("end", ["commitChanges", "rollBack", "removed"])
def test_when_the_edits_are_written_or_discarded_rows_get_their_numbers(ben, opened, end):
    (layer,) = opened.vector_layers()
    assert layer.startEditing()
    assert layer.changeAttributeValue(1, layer.fields().indexOf("species"), "ash")
    assert ben.syncs().waiting
    if end == "removed":
        opened.project.removeMapLayer(layer.id())
    else:
        assert getattr(layer, end)()
    assert ben.syncs().complete
    assert {"of ann", "of ben"} <= {name for name, _ in ben.rows().values()}
