# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers as stock QFieldCloud gives them, and as no server should."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from qfieldcloud_plugin.cloud.answers import Answer, parse_time
from qfieldcloud_plugin.cloud.api.deltas import read_delta
from qfieldcloud_plugin.cloud.api.projects import read_project
from qfieldcloud_plugin.cloud.api.server import _extensions
from qfieldcloud_plugin.cloud.api.users import read_user
from qfieldcloud_plugin.cloud.errors import UnexpectedAnswer


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2026-11-21T01:28:29.402164+01:00", timedelta(hours=1)),
        ("2026-11-21T01:28:29Z", timedelta(0)),
        ("2026-11-21T01:28:29.4Z", timedelta(0)),
        ("2026-11-21T01:28:29", timedelta(0)),
    ],
)
def test_times_are_read_in_every_form_servers_write(text, offset):
    time = parse_time(text)
    assert time.utcoffset() == offset
    assert time.replace(microsecond=0, tzinfo=None) == datetime(2026, 11, 21, 1, 28, 29)  # noqa: DTZ001


def test_a_time_nobody_can_read_is_none():
    assert parse_time("21.11.2026 00:28:43 UTC") is None


def test_a_project_just_made_has_no_role_yet():
    project = read_project(Answer({"id": "p", "name": "n", "owner": "o"}))
    assert (project.role, project.status, project.created_at) == ("", "busy", None)


def test_the_type_of_a_user_is_a_number_even_when_a_login_says_text():
    assert read_user(Answer({"username": "alice", "type": "1"})).type == 1


def test_what_became_of_a_delta_is_read_with_its_key():
    record = read_delta(
        Answer(
            {
                "id": "d",
                "deltafile_id": "f",
                "created_by": "alice",
                "created_at": "2026-11-21T01:28:29Z",
                "status": "STATUS_APPLIED",
                "output": "{'msg': 'x'}",
                "last_feedback": {"msg": "Successfully applied delta!", "modified_pk": 4, "conflicts": None},
                "content": {"uuid": "d"},
            }
        )
    )
    assert (record.state, record.modified_pk, record.conflicts) == ("applied", "4", ())
    assert record.message == "Successfully applied delta!"
    assert record.created_at == datetime(2026, 11, 21, 1, 28, 29, tzinfo=timezone.utc)


@pytest.mark.parametrize("value", [None, "x", 1, [1], {"changes": False}])
def test_strange_extensions_are_none(value):
    assert _extensions(value) == frozenset()


@pytest.mark.parametrize("data", [None, [], "x", {"size": "12"}, {"size": True}])
def test_what_is_not_the_api_is_said_so(data):
    with pytest.raises(UnexpectedAnswer):
        Answer(data).number("size")
