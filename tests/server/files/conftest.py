# SPDX-License-Identifier: GPL-2.0-or-later
"""A project without files, seen by its owner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.server.field_work import Survey


@pytest.fixture
def survey(person: Callable[..., Any], project: Callable[..., Any], api: Callable[..., Any]) -> Survey:
    alice = person("alice")
    return Survey(api(alice), project(alice, "trees"))


@pytest.fixture
def seen_by(person: Callable[..., Any], api: Callable[..., Any]) -> Callable[..., Survey]:
    """``seen_by(survey, "bob", "editor", client_type="qfield")``"""

    def view(survey: Survey, name: str, role: str = "", client_type: str = "sdk") -> Survey:
        who = person(name)
        if role:
            survey.project.collaborators.create(collaborator=who, role=role)
        return Survey(api(who, client_type), survey.project)

    return view
