# SPDX-License-Identifier: GPL-2.0-or-later
"""One project, an area per team: each team downloads its own rows, everybody else the whole, and nothing gets lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db.models import F

from qfieldcloud_plugin.engine.packaging import Area, AreaFor, areas_to_text
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.packages import services
from qfieldcloud_server.packages.models import Download, Package
from tests.server.field_work import Survey, make_survey, patch, run_jobs

OAK, ASH, ELM = ({"fid": n, "species": name} for n, name in ((1, "oak"), (2, "ash"), (3, "elm")))


def around(longitude: float, latitude: float) -> Area:
    x1, y1, x2, y2 = longitude - 0.01, latitude - 0.01, longitude + 0.01, latitude + 0.01
    return Area(f"POLYGON(({x1} {y1}, {x2} {y1}, {x2} {y2}, {x1} {y2}, {x1} {y1}))", "EPSG:4326")


AREAS = [AreaFor("team:south", around(7.1, 46.1)), AreaFor("team:north", around(7.3, 46.3))]


class Field:
    """An organization's project with areas for two teams; anna is in the north, bert in the south, carl in none."""

    def __init__(self, folder: Path, views: dict[str, Survey]) -> None:
        self.folder, self.views = folder, views
        self.upload(AREAS)

    def upload(self, areas: list[AreaFor] | str) -> list[Job]:
        folder = self.folder / str(uuid4())
        project = make_survey(folder)
        text = areas if isinstance(areas, str) else areas_to_text(areas)
        project.entry("qfieldcloud", "areas", "QString", text)
        project.save()
        self.views["olga"].upload_folder(folder)
        jobs = run_jobs()
        assert all(job.status == "finished" for job in jobs)
        return jobs

    def ask(self, name: str) -> Any:
        survey = self.views[name]
        return survey.client.post("/api/v1/jobs/", {"project_id": str(survey.project.pk), "type": "package"})

    def package(self, name: str) -> Job:
        assert self.ask(name).status_code == 201
        (job,) = run_jobs()
        assert job.status == "finished", job.feedback
        return job

    def latest(self, name: str) -> Any:
        return self.views[name].client.get(self.views[name].url("packages", "latest/"))

    def rows(self, name: str) -> list[str]:
        """The species in the package that this person downloads."""
        survey = self.views[name]
        files = [file["name"] for file in self.latest(name).json()["files"]]
        assert "data.gpkg" in files
        path = self.folder / f"{name}.gpkg"
        path.write_bytes(
            b"".join(survey.client.get(survey.url("packages", "latest/files/data.gpkg/")).streaming_content)
        )
        with closing(sqlite3.connect(path)) as connection:
            return [row[0] for row in connection.execute("SELECT species FROM trees ORDER BY fid")]

    def needs(self, name: str) -> bool:
        survey = self.views[name]
        one = survey.client.get(f"/api/v1/projects/{survey.project.pk}/").json()["needs_repackaging"]
        (listed,) = survey.client.get("/api/v1/projects/").json()
        assert listed["needs_repackaging"] == one
        return bool(one)


@pytest.fixture
def people(
    person: Callable[..., Any], organization: Callable[..., Any], team: Callable[..., Any]
) -> dict[str, Any]:
    people = {name: person(name) for name in ("olga", "anna", "ada", "bert", "carl")}
    acme = organization("acme", people["olga"], **dict.fromkeys(("anna", "ada", "bert", "carl"), "member"))
    team(acme, "north", people["anna"], people["ada"])
    team(acme, "south", people["bert"])
    other = organization("other", people["olga"], carl="member")
    team(other, "north", people["carl"])
    return people | {"acme": acme}


@pytest.fixture
def field(
    people: dict[str, Any], project: Callable[..., Any], api: Callable[..., Any], tmp_path: Path
) -> Field:
    roles = dict.fromkeys(("anna", "ada", "bert", "carl"), "editor")
    trees = project(people["acme"], "trees", **roles)
    views = {name: Survey(api(who), trees) for name, who in people.items() if name != "acme"}
    return Field(tmp_path, views)


def test_each_team_downloads_its_own_rows_and_everybody_else_all(field: Field) -> None:
    for name in ("anna", "bert", "carl"):
        field.package(name)
    assert field.rows("anna") == field.rows("ada") == ["elm"]
    assert field.rows("bert") == ["oak"]
    # carl's team north is another organization's, which does not own the project.
    assert field.rows("carl") == field.rows("olga") == ["oak", "ash", "elm"]


