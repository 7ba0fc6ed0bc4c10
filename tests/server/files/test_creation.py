# SPDX-License-Identifier: GPL-2.0-or-later
"""New projects from others and from seeds."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from qfieldcloud_plugin.engine.project import read_project
from qfieldcloud_server.files.seeding import new_project
from qfieldcloud_server.files.storage import blob_store
from tests.server.field_work import Survey, make_survey, run_jobs

OSM = {
    "url": "https://tile.openstreetmap.org/%7Bz%7D/%7Bx%7D/%7By%7D.png",
    "name": 'O & "S" <M>',
    "style": "standard",
}


def make(survey: Survey, **body: Any) -> Survey:
    answer = survey.client.post("/api/v1/projects/", {"name": "new", **body})
    assert answer.status_code == 201, answer.content
    return Survey(survey.client, type(survey.project).objects.get(pk=answer.json()["id"]))


def test_a_clone_has_the_same_files_without_copying_a_byte(survey: Survey, tmp_path: Path) -> None:
    make_survey(tmp_path / "survey").save()
    survey.upload_folder(tmp_path / "survey")
    survey.upload("DCIM/1.jpg", b"photo")
    run_jobs()
    blobs = set(blob_store().names())
    clone = make(survey, clone_from_project=str(survey.project.pk))
    assert [(job.type, job.status) for job in run_jobs()] == [
        ("create_project", "finished"),
        ("process_projectfile", "finished"),
    ]
    assert {f["name"] for f in clone.client.get(clone.url("files")).json()} == {
        "DCIM/1.jpg", "data.gpkg", "project.qgs"
    }  # fmt: skip
    assert set(blob_store().names()) == blobs
    answer = clone.client.get(f"/api/v1/projects/{clone.project.pk}/").json()
    assert (answer["status"], answer["the_qgis_file_name"]) == ("ok", "project.qgs")
    assert answer["file_storage_bytes"] > 0


def test_a_seed_becomes_a_project_that_reads_well(survey: Survey) -> None:
    seeded = make(survey, seed={"basemap_provider": "osm", "extent": "7.0, 46.0, 8.0, 47.0"})
    assert [job.status for job in run_jobs()] == ["finished", "finished"]
    details = type(seeded.project).objects.get(pk=seeded.project.pk).project_details
    (layer,) = details["layers_by_id"].values()
    assert (layer["is_valid"], layer["provider_name"]) == (True, "wms")
    assert details["crs"] == "EPSG:3857"


def test_a_package_asked_for_right_after_cloning_waits_for_the_clone(survey: Survey, tmp_path: Path) -> None:
    make_survey(tmp_path / "survey").save()
    survey.upload_folder(tmp_path / "survey")
    run_jobs()
    clone = make(survey, clone_from_project=str(survey.project.pk))
    answer = clone.client.post("/api/v1/jobs/", {"project_id": str(clone.project.pk), "type": "package"})
    assert answer.status_code == 201
    assert {job.status for job in run_jobs()} == {"finished"}
    assert clone.client.get(clone.url("packages", "latest/")).status_code == 200


def test_a_form_is_kept_and_said_not_to_be_converted(survey: Survey) -> None:
    form = io.BytesIO(b"PK\x03\x04 not looked at")
    form.name = "form.xlsx"
    answer = survey.client.post(
        "/api/v1/projects/", {"name": "new", "seed": "{}", "xlsform_file": form}, format="multipart"
    )
    assert answer.status_code == 201, answer.content
    (job,) = run_jobs()
    assert (job.status, job.feedback["error_type"]) == ("failed", "UNABLE_TO_CONTINUE")
    assert "XLSForm" in job.feedback["error"]


def test_any_title_and_name_are_escaped(tmp_path: Path) -> None:
    path = tmp_path / "p.qgz"
    path.write_bytes(new_project("a & <b>", [-180, -90, 180, 90], [OSM]))
    read = read_project(path)
    assert read.title == "a & <b>"
    assert [layer.name for layer in read.layers.values()] == ['O & "S" <M>']
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["project.qgs"]
