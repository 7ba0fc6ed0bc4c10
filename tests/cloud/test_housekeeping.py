# SPDX-License-Identifier: GPL-2.0-or-later
"""Chores around a project: what may be deleted, what is never sent twice, and servers that cannot clone."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfieldcloud_plugin.cloud.answers import Answer
from qfieldcloud_plugin.cloud.api.deltas import read_delta
from qfieldcloud_plugin.cloud.api.files import File, Version
from qfieldcloud_plugin.cloud.api.projects import read_project
from qfieldcloud_plugin.cloud.errors import Rejected
from qfieldcloud_plugin.cloud.housekeeping import (
    apply_again,
    clone_project,
    delete_versions,
    spare_versions,
)
from qfieldcloud_plugin.engine.sync.progress import CancelToken, ignore_progress

from .conftest import Reply

PROJECT = {"id": "p1", "name": "trees", "owner": "anna", "the_qgis_file_name": "trees.qgs"}


def file_of(name, count):
    versions = tuple(Version(f"{name}-{n}", "", "", 10, None, "", "") for n in range(count))
    return File(name, 10, "", "", is_attachment=False, uploaded_at=None, versions=versions)


@given(st.lists(st.integers(0, 6), max_size=4), st.integers(-1, 7))
def test_the_newest_versions_stay_and_the_oldest_go_first(counts, keep):
    files = [file_of(f"f{at}", count) for at, count in enumerate(counts)]
    spare = spare_versions(files, keep)
    for file in files:
        gone = [one.version for one in spare if one.name == file.name]
        assert gone == list(reversed(file.versions[max(keep, 1) :]))


@pytest.mark.parametrize("extensions", [[], ["upload_if_match"]])
def test_an_old_version_goes_only_as_long_as_it_is_an_old_one(scripted, client, extensions):
    known = json.dumps({"extensions": extensions}).encode()
    scripted.answer = lambda asked: Reply(200, known) if asked.method == "GET" else Reply(204)
    newest, same, old = (
        Version(id_, etag, "", 10, None, "", "") for id_, etag in (("v3", "3"), ("v2", "3"), ("v1", "2"))
    )
    versions = (newest, same, old)
    file = File("a.txt", 10, "3", "", is_attachment=False, uploaded_at=None, versions=versions)
    spare = spare_versions([file], 1)
    assert delete_versions(client, "p1", spare, ignore_progress, CancelToken()) == 20
    asked = [one.headers for one in scripted.asked if one.method == "DELETE"]
    assert [headers.get("If-None-Match") for headers in asked] == ['"2"' if extensions else None, None]


def test_a_server_that_makes_an_empty_project_of_a_clone_is_told_as_such(scripted, client):
    def answer(asked):
        if asked.path.startswith("/api/v1/projects/"):
            return Reply(201, json.dumps({**PROJECT, "id": "p2", "name": "copy"}).encode())
        return Reply(200, b"[]")

    scripted.answer = answer
    source = read_project(Answer(PROJECT))
    with pytest.raises(Rejected, match="cannot clone") as caught:
        clone_project(client, source, "copy", "anna", "", CancelToken())
    assert caught.value.code == "clone_unknown"
    assert json.loads(scripted.asked[0].body)["clone_from_project"] == "p1"


def test_a_clone_whose_job_failed_tells_the_servers_reason(scripted, client):
    job = {"id": "j", "project_id": "p2", "type": "create_project", "status": "failed"}

    def answer(asked):
        if asked.path.startswith("/api/v1/jobs/?"):
            return Reply(200, json.dumps([{**job, "feedback": {"error": "The disk is full."}}]).encode())
        return Reply(201, json.dumps({**PROJECT, "id": "p2"}).encode())

    scripted.answer = answer
    with pytest.raises(Rejected, match="The disk is full"):
        clone_project(client, read_project(Answer(PROJECT)), "copy", "anna", "", CancelToken())


@pytest.mark.parametrize("state", ["applied", "pending", "busy"])
def test_what_was_applied_or_is_on_its_way_is_never_sent_again(scripted, client, state):
    answer = {"id": "d", "deltafile_id": "f", "status": "STATUS_APPLIED", "content": {}}
    record = replace(read_delta(Answer(answer)), state=state)
    with pytest.raises(Rejected) as caught:
        apply_again(client, "p1", record, ignore_progress, CancelToken())
    assert caught.value.code == "delta_settled"
    assert scripted.asked == []
