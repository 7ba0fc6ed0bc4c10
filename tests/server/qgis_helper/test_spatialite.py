# SPDX-License-Identifier: GPL-2.0-or-later
"""SpatiaLite files go into the field and come home: a new version of the file, made by QGIS, whole or not at all."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from qfieldcloud_server.deltas.workbench import Workbench
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.projects.models import Project
from qfieldcloud_server.qgis_helper import retrying
from qfieldcloud_server.qgis_helper.models import Intent
from qfieldcloud_server.qgis_helper.process import HelperProcess
from tests.data.simple_projects import SimpleProject
from tests.server.field_work import TREES, Survey, create, delete, patch, run_jobs
from tests.server.qgis_helper.conftest import QGIS_PYTHON
from tests.server.qgis_helper.test_applying import OAK, messages
from tests.server.qgis_helper.test_bad_days import children
from tests.server.qgis_helper.test_exporting import package, packaged_rows

_SPATIALITE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.enable_load_extension(True)
connection.load_extension("mod_spatialite")
for statement in sys.argv[2:]:
    for row in connection.execute(statement):
        print(*row)
"""
_MAKE = (
    "BEGIN",
    "SELECT InitSpatialMetaData(0, 'WGS84')",
    "CREATE TABLE trees (id INTEGER PRIMARY KEY AUTOINCREMENT, species TEXT NOT NULL, height REAL CHECK "
    "(height < 200), note TEXT DEFAULT 'n/a', seen TIMESTAMP, is_felled BOOLEAN)",
    "SELECT AddGeometryColumn('trees', 'geom', 4326, 'POINT', 'XY')",
    "SELECT CreateSpatialIndex('trees', 'geom')",
    "INSERT INTO trees (species, height, geom) VALUES ('oak', 10, MakePoint(7.1, 46.1, 4326)), "
    "('ash', 12.5, MakePoint(7.2, 46.2, 4326))",
    "COMMIT",
)
_SOURCE = "dbname='./data.sqlite' table=\"trees\" (geom)"


def spatialite(path: Path, *statements: str) -> list[str]:
    """What the statements answer, in a process that has SpatiaLite."""
    command = [QGIS_PYTHON, "-c", _SPATIALITE, str(path), *statements]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture(scope="session")
