# SPDX-License-Identifier: GPL-2.0-or-later
"""A project without files, seen by its owner; and a WebDAV server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from qfieldcloud_server.files import remote
from tests.server.field_work import Survey
from tests.server.file_services import WebDavServer, webdav_server


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


@pytest.fixture(scope="session")
def _webdav(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDavServer]:
    with webdav_server(tmp_path_factory.mktemp("webdav")) as server:
        yield server


@pytest.fixture
def webdav(_webdav: WebDavServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebDavServer]:
    """A server that runs and behaves when the test starts, with a folder of the test's own: `webdav.place(…)`."""
    monkeypatch.setattr(remote, "PAUSES", (0.0, 0.0))
    _webdav.asked.clear()
    yield _webdav
    _webdav.meddle = None
    if not _webdav.is_running:
        _webdav.start()
