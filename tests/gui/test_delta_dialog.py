# SPDX-License-Identifier: GPL-2.0-or-later
"""A delta that was refused, applied again; and a job of the server with its log."""

from __future__ import annotations

import uuid
from datetime import datetime, timezone

import pytest
from qgis.core import QgsFeature

from qfieldcloud_plugin.engine.delta import PATCH, Delta, DeltaFile, State
from qfieldcloud_plugin.gui.dialogs.payload import PayloadDialog
from qfieldcloud_plugin.gui.dialogs.server_job import ServerJobDialog
from qfieldcloud_plugin.gui.job_log import readable
from qfieldcloud_plugin.gui.rows import delta_node

from .conftest import click, close, settle, unplug
from .test_first_light import create, done

pytestmark = pytest.mark.qgis


@pytest.fixture
def refused(anna, saved_project):
    """What a device sent about a bridge that is not there: its record, as the server keeps it."""
    project_id = create(anna)
    layer = saved_project.mapLayersByName("Bridges")[0]
    delta = Delta(
        uuid=str(uuid.uuid4()),
        method=PATCH,
        local_layer_id=layer.id(),
        source_layer_id=layer.id(),
        local_pk="4",
        source_pk="4",
        client_id=str(uuid.uuid4()),
        old=State(attributes={"state": "good"}),
        new=State(attributes={"state": "closed"}),
    )
    file = DeltaFile(id=str(uuid.uuid4()), project=project_id, deltas=(delta,))
    client = anna.session.client
    client.deltas.push(project_id, file.to_bytes())
    for job in client.jobs.list(project_id):
        if job.type == "delta_apply":
            anna.jobs.wait(anna.server_job(job.id), 20)
    (record,) = wait_until_settled(client, project_id, file.id)
    assert record.state == "not_applied"
    return record


def wait_until_settled(client, project_id, file_id):
    found = client.deltas.of_file(project_id, file_id)
    while any(record.state in ("pending", "busy") for record in found):
        found = client.deltas.of_file(project_id, file_id)
    return found


@pytest.fixture
def dialog(anna, refused, qtbot):
    shown = PayloadDialog(refused, None, anna)
    shown.show()
    yield shown
    close(shown)


def test_a_refused_delta_tells_why_and_what_was_sent(dialog):
    assert "not applied" in dialog.state.text()
    assert dialog.notice.isVisible()
    assert '"closed"' in dialog.text.toPlainText()


def test_a_refusal_is_said_in_the_users_language(french, refused, anna):
    shown = PayloadDialog(refused, None, anna)
    assert (
        shown.notice.text()
        == "Entité introuvable\u00a0: rien dans «\u00a0bridges\u00a0» n'a «\u00a0fid\u00a0» = '4'."
    )
    assert "#4" in delta_node(refused).title
    assert "Entité introuvable" in delta_node(refused).subtitle
    close(shown)


def test_the_log_of_a_job_is_said_in_the_users_language_and_time(french):
    log = "::<<<::7 Apply Deltas\n12:33:40 1 delta in 0.022 s: 1 not_applied\n::>>>::7 2\n12:33:41 Some other words."
    day = datetime(2026, 11, 21, 12, 33, tzinfo=timezone.utc)
    here = day.astimezone().strftime("%H:33")
    assert readable(log, day).splitlines() == [
        "▸ Application des modifications",
        f"{here}:40  1 modification en moins de 0,1 s\u00a0: non appliqué 1",
        f"{here}:41  Some other words.",
    ]


def test_it_is_applied_again_once_the_reason_is_gone(dialog, anna, saved_project, qtbot):
    layer = saved_project.mapLayersByName("Bridges")[0]
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setAttributes([4, "New bridge", "good", 4.0])
    assert layer.addFeature(feature)
    assert layer.commitChanges()
    done(anna, anna.sync())
    click(qtbot, dialog.again)
    settle(anna)
    assert "applied" in dialog.state.text()
    assert not dialog.again.isVisible()
    done(anna, anna.sync())
    assert {one["name"]: one["state"] for one in layer.getFeatures()}["New bridge"] == "closed"


def test_what_is_refused_again_can_be_tried_again(dialog, anna, qtbot):
    click(qtbot, dialog.again)
    settle(anna)
    assert "not applied" in dialog.state.text()
    assert dialog.again.isEnabled()


def test_a_server_that_is_down_leaves_the_delta_as_it_was(dialog, anna, qtbot):
    unplug(anna)
    click(qtbot, dialog.again)
    settle(anna)
    assert "No connection" in dialog.notice.text()
    assert dialog.again.isEnabled()


def test_a_job_shows_its_log_and_how_it_ended(anna, refused, qtbot):
    job = next(job for job in anna.session.client.jobs.list(anna.open_project.project_id) if job.ended)
    shown = ServerJobDialog(anna, job)
    shown.show()
    qtbot.waitUntil(lambda: bool(shown.log.toPlainText()), timeout=20000)
    assert "finished" in shown.state.text()
    close(shown)


def test_a_job_that_cannot_be_asked_about_is_told(anna, refused, qtbot):
    job = anna.session.client.jobs.list(anna.open_project.project_id)[0]
    unplug(anna)
    shown = ServerJobDialog(anna, job)
    shown.show()
    qtbot.waitUntil(shown.notice.isVisible, timeout=20000)
    assert "No connection" in shown.notice.text()
    close(shown)