def _trees(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("spatialite") / "data.sqlite"
    spatialite(path, *_MAKE)
    return path.read_bytes()


@pytest.fixture
def survey(
    _trees: bytes, person: Callable[..., Any], project: Callable[..., Any], api: Callable[..., Any], tmp_path: Path
) -> Iterator[Survey]:  # fmt: skip
    alice = person("alice")
    survey = Survey(api(alice), project(alice, "trees"))
    folder = tmp_path / "survey"
    made = SimpleProject(folder)
    made.layer(
        "trees", _SOURCE, provider="spatialite", id=TREES, properties={"QFieldSync/cloud_action": "offline"},
        fields=["id", "species", "height", "note", "seen", "is_felled"],
    )  # fmt: skip
    made.table_layer("plots", [(1, None, "a")], file="plots.gpkg")
    (folder / "data.sqlite").write_bytes(_trees)
    made.save()
    survey.upload_folder(folder)
    assert [job.status for job in run_jobs()] == ["finished"]
    yield survey
    assert not children()


def rows(survey: Survey, tmp_path: Path, columns: str = "id, species, height") -> list[Any]:
    """What the newest version of the file has; it is sound."""
    path = tmp_path / "now.sqlite"
    path.write_bytes(survey.download("data.sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return connection.execute(f"SELECT {columns} FROM trees ORDER BY id").fetchall()


def test_a_package_holds_the_rows_and_what_devices_send_comes_home(
    helper: Any, survey: Survey, tmp_path: Path
) -> None:
    job = package(survey)
    assert job.status == "finished", job.feedback
    assert packaged_rows(survey, tmp_path) == [(1, "oak", 10.0), (2, "ash", 12.5)]
    versions = len(survey.metadata("data.sqlite")["versions"])
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
    assert [delta["last_feedback"]["modified_pk"] for delta in survey.deltas()] == [3, 3, 1, 2, 1]
    assert len(survey.metadata("data.sqlite")["versions"]) == versions + 1
    assert rows(survey, tmp_path) == [(1, "oak", 11.0), (3, "fir", 4.0)]
    assert rows(survey, tmp_path, "note, substr(seen, 1, 16), is_felled")[1] == ("n/a", "2026-05-01T10:00", 1)
    path = tmp_path / "now.sqlite"
    assert spatialite(path, "SELECT AsText(geom), CheckSpatialIndex('trees', 'geom') FROM trees WHERE id = 3") == [
        "POINT(7.5 46.5) 1"
    ]  # fmt: skip
    assert not Intent.objects.exists()
    survey.push(patch("900", {"height": 4}, {"height": 5}, sourcePk=""))
    package(survey)
    assert packaged_rows(survey, tmp_path) == [(1, "oak", 11.0), (3, "fir", 5.0)]


def test_a_refused_delta_takes_no_other_down(helper: Any, survey: Survey, tmp_path: Path) -> None:
    Project.objects.update(overwrite_conflicts=False)
    moved = patch(1, OAK, {"height": 500})
    moved["old"]["geometry"], moved["new"]["geometry"] = "Point (7.1 46.1)", "Point (7 46)"
    survey.push(
        create("900", species=None),
        patch(1, OAK, {"height": 500}),
        moved,
        patch(99, {}, {"height": 1}),
        patch(2, {"species": "beech"}, {"height": 77}),
        patch(1, OAK, {"species": "yew"}),
    )
    run_jobs()
    assert survey.statuses() == [*["STATUS_NOT_APPLIED"] * 4, "STATUS_CONFLICT", "STATUS_APPLIED"], messages(
        survey
    )
    assert "NOT NULL" in messages(survey)[0]
    assert messages(survey)[1] == messages(survey)[2]
    assert messages(survey)[1].endswith("CHECK constraint failed: height < 200")
    assert rows(survey, tmp_path) == [(1, "yew", 10.0), (2, "ash", 12.5)]


def test_a_file_to_which_nothing_was_applied_gets_no_version(helper: Any, survey: Survey) -> None:
    before = survey.metadata("data.sqlite")["versions"]
    survey.push(patch(1, OAK, {"height": 500}))
    run_jobs()
    assert survey.statuses() == ["STATUS_NOT_APPLIED"]
    assert survey.metadata("data.sqlite")["versions"] == before


def kill_helper_after_first_result(monkeypatch: pytest.MonkeyPatch, settings: Any, *, for_good: bool) -> None:
    """Its first delta is in the copy by then, but not in the project."""
    ask, killed = HelperProcess.ask, []

    def ask_then_kill(self: HelperProcess, order: str, *more: Any, **content: Any) -> Iterator[Any]:
        for message in ask(self, order, *more, **content):
            yield message
            if message["kind"] == "result" and not killed:
                killed.extend(children())
                os.kill(killed[0], signal.SIGKILL)
                if for_good:
                    settings.QGIS_PYTHON = "/nowhere/python3"
                # What it may have said in the meantime is not waited for.
                raise self._dead()

    monkeypatch.setattr(HelperProcess, "ask", ask_then_kill)


def test_a_helper_killed_midway_leaves_the_file_as_it_was_and_its_deltas_waiting(
    helper: Any, survey: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = survey.download("data.sqlite")
    kill_helper_after_first_result(monkeypatch, helper, for_good=True)
    survey.push(create("900", id=None, species="fir", height=3), patch(1, OAK, {"height": 11}))
    (job,) = run_jobs()
    assert "ended unexpectedly (by signal 9)" in job.output
    assert survey.statuses() == ["STATUS_PENDING"] * 2, messages(survey)
    assert "is tried again" in messages(survey)[0]
    assert survey.download("data.sqlite") == before
    helper.QGIS_PYTHON = QGIS_PYTHON
    assert retrying.ask_again() == 1
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"] * 2, messages(survey)
    assert rows(survey, tmp_path) == [(1, "oak", 11.0), (2, "ash", 12.5), (3, "fir", 3.0)]
    assert retrying.ask_again() == 0


def test_what_was_lost_with_a_helper_is_done_again_by_the_next(
    helper: Any, survey: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_helper_after_first_result(monkeypatch, helper, for_good=False)
    survey.push(
        create("900", id=None, species="fir", height=3),
        patch("900", {"height": 3}, {"height": 4}, sourcePk=""),
        patch(1, OAK, {"height": 11}),
    )
    (job,) = run_jobs()
    assert "ended unexpectedly (by signal 9)" in job.output
    assert survey.statuses() == ["STATUS_APPLIED"] * 3, messages(survey)
    assert rows(survey, tmp_path) == [(1, "oak", 11.0), (2, "ash", 12.5), (3, "fir", 4.0)]


def test_a_file_that_was_uploaded_meanwhile_is_edited_as_it_is_now(
    helper: Any, survey: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = tmp_path / "newer.sqlite"
    newer.write_bytes(survey.download("data.sqlite"))
    spatialite(newer, "UPDATE trees SET species = 'elm' WHERE id = 2")
    edited, tries = Workbench.edited, []

    def upload_first(self: Workbench) -> Any:
        tries.append(1)
        if len(tries) == 1:
            survey.upload("data.sqlite", newer.read_bytes())
        return edited(self)

    monkeypatch.setattr(Workbench, "edited", upload_first)
    survey.push(create("900", id=None, species="fir", height=3))
    run_jobs()
    assert len(tries) == 2
    assert survey.statuses() == ["STATUS_APPLIED"], messages(survey)
    assert rows(survey, tmp_path) == [(1, "oak", 10.0), (2, "elm", 12.5), (3, "fir", 3.0)]


def test_without_a_helper_deltas_wait_and_say_what_is_missing(
    survey: Survey, settings: Any, tmp_path: Path
) -> None:
    survey.push(patch(1, OAK, {"height": 11}))
    (job,) = run_jobs()
    assert (job.status, survey.statuses()) == ("finished", ["STATUS_PENDING"])
    assert "qgis_python" in messages(survey)[0]
    job = package(survey)
    assert job.status == "finished", job.feedback
    assert "“trees”" in job.output
    settings.QGIS_PYTHON = QGIS_PYTHON
    assert retrying.ask_again() == 1
    assert Job.objects.last().created_by == survey.project.owner
    run_jobs()
    assert survey.statuses() == ["STATUS_APPLIED"], messages(survey)
    assert rows(survey, tmp_path)[0] == (1, "oak", 11.0)


def test_a_source_that_names_two_files_is_not_opened(helper: Any, survey: Survey) -> None:
    project_file = survey.download("project.qgs").decode()
    changed = project_file.replace("(geom)", "(geom) dbname='./plots.gpkg'")
    assert changed != project_file
    survey.upload("project.qgs", changed.encode())
    run_jobs()
    survey.push(patch(1, OAK, {"height": 11}))
    run_jobs()
    assert survey.statuses() == ["STATUS_NOT_APPLIED"]
    assert "cannot be understood" in messages(survey)[0]
