# SPDX-License-Identifier: GPL-2.0-or-later
"""Packages with the rows of a PostGIS table, fetched by QGIS; and what devices then send comes home."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from qfieldcloud_plugin.engine.project import read_project
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.packages.models import Package
from qfieldcloud_server.projects.models import Secret
from qfieldcloud_server.projects.services import set_secret
from tests.server.field_work import TREES, Survey, create, patch, run_jobs
from tests.server.qgis_helper.conftest import PASSWORD, Database


def package(survey: Survey) -> Job:
    answer = survey.client.post("/api/v1/jobs/", {"project_id": str(survey.project.pk), "type": "package"})
    assert answer.status_code == 201, answer.content
    return run_jobs()[-1]


def packaged_rows(survey: Survey, folder: Path) -> list[Any]:
    """What a device finds in the layer `trees`, or the reason why it finds nothing."""
    answer = survey.client.get(survey.url("packages", "latest/")).json()
    for file in answer["files"]:
        fetched = survey.client.get(survey.url("packages", f"latest/files/{file['name']}/"))
        (folder / file["name"]).write_bytes(b"".join(fetched.streaming_content))
    table = read_project(folder / "project_qfield.qgz").table_of(TREES)
    assert table, list(answer["layers"].values())
    with closing(sqlite3.connect(table.path)) as connection:
        return connection.execute(f'SELECT id, species, height FROM "{table.table}" ORDER BY id').fetchall()


def test_a_package_holds_the_rows_of_the_database(
    helper: Any, survey: Survey, database: Database, tmp_path: Path
) -> None:
    job = package(survey)
    assert job.status == "finished", job.feedback
    assert packaged_rows(survey, tmp_path) == [(1, "oak", 10.0), (2, "ash", 12.5)]
    survey.push(patch(1, {"id": 1, "species": "oak", "height": 10.0}, {"height": 11.0}))
    package(survey)
    assert survey.statuses() == ["STATUS_APPLIED"]
    assert packaged_rows(survey, tmp_path) == [(1, "oak", 11.0), (2, "ash", 12.5)]


def test_without_a_helper_the_rest_is_packaged(survey: Survey) -> None:
    job = package(survey)
    assert job.status == "finished", job.feedback
    assert "“trees”" in job.output
    assert "QGIS" in job.output


def test_a_layer_that_does_not_answer_is_named_and_the_rest_is_packaged(
    helper: Any, survey_of: Callable[[str], Survey], database: Database
) -> None:
    survey = survey_of(database.source("not the password"))
    job = package(survey)
    assert job.status == "finished", job.feedback
    assert "password authentication failed" in job.output
    assert "not the password" not in str(job.feedback["outputs"]["package_project"]) + job.output


class FeaturesApi(BaseHTTPRequestHandler):
    """The smallest service of OGC API Features that QGIS takes for one."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].rstrip("/")
        body = json.dumps(self._answer(path)).encode()
        self.send_response(200)
        self.send_header(
            "Content-Type", "application/geo+json" if path.endswith("items") else "application/json"
        )
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _answer(self, path: str) -> dict[str, Any]:
        def link(relation: str, to: str) -> dict[str, str]:
            return {"rel": relation, "href": f"http://{self.headers['Host']}{to}", "type": "application/json"}

        if path == "":
            api = link("service-desc", "/api") | {"type": "application/vnd.oai.openapi+json;version=3.0"}
            return {"title": "trees", "links": [api, link("data", "/collections")]}
        if path == "/api":
            return {"openapi": "3.0.2", "info": {"title": "trees", "version": "1"}, "paths": {}}
        if path == "/collections/trees/items":
            point = {"type": "Point", "coordinates": [7.1, 46.1]}
            oak = {"id": 1, "species": "oak", "height": 10.0}
            return {
                "type": "FeatureCollection", "numberMatched": 1, "links": [],
                "features": [{"type": "Feature", "id": 1, "geometry": point, "properties": oak}],
            }  # fmt: skip
        box = {"spatial": {"bbox": [[7, 46, 8, 47]]}}
        return {"id": "trees", "extent": box, "links": [link("items", "/collections/trees/items")]}

    def log_message(self, *_args: Any) -> None:
        """Nobody reads it."""


def test_a_web_service_is_packaged_as_well(
    helper: Any, survey_of: Callable[..., Survey], tmp_path: Path
) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), FeaturesApi) as service:
        threading.Thread(target=service.serve_forever, daemon=True).start()
        source = f"typename='trees' url='http://127.0.0.1:{service.server_port}' srsname='EPSG:4326'"
        survey = survey_of(source, provider="OAPIF")
        job = package(survey)
        service.shutdown()
    assert job.status == "finished", job.feedback
    assert packaged_rows(survey, tmp_path) == [(1, "oak", 10.0)]


def secret(survey: Survey, name: str, kind: str, value: str, **more: Any) -> None:
    alice = survey.project.owner
    set_secret(Secret(name=name, type=kind, project=survey.project, created_by=alice, **more), value)


def test_a_password_may_be_a_secret_of_the_project(
    helper: Any, survey_of: Callable[[str], Survey], database: Database, tmp_path: Path
) -> None:
    survey = survey_of(database.source("").replace("password=''", ""))
    secret(survey, "PGPASSWORD", "envvar", PASSWORD)
    job = package(survey)
    assert packaged_rows(survey, tmp_path) == [(1, "oak", 10.0), (2, "ash", 12.5)]
    assert PASSWORD not in str(job.feedback) + job.output


def test_a_connection_may_be_a_pg_service_that_only_one_person_has(
    helper: Any, survey_of: Callable[[str], Survey], database: Database, tmp_path: Path, api: Callable[..., Any],
    person: Callable[..., Any],
) -> None:  # fmt: skip
    survey = survey_of("service='field' key='id' srid=4326 type=Point table=\"public\".\"trees\" (geom)")
    service = (
        f"[field]\nhost=127.0.0.1\nport={database.port}\ndbname={database.name}\nuser=surveyor\n"
        f"password={PASSWORD}\n"
    )
    secret(survey, "FIELD_DB", "pgservice", service, assigned_to=survey.project.owner)
    job = package(survey)
    assert packaged_rows(survey, tmp_path) == [(1, "oak", 10.0), (2, "ash", 12.5)]
    assert PASSWORD not in str(job.feedback) + job.output
    assert Package.objects.get().made_for == survey.project.owner
    survey.push(patch(2, {}, {"height": 13}))
    run_jobs()
    assert database.rows()[1] == (2, "ash", 13.0)


def test_changes_may_be_made_as_another_role_of_the_database(
    helper: Any, survey: Survey, database: Database
) -> None:
    role = f"field_{database.name}"
    database.execute(
        f"CREATE ROLE {role}; GRANT {role} TO surveyor; GRANT ALL ON trees, trees_id_seq TO {role}"
    )
    database.execute("ALTER TABLE trees ALTER note SET DEFAULT current_user")
    secret(survey, "QFC_PG_EFFECTIVE_USER", "envvar", role)
    survey.push(create("900", species="fir"))
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"]
    assert database.rows("species, note")[-1] == ("fir", role)
