# SPDX-License-Identifier: GPL-2.0-or-later
"""Asking for jobs and watching them over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.projects import secret_values
from qfieldcloud_server.projects.models import Project, Secret
from tests.server.field_work import Survey, run_jobs

NO_ID = "00000000-0000-4000-8000-000000000000"


def ask(survey: Survey, **body: Any) -> Any:
    return survey.client.post(
        "/api/v1/jobs/", {"project_id": str(survey.project.pk), "type": "package"} | body
    )


def test_a_package_job_is_new_or_the_one_that_waits(survey: Survey) -> None:
    first = ask(survey)
    assert first.status_code == 201
    second = ask(survey)
    assert (second.status_code, second.json()["id"]) == (200, first.json()["id"])
    forced = ask(survey, force=1)
    assert (forced.status_code, forced.json()["id"] == first.json()["id"]) == (201, False)
    run_jobs()
    assert ask(survey).status_code == 201


def test_nobody_waits_for_a_package_made_with_other_secrets_than_their_own(
    survey: Survey, person: Callable[..., User], api: Callable[..., Any]
) -> None:
    people = {"alice": survey}
    for name in ("bob", "carol", "dora"):
        who = person(name)
        survey.project.collaborators.create(collaborator=who, role="editor")
        people[name] = Survey(api(who), survey.project)
    bob = User.objects.get(username="bob")
    value = secret_values.encrypt("what only bob may know")
    Secret.objects.create(name="KEY", type="envvar", value=value, project=survey.project, assigned_to=bob)
    first = {name: ask(people[name]).json()["id"] for name in ("bob", "alice", "carol")}
    assert first["bob"] != first["alice"] == first["carol"]
    again = {name: ask(view) for name, view in people.items()}
    assert {answer.status_code for answer in again.values()} == {200}
    assert {name: answer.json()["id"] for name, answer in again.items()} == first | {"dora": first["alice"]}


def test_with_secrets_of_ones_own_nobody_elses_package_is_waited_for(
    survey: Survey, person: Callable[..., User], api: Callable[..., Any]
) -> None:
    others = ask(survey).json()["id"]
    bob = person("bob")
    survey.project.collaborators.create(collaborator=bob, role="editor")
    value = secret_values.encrypt("what only bob may know")
    Secret.objects.create(name="KEY", type="envvar", value=value, project=survey.project, assigned_to=bob)
    answer = ask(Survey(api(bob), survey.project))
    assert (answer.status_code, answer.json()["id"] == others) == (201, False)


def test_a_job_tells_everything_and_a_list_less(survey: Survey) -> None:
    job = ask(survey).json()
    assert set(job) == {
        "id", "created_at", "created_by", "finished_at", "project_id", "started_at", "status", "type", "updated_at",
        "feedback", "output",
    }  # fmt: skip
    assert job["created_by"] == survey.project.owner_id
    run_jobs()
    listed = survey.client.get("/api/v1/jobs/", {"project_id": str(survey.project.pk)}).json()
    assert [j["type"] for j in listed] == ["process_projectfile", "package"]
    assert set(job) - set(listed[0]) == {"feedback", "output"}


@pytest.mark.parametrize(
    "body", [{"type": "nope"}, {"type": ""}, {"type": None}, {"type": ["package"]}, {"force": "x"}]
)
def test_a_wrong_request_is_told_so(survey: Survey, body: dict[str, Any]) -> None:
    assert ask(survey, **body).status_code == 400


@pytest.mark.parametrize(("wanted", "status"), [("", 404), ("abc", 400), (NO_ID, 404), (7, 400), ([], 404)])
def test_a_wrong_project_is_told_so(survey: Survey, wanted: Any, status: int) -> None:
    assert ask(survey, project_id=wanted).status_code == status


@pytest.mark.parametrize("body", [[], "x", 7, None])
def test_a_body_that_is_no_object_is_told_so(survey: Survey, body: Any) -> None:
    assert survey.client.post("/api/v1/jobs/", body, format="json").status_code in (400, 404)


def test_create_project_is_no_job_to_ask_for(survey: Survey) -> None:
    assert ask(survey, type="create_project").status_code == 400


def test_applying_nothing_is_told_so(survey: Survey) -> None:
    assert ask(survey, type="delta_apply").json()["code"] == "no_deltas_to_apply"


def test_unknown_jobs(survey: Survey) -> None:
    assert survey.client.get(f"/api/v1/jobs/{uuid4()}/").status_code == 404
    assert survey.client.get("/api/v1/jobs/abc/").status_code == 400
    job = ask(survey).json()
    assert survey.client.delete(f"/api/v1/jobs/{job['id']}/").status_code == 405


def test_who_may_ask_for_what(survey: Survey, person: Callable[..., User], api: Callable[..., Any]) -> None:
    rob, mal = person("rob"), person("mal")
    survey.project.collaborators.create(collaborator=rob, role="reader")
    reader, stranger = Survey(api(rob), survey.project), Survey(api(mal), survey.project)
    assert ask(reader).status_code == 201
    assert ask(reader, type="process_projectfile").status_code == 403
    assert ask(reader, type="delta_apply").status_code == 403
    assert ask(stranger).status_code == 403
    assert ask(Survey(api(), survey.project)).status_code == 401
    Project.objects.update(is_public=True)
    assert ask(stranger).status_code == 200


def test_accounts_that_cannot_package(survey: Survey) -> None:
    owner = survey.project.owner
    owner.quota_bytes = 1
    owner.save()
    assert ask(survey).json()["code"] == "over_quota"
    Project.objects.update(project_type="template")
    assert ask(survey).status_code == 403
