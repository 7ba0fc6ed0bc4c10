# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job through the plugin's own actions: create, edit here and elsewhere, sync, decide a conflict."""

from __future__ import annotations

import pytest
from qgis.core import QgsField, QgsProject
from qgis.PyQt.QtCore import QVariant

from qfieldcloud_plugin.core.actions import Actions, ProjectDraft
from qfieldcloud_plugin.core.standing import Step
from qfieldcloud_plugin.engine.sync import Choice, Decision

from .conftest import rows_of

pytestmark = pytest.mark.qgis


def done(actions, job, seconds=60):
    actions.jobs.wait(job, seconds)
    assert job.succeeded, job.error
    while actions.jobs.running():
        actions.jobs.wait(actions.jobs.running()[0], seconds)
    return job.result


def create(actions, name="bridges"):
    project_id = done(actions, actions.create_project_from_open(ProjectDraft(name)))
    assert actions.open_project.project_id == project_id
    return project_id


def edit(project, layer_name, fid, field, value):
    layer = project.mapLayersByName(layer_name)[0]
    assert layer.startEditing()
    assert layer.changeAttributeValue(fid, layer.fields().indexOf(field), value)
    assert layer.commitChanges()


def test_the_open_project_goes_to_the_cloud_and_is_up_to_date(anna, saved_project):
    assert anna.next_step().step is Step.CREATE
    project_id = create(anna)
    assert project_id in {project.id for project in anna.projects}
    assert anna.next_step().step is Step.UP_TO_DATE


def test_saved_edits_are_counted_by_the_button_and_sent_by_the_sync(anna, saved_project):
    create(anna)
    edit(saved_project, "Bridges", 2, "state", "poor")
    done(anna, anna.look())
    step = anna.next_step()
    assert (step.step, step.count_here) == (Step.PUSH, 1)
    report = done(anna, anna.sync())
    assert report.complete, report
    assert report.rows_up == 1
    assert anna.next_step().step is Step.UP_TO_DATE


@pytest.fixture
def second(anna, cloud_server, tmp_path):
    """The same account on another computer: its own QGIS project, its own folder."""
    project = QgsProject()
    other = Actions(project)
    other.begin()
    job = other.log_in_with_token(anna.session.client.address, anna.session.client.token)
    other.jobs.wait(job, 30)
    yield other
    other.end()
    # Its layers must be closed before QGIS is: pytest keeps the last fixture beyond that.
    project.clear()


def take_project(second, project_id, folder):
    done(second, second.download_project(project_id, folder))
    assert second.open_folder(folder)
    assert second.open_project.project_id == project_id


def test_edits_from_two_sides_meet_and_layers_reload_without_closing(anna, saved_project, second, tmp_path):
    project_id = create(anna)
    take_project(second, project_id, tmp_path / "second")
    edit(second.open_project.project, "Bridges", 1, "state", "poor")
    done(second, second.sync())
    edit(saved_project, "Bridges", 1, "width", 9.0)
    bridges = saved_project.mapLayersByName("Bridges")[0]
    repaints = []
    bridges.repaintRequested.connect(lambda: repaints.append(1))
    done(anna, anna.look())
    assert anna.next_step().step is Step.SYNC
    report = done(anna, anna.sync())
    assert report.complete, report
    assert repaints
    assert bridges.getFeature(1)["state"] == "poor"
    assert bridges.getFeature(1)["width"] == 9.0
    done(second, second.sync())
    folder = second.open_project.folder
    assert rows_of(folder / "data.gpkg", "bridges")[0][-1] == 9.0


def add_text_field(project, layer_name, field):
    layer = project.mapLayersByName(layer_name)[0]
    assert layer.dataProvider().addAttributes([QgsField(field, QVariant.String)])
    layer.updateFields()


def test_a_geopackage_that_is_open_in_qgis_is_replaced_and_goes_on_working(
    anna, saved_project, second, tmp_path
):
    take_project(second, create(anna), tmp_path / "second")
    add_text_field(second.open_project.project, "Bridges", "inspected")
    edit(second.open_project.project, "Bridges", 1, "inspected", "in May")
    done(second, second.sync())

    bridges = saved_project.mapLayersByName("Bridges")[0]
    rows = bridges.getFeatures()
    next(rows)  # somebody is reading while the file is replaced
    report = done(anna, anna.sync())
    assert report.complete, report
    rows.close()
    del rows
    assert bridges.isValid()
    assert bridges.getFeature(1)["inspected"] == "in May"
    edit(saved_project, "Bridges", 1, "inspected", "in June")
    assert rows_of(anna.open_project.folder / "data.gpkg", "bridges")[0][-1] == "in June"


def make_conflict(anna, saved_project, second, folder):
    take_project(second, create(anna), folder)
    edit(second.open_project.project, "Bridges", 3, "state", "theirs")
    done(second, second.sync())
    edit(saved_project, "Bridges", 3, "state", "mine")
    report = done(anna, anna.sync())
    assert [(c.base, c.mine, c.theirs) for c in report.conflicts] == [("good", "mine", "theirs")]


def test_a_conflict_becomes_the_next_step_and_is_decided(anna, saved_project, second, tmp_path):
    make_conflict(anna, saved_project, second, tmp_path / "second")
    assert anna.next_step().step is Step.RESOLVE
    (conflict,) = anna.conflicts()
    report = done(anna, anna.resolve([Decision(conflict.id, Choice.THEIRS)]))
    assert report.complete, report
    assert saved_project.mapLayersByName("Bridges")[0].getFeature(3)["state"] == "theirs"
    assert anna.next_step().step is Step.UP_TO_DATE


def test_a_resolver_decides_within_one_sync(anna, saved_project, second, tmp_path):
    take_project(second, create(anna), tmp_path / "second")
    edit(second.open_project.project, "Bridges", 3, "state", "theirs")
    done(second, second.sync())
    edit(saved_project, "Bridges", 3, "state", "mine")
    report = done(
        anna, anna.sync(lambda conflicts: [Decision(conflict.id, Choice.MINE) for conflict in conflicts])
    )
    assert report.complete, report
    done(second, second.sync())
    assert second.open_project.project.mapLayersByName("Bridges")[0].getFeature(3)["state"] == "mine"
