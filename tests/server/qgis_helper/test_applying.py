# SPDX-License-Identifier: GPL-2.0-or-later
"""Deltas for PostGIS: applied by QGIS, each with its own result, once, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.qgis_helper import retrying
from qfieldcloud_server.qgis_helper.models import Intent
from tests.server.field_work import Survey, create, delete, patch, run_jobs
from tests.server.qgis_helper.conftest import Database

OAK = {"id": 1, "species": "oak", "height": 10.0}


def messages(survey: Survey) -> list[str]:
    return [delta["last_feedback"]["msg"] for delta in survey.deltas()]


def test_create_patch_and_delete_reach_the_database(helper: Any, survey: Survey, database: Database) -> None:
    before = Project.objects.get().data_last_updated_at
    survey.push(
        create("900", id=None, species="fir", height=3, seen="2026-05-01T10:00:00.000", is_felled=True),
        patch("900", {"species": "fir"}, {"height": 4}, sourcePk=""),
        patch(1, OAK, {"height": 11}),
        delete(2, {"id": 2, "species": "ash"}),
        patch(1, {"name": "a"}, {"name": "b"}, localLayerId="plots_id", sourceLayerId="plots_id"),
    )
    (job,) = run_jobs()
    assert job.status == "finished", job.feedback
    assert survey.statuses() == ["STATUS_APPLIED"] * 5, messages(survey)
    assert database.rows() == [(1, "oak", 11.0), (3, "fir", 4.0)]
    assert database.rows("ST_AsText(geom), note, seen::text, is_felled")[1] == (
        "POINT(7.5 46.5)", "n/a", "2026-05-01 10:00:00", True,
    )  # fmt: skip
    assert [delta["last_feedback"]["modified_pk"] for delta in survey.deltas()] == [3, 3, 1, 2, 1]
    assert not Intent.objects.exists()
    assert Project.objects.get().data_last_updated_at > before, (
        "who packages is told that there is something new"
    )
    survey.push(patch("900", {"height": 4}, {"height": 5}, sourcePk=""))
    run_jobs()
    assert database.rows()[1] == (3, "fir", 5.0), "the key of a row made on a device is known to later jobs"


def test_a_refused_delta_takes_no_other_down(helper: Any, survey: Survey, database: Database) -> None:
    survey.push(
        create("900", species=None),
        patch(1, OAK, {"height": 500}),
        patch(99, {}, {"height": 1}),
        create("901", species="fir", height="tall"),
        patch(1, OAK, {"species": "yew"}),
    )
    run_jobs()
    assert survey.statuses() == ["STATUS_NOT_APPLIED"] * 4 + ["STATUS_APPLIED"], messages(survey)
    assert "null value" in messages(survey)[0]
    assert "trees_height_check" in survey.deltas()[1]["last_feedback"]["provider_errors"][0]
    assert "Unable to find feature" in messages(survey)[2]
    assert database.rows()[0] == (1, "yew", 10.0)


def test_a_conflict_is_kept_or_overwritten_as_the_project_says(
    helper: Any, survey: Survey, database: Database
) -> None:
    stale = OAK | {"species": "beech"}
    Project.objects.update(overwrite_conflicts=False)
    survey.push(patch(1, stale, {"height": 77}))
    run_jobs()
    assert survey.statuses() == ["STATUS_CONFLICT"], messages(survey)
    assert "-oak\n+beech" in survey.deltas()[0]["last_feedback"]["conflicts"][0]
    assert database.rows()[0] == (1, "oak", 10.0)
    Project.objects.update(overwrite_conflicts=True)
    survey.push(patch(1, stale, {"height": 77}))
    run_jobs()
    assert database.rows()[0] == (1, "oak", 77.0)


def test_without_a_helper_deltas_wait_and_say_what_is_missing(
    survey: Survey, database: Database, settings: Any
) -> None:
    survey.push(patch(1, OAK, {"height": 11}))
    (job,) = run_jobs()
    assert (job.status, survey.statuses()) == ("finished", ["STATUS_PENDING"])
    assert "qgis_python" in messages(survey)[0]
    settings.QGIS_PYTHON = "/usr/bin/python3"
    survey.push(patch(1, OAK, {"species": "yew"}))
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"] * 2
    assert database.rows()[0] == (1, "yew", 11.0)


def test_with_a_wrong_password_deltas_wait(
    helper: Any, survey_of: Callable[[str], Survey], database: Database
) -> None:
    survey = survey_of(database.source("not the password"))
    survey.push(patch(1, OAK, {"height": 11}))
    (job,) = run_jobs()
    assert (job.status, survey.statuses()) == ("finished", ["STATUS_PENDING"])
    assert "password authentication failed" in messages(survey)[0]
    assert "not the password" not in str(survey.deltas()) + str(job.feedback) + str(job.output)


def test_what_waits_is_tried_again_without_another_push(
    helper: Any, survey: Survey, database: Database
) -> None:
    assert retrying.ask_again() == 0
    database.execute("ALTER ROLE surveyor NOLOGIN")
    survey.push(patch(1, OAK, {"height": 11}))
    run_jobs()
    assert survey.statuses() == ["STATUS_PENDING"], messages(survey)
    database.execute("ALTER ROLE surveyor LOGIN")
    assert retrying.ask_again() == 1
    assert Job.objects.last().created_by == survey.project.owner
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"]
    assert database.rows()[0] == (1, "oak", 11.0)
    assert retrying.ask_again() == 0


def test_every_kind_of_value_goes_there_and_is_recognized_again(
    helper: Any, survey_of: Callable[..., Survey], database: Database
) -> None:
    database.execute(
        "CREATE TYPE mood AS ENUM ('calm', 'windy'); "
        "CREATE TABLE things (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), geom geometry(MultiPolygonZ, 4326), "
        "big bigint, price numeric(10, 2), moment timestamptz, day date, hour time, photo bytea, feeling mood, "
        "facts jsonb, words text[], short varchar(5), area double precision GENERATED ALWAYS AS (price * 2) STORED); "
        "GRANT ALL ON things TO surveyor"
    )
    source = database.source(table="things").replace("type=Point", "type=MultiPolygonZ")
    survey = survey_of(source)
    values = {
        "id": "3f2c6a1e-8a45-4d3b-9d1c-0a53f0c6a0b1", "big": 2**53 + 1, "price": 12.5, "day": "2026-05-01",
        "moment": "2026-05-01T10:00:00.000Z", "hour": "10:30:00.000", "photo": "text", "feeling": "windy",
        "facts": {"a": [1, None]}, "words": ["x", "y"], "short": "abc", "area": 3.0,
    }  # fmt: skip
    polygon = "Polygon ((7 46, 8 46, 8 47, 7 46))"
    survey.push(create("900", polygon, **values))
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"], messages(survey)
    columns = "big, price::text, moment AT TIME ZONE 'UTC' = '2026-05-01 10:00', day::text, hour::text, photo, feeling"
    assert database.execute(f"SELECT {columns}, facts, words, short, area, ST_AsText(geom) FROM things") == [
        (
            2**53 + 1, "12.50", True, "2026-05-01", "10:30:00", b"text", "windy", {"a": [1, None]}, ["x", "y"], "abc",
            25.0, "MULTIPOLYGON Z (((7 46 0,8 46 0,8 47 0,7 46 0)))",
        )
    ]  # fmt: skip
    Project.objects.update(overwrite_conflicts=False)
    survey.push(
        patch(
            values["id"],
            values | {"area": 25.0},
            {"area": 26.0, "short": "abcd", "facts": {"b": 1}, "words": ["z"], "day": None},
        ),
        patch(values["id"], {"short": "abcd"}, {"short": "abcdef"}),
    )
    run_jobs()
    assert survey.statuses()[1:] == ["STATUS_APPLIED", "STATUS_NOT_APPLIED"], survey.deltas()
    assert "too long" in messages(survey)[2]
    assert database.execute("SELECT short, facts, words, day FROM things") == [
        ("abcd", {"b": 1}, ["z"], None)
    ]


def test_rows_that_cannot_be_told_apart_are_not_touched(
    helper: Any, survey_of: Callable[..., Survey], database: Database
) -> None:
    database.execute(
        "CREATE TABLE pairs (id integer, part integer, geom geometry(Point, 4326), PRIMARY KEY (id, part)); "
        "GRANT ALL ON pairs TO surveyor; INSERT INTO pairs VALUES (1, 1), (1, 2)"
    )
    survey = survey_of(database.source(table="pairs").replace("key='id'", "key='id,part'"))
    survey.push(patch(1, {"id": 1}, {"part": 3}))
    run_jobs()
    assert survey.statuses() == ["STATUS_NOT_APPLIED"]
    assert "no primary key of one column" in messages(survey)[0]
    assert database.execute("SELECT id, part FROM pairs ORDER BY part") == [(1, 1), (1, 2)]
