# SPDX-License-Identifier: GPL-2.0-or-later
"""A device gets a whole, consistent package: the last good one, whatever goes on meanwhile."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db.models import F
from django.utils import timezone

from qfieldcloud_plugin.engine.project import read_project
from qfieldcloud_server.jobs.models import Job
from qfieldcloud_server.packages import job as package_job
from qfieldcloud_server.packages import services
from qfieldcloud_server.packages.models import Download, Package
from tests.data.simple_projects import point
from tests.server.field_work import Survey, make_survey, patch, run_jobs

PLOTS = {"localLayerId": "plots_id", "sourceLayerId": "plots_id"}
OAK = {"fid": 1, "species": "oak", "height": 10.0}


def package(survey: Survey) -> Job:
    answer = survey.client.post("/api/v1/jobs/", {"project_id": str(survey.project.pk), "type": "package"})
    assert answer.status_code == 201, answer.content
    return run_jobs()[-1]


def latest(survey: Survey) -> Any:
    return survey.client.get(survey.url("packages", "latest/"))


def listed(survey: Survey) -> dict[str, dict[str, Any]]:
    answer = latest(survey)
    assert answer.status_code == 200, answer.content
    return {file["name"]: file for file in answer.json()["files"]}


def fetch(survey: Survey, name: str, **headers: str) -> Any:
    return survey.client.get(survey.url("packages", f"latest/files/{name}/"), headers=headers)


def content(answer: Any) -> bytes:
    assert answer.status_code in (200, 206), answer.content
    return b"".join(answer.streaming_content)


def needs_repackaging(survey: Survey) -> bool:
    return bool(survey.client.get(f"/api/v1/projects/{survey.project.pk}/").json()["needs_repackaging"])


def heights(survey: Survey, tmp_path: Path) -> list[Any]:
    """The heights in the package's data, where the layer says they are."""
    folder = tmp_path / str(uuid4())
    folder.mkdir()
    for name in listed(survey):
        if "/" not in name:
            (folder / name).write_bytes(content(fetch(survey, name)))
    (project_file,) = folder.glob("*.qgz")
    table = read_project(project_file).table_of("trees_id")
    assert table
    with closing(sqlite3.connect(table.path)) as connection:
        return [row[0] for row in connection.execute(f'SELECT height FROM "{table.table}" ORDER BY 1')]


def test_a_package_is_whole_and_what_its_list_says(survey: Survey, tmp_path: Path) -> None:
    job = package(survey)
    assert job.status == "finished", job.feedback
    answer = latest(survey).json()
    assert answer["package_id"] == str(job.pk)
    assert answer["status"] == "finished"
    assert answer["packaged_at"]
    assert answer["data_last_updated_at"]
    assert answer["layers"]["trees_id"]["error_code"] == "no_error"
    files = listed(survey)
    assert sum(name.endswith((".qgs", ".qgz")) for name in files) == 1
    assert "project_qfield.qgz" in files
    for name, file in files.items():
        data = content(fetch(survey, name))
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file["size"], file["sha256"])
        assert hashlib.md5(data).hexdigest() == file["md5sum"]
    assert heights(survey, tmp_path) == [8.0, 10.0, 12.5]


def test_attachments_come_along_also_later_ones(survey: Survey) -> None:
    package(survey)
    survey.upload("DCIM/sub/2.jpg", b"later")
    survey.upload("DCIMnotes.txt", b"no attachment")
    files = listed(survey)
    assert {name for name, file in files.items() if file["is_attachment"]} == {"DCIM/1.jpg", "DCIM/sub/2.jpg"}
    assert content(fetch(survey, "DCIM/sub/2.jpg")) == b"later"
    assert fetch(survey, "DCIMnotes.txt").status_code == 404
    assert fetch(survey, "data.gpkgx").status_code == 404


def test_before_the_first_package_there_is_none(survey: Survey) -> None:
    for answer in (latest(survey), fetch(survey, "DCIM/1.jpg")):
        assert (answer.status_code, answer.json()["code"]) == (400, "invalid_job")