def test_a_persons_own_area_wins_over_the_teams(field: Field) -> None:
    field.upload([*AREAS, AreaFor("person:Ada", around(7.2, 46.2))])
    field.package("anna")
    job = field.package("ada")
    assert (field.rows("anna"), field.rows("ada")) == (["elm"], ["ash"])
    assert "person:Ada" in str(job.output)


def test_needs_repackaging_is_told_to_each_person(field: Field) -> None:
    assert all(field.needs(name) for name in field.views)
    field.package("anna")
    assert {name for name in field.views if not field.needs(name)} == {"anna", "ada"}
    field.package("olga")
    assert {name for name in field.views if field.needs(name)} == {"bert"}
    field.package("bert")
    field.views["carl"].push(patch(1, OAK, {"height": 11}))
    run_jobs()
    assert all(field.needs(name) for name in field.views)
    field.package("carl")
    assert {name for name in field.views if field.needs(name)} == {"anna", "ada", "bert"}


def test_what_changed_elsewhere_leaves_a_teams_package_byte_for_byte(field: Field) -> None:
    field.package("anna")
    before = field.latest("anna").json()
    field.package("bert")
    assert field.latest("anna").json() == before, "another team's package takes nothing away"
    field.views["bert"].push(patch(1, OAK, {"height": 11}))
    run_jobs()
    field.package("anna")
    etags = [
        {file["name"]: file["md5sum"] for file in answer["files"]}
        for answer in (before, field.latest("anna").json())
    ]
    assert etags[0] == etags[1]


def test_until_one_is_made_with_a_new_area_the_last_package_stays(field: Field) -> None:
    assert field.latest("ada").json()["code"] == "invalid_job"
    field.package("olga")
    field.upload([*AREAS, AreaFor("person:carl", around(7.2, 46.2))])
    assert field.rows("carl") == ["oak", "ash", "elm"]
    assert field.needs("carl")
    field.package("carl")
    assert field.rows("carl") == ["ash"]
    field.upload([])
    field.package("carl")
    assert field.rows("carl") == field.rows("anna") == ["oak", "ash", "elm"]


def test_nobody_is_told_to_wait_for_a_package_with_another_area(field: Field) -> None:
    jobs = {name: field.ask(name).json()["id"] for name in ("anna", "bert", "carl", "ada", "olga")}
    assert jobs["ada"] == jobs["anna"]
    assert jobs["olga"] == jobs["carl"]
    assert len(set(jobs.values())) == 3
    run_jobs()
    assert (field.rows("anna"), field.rows("bert"), len(field.rows("olga"))) == (["elm"], ["oak"], 3)


def test_a_name_that_nobody_has_is_told_when_the_project_is_read(field: Field) -> None:
    area = around(7.2, 46.2)
    names = ["team:North", "person:ANNA", "team:west", "person:north", "person:acme", "team:anna"]
    jobs = field.upload([AreaFor(name, area) for name in names])
    told = "".join(str(job.output) for job in jobs if job.type == "process_projectfile")
    assert [name for name in names if f"for {name}, but" in told] == names[2:]


def test_what_a_team_does_not_see_is_not_deleted(field: Field, tmp_path: Path) -> None:
    field.package("anna")
    field.views["anna"].push(patch(3, ELM, {"species": "lime"}))
    run_jobs()
    assert [row[1] for row in field.views["olga"].rows(tmp_path)] == ["oak", "ash", "lime"]
    field.package("anna")
    assert field.rows("anna") == ["lime"]


def test_areas_that_cannot_be_read_stop_packaging_and_say_so(field: Field) -> None:
    field.package("anna")
    field.upload("[broken")
    field.ask("anna")
    (job,) = run_jobs()
    assert job.status == "failed"
    assert "cannot be read" in json.dumps(job.feedback)


def test_packages_of_areas_are_forgotten_with_the_area_or_when_newer_ones_are_there(field: Field) -> None:
    for name in ("anna", "anna", "bert", "carl"):
        field.package(name)
    Package.objects.update(created_at=F("created_at") - timedelta(days=2))
    services.forget_old()
    assert sorted(Package.objects.values_list("area", flat=True)) == ["", "team:north", "team:south"]
    field.upload(AREAS[1:])
    Download.objects.all().delete()
    services.forget_old()
    assert sorted(Package.objects.values_list("area", flat=True)) == ["", "team:north"]


def test_areas_cost_one_query_however_many_projects(
    field: Field, project: Callable[..., Any], people: dict[str, Any], queries: Callable[[], Any]
) -> None:
    def count() -> int:
        with queries() as seen:
            field.views["anna"].client.get("/api/v1/projects/")
        return len(seen)

    few = count()
    for number in range(5):
        project(people["acme"], f"more{number}", anna="editor", areas_for=["team:north"])
    assert count() == few
