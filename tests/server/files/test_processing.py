# SPDX-License-Identifier: GPL-2.0-or-later
"""The project file is read without QGIS, and what it says is kept with the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from qfieldcloud_server.files import processing
from qfieldcloud_server.files.models import KnownLayer
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.projects.models import Project
from tests.server.field_work import Survey, make_survey, run_jobs


def test_a_good_project_is_ok(survey: Survey, tmp_path: Path) -> None:
    make_survey(tmp_path / "survey").save()
    survey.upload_folder(tmp_path / "survey")
    assert survey.client.get(f"/api/v1/projects/{survey.project.pk}/").json()["status"] == "busy"
    (job,) = run_jobs()
    assert job.status == "finished"
    project = Project.objects.get()
    assert project.project_details["layers_by_id"]["trees_id"]["is_valid"]
    assert project.project_details["attachment_dirs"] == ["DCIM"]
    assert survey.client.get(f"/api/v1/projects/{project.pk}/").json()["status"] == "ok"
    assert KnownLayer.objects.get().table == "trees"


def test_a_broken_project_is_failed_and_says_why(survey: Survey) -> None:
    survey.upload("p.qgs", b'<qgis version="3.22.0"><unclosed></qgis>')
    (job,) = run_jobs()
    assert job.status == "failed"
    feedback = survey.client.get(f"/api/v1/jobs/{job.pk}/").json()["feedback"]
    assert feedback["error_type"] == "INVALID_PROJECT_FILE"
    assert feedback["error"]
    assert [step["stage"] for step in feedback["steps"]] == [2, 1, 0]
    assert survey.client.get(f"/api/v1/projects/{survey.project.pk}/").json()["status"] == "failed"


def test_a_project_that_breaks_is_failed_again(survey: Survey, tmp_path: Path) -> None:
    make_survey(tmp_path / "survey").save()
    survey.upload_folder(tmp_path / "survey")
    run_jobs()
    survey.upload("project.qgs", b'<qgis version="3.22.0"><unclosed></qgis>')
    run_jobs()
    assert Project.objects.get().project_details is None


def test_a_job_without_a_project_file_fails(survey: Survey) -> None:
    survey.client.post("/api/v1/jobs/", {"project_id": str(survey.project.pk), "type": "process_projectfile"})
    (job,) = run_jobs()
    assert (job.status, job.feedback["error_type"]) == ("failed", "FILE_NOT_FOUND")


def test_what_was_read_of_a_replaced_file_is_not_kept(
    survey: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_survey(tmp_path / "survey").save()
    survey.upload_folder(tmp_path / "survey")
    original = processing.read_project

    def replace_first(*args: object, **kwargs: object) -> object:
        read = original(*args, **kwargs)
        monkeypatch.setattr(processing, "read_project", original)
        later = make_survey(tmp_path / "later")
        later.title = "Later"
        survey.upload("project.qgs", later.save().read_bytes())
        return read

    monkeypatch.setattr(processing, "read_project", replace_first)
    assert [job.status for job in run_jobs()] == ["finished", "finished"]
    assert Project.objects.get().project_details["project_name"] == "Later"


def test_names_that_clash_in_a_folder_do_not_stop_the_job(survey: Survey, tmp_path: Path) -> None:
    make_survey(tmp_path / "survey").save()
    survey.upload_folder(tmp_path / "survey")
    for name in ("data.gpkg/x", "a//b", "a/b", "地" * 200):
        assert survey.upload(name, b"1").status_code == 201
    assert [job.status for job in run_jobs()] == ["finished"]


def test_files_of_the_folder_are_the_blobs_and_stay_intact(survey: Survey, tmp_path: Path) -> None:
    make_survey(tmp_path / "survey").save()
    survey.upload_folder(tmp_path / "survey")
    before = survey.metadata("data.gpkg")["sha256"]
    run_jobs()
    from qfieldcloud_server.files.records import damaged

    assert list(damaged()) == []
    assert survey.metadata("data.gpkg")["sha256"] == before
    assert Job.objects.get().output
