# SPDX-License-Identifier: GPL-2.0-or-later
"""A delta file is stored before it is answered, whatever is in it and however often it comes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from qfieldcloud_server.deltas import selectors
from qfieldcloud_server.deltas.job import _take as take
from qfieldcloud_server.deltas.models import Delta, DeltaFile
from qfieldcloud_server.files.storage import blob_store
from qfieldcloud_server.jobs import execution
from qfieldcloud_server.projects.models import Project
from tests.server.field_work import Survey, create, delete, patch, run_jobs

OAK = {"fid": 1, "species": "oak", "height": 10.0}


def stored(record: DeltaFile) -> bytes:
    with blob_store().open(record.blob_id) as file:
        return file.read()


def test_the_file_is_kept_byte_for_byte(survey: Survey) -> None:
    data = json.dumps(
        {
            "version": "1.0",
            "id": str(uuid4()),
            "project": str(survey.project.pk),
            "files": [],
            "deltas": [],
            "x": "é",
        },
        indent=7,
    ).encode()
    answer = survey.push_bytes(data)
    assert (answer.status_code, answer.content) == (200, b"")
    record = DeltaFile.objects.get()
    assert (stored(record), record.error) == (data, "")


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{nope", b"\xff\xfe", b"[]", b"null", b'"x"', b"{}", b"[" * 100_000,
        b'{"version":"9","id":"a","project":"b","deltas":[],"files":[]}',
    ],
)  # fmt: skip
def test_what_is_no_delta_file_is_refused_and_kept(survey: Survey, data: bytes) -> None:
    answer = survey.push_bytes(data)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_deltafile")
    record = DeltaFile.objects.get()
    assert stored(record) == data
    assert record.error
    assert not Delta.objects.exists()


def test_half_a_delta_file_is_refused_and_kept(survey: Survey) -> None:
    whole = json.dumps(
        {"version": "1.0", "id": str(uuid4()), "project": str(survey.project.pk), "files": [],
         "deltas": [patch(1, OAK, {"height": 11})]}
    ).encode()  # fmt: skip
    assert survey.push_bytes(whole[: len(whole) // 2]).status_code == 400
    assert stored(DeltaFile.objects.get()) == whole[: len(whole) // 2]
    assert survey.push_bytes(whole).status_code == 200
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"]


@pytest.mark.parametrize(
    "wrong",
    [{"uuid": "abc"}, {"clientId": None}, {"method": "drop"}, {"new": {"surprise": 1}}, {"localPk": 7}],
)
def test_one_malformed_delta_refuses_the_file(survey: Survey, wrong: dict[str, Any]) -> None:
    answer = survey.push(patch(1, OAK, {"height": 11}), patch(1, OAK, {"height": 12}) | wrong)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_deltafile")
    assert not Delta.objects.exists()


def test_a_file_of_another_project_is_refused(survey: Survey) -> None:
    answer = survey.push(patch(1, OAK, {"height": 11}), project=str(uuid4()))
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_deltafile")


def test_a_project_without_qgis_file_takes_no_deltas_but_keeps_the_file(
    survey: Survey, project: Callable[..., Project]
) -> None:
    empty = Survey(survey.client, project(survey.project.owner, "empty"))
    answer = empty.push()
    assert (answer.status_code, answer.json()["code"]) == (400, "no_qgis_project")
    assert DeltaFile.objects.get().error


def test_sending_a_file_again_changes_nothing(survey: Survey, tmp_path: Path) -> None:
    file_id, delta = str(uuid4()), create(species="fir")
    for _ in range(3):
        assert survey.push(delta, file_id=file_id).status_code == 200
        run_jobs()
    assert survey.statuses(file_id) == ["STATUS_APPLIED"]
    assert len(survey.rows(tmp_path)) == 4
    assert DeltaFile.objects.count() == 3


def test_known_deltas_in_a_new_file_are_found_under_its_id(survey: Survey) -> None:
    first, second, delta = str(uuid4()), str(uuid4()), patch(1, OAK, {"height": 11})
    survey.push(delta, file_id=first)
    run_jobs()
    survey.push(delta, patch(2, {}, {"height": 1}), file_id=second)
    run_jobs()
    assert [d["deltafile_id"] for d in survey.deltas(second)] == [second, second]
    assert survey.deltas(second)[0]["id"] == delta["uuid"]
    assert survey.statuses(second) == ["STATUS_APPLIED"] * 2
    assert len(survey.deltas(first)) == 1
    assert len(survey.deltas()) == 2


def test_equal_ids_in_two_projects_are_two_deltas(survey: Survey, project: Callable[..., Project]) -> None:
    delta = patch(1, OAK, {"height": 11})
    survey.push(delta)
    other = Survey(survey.client, project(survey.project.owner, "other"))
    Project.objects.filter(pk=other.project.pk).update(the_qgis_file_name="x.qgs")
    assert other.push(delta).status_code == 200
    assert len(other.deltas()) == 1


def test_an_unknown_delta_file_is_an_empty_list(survey: Survey) -> None:
    assert survey.deltas(str(uuid4())) == []


def test_reporters_only_add(
    survey: Survey, person: Callable[..., Any], api: Callable[..., Any], tmp_path: Path
) -> None:
    rita = person("rita")
    survey.project.collaborators.create(collaborator=rita, role="reporter")
    reporter = Survey(api(rita), survey.project)
    reporter.push(create(species="fir"), patch(1, OAK, {"height": 11}), delete(2, {}))
    run_jobs()
    assert reporter.statuses() == ["STATUS_APPLIED", "STATUS_UNPERMITTED", "STATUS_UNPERMITTED"]
    assert len(survey.rows(tmp_path)) == 4


def test_readers_neither_send_nor_read(
    survey: Survey, person: Callable[..., Any], api: Callable[..., Any]
) -> None:
    rob = person("rob")
    survey.project.collaborators.create(collaborator=rob, role="reader")
    reader = Survey(api(rob), survey.project)
    assert reader.push(create()).status_code == 403
    assert reader.client.get(reader.url("deltas")).status_code == 403
    assert not DeltaFile.objects.exists()


def test_an_inactive_owner_keeps_deltas_waiting(
    survey: Survey, person: Callable[..., Any], api: Callable[..., Any]
) -> None:
    eve = person("eve")
    survey.project.collaborators.create(collaborator=eve, role="editor")
    owner = survey.project.owner
    owner.is_active = False
    owner.save()
    editor = Survey(api(eve), survey.project)
    assert editor.push(patch(1, OAK, {"height": 11})).status_code == 200
    assert run_jobs() == []
    assert editor.statuses() == ["STATUS_PENDING"]
    owner.is_active = True
    owner.save()
    assert editor.client.post(f"/api/v1/deltas/apply/{survey.project.pk}/").status_code == 200
    run_jobs()
    assert editor.statuses() == ["STATUS_APPLIED"]


def test_a_full_quota_does_not_keep_field_work_out(survey: Survey) -> None:
    owner = survey.project.owner
    owner.quota_bytes = 1
    owner.save()
    assert survey.push(patch(1, OAK, {"height": 11})).status_code == 200
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"]


def test_nul_characters_are_stripped(survey: Survey, tmp_path: Path) -> None:
    survey.push(patch(1, OAK, {"species": "o\0ak"}))
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"]
    assert survey.rows(tmp_path)[0][1] == "oak"


def test_feedback_is_told_as_json_and_as_python_spells_it(survey: Survey) -> None:
    survey.push(patch(99, {}, {"height": 1}))
    assert survey.deltas()[0]["output"] is None
    run_jobs()
    (delta,) = survey.deltas()
    parts = delta["last_feedback"].pop("msg_parts")
    assert parts["values"] == {"table": "trees", "column": "fid", "key": "99"}, (
        "for clients that translate it"
    )
    assert delta["output"] == repr(delta["last_feedback"])
    assert "None" in delta["output"]


def test_pages_and_order(survey: Survey) -> None:
    survey.push(*(patch(1, OAK, {"height": h}) for h in range(5)))
    answer = survey.client.get(survey.url("deltas"), {"limit": 2, "ordering": "-created_at"})
    assert answer["X-Total-Count"] == "5"
    assert [d["content"]["new"]["attributes"]["height"] for d in answer.json()] == [4, 3]


def test_what_became_of_deltas_can_be_asked_for_without_their_content(survey: Survey) -> None:
    file_id = str(uuid4())
    survey.push(*(patch(1, OAK, {"height": h}) for h in range(3)), file_id=file_id)
    whole = survey.deltas(file_id)
    short = [{key: value for key, value in delta.items() if key != "content"} for delta in whole]
    for query in ({}, {"limit": 9}):
        answer = survey.client.get(survey.url("deltas", f"{file_id}/"), {"content": "0", **query})
        assert answer.json() == short


def test_a_page_takes_as_few_queries_as_the_whole_list(survey: Survey, queries: Callable[[], Any]) -> None:
    survey.push(*(patch(1, OAK, {"height": h}) for h in range(50)))
    with queries() as seen:
        assert len(survey.client.get(survey.url("deltas"), {"limit": 40}).json()) == 40
    assert len(seen) <= 6


def test_listing_takes_few_queries(survey: Survey, queries: Callable[[], Any]) -> None:
    survey.push(*(patch(1, OAK, {"height": h}) for h in range(50)))
    with queries() as seen:
        assert len(survey.deltas()) == 50
    assert len(seen) <= 4


def test_many_deltas_are_stored_with_few_queries(survey: Survey, queries: Callable[[], Any]) -> None:
    deltas = [patch(1, OAK, {"height": height}) for height in range(1500)]
    with queries() as seen:
        survey.push(*deltas)
    assert len(seen) < 30
    kept = list(Delta.objects.order_by("id"))
    assert [delta.content for delta in kept] == deltas
    assert [str(delta.uuid) for delta in kept] == [delta["uuid"] for delta in deltas]


def test_two_forms_of_a_delta_in_one_file_are_kept_and_the_last_is_told(survey: Survey) -> None:
    file_id, first = str(uuid4()), patch(1, OAK, {"height": 11})
    later = first | {"new": {"attributes": {"height": 12}}}
    survey.push(first, patch(2, {}, {"height": 1}), later, later, file_id=file_id)
    assert [delta["content"]["new"]["attributes"]["height"] for delta in survey.deltas(file_id)] == [1, 12]
    assert sorted(Delta.objects.filter(uuid=first["uuid"]).values_list("revision", flat=True)) == [0, 1]


def test_what_comes_while_a_job_begins_waits_for_the_next_one(survey: Survey) -> None:
    survey.push(patch(1, OAK, {"height": 11}))
    job = execution.next_job()
    assert job
    first = take(job)
    survey.push(patch(1, OAK, {"height": 12}))
    assert survey.statuses() == ["STATUS_BUSY", "STATUS_PENDING"]
    assert take(job)[: len(first)] == first, "a job that starts again has what it had taken"


def test_a_page_of_more_deltas_than_a_statement_takes_values(survey: Survey) -> None:
    survey.push(*(patch(1, OAK, {"height": height}) for height in range(950)))
    told = survey.client.get(survey.url("deltas"), {"limit": 940, "ordering": "-created_at"}).json()
    assert [delta["content"]["new"]["attributes"]["height"] for delta in told] == list(range(949, 9, -1))


def test_the_newest_deltas_are_found_without_sorting_all(survey: Survey) -> None:
    newest = selectors.deltas_of(survey.project, "-created_at").values_list("pk")[:20]
    if connection.vendor == "sqlite":
        assert "deltas_by_age" in newest.explain()
        assert "TEMP B-TREE" not in newest.explain()
