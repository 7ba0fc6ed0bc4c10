# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects get thumbnails, drawn by QGIS when nothing waits; and the doctor knows whether it could."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from qfieldcloud_server.doctor import inside
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.qgis_helper.drawing import draw_next
from qfieldcloud_server.qgis_helper.models import Drawing
from tests.data.simple_projects import SimpleProject
from tests.server.field_work import COLUMNS, ROWS, Survey, run_jobs


def make_project(folder: Path) -> SimpleProject:
    made = SimpleProject(folder)
    # QGIS gives another id to a layer whose own is as short as those of other tests.
    made.table_layer("trees", ROWS, columns=COLUMNS, id="trees_0123456789")
    return made


@pytest.fixture
def drawn_survey(
    person: Callable[..., Any], project: Callable[..., Any], api: Callable[..., Any], tmp_path: Path
) -> Survey:
    alice = person("alice")
    survey = Survey(api(alice), project(alice, "trees"))
    make_project(tmp_path / "survey").save()
    survey.upload_folder(tmp_path / "survey")
    run_jobs()
    return survey


def thumbnail(survey: Survey) -> bytes:
    answer = survey.client.get(f"/api/v1/files/thumbnails/{survey.project.pk}/")
    return answer.content if answer.status_code == 200 else b""


def test_a_project_without_a_thumbnail_gets_one_and_a_new_one_when_its_file_changes(
    helper: Any, drawn_survey: Survey, tmp_path: Path
) -> None:
    assert thumbnail(drawn_survey) == b""
    assert draw_next()
    first = thumbnail(drawn_survey)
    with Image.open(io.BytesIO(first)) as picture:
        assert picture.size == (100, 100)
        assert len(picture.convert("RGB").getcolors()) > 1, "the trees are there"
    assert not draw_next()
    changed = make_project(tmp_path / "changed")
    changed.extra = "<!-- another state -->"
    drawn_survey.upload("project.qgs", changed.xml().encode())
    run_jobs()
    assert draw_next()
    assert Drawing.objects.get().problem == ""
    assert not draw_next()


def test_a_picture_that_somebody_uploaded_stays(helper: Any, drawn_survey: Survey) -> None:
    out = io.BytesIO()
    Image.new("RGB", (100, 100), "red").save(out, "PNG")
    out.seek(0)
    out.name = "red.png"
    url = f"/api/v1/projects/{drawn_survey.project.pk}/thumbnail/"
    assert drawn_survey.client.post(url, {"thumbnail": out}, format="multipart").status_code == 204
    before = thumbnail(drawn_survey)
    assert draw_next()
    assert thumbnail(drawn_survey) == before
    assert not draw_next()


def test_what_cannot_be_drawn_is_tried_once(helper: Any, drawn_survey: Survey) -> None:
    drawn_survey.client.delete(drawn_survey.url("files", "data.gpkg/"))
    run_jobs()
    assert draw_next()
    assert "no layer is shown" in Drawing.objects.get().problem
    assert not draw_next()


def test_without_a_helper_nothing_is_drawn(drawn_survey: Survey) -> None:
    assert not draw_next()


def test_the_doctor_starts_the_helper(helper: Any, drawn_survey: Survey) -> None:
    assert any("QGIS helper starts (QGIS 3." in finding.what for finding in inside.examine())
    helper.QGIS_PYTHON = "/bin/false"
    assert any("QGIS helper does not start" in finding.what for finding in inside.examine())
    helper.QGIS_PYTHON = ""
    assert not any("QGIS" in finding.what for finding in inside.examine())
    Project.objects.update(has_online_vector_data=True)
    assert any("1 projects have layers in databases" in finding.what for finding in inside.examine())
