# SPDX-License-Identifier: GPL-2.0-or-later
"""What changed in the rows is known between any two versions, also when the versions themselves are gone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from qfieldcloud_plugin.engine.gpkg import Changeset, connect
from qfieldcloud_server.files import history
from qfieldcloud_server.files.models import RowHistory
from qfieldcloud_server.projects.models import Project
from tests.server.field_work import Survey, make_survey


@pytest.fixture
def versions(survey: Survey, tmp_path: Path) -> Callable[..., list[str]]:
    """Upload a GeoPackage in which the oak grows; returns the ids of the versions, oldest first."""
    make_survey(tmp_path / "survey")
    path = tmp_path / "survey" / "data.gpkg"
    ids: list[str] = []

    def upload(*heights: float) -> list[str]:
        for height in heights:
            with closing(connect(path, write=True)) as connection:
                connection.execute("UPDATE trees SET height = ? WHERE fid = 1", (height,))
            assert survey.upload("data.gpkg", path.read_bytes()).status_code == 201
            ids.append(survey.metadata("data.gpkg")["versions"][0]["version_id"])
        return ids

    return upload


def changes(survey: Survey, start: str, end: str = "", name: str = "data.gpkg") -> Any:
    query = {"from": start} | ({"to": end} if end else {})
    return survey.client.get(survey.url("changes", f"{name}/"), query)


def heights(answer: Any) -> list[tuple[Any, Any]]:
    assert answer.status_code == 200, answer.content
    found = Changeset.from_bytes(answer.content)
    assert answer["X-Change-Count"] == str(len(found))
    return [(change.old.get("height"), change.new.get("height")) for change in found]


def test_one_step(survey: Survey, versions: Callable[..., list[str]]) -> None:
    first, second = versions(11, 12)
    while history.find_pending():
        pass
    assert heights(changes(survey, first, second)) == [(11.0, 12.0)]
    assert RowHistory.objects.get().change_count == 1


def test_several_steps_add_up_and_run_backwards(survey: Survey, versions: Callable[..., list[str]]) -> None:
    ids = versions(11, 12, 13, 14)
    assert heights(changes(survey, ids[0], ids[3])) == [(11.0, 14.0)]
    assert heights(changes(survey, ids[3], ids[1])) == [(14.0, 12.0)]
    assert heights(changes(survey, ids[2])) == [(13.0, 14.0)], "to the latest version"
    assert heights(changes(survey, ids[1], ids[1])) == []


def test_equal_versions_are_a_step_without_changes(
    survey: Survey, versions: Callable[..., list[str]]
) -> None:
    ids = versions(11)
    survey.upload("data.gpkg", survey.download("data.gpkg"))
    assert heights(changes(survey, ids[0])) == []
    assert not RowHistory.objects.filter(is_pending=True).exists()


def test_history_outlives_the_versions(survey: Survey, versions: Callable[..., list[str]]) -> None:
    Project.objects.update(kept_versions=1)
    ids = versions(11, 12, 13)
    assert len(survey.metadata("data.gpkg")["versions"]) == 1
    assert heights(changes(survey, ids[0], ids[2])) == [(11.0, 13.0)]


def test_a_version_deleted_on_purpose_leaves_no_trace_of_its_state(
    survey: Survey, versions: Callable[..., list[str]]
) -> None:
    ids = versions(11, 12, 13)
    while history.find_pending():
        pass
    survey.client.delete(survey.url("files", f"data.gpkg/?version={ids[1]}"))
    assert changes(survey, ids[0], ids[1]).status_code == 404
    assert heights(changes(survey, ids[0], ids[2])) == [(11.0, 13.0)]


def test_changed_columns_are_a_step_that_tells_how(
    survey: Survey, versions: Callable[..., list[str]], tmp_path: Path
) -> None:
    (first,) = versions(11)
    with closing(sqlite3.connect(tmp_path / "survey" / "data.gpkg")) as connection:
        connection.execute("ALTER TABLE trees ADD COLUMN age INTEGER")
        connection.commit()
    survey.upload("data.gpkg", (tmp_path / "survey" / "data.gpkg").read_bytes())
    (second, *_) = (one["version_id"] for one in survey.metadata("data.gpkg")["versions"])
    (third,) = versions(12)[-1:]
    found = Changeset.from_bytes(changes(survey, first, third).content)
    assert [change.name for change in found.definitions] == ["trees"]
    assert [(change.old, change.new) for change in found] == [({"height": 11.0}, {"height": 12.0})]
    assert not RowHistory.objects.exclude(note="").exists()
    # A package has to look at the rows itself where the table became another.
    file = RowHistory.objects.first().file
    assert history.known_changes(file, UUID(first), UUID(third)) is None
    assert len(history.known_changes(file, UUID(second), UUID(third))) == 1


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_geopackage_has_no_history_and_harms_nothing(
    survey: Survey, versions: Callable[..., list[str]], data: bytes
) -> None:
    (first,) = versions(11)
    assert survey.upload("data.gpkg", data).status_code == 201
    while history.find_pending():
        pass
    assert changes(survey, first).status_code == 404
    assert survey.download("data.gpkg") == data


def test_other_files_have_no_row_history(survey: Survey) -> None:
    for data in (b"1", b"2"):
        survey.upload("a.txt", data)
    ids = [version["version_id"] for version in survey.metadata("a.txt")["versions"]]
    assert changes(survey, ids[1], ids[0], "a.txt").status_code == 404
    assert not RowHistory.objects.exists()


def test_wrong_questions_are_told_so(survey: Survey, versions: Callable[..., list[str]]) -> None:
    (first,) = versions(11)
    assert changes(survey, "").status_code == 400
    assert changes(survey, "abc").status_code == 400
    assert changes(survey, str(uuid4())).status_code == 404
    assert changes(survey, first, name="other.gpkg").status_code == 404


def test_strangers_learn_nothing(
    survey: Survey, versions: Callable[..., list[str]], seen_by: Callable[..., Survey]
) -> None:
    first, second = versions(11, 12)
    assert changes(seen_by(survey, "mal"), first, second).status_code == 403
