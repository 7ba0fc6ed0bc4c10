# SPDX-License-Identifier: GPL-2.0-or-later
"""The filter of the list of projects: what it keeps, and that it is remembered."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timezone

import pytest

from qfieldcloud_plugin.cloud.answers import Answer
from qfieldcloud_plugin.cloud.api.projects import read_project
from qfieldcloud_plugin.core.project_filter import (
    MINE,
    NOT_PACKAGED,
    OUTDATED,
    PUBLIC,
    SHARED,
    ProjectFilter,
    state_of,
    whose,
)

PROJECT = read_project(
    Answer({"id": "1", "name": "trees", "owner": "anna", "status": "ok", "user_role": "admin"})
)
SHARED_ONE = replace(PROJECT, owner="ben", role="editor", role_origin="collaborator")
PUBLIC_ONE = replace(PROJECT, owner="city", role="reader", role_origin="public", is_public=True)
EVERYTHING = ProjectFilter()


def kept(chosen, *, here=False):
    projects = (PROJECT, SHARED_ONE, PUBLIC_ONE)
    return [project.owner for project in projects if chosen.keeps(project, "anna", here)]


def test_an_empty_filter_keeps_everything_and_is_not_active():
    assert kept(EVERYTHING) == ["anna", "ben", "city"]
    assert not EVERYTHING.is_active


@pytest.mark.parametrize(("kind", "owner"), [(MINE, "anna"), (SHARED, "ben"), (PUBLIC, "city")])
def test_projects_are_mine_shared_with_me_or_only_public(kind, owner):
    assert kept(ProjectFilter(whose=kind)) == [owner]


def test_a_public_project_in_which_i_have_a_role_is_shared_with_me():
    assert whose(replace(SHARED_ONE, is_public=True), "anna") == SHARED


def test_owner_and_role_narrow_together():
    assert kept(ProjectFilter(owner="ben")) == ["ben"]
    assert kept(ProjectFilter(role="reader")) == ["city"]
    assert kept(ProjectFilter(owner="ben", role="reader")) == []


def test_only_what_lies_on_this_computer_is_kept_if_wished():
    assert kept(ProjectFilter(is_here=True)) == []
    assert kept(ProjectFilter(is_here=True), here=True) == ["anna", "ben", "city"]


def test_what_failed_or_has_no_fresh_package_needs_attention():
    wanted = ProjectFilter(needs_attention=True)
    unpackaged = replace(PROJECT, needs_repackaging=True, project_file="trees.qgs")
    outdated = replace(unpackaged, data_last_packaged_at=datetime(2026, 1, 1, tzinfo=timezone.utc))
    assert (state_of(unpackaged), state_of(outdated)) == (NOT_PACKAGED, OUTDATED)
    failed = replace(PROJECT, status="failed", project_file="trees.qgs")
    for project in (failed, unpackaged, outdated):
        assert wanted.keeps(project, "anna", False)
    unfilled = replace(failed, project_file=None)
    for project in (PROJECT, replace(PROJECT, status="busy"), unfilled):
        assert not wanted.keeps(project, "anna", False)


def test_it_is_remembered_as_text():
    chosen = ProjectFilter(whose=SHARED, owner="ben", needs_attention=True)
    assert ProjectFilter.from_text(chosen.to_text()) == chosen
    assert EVERYTHING.to_text() == ""


@pytest.mark.parametrize(
    "text", ["", "no JSON", "[1]", json.dumps({"whose": 7, "is_here": "yes", "another": True})]
)
def test_what_cannot_be_read_keeps_everything(text):
    assert ProjectFilter.from_text(text) == EVERYTHING
