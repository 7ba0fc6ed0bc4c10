# SPDX-License-Identifier: GPL-2.0-or-later
"""The OpenAPI description is complete, true and served without anything from elsewhere."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
import yaml
from django.urls import URLPattern, get_resolver
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from qfieldcloud_server.accounts import tokens
from qfieldcloud_server.wsgi import application

schemathesis = pytest.importorskip("schemathesis")

# Ends the very sign-in that the other requests use.
LEFT_OUT = {"/api/v1/auth/logout/"}
# The framework's root, which nothing calls.
UNDESCRIBED = {"api/v1/"}


def test_the_description_is_valid_and_nothing_in_it_was_guessed():
    with GENERATOR_STATS.silence():
        validate_schema(SchemaGenerator().get_schema(public=True))
    GENERATOR_STATS.reset()
    SchemaGenerator().get_schema(public=True)
    assert not GENERATOR_STATS
    GENERATOR_STATS.reset()


def _addresses(patterns, prefix=""):
    for pattern in patterns:
        here = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield here
        else:
            yield from _addresses(pattern.url_patterns, here)


def test_every_address_of_the_api_is_described():
    described = SchemaGenerator().get_schema(public=True)["paths"]
    routes = [a for a in _addresses(get_resolver().url_patterns) if a.startswith("api/v1/")]
    assert len(described) == len(set(routes) - UNDESCRIBED)


def test_every_operation_says_what_it_answers_and_how_it_fails():
    for path, operations in SchemaGenerator().get_schema(public=True)["paths"].items():
        for method, operation in operations.items():
            answers = set(operation["responses"])
            assert answers & {"200", "201", "204"}, (method, path)
            assert {"400", "401", "403", "404", "405", "406", "415"} <= answers, (method, path)


def test_the_pages_of_the_description_need_nothing_from_elsewhere(api):
    client = api()
    assert yaml.safe_load(client.get("/swagger.yaml").content)["info"]["version"] == "v1"
    for page in ("/swagger/", "/docs/"):
        content = client.get(page).content.decode()
        assert "cdn" not in content
        assert "//unpkg" not in content


SCHEMA = schemathesis.openapi.from_dict(SchemaGenerator().get_schema(public=True))
OPERATIONS = [r.ok() for r in SCHEMA.get_all_operations() if r.ok().path not in LEFT_OUT]


@pytest.fixture
def world(person, organization, team, project):
    """One of everything that addresses name, and a token of its owner."""
    alice, bob, _ = person("alice", is_staff=True), person("bob"), person("carol")
    acme = organization("acme", alice, bob="member")
    team(acme, "squad", bob)
    trees = project(alice, bob="editor")
    token, _ = tokens.make(alice, "worker")
    return {"project": str(trees.pk), "organization": "acme", "team": "squad", "username": "bob"}, token


@pytest.mark.slow
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda o: f"{o.method.upper()} {o.path}")
def test_whatever_is_sent_is_answered_as_described_and_never_with_a_5xx(operation, world, api):
    known, token = world
    headers = {"Authorization": f"Token {token}"}
    rounds = itertools.count()

    @given(case=operation.as_strategy(), use_known=st.booleans())
    @settings(
        max_examples=6,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def try_it(case: Any, use_known: bool) -> None:
        # Half of the requests are about what exists, or all would end with 404.
        if use_known or next(rounds) == 0:
            case.path_parameters.update({k: v for k, v in known.items() if k in case.path_parameters})
        answer = case.call(app=application, base_url="http://testserver", headers=headers)
        case.validate_response(
            answer,
            checks=[
                schemathesis.checks.not_a_server_error,
                schemathesis.specs.openapi.checks.status_code_conformance,
                schemathesis.specs.openapi.checks.content_type_conformance,
                schemathesis.specs.openapi.checks.response_schema_conformance,
            ],
        )

    try_it()
