# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects with files, ready for jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qfieldcloud_server.jobs.embedded import EmbeddedRunner
from tests.server.field_work import Survey, make_survey


@pytest.fixture
def uploaded(
    person: Callable[..., Any], project: Callable[..., Any], api: Callable[..., Any], tmp_path: Path
) -> Callable[[str], Survey]:
    """`uploaded("one")`: a project of alice, not processed yet."""
    alice = person("alice")

    def make(name: str) -> Survey:
        survey = Survey(api(alice), project(alice, name))
        make_survey(tmp_path / name).save()
        survey.upload_folder(tmp_path / name)
        return survey

    return make


@pytest.fixture
def survey(uploaded: Callable[[str], Survey]) -> Survey:
    return uploaded("one")


@pytest.fixture
def surveys(uploaded: Callable[[str], Survey]) -> list[Survey]:
    return [uploaded("one"), uploaded("two")]


@pytest.fixture
def runner() -> Iterator[EmbeddedRunner]:
    runner = EmbeddedRunner(threads=2)
    runner.start()
    yield runner
    runner.stop()
