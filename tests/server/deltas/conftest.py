# SPDX-License-Identifier: GPL-2.0-or-later
"""A surveyed project, processed and ready for deltas."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qfieldcloud_server.accounts.models import User
from qfieldcloud_server.projects.models import Project
from tests.server.field_work import Survey, make_survey, run_jobs


@pytest.fixture
def survey(
    person: Callable[..., Any],
    project: Callable[..., Any],
    api: Callable[..., Any],
    once: Callable[..., None],
    tmp_path: Path,
) -> Survey:
    def make() -> None:
        alice = person("alice")
        survey = Survey(api(alice), project(alice, "trees"))
        make_survey(tmp_path / "survey").save()
        survey.upload_folder(tmp_path / "survey")
        assert [job.status for job in run_jobs()] == ["finished"]

    once("deltas", make)
    return Survey(api(User.objects.get(username="alice")), Project.objects.get(name="trees"))