def test_a_failed_packaging_leaves_the_last_good_package(survey: Survey) -> None:
    good = package(survey)
    before = {name: content(fetch(survey, name)) for name in listed(survey)}
    survey.upload("project.qgs", b'<qgis version="3.22.0"><unclosed></qgis>')
    bad = package(survey)
    assert bad.status == "failed"
    assert bad.feedback["error"]
    assert latest(survey).json()["package_id"] == str(good.pk)
    assert {name: content(fetch(survey, name)) for name in listed(survey)} == before


def test_the_last_good_package_is_served_while_a_new_one_is_made(
    survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = package(survey)
    before = {name: content(fetch(survey, name)) for name in listed(survey)}
    survey.push(patch(1, OAK, {"height": 11}))
    run_jobs()
    original, seen = package_job.make_in_engine, []

    def look_first(*args: Any) -> Any:
        report = original(*args)
        seen.append(
            (latest(survey).json()["package_id"], {name: content(fetch(survey, name)) for name in before})
        )
        return report

    monkeypatch.setattr(package_job, "make_in_engine", look_first)
    new = package(survey)
    assert seen == [(str(good.pk), before)]
    assert latest(survey).json()["package_id"] == str(new.pk)


def test_needs_repackaging(survey: Survey) -> None:
    assert needs_repackaging(survey)
    package(survey)
    assert not needs_repackaging(survey)
    survey.push(patch(1, OAK, {"height": 11}))
    assert not needs_repackaging(survey), "nothing has been applied yet"
    run_jobs()
    assert needs_repackaging(survey)
    package(survey)
    assert not needs_repackaging(survey)
    survey.client.delete(survey.url("files", "DCIM/1.jpg/"))
    assert needs_repackaging(survey)


def test_an_edit_made_during_packaging_is_not_taken_for_packaged(
    survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = package_job.make_in_engine

    def edit_first(*args: Any) -> Any:
        survey.upload("notes.txt", b"meanwhile")
        return original(*args)

    monkeypatch.setattr(package_job, "make_in_engine", edit_first)
    package(survey)
    assert needs_repackaging(survey)


def test_applied_deltas_are_in_the_next_package(survey: Survey, tmp_path: Path) -> None:
    package(survey)
    survey.push(patch(1, OAK, {"height": 99}))
    package(survey)
    assert heights(survey, tmp_path) == [8.0, 12.5, 99.0]


def test_what_did_not_change_keeps_its_etag(survey: Survey, tmp_path: Path) -> None:
    more = make_survey(tmp_path / "more")
    more.table_layer("plots", [(1, None, "a")], file="plots.gpkg")
    more.save()
    survey.upload_folder(tmp_path / "more")
    package(survey)
    before = listed(survey)
    survey.upload("unrelated.txt", b"x")
    package(survey)
    assert {name: file["md5sum"] for name, file in listed(survey).items()} == {
        name: file["md5sum"] for name, file in before.items()
    }
    survey.push(patch(1, OAK, {"height": 99}))
    package(survey)
    same = {
        name for name, file in listed(survey).items() if before.get(name, {}).get("md5sum") == file["md5sum"]
    }
    assert "project_qfield.qgz" in same
    assert same != set(before), "the data that changed is another file"


def test_one_edit_of_a_large_table_is_put_into_its_last_file(survey: Survey, tmp_path: Path) -> None:
    more = make_survey(tmp_path / "more")
    rows = [(number, point(number % 180, number % 90), f"plot number {number}") for number in range(1, 6001)]
    for name in ("plots", "paths"):
        more.table_layer(name, rows, file=f"{name}.gpkg", fields=["fid", "name"])
    more.save()
    survey.upload_folder(tmp_path / "more")
    package(survey)
    before = {name: content(fetch(survey, name)) for name in listed(survey)}
    survey.push(patch(17, {"fid": 17, "name": "plot number 17"}, {"name": "changed"}, **PLOTS))
    assert run_jobs()[-1].status == "finished"
    assert package(survey).status == "finished"
    after = {name: content(fetch(survey, name)) for name in listed(survey)}
    assert {name for name in after if after[name] != before[name]} == {"data_plots.gpkg"}
    # A file that was written anew would differ in nearly all of its pages.
    one, other = before["data_plots.gpkg"], after["data_plots.gpkg"]
    pages = [
        start
        for start in range(0, len(one), 4096)
        if one[start : start + 4096] != other[start : start + 4096]
    ]
    assert len(pages) < 10
    (tmp_path / "plots.gpkg").write_bytes(other)
    with closing(sqlite3.connect(tmp_path / "plots.gpkg")) as connection:
        assert connection.execute("SELECT name FROM plots WHERE fid = 17").fetchall() == [("changed",)]
        assert connection.execute("SELECT count(*) FROM plots").fetchone() == (6000,)


def test_a_client_is_served_from_the_package_it_was_told_of(survey: Survey) -> None:
    package(survey)
    data = next(name for name in listed(survey) if name.endswith(".gpkg"))
    first = content(fetch(survey, data))
    survey.push(patch(1, OAK, {"height": 99}))
    package(survey)
    assert first[:100] + content(fetch(survey, data, Range="bytes=100-")) == first
    changed = {name: file for name, file in listed(survey).items() if name.endswith(".gpkg")}
    assert [hashlib.sha256(first).hexdigest()] != [file["sha256"] for file in changed.values()]
    for name, file in changed.items():
        assert hashlib.sha256(content(fetch(survey, name))).hexdigest() == file["sha256"]


def test_each_device_has_its_own_package_under_way(survey: Survey, api: Callable[..., Any]) -> None:
    package(survey)
    other = Survey(api(survey.project.owner, "qfield"), survey.project)
    old = listed(survey)
    survey.push(patch(1, OAK, {"height": 99}))
    package(survey)
    new = listed(other)
    assert Download.objects.count() == 2
    for view, files in ((survey, old), (other, new)):
        for name, file in files.items():
            assert hashlib.sha256(content(fetch(view, name))).hexdigest() == file["sha256"]


def test_old_packages_are_forgotten_when_nobody_downloads_them(survey: Survey) -> None:
    day = timezone.now() - timedelta(days=2)
    for height in (1, 2, 3):
        package(survey)
        survey.push(patch(1, OAK, {"height": height}))
        if height == 2:
            listed(survey)
    Package.objects.update(created_at=F("created_at") - timedelta(days=2))
    services.forget_old()
    assert Package.objects.count() == 2, "the latest, and the one that is being downloaded"
    Download.objects.update(listed_at=day)
    services.forget_old()
    assert Package.objects.count() == 1
    assert latest(survey).status_code == 200


def test_who_may_have_packages(survey: Survey, person: Callable[..., Any], api: Callable[..., Any]) -> None:
    package(survey)
    rob, mal = person("rob"), person("mal")
    survey.project.collaborators.create(collaborator=rob, role="reader")
    assert listed(Survey(api(rob), survey.project))
    stranger = Survey(api(mal), survey.project)
    assert latest(stranger).status_code == 403
    assert fetch(stranger, "project_qfield.qgz").status_code == 403
    assert latest(Survey(api(), survey.project)).status_code == 401


def test_nobody_puts_files_into_a_package(survey: Survey, api: Callable[..., Any]) -> None:
    job = package(survey)
    for client_type in ("sdk", "worker"):
        client = api(survey.project.owner, client_type)
        answer = client.post(survey.url("packages", f"{job.pk}/files/x.txt/"), {})
        assert answer.status_code == 403


def test_listing_takes_few_queries_however_many_photos(survey: Survey, queries: Callable[[], Any]) -> None:
    package(survey)
    listed(survey)

    def count() -> int:
        with queries() as seen:
            listed(survey)
        return len(seen)

    few = count()
    for number in range(20):
        survey.upload(f"DCIM/{number}.jpg", b"x")
    assert count() == few <= 8
