# SPDX-License-Identifier: GPL-2.0-or-later
"""Deltas become new versions of GeoPackages, each with its own result."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from qfieldcloud_plugin.engine.gpkg import connect
from qfieldcloud_server.deltas import former_columns, services
from qfieldcloud_server.deltas import job as apply_job
from qfieldcloud_server.deltas.models import Delta
from qfieldcloud_server.files.models import Version
from qfieldcloud_server.projects.models import Project
from tests.data.simple_projects import make_table
from tests.server.field_work import ROWS, Survey, create, delete, make_survey, patch, run_jobs

OAK = {"fid": 1, "species": "oak", "height": 10.0}


def test_create_patch_and_delete_become_one_new_version(survey: Survey, tmp_path: Path) -> None:
    before = survey.metadata("data.gpkg")
    survey.push(create(species="fir", height=3), patch(1, OAK, {"height": 11}), delete(2, {"fid": 2}))
    (job,) = run_jobs()
    assert job.status == "finished"
    assert survey.statuses() == ["STATUS_APPLIED"] * 3
    assert survey.rows(tmp_path) == [(1, "oak", 11.0), (3, "elm", 8.0), (4, "fir", 3.0)]
    after = survey.metadata("data.gpkg")
    assert len(after["versions"]) == 2
    assert after["versions"][1] == before["versions"][0] | {"is_latest": False}
    assert Version.objects.get(pk=after["versions"][0]["version_id"]).origin == Version.Origin.DELTAS


def test_a_row_made_on_a_device_is_found_by_its_key_there(survey: Survey, tmp_path: Path) -> None:
    survey.push(create("900", species="fir"), patch("900", {"species": "fir"}, {"height": 5}, sourcePk=""))
    run_jobs()
    survey.push(patch("900", {"species": "fir"}, {"species": "yew"}, sourcePk=""))
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"] * 3
    assert survey.rows(tmp_path)[-1] == (4, "yew", 5.0)
    assert [delta["last_feedback"]["modified_pk"] for delta in survey.deltas()] == [4, 4, 4]


def test_one_bad_delta_takes_no_other_down(survey: Survey, tmp_path: Path) -> None:
    unknown = patch(1, OAK, {"height": 1}, localLayerId="nowhere", sourceLayerId="nowhere")
    survey.push(patch(99, {}, {"height": 1}), unknown, patch(3, {}, {"height": 9}))
    run_jobs()
    assert survey.statuses() == ["STATUS_NOT_APPLIED", "STATUS_NOT_APPLIED", "STATUS_APPLIED"]
    assert survey.rows(tmp_path)[2] == (3, "elm", 9.0)


def test_nothing_applied_makes_no_version(survey: Survey) -> None:
    survey.push(patch(99, {}, {"height": 1}))
    run_jobs()
    assert len(survey.metadata("data.gpkg")["versions"]) == 1


def test_a_conflict_is_kept_or_overwritten_as_the_project_says(survey: Survey, tmp_path: Path) -> None:
    stale = OAK | {"species": "beech"}
    Project.objects.update(overwrite_conflicts=False)
    survey.push(patch(1, stale, {"height": 77}))
    run_jobs()
    assert survey.statuses() == ["STATUS_CONFLICT"]
    assert survey.deltas()[0]["last_feedback"]["conflicts"]
    assert survey.rows(tmp_path)[0] == (1, "oak", 10.0)
    Project.objects.update(overwrite_conflicts=True)
    survey.push(patch(1, stale, {"height": 77}))
    run_jobs()
    assert survey.statuses()[1] == "STATUS_APPLIED"
    assert survey.rows(tmp_path)[0] == (1, "oak", 77.0)


def test_a_value_that_no_database_stores_keeps_no_delta_from_being_settled(
    survey: Survey, tmp_path: Path
) -> None:
    Project.objects.update(overwrite_conflicts=False)
    strange = make_survey(tmp_path / "strange")
    with closing(connect(strange.folder / "data.gpkg", write=True)) as connection:
        connection.execute("UPDATE trees SET species = 'oa' || char(0) || 'k' WHERE fid = 1")
    survey.upload("data.gpkg", (strange.folder / "data.gpkg").read_bytes())
    survey.push(patch(1, OAK, {"species": "beech"}), patch(3, {}, {"height": 9}))
    run_jobs()
    assert survey.statuses() == ["STATUS_CONFLICT", "STATUS_APPLIED"]
    assert survey.rows(tmp_path)[2] == (3, "elm", 9.0)


def test_a_delta_file_may_refuse_to_overwrite(survey: Survey, tmp_path: Path) -> None:
    survey.push(patch(1, OAK | {"height": 9.0}, {"height": 77}), onConflict="refuse")
    run_jobs()
    assert survey.statuses() == ["STATUS_CONFLICT"]
    assert survey.rows(tmp_path)[0] == (1, "oak", 10.0)


def test_deltas_are_applied_in_the_order_they_were_sent(survey: Survey, tmp_path: Path) -> None:
    for height in range(20, 30):
        survey.push(patch(1, OAK, {"height": height}))
    jobs = run_jobs()
    assert len(jobs) == 1, "whatever waits when a job begins is taken along"
    assert survey.rows(tmp_path)[0] == (1, "oak", 29.0)


def test_applying_makes_the_project_need_packaging(survey: Survey) -> None:
    before = Project.objects.get().data_last_updated_at
    survey.push(patch(1, OAK, {"height": 11}))
    run_jobs()
    assert Project.objects.get().data_last_updated_at > before


def rename_species(survey: Survey, folder: Path, *statements: str) -> None:
    """The office renames a column while devices are in the field, and uploads the file."""
    path = folder / "renamed.gpkg"
    path.write_bytes(survey.download("data.gpkg"))
    with closing(connect(path, write=True)) as connection:
        for statement in ("ALTER TABLE trees RENAME COLUMN species TO kind", *statements):
            connection.execute(statement)
    assert survey.upload("data.gpkg", path.read_bytes()).status_code == 201


def test_what_devices_send_follows_a_column_to_its_new_name(survey: Survey, tmp_path: Path) -> None:
    Project.objects.update(overwrite_conflicts=False)
    rename_species(survey, tmp_path)
    survey.upload("data.gpkg", (tmp_path / "renamed.gpkg").read_bytes() + bytes(4096))
    survey.push(
        create(species="fir", height=3), patch(1, OAK, {"species": "yew"}), delete(2, {"species": "ash"})
    )
    survey.push(patch(3, {"species": "not elm", "height": 8.0}, {"height": 1}))
    run_jobs()
    statuses = ["STATUS_APPLIED", "STATUS_APPLIED", "STATUS_APPLIED", "STATUS_CONFLICT"]
    assert survey.statuses() == statuses, "what the device knew of the old name is compared under the new one"
    assert survey.rows(tmp_path, "fid, kind, height") == [(1, "yew", 10.0), (3, "elm", 8.0), (4, "fir", 3.0)]


def test_versions_made_by_deltas_are_not_searched_for_a_column(
    survey: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename_species(survey, tmp_path)
    for height in (11, 12, 13):
        survey.push(patch(1, {"height": height - 1}, {"height": height}))
        run_jobs()
    looks: list[str] = []
    known_as = former_columns._known_as

    def looked(before: Path, after: Path, table: str, column: str) -> str | None:
        looks.append(column)
        return known_as(before, after, table, column)

    monkeypatch.setattr(former_columns, "_known_as", looked)
    survey.push(patch(1, {"species": "oak"}, {"species": "yew"}), patch(2, {}, {"never there": 1}))
    run_jobs()
    assert survey.rows(tmp_path, "kind")[0] == ("yew",)
    assert looks == ["species", "never there"], "in one version of five"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_value_without_a_column_is_never_dropped_in_silence(
    survey: Survey, tmp_path: Path, overwrite: bool
) -> None:
    Project.objects.update(overwrite_conflicts=overwrite)
    rename_species(survey, tmp_path, "UPDATE trees SET kind = 'unknown'")
    survey.push(create(species="fir", height=3), create("101", species=None, height=4))
    run_jobs()
    said = survey.deltas()[0]["last_feedback"]
    assert said["conflicts"] == ['The attribute "species" that has a conflict:\n-None\n+fir']
    assert "no field" in said["msg"]
    assert survey.statuses() == ["STATUS_APPLIED" if overwrite else "STATUS_CONFLICT", "STATUS_APPLIED"]
    heights = [height for _, height in survey.rows(tmp_path, "kind, height")[3:]]
    assert heights == ([3.0, 4.0] if overwrite else [4.0])


def test_a_layer_id_of_an_earlier_project_still_finds_its_table(survey: Survey, tmp_path: Path) -> None:
    renamed = make_survey(tmp_path / "renamed")
    renamed.layers[0].id = "trees_added_again"
    survey.upload("project.qgs", renamed.save().read_bytes())
    run_jobs()
    survey.push(patch(1, OAK, {"height": 11}))
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"]
    assert survey.rows(tmp_path)[0] == (1, "oak", 11.0)


def test_a_layer_that_only_qgis_can_write_waits_and_says_so(survey: Survey, tmp_path: Path) -> None:
    project = make_survey(tmp_path / "more")
    project.layer("parcels", "./parcels.tab")
    survey.upload("project.qgs", project.save().read_bytes())
    survey.upload("parcels.tab", b"not looked at")
    run_jobs()
    survey.push(
        patch(1, {}, {"name": "x"}, localLayerId="parcels_id", sourceLayerId="parcels_id"),
        patch(1, OAK, {"height": 11}),
    )
    (job,) = run_jobs()
    assert job.status == "finished"
    waiting, applied = survey.deltas()
    assert (waiting["status"], applied["status"]) == ("STATUS_PENDING", "STATUS_APPLIED")
    assert "QGIS" in waiting["last_feedback"]["msg"]
    assert run_jobs() == []


def test_an_upload_during_the_job_is_not_overwritten(
    survey: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = tmp_path / "newer" / "data.gpkg"
    make_table(newer, "trees", rows=[*ROWS, (7, None, "new", 1.0)], columns="fid INTEGER PRIMARY KEY AUTOINCREMENT "
               "NOT NULL, geom POINT, species TEXT, height REAL")  # fmt: skip
    uploads = [newer.read_bytes()]
    original = apply_job._adopted

    def upload_first(file: Any) -> str:
        if uploads:
            assert survey.upload("data.gpkg", uploads.pop()).status_code == 201
        return original(file)

    monkeypatch.setattr(apply_job, "_adopted", upload_first)
    survey.push(patch(1, OAK, {"height": 11}))
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"]
    assert survey.rows(tmp_path) == [(1, "oak", 11.0), (2, "ash", 12.5), (3, "elm", 8.0), (7, "new", 1.0)]
    assert len(survey.metadata("data.gpkg")["versions"]) == 3


def test_a_job_that_cannot_start_leaves_deltas_that_can_be_tried_again(
    survey: Survey, tmp_path: Path
) -> None:
    qgs = survey.download("project.qgs")
    survey.upload("project.qgs", b'<qgis version="3.40.0"><projectlayers>')
    run_jobs()
    survey.push(patch(1, OAK, {"height": 11}))
    assert [job.status for job in run_jobs()] == ["failed"]
    assert survey.statuses() == ["STATUS_ERROR"]
    assert "again" in survey.deltas()[0]["last_feedback"]["msg"]
    survey.upload("project.qgs", qgs)
    run_jobs()
    services.retry(Delta.objects.all(), None)
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"]
    assert survey.rows(tmp_path)[0] == (1, "oak", 11.0)


def test_what_has_been_applied_is_never_tried_again(survey: Survey) -> None:
    survey.push(patch(1, OAK, {"height": 11}))
    run_jobs()
    assert services.retry(Delta.objects.all(), None) == 0
    assert run_jobs() == []


def test_an_operator_may_decide_against_a_delta(survey: Survey) -> None:
    survey.push(patch(99, {}, {"height": 1}))
    run_jobs()
    assert services.ignore(Delta.objects.all()) == 1
    assert survey.statuses() == ["STATUS_IGNORED"]


def test_many_deltas_take_few_queries(survey: Survey, queries: Callable[[], Any]) -> None:
    survey.push(*(patch(1, OAK, {"height": height}) for height in range(600)))
    with queries() as seen:
        run_jobs()
    assert len(seen) < 60
    assert set(survey.statuses()) == {"STATUS_APPLIED"}


def test_a_geopackage_of_several_layers_gets_one_version(survey: Survey, tmp_path: Path) -> None:
    project = make_survey(tmp_path / "two")
    project.table_layer("plots", [(1, None, "a")])
    project.save()
    survey.upload_folder(tmp_path / "two")
    run_jobs()
    before = len(survey.metadata("data.gpkg")["versions"])
    survey.push(
        patch(1, OAK, {"height": 11}),
        patch(1, {"name": "a"}, {"name": "b"}, localLayerId="plots_id", sourceLayerId="plots_id"),
    )
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"] * 2
    assert len(survey.metadata("data.gpkg")["versions"]) == before + 1


def test_jobs_tell_what_they_did(survey: Survey) -> None:
    survey.push(patch(1, OAK, {"height": 11}))
    (job,) = run_jobs()
    answer = survey.client.get(f"/api/v1/jobs/{job.pk}/").json()
    feedback = answer["feedback"]
    assert feedback["workflow_id"] == "apply_changes"
    assert [step["stage"] for step in feedback["steps"]] == [2, 2, 2]
    (entry,) = feedback["outputs"]["apply_deltas"]["delta_feedback"]
    assert (entry["status"], entry["modified_pk"]) == ("status_applied", 1)
    assert "1 applied" in answer["output"]
    assert answer["finished_at"] >= answer["started_at"]
    assert timezone.datetime.fromisoformat(answer["finished_at"]).tzinfo
    assert uuid4()
